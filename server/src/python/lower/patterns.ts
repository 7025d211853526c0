/** Patterns of `match`. */

import type { Constant, Expression, Pattern } from '../ast';
import { lowerExpression } from './expressions';
import { type Lowering, NONE, type SyntaxNode } from './lowering';

/** The pattern of a `case`; several with commas between them are a sequence. */
export function lowerCasePattern(l: Lowering, clause: SyntaxNode): Pattern {
  const { tree } = l;
  const nodes = tree.namedChildren(clause).filter((child) => tree.type(child) === 'case_pattern');
  const [first] = nodes;
  const last = nodes[nodes.length - 1];
  if (first === undefined || last === undefined) return broken(l, clause);
  const behind = tree.nextChild(clause, last);
  const comma = behind !== NONE && tree.type(behind) === ',' ? behind : NONE;
  if (nodes.length === 1 && comma === NONE && lastStar(l, first) === NONE) return lowerPattern(l, first);
  return {
    kind: 'MatchSequence',
    start: l.start(first),
    end: l.end(comma === NONE ? last : comma),
    patterns: nodes.map((node) => lowerPattern(l, node)),
  };
}

/** `case *rest:` alone is a sequence too. */
function lastStar(l: Lowering, node: SyntaxNode): SyntaxNode {
  const child = l.tree.firstNamed(node);
  return child !== NONE && l.tree.type(child) === 'splat_pattern' ? child : NONE;
}

function lowerPattern(l: Lowering, node: SyntaxNode): Pattern {
  return l.nested(
    1,
    () => lowerPatternAt(l, node),
    () => broken(l, node),
  );
}

function lowerPatternAt(l: Lowering, node: SyntaxNode): Pattern {
  const { tree } = l;
  const start = l.start(node);
  const end = l.end(node);
  if (tree.hasDirectError(node)) return broken(l, node);
  switch (tree.type(node)) {
    case 'case_pattern': {
      const children = tree.children(node);
      const [first] = children;
      if (first === undefined) return broken(l, node);
      if (tree.type(first) === '_') return { kind: 'MatchAs', start, end, pattern: null, name: null };
      if (tree.type(first) === '-') return { kind: 'MatchValue', start, end, value: lowerSigned(l, children) };
      return lowerPattern(l, first);
    }
    case 'as_pattern': {
      const [pattern, name] = tree.namedChildren(node);
      if (pattern === undefined || name === undefined) return broken(l, node);
      return { kind: 'MatchAs', start, end, pattern: lowerPattern(l, pattern), name: l.identifier(name) };
    }
    case 'union_pattern':
      return { kind: 'MatchOr', start, end, patterns: lowerAlternatives(l, node) };
    case 'list_pattern':
      return { kind: 'MatchSequence', start, end, patterns: lowerAll(l, tree.namedChildren(node)) };
    case 'tuple_pattern': {
      const children = tree.namedChildren(node);
      const [only] = children;
      if (only !== undefined && children.length === 1 && tree.child(node, ',') === NONE && lastStar(l, only) === NONE) {
        return lowerPattern(l, only);
      }
      return { kind: 'MatchSequence', start, end, patterns: lowerAll(l, children) };
    }
    case 'splat_pattern': {
      const name = tree.firstNamed(node);
      return { kind: 'MatchStar', start, end, name: name === NONE ? null : l.identifier(name) };
    }
    case 'dict_pattern':
      return lowerMapping(l, node);
    case 'class_pattern':
      return lowerClass(l, node);
    case 'dotted_name': {
      const value = dottedName(l, node);
      if (value.kind === 'Name') {
        if (value.id === '_') return { kind: 'MatchAs', start, end, pattern: null, name: null };
        return { kind: 'MatchAs', start, end, pattern: null, name: value.id };
      }
      return { kind: 'MatchValue', start, end, value };
    }
    case 'complex_pattern':
      return { kind: 'MatchValue', start, end, value: lowerSigned(l, tree.children(node)) };
    case 'none':
    case 'true':
    case 'false':
      return { kind: 'MatchSingleton', start, end, value: lowerExpression(l, node) as Constant };
    case 'string':
    case 'concatenated_string':
    case 'integer':
    case 'float':
      return { kind: 'MatchValue', start, end, value: lowerExpression(l, node) };
    default:
      return broken(l, node);
  }
}

/** What cannot be read is a pattern of which nobody knows whether it matches. */
function broken(l: Lowering, node: SyntaxNode): Pattern {
  return { kind: 'MatchValue', start: l.start(node), end: l.end(node), value: l.error(node) };
}

function lowerAll(l: Lowering, nodes: readonly SyntaxNode[]): Pattern[] {
  return nodes.map((node) => lowerPattern(l, node));
}

/** The alternatives of `a | b`: a minus sign and its number stand side by side among the children. */
function lowerAlternatives(l: Lowering, node: SyntaxNode): Pattern[] {
  const { tree } = l;
  const patterns: Pattern[] = [];
  let run: SyntaxNode[] = [];
  const take = (): void => {
    const [first] = run;
    if (first !== undefined) patterns.push(lowerRun(l, first, run));
    run = [];
  };
  for (const child of tree.children(node)) {
    if (tree.type(child) === '|') take();
    else run.push(child);
  }
  take();
  return patterns.flatMap((pattern) =>
    pattern.kind === 'MatchOr' && isNestedUnion(l, node) ? pattern.patterns : [pattern],
  );
}

