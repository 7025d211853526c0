/**
 * Contracting one axis of each of two batches of tensors: Keras' `Dot` layer and `batch_dot`
 * (`layers/merging/dot.py`).
 */
import { type Dimension, formatDimension, isUnknown, sameToKeras } from './dimension';
import { formatShape } from './shape';

/** The axis of each side: one int counts from either end of both, two are taken as they are. */
export function dotAxes(
  axes: readonly number[],
  left: readonly Dimension[],
  right: readonly Dimension[],
): readonly [number, number] {
  const [first = 0, second = first] = axes;
  if (axes.length > 1) return [first, second];
  // Keras takes a negative int modulo the rank, so that even -9 finds an axis.
  return first < 0 ? [modulo(first, left.length), modulo(first, right.length)] : [first, first];
}

function modulo(a: number, b: number): number {
  return b === 0 ? a : ((a % b) + b) % b;
}

/** The contracted sizes, each undefined where its side has no such axis. */
export function contracted(
  [a, b]: readonly [number, number],
  left: readonly Dimension[],
  right: readonly Dimension[],
): readonly [Dimension | undefined, Dimension | undefined] {
  return [left.at(a), right.at(b)];
}

/** Keras compares strictly: even None against 4 is refused. False where one of them is unknown. */
export function surelyClash(a: Dimension, b: Dimension): boolean {
  return !isUnknown(a) && !isUnknown(b) && !sameToKeras(a, b);
}

/**
 * Left without its axis, then right without its axis and its first (the batch); a lone batch gets an
 * axis of 1. Null where a side has no such axis.
 */
export function dotShape(
  axes: readonly [number, number],
  left: readonly Dimension[],
  right: readonly Dimension[],
): readonly Dimension[] | null {
  const a = without(left, axes[0]);
  const b = without(right, axes[1]);
  const rest = b && without(b, 0);
  if (!a || !rest) return null;
  const shape = [...a, ...rest];
  return shape.length === 1 ? [...shape, 1] : shape;
}

function without(shape: readonly Dimension[], axis: number): readonly Dimension[] | null {
  const at = axis < 0 ? axis + shape.length : axis;
  return at >= 0 && at < shape.length ? shape.filter((_, i) => i !== at) : null;
}

/** `axis 2 of (None, 3, 8) and axis 1 of (None, 8, 5): 8 products are summed at each place`. */
export function explainDot(
  axes: readonly [number, number],
  left: readonly Dimension[],
  right: readonly Dimension[],
): string {
  const size = left.at(axes[0]);
  const terms = size === undefined ? '?' : formatDimension(size);
  return `axis ${axes[0]} of ${formatShape(left)} with axis ${axes[1]} of ${formatShape(right)}: ${terms} products are summed at each place`;
}
