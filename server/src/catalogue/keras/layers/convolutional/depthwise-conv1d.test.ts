import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { depthwiseConv1D } from './depthwise-conv1d';

test('DepthwiseConv1D gives each channel kernels of its own', () => {
  const called = callLayer(depthwiseConv1D, [3], { depth_multiplier: 2 }, [[null, 12, 4]]);
  assert.deepEqual([called.output, called.parameters], ['(None, 10, 8)', 3 * 4 * 2 + 8]);
  assert.equal(callLayer(depthwiseConv1D, [3], { padding: 'causal' }, [[null, 12, 4]]).refused, 'invalid-argument');
});
