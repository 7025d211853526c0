/** `tf.nn`: convolutions, pools, and what goes with them. */
import { axisOf } from '../../../shapes/axes';
import {
  type Dimension,
  formatDimension,
  isDynamic,
  isKnown,
  multiply,
  surelyDiffer,
  unknownDimension,
} from '../../../shapes/dimension';
import { mergedShape } from '../../../shapes/inference';
import { refuse } from '../../../shapes/problem';
import { broadcast } from '../../../shapes/products';
import { formatShape, hasRank } from '../../../shapes/shape';
import { explainWindows, type WindowPadding, windowOutput } from '../../../shapes/windows';
import { int, NONE, str } from '../../../values/value';
import { type OpDefinition, tensorOf } from '../../ops/define-op';
import { other } from '../../ops/elementwise/unary';
import { NotKnown, type Operand } from '../../ops/operand';
import { integer, type OpParam, size, tensorOrNumber } from '../../ops/params';
import { describe, orNone, sequenceItems } from '../../params';
import { sharedType, tensorflowOp } from './define';
import { tensorflowShape } from './shaping';

type Sizes = readonly Dimension[];
const any = () => tensorOrNumber({ lists: true });

/** A number for each spatial axis: one for all, one for each, or one for each axis of the tensor. */
function spatialNumbers(defaultSize: number | null): OpParam<Sizes> {
  return {
    default: defaultSize === null ? null : int(defaultSize),
    read: (value, context) => {
      if (value.kind === 'None') return { value: [1] };
      if (value.kind === 'unknown') return { value: [unknownDimension(value.reason)] };
      const found = (sequenceItems(value) ?? [value]).map((item) => {
        const read = size().read(item, context);
        return 'value' in read ? read.value : 1;
      });
      return { value: found };
    },
  };
}

function spread(numbers: Sizes, rank: number, channelsFirst: boolean, parameter: string): Sizes {
  const [only] = numbers;
  if (numbers.length === 1 && only !== undefined) return Array.from({ length: rank }, () => only);
  if (numbers.length === rank) return numbers;
  if (numbers.length === rank + 2) return channelsFirst ? numbers.slice(2) : numbers.slice(1, -1);
  return refuse('invalid-argument', `\`${parameter}\` has ${numbers.length} numbers for ${rank} spatial axes`, {
    parameter,
  });
}

/** `'SAME'` or `'VALID'`; a list pads explicitly. */
const paddingParam: OpParam<WindowPadding> = {
  default: null,
  possible: ['same', 'valid'],
  read: (value, { parameter, callee }) => {
    if (value.kind === 'list' || value.kind === 'tuple')
      throw new NotKnown({ text: 'explicit paddings are not followed' });
    const text = value.kind === 'str' ? value.value.toUpperCase() : null;
    if (text === 'SAME') return { value: 'same' };
    if (text === 'VALID') return { value: 'valid' };
    return refuse(
      'invalid-argument',
      `\`${parameter}\` of ${callee} must be 'SAME' or 'VALID', not ${describe(value)}`,
      { parameter },
    );
  },
};

function formatParam(defaultFormat: string | null): OpParam<boolean> {
  return {
    default: defaultFormat === null ? NONE : str(defaultFormat),
    possible: [false, true],
    read: (value) => ({ value: value.kind === 'str' && value.value.startsWith('NC') }),
  };
}

interface Image {
  readonly batch: Dimension;
  readonly spatial: Sizes;
  readonly channels: Dimension;
}

function imageOf(x: Operand, rank: number, channelsFirst: boolean, callee: string): Image {
  if (x.rank !== rank + 2) {
    refuse('wrong-rank', `${callee} takes ${rank + 2} dimensions, and ${formatShape(x.shape)} has ${x.rank}`, {
      facts: { expected: rank + 2, actual: x.rank },
    });
  }
  const [batch, ...rest] = x.shape as [Dimension, ...Dimension[]];
  return channelsFirst
    ? { batch, channels: rest[0] as Dimension, spatial: rest.slice(1) }
    : { batch, channels: rest.at(-1) as Dimension, spatial: rest.slice(0, -1) };
}

function assembled({ batch, spatial, channels }: Image, channelsFirst: boolean): Sizes {
  return channelsFirst ? [batch, channels, ...spatial] : [batch, ...spatial, channels];
}

function slid(spatial: Sizes, kernel: Sizes, strides: Sizes, dilation: Sizes, padding: WindowPadding): Sizes {
  return spatial.map((side, axis) => {
    const window = kernel[axis] as Dimension;
    const out = windowOutput(side, window, strides[axis] as Dimension, padding, dilation[axis] as Dimension);
    if (isKnown(side) && isKnown(out) && out < 0) {
      refuse(
        'negative-dimension',
        `the window of ${formatDimension(window)} is larger than ${side} on spatial axis ${axis}`,
        {
          facts: { axis, size: side, kernel: window },
        },
      );
    }
    return isDynamic(side) ? side : out;
  });
}

