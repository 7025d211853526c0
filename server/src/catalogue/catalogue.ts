/** What the interpreter asks the catalogue. */
import type { Generation } from '../values/context';
import type { TensorValue } from '../values/tensor';
import type { ClassValue, ModuleValue } from '../values/value';

export interface Catalogue {
  /**
   * A declared module by its dotted name (`keras.layers`, `numpy`, `tensorflow.keras`); undefined
   * where nothing is declared under it, so that files are looked for.
   */
  module(name: string): ModuleValue | undefined;
  /**
   * The class of a tensor: `KerasTensor`, `tf.Tensor`, `ndarray`. Attributes, methods, operators
   * and subscripts of tensors are its members, as for any class.
   */
  tensorClass(tensor: TensorValue): ClassValue;
  /**
   * Whether a tensor would be of a class if it were a single number of numpy's, which it may be; null where it is not
   * known, undefined where it cannot be one.
   */
  isScalarOf(tensor: TensorValue, cls: ClassValue): boolean | null | undefined;
  /** The class that it would then be of, where its type is known. */
  scalarClass(tensor: TensorValue): ClassValue | undefined;
}

/** Makes a catalogue for one run: its classes and modules can be changed by the program, in the run's heap. */
export type CatalogueFactory = (generation: Generation) => Catalogue;
