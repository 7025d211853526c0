/** Cutting out parts: subscripts with ints and slices, and slices by start and size. */
import {
  add,
  ceilDivide,
  type Dimension,
  dynamic,
  formatDimension,
  isDynamic,
  isKnown,
  isUnknown,
  subtract,
} from './dimension';
import { refuse } from './problem';
import { formatShape } from './shape';

/** A bound of a slice: left out, a number, one that only a run tells, or not known. */
export type Bound = Dimension | null;

export interface SliceBounds {
  readonly start: Bound;
  readonly stop: Bound;
  readonly step: Bound;
  /** How much it takes, where that is known though its bounds or the axis are not. */
  readonly takes?: Dimension | undefined;
}

/** One item of a subscript. An `index` may be anything that selects one element. */
export type SubscriptItem =
  | { readonly type: 'index'; readonly index: Dimension }
  | { readonly type: 'slice'; readonly slice: SliceBounds }
  | { readonly type: 'newaxis' }
  | { readonly type: 'ellipsis' };

/** `len(range(*slice(start, stop, step).indices(size)))` for numbers. */
export function sliceCount(size: number, start: number | null, stop: number | null, step: number): number {
  const clamp = (bound: number, low: number, high: number) =>
    Math.min(Math.max(bound < 0 ? bound + size : bound, low), high);
  if (step > 0) {
    const from = start === null ? 0 : clamp(start, 0, size);
    const to = stop === null ? size : clamp(stop, 0, size);
    return Math.max(0, Math.ceil((to - from) / step));
  }
  const from = start === null ? size - 1 : clamp(start, -1, size - 1);
  const to = stop === null ? -1 : clamp(stop, -1, size - 1);
  return Math.max(0, Math.ceil((from - to) / -step));
}

/** How many elements a slice takes of an axis. Of a `None` it takes a `None`, unless it takes all. */
export function slicedSize(size: Dimension, { start, stop, step, takes }: SliceBounds): Dimension {
  if (takes !== undefined) return takes;
  if (step === 0) return refuse('invalid-argument', 'the step of a slice must not be 0');
  const whole = (start === null || start === 0) && stop === null;
  if (whole && (step === null || step === 1 || step === -1)) return size;
  const unknown = [size, start, stop, step].find((part) => part !== null && isUnknown(part));
  if (unknown && isUnknown(unknown)) return isDynamic(size) ? dynamic() : unknown;
  if (isKnown(size) && [start, stop, step].every((part) => part === null || isKnown(part))) {
    return sliceCount(size, start as number | null, stop as number | null, (step ?? 1) as number);
  }
  if (!isDynamic(size)) return dynamic();
  // What is left of a None, as long as it is large enough: good for showing, never compared.
  if (whole && isKnown(step as Dimension) && (step as number) > 0) return ceilDivide(size, step as number);
  if (step === null || step === 1) {
    const cut = (start === null ? 0 : start) as Dimension;
    if (isKnown(cut) && cut >= 0 && stop === null) return subtract(size, cut);
    if (isKnown(cut) && cut >= 0 && stop !== null && isKnown(stop) && stop < 0) return add(subtract(size, cut), stop);
  }
  return dynamic();
}

/**
 * The shape of `x[items]`. An index that surely is out of bounds, too many items and a second `...`
 * are refused with the given exception.
 */
export function subscriptShape(
  shape: readonly Dimension[],
  items: readonly SubscriptItem[],
  exceptions: { readonly index: string; readonly count: string } = { index: 'IndexError', count: 'IndexError' },
): readonly Dimension[] {
  const dots = items.filter((item) => item.type === 'ellipsis').length;
  if (dots > 1) refuse('invalid-argument', 'a subscript takes only one `...`', { exception: exceptions.count });
  const taking = items.filter((item) => item.type === 'index' || item.type === 'slice').length;
  if (taking > shape.length) {
    refuse('wrong-rank', `${formatShape(shape)} has ${shape.length} axes, and the subscript takes ${taking}`, {
      exception: exceptions.count,
      facts: { rank: shape.length, taking },
    });
  }
  const result: Dimension[] = [];
  let axis = 0;
  for (const item of items) {
    if (item.type === 'newaxis') result.push(1);
    else if (item.type === 'ellipsis') {
      const end = axis + shape.length - taking;
      result.push(...shape.slice(axis, end));
      axis = end;
    } else {
      const size = shape[axis] as Dimension;
      if (item.type === 'slice') result.push(slicedSize(size, item.slice));
      else checkIndex(shape, axis, item.index, exceptions.index);
      axis += 1;
    }
  }
  return [...result, ...shape.slice(axis)];
}

function checkIndex(shape: readonly Dimension[], axis: number, index: Dimension, exception: string): void {
  const size = shape[axis] as Dimension;
  if (!isKnown(index) || !isKnown(size)) return;
  if (index >= size || index < -size) {
    refuse('axis-out-of-range', `index ${index} is not there: axis ${axis} of ${formatShape(shape)} has ${size}`, {
      exception,
      facts: { index, axis, size },
    });
  }
}

/** What each slice that takes less than its axis takes: `axis 1: 1:-1 of 28 leaves 26`. */
export function explainSubscript(shape: readonly Dimension[], items: readonly SubscriptItem[]): string[] {
  const taking = items.filter((item) => item.type === 'index' || item.type === 'slice').length;
  const lines: string[] = [];
  let axis = 0;
  for (const item of items) {
    if (item.type === 'ellipsis') axis += Math.max(0, shape.length - taking);
    else if (item.type === 'slice') {
      const size = shape[axis];
      if (size !== undefined) {
        const left = slicedSize(size, item.slice);
        const text = formatSlice(item.slice);
        if (text !== ':') {
          lines.push(`axis ${axis}: \`${text}\` of ${formatDimension(size)} leaves ${formatDimension(left)}`);
        }
      }
      axis += 1;
    } else if (item.type === 'index') axis += 1;
  }
  return lines;
}

function formatSlice({ start, stop, step }: SliceBounds): string {
  const bound = (part: Bound) => (part === null ? '' : formatDimension(part));
  return `${bound(start)}:${bound(stop)}${step === null ? '' : `:${bound(step)}`}`;
}

/**
 * `keras.ops.slice`: sizes as asked for, -1 for all behind the start (`Slice.compute_output_spec`).
 * Sizes are not compared with the input. `starts` null: only a run tells.
 */
export function sizedSlice(
  shape: readonly Dimension[],
  starts: readonly Dimension[] | null,
  sizes: readonly Dimension[],
): readonly Dimension[] {
  if (sizes.length !== shape.length) {
    refuse('wrong-rank', `${formatShape(shape)} has ${shape.length} axes, and ${sizes.length} sizes are given`, {
      parameter: 'shape',
    });
  }
  if (starts && starts.length !== shape.length) {
    refuse('wrong-rank', `${formatShape(shape)} has ${shape.length} axes, and ${starts.length} starts are given`, {
      parameter: 'start_indices',
    });
  }
  return sizes.map((size, axis) => {
    if (size !== -1) return size;
    const whole = shape[axis] as Dimension;
    if (!isKnown(whole)) return whole;
    return starts ? subtract(whole, starts[axis] as Dimension) : dynamic();
  });
}
