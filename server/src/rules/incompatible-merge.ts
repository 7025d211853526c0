/** Inputs of a merging layer whose sizes clash. */
import type { Analysis } from '../analysis/analysis';
import type { RefusalRecord } from '../interpreter/trace';
import { callsBehindOne, lossesAmong, lossText, paddingIdeas, relatedLoss } from './blame';
import { inputSizeIdeas, mergeIdeas } from './merge-ideas';
import { refusalRule } from './refused';

export const incompatibleMerge = refusalRule({
  code: 'incompatible-merge',
  title: 'Branches that do not fit together',
  page: {
    what: 'Add, Concatenate and the other merging layers are given tensors whose sizes clash.',
    why: 'Element-wise merging needs equal sizes (or 1), and concatenating needs equal sizes on every axis but its own. Mostly one branch has lost pixels: a convolution without `padding="same"` shrinks by its kernel less one, and pooling an odd size rounds it.',
    next: 'Keep the size in the branch that lost it, or crop, pad or resize one of them.',
    wrong: 'x = keras.Input(shape=(28, 28, 8))\ny = layers.Conv2D(8, 3)(x)\nz = layers.Add()([x, y])',
    right: 'x = keras.Input(shape=(28, 28, 8))\ny = layers.Conv2D(8, 3, padding="same")(x)\nz = layers.Add()([x, y])',
  },
  tell(refusal, analysis) {
    const losses = lossesOf(refusal, analysis);
    const first = losses[0];
    return {
      why: first ? lossText(first) : undefined,
      next: first ? 'keep the size there, or crop or pad the other branch' : 'make both the same size there',
      related: losses.slice(0, 4).map(relatedLoss),
      fixes: [
        ...paddingIdeas(analysis, losses),
        ...mergeIdeas(refusal, analysis),
        ...inputSizeIdeas(refusal, analysis),
      ],
    };
  },
});

/** What was lost on the way to the two that are blamed, or to any other that is merged with them. */
function lossesOf({ inputs, call }: RefusalRecord, analysis: Analysis) {
  const [first = 0, second = 1] = inputs ?? [];
  const a = call?.inputs?.[first];
  const others = (call?.inputs ?? []).filter((_, i) => i !== first && (i === second || !inputs || second < i));
  const calls = a ? others.flatMap((b) => callsBehindOne(analysis, a, b)) : [];
  return lossesAmong(analysis, [...new Set(calls)]);
}
