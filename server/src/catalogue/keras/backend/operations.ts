/** Functions of `keras.backend` that are more than one of TensorFlow's. */
import { axisOf, inserted, replaced, without } from '../../../shapes/axes';
import { type Border, padded, repeated } from '../../../shapes/borders';
import {
  type Dimension,
  dynamic,
  formatDimension,
  isDynamic,
  isKnown,
  multiply,
  product,
  surelyDiffer,
} from '../../../shapes/dimension';
import { inferredMatmul, mergedShape } from '../../../shapes/inference';
import { mergedSize } from '../../../shapes/joining';
import { refuse } from '../../../shapes/problem';
import { broadcast } from '../../../shapes/products';
import { formatShape, type Shape } from '../../../shapes/shape';
import { explainWindows, type WindowPadding, windowOutput } from '../../../shapes/windows';
import { TensorValue } from '../../../values/tensor';
import { bool, float, int, NONE, str, tuple, type Value } from '../../../values/value';
import { type OpDefinition, type OpQuestion, tensorOf } from '../../ops/define-op';
import { other } from '../../ops/elementwise/unary';
import { fillable } from '../../ops/making/tensors';
import { NotKnown, type Operand, operandOf } from '../../ops/operand';
import { axisChoice, integer, type OpParam, optionalSize, shape, size, sizes, tensorOrNumber } from '../../ops/params';
import { anything, choice, dataFormat, flag, intTuple, sequenceItems } from '../../params';
import { mapped } from '../../tensorflow/ops/calling';
import { sharedType, tensorflowOp } from '../../tensorflow/ops/define';
import { dtype } from '../../tensorflow/ops/dtypes';
import { valuesOf } from '../../tensorflow/ops/tensor';
import { settingsOf } from '../settings';

type Sizes = readonly Dimension[];
type Format = 'channels_last' | 'channels_first';
const any = () => tensorOrNumber({ lists: true });

// ---------------------------------------------------------------- products

/** Matrices multiply; tensors of more axes join all of them but the contracted ones. */
const dot = tensorflowOp({
  name: 'dot',
  nameless: true,
  summary: 'Product of matrices; of tensors: the last axis of one with the last but one of the other.',
  params: { x: any(), y: any() },
  output: ({ args: { x, y }, callee }) => {
    const type = sharedType([x, y], callee);
    if (x.rank <= 2 && y.rank <= 2) {
      return tensorOf(inferredMatmul(x.shape, y.shape, { transposeLeft: false, transposeRight: false }), type);
    }
    const inner = x.shape.at(-1);
    const met = y.shape.at(-2);
    if (inner === undefined || met === undefined) return refuse('wrong-rank', `${callee} takes matrices or more`);
    if (surelyDiffer(inner, met)) {
      refuse(
        'incompatible-shapes',
        `${formatShape(x.shape)} and ${formatShape(y.shape)} cannot be multiplied: ${formatDimension(inner)} against ${formatDimension(met)}`,
        {
          facts: { shapes: [x.shape, y.shape], sizes: [inner, met] },
        },
      );
    }
    return tensorOf([...x.shape.slice(0, -1), ...y.shape.slice(0, -2), y.shape.at(-1) as Dimension], type);
  },
});

const batchDot = tensorflowOp({
  name: 'batch_dot',
  nameless: true,
  summary: 'Products of each two tensors of a batch.',
  params: { x: any(), y: any(), axes: axisChoice() },
  output: ({ args: { x, y, axes }, callee }) => {
    const [left, right] = [x.shape, y.shape];
    if (x.rank < 2 || y.rank < 2) {
      refuse('wrong-rank', `${callee} takes 2 dimensions or more: ${formatShape(left)} and ${formatShape(right)}`);
    }
    const [first, second] = [left[0] as Dimension, right[0] as Dimension];
    if (surelyDiffer(first, second)) {
      refuse('incompatible-shapes', `the batches differ: ${formatDimension(first)} against ${formatDimension(second)}`);
    }
    const [a, b] = dotAxes(axes?.axes ?? null, x.rank, y.rank);
    const sizes = [left[a], right[b]] as const;
    if (a <= 0 || b <= 0 || sizes[0] === undefined || sizes[1] === undefined) {
      return refuse('axis-out-of-range', `${callee} goes along axes behind the batch`, { parameter: 'axes' });
    }
    if (surelyDiffer(sizes[0], sizes[1])) {
      refuse(
        'incompatible-shapes',
        `${formatShape(left)} and ${formatShape(right)} do not fit on axes ${a} and ${b}: ${formatDimension(sizes[0])} against ${formatDimension(sizes[1])}`,
        { parameter: 'axes', facts: { shapes: [left, right] } },
      );
    }
    const rest = [...without(left, [0, a]), ...without(right, [0, b])];
    const batch = mergedSize(first, second);
    return tensorOf(rest.length === 0 ? [batch, 1] : [batch, ...rest], sharedType([x, y], callee));
  },
});

