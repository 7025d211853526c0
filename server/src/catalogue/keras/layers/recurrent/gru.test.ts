import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { gru } from './gru';

test('GRU has one state, and a bias for each kernel unless it resets before', () => {
  const kernels = 3 * (8 * 16 + 16 * 16);
  const call = (keywords: Record<string, unknown>) => callLayer(gru, [16], keywords, [[null, 12, 8]]);
  assert.equal(call({}).parameters, kernels + 2 * 3 * 16);
  assert.equal(call({ reset_after: false }).parameters, kernels + 3 * 16);
  assert.equal(call({ return_state: true, return_sequences: true }).output, '[(None, 12, 16), (None, 16)]');
});

test('GRU refuses a float at once in Keras 3, and when it is built in Keras 2', () => {
  assert.equal(callLayer(gru, [8.5], {}, [[null, 12, 8]]).phase, 'construct');
  assert.equal(callLayer(gru, [8.5], {}, [[null, 12, 8]], { generation: 'keras2' }).phase, 'call');
});
