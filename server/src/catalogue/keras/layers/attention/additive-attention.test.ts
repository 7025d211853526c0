import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { additiveAttention } from './additive-attention';

test('a weight for each place of the last axis', () => {
  const shapes = [
    [null, 5, 8],
    [null, 7, 8],
  ];
  const outcome = callLayer(additiveAttention, [], {}, shapes);
  assert.equal(outcome.output, '(None, 5, 8)');
  assert.equal(outcome.parameters, 8);
  assert.equal(callLayer(additiveAttention, [false], {}, shapes).parameters, 0);
});

test('the last size must be a number where it makes weights', () => {
  const shapes = [
    [null, 5, null],
    [null, 7, 8],
  ];
  assert.equal(callLayer(additiveAttention, [], {}, shapes).refused, 'undefined-weight-shape');
  assert.equal(callLayer(additiveAttention, [false], {}, shapes).output, '(None, 5, 8)');
});

test('Keras 2 adds query and key', () => {
  const shapes = [
    [null, 5, 8],
    [null, 7, 6],
  ];
  assert.equal(callLayer(additiveAttention, [], {}, shapes, { generation: 'keras2' }).refused, 'incompatible-shapes');
});
