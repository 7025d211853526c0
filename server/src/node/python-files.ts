/** Finds the files that imports mean, as Python's import system does. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ModuleResolver, ResolvedModule } from '../interpreter/imports';
import type { ParsedModule } from '../python/ast';
import { isInside } from './paths';

/** A folder with one of these is a project's own: absolute imports are looked for there too. */
const PROJECT_FILES = ['pyproject.toml', 'setup.py', 'setup.cfg', 'requirements.txt', '.git'];

/** Larger files are data, not code that builds models. */
const MOST_BYTES = 4_000_000;

/**
 * Modules of files. Absolute names are looked for beside the program, in the root of its package, in
 * its project, and in `extraPaths`; relative ones from the importing file.
 */
export class PythonFiles implements ModuleResolver {
  private readonly parsed = new Map<string, { readonly modified: number; readonly module: ParsedModule }>();
  private readonly roots = new Map<string, readonly string[]>();
  /** URIs of files that were found in an extra path, or from such a file. */
  private readonly libraries = new Set<string>();

  constructor(
    private readonly parse: (text: string) => ParsedModule,
    private readonly extraPaths: readonly string[],
    /** Folders that are open: their files import nothing from outside of them, but from extra paths. */
    private readonly folders: readonly string[] = [],
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
    const info = statSync(path, { throwIfNoEntry: false });
    if (!info?.isFile() || info.size > MOST_BYTES) return undefined;
    const uri = pathToFileURL(path).href;
    const known = this.parsed.get(path);
    if (known && known.modified === info.mtimeMs) return { uri, module: known.module };
    const module = this.parse(readFileSync(path, 'utf8'));
    this.parsed.set(path, { modified: info.mtimeMs, module });
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

function projectOf(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    if (PROJECT_FILES.some((file) => existsSync(join(at, file)))) return at;
    if (dirname(at) === at) return null;
  }
}

function pathOf(uri: string): string | null {
  return uri.startsWith('file:') ? fileURLToPath(uri) : null;
}
