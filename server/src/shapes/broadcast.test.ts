import assert from 'node:assert/strict';
import { test } from 'node:test';
import { broadcastShapes, describeMismatch, explainBroadcast, mergeShapes } from './broadcast';
import { type Dimension, dynamic, isUnknown, unknownDimension } from './dimension';
import { reason } from './reason';
import { formatShape } from './shape';

const none = dynamic();
const unknown = unknownDimension(reason('not told'));
const shown = (found: ReturnType<typeof broadcastShapes>) => (found.shape ? formatShape(found.shape) : 'clash');

test('ops: None beside a number above 1 is that number, beside 1 it stays None', () => {
  assert.equal(shown(broadcastShapes([none, 5], [3, 5])), '(3, 5)');
  assert.equal(shown(broadcastShapes([none, 5], [1, 5])), '(None, 5)');
  assert.equal(shown(broadcastShapes([4], [none, 3, 4])), '(None, 3, 4)');
});

test('merging layers: None stays None', () => {
  assert.equal(shown(mergeShapes([none, 4], [5, 4])), '(None, 4)');
  assert.equal(shown(mergeShapes([none, 4], [1, 4])), '(None, 4)');
});

test('an unknown size is never guessed', () => {
  const beside = (size: Dimension) => mergeShapes([unknown], [size]).shape?.[0];
  assert.ok(isUnknown(beside(5) ?? 0));
  assert.ok(isUnknown(beside(1) ?? 0));
  // Whatever it is, a merging layer gives None, and an op the number above 1.
  assert.equal(shown(mergeShapes([unknown], [none])), '(None,)');
  assert.equal(shown(broadcastShapes([unknown], [5])), '(5,)');
  assert.equal(shown(broadcastShapes([unknown], [none])), '(?,)');
});

test('two numbers above 1 that differ clash', () => {
  const found = broadcastShapes([2, 16, 8], [14, 8]);
  assert.ok(found.mismatch);
  assert.equal(describeMismatch(found.mismatch), 'axis 1 differs: 16 against 14');
});

test('what is stretched is told', () => {
  assert.deepEqual(explainBroadcast([none, 16, 1], [none, 16, 8], [none, 16, 8]), ['axis 2: 1 against 8 gives 8']);
});
