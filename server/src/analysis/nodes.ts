/** Finding syntax by its place. Offsets are relative to the item, as in nodes. */
import type { Item, Node, Statement } from '../python/ast';
import { forEachChild } from '../python/walk';

/** The nodes around an offset, outermost first. A cursor behind a node's last character is still in it. */
export function pathTo(root: Node, offset: number): Node[] {
  const path: Node[] = [];
  const enter = (node: Node): void => {
    if (offset < node.start || node.end < offset) return;
    path.push(node);
    let next: Node | null = null;
    forEachChild(node, (child) => {
      if (child.start > offset || offset > child.end) return;
      // Where two nodes meet, the one that begins at the cursor is meant.
      if (!next || child.start === offset || next.end < child.end) next = child;
    });
    if (next) enter(next);
  };
  enter(root);
  return path;
}

/** The innermost statement around a stretch. */
export function statementAt(root: Statement, start: number, end: number): Statement | null {
  if (start < root.start || root.end < end) return null;
  let found: Statement = root;
  const enter = (node: Node): void => {
    forEachChild(node, (child) => {
      if (start < child.start || child.end < end) return;
      if (isStatement(child)) found = child;
      enter(child);
    });
  };
  enter(root);
  return found;
}

const STATEMENTS: ReadonlySet<string> = new Set<Statement['kind']>([
  'Expr',
  'Assign',
  'AugAssign',
  'AnnAssign',
  'For',
  'While',
  'If',
  'With',
  'Match',
  'Try',
  'FunctionDef',
  'ClassDef',
  'Return',
  'Delete',
  'Raise',
  'Assert',
  'Import',
  'ImportFrom',
  'Global',
  'Nonlocal',
  'Pass',
  'Break',
  'Continue',
  'TypeAlias',
  'ErrorStatement',
]);

export function isStatement(node: Node): node is Statement {
  return STATEMENTS.has(node.kind);
}

/** A node of an item, as a key of maps. */
export function nodeKey(item: Item, node: Node): string {
  return `${item.start + node.start}:${item.start + node.end}`;
}
