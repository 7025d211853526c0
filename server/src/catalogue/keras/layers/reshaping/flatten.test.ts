import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { flatten } from './flatten';

test('Flatten joins all but the batch', () => {
  const called = callLayer(flatten, [], {}, [[null, 4, 4, 8]]);
  assert.deepEqual([called.output, called.explanation?.formulas], ['(None, 128)', ['4·4·8 = 128']]);
  assert.equal(callLayer(flatten, [], {}, [[2, null, 3]]).output, '(2, None)');
  assert.equal(callLayer(flatten, [], {}, [[null]]).output, '(None, 1)');
});

test('Flatten keeps the type of ints', () => {
  assert.equal(callLayer(flatten, [], {}, [[null, 4]], { inputDType: 'int32' }).dtype, 'int32');
});
