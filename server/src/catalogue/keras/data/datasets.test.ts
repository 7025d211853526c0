import assert from 'node:assert/strict';
import { test } from 'node:test';
import { held } from './testing';

test('labels of well-known data sets have their classes', async () => {
  const text = `
import numpy as np
import keras
from keras.utils import to_categorical
(x, y), (x_test, y_test) = keras.datasets.mnist.load_data()
hot = to_categorical(y)
classes = len(np.unique(y))
most = np.max(y_test) + 1
(_, fine), _ = keras.datasets.cifar100.load_data()
hundred = to_categorical(fine)
(_, words), _ = keras.datasets.reuters.load_data(num_words=100)
topics = to_categorical(words)
y[y > 3] = 0
fewer = to_categorical(y)
some = to_categorical(y_test[:10])
`;
  assert.deepEqual(await held(text, 'hot classes most hundred topics fewer some'.split(' ')), [
    '(60000, 10) float64',
    '10',
    '() uint8',
    '(50000, 100) float64',
    '(8982, 46) float64',
    '(60000, ?) float64',
    '(10, ?) float64',
  ]);
});

test('labels in another type or shape are of the same classes', async () => {
  const text = `
import numpy as np
import keras
from keras.utils import to_categorical
(x, y), _ = keras.datasets.mnist.load_data()
floats = to_categorical(y.astype('float32'))
column = to_categorical(y.reshape(-1, 1).astype(int))
again = to_categorical(np.squeeze(np.reshape(y, (-1, 1))))
flat = to_categorical(y.reshape(-1, 1).flatten())
truths = to_categorical(y.astype(bool))
view = y.reshape(-1, 1)
view[0] = 20
changed = to_categorical(y)
`;
  assert.deepEqual(await held(text, 'floats column again flat truths changed'.split(' ')), [
    '(60000, 10) float64',
    '(60000, 10) float64',
    '(60000, 10) float64',
    '(60000, 10) float64',
    '(60000, ?) float64',
    '(60000, ?) float64',
  ]);
});

test('houses', async () => {
  const text = `
import keras
(x, y), (x_test, y_test) = keras.datasets.boston_housing.load_data()
(a, b), _ = keras.datasets.california_housing.load_data()
(c, d), _ = keras.datasets.california_housing.load_data(version='small')
`;
  assert.deepEqual(await held(text, 'x y_test a b c d'.split(' ')), [
    '(404, 13) float64',
    '(102,) float64',
    '(16512, 8) float32',
    '(16512,) float32',
    '(?, 8) float32',
    '(?,) float32',
  ]);
});
