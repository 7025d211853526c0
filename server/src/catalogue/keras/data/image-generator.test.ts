import assert from 'node:assert/strict';
import { test } from 'node:test';
import { held } from './testing';

const PRELUDE = `
import numpy as np
from tensorflow.keras.preprocessing.image import ImageDataGenerator
G = ImageDataGenerator(rescale=1 / 255.)
H = ImageDataGenerator(validation_split=.2)
x, y = np.zeros((50, 28, 28, 3)), np.zeros((50, 10))
`;

async function batches(...expressions: readonly string[]): Promise<readonly string[]> {
  const lines = expressions.map((expression, i) => `v${i} = ${expression}`);
  return held(
    PRELUDE + lines.join('\n'),
    lines.map((_, i) => `v${i}`),
    'keras2',
  );
}

test('from arrays', async () => {
  const found = await batches(
    'next(G.flow(x, y))',
    'G.flow(x).next()',
    'G.flow(x, y, sample_weight=np.zeros(50))[0]',
    "H.flow(x, y, subset='training')",
    "next(H.flow(x, y, subset='validation'))",
    "next(ImageDataGenerator(dtype='float64').flow(x.astype('uint8'), y))",
    'len(G.flow(x, y, batch_size=7))',
    'G.flow(x, y).n',
  );
  assert.deepEqual(found, [
    '((32, 28, 28, 3) float32, (32, 10) float64)',
    '(32, 28, 28, 3) float32',
    '((32, 28, 28, 3) float32, (32, 10) float64, (32,) float64)',
    '((32, 28, 28, 3) float32, (32, 10) float64) × 2',
    '((10, 28, 28, 3) float32, (10, 10) float64)',
    '((32, 28, 28, 3) float64, (32, 10) float64)',
    '8',
    '50',
  ]);
});

test('from directories and tables', async () => {
  const found = await batches(
    "next(G.flow_from_directory('d'))",
    "next(G.flow_from_directory('d', class_mode='binary', target_size=(64, 48)))",
    "next(G.flow_from_directory('d', class_mode=None, color_mode='grayscale'))",
    "next(G.flow_from_directory('d', class_mode='input', color_mode='rgba'))",
    "next(G.flow_from_directory('d', classes=['cat', 'dog', 'pig']))",
    "G.flow_from_directory('d', target_size=(9, 8)).image_shape",
    "G.flow_from_directory('d', classes=['cat', 'dog']).class_indices",
    "next(G.flow_from_dataframe(None, 'd', x_col='f', y_col=['v', 'w'], class_mode='raw'))",
    "next(G.flow_from_dataframe(None, 'd', x_col='f', y_col='c', class_mode='sparse'))",
    "len(G.flow_from_directory('d').class_indices)",
  );
  assert.deepEqual(found, [
    '((?, 256, 256, 3) float32, (?, ?) float32)',
    '((?, 64, 48, 3) float32, (?,) float32)',
    '(?, 256, 256, 1) float32',
    '((?, 256, 256, 4) float32, (?, 256, 256, 4) float32)',
    '((?, 256, 256, 3) float32, (?, 3) float32)',
    '(9, 8, 3)',
    '{cat: 0, dog: 1}',
    '((?, 256, 256, 3) float32, (?, 2) ?)',
    '((?, 256, 256, 3) float32, (?,) float32)',
    '?',
  ]);
});

test('what Keras refuses', async () => {
  const [flat, uneven] = await batches('G.flow(x[..., 0], y)', 'G.flow(x, y[:9])');
  assert.deepEqual([flat, uneven], ['?', '?']);
});

test('arrays beside the pictures, and columns of a table', async () => {
  const found = await held(
    `
import numpy as np, pandas as pd
from keras.preprocessing.image import ImageDataGenerator
g = ImageDataGenerator()
both = next(g.flow((np.zeros((40, 8, 8, 3)), np.zeros((40, 5))), np.zeros(40), batch_size=8))
t = pd.read_csv('a.csv')
several = next(g.flow_from_dataframe(t, y_col=['a', 'b'], class_mode='multi_output', target_size=(4, 4), batch_size=2))
weighted = next(g.flow_from_dataframe(t, weight_col='w', class_mode='binary', target_size=(4, 4), batch_size=2))
`,
    ['both', 'several', 'weighted'],
  );
  assert.deepEqual(found, [
    '([(8, 8, 8, 3) float32, (8, 5) float64], (8,) float64)',
    '((?, 4, 4, 3) float32, [(?,) ?, (?,) ?])',
    '((?, 4, 4, 3) float32, (?,) float32, (?,) ?)',
  ]);
});
