import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../../testing';
import { randomInvert } from './random-invert';

test('RandomInvert keeps the shape of images, without weights', () => {
  const outcome = callLayer(randomInvert, [], {}, [[null, 28, 28, 3]], { inputDType: 'uint8' });
  assert.equal(outcome.output, '(None, 28, 28, 3)');
  assert.equal(outcome.dtype, 'float32');
  assert.equal(outcome.parameters, 0);
});

test('arguments that RandomInvert refuses', () => {
  for (const wrong of [[1.5]]) {
    assert.equal(callLayer(randomInvert, wrong, {}, [[null, 28, 28, 3]]).phase, 'construct');
  }
});
