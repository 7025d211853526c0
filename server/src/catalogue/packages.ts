/** What is declared of packages that are otherwise not followed, by its full name. */
import { NONE, type Value } from '../values/value';
import { nativeFunction } from './native';
import { fileReaders } from './numpy/reading';
import { opencv } from './pictures/opencv';
import { pillow } from './pictures/pillow';
import { scikitImage } from './pictures/scikit-image';
import { progress } from './progress';
import { tensorflowDatasets } from './tensorflow-datasets/library';

const DECLARED: ReadonlyMap<string, Value> = new Map([
  ...fileReaders,
  ['pickle.dump', nativeFunction('dump', null, () => NONE)],
  ...opencv,
  ...pillow,
  ...scikitImage,
  ...tensorflowDatasets,
  ...progress,
]);

/** Every module that something declared is in: `PIL`, `PIL.Image`. */
const MODULES: ReadonlySet<string> = new Set(
  [...DECLARED.keys()].flatMap((name) => {
    const parts = name.split('.');
    return parts.slice(0, -1).map((_, i) => parts.slice(0, i + 1).join('.'));
  }),
);

export function declaredIn(module: string, name: string): Value | undefined {
  return DECLARED.get(`${module}.${name}`);
}

export function isDeclaredModule(name: string): boolean {
  return MODULES.has(name);
}
