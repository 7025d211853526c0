/** Products of matrices and tensors: which axes meet, and what is left. */
import { axisOf, indexOf, inserted, without } from './axes';
import { broadcastShapes, describeMismatch } from './broadcast';
import {
  type Dimension,
  formatDimension,
  isDynamic,
  isKnown,
  isUnknown,
  multiply,
  product,
  surelyDiffer,
} from './dimension';
import { type Failing, refuse } from './problem';
import { formatShape } from './shape';

type Sizes = readonly Dimension[];

/** Broadcasts as ops do, or refuses. */
export function broadcast(left: Sizes, right: Sizes, failing: Failing = {}): Sizes {
  const met = broadcastShapes(left, right);
  if (!met.mismatch) return met.shape;
  return refuse(
    'incompatible-shapes',
    `${formatShape(left)} and ${formatShape(right)} do not broadcast, ${describeMismatch(met.mismatch)}`,
    { ...failing, facts: { shapes: [left, right], ...met.mismatch } },
  );
}

export function broadcastAll(shapes: readonly Sizes[], failing: Failing = {}): Sizes {
  return shapes.reduce((a, b) => broadcast(a, b, failing), [] as Sizes);
}

function mismatch(left: Sizes, right: Sizes, a: Dimension, b: Dimension, failing: Failing): never {
  return refuse(
    'incompatible-shapes',
    `${formatShape(left)} and ${formatShape(right)} cannot be multiplied: ${formatDimension(a)} against ${formatDimension(b)}`,
    { ...failing, facts: { shapes: [left, right], sizes: [a, b] } },
  );
}

/** Keras' `compute_matmul_output_shape`: the last axis of one with the last but one of the other, the rest broadcast. */
export function matmulShape(left: Sizes, right: Sizes, failing: Failing = {}): Sizes {
  const [a, b] = [left.length === 1 ? [1, ...left] : left, right.length === 1 ? [...right, 1] : right];
  if (a.length < 2 || b.length < 2) {
    return refuse(
      'wrong-rank',
      `${formatShape(left.length === 0 ? left : right)} is a scalar, which matmul does not take`,
      {
        exception: 'IndexError',
        ...failing,
      },
    );
  }
  const [inner, other] = [a.at(-1) as Dimension, b.at(-2) as Dimension];
  if (surelyDiffer(inner, other)) return mismatch(left, right, inner, other, failing);
  const leading = broadcast(a.slice(0, -2), b.slice(0, -2), failing);
  const rows = left.length === 1 ? [] : [a.at(-2) as Dimension];
  const columns = right.length === 1 ? [] : [b.at(-1) as Dimension];
  return [...leading, ...rows, ...columns];
}

export function explainMatmul(left: Sizes, right: Sizes): string[] {
  const terms = left.at(-1);
  return terms === undefined || right.length === 0
    ? []
    : [`${formatShape(left)} · ${formatShape(right)}: ${formatDimension(terms)} products are summed at each place`];
}

/** `Dot.compute_output_spec` of tensors that are no scalars: numpy's `dot`, whose rest does not broadcast. */
export function numpyDot(left: Sizes, right: Sizes, failing: Failing = {}): Sizes {
  if (left.length === 1 && right.length === 1) return [];
  const inner = left.at(-1) as Dimension;
  const at = right.length === 1 ? 0 : right.length - 2;
  const other = right[at] as Dimension;
  // Before a vector even a None must meet a None.
  const strict = right.length === 1 && isDynamic(inner) !== isDynamic(other) && !isUnknown(inner) && !isUnknown(other);
  if (strict || surelyDiffer(inner, other)) return mismatch(left, right, inner, other, failing);
  return [...left.slice(0, -1), ...without(right, [at])];
}

/** `Inner.compute_output_spec`: last axis with last axis; a scalar multiplies. */
export function innerShape(left: Sizes, right: Sizes): Sizes {
  if (left.length === 0) return right;
  if (right.length === 0) return left;
  const [a, b] = [left.at(-1) as Dimension, right.at(-1) as Dimension];
  if (surelyDiffer(a, b)) return mismatch(left, right, a, b, {});
  return [...left.slice(0, -1), ...right.slice(0, -1)];
}

/** The last `count` axes of one with the first of the other; their sizes are not compared (`Tensordot.compute_output_spec`). */
export function tensordotCount(left: Sizes, right: Sizes, count: number): Sizes {
  if (count <= 0) return [...left, ...right];
  return [...left.slice(0, -count), ...right.slice(count)];
}

/** Named axes of both, whose sizes must fit. */
export function tensordotAxes(left: Sizes, right: Sizes, axes: readonly (readonly number[])[]): Sizes {
  const [first = [], second = []] = axes;
  const a = first.map((axis) => indexOf(axis, left.length, 'axes'));
  const b = second.map((axis) => indexOf(axis, right.length, 'axes'));
  if (a.length !== b.length) {
    refuse('invalid-argument', `${a.length} axes cannot meet ${b.length}`, { parameter: 'axes' });
  }
  a.forEach((axis, i) => {
    const [size, other] = [left[axis] as Dimension, right[b[i] as number] as Dimension];
    if (surelyDiffer(size, other)) mismatch(left, right, size, other, { parameter: 'axes' });
  });
  return [...without(left, a), ...without(right, b)];
}

/** The number of elements, `None` where any size is one. */
export function elements(shape: Sizes, free: Dimension): Dimension {
  return shape.some(isDynamic) ? free : product(shape);
}

/** `Kron.compute_output_spec`: sizes multiplied pairwise from the front, as far as both go. */
export function kronShape(left: Sizes, right: Sizes): Sizes {
  return left.slice(0, right.length).map((size, i) => multiply(size, right[i] as Dimension));
}

export interface CrossAxes {
  /** False where `result` is not looked at once there is no axis to put there (numpy). */
  readonly checksScalars?: boolean;
  readonly left: number;
  readonly right: number;
  readonly result: number;
}

/** `Cross.compute_output_spec`: vectors of 2 or 3 along one axis of each; none is left where both have 2. */
export function crossShape(left: Sizes, right: Sizes, axes: CrossAxes): Sizes {
  const a = indexOf(axes.left, left.length, 'axisa');
  const b = indexOf(axes.right, right.length, 'axisb');
  const rest = broadcast(without(left, [a]), without(right, [b]));
  const sizes = [left[a] as Dimension, right[b] as Dimension];
  for (const size of sizes) {
    if (isKnown(size) && size !== 2 && size !== 3) {
      refuse('incompatible-shapes', `a cross product takes vectors of 2 or 3, and this one has ${size}`, {
        facts: { size },
      });
    }
  }
  if (!sizes.includes(3)) {
    if (axes.checksScalars !== false) axisOf(axes.result, rest.length, 'axisc');
    return rest;
  }
  return inserted<Dimension>(rest, axisOf(axes.result, rest.length + 1, 'axisc'), 3);
}
