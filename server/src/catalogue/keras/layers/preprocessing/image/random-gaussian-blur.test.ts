import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../../testing';
import { randomGaussianBlur } from './random-gaussian-blur';

test('a kernel has odd sizes', () => {
  const blur = (size: unknown) => callLayer(randomGaussianBlur, [1, size], {}, [[null, 4, 4, 3]]);
  assert.equal(blur([3, 5]).output, '(None, 4, 4, 3)');
  for (const wrong of [4, [3], [3, 4], '3', null]) assert.equal(blur(wrong).phase, 'construct');
});
