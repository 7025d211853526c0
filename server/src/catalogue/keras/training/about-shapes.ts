/** What the program is run for only to see whether shapes are refused, whatever stands in for the batch. */
import type { Context, PythonError, Refusal } from '../../../values/context';

const ABOUT_SHAPES: ReadonlySet<string> = new Set([
  'incompatible-shapes',
  'wrong-rank',
  'invalid-input',
  'negative-dimension',
  'incompatible-merge',
  'reshape-count',
  'groups',
  'axis-out-of-range',
  'undefined-weight-shape',
]);

/** What a library refused of some shapes; null for anything else that Python raised. */
export function refusedShapes({ refusal }: PythonError): Refusal | null {
  return refusal && ABOUT_SHAPES.has(refusal.code) ? refusal : null;
}

/** What something raises, done without a trace: nothing is told of it, and nothing that it changes stays changed. */
export function errorOf(run: () => unknown, context: Context): PythonError | null {
  const before = context.heap.checkpoint();
  const ran = context.attempt(() => context.unobserved(run));
  context.heap.rollback(before);
  return 'error' in ran ? ran.error : null;
}