function checkChannels(image: Image, wanted: Dimension, groups: boolean): void {
  const { channels } = image;
  if (!surelyDiffer(channels, wanted)) return;
  if (groups && isKnown(channels) && isKnown(wanted) && channels % wanted === 0) return;
  refuse(
    'incompatible-shapes',
    `the kernel takes ${formatDimension(wanted)} channels, and the input has ${formatDimension(channels)}`,
    {
      parameter: 'filters',
      facts: { expected: wanted, actual: channels },
    },
  );
}

function checkKernel(kernel: Operand, rank: number): void {
  if (kernel.rank === rank + 2) return;
  refuse(
    'wrong-rank',
    `the kernel must have ${rank + 2} dimensions, and ${formatShape(kernel.shape)} has ${kernel.rank}`,
    {
      parameter: 'filters',
    },
  );
}

function convolution(rank: number): OpDefinition {
  const one = rank === 1;
  return tensorflowOp({
    name: `nn.conv${rank}d`,
    summary: 'Slides kernels over an image, a sequence or a volume.',
    params: {
      input: any(),
      filters: any(),
      [one ? 'stride' : 'strides']: spatialNumbers(null),
      padding: paddingParam,
      data_format: formatParam(one ? 'NWC' : rank === 2 ? 'NHWC' : 'NDHWC'),
      dilations: spatialNumbers(1),
    } as unknown as {
      readonly input: OpParam<Operand>;
      readonly filters: OpParam<Operand>;
      readonly strides: OpParam<Sizes>;
      readonly stride: OpParam<Sizes>;
      readonly padding: OpParam<WindowPadding>;
      readonly data_format: OpParam<boolean>;
      readonly dilations: OpParam<Sizes>;
    },
    output: ({ args, callee }) => {
      const first = args.data_format;
      const image = imageOf(args.input, rank, first, callee);
      checkKernel(args.filters, rank);
      const { shape: kernel } = args.filters;
      checkChannels(image, kernel.at(-2) as Dimension, true);
      const strides = spread(one ? args.stride : args.strides, rank, first, one ? 'stride' : 'strides');
      const spatial = slid(
        image.spatial,
        kernel.slice(0, -2),
        strides,
        spread(args.dilations, rank, first, 'dilations'),
        args.padding,
      );
      return tensorOf(
        assembled({ ...image, spatial, channels: kernel.at(-1) as Dimension }, first),
        sharedType([args.input, args.filters], callee),
      );
    },
    explain: ({ args, callee }) => {
      const image = imageOf(args.input, rank, args.data_format, callee);
      return explainWindows({
        sizes: image.spatial,
        kernel: args.filters.shape.slice(0, -2),
        strides: spread(one ? args.stride : args.strides, rank, args.data_format, 'strides'),
        dilation: spread(args.dilations, rank, args.data_format, 'dilations'),
        padding: args.padding,
      });
    },
  });
}

/** Any number of spatial axes (`tf.nn.convolution`). */
const anyConvolution = tensorflowOp({
  name: 'nn.convolution',
  summary: 'Slides kernels over an image, a sequence or a volume.',
  params: {
    input: any(),
    filters: any(),
    strides: spatialNumbers(1),
    padding: { ...paddingParam, default: str('VALID') },
    data_format: formatParam(null),
    dilations: spatialNumbers(1),
  },
  output: ({ args, callee }) => {
    const rank = args.input.rank - 2;
    const image = imageOf(args.input, rank, args.data_format, callee);
    checkKernel(args.filters, rank);
    const { shape: kernel } = args.filters;
    checkChannels(image, kernel.at(-2) as Dimension, true);
    const strides = spread(args.strides, rank, args.data_format, 'strides');
    const dilation = spread(args.dilations, rank, args.data_format, 'dilations');
    const spatial = slid(image.spatial, kernel.slice(0, -2), strides, dilation, args.padding);
    return tensorOf(
      assembled({ ...image, spatial, channels: kernel.at(-1) as Dimension }, args.data_format),
      args.input.dtype,
    );
  },
});

