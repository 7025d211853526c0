import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { spatialDropout3D } from './spatial-dropout3d';

test('SpatialDropout3D keeps its input’s shape, of rank 5 only', () => {
  assert.equal(callLayer(spatialDropout3D, [0.5], {}, [[null, 4, 4, 4, 8]]).output, '(None, 4, 4, 4, 8)');
  assert.equal(callLayer(spatialDropout3D, [0.5], {}, [[null, 4]]).refused, 'wrong-rank');
});

test('SpatialDropout3D takes no keywords but its own in Keras 3', () => {
  assert.equal(callLayer(spatialDropout3D, [0.5], { name: 'drop' }, [[null, 4, 4, 4, 8]]).refused, undefined);
  assert.equal(
    callLayer(spatialDropout3D, [0.5], { trainable: false }, [[null, 4, 4, 4, 8]]).refused,
    'invalid-argument',
  );
  const old = callLayer(spatialDropout3D, [0.5], { trainable: false }, [[null, 4, 4, 4, 8]], { generation: 'keras2' });
  assert.equal(old.refused, undefined);
});
