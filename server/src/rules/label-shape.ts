/** Labels that the loss does not take with the model's outputs. */

import type { RefusalRecord } from '../interpreter/trace';
import { calledLossIdeas } from './called-loss';
import { labelFacts, labelIdeas, unitsIdea } from './label-fixes';
import { refusalRule } from './refused';
import type { FixIdea } from './rule';
import { dataPlaces, outputPlace, trainingOf } from './training';

const WHY: Readonly<Record<string, string>> = {
  'one-hot': 'this loss wants one-hot labels, of the same shape as the outputs',
  'class-numbers': 'this loss wants class numbers: one for each output, without the axis of classes',
  binary: 'this loss wants a label for each output',
  values: 'this loss compares labels and outputs element by element',
};

export const labelShape = refusalRule({
  code: 'label-shape',
  title: 'Labels that do not fit the outputs',
  page: {
    what: 'The shapes of labels and outputs clash under the loss that the model was compiled with.',
    why: '`categorical_crossentropy` and `binary_crossentropy` want labels of the same shape as the outputs, `sparse_categorical_crossentropy` class numbers without the axis of classes, and the others compare element by element.',
    next: 'Choose the loss that goes with the labels, make the labels one-hot, or give the last layer as many units as there are classes. After a recurrent layer with `return_sequences=True`, or convolutions, flatten or pool before the last layer.',
    wrong:
      'model = keras.Sequential([keras.Input(shape=(8,)), layers.Dense(3, activation="softmax")])\nmodel.compile(loss="categorical_crossentropy")\nmodel.fit(np.zeros((9, 8)), np.array([0, 1, 2] * 3))',
    right:
      'model = keras.Sequential([keras.Input(shape=(8,)), layers.Dense(3, activation="softmax")])\nmodel.compile(loss="sparse_categorical_crossentropy")\nmodel.fit(np.zeros((9, 8)), np.array([0, 1, 2] * 3))',
  },
  tell(refusal, analysis) {
    const { model, arrays } = trainingOf(refusal);
    const facts = labelFacts(refusal.facts);
    const isRange = refusal.facts?.problem === 'range';
    const most = Number(refusal.facts?.most);
    return {
      why: !facts ? undefined : isRange ? 'class numbers count from 0' : WHY[facts.labelKind],
      next: 'change the loss, the labels, or the last layer',
      related: [...(model ? outputPlace(analysis, model, facts?.index ?? 0) : []), ...dataPlaces(analysis, arrays)],
      fixes:
        facts && refusal.facts?.called
          ? calledLossIdeas(refusal, analysis, facts)
          : model && facts
            ? isRange
              ? [unitsIdea(analysis, model, facts.index, most + 1, facts.labelKind)].flatMap((idea) => idea ?? [])
              : orderedFor(refusal, labelIdeas(analysis, model, facts, arrays[0]))
            : [],
    };
  },
});

/** Where the model was trained under its loss already, the labels of a later call are what is wrong. */
function orderedFor({ facts, call }: RefusalRecord, ideas: readonly FixIdea[]): FixIdea[] {
  const isLater = facts?.part !== undefined || /^(evaluate|test)/.test(call?.callee ?? '');
  if (!isLater) return [...ideas];
  const isOfData = ({ title }: FixIdea) => /labels/.test(title);
  return [...ideas.filter(isOfData), ...ideas.filter((idea) => !isOfData(idea))];
}
