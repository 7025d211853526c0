/** `list` */

import type { Reason } from '../../shapes/reason';
import type { Context } from '../../values/context';
import { eachAmong, eachOf, joinEach } from '../../values/each';
import {
  bool,
  type ClassValue,
  int,
  isUnknownValue,
  ListValue,
  NONE,
  OBJECT,
  str,
  unknown,
  unknownAmong,
  type Value,
} from '../../values/value';
import { interpreterOf } from '../context';
import { isOfCommandLine, ofCommandLine } from './command-line';
import { builtinClass, methodsOf, type NativeOptions, named, native } from './define';
import { sameOrEqual } from './equality';
import { classGetItem } from './generic-alias';
import { listIterator, openItem, reversedListIterator } from './iterators';
import { comparisonMethods } from './numbers';
import { among } from './operations';
import { indexOf, iteratorOf, tryIndex } from './protocols';
import { pick, range, sliceBounds, taken } from './slicing';
import { sortItems } from './sorting';
import { isIterable, typeName } from './special';
import { listRepr } from './text';

/** Longer lists than this are not made. */
export const MAX_ITEMS = 1_000_000;

const method = methodsOf<ListValue>('list', (value) => (value instanceof ListValue ? value : undefined));

/**
 * A list that changes by what is not known: nothing in it is known any more. Gives unknown rather
 * than None, since the change may raise instead.
 */
function forget(context: Context, list: Value | undefined, reason: Reason, added: Iterable<Value> = []): Value {
  if (list instanceof ListValue) list.forget(context.heap, reason, added);
  return unknown(reason);
}

/** A list whose length is not known gets items: each may be one of them. */
function receive(context: Context, list: ListValue, why: Reason, added: readonly Value[]): void {
  const { each } = list;
  const all = each && added.reduce((joined, item) => joinEach(joined, eachOf(item), why), each);
  list.forget(context.heap, why, added, all);
}

/** Behind a list comes one whose length is not known. */
function extendOpen(context: Context, list: ListValue, { each, may }: ListValue, why: Reason): Value {
  const before = list.uncertain ? list.each : eachAmong(list.items, why);
  const empty = !list.uncertain && list.items.length === 0;
  const all = before && each ? joinEach(before, each, why) : empty ? each : null;
  list.forget(context.heap, list.uncertain ?? why, may, all);
  return all ? NONE : unknown(why);
}

/** For methods that change the list: they take unknown items, and forget where `*args` are unknown. */
const MUTATES: NativeOptions & { readonly uncertainSelf: 'pass' } = {
  unknowns: 'pass',
  uncertainSelf: 'pass',
  uncertain: (context, reason, given) => forget(context, given.positional[0], reason),
};

/** Appends all items of an iterable, one by one as CPython does. */
export function extend(context: Context, list: ListValue, iterable: Value): Value {
  if (isUnknownValue(iterable)) {
    const any = interpreterOf(context).unknownItem(iterable);
    return forget(context, list, iterable.reason, [any]);
  }
  if (iterable instanceof ListValue && !iterable.cls) {
    if (iterable.uncertain) return extendOpen(context, list, iterable, iterable.uncertain);
    context.spend(iterable.items.length >> 2);
    if (list.uncertain) {
      receive(context, list, list.uncertain, iterable.items);
      return NONE;
    }
    if (list.items.length + iterable.items.length > MAX_ITEMS) {
      return forget(context, list, context.because('the list is too long to follow'));
    }
    for (const item of [...iterable.items]) list.append(context.heap, item);
    return NONE;
  }
  const iterator = iteratorOf(iterable, context);
  if (isUnknownValue(iterator)) return forget(context, list, iterator.reason, [iterator]);
  const take = interpreterOf(context).taking();
  for (;;) {
    take();
    const item = iterator.next(context);
    if (item === undefined) return NONE;
    if (item.kind === 'uncertain-end') return forget(context, list, item.reason, [item.any]);
    if (list.items.length >= MAX_ITEMS) return forget(context, list, context.because('the list is too long to follow'));
    if (list.uncertain) receive(context, list, list.uncertain, [item]);
    else list.append(context.heap, item);
  }
}

function insert(context: Context, self: ListValue, at: Value, item: Value): Value {
  const index = indexOf(at, context);
  if (typeof index === 'object') return forget(context, self, index.reason, [item]);
  if (self.uncertain) {
    receive(context, self, self.uncertain, [item]);
    return NONE;
  }
  const { length } = self.items;
  const place = index < 0 ? Math.max(0, Number(index) + length) : Math.min(Number(index), length);
  self.replace(context.heap, [...self.items.slice(0, place), item, ...self.items.slice(place)]);
  context.spend(length >> 4);
  return NONE;
}

