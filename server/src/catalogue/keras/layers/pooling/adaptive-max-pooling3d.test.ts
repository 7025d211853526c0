import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { adaptiveMaxPooling3D } from './adaptive-max-pooling3d';

test('AdaptiveMaxPooling3D gives the size that is asked for, larger ones too', () => {
  assert.equal(callLayer(adaptiveMaxPooling3D, [3], {}, [[null, 12, 9, 7, 4]]).output, '(None, 3, 3, 3, 4)');
  assert.equal(callLayer(adaptiveMaxPooling3D, [[5, 2, 1]], {}, [[null, 2, 2, 2, 4]]).output, '(None, 5, 2, 1, 4)');
  assert.equal(callLayer(adaptiveMaxPooling3D, ['3'], {}, [[null, 12, 9, 7, 4]]).refused, 'invalid-argument');
});
