/** Element types as TensorFlow's functions take them (`tf.as_dtype`): Keras' names, and three of its own. */
import type { DType } from '../../../shapes/dtype';
import { NONE, str, type Value } from '../../../values/value';
import { TENSORFLOW_ALIASES } from '../../dtypes';
import { dtype as kerasDType, type OpParam } from '../../ops/params';

/** By the numbers of `types.proto`, from 1 on, which `tf.as_dtype` takes as well. */
const NUMBERED: readonly DType[] =
  'float32 float64 int32 uint8 int16 int8 string complex64 int64 bool qint8 quint8 qint32 bfloat16 qint16 quint16 uint16 complex128 float16 resource variant uint32 uint64'.split(
    ' ',
  );

/** An element type, or None. */
export function dtype(defaultValue: Value = NONE): OpParam<DType | null> {
  const param = kerasDType(defaultValue);
  return {
    ...param,
    read: (value, context) => {
      const numbered = value.kind === 'int' ? NUMBERED[Number(value.value) - 1] : undefined;
      if (numbered !== undefined) return { value: numbered };
      const name = value.kind === 'str' ? TENSORFLOW_ALIASES.get(value.value) : undefined;
      return param.read(name === undefined ? value : str(name), context);
    },
  };
}

/** An element type that must be given. */
export function requiredDType(): OpParam<DType | null> {
  return { ...dtype(), default: null };
}
