/**
 * Nested structures of tensors, as `keras.tree` and `tf.nest` see them: lists, tuples and dicts are
 * taken apart, everything else (None too) is a leaf. Dicts go by their sorted keys, an OrderedDict
 * by its own order.
 */
import type { TensorValue } from '../values/tensor';
import { DictValue, ListValue, type TupleValue, type Value } from '../values/value';

export type Nested = ListValue | DictValue | TupleValue;

/** Whether a value is taken apart. A list whose items are not known is a leaf. */
export function isNested(value: Value): value is Nested {
  return value.kind === 'tuple' || ((value.kind === 'list' || value.kind === 'dict') && !value.uncertain);
}

/** Real structures are a few levels deep, and have as many leaves as a list of pictures has pictures. */
const DEEPEST = 64;
const MOST_LEAVES = 200_000;

/**
 * How far a structure is taken apart: what contains itself is a leaf within itself, and where parts are shared so often
 * that there is no end to them, all behind so many leaves are leaves.
 */
class Taking {
  private readonly open: Value[] = [];
  private count = 0;

  /** Enters what is taken apart; a leaf is counted. */
  enters(value: Value): value is Nested {
    const isEntered =
      isNested(value) && this.count < MOST_LEAVES && this.open.length <= DEEPEST && !this.open.includes(value);
    if (isEntered) this.open.push(value);
    else this.count += 1;
    return isEntered;
  }

  leave(): void {
    this.open.pop();
  }
}

/** The leaves, in order. */
export function flatten(structure: Value): Value[] {
  const leaves: Value[] = [];
  collect(structure, leaves, new Taking());
  return leaves;
}

function collect(value: Value, leaves: Value[], taking: Taking): void {
  if (!taking.enters(value)) {
    leaves.push(value);
    return;
  }
  for (const child of children(value)) collect(child, leaves, taking);
  taking.leave();
}

function children(value: Nested): readonly Value[] {
  if (value.kind !== 'dict') return value.items;
  return sortedEntries(value).map(([, entry]) => entry.value);
}

/** Entries in the order in which their leaves count. */
export function sortedEntries(dict: DictValue): [string, { readonly key: Value; readonly value: Value }][] {
  const entries = [...dict.entries];
  if (dict.cls?.name === 'OrderedDict') return entries;
  if (!entries.every(([, { key }]) => key.kind === 'str')) return entries;
  return entries.sort(([, a], [, b]) => compareText(a.key, b.key));
}

function compareText(a: Value, b: Value): number {
  if (a.kind !== 'str' || b.kind !== 'str') return 0;
  return a.value < b.value ? -1 : a.value > b.value ? 1 : 0;
}

/** The same structure with other leaves. Leaves are visited in order. */
export function mapStructure(structure: Value, leaf: (value: Value) => Value): Value {
  return mapped(structure, leaf, new Taking());
}

function mapped(value: Value, leaf: (value: Value) => Value, taking: Taking): Value {
  if (!taking.enters(value)) return leaf(value);
  const map = (child: Value) => mapped(child, leaf, taking);
  const made = withItems(value, map);
  taking.leave();
  return made;
}

function withItems(value: Nested, map: (child: Value) => Value): Value {
  if (value.kind === 'tuple') return { ...value, items: value.items.map(map) };
  if (value.kind === 'list') return new ListValue(value.items.map(map));
  const entries = new Map(sortedEntries(value).map(([hash, entry]) => [hash, map(entry.value)]));
  return new DictValue(
    [...value.entries].map(([hash, { key }]) => [hash, { key, value: entries.get(hash) as Value }] as const),
    { cls: value.cls },
  );
}

/** The leaves put into a structure in place of its own. */
export function packAs(structure: Value, leaves: readonly Value[]): Value {
  let index = 0;
  return mapStructure(structure, (old) => leaves[index++] ?? old);
}

export function tensorsIn(structure: Value): TensorValue[] {
  return flatten(structure).filter((leaf): leaf is TensorValue => leaf.kind === 'tensor');
}

/** The value under a text key. */
export function entryOf(dict: DictValue, name: string): Value | undefined {
  for (const { key, value } of dict.entries.values()) if (key.kind === 'str' && key.value === name) return value;
  return undefined;
}
