/** Whether a loop goes through all its turns, as far as its text tells: only an exception ends one without an exit before. */
import type { For, Node, While } from '../python/ast';
import { forEachChild } from '../python/walk';
import { onceFor } from '../values/once';

/** Whether a statement of a loop leaves it or hands a value out of it: `break`, `return`, `raise`, `yield`. */
export const hasExit = onceFor((node: For | While) => node.body.some((statement) => leads(statement, true, true)));

const isLeft = onceFor((node: While) => node.body.some((statement) => leads(statement, true, false)));

/**
 * `while True:` that is never left: a half-typed one, for instance. A `yield` is no way out where a loop is run turn by turn:
 * the loops of a generator wait at theirs, so that this one stands outside of any function.
 */
export function isEndless(node: While): boolean {
  return node.test.kind === 'Constant' && !isLeft(node);
}

function leads(node: Node, isOwn: boolean, byYield: boolean): boolean {
  switch (node.kind) {
    case 'Return':
    case 'Raise':
      return true;
    case 'Yield':
      return byYield;
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
    does ||= leads(child, isOwn && !(isLoop && node.body.includes(child as never)), byYield);
  });
  return does;
}
