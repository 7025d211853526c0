import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../../testing';
import { randomSharpness } from './random-sharpness';

test('RandomSharpness keeps the shape of images, without weights', () => {
  const outcome = callLayer(randomSharpness, [0.2], {}, [[null, 28, 28, 3]], { inputDType: 'uint8' });
  assert.equal(outcome.output, '(None, 28, 28, 3)');
  assert.equal(outcome.dtype, 'float32');
  assert.equal(outcome.parameters, 0);
});

test('arguments that RandomSharpness refuses', () => {
  for (const wrong of [[1.5], [null]]) {
    assert.equal(callLayer(randomSharpness, wrong, {}, [[null, 28, 28, 3]]).phase, 'construct');
  }
});
