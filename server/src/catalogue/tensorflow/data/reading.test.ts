import assert from 'node:assert/strict';
import { test } from 'node:test';
import { held } from '../../keras/data/testing';

test('files and records in data sets', async () => {
  const text = `
import tensorflow as tf
def load(path):
    image = tf.image.decode_jpeg(tf.io.read_file(path), channels=3)
    return tf.image.resize(image, [224, 224])
files = tf.data.Dataset.list_files("*.jpg").map(load).batch(8)
features = {"x": tf.io.FixedLenFeature([28, 28, 1], tf.float32), "y": tf.io.FixedLenFeature([], tf.int64)}
def parse(record):
    example = tf.io.parse_single_example(record, features)
    return example["x"], example["y"]
records = tf.data.TFRecordDataset("f").map(parse).batch(4)
def read(path, label):
    image = tf.io.decode_image(tf.io.read_file(path))
    image.set_shape([None, None, 3])
    return tf.image.resize(image, (32, 32)), label
named = tf.data.Dataset.from_tensor_slices((["a", "b"], [0, 1])).map(read)
def wrapped(x):
    out = tf.py_function(lambda t: t, [x], tf.float32)
    out.set_shape((5,))
    return out
python = tf.data.Dataset.range(3).map(wrapped)
raw = tf.data.Dataset.list_files("*.png").map(lambda path: tf.io.decode_png(tf.io.read_file(path)))
wave = tf.data.Dataset.list_files("*.wav").map(lambda path: tf.audio.decode_wav(tf.io.read_file(path), 1, 16000)[0])
`;
  assert.deepEqual(await held(text, 'files records named python raw wave'.split(' ')), [
    '(None, 224, 224, 3) float32 × ?',
    '((None, 28, 28, 1) float32, (None,) int64) × unknown',
    '((32, 32, 3) float32, () int32) × 2',
    '(5,) float32 × 3',
    '(None, None, None) uint8 × ?',
    '(16000, 1) float32 × ?',
  ]);
});
