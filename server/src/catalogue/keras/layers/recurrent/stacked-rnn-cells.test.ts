import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Program, parameters } from '../../program-testing';
import { listOf } from '../../testing';

test('StackedRNNCells hands what one cell gives to the next', () => {
  const program = new Program();
  const stack = program.layer('StackedRNNCells', [
    listOf(program.layer('LSTMCell', [4]), program.layer('SimpleRNNCell', [5])),
  ]);
  const [four, five] = [program.input(4), program.input(5)];
  const states = listOf(listOf(four, four), listOf(five));
  assert.equal(program.call(stack, [program.input(8), states]), '[(None, 5), [[(None, 4), (None, 4)], [(None, 5)]]]');
  assert.equal(parameters(stack), 4 * (8 * 4 + 4 * 4 + 4) + 4 * 5 + 5 * 5 + 5);
});

test('StackedRNNCells refuses what is no cell', () => {
  const program = new Program();
  program.layer('StackedRNNCells', [listOf(program.layer('Dense', [4]))]);
  program.layer('StackedRNNCells', [4]);
  assert.deepEqual(program.refused, ['invalid-argument', 'invalid-argument']);
});
