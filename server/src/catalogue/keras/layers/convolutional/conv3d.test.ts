import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { conv3D } from './conv3d';

test('Conv3D slides through a volume', () => {
  const called = callLayer(conv3D, [4, [2, 3, 3]], {}, [[null, 8, 9, 10, 2]]);
  assert.deepEqual([called.output, called.parameters], ['(None, 7, 7, 8, 4)', 2 * 3 * 3 * 2 * 4 + 4]);
  assert.equal(callLayer(conv3D, [4, 9], {}, [[null, 8, 9, 10, 2]]).refused, 'negative-dimension');
});
