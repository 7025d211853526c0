/** Elements taken by index, repeated, and put into place. */
import { axisOf, inserted, replaced, without } from './axes';
import { type Dimension, formatDimension, isDynamic, isKnown, multiply, sum } from './dimension';
import { refuse } from './problem';
import { broadcast, elements } from './products';
import { formatShape } from './shape';

type Sizes = readonly Dimension[];

/** `Take.compute_output_spec`: the axis gives way to the indices' own shape; null: of the flat tensor. */
export function taken(shape: Sizes, indices: Sizes, axis: number | null): Sizes {
  if (axis === null) return indices;
  const at = axisOf(axis, shape.length);
  return [...shape.slice(0, at), ...indices, ...shape.slice(at + 1)];
}

export function explainTaken(shape: Sizes, indices: Sizes, axis: number | null): string[] {
  if (axis === null) return ['elements of the flattened tensor'];
  const at = axisOf(axis, shape.length);
  return [`axis ${at} (${formatDimension(shape[at] as Dimension)}) gives way to ${formatShape(indices)}`];
}

/** Keras' `compute_take_along_axis_output_shape`. */
export function takenAlong(shape: Sizes, indices: Sizes, axis: number | null, free: Dimension): Sizes {
  const from = axis === null ? [elements(shape, free)] : shape;
  if (from.length !== indices.length) {
    refuse('wrong-rank', `the indices have ${indices.length} dimensions, and the tensor ${from.length}`, {
      parameter: 'indices',
      facts: { expected: from.length, actual: indices.length },
    });
  }
  const at = axis === null ? 0 : axisOf(axis, from.length);
  return broadcast(replaced(from, at, indices[at] as Dimension), indices);
}

/** `Repeat.compute_output_spec`: one number for all elements of an axis, or one for each. */
export function repeatedShape(shape: Sizes, repeats: Sizes, axis: number | null, free: Dimension): Sizes {
  if (axis === null && shape.some(isDynamic)) return [free];
  const at = axis === null ? 0 : axis;
  const sizes = axis === null ? [elements(shape, free)] : shape;
  const size = sizes[at < 0 ? at + sizes.length : at];
  if (size === undefined) {
    return refuse('axis-out-of-range', `axis ${at} is not there: the tensor has ${sizes.length} axes`, {
      exception: 'IndexError',
      parameter: 'axis',
    });
  }
  if (isDynamic(size)) return sizes;
  const [only] = repeats;
  if (repeats.length !== 1 && isKnown(size) && size !== repeats.length) {
    refuse('incompatible-shapes', `${repeats.length} repeats are given for ${size} elements`, { parameter: 'repeats' });
  }
  const total = repeats.length === 1 ? multiply(size, only as Dimension) : sum(repeats);
  return replaced(sizes, at < 0 ? at + sizes.length : at, total);
}

/** `Tile.compute_output_spec`: shape and repeats lined up at their ends. */
export function tiled(shape: Sizes, repeats: Sizes): Sizes {
  const rank = Math.max(shape.length, repeats.length);
  const at = (items: Sizes, axis: number) => items[axis - rank + items.length] ?? 1;
  return Array.from({ length: rank }, (_, axis) => {
    const size = at(shape, axis);
    return isDynamic(size) ? size : multiply(size, at(repeats, axis));
  });
}

/** `OneHot.compute_output_spec`: a new axis of classes; only -1 and the axes that are there count. */
export function oneHotShape(shape: Sizes, classes: Dimension, axis: number): Sizes {
  if (axis === -1) return [...shape, classes];
  if (axis >= 0 && axis < shape.length) return inserted(shape, axis, classes);
  return refuse(
    'axis-out-of-range',
    shape.length === 0
      ? `axis must be -1 for a scalar, not ${axis}`
      : `axis must be -1 or one from 0 to ${shape.length - 1}, not ${axis}`,
    { parameter: 'axis', facts: { axis, rank: shape.length } },
  );
}

/** `MultiHot.compute_output_spec`: as one-hot, then the second axis (of a vector's matrix: the first) is reduced. */
export function multiHotShape(shape: Sizes, classes: Dimension, axis: number): Sizes {
  const hot = oneHotShape(shape, classes, axis);
  return hot.length === 2 ? hot.slice(-1) : without(hot, [1]);
}
