import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { concatenate } from './concatenate';

test('sizes on the axis add up', () => {
  const shapes = [
    [null, 4, 8],
    [null, 4, 16],
  ];
  const outcome = callLayer(concatenate, [], {}, shapes);
  assert.equal(outcome.output, '(None, 4, 24)');
  assert.deepEqual(outcome.explanation?.formulas, ['axis 2: 8 + 16 = 24']);
});

test('None agrees with any size; Keras 3 keeps the first tensor’s', () => {
  const shapes = [
    [null, null, 4],
    [null, 5, 4],
  ];
  assert.equal(callLayer(concatenate, [], {}, shapes).output, '(None, None, 8)');
  assert.equal(callLayer(concatenate, [], {}, [...shapes].reverse()).output, '(None, 5, 8)');
  assert.equal(callLayer(concatenate, [], {}, shapes, { generation: 'keras2' }).output, '(None, 5, 8)');
});

test('a None on the axis leaves the sum open', () => {
  const shapes = [
    [null, 3, 4],
    [null, null, 4],
  ];
  assert.equal(callLayer(concatenate, [], { axis: 1 }, shapes).output, '(None, None, 4)');
});

test('other axes must agree', () => {
  const outcome = callLayer(concatenate, [], {}, [
    [null, 16, 16, 8],
    [null, 14, 14, 8],
  ]);
  assert.equal(outcome.refused, 'incompatible-merge');
  assert.match(outcome.message ?? '', /axis 1 differs: 16 against 14/);
  const ranks = callLayer(concatenate, [], {}, [
    [null, 4],
    [null, 4, 4],
  ]);
  assert.equal(ranks.refused, 'incompatible-merge');
});

test('axis is looked at when the layer is called', () => {
  assert.equal(callLayer(concatenate, [], { axis: 'last' }, [[null, 4]]).phase, 'call');
  const two = [
    [null, 4],
    [null, 4],
  ];
  assert.equal(callLayer(concatenate, [], { axis: 2 }, two).refused, 'axis-out-of-range');
  assert.equal(callLayer(concatenate, [], { axis: 2 }, [[null, 4]]).output, '(None, 4)');
});
