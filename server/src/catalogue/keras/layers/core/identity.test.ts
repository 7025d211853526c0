import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { identity } from './identity';

test('Identity keeps shape and integer types', () => {
  assert.equal(callLayer(identity, [], {}, [[null, 5]]).output, '(None, 5)');
  assert.equal(callLayer(identity, [], {}, [[null, 5]], { inputDType: 'int32' }).dtype, 'int32');
  assert.equal(callLayer(identity, [], {}, [[null, 5]], { inputDType: 'float16' }).dtype, 'float32');
});
