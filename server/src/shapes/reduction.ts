/** Axes summed, averaged or otherwise taken away. */
import { axesOf, without } from './axes';
import { type Dimension, formatDimension } from './dimension';
import { refuse } from './problem';

/**
 * What is left of a shape (Keras' `reduce_shape`). `axes` null: all of them.
 *
 * Keras deletes the axes one after another, the highest first, so that an axis named twice takes
 * another one with it; a second deletion behind the end is Python's IndexError.
 */
export function reducedShape(
  shape: readonly Dimension[],
  axes: readonly number[] | null,
  keepdims: boolean,
): readonly Dimension[] {
  if (axes === null) return keepdims ? shape.map(() => 1) : [];
  const canonical = axesOf(axes, shape.length);
  if (keepdims) return shape.map((size, i) => (canonical.includes(i) ? 1 : size));
  if (new Set(canonical).size === canonical.length) return without(shape, canonical);
  const left = [...shape];
  for (const axis of canonical.sort((a, b) => b - a)) {
    if (axis >= left.length) return refuseTwice(axis);
    left.splice(axis, 1);
  }
  return left;
}

function refuseTwice(axis: number): never {
  return refuse('invalid-argument', `axis ${axis} is named twice`, { exception: 'IndexError', parameter: 'axis' });
}

/** Which axes go, with their sizes: `axis 1 (28) and axis 2 (28) are reduced`. */
export function explainReduction(shape: readonly Dimension[], axes: readonly number[] | null): string[] {
  if (axes === null) return shape.length > 1 ? [`all ${shape.length} axes are reduced`] : [];
  const names = [...new Set(axesOf(axes, shape.length))]
    .sort((a, b) => a - b)
    .map((axis) => `axis ${axis} (${formatDimension(shape[axis] as Dimension)})`);
  if (names.length === 0) return ['no axis is reduced'];
  return [`${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} reduced`];
}
