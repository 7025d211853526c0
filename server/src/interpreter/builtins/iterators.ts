/** The iterators of built-in types. Their positions are kept in the heap. */
import { type Reason, reason } from '../../shapes/reason';
import { args } from '../../values/arguments';
import type { Context } from '../../values/context';
import { itemOf } from '../../values/each';
import { Cell } from '../../values/heap';
import {
  type DictValue,
  type IteratorValue,
  int,
  isUnknownValue,
  type ListValue,
  NONE,
  type SetValue,
  str,
  tuple,
  UncertainEnd,
  type UnknownValue,
  unknown,
  type Value,
} from '../../values/value';
import { interpreterOf } from '../context';
import { callMethod, typeName } from './special';
import { codePoints } from './string-text';

export type Next = Value | UncertainEnd | undefined;

/** A position; a reason where it differs between joined branches. */
export class Position {
  private readonly cell: Cell<number | Reason>;

  constructor(start = 0) {
    this.cell = new Cell<number | Reason>(start, (_a, _b, why) => why);
  }

  get value(): number | Reason {
    return this.cell.value;
  }

  set(context: Context, value: number): void {
    this.cell.set(context.heap, value);
  }
}

/** An iterator that reads by position: undefined from `at` is the end, for good. */
function positioned(type: string, at: (index: number, context: Context) => Next, start = 0, step = 1): IteratorValue {
  const position = new Position(start);
  return {
    kind: 'iterator',
    type,
    next: (context) => {
      const index = position.value;
      if (typeof index !== 'number') return new UncertainEnd(index);
      if (Number.isNaN(index)) return undefined;
      const item = at(index, context);
      position.set(context, item === undefined ? Number.NaN : index + step);
      return item;
    },
  };
}

/** Over items that do not change. */
export function sequenceIterator(type: string, items: readonly Value[]): IteratorValue {
  return positioned(type, (index) => items[index]);
}

/** Over the items that a set had. Raises RuntimeError where it has changed its size meanwhile. */
export function setIterator(set: SetValue, items: readonly Value[]): IteratorValue {
  return positioned('set_iterator', (index, context) => {
    if (set.uncertain) return UncertainEnd.among(set.uncertain, []);
    if (set.items.size !== items.length) return context.raise('RuntimeError', 'Set changed size during iteration');
    return items[index];
  });
}

/** An item of a list whose length is not known. */
export function openItem({ each }: ListValue, why: Reason): Value {
  return itemOf(each, why);
}

/** Items of a list whose length is not known. */
export function openEnd(list: ListValue, why: Reason): UncertainEnd {
  const item = openItem(list, why);
  return isUnknownValue(item) ? UncertainEnd.among(why, list.may) : new UncertainEnd(why, item);
}

/** Over a list as it is when each item is asked for. */
export function listIterator(list: ListValue): IteratorValue {
  return positioned('list_iterator', (index) => (list.uncertain ? openEnd(list, list.uncertain) : list.items[index]));
}

/** `reversed(list)` */
export function reversedListIterator(list: ListValue): IteratorValue {
  return positioned(
    'list_reverseiterator',
    (index) => {
      if (list.uncertain) return openEnd(list, list.uncertain);
      return index >= 0 ? list.items[index] : undefined;
    },
    list.items.length - 1,
    -1,
  );
}

const NOT_ASCII = /[^\0-\x7f]/;

export function stringIterator(text: string): IteratorValue {
  const characters = codePoints(text);
  return positioned(NOT_ASCII.test(text) ? 'str_iterator' : 'str_ascii_iterator', (index) => {
    const character = characters[index];
    return character === undefined ? undefined : str(character);
  });
}

export function rangeIterator(
  start: number,
  stop: number,
  step: number,
  type = 'range_iterator',
  at: (index: number, context: Context) => Next = int,
): IteratorValue {
  return positioned(
    type,
    (index, context) => ((step > 0 ? index < stop : index > stop) ? at(index, context) : undefined),
    start,
    step,
  );
}

