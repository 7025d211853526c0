import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { rmsNormalization } from './rms-normalization';

test('one gain for each value on the axes', () => {
  assert.equal(callLayer(rmsNormalization, [], {}, [[null, 10, 64]]).parameters, 64);
  assert.equal(callLayer(rmsNormalization, [[1, 2]], {}, [[null, 10, 64]]).parameters, 640);
});

test('axes out of range, of no int, of no known size', () => {
  assert.equal(callLayer(rmsNormalization, [3], {}, [[null, 8]]).refused, 'axis-out-of-range');
  assert.equal(callLayer(rmsNormalization, ['last'], {}, [[null, 8]]).phase, 'call');
  assert.equal(callLayer(rmsNormalization, [], {}, [[null, null]]).refused, 'undefined-weight-shape');
});
