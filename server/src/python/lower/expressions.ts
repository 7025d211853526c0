/** Expressions: tree-sitter's nodes to CPython's, with CPython's ranges. */

import type { Expression, Starred } from '../ast';
import { lambdaScope } from '../scope';
import { lowerCall } from './calls';
import { COLLECTIONS } from './collections';
import { type Lowering, NONE, type SyntaxNode } from './lowering';
import { lowerFloat, lowerInteger } from './numbers';
import { OPERATORS } from './operators';
import { lowerParameters } from './parameters';
import { lowerStrings } from './strings';
import { SUBSCRIPTS } from './subscripts';

export type LowerExpression = (l: Lowering, node: SyntaxNode) => Expression;

type Lower = LowerExpression;

/**
 * An expression. Brackets around it leave no trace, as in CPython's `ast`. What has an error directly in it becomes
 * an `ErrorExpression` of the parts that could be read: a call with a garbled argument must not pass for another call.
 */
export function lowerExpression(l: Lowering, node: SyntaxNode): Expression {
  if (node === NONE) return { kind: 'ErrorExpression', start: 0, end: 0, parts: [] };
  const { tree } = l;
  let inner = node;
  while (tree.type(inner) === 'parenthesized_expression' || tree.type(inner) === 'type') {
    const child = tree.firstNamed(inner);
    if (child === NONE || isBroken(l, inner)) return errorExpression(l, inner);
    inner = child;
  }
  if (l.text[tree.start(inner)] === '*') {
    const start = l.start(inner);
    if (tree.takeStar(inner)) return { kind: 'Starred', start, end: l.end(inner), value: lowerExpression(l, inner) };
  }
  const lower = lowererOf(tree.type(inner));
  if (lower === undefined || tree.isError(inner) || isBroken(l, inner)) return errorExpression(l, inner);
  return l.nested(
    1,
    () => lower(l, inner),
    () => l.error(inner),
  );
}

/** Whether something directly in a node cannot be read, or its closing bracket is missing: there may be more to come. */
function isBroken(l: Lowering, node: SyntaxNode): boolean {
  const { tree } = l;
  if (tree.hasDirectError(node)) return true;
  if (!tree.isUnclosed(node)) return false;
  // Brackets that were put around something have no extent, neither of them.
  const opening = tree.firstChild(node);
  return opening === NONE || tree.start(opening) !== tree.end(opening);
}

/** The expressions that can be read in a broken node. */
export function errorExpression(l: Lowering, node: SyntaxNode): Expression {
  return l.nested<Expression>(
    1,
    () => l.error(node, readableParts(l, node)),
    () => l.error(node),
  );
}

export function readableParts(l: Lowering, node: SyntaxNode): Expression[] {
  const { tree } = l;
  return tree.namedChildren(node).flatMap((child): Expression[] => {
    if (lowererOf(tree.type(child)) !== undefined || tree.type(child) === 'parenthesized_expression') {
      return [lowerExpression(l, child)];
    }
    return l.nested(
      1,
      () => readableParts(l, child),
      () => [],
    );
  });
}

/** One expression, or several with commas between them and no brackets: a tuple from `start` to `end`. */
export function lowerExpressions(l: Lowering, parent: SyntaxNode, nodes: readonly SyntaxNode[]): Expression {
  const [first] = nodes;
  if (first === undefined) return l.error(parent);
  const comma = trailingComma(l, parent, nodes);
  if (nodes.length === 1 && comma === NONE) return lowerExpression(l, first);
  const last = nodes[nodes.length - 1] ?? first;
  return {
    kind: 'Tuple',
    start: l.start(first),
    end: comma === NONE ? l.end(last) : l.end(comma),
    elements: nodes.map((node) => lowerExpression(l, node)),
  };
}

/** The comma behind the last of some children. */
function trailingComma(l: Lowering, parent: SyntaxNode, nodes: readonly SyntaxNode[]): SyntaxNode {
  const last = nodes[nodes.length - 1];
  if (last === undefined) return NONE;
  const behind = l.tree.nextChild(parent, last);
  return behind !== NONE && l.tree.type(behind) === ',' ? behind : NONE;
}

