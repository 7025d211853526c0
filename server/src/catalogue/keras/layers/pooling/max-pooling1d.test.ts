import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { maxPooling1D } from './max-pooling1d';

test('MaxPooling1D moves by its size unless told otherwise', () => {
  assert.equal(callLayer(maxPooling1D, [2], {}, [[null, 12, 4]]).output, '(None, 6, 4)');
  assert.equal(callLayer(maxPooling1D, [2], { padding: 'same' }, [[null, 12, 4]]).output, '(None, 6, 4)');
  assert.equal(callLayer(maxPooling1D, [20], {}, [[null, 12, 4]]).refused, 'negative-dimension');
});
