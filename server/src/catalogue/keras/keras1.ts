/**
 * Arguments as Keras 1 spelled them, made those of Keras 2, as Keras 2 itself did for a while
 * (`keras.legacy.interfaces`).
 */
import type { Arguments } from '../../values/arguments';
import { NONE, str, tuple, type Value } from '../../values/value';

/** Old names that mean one thing in all layers. */
export const RENAMED: Readonly<Record<string, string>> = {
  nb_filter: 'filters',
  output_dim: 'units',
  init: 'kernel_initializer',
  inner_init: 'recurrent_initializer',
  inner_activation: 'recurrent_activation',
  W_regularizer: 'kernel_regularizer',
  U_regularizer: 'recurrent_regularizer',
  b_regularizer: 'bias_regularizer',
  W_constraint: 'kernel_constraint',
  U_constraint: 'recurrent_constraint',
  b_constraint: 'bias_constraint',
  dropout_W: 'dropout',
  dropout_U: 'recurrent_dropout',
  bias: 'use_bias',
  border_mode: 'padding',
  subsample: 'strides',
  subsample_length: 'strides',
  filter_length: 'kernel_size',
  atrous_rate: 'dilation_rate',
  pool_length: 'pool_size',
  stride: 'strides',
  p: 'rate',
  sigma: 'stddev',
  beta_init: 'beta_initializer',
  gamma_init: 'gamma_initializer',
  input: 'inputs',
  output: 'outputs',
};

/** Names that mean something else in some layers. */
const OWN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Embedding: {
    output_dim: 'output_dim',
    init: 'embeddings_initializer',
    W_regularizer: 'embeddings_regularizer',
    W_constraint: 'embeddings_constraint',
  },
  PReLU: { init: 'alpha_initializer' },
  UpSampling1D: { length: 'size' },
};

/** What had a part in how it was computed only, or is gone. */
const DROPPED: ReadonlySet<string> = new Set(['consume_less', 'mode', 'forget_bias_init']);

/** The same of single layers: zeroed rows of the embeddings while training. */
const DROPPED_BY: Readonly<Record<string, readonly string[]>> = { Embedding: ['dropout'] };

/** Sizes of kernels that were given one by one, by the layers that had them. */
const KERNEL: Readonly<Record<string, readonly string[]>> = {
  Conv2D: ['nb_row', 'nb_col'],
  SeparableConv2D: ['nb_row', 'nb_col'],
  Conv2DTranspose: ['nb_row', 'nb_col'],
  ConvLSTM2D: ['nb_row', 'nb_col'],
  LocallyConnected2D: ['nb_row', 'nb_col'],
  Conv3D: ['kernel_dim1', 'kernel_dim2', 'kernel_dim3'],
};

const FORMATS: Readonly<Record<string, Value>> = {
  tf: str('channels_last'),
  th: str('channels_first'),
  default: NONE,
};

/** The arguments of a layer's constructor in Keras 2's spelling. What is spelled so already stays. */
export function fromKeras1(layer: string, given: Arguments): Arguments {
  const keywords = new Map<string, Value>();
  for (const [name, value] of given.keywords) {
    if (DROPPED.has(name) || DROPPED_BY[layer]?.includes(name)) continue;
    if (name === 'dim_ordering') keywords.set('data_format', (value.kind === 'str' && FORMATS[value.value]) || value);
    else keywords.set(OWN[layer]?.[name] ?? RENAMED[name] ?? name, value);
  }
  return withKernel(layer, { ...given, keywords });
}

/** `Convolution2D(32, 3, 3)`: a kernel of 3 by 3. */
function withKernel(layer: string, given: Arguments): Arguments {
  const names = KERNEL[layer];
  if (!names) return given;
  const keywords = new Map(given.keywords);
  const byName = names.map((name) => keywords.get(name));
  const byPosition = given.positional.slice(1, 1 + names.length);
  const sizes = names.map((_, i) => byPosition[i] ?? byName[i]);
  const isSize = (value: Value | undefined): value is Value => value?.kind === 'int' || value?.kind === 'unknown';
  const spelledSo = byName.some((value) => value !== undefined) || byPosition.length === names.length;
  if (!spelledSo || !sizes.every(isSize)) return given;
  for (const name of names) keywords.delete(name);
  keywords.set('kernel_size', tuple(sizes));
  // What stood behind the sizes was `init`, `activation`, `weights`, `border_mode`, `subsample`.
  const rest = given.positional.slice(1 + names.length);
  ['kernel_initializer', 'activation', 'weights', 'padding', 'strides'].forEach((name, i) => {
    const value = rest[i];
    if (value && !keywords.has(name)) keywords.set(name, value);
  });
  return { ...given, positional: given.positional.slice(0, 1), keywords };
}