/**
 * Over a dict's keys, values or items. Raises RuntimeError where the dict has changed its size meanwhile,
 * or has new keys when as many as it had were given.
 */
export function dictIterator(
  dict: DictValue,
  part: 'keys' | 'values' | 'items',
  _context: Context,
  backwards = false,
): IteratorValue {
  const size = dict.entries.size;
  // Entries are looked up again by key: values may change while iterating.
  const hashes = [...dict.entries.keys()];
  if (backwards) hashes.reverse();
  const type = `dict_${backwards ? 'reverse' : ''}${part === 'keys' ? 'key' : part === 'values' ? 'value' : 'item'}iterator`;
  const known = new Set(hashes);
  const position = new Position();
  const given = new Position();
  return {
    kind: 'iterator',
    type,
    next: (context) => {
      if (dict.uncertain) return UncertainEnd.among(dict.uncertain, dict.may);
      const [from, count] = [position.value, given.value];
      if (typeof from !== 'number') return new UncertainEnd(from);
      if (typeof count !== 'number') return new UncertainEnd(count);
      if (Number.isNaN(from)) return undefined;
      if (dict.entries.size !== size) {
        return context.raise('RuntimeError', 'dictionary changed size during iteration');
      }
      // Keys that are gone are passed over; new ones stand behind those that were there.
      let index = from;
      while (index < hashes.length && !dict.entries.has(hashes[index] as string)) index += 1;
      const hash =
        index < hashes.length ? hashes[index] : backwards ? undefined : newKey(dict, known, index - hashes.length);
      const entry = hash === undefined ? undefined : dict.entries.get(hash);
      position.set(context, entry ? index + 1 : Number.NaN);
      if (!entry) return undefined;
      if (count === size) return context.raise('RuntimeError', 'dictionary keys changed during iteration');
      given.set(context, count + 1);
      return part === 'keys' ? entry.key : part === 'values' ? entry.value : tuple([entry.key, entry.value]);
    },
  };
}

/** The hash of a key that came later, by its place among those. */
function newKey(dict: DictValue, known: ReadonlySet<string>, index: number): string | undefined {
  return [...dict.entries.keys()].filter((hash) => !known.has(hash))[index];
}

/** `next` of an object with `__next__`. */
export function callNext(iterator: Value, context: Context): Next {
  if (iterator.kind === 'iterator') return iterator.next(context);
  const taken = context.attempt(() => callMethod(iterator, '__next__', [], context));
  if ('error' in taken) {
    if (taken.error.exception.cls.derivesFrom(context.builtin('StopIteration'))) return undefined;
    throw taken.error;
  }
  if (taken.value === undefined) {
    return context.raise('TypeError', `iter() returned non-iterator of type '${typeName(iterator, context)}'`);
  }
  return isUnknownValue(taken.value) ? new UncertainEnd(taken.value.reason) : taken.value;
}

/** `zip(…)` of iterators. */
export function zipIterator(iterators: readonly IteratorValue[], strict: boolean): IteratorValue {
  const done = new Position();
  return {
    kind: 'iterator',
    type: 'zip',
    next: (context) => {
      if (iterators.length === 0 || done.value === 1) return undefined;
      const items: Value[] = [];
      let end: UncertainEnd | null = null;
      for (const [i, iterator] of iterators.entries()) {
        const item = iterator.next(context);
        if (item === undefined) {
          done.set(context, 1);
          return strict ? endStrictly(iterators, i, context) : undefined;
        }
        if (item.kind === 'uncertain-end') {
          end ??= item;
          if (item.each === null) return item;
          items.push(item.each);
        } else items.push(item);
      }
      return end ? new UncertainEnd(end.reason, tuple(items)) : tuple(items);
    },
  };
}

