/** Whether a loop goes through all its turns, as far as its text tells: only an exception ends one without an exit before. */
import type { For, Node, While } from '../python/ast';
import { forEachChild } from '../python/walk';

const found = new WeakMap<For | While, boolean>();

/** Whether a statement of a loop leaves it or hands a value out of it: `break`, `return`, `raise`, `yield`. */
export function hasExit(node: For | While): boolean {
  let exit = found.get(node);
  if (exit === undefined) {
    exit = node.body.some((statement) => leads(statement, true));
    found.set(node, exit);
  }
  return exit;
}

/** `while True:` that is never left: a half-typed one, for instance. */
export function isEndless(node: While): boolean {
  return node.test.kind === 'Constant' && !hasExit(node);
}

function leads(node: Node, isOwn: boolean): boolean {
  switch (node.kind) {
    case 'Return':
    case 'Raise':
    case 'Yield':
      return true;
    case 'Break':
      return isOwn;
    case 'FunctionDef':
    case 'Lambda':
    case 'ClassDef':
      return false;
  }
  const isLoop = node.kind === 'For' || node.kind === 'While';
  let does = false;
  forEachChild(node, (child) => {
    does ||= leads(child, isOwn && !(isLoop && node.body.includes(child as never)));
  });
  return does;
}
