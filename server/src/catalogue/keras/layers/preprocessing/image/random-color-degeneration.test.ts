import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../../testing';
import { randomColorDegeneration } from './random-color-degeneration';

test('images have three channels', () => {
  assert.equal(callLayer(randomColorDegeneration, [0.2], {}, [[null, 28, 28, 3]]).output, '(None, 28, 28, 3)');
  assert.equal(callLayer(randomColorDegeneration, [0.2], {}, [[null, 28, 28, 1]]).refused, 'incompatible-shapes');
  assert.equal(callLayer(randomColorDegeneration, [0.2], {}, [[null, 28]]).refused, 'wrong-rank');
});
