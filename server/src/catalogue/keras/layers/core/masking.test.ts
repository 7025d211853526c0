import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { masking } from './masking';

test('Masking keeps shape', () => {
  assert.equal(callLayer(masking, [], {}, [[null, 5, 3]]).output, '(None, 5, 3)');
  assert.equal(callLayer(masking, [], {}, [[null, 5, 3]], { inputDType: 'int32' }).dtype, 'float32');
});

test('Keras 2 compares it with the value, in the input’s own type', () => {
  const old = { generation: 'keras2' } as const;
  assert.equal(callLayer(masking, ['a'], {}, [[null, 5, 3]], old).refused, 'incompatible-dtypes');
  assert.equal(
    callLayer(masking, [0.5], {}, [[null, 5]], { ...old, inputDType: 'int32' }).refused,
    'incompatible-dtypes',
  );
  assert.equal(callLayer(masking, [0], {}, [[null, 5]], { ...old, inputDType: 'int32' }).output, '(None, 5)');
});
