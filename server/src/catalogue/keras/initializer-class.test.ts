import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatShape } from '../../shapes/shape';
import { TestContext } from './testing';

function filled(name: string, shape: readonly number[], keywords: Readonly<Record<string, unknown>> = {}): string {
  const context = new TestContext('keras3');
  const made = context.on(context.make(name), [shape], keywords);
  return made.kind === 'tensor' ? `${formatShape(made.shape)} ${made.dtype}` : made.kind;
}

test('initializers give values of the shape that they are asked for', () => {
  assert.equal(filled('keras.initializers.GlorotUniform', [2, 3]), '(2, 3) float32');
  assert.equal(filled('keras.initializers.he_normal', [4], { dtype: 'float16' }), '(4,) float16');
  assert.equal(filled('tensorflow.random_normal_initializer', [32, 8]), '(32, 8) float32');
  assert.equal(filled('tensorflow.zeros_initializer', [8], { dtype: 'int32' }), '(8,) int32');
});
