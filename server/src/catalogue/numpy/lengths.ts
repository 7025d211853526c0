/**
 * Lengths of arrays that are not known, and what subscripts tell of them: `data[:, 8]` that works means nine columns at
 * least, and `data[:, 0:8]` then has eight; a window `data[i:i + 3]` has three rows wherever `i` stands below the end.
 */
import { type Dimension, isDynamic, isKnown, LimitedDimension } from '../../shapes/dimension';
import type { Reason } from '../../shapes/reason';
import { hasRank, type Shape, unknownOfRank } from '../../shapes/shape';
import type { Context } from '../../values/context';
import { type Count, difference, notAbove } from '../../values/quantity';
import { TensorValue } from '../../values/tensor';
import { dimensionValue, type SliceValue, tuple, unknown, type Value } from '../../values/value';

/** An array or a table. */
export interface Sized {
  readonly shape: Shape;
  /** The size of an axis that is not known; null where it is not the size of a single array. */
  length(axis: number): Count | null;
}

/** A size as the program gets it: `len(x)`, `x.shape[0]`. */
export function sizeValue(array: Sized, axis: number, size: Dimension, context: Context): Value {
  if (isKnown(size) || isDynamic(size)) return dimensionValue(size);
  const count = array.length(axis);
  const { reason } = context.unknown('the size of an array is not known', size.reason);
  return count ? { kind: 'unknown', reason, count } : unknown(reason);
}

export function shapeTuple(array: Sized, context: Context): Value {
  const { shape } = array;
  if (!hasRank(shape)) return openShape(array, shape.reason);
  return tuple(shape.map((size, axis) => sizeValue(array, axis, size, context)));
}

/** The shape of an array of unknown rank: taken apart into so many sizes, it has as many axes from then on. */
function openShape(array: Sized, reason: Reason): Value {
  const unpacked = (count: number, context: Context): readonly Value[] | null => {
    if (context.caught || !(array instanceof TensorValue) || array.mixed) return null;
    const sizes = unknownOfRank(count, reason);
    array.refine(context.heap, sizes);
    return sizes.map((size, axis) => sizeValue(array, axis, size, context));
  };
  return { kind: 'unknown', reason, unpacked };
}

/** The key of a subscript, its slices with what they take; what the subscript tells of the array is noted. */
export function measuredKey(array: TensorValue, key: Value, context: Context): Value {
  const items = key.kind === 'tuple' ? key.items : [key];
  const taking = items.filter(
    (item) => item.kind === 'int' || item.kind === 'slice' || (item.kind === 'unknown' && item.count),
  );
  const { shape: whole } = array;
  if (!hasRank(whole) && whole.fullest?.length === taking.length && !context.caught) {
    array.refine(context.heap, whole.fullest);
  }
  const { shape } = array;
  if (!hasRank(shape) || items.length > shape.length || taking.length < items.length) return key;
  const measured = items.map((item, axis) => {
    const size = shape[axis] as Dimension;
    if (item.kind === 'slice') return taken(array, axis, size, item);
    if (item.kind === 'int') hasElement(array, axis, size, Number(item.value), context);
    return item;
  });
  return key.kind === 'tuple' ? { ...key, items: measured } : (measured[0] as Value);
}

/** An element at this place is there: else the program would have ended. */
export function hasElement(array: Sized, axis: number, size: Dimension, index: number, context: Context): void {
  if (isKnown(size) || context.caught) return;
  const least = index < 0 ? -index : index + 1;
  array.length(axis)?.of.isAtLeast(context.heap, least);
  if (size instanceof LimitedDimension) size.hasAtLeast(context.heap, least);
}

/** An int of which something is known; undefined for others, null where a bound is left out. */
function boundOf(value: Value): Count | number | null | undefined {
  if (value.kind === 'None') return null;
  if (value.kind === 'unknown') return value.count;
  return value.kind === 'int' && typeof value.value === 'number' ? value.value : undefined;
}

/** The slice, with what it takes of the axis. */
export function taken(array: Sized, axis: number, size: Dimension, slice: SliceValue): SliceValue {
  const [from, to] = [boundOf(slice.start), boundOf(slice.stop)];
  const whole = isKnown(size) ? size : array.length(axis);
  if (slice.step.kind !== 'None' || from === undefined || to === undefined || whole === null || isDynamic(size))
    return slice;
  const [start, stop] = [from ?? 0, to ?? whole];
  const fits = notAbove(0, start) && notAbove(start, stop);
  if (fits && notAbove(stop, whole)) {
    const takes = difference(stop, start);
    return takes === null ? slice : { ...slice, takes };
  }
  if (!fits || isKnown(size) || typeof start !== 'number' || typeof stop !== 'number' || typeof whole === 'number')
    return slice;
  return { ...slice, takes: new LimitedDimension(size.reason, start, stop, whole.of) };
}
