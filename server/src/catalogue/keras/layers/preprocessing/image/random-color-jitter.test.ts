import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../../testing';
import { randomColorJitter } from './random-color-jitter';

test('RandomColorJitter keeps shape', () => {
  assert.equal(callLayer(randomColorJitter, [], {}, [[null, 28, 28, 3]]).output, '(None, 28, 28, 3)');
});

test('the layers inside check their factors, and some of them the range', () => {
  const jitter = (args: Record<string, unknown>) => callLayer(randomColorJitter, [], args, [[null, 4, 4, 3]]).phase;
  assert.equal(jitter({ value_range: 255 }), undefined);
  assert.equal(jitter({ value_range: 255, hue_factor: 0.1 }), undefined);
  assert.equal(jitter({ value_range: 255, brightness_factor: 0.1 }), 'construct');
  assert.equal(jitter({ brightness_factor: 3 }), 'construct');
  assert.equal(jitter({ contrast_factor: -0.5 }), 'construct');
});
