import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { locallyConnected1D } from './locally-connected1d';

const keras2 = { generation: 'keras2' } as const;

test('LocallyConnected1D has a kernel for each step', () => {
  const called = callLayer(locallyConnected1D, [2, 3], {}, [[null, 8, 3]], keras2);
  assert.deepEqual([called.output, called.parameters], ['(None, 6, 2)', 6 * 9 * 2 + 6 * 2]);
  const sparse = callLayer(locallyConnected1D, [2, 3], { implementation: 3, padding: 'same' }, [[null, 8, 3]], keras2);
  assert.deepEqual([sparse.output, sparse.parameters], ['(None, 8, 2)', 22 * 3 * 2 + 8 * 2]);
});

test('LocallyConnected1D pads in its other implementations only, and needs all sizes', () => {
  const padded = callLayer(locallyConnected1D, [2, 3], { padding: 'same' }, [[null, 8, 3]], keras2);
  assert.equal(padded.refused, 'invalid-argument');
  assert.equal(callLayer(locallyConnected1D, [2, 3], {}, [[null, null, 3]], keras2).refused, 'undefined-weight-shape');
});
