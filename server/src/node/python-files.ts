/** Finds the files that imports mean, as Python's import system does. */
import { existsSync, readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ModuleResolver, ResolvedModule } from '../interpreter/imports';
import type { ParsedModule } from '../python/ast';
import { isInside, pathOf } from './paths';

/** A folder with one of these is a project's own: absolute imports are looked for there too. */
const PROJECT_FILES = ['pyproject.toml', 'setup.py', 'setup.cfg', 'requirements.txt', '.git'];

/** Larger files are data, not code that builds models. */
const MOST_BYTES = 4_000_000;

/**
 * Modules of files. Absolute names are looked for beside the program, in the root of its package, in
 * its project, and in `extraPaths`; relative ones from the importing file.
 */
export class PythonFiles implements ModuleResolver {
  /** By path: with the text of an open document, or the time at which a file was written. */
  private readonly parsed = new Map<string, { readonly state: string | number; readonly module: ParsedModule }>();
  private readonly roots = new Map<string, readonly string[]>();
  /** URIs of files that were found in an extra path, or from such a file. */
  private readonly libraries = new Set<string>();

  constructor(
    private readonly parse: (text: string) => ParsedModule,
    private readonly extraPaths: readonly string[],
    /** Folders that are open: their files import nothing from outside of them, but from extra paths. */
    private readonly folders: readonly string[] = [],
    /** The text of a file as it stands in the editor, by its path; null where it is not open. */
    private readonly openText: (path: string) => string | null = () => null,
  ) {}

  resolve(name: string, level: number, fromUri: string): ResolvedModule | undefined {
    const from = pathOf(fromUri);
    if (from === null) return undefined;
    const parts = name.split('.').filter((part) => part !== '');
    const isLibrary = this.libraries.has(fromUri);
    if (level > 0) {
      let folder = dirname(from);
      for (let i = 1; i < level; i++) folder = dirname(folder);
      return this.mayRead(from, folder) ? this.find(folder, parts, isLibrary) : undefined;
    }
    for (const root of this.rootsOf(dirname(from))) {
      if (!this.mayRead(from, root)) continue;
      const found = this.find(root, parts, isLibrary);
      if (found) return found;
    }
    for (const root of this.extraPaths) {
      const found = this.find(root, parts, true);
      if (found) return found;
    }
    return undefined;
  }

  isCompiled(name: string, level: number, fromUri: string): boolean {
    const cut = name.lastIndexOf('.') + 1;
    const around = level > 0 || cut > 0 ? this.resolve(name.slice(0, Math.max(cut - 1, 0)), level, fromUri) : undefined;
    const folder = around?.isPackage ? pathOf(around.uri) : null;
    const stem = `${name.slice(cut)}.`;
    return folder !== null && filesIn(dirname(folder)).some((file) => file.startsWith(stem) && COMPILED.test(file));
  }

  private mayRead(from: string, folder: string): boolean {
    if (!this.folders.some((open) => isInside(from, open))) return true;
    return [...this.folders, ...this.extraPaths].some((known) => isInside(folder, known));
  }

  private find(root: string, parts: readonly string[], isLibrary: boolean): ResolvedModule | undefined {
    const path = join(root, ...parts);
    const asPackage = this.read(join(path, '__init__.py'));
    const found = asPackage ?? (parts.length > 0 ? this.read(`${path}.py`) : undefined);
    if (!found) return undefined;
    if (isLibrary) this.libraries.add(found.uri);
    return { ...found, isPackage: asPackage !== undefined, isLibrary };
  }

  private read(path: string): { uri: string; module: ParsedModule } | undefined {
    const open = this.openText(path);
    const info = open === null ? fileInfo(path) : null;
    if (open === null && (!info?.isFile() || info.size > MOST_BYTES)) return undefined;
    const uri = pathToFileURL(path).href;
    const state = open ?? info?.mtimeMs ?? 0;
    const known = this.parsed.get(path);
    if (known && known.state === state) return { uri, module: known.module };
    const text = open ?? textOf(path);
    if (text === null) return undefined;
    const module = this.parse(text);
    this.parsed.set(path, { state, module });
    return { uri, module };
  }

  private rootsOf(folder: string): readonly string[] {
    const known = this.roots.get(folder);
    if (known) return known;
    const roots = [folder];
    let packageRoot = folder;
    while (existsSync(join(packageRoot, '__init__.py')) && dirname(packageRoot) !== packageRoot) {
      packageRoot = dirname(packageRoot);
    }
    const project = projectOf(folder);
    for (const root of [packageRoot, ...(project ? [project, join(project, 'src')] : [])]) {
      if (!roots.includes(root)) roots.push(root);
    }
    this.roots.set(folder, roots);
    return roots;
  }
}

/** Extension modules, and the sources of such. */
const COMPILED = /\.(so|pyd|pyx)$/;

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Null where there is nothing, or nothing that may be looked at: a loop of links, a folder that is closed to us. */
function fileInfo(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}

/** A comment in the first two lines that names an encoding (PEP 263). */
const CODING = /^[ \t\f]*#[^\n]{0,200}?coding[:=][ \t]*([-\w.]+)/m;

function textOf(path: string): string | null {
  try {
    const bytes = readFileSync(path);
    const head = bytes.subarray(0, 400).toString('latin1').split('\n', 2).join('\n');
    const coding = CODING.exec(head)?.[1] ?? 'utf-8';
    return new TextDecoder(isEncoding(coding) ? coding : 'utf-8').decode(bytes);
  } catch {
    // It went while it was looked for, or the disk fails: to the program it is not there.
    return null;
  }
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}

function projectOf(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    if (PROJECT_FILES.some((file) => existsSync(join(at, file)))) return at;
    if (dirname(at) === at) return null;
  }
}
