/** `class_weight` and `sample_weight` that the labels do not fit. */

import type { Analysis } from '../analysis/analysis';
import { callAt } from '../analysis/arguments';
import { replaced } from '../analysis/training';
import type { RefusalRecord } from '../interpreter/trace';
import { withoutArgument } from './leave-out';
import { refusalRule } from './refused';
import type { FixIdea } from './rule';

export const sampleWeights = refusalRule({
  code: 'sample-weights',
  title: 'Weights that do not fit the labels',
  page: {
    what: '`class_weight` is no dict, its keys are no class numbers, or `sample_weight` has another shape than the values of the loss.',
    why: '`class_weight` gives a weight to each class number. The loss gives a value for each sample, or for each step of it, and `sample_weight` is multiplied with these.',
    next: 'Give `class_weight` as `{0: …, 1: …}`, and `sample_weight` one number for each sample.',
    wrong:
      'model = keras.Sequential([keras.Input(shape=(8,)), layers.Dense(2, activation="softmax")])\nmodel.compile(loss="sparse_categorical_crossentropy")\nmodel.fit(np.zeros((9, 8)), np.array([0, 1, 1] * 3), class_weight=[1.0, 2.0])',
    right:
      'model = keras.Sequential([keras.Input(shape=(8,)), layers.Dense(2, activation="softmax")])\nmodel.compile(loss="sparse_categorical_crossentropy")\nmodel.fit(np.zeros((9, 8)), np.array([0, 1, 1] * 3), class_weight={0: 1.0, 1: 2.0})',
  },
  tell: (refusal, analysis) => ({
    fixes: weightIdeas(refusal, analysis),
    next: 'give `class_weight` as a dict from class numbers, `sample_weight` a number for each sample',
  }),
});

/** A dict of a list of weights, or no weights at all. */
function weightIdeas(refusal: RefusalRecord, analysis: Analysis): FixIdea[] {
  const found = callAt(refusal.site);
  const written = found?.call.keywords.find(({ arg }) => arg === refusal.facts?.parameter);
  if (!found || !written) return [];
  const ideas: FixIdea[] = [];
  const { value } = written;
  if (written.arg === 'class_weight' && value.kind !== 'Dict') {
    const edit = replaced(analysis, found.site, value, (text) => `dict(enumerate(${text}))`);
    if (edit) ideas.push({ title: 'Make it a dict: `dict(enumerate(…))`', edits: [edit] });
  }
  const without = written.arg && withoutArgument(found, written.arg, analysis);
  if (without) ideas.push(without);
  return ideas;
}
