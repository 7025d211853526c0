import assert from 'node:assert/strict';
import { test } from 'node:test';
import { held } from '../keras/data/testing';

const DATA = `
import numpy as np
import pandas as pd
data = pd.read_csv('data.csv').values
x = np.load('x.npy')
`;

async function values(text: string, ...names: readonly string[]): Promise<readonly string[]> {
  return held(`${DATA}${text}`, names);
}

test('an index that is there says how long an axis is at least', async () => {
  const text = `
X = data[:, 0:8]
scaled = X / 255.
tail = data[:, 2:9]
y = data[:, 8]
many = data[:, :30]
one = data[:, 1:2]
shape = X.reshape(X.shape[0], X.shape[1], 1)
both = np.concatenate([X, X], axis=1)
`;
  assert.deepEqual(await values(text, 'X', 'scaled', 'tail', 'many', 'one', 'shape', 'both'), [
    '(?, 8) ?',
    '(?, 8) ?',
    '(?, 7) ?',
    '(?, ?) ?',
    '(?, 1) ?',
    '(?, 8, 1) ?',
    '(?, 16) ?',
  ]);
});

test('it does not where the exception may be caught, or on another path', async () => {
  const text = `
try:
    y = data[:, 8]
except IndexError:
    y = None
if len(data) > 3:
    z = data[:, 9]
else:
    z = data[:, 5]
X = data[:, :8]
Z = data[:, :6]
`;
  assert.deepEqual(await values(text, 'X', 'Z'), ['(?, ?) ?', '(?, 6) ?']);
});

test('what numbers tell is taken by their sizes: beside 1 another size decides', async () => {
  const text = `
narrow = data[:, :1]
wide = narrow + pd.read_csv('other.csv').values
column = data[:, 0]
`;
  assert.deepEqual(await values(text, 'narrow', 'wide'), ['(?, 1) ?', '(?, ?) ?']);
});

const WINDOWS: Readonly<Record<string, readonly [loop: string, expected: string]>> = {
  'behind the index': ['for i in range(len(data) - 3): out.append(data[i:i + 3])', '(?, 3, ?) ?'],
  'before the index': ['for i in range(60, len(data)): out.append(data[i - 60:i, 0])', '(?, 60) ?'],
  'with a gap': ['for i in range(data.shape[0] - 5 - 1): out.append(data[i:(i + 5), 0])', '(?, 5) ?'],
  'by steps': ['for i in range(0, len(data) - 40, 3): out.append(data[i:i + 40])', '(?, 40, ?) ?'],
  'up to the end': ['for i in range(len(data)): out.append(data[i:i + 3, 0])', '(?, ?) ?'],
  'below 0': ['for i in range(3, len(data)): out.append(data[i - 4:i, 0])', '(?, ?) ?'],
  'of another array': ['for i in range(len(x) - 3): out.append(data[i:i + 3, 0])', '(?, ?) ?'],
  'of a share': ['n = int(len(data) * 0.8)\nfor i in range(n): out.append(data[i:i + 3, 0])', '(?, ?) ?'],
  'of a multiple': ['for i in range(len(data) * 2): out.append(data[i:i + 3, 0])', '(?, ?) ?'],
  'from the turn before': [
    'last = None\nfor i in range(len(data) - 3):\n    if last is not None: out.append(data[last:i, 0])\n    last = i',
    '(?, ?) ?',
  ],
  'left by a break': [
    'for i in range(len(data)):\n    end = i + 4\n    if end > len(data) - 1: break\n    out.append(data[i:end, 0])',
    '(?, 4) ?',
  ],
  'left by a break too late': [
    'for i in range(len(data)):\n    end = i + 4\n    if end > len(data) + 1: break\n    out.append(data[i:end, 0])',
    '(?, ?) ?',
  ],
  'left by a break the other way': [
    'for i in range(len(data)):\n    end = i + 4\n    if not end > len(data) - 1: break\n    out.append(data[i:end, 0])',
    '(?, ?) ?',
  ],
  'in a comprehension': ['out = [data[i:i + 6, 0] for i in range(len(data) - 6)]', '(?, 6) ?'],
  'of one of several arrays': [
    'for part in [data, x] * len(x):\n    for i in range(len(part) - 3): out.append(part[i:i + 3])',
    '(?) ?',
  ],
  'rows, one by one': ['for i in range(len(data) - 3): out.append(data[i + 3, 0])', '(?,) ?'],
};

for (const [name, [loop, expected]] of Object.entries(WINDOWS)) {
  test(`windows of data of unknown length, ${name}`, async () => {
    assert.deepEqual(await values(`out = []\n${loop}\nout = np.array(out)`, 'out'), [expected]);
  });
}

test('lists of any number of arrays are joined but for the size that grows', async () => {
  const text = `
rows, parts = [], []
for i in range(len(data) - 5):
    rows.append(data[i:i + 5, 0])
    parts.append(np.zeros((4, 6, 3)))
a, b, c = np.stack(rows), np.vstack(rows), np.concatenate(rows)
d, e, f = np.stack(parts, axis=-1), np.concatenate(parts), np.hstack(parts)
`;
  assert.deepEqual(await values(text, 'a', 'b', 'c', 'd', 'e', 'f'), [
    '(?, 5) ?',
    '(?, 5) ?',
    '(?,) ?',
    '(4, 6, 3, ?) float64',
    '(?, 6, 3) float64',
    '(4, ?, 3) float64',
  ]);
});

test('a shape that is taken apart tells the rank', async () => {
  const text = `
n, height, width = x.shape
more = x[..., np.newaxis]
flat = x.reshape(n, height * width)
zeros = np.zeros((n, 4))
`;
  assert.deepEqual(await values(text, 'x', 'more', 'flat', 'zeros'), [
    '(?, ?, ?) ?',
    '(?, ?, ?, 1) ?',
    '(?, ?) ?',
    '(?, 4) float64',
  ]);
});

test('numbers that are not known are numbers all the same', async () => {
  const text = `
labels, whole = [], []
for i, name in enumerate(open('names.txt')):
    labels.append(i)
    whole.append([len(name), i])
labels, whole = np.array(labels), np.array(whole)
scaled = np.zeros((3, 2)) / float(len(open('a.txt').read()))
mixed = np.array([int(len(labels) * 0.8), 3])
`;
  assert.deepEqual(await values(text, 'labels', 'whole', 'scaled', 'mixed'), [
    '(?,) int64',
    '(?, 2) int64',
    '(3, 2) float64',
    '(2,) int64',
  ]);
});

test('texts of numbers have two axes at most', async () => {
  const text = `
a = np.loadtxt('a.csv', delimiter=',')
X, y = a[:, 0:4], a[:, 4]
b = np.genfromtxt('b.csv', delimiter=',', dtype='float32')
c = np.loadtxt('c.csv', usecols=(0, 1, 2), ndmin=2)
d = np.loadtxt('d.csv', delimiter=',', usecols=(0, 1, 2))
e = d[:, 0]
f = np.load('f.npz')['x'].reshape((-1, 28, 28, 1))
`;
  assert.deepEqual(await values(text, 'a', 'X', 'y', 'b', 'c', 'd', 'f'), [
    '(?, ?) float64',
    '(?, 4) float64',
    '(?,) float64',
    '(?) float32',
    '(?, 3) float64',
    '(?, 3) float64',
    '(?, 28, 28, 1) ?',
  ]);
});
