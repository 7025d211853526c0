/**
 * What a project says of the versions of Keras, TensorFlow and Python, and which Keras that leaves.
 *
 * TensorFlow 2.16 is the first whose `tf.keras` is Keras 3, and the first for Python 3.12; Keras 3 runs under
 * Python 3.9 and newer.
 */
import type { Generation } from '../../values/context';

/** A line that bounds a version. */
export interface VersionSign {
  readonly package: 'keras' | 'tensorflow' | 'python';
  /** Half-open; versions count as `1000 * major + minor`. */
  readonly low: number;
  readonly high: number;
  /** What is written: `tensorflow==2.10`. */
  readonly text: string;
  /** `requirements.txt:3` */
  readonly where: string;
}

/** Files that list what a project needs, the most exact first. */
export const LISTS: readonly RegExp[] = [
  /^(uv|poetry)\.lock$/,
  /^requirements[\w.-]*\.txt$/i,
  /^Pipfile$/,
  /^environment[\w.-]*\.ya?ml$/,
  /^pyproject\.toml$/,
  /^setup\.(cfg|py)$/,
];

/** The same for an editor that is asked to tell of changes. */
export const LIST_GLOBS = [
  '**/{uv,poetry}.lock',
  '**/{requirements,REQUIREMENTS}*.txt',
  '**/Pipfile',
  '**/environment*.{yml,yaml}',
  '**/pyproject.toml',
  '**/setup.{cfg,py}',
];

const KERAS_2 = 2000;
const KERAS_3 = 3000;
const TENSORFLOW_OF_KERAS_3 = 2016;
const PYTHON_OF_KERAS_3 = 3009;
const PYTHON_OF_TENSORFLOW_OF_KERAS_3 = 3012;

/** Packages by the names that are installed. What there is only for old ones bounds the version by itself. */
const PACKAGES: Readonly<Record<string, { readonly package: VersionSign['package']; readonly high?: number }>> = {
  keras: { package: 'keras' },
  tensorflow: { package: 'tensorflow' },
  'tensorflow-cpu': { package: 'tensorflow' },
  'tensorflow-macos': { package: 'tensorflow' },
  'tensorflow-intel': { package: 'tensorflow' },
  'tensorflow-rocm': { package: 'tensorflow' },
  // The last one is 2.12.
  'tensorflow-gpu': { package: 'tensorflow', high: 2013 },
  python: { package: 'python' },
  'python-requires': { package: 'python' },
  'requires-python': { package: 'python' },
};

const VERSION = String.raw`v?\d[\w.*+]*`;
const BOUND = String.raw`(?:===?|~=|!=|[<>]=?|\^|~|=)\s*${VERSION}`;
/** A package and bounds: `tensorflow[and-cuda]>=2.4,<2.6`, `python_requires=">=3.6"`, `keras = { version = "^2.3" }`. */
const REQUIREMENT = new RegExp(
  String.raw`(?<![\w.-])(tensorflow(?:-\w+)?|keras|python(?:[_-]requires)?|requires-python)(?![\w.-])(?:\[[^\]]*\])?["']?` +
    String.raw`(?:\s*\(?\s*(${BOUND}(?:\s*,\s*${BOUND})*)|\s*[:=]\s*(?:\{\s*version\s*=\s*)?["']\s*((?:${BOUND}|${VERSION})(?:\s*,\s*${BOUND})*)\s*["'])?`,
  'gi',
);
/** Two lines of a lock file. */
const LOCKED = /^name = "([\w-]+)"[^\S\n]*\nversion = "([\d.]+(?:[A-Za-z_]\w*)?)"/gm;

/** What a file of a project says: requirements, `pyproject.toml`, `setup.py`, `environment.yml`, lock files. */
export function versionSigns(file: string, text: string): VersionSign[] {
  return file.endsWith('.lock')
    ? locked(file, text)
    : text.split('\n').flatMap((line, i) => required(file, line, i + 1));
}

