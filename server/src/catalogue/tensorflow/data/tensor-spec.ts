/** `tf.TensorSpec`: shape and element type of a tensor that is not there. */

import { isDynamic } from '../../../shapes/dimension';
import type { DType } from '../../../shapes/dtype';
import { hasRank, type Shape, unknownShape } from '../../../shapes/shape';
import type { Context } from '../../../values/context';
import { ClassValue, InstanceValue, NONE, type Payload, str, type Value } from '../../../values/value';
import { dtypeOf } from '../../dtypes';
import { declaredIdentity, named, nativeFunction, property, pythonFunction } from '../../native';
import { dtypeInstance } from '../dtype';
import { shapeOf, tensorShape } from '../tensor-shape';
import { component, mapComponents } from './elements';

class SpecPayload implements Payload {
  readonly type = 'tensor-spec';
  constructor(
    readonly shape: Shape,
    readonly dtype: DType,
  ) {}
}

function specOf(value: Value): SpecPayload | undefined {
  return value.kind === 'instance' && value.payload instanceof SpecPayload ? value.payload : undefined;
}

/** A shape as functions of `tf.data` read it; None is any shape, of any rank. */
export function readShape(value: Value): Shape {
  if (value.kind === 'None') return unknownShape({ text: 'the shape is left open' });
  if (value.kind === 'int') return [Number(value.value)];
  return shapeOf(value) ?? unknownShape({ text: 'the shape is not known' });
}

/** `-1` and `None` are any size; two of them are not the same. */
export const TENSOR_SPEC = new ClassValue(
  declaredIdentity(),
  'TensorSpec',
  'tensorflow',
  [],
  [
    ...named(
      pythonFunction(
        '__init__(self, shape, dtype="float32", name=None)',
        (context, self: Value, shape: Value, dtype: Value) => {
          if (self.kind === 'instance') {
            self.setPayload(context.heap, new SpecPayload(readShape(shape), dtypeOf(dtype) ?? '?'));
          }
          return NONE;
        },
      ),
      pythonFunction('__repr__(self)', (context, self: Value) => text(self, context)),
      pythonFunction('__getattr__(self, name)', (context) => context.unknown('this of a `TensorSpec` is not followed')),
    ),
    [
      'from_tensor',
      {
        kind: 'staticmethod',
        function: nativeFunction('from_tensor', null, ({ positional: [tensor] }, context) =>
          tensor?.kind === 'tensor' ? tensorSpec(tensor.shape, tensor.dtype) : context.unknown('it is no tensor'),
        ),
      },
    ],
    ['shape', property((context, self) => asked(self, context, ({ shape }) => tensorShape(shape)))],
    [
      'dtype',
      property((context, self) =>
        asked(self, context, ({ dtype }) =>
          dtype === '?' ? context.unknown('the element type is not known') : dtypeInstance(dtype),
        ),
      ),
    ],
  ],
);

function asked(self: Value, context: Context, answer: (spec: SpecPayload) => Value): Value {
  const spec = specOf(self);
  return spec ? answer(spec) : context.unknown('it is no `TensorSpec`');
}

function text(self: Value, context: Context): Value {
  return asked(self, context, ({ shape, dtype }) => {
    if (!hasRank(shape) || dtype === '?') return context.unknown('the shape is not known');
    const sizes = shape.map((size) => (isDynamic(size) ? 'None' : typeof size === 'number' ? String(size) : null));
    if (sizes.includes(null)) return context.unknown('the shape is not known');
    const shown = sizes.length === 1 ? `(${sizes[0]},)` : `(${sizes.join(', ')})`;
    return str(`TensorSpec(shape=${shown}, dtype=tf.${dtype}, name=None)`);
  });
}

export function tensorSpec(shape: Shape, dtype: DType): InstanceValue {
  return new InstanceValue(declaredIdentity(), TENSOR_SPEC, new SpecPayload(shape, dtype));
}

/** The element that a structure of specs stands for. */
export function elementOfSpecs(structure: Value, context: Context): Value {
  return mapComponents(structure, (one) => {
    const spec = specOf(one);
    return spec ? component(spec.shape, spec.dtype) : context.unknown('what it gives is not followed');
  });
}

/** `dataset.element_spec` */
export function specsOfElement(element: Value, context: Context): Value {
  return mapComponents(element, (one) =>
    one.kind === 'tensor' ? tensorSpec(one.shape, one.dtype) : context.unknown('the element is not known'),
  );
}