const depthwise = tensorflowOp({
  name: 'nn.depthwise_conv2d',
  summary: 'Slides kernels of their own over each channel.',
  params: {
    input: any(),
    filter: any(),
    strides: spatialNumbers(null),
    padding: paddingParam,
    data_format: formatParam(null),
    dilations: spatialNumbers(1),
  },
  output: ({ args, callee }) => {
    const image = imageOf(args.input, 2, args.data_format, callee);
    checkKernel(args.filter, 2);
    const { shape: kernel } = args.filter;
    checkChannels(image, kernel.at(-2) as Dimension, false);
    const strides = spread(args.strides, 2, args.data_format, 'strides');
    const spatial = slid(
      image.spatial,
      kernel.slice(0, -2),
      strides,
      spread(args.dilations, 2, args.data_format, 'dilations'),
      args.padding,
    );
    const channels = multiply(kernel.at(-2) as Dimension, kernel.at(-1) as Dimension);
    return tensorOf(assembled({ ...image, spatial, channels }, args.data_format), args.input.dtype);
  },
});

const separable = tensorflowOp({
  name: 'nn.separable_conv2d',
  summary: 'A depthwise convolution, and one across channels behind it.',
  params: {
    input: any(),
    depthwise_filter: any(),
    pointwise_filter: any(),
    strides: spatialNumbers(null),
    padding: paddingParam,
    data_format: formatParam(null),
    dilations: spatialNumbers(1),
  },
  output: ({ args, callee }) => {
    const image = imageOf(args.input, 2, args.data_format, callee);
    const { shape: kernel } = args.depthwise_filter;
    checkKernel(args.depthwise_filter, 2);
    checkChannels(image, kernel.at(-2) as Dimension, false);
    const middle = multiply(kernel.at(-2) as Dimension, kernel.at(-1) as Dimension);
    checkChannels({ ...image, channels: middle }, args.pointwise_filter.shape.at(-2) as Dimension, false);
    const strides = spread(args.strides, 2, args.data_format, 'strides');
    const spatial = slid(
      image.spatial,
      kernel.slice(0, -2),
      strides,
      spread(args.dilations, 2, args.data_format, 'dilations'),
      args.padding,
    );
    const channels = args.pointwise_filter.shape.at(-1) as Dimension;
    return tensorOf(assembled({ ...image, spatial, channels }, args.data_format), args.input.dtype);
  },
});

function transposedConvolution(rank: number): OpDefinition {
  return tensorflowOp({
    name: `nn.conv${rank}d_transpose`,
    summary: 'A convolution backwards, to a given shape.',
    params: {
      input: any(),
      filters: any(),
      output_shape: tensorflowShape(),
      strides: spatialNumbers(null),
      padding: { ...paddingParam, default: str('SAME') },
      data_format: formatParam(rank === 1 ? 'NWC' : rank === 2 ? 'NHWC' : 'NDHWC'),
      dilations: spatialNumbers(1),
    },
    output: ({ args: { input, filters, output_shape: wanted, data_format: first }, callee }) => {
      const image = imageOf(input, rank, first, callee);
      checkKernel(filters, rank);
      checkChannels(image, filters.shape.at(-1) as Dimension, false);
      if (!hasRank(wanted)) throw new NotKnown(wanted.reason);
      return tensorOf(wanted, input.dtype);
    },
  });
}

function pooling(name: string, rank: number | null, aliases: readonly string[] = []): OpDefinition {
  return tensorflowOp({
    name,
    aliases,
    summary: name.includes('max') ? 'Largest elements of windows.' : 'Means of windows.',
    params: {
      input: any(),
      ksize: spatialNumbers(null),
      strides: spatialNumbers(null),
      padding: paddingParam,
      data_format: formatParam(null),
    },
    output: ({ args: { input, ksize, strides, padding, data_format: first }, callee }) => {
      const count = rank ?? input.rank - 2;
      const image = imageOf(input, count, first, callee);
      const kernel = spread(ksize, count, first, 'ksize');
      const steps = spread(strides, count, first, 'strides');
      const ones = Array.from({ length: count }, () => 1);
      return tensorOf(
        assembled({ ...image, spatial: slid(image.spatial, kernel, steps, ones, padding) }, first),
        input.dtype,
      );
    },
    explain: ({ args: { input, ksize, strides, padding, data_format: first }, callee }) => {
      const count = rank ?? input.rank - 2;
      const image = imageOf(input, count, first, callee);
      return explainWindows({
        sizes: image.spatial,
        kernel: spread(ksize, count, first, 'ksize'),
        strides: spread(strides, count, first, 'strides'),
        padding,
      });
    },
  });
}

const biasAdd = tensorflowOp({
  name: 'nn.bias_add',
  summary: 'A number added to each channel.',
  params: { value: any(), bias: any(), data_format: formatParam(null) },
  output: ({ args: { value, bias, data_format: first }, callee }) => {
    if (bias.rank !== 1)
      refuse('wrong-rank', `the bias must be a vector, and ${formatShape(bias.shape)} is none`, { parameter: 'bias' });
    const at = first ? 1 : value.rank - 1;
    const [own, given] = [value.shape[at], bias.shape[0]];
    if (own === undefined || given === undefined || value.rank < 2) {
      return refuse('wrong-rank', `${callee} takes 2 dimensions or more`);
    }
    if (surelyDiffer(own, given)) {
      refuse(
        'incompatible-shapes',
        `the bias has ${formatDimension(given)}, and the channels are ${formatDimension(own)}`,
        {
          parameter: 'bias',
        },
      );
    }
    const known = isDynamic(own) && isKnown(given) ? given : own;
    return tensorOf(
      value.shape.map((one, i) => (i === at ? known : one)),
      sharedType([value, bias], callee),
    );
  },
});

