/**
 * The modules of Keras: which spelling means which, as far as text alone tells.
 *
 * `keras`, `tensorflow.keras`, `tensorflow.python.keras`, `keras.src`, `keras.api` … are one tree, and
 * modules that older generations had, or that only Keras' own files have, stand for the public one
 * that their names are in.
 */

/** Where Keras' tree begins in its many spellings, the longest first. */
const ROOTS: readonly string[] = [
  'tensorflow.compat.v1.keras',
  'tensorflow.compat.v2.keras',
  'tensorflow.contrib.keras.api.keras',
  'tensorflow.contrib.keras.python.keras',
  'tensorflow.contrib.keras',
  'tensorflow.keras.api._v2.keras',
  'tensorflow.keras.api._v1.keras',
  'tensorflow.keras.api',
  'tensorflow.keras.src',
  'tensorflow.keras',
  'tensorflow.python.keras.api._v2.keras',
  'tensorflow.python.keras.api',
  'tensorflow.python.keras',
  'keras._tf_keras.keras',
  'keras.api._tf_keras.keras',
  'keras.api._v2.keras',
  'keras.api',
  'keras.src',
  'tf_keras.src',
  'tf_keras.api._v2.keras',
  'tf_keras.api',
  'tf_keras',
  'keras',
];

/** A spelling of a module of Keras' as `keras` or `keras.…`; undefined for other modules. */
export function inKeras(name: string): string | undefined {
  for (const root of ROOTS) {
    if (name === root) return 'keras';
    if (name.startsWith(`${root}.`)) return `keras${name.slice(root.length)}`;
  }
  return undefined;
}

/**
 * Whether a module (by its name in `keras`) is not declared but interpreted: its source in an extra
 * path, or else our own description of it (see `sources`).
 */
export function isInterpreted(own: string): boolean {
  return own === 'keras.applications' || own.startsWith('keras.applications.');
}

/** Modules whose names are those of other ones, in the order in which they are looked for. */
const ELSEWHERE: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^keras\.layers\.experimental\.preprocessing$/, ['keras.layers.experimental.preprocessing', 'keras.layers']],
  [/^keras\.layers\.experimental/, ['keras.layers.experimental', 'keras.layers']],
  [/^keras\.layers\.(?!experimental)/, ['keras.layers']],
  [/^keras\.engine(\.|$)/, ['keras.layers', 'keras.models', 'keras.utils', 'keras']],
  [/^keras\.models\./, ['keras.models', 'keras']],
  [/^keras\.legacy\.(layers|models)/, ['keras.layers', 'keras.models']],
  [/^keras\.utils\.(?!legacy|bounding_boxes|experimental)/, ['keras.utils']],
  [/^keras\.backend\./, ['keras.backend']],
  [/^keras\.objectives$/, ['keras.losses']],
  [/^keras\.losses\./, ['keras.losses']],
  [/^keras\.metrics\.(?!experimental)/, ['keras.metrics']],
  [/^keras\.initializations$/, ['keras.initializers']],
  [/^keras\.initializers\./, ['keras.initializers']],
  [
    /^keras\.optimizer(s|_v1|_v2)\.(?!legacy|schedules|experimental)/,
    ['keras.optimizers', 'keras.optimizers.schedules'],
  ],
  [/^keras\.optimizers\.schedules\./, ['keras.optimizers.schedules']],
  [/^keras\.callbacks\.(?!experimental)/, ['keras.callbacks']],
  [/^keras\.activations\./, ['keras.activations']],
  [/^keras\.regularizers\./, ['keras.regularizers']],
  [/^keras\.constraints\./, ['keras.constraints']],
  [/^keras\.saving\./, ['keras.saving', 'keras.models']],
  [/^keras\.dtype_policies\./, ['keras.dtype_policies']],
  [/^keras\.random\./, ['keras.random']],
  [/^keras\.ops\.(?!numpy$|nn$|linalg$|image$|core$|math$|fft$)/, ['keras.ops']],
  [/^keras\.ops\.(core|math)$/, ['keras.ops']],
  [/^keras\.preprocessing\.image\./, ['keras.preprocessing.image']],
];

/** The modules in which a module's names are looked for: itself, or those that it stands for. */
export function lookedForIn(name: string): readonly string[] {
  for (const [pattern, modules] of ELSEWHERE) if (pattern.test(name)) return modules;
  return [name];
}

/** Names of one module that another one has too, though no table says so. */
const SAME: readonly (readonly [string, string])[] = [
  ['keras.Model', 'keras.models.Model'],
  ['keras.Sequential', 'keras.models.Sequential'],
  ['keras.Input', 'keras.layers.Input'],
  ['keras.Layer', 'keras.layers.Layer'],
  ['keras.models.Input', 'keras.layers.Input'],
  ['keras.models.InputLayer', 'keras.layers.InputLayer'],
  ['keras.models.Layer', 'keras.layers.Layer'],
  ['keras.utils.Input', 'keras.layers.Input'],
  ['keras.layers.Model', 'keras.models.Model'],
  ['keras.InputSpec', 'keras.layers.InputSpec'],
  ['keras.Variable', 'keras.backend.Variable'],
];

/** Other full names of what is declared under one. */
export function sameAs(name: string): string | undefined {
  return SAME.find(([one]) => one === name)?.[1];
}

/** Modules of Keras' beyond those that have public names of their own. */
export const OTHER_MODULES: ReadonlySet<string> = new Set([
  'keras',
  'keras.config',
  'keras.saving',
  'keras.dtype_policies',
  'keras.distribution',
  'keras.datasets',
  'keras.engine',
  'keras.tree',
  'keras.quantizers',
  'keras.wrappers',
  'keras.legacy',
  'keras.estimator',
  'keras.premade',
  'keras.preprocessing',
  'keras.preprocessing.image',
  'keras.preprocessing.sequence',
  'keras.preprocessing.text',
  'keras.api_export',
  'keras.experimental',
  'keras.export',
  'keras.visualization',
]);

/** Modules inside of others that older generations, or Keras' own files, have. */
const SUBMODULES: Readonly<Record<string, ReadonlySet<string>>> = {
  'keras.layers': words(
    'core convolutional convolutional_recurrent pooling local recurrent embeddings merge noise normalization advanced_activations wrappers serialization merging attention preprocessing regularization reshaping activation rnn kernelized layer input_spec experimental',
  ),
  'keras.engine': words(
    'topology base_layer training network input_layer sequential functional keras_tensor input_spec saving',
  ),
  'keras.ops': words('operation_utils'),
  'keras.utils': words(
    'file_utils np_utils vis_utils generic_utils data_utils layer_utils io_utils conv_utils tf_utils test_utils training_utils',
  ),
  'keras.backend': words('tensorflow_backend common load_backend'),
  'keras.models': words('cloning model functional sequential'),
  keras: words('objectives initializations wrappers legacy'),
};

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

/** Whether a name in a module is a module in turn. */
export function isSubmodule(module: string, name: string): boolean {
  return SUBMODULES[module]?.has(name) ?? false;
}
