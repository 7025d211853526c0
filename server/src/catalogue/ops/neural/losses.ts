/** `keras.losses` as functions: a loss for each sample, or for each place of it. */
import { axesOf, axisOf } from '../../../shapes/axes';
import { type Dimension, isUnknown, sameToKeras } from '../../../shapes/dimension';
import { refuse } from '../../../shapes/problem';
import { broadcast } from '../../../shapes/products';
import { explainReduction, reducedShape } from '../../../shapes/reduction';
import { formatShape } from '../../../shapes/shape';
import { FALSE, float, int, NONE, type Value } from '../../../values/value';
import { flag } from '../../params';
import { defineOp, type OpDefinition, type OpQuestion, operationClass, tensorOf } from '../define-op';
import { other } from '../elementwise/unary';
import { NotKnown, type Operand } from '../operand';
import { axes, integer, type OpParam, type OpParams, tensor } from '../params';
import { isIntegral } from '../promotion';

type Sizes = readonly Dimension[];

/** Keras' `squeeze_or_expand_to_same_rank`: a last size of 1 is dropped, or added to a vector. */
function toSameRank(left: Sizes, right: Sizes): readonly [Sizes, Sizes] {
  const longer = left.length > right.length ? left : right;
  const shorter = left.length > right.length ? right : left;
  if (longer.length !== shorter.length + 1) return [left, right];
  const last = longer.at(-1) as Dimension;
  if (isUnknown(last)) throw new NotKnown(last.reason);
  if (last !== 1) return [left, right];
  const changed: readonly [Sizes, Sizes] =
    shorter.length === 1 ? [longer, [...shorter, 1]] : [longer.slice(0, -1), shorter];
  return longer === left ? changed : [changed[1], changed[0]];
}

/** Means of ints are floats. */
function meanType(type: string): string {
  return isIntegral(type) ? 'float32' : type;
}

interface Row {
  readonly name: string;
  readonly summary: string;
  readonly aliases?: readonly string[];
  /** Whether ranks that differ by a last size of 1 are made the same first. */
  readonly ranks: boolean;
  readonly more?: Readonly<Record<string, Value>>;
}

const rows: readonly Row[] = [
  { name: 'categorical_hinge', summary: 'Categorical hinge loss.', ranks: false },
  { name: 'hinge', summary: 'Hinge loss.', ranks: false },
  { name: 'huber', summary: 'Huber loss.', ranks: true, more: { delta: float(1) } },
  {
    name: 'kl_divergence',
    summary: 'Kullback-Leibler divergence.',
    ranks: false,
    aliases: ['KLD', 'kld', 'kullback_leibler_divergence'],
  },
  { name: 'log_cosh', summary: 'Logarithm of the cosine of the error.', ranks: true, aliases: ['logcosh'] },
  { name: 'mean_absolute_error', summary: 'Mean absolute error.', ranks: true, aliases: ['MAE', 'mae'] },
  {
    name: 'mean_absolute_percentage_error',
    summary: 'Mean absolute percentage error.',
    ranks: true,
    aliases: ['MAPE', 'mape'],
  },
  { name: 'mean_squared_error', summary: 'Mean squared error.', ranks: true, aliases: ['MSE', 'mse'] },
  {
    name: 'mean_squared_logarithmic_error',
    summary: 'Mean squared logarithmic error.',
    ranks: true,
    aliases: ['MSLE', 'msle'],
  },
  { name: 'poisson', summary: 'Poisson loss.', ranks: false },
  { name: 'squared_hinge', summary: 'Squared hinge loss.', ranks: false },
];

function together(y_true: Operand, y_pred: Operand, ranks: boolean): Sizes {
  const [target, output] = ranks ? toSameRank(y_true.shape, y_pred.shape) : [y_true.shape, y_pred.shape];
  return broadcast(target, output, { parameter: 'y_true' });
}

/** Losses of two tensors that broadcast, reduced along the last axis. */
function broadcasting({ name, summary, aliases = [], ranks, more = {} }: Row): OpDefinition {
  const extra = Object.fromEntries(Object.entries(more).map(([key, value]) => [key, other(value)]));
  return defineOp({
    name,
    module: 'losses',
    aliases,
    operation: operationClass(name),
    summary,
    params: { y_true: tensor(), y_pred: tensor(), ...extra } as Pair,
    output: ({ args: { y_true, y_pred } }) =>
      tensorOf(reducedShape(together(y_true, y_pred, ranks), [-1], false), meanType(y_pred.dtype)),
    explain: ({ args: { y_true, y_pred } }) => explainReduction(together(y_true, y_pred, ranks), [-1]),
  });
}

interface Pair {
  readonly y_true: OpParam<Operand>;
  readonly y_pred: OpParam<Operand>;
  readonly [other: string]: OpParam<unknown>;
}

const cosineSimilarity = defineOp({
  name: 'cosine_similarity',
  module: 'losses',
  operation: 'CosineSimilarity',
  summary: 'Cosine similarity, turned into a loss.',
  params: { y_true: tensor(), y_pred: tensor(), axis: axes(int(-1)) },
  output: ({ args: { y_true, y_pred, axis } }) =>
    tensorOf(reducedShape(together(y_true, y_pred, true), axis, false), meanType(y_pred.dtype)),
});