function dotAxes(axes: readonly number[] | null, left: number, right: number): readonly [number, number] {
  if (axes === null) return [left - 1, right === 2 ? right - 1 : right - 2];
  const [first = 0, second = first] = axes;
  return [first < 0 ? first + left : first, second < 0 ? second + right : second];
}

// ---------------------------------------------------------------- shapes

const repeatElements = tensorflowOp({
  name: 'repeat_elements',
  nameless: true,
  summary: 'Each element repeated along an axis.',
  params: { x: any(), rep: size(), axis: integer() },
  output: ({ args: { x, rep, axis } }) => {
    const at = axisOf(axis, x.rank);
    const own = x.shape[at] as Dimension;
    return tensorOf(isDynamic(own) ? x.shape : replaced(x.shape, at, multiply(own, rep)), x.dtype);
  },
});

const repeat = tensorflowOp({
  name: 'repeat',
  nameless: true,
  summary: 'Each row repeated along a new axis.',
  params: { x: any(), n: size() },
  output: ({ args: { x, n }, callee }) => {
    if (x.rank !== 2) {
      refuse('wrong-rank', `${callee} takes 2 dimensions, and ${formatShape(x.shape)} has ${x.rank}`, {
        exception: 'AssertionError',
      });
    }
    return tensorOf(inserted(x.shape, 1, n), x.dtype);
  },
});

const flatten = tensorflowOp({
  name: 'flatten',
  nameless: true,
  summary: 'All elements in one axis.',
  params: { x: any() },
  output: ({ args: { x } }) => tensorOf([x.shape.find(isDynamic) ? dynamic() : product(x.shape)], x.dtype),
});

/** The new sizes are worked out from the old ones, of which a single None leaves both open. */
const batchFlatten = tensorflowOp({
  name: 'batch_flatten',
  nameless: true,
  summary: 'All axes but the batch in one.',
  params: { x: any() },
  output: ({ args: { x } }) => {
    const [batch, ...columns] = x.shape;
    if (batch === undefined) return refuse('wrong-rank', 'a scalar has no batch');
    // Of no sizes behind the batch even the product is only worked out in a run.
    return tensorOf(
      x.shape.some(isDynamic) || (columns.length === 0 && x.isSymbolic)
        ? [dynamic(), dynamic()]
        : [batch, product(columns)],
      x.dtype,
    );
  },
});

/** Borders by pairs, of the axes between batch and channels. */
function padding(name: string, rank: number, defaultPadding: Value): OpDefinition {
  const pairs: OpParam<readonly Border[]> = {
    default: defaultPadding,
    read: (value, context) => {
      const rows = rank === 3 ? [value] : sequenceItems(value);
      const found = rows?.map((row): Border => {
        const read = sizes().read(row, context);
        const [before, after] = 'value' in read && Array.isArray(read.value) ? read.value : [];
        if (before === undefined || after === undefined) {
          return refuse('invalid-argument', `\`padding\` of ${name} must be pairs`, { exception: 'AssertionError' });
        }
        return [before, after];
      });
      if (found?.length === rank - 2) return { value: found };
      return refuse('invalid-argument', `\`padding\` of ${name} must have ${rank - 2} pairs`, {
        exception: 'AssertionError',
      });
    },
  };
  return tensorflowOp({
    name,
    nameless: true,
    summary: 'Borders of zeros.',
    params: { x: any(), padding: pairs, ...(rank > 3 ? { data_format: dataFormat() } : {}) } as {
      readonly x: OpParam<Operand>;
      readonly padding: OpParam<readonly Border[]>;
    },
    output: ({ args, callee }) => {
      const { x, padding: borders } = args;
      const { data_format: format = 'channels_last' } = args as { readonly data_format?: Format };
      checkRank(x, rank, callee);
      const none: Border = [0, 0];
      const all = format === 'channels_first' ? [none, none, ...borders] : [none, ...borders, none];
      return tensorOf(padded(x.shape, all), x.dtype);
    },
  });
}

function checkRank(x: Operand, rank: number, callee: string): void {
  if (x.rank === rank) return;
  refuse('wrong-rank', `${callee} takes ${rank} dimensions, and ${formatShape(x.shape)} has ${x.rank}`, {
    facts: { expected: rank, actual: x.rank },
  });
}

