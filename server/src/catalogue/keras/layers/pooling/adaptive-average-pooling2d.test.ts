import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { adaptiveAveragePooling2D } from './adaptive-average-pooling2d';

test('AdaptiveAveragePooling2D gives the size that is asked for, larger ones too', () => {
  assert.equal(callLayer(adaptiveAveragePooling2D, [3], {}, [[null, 12, 9, 4]]).output, '(None, 3, 3, 4)');
  assert.equal(callLayer(adaptiveAveragePooling2D, [[5, 2]], {}, [[null, 2, 2, 4]]).output, '(None, 5, 2, 4)');
  assert.equal(callLayer(adaptiveAveragePooling2D, ['3'], {}, [[null, 12, 9, 4]]).refused, 'invalid-argument');
});
