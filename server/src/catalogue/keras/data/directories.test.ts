import assert from 'node:assert/strict';
import { test } from 'node:test';
import { held } from './testing';

const PRELUDE = `
import numpy as np
import tensorflow as tf
from tensorflow import keras
def images(**options): return keras.utils.image_dataset_from_directory('pictures', **options)
def texts(**options): return keras.utils.text_dataset_from_directory('texts', **options)
def sounds(**options): return keras.utils.audio_dataset_from_directory('sounds', **options)
windows = keras.utils.timeseries_dataset_from_array
`;

async function sets(...expressions: readonly string[]): Promise<readonly string[]> {
  const lines = expressions.map((expression, i) => `v${i} = ${expression}`);
  return held(
    PRELUDE + lines.join('\n'),
    lines.map((_, i) => `v${i}`),
  );
}

test('pictures in directories', async () => {
  const found = await sets(
    'images()',
    "images(label_mode='categorical', image_size=(64, 48), color_mode='grayscale', class_names=['cat', 'dog', 'pig'])",
    "images(label_mode='categorical')",
    "images(label_mode='binary')",
    'images(labels=None)',
    "images(batch_size=None, color_mode='rgba')",
    "images(validation_split=0.2, subset='both', seed=1)",
    "images(labels=[0, 1, 2] * 5, label_mode='categorical')",
    'len(images().class_names)',
    "len(images(class_names=['a', 'b']).class_names)",
  );
  assert.deepEqual(found, [
    '((None, 256, 256, 3) float32, (None,) int32) × ?',
    '((None, 64, 48, 1) float32, (None, 3) float32) × ?',
    '((None, 256, 256, 3) float32, (None, ?) float32) × ?',
    '((None, 256, 256, 3) float32, (None, 1) float32) × ?',
    '(None, 256, 256, 3) float32 × ?',
    '((256, 256, 4) float32, () int32) × ?',
    '[((None, 256, 256, 3) float32, (None,) int32) × ?, ((None, 256, 256, 3) float32, (None,) int32) × ?]',
    '((None, 256, 256, 3) float32, (None, 3) float32) × ?',
    '?',
    '2',
  ]);
});

test('texts and sounds', async () => {
  const found = await sets(
    'texts()',
    "texts(label_mode='categorical', batch_size=None, class_names=['a', 'b'])",
    'sounds(output_sequence_length=500)',
    'sounds()',
    'sounds(output_sequence_length=500, batch_size=None, labels=None)',
    "sounds(subset='both', validation_split=0.5, seed=1)",
  );
  assert.deepEqual(found, [
    '((None,) string, (None,) int32) × ?',
    '(() string, (2,) float32) × ?',
    '((None, 500, None) float32, (None,) int32) × ?',
    '((None, None, None) float32, (None,) int32) × ?',
    '(500, None) float32 × ?',
    '(((None, None, None) float32, (None,) int32) × ?, ((None, None, None) float32, (None,) int32) × ?)',
  ]);
});

test('windows of a series', async () => {
  const found = await sets(
    'windows(np.zeros((100, 3)), np.zeros(100), 10, batch_size=8)',
    'windows(np.zeros((100, 3)), np.zeros((100, 2)), 10, sequence_stride=3, sampling_rate=2)',
    'windows(np.zeros(100), None, 10, batch_size=None)',
    "windows(np.zeros((100, 3), 'float32'), None, 10, start_index=20, end_index=60)",
    'windows(np.zeros((100, 3)), np.zeros(50), 10, batch_size=None)',
    'next(iter(windows(np.zeros((100, 3)), np.zeros(100), 10, batch_size=8)))',
    'keras.preprocessing.sequence.TimeseriesGenerator(np.zeros((100, 3)), np.zeros((100, 1)), length=10, batch_size=8)',
    'keras.preprocessing.sequence.TimeseriesGenerator(np.zeros((100, 3)), np.zeros(100), length=10, sampling_rate=3, stride=2)[0]',
  );
  assert.deepEqual(found, [
    '((None, None, 3) float64, (None,) float64) × 12',
    '((None, None, 3) float64, (None, 2) float64) × 1',
    '(None,) float64 × 91',
    '(None, None, 3) float32 × 1',
    '((None, 3) float64, () float64) × 50',
    '((8, 10, 3) float64, (8,) float64)',
    '((8, 10, 3) float64, (8, 1) float64) × 12',
    '((45, 4, 3) float64, (45,) float64)',
  ]);
});

test('a data set in two', async () => {
  const found = await sets(
    'keras.utils.split_dataset(np.zeros((100, 3)), left_size=0.8)',
    'keras.utils.split_dataset((np.zeros((100, 3)), np.zeros(100)), left_size=30)',
    'keras.utils.split_dataset([np.zeros((4, 3)), np.zeros(4)], left_size=2)',
  );
  assert.deepEqual(found, [
    '((3,) float64 × 80, (3,) float64 × 20)',
    '(((3,) float64, () float64) × 30, ((3,) float64, () float64) × 70)',
    '(((3,) float64, () float64) × 2, ((3,) float64, () float64) × 2)',
  ]);
});
