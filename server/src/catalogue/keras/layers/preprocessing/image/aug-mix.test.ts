import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../../testing';
import { augMix } from './aug-mix';

test('AugMix keeps the shape of images, without weights', () => {
  const outcome = callLayer(augMix, [], {}, [[null, 28, 28, 3]], { inputDType: 'uint8' });
  assert.equal(outcome.output, '(None, 28, 28, 3)');
  assert.equal(outcome.dtype, 'float32');
  assert.equal(outcome.parameters, 0);
});

test('arguments that AugMix refuses', () => {
  for (const wrong of [[[0, 255], 3, 3, 1.5], [3]]) {
    assert.equal(callLayer(augMix, wrong, {}, [[null, 28, 28, 3]]).phase, 'construct');
  }
});
