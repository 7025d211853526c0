import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { globalMaxPooling2D } from './global-max-pooling2d';

test('GlobalMaxPooling2D leaves one number for each channel', () => {
  assert.equal(callLayer(globalMaxPooling2D, [], {}, [[null, 12, 9, 4]]).output, '(None, 4)');
  assert.equal(callLayer(globalMaxPooling2D, [], { keepdims: true }, [[null, 12, 9, 4]]).output, '(None, 1, 1, 4)');
  assert.equal(callLayer(globalMaxPooling2D, ['channels_first'], {}, [[null, 3, 12, 9]]).output, '(None, 3)');
  assert.equal(callLayer(globalMaxPooling2D, [], {}, [[null, 4]]).refused, 'wrong-rank');
});
