import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { thresholdedReLU } from './thresholded-relu';

test('ThresholdedReLU takes a theta of at least 0', () => {
  const old = { generation: 'keras2' } as const;
  assert.equal(callLayer(thresholdedReLU, [0.5], {}, [[null, 4]], old).output, '(None, 4)');
  for (const wrong of [-1, null, 'x']) {
    assert.equal(callLayer(thresholdedReLU, [wrong], {}, [[null, 4]], old).refused, 'invalid-argument');
  }
});
