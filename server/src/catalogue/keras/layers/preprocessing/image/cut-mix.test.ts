import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../../testing';
import { cutMix } from './cut-mix';

test('CutMix keeps the shape of images, without weights', () => {
  const outcome = callLayer(cutMix, [], {}, [[null, 28, 28, 3]], { inputDType: 'uint8' });
  assert.equal(outcome.output, '(None, 28, 28, 3)');
  assert.equal(outcome.dtype, 'float32');
  assert.equal(outcome.parameters, 0);
});

test('arguments that CutMix refuses', () => {
  for (const wrong of [[1.5], [[0.5]]]) {
    assert.equal(callLayer(cutMix, wrong, {}, [[null, 28, 28, 3]]).phase, 'construct');
  }
});
