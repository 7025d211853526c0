import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../../testing';
import { autoContrast } from './auto-contrast';

test('AutoContrast keeps the shape of images, without weights', () => {
  const outcome = callLayer(autoContrast, [], {}, [[null, 28, 28, 3]], { inputDType: 'uint8' });
  assert.equal(outcome.output, '(None, 28, 28, 3)');
  assert.equal(outcome.dtype, 'float32');
  assert.equal(outcome.parameters, 0);
});

test('arguments that AutoContrast refuses', () => {
  for (const wrong of [[3], [[0]], ['a']]) {
    assert.equal(callLayer(autoContrast, wrong, {}, [[null, 28, 28, 3]]).phase, 'construct');
  }
});
