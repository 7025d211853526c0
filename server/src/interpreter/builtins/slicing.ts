/** Indexes and slices of sequences. */
import type { Context } from '../../values/context';
import { isUnknownValue, type SliceValue, type UnknownValue, type Value } from '../../values/value';
import { indexOf, tryIndex } from './protocols';
import { typeName } from './special';

/** What a subscript picks of a sequence: one place, or several in their order. */
export type Picked =
  | { readonly kind: 'index'; readonly at: number }
  | { readonly kind: 'places'; readonly bounds: Bounds }
  | UnknownValue;

/** `slice.indices(length)`, and how many there are. */
export interface Bounds {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  readonly count: number;
}

/** What `key` picks of a sequence of some length. Raises IndexError and TypeError in CPython's words. */
export function pick(type: string, length: number, key: Value, context: Context, what = 'index'): Picked {
  if (isUnknownValue(key)) return key;
  if (key.kind === 'slice') {
    const bounds = sliceBounds(key, length, context);
    return 'kind' in bounds ? bounds : { kind: 'places', bounds };
  }
  const index = tryIndex(key, context);
  if (index === undefined) {
    return context.raise(
      'TypeError',
      type === 'string'
        ? `string indices must be integers, not '${typeName(key, context)}'`
        : `${type} indices must be integers or slices, not ${typeName(key, context)}`,
    );
  }
  if (typeof index === 'object') return index;
  const at = Number(index) < 0 ? Number(index) + length : Number(index);
  if (at >= 0 && at < length) return { kind: 'index', at };
  if (typeof index === 'bigint') return context.raise('IndexError', "cannot fit 'int' into an index-sized integer");
  return context.raise('IndexError', what === '' ? 'index out of range' : `${type} ${what} out of range`);
}

/** Reads a slice for a sequence of some length. */
export function sliceBounds(slice: SliceValue, length: number, context: Context): Bounds | UnknownValue {
  const step = part(slice.step, context);
  if (typeof step === 'object' && step) return step;
  const by = step === null ? 1 : Number(step);
  if (by === 0) return context.raise('ValueError', 'slice step cannot be zero');
  const lower = by < 0 ? -1 : 0;
  const upper = by < 0 ? length - 1 : length;
  const start = part(slice.start, context);
  if (typeof start === 'object' && start) return start;
  const stop = part(slice.stop, context);
  if (typeof stop === 'object' && stop) return stop;
  const from = start === null ? (by < 0 ? upper : lower) : clamp(Number(start), length, lower, upper);
  const to = stop === null ? (by < 0 ? lower : upper) : clamp(Number(stop), length, lower, upper);
  const count = Math.max(0, by > 0 ? Math.ceil((to - from) / by) : Math.ceil((from - to) / -by));
  return { start: from, stop: to, step: by, count };
}

function clamp(index: number, length: number, lower: number, upper: number): number {
  const at = index < 0 ? index + length : index;
  return Math.min(Math.max(at, lower), upper);
}

function part(value: Value, context: Context): number | bigint | null | UnknownValue {
  if (value.kind === 'None') return null;
  return indexOf(value, context, 'slice indices must be integers or None or have an __index__ method');
}

/** The items at the places of a slice. */
export function taken<T>(items: readonly T[], { start, step, count }: Bounds): T[] {
  if (step === 1) return items.slice(start, start + count);
  const result: T[] = [];
  for (let i = 0; i < count; i++) result.push(items[start + i * step] as T);
  return result;
}

/** Optional `start` and `stop` of `index`, `find`, `count`: as a slice reads them. */
export function range(
  start: Value | undefined,
  stop: Value | undefined,
  length: number,
  context: Context,
  message?: string,
): { readonly start: number; readonly stop: number } | UnknownValue {
  const from = start === undefined ? null : message ? indexOf(start, context, message) : part(start, context);
  if (typeof from === 'object' && from) return from;
  const to = stop === undefined ? null : message ? indexOf(stop, context, message) : part(stop, context);
  if (typeof to === 'object' && to) return to;
  const clipped = (index: number | bigint) => {
    const at = Number(index);
    return Math.min(Math.max(at < 0 ? at + length : at, 0), length);
  };
  // A start behind the end stays there: nothing is found, not even the empty string.
  const begin = from === null ? 0 : Number(from) > length ? Number(from) : clipped(from);
  return { start: begin, stop: to === null ? length : clipped(to) };
}
