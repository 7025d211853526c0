/** Stable sorting by `<`, with CPython's comparisons in CPython's order for short lists. */
import { args } from '../../values/arguments';
import type { Context } from '../../values/context';
import { isUnknownValue, type UnknownValue, type Value } from '../../values/value';
import { compareNumbers } from './arithmetic';
import { numberOf } from './equality';
import { compare } from './operations';
import { compareStrings } from './string-text';

interface Keyed {
  readonly key: Value;
  readonly item: Value;
}

/** Thrown inside a sort when a comparison is not known. */
class NotOrdered {
  constructor(readonly why: UnknownValue) {}
}

/** Items in the order of their keys (`None`: of themselves). */
export function sortItems(
  items: readonly Value[],
  key: Value,
  reverse: boolean,
  context: Context,
): readonly Value[] | UnknownValue {
  context.spend(items.length);
  const keyed: Keyed[] = items.map((item) => ({
    key: key.kind === 'None' ? item : context.call(key, args([item])),
    item,
  }));
  if (keyed.length > 1) {
    const missing = keyed.find((one) => isUnknownValue(one.key));
    if (missing && isUnknownValue(missing.key)) return missing.key;
  }
  if (reverse) keyed.reverse();
  const sorted = quickSort(keyed) ?? sortByMethod(keyed, context);
  if ('kind' in sorted) return sorted;
  const result = sorted.map((one) => one.item);
  return reverse ? result.reverse() : result;
}

/** Where all keys are strings, or all are numbers in order; null for others. */
function quickSort(keyed: readonly Keyed[]): Keyed[] | null {
  if (keyed.every((one) => one.key.kind === 'str')) {
    const text = (one: Keyed) => (one.key.kind === 'str' ? one.key.value : '');
    return [...keyed].sort((a, b) => compareStrings(text(a), text(b)));
  }
  const numbers = keyed.map((one) => numberOf(one.key));
  if (numbers.some((n) => n === undefined || Number.isNaN(n))) return null;
  const order = keyed.map((_, i) => i);
  order.sort((a, b) => compareNumbers(numbers[a] as number, numbers[b] as number));
  return order.map((i) => keyed[i] as Keyed);
}

function sortByMethod(keyed: readonly Keyed[], context: Context): readonly Keyed[] | UnknownValue {
  const less = (a: Keyed, b: Keyed): boolean => {
    context.spend(1);
    const truth = context.truth(compare('<', a.key, b.key, context));
    if (typeof truth === 'boolean') return truth;
    throw new NotOrdered(truth);
  };
  try {
    return mergeSort([...keyed], less);
  } catch (thrown) {
    if (thrown instanceof NotOrdered) return thrown.why;
    throw thrown;
  }
}

function mergeSort(items: Keyed[], less: (a: Keyed, b: Keyed) => boolean): Keyed[] {
  if (items.length < 64) return insertionSort(items, less);
  const middle = items.length >> 1;
  const left = mergeSort(items.slice(0, middle), less);
  const right = mergeSort(items.slice(middle), less);
  const result: Keyed[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    const [a, b] = [left[i] as Keyed, right[j] as Keyed];
    if (less(b, a)) {
      result.push(b);
      j += 1;
    } else {
      result.push(a);
      i += 1;
    }
  }
  return [...result, ...left.slice(i), ...right.slice(j)];
}

/** `count_run` and `binarysort` of listobject.c. */
function insertionSort(items: Keyed[], less: (a: Keyed, b: Keyed) => boolean): Keyed[] {
  if (items.length < 2) return items;
  const at = (i: number) => items[i] as Keyed;
  let run = 2;
  if (less(at(1), at(0))) {
    while (run < items.length && less(at(run), at(run - 1))) run += 1;
    items.splice(0, run, ...items.slice(0, run).reverse());
  } else while (run < items.length && !less(at(run), at(run - 1))) run += 1;
  for (let start = run; start < items.length; start++) {
    const pivot = at(start);
    let low = 0;
    let high = start;
    while (low < high) {
      const middle = low + ((high - low) >> 1);
      if (less(pivot, at(middle))) high = middle;
      else low = middle + 1;
    }
    items.splice(start, 1);
    items.splice(low, 0, pivot);
  }
  return items;
}
