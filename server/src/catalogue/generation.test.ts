import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectGeneration, type GenerationHints } from './generation';

function detect(
  imports: string[],
  more: { attributes?: string[]; keywords?: string[]; callees?: string[]; spellings?: string[] } = {},
  hints: GenerationHints = {},
) {
  const facts = {
    imports,
    attributes: more.attributes ?? [],
    keywords: new Set(more.keywords),
    callees: new Set(more.callees),
    spellings: new Set(more.spellings),
  };
  return detectGeneration(facts, hints);
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
  assert.equal(detect(['keras.engine.topology.Layer'], { callees: ['MaxoutDense'] }), 'keras1');
});

test('keywords that Keras 3 refuses make it Keras 2', () => {
  assert.equal(detect(['keras'], { spellings: ['Conv2D.weights'] }), 'keras2');
  assert.equal(detect(['keras'], { spellings: ['SGD.lr'] }), 'keras2');
  assert.equal(detect(['keras'], { spellings: ['VGG16.weights', 'step.lr'] }), 'keras3');
  assert.equal(detect(['keras'], { callees: ['fit_generator'] }), 'keras2');
  assert.equal(detect(['keras', 'keras.backend'], { attributes: ['keras.backend.sum'] }), 'keras2');
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
