import { float, type Value } from '../../../../values/value';
import { type ConstructQuestion, defineLayer, variant } from '../../../define-layer';
import { readNumber } from '../../../numbers';
import { anything } from '../../../params';
import { inputDType, numbersOnly, slopedDType } from '../../keras2';
import { floatx } from './slopes';

type Question = ConstructQuestion<{ readonly negative_slope: Value; readonly alpha: Value }>;

/** `alpha`, the name of Keras 2, is still taken, and goes first. */
function slope({ callee, args, written }: Question) {
  const parameter = written('alpha') ? 'alpha' : 'negative_slope';
  return readNumber(args[parameter], { least: 0 }, { callee, parameter });
}

export const leakyReLU = defineLayer({
  name: 'LeakyReLU',
  summary: 'Rectified linear unit with a small slope for negative values.',
  docs: 'api/layers/activation_layers/leaky_relu/',
  openSizes: 'any',
  rule: {
    words: 'The shape of the input.',
    formula: '(…) → (…)',
    example: 'LeakyReLU()(Input((7, 32)))',
    readFrom: 'layers/activations/leaky_relu.py: LeakyReLU.compute_output_shape',
  },
  params: { negative_slope: anything(float(0.3)), alpha: { ...anything(), kind: 'kwargs' } },
  takes: 'structure',
  construct: (question) => {
    const read = slope(question);
    return ['failure' in read && read.failure];
  },
  output: ({ input }) => input.shape,
  explain: (question) => {
    const read = slope(question);
    return 'value' in read && read.value !== undefined ? { notes: [`x where x ≥ 0, ${read.value}·x below`] } : {};
  },
  generations: {
    keras2: variant({
      params: { alpha: floatx(0.3) },
      takes: 'stacked',
      construct: () => [],
      requires: (question) => [numbersOnly(question)],
      // Without a slope it is a plain ReLU.
      outputDType: (question) => (isZero(question.args.alpha) ? inputDType(question) : slopedDType(question)),
      explain: ({ args: { alpha } }) =>
        alpha.kind === 'float' ? { notes: [`x where x ≥ 0, ${alpha.value}·x below`] } : {},
    }),
  },
});

function isZero(value: Value): boolean {
  return (value.kind === 'float' || value.kind === 'int') && Number(value.value) === 0;
}
