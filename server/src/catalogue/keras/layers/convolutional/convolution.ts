/** Conv1D, 2D and 3D: one kernel for each filter, slid over all spatial axes (Keras' `BaseConv`). */

import { type Dimension, floorDivide, isKnown, isUnknown, unknownDimension } from '../../../../shapes/dimension';
import { reason } from '../../../../shapes/reason';
import { type WindowPadding, windowOutputs } from '../../../../shapes/windows';
import { float, int, NONE } from '../../../../values/value';
import {
  defineLayer,
  type Explanation,
  type InputView,
  type LayerDefinition,
  type LayerQuestion,
  variant,
  type WeightSpec,
  weight,
} from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { dataFormat, describe, integerOf, type Param, padding, spatial, weightSize } from '../../../params';
import { activationWeights } from '../../identifiers';
import { floatsOnly } from '../../keras2';
import { explainWindowLayer, noRoom, stridesAndDilation } from '../../window-notes';
import { weightMethods } from '../core/weight-methods';
import { imageText } from '../page-text';
import { axesOf, builtSpec, noDepth, rankIs, shapeOf, undefinedChannels, windowsOf } from './axes';
import { kernelOptions, ones, type Rank } from './options';

interface Args {
  readonly filters: Dimension;
  readonly kernel_size: readonly Dimension[];
  readonly strides: readonly Dimension[];
  readonly padding: WindowPadding;
  readonly dilation_rate: readonly Dimension[];
  readonly groups: Dimension;
  readonly activation: string | null;
  readonly use_bias: boolean;
  readonly kernel_initializer: string | null;
  readonly bias_initializer: string | null;
}

export function convolution(rank: Rank, summary: string): LayerDefinition {
  const paddings: readonly WindowPadding[] = rank === 1 ? ['valid', 'same', 'causal'] : ['valid', 'same'];
  const shared = {
    kernel_size: spatial(rank),
    strides: spatial(rank, ones(rank), { floats: 'kept' }),
    padding: padding(paddings, 'valid'),
    data_format: dataFormat(),
    dilation_rate: spatial(rank, ones(rank), { floats: 'kept' }),
  };
  return defineLayer({
    name: `Conv${rank}D`,
    aliases: [`Convolution${rank}D`],
    summary,
    docs: `api/layers/convolution_layers/convolution${rank}d/`,
    openSizes: 'any',
    rule: {
      words:
        'A kernel of size k, which dilation d spreads over d·(k − 1) + 1 positions, is put at every s-th position. With `valid` it must fit into the input; with `same` (and `causal`) every s-th position counts. Channels become `filters`.',
      formula: 'valid: n → ⌊(n − d·(k − 1) − 1) / s⌋ + 1; same: n → ⌈n / s⌉',
      example: `Conv${rank}D(8, 3, strides=2)(Input(${imageText(rank)}))`,
      readFrom: 'layers/convolutional/base_conv.py: BaseConv.compute_output_shape',
    },
    members: weightMethods('kernel'),
    params: {
      filters: wholeFilters,
      ...shared,
      groups,
      ...kernelOptions,
      lora_rank: loraRank,
      lora_alpha: { default: NONE, kind: 'kwargs', read: () => ({ value: null }) },
    },
    input: { minRank: rank + 2 },
    builtInput: ({ input }) => builtSpec(input, rank),
    construct: ({ callee, args }) => [
      indivisible(callee, 'filters', args.filters, args.groups),
      stridesAndDilation(callee, args),
    ],
    build: ({ callee, args, input }) => {
      const { channels } = axesOf(input, rank);
      return [
        undefinedChannels(callee, channels, 'TypeError'),
        indivisible(callee, 'input channels', channels, args.groups),
      ];
    },
    requires: ({ callee, args, input }) => [
      rankIs(callee, input.rank, rank + 2),
      noRoom(windowsOf(input, args, rank), 'kernel', axesOf(input, rank).first),
    ],
    output: ({ args, input }) => outputOf(input, args, rank),
    weights: ({ args, input }) => [
      ...weightsOf(input, args, rank, args.lora_rank === null),
      ...loraWeights(input, args, rank, args.lora_rank),
    ],
    explain: (question) => explain(question, rank),
    generations: {
      keras2: variant({
        params: {
          filters: truncatedFilters,
          ...shared,
          strides: spatial(rank, ones(rank)),
          data_format: dataFormat(rank === 1 ? 'channels_last' : null),
          dilation_rate: spatial(rank, ones(rank)),
          groups: looseGroups,
          ...kernelOptions,
        },
        construct: ({ callee, args }) => [
          indivisible(callee, 'filters', args.filters, args.groups),
          stridesAndDilation(callee, args),
        ],
        build: ({ callee, args, input }) => {
          const { channels } = axesOf(input, rank);
          return [
            undefinedChannels(callee, channels, 'ValueError'),
            indivisible(callee, 'input channels', channels, args.groups),
            noDepth(callee, channels),
          ];
        },
        builtInput: () => ({ minRank: rank + 2 }),
        requires: (question) => [
          unevenGroups(question.callee, question, rank),
          noRoom(windowsOf(question.input, question.args, rank), 'kernel', axesOf(question.input, rank).first),
          floatsOnly(question),
        ],
        output: ({ args, input }) => outputOf(input, args, rank),
        weights: ({ args, input }) => [...weightsOf(input, args, rank, true), ...activationWeights(args.activation)],
        explain: (question) => explain(question, rank),
      }),
    },
  });
}

/** Keras compares it with 0 and divides by it; only a kernel made with a float is refused, when built. */
const groups: Param<Dimension> = {
  ...weightSize(1),
  read: (value, context) => {
    const result = weightSize(1).read(value, context);
    if ('failure' in result || !result.later) return result;
    if (value.kind === 'float') return { value: value.value, later: result.later };
    return { failure: { ...result.later, exception: 'TypeError' } };
  },
};

