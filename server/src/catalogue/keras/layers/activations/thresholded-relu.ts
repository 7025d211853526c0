import { defineLayer } from '../../../define-layer';
import { number } from '../../../numbers';
import { floatsOnly } from '../../keras2';

export const thresholdedReLU = defineLayer({
  name: 'ThresholdedReLU',
  onlyIn: 'keras2',
  summary: 'Values up to a threshold become 0.',
  docs: 'api/layers/activation_layers/threshold_relu/',
  params: { theta: number(1, { least: 0 }) },
  takes: 'stacked',
  requires: (question) => [floatsOnly(question)],
  output: ({ input }) => input.shape,
  explain: ({ args: { theta } }) => (theta === undefined ? {} : { notes: [`x where x > ${theta}, 0 elsewhere`] }),
});
