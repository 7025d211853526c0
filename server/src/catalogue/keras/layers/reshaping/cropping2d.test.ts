import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { cropping2D } from './cropping2d';

test('Cropping2D cuts nothing unless told to', () => {
  const image = [[null, 10, 8, 3]] as const;
  assert.equal(callLayer(cropping2D, [], {}, image).output, '(None, 10, 8, 3)');
  assert.equal(
    callLayer(
      cropping2D,
      [
        [
          [1, 2],
          [0, 1],
        ],
      ],
      {},
      image,
    ).output,
    '(None, 7, 7, 3)',
  );
  assert.equal(callLayer(cropping2D, [5], {}, image).refused, 'negative-dimension');
  assert.equal(callLayer(cropping2D, [-1], {}, image).refused, 'invalid-argument');
});
