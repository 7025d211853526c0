/** Convolutions and pools as functions: images and kernels are tensors. */
import {
  type Dimension,
  formatDimension,
  isDynamic,
  isKnown,
  multiply,
  surelyDiffer,
  unknownDimension,
} from '../../../shapes/dimension';
import { refuse } from '../../../shapes/problem';
import { formatShape } from '../../../shapes/shape';
import { explainTransposed, transposedOutputs } from '../../../shapes/transposed-windows';
import { explainWindows, type WindowPadding, windowOutput } from '../../../shapes/windows';
import { choice, dataFormat, orNone, sequenceItems } from '../../params';
import { defineOp, type OpDefinition, tensorOf } from '../define-op';
import type { Operand } from '../operand';
import { type OpParam, size, tensor } from '../params';

type Sizes = readonly Dimension[];

/** One number for all spatial axes, or one for each. */
interface PerAxis {
  readonly all: boolean;
  readonly sizes: Sizes;
}

function perAxis(defaultSize: number | null): OpParam<PerAxis> {
  return {
    default: size(defaultSize).default,
    read: (value, context) => {
      if (value.kind === 'unknown') return { value: { all: true, sizes: [unknownDimension(value.reason)] } };
      const items = sequenceItems(value);
      const found = (items ?? [value]).map((item) => {
        const read = size().read(item, context);
        return 'value' in read ? read.value : 0;
      });
      return { value: { all: items === null, sizes: found } };
    },
  };
}

type Format = 'channels_last' | 'channels_first';

function spatialOf(shape: Sizes, format: Format): Sizes {
  return format === 'channels_last' ? shape.slice(1, -1) : shape.slice(2);
}

/** Batch, spatial sizes and channels in the order of the format. */
function assembled(shape: Sizes, spatial: Sizes, channels: Dimension, format: Format): Sizes {
  const [batch] = shape;
  if (batch === undefined) return refuse('wrong-rank', 'a scalar has no spatial axes', { exception: 'IndexError' });
  return format === 'channels_last' ? [batch, ...spatial, channels] : [batch, channels, ...spatial];
}

function channelsOf(shape: Sizes, format: Format): Dimension {
  const found = format === 'channels_last' ? shape.at(-1) : shape[1];
  return found ?? refuse('wrong-rank', `${formatShape(shape)} has no channels`, { exception: 'IndexError' });
}

/** numpy's broadcasting of vectors: all of one length, or of length 1. */
function lined(vectors: readonly Sizes[], callee: string): Sizes[] {
  const length = vectors.reduce((most, { length }) => (length === 1 ? most : Math.max(most, length)), 1);
  const count = vectors.some((vector) => vector.length === 0) ? 0 : length;
  for (const vector of vectors) {
    if (vector.length === 1 || vector.length === count) continue;
    refuse('invalid-argument', `${callee} is given ${vector.length} numbers for ${count} spatial axes`);
  }
  return vectors.map((vector) =>
    Array.from({ length: count }, (_, i) => (vector.length === 1 ? vector[0] : vector[i]) as Dimension),
  );
}

/** Sizes that windows leave; one of 0 or less is refused where the input's size is a number. */
function windowSizes(vectors: readonly [Sizes, Sizes, Sizes, Sizes], padding: WindowPadding, callee: string): Sizes {
  const [given, windows, steps, rates] = vectors;
  // Without padding the window itself takes part; with it only its strides do.
  const [sizes, strides, kernel, dilation] =
    padding === 'valid'
      ? (lined([given, steps, windows, rates], callee) as [Sizes, Sizes, Sizes, Sizes])
      : ([...lined([given, steps], callee), [], []] as unknown as [Sizes, Sizes, Sizes, Sizes]);
  if (strides.includes(0)) {
    refuse('invalid-argument', `a stride of ${callee} cannot be 0`, { exception: 'OverflowError' });
  }
  return sizes.map((one, axis) => {
    const out = windowOutput(one, kernel[axis] ?? 1, strides[axis] as Dimension, padding, dilation[axis] ?? 1);
    if (isKnown(one) && isKnown(out) && out <= 0 && padding === 'valid') {
      refuse(
        'negative-dimension',
        `the window of ${formatDimension(kernel[axis] as Dimension)} is larger than ${one} on spatial axis ${axis}`,
        { facts: { axis, size: one, kernel: kernel[axis] } },
      );
    }
    return out;
  });
}

