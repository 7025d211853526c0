/** What Keras 2's graphs know less, or take more, than a run. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatShape } from '../../shapes/shape';
import type { Value } from '../../values/value';
import { TestContext } from './testing';

function given(name: string, positional: (context: TestContext) => readonly unknown[], more = {}): string {
  const context = new TestContext('keras2');
  const made: Value = context.make(name, positional(context), more);
  return context.refused[0]?.code ?? (made.kind === 'tensor' ? formatShape(made.shape) : made.kind);
}

const input = (context: TestContext, ...shape: readonly (number | null)[]): Value =>
  context.make('keras.Input', [], { batch_shape: shape });

test('the product of a known shape is a number', () => {
  const context = new TestContext('keras2');
  const sizes = context.attribute(input(context, 8, 2, 4), 'shape') as Value;
  const count = context.make('numpy.prod', [sizes]);
  assert.deepEqual(count.kind === 'tensor' && count.data, [64]);
});

test('sizes that meet are compared where all of them are known', () => {
  assert.equal(
    given('tensorflow.tensordot', (c) => [input(c, 9, null, 7), input(c, null, 4), 2]),
    '(9,)',
  );
  assert.equal(
    given('tensorflow.tensordot', (c) => [input(c, 9, 7), input(c, 4, 2), 1]),
    'incompatible-shapes',
  );
  const loss = 'keras.backend.sparse_categorical_crossentropy';
  assert.equal(
    given(loss, (c) => [input(c, null, 55), input(c, null, 1, 5)]),
    '(None, 55)',
  );
  assert.equal(
    given(loss, (c) => [input(c, 8, 55), input(c, 8, 6)]),
    'incompatible-shapes',
  );
});

test('a sparse tensor has lost its batch', () => {
  const context = new TestContext('keras2');
  const layer = context.make('keras.layers.CategoryEncoding', [3], { sparse: true });
  const made = context.on(layer, [context.make('keras.Input', [], { batch_shape: [4, 2], dtype: 'int32' })]);
  assert.equal(made.kind === 'tensor' && formatShape(made.shape), '(None, 3)');
});

test('a list of one is held to the rank of its tensor, and then stacked', () => {
  const context = new TestContext('keras2');
  const layer = context.make('keras.layers.SpatialDropout1D', [0.1]);
  const made = context.on(layer, [[input(context, null, 28, 3)]]);
  assert.equal(made.kind === 'tensor' && formatShape(made.shape), '(1, None, 28, 3)');
});
