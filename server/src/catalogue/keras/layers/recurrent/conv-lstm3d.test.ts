import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { convLSTM3D } from './conv-lstm3d';

test('ConvLSTM3D gives the image of the last step', () => {
  const made = callLayer(convLSTM3D, [4, 3], {}, [[null, 5, 9, 8, 7, 2]]);
  assert.equal(made.output, '(None, 7, 6, 5, 4)');
  assert.equal(made.parameters, 27 * 2 * 16 + 27 * 4 * 16 + 16);
});
