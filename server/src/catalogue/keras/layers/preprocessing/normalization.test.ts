import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer, list } from '../../../testing';
import { normalization } from './normalization';

test('a mean and a variance for each kept value, and a count, none of them trained', () => {
  const outcome = callLayer(normalization, [], {}, [[null, 9]]);
  assert.equal(outcome.output, '(None, 9)');
  assert.equal(outcome.parameters, 9 + 9 + 1);
  assert.equal(callLayer(normalization, [null], {}, [[null, 9]]).parameters, 3);
  assert.equal(callLayer(normalization, [[1, 2]], {}, [[null, 4, 5]]).parameters, 41);
});

test('given statistics are no weights, and must fit', () => {
  const given = (mean: unknown, variance: unknown) => callLayer(normalization, [], { mean, variance }, [[null, 3]]);
  assert.equal(given(0.5, 1).parameters, 0);
  assert.equal(given(list(1, 2, 3), list(1, 1, 1)).output, '(None, 3)');
  assert.equal(given(list(1, 2), list(1, 1)).refused, 'incompatible-shapes');
  assert.equal(given(list(1, 2, 3), 1).phase, 'construct');
  assert.equal(given(0.5, null).phase, 'construct');
});

test('kept axes must be there, and known', () => {
  assert.equal(callLayer(normalization, [3], {}, [[null, 9]]).refused, 'axis-out-of-range');
  assert.equal(callLayer(normalization, [], {}, [[null, null]]).refused, 'undefined-weight-shape');
  assert.equal(callLayer(normalization, [1.5], {}, [[null, 9]]).phase, 'construct');
});

test('Keras 2 multiplies the statistics with ones', () => {
  const old = (mean: unknown, variance: unknown) =>
    callLayer(normalization, [], { mean, variance }, [[null, 3]], { generation: 'keras2' });
  assert.equal(old(list(1, 2, 3), 1).output, '(None, 3)');
  assert.equal(old(list(1, 2), 1).refused, 'incompatible-shapes');
});
