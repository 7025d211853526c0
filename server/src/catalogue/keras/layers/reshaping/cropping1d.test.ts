import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { cropping1D } from './cropping1d';

test('Cropping1D cuts steps off both ends', () => {
  const called = callLayer(cropping1D, [], {}, [[null, 7, 3]]);
  assert.deepEqual([called.output, called.explanation?.formulas], ['(None, 5, 3)', ['7 - 1 - 1 = 5']]);
  assert.equal(callLayer(cropping1D, [[3, 4]], {}, [[null, 7, 3]]).refused, 'negative-dimension');
  assert.equal(callLayer(cropping1D, [[3, 4]], {}, [[null, null, 3]]).output, '(None, None, 3)');
});
