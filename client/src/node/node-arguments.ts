import { availableParallelism } from 'node:os';

/** Node starts so many threads by itself. */
const USUAL_HELPERS = 4;

/**
 * Node's arguments for the server. On a machine of few processors, V8's threads that compile and collect garbage take those
 * on which answers are worked out, and every tenth keystroke waits for them: one processor is left to the answers.
 */
export function nodeArguments(processors = availableParallelism()): string[] {
  const helpers = Math.max(1, processors - 1);
  return helpers < USUAL_HELPERS ? [`--v8-pool-size=${helpers}`] : [];
}
