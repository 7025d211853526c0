/** What is written to arrays: from then on their elements are not known. */
import type { Context } from '../../values/context';
import type { Value } from '../../values/value';

export function markWritten(value: Value | undefined, context: Context): void {
  if (value?.kind === 'tensor') value.written?.set(context.heap, true);
}
