/**
 * `while True:` out of which no statement leads: only an exception ends it, so that a half-typed one runs for ever.
 */
import type { Node, While } from '../python/ast';
import { forEachChild } from '../python/walk';

const found = new WeakMap<While, boolean>();

/** Whether no statement of a loop leaves it or hands a value out of it: no `break`, `return`, `raise`, `yield`. */
export function isEndless(node: While): boolean {
  let endless = found.get(node);
  if (endless === undefined) {
    endless = node.test.kind === 'Constant' && !node.body.some((statement) => leads(statement, true));
    found.set(node, endless);
  }
  return endless;
}

/** `isOwn`: whether a `break` here is the loop's own. */
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
