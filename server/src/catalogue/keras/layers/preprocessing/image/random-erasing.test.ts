import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../../testing';
import { randomErasing } from './random-erasing';

test('RandomErasing keeps the shape of images, without weights', () => {
  const outcome = callLayer(randomErasing, [], {}, [[null, 28, 28, 3]], { inputDType: 'uint8' });
  assert.equal(outcome.output, '(None, 28, 28, 3)');
  assert.equal(outcome.dtype, 'float32');
  assert.equal(outcome.parameters, 0);
});

test('arguments that RandomErasing refuses', () => {
  for (const wrong of [[1.5], [1, 2]]) {
    assert.equal(callLayer(randomErasing, wrong, {}, [[null, 28, 28, 3]]).phase, 'construct');
  }
});
