/** Truth, length, indexing and iteration by Python's protocols. */
import { reason } from '../../shapes/reason';
import type { Context } from '../../values/context';
import {
  type IteratorValue,
  int,
  isUnknownValue,
  type UnknownValue,
  unknown,
  unknownAmong,
  type Value,
} from '../../values/value';
import { someOf } from '../aliases';
import { interpreterOf } from '../context';
import { plain } from './boxed';
import { rangeLength } from './equality';
import {
  callNext,
  dictIterator,
  listIterator,
  rangeIterator,
  sequenceIterator,
  setIterator,
  stringIterator,
} from './iterators';
import { orderedEntries } from './set-order';
import { callMethod, isIterable, typeName } from './special';
import { codePointLength, codePoints } from './string-text';

/** More items than this are not listed. */
const MAX_ITEMS = 1_000_000;

/** `bool(value)` */
export function truthOf(value: Value, context: Context): boolean | UnknownValue {
  switch (value.kind) {
    case 'unknown':
      return value;
    case 'bool':
      return value.value;
    case 'None':
      return false;
    case 'int':
    case 'float':
      return value.value !== 0;
    case 'complex':
      return value.real !== 0 || value.imaginary !== 0;
    case 'function':
    case 'native':
    case 'method':
    case 'module':
    case 'iterator':
      return true;
    default: {
      const quick = quickLength(value);
      if (quick !== undefined) return typeof quick === 'number' ? quick > 0 : quick;
      return truthByMethod(value, context);
    }
  }
}

function truthByMethod(value: Value, context: Context): boolean | UnknownValue {
  const truth = callMethod(value, '__bool__', [], context);
  if (truth !== undefined) {
    if (truth.kind === 'bool') return truth.value;
    if (isUnknownValue(truth)) return truth;
    return context.raise('TypeError', `__bool__ should return bool, returned ${typeName(truth, context)}`);
  }
  const length = callMethod(value, '__len__', [], context);
  if (length === undefined) return true;
  const size = checkedLength(length, context);
  return typeof size === 'number' ? size !== 0 : size;
}

/** What `__len__` gave, as a length. */
function checkedLength(length: Value, context: Context): number | UnknownValue {
  const size = indexOf(length, context);
  if (typeof size === 'object') return size;
  if (size < 0) return context.raise('ValueError', '__len__() should return >= 0');
  if (size > Number.MAX_SAFE_INTEGER) {
    return context.raise('OverflowError', "cannot fit 'int' into an index-sized integer");
  }
  return Number(size);
}

/** Length of values of built-in types themselves; undefined for others. */
function quickLength(value: Value): number | UnknownValue | undefined {
  switch (value.kind) {
    case 'str':
      return codePointLength(value.value);
    case 'bytes':
      return value.value.length;
    case 'tuple':
      return value.cls ? undefined : value.items.length;
    case 'list':
      return value.cls ? undefined : value.uncertain ? unknown(value.uncertain) : value.items.length;
    case 'dict':
      return value.cls ? undefined : value.uncertain ? unknown(value.uncertain) : value.entries.size;
    case 'set':
      return value.uncertain ? unknown(value.uncertain) : value.items.size;
    case 'range':
      return rangeLength(value.start, value.stop, value.step);
    default:
      return undefined;
  }
}

/** `len(value)`. Raises TypeError where it has none. */
export function lengthOf(value: Value, context: Context): number | UnknownValue {
  if (isUnknownValue(value)) return value;
  const quick = quickLength(value);
  if (quick !== undefined) return quick;
  const length = callMethod(value, '__len__', [], context);
  if (length === undefined) {
    return context.raise('TypeError', `object of type '${typeName(value, context)}' has no len()`);
  }
  return checkedLength(length, context);
}

/** `operator.index(value)`: undefined for what is no integer. */
export function tryIndex(value: Value, context: Context): number | bigint | UnknownValue | undefined {
  if (isUnknownValue(value)) return value;
  const inner = plain(value);
  if (inner.kind === 'int') return inner.value;
  if (inner.kind === 'bool') return Number(inner.value);
  if (value.kind !== 'instance' && value.kind !== 'tensor') return undefined;
  const index = callMethod(value, '__index__', [], context);
  if (index === undefined || isUnknownValue(index)) return index;
  const number = plain(index);
  if (number.kind === 'int') return number.value;
  if (number.kind === 'bool') return Number(number.value);
  return context.raise('TypeError', `__index__ returned non-int (type ${typeName(index, context)})`);
}

/** `operator.index(value)`. Raises TypeError for what is no integer. */
export function indexOf(value: Value, context: Context, message?: string): number | bigint | UnknownValue {
  const index = tryIndex(value, context);
  if (index !== undefined) return index;
  return context.raise(
    'TypeError',
    message ?? `'${typeName(value, context)}' object cannot be interpreted as an integer`,
  );
}