function endStrictly(iterators: readonly IteratorValue[], ended: number, context: Context): Next {
  const plural = (n: number) => (n === 1 ? ' 1' : `s 1-${n}`);
  if (ended > 0) {
    return context.raise('ValueError', `zip() argument ${ended + 1} is shorter than argument${plural(ended)}`);
  }
  for (const [i, other] of iterators.entries()) {
    if (i === 0) continue;
    const item = other.next(context);
    if (item === undefined) continue;
    if (item.kind === 'uncertain-end') return item;
    return context.raise('ValueError', `zip() argument ${i + 1} is longer than argument${plural(i)}`);
  }
  return undefined;
}

/** `map(function, …)` over iterators. */
export function mapIterator(callee: Value, iterators: readonly IteratorValue[]): IteratorValue {
  return {
    kind: 'iterator',
    type: 'map',
    next: (context) => {
      const items: Value[] = [];
      for (const iterator of iterators) {
        const item = iterator.next(context);
        if (item === undefined || item.kind === 'uncertain-end') return item;
        items.push(item);
      }
      return context.call(callee, args(items));
    },
  };
}

/** `filter(function, iterable)`; `None` as function keeps what is true. */
export function filterIterator(predicate: Value, iterator: IteratorValue): IteratorValue {
  return {
    kind: 'iterator',
    type: 'filter',
    next: (context) => {
      for (;;) {
        const item = iterator.next(context);
        if (item === undefined || item.kind === 'uncertain-end') return item;
        const kept = context.truth(predicate === NONE ? item : context.call(predicate, args([item])));
        if (kept === true) return item;
        if (kept !== false)
          return new UncertainEnd(reason('it is not known whether the filter keeps an item', kept.reason));
        context.spend(1);
      }
    },
  };
}

/** `enumerate(iterable, start)` */
export function enumerateIterator(iterator: IteratorValue, start: number): IteratorValue {
  const position = new Position(start);
  return {
    kind: 'iterator',
    type: 'enumerate',
    next: (context) => {
      const index = position.value;
      if (typeof index !== 'number') return new UncertainEnd(index);
      const item = iterator.next(context);
      if (item === undefined) return undefined;
      if (item.kind === 'uncertain-end') {
        if (item.each === null) return item;
        return new UncertainEnd(item.reason, tuple([unknown(item.reason), item.each]));
      }
      position.set(context, index + 1);
      return tuple([int(index), item]);
    },
  };
}

/** `iter(callable, sentinel)` */
export function callIterator(callee: Value, sentinel: Value): IteratorValue {
  const done = new Position();
  return {
    kind: 'iterator',
    type: 'callable_iterator',
    next: (context) => {
      if (done.value === 1) return undefined;
      context.spend(1);
      const item = context.call(callee, args([]));
      const ended = context.equal(item, sentinel);
      if (ended === true) {
        done.set(context, 1);
        return undefined;
      }
      return ended === false ? item : new UncertainEnd(ended.reason);
    },
  };
}

/** At so many items that may be what is sought, whether the search goes on is not told apart any more. */
const MOST_DOUBTS = 8;

/** Whether one of the items passes a test. The search ends where it finds one: what is behind is not asked for. */
export function search(
  next: () => Next,
  test: (item: Value) => boolean | UnknownValue,
  context: Context,
  doubts = 0,
): boolean | UnknownValue {
  let doubt: UnknownValue | null = null;
  const take = interpreterOf(context).taking();
  for (;;) {
    take();
    const item = next();
    if (item === undefined) return doubt ?? false;
    if (item instanceof UncertainEnd) return unknown(item.reason);
    const found = test(item);
    if (found === true) return true;
    if (found === false) continue;
    doubt ??= found;
    if (doubts >= MOST_DOUBTS) continue;
    const rest: (boolean | UnknownValue)[] = [];
    interpreterOf(context).perhaps(() => {
      rest.push(search(next, test, context, doubts + 1));
    }, found.reason);
    return rest[0] === true ? true : doubt;
  }
}
