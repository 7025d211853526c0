import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { adaptiveMaxPooling1D } from './adaptive-max-pooling1d';

test('AdaptiveMaxPooling1D gives the size that is asked for, larger ones too', () => {
  assert.equal(callLayer(adaptiveMaxPooling1D, [3], {}, [[null, 12, 4]]).output, '(None, 3, 4)');
  assert.equal(callLayer(adaptiveMaxPooling1D, [[5]], {}, [[null, 2, 4]]).output, '(None, 5, 4)');
  assert.equal(callLayer(adaptiveMaxPooling1D, ['3'], {}, [[null, 12, 4]]).refused, 'invalid-argument');
});
