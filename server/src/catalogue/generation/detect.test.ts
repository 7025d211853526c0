import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectGeneration, type GenerationHints } from './detect';

function detect(
  imports: string[],
  more: {
    attributes?: string[];
    fallbacks?: string[];
    keywords?: string[];
    callees?: string[];
    spellings?: string[];
    environment?: string[];
  } = {},
  hints: GenerationHints = {},
) {
  const facts = {
    imports,
    fallbacks: more.fallbacks ?? [],
    attributes: more.attributes ?? [],
    keywords: new Set(more.keywords),
    callees: new Set(more.callees),
    spellings: new Set(more.spellings),
    environment: new Set(more.environment),
  };
  return detectGeneration(facts, hints).generation;
}

test('plain Keras is Keras 3, that of TensorFlow is Keras 2', () => {
  assert.equal(detect(['keras', 'keras.layers']), 'keras3');
  assert.equal(detect(['tensorflow.keras.layers.Dense']), 'keras2');
  assert.equal(detect(['tensorflow'], { attributes: ['tensorflow.keras.layers.Dense'] }), 'keras2');
  assert.equal(detect(['tensorflow.python.keras.layers']), 'keras2');
  assert.equal(detect(['tensorflow', 'keras']), 'keras3');
  assert.equal(detect([]), 'keras3');
});

test('modules that are gone make it Keras 2, spellings of Keras 1 that', () => {
  assert.equal(detect(['keras.layers.core.Dense']), 'keras2');
  assert.equal(detect(['keras.utils.np_utils.to_categorical']), 'keras2');
  assert.equal(detect(['keras.layers.Convolution2D'], { keywords: ['border_mode'] }), 'keras1');
  assert.equal(detect(['keras.layers.LSTM'], { keywords: ['output_dim'], spellings: ['LSTM.output_dim'] }), 'keras1');
  assert.equal(detect(['keras.layers'], { keywords: ['output_dim'], spellings: ['Embedding.output_dim'] }), 'keras3');
  assert.equal(detect(['keras.engine.topology.Layer'], { callees: ['MaxoutDense'] }), 'keras1');
});

test('keywords that Keras 3 refuses make it Keras 2', () => {
  assert.equal(detect(['keras'], { spellings: ['Conv2D.weights'] }), 'keras2');
  assert.equal(detect(['keras'], { spellings: ['SGD.lr'] }), 'keras2');
  assert.equal(detect(['keras'], { spellings: ['SeparableConv2D.kernel_regularizer'] }), 'keras2');
  assert.equal(detect(['keras'], { spellings: ['LSTM.time_major'] }), 'keras2');
  assert.equal(detect(['keras'], { spellings: ['Conv2D.kernel_regularizer'] }), 'keras3');
  assert.equal(detect(['keras'], { spellings: ['Embedding.activity_regularizer', 'Dense.input_dim'] }), 'keras3');
  assert.equal(detect(['keras'], { spellings: ['VGG16.weights', 'step.lr'] }), 'keras3');
  assert.equal(detect(['keras'], { callees: ['fit_generator'] }), 'keras2');
  assert.equal(detect(['keras', 'keras.backend'], { attributes: ['keras.backend.sum'] }), 'keras2');
});

test('keywords that Keras 2 refuses make that of TensorFlow Keras 3, where nothing says otherwise', () => {
  const spellings = ['LeakyReLU.negative_slope'];
  assert.equal(detect(['tensorflow.keras.layers'], { spellings }), 'keras3');
  assert.equal(detect(['keras', 'tensorflow.keras.layers'], { spellings }), 'keras3');
  assert.equal(detect(['tensorflow.keras.layers'], { spellings: ['ReLU.negative_slope', 'LSTM.units'] }), 'keras2');
  assert.equal(detect(['tensorflow.keras.preprocessing.image.ImageDataGenerator'], { spellings }), 'keras3');
  assert.equal(detect(['keras.preprocessing.image.ImageDataGenerator'], { spellings }), 'keras2');
  assert.equal(detect(['tensorflow.keras.layers'], { spellings, callees: ['fit_generator'] }), 'keras2');
  assert.equal(detect(['tensorflow.keras.layers'], { spellings }, { python: '3.7.3' }), 'keras3');
});

test('what only Keras 3 has decides', () => {
  assert.equal(detect(['keras.ops', 'keras.engine'], { keywords: ['border_mode'] }), 'keras3');
});

test('programs older than Keras 3 are Keras 2', () => {
  assert.equal(detect(['__future__.print_function', 'keras.layers.Dense']), 'keras2');
  assert.equal(detect(['__future__.annotations', 'keras.layers.Dense']), 'keras3');
  assert.equal(detect(['__future__.print_function', 'keras.ops']), 'keras3');
  assert.equal(detect(['keras.layers.Dense'], {}, { python: '3.5.2' }), 'keras2');
  assert.equal(detect(['keras.layers.Dense'], {}, { python: '2.7.13' }), 'keras2');
  assert.equal(detect(['keras.layers.Dense'], {}, { python: '3.10.0' }), 'keras3');
  assert.equal(detect(['numpy'], {}, { python: '3.5.2' }), 'keras3');
});

