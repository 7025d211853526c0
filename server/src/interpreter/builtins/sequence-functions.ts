/** `len`, `iter`, `next`, `sorted`, `any`, `all`. */
import type { Context } from '../../values/context';
import { Quantity } from '../../values/quantity';
import {
  bool,
  FALSE,
  int,
  isUnknownValue,
  ListValue,
  type NativeFunction,
  NONE,
  objectsAmong,
  type UnknownValue,
  unknownAmong,
  type Value,
} from '../../values/value';
import { interpreterOf } from '../context';
import { native } from './define';
import { nextItem } from './iterator-classes';
import { callIterator, callNext, search } from './iterators';
import { iteratorOf, lengthOf } from './protocols';
import { sortItems } from './sorting';

function sorted(context: Context, iterable: Value, key: Value, reverse: Value): Value {
  const backwards = context.truth(reverse);
  if (typeof backwards !== 'boolean') return new ListValue([], backwards.reason);
  const items = iterable.kind === 'set' ? orderless(iterable, key, context) : context.items(iterable);
  if ('kind' in items) return new ListValue([...objectsAmong([items])], items.reason);
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
  const found = search(
    () => callNext(iterator, context),
    (item) => {
      const is = context.truth(item);
      return typeof is === 'boolean' ? is === truth : is;
    },
    context,
  );
  // Of what is not known, `found` may be the item: then its truth is not the answer.
  return typeof found === 'boolean' ? found : context.unknown('not all items are known', found.reason);
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

function nextOf(context: Context, iterator: Value, fallback: Value | undefined): Value {
  if (!fallback) return nextItem(iterator, context);
  const taken = context.attempt(() => nextItem(iterator, context));
  if ('value' in taken) return taken.value;
  if (taken.error.exception.cls.derivesFrom(context.builtin('StopIteration'))) return fallback;
  throw taken.error;
}

const measure = native('len(obj, /)', (context, value: Value): Value => {
  const length = lengthOf(value, context);
  return typeof length === 'number' ? int(length) : length;
});

/** Not an int below 0, whatever it is. An array knows more of its length. */
const len: NativeFunction = {
  ...measure,
  call: (given, context) => {
    const length = measure.call(given, context);
    if (length.kind !== 'unknown' || length.count) return length;
    return { kind: 'unknown', reason: length.reason, count: { of: new Quantity(0), offset: 0 } };
  },
};

export const sequenceFunctions: readonly NativeFunction[] = [
  len,
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
      if (isUnknownValue(iterator)) {
        return interpreterOf(context).onEach(iterator, (one) => nextOf(context, one, fallback));
      }
      return nextOf(context, iterator, fallback);
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
