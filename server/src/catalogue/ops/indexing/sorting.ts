/** Elements in order. */
import { axisOf } from '../../../shapes/axes';
import { dynamic } from '../../../shapes/dimension';
import type { DType } from '../../../shapes/dtype';
import { elements } from '../../../shapes/products';
import { defineOp, type OpDefinition, operationClass, tensorOf } from '../define-op';
import type { Operand } from '../operand';
import { integer, optionalInteger, tensor } from '../params';

function sorted(name: string, summary: string, type: (x: Operand) => DType): OpDefinition {
  return defineOp({
    name,
    module: 'numpy',
    operation: operationClass(name),
    summary,
    params: { x: tensor(), axis: optionalInteger(-1) },
    output: ({ args: { x, axis } }) => {
      if (axis === null) return tensorOf([elements(x.shape, dynamic())], type(x));
      axisOf(axis, x.rank);
      return tensorOf(x.shape, type(x));
    },
  });
}

const argpartition = defineOp({
  name: 'argpartition',
  module: 'numpy',
  operation: 'Argpartition',
  summary: 'Indices that put the k-th element in its place.',
  params: { x: tensor(), kth: integer(), axis: optionalInteger(-1) },
  output: ({ args: { x, axis }, mode }) => {
    if (axis === null) return tensorOf([elements(x.shape, dynamic())], 'int32');
    // The symbolic rule does not look at the axis.
    if (mode !== 'symbolic') axisOf(axis, x.rank);
    return tensorOf(x.shape, 'int32');
  },
});

export const sorting: readonly OpDefinition[] = [
  sorted('sort', 'Elements in ascending order along an axis.', (x) => x.dtype),
  sorted('argsort', 'Where the elements of each place in order are.', () => 'int32'),
  argpartition,
];