const paddings = choice(['valid', 'same'], 'valid', { lower: true });

// ---------------------------------------------------------------- pools

function pool(name: string, operation: string, summary: string): OpDefinition {
  return defineOp({
    name,
    module: 'nn',
    operation,
    summary,
    params: {
      inputs: tensor(),
      pool_size: perAxis(null),
      strides: orNone(perAxis(null)),
      padding: paddings,
      data_format: dataFormat(),
    },
    symbolicBy: ['inputs'],
    output: ({ args: { inputs, pool_size: window, strides, padding, data_format: format }, callee }) => {
      const spatial = windowSizes(
        [spatialOf(inputs.shape, format), window.sizes, (strides ?? window).sizes, [1]],
        padding,
        callee,
      );
      return tensorOf(assembled(inputs.shape, spatial, channelsOf(inputs.shape, format), format), inputs.dtype);
    },
    explain: ({ args: { inputs, pool_size: window, strides, padding, data_format: format }, callee }) => {
      const [sizes = [], kernel = [], steps = []] = lined(
        [spatialOf(inputs.shape, format), window.sizes, (strides ?? window).sizes],
        callee,
      );
      return explainWindows({ sizes, kernel, strides: steps, padding });
    },
  });
}

/** Pools to a given size. The symbolic rule counts axes from the end, so that one too many stays with channels last. */
function adaptivePool(name: string, operation: string, summary: string): OpDefinition {
  return defineOp({
    name,
    module: 'nn',
    operation,
    summary,
    params: { inputs: tensor(), output_size: perAxis(null), data_format: dataFormat() },
    symbolicBy: ['inputs'],
    output: ({ args: { inputs, output_size: wanted, data_format: format } }) => {
      if (wanted.all) {
        return refuse('invalid-argument', `\`output_size\` of ${name} must be a tuple beside a Keras tensor`, {
          exception: 'TypeError',
          parameter: 'output_size',
        });
      }
      const { shape } = inputs;
      const channels = channelsOf(shape, format);
      const kept = format === 'channels_last' ? shape.slice(0, -wanted.sizes.length) : shape.slice(0, 2);
      const found = format === 'channels_last' ? [...kept, ...wanted.sizes, channels] : [...kept, ...wanted.sizes];
      return tensorOf(found, inputs.dtype);
    },
    run: ({ args: { inputs, output_size: wanted, data_format: format }, callee }) => {
      const [, sizes = []] = lined([spatialOf(inputs.shape, format), wanted.sizes], callee);
      return tensorOf(assembled(inputs.shape, sizes, channelsOf(inputs.shape, format), format), inputs.dtype);
    },
  });
}

// ---------------------------------------------------------------- convolutions

interface Convolution {
  readonly strides: PerAxis;
  readonly padding: WindowPadding;
  readonly format: Format;
  readonly dilation: PerAxis;
  readonly callee: string;
}

/** Keras' `compute_conv_output_shape` for a kernel of these spatial sizes and a number of filters. */
function convolved(shape: Sizes, kernel: Sizes, filters: Dimension, by: Convolution): Sizes {
  const spatial = spatialOf(shape, by.format);
  if (kernel.length + 2 !== shape.length) {
    refuse(
      'wrong-rank',
      `a kernel of ${kernel.length} spatial axes does not fit ${formatShape(shape)}, which has ${Math.max(0, shape.length - 2)}`,
      { parameter: 'kernel' },
    );
  }
  if (!by.dilation.all && by.dilation.sizes.length !== spatial.length) {
    refuse(
      'invalid-argument',
      `${by.dilation.sizes.length} dilation rates are given for ${spatial.length} spatial axes`,
      {
        parameter: 'dilation_rate',
      },
    );
  }
  const found = windowSizes([spatial, kernel, by.strides.sizes, by.dilation.sizes], by.padding, by.callee);
  return assembled(shape, found, filters, by.format);
}

