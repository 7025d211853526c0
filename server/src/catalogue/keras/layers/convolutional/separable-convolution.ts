/** SeparableConv1D and 2D: each channel by itself, then all of them mixed (Keras' `BaseSeparableConv`). */

import { type Dimension, multiply } from '../../../../shapes/dimension';
import { type WindowPadding, windowOutputs } from '../../../../shapes/windows';
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
import { dataFormat, padding, spatial, weightSize } from '../../../params';
import { activationWeights } from '../../identifiers';
import { floatsOnly, spreadSizes } from '../../keras2';
import { explainWindowLayer, noRoom, stridesAndDilation } from '../../window-notes';
import { imageText } from '../page-text';
import { axesOf, builtSpec, noDepth, rankIs, shapeOf, undefinedChannels, windowsOf } from './axes';
import { lateMultiplier, truncatedFilters } from './convolution';
import { keras2Kernel, ones, separableOptions } from './options';

interface Args {
  readonly filters: Dimension;
  readonly kernel_size: readonly Dimension[];
  readonly strides: readonly Dimension[];
  readonly padding: WindowPadding;
  readonly dilation_rate: readonly Dimension[];
  readonly depth_multiplier: Dimension;
  readonly activation: string | null;
  readonly use_bias: boolean;
  readonly depthwise_initializer: string | null;
  readonly pointwise_initializer: string | null;
  readonly bias_initializer: string | null;
}

export function separableConvolution(rank: 1 | 2, summary: string): LayerDefinition {
  const shared = {
    kernel_size: spatial(rank),
    strides: spatial(rank, ones(rank), { floats: 'kept' }),
    padding: padding<WindowPadding>(['valid', 'same'], 'valid'),
    data_format: dataFormat(),
    dilation_rate: spatial(rank, ones(rank), { floats: 'kept' }),
  };
  return defineLayer({
    name: `SeparableConv${rank}D`,
    aliases: [`SeparableConvolution${rank}D`],
    summary,
    docs: `api/layers/convolution_layers/separable_convolution${rank}d/`,
    openSizes: 'any',
    rule: {
      words: 'Spatial sizes as for a convolution; channels become `filters`.',
      formula: `sizes and channels as Conv${rank}D`,
      example: `SeparableConv${rank}D(8, 3)(Input(${imageText(rank)}))`,
      readFrom: 'layers/convolutional/base_separable_conv.py: BaseSeparableConv.compute_output_shape',
    },
    params: { filters: weightSize(), ...shared, depth_multiplier: weightSize(1), ...separableOptions },
    input: { minRank: rank + 2 },
    builtInput: ({ input }) => builtSpec(input, rank),
    build: ({ callee, input }) => [undefinedChannels(callee, axesOf(input, rank).channels, 'TypeError')],
    requires: ({ callee, args, input }) => [
      rankIs(callee, input.rank, rank + 2),
      noRoom(windowsOf(input, args, rank), 'kernel', axesOf(input, rank).first),
    ],
    output: ({ args, input }) => outputOf(input, args, rank),
    weights: ({ args, input }) => weightsOf(input, args, rank),
    explain: (question) => explain(question, rank),
    generations: {
      keras2: variant({
        params: {
          filters: truncatedFilters,
          ...shared,
          padding: padding<WindowPadding>(rank === 1 ? ['valid', 'same', 'causal'] : ['valid', 'same'], 'valid'),
          dilation_rate: spatial(rank, ones(rank)),
          depth_multiplier: lateMultiplier,
          ...separableOptions,
          ...keras2Kernel,
        },
        construct: ({ callee, args }) => [stridesAndDilation(callee, args)],
        build: ({ callee, input }) => [undefinedChannels(callee, axesOf(input, rank).channels, 'ValueError')],
        requires: (question) => [
          rankIs(question.callee, question.input.rank, rank + 2),
          noDepth(question.callee, multiply(question.args.depth_multiplier, axesOf(question.input, rank).channels)),
          noRoom(windowsOf(question.input, question.args, rank), 'kernel', axesOf(question.input, rank).first),
          floatsOnly(question),
        ],
        output: ({ args, input }) =>
          outputOf(
            input,
            args,
            rank,
            spreadSizes(axesOf(input, rank).spatial, args.dilation_rate, sizesOf(input, args, rank)),
          ),
        weights: ({ args, input }) => [...weightsOf(input, args, rank), ...activationWeights(args.activation)],
        explain: (question) => explain(question, rank),
      }),
    },
  });
}

function sizesOf(input: InputView, args: Args, rank: number): readonly Dimension[] {
  return windowOutputs(windowsOf(input, args, rank));
}

function outputOf(
  input: InputView,
  args: Args,
  rank: number,
  sizes: readonly Dimension[] = sizesOf(input, args, rank),
): readonly Dimension[] {
  return shapeOf(axesOf(input, rank), input.channelsFirst, sizes, args.filters);
}

function weightsOf(input: InputView, args: Args, rank: number): WeightSpec[] {
  const { channels } = axesOf(input, rank);
  const kernels = [
    weight('depthwise_kernel', [...args.kernel_size, channels, args.depth_multiplier], {
      initializer: args.depthwise_initializer,
    }),
    weight(
      'pointwise_kernel',
      [...args.kernel_size.map(() => 1), multiply(args.depth_multiplier, channels), args.filters],
      { initializer: args.pointwise_initializer },
    ),
  ];
  return args.use_bias ? [...kernels, weight('bias', [args.filters], { initializer: args.bias_initializer })] : kernels;
}

function explain({ args, input, written }: LayerQuestion<Args>, rank: number): Explanation {
  return explainWindowLayer(windowsOf(input, args, rank), 'kernel', written);
}
