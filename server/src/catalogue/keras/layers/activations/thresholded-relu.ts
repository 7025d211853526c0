import { defineLayer } from '../../../define-layer';
import { number } from '../../../numbers';
import { floatsOnly } from '../../keras2';

export const thresholdedReLU = defineLayer({
  name: 'ThresholdedReLU',
  onlyIn: 'keras2',
  summary: 'Values up to a threshold become 0.',
  docs: 'api/layers/activation_layers/threshold_relu/',
  rule: {
    words: 'The shape of the input.',
    formula: '(…) → (…)',
    example: 'ThresholdedReLU()(Input((7, 32)))',
    readFrom: 'layers/activation/thresholded_relu.py: ThresholdedReLU.compute_output_shape',
  },
  params: { theta: number(1, { least: 0 }) },
  takes: 'stacked',
  requires: (question) => [floatsOnly(question)],
  output: ({ input }) => input.shape,
  explain: ({ args: { theta } }) => (theta === undefined ? {} : { notes: [`x where x > ${theta}, 0 elsewhere`] }),
});
