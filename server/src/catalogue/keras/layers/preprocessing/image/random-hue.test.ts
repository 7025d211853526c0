import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../../testing';
import { randomHue } from './random-hue';

test('RandomHue keeps the shape of images, without weights', () => {
  const outcome = callLayer(randomHue, [0.2], {}, [[null, 28, 28, 3]], { inputDType: 'uint8' });
  assert.equal(outcome.output, '(None, 28, 28, 3)');
  assert.equal(outcome.dtype, 'float32');
  assert.equal(outcome.parameters, 0);
});

test('arguments that RandomHue refuses', () => {
  for (const wrong of [[1.5], [null]]) {
    assert.equal(callLayer(randomHue, wrong, {}, [[null, 28, 28, 3]]).phase, 'construct');
  }
});
