import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../../testing';
import { randomPosterization } from './random-posterization';

test('RandomPosterization keeps the shape of images, without weights', () => {
  const outcome = callLayer(randomPosterization, [4], {}, [[null, 28, 28, 3]], { inputDType: 'uint8' });
  assert.equal(outcome.output, '(None, 28, 28, 3)');
  assert.equal(outcome.dtype, 'float32');
  assert.equal(outcome.parameters, 0);
});

test('arguments that RandomPosterization refuses', () => {
  for (const wrong of [[0], [9], [[9, 10]]]) {
    assert.equal(callLayer(randomPosterization, wrong, {}, [[null, 28, 28, 3]]).phase, 'construct');
  }
});
