import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generationFacts } from './facts';
import { testParser } from './testing';

test('imports, attribute chains, keywords and callees', async () => {
  const parser = await testParser();
  const facts = generationFacts(
    parser.parse(`import tensorflow as tf, numpy
from keras.layers import Dense as D
def f():
    import keras.models
    return tf.keras.layers.Dense(3, kernel_initializer='x')(D(units=2)).shape
`),
  );
  assert.deepEqual(facts.imports, ['tensorflow', 'numpy', 'keras.layers.Dense', 'keras.models', 'keras']);
  assert.deepEqual([...facts.attributes], ['tensorflow.keras.layers.Dense']);
  assert.deepEqual([...facts.keywords], ['kernel_initializer', 'units']);
  assert.deepEqual(facts.fallbacks, []);
  assert.ok(facts.callees.has('Dense') && facts.callees.has('D'));
});

test('imports in the handlers of a `try` that imports stand in for others', async () => {
  const parser = await testParser();
  const facts = generationFacts(
    parser.parse(`try:
    import keras
except ImportError:
    from tensorflow import keras
try:
    x = 1
except ValueError:
    import numpy
y = keras.layers
`),
  );
  assert.deepEqual(facts.imports, ['keras', 'numpy']);
  assert.deepEqual(facts.fallbacks, ['tensorflow.keras']);
  assert.deepEqual([...facts.attributes], ['keras.layers']);
});