function checkChannels(inputs: Operand, kernel: Operand, axis: -1 | -2, format: Format, groups: boolean): void {
  const given = channelsOf(inputs.shape, format);
  const wanted = kernel.shape.at(axis);
  if (wanted === undefined) {
    refuse('wrong-rank', `${formatShape(kernel.shape)} is no kernel`, {
      exception: 'IndexError',
      parameter: 'kernel',
    });
  }
  if (!surelyDiffer(given, wanted) || !isKnown(given) || !isKnown(wanted)) return;
  if (groups && given % wanted === 0) return;
  refuse('incompatible-shapes', `the kernel takes ${wanted} channels, and the input has ${given}`, {
    parameter: 'kernel',
    facts: { expected: wanted, actual: given },
  });
}

const options = {
  strides: perAxis(1),
  padding: paddings,
  data_format: dataFormat(),
  dilation_rate: perAxis(1),
};

const conv = defineOp({
  name: 'conv',
  module: 'nn',
  operation: 'Conv',
  summary: 'Slides kernels over an image, a sequence or a volume.',
  params: { inputs: tensor(), kernel: tensor(), ...options },
  symbolicBy: ['inputs'],
  output: ({
    args: { inputs, kernel, strides, padding, data_format: format, dilation_rate: dilation },
    callee,
    mode,
  }) => {
    checkChannels(inputs, kernel, -2, format, mode !== 'symbolic');
    const by = { strides, padding, format, dilation, callee };
    return tensorOf(
      convolved(inputs.shape, kernel.shape.slice(0, -2), kernel.shape.at(-1) as Dimension, by),
      inputs.dtype,
    );
  },
  explain: ({ args }) => explainKernel(args.inputs, args.kernel, args),
});

interface Options {
  readonly strides: PerAxis;
  readonly padding: WindowPadding;
  readonly data_format: Format;
  readonly dilation_rate: PerAxis;
}

function explainKernel(inputs: Operand, kernel: Operand, args: Options): readonly string[] {
  const [sizes = [], windows = [], strides = [], dilation = []] = lined(
    [
      spatialOf(inputs.shape, args.data_format),
      kernel.shape.slice(0, -2),
      args.strides.sizes,
      args.dilation_rate.sizes,
    ],
    'the kernel',
  );
  return explainWindows({ sizes, kernel: windows, strides, dilation, padding: args.padding });
}

const depthwiseConv = defineOp({
  name: 'depthwise_conv',
  module: 'nn',
  operation: 'DepthwiseConv',
  summary: 'Slides kernels of their own over each channel.',
  params: { inputs: tensor(), kernel: tensor(), ...options },
  symbolicBy: ['inputs', 'kernel'],
  output: ({ args: { inputs, kernel, strides, padding, data_format: format, dilation_rate: dilation }, callee }) => {
    checkChannels(inputs, kernel, -2, format, false);
    const by = { strides, padding, format, dilation, callee };
    return tensorOf(convolved(inputs.shape, kernel.shape.slice(0, -2), filtersOf(kernel), by), inputs.dtype);
  },
  explain: ({ args }) => explainKernel(args.inputs, args.kernel, args),
});

function filtersOf(kernel: Operand): Dimension {
  return multiply(kernel.shape.at(-1) as Dimension, kernel.shape.at(-2) as Dimension);
}

const separableConv = defineOp({
  name: 'separable_conv',
  module: 'nn',
  operation: 'SeparableConv',
  summary: 'A depthwise convolution, and one across channels behind it.',
  params: { inputs: tensor(), depthwise_kernel: tensor(), pointwise_kernel: tensor(), ...options },
  symbolicBy: ['inputs'],
  output: ({ args, callee }) => {
    const { inputs, depthwise_kernel: depthwise, pointwise_kernel: pointwise, strides, padding } = args;
    const format = args.data_format;
    checkChannels(inputs, depthwise, -2, format, false);
    const by = { strides, padding, format, dilation: args.dilation_rate, callee };
    const middle = convolved(inputs.shape, depthwise.shape.slice(0, -2), filtersOf(depthwise), by);
    const filters = pointwise.shape.at(-1) as Dimension;
    return tensorOf(assembled(middle, spatialOf(middle, format), filters, format), inputs.dtype);
  },
  explain: ({ args }) => explainKernel(args.inputs, args.depthwise_kernel, args),
});

