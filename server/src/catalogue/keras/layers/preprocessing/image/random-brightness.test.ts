import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../../testing';
import { randomBrightness } from './random-brightness';

test('RandomBrightness keeps the shape of images, without weights', () => {
  const outcome = callLayer(randomBrightness, [0.2], {}, [[null, 28, 28, 3]], { inputDType: 'uint8' });
  assert.equal(outcome.output, '(None, 28, 28, 3)');
  assert.equal(outcome.dtype, 'float32');
  assert.equal(outcome.parameters, 0);
});

test('arguments that RandomBrightness refuses', () => {
  for (const wrong of [[1.5], ['0.2'], [[0.1, 0.2, 0.3]], [0.2, 255]]) {
    assert.equal(callLayer(randomBrightness, wrong, {}, [[null, 28, 28, 3]]).phase, 'construct');
  }
});
