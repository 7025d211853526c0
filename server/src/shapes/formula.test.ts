import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dynamic, formatTerm, unknownDimension } from './dimension';
import {
  ceilOf,
  compute,
  equations,
  floorOf,
  formatEquation,
  largest,
  minus,
  over,
  plus,
  rest,
  times,
} from './formula';

test('formulas are computed and shown', () => {
  assert.equal(formatEquation(ceilOf(28, 2)), '⌈28 / 2⌉ = 14');
  assert.equal(formatEquation(plus(floorOf(minus(16, 3), 1), 1)), '⌊(16 - 3) / 1⌋ + 1 = 14');
  assert.equal(formatEquation(plus(times(minus(7, 1), 2), largest(3, 2))), '(7 - 1)·2 + max(3, 2) = 15');
  assert.equal(formatEquation(over(128, times(4, 4))), '128 / (4·4) = 8');
  assert.equal(formatEquation(rest(5, 2)), '5 mod 2 = 1');
  assert.equal(formatEquation(minus(28, 1, 2)), '28 - 1 - 2 = 25');
});

test('a None is shown by its symbol, and its value is an expression', () => {
  const height = dynamic('h');
  assert.equal(formatEquation(ceilOf(height, 2)), '⌈h / 2⌉');
  assert.equal(formatTerm(compute(plus(floorOf(minus(height, 3), 2), 1))), '⌊(h - 1)/2⌋');
});

test('nothing is said of what is unknown', () => {
  assert.equal(formatEquation(ceilOf(unknownDimension({ text: 'why' }), 2)), null);
  assert.deepEqual(equations([ceilOf(28, 2), ceilOf(28, 2), ceilOf(unknownDimension({ text: 'why' }), 2)]), [
    '⌈28 / 2⌉ = 14',
  ]);
});
