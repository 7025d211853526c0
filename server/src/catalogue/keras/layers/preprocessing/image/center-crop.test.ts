import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../../testing';
import { centerCrop } from './center-crop';

test('height and width become the target’s', () => {
  assert.equal(callLayer(centerCrop, [8, 12], {}, [[null, 28, 28, 3]]).output, '(None, 8, 12, 3)');
  assert.equal(callLayer(centerCrop, [40, 40], {}, [[null, 28, 28, 3]]).output, '(None, 40, 40, 3)');
  assert.equal(callLayer(centerCrop, [8, 12], { data_format: 'channels_first' }, [[3, 28, 28]]).output, '(3, 8, 12)');
});

test('images of 3 or 4 dimensions', () => {
  assert.equal(callLayer(centerCrop, [8, 12], {}, [[null, 28]]).refused, 'wrong-rank');
});

test('Keras 2 crops to at least 1', () => {
  assert.equal(callLayer(centerCrop, [0, 4], {}, [[null, 28, 28, 3]]).output, '(None, 0, 4, 3)');
  const old = callLayer(centerCrop, [0, 4], {}, [[null, 28, 28, 3]], { generation: 'keras2' });
  assert.equal(old.refused, 'invalid-argument');
});
