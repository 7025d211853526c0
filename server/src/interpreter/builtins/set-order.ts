/**
 * The order in which CPython iterates a set: by its hash table (`setobject.c`). It is known for
 * numbers and tuples of them, and not for strings, whose hashes differ from run to run.
 */
import type { Context } from '../../values/context';
import {
  NONE,
  type SetLayout,
  type SetValue,
  SetValue as SetValueClass,
  type UnknownValue,
  unknown,
  type Value,
} from '../../values/value';
import { pythonHash } from './hashing';

const LINEAR_PROBES = 9;
const PERTURB_SHIFT = 5n;

interface Entry {
  readonly hash: bigint;
  readonly key: string;
  readonly value: Value;
  /** Of a removed item: how many had been put in by then. */
  readonly when?: number;
}

type Slots = (Entry | undefined)[];

/** The items as iterating gives them, or why their order is not known. */
export function setOrder(set: SetValue, context: Context): readonly Value[] | UnknownValue {
  const entries = orderedEntries(set, context);
  return 'kind' in entries ? entries : entries.map(([, value]) => value);
}

/** Hash keys and items in the order of iteration. */
export function orderedEntries(set: SetValue, context: Context): readonly (readonly [string, Value])[] | UnknownValue {
  if (set.uncertain) return unknown(set.uncertain);
  if (set.items.size <= 1) return [...set.items];
  const table = tableOf(set, context);
  return 'kind' in table ? table : keyed(table.slots);
}

interface Table {
  /** Without what was removed. */
  readonly slots: Slots;
  /** With the slots that removed items take up. */
  readonly fill: number;
}

function tableOf(set: SetValue, context: Context): Table | UnknownValue {
  context.spend(set.items.size);
  const entries: Entry[] = [];
  for (const [key, value] of set.items) {
    const hash = pythonHash(value, context);
    if (hash === null) return context.unknown('the order of a set of such values differs from run to run');
    entries.push({ hash: BigInt.asUintN(64, hash), key, value });
  }
  if (set.layout) return build(withRemoved(entries, set.layout), set.layout);
  const stable = stableTable(entries);
  return stable
    ? { slots: stable, fill: entries.length }
    : context.unknown('the order of a set after removals is not followed');
}

/** All that was ever put in, in that order. */
function withRemoved(entries: readonly Entry[], { removed = [] }: SetLayout): readonly Entry[] {
  if (removed.length === 0) return entries;
  const gone = new Map(removed.map((one) => [one.at, one]));
  const all: Entry[] = [];
  for (let at = 0, next = 0; at < entries.length + removed.length; at++) {
    const one = gone.get(at);
    if (one) all.push({ hash: one.hash, key: '', value: NONE, when: one.when });
    else all.push(entries[next++] as Entry);
  }
  return all;
}

function build(entries: readonly Entry[], layout: SetLayout): Table {
  let slots: Slots = new Array(layout.size);
  let fill = 0;
  for (const [index, entry] of entries.entries()) {
    if (!insert(slots, entry, index)) continue;
    fill += 1;
    if (index + 1 > layout.merged && fill * 5 >= (slots.length - 1) * 3) {
      const live = slots.filter((one) => one && (one.when === undefined || one.when > index));
      fill = live.length;
      slots = resized(live, grown(fill));
    }
  }
  return { slots: Array.from(slots, (one) => (one?.when === undefined ? one : undefined)), fill };
}

/** What a table is made for that has become too full. */
function grown(used: number): number {
  return used > 50_000 ? used * 2 : used * 4;
}

/** The table where its order does not depend on its size, on collisions or on the order of insertion. */
function stableTable(entries: readonly Entry[]): Slots | null {
  const least = slotsFor(entries.length);
  let common: Slots | null = null;
  for (let size = least; size <= least * 16; size *= 2) {
    const homes = new Set(entries.map((entry) => entry.hash & BigInt(size - 1)));
    if (homes.size < entries.length) return null;
    const slots: Slots = new Array(size);
    for (const entry of entries) insert(slots, entry);
    const filled = slots.filter((entry) => entry !== undefined);
    if (common && filled.some((entry, i) => entry !== common?.[i])) return null;
    common = filled;
  }
  return common;
}

/** Puts an item in as `set_add_entry` does: false where it takes the slot of one that was removed before. */
function insert(slots: Slots, entry: Entry, index = 0): boolean {
  const mask = slots.length - 1;
  let perturb = entry.hash;
  let i = Number(entry.hash & BigInt(mask));
  let free = -1;
  for (;;) {
    const probes = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
    for (let j = i; j <= i + probes; j++) {
      const found = slots[j];
      if (found === undefined) {
        slots[free === -1 ? j : free] = entry;
        return free === -1;
      }
      if (found.when !== undefined && found.when <= index) free = j;
    }
    perturb >>= PERTURB_SHIFT;
    i = Number((BigInt(i) * 5n + 1n + perturb) & BigInt(mask));
  }
}

/** `PySet_MINSIZE`, doubled until it is above what is asked for. */
function slotsFor(minimum: number): number {
  let size = 8;
  while (size <= minimum) size *= 2;
  return size;
}

function resized(slots: Slots, minimum: number): Slots {
  const larger: Slots = new Array(slotsFor(minimum));
  for (const entry of slots) if (entry) insert(larger, entry);
  return larger;
}

type Keyed = readonly (readonly [string, Value])[];

/** Items and layout of a set, in which they are put in that order. */
export interface Arrangement {
  readonly items: Keyed;
  readonly layout: SetLayout | null;
}

