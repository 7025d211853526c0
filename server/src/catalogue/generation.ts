/** Which Keras a program is written for, from what it imports and how it spells arguments. */
import type { Generation } from '../values/context';
import { inKeras } from './keras/modules';
import { KERAS_2, KERAS_3 } from './keras/public-names';

export interface GenerationFacts {
  /** Dotted names of what is imported, in the order written: `keras.layers.Dense` for `from keras.layers import Dense`. */
  readonly imports: readonly string[];
  /** The longest attribute chains that begin at an imported module: `tensorflow.keras.layers` for `tf.keras.layers`. */
  readonly attributes: Iterable<string>;
  /** Names of keywords in calls. */
  readonly keywords: ReadonlySet<string>;
  /** The same behind the last name of what is called: `Conv2D.weights`. */
  readonly spellings: ReadonlySet<string>;
  /** Names that are called, without what stands before their last dot. */
  readonly callees: ReadonlySet<string>;
}

/** What is known beside the text. */
export interface GenerationHints {
  /** What a setting says: it decides. */
  readonly chosen?: Generation | null;
  /** The Python that a notebook was last run with: `3.5.2`. */
  readonly python?: string | null;
}

/** Keywords that only Keras 1 has, and that nothing else is likely to have. */
const KERAS_1_KEYWORDS = [
  'border_mode',
  'dim_ordering',
  'nb_row',
  'nb_col',
  'nb_epoch',
  'samples_per_epoch',
  'W_regularizer',
];

/** Layers and functions that went with Keras 1. */
const KERAS_1_CALLEES = [
  'MaxoutDense',
  'TimeDistributedDense',
  'AtrousConvolution2D',
  'AtrousConvolution1D',
  'Highway',
  'set_image_dim_ordering',
];

/** Modules of standalone Keras that Keras 3 has no more. */
const OLD_MODULES =
  /^keras\.(engine|objectives|initializations|legacy\.|utils\.(np_utils|vis_utils|generic_utils|data_utils|layer_utils|multi_gpu_utils)|layers\.(core|convolutional|pooling|local|recurrent|embeddings|merge|noise|normalization|advanced_activations|wrappers|convolutional_recurrent)|backend\.tensorflow_backend|preprocessing\.(text|sequence\.(skipgrams|make))|optimizers\.legacy)(\.|$)/;

/** Methods and functions that Keras 3 has no more. */
const OLD_CALLEES = [
  'fit_generator',
  'predict_generator',
  'evaluate_generator',
  'predict_classes',
  'predict_proba',
  'model_from_yaml',
  'multi_gpu_model',
  'CuDNNLSTM',
  'CuDNNGRU',
  'set_session',
  'LocallyConnected1D',
  'LocallyConnected2D',
];

/** Keywords that Keras 3 refuses: of any layer, and of optimizers. */
const OLD_KEYWORDS = ['batch_input_shape', 'weights', 'implementation', 'dynamic'];
const OLD_OPTIMIZER_KEYWORDS = ['lr', 'decay'];
const OPTIMIZERS = ['SGD', 'Adam', 'RMSprop', 'Adagrad', 'Adadelta', 'Adamax', 'Nadam'];

/** Modules that came with Keras 3. */
const NEW_MODULES =
  /^keras\.(ops|random|config|saving|tree|distribution|quantizers|src\.(ops|random)|KerasTensor|api|visualization)(\.|$)/;

/** What Python 2 needs of Python 3, and nothing younger: `annotations` is no sign of age. */
const FUTURE_OF_PYTHON_2 =
  /^__future__\.(print_function|division|absolute_import|unicode_literals|with_statement|generators|nested_scopes)$/;

/**
 * The generation that a setting chooses. Else Keras 1 where something of it is spelled its way; Keras 2
 * for `tensorflow.keras`, for modules that went with it, and for programs older than Keras 3 (those that
 * run under Python 2 too, or were last run by a Python that Keras 3 does not support); Keras 3 for `import keras`.
 */
export function detectGeneration(facts: GenerationFacts, hints: GenerationHints = {}): Generation {
  if (hints.chosen) return hints.chosen;
  const names = [...facts.imports, ...facts.attributes];
  const ofKeras = names.filter((name) => inKeras(name) !== undefined);
  if (ofKeras.length === 0 && !names.some((name) => name.startsWith('tensorflow.'))) return 'keras3';
  const isNew = ofKeras.some((name) => NEW_MODULES.test(name));
  const standalone = standaloneNames(ofKeras);
  if (standalone.length > 0 && !isNew) {
    if (KERAS_1_KEYWORDS.some((keyword) => facts.keywords.has(keyword))) return 'keras1';
    if (KERAS_1_CALLEES.some((callee) => facts.callees.has(callee))) return 'keras1';
  }
  // Importing both was common before Keras 3, which has no need of the other.
  const both = facts.imports.some((name) => inKeras(name) !== undefined && !standalone.includes(name));
  const aged = isBeforeKeras3(hints.python) || facts.imports.some((name) => FUTURE_OF_PYTHON_2.test(name));
  if (standalone.length > 0 && !isNew && (both || aged || isOld(standalone, facts))) return 'keras2';
  return standalone.length > 0 ? 'keras3' : ofKeras.length > 0 ? 'keras2' : 'keras3';
}

/** Names of Keras itself; an `import keras` that nothing is made of does not count beside `tf.keras`. */
function standaloneNames(ofKeras: readonly string[]): readonly string[] {
  const names = ofKeras.filter((name) => name === 'keras' || name.startsWith('keras.'));
  const isUnused = names.every((name) => name === 'keras') && names.length < ofKeras.length;
  return isUnused ? [] : names;
}

/** Whether a version of Python is older than 3.9, the first that Keras 3 runs under. */
function isBeforeKeras3(python: string | null | undefined): boolean {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(python ?? '') ?? [];
  return major !== undefined && (Number(major) < 3 || (Number(major) === 3 && Number(minor) < 9));
}

/** Whether a program of standalone Keras uses what Keras 3 has no more. */
function isOld(names: readonly string[], { spellings, callees }: GenerationFacts): boolean {
  const layers = KERAS_2.get('keras.layers') ?? [];
  const uses = (owners: readonly string[], keywords: readonly string[]): boolean =>
    [...spellings].some((spelling) => {
      const dot = spelling.lastIndexOf('.');
      return owners.includes(spelling.slice(0, dot)) && keywords.includes(spelling.slice(dot + 1));
    });
  return (
    names.some((name) => OLD_MODULES.test(name) || isGone(name)) ||
    OLD_CALLEES.some((callee) => callees.has(callee)) ||
    uses(layers, OLD_KEYWORDS) ||
    uses(OPTIMIZERS, OLD_OPTIMIZER_KEYWORDS)
  );
}

/** Whether Keras 2 has a public name, or the module that it stands in, that Keras 3 has not. */
function isGone(name: string): boolean {
  const own = inKeras(name);
  if (own === undefined) return false;
  for (let dot = own.lastIndexOf('.'); dot > 0; dot = own.lastIndexOf('.', dot - 1)) {
    const [module, rest] = [own.slice(0, dot), own.slice(dot + 1).split('.')[0] as string];
    if (KERAS_2.get(module)?.includes(rest)) return KERAS_3.get(module)?.includes(rest) !== true;
  }
  return false;
}