function pop(context: Context, self: ListValue, at: Value): Value {
  const index = indexOf(at, context);
  if (typeof index === 'object') {
    const item = unknownAmong(index.reason, self.items);
    forget(context, self, index.reason);
    return item;
  }
  if (self.uncertain) {
    const known = openItem(self, self.uncertain);
    if (!isUnknownValue(known)) return known;
    const any = context.unknown('the list is not known', self.uncertain);
    return unknownAmong(any.reason, [any, ...self.may]);
  }
  const { length } = self.items;
  if (length === 0) return context.raise('IndexError', 'pop from empty list');
  const place = Number(index) < 0 ? Number(index) + length : Number(index);
  const item = self.items[place];
  if (item === undefined) return context.raise('IndexError', 'pop index out of range');
  context.spend(length >> 4);
  self.replace(context.heap, [...self.items.slice(0, place), ...self.items.slice(place + 1)]);
  return item;
}

function remove(context: Context, self: ListValue, sought: Value): Value {
  if (self.uncertain) return unknown(self.uncertain);
  for (const [i, item] of self.items.entries()) {
    context.spend(1);
    const equal = sameOrEqual(item, sought, context);
    if (equal === false) continue;
    if (equal !== true) return forget(context, self, equal.reason);
    self.replace(context.heap, [...self.items.slice(0, i), ...self.items.slice(i + 1)]);
    return NONE;
  }
  return context.raise('ValueError', 'list.remove(x): x not in list');
}

/** Where an item stands between two places; null where it is not found. */
export function indexIn(
  context: Context,
  items: readonly Value[],
  sought: Value,
  start: Value | undefined,
  stop: Value | undefined,
): number | null | ReturnType<Context['unknown']> {
  const window = range(
    start,
    stop,
    items.length,
    context,
    'slice indices must be integers or have an __index__ method',
  );
  if ('kind' in window) return window;
  for (let i = window.start; i < window.stop; i++) {
    context.spend(1);
    const equal = sameOrEqual(items[i] as Value, sought, context);
    if (equal === true) return i;
    if (equal !== false) return equal;
  }
  return null;
}

/** How many items equal one. */
export function countIn(context: Context, items: readonly Value[], sought: Value): Value {
  let count = 0;
  context.spend(items.length);
  for (const item of items) {
    const equal = sameOrEqual(item, sought, context);
    if (equal === true) count += 1;
    else if (equal !== false) return equal;
  }
  return int(count);
}

/** `items * count`; null where the count is not one. */
export function repeated(
  context: Context,
  items: readonly Value[],
  count: Value,
): Value[] | ReturnType<Context['unknown']> {
  const times = tryIndex(count, context);
  if (times === undefined) {
    return context.raise('TypeError', `can't multiply sequence by non-int of type '${typeName(count, context)}'`);
  }
  if (typeof times === 'object') return times;
  if (typeof times === 'bigint') {
    return context.raise('OverflowError', "cannot fit 'int' into an index-sized integer");
  }
  if (times <= 0 || items.length === 0) return [];
  if (items.length * Number(times) > MAX_ITEMS) {
    return context.unknown('the sequence is too long to follow');
  }
  context.spend((items.length * Number(times)) >> 3);
  const result: Value[] = [];
  for (let i = 0; i < times; i++) for (const item of items) result.push(item);
  return result;
}

function sort(context: Context, self: ListValue, more: readonly Value[], key: Value, reverse: Value): Value {
  if (more.length > 2) return context.raise('TypeError', `sort() takes at most 2 arguments (${more.length} given)`);
  if (more.length > 0) return context.raise('TypeError', 'sort() takes no positional arguments');
  if (!isUnknownValue(reverse)) indexOf(reverse, context);
  const backwards = context.truth(reverse);
  if (typeof backwards !== 'boolean') return forget(context, self, backwards.reason);
  if (self.uncertain) return NONE;
  const sorted = sortItems(self.items, key, backwards, context);
  if ('kind' in sorted) {
    const one = unknownAmong(sorted.reason, self.items);
    self.replace(
      context.heap,
      self.items.map(() => one),
    );
    return sorted;
  }
  self.replace(context.heap, [...sorted]);
  return NONE;
}

// ---------------------------------------------------------------- subscripts

