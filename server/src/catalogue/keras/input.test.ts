import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodeOf, operationName } from '../../graph/node';
import { formatShape } from '../../shapes/shape';
import type { Generation } from '../../values/context';
import type { Value } from '../../values/value';
import { TestContext } from './testing';

function make(generation: Generation, positional: unknown[], keywords: Record<string, unknown> = {}): string {
  const context = new TestContext(generation);
  const tensor = context.make('keras.Input', positional, keywords);
  if (context.refused.length > 0) return `refused: ${context.refused[0]?.message}`;
  return tensor.kind === 'tensor' ? `${formatShape(tensor.shape)} ${tensor.dtype}` : tensor.kind;
}

function name(tensor: Value): string | null {
  const node = tensor.kind === 'tensor' ? nodeOf(tensor) : null;
  return node && operationName(node.operation);
}

test('shape, batch size and dtype in the order of the generation', () => {
  assert.equal(make('keras3', [[28, 28, 1]]), '(None, 28, 28, 1) float32');
  assert.equal(make('keras3', [[3], 5, 'int32']), '(5, 3) int32');
  assert.equal(make('keras2', [[3], 5, 'a name', 'int32']), '(5, 3) int32');
  assert.equal(make('keras3', [[3]], { dtype: 'int' }), '(None, 3) int64');
  assert.equal(make('keras3', [], { batch_shape: [2, null] }), '(2, None) float32');
  assert.equal(make('keras2', [], { batch_input_shape: [2, 3] }), '(2, 3) float32');
  assert.equal(make('keras1', [], { batch_shape: [2, 3], name: 'x' }), '(2, 3) float32');
});

test('an int is a shape before Keras 3', () => {
  assert.equal(make('keras2', [4]), '(None, 4) float32');
  assert.match(make('keras3', [4]), /^refused: `shape` of Input must be a tuple, as in `\(4,\)`/);
});

test('what is no shape is refused', () => {
  assert.match(make('keras3', []), /needs a `shape`/);
  assert.match(make('keras3', [[3.5]]), /must hold ints and None/);
  assert.match(make('keras3', [[-1]]), /no negative size/);
  assert.match(make('keras3', [[3]], { batch_shape: [2, 3] }), /not both/);
  assert.match(make('keras3', [[3]], { dtype: 'foo' }), /no element type/);
  assert.match(make('keras2', [[3]], { foo: 1 }), /no argument `foo`/);
});

test('inputs are counted from 0 in Keras 3, from 1 before', () => {
  for (const [generation, expected] of [
    ['keras3', ['input_layer', 'input_layer_1', 'mine']],
    ['keras2', ['input_1', 'input_2', 'mine']],
  ] as const) {
    const context = new TestContext(generation);
    const inputs = [{}, {}, { name: 'mine' }].map((keywords) => context.make('keras.Input', [[3]], keywords));
    assert.deepEqual(inputs.map(name), expected);
  }
});
