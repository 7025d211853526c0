import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { convLSTM1D } from './conv-lstm1d';

test('ConvLSTM1D gives the image of the last step', () => {
  const made = callLayer(convLSTM1D, [4, 3], {}, [[null, 5, 9, 2]]);
  assert.equal(made.output, '(None, 7, 4)');
  assert.equal(made.parameters, 3 * 2 * 16 + 3 * 4 * 16 + 16);
});

test('ConvLSTM1D makes its states for a known size', () => {
  assert.equal(callLayer(convLSTM1D, [4, 3], {}, [[null, 5, null, 2]]).refused, 'undefined-weight-shape');
  const earlier = callLayer(convLSTM1D, [4, 3], {}, [[null, 5, null, 2]], { generation: 'keras2' });
  assert.equal(earlier.output, '(None, None, 4)');
});
