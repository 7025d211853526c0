/**
 * Arithmetic on the elements of small arrays, where numbers in a program decide shapes:
 * `np.prod(x.shape[1:])`, `np.max(labels) + 1`, `np.unique(y)`. Null wherever something is not known.
 */
import { isKnown, product } from '../../shapes/dimension';
import { type DType, isFloating, isInteger } from '../../shapes/dtype';
import { hasRank, type Shape } from '../../shapes/shape';
import { type SubscriptItem, sliceCount } from '../../shapes/slicing';
import type { Element } from '../../values/tensor';
import { elementsOf, type Operand } from '../ops/operand';

export type Plain = number | boolean | string;

/** The elements of an array in row-major order, and its shape in numbers. */
export interface Content {
  readonly shape: readonly number[];
  readonly items: readonly Plain[];
}

/** Larger arrays are not computed with. */
export const MOST_ITEMS = 1024;

export function contentOf(operand: Operand): Content | null {
  const { anyShape } = operand;
  if (!hasRank(anyShape) || !anyShape.every(isKnown)) return null;
  const count = product(anyShape) as number;
  if (count > MOST_ITEMS) return null;
  const items = elementsOf(operand, true);
  return items && items.length === count && items.every(isPlain)
    ? { shape: anyShape as readonly number[], items }
    : null;
}

function isPlain(element: Element): element is Plain {
  return typeof element === 'number' || typeof element === 'boolean' || typeof element === 'string';
}

/** One value everywhere. */
export function filled(shape: Shape, item: Plain): readonly Element[] | null {
  if (!hasRank(shape) || !shape.every(isKnown)) return null;
  const count = product(shape) as number;
  return count <= 256 ? Array.from({ length: count }, () => item) : null;
}

/** An element as its type holds it; null where it does not fit. */
export function cast(item: Plain, type: DType): Plain | null {
  if (typeof item === 'string') return type.startsWith('str') ? item : null;
  if (type === 'bool') return Boolean(item);
  const number = Number(item);
  if (isInteger(type)) return wrapped(Math.trunc(number), type);
  if (type === 'float64') return number;
  if (isFloating(type)) return type === 'float32' ? Math.fround(number) : Number.isInteger(number) ? number : null;
  return null;
}

function wrapped(number: number, type: DType): number | null {
  if (!Number.isSafeInteger(number)) return null;
  const bits = Number(/\d{1,3}$/.exec(type)?.[0]);
  const signed = type.startsWith('int');
  const [low, high] = signed ? [-(2 ** (bits - 1)), 2 ** (bits - 1) - 1] : [0, 2 ** bits - 1];
  return number >= low && number <= high ? number : null;
}

export function castAll(items: readonly Plain[], type: DType): readonly Plain[] | null {
  return all(items.map((item) => cast(item, type)));
}

function all<T>(items: readonly (T | null)[]): readonly T[] | null {
  return items.includes(null) ? null : (items as readonly T[]);
}

/** Element by element, over arrays that broadcast to `shape`. */
export function mapped(
  contents: readonly (Content | null)[],
  shape: Shape,
  rule: (...numbers: number[]) => Plain,
  type: DType,
): readonly Plain[] | null {
  if (!hasRank(shape) || !shape.every(isKnown)) return null;
  const known = all(contents);
  if (!known) return null;
  const sizes = shape as readonly number[];
  if ((product(sizes) as number) > MOST_ITEMS) return null;
  const indices = positions(sizes);
  const result = indices.map((index) => {
    const items = known.map((content) => content.items[flatIndex(content.shape, index)] as Plain);
    if (items.some((item) => typeof item === 'string')) return null;
    return cast(rule(...items.map(Number)), type);
  });
  return all(result);
}

/** All positions of an array, in row-major order. */
export function positions(shape: readonly number[]): number[][] {
  let found: number[][] = [[]];
  for (const size of shape) {
    found = found.flatMap((index) => Array.from({ length: size }, (_, i) => [...index, i]));
  }
  return found;
}

