import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TestContext } from '../../keras/testing';

/** The element type of what a function of TensorFlow gives, or `refused`. */
function made(name: string, positional: readonly unknown[], keywords: Readonly<Record<string, unknown>> = {}): string {
  const context = new TestContext('keras2');
  const value = context.make(`tensorflow.${name}`, positional, keywords);
  return context.refused.length > 0 ? 'refused' : value.kind === 'tensor' ? value.dtype : value.kind;
}

test('numbers become tensors of a type that holds them', () => {
  assert.equal(made('constant', [[1, 2]]), 'int32');
  assert.equal(made('constant', [[1, 2]], { dtype: 'uint8' }), 'uint8');
  assert.equal(made('constant', [true], { dtype: 'float32' }), 'float32');
  assert.equal(made('constant', [1.5], { dtype: 'int32' }), 'refused');
  assert.equal(made('constant', [[1, 2]], { dtype: 'bool' }), 'refused');
  assert.equal(made('convert_to_tensor', ['a'], { dtype: 'float32' }), 'refused');
  assert.equal(made('convert_to_tensor', [[]], { dtype: 'int64' }), 'int64');
});

test('arrays are cast to the type of the tensor beside them', () => {
  const context = new TestContext('keras2');
  const ints = context.make('tensorflow.ones', [[2, 3], 'int32']);
  const floats = context.make('numpy.ones', [3]);
  const sum = context.make('tensorflow.add', [ints, floats]);
  assert.deepEqual([sum.kind === 'tensor' && sum.dtype, context.refused], ['int32', []]);
  context.make('tensorflow.add', [ints, 2.5]);
  assert.equal(context.refused[0]?.code, 'incompatible-dtypes');
});

test('bools are no numbers', () => {
  const context = new TestContext('keras2');
  const bools = context.make('tensorflow.ones', [[2, 3], 'bool']);
  assert.equal(context.make('tensorflow.equal', [bools, true]).kind, 'tensor');
  context.make('tensorflow.add', [bools, true]);
  assert.equal(context.refused[0]?.code, 'incompatible-dtypes');
});
