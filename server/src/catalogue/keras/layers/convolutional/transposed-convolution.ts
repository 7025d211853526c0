/** Conv1DTranspose, 2D and 3D: the way back of a convolution (Keras' `BaseConvTranspose`). */

import { type Dimension, isKnown } from '../../../../shapes/dimension';
import { explainTransposed, type TransposedWindows, transposedOutputs } from '../../../../shapes/transposed-windows';
import type { WindowPadding } from '../../../../shapes/windows';
import { NONE } from '../../../../values/value';
import {
  defineLayer,
  type Explanation,
  type InputView,
  type LayerDefinition,
  variant,
  type WeightSpec,
  weight,
} from '../../../define-layer';
import { failure, type MaybeFailure } from '../../../failure';
import { dataFormat, type Param, padding, readTuple, spatial, weightSize } from '../../../params';
import { activationWeights } from '../../identifiers';
import { floatsOnly } from '../../keras2';
import { stridesAndDilation, windowNote } from '../../window-notes';
import { imageText } from '../page-text';
import { axesOf, builtSpec, rankIs, shapeOf, undefinedChannels } from './axes';
import { truncatedFilters } from './convolution';
import { keras2Groups, kernelOptions, ones, type Rank } from './options';

interface Args {
  readonly filters: Dimension;
  readonly kernel_size: readonly Dimension[];
  readonly strides: readonly Dimension[];
  readonly padding: WindowPadding;
  readonly output_padding: readonly Dimension[] | null;
  readonly dilation_rate: readonly Dimension[];
  readonly activation: string | null;
  readonly use_bias: boolean;
  readonly kernel_initializer: string | null;
  readonly bias_initializer: string | null;
}

export function transposedConvolution(rank: Rank, summary: string): LayerDefinition {
  const shared = {
    kernel_size: spatial(rank),
    strides: spatial(rank, ones(rank)),
    padding: padding(['valid', 'same'], 'valid'),
  };
  const keras3Padding = { output_padding: outputPadding(rank) };
  const format = { data_format: dataFormat() };
  const dilation = { dilation_rate: spatial(rank, ones(rank)) };
  return defineLayer({
    name: `Conv${rank}DTranspose`,
    aliases: [`Convolution${rank}DTranspose`],
    summary,
    docs: `api/layers/convolution_layers/convolution${rank}d_transpose/`,
    openSizes: 'any',
    rule: {
      words:
        'The other way round than a convolution: each position of the input writes a kernel’s worth of the output. Channels become `filters`. `output_padding` chooses among the sizes that a convolution would shrink to the same.',
      formula:
        'valid: n → (n − 1)·s + max(d·(k − 1) + 1, s); same: n → n·s; with `output_padding` o: (n − 1)·s + k + o, less 2·⌊k / 2⌋ for same',
      example: `Conv${rank}DTranspose(8, 3, strides=2, padding="same")(Input(${imageText(rank)}))`,
      readFrom: 'layers/convolutional/base_conv_transpose.py: BaseConvTranspose.compute_output_shape',
    },
    params: {
      filters: weightSize(),
      ...shared,
      // Keras 3 has them the other way round in three dimensions.
      ...(rank === 3 ? { ...format, ...keras3Padding } : { ...keras3Padding, ...format }),
      ...dilation,
      ...kernelOptions,
    },
    input: { minRank: rank + 2 },
    builtInput: ({ input }) => builtSpec(input, rank),
    construct: ({ callee, args }) => [tooMuchPadding(callee, args), stridesAndDilation(callee, args)],
    requires: ({ callee, args, input }) => [
      rankIs(callee, input.rank, rank + 2, 'IndexError'),
      negative(callee, input, args, rank),
    ],
    output: ({ args, input }) => outputOf(input, args, rank),
    weights: ({ args, input }) => weightsOf(input, args, rank),
    explain: ({ args, input }) => explain(input, args, rank),
    generations: {
      keras2: variant({
        params: {
          filters: truncatedFilters,
          ...shared,
          // Keras 2 makes it of a Conv1D, so causal passes the constructor.
          padding: padding(rank === 1 ? ['valid', 'same', 'causal'] : ['valid', 'same'], 'valid'),
          ...keras3Padding,
          ...format,
          ...dilation,
          ...kernelOptions,
          ...keras2Groups,
        },
        construct: ({ callee, args }) => [stridesAndDilation(callee, args), tooMuchPadding(callee, args)],
        // TensorFlow compares channels and kernel, but in three dimensions.
        builtInput: ({ input }) => (rank === 3 ? { rank: 5 } : { ...builtSpec(input, rank), rank: rank + 2 }),
        build: ({ callee, input }) => [
          rankIs(callee, input.rank, rank + 2),
          undefinedChannels(callee, axesOf(input, rank).channels, 'ValueError'),
        ],
        requires: (question) => [
          causal(question.callee, question.args.padding),
          floatsOnly(question),
          unevenDilation(question.callee, question.args.dilation_rate, rank),
          negative(question.callee, question.input, undilated(question.args, rank), rank),
        ],
        output: ({ args, input }) => outputOf(input, undilated(args, rank), rank),
        weights: ({ args, input }) => [...weightsOf(input, args, rank), ...activationWeights(args.activation)],
        explain: ({ args, input }) => explain(input, undilated(args, rank), rank),
      }),
    },
  });
}

