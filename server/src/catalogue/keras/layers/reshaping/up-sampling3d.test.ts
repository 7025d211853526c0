import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { upSampling3D } from './up-sampling3d';

test('UpSampling3D repeats slices', () => {
  assert.equal(callLayer(upSampling3D, [], {}, [[null, 2, 3, 4, 5]]).output, '(None, 4, 6, 8, 5)');
  assert.equal(callLayer(upSampling3D, [0], {}, [[null, 2, 3, 4, 5]]).refused, 'invalid-argument');
});
