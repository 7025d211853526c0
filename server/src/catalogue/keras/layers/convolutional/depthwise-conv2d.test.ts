import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { depthwiseConv2D } from './depthwise-conv2d';

test('DepthwiseConv2D multiplies the channels', () => {
  const called = callLayer(depthwiseConv2D, [[3, 5]], { strides: [2, 2], padding: 'same' }, [[null, 9, 9, 3]]);
  assert.deepEqual([called.output, called.parameters], ['(None, 5, 5, 3)', 3 * 5 * 3 + 3]);
});

test('DepthwiseConv2D refuses a depth_multiplier of 0 when it is made; Keras 2 does not', () => {
  const none = [[3], { depth_multiplier: 0 }, [[null, 9, 9, 3]]] as const;
  assert.equal(callLayer(depthwiseConv2D, ...none).phase, 'construct');
  assert.equal(callLayer(depthwiseConv2D, ...none, { generation: 'keras2' }).output, '(None, 7, 7, 0)');
});