function required(file: string, line: string, number: number): VersionSign[] {
  const signs: VersionSign[] = [];
  const plain = line.replace(/(^|\s)#.*$/, '');
  for (const [whole, name = '', bounds, quoted] of plain.matchAll(REQUIREMENT)) {
    const known = PACKAGES[name.toLowerCase().replaceAll('_', '-')];
    const range = known && rangeOf(bounds ?? quoted ?? '', known.high ?? Number.POSITIVE_INFINITY);
    if (known && range)
      signs.push({ package: known.package, ...range, text: whole.trim(), where: `${file}:${number}` });
  }
  return signs;
}

function locked(file: string, text: string): VersionSign[] {
  return [...text.matchAll(LOCKED)].flatMap(({ 1: name = '', 2: version = '', index }) => {
    const line = text.slice(0, index).split('\n').length;
    const sign = installedSign(name, version, `${file}:${line}`);
    return sign ? [sign] : [];
  });
}

/** A version that is installed, by the package's name; null for what is of no interest. */
export function installedSign(name: string, version: string, where: string): VersionSign | null {
  const plain = name.toLowerCase().replaceAll('_', '-');
  const known = PACKAGES[plain];
  const range = known && rangeOf(`==${version}`, Number.POSITIVE_INFINITY);
  return range ? { package: known.package, ...range, text: `${plain}==${version}`, where } : null;
}

/** The versions that all bounds allow; null where none is bounded. */
function rangeOf(bounds: string, most: number): { readonly low: number; readonly high: number } | null {
  let low = 0;
  let high = most;
  for (const bound of bounds.split(',')) {
    const [, operator = '', version = ''] = /^\s*(?:([=<>!~^]+)\s*)?v?([\w.*+]+)/.exec(bound) ?? [];
    const numbers = version.split('.').map((part) => (/^\d+/.test(part) ? Number.parseInt(part, 10) : null));
    const [major, minor, patch] = numbers;
    if (major === undefined || major === null || operator === '!=') continue;
    const at = 1000 * major + (minor ?? 0);
    const isWhole = typeof minor !== 'number';
    const next = isWhole ? 1000 * (major + 1) : at + 1;
    switch (operator) {
      case '<':
        high = Math.min(high, patch ? next : at);
        break;
      case '<=':
        high = Math.min(high, isWhole ? at + 1 : next);
        break;
      case '>':
      case '>=':
        low = Math.max(low, at);
        break;
      case '^':
        [low, high] = [Math.max(low, at), Math.min(high, 1000 * (major + 1))];
        break;
      case '~=':
        [low, high] = [Math.max(low, at), Math.min(high, typeof patch === 'number' ? next : 1000 * (major + 1))];
        break;
      default:
        // `==2` is 2.0 to pip and any 2 to conda: in between nothing changes.
        [low, high] = [Math.max(low, at), Math.min(high, next)];
    }
  }
  return low === 0 && high === Number.POSITIVE_INFINITY ? null : { low, high };
}

/**
 * The generation that the nearest folder leaves whose signs leave only one.
 * @param standalone whether the program imports Keras itself, not TensorFlow's
 */
export function generationOfVersions(
  folders: Iterable<readonly VersionSign[]>,
  standalone: boolean,
): { readonly generation: Generation; readonly because: string } | null {
  for (const signs of folders) {
    const said = signs.flatMap((sign) => {
      const generation = generationOf(sign, standalone);
      return generation ? [{ generation, because: `${sign.where} says \`${sign.text}\`` }] : [];
    });
    const [first] = said;
    // Files that disagree are for several ways to run it.
    if (first && said.every(({ generation }) => generation === first.generation)) return first;
    if (first) return null;
  }
  return null;
}

function generationOf({ package: name, low, high }: VersionSign, standalone: boolean): Generation | null {
  switch (name) {
    case 'keras':
      if (low >= KERAS_3) return 'keras3';
      if (high > KERAS_3) return null;
      return high <= KERAS_2 && standalone ? 'keras1' : 'keras2';
    case 'tensorflow':
      if (low >= TENSORFLOW_OF_KERAS_3) return 'keras3';
      return high <= TENSORFLOW_OF_KERAS_3 ? 'keras2' : null;
    case 'python':
      if (high <= PYTHON_OF_KERAS_3) return 'keras2';
      return low >= PYTHON_OF_TENSORFLOW_OF_KERAS_3 && !standalone ? 'keras3' : null;
  }
}

/** Whether a version of Python is older than those that Keras 3 runs under. */
export function isPythonBeforeKeras3(python: string | null | undefined): boolean {
  const range = rangeOf(python ?? '', Number.POSITIVE_INFINITY);
  return range !== null && range.high <= PYTHON_OF_KERAS_3;
}

/** Whether there is no TensorFlow for a version of Python whose Keras is not Keras 3. */
export function isPythonOfKeras3(python: string | null | undefined): boolean {
  const range = rangeOf(python ?? '', Number.POSITIVE_INFINITY);
  return range !== null && range.low >= PYTHON_OF_TENSORFLOW_OF_KERAS_3;
}
