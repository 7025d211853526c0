import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { zeroPadding2D } from './zero-padding2d';

test('ZeroPadding2D takes one number, one for each direction, or one for each side', () => {
  const image = [[null, 10, 8, 3]] as const;
  assert.equal(callLayer(zeroPadding2D, [2], {}, image).output, '(None, 14, 12, 3)');
  assert.equal(callLayer(zeroPadding2D, [[1, 2]], {}, image).output, '(None, 12, 12, 3)');
  const sides = callLayer(
    zeroPadding2D,
    [
      [
        [1, 2],
        [0, 1],
      ],
    ],
    {},
    image,
  );
  assert.deepEqual(
    [sides.output, sides.explanation?.formulas],
    ['(None, 13, 9, 3)', ['10 + 1 + 2 = 13', '8 + 0 + 1 = 9']],
  );
  assert.equal(callLayer(zeroPadding2D, [[1, 2, 3]], {}, image).refused, 'invalid-argument');
});

test('ZeroPadding2D shrinks by a negative number in Keras 3', () => {
  assert.equal(callLayer(zeroPadding2D, [-1], {}, [[null, 10, 8, 3]]).output, '(None, 8, 6, 3)');
  assert.equal(callLayer(zeroPadding2D, [-5], {}, [[null, 10, 8, 3]]).refused, 'negative-dimension');
  assert.equal(callLayer(zeroPadding2D, [-1], {}, [[null, 10, 8, 3]], { generation: 'keras2' }).phase, 'call');
});
