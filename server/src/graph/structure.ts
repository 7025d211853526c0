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

/** The leaves, in order. */
export function flatten(structure: Value): Value[] {
  const leaves: Value[] = [];
  collect(structure, leaves, 0);
  return leaves;
}

/** A structure that contains itself ends here; real ones are a few levels deep. */
const DEEPEST = 64;

function collect(value: Value, leaves: Value[], depth: number): void {
  if (!isNested(value) || depth > DEEPEST) leaves.push(value);
  else for (const child of children(value)) collect(child, leaves, depth + 1);
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
export function mapStructure(structure: Value, leaf: (value: Value) => Value, depth = 0): Value {
  if (!isNested(structure) || depth > DEEPEST) return leaf(structure);
  const map = (value: Value) => mapStructure(value, leaf, depth + 1);
  if (structure.kind === 'tuple') return { ...structure, items: structure.items.map(map) };
  if (structure.kind === 'list') return new ListValue(structure.items.map(map));
  const mapped = new Map(sortedEntries(structure).map(([hash, entry]) => [hash, map(entry.value)]));
  return new DictValue(
    [...structure.entries].map(([hash, { key }]) => [hash, { key, value: mapped.get(hash) as Value }] as const),
    { cls: structure.cls },
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
