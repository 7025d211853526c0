/** The same elements in another shape. */
import { axesOf, axisOf, without } from '../../../shapes/axes';
import { type Dimension, dynamic, isDynamic, isKnown, isUnknown, unknownDimension } from '../../../shapes/dimension';
import { inferredReshape } from '../../../shapes/inference';
import { refuse } from '../../../shapes/problem';
import { elements } from '../../../shapes/products';
import { cannotReshape, explainReshape, reshaped, type Target } from '../../../shapes/reshape';
import { formatShape, hasRank, unknownShape } from '../../../shapes/shape';
import { defineOp, type OpDefinition, tensorOf } from '../define-op';
import { elementsOf, NotKnown } from '../operand';
import { axisChoice, shape, tensor } from '../params';

/** Sizes asked for: -1 is the rest; None is a `None`. Refused where there are two -1, or smaller ones. */
export function targetOf(sizes: readonly Dimension[], parameter: string): Target[] {
  const wrong = sizes.find((size) => isKnown(size) && size < -1);
  if (wrong !== undefined) {
    refuse('invalid-argument', `a size of \`${parameter}\` cannot be ${wrong}`, { parameter });
  }
  if (sizes.filter((size) => size === -1).length > 1) {
    refuse('invalid-argument', `\`${parameter}\` has more than one -1`, { parameter });
  }
  return sizes.map((size) => (size === -1 ? 'rest' : size));
}

/** Keras' `compute_reshape_output_shape`. */
export function reshapedShape(from: readonly Dimension[], to: readonly Dimension[], parameter: string): Dimension[] {
  const target = targetOf(to, parameter);
  if (cannotReshape(from, target)) {
    refuse('reshape-count', `${formatShape(from)} does not have the number of elements of ${formatTarget(to)}`, {
      parameter,
      facts: { from, to },
    });
  }
  return reshaped(from, target);
}

function formatTarget(to: readonly Dimension[]): string {
  return formatShape(to);
}

const reshape = defineOp({
  name: 'reshape',
  module: 'numpy',
  operation: 'Reshape',
  summary: 'The same elements in another shape.',
  params: { x: tensor(), newshape: shape({ single: true }) },
  symbolicBy: ['x', 'newshape'],
  output: ({ args: { x, newshape }, mode }) => {
    if (!hasRank(newshape)) throw new NotKnown(newshape.reason);
    const target = targetOf(newshape, 'newshape');
    // Of an input of unknown rank only a -1 is lost.
    if (!hasRank(x.anyShape)) {
      const why = x.anyShape.reason;
      return tensorOf(
        target.map((size) => (size === 'rest' ? unknownDimension(why) : size)),
        x.dtype,
      );
    }
    // A graph works out the one size that is open, be it asked for by -1 or by another tensor's size.
    const to =
      mode === 'graph'
        ? inferredReshape(x.shape, target, { parameter: 'newshape' })
        : reshapedShape(x.shape, newshape, 'newshape');
    return tensorOf(to, x.dtype);
  },
  explain: ({ args: { x, newshape } }) =>
    hasRank(newshape) ? explainReshape(x.shape, targetOf(newshape, 'newshape')) : [],
  elements: ({ args: { x } }) => elementsOf(x),
});

const ravel = defineOp({
  name: 'ravel',
  module: 'numpy',
  operation: 'Ravel',
  summary: 'All elements in one axis.',
  params: { x: tensor() },
  output: ({ args: { x } }) => tensorOf([elements(x.shape, dynamic())], x.dtype),
  elements: ({ args: { x } }) => elementsOf(x),
});

/** Keras' `compute_expand_dims_output_shape`: new axes of 1, counted in the result. */
export function expanded(from: readonly Dimension[], axes: readonly number[]): Dimension[] {
  const rank = from.length + axes.length;
  const at = axesOf(axes, rank);
  const rest = [...from];
  const result = Array.from({ length: rank }, (_, axis) => (at.includes(axis) ? 1 : rest.shift()));
  if (result.every((size) => size !== undefined)) return result;
  return refuse('invalid-argument', `(${axes.join(', ')}) names an axis twice`, {
    exception: 'RuntimeError',
    parameter: 'axis',
  });
}

const expandDims = defineOp({
  name: 'expand_dims',
  module: 'numpy',
  operation: 'ExpandDims',
  summary: 'A new axis of size 1.',
  params: { x: tensor(), axis: axisChoice(null) },
  output: ({ args: { x, axis } }) => {
    if (axis === null) {
      return refuse('invalid-argument', '`axis` of expand_dims must be an int, not None', { parameter: 'axis' });
    }
    return tensorOf(expanded(x.shape, axis.axes), x.dtype);
  },
  elements: ({ args: { x } }) => elementsOf(x),
});

/** Axes of size 1 taken away; by name also refused where the size is a `None`. */
export function squeezed(from: readonly Dimension[], axes: readonly number[] | null): readonly Dimension[] {
  if (axes === null) {
    const unknown = from.find(isUnknown);
    if (unknown) throw new NotKnown(unknown.reason);
    return from.filter((size) => size !== 1);
  }
  for (const axis of axes) {
    const size = from[axis < 0 ? axis + from.length : axis];
    if (size === undefined) axisOf(axis, from.length);
    if (size !== undefined && !isUnknown(size) && size !== 1) {
      refuse(
        'incompatible-shapes',
        isDynamic(size)
          ? `axis ${axis} of ${formatShape(from)} may be larger than 1`
          : `axis ${axis} of ${formatShape(from)} has ${size}, and only a size of 1 can be squeezed`,
        { parameter: 'axis', facts: { axis } },
      );
    }
  }
  return without(from, axesOf(axes, from.length));
}

const squeeze = defineOp({
  name: 'squeeze',
  module: 'numpy',
  operation: 'Squeeze',
  summary: 'Axes of size 1 taken away.',
  params: { x: tensor(), axis: axisChoice() },
  output: ({ args: { x, axis } }) => tensorOf(squeezed(x.shape, axis?.axes ?? null), x.dtype),
  run: ({ args: { x, axis }, mode }) => {
    // TensorFlow cannot tell which axes stay where one is not known, and does not refuse what may be 1.
    if (axis === null && mode === 'graph' && x.shape.some(isDynamic)) {
      return tensorOf(unknownShape({ text: 'sizes that only a run tells may be 1' }), x.dtype);
    }
    const known = x.shape.map((size, i) => (isDynamic(size) && named(axis?.axes ?? [], i, x.rank) ? 1 : size));
    return tensorOf(squeezed(known, axis?.axes ?? null), x.dtype);
  },
  elements: ({ args: { x } }) => elementsOf(x),
});

function named(axes: readonly number[], axis: number, rank: number): boolean {
  return axes.some((one) => one === axis || one + rank === axis);
}

export const reshaping: readonly OpDefinition[] = [reshape, ravel, expandDims, squeeze];
