/** Softmax and its kind, normalization, attention. */
import { axesOf, axisOf, indexOf, replaced } from '../../../shapes/axes';
import { type Dimension, formatDimension, isKnown, isUnknown, sameToKeras } from '../../../shapes/dimension';
import { refuse } from '../../../shapes/problem';
import { broadcast } from '../../../shapes/products';
import { formatShape } from '../../../shapes/shape';
import { FALSE, float, int, NONE } from '../../../values/value';
import { anything, flag } from '../../params';
import { defineOp, type OpDefinition, operationClass, tensorOf } from '../define-op';
import { checkComputed, other } from '../elementwise/unary';
import type { Operand } from '../operand';
import { axes, integer, optionalTensor, tensor } from '../params';
import { resultType } from '../promotion';

const softmaxes: readonly (readonly [name: string, summary: string])[] = [
  ['log_softmax', 'Logarithm of the softmax along some axes.'],
  ['softmax', 'Elements along some axes as shares of 1.'],
];

const softmaxOps = softmaxes.map(([name, summary]) =>
  defineOp({
    name,
    module: 'nn',
    operation: operationClass(name),
    summary,
    params: { x: tensor(), axis: axes(int(-1)) },
    output: ({ args: { x, axis }, callee, mode }) => {
      if (axis !== null) axesOf(axis, x.rank);
      if (mode !== 'symbolic') checkComputed(x.dtype, 'floats', callee);
      return tensorOf(x.shape, x.dtype);
    },
  }),
);

const sparsemax = defineOp({
  name: 'sparsemax',
  module: 'nn',
  operation: 'Sparsemax',
  summary: 'Softmax that gives exact zeros.',
  params: { x: tensor(), axis: integer(-1) },
  output: ({ args: { x, axis } }) => {
    axisOf(axis, x.rank);
    return tensorOf(x.shape, x.dtype);
  },
});

const glu = defineOp({
  name: 'glu',
  module: 'nn',
  operation: 'Glu',
  summary: 'One half of an axis times the sigmoid of the other.',
  params: { x: tensor(), axis: integer(-1) },
  output: ({ args: { x, axis } }) => {
    const at = indexOf(axis, x.rank);
    const size = x.shape[at] as Dimension;
    if (!isKnown(size)) return tensorOf(x.shape, x.dtype);
    if (size % 2 !== 0) {
      refuse('incompatible-shapes', `axis ${at} has ${size}, which does not divide into two halves`, {
        parameter: 'axis',
        facts: { size, parts: 2, axis: at },
      });
    }
    return tensorOf(replaced(x.shape, at, size / 2), x.dtype);
  },
});

const normalize = defineOp({
  name: 'normalize',
  module: 'nn',
  operation: 'Normalize',
  summary: 'Each vector divided by its norm.',
  params: { x: tensor(), axis: axes(int(-1)), order: other(int(2)), epsilon: other() },
  output: ({ args: { x, axis } }) => {
    if (axis !== null) axesOf(axis, x.rank);
    return tensorOf(x.shape, 'float32');
  },
  run: ({ args: { x, axis } }) => {
    const shape = x.rank === 0 ? [1] : x.shape;
    if (axis !== null) axesOf(axis, shape.length);
    return tensorOf(shape, x.dtype);
  },
});

const layerNormalization = defineOp({
  name: 'layer_normalization',
  module: 'nn',
  operation: 'LayerNorm',
  summary: 'Mean 0 and variance 1 along some axes, then scaled and moved.',
  params: {
    x: tensor(),
    gamma: optionalTensor(),
    beta: optionalTensor(),
    axis: anything(int(-1)),
    epsilon: other(),
    kwargs: { default: null, kind: 'var-keyword', read: () => ({ value: null }) },
  },
  output: ({ args: { x } }) => tensorOf(x.anyShape, x.dtype),
});

const rmsNormalization = defineOp({
  name: 'rms_normalization',
  module: 'nn',
  operation: 'RMSNorm',
  summary: 'Divided by the root of the mean square along some axes.',
  params: { x: tensor(), scale: optionalTensor(), axis: anything(int(-1)), epsilon: other() },
  output: ({ args: { x } }) => tensorOf(x.anyShape, x.dtype),
});

/** A vector for each channel. Keras compares strictly: None against 4 differs. */
function checkVector(vector: Operand, size: Dimension, parameter: string): void {
  const [only] = vector.shape;
  const fits =
    vector.rank === 1 && only !== undefined && (isUnknown(only) || isUnknown(size) || sameToKeras(only, size));
  if (fits) return;
  refuse(
    'incompatible-shapes',
    `\`${parameter}\` must be a vector of ${formatDimension(size)}, and has the shape ${formatShape(vector.shape)}`,
    { parameter },
  );
}

