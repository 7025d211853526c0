/** The classes of Keras in one run, for those who make instances of them. */
import type { Generation } from '../../values/context';
import type { ClassValue } from '../../values/value';
import type { LayerDefinition } from '../define-layer';

export interface KerasClasses {
  readonly generation: Generation;
  readonly layer: ClassValue;
  readonly inputLayer: ClassValue;
  readonly model: ClassValue;
  readonly functional: ClassValue;
  readonly sequential: ClassValue;
  /** The class of a declared layer. */
  of(definition: LayerDefinition): ClassValue;
  /** The class of a layer of `keras.layers` by its name, for layers that make others; undefined where the generation has none. */
  layerNamed(name: string): ClassValue | undefined;
}

/** Which run's classes a declared class is one of: fixed when it is made. */
const owners = new WeakMap<ClassValue, KerasClasses>();

export function ownedBy(cls: ClassValue, classes: KerasClasses): ClassValue {
  owners.set(cls, classes);
  return cls;
}

/** The classes of the run that a layer's or model's class belongs to. */
export function classesOf(cls: ClassValue): KerasClasses | undefined {
  for (const one of cls.mro) {
    const found = owners.get(one);
    if (found) return found;
  }
  return undefined;
}
