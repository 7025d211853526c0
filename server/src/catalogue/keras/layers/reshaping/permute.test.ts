import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { permute } from './permute';

test('Permute puts the axes in another order', () => {
  assert.equal(callLayer(permute, [[2, 1]], {}, [[null, 10, 64]]).output, '(None, 64, 10)');
  assert.equal(callLayer(permute, [[3, 1, 2]], {}, [[null, null, 5, 6]]).output, '(None, 6, None, 5)');
});

test('Permute takes each axis once, and the input has as many', () => {
  for (const dims of [
    [0, 1],
    [1, 1],
    [2, 3],
    [-1, 1],
  ]) {
    assert.equal(callLayer(permute, [dims], {}, [[null, 4, 6]]).refused, 'invalid-argument');
  }
  assert.equal(callLayer(permute, [1], {}, [[null, 4, 6]]).refused, 'invalid-argument');
  assert.equal(callLayer(permute, [[2, 1]], {}, [[null, 4, 6, 7]]).refused, 'wrong-rank');
});
