/** Subscripts, and the types that the grammar tells from other expressions: Python does not. */

import type { Expression, Slice } from '../ast';
import { errorExpression, type LowerExpression, lowerExpression, lowerExpressions } from './expressions';
import type { Lowering, SyntaxNode } from './lowering';
import { operatorOf } from './operators';

type Lower = LowerExpression;

const lowerSubscript: Lower = (l, node) => ({
  kind: 'Subscript',
  start: l.start(node),
  end: l.end(node),
  value: lowerExpression(l, l.tree.field(node, 'value')),
  slice: lowerSubscripts(l, node, l.tree.fieldAll(node, 'subscript')),
});

/** What stands between a subscript's brackets. A starred element makes a tuple, even alone (PEP 646). */
function lowerSubscripts(l: Lowering, parent: SyntaxNode, nodes: readonly SyntaxNode[]): Expression {
  const slice = lowerExpressions(l, parent, nodes);
  if (slice.kind !== 'Starred') return slice;
  return { kind: 'Tuple', start: slice.start, end: slice.end, elements: [slice] };
}

const lowerSlice = (l: Lowering, node: SyntaxNode): Slice => {
  const { tree } = l;
  const parts: (Expression | null)[] = [null, null, null];
  let part = 0;
  for (const child of tree.children(node)) {
    if (tree.type(child) === ':') part++;
    else parts[part] = lowerExpression(l, child);
  }
  const [lower = null, upper = null, step = null] = parts;
  return { kind: 'Slice', start: l.start(node), end: l.end(node), lower, upper, step };
};

/** `list[int]` where the grammar expects a type. */
const lowerGenericType: Lower = (l, node) => {
  const { tree } = l;
  const [name, parameters] = tree.namedChildren(node);
  if (name === undefined || parameters === undefined || tree.hasDirectError(parameters))
    return errorExpression(l, node);
  return {
    kind: 'Subscript',
    start: l.start(node),
    end: l.end(node),
    value: lowerExpression(l, name),
    slice: lowerSubscripts(l, parameters, tree.namedChildren(parameters)),
  };
};

/** `a | b | c`: the grammar has the first one, when it has a subscript, stand alone on the left. */
const lowerUnionType: Lower = (l, node) => {
  const { tree } = l;
  const operands: SyntaxNode[] = [];
  const collect = (at: SyntaxNode): void => {
    const isUnion =
      tree.type(at) === 'union_type' || (tree.type(at) === 'binary_operator' && operatorOf(l, at) === '|');
    if (tree.type(at) === 'type') collect(tree.firstNamed(at));
    else if (!isUnion || tree.hasDirectError(at)) operands.push(at);
    else
      for (const child of tree.namedChildren(at))
        l.nested(
          1,
          () => collect(child),
          () => operands.push(child),
        );
  };
  collect(node);
  const [first, ...others] = operands;
  if (first === undefined || tree.hasDirectError(node)) return errorExpression(l, node);
  return l.nested<Expression>(
    operands.length,
    () =>
      others.reduce<Expression>(
        (left, operand) => {
          const right = lowerExpression(l, operand);
          return { kind: 'BinOp', start: l.start(node), end: l.end(operand), op: '|', left, right };
        },
        lowerExpression(l, first),
      ),
    () => l.error(node),
  );
};

const lowerMemberType: Lower = (l, node) => {
  const [value, name] = l.tree.namedChildren(node);
  if (value === undefined || name === undefined) return errorExpression(l, node);
  return {
    kind: 'Attribute',
    start: l.start(node),
    end: l.end(node),
    value: lowerExpression(l, value),
    attr: l.identifier(name),
    attrStart: l.start(name),
  };
};

/** `a:b` where the grammar expects a type: in a subscript it is a slice. */
const lowerConstrainedType: Lower = (l, node) => {
  const [lower, upper] = l.tree.namedChildren(node);
  if (lower === undefined || upper === undefined) return errorExpression(l, node);
  return {
    kind: 'Slice',
    start: l.start(node),
    end: l.end(node),
    lower: lowerExpression(l, lower),
    upper: lowerExpression(l, upper),
    step: null,
  };
};

/** What lowers subscripts, slices and types, by node type. */
export const SUBSCRIPTS: Readonly<Record<string, Lower>> = {
  subscript: lowerSubscript,
  slice: lowerSlice,
  generic_type: lowerGenericType,
  union_type: lowerUnionType,
  member_type: lowerMemberType,
  constrained_type: lowerConstrainedType,
};
