import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { maxPooling3D } from './max-pooling3d';

test('MaxPooling3D moves by its size unless told otherwise', () => {
  assert.equal(callLayer(maxPooling3D, [2], {}, [[null, 12, 9, 7, 4]]).output, '(None, 6, 4, 3, 4)');
  assert.equal(callLayer(maxPooling3D, [2], { padding: 'same' }, [[null, 12, 9, 7, 4]]).output, '(None, 6, 5, 4, 4)');
  assert.equal(callLayer(maxPooling3D, [20], {}, [[null, 12, 9, 7, 4]]).refused, 'negative-dimension');
});
