import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { softmax } from './softmax';

test('Softmax takes any axis in Keras 3', () => {
  assert.equal(callLayer(softmax, [9], {}, [[null, 4]]).output, '(None, 4)');
  assert.equal(callLayer(softmax, [], {}, [[null]]).output, '(None,)');
});

test('Keras 2 looks for the axis, and takes no vectors', () => {
  const old = { generation: 'keras2' } as const;
  assert.equal(callLayer(softmax, [[1, 2]], {}, [[null, 3, 4]], old).output, '(None, 3, 4)');
  assert.equal(callLayer(softmax, [9], {}, [[null, 4]], old).refused, 'axis-out-of-range');
  assert.equal(callLayer(softmax, [1.5], {}, [[null, 4]], old).refused, 'invalid-argument');
  assert.equal(callLayer(softmax, [], {}, [[null]], old).refused, 'wrong-rank');
});
