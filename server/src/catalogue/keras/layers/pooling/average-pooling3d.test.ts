import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { averagePooling3D } from './average-pooling3d';

test('AveragePooling3D moves by its size unless told otherwise', () => {
  assert.equal(callLayer(averagePooling3D, [2], {}, [[null, 12, 9, 7, 4]]).output, '(None, 6, 4, 3, 4)');
  assert.equal(
    callLayer(averagePooling3D, [2], { padding: 'same' }, [[null, 12, 9, 7, 4]]).output,
    '(None, 6, 5, 4, 4)',
  );
  assert.equal(callLayer(averagePooling3D, [20], {}, [[null, 12, 9, 7, 4]]).refused, 'negative-dimension');
});

test('AveragePooling3D has no default size in Keras 3', () => {
  assert.equal(callLayer(averagePooling3D, [], {}, [[null, 12, 9, 7, 4]]).refused, 'invalid-argument');
  const keras2 = callLayer(averagePooling3D, [], {}, [[null, 12, 9, 7, 4]], { generation: 'keras2' });
  assert.equal(keras2.output, '(None, 6, 4, 3, 4)');
});
