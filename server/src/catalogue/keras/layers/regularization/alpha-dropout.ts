import { defineLayer, variant } from '../../../define-layer';
import { anything, ignored } from '../../../params';
import { inputDType } from '../../keras2';
import { runDType } from '../../running';
import { seed, wrongSeed } from '../../seeds';
import { lateNumber, noNumber, percent, sameShape, share } from './noise';

export const alphaDropout = defineLayer({
  name: 'AlphaDropout',
  summary: 'Dropout that keeps mean and variance: for networks of SELU units.',
  docs: 'api/layers/regularization_layers/alpha_dropout/',
  rule: {
    words: 'The shape of the input.',
    formula: '(…) → (…)',
    example: 'AlphaDropout(0.5)(Input((7, 32)))',
    readFrom: 'layers/regularization/alpha_dropout.py: AlphaDropout.compute_output_shape',
  },
  params: { rate: share, noise_shape: ignored, seed },
  takes: 'structure',
  passesNone: true,
  construct: ({ callee, args }) => [wrongSeed(callee, args.seed, args.rate)],
  output: sameShape,
  outputDType: runDType,
  explain: ({ args: { rate } }) =>
    rate === undefined
      ? {}
      : {
          notes: [`while training: ${percent(rate)} of the elements are set to the negative saturation value of SELU`],
        },
  generations: {
    keras2: variant({
      params: { rate: lateNumber, noise_shape: anything(), seed },
      construct: () => [],
      requires: ({ callee, args }) => [noNumber(callee, 'rate', args.rate)],
      convertsInputs: true,
      outputDType: inputDType,
    }),
  },
});
