import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { unitNormalization } from './unit-normalization';

test('UnitNormalization keeps shape, without weights', () => {
  const outcome = callLayer(unitNormalization, [], {}, [[null, 4, 8]]);
  assert.equal(outcome.output, '(None, 4, 8)');
  assert.equal(outcome.parameters, 0);
});

test('axes must be ints, and there', () => {
  assert.equal(callLayer(unitNormalization, [1.5], {}, [[null, 8]]).phase, 'construct');
  assert.equal(callLayer(unitNormalization, [[1, 2]], {}, [[null, 8]]).refused, 'axis-out-of-range');
});
