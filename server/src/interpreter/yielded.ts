/** What a generator yields whose body is only looked at: any of several values, taken when they are yielded. */
import type { Reason } from '../shapes/reason';
import { eachAmong, itemOf } from '../values/each';
import { type DictEntry, DictValue, ListValue, unknown, type Value } from '../values/value';

const DEEPEST = 4;

/** A copy that the taking back of the look leaves as it is. */
export function snapshot(value: Value, why: Reason, depth = 0): Value {
  const inside = (item: Value) => snapshot(item, why, depth + 1);
  if (depth > DEEPEST) return unknown(why);
  switch (value.kind) {
    case 'tuple':
      return value.cls ? unknown(why) : { ...value, items: value.items.map(inside) };
    case 'list':
      if (value.cls) return unknown(why);
      return new ListValue(value.items.map(inside), value.uncertain, null, value.each);
    case 'dict': {
      if (value.uncertain || value.cls) return unknown(why);
      const entries = [...value.entries].map(([hash, { key, value: content }]): [string, DictEntry] => [
        hash,
        { key, value: inside(content) },
      ]);
      return new DictValue(entries);
    }
    case 'instance':
    case 'set':
    case 'iterator':
      return unknown(why);
    default:
      return value;
  }
}

/** What is common to all that was yielded. */
export function eitherYielded(values: readonly Value[], why: Reason): Value {
  const [first, ...rest] = values;
  if (!first || first.kind === 'unknown') return first ?? unknown(why);
  if (first.kind === 'tuple' && rest.every((one) => one.kind === 'tuple' && one.items.length === first.items.length)) {
    return {
      ...first,
      items: first.items.map((_, i) =>
        eitherYielded(
          values.map((one) => partOf(one, i)),
          why,
        ),
      ),
    };
  }
  if (
    first.kind === 'list' &&
    !first.uncertain &&
    rest.every((one) => one.kind === 'list' && !one.uncertain && one.items.length === first.items.length)
  ) {
    return new ListValue(
      first.items.map((_, i) =>
        eitherYielded(
          values.map((one) => partOf(one, i)),
          why,
        ),
      ),
    );
  }
  if (first.kind === 'dict' && rest.every((one) => one.kind === 'dict' && sameKeys(one, first))) {
    const joined = [...first.entries].map(([hash, { key }]): [string, DictEntry] => {
      const contents = values.map((one) => (one.kind === 'dict' ? one.entries.get(hash)?.value : undefined));
      return [
        hash,
        {
          key,
          value: eitherYielded(
            contents.map((one) => one ?? unknown(why)),
            why,
          ),
        },
      ];
    });
    return new DictValue(joined);
  }
  return itemOf(eachAmong(values, why), why);
}

function partOf(value: Value, index: number): Value {
  return (value.kind === 'tuple' || value.kind === 'list' ? value.items[index] : undefined) ?? value;
}

function sameKeys(a: DictValue, b: DictValue): boolean {
  return a.entries.size === b.entries.size && [...b.entries.keys()].every((hash) => a.entries.has(hash));
}