test('what stands in for another import counts where that is no Keras', () => {
  assert.equal(detect(['keras'], { fallbacks: ['tensorflow.keras'] }), 'keras3');
  assert.equal(detect(['tensorflow.keras'], { fallbacks: ['keras'] }), 'keras2');
  assert.equal(detect(['keras_core'], { fallbacks: ['tensorflow.keras'] }), 'keras2');
});

test('both at once is Keras 2, where nothing of Keras 3 is used', () => {
  assert.equal(detect(['keras', 'tensorflow.keras.layers']), 'keras2');
  assert.equal(detect(['keras.ops', 'tensorflow.keras.layers']), 'keras3');
  assert.equal(
    detect(['keras', 'tensorflow'], { attributes: ['keras.Input', 'tensorflow.keras.utils.to_categorical'] }),
    'keras3',
  );
});

test('an import of Keras that is not used says nothing', () => {
  const attributes = ['tensorflow.keras.layers.Dense'];
  assert.equal(detect(['tensorflow', 'keras'], { attributes }), 'keras2');
  assert.equal(detect(['tensorflow', 'keras'], { attributes: [...attributes, 'keras.layers.Dense'] }), 'keras3');
});

test('a setting decides', () => {
  assert.equal(detect(['tensorflow.keras.layers.Dense'], {}, { chosen: 'keras3' }), 'keras3');
  assert.equal(detect(['keras.ops'], {}, { chosen: 'keras2' }), 'keras2');
});

test('names of TensorFlow’s Keras that only Keras 3 has make it Keras 3', () => {
  assert.equal(detect(['tensorflow'], { attributes: ['tensorflow.keras.ops.mean'] }), 'keras3');
  assert.equal(detect(['tensorflow.keras.random.normal']), 'keras3');
  assert.equal(detect(['tensorflow.keras.ops']), 'keras3');
  assert.equal(detect(['tensorflow.keras.saving']), 'keras2');
  assert.equal(detect(['tensorflow.keras.utils.to_categorical']), 'keras2');
});

test('a Python that only newer TensorFlows run under makes it Keras 3', () => {
  assert.equal(detect(['tensorflow.keras.layers'], {}, { python: '3.12.1' }), 'keras3');
  assert.equal(detect(['tensorflow.keras.layers'], {}, { python: '3.11.4' }), 'keras2');
  const callees = ['fit_generator'];
  assert.equal(detect(['tensorflow.keras.layers'], { callees }, { python: '3.12.1' }), 'keras2');
});

test('the environment keeps TensorFlow’s Keras at Keras 2', () => {
  const environment = ['TF_USE_LEGACY_KERAS=1'];
  const project = () => [[{ package: 'tensorflow' as const, low: 2016, high: 2017, text: '', where: '' }]];
  assert.equal(detect(['tensorflow.keras.layers'], {}, { project }), 'keras3');
  assert.equal(detect(['tensorflow.keras.layers'], { environment }, { project }), 'keras2');
  assert.equal(detect(['tf_keras.layers'], {}, { project }), 'keras2');
});

test('a backend that came with Keras 3 makes it Keras 3, an older one tells nothing', () => {
  const project = () => [[{ package: 'keras' as const, low: 2003, high: 2004, text: '', where: '' }]];
  assert.equal(detect(['keras.layers'], { environment: ['KERAS_BACKEND=torch'] }, { project }), 'keras3');
  assert.equal(detect(['keras.layers'], { environment: ['KERAS_BACKEND=theano'] }, { project }), 'keras2');
});

test('what is spelled as in Keras 1 is Keras 1, but where the project asks for Keras 3', () => {
  const project = (low: number) => () => [[{ package: 'keras' as const, low, high: low + 1, text: '', where: '' }]];
  const keywords = ['border_mode'];
  assert.equal(detect(['keras.layers.Dense'], { keywords }, { project: project(2002) }), 'keras1');
  assert.equal(detect(['keras.layers.Dense'], { keywords }, { project: project(3001) }), 'keras3');
  assert.equal(detect(['keras.layers.Dense'], {}, { project: project(2002) }), 'keras2');
});

test('what the program or its project names is stated, what went with a version at its time is told', () => {
  const of = (imports: string[], hints: GenerationHints = {}, environment: string[] = []) =>
    detectGeneration(
      {
        imports,
        fallbacks: [],
        attributes: [],
        keywords: new Set(),
        callees: new Set(),
        spellings: new Set(),
        environment: new Set(environment),
      },
      hints,
    );
  const tensorflow = ['tensorflow.keras.layers.Dense'];
  assert.equal(of(tensorflow).isStated, false);
  assert.equal(of(tensorflow, { chosen: 'keras2' }).isStated, true);
  assert.equal(of(['tf_keras']).isStated, true);
  const old = of(tensorflow, { python: '3.7.1' });
  assert.deepEqual([old.generation, old.isGuess, old.isStated], ['keras2', false, false]);
});
