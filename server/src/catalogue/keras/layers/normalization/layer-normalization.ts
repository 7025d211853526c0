import { type Dimension, formatDimension, isDynamic, product, surelyDiffer } from '../../../../shapes/dimension';
import { formatShape } from '../../../../shapes/shape';
import { float, int, type Value } from '../../../../values/value';
import {
  defineLayer,
  type Explanation,
  type InputView,
  type LayerQuestion,
  variant,
  weight,
} from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { comparable } from '../../../numbers';
import { anything, describe, flag } from '../../../params';
import {
  axesOf,
  axisOrAxes,
  missingAxis,
  noIndex,
  scaledShape,
  scaleLimits,
  scaleOptions,
  sizesOn,
  validateAxes,
} from './axes';

const options = {
  axis: axisOrAxes(int(-1)),
  epsilon: anything(float(0.001)),
  center: flag(true),
  scale: flag(true),
  ...scaleOptions,
  ...scaleLimits,
};

type Question = LayerQuestion<{ readonly axis: Value; readonly center: boolean; readonly scale: boolean }>;

/** In ascending order, as Keras 3 sorts them. */
const sorted = (given: Value) => axesOf(given)?.axes.toSorted((a, b) => a - b);

export const layerNormalization = defineLayer({
  name: 'LayerNormalization',
  summary: 'Brings each sample to mean 0 and standard deviation 1 over some of its axes.',
  docs: 'api/layers/normalization_layers/layer_normalization/',
  openSizes: 'any',
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
      requires: (question) => [otherSizes(question)],
      output: ({ args, input, builtOn }) =>
        args.scale || args.center ? scaledShape(input, builtOn?.[0], axesOf(args.axis)?.axes ?? []) : input.shape,
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

/**
 * Keras 2 counts the axes when it builds, and checks no input behind the first: scale and shift then
 * must meet it. Those of the last axis broadcast, others are reshaped.
 */
function otherSizes({ callee, args, input, builtOn }: Question): MaybeFailure {
  const [before] = builtOn ?? [];
  const axes = before && axesOf(args.axis)?.axes.map((axis) => (axis < 0 ? axis + before.rank : axis));
  if (!before || !axes) return null;
  const missing = axes.find((axis) => axis >= input.rank);
  if (missing !== undefined) {
    return failure(
      'axis-out-of-range',
      `${callee} was built to normalize axis ${missing}, and this input has ${input.rank}`,
      {
        exception: 'IndexError',
        inputs: [0],
        facts: { axis: missing, rank: input.rank },
      },
    );
  }
  if (!args.scale && !args.center) return null;
  const sizes = (of: InputView) => axes.map((axis) => of.shape[axis] as Dimension);
  const [made, given] = [sizes(before), sizes(input)];
  const last = axes.length === 1 && axes[0] === input.rank - 1;
  const fits = last
    ? made[0] === 1 || !surelyDiffer(made[0] as Dimension, given[0] as Dimension)
    : !given.some(isDynamic) && !surelyDiffer(product(made), product(given));
  if (fits) return null;
  return failure(
    'incompatible-shapes',
    `${callee} was built for ${formatShape(made)} on axis ${axes.join(', ')}, and this input has ${formatShape(given)} there`,
    { inputs: [0] },
  );
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
