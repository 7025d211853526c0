import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dynamic } from '../../../../shapes/dimension';
import { kerasTensor } from '../../../../values/tensor';
import { callLayer, list } from '../../../testing';
import { lstm } from './lstm';

const SEQUENCE = [[null, 12, 8]] as const;

test('LSTM gives the last step, or all of them, and its two states behind', () => {
  const last = callLayer(lstm, [16], {}, SEQUENCE);
  assert.equal(last.output, '(None, 16)');
  assert.equal(last.parameters, 4 * (8 * 16 + 16 * 16 + 16));
  assert.equal(callLayer(lstm, [16], { return_sequences: true }, SEQUENCE).output, '(None, 12, 16)');
  assert.equal(callLayer(lstm, [16], { return_state: true }, SEQUENCE).output, '[(None, 16), (None, 16), (None, 16)]');
  assert.equal(callLayer(lstm, [16], { use_bias: false }, SEQUENCE).parameters, 4 * (8 * 16 + 16 * 16));
});

test('LSTM refuses units that are none, at once or when it is built', () => {
  assert.equal(callLayer(lstm, [0], {}, SEQUENCE).phase, 'construct');
  assert.equal(callLayer(lstm, [null], {}, SEQUENCE).phase, 'construct');
  assert.equal(callLayer(lstm, [2.5], {}, SEQUENCE).phase, 'call');
});

test('LSTM needs sequences, a batch size to keep states, and a size for its kernel', () => {
  assert.equal(callLayer(lstm, [4], {}, [[null, 8]]).refused, 'wrong-rank');
  assert.equal(callLayer(lstm, [4], { stateful: true }, SEQUENCE).refused, 'undefined-weight-shape');
  assert.equal(callLayer(lstm, [4], { stateful: true }, [[2, 12, 8]]).output, '(2, 4)');
  assert.equal(callLayer(lstm, [4], {}, [[null, 12, null]]).refused, 'undefined-weight-shape');
});

test('its orthogonal kernel cannot be bfloat16', () => {
  assert.equal(callLayer(lstm, [4], {}, SEQUENCE, { dtype: 'bfloat16' }).refused, 'invalid-argument');
});

test('Keras 2 holds the states that it is given against its own, Keras 3 does not', () => {
  const state = (size: number) => kerasTensor([dynamic(), size], 'float32');
  const call = (generation: 'keras2' | 'keras3', ...states: unknown[]) =>
    callLayer(lstm, [4], {}, SEQUENCE, { generation, call: { initial_state: list(...states) } });
  assert.equal(call('keras2', state(4), state(4)).output, '(None, 4)');
  assert.equal(call('keras2', state(5), state(4)).refused, 'incompatible-shapes');
  assert.equal(call('keras2', state(4)).refused, 'incompatible-shapes');
  assert.equal(call('keras3', state(5)).output, '(None, 4)');
});

test('Keras 2 takes the steps first with `time_major`', () => {
  const options = { generation: 'keras2' } as const;
  assert.equal(callLayer(lstm, [4], { time_major: true }, [[12, null, 8]], options).output, '(None, 4)');
  assert.equal(callLayer(lstm, [4], { unroll: true }, [[null, null, 8]], options).refused, 'invalid-argument');
});

test('Keras 2 gives the states the batch of those that it began with', () => {
  const state = kerasTensor([8, 4], 'float32');
  const options = { generation: 'keras2', call: { initial_state: list(state, state) } } as const;
  assert.equal(callLayer(lstm, [4], { return_state: true }, SEQUENCE, options).output, '[(8, 4), (8, 4), (8, 4)]');
});
