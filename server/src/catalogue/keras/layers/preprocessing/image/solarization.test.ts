import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../../testing';
import { solarization } from './solarization';

test('Solarization keeps the shape of images, without weights', () => {
  const outcome = callLayer(solarization, [], {}, [[null, 28, 28, 3]], { inputDType: 'uint8' });
  assert.equal(outcome.output, '(None, 28, 28, 3)');
  assert.equal(outcome.dtype, 'float32');
  assert.equal(outcome.parameters, 0);
});

test('arguments that Solarization refuses', () => {
  for (const wrong of [[1.5], [0, [0.1]]]) {
    assert.equal(callLayer(solarization, wrong, {}, [[null, 28, 28, 3]]).phase, 'construct');
  }
});
