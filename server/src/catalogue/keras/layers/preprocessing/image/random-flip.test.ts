import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../../testing';
import { randomFlip } from './random-flip';

test('RandomFlip keeps the shape of images, without weights', () => {
  const outcome = callLayer(randomFlip, [], {}, [[null, 28, 28, 3]], { inputDType: 'uint8' });
  assert.equal(outcome.output, '(None, 28, 28, 3)');
  assert.equal(outcome.dtype, 'float32');
  assert.equal(outcome.parameters, 0);
});

test('Keras 3 takes any mode and rank, Keras 2 neither', () => {
  assert.equal(callLayer(randomFlip, ['sideways'], {}, [[null, 28]]).output, '(None, 28)');
  const old = { generation: 'keras2' } as const;
  assert.equal(callLayer(randomFlip, ['sideways'], {}, [[null, 28, 28, 3]], old).refused, 'invalid-argument');
  assert.equal(callLayer(randomFlip, [], {}, [[null, 28]], old).refused, 'wrong-rank');
  assert.equal(callLayer(randomFlip, [], {}, [[null, 28]], { ...old, call: { training: false } }).output, '(None, 28)');
});

test('a seed is an int', () => {
  assert.equal(callLayer(randomFlip, [], { seed: true }, [[null, 28, 28, 3]]).refused, 'invalid-argument');
});
