import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { globalAveragePooling2D } from './global-average-pooling2d';

test('GlobalAveragePooling2D leaves one number for each channel', () => {
  assert.equal(callLayer(globalAveragePooling2D, [], {}, [[null, 12, 9, 4]]).output, '(None, 4)');
  assert.equal(callLayer(globalAveragePooling2D, [], { keepdims: true }, [[null, 12, 9, 4]]).output, '(None, 1, 1, 4)');
  assert.equal(callLayer(globalAveragePooling2D, ['channels_first'], {}, [[null, 3, 12, 9]]).output, '(None, 3)');
  assert.equal(callLayer(globalAveragePooling2D, [], {}, [[null, 4]]).refused, 'wrong-rank');
});
