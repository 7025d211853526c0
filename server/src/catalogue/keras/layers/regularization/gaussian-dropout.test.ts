import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { gaussianDropout } from './gaussian-dropout';

test('GaussianDropout keeps shape and has no weights', () => {
  const outcome = callLayer(gaussianDropout, [0.25], {}, [[null, 12, 8]]);
  assert.equal(outcome.output, '(None, 12, 8)');
  assert.equal(outcome.parameters, 0);
});

test('GaussianDropout takes a rate from 0 to 1', () => {
  assert.equal(callLayer(gaussianDropout, [1], {}, [[null, 4]]).output, '(None, 4)');
  for (const wrong of [1.5, -0.1, '0.5', null]) {
    const outcome = callLayer(gaussianDropout, [wrong], {}, [[null, 4]]);
    assert.equal(outcome.refused, 'invalid-argument');
    assert.equal(outcome.phase, 'construct');
  }
});

test('GaussianDropout gives its compute dtype in Keras 3 and keeps ints in Keras 2', () => {
  assert.equal(callLayer(gaussianDropout, [0.5], {}, [[null, 4]], { inputDType: 'int32' }).dtype, 'float32');
  const old = callLayer(gaussianDropout, [0.5], {}, [[null, 4]], { inputDType: 'int32', generation: 'keras2' });
  assert.equal(old.dtype, 'int32');
});
