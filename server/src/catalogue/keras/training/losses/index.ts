/** Keras' losses by their names, and what each does with the shapes of labels and outputs. */
import type { Generation } from '../../../../values/context';
import { clash, type Judgement, judge, open, type Sizes } from '../judgement';
import { matched } from '../ranks';
import { binary } from './binary';
import { categorical } from './categorical';
import { elementwise } from './elementwise';
import { sparse } from './sparse';

/** How a loss reads its labels. */
export type LabelKind = 'values' | 'one-hot' | 'class-numbers' | 'binary' | 'other';

export interface LossRule {
  /** The function's name, whatever the spelling: `mean_squared_error`. */
  readonly name: string;
  readonly labels: LabelKind;
  /** Sizes of the values for each sample. `logits` is null where it is not known. */
  readonly values: (labels: Sizes, outputs: Sizes, generation: Generation, logits: boolean | null) => Sizes;
}

/** Names of a loss beside its own: the class', short ones, those of older generations. */
const SPELLINGS: Readonly<Record<string, string>> = {
  mean_squared_error: 'MeanSquaredError mse MSE',
  mean_absolute_error: 'MeanAbsoluteError mae MAE',
  mean_absolute_percentage_error: 'MeanAbsolutePercentageError mape MAPE',
  mean_squared_logarithmic_error: 'MeanSquaredLogarithmicError msle MSLE',
  huber: 'Huber huber_loss',
  log_cosh: 'LogCosh logcosh',
  hinge: 'Hinge',
  squared_hinge: 'SquaredHinge',
  categorical_hinge: 'CategoricalHinge',
  kl_divergence: 'KLDivergence kld KLD kullback_leibler_divergence',
  poisson: 'Poisson',
  cosine_similarity: 'CosineSimilarity',
  dice: 'Dice',
  tversky: 'Tversky',
  categorical_focal_crossentropy: 'CategoricalFocalCrossentropy',
  categorical_crossentropy: 'CategoricalCrossentropy',
  sparse_categorical_crossentropy: 'SparseCategoricalCrossentropy',
  binary_crossentropy: 'BinaryCrossentropy bce BCE',
  binary_focal_crossentropy: 'BinaryFocalCrossentropy',
  ctc: 'CTC',
};

const ONE_HOT: ReadonlySet<string> = new Set([
  'categorical_crossentropy',
  'categorical_focal_crossentropy',
  'categorical_hinge',
]);

const LOSSES_OF_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'mean_squared_error mean_absolute_error mean_absolute_percentage_error mean_squared_logarithmic_error huber ' +
    'log_cosh hinge squared_hinge categorical_hinge kl_divergence poisson cosine_similarity'
  ).split(' '),
);

/** Functions of Keras 3 that bring both to one rank themselves. */
const SQUEEZING: ReadonlySet<string> = new Set(
  (
    'mean_squared_error mean_absolute_error mean_absolute_percentage_error mean_squared_logarithmic_error ' +
    'cosine_similarity huber log_cosh'
  ).split(' '),
);

/** Whether a loss' function of Keras 3 brings both to one rank wherever it is called, not in `fit` only. */
export function squeezesItself({ name }: LossRule): boolean {
  return SQUEEZING.has(name);
}

const LOSSES: ReadonlyMap<string, LossRule> = new Map(
  Object.entries(SPELLINGS).flatMap(([name, others]) => {
    const rule: LossRule = { name, labels: labelKind(name), values: valuesOf(name) };
    return [name, ...others.split(' ')].map((spelling) => [spelling, rule] as const);
  }),
);

/** Names that one generation lacks. */
const KERAS2_ONLY: ReadonlySet<string> = new Set(['huber_loss', 'logcosh', 'kullback_leibler_divergence']);
const KERAS3_ONLY: ReadonlySet<string> = new Set(['ctc', 'CTC', 'dice', 'Dice', 'tversky', 'Tversky']);
/** Names that `get` finds, whose shapes are not followed. */
const OTHERS: ReadonlySet<string> = new Set(['circle', 'Circle', 'crossentropy', 'ce']);

export function lossNamed(name: string): LossRule | undefined {
  return LOSSES.get(name);
}

/** Whether `keras.losses.get` knows a name. */
export function isLossName(name: string, generation: Generation): boolean {
  if (generation === 'keras3') return (LOSSES.has(name) && !KERAS2_ONLY.has(name)) || OTHERS.has(name);
  return LOSSES.has(name) && !KERAS3_ONLY.has(name);
}

/** All names that `keras.losses.get` knows and rules follow. */
export function lossNames(generation: Generation): string[] {
  return [...LOSSES.keys()].filter((name) => isLossName(name, generation));
}

/**
 * What a loss does with labels and outputs in `fit`: the sizes of its values, or why Keras refuses.
 * Both are brought to one rank first (`LossFunctionWrapper`).
 */
export function lossOutcome(
  rule: LossRule,
  labels: Sizes,
  outputs: Sizes,
  generation: Generation,
  logits: boolean | null,
): Judgement {
  return judge(() => {
    // Keras 2 flattens what it is given for class numbers, but squeezes by its general rule before.
    const [y, p] = matched(labels, outputs, generation);
    return rule.values(y, p, generation, logits);
  });
}

function labelKind(name: string): LabelKind {
  if (ONE_HOT.has(name)) return 'one-hot';
  if (name.startsWith('sparse_')) return 'class-numbers';
  if (name.startsWith('binary_')) return 'binary';
  return name === 'ctc' ? 'other' : 'values';
}

function valuesOf(name: string): LossRule['values'] {
  switch (name) {
    case 'categorical_crossentropy':
      return categorical;
    case 'sparse_categorical_crossentropy':
      return sparse;
    case 'binary_crossentropy':
      return binary;
    case 'categorical_focal_crossentropy':
      // Keras 2 checks as it does for the plain one.
      return (labels, outputs, generation) =>
        generation === 'keras3' ? elementwise(labels, outputs) : categorical(labels, outputs);
    case 'binary_focal_crossentropy':
      return (labels, outputs, generation) => binary(labels, outputs, generation, false);
    case 'ctc':
      return (labels, outputs) => {
        if (labels.length !== 2) clash(`labels of CTC have 2 axes, and these have ${labels.length}`);
        if (outputs.length !== 3) clash(`outputs for CTC have 3 axes, and these have ${outputs.length}`);
        return labels.slice(0, 1);
      };
    case 'dice':
    case 'tversky':
      return (labels, outputs) => {
        elementwise(labels, outputs);
        return [];
      };
    default:
      return LOSSES_OF_ELEMENTS.has(name) ? elementwise : open;
  }
}
