import { defineLayer, variant } from '../../../define-layer';
import { inputDType } from '../../keras2';
import { runDType } from '../../running';
import { seed, wrongSeed } from '../../seeds';
import { lateNumber, noNumber, sameShape, share } from './noise';

export const gaussianDropout = defineLayer({
  name: 'GaussianDropout',
  summary: 'Multiplies by random numbers around 1 while training.',
  docs: 'api/layers/regularization_layers/gaussian_dropout/',
  openSizes: 'any',
  rule: {
    words: 'The shape of the input.',
    formula: '(…) → (…)',
    example: 'GaussianDropout(0.5)(Input((7, 32)))',
    readFrom: 'layers/regularization/gaussian_dropout.py: GaussianDropout.compute_output_shape',
  },
  params: { rate: share, seed },
  takes: 'structure',
  passesNone: 'in Keras 2 too',
  construct: ({ callee, args }) => [wrongSeed(callee, args.seed, args.rate)],
  output: sameShape,
  outputDType: runDType,
  explain: ({ args: { rate } }) => {
    if (rate === undefined || rate >= 1) return {};
    const spread = Number(Math.sqrt(rate / (1 - rate)).toPrecision(4));
    return {
      notes: [
        `while training: multiplied by noise of mean 1 and standard deviation √(${rate} / (1 - ${rate})) = ${spread}`,
      ],
    };
  },
  generations: {
    keras2: variant({
      params: { rate: lateNumber, seed },
      construct: () => [],
      requires: ({ callee, args }) => [noNumber(callee, 'rate', args.rate)],
      convertsInputs: true,
      outputDType: inputDType,
    }),
  },
});
