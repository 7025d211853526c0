/** `len`, `iter`, `next`, `sorted`, `any`, `all`. */
import type { Context } from '../../values/context';
import {
  bool,
  FALSE,
  int,
  isUnknownValue,
  ListValue,
  type NativeFunction,
  NONE,
  type UnknownValue,
  unknownAmong,
  type Value,
} from '../../values/value';
import { native } from './define';
import { nextItem } from './iterator-classes';
import { callIterator, callNext } from './iterators';
import { iteratorOf, lengthOf } from './protocols';
import { sortItems } from './sorting';

function sorted(context: Context, iterable: Value, key: Value, reverse: Value): Value {
  if (isUnknownValue(iterable)) return new ListValue([], iterable.reason);
  const backwards = context.truth(reverse);
  if (typeof backwards !== 'boolean') return new ListValue([], backwards.reason);
  const items = iterable.kind === 'set' ? orderless(iterable, key, context) : context.items(iterable);
  if ('kind' in items) return new ListValue([], items.reason);
  const result = sortItems(items, key, backwards, context);
  return 'kind' in result
    ? new ListValue(items.map(() => unknownAmong(result.reason, items)))
    : new ListValue([...result]);
}

/** Different strings or ints have one order, whatever order the set has. */
function orderless(
  set: Extract<Value, { kind: 'set' }>,
  key: Value,
  context: Context,
): readonly Value[] | UnknownValue {
  const items = [...set.items.values()];
  const total =
    key.kind === 'None' && (items.every((item) => item.kind === 'str') || items.every((item) => item.kind === 'int'));
  return total && !set.uncertain ? items : context.items(set);
}

/** Whether iterating comes to an item with this truth. */
function finds(context: Context, iterable: Value, truth: boolean): boolean | UnknownValue {
  if (iterable.kind === 'set' && !iterable.uncertain) {
    return firstOf(context, [...iterable.items.values()][Symbol.iterator](), truth);
  }
  const iterator = iteratorOf(iterable, context);
  if (isUnknownValue(iterator)) return iterator;
  let doubt: UnknownValue | null = null;
  for (;;) {
    context.spend(1);
    const item = callNext(iterator, context);
    if (item === undefined) return doubt ?? false;
    if (item.kind === 'uncertain-end') return context.unknown('not all items are known', item.reason);
    const is = context.truth(item);
    if (is === truth) return doubt && iterable.kind === 'iterator' ? doubt : true;
    if (typeof is !== 'boolean') doubt ??= is;
  }
}

function firstOf(context: Context, items: IterableIterator<Value>, truth: boolean): boolean | UnknownValue {
  let doubt: UnknownValue | null = null;
  for (const item of items) {
    const is = context.truth(item);
    if (is === truth) return true;
    if (typeof is !== 'boolean') doubt ??= is;
  }
  return doubt ?? false;
}

export const sequenceFunctions: readonly NativeFunction[] = [
  native('len(obj, /)', (context, value: Value): Value => {
    const length = lengthOf(value, context);
    return typeof length === 'number' ? int(length) : length;
  }),
  native('iter(object, sentinel=, /)', (context, object: Value, sentinel?: Value): Value => {
    if (sentinel) return callIterator(object, sentinel);
    if (object.kind === 'instance') {
      // An iterator of the program's own class stays what it is.
      const cls = object.cls.lookup('__iter__');
      if (cls?.kind === 'function') {
        const made = context.call(cls, { positional: [object], keywords: new Map(), uncertain: null });
        if (made.kind === 'instance') return made;
        if (made.kind === 'iterator' || isUnknownValue(made)) return made;
      }
    }
    return iteratorOf(object, context);
  }),
  native(
    'next(iterator, default=, /)',
    (context, iterator: Value, fallback?: Value): Value => {
      if (isUnknownValue(iterator)) return iterator;
      if (!fallback) return nextItem(iterator, context);
      const taken = context.attempt(() => nextItem(iterator, context));
      if ('value' in taken) return taken.value;
      if (taken.error.exception.cls.derivesFrom(context.builtin('StopIteration'))) return fallback;
      throw taken.error;
    },
    { unknowns: 'pass' },
  ),
  native(
    'sorted(*args, **kwargs)',
    (context, given: readonly Value[], keywords: ReadonlyMap<string, Value>): Value => {
      const [iterable] = given;
      if (given.length !== 1 || !iterable) {
        return context.raise('TypeError', `sorted expected 1 argument, got ${given.length}`);
      }
      for (const name of keywords.keys()) {
        if (name === 'key' || name === 'reverse') continue;
        // The list is made first, then its `sort` refuses.
        context.items(iterable);
        return context.raise('TypeError', `'${name}' is an invalid keyword argument for sort()`);
      }
      return sorted(context, iterable, keywords.get('key') ?? NONE, keywords.get('reverse') ?? FALSE);
    },
    { unknowns: 'pass' },
  ),
  native('any(iterable, /)', (context, iterable: Value): Value => {
    const found = finds(context, iterable, true);
    return typeof found === 'boolean' ? bool(found) : found;
  }),
  native('all(iterable, /)', (context, iterable: Value): Value => {
    const found = finds(context, iterable, false);
    return typeof found === 'boolean' ? bool(!found) : found;
  }),
];
