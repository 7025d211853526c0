/** What the folders above a program say of versions: files that list requirements, and environments installed there. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { installedSign, LISTS, type VersionSign, versionSigns } from '../catalogue/generation/versions';
import { isInside, pathOf } from './paths';

/** Folders in which environments are made. */
const ENVIRONMENTS = ['.venv', 'venv', 'env'];

/** Larger ones are no lists that a person wrote. */
const MOST_BYTES = 4_000_000;

/** Reads each folder once. */
export class ProjectFiles {
  private readonly known = new Map<string, readonly VersionSign[]>();

  constructor(
    /** Folders that are open: nothing outside of them is looked at for a program in one. */
    private readonly folders: readonly string[] = [],
  ) {}

  /** The signs of each folder from the program's own up to its project's, an environment before lists. */
  *signs(uri: string): Generator<readonly VersionSign[]> {
    const path = pathOf(uri);
    if (path === null) return;
    const open = this.folders.filter((folder) => isInside(path, folder));
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      yield this.once(`${folder}\0installed`, () => installedIn(folder));
      yield this.once(folder, () => listedIn(folder));
      if (open.includes(folder) || existsSync(join(folder, '.git')) || dirname(folder) === folder) return;
    }
  }

  private once(key: string, find: () => readonly VersionSign[]): readonly VersionSign[] {
    const known = this.known.get(key) ?? find();
    this.known.set(key, known);
    return known;
  }
}

function listedIn(folder: string): VersionSign[] {
  const names = namesIn(folder);
  return LISTS.flatMap((list) =>
    names.filter((name) => list.test(name)).flatMap((name) => versionSigns(name, textOf(join(folder, name)))),
  );
}

/** What is installed in an environment that stands in a folder. */
function installedIn(folder: string): VersionSign[] {
  return ENVIRONMENTS.flatMap((name) => {
    const unix = join(folder, name, 'lib');
    const places = [
      ...namesIn(unix).map((python) => join(unix, python, 'site-packages')),
      join(folder, name, 'Lib', 'site-packages'),
    ];
    return places.flatMap(namesIn).flatMap((entry) => {
      const [, distribution = '', version = ''] = /^([\w.]+)-(\d[\w.]*)\.dist-info$/.exec(entry) ?? [];
      return installedSign(distribution, version, name) ?? [];
    });
  });
}

function namesIn(folder: string): string[] {
  try {
    return existsSync(folder) ? readdirSync(folder).sort() : [];
  } catch {
    // Closed to us, or no folder.
    return [];
  }
}

function textOf(path: string): string {
  try {
    return statSync(path).size > MOST_BYTES ? '' : readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