/** What `set_merge` makes of a set into which another one is put at once. */
export function merged(into: SetValue | null, from: SetValue, context: Context): Arrangement {
  const present = into?.items ?? new Map<string, Value>();
  const added = [...from.items].filter(([key]) => !present.has(key));
  const unordered: Arrangement = { items: [...present, ...added], layout: null };
  if (from.items.size === 0) return { items: [...present], layout: into ? into.layout : NOTHING.layout };
  const base = into ?? NOTHING;
  if (!from.layout || !base.layout) return unordered;
  const [own, other] = [tableOf(base, context), tableOf(from, context)];
  if ('kind' in other || 'kind' in own) return unordered;
  const finger = base.layout.finger ?? 0;
  const mustGrow = (own.fill + from.items.size) * 5 >= (own.slots.length - 1) * 3;
  const size = mustGrow ? slotsFor((present.size + from.items.size) * 2) : own.slots.length;
  const isEmpty = (mustGrow ? present.size : own.fill) === 0;
  if (isEmpty && size === other.slots.length && other.fill === from.items.size) {
    return { items: [...from.items], layout: { ...from.layout, finger } };
  }
  const incoming = keyed(other.slots).filter(([key]) => !present.has(key));
  if (isEmpty) return { items: incoming, layout: { size, merged: incoming.length, finger } };
  if (!mustGrow) return { items: [...present, ...incoming], layout: base.layout };
  return { items: [...keyed(own.slots), ...incoming], layout: { size, merged: present.size, finger } };
}

const NOTHING = new SetValueClass();

/** More removed items are not kept in mind. */
const MOST_REMOVED = 500;

/** A set without some of its items: their slots stay taken. */
export function without(set: SetValue, keys: ReadonlySet<string>, context: Context): Arrangement {
  const items = [...set.items].filter(([key]) => !keys.has(key));
  const { layout } = set;
  const known = layout?.removed ?? [];
  if (!layout || known.length + keys.size > MOST_REMOVED) return { items, layout: null };
  const taken = new Set(known.map(({ at }) => at));
  const removed = [...known];
  const when = set.items.size + known.length;
  let at = 0;
  for (const [key, value] of set.items) {
    while (taken.has(at)) at += 1;
    if (keys.has(key)) {
      const hash = pythonHash(value, context);
      if (hash === null) return { items, layout: null };
      removed.push({ hash: BigInt.asUintN(64, hash), at, when });
    }
    at += 1;
  }
  return { items, layout: { ...layout, removed } };
}

/** As `without`, and the table is made anew where that leaves many slots taken (`set_difference_update_internal`). */
export function difference(set: SetValue, keys: ReadonlySet<string>, context: Context): Arrangement {
  const left = without(set, keys, context);
  if (!left.layout) return left;
  const table = tableOf(new SetValueClass(left.items, false, null, left.layout), context);
  if ('kind' in table) return { ...left, layout: null };
  const { slots, fill } = table;
  const used = left.items.length;
  if (fill - used <= Math.floor((slots.length - 1) / 4)) return left;
  const { finger = 0 } = left.layout;
  return { items: keyed(slots), layout: { size: slotsFor(grown(used)), merged: used, finger } };
}

/** `set_symmetric_difference_update`: each item of the other, in its order, leaves the set or comes into it. */
export function toggled(set: SetValue, other: SetValue, context: Context): Arrangement {
  const order = orderedEntries(other, context);
  const unordered = [
    ...[...set.items].filter(([key]) => !other.items.has(key)),
    ...[...other.items].filter(([key]) => !set.items.has(key)),
  ];
  if ('kind' in order || !set.layout || order.length > MOST_REMOVED) return { items: unordered, layout: null };
  let now = set;
  for (const [key, value] of order) {
    const { items, layout } = now.items.has(key)
      ? without(now, new Set([key]), context)
      : { items: [...now.items, [key, value] as const], layout: now.layout };
    now = new SetValueClass(items, false, null, layout);
  }
  return { items: [...now.items], layout: now.layout };
}

/** The key that `pop` takes, and what is left. */
export function popped(set: SetValue, context: Context): { key: string; left: Arrangement } | UnknownValue {
  const table = tableOf(set, context);
  if ('kind' in table) {
    const [only, ...others] = set.items.keys();
    return only !== undefined && others.length === 0 ? { key: only, left: { items: [], layout: null } } : table;
  }
  const { slots } = table;
  const mask = slots.length - 1;
  let slot = (set.layout?.finger ?? 0) & mask;
  while (slots[slot] === undefined) slot = slot === mask ? 0 : slot + 1;
  const { key } = slots[slot] as Entry;
  const { items, layout } = without(set, new Set([key]), context);
  return { key, left: { items, layout: set.layout && layout ? { ...layout, finger: slot + 1 } : null } };
}

function keyed(slots: Slots): Keyed {
  return slots.filter((entry) => entry !== undefined).map(({ key, value }) => [key, value] as const);
}

/**
 * The set that a display makes. Three or more constants come from a frozenset that the compiler made: of the items of
 * another one, in that one's order (`merge_consts_recursive` in `compile.c`).
 */
export function displayedSet(
  items: Iterable<readonly [string, Value]>,
  constants: boolean,
  context: Context,
): SetValue {
  const set = new SetValueClass(items);
  if (!constants) return set;
  const first = orderedEntries(set, context);
  const { items: arranged, layout } = merged(null, 'kind' in first ? set : new SetValueClass(first), context);
  return new SetValueClass(arranged, false, null, layout);
}
