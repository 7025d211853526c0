import { defineLayer } from '../../../define-layer';
import { number, optionalNumber } from '../../../numbers';
import { inputDType, numbersOnly } from '../../keras2';
import { runDType } from '../../running';

export const relu = defineLayer({
  name: 'ReLU',
  summary: 'Rectified linear unit: negative values become 0.',
  docs: 'api/layers/activation_layers/relu/',
  params: {
    max_value: optionalNumber({ least: 0 }),
    negative_slope: number(0, { least: 0 }),
    threshold: number(0, { least: 0 }),
  },
  takes: 'structure',
  output: ({ input }) => input.shape,
  // A slope makes floats of ints.
  outputDType: (question) => (question.args.negative_slope === 0 ? runDType(question) : question.dtype),
  explain: ({ args: { max_value: most, negative_slope: slope, threshold } }) => {
    if (most === undefined || slope === undefined || threshold === undefined) return {};
    const above = most === null ? 'x' : `min(x, ${most})`;
    const below = slope === 0 ? '0' : threshold === 0 ? `${slope}·x` : `${slope}·(x - ${threshold})`;
    return { notes: [`${above} where x ≥ ${threshold}, ${below} below`] };
  },
  generations: {
    keras2: {
      takes: 'stacked',
      requires: (question) => [numbersOnly(question)],
      outputDType: (question) => (question.args.negative_slope === 0 ? inputDType(question) : question.dtype),
    },
  },
});
