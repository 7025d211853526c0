/** What only one generation of Keras has: names, keywords and callees by which a program tells which one it is of. */
import type { Generation } from '../../values/context';
import { onceFor } from '../../values/once';
import { inGeneration, type LayerDefinition } from '../define-layer';
import { baseKeywords } from '../keras/layer-init';
import { LAYERS } from '../keras/layers';
import { inKeras } from '../keras/modules';
import { KERAS_2, KERAS_3, type PublicNames } from '../keras/public-names';

export interface GenerationFacts {
  /** Dotted names of what is imported, in the order written: `keras.layers.Dense` for `from keras.layers import Dense`. */
  readonly imports: readonly string[];
  /** The same of what stands in for another import where that fails. */
  readonly fallbacks: readonly string[];
  /** The longest attribute chains that begin at an imported module: `tensorflow.keras.layers` for `tf.keras.layers`. */
  readonly attributes: Iterable<string>;
  /** Names of keywords in calls. */
  readonly keywords: ReadonlySet<string>;
  /** The same behind the last name of what is called: `Conv2D.weights`. */
  readonly spellings: ReadonlySet<string>;
  /** Names that are called, without what stands before their last dot. */
  readonly callees: ReadonlySet<string>;
  /** Environment variables that are set to a literal: `TF_USE_LEGACY_KERAS=1`. */
  readonly environment: ReadonlySet<string>;
}

/** Layers whose `units` were called `output_dim`, as the size of an Embedding still is. */
const KERAS_1_UNITS = ['Dense', 'LSTM', 'GRU', 'SimpleRNN', 'Highway', 'MaxoutDense', 'TimeDistributedDense'];

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

/** How `tf.keras` is kept at Keras 2 where a newer TensorFlow is installed. */
const LEGACY_KERAS = /^TF_USE_LEGACY_KERAS=(1|true)$/i;

/** Backends that came with Keras 3: before, there were TensorFlow, Theano and CNTK. */
const NEW_BACKEND = /^KERAS_BACKEND=(jax|torch|numpy|openvino)$/;

/** The first keyword or callee of Keras 1. */
export function signOfKeras1({ keywords, callees, spellings }: GenerationFacts): string | undefined {
  const keyword = KERAS_1_KEYWORDS.find((one) => keywords.has(one));
  if (keyword !== undefined) return `${keyword}=`;
  return (
    KERAS_1_CALLEES.find((callee) => callees.has(callee)) ??
    spelled(spellings, (owner, argument) => KERAS_1_UNITS.includes(owner) && argument === 'output_dim')
  );
}

/** The first name of standalone Keras that came with Keras 3. */
export function newModule(names: readonly string[]): string | undefined {
  return names.find((name) => NEW_MODULES.test(name));
}

/** The first name of TensorFlow's Keras that only Keras 3 has. */
export function newName(names: readonly string[]): string | undefined {
  return names.find((name) => isOnlyIn(KERAS_3, KERAS_2, name));
}

/** The first name of Keras that Keras 3 has no more; under TensorFlow's name some of them still are there. */
export function oldName(names: readonly string[]): string | undefined {
  return names.find((name) => OLD_MODULES.test(name) || isOnlyIn(KERAS_2, KERAS_3, name));
}

/** The first call, or argument of one, that Keras 3 refuses under any name. */
export function oldSpelling({ spellings, callees }: GenerationFacts): string | undefined {
  const layers = KERAS_2.get('keras.layers') ?? [];
  return (
    OLD_CALLEES.find((callee) => callees.has(callee)) ??
    spelled(spellings, (owner, keyword) => layers.includes(owner) && OLD_KEYWORDS.includes(keyword)) ??
    spelled(spellings, (owner, keyword) => OPTIMIZERS.includes(owner) && OLD_OPTIMIZER_KEYWORDS.includes(keyword)) ??
    spelled(spellings, (owner, keyword) => argumentsOf(owner, oldArguments).includes(keyword))
  );
}

/** The first argument of a layer that came with Keras 3. */
export function newArgument({ spellings }: GenerationFacts): string | undefined {
  return spelled(spellings, (owner, keyword) => argumentsOf(owner, newArguments).includes(keyword));
}

/** The first spelling of a keyword that is a sign, as a call. */
function spelled(
  spellings: ReadonlySet<string>,
  isSign: (owner: string, keyword: string) => boolean,
): string | undefined {
  for (const spelling of spellings) {
    const dot = spelling.lastIndexOf('.');
    const [owner, keyword] = [spelling.slice(0, dot), spelling.slice(dot + 1)];
    if (isSign(owner, keyword)) return `${owner}(${keyword}=)`;
  }
  return undefined;
}

function argumentsOf(layer: string, some: (definition: LayerDefinition) => readonly string[]): readonly string[] {
  const definition = LAYERS.find(({ name, aliases }) => name === layer || aliases?.includes(layer));
  return definition ? some(definition) : [];
}

/** What a layer takes in one generation and not in the other. Asked for each spelling of a program, whenever it changes. */
const argumentsOnlyIn = (generation: Generation, other: Generation) =>
  onceFor((definition: LayerDefinition): readonly string[] => {
    const there = inGeneration(definition, other);
    if (there.takesBaseKeywords === 'any') return [];
    const base = baseKeywords(other);
    const own = Object.keys(inGeneration(definition, generation).params);
    return own.filter((name) => !(name in there.params) && !base.has(name));
  });

const oldArguments = argumentsOnlyIn('keras2', 'keras3');
const newArguments = argumentsOnlyIn('keras3', 'keras2');

/** An import that only programs have which run under Python 2, too. */
export function signOfPython2({ imports }: GenerationFacts): string | undefined {
  return imports.find((name) => FUTURE_OF_PYTHON_2.test(name));
}

/** The setting of the environment that keeps TensorFlow's Keras at Keras 2. */
export function legacyKeras({ environment }: GenerationFacts): string | undefined {
  return [...environment].find((setting) => LEGACY_KERAS.test(setting));
}

/** The setting of the environment that chooses a backend which only Keras 3 has. */
export function newBackend({ environment }: GenerationFacts): string | undefined {
  return [...environment].find((setting) => NEW_BACKEND.test(setting));
}

/** Whether one generation has a public module or name, or the module that it stands in, that the other has not. */
function isOnlyIn(these: PublicNames, others: PublicNames, name: string): boolean {
  const own = inKeras(name);
  if (own === undefined) return false;
  if (these.has(own)) return !others.has(own);
  for (let dot = own.lastIndexOf('.'); dot > 0; dot = own.lastIndexOf('.', dot - 1)) {
    const [module, rest] = [own.slice(0, dot), own.slice(dot + 1).split('.')[0] as string];
    if (these.get(module)?.includes(rest)) return others.get(module)?.includes(rest) !== true;
  }
  return false;
}
