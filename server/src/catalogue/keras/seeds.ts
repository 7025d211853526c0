/** Seeds of random layers. */
import type { Value } from '../../values/value';
import { failure, type MaybeFailure } from '../failure';
import { strictInteger } from '../numbers';
import { anything, describe, type Param } from '../params';

export const seed: Param<Value> = anything();

/**
 * Keras 3 makes a `SeedGenerator` where there is something to draw, and that takes an int, no bool and
 * no numpy number. `rate` is how much is drawn; 0 draws nothing, undefined is not known.
 */
export function wrongSeed(callee: string, given: Value, rate: number | undefined = 1): MaybeFailure {
  if (given.kind === 'None' || rate === undefined || rate <= 0) return null;
  return (
    (given.kind === 'bool' || strictInteger(given) === 'no int') &&
    failure('invalid-argument', `\`seed\` of ${callee} must be an int or None, not ${describe(given)}`, {
      parameter: 'seed',
    })
  );
}
