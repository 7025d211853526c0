/** Axes in another order. */
import { axesOf, axisOf, indexOf, replaced } from './axes';
import type { Dimension } from './dimension';
import { refuse } from './problem';

type Sizes = readonly Dimension[];

/** Keras' `compute_transpose_output_shape`; null turns all axes round. */
export function transposed(shape: Sizes, axes: readonly number[] | null): Sizes {
  if (axes === null) return [...shape].reverse();
  const rank = shape.length;
  const parameter = 'axes';
  if (axes.length !== rank) {
    refuse('wrong-rank', `${axes.length} axes are named, and the tensor has ${rank}`, {
      parameter,
      facts: { rank, count: axes.length },
    });
  }
  const order = axesOf(axes, rank, parameter);
  if (new Set(order).size !== rank) {
    refuse('invalid-argument', `(${axes.join(', ')}) names an axis twice`, { parameter });
  }
  return order.map((axis) => shape[axis] as Dimension);
}

export function swappedAxes(shape: Sizes, first: number, second: number): Sizes {
  const a = axisOf(first, shape.length, 'axis1');
  const b = axisOf(second, shape.length, 'axis2');
  return exchanged(shape, a, b);
}

function exchanged(shape: Sizes, a: number, b: number): Sizes {
  return replaced(replaced(shape, a, shape[b] as Dimension), b, shape[a] as Dimension);
}

/** `Moveaxis.compute_output_spec`: named axes go to their places, the others fill the rest in order. */
export function movedAxes(shape: Sizes, from: readonly number[], to: readonly number[]): Sizes {
  if (from.length !== to.length) {
    refuse('invalid-argument', `${from.length} axes cannot go to ${to.length} places`, { parameter: 'destination' });
  }
  const sources = axesOf(from, shape.length, 'source');
  const places = axesOf(to, shape.length, 'destination');
  const result: (Dimension | null)[] = shape.map(() => null);
  const left: (Dimension | null)[] = [...shape];
  sources.forEach((source, i) => {
    // An axis named twice has gone when it is asked for again: Keras then leaves a mark of its own.
    const size = left[source];
    result[places[i] as number] = size ?? null;
    left[source] = null;
  });
  const rest = left.filter((size): size is Dimension => size !== null);
  return result.map((size) => size ?? rest.shift() ?? 1);
}

/** `Rot90.compute_output_spec`: the two axes change places whatever k is. */
export function rotated(shape: Sizes, axes: readonly number[]): Sizes {
  if (shape.length < 2) refuse('wrong-rank', `rot90 takes 2 dimensions or more, and this tensor has ${shape.length}`);
  const [first = 0, second = 0] = axes;
  if (axes.length !== 2 || first === second) {
    refuse('invalid-argument', `(${axes.join(', ')}) are not two different axes`, { parameter: 'axes' });
  }
  return exchanged(shape, indexOf(first, shape.length, 'axes'), indexOf(second, shape.length, 'axes'));
}
