import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatShape, type Shape } from '../../../../shapes/shape';
import type { Generation } from '../../../../values/context';
import { TensorValue } from '../../../../values/tensor';
import { NONE, str, tuple, type Value } from '../../../../values/value';
import { nativeFunction } from '../../../native';
import { callLayer, list } from '../../../testing';
import { listOf, TestContext } from '../../testing';
import { lambda } from './lambda';

/** A function that makes something of the tensor it gets. */
function made(make: (x: TensorValue) => Value): Value {
  return nativeFunction('made', null, (given) => make(given.positional[0] as TensorValue));
}

const reshaped = (shape: Shape, dtype: 'int64' | 'float32' = 'float32') =>
  made((x) => new TensorValue({ library: x.library, symbolic: x.symbolic, shape, dtype }));

function run(callee: Value, keywords: Record<string, unknown> = {}, generation: Generation = 'keras3') {
  const context = new TestContext(generation);
  const x = context.make('keras.Input', [[4]]);
  const output = context.on(context.make('keras.layers.Lambda', [callee], keywords), [x]);
  const text = (value: Value): string =>
    value.kind === 'tensor'
      ? `${formatShape(value.shape)} ${value.dtype}`
      : value.kind === 'list' || value.kind === 'tuple'
        ? value.items.map(text).join(', ')
        : value.kind;
  return { output: text(output), refused: context.refused.map(({ exception }) => exception) };
}

test('Keras 3 runs the function for its shape, and gives that the type of the layer', () => {
  assert.equal(run(reshaped([7, 2], 'int64')).output, '(7, 2) float32');
  assert.equal(run(made((x) => tuple([x, x]))).output, '(None, 4) float32, (None, 4) float32');
});

test('what has no shape is refused', () => {
  assert.deepEqual(run(made(() => NONE)).refused, ['NotImplementedError']);
  assert.deepEqual(run(made(() => str('a'))).refused, ['NotImplementedError']);
});

test('Keras 3 believes `output_shape`, and does not run the function', () => {
  const never = made(() => assert.fail('it was run'));
  assert.equal(run(never, { output_shape: [3] }).output, '(None, 3) float32');
  assert.equal(run(never, { output_shape: [null, 3] }).output, '(None, None, 3) float32');
  assert.equal(run(never, { output_shape: [[3], [5, 6]] }).output, '(None, 3) float32, (None, 5, 6) float32');
  assert.equal(run(never, { output_shape: made((shape) => shape) }).output, '(None, 4) float32');
  assert.deepEqual(run(never, { output_shape: list(3) }).refused, ['TypeError']);
  assert.deepEqual(run(never, { output_shape: 3 }).refused, ['TypeError']);
});

test('Keras 2 takes what the function gives', () => {
  assert.equal(run(reshaped([7, 2], 'int64'), { output_shape: [3] }, 'keras2').output, '(7, 2) int64');
  assert.equal(
    run(
      made(() => str('a')),
      {},
      'keras2',
    ).output,
    '() string',
  );
});

test('Keras 2 refuses a function that makes weights', () => {
  const context = new TestContext('keras2');
  const x = context.make('keras.Input', [[4]]);
  const dense = context.make('keras.layers.Dense', [3]);
  const callee = nativeFunction('f', null, (given) => context.on(dense, [given.positional[0]]));
  context.on(context.make('keras.layers.Lambda', [callee]), [x]);
  assert.equal(context.refused.length, 1);
  assert.match(context.refused[0]?.message ?? '', /makes weights/);
});

test('lists go into the function as they are', () => {
  const context = new TestContext();
  const [a, b] = [context.make('keras.Input', [[4]]), context.make('keras.Input', [[5]])];
  const second = nativeFunction('second', null, (given) => {
    const [inputs] = given.positional;
    return (inputs?.kind === 'list' && inputs.items[1]) || NONE;
  });
  const output = context.on(context.make('keras.layers.Lambda', [second]), [listOf(a, b)]);
  assert.equal(output.kind === 'tensor' && formatShape(output.shape), '(None, 5)');
});

test('arguments that Lambda refuses', () => {
  for (const wrong of [null, 3, 'dense']) {
    const outcome = callLayer(lambda, [wrong], {}, [[null, 4]]);
    assert.equal(outcome.phase, 'construct');
    assert.match(outcome.message ?? '', /must be a function/);
  }
});

test('what Python raises in the function is reported in Keras 2', () => {
  const context = new TestContext('keras2');
  const failing = nativeFunction('failing', null, () => context.raise('AttributeError', 'no attribute foo'));
  context.on(context.make('keras.layers.Lambda', [failing]), [context.make('keras.Input', [[4]])]);
  assert.deepEqual(
    context.refused.map(({ exception }) => exception),
    ['AttributeError'],
  );
});
