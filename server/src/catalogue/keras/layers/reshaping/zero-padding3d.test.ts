import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { zeroPadding3D } from './zero-padding3d';

test('ZeroPadding3D adds slices on all sides', () => {
  assert.equal(callLayer(zeroPadding3D, [], {}, [[null, 2, 3, 4, 5]]).output, '(None, 4, 5, 6, 5)');
  assert.equal(callLayer(zeroPadding3D, [[1, 0, [0, 2]]], {}, [[null, 2, 3, null, 5]]).output, '(None, 4, 3, None, 5)');
});
