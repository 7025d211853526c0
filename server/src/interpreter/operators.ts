/**
 * Operators in expressions: the everyday cases of numbers and strings at once, everything else by
 * the operator methods of the operands' classes.
 */
import type { AugAssign, BinaryOperator, BinOp, Compare, ComparisonOperator, Expression, UnaryOp } from '../python/ast';
import {
  bool,
  FALSE,
  float,
  int,
  isUnknownValue,
  ListValue,
  str,
  TRUE,
  type UnknownValue,
  type Value,
  withoutKnowledge,
} from '../values/value';
import { augmented, binary, compare, unary } from './builtins/operations';
import { compareCounts, someNumber, sumOfCounts } from './counting';
import { evaluate } from './expressions';
import type { Interpreter } from './interpreter';
import { alternatives, NORMAL } from './paths';

export function evaluateBinary(interpreter: Interpreter, node: BinOp): Value {
  const left = evaluate(interpreter, node.left);
  const right = evaluate(interpreter, node.right);
  interpreter.node = node;
  return applyBinary(interpreter, node.op, left, right);
}

export function applyBinary(interpreter: Interpreter, op: BinaryOperator, left: Value, right: Value): Value {
  if (left.kind === 'int' && right.kind === 'int') {
    const quick = quickInt(op, left.value, right.value);
    if (quick !== undefined) return quick;
  } else if (left.kind === 'float' && right.kind === 'float') {
    if (op === '+') return float(left.value + right.value);
    if (op === '-') return float(left.value - right.value);
    if (op === '*') return float(left.value * right.value);
  } else if (op === '+' && left.kind === 'str' && right.kind === 'str' && left.value.length < 1000) {
    return str(left.value + right.value);
  }
  return (
    openNumber(interpreter, op, left, right) ?? noted(interpreter, binary(op, left, right, interpreter), left, right)
  );
}

/** Of numbers of which one is not known. */
function openNumber(interpreter: Interpreter, op: BinaryOperator, left: Value, right: Value): Value | undefined {
  const counted = sumOfCounts(op, left, right);
  if (counted) return counted;
  const some = someNumber(op, left, right);
  // By 0, perhaps.
  if (some && op !== '+' && op !== '-' && op !== '*') interpreter.mayRaise(some.reason);
  return some;
}

/** Small ints: what JavaScript's numbers do exactly. Undefined for the rest. */
function quickInt(op: BinaryOperator, a: number | bigint, b: number | bigint): Value | undefined {
  if (typeof a !== 'number' || typeof b !== 'number') return undefined;
  switch (op) {
    case '+':
      return small(a + b);
    case '-':
      return small(a - b);
    case '*':
      return small(a * b);
    case '//':
      return b === 0 ? undefined : small(Math.floor(a / b));
    case '%': {
      if (b === 0) return undefined;
      const rest = a % b;
      return int(rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest + 0);
    }
    default:
      return undefined;
  }
}

/** Within 2^46 sums, products and quotients of numbers are exact. */
function small(value: number): Value | undefined {
  return value > -70_368_744_177_664 && value < 70_368_744_177_664 ? int(value + 0) : undefined;
}

/** `x += y`, as Python does it: in place where the left side can. */
export function applyAugmented(interpreter: Interpreter, node: AugAssign, left: Value, right: Value): Value {
  interpreter.node = node;
  if (left.kind === 'int' && right.kind === 'int') return applyBinary(interpreter, node.op, left, right);
  if (node.op === '+' && left instanceof ListValue && !left.cls && right instanceof ListValue && !right.cls) {
    if (!left.uncertain && !right.uncertain) {
      const added = [...right.items];
      for (const item of added) left.append(interpreter.heap, item);
      interpreter.spend(added.length);
      return left;
    }
  }
  const made = openNumber(interpreter, node.op, left, right);
  return made ?? noted(interpreter, augmented(node.op, left, right, interpreter), left, right);
}

export function evaluateUnary(interpreter: Interpreter, node: UnaryOp): Value {
  const operand = evaluate(interpreter, node.operand);
  interpreter.node = node;
  if (node.op === 'not') {
    const truth = interpreter.truth(operand);
    return typeof truth === 'boolean' ? bool(!truth) : truth;
  }
  if (operand.kind === 'int' && typeof operand.value === 'number') {
    if (node.op === '-') return int(operand.value === 0 ? 0 : -operand.value);
    if (node.op === '+') return operand;
  }
  if (operand.kind === 'float' && node.op === '-') return float(-operand.value);
  return noted(interpreter, unary(node.op, operand, interpreter), operand, operand);
}

