import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../../testing';
import { randomGrayscale } from './random-grayscale';

test('RandomGrayscale keeps shape and integer type', () => {
  const outcome = callLayer(randomGrayscale, [], {}, [[null, 28, 28, 3]], { inputDType: 'uint8' });
  assert.equal(outcome.output, '(None, 28, 28, 3)');
  assert.equal(outcome.dtype, 'uint8');
});

test('the factor is one number from 0 to 1', () => {
  for (const wrong of [-2, 'a', [0.1, 0.2], null]) {
    assert.equal(callLayer(randomGrayscale, [wrong], {}, [[null, 28, 28, 3]]).phase, 'construct');
  }
});
