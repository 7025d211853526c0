/** Statements: tree-sitter's nodes to CPython's, with CPython's ranges. */

import type {
  BinaryOperator,
  ErrorStatement,
  ExceptHandler,
  Expression,
  If,
  ImportAlias,
  MatchCase,
  Statement,
  With,
} from '../ast';
import { bodyScope, functionScope } from '../scope';
import { errorExpression, lowerArguments, lowerExpression, lowerExpressions, readableParts } from './expressions';
import { type Lowering, NONE, type SyntaxNode } from './lowering';
import { lowerParameters } from './parameters';
import { lowerCasePattern } from './patterns';

type Lower = (l: Lowering, node: SyntaxNode) => Statement;

export function lowerStatement(l: Lowering, node: SyntaxNode): Statement {
  const lower = LOWER[l.tree.type(node)];
  if (lower === undefined || l.tree.hasDirectError(node)) return errorStatement(l, node);
  return l.nested<Statement>(
    1,
    () => lower(l, node),
    () => emptyError(l, node),
  );
}

/** The statements below a `module` or `block`, in order. */
export function statementsIn(l: Lowering, block: SyntaxNode): SyntaxNode[] {
  return block === NONE ? [] : l.tree.namedChildren(block);
}

function lowerBlock(l: Lowering, block: SyntaxNode): Statement[] {
  return statementsIn(l, block).map((node) => lowerStatement(l, node));
}

/** The body of a compound statement, which must not be empty. */
function lowerBody(l: Lowering, owner: SyntaxNode, block: SyntaxNode): Statement[] {
  const body = lowerBlock(l, block);
  if (body.length === 0) l.problem(owner, 'An indented block is missing here.');
  return body;
}

/**
 * Where a compound statement ends: behind its last token. tree-sitter's own end also covers comments that follow.
 */
function endOf(l: Lowering, node: SyntaxNode): number {
  const { tree } = l;
  let at = node;
  for (;;) {
    const type = tree.type(at);
    const last = type === 'block' || COMPOUND.has(type) ? tree.lastChild(at) : NONE;
    if (last === NONE) return tree.type(at) === 'block' ? l.start(at) : l.end(at);
    if (tree.type(last) === 'block' && tree.lastChild(last) === NONE) return headerEnd(l, at);
    at = last;
  }
}

function headerEnd(l: Lowering, node: SyntaxNode): number {
  const colon = l.tree.children(node).findLast((child) => l.tree.type(child) === ':');
  return colon === undefined ? l.end(node) : l.end(colon);
}

/** Statements and clauses that end with a block. */
const COMPOUND = new Set([
  'if_statement',
  'elif_clause',
  'else_clause',
  'for_statement',
  'while_statement',
  'try_statement',
  'except_clause',
  'finally_clause',
  'with_statement',
  'function_definition',
  'class_definition',
  'decorated_definition',
  'match_statement',
  'case_clause',
]);

function range(l: Lowering, node: SyntaxNode): { start: number; end: number } {
  return { start: l.start(node), end: COMPOUND.has(l.tree.type(node)) ? endOf(l, node) : l.end(node) };
}

/** What could be read in a statement that as a whole could not. */
export function errorStatement(l: Lowering, node: SyntaxNode): ErrorStatement {
  return l.nested(
    1,
    () => {
      const { tree } = l;
      const targets: Expression[] = [];
      const expressions: Expression[] = [];
      const body: Statement[] = [];
      const collect = (parent: SyntaxNode): void => {
        for (const child of tree.namedChildren(parent)) {
          const type = tree.type(child);
          if (LOWER[type] !== undefined) body.push(lowerStatement(l, child));
          else if (type === 'block' || type === 'ERROR' || type.endsWith('_clause')) collectNested(child);
          else if (type === 'assignment') takeAssignment(child);
          else if (tree.nextChild(parent, child) !== NONE && tree.type(tree.nextChild(parent, child)) === '=') {
            targets.push(lowerExpression(l, child));
          } else expressions.push(...readableParts(l, child), ...ownExpression(child));
        }
      };
      const collectNested = (child: SyntaxNode): void =>
        l.nested(
          1,
          () => collect(child),
          () => {},
        );
      const takeAssignment = (child: SyntaxNode): void => {
        const left = tree.field(child, 'left');
        const right = tree.field(child, 'right');
        if (left !== NONE) targets.push(lowerExpression(l, left));
        if (right === NONE) return;
        if (tree.type(right) === 'assignment') takeAssignment(right);
        else expressions.push(lowerExpression(l, right));
      };
      const ownExpression = (child: SyntaxNode): Expression[] => {
        const expression = lowerExpression(l, child);
        return expression.kind === 'ErrorExpression' ? [] : [expression];
      };
      collect(node);
      return { kind: 'ErrorStatement', ...range(l, node), targets, expressions, body };
    },
    () => emptyError(l, node),
  );
}

