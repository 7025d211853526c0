import assert from 'node:assert/strict';
import { test } from 'node:test';
import { held } from '../keras/data/testing';

test('well-known data sets', async () => {
  const text = `
import tensorflow as tf
import tensorflow_datasets as tfds
(train, test), info = tfds.load('mnist', split=['train', 'test'], as_supervised=True, with_info=True)
both = tfds.load('cifar10')
part = tfds.load('cats_vs_dogs', split='train[:10%]', as_supervised=True)
half = tfds.load('mnist', split='train[:50%]+test', batch_size=32)
all = tfds.load('iris', split=tfds.Split.TRAIN, batch_size=-1, as_supervised=True)
classes = info.features['label'].num_classes
count = info.splits['train'].num_examples
other = tfds.load('some_data', split='train').map(lambda x: tf.image.resize(x['image'], (32, 32)))
resized = part.map(lambda x, y: (tf.image.resize(x, (64, 64)), y)).batch(8)
arrays = next(iter(tfds.as_numpy(train.batch(4))))
reviews = tfds.load('imdb_reviews', split='test', as_supervised=True)
`;
  const names = 'train test both part half all classes count other resized arrays reviews'.split(' ');
  assert.deepEqual(await held(text, names), [
    '((28, 28, 1) uint8, () int64) × 60000',
    '((28, 28, 1) uint8, () int64) × 10000',
    '{train: {id: () string, image: (32, 32, 3) uint8, label: () int64} × 50000, test: {id: () string, image: (32, 32, 3) uint8, label: () int64} × 10000}',
    '((None, None, 3) uint8, () int64) × ?',
    '{image: (None, 28, 28, 1) uint8, label: (None,) int64} × 1250',
    '((150, 4) float32, (150,) int64)',
    '10',
    '60000',
    '? × ?',
    '((None, 64, 64, 3) float32, (None,) int64) × ?',
    '((4, 28, 28, 1) uint8, (4,) int64)',
    '(() string, () int64) × 25000',
  ]);
});