/** Sizes between batch and channels times factors. */
function resized(name: string, factors: readonly string[]): OpDefinition {
  const rank = factors.length + 2;
  return tensorflowOp({
    name,
    nameless: true,
    summary: 'Images made larger by whole factors.',
    params: {
      x: any(),
      ...Object.fromEntries(factors.map((factor) => [factor, size()])),
      data_format: { ...dataFormat(), default: null },
      ...(rank === 4 ? { interpolation: anything(str('nearest')) } : {}),
    } as unknown as { readonly x: OpParam<Operand>; readonly data_format: OpParam<Format> },
    output: ({ args, callee }) => {
      const { x, data_format: format } = args;
      checkRank(x, rank, callee);
      const given = args as unknown as Readonly<Record<string, Dimension>> & { readonly interpolation?: Value };
      const by = factors.map((factor) => given[factor] as Dimension);
      const all = format === 'channels_first' ? [1, 1, ...by] : [1, ...by, 1];
      const smooth =
        given.interpolation && !(given.interpolation.kind === 'str' && given.interpolation.value === 'nearest');
      const spatial = format === 'channels_first' ? x.shape.slice(2) : x.shape.slice(1, -1);
      const found = repeated(x.shape, all).map((out, axis) => {
        // Sizes that are worked out together are open together.
        const inside = format === 'channels_first' ? axis >= 2 : axis >= 1 && axis < rank - 1;
        return rank === 4 && inside && spatial.some(isDynamic)
          ? dynamic()
          : isDynamic(x.shape[axis] as Dimension)
            ? (x.shape[axis] as Dimension)
            : out;
      });
      return tensorOf(found, smooth ? 'float32' : x.dtype);
    },
  });
}

// ---------------------------------------------------------------- windows

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

// ---------------------------------------------------------------- normalization and losses

const batchNormalization = tensorflowOp({
  name: 'batch_normalization',
  nameless: true,
  summary: 'Normalized by a mean and variance.',
  params: {
    x: any(),
    mean: any(),
    var: any(),
    beta: anything(null),
    gamma: anything(null),
    axis: other(int(-1)),
    epsilon: other(float(0.001)),
  },
  output: ({ args: { x, mean, var: variance, beta, gamma } }) => {
    const values = [mean.value, variance.value, beta, gamma];
    if (x.rank === 4 && values.some((value) => value.kind === 'tensor' && value.library === 'numpy')) {
      refuse('invalid-input', 'statistics of images must be tensors, not arrays', { exception: 'AttributeError' });
    }
    const met = broadcast(broadcast(x.shape, mean.shape), variance.shape);
    return tensorOf(met.length === x.rank ? met : x.shape, x.dtype);
  },
});

type Losses = OpQuestion<{ readonly target: Operand; readonly output: Operand }>;

const fromLogits = { target: any(), output: any(), from_logits: flag(false) };

const binaryCrossentropy = tensorflowOp({
  name: 'binary_crossentropy',
  nameless: true,
  summary: 'Cross-entropy of each element for two classes.',
  params: fromLogits,
  output: ({ args: { target, output, from_logits: logits } }) =>
    tensorOf(
      logits ? mergedShape(output.shape, target.shape, null) : broadcast(target.shape, output.shape),
      output.dtype,
    ),
});

function compatible({ args: { target, output } }: Losses): Sizes {
  return mergedShape(target.shape, output.shape, null, { parameter: 'target' });
}

const categoricalCrossentropy = tensorflowOp({
  name: 'categorical_crossentropy',
  nameless: true,
  summary: 'Cross-entropy of one-hot classes.',
  params: { ...fromLogits, axis: integer(-1) },
  output: (question) => {
    const met = compatible(question);
    const at = axisOf(question.args.axis, met.length);
    return tensorOf(without(met, [at]), question.args.output.dtype);
  },
});

const sparseCrossentropy = tensorflowOp({
  name: 'sparse_categorical_crossentropy',
  nameless: true,
  summary: 'Cross-entropy of classes by number.',
  params: { ...fromLogits, axis: integer(-1), ignore_class: other() },
  output: ({ args: { target, output, axis } }) => {
    const at = axisOf(axis, output.rank);
    const rest = without(output.shape, [at]);
    if (target.rank !== rest.length) {
      const [labels, rows] = [product(target.shape), product(rest)];
      if (isKnown(labels) && isKnown(rows) && labels !== rows) {
        refuse('incompatible-shapes', `${labels} classes are given for ${rows} rows`, { parameter: 'target' });
      }
      return tensorOf(rest, output.dtype);
    }
    // Behind more than one axis, sizes are compared only where all of them are known.
    const compared = output.rank === 2 || [...target.shape, ...rest].every(isKnown);
    if (!compared) return tensorOf(target.shape, output.dtype);
    return tensorOf(mergedShape(target.shape, rest, null, { parameter: 'target' }), output.dtype);
  },
});