function emptyError(l: Lowering, node: SyntaxNode): ErrorStatement {
  return { kind: 'ErrorStatement', ...range(l, node), targets: [], expressions: [], body: [] };
}

const lowerExpressionStatement: Lower = (l, node) => {
  const { tree } = l;
  const children = tree.namedChildren(node);
  const [first] = children;
  if (first === undefined) return errorStatement(l, node);
  if (tree.type(first) === 'assignment') return lowerAssignment(l, first);
  if (tree.type(first) === 'augmented_assignment') return lowerAugmented(l, first);
  return { kind: 'Expr', ...range(l, node), value: lowerExpressions(l, node, children) };
};

const lowerAssignment: Lower = (l, node) => {
  const { tree } = l;
  if (tree.hasDirectError(node)) return errorStatement(l, node);
  const annotation = tree.field(node, 'type');
  if (annotation !== NONE) {
    const value = tree.field(node, 'right');
    return {
      kind: 'AnnAssign',
      ...range(l, node),
      target: lowerExpression(l, tree.field(node, 'left')),
      annotation: lowerExpression(l, annotation),
      value: value === NONE ? null : lowerExpression(l, value),
    };
  }
  const targets: Expression[] = [];
  let at = node;
  for (;;) {
    targets.push(lowerTarget(l, tree.field(at, 'left')));
    const right = tree.field(at, 'right');
    if (right === NONE) return errorStatement(l, node);
    if (tree.type(right) !== 'assignment')
      return { kind: 'Assign', ...range(l, node), targets, value: lowerExpression(l, right) };
    if (tree.hasDirectError(right) || tree.field(right, 'type') !== NONE) return errorStatement(l, node);
    at = right;
  }
};

function lowerTarget(l: Lowering, node: SyntaxNode): Expression {
  const target = lowerExpression(l, node);
  if (!isTarget(target)) l.problem(node, 'Nothing can be assigned to this.');
  return target;
}

function isTarget(target: Expression): boolean {
  switch (target.kind) {
    case 'Name':
    case 'Attribute':
    case 'Subscript':
    case 'ErrorExpression':
      return true;
    case 'Starred':
      return isTarget(target.value);
    case 'Tuple':
    case 'List':
      return target.elements.every(isTarget);
    default:
      return false;
  }
}

const lowerAugmented: Lower = (l, node) => {
  const { tree } = l;
  if (tree.hasDirectError(node)) return errorStatement(l, node);
  const left = tree.field(node, 'left');
  const operator = tree.type(tree.nextChild(node, left));
  return {
    kind: 'AugAssign',
    ...range(l, node),
    target: lowerTarget(l, left),
    op: operator.slice(0, -1) as BinaryOperator,
    value: lowerExpression(l, tree.field(node, 'right')),
  };
};

/** `return`, with what stands behind it, if anything. */
function onlyExpression(l: Lowering, node: SyntaxNode): Expression | null {
  const child = l.tree.firstNamed(node);
  return child === NONE ? null : lowerExpression(l, child);
}

const lowerReturn: Lower = (l, node) => ({ kind: 'Return', ...range(l, node), value: onlyExpression(l, node) });

const lowerDelete: Lower = (l, node) => {
  const { tree } = l;
  const child = tree.firstNamed(node);
  const targets = child !== NONE && tree.type(child) === 'expression_list' ? tree.namedChildren(child) : [child];
  return { kind: 'Delete', ...range(l, node), targets: targets.map((target) => lowerExpression(l, target)) };
};

const lowerRaise: Lower = (l, node) => {
  const { tree } = l;
  const cause = tree.field(node, 'cause');
  const first = tree.firstNamed(node);
  const exc = first === cause ? NONE : first;
  if (exc !== NONE && tree.type(exc) === 'expression_list')
    l.problem(node, 'Python 3 raises one exception: `raise Error(message)`.');
  return {
    kind: 'Raise',
    ...range(l, node),
    exc: exc === NONE ? null : lowerExpression(l, exc),
    cause: cause === NONE ? null : lowerExpression(l, cause),
  };
};

const lowerAssert: Lower = (l, node) => {
  const [test, msg] = l.tree.namedChildren(node);
  if (test === undefined) return errorStatement(l, node);
  return {
    kind: 'Assert',
    ...range(l, node),
    test: lowerExpression(l, test),
    msg: msg === undefined ? null : lowerExpression(l, msg),
  };
};

function dotted(l: Lowering, node: SyntaxNode): string {
  return l
    .textOf(node)
    .replace(/[\s\\]+/g, '')
    .normalize('NFKC');
}

function lowerAliases(l: Lowering, node: SyntaxNode): ImportAlias[] {
  const { tree } = l;
  return tree.fieldAll(node, 'name').map((child) => {
    const alias = tree.field(child, 'alias');
    const name = alias === NONE ? child : tree.field(child, 'name');
    return { ...range(l, child), name: dotted(l, name), asname: alias === NONE ? null : l.identifier(alias) };
  });
}

