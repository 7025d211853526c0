import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { reshape } from './reshape';

test('Reshape gives the sizes asked for, and works out the one that is left', () => {
  assert.equal(callLayer(reshape, [[4, 4, 8]], {}, [[null, 128]]).output, '(None, 4, 4, 8)');
  const worked = callLayer(reshape, [[4, 4, -1]], {}, [[null, 128]]);
  assert.deepEqual([worked.output, worked.explanation?.formulas], ['(None, 4, 4, 8)', ['128 / (4·4) = 8']]);
  assert.equal(callLayer(reshape, [[3, -1]], {}, [[null, null, 6]]).output, '(None, 3, None)');
  assert.deepEqual(callLayer(reshape, [[-1]], {}, [[null, 4, 8]]).explanation?.formulas, ['4·8 = 32']);
  assert.deepEqual(callLayer(reshape, [[-1]], {}, [[null]]).explanation?.formulas, []);
});

test('Reshape compares the numbers of elements', () => {
  const wrong = callLayer(reshape, [[7, 7]], {}, [[null, 128]]);
  assert.equal(wrong.refused, 'reshape-count');
  assert.match(wrong.message ?? '', /128 elements in \(128,\), and \(7, 7\) has 49/);
  assert.equal(callLayer(reshape, [[7, 7]], {}, [[null, null, 6]]).output, '(None, 7, 7)');
});

test('Reshape takes a tuple with at most one -1', () => {
  assert.equal(callLayer(reshape, [4], {}, [[null, 4]]).refused, 'invalid-argument');
  assert.equal(callLayer(reshape, [[-1, -1]], {}, [[null, 4]]).phase, 'construct');
  assert.equal(callLayer(reshape, [[-1, -1]], {}, [[null, 4]], { generation: 'keras2' }).phase, 'call');
});

test('Reshape of Keras 3 takes a None, and Keras 2 does not', () => {
  assert.equal(callLayer(reshape, [[2, null]], {}, [[null, 8]]).output, '(None, 2, None)');
  assert.equal(callLayer(reshape, [[2, null]], {}, [[null, 8]], { generation: 'keras2' }).refused, 'invalid-argument');
});
