import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { zeroPadding1D } from './zero-padding1d';

test('ZeroPadding1D adds steps at both ends', () => {
  assert.equal(callLayer(zeroPadding1D, [], {}, [[null, 7, 3]]).output, '(None, 9, 3)');
  assert.equal(callLayer(zeroPadding1D, [[1, 2]], {}, [[null, 7, 3]]).output, '(None, 10, 3)');
  assert.equal(callLayer(zeroPadding1D, [-1], {}, [[null, 7, 3]]).refused, 'invalid-argument');
});

test('ZeroPadding1D has a data_format in Keras 3 only', () => {
  const first = [[1], { data_format: 'channels_first' }, [[null, 3, 7]]] as const;
  assert.equal(callLayer(zeroPadding1D, ...first).output, '(None, 3, 9)');
  assert.equal(callLayer(zeroPadding1D, ...first, { generation: 'keras2' }).refused, 'invalid-argument');
});
