import assert from 'node:assert/strict';
import { test } from 'node:test';
import { held } from '../catalogue/keras/data/testing';

test('a list that a loop over unknown data fills holds what the loop appends', async () => {
  const text = `
import os
import numpy as np
X, y, pairs, ragged, rows, mixed = [], [], [], [], [], []
for name in os.listdir('pictures'):
    X.append(np.zeros((64, 64, 3), 'uint8'))
    y.append(4)
    y.append(3)
    pairs.append((np.zeros(4), 1))
    ragged.append(np.zeros(len(ragged)))
    rows.append([1.0, 2.0, 3.0])
    mixed.append(name)
a, labels, table, odd, open = np.array(X), np.array(y), np.array(rows), np.array(ragged), np.array(mixed)
one = X[0]
for image in X: image = image[0]
first, label = pairs[0]
more = np.array(X + X[:3])
gone = [np.ones((2, 2)) for _ in os.listdir('x')]
made = np.array(gone)
b = np.asarray(X, dtype='float32') / 255.
`;
  const names = 'a labels table odd open one image first label more made b'.split(' ');
  assert.deepEqual(await held(text, names), [
    '(?, 64, 64, 3) uint8',
    '(?,) int64',
    '(?, 3) float64',
    '(?) ?',
    '(?) ?',
    '(64, 64, 3) uint8',
    '?',
    '(4,) float64',
    '1',
    '(?, 64, 64, 3) uint8',
    '(?, 2, 2) float64',
    '(?, 64, 64, 3) float32',
  ]);
});

test('what is written into such a list counts, too', async () => {
  const text = `
import os
import numpy as np
X = []
for name in os.listdir('pictures'): X.append(np.zeros(3))
Y = list(X)
X[0] = np.zeros(4)
Y.insert(0, np.zeros((3, 1)))
Z = X.copy()
Z.extend([np.zeros(3)])
W = []
W += [np.zeros(3)]
W.extend(Y)
a, b, c, d = np.array(X), np.array(Y), np.array(Z), np.array(W)
`;
  assert.deepEqual(await held(text, ['a', 'b', 'c', 'd']), ['(?) ?', '(?) ?', '(?) ?', '(?) ?']);
});

test('a generator over unknown data yields what its body says', async () => {
  const text = `
import os
import random
import numpy as np
from probe import element
def batches(files, size, classes):
    while True:
        random.shuffle(files)
        for start in range(0, len(files), size):
            X, y = [], []
            for name in files[start:start + size]:
                X.append(np.zeros((32, 32, 3)))
                y.append(np.zeros(classes))
            yield np.array(X), {'label': np.array(y)}
first = element(batches(os.listdir('x'), 16, 5))
`;
  assert.deepEqual(await held(text, ['first']), ['((?, 32, 32, 3) float64, {label: (?, 5) float64})']);
});
