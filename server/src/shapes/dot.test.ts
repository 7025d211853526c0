import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dynamic } from './dimension';
import { dotAxes, dotShape, surelyClash } from './dot';
import { formatShape } from './shape';

const none = dynamic();

test('a negative int is taken modulo the rank, a pair as it is', () => {
  assert.deepEqual(dotAxes([-1], [none, 3, 8], [none, 8]), [2, 1]);
  assert.deepEqual(dotAxes([-9], [none, 3, 8], [none, 8]), [0, 1]);
  assert.deepEqual(dotAxes([-1, -2], [none, 3, 8], [none, 8, 5]), [-1, -2]);
});

test('what is left of both, without the second batch', () => {
  assert.equal(formatShape(dotShape([2, 1], [none, 3, 8], [none, 8, 5]) ?? []), '(None, 3, 5)');
  assert.equal(formatShape(dotShape([1, 1], [none, 4], [none, 4]) ?? []), '(None, 1)');
  assert.equal(dotShape([5, 1], [none, 4], [none, 4]), null);
});

test('None is not 4', () => {
  assert.ok(surelyClash(none, 4));
  assert.ok(!surelyClash(none, dynamic()));
});
