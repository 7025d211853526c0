/** Element types as Python values: strings, `tf.float32`, `np.float32`, Python's own `float`. */
import { type DType, isDType } from '../shapes/dtype';
import type { Payload, Value } from '../values/value';

/** What an instance of `tf.DType` or `np.dtype` holds, and a class of numpy scalars stands for. */
export class DTypePayload implements Payload {
  readonly type = 'dtype';
  constructor(readonly dtype: DType) {}
}

/** What TensorFlow calls some of them besides (`tf.as_dtype`). */
export const TENSORFLOW_ALIASES: ReadonlyMap<string, DType> = new Map([
  ['half', 'float16'],
  ['float', 'float32'],
  ['double', 'float64'],
]);

const ALIASES: Readonly<Record<string, DType>> = {
  ...Object.fromEntries(TENSORFLOW_ALIASES),
  int: 'int64',
  bool: 'bool',
  long: 'int64',
  str: 'string',
};

/** Python's classes as Keras reads them with TensorFlow (`standardize_dtype`). */
const CLASSES: Readonly<Record<string, DType>> = { float: 'float32', int: 'int64', bool: 'bool', str: 'string' };

/** The element type that a value names; undefined where it names none, `?` where that is not known. */
export function dtypeOf(value: Value): DType | undefined {
  switch (value.kind) {
    case 'str':
      return isDType(value.value) ? value.value : ALIASES[value.value];
    case 'class':
      return CLASSES[value.name] ?? (isDType(value.name.replace(/_$/, '')) ? value.name.replace(/_$/, '') : undefined);
    case 'instance':
      if (value.payload instanceof DTypePayload) return value.payload.dtype;
      return '?';
    case 'unknown':
      return '?';
    default:
      return undefined;
  }
}
