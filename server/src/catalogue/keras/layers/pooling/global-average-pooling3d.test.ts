import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { globalAveragePooling3D } from './global-average-pooling3d';

test('GlobalAveragePooling3D leaves one number for each channel', () => {
  assert.equal(callLayer(globalAveragePooling3D, [], {}, [[null, 12, 9, 7, 4]]).output, '(None, 4)');
  assert.equal(
    callLayer(globalAveragePooling3D, [], { keepdims: true }, [[null, 12, 9, 7, 4]]).output,
    '(None, 1, 1, 1, 4)',
  );
  assert.equal(callLayer(globalAveragePooling3D, ['channels_first'], {}, [[null, 3, 12, 9, 7]]).output, '(None, 3)');
  assert.equal(callLayer(globalAveragePooling3D, [], {}, [[null, 4]]).refused, 'wrong-rank');
});
