/** Ranges of statements, which tree-sitter and CPython do not end at the same place. */

import { type Lowering, NONE, type SyntaxNode } from './lowering';

/**
 * Where a compound statement ends: behind its last token. tree-sitter's own end also covers comments that follow.
 */
export function endOf(l: Lowering, node: SyntaxNode): number {
  const { tree } = l;
  let at = node;
  for (;;) {
    const type = tree.type(at);
    const last = type === 'block' || ENDS_WITH_BLOCK.has(type) ? tree.lastChild(at) : NONE;
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
const ENDS_WITH_BLOCK = new Set([
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

export function range(l: Lowering, node: SyntaxNode): { start: number; end: number } {
  return { start: l.start(node), end: ENDS_WITH_BLOCK.has(l.tree.type(node)) ? endOf(l, node) : l.end(node) };
}
