import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../../testing';
import { randomTranslation } from './random-translation';

test('RandomTranslation keeps the shape of images, without weights', () => {
  const outcome = callLayer(randomTranslation, [0.2, 0.1], {}, [[null, 28, 28, 3]], { inputDType: 'uint8' });
  assert.equal(outcome.output, '(None, 28, 28, 3)');
  assert.equal(outcome.dtype, 'float32');
  assert.equal(outcome.parameters, 0);
});

test('arguments that RandomTranslation refuses', () => {
  for (const wrong of [
    [1.5, 0],
    [[-1.5, 1], 0],
  ]) {
    assert.equal(callLayer(randomTranslation, wrong, {}, [[null, 28, 28, 3]]).phase, 'construct');
  }
});
