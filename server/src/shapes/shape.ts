/** A tensor's shape: its dimensions, or an unknown rank. */
import {
  type Dimension,
  formatDimension,
  isDynamic,
  isKnown,
  isUnknown,
  joinDimensions,
  sameToKeras,
  unknownDimension,
} from './dimension';
import type { Reason } from './reason';

export type Shape = readonly Dimension[] | UnknownShape;

/** Not even the rank is known. */
export class UnknownShape {
  readonly kind = 'unknown';
  constructor(
    readonly reason: Reason,
    /** The shape that it is if it has so many axes; it has no more of them (`np.loadtxt`). */
    readonly fullest: readonly Dimension[] | null = null,
  ) {}
}

export function unknownShape(reason: Reason, fullest: readonly Dimension[] | null = null): UnknownShape {
  return new UnknownShape(reason, fullest);
}

export function hasRank(shape: Shape): shape is readonly Dimension[] {
  return !(shape instanceof UnknownShape);
}

/** A shape of known rank whose every size is unknown for one reason. */
export function unknownOfRank(rank: number, reason: Reason): Dimension[] {
  return Array.from({ length: rank }, () => unknownDimension(reason));
}

export function isFullyKnown(shape: Shape): shape is readonly number[] {
  return hasRank(shape) && shape.every(isKnown);
}

export function hasDynamic(shape: readonly Dimension[]): boolean {
  return shape.some(isDynamic);
}

export function hasUnknown(shape: readonly Dimension[]): boolean {
  return shape.some(isUnknown);
}

/** Whether Keras would show both alike, and nothing is unknown. */
export function sameShape(a: Shape, b: Shape): boolean {
  return hasRank(a) && hasRank(b) && a.length === b.length && a.every((d, i) => sameToKeras(d, b[i] as Dimension));
}

export function joinShapes(a: Shape, b: Shape, reason: Reason): Shape {
  if (a === b) return a;
  if (!hasRank(a)) return a;
  if (!hasRank(b)) return b;
  if (a.length !== b.length) return unknownShape(reason);
  return a.map((d, i) => joinDimensions(d, b[i] as Dimension, reason));
}

/** As Keras prints a shape: `(None, 28, 28, 16)`, `(3,)`, `()`; `(?)` for an unknown rank. */
export function formatShape(shape: Shape): string {
  if (!hasRank(shape)) return '(?)';
  return shape.length === 1
    ? `(${formatDimension(shape[0] as Dimension)},)`
    : `(${shape.map(formatDimension).join(', ')})`;
}

/** The reason of the first thing in a shape that is not known, if any. */
export function whyUnknown(shape: Shape): Reason | undefined {
  if (!hasRank(shape)) return shape.reason;
  return shape.find(isUnknown)?.reason;
}
