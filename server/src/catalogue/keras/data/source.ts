/** The data that a value gives step by step, as `fit` and its like take it. */
import type { Context } from '../../../values/context';
import type { Value } from '../../../values/value';
import { DataPayload, type DataSource } from './element-spec';

/**
 * The source that `x` of `fit` is; undefined for arrays, lists, dicts and all else that is taken as
 * it is. A generator is run on to its next `yield`, and `__getitem__(0)` of a sequence is called: once
 * for each call of this function, as a run would.
 */
export function dataSource(value: Value, _context: Context): DataSource | undefined {
  if (value.kind === 'instance' && value.payload instanceof DataPayload) return value.payload.source;
  return undefined;
}