const batchNormalization = defineOp({
  name: 'batch_normalization',
  module: 'nn',
  operation: 'BatchNorm',
  summary: 'Normalized by a mean and variance for each channel.',
  params: {
    x: tensor(),
    mean: tensor(),
    variance: tensor(),
    axis: integer(),
    offset: optionalTensor(),
    scale: optionalTensor(),
    epsilon: other(float(0.001)),
  },
  output: ({ args: { x, mean, variance, axis, offset, scale } }) => {
    const size = x.shape[indexOf(axis, x.rank)] as Dimension;
    checkVector(mean, size, 'mean');
    checkVector(variance, size, 'variance');
    if (offset) checkVector(offset, size, 'offset');
    if (scale) checkVector(scale, size, 'scale');
    else if (offset) {
      refuse('invalid-argument', '`scale` must be given with `offset`', {
        exception: 'AttributeError',
        parameter: 'scale',
      });
    }
    return tensorOf(x.shape, x.dtype);
  },
  run: ({ args: { x, axis } }) => {
    axisOf(axis, x.rank);
    return tensorOf(x.shape, x.dtype);
  },
});

const attention = defineOp({
  name: 'dot_product_attention',
  module: 'nn',
  operation: 'DotProductAttention',
  summary: 'Attention of queries to keys, as weights of values.',
  params: {
    query: tensor(),
    key: tensor(),
    value: tensor(),
    bias: optionalTensor(),
    mask: optionalTensor(),
    scale: other(NONE),
    is_causal: other(FALSE),
    flash_attention: other(NONE),
    attn_logits_soft_cap: anything(NONE),
  },
  symbolicBy: ['query', 'key', 'value'],
  output: ({ args: { query, key, value, attn_logits_soft_cap: cap } }) => {
    if (cap.kind !== 'None' && cap.kind !== 'unknown') {
      refuse('invalid-argument', '`attn_logits_soft_cap` is for JAX on TPU only', {
        parameter: 'attn_logits_soft_cap',
      });
    }
    return tensorOf(query.anyShape, resultType(query.dtype, key.dtype, value.dtype));
  },
  run: ({ args: { query, key, value } }) => {
    for (const [parameter, one] of Object.entries({ query, key, value })) {
      if (one.rank !== 4) {
        refuse('wrong-rank', `\`${parameter}\` must have 4 dimensions, and ${formatShape(one.shape)} has ${one.rank}`, {
          parameter,
        });
      }
    }
    return tensorOf(query.anyShape, resultType(query.dtype, key.dtype, value.dtype));
  },
});

/** Tensors of which `None` only meets `None`. */
function sameSizes(a: readonly Dimension[], b: readonly Dimension[]): boolean {
  return (
    a.length === b.length &&
    a.every((size, i) => isUnknown(size) || isUnknown(b[i] as Dimension) || sameToKeras(size, b[i] as Dimension))
  );
}

function checkTargets(target: readonly Dimension[], output: readonly Dimension[], wanted: readonly Dimension[]): void {
  if (sameSizes(target, wanted)) return;
  refuse(
    'incompatible-shapes',
    `the target ${formatShape(target)} does not fit the output ${formatShape(output)}${
      wanted === output ? '' : `: ${formatShape(wanted)} is needed`
    }`,
    { parameter: 'target', facts: { shapes: [target, output] } },
  );
}

const binaryCrossentropy = defineOp({
  name: 'binary_crossentropy',
  module: 'nn',
  operation: 'BinaryCrossentropy',
  summary: 'Cross-entropy of each element for two classes.',
  params: { target: tensor(), output: tensor(), from_logits: flag(false) },
  output: ({ args: { target, output } }) => {
    checkTargets(target.shape, output.shape, output.shape);
    return tensorOf(output.shape, output.dtype);
  },
});

const categoricalCrossentropy = defineOp({
  name: 'categorical_crossentropy',
  module: 'nn',
  operation: 'CategoricalCrossentropy',
  summary: 'Cross-entropy of one-hot classes.',
  params: { target: tensor(), output: tensor(), from_logits: flag(false), axis: integer(-1) },
  output: ({ args: { target, output }, callee }) => {
    checkTargets(target.shape, output.shape, output.shape);
    if (target.rank < 1) refuse('wrong-rank', `${callee} does not take scalars`);
    return tensorOf(output.shape.slice(0, -1), output.dtype);
  },
  run: ({ args: { target, output, axis }, callee }) => {
    checkTargets(target.shape, output.shape, broadcast(target.shape, output.shape));
    if (target.rank < 1) refuse('wrong-rank', `${callee} does not take scalars`);
    const at = axisOf(axis, output.rank);
    return tensorOf([...output.shape.slice(0, at), ...output.shape.slice(at + 1)], output.dtype);
  },
});

