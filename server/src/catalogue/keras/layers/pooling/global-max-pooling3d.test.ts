import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { globalMaxPooling3D } from './global-max-pooling3d';

test('GlobalMaxPooling3D leaves one number for each channel', () => {
  assert.equal(callLayer(globalMaxPooling3D, [], {}, [[null, 12, 9, 7, 4]]).output, '(None, 4)');
  assert.equal(
    callLayer(globalMaxPooling3D, [], { keepdims: true }, [[null, 12, 9, 7, 4]]).output,
    '(None, 1, 1, 1, 4)',
  );
  assert.equal(callLayer(globalMaxPooling3D, ['channels_first'], {}, [[null, 3, 12, 9, 7]]).output, '(None, 3)');
  assert.equal(callLayer(globalMaxPooling3D, [], {}, [[null, 4]]).refused, 'wrong-rank');
});
