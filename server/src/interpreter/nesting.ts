/** Calls that are nested too deeply. */
import { BudgetExceeded } from './budget';
import type { Interpreter } from './interpreter';

/** What calls that are not followed would have done is not known: nor is what the statement does. */
export class NestedTooDeeply extends BudgetExceeded {}

/** Asked before what a function does is followed. */
export function enterDeeper(interpreter: Interpreter, name: string): void {
  const { depth, deepest, records, budget } = interpreter;
  const makesLayers = depth >= budget.limits.depthOfLayers && records.observations.length >= depth;
  if (depth < deepest && !makesLayers) return;
  const why = interpreter.because(`calls of \`${name}\` are nested too deeply to follow`);
  budget.cut ??= why;
  throw new NestedTooDeeply(why);
}

/**
 * Runs something, and where its calls are nested too deeply once more with few of them: how many JavaScript's stack holds
 * depends on what V8 has compiled by then, and what a program shows must not. `restore` makes the interpreter ready for
 * another run.
 */
export function nesting<T>(interpreter: Interpreter, restore: () => void, run: () => T): T {
  const { budget, heap, records, deepest } = interpreter;
  const { steps, cut, cutLoops } = budget;
  const base = heap.checkpoint();
  const marks = records.marks();
  try {
    return run();
  } catch (error) {
    if (!(error instanceof NestedTooDeeply) && !(error instanceof RangeError)) throw error;
    restore();
    heap.rollback(base);
    records.truncate(marks);
    Object.assign(budget, { steps, cut, cutLoops });
    interpreter.deepest = budget.limits.fewNested;
    try {
      return run();
    } finally {
      interpreter.deepest = deepest;
    }
  }
}
