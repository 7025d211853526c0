import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { activationLayer } from './activation';

test('Activation keeps shape', () => {
  assert.equal(callLayer(activationLayer, ['relu'], {}, [[null, 4, 8]]).output, '(None, 4, 8)');
});

test('a name that Keras does not know', () => {
  assert.equal(callLayer(activationLayer, ['reluu'], {}, [[null, 4]]).refused, 'invalid-argument');
});

test('Keras 2 runs it: most activations take floats, relu ints too', () => {
  const old = { generation: 'keras2', inputDType: 'int32' } as const;
  assert.equal(callLayer(activationLayer, ['tanh'], {}, [[null, 4]], old).refused, 'incompatible-dtypes');
  assert.equal(callLayer(activationLayer, ['relu'], {}, [[null, 4]], old).dtype, 'int32');
  assert.equal(callLayer(activationLayer, ['leaky_relu'], {}, [[null, 4]], old).dtype, 'float32');
  assert.equal(callLayer(activationLayer, ['tanh'], {}, [[null, 4]], { inputDType: 'int32' }).dtype, 'float32');
});
