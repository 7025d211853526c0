import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { adaptiveAveragePooling3D } from './adaptive-average-pooling3d';

test('AdaptiveAveragePooling3D gives the size that is asked for, larger ones too', () => {
  assert.equal(callLayer(adaptiveAveragePooling3D, [3], {}, [[null, 12, 9, 7, 4]]).output, '(None, 3, 3, 3, 4)');
  assert.equal(callLayer(adaptiveAveragePooling3D, [[5, 2, 1]], {}, [[null, 2, 2, 2, 4]]).output, '(None, 5, 2, 1, 4)');
  assert.equal(callLayer(adaptiveAveragePooling3D, ['3'], {}, [[null, 12, 9, 7, 4]]).refused, 'invalid-argument');
});
