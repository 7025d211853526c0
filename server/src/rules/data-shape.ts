/** Data that the model's input does not take. */
import { type Dimension, isKnown } from '../shapes/dimension';
import { batchIdeas, dataIdeas, makingIdeas, orderIdeas, yieldIdeas } from './data-fixes';
import { refusalRule } from './refused';
import { dataPlaces, trainingOf } from './training';

export const dataShape = refusalRule({
  code: 'data-shape',
  title: 'Data that do not fit the model',
  page: {
    what: '`fit`, `evaluate` or `predict` is given data of another shape than the model takes.',
    why: 'The first size of the data counts the samples and plays no part; all others must be those of `Input(shape=…)`. Only a last size of 1 may be left out or added.',
    next: "Give the input the data's shape, or reshape the data. One sample alone lacks the batch axis: `x[None]`.",
    wrong:
      'model = keras.Sequential([keras.Input(shape=(784,)), layers.Dense(10)])\nmodel.compile(loss="mse")\nmodel.predict(np.zeros((100, 28, 28)))',
    right:
      'model = keras.Sequential([keras.Input(shape=(784,)), layers.Dense(10)])\nmodel.compile(loss="mse")\nmodel.predict(np.zeros((100, 28, 28)).reshape(-1, 784))',
  },
  tell(refusal, analysis) {
    const { model, arrays } = trainingOf(refusal);
    const { actual, expected, index } = refusal.facts ?? {};
    const sizes = Array.isArray(actual) ? (actual as readonly Dimension[]) : null;
    const wanted = Array.isArray(expected) ? (expected as readonly Dimension[]) : null;
    const isSample =
      sizes &&
      wanted &&
      sizes.length === wanted.length - 1 &&
      sizes.every((size, i) => !isKnown(wanted[i + 1] ?? size) || size === wanted[i + 1]);
    return {
      why: isSample
        ? 'its first axis is taken for the batch: these look like one sample without a batch axis'
        : 'the first size counts the samples; all others must be those of the input',
      next: isSample ? 'add the axis: `x[None]`' : "give the input the data's shape, or reshape the data",
      related: dataPlaces(analysis, arrays),
      fixes: model
        ? [
            ...orderIdeas(analysis, model),
            ...(refusal.facts?.from === 'dataset' ? batchIdeas(analysis, model) : []),
            ...(refusal.facts?.from === 'generator' && isSample ? yieldIdeas(analysis) : []),
            ...(sizes ? dataIdeas(analysis, model, Number(index ?? 0), wanted, sizes) : []),
            ...(sizes && wanted ? makingIdeas(analysis, arrays[0], wanted, sizes) : []),
          ]
        : [],
    };
  },
});
