/**
 * What each item of a list is, where the list's length is not known: a list that a loop over unknown
 * data has filled holds what the loop appends. Enough to know the array that is made of it.
 */
import { isUnknown, surelyDiffer, unknownDimension } from '../shapes/dimension';
import { type Reason, reason } from '../shapes/reason';
import { hasRank, isFullyKnown } from '../shapes/shape';
import { TensorValue } from './tensor';
import { tuple, unknown, type Value } from './value';

export type Each =
  | { readonly kind: 'tensor'; readonly tensor: TensorValue }
  /** A number or text of Python's; its value where all have the same. */
  | { readonly kind: 'scalar'; readonly type: ScalarType; readonly value: Value | null }
  | { readonly kind: 'sequence'; readonly isList: boolean; readonly items: readonly Each[] }
  /** A list whose length is not known in turn. */
  | { readonly kind: 'open'; readonly item: Each }
  | { readonly kind: 'unknown'; readonly reason: Reason };

export type ScalarType = 'int' | 'float' | 'bool' | 'str';

const MOST_ITEMS = 64;
const ELEMENT = new TensorValue({ library: 'numpy', symbolic: false, shape: [], dtype: '?' });
const DEEPEST = 4;

/** What is kept of a single item: it may be any of several, so nothing that can change is. */
export function eachOf(value: Value, depth = 0): Each {
  switch (value.kind) {
    case 'tensor': {
      const { library, symbolic, shape, dtype, producer, data, name, classes } = value;
      const mixed = value.mixed || !isFullyKnown(shape);
      if (producer === null && data === null && name === null && classes === null && mixed === value.mixed)
        return { kind: 'tensor', tensor: value };
      return { kind: 'tensor', tensor: new TensorValue({ library, symbolic, shape, dtype, mixed }) };
    }
    case 'int':
    case 'float':
    case 'bool':
    case 'str':
      return { kind: 'scalar', type: value.kind, value };
    case 'tuple':
    case 'list': {
      if (value.cls) break;
      if (value.kind === 'list' && value.uncertain) {
        if (value.each) return { kind: 'open', item: value.each };
        break;
      }
      if (value.items.length > MOST_ITEMS || depth > DEEPEST) break;
      const items = value.items.map((item) => eachOf(item, depth + 1));
      return { kind: 'sequence', isList: value.kind === 'list', items };
    }
    case 'unknown':
      if (value.count) return { kind: 'scalar', type: 'int', value: null };
      if (value.isFloat) return { kind: 'scalar', type: 'float', value: null };
      if (value.isElement) return { kind: 'tensor', tensor: ELEMENT };
      return { kind: 'unknown', reason: value.reason };
  }
  return { kind: 'unknown', reason: reason(`what the list holds is not followed`) };
}

/** What is left where an item may be either: `a` itself where `b` adds nothing. */
export function joinEach(a: Each, b: Each, why: Reason): Each {
  if (a === b || a.kind === 'unknown') return a;
  if (b.kind === 'unknown') return b;
  if (a.kind === 'tensor' && b.kind === 'tensor') return joinTensors(a, b.tensor, why);
  if (a.kind === 'scalar' && b.kind === 'scalar' && a.type === b.type) {
    return a.value === null || same(a.value, b.value) ? a : { ...a, value: null };
  }
  if (a.kind === 'sequence' && b.kind === 'sequence' && a.isList === b.isList && a.items.length === b.items.length) {
    const items = a.items.map((item, i) => joinEach(item, b.items[i] as Each, why));
    return items.every((item, i) => item === a.items[i]) ? a : { ...a, items };
  }
  if (a.kind !== 'tensor' && b.kind !== 'tensor') {
    const [first, second] = [itemsIn(a, why), itemsIn(b, why)];
    if (!first || !second) return { kind: 'unknown', reason: why };
    const item = joinEach(first, second, why);
    return a.kind === 'open' && item === a.item ? a : { kind: 'open', item };
  }
  return { kind: 'unknown', reason: why };
}

/** What any item of a list is. */
function itemsIn(each: Each, why: Reason): Each | null {
  if (each.kind === 'open') return each.item;
  if (each.kind !== 'sequence' || !each.isList || each.items.length === 0) return null;
  return each.items.reduce((a, b) => joinEach(a, b, why));
}

function same(a: Value, b: Value | null): boolean {
  return b !== null && 'value' in a && 'value' in b && Object.is(a.value, b.value);
}

function joinTensors(a: Extract<Each, { readonly kind: 'tensor' }>, b: TensorValue, why: Reason): Each {
  const { library, symbolic, shape, dtype } = a.tensor;
  const other = b.shape;
  if (library !== b.library || symbolic !== b.symbolic) return { kind: 'unknown', reason: why };
  if (!hasRank(shape)) return a;
  if (!hasRank(other)) return { kind: 'tensor', tensor: b };
  // Items of different sizes make no array with a further axis.
  if (shape.length !== other.length || shape.some((size, i) => surelyDiffer(size, other[i] ?? 0))) {
    return { kind: 'unknown', reason: why };
  }
  const sizes = shape.map((size, i) => (size === other[i] || isUnknown(size) ? size : unknownDimension(why)));
  const type = dtype === b.dtype ? dtype : '?';
  if (type === dtype && sizes.every((size, i) => size === shape[i])) return a;
  return { kind: 'tensor', tensor: new TensorValue({ library, symbolic, shape: sizes, dtype: type, mixed: true }) };
}

/** What any of some items is; null where there is none. */
export function eachAmong(items: Iterable<Value>, why: Reason): Each | null {
  let found: Each | null = null;
  for (const item of items) {
    const one = eachOf(item);
    found = found ? joinEach(found, one, why) : one;
    if (found.kind === 'unknown') return found;
  }
  return found;
}

/** An item for the program to go on with: unknown where it could be changed. */
export function itemOf(each: Each | null, why: Reason): Value {
  switch (each?.kind) {
    case 'tensor':
      return each.tensor;
    case 'scalar':
      return each.value ?? unknown(why);
    case 'sequence':
      return each.isList ? unknown(why) : tuple(each.items.map((item) => itemOf(item, why)));
    default:
      return unknown(why);
  }
}
