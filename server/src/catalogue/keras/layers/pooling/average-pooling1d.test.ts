import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { averagePooling1D } from './average-pooling1d';

test('AveragePooling1D moves by its size unless told otherwise', () => {
  assert.equal(callLayer(averagePooling1D, [2], {}, [[null, 12, 4]]).output, '(None, 6, 4)');
  assert.equal(callLayer(averagePooling1D, [2], { padding: 'same' }, [[null, 12, 4]]).output, '(None, 6, 4)');
  assert.equal(callLayer(averagePooling1D, [20], {}, [[null, 12, 4]]).refused, 'negative-dimension');
});

test('AveragePooling1D has no default size in Keras 3', () => {
  assert.equal(callLayer(averagePooling1D, [], {}, [[null, 12, 4]]).refused, 'invalid-argument');
  const keras2 = callLayer(averagePooling1D, [], {}, [[null, 12, 4]], { generation: 'keras2' });
  assert.equal(keras2.output, '(None, 6, 4)');
});
