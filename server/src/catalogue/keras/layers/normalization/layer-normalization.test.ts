import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { layerNormalization } from './layer-normalization';

test('one gain and one offset for each value on the axes', () => {
  const outcome = callLayer(layerNormalization, [], {}, [[null, 10, 64]]);
  assert.equal(outcome.output, '(None, 10, 64)');
  assert.equal(outcome.parameters, 128);
  assert.equal(callLayer(layerNormalization, [[1, 2]], {}, [[null, 10, 64]]).parameters, 1280);
  assert.equal(callLayer(layerNormalization, [], { rms_scaling: true }, [[null, 64]]).parameters, 64);
});

test('sizes on the axes must be numbers where they make weights', () => {
  assert.equal(callLayer(layerNormalization, [], {}, [[null, null]]).refused, 'undefined-weight-shape');
  const none = callLayer(layerNormalization, [], { center: false, scale: false }, [[null, null]]);
  assert.equal(none.output, '(None, None)');
});

test('axes of a wrong kind, or out of range', () => {
  assert.equal(callLayer(layerNormalization, [1.5], {}, [[null, 8]]).phase, 'construct');
  assert.equal(callLayer(layerNormalization, [7], {}, [[null, 8]]).refused, 'axis-out-of-range');
  assert.equal(callLayer(layerNormalization, [['a']], {}, [[null, 8]]).refused, 'invalid-argument');
  const twice = callLayer(layerNormalization, [[1, -1]], {}, [[null, 8]], { generation: 'keras2' });
  assert.equal(twice.refused, 'invalid-argument');
});
