/** Folders as people write them in settings, and files by their URIs. */
import { homedir } from 'node:os';
import { isAbsolute, join, normalize, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute paths: `~` is the home folder, and what is relative is meant in each of the open folders. */
export function writtenPaths(paths: readonly string[], folders: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const text = path.trim();
    if (text === '') return [];
    if (text === '~' || /^~[/\\]/.test(text)) return [join(homedir(), text.slice(1))];
    if (isAbsolute(text)) return [normalize(text)];
    const plain = text.replace(/^\$\{workspaceFolder\}[/\\]?/, '');
    return folders.map((folder) => join(folder, plain));
  });
}

/** Whether a path lies in a folder, or is it. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** Null for what is no file, or one of another machine. */
export function pathOf(uri: string): string | null {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : null;
  } catch {
    return null;
  }
}
