import { defineLayer, variant } from '../../../define-layer';
import { inputDType } from '../../keras2';
import { runDType } from '../../running';
import { seed, wrongSeed } from '../../seeds';
import { lateNumber, sameShape, share } from './noise';

export const gaussianNoise = defineLayer({
  name: 'GaussianNoise',
  summary: 'Adds random numbers around 0 while training.',
  docs: 'api/layers/regularization_layers/gaussian_noise/',
  openSizes: 'any',
  rule: {
    words: 'The shape of the input.',
    formula: '(…) → (…)',
    example: 'GaussianNoise(0.1)(Input((7, 32)))',
    readFrom: 'layers/regularization/gaussian_noise.py: GaussianNoise.compute_output_shape',
  },
  params: { stddev: share, seed },
  takes: 'structure',
  passesNone: 'in Keras 2 too',
  construct: ({ callee, args }) => [wrongSeed(callee, args.seed, args.stddev)],
  output: sameShape,
  outputDType: runDType,
  explain: ({ args: { stddev } }) =>
    stddev === undefined ? {} : { notes: [`while training: noise of standard deviation ${stddev} is added`] },
  generations: {
    keras2: variant({ params: { stddev: lateNumber, seed }, construct: () => [], outputDType: inputDType }),
  },
});
