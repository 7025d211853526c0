import assert from 'node:assert/strict';
import { test } from 'node:test';
import { held } from '../../keras/data/testing';

/** Element and cardinality of an expression over data sets. */
async function specs(...expressions: readonly string[]): Promise<readonly string[]> {
  const text = `
import numpy as np
import tensorflow as tf
D = tf.data.Dataset
a = np.zeros((100, 28, 28))
y = np.zeros((100,), int)
${expressions.map((expression, i) => `v${i} = ${expression}`).join('\n')}
`;
  return held(
    text,
    expressions.map((_, i) => `v${i}`),
  );
}

test('what makes data sets', async () => {
  const found = await specs(
    'D.from_tensor_slices((a, y))',
    'D.from_tensor_slices([1, 2, 3])',
    "D.from_tensor_slices({'a': a, 'b': ['x'] * 100})",
    'D.from_tensors((a, y))',
    'D.range(2, 10, 3)',
    'D.from_generator(iter, output_signature=(tf.TensorSpec((None, 2)), tf.TensorSpec([], tf.string)))',
    'D.from_generator(iter, output_types=(tf.int32, tf.float32), output_shapes=([], [None, 3]))',
    "tf.data.TextLineDataset('x')",
    "D.list_files('*.png')",
  );
  assert.deepEqual(found, [
    '((28, 28) float64, () int64) × 100',
    '() int32 × 3',
    '{a: (28, 28) float64, b: () string} × 100',
    '((100, 28, 28) float64, (100,) int64) × 1',
    '() int64 × 3',
    '((None, 2) float32, () string) × unknown',
    '(() int32, (None, 3) float32) × unknown',
    '() string × unknown',
    '() string × ?',
  ]);
});

test('batches', async () => {
  const found = await specs(
    'D.from_tensor_slices((a, y)).batch(32)',
    'D.from_tensor_slices((a, y)).batch(32, drop_remainder=True)',
    'D.from_tensor_slices(a).batch(32).unbatch()',
    'D.from_tensor_slices(a).batch(32, drop_remainder=True).unbatch()',
    'D.from_tensor_slices(a).padded_batch(4, padded_shapes=[None, 30])',
    'D.from_tensor_slices((a, y)).padded_batch(4, padded_shapes=([30, -1], []), drop_remainder=True)',
    'D.range(10).batch(2).batch(3)',
    'D.range(10).repeat().batch(3)',
  );
  assert.deepEqual(found, [
    '((None, 28, 28) float64, (None,) int64) × 4',
    '((32, 28, 28) float64, (32,) int64) × 3',
    '(28, 28) float64 × unknown',
    '(28, 28) float64 × 96',
    '(None, None, 30) float64 × 25',
    '((4, 30, None) float64, (4,) int64) × 25',
    '(None, None) int64 × 2',
    '(None,) int64 × infinite',
  ]);
});

test('functions of the program are followed', async () => {
  const found = await specs(
    'D.range(10).map(lambda x: (x, [x, x]))',
    'D.range(10).map(lambda x: [x, (x, x)])',
    "D.from_tensor_slices((a, y)).map(lambda image, label: {'image': tf.image.resize(image[..., None], (8, 8)), 'label': tf.one_hot(label, 10)})",
    'D.range(10).filter(lambda x: x > 3).take(5)',
    'D.range(10).interleave(lambda x: D.from_tensor_slices(a), cycle_length=2)',
    'D.range(10).window(3, shift=1, drop_remainder=True)',
    'D.range(10).window(3, shift=1, drop_remainder=True).flat_map(lambda w: w.batch(3))',
    'D.range(10).apply(tf.data.experimental.assert_cardinality(5))',
  );
  assert.deepEqual(found, [
    '(() int64, (2,) int64) × 10',
    '(() int64, (() int64, () int64)) × 10',
    '{image: (8, 8, 1) float32, label: (10,) float32} × 100',
    '() int64 × unknown',
    '(28, 28) float64 × unknown',
    '() int64 × 3 × 8',
    '(None,) int64 × unknown',
    '() int64 × 5',
  ]);
});

test('several data sets', async () => {
  const found = await specs(
    'D.zip((D.range(3), D.range(4)))',
    'D.zip(D.range(3), D.range(4))',
    "D.zip({'a': D.range(3), 'b': (D.range(4), D.range(7).repeat())})",
    'D.from_tensor_slices(a).batch(3).concatenate(D.from_tensor_slices(a).batch(4, drop_remainder=True))',
    'D.sample_from_datasets([D.range(3), D.range(4)])',
    'D.range(10).enumerate()',
    'D.range(10).shard(3, 0)',
  );
  assert.deepEqual(found, [
    '(() int64, () int64) × 3',
    '(() int64, () int64) × 3',
    '{a: () int64, b: (() int64, () int64)} × 3',
    '(None, 28, 28) float64 × 59',
    '() int64 × unknown',
    '(() int64, () int64) × 10',
    '() int64 × 4',
  ]);
});

test('steps have the sizes that are certain', async () => {
  const text = `
import numpy as np
import tensorflow as tf
ds = tf.data.Dataset.from_tensor_slices(np.zeros((100, 4))).batch(32)
first = next(iter(ds))
for any in ds: pass
even = next(iter(ds.shuffle(9)))
full = next(iter(ds.unbatch().repeat().batch(7).shuffle(9)))
array = next(ds.take(1).as_numpy_iterator())
for only in ds.take(1): pass
count = len(ds)
cardinality = int(ds.cardinality())
spec = ds.element_spec.shape
`;
  assert.deepEqual(await held(text, 'first any even full array only count cardinality spec'.split(' ')), [
    '(32, 4) float64',
    '(?, 4) float64',
    '(?, 4) float64',
    '(7, 4) float64',
    '(32, 4) float64',
    '(32, 4) float64',
    '4',
    '4',
    'TensorShape',
  ]);
});