/** Keras 2 takes what is false as 1 (`groups or 1`), and divides by what is negative until the kernel is made. */
const looseGroups: Param<Dimension> = {
  ...groups,
  read: (value, context) => {
    const number = integerOf(value) ?? (value.kind === 'float' ? value.value : undefined);
    if (value.kind === 'None' || number === 0) return { value: 1 };
    const result = groups.read(value, context);
    return 'failure' in result && number !== undefined ? { value: number, later: result.failure } : result;
  },
};

/** A float that is not whole is no multiple of `groups`, which the constructor sees. */
const wholeFilters: Param<Dimension> = {
  ...weightSize(),
  read: (value, context) => {
    const result = weightSize().read(value, context);
    const isFraction = value.kind === 'float' && !Number.isInteger(value.value);
    return isFraction && 'later' in result && result.later ? { failure: result.later } : result;
  },
};

/** Keras 2 cuts a float to an int, which Python refuses for what is no number or has no end. */
export const truncatedFilters: Param<Dimension> = {
  ...weightSize(),
  read: (value, context) => {
    if (value.kind !== 'float') return weightSize().read(value, context);
    if (Number.isFinite(value.value)) return weightSize().read(int(Math.trunc(value.value)), context);
    const { callee, parameter } = context;
    return {
      failure: failure('invalid-argument', `\`${parameter}\` of ${callee} must be an int, not ${describe(value)}`, {
        parameter,
        exception: Number.isNaN(value.value) ? 'ValueError' : 'OverflowError',
      }),
    };
  },
};

/** `lora_rank` reaches the convolution through `**kwargs`. */
const loraRank: Param<Dimension | null> = {
  default: NONE,
  kind: 'kwargs',
  read: (value, { callee, parameter }) => {
    if (value.kind === 'None') return { value: null };
    if (value.kind === 'unknown') return { value: unknownDimension(value.reason) };
    const number = integerOf(value);
    if (number !== undefined && number >= 0) return { value: number === 0 ? null : number };
    return {
      value: unknownDimension(reason('`lora_rank` is no int')),
      later: failure('invalid-argument', `\`${parameter}\` of ${callee} must be an int, not ${describe(value)}`, {
        parameter,
        exception: 'TypeError',
      }),
    };
  },
};

export function indivisible(callee: string, what: string, size: Dimension, groups: Dimension): MaybeFailure {
  if (!isKnown(size) || !isKnown(groups) || size % groups === 0) return null;
  const told = (count: number): number | string => (Number.isFinite(count) ? count : describe(float(count)));
  return failure('groups', `the ${told(size)} ${what} of ${callee} do not divide into ${told(groups)} groups`, {
    parameter: 'groups',
    facts: { channels: size, groups },
  });
}

/**
 * Keras 2 does not look at its input spec again. TensorFlow makes groups of what channels there are,
 * as many as the depth of the kernel goes into them.
 */
function unevenGroups(
  callee: string,
  { args, input, builtOn }: Pick<LayerQuestion<Args>, 'args' | 'input' | 'builtOn'>,
  rank: number,
): MaybeFailure {
  const [first] = builtOn ?? [];
  if (!first) return null;
  const [depth, { channels }] = [groupDepth(axesOf(first, rank).channels, args.groups), axesOf(input, rank)];
  const { filters } = args;
  if (!isKnown(depth) || depth === 0 || !isKnown(channels) || !isKnown(filters)) return null;
  if (channels % depth === 0 && filters % (channels / depth) === 0) return null;
  return failure('incompatible-shapes', `${callee} was built for ${depth} channels, and this input has ${channels}`, {
    inputs: [0],
    facts: { expected: depth, actual: channels },
  });
}

function outputOf(input: InputView, args: Args, rank: number): readonly Dimension[] {
  return shapeOf(axesOf(input, rank), input.channelsFirst, windowOutputs(windowsOf(input, args, rank)), args.filters);
}

function weightsOf(input: InputView, args: Args, rank: number, trainable: boolean): WeightSpec[] {
  const depth = groupDepth(axesOf(input, rank).channels, args.groups);
  const kernel = weight('kernel', [...args.kernel_size, depth, args.filters], {
    trainable,
    initializer: args.kernel_initializer,
  });
  return args.use_bias ? [kernel, weight('bias', [args.filters], { initializer: args.bias_initializer })] : [kernel];
}

function groupDepth(channels: Dimension, groups: Dimension): Dimension {
  return isUnknown(groups) ? groups : floorDivide(channels, groups);
}

/** LoRA freezes the kernel and adds two low ranks beside it, always float32. */
function loraWeights(input: InputView, args: Args, rank: number, loraRank: Dimension | null): WeightSpec[] {
  if (loraRank === null) return [];
  const depth = groupDepth(axesOf(input, rank).channels, args.groups);
  return [
    weight('lora_kernel_a', [...args.kernel_size, depth, loraRank], { dtype: 'float32' }),
    weight('lora_kernel_b', [loraRank, args.filters], { dtype: 'float32' }),
  ];
}

function explain({ args, input, written }: LayerQuestion<Args>, rank: number): Explanation {
  return explainWindowLayer(windowsOf(input, args, rank), 'kernel', written);
}

/** Keras 2 looks at `depth_multiplier` only when it makes the kernel. */
export const lateMultiplier: Param<Dimension> = {
  ...weightSize(1),
  read: (value, context) => {
    if (integerOf(value) === 0) return { value: 0 };
    const result = weightSize(1).read(value, context);
    if (!('failure' in result)) return result;
    return { value: unknownDimension(reason('`depth_multiplier` is no size')), later: result.failure };
  },
};
