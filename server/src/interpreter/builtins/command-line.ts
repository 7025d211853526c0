/** Lists of what stands on the command line: none of it is known, and a run may give more. */
import type { ListValue } from '../../values/value';

/** Fixed when they are made, so nothing that a rollback would take back. */
const lists = new WeakSet<ListValue>();

export function ofCommandLine(list: ListValue): ListValue {
  lists.add(list);
  return list;
}

export function isOfCommandLine(list: ListValue): boolean {
  return lists.has(list);
}