/** `iter(value)`. Raises TypeError where it is not iterable; of what is not known, any of the items. */
export function iteratorOf(value: Value, context: Context): IteratorValue | UnknownValue {
  switch (value.kind) {
    case 'unknown':
      return iteratorOverOneOf(value) ?? interpreterOf(context).unknownItem(value);
    case 'iterator':
      return value;
    case 'list':
      if (!value.cls) return listIterator(value);
      break;
    case 'tuple':
      if (!value.cls) return sequenceIterator('tuple_iterator', value.items);
      break;
    case 'range':
      return rangeIterator(value.start, value.stop, value.step);
    case 'str':
      return stringIterator(value.value);
    case 'bytes':
      return sequenceIterator('bytes_iterator', Array.from(value.value, int));
    case 'dict':
      if (!value.cls) return dictIterator(value, 'keys', context);
      break;
    case 'set': {
      const entries = orderedEntries(value, context);
      if ('kind' in entries) return entries;
      return setIterator(
        value,
        entries.map(([, item]) => item),
      );
    }
  }
  return iteratorByMethod(value, context);
}

/** Lists and tuples of one length, one of which it is: each item is one of theirs. */
function iteratorOverOneOf({ oneOf, reason }: UnknownValue): IteratorValue | undefined {
  const [first, ...others] = (oneOf ?? []).map((one) =>
    (one.kind === 'list' && !one.uncertain) || one.kind === 'tuple' ? one.items : null,
  );
  if (!first || others.some((other) => other?.length !== first.length)) return undefined;
  const items = first.map((item, i) => someOf([item, ...others.map((other) => other?.[i] as Value)], reason));
  return sequenceIterator('tuple_iterator', items);
}

function iteratorByMethod(value: Value, context: Context): IteratorValue | UnknownValue {
  const made = callMethod(value, '__iter__', [], context);
  if (made === undefined) return iteratorByIndex(value, context);
  if (made.kind === 'iterator' || isUnknownValue(made)) return made;
  if (made.kind === 'instance') {
    return { kind: 'iterator', type: 'iterator', next: (inside) => callNext(made, inside) };
  }
  return context.raise('TypeError', `iter() returned non-iterator of type '${typeName(made, context)}'`);
}

/** The old protocol: `__getitem__` with 0, 1, 2, … until IndexError. */
function iteratorByIndex(value: Value, context: Context): IteratorValue | UnknownValue {
  const cls = context.classOf(value);
  // An `__iter__` that is None takes the old protocol away, too.
  const isOld = !isUnknownValue(cls) && !cls.lookup('__iter__') && isIterable(cls);
  if (isOld && value.kind !== 'class') return sequenceProtocolIterator(value);
  return context.raise('TypeError', `'${typeName(value, context)}' object is not iterable`);
}

function sequenceProtocolIterator(value: Value): IteratorValue {
  return rangeIterator(0, Number.MAX_SAFE_INTEGER, 1, 'iterator', (index, context) => {
    const taken = context.attempt(() => callMethod(value, '__getitem__', [int(index)], context));
    if ('value' in taken) return taken.value;
    const { cls } = taken.error.exception;
    if (cls.derivesFrom(context.builtin('IndexError')) || cls.derivesFrom(context.builtin('StopIteration'))) {
      return undefined;
    }
    throw taken.error;
  });
}

/** The items that iterating gives, or why they are not known. Raises TypeError where it is not iterable. */
export function itemsOf(value: Value, context: Context): readonly Value[] | UnknownValue {
  switch (value.kind) {
    case 'tuple':
      if (!value.cls) return value.items;
      break;
    case 'list':
      if (value.cls) break;
      if (value.uncertain) return unknownAmong(value.uncertain, [unknown(value.uncertain), ...value.may]);
      context.spend(value.items.length >> 3);
      return value.items.slice();
    case 'str':
      context.spend(value.value.length >> 2);
      return codePoints(value.value).map((character) => ({ kind: 'str', value: character }));
    case 'dict':
      if (value.cls || value.uncertain) break;
      context.spend(value.entries.size >> 2);
      return [...value.entries.values()].map((entry) => entry.key);
    case 'range': {
      const length = rangeLength(value.start, value.stop, value.step);
      if (length > MAX_ITEMS) return context.unknown(`a range of ${length} items is too long to follow`);
      context.spend(length >> 2);
      return Array.from({ length }, (_, i) => int(value.start + i * value.step));
    }
  }
  const iterator = iteratorOf(value, context);
  return isUnknownValue(iterator) ? iterator : drain(iterator, context);
}

/** All that is left of an iterator. */
export function drain(iterator: IteratorValue, context: Context): readonly Value[] | UnknownValue {
  const items: Value[] = [];
  const take = interpreterOf(context).taking();
  for (;;) {
    take();
    const item = iterator.next(context);
    if (item === undefined) return items;
    if (item.kind === 'uncertain-end') return unknownAmong(item.reason, [item.any, ...items]);
    items.push(item);
    if (items.length > MAX_ITEMS) return unknown(reason('it has more items than are followed'));
  }
}
