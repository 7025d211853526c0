import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { cropping3D } from './cropping3d';

test('Cropping3D cuts slices off all sides', () => {
  assert.equal(callLayer(cropping3D, [], {}, [[null, 8, 9, 10, 2]]).output, '(None, 6, 7, 8, 2)');
});

test('Cropping3D of Keras 2 leaves nothing where it cuts too much', () => {
  const all = [[5], {}, [[null, 8, 11, 12, 2]]] as const;
  assert.equal(callLayer(cropping3D, ...all).refused, 'negative-dimension');
  assert.equal(callLayer(cropping3D, ...all, { generation: 'keras2' }).output, '(None, 0, 1, 2, 2)');
});
