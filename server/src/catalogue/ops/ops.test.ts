/** Rules of Keras' ops that differ where TensorFlow runs them on data. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatShape } from '../../shapes/shape';
import { TestContext } from '../keras/testing';

/** What an op gives for a tensor of data and for a Keras tensor, both of shape (2, 3) and this type. */
function both(name: string, dtype: string, more: readonly unknown[] = []): readonly string[] {
  return (['data', 'symbolic'] as const).map((kind) => {
    const context = new TestContext('keras3');
    const x =
      kind === 'data'
        ? context.make('keras.ops.ones', [[2, 3], dtype])
        : context.make('keras.Input', [], { batch_shape: [2, 3], dtype });
    const made = context.make(`keras.ops.${name}`, [x, ...more]);
    return (
      context.refused[0]?.code ?? (made.kind === 'tensor' ? `${formatShape(made.shape)} ${made.dtype}` : made.kind)
    );
  });
}

test('activations of ints pass as symbols only', () => {
  assert.deepEqual(both('gelu', 'int32'), ['incompatible-dtypes', '(2, 3) int32']);
  assert.deepEqual(both('relu', 'int32'), ['(2, 3) int32', '(2, 3) int32']);
  assert.deepEqual(both('leaky_relu', 'int32'), ['(2, 3) float32', '(2, 3) int32']);
  assert.deepEqual(both('softmax', 'float16'), ['(2, 3) float16', '(2, 3) float16']);
});

test('an axis that is named twice passes as a symbol only', () => {
  assert.deepEqual(both('sum', 'float32', [[0, -2]]), ['invalid-argument', '() float32']);
});

test('a number beside data is a tensor first', () => {
  assert.deepEqual(both('mod', 'uint8', [2]), ['(2, 3) int32', '(2, 3) uint8']);
});

test('arange needs steps towards its end', () => {
  const context = new TestContext('keras3');
  context.make('keras.ops.arange', [18, 8]);
  assert.equal(context.refused[0]?.code, 'invalid-argument');
});
