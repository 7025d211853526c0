import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { conv3DTranspose } from './conv3d-transpose';

const volume = [[null, 4, 5, 6, 2]] as const;

test('Conv3DTranspose makes a volume larger', () => {
  assert.equal(callLayer(conv3DTranspose, [3, 2], { strides: 2 }, volume).output, '(None, 8, 10, 12, 3)');
});

test('Conv3DTranspose of Keras 3 has `data_format` before `output_padding`, Keras 2 behind', () => {
  const keras3 = callLayer(conv3DTranspose, [3, 2, 2, 'same', 'channels_last', 1], {}, volume);
  assert.equal(keras3.output, '(None, 7, 9, 11, 3)');
  const keras2 = callLayer(conv3DTranspose, [3, 2, 2, 'same', 1, 'channels_last'], {}, volume, {
    generation: 'keras2',
  });
  assert.equal(keras2.output, '(None, 7, 9, 11, 3)');
});

test('Conv3DTranspose of Keras 2 makes nothing of a dilation', () => {
  const called = callLayer(conv3DTranspose, [3, 3], { dilation_rate: 2 }, volume, { generation: 'keras2' });
  assert.equal(called.output, '(None, 6, 7, 8, 3)');
  assert.equal(callLayer(conv3DTranspose, [3, 3], { dilation_rate: 2 }, volume).output, '(None, 8, 9, 10, 3)');
});
