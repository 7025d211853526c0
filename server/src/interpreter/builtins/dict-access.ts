/** The one way to look into dicts and sets: by hash, and by `==` where a class hashes on its own. */
import type { Context } from '../../values/context';
import {
  type DictValue,
  isUnknownValue,
  type SetValue,
  type UnknownValue,
  unknown,
  unknownAmong,
  type Value,
} from '../../values/value';
import { sameOrEqual } from './equality';
import { hashKey } from './hashing';

/**
 * The key under which a value stands, or would stand, among keys. Classes with a `__hash__` of
 * their own may have equal hashes and yet be different: these get keys one after the other. They may
 * also be equal to values of other types that have the same hash.
 */
export function slotOf(
  value: Value,
  keyAt: (hash: string) => Value | undefined,
  context: Context,
): string | UnknownValue {
  const hash = hashKey(value, context);
  if (typeof hash !== 'string') return hash;
  if (hash.startsWith('u:')) return ownHashSlot(hash, value, keyAt, context);
  if (keyAt(hash) !== undefined) return hash;
  for (const own of [`u:${hash}`, `u:${hash.slice(2)}`]) {
    if (keyAt(own) === undefined) continue;
    const slot = slotAmong(own, value, keyAt, context);
    if (typeof slot !== 'string' || keyAt(slot) !== undefined) return slot;
  }
  return hash;
}

/** Of a value whose class hashes on its own: among its like, or where a plain value with that hash stands. */
function ownHashSlot(
  hash: string,
  value: Value,
  keyAt: (hash: string) => Value | undefined,
  context: Context,
): string | UnknownValue {
  for (const plain of [hash.slice(2), `n:${hash.slice(2)}`]) {
    const present = keyAt(plain);
    if (present === undefined) continue;
    const equal = sameOrEqual(present, value, context);
    if (equal === true) return plain;
    if (equal !== false) return equal;
  }
  return slotAmong(hash, value, keyAt, context);
}

function slotAmong(
  hash: string,
  value: Value,
  keyAt: (hash: string) => Value | undefined,
  context: Context,
): string | UnknownValue {
  for (let turn = 0; ; turn++) {
    const slot = turn === 0 ? hash : `${hash}#${turn}`;
    const present = keyAt(slot);
    if (present === undefined) return slot;
    const equal = sameOrEqual(present, value, context);
    if (equal === true) return slot;
    if (equal !== false) return equal;
  }
}

function dictSlot(dict: DictValue, key: Value, context: Context): string | UnknownValue {
  return slotOf(key, (hash) => dict.entries.get(hash)?.key, context);
}

/** What stands under a key; undefined where surely nothing does. Raises TypeError for what has no hash. */
export function dictGet(dict: DictValue, key: Value, context: Context): Value | undefined {
  const slot = dictSlot(dict, key, context);
  if (typeof slot !== 'string') return slot;
  const entry = dict.entries.get(slot);
  if (entry) return entry.value;
  return dict.uncertain ? unknownAmong(dict.uncertain, [unknown(dict.uncertain), ...dict.may]) : undefined;
}

/**
 * Puts a value under a key; with a key that is not known, nothing in the dict is known any more, and
 * it may raise: gives why.
 */
export function dictSet(dict: DictValue, key: Value, value: Value, context: Context): UnknownValue | undefined {
  const slot = dictSlot(dict, key, context);
  if (typeof slot === 'string') {
    dict.set(context.heap, slot, key, value);
    return undefined;
  }
  dict.forget(context.heap, slot.reason, [value]);
  return slot;
}

/** Takes a key away and gives what stood there; undefined where surely nothing did. */
export function dictDelete(dict: DictValue, key: Value, context: Context): Value | undefined {
  const slot = dictSlot(dict, key, context);
  if (typeof slot !== 'string') {
    dict.forget(context.heap, slot.reason);
    return slot;
  }
  const entry = dict.entries.get(slot);
  if (entry) {
    dict.delete(context.heap, slot);
    return entry.value;
  }
  return dict.uncertain ? unknownAmong(dict.uncertain, [unknown(dict.uncertain), ...dict.may]) : undefined;
}

/** Whether a value is in a set. */
export function setHas(set: SetValue, value: Value, context: Context): boolean | UnknownValue {
  const slot = setSlot(set, value, context);
  if (typeof slot !== 'string') return slot;
  if (set.items.has(slot)) return true;
  return set.uncertain ? unknown(set.uncertain) : false;
}

export function setSlot(set: SetValue, value: Value, context: Context): string | UnknownValue {
  return slotOf(value, (hash) => set.items.get(hash), context);
}

/** Adds a value to a set in place; gives why it may raise. */
export function setAdd(set: SetValue, value: Value, context: Context): UnknownValue | undefined {
  const slot = setSlot(set, value, context);
  if (typeof slot === 'string') {
    if (!set.uncertain) set.add(context.heap, slot, value);
    return undefined;
  }
  set.forget(context.heap, slot.reason);
  return slot;
}

/** The entries that values make one by one, as `set(values)` takes them; unknown where one is not known. */
export function setEntries(values: readonly Value[], context: Context): Map<string, Value> | UnknownValue {
  const entries = new Map<string, Value>();
  for (const value of values) {
    if (isUnknownValue(value)) return value;
    const slot = slotOf(value, (hash) => entries.get(hash), context);
    if (typeof slot !== 'string') return slot;
    if (!entries.has(slot)) entries.set(slot, value);
  }
  return entries;
}
