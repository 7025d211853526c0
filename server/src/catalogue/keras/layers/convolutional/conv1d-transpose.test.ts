import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { conv1DTranspose } from './conv1d-transpose';

test('Conv1DTranspose makes steps', () => {
  const called = callLayer(conv1DTranspose, [8, 3], { strides: 2 }, [[null, 7, 4]]);
  assert.deepEqual([called.output, called.parameters], ['(None, 15, 8)', 3 * 8 * 4 + 8]);
});

test('Conv1DTranspose of Keras 2 notices causal padding only when called', () => {
  const causal = callLayer(conv1DTranspose, [8, 3], { padding: 'causal' }, [[null, 7, 4]], { generation: 'keras2' });
  assert.deepEqual([causal.refused, causal.phase], ['invalid-argument', 'call']);
});
