import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../../testing';
import { randomSaturation } from './random-saturation';

test('RandomSaturation keeps the shape of images, without weights', () => {
  const outcome = callLayer(randomSaturation, [0.2], {}, [[null, 28, 28, 3]], { inputDType: 'uint8' });
  assert.equal(outcome.output, '(None, 28, 28, 3)');
  assert.equal(outcome.dtype, 'float32');
  assert.equal(outcome.parameters, 0);
});

test('arguments that RandomSaturation refuses', () => {
  for (const wrong of [[1.5], [0.2, [0, 1, 2]]]) {
    assert.equal(callLayer(randomSaturation, wrong, {}, [[null, 28, 28, 3]]).phase, 'construct');
  }
});
