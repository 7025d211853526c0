/** An axis that the input does not have. */
import type { Analysis } from '../analysis/analysis';
import { callAt } from '../analysis/arguments';
import { expressionOf, replaced } from '../analysis/training';
import type { RefusalRecord } from '../interpreter/trace';
import { refusalRule } from './refused';
import type { FixIdea } from './rule';

export const axisOutOfRange = refusalRule({
  code: 'axis-out-of-range',
  blames: ['axis', 'axes'],
  title: 'An axis that is not there',
  page: {
    what: 'An `axis` (or one of the `axes`) is not among the axes of the input.',
    why: 'Axes count from 0, which is the batch; -1 is the last one.',
    next: 'Choose an axis that the input has.',
    wrong: 'x = keras.Input(shape=(28, 8))\ny = layers.LayerNormalization(axis=3)(x)',
    right: 'x = keras.Input(shape=(28, 8))\ny = layers.LayerNormalization(axis=-1)(x)',
  },
  tell: (refusal, analysis) =>
    refusal.parameter === 'num_classes'
      ? { why: 'class numbers count from 0', fixes: classesIdea(refusal, analysis) }
      : { why: 'axes count from 0, which is the batch; -1 is the last one' },
});

/** As many classes as the largest class number needs. */
function classesIdea({ site, facts }: RefusalRecord, analysis: Analysis): FixIdea[] {
  const found = callAt(site);
  const node = found && expressionOf(found, 'num_classes', 1);
  const count = Number(facts?.index) + 1;
  const edit = node && count > 0 ? replaced(analysis, site, node, () => `${count}`) : null;
  return edit ? [{ title: `Use ${count} classes`, edits: [edit] }] : [];
}
