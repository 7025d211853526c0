import { formatDimension } from '../../../../shapes/dimension';
import { formatShape } from '../../../../shapes/shape';
import { float, int, type Value } from '../../../../values/value';
import { defineLayer, type Explanation, type LayerQuestion, variant, weight } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { comparable } from '../../../numbers';
import { anything, describe, flag } from '../../../params';
import { axesOf, axisOrAxes, missingAxis, noIndex, scaleLimits, scaleOptions, sizesOn, validateAxes } from './axes';

const options = {
  axis: axisOrAxes(int(-1)),
  epsilon: anything(float(0.001)),
  center: flag(true),
  scale: flag(true),
  ...scaleOptions,
  ...scaleLimits,
};

/** In ascending order, as Keras 3 sorts them. */
const sorted = (given: Value) => axesOf(given)?.axes.toSorted((a, b) => a - b);

export const layerNormalization = defineLayer({
  name: 'LayerNormalization',
  summary: 'Brings each sample to mean 0 and standard deviation 1 over some of its axes.',
  docs: 'api/layers/normalization_layers/layer_normalization/',
  rule: {
    words: 'The shape of the input; scale and shift have the sizes of `axis`.',
    formula: '(…) → (…)',
    example: 'LayerNormalization()(Input((7, 32)))',
    readFrom: 'layers/normalization/layer_normalization.py: LayerNormalization.compute_output_shape',
  },
  params: { ...options, rms_scaling: { ...flag(false), kind: 'kwargs' } },
  build: ({ callee, args, input }) => [
    noIndex(callee, args.axis),
    missingAxis(callee, axesOf(args.axis)?.axes, input, 'IndexError'),
  ],
  requires: ({ callee, args, input }) => [missingAxis(callee, axesOf(args.axis)?.axes, input, 'ValueError')],
  output: ({ input }) => input.shape,
  weights: ({ args, input }) => [
    ...(args.scale || args.rms_scaling ? [weight('gamma', sizesOn(sorted(args.axis), input))] : []),
    ...(args.center && !args.rms_scaling ? [weight('beta', sizesOn(sorted(args.axis), input))] : []),
  ],
  explain: (question) => explainLayer(question.args.axis, question),
  generations: {
    keras2: variant({
      params: options,
      build: ({ callee, args, input }) => [...validateAxes(callee, args.axis, input), noNumber(callee, args.epsilon)],
      requires: () => [],
      weights: ({ args, input }) => [
        ...(args.scale ? [weight('gamma', sizesOn(axesOf(args.axis)?.axes, input))] : []),
        ...(args.center ? [weight('beta', sizesOn(axesOf(args.axis)?.axes, input))] : []),
      ],
    }),
  },
});

function explainLayer(given: Value, { input, written }: LayerQuestion<unknown>): Explanation {
  const axes = axesOf(given)?.axes;
  if (!axes) return {};
  const sizes = sizesOn(axes, input).map(formatDimension).join('·');
  return {
    notes: [`normalizes over axis ${axes.join(', ')} of ${formatShape(input.shape)}: ${sizes} values at a time`],
    defaults: written('axis')
      ? []
      : [{ parameter: 'axis', value: '-1', meaning: '`axis` is left out, so it is the last one', telling: false }],
  };
}

/** Keras 2 compares it to tell whether the fused kernel will do. */
function noNumber(callee: string, epsilon: Value): MaybeFailure {
  return (
    comparable(epsilon) === 'no number' &&
    failure('invalid-argument', `\`epsilon\` of ${callee} must be a number, not ${describe(epsilon)}`, {
      parameter: 'epsilon',
      exception: 'TypeError',
    })
  );
}
