/** Going over a syntax tree without knowing its every node. */

import type { Expression, FormattedValue, Keyword, Node, Parameter, Parameters, Pattern, Statement } from './ast';

/** Every parameter of a function, in the order in which it is written. */
export function allParameters(parameters: Parameters): Parameter[] {
  const { posonly, args, vararg, kwonly, kwarg } = parameters;
  return [...posonly, ...args, ...(vararg ? [vararg] : []), ...kwonly, ...(kwarg ? [kwarg] : [])];
}

/** Calls `visit` with each expression and statement directly below a node, in the order of the text (nearly). */
export function forEachChild(node: Node, visit: (child: Node) => void): void {
  switch (node.kind) {
    case 'Constant':
    case 'Name':
    case 'Import':
    case 'ImportFrom':
    case 'Global':
    case 'Nonlocal':
    case 'Pass':
    case 'Break':
    case 'Continue':
      return;
    case 'Attribute':
    case 'Starred':
    case 'Await':
    case 'Expr':
    case 'TypeAlias':
      visit(node.value);
      return;
    case 'Subscript':
      visit(node.value);
      visit(node.slice);
      return;
    case 'Slice':
      maybe(node.lower, visit);
      maybe(node.upper, visit);
      maybe(node.step, visit);
      return;
    case 'Call':
      visit(node.func);
      each(node.args, visit);
      inKeywords(node.keywords, visit);
      return;
    case 'BinOp':
      visit(node.left);
      visit(node.right);
      return;
    case 'UnaryOp':
      visit(node.operand);
      return;
    case 'BoolOp':
      each(node.values, visit);
      return;
    case 'Compare':
      visit(node.left);
      each(node.comparators, visit);
      return;
    case 'IfExp':
      visit(node.body);
      visit(node.test);
      visit(node.orelse);
      return;
    case 'NamedExpr':
      visit(node.target);
      visit(node.value);
      return;
    case 'Lambda':
      inParameters(node.parameters, visit);
      visit(node.body);
      return;
    case 'Tuple':
    case 'List':
    case 'Set':
      each(node.elements, visit);
      return;
    case 'Dict':
      for (const { key, value } of node.items) {
        maybe(key, visit);
        visit(value);
      }
      return;
    case 'Comprehension':
      visit(node.element);
      maybe(node.value, visit);
      for (const { target, iter, ifs } of node.generators) {
        visit(target);
        visit(iter);
        each(ifs, visit);
      }
      return;
    case 'JoinedStr':
      inFormatted(node.parts, visit);
      return;
    case 'Yield':
    case 'Return':
      maybe(node.value, visit);
      return;
    case 'ErrorExpression':
      each(node.parts, visit);
      return;
    case 'Assign':
      each(node.targets, visit);
      visit(node.value);
      return;
    case 'AugAssign':
      visit(node.target);
      visit(node.value);
      return;
    case 'AnnAssign':
      visit(node.target);
      visit(node.annotation);
      maybe(node.value, visit);
      return;
    case 'For':
      visit(node.target);
      visit(node.iter);
      each(node.body, visit);
      each(node.orelse, visit);
      return;
    case 'While':
    case 'If':
      visit(node.test);
      each(node.body, visit);
      each(node.orelse, visit);
      return;
    case 'With':
      for (const { context, target } of node.items) {
        visit(context);
        maybe(target, visit);
      }
      each(node.body, visit);
      return;
    case 'Match':
      visit(node.subject);
      for (const { pattern, guard, body } of node.cases) {
        inPattern(pattern, visit);
        maybe(guard, visit);
        each(body, visit);
      }
      return;
    case 'Try':
      each(node.body, visit);
      for (const { type, body } of node.handlers) {
        maybe(type, visit);
        each(body, visit);
      }
      each(node.orelse, visit);
      each(node.finalbody, visit);
      return;
    case 'FunctionDef':
      each(node.decorators, visit);
      inParameters(node.parameters, visit);
      maybe(node.returns, visit);
      each(node.body, visit);
      return;
    case 'ClassDef':
      each(node.decorators, visit);
      each(node.bases, visit);
      inKeywords(node.keywords, visit);
      each(node.body, visit);
      return;
    case 'Delete':
      each(node.targets, visit);
      return;
    case 'Raise':
      maybe(node.exc, visit);
      maybe(node.cause, visit);
      return;
    case 'Assert':
      visit(node.test);
      maybe(node.msg, visit);
      return;
    case 'ErrorStatement':
      each(node.targets, visit);
      each(node.expressions, visit);
      each(node.body, visit);
      return;
    default:
      unreachable(node);
  }
}

type Visit = (child: Node) => void;

function maybe(node: Expression | null, visit: Visit): void {
  if (node !== null) visit(node);
}

function each(nodes: readonly (Expression | Statement)[], visit: Visit): void {
  for (const node of nodes) visit(node);
}

function inKeywords(keywords: readonly Keyword[], visit: Visit): void {
  for (const { value } of keywords) visit(value);
}

/** Annotations, defaults, and what values are taken apart to. */
function inParameters(parameters: Parameters, visit: Visit): void {
  for (const parameter of allParameters(parameters)) {
    if (parameter.target) visit(parameter.target);
    maybe(parameter.annotation, visit);
    maybe(parameter.default, visit);
  }
}

function inFormatted(parts: readonly (string | FormattedValue)[], visit: Visit): void {
  for (const part of parts) {
    if (typeof part === 'string') continue;
    visit(part.value);
    inFormatted(part.spec, visit);
  }
}

function inPattern(pattern: Pattern, visit: Visit): void {
  switch (pattern.kind) {
    case 'MatchValue':
    case 'MatchSingleton':
      visit(pattern.value);
      return;
    case 'MatchMapping':
      each(pattern.keys, visit);
      for (const inner of pattern.patterns) inPattern(inner, visit);
      return;
    case 'MatchClass':
      visit(pattern.cls);
      for (const inner of pattern.patterns) inPattern(inner, visit);
      for (const keyword of pattern.keywords) inPattern(keyword.pattern, visit);
      return;
    case 'MatchSequence':
    case 'MatchOr':
      for (const inner of pattern.patterns) inPattern(inner, visit);
      return;
    case 'MatchAs':
      if (pattern.pattern !== null) inPattern(pattern.pattern, visit);
      return;
    case 'MatchStar':
      return;
    default:
      unreachable(pattern);
  }
}

function unreachable(_: never): void {}