function sameSizes(a: Sizes, b: Sizes): boolean {
  const like = (x: Dimension, y: Dimension) => isUnknown(x) || isUnknown(y) || sameToKeras(x, y);
  return a.length === b.length && a.every((size, i) => like(size, b[i] as Dimension));
}

function checkSame(y_true: Sizes, wanted: Sizes, y_pred: Sizes): void {
  if (sameSizes(y_true, wanted)) return;
  refuse('incompatible-shapes', `the target ${formatShape(y_true)} does not fit the output ${formatShape(y_pred)}`, {
    parameter: 'y_true',
    facts: { shapes: [y_true, y_pred] },
  });
}

/** Cross-entropies ask for targets of the very shape in a symbolic call, where they run TensorFlow broadcasts. */
function crossentropyShape({ args, mode }: OpQuestion<{ y_true: Operand; y_pred: Operand }>): Sizes {
  const { y_true, y_pred } = args;
  if (mode !== 'symbolic') return broadcast(y_true.shape, y_pred.shape, { parameter: 'y_true' });
  checkSame(y_true.shape, y_pred.shape, y_pred.shape);
  return y_pred.shape;
}

const smoothing = { from_logits: flag(false), label_smoothing: other(float(0)) };
const focal = { alpha: other(float(0.25)), gamma: other(float(2)) };

function binary(name: string, summary: string, before: OpParams): OpDefinition {
  return defineOp({
    name,
    module: 'losses',
    operation: operationClass(name),
    summary,
    params: { y_true: tensor(), y_pred: tensor(), ...before, ...smoothing, axis: axes(int(-1)) } as unknown as {
      readonly y_true: OpParam<Operand>;
      readonly y_pred: OpParam<Operand>;
      readonly axis: OpParam<readonly number[] | null>;
    },
    output: (question) =>
      tensorOf(reducedShape(crossentropyShape(question), question.args.axis, false), question.args.y_pred.dtype),
  });
}

const categorical = defineOp({
  name: 'categorical_crossentropy',
  module: 'losses',
  operation: 'CategoricalCrossentropy',
  summary: 'Cross-entropy of one-hot classes.',
  params: { y_true: tensor(), y_pred: tensor(), ...smoothing, axis: integer(-1) },
  output: (question) => {
    const { axis, y_pred } = question.args;
    const shape = crossentropyShape(question);
    const at = question.mode === 'symbolic' ? shape.length - 1 : axisOf(axis, shape.length);
    return tensorOf([...shape.slice(0, at), ...shape.slice(at + 1)], y_pred.dtype);
  },
});

const categoricalFocal = defineOp({
  name: 'categorical_focal_crossentropy',
  module: 'losses',
  operation: 'CategoricalFocalCrossentropy',
  summary: 'Cross-entropy of one-hot classes with less weight on easy ones.',
  params: { y_true: tensor(), y_pred: tensor(), ...focal, ...smoothing, axis: integer(-1) },
  output: ({ args: { y_true, y_pred, axis } }) => {
    axesOf([axis], y_pred.rank);
    return tensorOf(reducedShape(broadcast(y_true.shape, y_pred.shape), [axis], false), y_pred.dtype);
  },
});

const sparse = defineOp({
  name: 'sparse_categorical_crossentropy',
  module: 'losses',
  operation: 'SparseCategoricalCrossentropy',
  summary: 'Cross-entropy of classes by number.',
  params: { y_true: tensor(), y_pred: tensor(), from_logits: flag(false), ignore_class: other(), axis: integer(-1) },
  output: ({ args: { y_true, y_pred, axis } }) => {
    const at = axisOf(axis, y_pred.rank);
    const classes = y_true.rank === y_pred.rank && y_true.shape.at(at) === 1 ? dropped(y_true.shape, at) : y_true.shape;
    const rest = dropped(y_pred.shape, at);
    checkSame(classes, rest, y_pred.shape);
    return tensorOf(rest, y_pred.dtype);
  },
});

function dropped(shape: Sizes, axis: number): Sizes {
  return shape.filter((_, i) => i !== axis);
}

function overlap(name: string, summary: string, more: Readonly<Record<string, Value>>): OpDefinition {
  const extra = Object.fromEntries(Object.entries(more).map(([key, value]) => [key, other(value)]));
  return defineOp({
    name,
    module: 'losses',
    operation: operationClass(name),
    summary,
    params: { y_true: tensor(), y_pred: tensor(), ...extra, axis: axes(NONE) } as unknown as {
      readonly y_true: OpParam<Operand>;
      readonly y_pred: OpParam<Operand>;
      readonly axis: OpParam<readonly number[] | null>;
    },
    output: ({ args: { y_true, y_pred, axis } }) =>
      tensorOf(reducedShape(broadcast(y_true.shape, y_pred.shape), axis, false), y_pred.dtype),
  });
}

export const losses: readonly OpDefinition[] = [
  ...rows.map(broadcasting),
  cosineSimilarity,
  binary('binary_crossentropy', 'Cross-entropy of two classes.', {}),
  binary('binary_focal_crossentropy', 'Cross-entropy of two classes with less weight on easy ones.', {
    apply_class_balancing: other(FALSE),
    ...focal,
  }),
  categorical,
  categoricalFocal,
  sparse,
  overlap('dice', 'Dice loss: how little two masks overlap.', {}),
  overlap('tversky', 'Tversky loss: how little two masks overlap.', { alpha: float(0.5), beta: float(0.5) }),
];
