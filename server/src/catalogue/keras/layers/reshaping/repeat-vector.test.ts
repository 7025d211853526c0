import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { repeatVector } from './repeat-vector';

test('RepeatVector makes a sequence of a vector', () => {
  assert.equal(callLayer(repeatVector, [3], {}, [[null, 8]]).output, '(None, 3, 8)');
  assert.equal(callLayer(repeatVector, [3], {}, [[null, 8, 2]]).refused, 'wrong-rank');
});

test('RepeatVector takes a positive int', () => {
  for (const n of [0, -1, 2.5, true, [3], '3']) {
    assert.equal(callLayer(repeatVector, [n], {}, [[null, 8]]).refused, 'invalid-argument');
  }
  assert.equal(callLayer(repeatVector, [true], {}, [[null, 8]], { generation: 'keras2' }).output, '(None, 1, 8)');
});
