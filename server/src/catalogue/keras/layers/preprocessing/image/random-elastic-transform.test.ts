import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../../testing';
import { randomElasticTransform } from './random-elastic-transform';

test('RandomElasticTransform keeps the shape of images, without weights', () => {
  const outcome = callLayer(randomElasticTransform, [], {}, [[null, 28, 28, 3]], { inputDType: 'uint8' });
  assert.equal(outcome.output, '(None, 28, 28, 3)');
  assert.equal(outcome.dtype, 'float32');
  assert.equal(outcome.parameters, 0);
});

test('arguments that RandomElasticTransform refuses', () => {
  for (const wrong of [[2], [1, 2]]) {
    assert.equal(callLayer(randomElasticTransform, wrong, {}, [[null, 28, 28, 3]]).phase, 'construct');
  }
});