function getItem(context: Context, self: ListValue, key: Value): Value {
  if (self.uncertain) return fromOpen(self, key, self.uncertain);
  const { items } = self;
  const picked = pick('list', items.length, key, context);
  if (picked.kind === 'unknown') return key.kind === 'slice' ? picked : unknownAmong(picked.reason, items);
  if (picked.kind === 'index') return items[picked.at] as Value;
  context.spend(picked.bounds.count >> 4);
  const part = new ListValue(taken(items, picked.bounds));
  return isOfCommandLine(self) ? ofCommandLine(part) : part;
}

/** Of a list whose length is not known. */
function fromOpen(list: ListValue, key: Value, why: Reason): Value {
  const { each, may } = list;
  if (each && key.kind === 'slice') return new ListValue([...may], why, null, each);
  const known = key.kind === 'int' || key.kind === 'bool' ? openItem(list, why) : unknown(why);
  return isUnknownValue(known) ? unknownAmong(why, [known, ...may]) : known;
}

function copied({ items, uncertain, may, each }: ListValue): ListValue {
  return new ListValue([...(uncertain ? may : items)], uncertain, null, each);
}

function setItem(context: Context, self: ListValue, key: Value, content: Value): Value {
  const added = key.kind === 'slice' ? [] : [content];
  if (isUnknownValue(key)) return forget(context, self, key.reason, added);
  if (self.uncertain && key.kind !== 'slice') {
    receive(context, self, self.uncertain, added);
    return unknown(self.uncertain);
  }
  if (self.uncertain) return forget(context, self, self.uncertain, added);
  if (key.kind === 'slice') return setSlice(context, self, key, content);
  const picked = pick('list', self.items.length, key, context, 'assignment index');
  if (picked.kind === 'index') self.set(context.heap, picked.at, content);
  else if (picked.kind === 'unknown') return forget(context, self, picked.reason, [content]);
  return NONE;
}

function setSlice(context: Context, self: ListValue, key: Extract<Value, { kind: 'slice' }>, content: Value): Value {
  if (isUnknownValue(content)) return forget(context, self, content.reason);
  const bounds = sliceBounds(key, self.items.length, context);
  if ('kind' in bounds) return forget(context, self, bounds.reason);
  const cls = context.classOf(content);
  const iterable = content.kind === 'iterator' || isUnknownValue(cls) || isIterable(cls);
  if (!iterable) {
    return context.raise(
      'TypeError',
      bounds.step === 1 ? 'can only assign an iterable' : 'must assign iterable to extended slice',
    );
  }
  const items = context.items(content);
  if ('kind' in items) return forget(context, self, items.reason);
  const { start, step, count } = bounds;
  if (step === 1) {
    self.replace(context.heap, [
      ...self.items.slice(0, start),
      ...items,
      ...self.items.slice(Math.max(bounds.stop, start)),
    ]);
    return NONE;
  }
  if (items.length !== count) {
    return context.raise(
      'ValueError',
      `attempt to assign sequence of size ${items.length} to extended slice of size ${count}`,
    );
  }
  const changed = [...self.items];
  for (const [i, item] of items.entries()) changed[start + i * step] = item;
  self.replace(context.heap, changed);
  return NONE;
}

function deleteItem(context: Context, self: ListValue, key: Value): Value {
  if (isUnknownValue(key)) return forget(context, self, key.reason);
  if (self.uncertain) return unknown(self.uncertain);
  const picked = pick('list', self.items.length, key, context, 'assignment index');
  if (picked.kind === 'unknown') return forget(context, self, picked.reason);
  const gone = new Set<number>();
  if (picked.kind === 'index') gone.add(picked.at);
  else for (let i = 0; i < picked.bounds.count; i++) gone.add(picked.bounds.start + i * picked.bounds.step);
  self.replace(
    context.heap,
    self.items.filter((_, i) => !gone.has(i)),
  );
  return NONE;
}

// ---------------------------------------------------------------- the class

