import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { averagePooling2D } from './average-pooling2d';

test('AveragePooling2D moves by its size unless told otherwise', () => {
  assert.equal(callLayer(averagePooling2D, [2], {}, [[null, 12, 9, 4]]).output, '(None, 6, 4, 4)');
  assert.equal(callLayer(averagePooling2D, [2], { padding: 'same' }, [[null, 12, 9, 4]]).output, '(None, 6, 5, 4)');
  assert.equal(callLayer(averagePooling2D, [20], {}, [[null, 12, 9, 4]]).refused, 'negative-dimension');
});

test('AveragePooling2D has no default size in Keras 3', () => {
  assert.equal(callLayer(averagePooling2D, [], {}, [[null, 12, 9, 4]]).refused, 'invalid-argument');
  const keras2 = callLayer(averagePooling2D, [], {}, [[null, 12, 9, 4]], { generation: 'keras2' });
  assert.equal(keras2.output, '(None, 6, 4, 4)');
});
