/** Convolutions and pooling (`K.conv2d`, `K.pool2d`). */
import { type Dimension, formatDimension, isDynamic, isKnown, multiply, surelyDiffer } from '../../../shapes/dimension';
import { refuse } from '../../../shapes/problem';
import { explainWindows, type WindowPadding, windowOutput } from '../../../shapes/windows';
import { int, type Value } from '../../../values/value';
import { type OpDefinition, tensorOf } from '../../ops/define-op';
import type { Operand } from '../../ops/operand';
import { shape, sizes } from '../../ops/params';
import { choice, dataFormat, intTuple } from '../../params';
import { sharedType, tensorflowOp } from '../../tensorflow/ops/define';

import { any, checkRank, type Format, type Sizes } from './shared';

const paddings = (more: readonly 'causal'[] = []) => choice(['valid', 'same', ...more], 'valid');

interface Sliding {
  readonly kernel: Sizes;
  readonly strides: Sizes;
  readonly dilation: Sizes;
  readonly padding: WindowPadding;
}

function slid(spatial: Sizes, { kernel, strides, dilation, padding: kind }: Sliding): Sizes {
  const at = (numbers: Sizes, i: number) => (numbers.length === 1 ? numbers[0] : numbers[i]) as Dimension;
  return spatial.map((side, i) => {
    const window = at(kernel, i);
    // A causal convolution pads by what the kernel reaches back.
    const out = windowOutput(side, window, at(strides, i), kind, at(dilation, i));
    if (isKnown(side) && isKnown(out) && out < 0) {
      refuse(
        'negative-dimension',
        `the window of ${formatDimension(window)} is larger than ${side} on spatial axis ${i}`,
        {
          facts: { axis: i, size: side, kernel: window },
        },
      );
    }
    return isDynamic(side) ? side : out;
  });
}

function imageOf(x: Operand, rank: number, format: Format, callee: string) {
  checkRank(x, rank + 2, callee);
  const [batch, ...rest] = x.shape as [Dimension, ...Dimension[]];
  return format === 'channels_first'
    ? { batch, channels: rest[0] as Dimension, spatial: rest.slice(1) }
    : { batch, channels: rest.at(-1) as Dimension, spatial: rest.slice(0, -1) };
}

function assembled(batch: Dimension, spatial: Sizes, channels: Dimension, format: Format): Sizes {
  return format === 'channels_first' ? [batch, channels, ...spatial] : [batch, ...spatial, channels];
}

function checkChannels(given: Dimension, wanted: Dimension, groups: boolean): void {
  if (!surelyDiffer(given, wanted) || (groups && isKnown(given) && isKnown(wanted) && given % wanted === 0)) return;
  refuse(
    'incompatible-shapes',
    `the kernel takes ${formatDimension(wanted)} channels, and the input has ${formatDimension(given)}`,
    {
      parameter: 'kernel',
      facts: { expected: wanted, actual: given },
    },
  );
}

const ones = (rank: number): Value => (rank === 1 ? int(1) : intTuple(...Array.from({ length: rank }, () => 1)));

function convolution(rank: number): OpDefinition {
  return tensorflowOp({
    name: `conv${rank}d`,
    nameless: true,
    summary: 'Slides kernels over an image, a sequence or a volume.',
    params: {
      x: any(),
      kernel: any(),
      strides: sizes(ones(rank)),
      padding: paddings(rank === 1 ? ['causal'] : []),
      data_format: dataFormat(),
      dilation_rate: sizes(ones(rank)),
    },
    output: ({ args, callee }) => {
      const { x, kernel, strides, padding: kind, data_format: format, dilation_rate: dilation } = args;
      const image = imageOf(x, rank, format, callee);
      checkRank(kernel, rank + 2, 'the kernel');
      checkChannels(image.channels, kernel.shape.at(-2) as Dimension, true);
      const spatial = slid(image.spatial, { kernel: kernel.shape.slice(0, -2), strides, dilation, padding: kind });
      return tensorOf(
        assembled(image.batch, spatial, kernel.shape.at(-1) as Dimension, format),
        sharedType([x, kernel], callee),
      );
    },
    explain: ({ args: { x, kernel, strides, padding: kind, data_format: format, dilation_rate: dilation }, callee }) =>
      explainWindows({
        sizes: imageOf(x, rank, format, callee).spatial,
        kernel: kernel.shape.slice(0, -2),
        strides: spread(strides, rank),
        dilation: spread(dilation, rank),
        padding: kind,
      }),
  });
}

