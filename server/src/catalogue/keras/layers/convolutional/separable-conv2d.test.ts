import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { separableConv2D } from './separable-conv2d';

test('SeparableConv2D has the output of a convolution', () => {
  const called = callLayer(separableConv2D, [16, 3], { padding: 'same' }, [[null, 32, 32, 3]]);
  assert.deepEqual([called.output, called.parameters], ['(None, 32, 32, 16)', 3 * 3 * 3 + 3 * 16 + 16]);
  assert.equal(callLayer(separableConv2D, [16, 3], {}, [[null, 2, 32, 3]]).refused, 'negative-dimension');
});

test('SeparableConv2D both strides and dilates in Keras 3, and not in Keras 2', () => {
  const both = [[8, 3], { strides: 2, dilation_rate: 2 }, [[null, 28, 28, 4]]] as const;
  assert.equal(callLayer(separableConv2D, ...both).output, '(None, 12, 12, 8)');
  assert.equal(callLayer(separableConv2D, ...both, { generation: 'keras2' }).refused, 'strides-dilation');
});
