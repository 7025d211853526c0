/** `tf.DType` and its instances, `tf.float32` and the like. */
import type { DType } from '../../shapes/dtype';
import { isFloating, isInteger } from '../../shapes/dtype';
import type { Context } from '../../values/context';
import { bool, ClassValue, InstanceValue, str, type Value } from '../../values/value';
import { DTypePayload, dtypeOf } from '../dtypes';
import { declaredIdentity, named, property, pythonFunction } from '../native';

function payload(value: Value): DType | undefined {
  return value.kind === 'instance' && value.payload instanceof DTypePayload ? value.payload.dtype : undefined;
}

function asked(context: Context, self: Value, answer: (dtype: DType) => Value): Value {
  const dtype = payload(self);
  return dtype === undefined || dtype === '?' ? context.unknown('the element type is not known') : answer(dtype);
}

function equal(context: Context, self: Value, other: Value): boolean | Value {
  const [a, b] = [payload(self), dtypeOf(other)];
  if (b === undefined) return false;
  return a === '?' || b === '?' || a === undefined ? context.unknown('the element type is not known') : a === b;
}

/** Kept for all runs: its members are never written to. */
export const DTYPE_CLASS = new ClassValue(
  declaredIdentity(),
  'DType',
  'tensorflow',
  [],
  [
    ['name', property((context, self) => asked(context, self, str))],
    ['is_floating', property((context, self) => asked(context, self, (dtype) => bool(isFloating(dtype))))],
    ['is_integer', property((context, self) => asked(context, self, (dtype) => bool(isInteger(dtype))))],
    ['base_dtype', property((_context, self) => self)],
    ...named(
      pythonFunction('__eq__(self, other)', (context, self: Value, other: Value) => {
        const same = equal(context, self, other);
        return typeof same === 'boolean' ? bool(same) : same;
      }),
      pythonFunction('__ne__(self, other)', (context, self: Value, other: Value) => {
        const same = equal(context, self, other);
        return typeof same === 'boolean' ? bool(!same) : same;
      }),
      pythonFunction('__repr__(self)', (context, self: Value) => asked(context, self, (dtype) => str(`tf.${dtype}`))),
      pythonFunction('__str__(self)', (context, self: Value) =>
        asked(context, self, (dtype) => str(`<dtype: '${dtype}'>`)),
      ),
    ),
  ],
);

export function dtypeInstance(dtype: DType): InstanceValue {
  return new InstanceValue(declaredIdentity(), DTYPE_CLASS, new DTypePayload(dtype));
}
