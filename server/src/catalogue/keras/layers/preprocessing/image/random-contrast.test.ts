import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../../testing';
import { randomContrast } from './random-contrast';

test('RandomContrast keeps the shape of images, without weights', () => {
  const outcome = callLayer(randomContrast, [0.2], {}, [[null, 28, 28, 3]], { inputDType: 'uint8' });
  assert.equal(outcome.output, '(None, 28, 28, 3)');
  assert.equal(outcome.dtype, 'float32');
  assert.equal(outcome.parameters, 0);
});

test('arguments that RandomContrast refuses', () => {
  for (const wrong of [[1.5], [-0.2], [null]]) {
    assert.equal(callLayer(randomContrast, wrong, {}, [[null, 28, 28, 3]]).phase, 'construct');
  }
});

test('Keras 2 draws between two ends', () => {
  const old = (factor: unknown) =>
    callLayer(randomContrast, [factor], {}, [[null, 28, 28, 3]], { generation: 'keras2' });
  assert.equal(old([0.5, 1.5]).output, '(None, 28, 28, 3)');
  assert.equal(old(0).phase, 'call');
  assert.equal(old([0.1]).phase, 'construct');
});
