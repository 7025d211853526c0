import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { conv2DTranspose } from './conv2d-transpose';

test('Conv2DTranspose multiplies by the stride with same, and adds the kernel with valid', () => {
  const image = [[null, 7, 7, 4]] as const;
  assert.equal(callLayer(conv2DTranspose, [8, 3], { strides: 2, padding: 'same' }, image).output, '(None, 14, 14, 8)');
  assert.equal(callLayer(conv2DTranspose, [8, 3], { strides: 2 }, image).output, '(None, 15, 15, 8)');
  const explained = callLayer(conv2DTranspose, [8, 3], { strides: 2 }, image).explanation;
  assert.deepEqual(explained?.formulas, ['(7 - 1)·2 + max(3, 2) = 15']);
});

test('Conv2DTranspose takes less output padding than strides', () => {
  const image = [[null, 7, 7, 4]] as const;
  const padded = callLayer(conv2DTranspose, [8, 3], { strides: 2, padding: 'same', output_padding: 1 }, image);
  assert.equal(padded.output, '(None, 14, 14, 8)');
  assert.equal(callLayer(conv2DTranspose, [8, 3], { output_padding: 1 }, image).refused, 'invalid-argument');
});

test('Conv2DTranspose of Keras 2 dilates both directions alike', () => {
  const uneven = callLayer(conv2DTranspose, [8, 3], { dilation_rate: [1, 2] }, [[null, 7, 7, 4]], {
    generation: 'keras2',
  });
  assert.equal(uneven.refused, 'invalid-argument');
});
