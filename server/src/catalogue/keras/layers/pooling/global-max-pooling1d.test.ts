import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { globalMaxPooling1D } from './global-max-pooling1d';

test('GlobalMaxPooling1D leaves one number for each channel', () => {
  assert.equal(callLayer(globalMaxPooling1D, [], {}, [[null, 12, 4]]).output, '(None, 4)');
  assert.equal(callLayer(globalMaxPooling1D, [], { keepdims: true }, [[null, 12, 4]]).output, '(None, 1, 4)');
  assert.equal(callLayer(globalMaxPooling1D, ['channels_first'], {}, [[null, 3, 12]]).output, '(None, 3)');
  assert.equal(callLayer(globalMaxPooling1D, [], {}, [[null, 4]]).refused, 'wrong-rank');
});

test('GlobalMaxPooling1D gives the shapes in a list of one tensor, as Keras 3 does', () => {
  const nesting = { type: 'list', items: [0] } as const;
  const last = callLayer(globalMaxPooling1D, [], {}, [[null, 12, 4]], { nesting });
  assert.equal(last.output, '[(None, 12, 4), (None, 12, 4)]');
  assert.equal(
    callLayer(globalMaxPooling1D, ['channels_first'], {}, [[null, 3, 12]], { nesting }).refused,
    'invalid-input',
  );
});
