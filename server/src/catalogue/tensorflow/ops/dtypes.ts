/** Element types as TensorFlow's functions take them (`tf.as_dtype`): Keras' names, and three of its own. */
import type { DType } from '../../../shapes/dtype';
import { NONE, str, type Value } from '../../../values/value';
import { TENSORFLOW_ALIASES } from '../../dtypes';
import { dtype as kerasDType, type OpParam } from '../../ops/params';

/** An element type, or None. */
export function dtype(defaultValue: Value = NONE): OpParam<DType | null> {
  const param = kerasDType(defaultValue);
  return {
    ...param,
    read: (value, context) => {
      const name = value.kind === 'str' ? TENSORFLOW_ALIASES.get(value.value) : undefined;
      return param.read(name === undefined ? value : str(name), context);
    },
  };
}

/** An element type that must be given. */
export function requiredDType(): OpParam<DType | null> {
  return { ...dtype(), default: null };
}
