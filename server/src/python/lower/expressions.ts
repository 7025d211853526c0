/** Expressions: tree-sitter's nodes to CPython's, with CPython's ranges. */

import type {
  BinaryOperator,
  BinOp,
  BoolOp,
  Compare,
  ComparisonOperator,
  Comprehension,
  DictExpression,
  Expression,
  Generator,
  Keyword,
  Slice,
  Starred,
  TupleExpression,
} from '../ast';
import { comprehensionScope, lambdaScope } from '../scope';
import { type Lowering, NONE, type SyntaxNode } from './lowering';
import { lowerFloat, lowerInteger } from './numbers';
import { lowerParameters } from './parameters';
import { lowerStrings } from './strings';

type Lower = (l: Lowering, node: SyntaxNode) => Expression;

/**
 * An expression. Brackets around it leave no trace, as in CPython's `ast`. What has an error directly in it becomes
 * an `ErrorExpression` of the parts that could be read: a call with a garbled argument must not pass for another call.
 */
export function lowerExpression(l: Lowering, node: SyntaxNode): Expression {
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
  const lower = LOWER[tree.type(inner)];
  if (lower === undefined || tree.isError(inner) || isBroken(l, inner)) return errorExpression(l, inner);
  return l.nested(
    1,
    () => lower(l, inner),
    () => l.error(inner),
  );
}

/** Whether something directly in a node cannot be read, or its closing bracket is missing: there may be more to come. */
function isBroken(l: Lowering, node: SyntaxNode): boolean {
  return l.tree.hasDirectError(node) || l.tree.isUnclosed(node);
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
    if (LOWER[tree.type(child)] !== undefined || tree.type(child) === 'parenthesized_expression') {
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

const lowerCall = (l: Lowering, node: SyntaxNode): Expression => {
  const { tree } = l;
  const func = lowerExpression(l, tree.field(node, 'function'));
  const list = tree.field(node, 'arguments');
  const end = l.end(node);
  if (tree.type(list) === 'generator_expression') {
    const args = [lowerExpression(l, list)];
    return { kind: 'Call', start: l.start(node), end, func, args, keywords: [], closing: end - 1 };
  }
  if (tree.hasDirectError(list)) return l.error(node, [func, ...readableParts(l, list)]);
  const { args, keywords } = lowerArguments(l, list);
  if (tree.isUnclosed(list)) {
    // Whoever is typing it may go on with any arguments.
    keywords.push({ start: end, end, arg: null, value: l.more(list) });
    return { kind: 'Call', start: l.start(node), end, func, args, keywords, closing: end };
  }
  return { kind: 'Call', start: l.start(node), end, func, args, keywords, closing: end - 1 };
};

/** The arguments of a call, or the bases and keywords of a class. */
export function lowerArguments(l: Lowering, list: SyntaxNode): { args: Expression[]; keywords: Keyword[] } {
  const { tree } = l;
  const args: Expression[] = [];
  const keywords: Keyword[] = [];
  let unpacked = false;
  for (const child of tree.namedChildren(list)) {
    const start = l.start(child);
    const end = l.end(child);
    switch (tree.type(child)) {
      case 'keyword_argument': {
        const name = tree.field(child, 'name');
        const value = lowerExpression(l, tree.field(child, 'value'));
        if (tree.hasDirectError(child) || l.isHole(name)) args.push(l.error(child, [value]));
        else keywords.push({ start, end, arg: l.identifier(name), value });
        break;
      }
      case 'dictionary_splat':
        keywords.push({ start, end, arg: null, value: lowerOnlyChild(l, child) });
        unpacked = true;
        break;
      default: {
        const argument = lowerExpression(l, child);
        if (argument.kind === 'Starred' ? unpacked : keywords.length > 0) {
          l.problem(child, 'A positional argument stands behind a keyword argument.');
        }
        args.push(argument);
      }
    }
  }
  return { args, keywords };
}

function lowerOnlyChild(l: Lowering, node: SyntaxNode): Expression {
  const child = l.tree.firstNamed(node);
  return child === NONE || l.tree.hasDirectError(node) ? errorExpression(l, node) : lowerExpression(l, child);
}

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

function operatorOf(l: Lowering, node: SyntaxNode): BinaryOperator {
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

const lowerUnionType: Lower = (l, node) => {
  const [left, right] = l.tree.namedChildren(node);
  if (left === undefined || right === undefined) return errorExpression(l, node);
  return {
    kind: 'BinOp',
    start: l.start(node),
    end: l.end(node),
    op: '|',
    left: lowerExpression(l, left),
    right: lowerExpression(l, right),
  };
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

const lowerString: Lower = (l, node) => lowerStrings(l, node, [node]);

const lowerConcatenation: Lower = (l, node) => lowerStrings(l, node, l.tree.namedChildren(node));

const LOWER: Readonly<Record<string, Lower>> = {
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
  subscript: lowerSubscript,
  slice: lowerSlice,
  call: lowerCall,
  binary_operator: lowerBinary,
  unary_operator: lowerUnary,
  not_operator: lowerUnary,
  boolean_operator: lowerBoolean,
  comparison_operator: lowerComparison,
  conditional_expression: lowerConditional,
  named_expression: lowerNamed,
  lambda: lowerLambda,
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
  list_splat: lowerStarred,
  list_splat_pattern: lowerStarred,
  splat_type: lowerStarred,
  yield: lowerYield,
  await: lowerAwait,
  generic_type: lowerGenericType,
  union_type: lowerUnionType,
  member_type: lowerMemberType,
  constrained_type: lowerConstrainedType,
  as_pattern_target: lowerOnlyChild,
};