function outputPadding(rank: number): Param<readonly Dimension[] | null> {
  return {
    default: NONE,
    read: (value, context) => (value.kind === 'None' ? { value: null } : readTuple(value, rank, context, { least: 0 })),
  };
}

function tooMuchPadding(callee: string, { output_padding, strides }: Args): MaybeFailure {
  const axis = (output_padding ?? []).findIndex((size, i) => {
    const stride = strides[i];
    return isKnown(size) && stride !== undefined && isKnown(stride) && size >= stride;
  });
  if (axis < 0) return null;
  const [given, stride] = [output_padding?.[axis] as number, strides[axis] as number];
  return failure(
    'invalid-argument',
    `\`output_padding\` of ${callee} must be less than \`strides\` everywhere, and ${given} is not less than ${stride}`,
    { parameter: 'output_padding' },
  );
}

function causal(callee: string, given: WindowPadding): MaybeFailure {
  return (
    given === 'causal' &&
    failure('invalid-argument', `\`padding\` of ${callee} must be one of 'valid', 'same', not 'causal'`, {
      parameter: 'padding',
      exception: 'AssertionError',
    })
  );
}

/** Keras 2 dilates in two dimensions by one number only. */
function unevenDilation(callee: string, dilation: readonly Dimension[], rank: number): MaybeFailure {
  const [rows, columns] = dilation;
  return (
    rank === 2 &&
    rows !== undefined &&
    columns !== undefined &&
    isKnown(rows) &&
    isKnown(columns) &&
    rows !== columns &&
    failure('invalid-argument', `\`dilation_rate\` of ${callee} must be the same in both directions`, {
      parameter: 'dilation_rate',
      exception: 'AssertionError',
    })
  );
}

/** Keras 2's Conv3DTranspose takes a dilation and makes nothing of it. */
function undilated(args: Args, rank: number): Args {
  return rank === 3 ? { ...args, dilation_rate: args.dilation_rate.map(() => 1) } : args;
}

/** An explicit output padding may leave less than nothing. */
function negative(callee: string, input: InputView, args: Args, rank: number): MaybeFailure {
  const axis = transposedOutputs(windowsOf(input, args, rank)).findIndex((size) => isKnown(size) && size < 0);
  return (
    axis >= 0 &&
    failure('negative-dimension', `${callee} would leave a negative size`, {
      facts: { axis: axesOf(input, rank).first + axis },
    })
  );
}

function windowsOf(input: InputView, args: Args, rank: number): TransposedWindows {
  return {
    sizes: axesOf(input, rank).spatial,
    kernel: args.kernel_size,
    strides: args.strides,
    dilation: args.dilation_rate,
    padding: args.padding === 'same' ? 'same' : 'valid',
    outputPadding: args.output_padding,
  };
}

function outputOf(input: InputView, args: Args, rank: number): readonly Dimension[] {
  const sizes = transposedOutputs(windowsOf(input, args, rank));
  return shapeOf(axesOf(input, rank), input.channelsFirst, sizes, args.filters);
}

/** Filters come before channels in the kernel. */
function weightsOf(input: InputView, args: Args, rank: number): WeightSpec[] {
  const kernel = weight('kernel', [...args.kernel_size, args.filters, axesOf(input, rank).channels], {
    initializer: args.kernel_initializer,
  });
  return args.use_bias ? [kernel, weight('bias', [args.filters], { initializer: args.bias_initializer })] : [kernel];
}

function explain(input: InputView, args: Args, rank: number): Explanation {
  const windows = windowsOf(input, args, rank);
  return {
    formulas: explainTransposed(windows),
    window: windowNote(windows, transposedOutputs(windows), windows.padding),
  };
}