const ctcBatchCost = tensorflowOp({
  name: 'ctc_batch_cost',
  nameless: true,
  summary: 'CTC loss of each sample.',
  params: { y_true: any(), y_pred: any(), input_length: any(), label_length: any() },
  output: ({ args: { y_pred: output } }) => tensorOf([output.shape[0] as Dimension, 1], 'float32'),
});

// ---------------------------------------------------------------- choices

/** A condition of one axis is tiled to all others, of which then only a run tells the sizes. */
const choose = tensorflowOp({
  name: 'switch',
  nameless: true,
  summary: 'One of two tensors, or elements of them, by a condition.',
  params: { condition: any(), then_expression: anything(null), else_expression: anything(null) },
  output: () => [],
  evaluate: ({ args: { condition, then_expression: yes, else_expression: no }, context, callee, mode }) => {
    const [first, second] = [yes, no].map((value) =>
      value.kind === 'function' || value.kind === 'native' || value.kind === 'method'
        ? context.call(value, { positional: [], keywords: new Map(), uncertain: null })
        : value,
    ) as [Value, Value];
    const [left, right] = [operandOf(first), operandOf(second)];
    if (!left || !right) return context.unknown(`what ${callee} chooses from is not followed`);
    const type = sharedType([left, right], callee);
    const found = condition.rank === 0 ? chosen(left, right) : elementwise(condition, left, right);
    return new TensorValue({ library: 'tensorflow', symbolic: mode !== 'eager', shape: found, dtype: type });
  },
});

function chosen(left: Operand, right: Operand): Shape {
  if (left.rank !== right.rank) throw new NotKnown({ text: 'the branches have different ranks' });
  return left.shape.map((one, i) => (isKnown(one) && one === right.shape[i] ? one : dynamic()));
}

function elementwise(condition: Operand, left: Operand, right: Operand): Shape {
  if (condition.rank > left.rank) {
    refuse('wrong-rank', `a condition of ${condition.rank} axes chooses among tensors of ${left.rank}`, {
      parameter: 'condition',
    });
  }
  const tiled = condition.rank > 1 ? condition.shape : condition.shape;
  return broadcast(broadcast(tiled, left.shape), right.shape);
}

const inTrainPhase = (name: string, trained: boolean): OpDefinition =>
  tensorflowOp({
    name,
    nameless: true,
    summary: 'One of two tensors, by whether the model trains.',
    params: { x: anything(null), alt: anything(null), training: anything(NONE) },
    symbolicBy: [],
    output: () => [],
    evaluate: ({ args: { x, alt, training }, context }) => {
      const truth = training.kind === 'None' ? false : context.truth(training);
      if (typeof truth !== 'boolean') return truth;
      const picked = truth === trained ? x : alt;
      return picked.kind === 'function'
        ? context.call(picked, { positional: [], keywords: new Map(), uncertain: null })
        : picked;
    },
  });

// ---------------------------------------------------------------- variables and facts

function variableOf(name: string): OpDefinition {
  return tensorflowOp({
    name,
    nameless: true,
    summary: name === 'zeros' ? 'A variable of zeros.' : 'A variable of ones.',
    params: { shape: shape({ single: true }), dtype: dtype(), name: other() },
    output: (question) => tensorOf(fillable(question.args.shape, question), question.args.dtype ?? question.floatx),
  });
}

const eye = tensorflowOp({
  name: 'eye',
  nameless: true,
  summary: 'A square matrix with ones on its diagonal.',
  params: { size: size(), dtype: dtype(), name: other() },
  output: ({ args: { size: side, dtype }, floatx }) => tensorOf([side, side], dtype ?? floatx),
});

const variable = tensorflowOp({
  name: 'variable',
  nameless: true,
  summary: 'A variable with an initial value.',
  params: { value: any(), dtype: dtype(), name: other(), constraint: other() },
  output: () => [],
  evaluate: ({ args: { value, dtype }, floatx }) =>
    new TensorValue({ library: 'variable', symbolic: false, shape: value.anyShape, dtype: dtype ?? floatx }),
});