const convTranspose = defineOp({
  name: 'conv_transpose',
  module: 'nn',
  operation: 'ConvTranspose',
  summary: 'A convolution backwards: makes images larger.',
  params: {
    inputs: tensor(),
    kernel: tensor(),
    strides: perAxis(1),
    padding: paddings,
    output_padding: orNone(perAxis(null)),
    data_format: dataFormat(),
    dilation_rate: perAxis(1),
  },
  symbolicBy: ['inputs'],
  output: ({ args }) => {
    const { inputs, kernel, data_format: format } = args;
    checkChannels(inputs, kernel, -1, format, false);
    const windows = transposedWindows(inputs, kernel, args);
    const filters = kernel.shape.at(-2) as Dimension;
    const spatial = transposedOutputs(windows).map((out, axis) =>
      isDynamic(windows.sizes[axis] as Dimension) ? (windows.sizes[axis] as Dimension) : out,
    );
    return tensorOf(assembled(inputs.shape, spatial, filters, format), inputs.dtype);
  },
  explain: ({ args }) => explainTransposed(transposedWindows(args.inputs, args.kernel, args)),
});

interface TransposedOptions {
  readonly strides: PerAxis;
  readonly padding: 'valid' | 'same';
  readonly output_padding: PerAxis | null;
  readonly data_format: Format;
  readonly dilation_rate: PerAxis;
}

function transposedWindows(inputs: Operand, kernel: Operand, options: TransposedOptions) {
  const sizes = spatialOf(inputs.shape, options.data_format);
  const count = Math.max(0, inputs.rank - 2);
  const each = (given: PerAxis, parameter: string): Sizes => {
    if (given.all) return Array.from({ length: count }, () => given.sizes[0] as Dimension);
    if (given.sizes.length >= count) return given.sizes.slice(0, count);
    return refuse('invalid-argument', `${given.sizes.length} numbers are given for ${count} spatial axes`, {
      exception: 'IndexError',
      parameter,
    });
  };
  const windows = each({ all: false, sizes: kernel.shape.slice(0, -2) }, 'kernel');
  return {
    sizes,
    kernel: windows,
    strides: each(options.strides, 'strides'),
    dilation: each(options.dilation_rate, 'dilation_rate'),
    padding: options.padding,
    outputPadding: options.output_padding && each(options.output_padding, 'output_padding'),
  };
}

// ---------------------------------------------------------------- patches

/** A number for height and width, or one for each. */
function pairOf(given: PerAxis, parameter: string): readonly [Dimension, Dimension] {
  const [first, second] = given.sizes;
  if (given.all && first !== undefined) return [first, first];
  if (first !== undefined && second !== undefined && given.sizes.length === 2) return [first, second];
  return refuse('invalid-argument', `\`${parameter}\` must be an int or two of them`, { parameter });
}

function checkRank(x: Operand, rank: number, callee: string): void {
  if (x.rank === rank) return;
  refuse('wrong-rank', `${callee} takes ${rank} dimensions, and ${formatShape(x.shape)} has ${x.rank}`, {
    facts: { expected: rank, actual: x.rank },
  });
}

function number(found: Dimension, what: string): Dimension {
  if (!isDynamic(found)) return found;
  return refuse('invalid-input', `${what} must be known`, { exception: 'TypeError' });
}

const unfold = defineOp({
  name: 'unfold',
  module: 'nn',
  operation: 'Unfold',
  summary: 'Patches of an image (channels first) as columns.',
  params: { x: tensor(), kernel_size: perAxis(null), dilation: perAxis(1), padding: perAxis(0), stride: perAxis(1) },
  symbolicBy: ['x'],
  output: ({ args: { x, kernel_size: kernel, dilation, padding, stride }, callee, mode }) => {
    checkRank(x, 4, callee);
    const [batch, channels, ...spatial] = x.shape as [Dimension, Dimension, Dimension, Dimension];
    const [k, d, p, s] = [kernel, dilation, padding, stride].map((one) => pairOf(one, 'kernel_size'));
    const counts = spatial.map((given, i) => {
      const side = mode === 'symbolic' ? number(given, 'the sides of the image') : given;
      const border = multiply(p?.[i] ?? 0, 2);
      const whole = isKnown(side) && isKnown(border) ? side + border : side;
      return windowOutput(whole, k?.[i] ?? 1, s?.[i] ?? 1, 'valid', d?.[i] ?? 1);
    });
    if (mode === 'symbolic') number(channels, 'the channels');
    const rows = multiply(multiply(channels, k?.[0] ?? 1), k?.[1] ?? 1);
    return tensorOf([batch, rows, multiply(counts[0] as Dimension, counts[1] as Dimension)], x.dtype);
  },
});

