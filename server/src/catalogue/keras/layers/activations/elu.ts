import { float } from '../../../../values/value';
import { defineLayer, variant } from '../../../define-layer';
import { anything } from '../../../params';
import { floatsOnly } from '../../keras2';
import { isRun } from '../../running';
import { floatx } from './slopes';

export const elu = defineLayer({
  name: 'ELU',
  summary: 'Exponential linear unit.',
  docs: 'api/layers/activation_layers/elu/',
  openSizes: 'any',
  rule: {
    words: 'The shape of the input.',
    formula: '(…) → (…)',
    example: 'ELU()(Input((7, 32)))',
    readFrom: 'layers/activations/elu.py: ELU.compute_output_shape',
  },
  params: { alpha: anything(float(1)) },
  takes: 'structure',
  requires: (question) => [isRun(question) && floatsOnly(question)],
  output: ({ input }) => input.shape,
  explain: ({ args: { alpha } }) =>
    alpha.kind === 'float' ? { notes: [`x where x ≥ 0, ${alpha.value}·(exp(x) - 1) below`] } : {},
  generations: {
    keras2: variant({
      params: { alpha: floatx(1) },
      takes: 'stacked',
      requires: (question) => [floatsOnly(question)],
    }),
  },
});
