/** Normalization and losses (`K.batch_normalization`, `K.binary_crossentropy`). */
import { axisOf, without } from '../../../shapes/axes';
import { type Dimension, isKnown, product } from '../../../shapes/dimension';
import { mergedShape } from '../../../shapes/inference';
import { refuse } from '../../../shapes/problem';
import { broadcast } from '../../../shapes/products';
import { bool, float, int } from '../../../values/value';
import { type OpDefinition, type OpQuestion, tensorOf, tupleOf } from '../../ops/define-op';
import { other } from '../../ops/elementwise/unary';
import type { Operand } from '../../ops/operand';
import { axes, integer } from '../../ops/params';
import { anything, flag } from '../../params';
import { tensorflowOp } from '../../tensorflow/ops/define';

import { any, type Sizes } from './shared';

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

const normalizeBatch = tensorflowOp({
  name: 'normalize_batch_in_training',
  nameless: true,
  summary: 'Normalized by the mean and variance of the batch, which are given too.',
  params: { x: any(), gamma: other(null), beta: other(null), reduction_axes: axes(null), epsilon: other(float(0.001)) },
  output: ({ args: { x, reduction_axes: reduced } }) => {
    const along = reduced ?? x.shape.map((_, axis) => axis);
    const kept = without(
      x.shape,
      along.map((axis) => axisOf(axis, x.rank)),
    );
    return tupleOf(tensorOf(x.shape, x.dtype), tensorOf(kept, x.dtype), tensorOf(kept, x.dtype));
  },
});

type Losses = OpQuestion<{ readonly target: Operand; readonly output: Operand }>;

const fromLogits = { target: any(), output: any(), from_logits: flag(false) };

function ofEachElement({ args: { target, output, from_logits: logits } }: OfClasses) {
  const met = logits ? mergedShape(output.shape, target.shape, null) : broadcast(target.shape, output.shape);
  return tensorOf(met, output.dtype);
}

type OfClasses = OpQuestion<{ target: Operand; output: Operand; from_logits: boolean }>;

const binaryCrossentropy = tensorflowOp({
  name: 'binary_crossentropy',
  nameless: true,
  summary: 'Cross-entropy of each element for two classes.',
  params: fromLogits,
  output: ofEachElement,
});

function compatible({ args: { target, output } }: Losses): Sizes {
  return mergedShape(target.shape, output.shape, null, { parameter: 'target' });
}

function overClasses(question: OpQuestion<{ target: Operand; output: Operand; axis: number }>) {
  const met = compatible(question);
  return tensorOf(without(met, [axisOf(question.args.axis, met.length)]), question.args.output.dtype);
}

const categoricalCrossentropy = tensorflowOp({
  name: 'categorical_crossentropy',
  nameless: true,
  summary: 'Cross-entropy of one-hot classes.',
  params: { ...fromLogits, axis: integer(-1) },
  output: overClasses,
});

const focal = { alpha: other(float(0.25)), gamma: other(float(2)), from_logits: flag(false) };

const binaryFocalCrossentropy = tensorflowOp({
  name: 'binary_focal_crossentropy',
  nameless: true,
  summary: 'Cross-entropy of each element for two classes, where what is easy counts less.',
  params: { target: any(), output: any(), apply_class_balancing: other(bool(false)), ...focal },
  output: ofEachElement,
});

const categoricalFocalCrossentropy = tensorflowOp({
  name: 'categorical_focal_crossentropy',
  nameless: true,
  summary: 'Cross-entropy of one-hot classes, where what is easy counts less.',
  params: { target: any(), output: any(), ...focal, axis: integer(-1) },
  output: overClasses,
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

export const backendLosses: readonly OpDefinition[] = [
  batchNormalization,
  normalizeBatch,
  binaryCrossentropy,
  binaryFocalCrossentropy,
  categoricalCrossentropy,
  categoricalFocalCrossentropy,
  sparseCrossentropy,
  ctcBatchCost,
];
