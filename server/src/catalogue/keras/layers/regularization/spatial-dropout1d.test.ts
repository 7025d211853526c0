import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { spatialDropout1D } from './spatial-dropout1d';

test('SpatialDropout1D keeps its input’s shape, of rank 3 only', () => {
  assert.equal(callLayer(spatialDropout1D, [0.5], {}, [[null, 12, 8]]).output, '(None, 12, 8)');
  assert.equal(callLayer(spatialDropout1D, [0.5], {}, [[null, 4]]).refused, 'wrong-rank');
});

test('SpatialDropout1D takes no keywords but its own in Keras 3', () => {
  assert.equal(callLayer(spatialDropout1D, [0.5], { name: 'drop' }, [[null, 12, 8]]).refused, undefined);
  assert.equal(callLayer(spatialDropout1D, [0.5], { trainable: false }, [[null, 12, 8]]).refused, 'invalid-argument');
  const old = callLayer(spatialDropout1D, [0.5], { trainable: false }, [[null, 12, 8]], { generation: 'keras2' });
  assert.equal(old.refused, undefined);
});
