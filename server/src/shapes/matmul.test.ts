import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Dimension, dynamic } from './dimension';
import { matmulShape } from './matmul';
import { formatShape } from './shape';

const none = dynamic();
const shown = (left: Dimension[], right: Dimension[]) => {
  const { shape } = matmulShape(left, right);
  return shape ? formatShape(shape) : 'refused';
};

test('the inner sizes meet, the outer ones stay', () => {
  assert.equal(shown([none, 3, 4], [none, 4, 5]), '(None, 3, 5)');
  assert.equal(shown([2, 3], [4, 5]), 'refused');
  assert.equal(shown([2, none], [4, 5]), '(2, 5)');
});

test('leading axes broadcast', () => {
  assert.equal(shown([none, 1, 3, 4], [7, 4, 5]), '(None, 7, 3, 5)');
  assert.equal(shown([6, 3, 4], [7, 4, 5]), 'refused');
});

test('vectors are a row on the left, a column on the right', () => {
  assert.equal(shown([4], [none, 4, 5]), '(None, 5)');
  assert.equal(shown([none, 3, 4], [4]), '(None, 3)');
});