/** The grammar nests `a | b | c` at times; brackets around a part make a node between them. */
function isNestedUnion(l: Lowering, node: SyntaxNode): boolean {
  return l.tree.namedChildren(node).some((child) => l.tree.type(child) === 'union_pattern');
}

function lowerRun(l: Lowering, first: SyntaxNode, run: readonly SyntaxNode[]): Pattern {
  const { tree } = l;
  const start = l.start(first);
  const end = l.end(run[run.length - 1] ?? first);
  if (tree.type(first) === '_') return { kind: 'MatchAs', start, end, pattern: null, name: null };
  if (tree.type(first) === '-') return { kind: 'MatchValue', start, end, value: lowerSigned(l, run) };
  return lowerPattern(l, first);
}

/** `-1`, `1 + 2j`, `-1 - 2j`. */
function lowerSigned(l: Lowering, nodes: readonly SyntaxNode[]): Expression {
  const { tree } = l;
  const [first] = nodes;
  if (first === undefined) throw new Error('a number has at least one part');
  let at = 0;
  const number = (): Expression => {
    const node = nodes[at++] ?? first;
    if (tree.type(node) !== '-') return lowerExpression(l, node);
    const operand = number();
    return { kind: 'UnaryOp', start: l.start(node), end: operand.end, op: '-', operand };
  };
  const left = number();
  const operator = nodes[at++];
  if (operator === undefined) return left;
  const right = number();
  const op = tree.type(operator) === '-' ? '-' : '+';
  return { kind: 'BinOp', start: left.start, end: right.end, op, left, right };
}

function lowerMapping(l: Lowering, node: SyntaxNode): Pattern {
  const { tree } = l;
  const keys: Expression[] = [];
  const patterns: Pattern[] = [];
  let rest: string | null = null;
  let key: SyntaxNode[] = [];
  let isValue = false;
  for (const child of tree.children(node)) {
    const type = tree.type(child);
    if (type === 'splat_pattern') {
      const name = tree.firstNamed(child);
      rest = name === NONE ? null : l.identifier(name);
    } else if (type === ':') {
      isValue = true;
    } else if (type === ',' || type === '{' || type === '}') {
      key = [];
      isValue = false;
    } else if (isValue) {
      keys.push(lowerKey(l, key));
      patterns.push(lowerPattern(l, child));
    } else {
      key.push(child);
    }
  }
  return { kind: 'MatchMapping', start: l.start(node), end: l.end(node), keys, patterns, rest };
}

function lowerKey(l: Lowering, nodes: readonly SyntaxNode[]): Expression {
  const [first] = nodes;
  if (first === undefined) return { kind: 'ErrorExpression', start: 0, end: 0, parts: [] };
  switch (l.tree.type(first)) {
    case '-':
      return lowerSigned(l, nodes);
    case 'complex_pattern':
      return lowerSigned(l, l.tree.children(first));
    case 'dotted_name':
      return dottedName(l, first);
    default:
      return lowerExpression(l, first);
  }
}

function lowerClass(l: Lowering, node: SyntaxNode): Pattern {
  const { tree } = l;
  const [name, ...rest] = tree.namedChildren(node);
  if (name === undefined) return broken(l, node);
  const patterns: Pattern[] = [];
  const keywords: { name: string; pattern: Pattern }[] = [];
  for (const child of rest) {
    // The grammar reads `x=int() as y` as `(x=int()) as y`.
    const inner = tree.firstNamed(child);
    const [named, as] = inner !== NONE && tree.type(inner) === 'as_pattern' ? tree.namedChildren(inner) : [child];
    const keyword = named === undefined ? NONE : tree.firstNamed(named);
    if (keyword === NONE || tree.type(keyword) !== 'keyword_pattern') {
      patterns.push(lowerPattern(l, child));
      continue;
    }
    const [key, ...value] = tree.children(keyword).filter((part) => tree.type(part) !== '=');
    const [first] = value;
    if (key === undefined || first === undefined) patterns.push(broken(l, child));
    else keywords.push({ name: l.identifier(key), pattern: renamed(l, first, lowerRun(l, first, value), as) });
  }
  return { kind: 'MatchClass', start: l.start(node), end: l.end(node), cls: dottedName(l, name), patterns, keywords };
}

/** `pattern as name`, where there is a name. */
function renamed(l: Lowering, first: SyntaxNode, pattern: Pattern, name: SyntaxNode | undefined): Pattern {
  if (name === undefined) return pattern;
  return { kind: 'MatchAs', start: l.start(first), end: l.end(name), pattern, name: l.identifier(name) };
}

/** A dotted name as an expression: names and attributes. */
export function dottedName(l: Lowering, node: SyntaxNode): Expression {
  const start = l.start(node);
  const text = l.textOf(node);
  let value: Expression | undefined;
  for (const match of text.matchAll(/[^\s.\\]+/g)) {
    const id = match[0].normalize('NFKC');
    const attrStart = start + match.index;
    const end = attrStart + match[0].length;
    value =
      value === undefined
        ? { kind: 'Name', start, end, id }
        : { kind: 'Attribute', start, end, value, attr: id, attrStart };
  }
  return value ?? l.error(node);
}
