import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { dot } from './dot';

test('one axis of each is summed over', () => {
  const shapes = [
    [null, 3, 8],
    [null, 8, 5],
  ];
  assert.equal(callLayer(dot, [[2, 1]], {}, shapes).output, '(None, 3, 5)');
});

test('two vectors give one number each', () => {
  const shapes = [
    [null, 4],
    [null, 4],
  ];
  assert.equal(callLayer(dot, [1], {}, shapes).output, '(None, 1)');
  assert.equal(callLayer(dot, [-1], {}, shapes).output, '(None, 1)');
});

test('sizes are compared strictly: None is no number', () => {
  const outcome = callLayer(dot, [1], {}, [
    [null, null],
    [null, 4],
  ]);
  assert.equal(outcome.refused, 'incompatible-merge');
  assert.match(outcome.message ?? '', /None against 4/);
});

test('axis 0 passes in Keras 3 and drops the batch, and is refused in Keras 2', () => {
  const shapes = [
    [null, 4],
    [null, 4],
  ];
  assert.equal(callLayer(dot, [0], {}, shapes).output, '(4, 1)');
  assert.equal(callLayer(dot, [0], {}, shapes, { generation: 'keras2' }).refused, 'invalid-argument');
});

test('an axis that is not there, and axes that are no pair', () => {
  const shapes = [
    [null, 4],
    [null, 4],
  ];
  assert.equal(callLayer(dot, [3], {}, shapes).refused, 'axis-out-of-range');
  assert.equal(callLayer(dot, [[1, 1, 1]], {}, shapes).phase, 'construct');
  assert.equal(callLayer(dot, ['last'], {}, shapes).phase, 'construct');
});