const batchNormalization = tensorflowOp({
  name: 'nn.batch_normalization',
  summary: 'Normalized by a mean and variance.',
  params: {
    x: any(),
    mean: any(),
    variance: any(),
    offset: orNone(any(), null),
    scale: orNone(any(), null),
    variance_epsilon: other(null),
  },
  output: ({ args: { x, mean, variance } }) =>
    tensorOf(broadcast(broadcast(x.shape, mean.shape), variance.shape), x.dtype),
});

/** Losses of logits, for each row. */
function crossEntropy(name: string, kind: 'softmax' | 'sigmoid' | 'sparse'): OpDefinition {
  return tensorflowOp({
    name,
    summary: 'Cross-entropy of logits.',
    params: { labels: any(), logits: any(), ...(kind === 'softmax' ? { axis: integer(-1) } : {}) } as {
      readonly labels: OpParam<Operand>;
      readonly logits: OpParam<Operand>;
    },
    output: ({ args }) => {
      const { labels, logits } = args;
      if (kind === 'sigmoid') return tensorOf(mergedShape(logits.shape, labels.shape, null), logits.dtype);
      if (kind === 'sparse') {
        if (logits.rank === 0) refuse('wrong-rank', 'the logits must not be a scalar');
        return tensorOf(
          mergedShape(labels.shape, logits.shape.slice(0, -1), null, { parameter: 'labels' }),
          logits.dtype,
        );
      }
      const { axis = -1 } = args as { readonly axis?: number };
      const at = axisOf(axis, logits.rank);
      // Leading axes are joined first, which hides all sizes where one of them is open.
      const open = [labels, logits].some(({ shape }) => shape.some((size, i) => i !== at && !isKnown(size)));
      if (!open) broadcast(labels.shape, logits.shape, { parameter: 'labels' });
      return tensorOf([...logits.shape.slice(0, at), ...logits.shape.slice(at + 1)], logits.dtype);
    },
  });
}

function blocks(name: string, toSpace: boolean): OpDefinition {
  return tensorflowOp({
    name: `nn.${name}`,
    aliases: [name],
    summary: toSpace ? 'Channels laid out as blocks of pixels.' : 'Blocks of pixels laid into channels.',
    params: { input: any(), block_size: size(), data_format: formatParam('NHWC') },
    output: ({ args: { input, block_size: block, data_format: first }, callee }) => {
      const image = imageOf(input, 2, first, callee);
      if (isKnown(block) && block < 2)
        refuse('invalid-argument', 'blocks must be 2 or larger', { parameter: 'block_size' });
      const area = multiply(block, block);
      if (toSpace) {
        const spatial = image.spatial.map((side) => multiply(side, block));
        return tensorOf(assembled({ ...image, spatial, channels: divided(image.channels, area) }, first), input.dtype);
      }
      const spatial = image.spatial.map((side) => divided(side, block));
      return tensorOf(assembled({ ...image, spatial, channels: multiply(image.channels, area) }, first), input.dtype);
    },
  });
}

function divided(whole: Dimension, by: Dimension): Dimension {
  if (!isKnown(whole) || !isKnown(by)) return isKnown(whole) ? by : whole;
  if (whole % by !== 0)
    refuse('incompatible-shapes', `${whole} does not divide by ${by}`, { facts: { size: whole, divisor: by } });
  return whole / by;
}

export const windows: readonly OpDefinition[] = [
  convolution(1),
  convolution(2),
  convolution(3),
  anyConvolution,
  depthwise,
  separable,
  transposedConvolution(1),
  transposedConvolution(2),
  transposedConvolution(3),
  pooling('nn.max_pool', null),
  pooling('nn.avg_pool', null),
  ...[1, 2, 3].flatMap((rank) => [pooling(`nn.max_pool${rank}d`, rank), pooling(`nn.avg_pool${rank}d`, rank)]),
  biasAdd,
  batchNormalization,
  crossEntropy('nn.softmax_cross_entropy_with_logits', 'softmax'),
  crossEntropy('nn.sigmoid_cross_entropy_with_logits', 'sigmoid'),
  crossEntropy('nn.sparse_softmax_cross_entropy_with_logits', 'sparse'),
  blocks('space_to_depth', false),
  blocks('depth_to_space', true),
];