const sparseCategoricalCrossentropy = defineOp({
  name: 'sparse_categorical_crossentropy',
  module: 'nn',
  operation: 'SparseCategoricalCrossentropy',
  summary: 'Cross-entropy of classes by number.',
  params: { target: tensor(), output: tensor(), from_logits: flag(false), axis: integer(-1) },
  output: ({ args: { target, output, axis }, callee }) => {
    if (output.rank < 1) refuse('wrong-rank', `${callee} does not take a scalar as output`);
    const at = axisOf(axis, output.rank);
    const classes = target.rank === output.rank && target.shape.at(-1) === 1 ? target.shape.slice(0, -1) : target.shape;
    const rest = [...output.shape.slice(0, at), ...output.shape.slice(at + 1)];
    checkTargets(classes, output.shape, rest);
    return tensorOf(rest, output.dtype);
  },
});

/** First sizes must be the same, a None only that of a None. */
function checkBatch(a: Operand, b: Operand, names: string): void {
  const [first, second] = [a.shape[0], b.shape[0]];
  if (first === undefined || second === undefined) {
    refuse('wrong-rank', `${names} must not be scalars`, { exception: 'IndexError' });
  } else if (!sameSizes([first], [second])) {
    refuse(
      'incompatible-shapes',
      `${names} differ in their batch: ${formatDimension(first)} against ${formatDimension(second)}`,
    );
  }
}

const ctcLoss = defineOp({
  name: 'ctc_loss',
  module: 'nn',
  operation: 'CTCLoss',
  summary: 'Connectionist temporal classification loss of each sample.',
  params: {
    target: tensor(),
    output: tensor(),
    target_length: tensor(),
    output_length: tensor(),
    mask_index: other(int(0)),
  },
  output: ({ args: { target, output, target_length: targets, output_length: outputs } }) => {
    checkBatch(target, output, 'target and output');
    checkBatch(targets, target, 'target_length and target');
    checkBatch(outputs, output, 'output_length and output');
    return tensorOf([target.shape[0] as Dimension], resultType(output.dtype, 'float32'));
  },
});

const ctcDecode = defineOp({
  name: 'ctc_decode',
  module: 'nn',
  operation: 'CTCDecode',
  summary: 'Labels of a CTC output, and their scores.',
  params: {
    inputs: tensor(),
    sequence_lengths: tensor(),
    strategy: anything({ kind: 'str', value: 'greedy' }),
    beam_width: other(int(100)),
    top_paths: integer(1),
    merge_repeated: other({ kind: 'bool', value: true }),
    mask_index: other(int(0)),
  },
  output: ({ args: { inputs, strategy, top_paths: paths } }) => {
    const [batch, time] = inputs.shape;
    if (batch === undefined || time === undefined) {
      return refuse('wrong-rank', 'inputs of ctc_decode have 3 dimensions', { exception: 'IndexError' });
    }
    const count = strategy.kind === 'str' && strategy.value === 'greedy' ? 1 : paths;
    return {
      type: 'tuple',
      items: [tensorOf([count, batch, time], 'int32'), tensorOf([batch, count], resultType(inputs.dtype, 'float32'))],
    };
  },
});

const psnr = defineOp({
  name: 'psnr',
  module: 'nn',
  operation: 'PSNR',
  summary: 'Peak signal-to-noise ratio of two images.',
  params: { x1: tensor(), x2: tensor(), max_val: other(null) },
  output: ({ args: { x1, x2 } }) => {
    if (x1.rank !== x2.rank) {
      refuse('incompatible-shapes', `${formatShape(x1.shape)} and ${formatShape(x2.shape)} have different ranks`);
    }
    return tensorOf([], 'float32');
  },
});

export const normalizing: readonly OpDefinition[] = [
  ...softmaxOps,
  sparsemax,
  glu,
  normalize,
  layerNormalization,
  rmsNormalization,
  batchNormalization,
  attention,
  binaryCrossentropy,
  categoricalCrossentropy,
  sparseCategoricalCrossentropy,
  ctcLoss,
  ctcDecode,
  psnr,
];
