import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Program, parameters } from '../../program-testing';
import { listOf } from '../../testing';

test('RNN runs a cell over all steps', () => {
  const program = new Program();
  const rnn = program.layer('RNN', [program.layer('LSTMCell', [4])], { return_sequences: true, return_state: true });
  assert.equal(program.call(rnn, [program.input(12, 8)]), '[(None, 12, 4), (None, 4), (None, 4)]');
  assert.equal(parameters(rnn), 4 * (8 * 4 + 4 * 4 + 4));
});

test('RNN makes one cell of several, whose states nest', () => {
  for (const generation of ['keras3', 'keras2'] as const) {
    const program = new Program(generation);
    const cells = listOf(program.layer('LSTMCell', [4]), program.layer('GRUCell', [5]));
    const rnn = program.layer('RNN', [cells], { return_state: true });
    assert.equal(program.call(rnn, [program.input(12, 8)]), '[(None, 5), [(None, 4), (None, 4)], (None, 5)]');
  }
});

test('RNN refuses what is no cell, and a cell that cannot be built', () => {
  const program = new Program();
  program.layer('RNN', [program.layer('Dense', [4])]);
  program.layer('RNN', [3]);
  program.call(program.layer('RNN', [program.layer('GRUCell', [4])]), [program.input(12, null)]);
  assert.deepEqual(program.refused, ['invalid-argument', 'invalid-argument', 'undefined-weight-shape']);
});

test('RNN of Keras 2 holds its initial states against the cell', () => {
  const program = new Program('keras2');
  const x = program.input(12, 8);
  const state = program.input(4);
  const rnn = () => program.layer('RNN', [program.layer('LSTMCell', [4])]);
  assert.equal(program.call(rnn(), [listOf(x, state, state)]), '(None, 4)');
  program.call(rnn(), [x], { initial_state: listOf(state) });
  assert.deepEqual(program.refused, ['incompatible-shapes']);
});
