/** Operators, whose precedence is not the same in the grammar and in Python everywhere. */

import type { BinaryOperator, BinOp, BoolOp, Compare, ComparisonOperator, Expression } from '../ast';
import { type LowerExpression, lowerExpression, lowerOnlyChild } from './expressions';
import { type Lowering, NONE, type SyntaxNode } from './lowering';

type Lower = LowerExpression;

/**
 * Operators from left to right, however many. The grammar takes `^` to bind tighter than `&`, which Python does not:
 * a run of both is put together anew.
 */
const lowerBinary: Lower = (l, node) => {
  const { tree } = l;
  const operator = operatorOf(l, node);
  if (operator === '&' || operator === '^') return lowerBits(l, node);
  const spine: SyntaxNode[] = [];
  let left = node;
  while (tree.type(left) === 'binary_operator' && !isBits(operatorOf(l, left)) && !tree.hasDirectError(left)) {
    spine.push(left);
    left = tree.field(left, 'left');
  }
  return l.nested<Expression>(
    spine.length,
    () => {
      let result = lowerExpression(l, left);
      for (let i = spine.length - 1; i >= 0; i--) {
        const at = spine[i] as SyntaxNode;
        const right = lowerExpression(l, tree.field(at, 'right'));
        result = {
          kind: 'BinOp',
          start: l.start(at),
          end: l.end(at),
          op: operatorOf(l, at),
          left: result,
          right,
        };
      }
      return result;
    },
    () => l.error(node),
  );
};

export function operatorOf(l: Lowering, node: SyntaxNode): BinaryOperator {
  const left = l.tree.firstNamed(node);
  return l.tree.type(l.tree.nextChild(node, left)) as BinaryOperator;
}

function isBits(operator: BinaryOperator): boolean {
  return operator === '&' || operator === '^';
}

function lowerBits(l: Lowering, node: SyntaxNode): Expression {
  const { tree } = l;
  const operands: SyntaxNode[] = [];
  const operators: BinaryOperator[] = [];
  const collect = (at: SyntaxNode): void => {
    if (tree.type(at) !== 'binary_operator' || !isBits(operatorOf(l, at))) {
      operands.push(at);
      return;
    }
    l.nested(
      1,
      () => {
        collect(tree.field(at, 'left'));
        operators.push(operatorOf(l, at));
        collect(tree.field(at, 'right'));
      },
      () => {
        operands.push(at);
      },
    );
  };
  collect(node);
  if (operands.length !== operators.length + 1) return l.error(node);
  return l.nested<Expression>(
    operands.length,
    () => {
      // `start` and `end` are those of the operands with the brackets around them.
      type Operand = { value: Expression; start: number; end: number };
      const join = (op: BinaryOperator, left: Operand, right: Operand): Operand => {
        const value: BinOp = {
          kind: 'BinOp',
          start: left.start,
          end: right.end,
          op,
          left: left.value,
          right: right.value,
        };
        return { value, start: left.start, end: right.end };
      };
      const lowered = operands.map((at) => ({ value: lowerExpression(l, at), start: l.start(at), end: l.end(at) }));
      const groups: Operand[] = [];
      lowered.forEach((operand, i) => {
        const group = groups[groups.length - 1];
        if (i > 0 && group !== undefined && operators[i - 1] === '&')
          groups[groups.length - 1] = join('&', group, operand);
        else groups.push(operand);
      });
      return groups.reduce((left, right) => join('^', left, right)).value;
    },
    () => l.error(node),
  );
}

const lowerUnary: Lower = (l, node) => ({
  kind: 'UnaryOp',
  start: l.start(node),
  end: l.end(node),
  op: l.tree.type(node) === 'not_operator' ? 'not' : (l.tree.type(l.tree.firstChild(node)) as '-' | '+' | '~'),
  operand: lowerExpression(l, l.tree.field(node, 'argument')),
});

/** `a and b and c` is one node in Python. */
const lowerBoolean: Lower = (l, node) => {
  const { tree } = l;
  const operatorAt = (at: SyntaxNode) => tree.type(tree.nextChild(at, tree.firstNamed(at))) as BoolOp['op'];
  const op = operatorAt(node);
  const operands: SyntaxNode[] = [];
  let left = node;
  while (tree.type(left) === 'boolean_operator' && operatorAt(left) === op && !tree.hasDirectError(left)) {
    operands.push(tree.field(left, 'right'));
    left = tree.field(left, 'left');
  }
  operands.push(left);
  const values = operands.reverse().map((operand) => lowerExpression(l, operand));
  return { kind: 'BoolOp', start: l.start(node), end: l.end(node), op, values };
};

const lowerComparison: Lower = (l, node) => {
  const { tree } = l;
  const ops: ComparisonOperator[] = [];
  const operands: Expression[] = [];
  for (const child of tree.children(node)) {
    if (tree.isNamed(child)) operands.push(lowerExpression(l, child));
    else if (tree.type(child) === '<>') {
      l.problem(child, 'Python 3 has no `<>`: write `!=`.');
      ops.push('!=');
    } else ops.push(tree.type(child) as ComparisonOperator);
  }
  const [left, ...comparators] = operands;
  if (left === undefined) return l.error(node);
  const comparison: Compare = { kind: 'Compare', start: l.start(node), end: l.end(node), left, ops, comparators };
  return comparison;
};

/** The grammar takes `await x ** 2` for `await (x ** 2)`; Python takes it for `(await x) ** 2`. */
const lowerAwait: Lower = (l, node) => {
  const { tree } = l;
  const operand = tree.firstNamed(node);
  if (operand !== NONE && tree.type(operand) === 'binary_operator' && operatorOf(l, operand) === '**') {
    const base = tree.field(operand, 'left');
    return {
      kind: 'BinOp',
      start: l.start(node),
      end: l.end(node),
      op: '**',
      left: { kind: 'Await', start: l.start(node), end: l.end(base), value: lowerExpression(l, base) },
      right: lowerExpression(l, tree.field(operand, 'right')),
    };
  }
  return { kind: 'Await', start: l.start(node), end: l.end(node), value: lowerOnlyChild(l, node) };
};

/** What lowers operators, by node type. */
export const OPERATORS: Readonly<Record<string, Lower>> = {
  binary_operator: lowerBinary,
  unary_operator: lowerUnary,
  not_operator: lowerUnary,
  boolean_operator: lowerBoolean,
  comparison_operator: lowerComparison,
  await: lowerAwait,
};
