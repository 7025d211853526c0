import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../../testing';
import { mixUp } from './mix-up';

test('MixUp keeps the shape of images, without weights', () => {
  const outcome = callLayer(mixUp, [], {}, [[null, 28, 28, 3]], { inputDType: 'uint8' });
  assert.equal(outcome.output, '(None, 28, 28, 3)');
  assert.equal(outcome.dtype, 'float32');
  assert.equal(outcome.parameters, 0);
});

test('arguments that MixUp refuses', () => {
  for (const wrong of [[0.2, 'channels_middle']]) {
    assert.equal(callLayer(mixUp, wrong, {}, [[null, 28, 28, 3]]).phase, 'construct');
  }
});
