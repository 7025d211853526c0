/** What BatchNormalization and Keras 2's SyncBatchNormalization share. */
import { type Dimension, formatDimension } from '../../../../shapes/dimension';
import { formatShape } from '../../../../shapes/shape';
import { float, int, type Value } from '../../../../values/value';
import {
  type Explanation,
  type InputView,
  type LayerQuestion,
  type OwnVariant,
  variant,
  type WeightSpec,
  weight,
} from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { anything, describe, flag, ignored, ignoredDefault, type Param } from '../../../params';
import { initializer } from '../../identifiers';
import { isRun } from '../../running';
import { axesOf, axisOrAxes, scaledShape, scaleLimits, sizesOn, validateAxes } from './axes';

export const batchOptions = {
  center: flag(true),
  scale: flag(true),
  beta_initializer: initializer('zeros'),
  gamma_initializer: initializer('ones'),
  moving_mean_initializer: initializer('zeros'),
  moving_variance_initializer: initializer('ones'),
  ...scaleLimits,
};

export function batchWeights(
  { center, scale, renorm }: { readonly center: boolean; readonly scale: boolean; readonly renorm: boolean },
  shape: readonly Dimension[],
): readonly WeightSpec[] {
  const kept = (name: string) => weight(name, shape, { trainable: false });
  return [
    ...(scale ? [weight('gamma', shape)] : []),
    ...(center ? [weight('beta', shape)] : []),
    kept('moving_mean'),
    kept('moving_variance'),
    ...(renorm ? [kept('moving_stddev'), kept('renorm_mean'), kept('renorm_stddev')] : []),
  ];
}

export function explainBatch(
  axes: readonly number[] | undefined,
  { input, written }: Pick<LayerQuestion<unknown>, 'input' | 'written'>,
): Explanation {
  if (!axes) return {};
  const sizes = sizesOn(axes, input).map(formatDimension).join('·');
  return {
    notes: [
      `each of the ${sizes} values on axis ${axes.join(', ')} of ${formatShape(input.shape)} is normalized over all other axes`,
      'the moving averages are updated while training, and no optimizer trains them',
    ],
    defaults: written('axis')
      ? []
      : [
          {
            parameter: 'axis',
            value: '-1',
            meaning: `\`axis\` is left out, so the last axis (${sizes}) counts as the channels`,
            telling: false,
          },
        ],
  };
}

/** `BatchNormalizationBase` of Keras 2: several axes are taken, and weights over those have the rank of the input. */
export function keras2Batch(options: { readonly synchronized: boolean }): OwnVariant {
  const hidden = <T>(param: Param<T>): Param<T> => ({ ...param, kind: 'kwargs' });
  return variant({
    params: {
      axis: axisOrAxes(int(-1)),
      momentum: ignoredDefault(float(0.99)),
      epsilon: anything(float(0.001)),
      ...batchOptions,
      ...(options.synchronized ? { synchronized: flag(false) } : null),
      renorm: hidden(flag(false)),
      renorm_clipping: hidden(ignored),
      renorm_momentum: hidden(ignored),
      fused: hidden(anything()),
      virtual_batch_size: hidden(ignored),
      adjustment: hidden(ignored),
    },
    construct: ({ args: { fused, renorm } }) => [
      fused.kind === 'bool' &&
        fused.value &&
        renorm &&
        failure('invalid-argument', '`fused=True` and `renorm=True` exclude each other', { parameter: 'fused' }),
    ],
    build: ({ callee, args, input }) => [
      ...validateAxes(callee, args.axis, input),
      fusedAxis(callee, args.axis, input),
    ],
    requires: ({ callee, args: { epsilon } }) => [
      epsilon.kind === 'str' &&
        failure('invalid-argument', `\`epsilon\` of ${callee} must be a number, not ${describe(epsilon)}`, {
          parameter: 'epsilon',
          exception: 'TypeError',
        }),
    ],
    builtInput: ({ args, input }, now) => {
      const held = (axesOf(args.axis)?.axes ?? []).map((axis) => [axis, input.shape.at(axis) as Dimension] as const);
      // One value for all channels broadcasts, but in the kernel for images.
      const spread = !isRun(now) && input.rank !== 4;
      return { rank: input.rank, axes: Object.fromEntries(held.filter(([, size]) => !spread || size !== 1)) };
    },
    // The kernel for images keeps the shape of its input.
    output: ({ args, input, builtOn }) =>
      input.rank === 4 ? input.shape : scaledShape(input, builtOn?.[0], axesOf(args.axis)?.axes ?? []),
    weights: ({ args, input }) => batchWeights(args, weightShape(axesOf(args.axis)?.axes, input)),
    explain: (question) => explainBatch(axesOf(question.args.axis)?.axes, question),
  });
}

function weightShape(axes: readonly number[] | undefined, input: InputView): readonly Dimension[] {
  if (!axes || axes.length === 1) return sizesOn(axes, input);
  const at = axes.map((axis) => (axis < 0 ? axis + input.rank : axis));
  return input.shape.map((size, i) => (at.includes(i) ? size : 1));
}

/** The fused kernel, taken for images where `axis` looks like channels, normalizes no batch axis. */
function fusedAxis(callee: string, given: Value, { rank }: InputView): MaybeFailure {
  const axes = axesOf(given)?.axes;
  return (
    rank === 4 &&
    axes?.length === 1 &&
    axes[0] === -4 &&
    failure('invalid-argument', `${callee} of images takes the axis of the channels, 1 or 3`, { parameter: 'axis' })
  );
}