/** Where the element of a broadcast array stands. */
function flatIndex(shape: readonly number[], index: readonly number[]): number {
  const offset = index.length - shape.length;
  return shape.reduce((at, size, axis) => at * size + (size === 1 ? 0 : (index[offset + axis] as number)), 0);
}

/** Reduces some axes (all of them: null); `rule` gets the numbers of each group in order. */
export function reduced(
  content: Content,
  axes: readonly number[] | null,
  rule: (numbers: readonly number[]) => Plain | null,
): readonly Plain[] | null {
  const { shape, items } = content;
  if (items.some((item) => typeof item === 'string')) return null;
  const gone = axes === null ? shape.map((_, i) => i) : axes.map((axis) => (axis < 0 ? axis + shape.length : axis));
  const kept = shape.filter((_, axis) => !gone.includes(axis));
  const groups = new Map<string, number[]>(positions(kept).map((index) => [index.join(), []]));
  positions(shape).forEach((index, at) => {
    groups.get(index.filter((_, axis) => !gone.includes(axis)).join())?.push(Number(items[at]));
  });
  return all([...groups.values()].map(rule));
}

/** What a subscript of ints, slices, None and `...` picks. */
export function picked(content: Content, items: readonly SubscriptItem[]): readonly Plain[] | null {
  const taking = items.filter((item) => item.type === 'index' || item.type === 'slice').length;
  const lists: (readonly number[])[] = [];
  for (const item of items) {
    const size = content.shape[lists.length] as number;
    if (item.type === 'ellipsis') {
      const count = content.shape.length - taking;
      for (let i = 0; i < count; i++) lists.push(range(content.shape[lists.length] as number));
    } else if (item.type === 'index') {
      if (!isKnown(item.index)) return null;
      lists.push([item.index < 0 ? item.index + size : item.index]);
    } else if (item.type === 'slice') {
      const { start, stop, step } = item.slice;
      if ([start, stop, step].some((bound) => bound !== null && !isKnown(bound))) return null;
      lists.push(sliced(size, start as number | null, stop as number | null, (step ?? 1) as number));
    }
  }
  while (lists.length < content.shape.length) lists.push(range(content.shape[lists.length] as number));
  let found: number[] = [0];
  lists.forEach((list, axis) => {
    found = found.flatMap((at) => list.map((i) => at * (content.shape[axis] as number) + i));
  });
  return found.map((at) => content.items[at] as Plain);
}

function range(size: number): number[] {
  return Array.from({ length: size }, (_, i) => i);
}

/** The indices that a slice takes of an axis. */
function sliced(size: number, start: number | null, stop: number | null, step: number): number[] {
  const count = sliceCount(size, start, stop, step);
  const low = step > 0 ? 0 : -1;
  const bounded = (bound: number) =>
    Math.min(Math.max(bound < 0 ? bound + size : bound, low), step > 0 ? size : size - 1);
  const first = start === null ? (step > 0 ? 0 : size - 1) : bounded(start);
  return Array.from({ length: count }, (_, i) => first + i * step);
}

/** Rows picked along the first axis. */
export function rowsAt({ shape, items }: Content, indices: readonly number[]): readonly Plain[] | null {
  const [count = 1, ...row] = shape;
  const length = product(row) as number;
  const found: Plain[] = [];
  for (const index of indices) {
    const at = index < 0 ? index + count : index;
    if (!Number.isInteger(at) || at < 0 || at >= count) return null;
    found.push(...items.slice(at * length, (at + 1) * length));
  }
  return found;
}

/** Axes in another order. */
export function transposed({ shape, items }: Content, order: readonly number[]): readonly Plain[] {
  const target = order.map((axis) => shape[axis] as number);
  return positions(target).map((index) => {
    const source = shape.map((_, axis) => index[order.indexOf(axis)] as number);
    return items[flatIndex(shape, source)] as Plain;
  });
}

/** The different elements, in order. */
export function distinct(items: readonly Plain[]): readonly Plain[] {
  const unique = [...new Set(items)];
  return typeof unique[0] === 'string' ? unique.sort() : unique.sort((a, b) => Number(a) - Number(b));
}
