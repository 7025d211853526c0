import assert from 'node:assert/strict';
import { test } from 'node:test';
import { held } from './testing';

const SEQUENCE = `
import math
import numpy as np
import keras
from probe import element
class Batches(keras.utils.PyDataset):
    def __init__(self, x, y, size, **kwargs):
        super().__init__(**kwargs)
        self.x, self.y, self.size = x, y, size
    def __len__(self):
        return math.ceil(len(self.x) / self.size)
    def __getitem__(self, index):
        low = index * self.size
        high = min(low + self.size, len(self.x))
        return self.x[low:high], self.y[low:high]
batches = Batches(np.zeros((100, 8, 8)), np.zeros((100, 3)), 32, workers=2)
first = element(batches)
count = batches.num_batches
workers = batches.workers
`;

test("a sequence of the program's is followed", async () => {
  assert.deepEqual(await held(SEQUENCE, ['first', 'count', 'workers']), [
    '((32, 8, 8) float64, (32, 3) float64)',
    '4',
    '2',
  ]);
});

test('in Keras 2 it is called Sequence', async () => {
  const text = SEQUENCE.replace('import keras', 'from tensorflow import keras')
    .replace('PyDataset', 'Sequence')
    .replace('super().__init__(**kwargs)', 'pass');
  assert.deepEqual(await held(text, ['first'], 'keras2'), ['((32, 8, 8) float64, (32, 3) float64)']);
});

test('a generator is run to its first yield', async () => {
  const text = `
import numpy as np
from probe import element
def batches(x, y, size):
    while True:
        for start in range(0, len(x), size):
            yield x[start:start + size], {'out': y[start:start + size]}
first = element(batches(np.zeros((10, 3)), np.zeros((10,)), 4))
other = element(np.zeros((10, 3)))
`;
  assert.deepEqual(await held(text, ['first', 'other']), ['((4, 3) float64, {out: (4,) float64})', '?']);
});
