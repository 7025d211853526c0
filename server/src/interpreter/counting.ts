/** Sums, differences and comparisons of ints of which only something is known. */
import type { BinaryOperator, ComparisonOperator } from '../python/ast';
import { type Count, difference, learnNotAbove, notAbove, Quantity, shifted } from '../values/quantity';
import { bool, int, type UnknownValue, type Value } from '../values/value';

type NumberType = 'int' | 'float' | 'element';

/** The type that a number has, also where the number is not known; undefined for what may be anything else. */
function numberType(value: Value): NumberType | undefined {
  if (value.kind === 'int' || value.kind === 'bool') return 'int';
  if (value.kind === 'float') return 'float';
  if (value.kind !== 'unknown') return undefined;
  return value.count ? 'int' : value.isFloat ? 'float' : value.isElement ? 'element' : undefined;
}

/** What arithmetic gives of numbers of which one is not known: a number still. */
export function someNumber(op: BinaryOperator, left: Value, right: Value): UnknownValue | undefined {
  const open = left.kind === 'unknown' ? left : right.kind === 'unknown' ? right : undefined;
  const [a, b] = [numberType(left), numberType(right)];
  if (!open || !a || !b || !['+', '-', '*', '/', '//', '%'].includes(op)) return undefined;
  const { reason } = open;
  if (a === 'element' || b === 'element') return { kind: 'unknown', reason, isElement: true };
  if (op === '/' || a === 'float' || b === 'float') return { kind: 'unknown', reason, isFloat: true };
  return { kind: 'unknown', reason, count: { of: new Quantity(Number.NEGATIVE_INFINITY), offset: 0 } };
}

function countIn(value: Value): Count | number | undefined {
  if (value.kind === 'unknown') return value.count;
  return value.kind === 'int' && typeof value.value === 'number' ? value.value : undefined;
}

/** One of the operands is not known, and both are ints; undefined for others. */
function operands(left: Value, right: Value): readonly [Count | number, Count | number, UnknownValue] | undefined {
  const open = left.kind === 'unknown' ? left : right.kind === 'unknown' ? right : undefined;
  if (!open) return undefined;
  const [a, b] = [countIn(left), countIn(right)];
  return a === undefined || b === undefined ? undefined : [a, b, open];
}

/** `n + 3`, `3 + n`, `n - 3`, and `(i + 3) - i`; undefined for what is not followed. */
export function sumOfCounts(op: BinaryOperator, left: Value, right: Value): Value | undefined {
  if (op !== '+' && op !== '-') return undefined;
  const found = operands(left, right);
  if (!found) return undefined;
  const [a, b, { reason }] = found;
  if (op === '-') {
    const known = difference(a, b);
    if (known !== null) return int(known);
  }
  const sum =
    typeof b === 'number'
      ? shifted(a, op === '+' ? b : -b)
      : typeof a === 'number' && op === '+'
        ? shifted(b, a)
        : null;
  return sum !== null && typeof sum !== 'number' ? { kind: 'unknown', reason, count: sum } : undefined;
}

/** What a comparison says where it is certain; else what a branch may take from it. */
export function compareCounts(op: ComparisonOperator, left: Value, right: Value): Value | undefined {
  const found = operands(left, right);
  if (!found) return undefined;
  const [a, b, { reason }] = found;
  switch (op) {
    case '<':
      return below(a, b, reason);
    case '>':
      return below(b, a, reason);
    case '>=':
      return negated(below(a, b, reason));
    case '<=':
      return negated(below(b, a, reason));
    default:
      return undefined;
  }
}

/** `a < b` */
function below(a: Count | number, b: Count | number, reason: UnknownValue['reason']): Value {
  if (notAbove(shifted(a, 1), b)) return bool(true);
  if (notAbove(b, a)) return bool(false);
  return {
    kind: 'unknown',
    reason,
    learn: (heap, isTrue) => (isTrue ? learnNotAbove(heap, shifted(a, 1), b) : learnNotAbove(heap, b, a)),
  };
}

function negated(value: Value): Value {
  if (value.kind === 'bool') return bool(!value.value);
  if (value.kind !== 'unknown' || !value.learn) return value;
  const { learn } = value;
  return { ...value, learn: (heap, isTrue) => learn(heap, !isTrue) };
}
