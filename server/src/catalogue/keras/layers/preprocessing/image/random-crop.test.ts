import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../../testing';
import { randomCrop } from './random-crop';

test('height and width become the target’s, counted from the end', () => {
  assert.equal(callLayer(randomCrop, [8, 12], {}, [[null, 28, 28, 3]]).output, '(None, 8, 12, 3)');
  assert.equal(callLayer(randomCrop, [8, 12], {}, [[null, 5, 28, 28, 3]]).output, '(None, 5, 8, 12, 3)');
  const first = callLayer(randomCrop, [8, 12], { data_format: 'channels_first' }, [[null, 3, 28, 28]]);
  assert.equal(first.output, '(None, 3, 8, 12)');
});

test('too few dimensions', () => {
  assert.equal(callLayer(randomCrop, [8, 12], {}, [[null, 28]]).refused, 'wrong-rank');
});
