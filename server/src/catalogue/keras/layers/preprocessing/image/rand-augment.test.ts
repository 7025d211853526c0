import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../../testing';
import { randAugment } from './rand-augment';

test('RandAugment keeps the shape of images, without weights', () => {
  const outcome = callLayer(randAugment, [], {}, [[null, 28, 28, 3]], { inputDType: 'uint8' });
  assert.equal(outcome.output, '(None, 28, 28, 3)');
  assert.equal(outcome.dtype, 'float32');
  assert.equal(outcome.parameters, 0);
});

test('arguments that RandAugment refuses', () => {
  for (const wrong of [[[0, 255], 2, 1.5], [3]]) {
    assert.equal(callLayer(randAugment, wrong, {}, [[null, 28, 28, 3]]).phase, 'construct');
  }
});
