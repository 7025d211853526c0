/** Reading what a person names on the command line. */
import { readFileSync, statSync } from 'node:fs';
import { NotebookText, readNotebook } from '../python/notebook';
import { blanked, type SectionedText } from '../text/sections';

/** A file that cannot be read as a program: the message says why. */
export class SourceError extends Error {}

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
  try {
    if (statSync(path).isDirectory()) throw new SourceError('is a directory, not a file');
    return readFileSync(path);
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
