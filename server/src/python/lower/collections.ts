/** Tuples, lists, sets, dictionaries and comprehensions. */

import type { Comprehension, DictExpression, Expression, Generator, TupleExpression } from '../ast';
import { comprehensionScope } from '../scope';
import {
  errorExpression,
  type LowerExpression,
  lowerExpression,
  lowerExpressions,
  lowerOnlyChild,
} from './expressions';
import { type Lowering, NONE, type SyntaxNode } from './lowering';

type Lower = LowerExpression;

function lowerElements(l: Lowering, node: SyntaxNode): Expression[] {
  return l.tree.namedChildren(node).map((child) => lowerExpression(l, child));
}

const lowerTuple: Lower = (l, node) => {
  const { tree } = l;
  const elements = lowerElements(l, node);
  const [only] = elements;
  // In a target, the grammar takes `(a)` for a tuple.
  if (tree.type(node) === 'tuple_pattern' && elements.length === 1 && tree.child(node, ',') === NONE && only)
    return only;
  return tuple(l, node, elements);
};

function tuple(l: Lowering, node: SyntaxNode, elements: Expression[]): TupleExpression {
  return { kind: 'Tuple', start: l.start(node), end: l.end(node), elements };
}

const lowerList: Lower = (l, node) => ({
  kind: 'List',
  start: l.start(node),
  end: l.end(node),
  elements: lowerElements(l, node),
});

const lowerSet: Lower = (l, node) => ({
  kind: 'Set',
  start: l.start(node),
  end: l.end(node),
  elements: lowerElements(l, node),
});

const lowerDictionary = (l: Lowering, node: SyntaxNode): DictExpression => {
  const { tree } = l;
  const items = tree.namedChildren(node).map((child) => {
    if (tree.type(child) === 'dictionary_splat') return { key: null, value: lowerOnlyChild(l, child) };
    if (tree.hasDirectError(child)) return { key: null, value: errorExpression(l, child) };
    return {
      key: lowerExpression(l, tree.field(child, 'key')),
      value: lowerExpression(l, tree.field(child, 'value')),
    };
  });
  return { kind: 'Dict', start: l.start(node), end: l.end(node), items };
};

function lowerComprehension(type: Comprehension['type']): Lower {
  return (l, node) => {
    const { tree } = l;
    const body = tree.field(node, 'body');
    const isPair = tree.type(body) === 'pair';
    const element = lowerExpression(l, isPair ? tree.field(body, 'key') : body);
    const value = isPair ? lowerExpression(l, tree.field(body, 'value')) : null;
    const generators = lowerGenerators(l, node);
    const scope = comprehensionScope(generators);
    return { kind: 'Comprehension', start: l.start(node), end: l.end(node), type, element, value, generators, scope };
  };
}

function lowerGenerators(l: Lowering, node: SyntaxNode): Generator[] {
  const { tree } = l;
  const generators: (Generator & { ifs: Expression[] })[] = [];
  for (const child of tree.namedChildren(node)) {
    if (tree.type(child) === 'for_in_clause') {
      const right = tree.fieldAll(child, 'right');
      if (right.length > 1) l.problem(child, 'A tuple to loop over needs brackets here.');
      generators.push({
        target: lowerExpression(l, tree.field(child, 'left')),
        iter: tree.hasDirectError(child) ? errorExpression(l, child) : lowerExpressions(l, child, right),
        ifs: [],
        isAsync: tree.child(child, 'async') !== NONE,
      });
    } else if (tree.type(child) === 'if_clause') {
      generators[generators.length - 1]?.ifs.push(lowerOnlyChild(l, child));
    }
  }
  return generators;
}

/** What lowers collections, by node type. */
export const COLLECTIONS: Readonly<Record<string, Lower>> = {
  tuple: lowerTuple,
  tuple_pattern: lowerTuple,
  expression_list: lowerTuple,
  pattern_list: lowerTuple,
  list: lowerList,
  list_pattern: lowerList,
  set: lowerSet,
  dictionary: lowerDictionary,
  list_comprehension: lowerComprehension('list'),
  set_comprehension: lowerComprehension('set'),
  dictionary_comprehension: lowerComprehension('dict'),
  generator_expression: lowerComprehension('generator'),
};
