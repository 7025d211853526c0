/** Keras' metrics by their names, and what each does with the shapes of labels and outputs. */
import type { Dimension } from '../../../../shapes/dimension';
import { product } from '../../../../shapes/dimension';
import type { Generation } from '../../../../values/context';
import { KERAS_2 } from '../../public-names';
import {
  alike,
  broadcast,
  clash,
  endsInOne,
  type Judgement,
  judge,
  open,
  reduceLast,
  type Sizes,
  sameCount,
  squeezeLast,
} from '../judgement';
import { lossNamed } from '../losses';
import { squeezedKeras2, toSameRank } from '../ranks';

export interface MetricRule {
  readonly name: string;
  /** Sizes of its values, in Keras 3 and Keras 2; for those that count over the whole batch, anything. */
  readonly values: (labels: Sizes, outputs: Sizes, generation: Generation) => Sizes;
}

/** What is written for "accuracy", whatever the labels are like. */
export function isAccuracy(name: string): boolean {
  return /^(accuracy|acc)$/i.test(name);
}

/** The accuracy that Keras takes for some labels and outputs (`get_metric` of keras.src.trainers.compile_utils). */
export function accuracyFor(labels: Sizes, outputs: Sizes, generation: Generation): MetricRule | null {
  const last = outputs[outputs.length - 1];
  if (last === undefined || outputs.length < 2 || typeof last !== 'number') return null;
  if (last === 1) return metricNamed('binary_accuracy') ?? null;
  if (generation === 'keras3') {
    const column = labels.length === outputs.length ? endsInOne(labels) : false;
    if (column === null) return null;
    const isSparse = labels.length < outputs.length || labels[labels.length - 1] === 1;
    return metricNamed(isSparse ? 'sparse_categorical_accuracy' : 'categorical_accuracy') ?? null;
  }
  const isSparse = labels.length < outputs.length || labels[labels.length - 1] === 1;
  return metricNamed(isSparse ? 'sparse_categorical_accuracy' : 'categorical_accuracy') ?? null;
}

export function metricNamed(name: string): MetricRule | undefined {
  return METRICS.get(name);
}

/** What a metric does with labels and outputs in `fit`. */
export function metricOutcome(rule: MetricRule, labels: Sizes, outputs: Sizes, generation: Generation): Judgement {
  return judge(() => {
    if (generation === 'keras3') return rule.values(labels, outputs, generation);
    // `match_dtype_and_rank`, then what every wrapped function goes through.
    const matched = labels.length === 1 && outputs.length === 2 ? [...labels, 1] : labels;
    return rule.values(matched, outputs, generation);
  });
}

type Values = MetricRule['values'];

/** Element by element, after both were brought to one rank. */
const elements: Values = (labels, outputs, generation) => {
  const [y, p] = generation === 'keras3' ? toSameRank(labels, outputs) : squeezedKeras2(labels, outputs);
  return broadcast(y, p);
};

/** Functions that Keras 3 calls on what it was given. */
const plain: Values = (labels, outputs, generation) => {
  const [y, p] = generation === 'keras3' ? [labels, outputs] : squeezedKeras2(labels, outputs);
  return broadcast(y, p);
};

function ofLoss(name: string): Values {
  return (labels, outputs, generation) => {
    const rule = lossNamed(name);
    if (!rule) return open();
    const [y, p] = generation === 'keras3' ? [labels, outputs] : squeezedKeras2(labels, outputs);
    return rule.values(y, p, generation, generation === 'keras3' ? null : false);
  };
}

/** `argmax` of the labels against `argmax` of the outputs (keras.src.metrics.accuracy_metrics). */
const categoricalAccuracy: Values = (labels, outputs, generation) => {
  if (generation !== 'keras3') return open();
  if (outputs.length === 1) return open();
  const classes = reduceLast(labels);
  const isColumn = classes.length === outputs.length;
  const matches = broadcast(isColumn ? squeezeLast(classes) : classes, reduceLast(outputs));
  return isColumn ? sameCount(matches, classes) : matches;
};

const sparseCategoricalAccuracy: Values = (labels, outputs, generation) => {
  if (generation !== 'keras3') return open();
  if (outputs.length === 1) return open();
  const isColumn = labels.length === outputs.length && (endsInOne(labels) ?? open());
  const matches = broadcast(isColumn ? squeezeLast(labels) : labels, reduceLast(outputs));
  return isColumn ? sameCount(matches, labels) : matches;
};

function topK(sparse: boolean): Values {
  return (labels, outputs, generation) => {
    if (generation !== 'keras3') return open();
    const classes = sparse ? labels : reduceLast(labels);
    if (outputs.length < 2) clash('the outputs have no axis of classes');
    if (classes.length === 0) clash('the labels have no axis of classes');
    const rows: Sizes = [product(reduceLast(outputs))];
    return alike([product(classes) as Dimension], rows);
  };
}

/** Metrics that count over all elements, laid flat. */
const counted: Values = (labels, outputs, generation) =>
  generation === 'keras3' ? sameCount(labels, outputs) : alike(...squeezedKeras2(labels, outputs));

/** The same in Keras 3 only. */
const countedKeras3: Values = (labels, outputs, generation) =>
  generation === 'keras3' ? sameCount(labels, outputs) : open();

