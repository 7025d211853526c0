import { type Dimension, formatDimension, isDynamic, isKnown } from '../../../../shapes/dimension';
import { formatShape } from '../../../../shapes/shape';
import { float, int, type Value } from '../../../../values/value';
import { defineLayer, type LayerQuestion, variant, weight } from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { strictInteger } from '../../../numbers';
import { anything, describe, flag, integerOf, type Param } from '../../../params';
import { floatsOnly } from '../../keras2';
import { isRun } from '../../running';
import { axesOf, missingAxis, noIndex, scaleLimits, scaleOptions, sizesOn, validateAxes } from './axes';

type Question = LayerQuestion<{
  readonly groups: Value;
  readonly axis: Value;
  readonly center: boolean;
  readonly scale: boolean;
}>;

/** A positive int, or -1 for as many groups as there are channels. */
const groups: Param<Value> = {
  default: int(32),
  read: (value, { callee, parameter }) => {
    const count = strictInteger(value);
    if (count === undefined || (count !== 'no int' && (count > 0 || count === -1))) return { value };
    return {
      failure: failure(
        'invalid-argument',
        `\`${parameter}\` of ${callee} must be a positive int, or -1 for as many as there are channels, not ${describe(value)}`,
        { parameter },
      ),
    };
  },
};

/** What every layer takes that normalizes over groups of channels, `InstanceNormalization` of TensorFlow Addons too. */
export const groupOptions = {
  axis: anything(int(-1)),
  epsilon: anything(float(0.001)),
  center: flag(true),
  scale: flag(true),
  ...scaleOptions,
  ...scaleLimits,
};

const channels = ({ args, input }: Question): Dimension => sizesOn(axesOf(args.axis)?.axes, input)[0] as Dimension;

function divides(question: Question): MaybeFailure {
  const { callee, args, input } = question;
  const size = channels(question);
  if (isDynamic(size)) {
    return failure(
      'undefined-weight-shape',
      `${callee} divides axis ${describe(args.axis)} of ${formatShape(input.shape)} into groups, and its size is None`,
      { inputs: [0] },
    );
  }
  const given = integerOf(args.groups);
  if (given === undefined || !isKnown(size)) return null;
  const count = given === -1 ? size : given;
  if (size >= count && size % count === 0) return null;
  const why = size < count ? 'there are fewer channels than groups' : `${size} / ${count} is no whole number`;
  return failure('groups', `${callee} divides ${size} channels into ${count} groups, and ${why}`, {
    parameter: 'groups',
    inputs: [0],
    facts: { channels: size, groups: count },
  });
}

export const groupNormalization = defineLayer({
  name: 'GroupNormalization',
  summary: 'Normalizes each sample over groups of its channels.',
  docs: 'api/layers/normalization_layers/group_normalization/',
  rule: {
    words: 'The shape of the input; `groups` must divide the size of `axis`.',
    formula: '(…) → (…)',
    example: 'GroupNormalization(groups=4)(Input((28, 28, 8)))',
    readFrom: 'layers/normalization/group_normalization.py: GroupNormalization.compute_output_shape',
  },
  params: { groups, ...groupOptions },
  build: (question) => [
    severalAxes(question),
    missingAxis(question.callee, axesOf(question.args.axis)?.axes, question.input, 'IndexError'),
    divides(question),
  ],
  requires: ({ callee, args, input }) => [missingAxis(callee, axesOf(args.axis)?.axes, input, 'ValueError')],
  builtInput: (question, now) => {
    const axis = axesOf(question.args.axis)?.axes[0];
    const axes = axis === undefined ? {} : { [axis]: channels(question) };
    // In a graph, Keras 2 looks at no rank once the layer is built.
    return question.generation !== 'keras3' && !isRun(now) ? { axes } : { rank: question.input.rank, axes };
  },
  output: ({ input }) => input.shape,
  weights: (question) => [
    ...(question.args.scale ? [weight('gamma', [channels(question)])] : []),
    ...(question.args.center ? [weight('beta', [channels(question)])] : []),
  ],
  explain: (question) => {
    const size = channels(question);
    const given = integerOf(question.args.groups);
    if (given === undefined) return {};
    const count = given === -1 ? size : given;
    const each = isKnown(size) && isKnown(count) ? String(size / count) : '?';
    return {
      formulas: [`${formatDimension(size)} channels / ${formatDimension(count)} groups = ${each} channels a group`],
      defaults: question.written('groups')
        ? []
        : [{ parameter: 'groups', value: '32', meaning: '`groups` is left out, so there are 32', telling: false }],
    };
  },
  generations: {
    keras2: variant({
      params: { groups: anything(int(32)), ...groupOptions },
      build: (question) => [
        ...validateAxes(question.callee, question.args.axis, question.input),
        severalAxes(question),
        noCount(question),
        divides(question),
      ],
      requires: ({ callee, args, input, dtype }) => [
        floatsOnly({ callee, input, dtype }),
        (args.epsilon.kind === 'None' || args.epsilon.kind === 'str') &&
          failure('invalid-argument', `\`epsilon\` of ${callee} must be a number, not ${describe(args.epsilon)}`, {
            parameter: 'epsilon',
            exception: args.epsilon.kind === 'None' ? 'ValueError' : 'TypeError',
          }),
        args.groups.kind === 'float' &&
          failure('invalid-argument', `\`groups\` of ${callee} must be an int, not ${describe(args.groups)}`, {
            parameter: 'groups',
            exception: 'TypeError',
          }),
      ],
    }),
  },
});

function severalAxes({ callee, args }: Question): MaybeFailure {
  const failed = noIndex(callee, args.axis);
  if (failed) return failed;
  return (
    axesOf(args.axis)?.several &&
    failure('invalid-argument', `\`axis\` of ${callee} must be one int, not ${describe(args.axis)}`, {
      parameter: 'axis',
      exception: 'TypeError',
    })
  );
}

/** Keras 2 compares the groups with the channels when it builds, whatever they are. */
function noCount({ callee, args }: Question): MaybeFailure {
  return (
    strictInteger(args.groups) === 'no int' &&
    args.groups.kind !== 'float' &&
    failure('invalid-argument', `\`groups\` of ${callee} must be an int, not ${describe(args.groups)}`, {
      parameter: 'groups',
      exception: 'TypeError',
    })
  );
}
