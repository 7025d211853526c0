/** Statements with a block. */

import type { ExceptHandler, Expression, If, MatchCase, Statement, With } from '../ast';
import { bodyScope, functionScope } from '../scope';
import { lowerArguments } from './calls';
import { emptyError, errorStatement } from './errors';
import { errorExpression, lowerExpression, lowerExpressions } from './expressions';
import { type Lowering, NONE, type SyntaxNode } from './lowering';
import { lowerParameters, lowerTypeParameters } from './parameters';
import { lowerCasePattern } from './patterns';
import { endOf, range } from './ranges';
import { type LowerStatement, lowerBlock, lowerTarget, onlyExpression, statementsIn } from './statements';

type Lower = LowerStatement;

/** The body of a compound statement, which must not be empty. */
function lowerBody(l: Lowering, owner: SyntaxNode, block: SyntaxNode): Statement[] {
  const body = lowerBlock(l, block);
  if (body.length === 0) l.problem(owner, 'An indented block is missing here.');
  return body;
}

/** A head that lacks its colon is still being typed: what it ends with may go on. */
function finished(l: Lowering, node: SyntaxNode, expression: Expression): Expression {
  const colon = l.tree.child(node, ':');
  if (colon === NONE || l.tree.start(colon) < l.tree.end(colon)) return expression;
  return { kind: 'ErrorExpression', start: expression.start, end: expression.end, parts: [expression] };
}

function lowerCondition(l: Lowering, node: SyntaxNode): Expression {
  return finished(l, node, lowerExpression(l, l.tree.field(node, 'condition')));
}

const lowerIf: Lower = (l, node) => {
  const { tree } = l;
  const alternatives = tree.fieldAll(node, 'alternative');
  const end = endOf(l, node);
  const heads = [node, ...alternatives.filter((clause) => tree.type(clause) === 'elif_clause')];
  const otherwise = alternatives.find((clause) => tree.type(clause) === 'else_clause');
  return l.nested<Statement>(
    heads.length,
    () => {
      let orelse: Statement[] = otherwise === undefined ? [] : lowerClause(l, otherwise);
      // The last `elif` is the innermost.
      const branches = heads.map((head) => ({
        start: l.start(head),
        test: tree.hasDirectError(head) ? errorExpression(l, head) : lowerCondition(l, head),
        body: lowerBody(l, head, tree.field(head, 'consequence')),
      }));
      let statement: If | undefined;
      for (const { start, test, body } of branches.reverse()) {
        statement = { kind: 'If', start, end, test, body, orelse };
        orelse = [statement];
      }
      return statement ?? emptyError(l, node);
    },
    () => emptyError(l, node),
  );
};

/** The statements of an `else` or `finally`. */
function lowerClause(l: Lowering, clause: SyntaxNode): Statement[] {
  if (l.tree.hasDirectError(clause)) return [errorStatement(l, clause)];
  return lowerBody(l, clause, l.tree.child(clause, 'block'));
}

function lowerElse(l: Lowering, node: SyntaxNode): Statement[] {
  const clause = l.tree.namedChildren(node).find((child) => l.tree.type(child) === 'else_clause');
  return clause === undefined ? [] : lowerClause(l, clause);
}

const lowerFor: Lower = (l, node) => {
  const { tree } = l;
  return {
    kind: 'For',
    ...range(l, node),
    target: lowerTarget(l, tree.field(node, 'left')),
    iter: finished(l, node, lowerExpression(l, tree.field(node, 'right'))),
    body: lowerBody(l, node, tree.field(node, 'body')),
    orelse: lowerElse(l, node),
    isAsync: tree.child(node, 'async') !== NONE,
  };
};

const lowerWhile: Lower = (l, node) => ({
  kind: 'While',
  ...range(l, node),
  test: lowerCondition(l, node),
  body: lowerBody(l, node, l.tree.field(node, 'body')),
  orelse: lowerElse(l, node),
});

const lowerTry: Lower = (l, node) => {
  const { tree } = l;
  const handlers: ExceptHandler[] = [];
  let finalbody: Statement[] = [];
  let isStar = false;
  for (const clause of tree.namedChildren(node)) {
    if (tree.type(clause) === 'finally_clause') finalbody = lowerClause(l, clause);
    if (tree.type(clause) !== 'except_clause') continue;
    isStar ||= tree.child(clause, '*') !== NONE;
    handlers.push(lowerHandler(l, clause));
  }
  const orelse = lowerElse(l, node);
  if (handlers.length === 0 && finalbody.length === 0) l.problem(node, '`try` needs an `except` or a `finally`.');
  return {
    kind: 'Try',
    ...range(l, node),
    body: lowerBody(l, node, tree.field(node, 'body')),
    handlers,
    orelse,
    finalbody,
    isStar,
  };
};

function lowerHandler(l: Lowering, clause: SyntaxNode): ExceptHandler {
  const { tree } = l;
  const values = tree.fieldAll(clause, 'value');
  const [first] = values;
  const isAs = values.length === 1 && first !== undefined && tree.type(first) === 'as_pattern';
  const typeNode = isAs ? tree.firstNamed(first) : first;
  let alias = tree.field(clause, 'alias');
  if (isAs) alias = tree.field(first, 'alias');
  const aliasName = alias === NONE ? null : lowerExpression(l, alias);
  let type: Expression | null = null;
  if (tree.hasDirectError(clause)) type = errorExpression(l, clause);
  else if (values.length > 1) type = lowerExpressions(l, clause, values);
  else if (typeNode !== undefined) type = lowerExpression(l, typeNode);
  return {
    ...range(l, clause),
    type,
    name: aliasName?.kind === 'Name' ? aliasName.id : null,
    body: lowerBody(l, clause, tree.child(clause, 'block')),
  };
}