export const listClass: ClassValue = builtinClass(
  'list',
  [OBJECT],
  [
    ['__class_getitem__', classGetItem],
    ...comparisonMethods(method),
    ...named(
      native(
        '__new__(cls, /, *args, **kwargs)',
        (context, cls: Value, given: readonly Value[], keywords: ReadonlyMap<string, Value>): Value => {
          if (cls !== listClass && cls.kind === 'class') return new ListValue([], null, cls);
          const list = new ListValue();
          if (keywords.size > 0) return context.raise('TypeError', 'list() takes no keyword arguments');
          if (given.length > 1)
            return context.raise('TypeError', `list expected at most 1 argument, got ${given.length}`);
          if (given[0]) extend(context, list, given[0]);
          return list;
        },
        { unknowns: 'pass', uncertain: (_context, reason) => new ListValue([], reason) },
      ),
      method(
        '__init__(iterable=, /)',
        (context, self, iterable?: Value) => {
          if (self.items.length > 0 || self.uncertain) self.replace(context.heap, []);
          return iterable ? extend(context, self, iterable) : NONE;
        },
        MUTATES,
      ),
      method(
        'append(object, /)',
        (context, self, item: Value) => {
          if (self.items.length >= MAX_ITEMS)
            return forget(context, self, context.because('the list is too long to follow'));
          if (self.uncertain) receive(context, self, self.uncertain, [item]);
          else self.append(context.heap, item);
          return NONE;
        },
        MUTATES,
      ),
      method('extend(iterable, /)', extend, MUTATES),
      method('insert(index, object, /)', insert, MUTATES),
      method('pop(index=-1, /)', pop, MUTATES),
      method('remove(value, /)', remove, MUTATES),
      method(
        'clear(/)',
        (context, self) => {
          self.replace(context.heap, []);
          return NONE;
        },
        MUTATES,
      ),
      method(
        'reverse(/)',
        (context, self) => {
          if (!self.uncertain) self.replace(context.heap, [...self.items].reverse());
          return NONE;
        },
        MUTATES,
      ),
      method('sort(*more, key=None, reverse=False)', sort, MUTATES),
      method('copy(/)', (_context, self) => copied(self), { uncertainSelf: 'pass' }),
      method('count(value, /)', (context, self, sought: Value) => countIn(context, self.items, sought)),
      method('index(value, start=, stop=, /)', (context, self, sought: Value, start?: Value, stop?: Value) => {
        const found = indexIn(context, self.items, sought, start, stop);
        if (typeof found === 'number') return int(found);
        if (found) return found;
        const text = context.repr(sought);
        return context.raise('ValueError', `${text ?? 'it'} is not in list`);
      }),
      method('__len__(/)', (_context, self) => int(self.items.length)),
      method('__iter__(/)', (_context, self) => listIterator(self), { uncertainSelf: 'pass' }),
      method('__reversed__(/)', (_context, self) => reversedListIterator(self)),
      method('__contains__(key, /)', (context, self, key: Value) => {
        let i = -1;
        const found = among(
          () => {
            i += 1;
            return self.items[i];
          },
          key,
          context,
        );
        return typeof found === 'boolean' ? bool(found) : found;
      }),
      method('__getitem__(index, /)', getItem, { unknowns: 'pass', uncertainSelf: 'pass' }),
      method('__setitem__(key, value, /)', setItem, MUTATES),
      method('__delitem__(key, /)', deleteItem, MUTATES),
      method(
        '__add__(value, /)',
        (context, self, other: Value) => {
          if (!(other instanceof ListValue)) {
            return context.raise('TypeError', `can only concatenate list (not "${typeName(other, context)}") to list`);
          }
          if (other.uncertain || self.uncertain) {
            const both = copied(self);
            extend(context, both, other);
            return both;
          }
          if (self.items.length + other.items.length > MAX_ITEMS)
            return context.unknown('the list is too long to follow');
          context.spend((self.items.length + other.items.length) >> 4);
          return new ListValue([...self.items, ...other.items]);
        },
        { uncertainSelf: 'pass' },
      ),
      method(
        '__iadd__(value, /)',
        (context, self, other: Value) => {
          extend(context, self, other);
          return self;
        },
        MUTATES,
      ),
      ...['__mul__', '__rmul__'].map((name) =>
        method(`${name}(value, /)`, (context, self, count: Value) => {
          const items = repeated(context, self.items, count);
          return 'kind' in items ? items : new ListValue(items);
        }),
      ),
      method(
        '__imul__(value, /)',
        (context, self, count: Value) => {
          if (self.uncertain) return self;
          const items = repeated(context, self.items, count);
          if ('kind' in items) self.forget(context.heap, items.reason);
          else self.replace(context.heap, items);
          return self;
        },
        MUTATES,
      ),
      method('__repr__(/)', (context, self) => {
        const text = listRepr(self, context);
        return typeof text === 'string' ? str(text) : text;
      }),
    ),
    ['__hash__', NONE],
  ],
);
