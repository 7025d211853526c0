import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../../testing';
import { randomPerspective } from './random-perspective';

test('RandomPerspective keeps the shape of images, without weights', () => {
  const outcome = callLayer(randomPerspective, [], {}, [[null, 28, 28, 3]], { inputDType: 'uint8' });
  assert.equal(outcome.output, '(None, 28, 28, 3)');
  assert.equal(outcome.dtype, 'float32');
  assert.equal(outcome.parameters, 0);
});

test('arguments that RandomPerspective refuses', () => {
  for (const wrong of [[1.5], [1, -1], [1, 'a']]) {
    assert.equal(callLayer(randomPerspective, wrong, {}, [[null, 28, 28, 3]]).phase, 'construct');
  }
});