export function evaluateCompare(interpreter: Interpreter, node: Compare): Value {
  const left = evaluate(interpreter, node.left);
  return compareFrom(interpreter, node, 0, left);
}

function compareFrom(interpreter: Interpreter, node: Compare, index: number, left: Value): Value {
  const right = evaluate(interpreter, node.comparators[index] as Expression);
  interpreter.node = node;
  const result = applyComparison(interpreter, node.ops[index] as ComparisonOperator, left, right);
  if (index === node.ops.length - 1) return result;
  const truth = interpreter.truth(result);
  if (truth === false) return result;
  if (truth === true) return compareFrom(interpreter, node, index + 1, right);
  const why = interpreter.because('differs by how far a chain of comparisons goes', truth.reason);
  alternatives(
    interpreter,
    [
      () => NORMAL,
      () => {
        compareFrom(interpreter, node, index + 1, right);
        return NORMAL;
      },
    ],
    why,
  );
  return result;
}

export function applyComparison(interpreter: Interpreter, op: ComparisonOperator, left: Value, right: Value): Value {
  if (op === 'is' || op === 'is not') {
    const same = identical(left, right);
    if (same === null) return interpreter.unknown('whether equal values are one object is left to Python');
    if (typeof same !== 'boolean') return same;
    return same === (op === 'is') ? TRUE : FALSE;
  }
  if (left.kind === 'int' && right.kind === 'int') {
    const [a, b] = [left.value, right.value];
    switch (op) {
      case '==':
        return bool(a === b);
      case '!=':
        return bool(a !== b);
      case '<':
        return bool(a < b);
      case '<=':
        return bool(a <= b);
      case '>':
        return bool(a > b);
      case '>=':
        return bool(a >= b);
    }
  } else if (left.kind === 'str' && right.kind === 'str') {
    if (op === '==') return bool(left.value === right.value);
    if (op === '!=') return bool(left.value !== right.value);
  } else if (left.kind === 'None' && (right.kind === 'None' || right.kind === 'int' || right.kind === 'str')) {
    if (op === '==') return bool(right.kind === 'None');
    if (op === '!=') return bool(right.kind !== 'None');
  }
  const compared = compareCounts(op, left, right);
  if (compared) return compared;
  return noted(interpreter, compare(op, left, right, interpreter), left, right);
}

/** Whether a class is surely not what an unknown value is, of which all objects are known that it may be. */
function isNoneOf(value: Value, { may, only }: UnknownValue): boolean {
  return value.kind === 'class' && only === true && !may?.includes(value);
}

/** `is`; null where Python leaves it open, unknown where an operand is. */
export function identical(left: Value, right: Value): boolean | null | Extract<Value, { kind: 'unknown' }> {
  if (isUnknownValue(left)) {
    const [first, ...others] = (left.oneOf ?? []).map((one) => identical(one, right));
    if (typeof first === 'boolean' && others.every((other) => other === first)) return first;
    return isNoneOf(right, left) ? false : left;
  }
  if (isUnknownValue(right)) return isNoneOf(left, right) ? false : right;
  if (left === right) return true;
  if (left.kind !== right.kind) return false;
  switch (left.kind) {
    case 'int': {
      if (right.kind !== 'int' || left.value !== right.value) return false;
      return left.value >= -5 && left.value <= 256 ? true : null;
    }
    case 'str':
      if (right.kind !== 'str' || left.value !== right.value) return false;
      return /^[A-Za-z_0-9]*$/.test(left.value) ? true : null;
    case 'float':
      return right.kind === 'float' && Object.is(left.value, right.value) ? null : false;
    case 'complex':
      return right.kind === 'complex' && left.real === right.real && left.imaginary === right.imaginary ? null : false;
    case 'bytes':
      return null;
    case 'tuple':
      if (right.kind !== 'tuple' || left.items.length !== right.items.length) return false;
      return left.items.length === 0 ? left.cls === right.cls : false;
    case 'method':
      return false;
    default:
      return false;
  }
}

/** An operation on something unknown may raise. */
function noted(interpreter: Interpreter, result: Value, left: Value, right: Value): Value {
  if (result.kind === 'unknown' && (left.kind === 'unknown' || right.kind === 'unknown')) {
    interpreter.mayRaise(result.reason);
    return withoutKnowledge(result);
  }
  return result;
}
