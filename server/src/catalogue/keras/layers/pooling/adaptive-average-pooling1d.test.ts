import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { adaptiveAveragePooling1D } from './adaptive-average-pooling1d';

test('AdaptiveAveragePooling1D gives the size that is asked for, larger ones too', () => {
  assert.equal(callLayer(adaptiveAveragePooling1D, [3], {}, [[null, 12, 4]]).output, '(None, 3, 4)');
  assert.equal(callLayer(adaptiveAveragePooling1D, [[5]], {}, [[null, 2, 4]]).output, '(None, 5, 4)');
  assert.equal(callLayer(adaptiveAveragePooling1D, ['3'], {}, [[null, 12, 4]]).refused, 'invalid-argument');
});