/** `keras.metrics.Accuracy()`, which Keras 2 does not broadcast. */
const sameNumbers: Values = (labels, outputs, generation) =>
  generation === 'keras3' ? elements(labels, outputs, generation) : alike(...squeezedKeras2(labels, outputs));

const fScore: Values = (labels, outputs, generation) => {
  if (generation !== 'keras3') return open();
  for (const sizes of [labels, outputs]) {
    if (sizes.length !== 2) clash(`labels and outputs must have 2 axes, and one has ${sizes.length}`);
  }
  const [y, p] = [labels[1] as Dimension, outputs[1] as Dimension];
  if (typeof y === 'number' && typeof p === 'number' && y !== 1 && y !== p) {
    clash(`the labels have ${y} columns, and the outputs ${p}`);
  }
  return [];
};

const TABLE: readonly (readonly [string, Values])[] = [
  ['accuracy Accuracy', sameNumbers],
  ['binary_accuracy BinaryAccuracy', elements],
  ['categorical_accuracy CategoricalAccuracy', categoricalAccuracy],
  ['sparse_categorical_accuracy SparseCategoricalAccuracy', sparseCategoricalAccuracy],
  ['top_k_categorical_accuracy TopKCategoricalAccuracy', topK(false)],
  ['sparse_top_k_categorical_accuracy SparseTopKCategoricalAccuracy', topK(true)],
  ['mean_squared_error MeanSquaredError mse MSE', elements],
  ['mean_absolute_error MeanAbsoluteError mae MAE', elements],
  ['mean_absolute_percentage_error MeanAbsolutePercentageError mape MAPE', elements],
  ['mean_squared_logarithmic_error MeanSquaredLogarithmicError msle MSLE', elements],
  ['root_mean_squared_error RootMeanSquaredError', elements],
  ['cosine_similarity CosineSimilarity', elements],
  ['log_cosh log_cosh_error LogCoshError logcosh', elements],
  ['kl_divergence KLDivergence', plain],
  ['poisson Poisson', plain],
  ['hinge Hinge', plain],
  ['squared_hinge SquaredHinge', plain],
  ['categorical_hinge CategoricalHinge', plain],
  ['binary_crossentropy BinaryCrossentropy bce BCE', ofLoss('binary_crossentropy')],
  ['categorical_crossentropy CategoricalCrossentropy', ofLoss('categorical_crossentropy')],
  ['sparse_categorical_crossentropy SparseCategoricalCrossentropy', ofLoss('sparse_categorical_crossentropy')],
  ['precision Precision', counted],
  ['recall Recall', counted],
  ['auc AUC', counted],
  ['true_positives TruePositives', counted],
  ['true_negatives TrueNegatives', counted],
  ['false_positives FalsePositives', counted],
  ['false_negatives FalseNegatives', counted],
  ['mean_io_u MeanIoU', countedKeras3],
  ['f1_score F1Score', fScore],
  ['f_beta_score FBetaScore', fScore],
];

const METRICS: ReadonlyMap<string, MetricRule> = new Map(
  TABLE.flatMap(([names, values]) => {
    const [name] = names.split(' ') as [string];
    return names.split(' ').map((spelling) => [spelling, { name, values }] as const);
  }),
);

/** Names that `keras.metrics.get` of Keras 3 knows beyond those above. */
const OTHERS =
  'accuracy acc BinaryIoU ConcordanceCorrelation IoU OneHotIoU OneHotMeanIoU PearsonCorrelation PrecisionAtRecall ' +
  'RecallAtPrecision R2Score SensitivityAtSpecificity SpecificityAtSensitivity Mean Sum MeanMetricWrapper Metric ' +
  'binary_io_u concordance_correlation io_u one_hot_io_u one_hot_mean_io_u pearson_correlation precision_at_recall ' +
  'recall_at_precision r2_score sensitivity_at_specificity specificity_at_sensitivity mean sum mean_metric_wrapper metric';

/** Names above that Keras 3's `get` does not know. */
const NOT_KERAS3: ReadonlySet<string> = new Set(['logcosh', 'log_cosh']);

const KNOWN: ReadonlySet<string> = new Set([...METRICS.keys(), ...OTHERS.split(' ')]);

/** Functions that `keras.metrics.get` of Keras 2 finds in its module, beside the public names of it. */
const FUNCTIONS_2 =
  'accuracy acc crossentropy ce bce BCE binary_crossentropy categorical_crossentropy sparse_categorical_crossentropy ' +
  'categorical_hinge cosine_proximity cosine_similarity hinge squared_hinge ' +
  'kullback_leibler_divergence log_cosh logcosh mae MAE mape MAPE mse MSE msle MSLE mean_absolute_error ' +
  'mean_absolute_percentage_error mean_squared_error mean_squared_logarithmic_error poisson';

const KNOWN_2: ReadonlySet<string> = new Set([...FUNCTIONS_2.split(' '), ...(KERAS_2.get('keras.metrics') ?? [])]);

export function isMetricName(name: string, generation: Generation): boolean {
  if (generation !== 'keras3') return isAccuracy(name) || KNOWN_2.has(name);
  return isAccuracy(name) || (KNOWN.has(name) && !NOT_KERAS3.has(name));
}

export function metricNames(generation: Generation): string[] {
  return generation === 'keras3' ? [...KNOWN].filter((name) => !NOT_KERAS3.has(name)) : [...KNOWN_2];
}
