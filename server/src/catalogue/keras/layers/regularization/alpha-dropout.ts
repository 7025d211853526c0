import { broadcastShapes } from '../../../../shapes/broadcast';
import { reason } from '../../../../shapes/reason';
import { hasRank, type Shape, unknownShape } from '../../../../shapes/shape';
import type { Value } from '../../../../values/value';
import { defineLayer, variant } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { anything, ignored, sequenceItems } from '../../../params';
import { shapeOf } from '../../../tensorflow/tensor-shape';
import { inputDType } from '../../keras2';
import { runDType } from '../../running';
import { seed, wrongSeed } from '../../seeds';
import { lateNumber, noNumber, percent, sameShape, share } from './noise';

interface Args {
  readonly rate: number | string | undefined;
  readonly noise_shape: Value;
}

/** Whether this call surely drops something. */
function drops({ rate }: Args, keywords: ReadonlyMap<string, Value>): boolean {
  const training = keywords.get('training');
  return training?.kind === 'bool' && training.value && typeof rate === 'number' && rate > 0 && rate < 1;
}

/** In Keras 2 the noise meets the input as any operand does. */
function noisyShape(shape: Shape, args: Args, keywords: ReadonlyMap<string, Value>): Shape {
  if (args.noise_shape.kind === 'None' || !drops(args, keywords)) return shape;
  const noise = shapeOf(args.noise_shape);
  if (!noise || !hasRank(noise) || !hasRank(shape)) return unknownShape(reason('the shape of the noise is not known'));
  return broadcastShapes(shape, noise).shape ?? unknownShape(reason('the noise does not fit'));
}

/** While it trains, Keras 2 draws noise of the shape as it is given: a None in it stands for nothing. */
function openNoise(callee: string, args: Args, keywords: ReadonlyMap<string, Value>): MaybeFailure {
  return (
    drops(args, keywords) &&
    (sequenceItems(args.noise_shape)?.some((size) => size.kind === 'None') ?? false) &&
    failure('invalid-argument', `\`noise_shape\` of ${callee} must hold ints only`, {
      parameter: 'noise_shape',
      exception: 'TypeError',
    })
  );
}

export const alphaDropout = defineLayer({
  name: 'AlphaDropout',
  summary: 'Dropout that keeps mean and variance: for networks of SELU units.',
  docs: 'api/layers/regularization_layers/alpha_dropout/',
  openSizes: 'any',
  rule: {
    words: 'The shape of the input.',
    formula: '(…) → (…)',
    example: 'AlphaDropout(0.5)(Input((7, 32)))',
    readFrom: 'layers/regularization/alpha_dropout.py: AlphaDropout.compute_output_shape',
  },
  params: { rate: share, noise_shape: ignored, seed },
  takes: 'structure',
  passesNone: 'in Keras 2 too',
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
      requires: ({ callee, args, keywords }) => [
        noNumber(callee, 'rate', args.rate),
        openNoise(callee, args, keywords),
      ],
      convertsInputs: true,
      output: ({ args, input, keywords }) => noisyShape(input.shape, args, keywords),
      outputDType: inputDType,
    }),
  },
});
