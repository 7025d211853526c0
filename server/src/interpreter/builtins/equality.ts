/** `==` and order between values of built-in types, and `==` between any. */
import type { ComparisonOperator } from '../../python/ast';
import type { Context } from '../../values/context';
import {
  type DictValue,
  isUnknownValue,
  type ListValue,
  type SetValue,
  type TupleValue,
  tuple,
  type UnknownValue,
  unknown,
  type Value,
} from '../../values/value';
import { compareNumbers } from './arithmetic';
import { dictGet } from './dict-access';
import { compare } from './operations';
import { compareStrings } from './string-text';

export type Decision = boolean | UnknownValue;
export type RichOperator = Extract<ComparisonOperator, '==' | '!=' | '<' | '<=' | '>' | '>='>;

/** Deeper nesting than this is not compared. */
const MAX_DEPTH = 150;
let depth = 0;
let isTooDeep = false;

/** As containers compare their items: the same object is equal to itself. */
export function sameOrEqual(a: Value, b: Value, context: Context): Decision {
  if (a === b && !isUnknownValue(a)) return true;
  return equalValues(a, b, context);
}

/** `a == b` as a condition. */
export function equalValues(a: Value, b: Value, context: Context): Decision {
  if (a.kind === 'str' && b.kind === 'str') return a.value === b.value;
  const result = compare('==', a, b, context);
  return context.truth(result);
}

/**
 * `a op b` where both are of built-in types, by these types' own rules; null where these give
 * `NotImplemented`.
 */
export function builtinCompare(op: RichOperator, a: Value, b: Value, context: Context): Decision | null {
  const numbers = compareAsNumbers(op, a, b);
  if (numbers !== undefined) return numbers;
  if (a.kind !== b.kind) return null;
  switch (a.kind) {
    case 'str':
      return ordered(op, compareStrings(a.value, (b as typeof a).value));
    case 'bytes':
      return ordered(op, compareBytes(a.value, (b as typeof a).value));
    case 'tuple':
    case 'list':
      return compareSequences(op, a, b as TupleValue | ListValue, context);
    case 'dict':
      return op === '==' || op === '!=' ? negated(op, equalDicts(a, b as DictValue, context)) : null;
    case 'set':
      return compareSets(op, a, b as SetValue);
    case 'range': {
      if (op !== '==' && op !== '!=') return null;
      const other = b as typeof a;
      const length = rangeLength(a.start, a.stop, a.step);
      const same =
        length === rangeLength(other.start, other.stop, other.step) &&
        (length === 0 || (a.start === other.start && (length === 1 || a.step === other.step)));
      return same === (op === '==');
    }
    case 'slice': {
      // They are ordered as the tuples of their parts.
      const other = b as typeof a;
      return compareSequences(
        op,
        tuple([a.start, a.stop, a.step]),
        tuple([other.start, other.stop, other.step]),
        context,
      );
    }
    case 'None':
    case 'Ellipsis':
    case 'NotImplemented':
      return op === '==' ? true : op === '!=' ? false : null;
    case 'method': {
      if (op !== '==' && op !== '!=') return null;
      const other = b as typeof a;
      return (a.self === other.self && a.function === other.function) === (op === '==');
    }
    default:
      return null;
  }
}

export function rangeLength(start: number, stop: number, step: number): number {
  return Math.max(0, Math.ceil((stop - start) / step));
}

/** Undefined where not both are numbers. */
function compareAsNumbers(op: RichOperator, a: Value, b: Value): Decision | null | undefined {
  if (a.kind === 'complex' || b.kind === 'complex') {
    const x = complexParts(a);
    const y = complexParts(b);
    if (!x || !y) return undefined;
    if (op !== '==' && op !== '!=') return null;
    return (x[0] === y[0] && x[1] === y[1]) === (op === '==');
  }
  const x = numberOf(a);
  const y = numberOf(b);
  if (x === undefined || y === undefined) return undefined;
  return ordered(op, compareNumbers(x, y));
}

function complexParts(value: Value): readonly [number, number] | undefined {
  if (value.kind === 'complex') return [value.real, value.imaginary];
  const number = numberOf(value);
  return number === undefined ? undefined : [Number(number), 0];
}

