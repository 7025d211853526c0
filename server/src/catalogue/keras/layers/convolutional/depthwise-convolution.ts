/** DepthwiseConv1D and 2D: kernels that see one channel each (Keras' `BaseDepthwiseConv`). */

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
import { floatsOnly, isSpreadOpen, spreadSizes } from '../../keras2';
import { explainWindowLayer, noRoom, stridesAndDilation } from '../../window-notes';
import { imageText } from '../page-text';
import { axesOf, builtSpec, rankIs, shapeOf, undefinedChannels, windowsOf } from './axes';
import { lateMultiplier } from './convolution';
import { depthwiseOptions, keras2Kernel, ones } from './options';

interface Args {
  readonly kernel_size: readonly Dimension[];
  readonly strides: readonly Dimension[];
  readonly padding: WindowPadding;
  readonly depth_multiplier: Dimension;
  readonly dilation_rate: readonly Dimension[];
  readonly activation: string | null;
  readonly use_bias: boolean;
  readonly depthwise_initializer: string | null;
  readonly bias_initializer: string | null;
}

export function depthwiseConvolution(rank: 1 | 2, summary: string): LayerDefinition {
  const windowParams = {
    kernel_size: spatial(rank),
    strides: spatial(rank, ones(rank), { floats: 'kept' }),
    padding: padding<WindowPadding>(['valid', 'same'], 'valid'),
  };
  const rest = {
    data_format: dataFormat(),
    dilation_rate: spatial(rank, ones(rank), { floats: 'kept' }),
    ...depthwiseOptions,
  };
  return defineLayer({
    name: `DepthwiseConv${rank}D`,
    summary,
    docs: `api/layers/convolution_layers/depthwise_convolution${rank}d/`,
    openSizes: 'any',
    rule: {
      words: 'Spatial sizes as for a convolution; each channel gives `depth_multiplier` of them.',
      formula: `c → c·depth_multiplier; sizes as Conv${rank}D`,
      example: `DepthwiseConv${rank}D(3, depth_multiplier=2)(Input(${imageText(rank)}))`,
      readFrom: 'layers/convolutional/base_depthwise_conv.py: BaseDepthwiseConv.compute_output_shape',
    },
    params: { ...windowParams, depth_multiplier: weightSize(1), ...rest },
    input: { minRank: rank + 2 },
    builtInput: ({ input }) => builtSpec(input, rank),
    build: ({ callee, input }) => [undefinedChannels(callee, axesOf(input, rank).channels, 'TypeError')],
    requires: ({ callee, args, input }) => [
      rankIs(callee, input.rank, rank + 2),
      noRoom(windowsOf(input, args, rank), 'kernel', axesOf(input, rank).first),
    ],
    output: ({ args, input }) => outputOf(input, args, rank),
    weights: ({ args, input }) => weightsOf(input, args, rank, 'kernel'),
    explain: (question) => explain(question, rank),
    generations: {
      keras2: variant({
        params: {
          ...windowParams,
          depth_multiplier: lateMultiplier,
          ...rest,
          dilation_rate: spatial(rank, ones(rank)),
          ...keras2Kernel,
        },
        construct: ({ callee, args }) => [stridesAndDilation(callee, args)],
        build: ({ callee, input }) => [undefinedChannels(callee, axesOf(input, rank).channels, 'ValueError')],
        requires: (question) => [
          rankIs(question.callee, question.input.rank, rank + 2),
          isSpreadOpen(axesOf(question.input, rank).spatial, question.args.dilation_rate)
            ? null
            : noRoom(windowsOf(question.input, question.args, rank), 'kernel', axesOf(question.input, rank).first),
          floatsOnly(question),
        ],
        output: ({ args, input }) =>
          outputOf(
            input,
            args,
            rank,
            spreadSizes(axesOf(input, rank).spatial, args.dilation_rate, sizesOf(input, args, rank)),
          ),
        weights: ({ args, input }) => [
          ...weightsOf(input, args, rank, 'depthwise_kernel'),
          ...activationWeights(args.activation),
        ],
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
  const axes = axesOf(input, rank);
  return shapeOf(axes, input.channelsFirst, sizes, multiply(args.depth_multiplier, axes.channels));
}

function weightsOf(input: InputView, args: Args, rank: number, name: string): WeightSpec[] {
  const { channels } = axesOf(input, rank);
  const kernel = weight(name, [...args.kernel_size, channels, args.depth_multiplier], {
    initializer: args.depthwise_initializer,
  });
  const biases = [multiply(args.depth_multiplier, channels)];
  return args.use_bias ? [kernel, weight('bias', biases, { initializer: args.bias_initializer })] : [kernel];
}

function explain({ args, input, written }: LayerQuestion<Args>, rank: number): Explanation {
  return explainWindowLayer(windowsOf(input, args, rank), 'kernel', written);
}
