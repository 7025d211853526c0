/** Statements: tree-sitter's nodes to CPython's, with CPython's ranges. */

import type { BinaryOperator, Expression, ImportAlias, Statement } from '../ast';
import { COMPOUND } from './compound';
import { emptyError, errorStatement } from './errors';
import { lowerExpression, lowerExpressions, readableParts } from './expressions';
import { type Lowering, NONE, type SyntaxNode } from './lowering';
import { lowerTypeParameters } from './parameters';
import { range } from './ranges';

export type LowerStatement = (l: Lowering, node: SyntaxNode) => Statement;

type Lower = LowerStatement;

export function lowerStatement(l: Lowering, node: SyntaxNode): Statement {
  const opaque = l.opaqueAt(node);
  if (opaque !== undefined) {
    const block = l.tree.namedChildren(node).find((child) => l.tree.type(child) === 'block') ?? NONE;
    return opaque(l, l.start(node), lowerBlock(l, block));
  }
  const lower = statementLowerer(l.tree.type(node));
  if (lower === undefined || l.tree.hasDirectError(node)) return errorStatement(l, node);
  return l.nested<Statement>(
    1,
    () => lower(l, node),
    () => emptyError(l, node),
  );
}

/** What lowers a type of node, when it is a statement. */
export function statementLowerer(type: string): LowerStatement | undefined {
  return SIMPLE[type] ?? COMPOUND[type];
}

/** The statements below a `module` or `block`, in order. */
export function statementsIn(l: Lowering, block: SyntaxNode): SyntaxNode[] {
  return block === NONE ? [] : l.tree.namedChildren(block);
}

export function lowerBlock(l: Lowering, block: SyntaxNode): Statement[] {
  return statementsIn(l, block).map((node) => lowerStatement(l, node));
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

export function lowerTarget(l: Lowering, node: SyntaxNode): Expression {
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
export function onlyExpression(l: Lowering, node: SyntaxNode): Expression | null {
  const child = l.tree.firstNamed(node);
  return child === NONE ? null : lowerExpression(l, child);
}

const lowerReturn: Lower = (l, node) => ({ kind: 'Return', ...range(l, node), value: onlyExpression(l, node) });

const lowerDelete: Lower = (l, node) => {
  const { tree } = l;
  const child = tree.firstNamed(node);
  const targets = child !== NONE && tree.type(child) === 'expression_list' ? tree.namedChildren(child) : [child];
  return { kind: 'Delete', ...range(l, node), targets: targets.map((target) => lowerTarget(l, target)) };
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
  const generic = tree.firstNamed(tree.field(node, 'left'));
  const parameters = tree.type(generic) === 'generic_type' ? tree.child(generic, 'type_parameter') : NONE;
  return { kind: 'TypeAlias', ...range(l, node), name: name.id, value, ...lowerTypeParameters(l, parameters) };
};

const SIMPLE: Readonly<Record<string, Lower>> = {
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
};
