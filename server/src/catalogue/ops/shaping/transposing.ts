/** Axes in another order, and elements turned round. */
import { axesOf } from '../../../shapes/axes';
import { formatDimension } from '../../../shapes/dimension';
import { refuse } from '../../../shapes/problem';
import { formatShape } from '../../../shapes/shape';
import { movedAxes, rotated, swappedAxes, transposed } from '../../../shapes/transposition';
import { int } from '../../../values/value';
import { intTuple } from '../../params';
import { defineOp, type OpDefinition, tensorOf } from '../define-op';
import { other } from '../elementwise/unary';
import { axes, integer, integerList, tensor } from '../params';

const transpose = defineOp({
  name: 'transpose',
  module: 'numpy',
  operation: 'Transpose',
  summary: 'Axes in another order; reversed where none is given.',
  params: { x: tensor(), axes: axes() },
  output: ({ args: { x, axes: order } }) => tensorOf(transposed(x.shape, order), x.dtype),
  explain: ({ args: { x, axes: order } }) =>
    order === null
      ? []
      : [
          transposed(x.shape, order)
            .map((size, i) => `axis ${order[i]} (${formatDimension(size)})`)
            .join(', '),
        ],
});

const swapaxes = defineOp({
  name: 'swapaxes',
  module: 'numpy',
  operation: 'Swapaxes',
  summary: 'Two axes in each other’s place.',
  params: { x: tensor(), axis1: integer(), axis2: integer() },
  output: ({ args: { x, axis1, axis2 } }) => tensorOf(swappedAxes(x.shape, axis1, axis2), x.dtype),
});

const moveaxis = defineOp({
  name: 'moveaxis',
  module: 'numpy',
  operation: 'Moveaxis',
  summary: 'Axes moved to other places, the rest in order.',
  params: { x: tensor(), source: integerList(), destination: integerList() },
  output: ({ args: { x, source, destination } }) => tensorOf(movedAxes(x.shape, source, destination), x.dtype),
});

const rot90 = defineOp({
  name: 'rot90',
  module: 'numpy',
  operation: 'Rot90',
  summary: 'Turned by 90 degrees in the plane of two axes.',
  params: { array: tensor(), k: integer(1), axes: integerList(intTuple(0, 1)) },
  output: ({ args: { array, axes: plane } }) => tensorOf(rotated(array.shape, plane), array.dtype),
  run: ({ args: { array, k, axes: plane } }) =>
    tensorOf(k % 2 === 0 ? array.shape : rotated(array.shape, plane), array.dtype),
});

const flip = defineOp({
  name: 'flip',
  module: 'numpy',
  operation: 'Flip',
  summary: 'Elements in reverse order along some axes.',
  params: { x: tensor(), axis: axes() },
  output: ({ args: { x, axis } }) => {
    if (axis !== null) axesOf(axis, x.rank);
    return tensorOf(x.anyShape, x.dtype);
  },
});

const roll = defineOp({
  name: 'roll',
  module: 'numpy',
  operation: 'Roll',
  summary: 'Elements moved along some axes; those pushed out come back in front.',
  params: { x: tensor(), shift: other(null), axis: axes() },
  output: ({ args: { x, axis } }) => {
    if (axis !== null) axesOf(axis, x.rank);
    return tensorOf(x.anyShape, x.dtype);
  },
});

function flipped(name: string, operation: string, summary: string, least: number): OpDefinition {
  return defineOp({
    name,
    module: 'numpy',
    operation,
    summary,
    params: { x: tensor() },
    output: ({ args: { x } }) => {
      if (x.rank < least) {
        refuse('wrong-rank', `${name} takes ${least} dimensions or more, and ${formatShape(x.shape)} has ${x.rank}`);
      }
      return tensorOf(x.shape, x.dtype);
    },
  });
}

/** Matrices with a triangle set to zero. */
function triangle(name: string, operation: string, summary: string): OpDefinition {
  return defineOp({
    name,
    module: 'numpy',
    operation,
    summary,
    params: { x: tensor(), k: other(int(0)) },
    output: ({ args: { x } }) => tensorOf(x.anyShape, x.dtype),
  });
}

export const transposing: readonly OpDefinition[] = [
  transpose,
  swapaxes,
  moveaxis,
  rot90,
  flip,
  roll,
  flipped('fliplr', 'Fliplr', 'Each row in reverse order.', 2),
  flipped('flipud', 'Flipud', 'Rows in reverse order.', 1),
  triangle('tril', 'Tril', 'The lower triangle of matrices, the rest zero.'),
  triangle('triu', 'Triu', 'The upper triangle of matrices, the rest zero.'),
];
