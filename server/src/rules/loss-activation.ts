/** A last layer whose activation and the loss contradict each other. */
import { activationIdea, fromLogitsIdea, labelFacts, lossIdea } from './label-fixes';
import type { FixIdea } from './rule';
import { doubtRule } from './training';

export const lossActivation = doubtRule({
  code: 'loss-activation',
  level: 'warning',
  title: 'A loss that contradicts the last activation',
  page: {
    what: 'The last layer has a softmax over one unit, or no activation under a loss that takes its inputs for probabilities.',
    why: 'A softmax over one value is 1 whatever it is, and the crossentropy of one class is 0: nothing can be learned. Numbers that are no probabilities are cut off at 0 and 1.',
    next: 'Use `sigmoid` for one unit; for outputs without an activation, say `from_logits=True`, or add the activation.',
    wrong:
      'model = keras.Sequential([keras.Input(shape=(8,)), layers.Dense(1, activation="softmax")])\nmodel.compile(loss="binary_crossentropy")\nmodel.fit(np.zeros((9, 8)), np.zeros((9,)))',
    right:
      'model = keras.Sequential([keras.Input(shape=(8,)), layers.Dense(1, activation="sigmoid")])\nmodel.compile(loss="binary_crossentropy")\nmodel.fit(np.zeros((9, 8)), np.zeros((9,)))',
  },
  tell({ model, failure }, analysis) {
    const facts = labelFacts(failure.facts);
    const problem = failure.facts?.problem;
    if (!facts) return { fixes: [] };
    const { index, loss } = facts;
    const ideas: (FixIdea | null)[] = [];
    if (problem === 'logits') {
      ideas.push(fromLogitsIdea(analysis, model, loss));
      ideas.push(activationIdea(analysis, model, index, loss === 'binary_crossentropy' ? 'sigmoid' : 'softmax'));
    } else {
      const sigmoid = facts.activation === 'sigmoid' ? null : activationIdea(analysis, model, index, 'sigmoid');
      const binary =
        problem === 'one-class' || loss !== 'binary_crossentropy'
          ? lossIdea(analysis, model, facts, 'binary_crossentropy')
          : null;
      if (sigmoid && binary && loss.includes('categorical')) {
        ideas.push({
          title: `${sigmoid.title} and \`binary_crossentropy\``,
          edits: [...sigmoid.edits, ...binary.edits],
        });
      } else ideas.push(problem === 'one-class' ? binary : sigmoid);
    }
    return {
      why: problem === 'logits' ? 'they are cut off at 0 and 1 before the logarithm' : undefined,
      next:
        problem === 'logits'
          ? 'say `from_logits=True`, or give the last layer its activation'
          : 'use `sigmoid` with `binary_crossentropy`, or a unit for each class',
      fixes: ideas.filter((idea) => idea !== null),
    };
  },
});