/** A name that is missing imports nothing. */
function readAliases(aliases: readonly ImportAlias[]): ImportAlias[] {
  return aliases.filter(({ name }) => name !== '');
}

const lowerImport: Lower = (l, node) => ({
  kind: 'Import',
  ...range(l, node),
  names: readAliases(lowerAliases(l, node)),
});

const lowerImportFrom: Lower = (l, node) => {
  const { tree } = l;
  const source = tree.field(node, 'module_name');
  const star = tree.child(node, 'wildcard_import');
  const names = star === NONE ? readAliases(lowerAliases(l, node)) : [{ ...range(l, star), name: '*', asname: null }];
  let module = '__future__';
  let level = 0;
  if (source !== NONE && tree.type(source) === 'relative_import') {
    const prefix = tree.child(source, 'import_prefix');
    const name = tree.child(source, 'dotted_name');
    level = prefix === NONE ? 1 : l.textOf(prefix).replace(/[^.]/g, '').length;
    module = name === NONE ? '' : dotted(l, name);
  } else if (source !== NONE) {
    module = dotted(l, source);
  }
  return { kind: 'ImportFrom', ...range(l, node), module, names, level };
};

function names(l: Lowering, node: SyntaxNode): string[] {
  return l.tree.namedChildren(node).map((child) => l.identifier(child));
}

/** Python 2's `print` and `exec`: what they print is run for its hints. */
function lowerPython2(message: string): Lower {
  return (l, node) => {
    const { tree } = l;
    const chevron = tree.child(node, 'chevron');
    // In Python 3, `print >> file, x` is a legal tuple.
    if (chevron !== NONE) return lowerChevron(l, node, chevron);
    l.problem(node, message);
    return { kind: 'Expr', ...range(l, node), value: l.error(node, readableParts(l, node)) };
  };
}

function lowerChevron(l: Lowering, node: SyntaxNode, chevron: SyntaxNode): Statement {
  const { tree } = l;
  const start = l.start(node);
  const file = tree.firstNamed(chevron);
  const left: Expression = { kind: 'Name', start, end: start + 'print'.length, id: 'print' };
  const shift: Expression = {
    kind: 'BinOp',
    start,
    end: l.end(chevron),
    op: '>>',
    left,
    right: lowerExpression(l, file),
  };
  const rest = tree.fieldAll(node, 'argument').map((argument) => lowerExpression(l, argument));
  const isTuple = tree.child(node, ',') !== NONE;
  const value: Expression = isTuple ? { kind: 'Tuple', ...range(l, node), elements: [shift, ...rest] } : shift;
  return { kind: 'Expr', ...range(l, node), value };
}

const lowerTypeAlias: Lower = (l, node) => {
  const { tree } = l;
  const left = lowerExpression(l, tree.field(node, 'left'));
  const value = lowerExpression(l, tree.field(node, 'right'));
  const name = left.kind === 'Subscript' ? left.value : left;
  if (name.kind !== 'Name') return errorStatement(l, node);
  return { kind: 'TypeAlias', ...range(l, node), name: name.id, value };
};

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
        test: tree.hasDirectError(head) ? errorExpression(l, head) : lowerExpression(l, tree.field(head, 'condition')),
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
    iter: lowerExpression(l, tree.field(node, 'right')),
    body: lowerBody(l, node, tree.field(node, 'body')),
    orelse: lowerElse(l, node),
    isAsync: tree.child(node, 'async') !== NONE,
  };
};

const lowerWhile: Lower = (l, node) => ({
  kind: 'While',
  ...range(l, node),
  test: lowerExpression(l, l.tree.field(node, 'condition')),
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

const LOWER: Readonly<Record<string, Lower>> = {
  expression_statement: lowerExpressionStatement,
  return_statement: lowerReturn,
  delete_statement: lowerDelete,
  raise_statement: lowerRaise,
  assert_statement: lowerAssert,
  import_statement: lowerImport,
  import_from_statement: lowerImportFrom,
  future_import_statement: lowerImportFrom,
  global_statement: (l, node) => ({ kind: 'Global', ...range(l, node), names: names(l, node) }),
  nonlocal_statement: (l, node) => ({ kind: 'Nonlocal', ...range(l, node), names: names(l, node) }),
  pass_statement: (l, node) => ({ kind: 'Pass', ...range(l, node) }),
  break_statement: (l, node) => ({ kind: 'Break', ...range(l, node) }),
  continue_statement: (l, node) => ({ kind: 'Continue', ...range(l, node) }),
  print_statement: lowerPython2('In Python 3 `print` is a function: `print(…)`.'),
  exec_statement: lowerPython2('In Python 3 `exec` is a function: `exec(…)`.'),
  type_alias_statement: lowerTypeAlias,
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
