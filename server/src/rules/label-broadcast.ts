/** Labels that a loss spreads over outputs by broadcasting. */
import { labelFacts, labelIdeas } from './label-fixes';
import { doubtRule } from './training';

export const labelBroadcast = doubtRule({
  code: 'label-broadcast',
  level: 'warning',
  title: 'Labels that are spread over the outputs',
  page: {
    what: 'Labels and outputs have different shapes, and the loss makes them fit by broadcasting.',
    why: 'It runs, but every label is compared with outputs that are not its own, so the model learns averages.',
    next: 'Give the last layer one unit for each value of a label, or the labels the shape of the outputs.',
    wrong:
      'model = keras.Sequential([keras.Input(shape=(8,)), layers.Dense(4)])\nmodel.compile(loss="mse")\nmodel.fit(np.zeros((9, 8)), np.zeros((9, 1)))',
    right:
      'model = keras.Sequential([keras.Input(shape=(8,)), layers.Dense(1)])\nmodel.compile(loss="mse")\nmodel.fit(np.zeros((9, 8)), np.zeros((9, 1)))',
  },
  tell({ model, failure, about }, analysis) {
    const facts = labelFacts(failure.facts);
    return {
      why: 'it runs, because the shapes broadcast',
      next: 'give labels and outputs one shape',
      fixes: facts ? labelIdeas(analysis, model, facts, about[0]) : [],
    };
  },
});
