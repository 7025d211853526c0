import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { leakyReLU } from './leaky-relu';

test('LeakyReLU keeps shape', () => {
  assert.equal(callLayer(leakyReLU, [], {}, [[null, 4]]).output, '(None, 4)');
});

test('alpha, the name of Keras 2, is still taken in Keras 3', () => {
  assert.equal(callLayer(leakyReLU, [], { alpha: 0.2 }, [[null, 4]]).output, '(None, 4)');
  assert.equal(callLayer(leakyReLU, [], { alpha: null }, [[null, 4]]).refused, 'invalid-argument');
  const old = callLayer(leakyReLU, [], { negative_slope: 0.2 }, [[null, 4]], { generation: 'keras2' });
  assert.equal(old.refused, 'invalid-argument');
});

test('a negative slope is refused in Keras 3 only', () => {
  assert.equal(callLayer(leakyReLU, [-1], {}, [[null, 4]]).refused, 'invalid-argument');
  assert.equal(callLayer(leakyReLU, [-1], {}, [[null, 4]], { generation: 'keras2' }).output, '(None, 4)');
});