const fold = defineOp({
  name: 'fold',
  module: 'nn',
  operation: 'Fold',
  summary: 'An image (channels first) made of patches in columns.',
  params: {
    x: tensor(),
    output_size: perAxis(null),
    kernel_size: perAxis(null),
    dilation: perAxis(1),
    padding: perAxis(0),
    stride: perAxis(1),
  },
  symbolicBy: ['x'],
  output: ({ args: { x, output_size: wanted, kernel_size: kernel }, callee }) => {
    checkRank(x, 3, callee);
    const [batch, rows] = x.shape as [Dimension, Dimension, Dimension];
    const [height, width] = pairOf(kernel, 'kernel_size');
    const area = multiply(height, width);
    if (isKnown(rows) && isKnown(area) && rows % area !== 0) {
      refuse('incompatible-shapes', `${rows} rows do not divide into patches of ${area}`, { parameter: 'kernel_size' });
    }
    const channels = isKnown(rows) && isKnown(area) ? rows / area : isKnown(rows) ? area : rows;
    return tensorOf([batch, channels, ...pairOf(wanted, 'output_size')], x.dtype);
  },
});

/** Blocks of an image exchanged with channels. */
function blocks(name: string, operation: string, summary: string, toSpace: boolean): OpDefinition {
  return defineOp({
    name,
    module: 'nn',
    operation,
    summary,
    params: { x: tensor(), block_size: size(), data_format: dataFormat('channels_last') },
    symbolicBy: ['x'],
    output: ({ args: { x, block_size: block, data_format: format }, callee }) => {
      if (isKnown(block) && block < 2) {
        refuse('invalid-argument', `\`block_size\` of ${callee} must be at least 2, not ${block}`, {
          parameter: 'block_size',
        });
      }
      checkRank(x, 4, callee);
      const channels = channelsOf(x.shape, format);
      const spatial = spatialOf(x.shape, format);
      const area = multiply(block, block);
      if (toSpace) {
        const fewer = divided(channels, area, 'channels');
        return tensorOf(
          assembled(
            x.shape,
            spatial.map((side) => grown(side, block)),
            fewer,
            format,
          ),
          x.dtype,
        );
      }
      const smaller = spatial.map((side, i) => divided(side, block, i === 0 ? 'rows' : 'columns'));
      return tensorOf(assembled(x.shape, smaller, grown(channels, area), format), x.dtype);
    },
  });
}

function divided(whole: Dimension, by: Dimension, what: string): Dimension {
  if (isDynamic(whole)) return whole;
  if (!isKnown(whole) || !isKnown(by)) return isKnown(whole) ? by : whole;
  if (whole % by !== 0) {
    refuse('incompatible-shapes', `${whole} ${what} do not divide by ${by}`, { facts: { size: whole, divisor: by } });
  }
  return whole / by;
}

function grown(side: Dimension, by: Dimension): Dimension {
  return isDynamic(side) ? side : multiply(side, by);
}

export const windowOps: readonly OpDefinition[] = [
  pool('average_pool', 'AveragePool', 'Means of windows.'),
  pool('max_pool', 'MaxPool', 'Largest elements of windows.'),
  adaptivePool('adaptive_average_pool', 'AdaptiveAveragePool', 'Means of windows that give a size.'),
  adaptivePool('adaptive_max_pool', 'AdaptiveMaxPool', 'Largest elements of windows that give a size.'),
  conv,
  depthwiseConv,
  separableConv,
  convTranspose,
  unfold,
  fold,
  blocks('depth_to_space', 'DepthToSpace', 'Channels laid out as blocks of pixels.', true),
  blocks('space_to_depth', 'SpaceToDepth', 'Blocks of pixels laid into channels.', false),
];
