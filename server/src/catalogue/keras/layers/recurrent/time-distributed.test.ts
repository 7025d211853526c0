import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Program, parameters } from '../../program-testing';
import { listOf } from '../../testing';

test('TimeDistributed gives each step to its layer', () => {
  const program = new Program();
  const wrapper = program.layer('TimeDistributed', [program.layer('Conv2D', [3, 3])]);
  assert.equal(program.call(wrapper, [program.input(null, 16, 16, 2)]), '(None, None, 14, 14, 3)');
  assert.equal(parameters(wrapper), 3 * 3 * 2 * 3 + 3);
});

test('TimeDistributed gives each step to a model', () => {
  const program = new Program();
  const model = program.context.make('keras.Sequential', [
    listOf(program.input(16, 16, 2), program.layer('Flatten'), program.layer('Dense', [5])),
  ]);
  const wrapper = program.layer('TimeDistributed', [model]);
  assert.equal(program.call(wrapper, [program.input(7, 16, 16, 2)]), '(None, 7, 5)');
});

test('TimeDistributed takes three axes or more, and a layer that takes the rest', () => {
  const program = new Program();
  program.call(program.layer('TimeDistributed', [program.layer('Dense', [5])]), [program.input(7)]);
  program.call(program.layer('TimeDistributed', [program.layer('Conv2D', [5, 3])]), [program.input(7, 8, 8)]);
  program.layer('TimeDistributed', [5]);
  assert.deepEqual(program.refused, ['wrong-rank', 'wrong-rank', 'invalid-argument']);
});

test('TimeDistributed of Keras 2 keeps a known batch', () => {
  const program = new Program('keras2');
  const x = program.context.make('keras.Input', [], { batch_shape: [2, 7, 8] });
  assert.equal(program.call(program.layer('TimeDistributed', [program.layer('Dense', [5])]), [x]), '(2, 7, 5)');
});
