/** `tf.SparseTensor`: a tensor of which only the elements that are not zero are kept, with their places. */
import { type Dimension, dynamic, isDynamic, isKnown, unknownDimension } from '../../shapes/dimension';
import { hasRank, type Shape, unknownShape } from '../../shapes/shape';
import type { Context } from '../../values/context';
import { TensorValue } from '../../values/tensor';
import { ClassValue, NONE, type Value } from '../../values/value';
import { declaredIdentity, named, property, pythonFunction } from '../native';
import { type Operand, operandOf } from '../ops/operand';
import { shapeOf, tensorShape } from './tensor-shape';

/** The class of sparse tensors. In a graph of Keras 2 it is a class of its own, whose parts are layers. */
export function sparseTensorClass(members: readonly (readonly [string, Value])[]): ClassValue {
  const part = (read: (tensor: TensorValue) => TensorValue) =>
    property((context, self) =>
      self.kind !== 'tensor' || self.library === 'keras'
        ? context.unknown('parts of sparse tensors are not followed in a graph')
        : read(self),
    );
  return new ClassValue(
    declaredIdentity(),
    'SparseTensor',
    'tensorflow',
    [],
    [
      ...members,
      ['indices', part(places)],
      ['values', part(sparseValues)],
      ['dense_shape', part(denseShape)],
      ...named(
        pythonFunction('get_shape(self)', (context, self: Value) =>
          self.kind === 'tensor' ? tensorShape(self.shape) : context.unknown('it is no tensor'),
        ),
        pythonFunction('__init__(self, indices, values, dense_shape)', () => NONE),
      ),
      [
        '__new__',
        { kind: 'staticmethod', function: pythonFunction('__new__(cls, indices, values, dense_shape)', made) },
      ],
    ],
  );
}

/** `SparseTensor(indices, values, dense_shape)` */
function made(context: Context, _cls: Value, _places: Value, values: Value, sizes: Value): Value {
  const kept = operandOf(values);
  const told = operandOf(sizes);
  if (!kept || !told || kept.isSymbolic || told.isSymbolic) {
    return context.unknown('the parts of the sparse tensor are not followed');
  }
  const symbolic = kept.tensor?.symbolic === true || told.tensor?.symbolic === true;
  const shape = shapeTold(sizes, told);
  return new TensorValue({ library: 'tensorflow', symbolic, shape, dtype: kept.dtype, sparse: true });
}

function shapeTold(sizes: Value, { anyShape, tensor }: Operand): Shape {
  const written = shapeOf(sizes);
  if (written && hasRank(written)) return written;
  const rank = hasRank(anyShape) && anyShape.length === 1 ? anyShape[0] : undefined;
  if (rank === undefined || !isKnown(rank)) {
    return unknownShape({ text: 'the rank of the sparse tensor is not known' });
  }
  return Array.from({ length: Number(rank) }, (_, i) => {
    const size = tensor?.data?.[i];
    const open = typeof size === 'object' && isDynamic(size);
    return open ? dynamic() : unknownDimension({ text: 'the sizes of the sparse tensor are not known' });
  });
}

/**
 * A shape of which there is only the tensor `dense_shape`: in a graph nothing is known of that but its length, so that a
 * size may be lost.
 */
export function toldByTensor(shape: readonly Dimension[], symbolic: boolean): readonly Dimension[] {
  if (!symbolic) return shape;
  return shape.map((size) =>
    isDynamic(size) ? size : unknownDimension({ text: 'a graph may not know the sizes of sparse tensors' }),
  );
}

/** `x.values`: one for each element that is kept. */
export function sparseValues({ library, symbolic, dtype }: TensorValue): TensorValue {
  return new TensorValue({ library, symbolic, shape: [keptCount(symbolic)], dtype });
}

/** `x.indices`: the places of the elements that are kept. */
function places({ library, symbolic, shape }: TensorValue): TensorValue {
  return new TensorValue({ library, symbolic, shape: [keptCount(symbolic), rankOf(shape)], dtype: 'int64' });
}

/** `x.dense_shape` */
function denseShape({ library, symbolic, shape }: TensorValue): TensorValue {
  const data = hasRank(shape) ? toldByTensor(shape, symbolic) : null;
  return new TensorValue({ library, symbolic, shape: [rankOf(shape)], dtype: 'int64', data });
}

function rankOf(shape: Shape): Dimension {
  return hasRank(shape) ? shape.length : unknownDimension(shape.reason);
}

function keptCount(symbolic: boolean): Dimension {
  return symbolic ? dynamic() : unknownDimension({ text: 'how many there are depends on the data' });
}
