import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { elu } from './elu';

test('ELU keeps shape, whatever alpha is in Keras 3', () => {
  assert.equal(callLayer(elu, ['a'], {}, [[null, 4]]).output, '(None, 4)');
});

test('Keras 2 makes a float of alpha, and takes floats only', () => {
  const old = { generation: 'keras2' } as const;
  assert.equal(callLayer(elu, ['a'], {}, [[null, 4]], old).refused, 'invalid-argument');
  assert.equal(callLayer(elu, ['0.5'], {}, [[null, 4]], old).output, '(None, 4)');
  assert.equal(callLayer(elu, [], {}, [[null, 4]], { ...old, inputDType: 'int32' }).refused, 'incompatible-dtypes');
});