const lowerWith: Lower = (l, node) => {
  const { tree } = l;
  const clause = tree.child(node, 'with_clause');
  if (clause === NONE || tree.hasDirectError(clause)) return errorStatement(l, node);
  const statement: With = {
    kind: 'With',
    ...range(l, node),
    items: withItems(l, clause).map((item) => lowerWithItem(l, item)),
    body: lowerBody(l, node, tree.field(node, 'body')),
    isAsync: tree.child(node, 'async') !== NONE,
  };
  return statement;
};

/** In `with (a as b, c as d):` and `with (a, b):` the brackets stand around the items; the grammar may see a tuple. */
function withItems(l: Lowering, clause: SyntaxNode): SyntaxNode[] {
  const { tree } = l;
  const items = tree
    .namedChildren(clause)
    .map((item) => (tree.type(item) === 'with_item' ? tree.firstNamed(item) : item));
  const [only] = items;
  if (items.length !== 1 || only === undefined || only === NONE) return items;
  const type = tree.type(only);
  if (type !== 'tuple' && type !== 'parenthesized_expression') return items;
  const inner = tree.namedChildren(only);
  const isItems = inner.length > 0 && inner.every((child) => !NO_WITH_ITEM.has(tree.type(child)));
  return isItems && !tree.hasDirectError(only) ? inner : items;
}

/** What may stand in a tuple but is no item of a `with`. */
const NO_WITH_ITEM = new Set(['list_splat', 'named_expression', 'yield']);

function lowerWithItem(l: Lowering, node: SyntaxNode): With['items'][number] {
  const { tree } = l;
  if (tree.type(node) !== 'as_pattern') return { context: lowerExpression(l, node), target: null };
  const context = tree.firstNamed(node);
  const target = tree.field(node, 'alias');
  if (tree.hasDirectError(node)) return { context: errorExpression(l, node), target: null };
  return { context: lowerExpression(l, context), target: target === NONE ? null : lowerTarget(l, target) };
}

const lowerMatch: Lower = (l, node) => {
  const { tree } = l;
  const subject = lowerExpressions(l, node, tree.fieldAll(node, 'subject'));
  const body = tree.field(node, 'body');
  const cases = statementsIn(l, body).map((clause): MatchCase => {
    const guard = tree.field(clause, 'guard');
    return {
      ...range(l, clause),
      pattern: lowerCasePattern(l, clause),
      guard: guard === NONE ? null : onlyExpression(l, guard),
      body: lowerBody(l, clause, tree.field(clause, 'consequence')),
    };
  });
  if (cases.length === 0) l.problem(node, '`match` needs a `case`.');
  // `match *a, b:` and `match *a,:` are tuples even where a single star has none.
  return { kind: 'Match', ...range(l, node), subject, cases };
};

function lowerDefinition(l: Lowering, node: SyntaxNode, decorators: readonly Expression[]): Statement {
  const { tree } = l;
  if (tree.hasDirectError(node)) return errorStatement(l, node);
  const nameNode = tree.field(node, 'name');
  const common = {
    ...range(l, node),
    name: l.isHole(nameNode) ? '' : l.identifier(nameNode),
    nameStart: l.start(nameNode),
    decorators,
    ...lowerTypeParameters(l, tree.field(node, 'type_parameters')),
  };
  const body = lowerBody(l, node, tree.field(node, 'body'));
  if (tree.type(node) === 'class_definition') {
    const list = tree.field(node, 'superclasses');
    if (list !== NONE && tree.hasDirectError(list)) {
      return {
        kind: 'ClassDef',
        ...common,
        bases: [errorExpression(l, list)],
        keywords: [],
        body,
        scope: bodyScope(body),
      };
    }
    const { args: bases, keywords } = list === NONE ? { args: [], keywords: [] } : lowerArguments(l, list);
    // There may be more of them to come.
    if (list !== NONE && tree.isUnclosed(list)) bases.push(l.more(list));
    return { kind: 'ClassDef', ...common, bases, keywords, body, scope: bodyScope(body) };
  }
  const parameters = lowerParameters(l, tree.field(node, 'parameters'));
  const returns = tree.field(node, 'return_type');
  return {
    kind: 'FunctionDef',
    ...common,
    parameters,
    body,
    returns: returns === NONE ? null : lowerExpression(l, returns),
    isAsync: tree.child(node, 'async') !== NONE,
    scope: functionScope(parameters, body),
  };
}

const lowerPlainDefinition: Lower = (l, node) => lowerDefinition(l, node, []);

const lowerDecorated: Lower = (l, node) => {
  const { tree } = l;
  const definition = tree.field(node, 'definition');
  const decorators = tree.namedChildren(node).filter((child) => tree.type(child) === 'decorator');
  if (definition === NONE) return errorStatement(l, node);
  return lowerDefinition(
    l,
    definition,
    decorators.map((decorator) => onlyExpression(l, decorator) ?? errorExpression(l, decorator)),
  );
};

export const COMPOUND: Readonly<Record<string, Lower>> = {
  if_statement: lowerIf,
  for_statement: lowerFor,
  while_statement: lowerWhile,
  try_statement: lowerTry,
  with_statement: lowerWith,
  match_statement: lowerMatch,
  function_definition: lowerPlainDefinition,
  class_definition: lowerPlainDefinition,
  decorated_definition: lowerDecorated,
};
