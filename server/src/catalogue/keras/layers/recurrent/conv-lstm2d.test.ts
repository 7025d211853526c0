import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { convLSTM2D } from './conv-lstm2d';

test('ConvLSTM2D gives the image of the last step', () => {
  const made = callLayer(convLSTM2D, [4, 3], {}, [[null, 5, 9, 8, 2]]);
  assert.equal(made.output, '(None, 7, 6, 4)');
  assert.equal(made.parameters, 9 * 2 * 16 + 9 * 4 * 16 + 16);
});

test('ConvLSTM2D gives all steps and states, channels first too', () => {
  const first = { data_format: 'channels_first', padding: 'same' };
  assert.equal(callLayer(convLSTM2D, [4, 3], first, [[null, 5, 2, 9, 8]]).output, '(None, 4, 9, 8)');
  const all = { return_sequences: true, return_state: true };
  assert.equal(
    callLayer(convLSTM2D, [4, 3], all, [[null, 5, 9, 8, 2]]).output,
    '[(None, 5, 7, 6, 4), (None, 7, 6, 4), (None, 7, 6, 4)]',
  );
});

test('ConvLSTM2D refuses what a convolution refuses', () => {
  const call = (...given: unknown[]) => callLayer(convLSTM2D, given, {}, [[null, 5, 9, 8, 2]]);
  assert.equal(call(4, 10).refused, 'negative-dimension');
  assert.equal(call(4, 3, 2, 'valid', null, 2).refused, 'strides-dilation');
  assert.equal(call(null, 3).phase, 'call');
  assert.equal(callLayer(convLSTM2D, [4, 3], {}, [[null, 9, 8, 2]]).refused, 'wrong-rank');
});

test('ConvLSTM2D of Keras 2 knows no size behind a dilation, where one in front is not known', () => {
  const keras2 = { generation: 'keras2' } as const;
  const shapes = [[null, 5, null, 8, 2]];
  assert.equal(
    callLayer(convLSTM2D, [4, 2], { dilation_rate: [2, 1] }, shapes, keras2).output,
    '(None, None, None, 4)',
  );
  assert.equal(callLayer(convLSTM2D, [4, 2], {}, shapes, keras2).output, '(None, None, 7, 4)');
});
