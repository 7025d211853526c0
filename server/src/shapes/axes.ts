/** Axes by number: negative ones count from the end. */
import { refuse } from './problem';

/** An axis from 0 (Keras' `canonicalize_axis`). Refuses one that is not there. */
export function axisOf(axis: number, rank: number, parameter = 'axis'): number {
  if (axis >= -rank && axis < rank) return axis < 0 ? axis + rank : axis;
  return refuse('axis-out-of-range', `axis ${axis} is not there: ${ranked(rank)}`, {
    parameter,
    facts: { axis, rank },
  });
}

export function axesOf(axes: readonly number[], rank: number, parameter = 'axis'): number[] {
  return axes.map((axis) => axisOf(axis, rank, parameter));
}

/** What Python's `shape[axis]` does with an axis that is not there: IndexError. */
export function indexOf(axis: number, rank: number, parameter = 'axis'): number {
  if (axis >= -rank && axis < rank) return axis < 0 ? axis + rank : axis;
  return refuse('axis-out-of-range', `axis ${axis} is not there: ${ranked(rank)}`, {
    exception: 'IndexError',
    parameter,
    facts: { axis, rank },
  });
}

/** A shape with one axis set to another size. */
export function replaced<T>(items: readonly T[], index: number, item: T): T[] {
  const copy = [...items];
  copy[index] = item;
  return copy;
}

/** A shape without some axes. */
export function without<T>(items: readonly T[], indices: readonly number[]): T[] {
  return items.filter((_, i) => !indices.includes(i));
}

/** A shape with something put in before an index. */
export function inserted<T>(items: readonly T[], index: number, ...more: readonly T[]): T[] {
  return [...items.slice(0, index), ...more, ...items.slice(index)];
}

export function ranked(rank: number): string {
  if (rank === 0) return 'the tensor is a scalar';
  return rank === 1 ? 'the tensor has one axis' : `the tensor has ${rank} axes`;
}