const ndim = tensorflowOp({
  name: 'ndim',
  nameless: true,
  summary: 'The number of axes.',
  sparse: 'taken',
  params: { x: any() },
  output: () => [],
  evaluate: ({ args: { x } }) => int(x.rank),
});

const typeName = tensorflowOp({
  name: 'dtype',
  nameless: true,
  summary: 'The name of the element type.',
  sparse: 'taken',
  params: { x: any() },
  output: () => [],
  evaluate: ({ args: { x }, context }) =>
    x.dtype === '?' ? context.unknown('the element type is not known') : str(x.dtype),
});

const countParams = tensorflowOp({
  name: 'count_params',
  nameless: true,
  summary: 'The number of elements.',
  params: { x: any() },
  output: () => [],
  evaluate: ({ args: { x }, context }) => {
    const count = product(x.shape);
    return isKnown(count) ? int(count) : context.unknown('the number of elements is not known');
  },
});

const isSparse = tensorflowOp({
  name: 'is_sparse',
  nameless: true,
  summary: 'Whether a tensor is sparse.',
  sparse: 'taken',
  params: { tensor: any() },
  output: () => [],
  evaluate: ({ args: { tensor }, context }) => {
    const { tensor: own } = tensor;
    if (own?.sparse) return bool(true);
    const maySo = own?.symbolic !== false && settingsOf(context).sparseInputs.value;
    return maySo ? context.unknown('whether a tensor is sparse is not followed') : bool(false);
  },
});

/** The values of an eager tensor, as an array. */
const valueOfTensor = (name: string): OpDefinition =>
  tensorflowOp({
    name,
    nameless: true,
    summary: 'The values of a tensor, as an array.',
    params: { x: any() },
    output: () => [],
    evaluate: ({ args: { x }, context }) => {
      const { tensor: own } = x;
      if (!own || own.symbolic) return context.unknown('the values of a tensor are not known before a run');
      return valuesOf(own, context);
    },
  });

/** `K.placeholder`: a symbolic tensor. */
const placeholder = tensorflowOp({
  name: 'placeholder',
  nameless: true,
  summary: 'A symbolic tensor.',
  params: {
    shape: anything(NONE),
    ndim: optionalSize(),
    dtype: dtype(),
    sparse: flag(false),
    name: other(),
    ragged: other(),
  },
  symbolicBy: [],
  output: () => [],
  evaluate: ({ args: { shape: given, ndim: rank, dtype, sparse }, floatx, context }) => {
    const none = given.kind === 'None';
    if (none && (rank === null || !isKnown(rank))) return context.unknown('the rank of the placeholder is not known');
    const read = none ? null : shape().read(given, { callee: 'placeholder', parameter: 'shape' } as never);
    const found: Shape = none
      ? Array.from({ length: Number(rank) }, () => dynamic())
      : read && 'value' in read
        ? read.value
        : [];
    return new TensorValue({ library: 'keras', symbolic: true, shape: found, dtype: dtype ?? floatx, sparse });
  },
});

const mapFn = tensorflowOp({
  name: 'map_fn',
  nameless: true,
  summary: 'A function for each element of the first axis.',
  params: { fn: anything(null), elems: anything(null), name: other(), dtype: other() },
  symbolicBy: [],
  output: () => [],
  evaluate: mapped,
});

export const backendOperations: readonly OpDefinition[] = [
  dot,
  batchDot,
  repeatElements,
  repeat,
  flatten,
  batchFlatten,
  padding('temporal_padding', 3, intTuple(1, 1)),
  padding('spatial_2d_padding', 4, tuple([intTuple(1, 1), intTuple(1, 1)])),
  padding('spatial_3d_padding', 5, tuple([intTuple(1, 1), intTuple(1, 1), intTuple(1, 1)])),
  resized('resize_images', ['height_factor', 'width_factor']),
  resized('resize_volumes', ['depth_factor', 'height_factor', 'width_factor']),
  convolution(1),
  convolution(2),
  convolution(3),
  depthwise,
  separable,
  transposed,
  pool(2),
  pool(3),
  batchNormalization,
  binaryCrossentropy,
  categoricalCrossentropy,
  sparseCrossentropy,
  ctcBatchCost,
  choose,
  inTrainPhase('in_train_phase', true),
  inTrainPhase('in_test_phase', false),
  variableOf('zeros'),
  variableOf('ones'),
  eye,
  variable,
  ndim,
  typeName,
  countParams,
  isSparse,
  valueOfTensor('get_value'),
  valueOfTensor('eval'),
  placeholder,
  mapFn,
];
