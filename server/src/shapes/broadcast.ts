/**
 * Shapes that meet element by element.
 *
 * Keras has two rules for it, which differ in what a `None` beside a number becomes: its ops take the
 * number (`broadcast_shapes` in `ops/operation_utils.py`, TensorFlow too), its merging layers keep the
 * `None` (`_compute_elemwise_op_output_shape` in `layers/merging/base_merge.py`).
 */
import { type Dimension, formatDimension, isDynamic, isKnown, isUnknown, withoutLimit } from './dimension';
import { formatShape } from './shape';

/** Two sizes that do not fit: neither is 1, and they differ. `axis` counts in the result. */
export interface Mismatch {
  readonly axis: number;
  readonly left: number;
  readonly right: number;
}

export type Broadcast =
  | { readonly shape: readonly Dimension[]; readonly mismatch: null }
  | { readonly shape: null; readonly mismatch: Mismatch };

/** As Keras' ops and TensorFlow broadcast: a `None` beside n > 1 must turn out to be 1 or n, so the result is n. */
export function broadcastShapes(left: readonly Dimension[], right: readonly Dimension[]): Broadcast {
  return alignedRight(left, right, meetInOp);
}

/** As Keras' merging layers do: a `None` on either side stays `None`. */
export function mergeShapes(left: readonly Dimension[], right: readonly Dimension[]): Broadcast {
  return alignedRight(left, right, meetInMerge);
}

/** The first axis from the left on which sizes surely clash, with both sizes; undefined where all fit. */
function alignedRight(
  left: readonly Dimension[],
  right: readonly Dimension[],
  meet: (a: Dimension, b: Dimension) => Dimension | null,
): Broadcast {
  const rank = Math.max(left.length, right.length);
  const shape: Dimension[] = [];
  for (let axis = 0; axis < rank; axis++) {
    const a = left[axis - rank + left.length];
    const b = right[axis - rank + right.length];
    if (a === undefined || b === undefined) {
      shape.push((a ?? b) as Dimension);
      continue;
    }
    const met = meet(a, b);
    if (met === null) return { shape: null, mismatch: { axis, left: a as number, right: b as number } };
    shape.push(met);
  }
  return { shape, mismatch: null };
}

/** Null where both are numbers that do not fit. */
function meetInOp(a: Dimension, b: Dimension): Dimension | null {
  if (a === 1) return b;
  if (b === 1) return a;
  if (isKnown(a) && isKnown(b)) return a === b ? a : null;
  if (isKnown(a)) return a;
  if (isKnown(b)) return b;
  // An unknown size may be the number that decides, or 1.
  return a === b ? a : withoutLimit(isUnknown(a) ? a : isUnknown(b) ? b : a);
}

function meetInMerge(a: Dimension, b: Dimension): Dimension | null {
  if (isDynamic(a)) return a;
  if (isDynamic(b)) return b;
  // Beside an unknown size even a number says nothing: the unknown one may be None.
  if (isUnknown(a)) return a;
  if (isUnknown(b)) return b;
  if (a === 1) return b;
  if (b === 1) return a;
  return a === b ? a : null;
}

/**
 * What broadcasting does to two shapes, axis by axis where they differ: `axis 1: 1 against 16 gives 16`.
 * `result` is their broadcast shape.
 */
export function explainBroadcast(
  left: readonly Dimension[],
  right: readonly Dimension[],
  result: readonly Dimension[],
): readonly string[] {
  const lines: string[] = [];
  // A number meets every element; there are no axes to line up.
  if (left.length !== right.length && left.length > 0 && right.length > 0) {
    const [shorter, longer] = left.length < right.length ? [left, right] : [right, left];
    lines.push(
      `${formatShape(shorter)} is lined up with the last ${shorter.length} of the ${longer.length} axes of ${formatShape(longer)}`,
    );
  }
  result.forEach((size, axis) => {
    const a = left[axis - result.length + left.length];
    const b = right[axis - result.length + right.length];
    if (a === undefined || b === undefined || formatDimension(a) === formatDimension(b)) return;
    lines.push(`axis ${axis}: ${formatDimension(a)} against ${formatDimension(b)} gives ${formatDimension(size)}`);
  });
  return lines;
}

/** A clash in words: `axis 1 differs: 16 against 14`. */
export function describeMismatch({ axis, left, right }: Mismatch): string {
  return `axis ${axis} differs: ${left} against ${right}`;
}