function spread(numbers: Sizes, rank: number): Sizes {
  return Array.from({ length: rank }, (_, i) => (numbers.length === 1 ? numbers[0] : numbers[i]) as Dimension);
}

const windowed = {
  strides: sizes(ones(2)),
  padding: paddings(),
  data_format: dataFormat(),
  dilation_rate: sizes(ones(2)),
};

const depthwise = tensorflowOp({
  name: 'depthwise_conv2d',
  nameless: true,
  summary: 'Slides kernels of their own over each channel.',
  params: { x: any(), depthwise_kernel: any(), ...windowed },
  output: ({ args, callee }) => {
    const { x, depthwise_kernel: kernel, strides, padding: kind, data_format: format, dilation_rate: dilation } = args;
    const image = imageOf(x, 2, format, callee);
    checkRank(kernel, 4, 'the kernel');
    checkChannels(image.channels, kernel.shape.at(-2) as Dimension, false);
    const spatial = slid(image.spatial, { kernel: kernel.shape.slice(0, -2), strides, dilation, padding: kind });
    const channels = multiply(kernel.shape.at(-2) as Dimension, kernel.shape.at(-1) as Dimension);
    return tensorOf(assembled(image.batch, spatial, channels, format), x.dtype);
  },
});

const separable = tensorflowOp({
  name: 'separable_conv2d',
  nameless: true,
  summary: 'A depthwise convolution, and one across channels behind it.',
  params: { x: any(), depthwise_kernel: any(), pointwise_kernel: any(), ...windowed },
  output: ({ args, callee }) => {
    const { x, depthwise_kernel: kernel, pointwise_kernel: point, strides, padding: kind, data_format: format } = args;
    const image = imageOf(x, 2, format, callee);
    checkRank(kernel, 4, 'the kernel');
    checkChannels(image.channels, kernel.shape.at(-2) as Dimension, false);
    const middle = multiply(kernel.shape.at(-2) as Dimension, kernel.shape.at(-1) as Dimension);
    checkChannels(middle, point.shape.at(-2) as Dimension, false);
    const by = { kernel: kernel.shape.slice(0, -2), strides, dilation: args.dilation_rate, padding: kind };
    return tensorOf(assembled(image.batch, slid(image.spatial, by), point.shape.at(-1) as Dimension, format), x.dtype);
  },
});

const transposed = tensorflowOp({
  name: 'conv2d_transpose',
  nameless: true,
  summary: 'A convolution backwards, to a given shape.',
  params: { x: any(), kernel: any(), output_shape: shape(), ...windowed },
  output: ({ args: { x, kernel, output_shape: wanted, data_format: format }, callee }) => {
    const image = imageOf(x, 2, format, callee);
    checkRank(kernel, 4, 'the kernel');
    checkChannels(image.channels, kernel.shape.at(-1) as Dimension, false);
    return tensorOf(wanted, x.dtype);
  },
});

function pool(rank: number): OpDefinition {
  return tensorflowOp({
    name: `pool${rank}d`,
    nameless: true,
    summary: 'Largest elements, or means, of windows.',
    params: {
      x: any(),
      pool_size: sizes(),
      strides: sizes(ones(rank)),
      padding: paddings(),
      data_format: dataFormat(),
      pool_mode: choice(['max', 'avg'], 'max'),
    },
    output: ({ args: { x, pool_size: kernel, strides, padding: kind, data_format: format }, callee }) => {
      if (kernel.length !== rank || strides.length !== rank) {
        refuse('invalid-argument', `${callee} takes ${rank} numbers for window and strides`, {
          parameter: 'pool_size',
        });
      }
      const image = imageOf(x, rank, format, callee);
      const spatial = slid(image.spatial, { kernel, strides, dilation: [1], padding: kind });
      return tensorOf(assembled(image.batch, spatial, image.channels, format), x.dtype);
    },
  });
}

export const backendWindows: readonly OpDefinition[] = [
  convolution(1),
  convolution(2),
  convolution(3),
  depthwise,
  separable,
  transposed,
  pool(2),
  pool(3),
];
