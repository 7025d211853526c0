import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dynamic, formatTerm, unknownDimension } from './dimension';
import { explainWindows, losesPixels, misfit, reach, windowOutput, windowOutputs } from './windows';

test('valid leaves whole windows only, same one for each stride', () => {
  assert.equal(windowOutput(28, 3, 1, 'valid'), 26);
  assert.equal(windowOutput(28, 3, 2, 'valid'), 13);
  assert.equal(windowOutput(28, 3, 2, 'same'), 14);
  assert.equal(windowOutput(7, 2, 2, 'same'), 4);
  assert.equal(windowOutput(28, 3, 1, 'causal'), 28);
  assert.equal(windowOutput(9, 3, 1, 'valid', 3), 3);
  assert.equal(reach(3, 2), 5);
});

test('a None stays an expression of its symbol, unknown stays unknown', () => {
  const [height, width] = [dynamic('h'), unknownDimension({ text: 'why' })];
  const [rows, columns] = windowOutputs({ sizes: [height, width], kernel: [3, 3], strides: [2, 2], padding: 'same' });
  assert.equal(formatTerm(rows ?? 0), '⌈h/2⌉');
  assert.equal(columns, width);
});

test('a window that does not fit is found', () => {
  const found = misfit({ sizes: [9, 3], kernel: [3, 3], strides: [1, 1], dilation: [1, 2], padding: 'valid' });
  assert.deepEqual([found?.axis, found?.reach, found?.size], [1, 5, 3]);
  assert.equal(misfit({ sizes: [2], kernel: [3], strides: [1], padding: 'same' }), undefined);
  assert.equal(misfit({ sizes: [dynamic()], kernel: [3], strides: [1], padding: 'valid' }), undefined);
});

test('formulas tell of the axes that change, each once', () => {
  const square = { sizes: [28, 28], kernel: [3, 3], strides: [2, 2] };
  assert.deepEqual(explainWindows({ ...square, padding: 'same' }), ['⌈28 / 2⌉ = 14']);
  assert.deepEqual(explainWindows({ sizes: [16], kernel: [3], strides: [1], padding: 'valid' }), [
    '⌊(16 - 3) / 1⌋ + 1 = 14',
  ]);
  assert.deepEqual(explainWindows({ ...square, strides: [1, 1], padding: 'same' }), []);
  assert.deepEqual(explainWindows({ sizes: [16], kernel: [3], strides: [1], dilation: [2], padding: 'valid' }), [
    'reach of the kernel: 2·(3 - 1) + 1 = 5',
    '⌊(16 - 5) / 1⌋ + 1 = 12',
  ]);
});

test('valid loses pixels where same would have more', () => {
  assert.equal(losesPixels({ sizes: [16], kernel: [3], strides: [1], padding: 'valid' }), true);
  assert.equal(losesPixels({ sizes: [28], kernel: [2], strides: [2], padding: 'valid' }), false);
  assert.equal(losesPixels({ sizes: [7], kernel: [2], strides: [2], padding: 'valid' }), true);
  assert.equal(losesPixels({ sizes: [dynamic()], kernel: [3], strides: [1], padding: 'valid' }), true);
  assert.equal(losesPixels({ sizes: [dynamic()], kernel: [2], strides: [2], padding: 'valid' }), false);
});
