import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { separableConv1D } from './separable-conv1d';

test('SeparableConv1D has a kernel for each channel and one that mixes', () => {
  const called = callLayer(separableConv1D, [8, 3], { depth_multiplier: 2 }, [[null, 12, 4]]);
  assert.deepEqual([called.output, called.parameters], ['(None, 10, 8)', 3 * 4 * 2 + 4 * 2 * 8 + 8]);
});

test('SeparableConv1D is causal in Keras 2 only', () => {
  const causal = [[8, 3], { padding: 'causal' }, [[null, 12, 4]]] as const;
  assert.equal(callLayer(separableConv1D, ...causal).refused, 'invalid-argument');
  assert.equal(callLayer(separableConv1D, ...causal, { generation: 'keras2' }).output, '(None, 12, 8)');
});
