/** How Keras brings labels and outputs to one rank before a loss or metric looks at them. */
import type { Generation } from '../../../values/context';
import { endsInOne, open, reduceLast, type Sizes } from './judgement';

export type Pair = readonly [labels: Sizes, outputs: Sizes];

/**
 * `squeeze_or_expand_to_same_rank` (keras.src.losses.loss): where the ranks differ by one and the
 * longer one ends in 1, that axis is taken off, or the other gets one if it has only the batch.
 */
export function toSameRank(labels: Sizes, outputs: Sizes): Pair {
  if (labels.length === outputs.length + 1) {
    if (!(endsInOne(labels) ?? open())) return [labels, outputs];
    return outputs.length === 1 ? [labels, [...outputs, 1]] : [reduceLast(labels), outputs];
  }
  if (outputs.length === labels.length + 1) {
    if (!(endsInOne(outputs) ?? open())) return [labels, outputs];
    return labels.length === 1 ? [[...labels, 1], outputs] : [labels, reduceLast(outputs)];
  }
  return [labels, outputs];
}

/**
 * Keras 2 in `fit`: labels that have only the batch get a last axis where the outputs have two
 * (`match_dtype_and_rank`), then one that is 1 is taken off the longer of the two
 * (`squeeze_or_expand_dimensions` of keras.src.utils.losses_utils).
 */
export function toSameRankKeras2(labels: Sizes, outputs: Sizes): Pair {
  const matched = labels.length === 1 && outputs.length === 2 ? [...labels, 1] : labels;
  return squeezedKeras2(matched, outputs);
}

/** `squeeze_or_expand_dimensions` without sample weights. A None counts as 1 to it where it may be. */
export function squeezedKeras2(labels: Sizes, outputs: Sizes): Pair {
  const difference = outputs.length - labels.length;
  if (difference === 1 && (endsInOne(outputs) ?? open())) return [labels, reduceLast(outputs)];
  if (difference === -1) {
    const last = labels[labels.length - 1];
    if (last === 1) return [reduceLast(labels), outputs];
    if (typeof last !== 'number') open();
  }
  return [labels, outputs];
}

export function matched(labels: Sizes, outputs: Sizes, generation: Generation): Pair {
  return generation === 'keras3' ? toSameRank(labels, outputs) : toSameRankKeras2(labels, outputs);
}
