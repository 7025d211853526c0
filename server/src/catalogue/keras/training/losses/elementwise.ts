/** Losses that compare element by element: labels broadcast against outputs, and the last axis is reduced. */
import { broadcast, reduceLast, type Sizes } from '../judgement';

/** Values for each sample of `mean(f(labels, outputs), axis=-1)`. */
export function elementwise(labels: Sizes, outputs: Sizes): Sizes {
  return reduceLast(broadcast(labels, outputs));
}
