/**
 * The order in which CPython iterates a set: by its hash table (`setobject.c`). It is known for
 * numbers and tuples of them, and not for strings, whose hashes differ from run to run.
 */
import type { Context } from '../../values/context';
import {
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
  if ('kind' in table) return table;
  return table.filter((entry) => entry !== undefined).map(({ key, value }) => [key, value] as const);
}

function tableOf(set: SetValue, context: Context): Slots | UnknownValue {
  context.spend(set.items.size);
  const entries: Entry[] = [];
  for (const [key, value] of set.items) {
    const hash = pythonHash(value, context);
    if (hash === null) return context.unknown('the order of a set of such values differs from run to run');
    entries.push({ hash: BigInt.asUintN(64, hash), key, value });
  }
  if (set.layout) return build(entries, set.layout);
  return stableTable(entries) ?? context.unknown('the order of a set after removals is not followed');
}

function build(entries: readonly Entry[], layout: SetLayout): Slots {
  let slots: Slots = new Array(layout.size);
  for (const [index, entry] of entries.entries()) {
    insert(slots, entry);
    const fill = index + 1;
    if (fill > layout.merged && fill * 5 >= (slots.length - 1) * 3) {
      slots = resized(slots, fill > 50_000 ? fill * 2 : fill * 4);
    }
  }
  return slots;
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

function insert(slots: Slots, entry: Entry): void {
  const mask = slots.length - 1;
  let perturb = entry.hash;
  let i = Number(entry.hash & BigInt(mask));
  for (;;) {
    const probes = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
    for (let j = i; j <= i + probes; j++) {
      if (slots[j] === undefined) {
        slots[j] = entry;
        return;
      }
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
  if (from.items.size === 0 && into) return { items: [...present], layout: into.layout };
  const other = from.items.size === 0 ? [] : tableOf(from, context);
  const own = into && into.items.size > 0 ? tableOf(into, context) : [];
  if ('kind' in other || 'kind' in own || !from.layout || (into && !into.layout)) return unordered;
  const ownSize = into && into.items.size > 0 ? own.length : (into?.layout?.size ?? 8);
  const mustGrow = (present.size + from.items.size) * 5 >= (ownSize - 1) * 3;
  const size = mustGrow ? slotsFor((present.size + from.items.size) * 2) : ownSize;
  if (present.size === 0 && size === other.length) return { items: [...from.items], layout: from.layout };
  const incoming = keyed(other).filter(([key]) => !present.has(key));
  if (present.size === 0) return { items: incoming, layout: { size, merged: incoming.length } };
  if (!mustGrow) return { items: [...present, ...incoming], layout: into?.layout ?? null };
  return { items: [...keyed(own), ...incoming], layout: { size, merged: present.size } };
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