const lowerName: Lower = (l, node) => {
  if (l.isHole(node)) return l.error(node);
  return { kind: 'Name', start: l.start(node), end: l.end(node), id: l.identifier(node) };
};

function constant(value: { type: 'None' } | { type: 'Ellipsis' } | { type: 'bool'; value: boolean }): Lower {
  return (l, node) => ({ kind: 'Constant', start: l.start(node), end: l.end(node), value });
}

const lowerAttribute: Lower = (l, node) => {
  const { tree } = l;
  // A chain of attributes and calls is walked by recursion: its depth counts.
  const name = tree.field(node, 'attribute');
  const value = lowerExpression(l, tree.field(node, 'object'));
  if (l.isHole(name)) return l.error(node, [value]);
  return {
    kind: 'Attribute',
    start: l.start(node),
    end: l.end(node),
    value,
    attr: l.identifier(name),
    attrStart: l.start(name),
  };
};

/** The one expression in a node that is no more than something around it. */
export function lowerOnlyChild(l: Lowering, node: SyntaxNode): Expression {
  const child = l.tree.firstNamed(node);
  return child === NONE || l.tree.hasDirectError(node) ? errorExpression(l, node) : lowerExpression(l, child);
}

const lowerConditional: Lower = (l, node) => {
  const [body, test, orelse] = l.tree.namedChildren(node);
  if (body === undefined || test === undefined || orelse === undefined) return errorExpression(l, node);
  return {
    kind: 'IfExp',
    start: l.start(node),
    end: l.end(node),
    test: lowerExpression(l, test),
    body: lowerExpression(l, body),
    orelse: lowerExpression(l, orelse),
  };
};

const lowerNamed: Lower = (l, node) => {
  const target = lowerExpression(l, l.tree.field(node, 'name'));
  const value = lowerExpression(l, l.tree.field(node, 'value'));
  if (target.kind !== 'Name') return l.error(node, [value]);
  return { kind: 'NamedExpr', start: l.start(node), end: l.end(node), target, value };
};

const lowerLambda: Lower = (l, node) => {
  const parameters = lowerParameters(l, l.tree.field(node, 'parameters'));
  const body = lowerExpression(l, l.tree.field(node, 'body'));
  return {
    kind: 'Lambda',
    start: l.start(node),
    end: l.end(node),
    parameters,
    body,
    scope: lambdaScope(parameters, body),
  };
};

const lowerStarred = (l: Lowering, node: SyntaxNode): Starred => ({
  kind: 'Starred',
  start: l.start(node),
  end: l.end(node),
  value: lowerOnlyChild(l, node),
});

const lowerYield: Lower = (l, node) => {
  const { tree } = l;
  const child = tree.firstNamed(node);
  return {
    kind: 'Yield',
    start: l.start(node),
    end: l.end(node),
    value: child === NONE ? null : lowerExpression(l, child),
    from: tree.child(node, 'from') !== NONE,
  };
};

const lowerString: Lower = (l, node) => lowerStrings(l, node, [node]);

const lowerConcatenation: Lower = (l, node) => lowerStrings(l, node, l.tree.namedChildren(node));

const OTHERS: Readonly<Record<string, Lower>> = {
  identifier: lowerName,
  none: constant({ type: 'None' }),
  true: constant({ type: 'bool', value: true }),
  false: constant({ type: 'bool', value: false }),
  ellipsis: constant({ type: 'Ellipsis' }),
  integer: lowerInteger,
  float: lowerFloat,
  string: lowerString,
  concatenated_string: lowerConcatenation,
  attribute: lowerAttribute,
  call: lowerCall,
  conditional_expression: lowerConditional,
  named_expression: lowerNamed,
  lambda: lowerLambda,
  list_splat: lowerStarred,
  list_splat_pattern: lowerStarred,
  splat_type: lowerStarred,
  yield: lowerYield,
  as_pattern_target: lowerOnlyChild,
};

let all: Readonly<Record<string, Lower>> | undefined;

/** What lowers a type of node, when it is an expression. (Made at its first use: the files of this folder are a cycle.) */
function lowererOf(type: string): Lower | undefined {
  all ??= { ...OTHERS, ...OPERATORS, ...SUBSCRIPTS, ...COLLECTIONS };
  return all[type];
}