export function numberOf(value: Value): number | bigint | undefined {
  if (value.kind === 'int' || value.kind === 'float') return value.value;
  return value.kind === 'bool' ? Number(value.value) : undefined;
}

/** From a three-way comparison; NaN is unordered. */
export function ordered(op: RichOperator, comparison: number): boolean {
  switch (op) {
    case '==':
      return comparison === 0;
    case '!=':
      return comparison !== 0;
    case '<':
      return comparison < 0;
    case '<=':
      return comparison <= 0;
    case '>':
      return comparison > 0;
    case '>=':
      return comparison >= 0;
  }
}

function negated(op: RichOperator, equal: Decision): Decision {
  return op === '!=' && typeof equal === 'boolean' ? !equal : equal;
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Compares the parts of two values. Where they are nested too deeply, nothing that they are parts of is compared any more. */
function deeper<T>(context: Context, run: () => T): T | UnknownValue {
  if (depth >= MAX_DEPTH) {
    isTooDeep = true;
    return context.unknown('it is nested too deeply to compare');
  }
  depth += 1;
  try {
    return run();
  } finally {
    depth -= 1;
    if (depth === 0) isTooDeep = false;
  }
}

/** All pairs are equal; a pair that surely is not decides, whatever is not known before it. */
function equalItems(a: readonly Value[], b: readonly Value[], context: Context): Decision {
  return deeper(context, () => {
    let doubt: UnknownValue | null = null;
    context.spend(a.length);
    for (const [i, item] of a.entries()) {
      const equal = sameOrEqual(item, b[i] as Value, context);
      if (equal === false) return false;
      if (equal !== true) doubt ??= equal;
      if (isTooDeep) break;
    }
    return doubt ?? true;
  });
}

function compareSequences(
  op: RichOperator,
  a: TupleValue | ListValue,
  b: TupleValue | ListValue,
  context: Context,
): Decision | null {
  if (a.kind === 'list' && a.uncertain) return unknown(a.uncertain);
  if (b.kind === 'list' && b.uncertain) return unknown(b.uncertain);
  if (op === '==' || op === '!=') {
    if (a.items.length !== b.items.length) return op === '!=';
    return negated(op, equalItems(a.items, b.items, context));
  }
  return deeper(context, () => {
    const shorter = Math.min(a.items.length, b.items.length);
    context.spend(shorter);
    for (let i = 0; i < shorter; i++) {
      const x = a.items[i] as Value;
      const y = b.items[i] as Value;
      const equal = sameOrEqual(x, y, context);
      if (equal === true) continue;
      if (equal !== false) return equal;
      return context.truth(compare(op, x, y, context));
    }
    return ordered(op, a.items.length - b.items.length);
  });
}

function equalDicts(a: DictValue, b: DictValue, context: Context): Decision {
  if (a.uncertain) return unknown(a.uncertain);
  if (b.uncertain) return unknown(b.uncertain);
  if (a.entries.size !== b.entries.size) return false;
  return deeper(context, () => {
    let doubt: UnknownValue | null = null;
    context.spend(a.entries.size);
    for (const { key, value } of a.entries.values()) {
      const other = dictGet(b, key, context);
      if (other === undefined) return false;
      const equal = sameOrEqual(value, other, context);
      if (equal === false) return false;
      if (equal !== true) doubt ??= equal;
      if (isTooDeep) break;
    }
    return doubt ?? true;
  });
}

function compareSets(op: RichOperator, a: SetValue, b: SetValue): Decision {
  if (a.uncertain) return unknown(a.uncertain);
  if (b.uncertain) return unknown(b.uncertain);
  const within = (x: SetValue, y: SetValue) => [...x.items.keys()].every((key) => y.items.has(key));
  const [less, more] = [a.items.size < b.items.size, a.items.size > b.items.size];
  switch (op) {
    case '==':
      return !less && !more && within(a, b);
    case '!=':
      return less || more || !within(a, b);
    case '<':
      return less && within(a, b);
    case '<=':
      return !more && within(a, b);
    case '>':
      return more && within(b, a);
    case '>=':
      return !less && within(b, a);
  }
}
