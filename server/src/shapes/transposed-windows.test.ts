import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dynamic, formatTerm } from './dimension';
import { explainTransposed, transposedOutputs } from './transposed-windows';

const axis = { sizes: [7], kernel: [3], strides: [2], dilation: [1], outputPadding: null };

test('same multiplies by the stride, valid adds what the kernel reaches over', () => {
  assert.deepEqual(transposedOutputs({ ...axis, padding: 'same' }), [14]);
  assert.deepEqual(transposedOutputs({ ...axis, padding: 'valid' }), [15]);
  assert.deepEqual(transposedOutputs({ ...axis, kernel: [1], padding: 'valid' }), [14]);
  assert.deepEqual(transposedOutputs({ ...axis, strides: [1], dilation: [2], padding: 'valid' }), [11]);
});

test('an output padding is added to what is left without one', () => {
  assert.deepEqual(transposedOutputs({ ...axis, outputPadding: [1], padding: 'same' }), [14]);
  assert.deepEqual(transposedOutputs({ ...axis, sizes: [1], kernel: [4], outputPadding: [0], padding: 'same' }), [0]);
  assert.deepEqual(transposedOutputs({ ...axis, outputPadding: [1], padding: 'valid' }), [16]);
});

test('formulas', () => {
  assert.deepEqual(explainTransposed({ ...axis, padding: 'same' }), ['7·2 = 14']);
  assert.deepEqual(explainTransposed({ ...axis, padding: 'valid' }), ['(7 - 1)·2 + max(3, 2) = 15']);
  assert.deepEqual(explainTransposed({ ...axis, outputPadding: [1], padding: 'same' }), [
    '(7 - 1)·2 + 3 mod 2 + 1 = 14',
  ]);
  assert.equal(formatTerm(transposedOutputs({ ...axis, sizes: [dynamic('h')], padding: 'same' })[0] ?? 0), '2·h');
});
