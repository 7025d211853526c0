import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { upSampling1D } from './up-sampling1d';

test('UpSampling1D repeats steps', () => {
  const called = callLayer(upSampling1D, [], {}, [[null, 7, 3]]);
  assert.deepEqual([called.output, called.explanation?.formulas], ['(None, 14, 3)', ['7·2 = 14']]);
  assert.equal(callLayer(upSampling1D, [3], {}, [[null, null, 3]]).output, '(None, None, 3)');
});

test('UpSampling1D takes an int; Keras 2 converts to one', () => {
  assert.equal(callLayer(upSampling1D, [[2]], {}, [[null, 7, 3]]).refused, 'invalid-argument');
  assert.equal(callLayer(upSampling1D, ['3'], {}, [[null, 7, 3]]).refused, 'invalid-argument');
  assert.equal(callLayer(upSampling1D, ['3'], {}, [[null, 7, 3]], { generation: 'keras2' }).output, '(None, 21, 3)');
});
