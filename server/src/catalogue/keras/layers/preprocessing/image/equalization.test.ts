import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../../testing';
import { equalization } from './equalization';

test('Equalization keeps shape and integer type', () => {
  const outcome = callLayer(equalization, [], {}, [[null, 28, 28, 3]], { inputDType: 'uint8' });
  assert.equal(outcome.output, '(None, 28, 28, 3)');
  assert.equal(outcome.dtype, 'uint8');
});

test('a range is two numbers', () => {
  assert.equal(callLayer(equalization, [255], {}, [[null, 28, 28, 3]]).phase, 'construct');
});
