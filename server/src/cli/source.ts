/** Reading what a person names on the command line. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { NotebookText, readNotebook } from '../python/notebook';
import { blanked, type SectionedText } from '../text/sections';

/** A file that cannot be read as a program: the message says why. */
export class SourceError extends Error {}

/** Folders that hold what others wrote, or what was made of it. */
const NOT_THE_PROGRAMS = new Set(['__pycache__', 'node_modules', 'site-packages']);

/**
 * The files that a path stands for: itself, or all Python files and notebooks of a folder, in the order of their names.
 * Hidden folders, environments and links are left out. Throws `SourceError` for a folder that has none.
 */
export function filesAt(path: string): string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  const files = [...filesBelow(path)];
  if (files.length === 0) throw new SourceError('holds no Python file and no notebook');
  return files;
}

function* filesBelow(folder: string): Generator<string> {
  const entries = attempt(() => readdirSync(folder, { withFileTypes: true }));
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isFile() && /\.(?:py|ipynb)$/.test(entry.name)) yield path;
    const isOwn = entry.isDirectory() && !entry.name.startsWith('.') && !NOT_THE_PROGRAMS.has(entry.name);
    if (isOwn && !existsSync(join(path, 'pyvenv.cfg'))) yield* filesBelow(path);
  }
}

/** Reads a Python file or a notebook. Throws `SourceError`. */
export function readSource(path: string): SectionedText {
  const text = decode(path, read(path));
  if (path.endsWith('.ipynb')) return notebookText(text);
  return { text, sections: [{ start: 0, end: text.length }] };
}

/** A cell that does not compile is not run at all: its text counts as blanks. */
export function blankSections(source: SectionedText, isBroken: (start: number, end: number) => boolean): SectionedText {
  let { text } = source;
  for (const { start, end } of source.sections) {
    if (isBroken(start, end)) text = text.slice(0, start) + blanked(text.slice(start, end)) + text.slice(end);
  }
  return { text, sections: source.sections, python: source.python ?? null };
}

function read(path: string): Uint8Array {
  return attempt(() => {
    if (statSync(path).isDirectory()) throw new SourceError('is a directory, not a file');
    return readFileSync(path);
  });
}

function attempt<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof SourceError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') throw new SourceError('there is no such file');
    if (code === 'EACCES' || code === 'EPERM') throw new SourceError('you may not read it');
    throw new SourceError(`cannot be read (${code ?? error})`);
  }
}

function decode(path: string, bytes: Uint8Array): string {
  if (bytes.includes(0)) throw new SourceError('is a binary file, not Python');
  try {
    // A byte order mark is not part of the program.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const declared = /coding[:=]\s*([-\w.]+)/.exec(Buffer.from(bytes.subarray(0, 200)).toString('latin1'));
    const hint = declared ? `; it declares ${declared[1]}` : '';
    throw new SourceError(`${path.endsWith('.ipynb') ? 'this notebook ' : ''}is not UTF-8${hint}`);
  }
}

function notebookText(json: string): NotebookText {
  const notebook = readNotebook(json);
  if ('problem' in notebook) throw new SourceError(notebook.problem);
  return new NotebookText(
    notebook.cells.map(({ source }) => source),
    undefined,
    notebook.python,
  );
}
