/**
 * Yields inside expressions. What stands before a `yield` is evaluated first and kept as an
 * override of its node, so that the statement can be gone through again when the generator resumes.
 */
import type { Expression, Node, Statement, Yield } from '../python/ast';
import { forEachChild } from '../python/walk';
import type { Value } from '../values/value';
import { evaluate } from './expressions';
import type { Interpreter } from './interpreter';

export type Overrides = Map<Expression, Value>;

const known = new WeakMap<Node, boolean>();

/** Whether a `yield` of the block itself stands in a statement or expression. */
export function containsYield(node: Node): boolean {
  if (node.kind === 'Yield') return true;
  if (node.kind === 'Name' || node.kind === 'Constant' || node.kind === 'Lambda') return false;
  const cached = known.get(node);
  if (cached !== undefined) return cached;
  let found = false;
  if (node.kind === 'FunctionDef') {
    found = node.decorators.some(containsYield);
  } else if (node.kind !== 'ClassDef') {
    forEachChild(node, (child) => {
      found ||= containsYield(child);
    });
  }
  known.set(node, found);
  return found;
}

/** The expressions of a statement that are evaluated when it starts, in Python's order. */
export function expressionsOf(node: Statement): readonly (Expression | null)[] {
  switch (node.kind) {
    case 'Expr':
    case 'Assign':
    case 'Return':
    case 'AnnAssign':
    case 'AugAssign':
      return [node.value];
    case 'If':
    case 'While':
      return [node.test];
    case 'For':
      return [node.iter];
    case 'Match':
      return [node.subject];
    case 'Raise':
      return [node.exc, node.cause];
    case 'Assert':
      return [node.test, node.msg];
    default:
      return [];
  }
}

/**
 * Evaluates what stands before the next `yield` of an expression, and gives the `yield`; null where
 * there is none any more, so that the expression can be evaluated with the overrides.
 */
export function nextYield(interpreter: Interpreter, node: Expression, overrides: Overrides): Yield | null {
  if (overrides.has(node) || !containsYield(node)) return null;
  switch (node.kind) {
    case 'Yield':
      return (node.value && nextYield(interpreter, node.value, overrides)) ?? node;
    case 'IfExp': {
      const inTest = nextYield(interpreter, node.test, overrides);
      if (inTest) return inTest;
      const test = settled(interpreter, node.test, overrides);
      const truth = interpreter.truth(test);
      if (typeof truth !== 'boolean') return null;
      return nextYield(interpreter, truth ? node.body : node.orelse, overrides);
    }
    case 'BoolOp': {
      for (const value of node.values) {
        const inside = nextYield(interpreter, value, overrides);
        if (inside) return inside;
        const truth = interpreter.truth(settled(interpreter, value, overrides));
        if (truth !== (node.op === 'and')) return null;
      }
      return null;
    }
  }
  const children: Expression[] = [];
  forEachChild(node, (child) => {
    children.push(child as Expression);
  });
  const last = children.findLastIndex(containsYield);
  for (const [i, child] of children.entries()) {
    if (i > last) break;
    const inside = nextYield(interpreter, child, overrides);
    if (inside) return inside;
    if (i < last && child.kind !== 'Starred') settled(interpreter, child, overrides);
  }
  return null;
}

/** The value of an expression without a `yield` left in it, evaluated once. */
function settled(interpreter: Interpreter, node: Expression, overrides: Overrides): Value {
  const there = overrides.get(node);
  if (there !== undefined) return there;
  interpreter.overrides = overrides;
  const value = evaluate(interpreter, node);
  overrides.set(node, value);
  return value;
}
