import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { conv1D } from './conv1d';

test('Conv1D slides along the steps', () => {
  const called = callLayer(conv1D, [8, 3], {}, [[null, 12, 4]]);
  assert.deepEqual([called.output, called.parameters], ['(None, 10, 8)', 3 * 4 * 8 + 8]);
  assert.equal(callLayer(conv1D, [8, 3], { padding: 'same', strides: 2 }, [[null, 13, 4]]).output, '(None, 7, 8)');
});

test('Conv1D alone pads causally: every step is kept', () => {
  assert.equal(
    callLayer(conv1D, [8, 3], { padding: 'causal', dilation_rate: 2 }, [[null, 12, 4]]).output,
    '(None, 12, 8)',
  );
});

test('Conv1D of Keras 2 takes more batch axes', () => {
  const keras2 = { generation: 'keras2' } as const;
  assert.equal(callLayer(conv1D, [8, 3], {}, [[null, 5, 12, 4]], keras2).output, '(None, 5, 10, 8)');
  assert.equal(callLayer(conv1D, [8, 3], {}, [[null, 5, 12, 4]]).refused, 'wrong-rank');
});
