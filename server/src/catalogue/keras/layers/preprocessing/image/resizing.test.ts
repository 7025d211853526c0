import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../../testing';
import { resizing } from './resizing';

test('height and width become the target’s, also where that is larger', () => {
  assert.equal(callLayer(resizing, [32, 48], {}, [[null, 28, 28, 3]]).output, '(None, 32, 48, 3)');
  const first = callLayer(resizing, [32, 48], { data_format: 'channels_first' }, [[null, 3, 28, 28]]);
  assert.equal(first.output, '(None, 3, 32, 48)');
});

test('three dimensions are one image', () => {
  assert.equal(callLayer(resizing, [4, 4], {}, [[null, 28, 3]]).output, '(4, 4, 3)');
});

test('sizes that are no ints, or below 0', () => {
  assert.equal(callLayer(resizing, ['a', 4], {}, [[null, 28, 28, 3]]).phase, 'call');
  assert.equal(callLayer(resizing, [-1, 4], {}, [[null, 28, 28, 3]]).refused, 'invalid-argument');
  assert.equal(callLayer(resizing, [null, 4], {}, [[null, 28, 28, 3]]).output, '(None, None, 4, 3)');
});

test('Keras 2 takes images only, and looks the interpolation up', () => {
  const old = { generation: 'keras2' } as const;
  assert.equal(callLayer(resizing, [4, 4, 'BICUBIC'], {}, [[null, 28, 28, 3]], old).output, '(None, 4, 4, 3)');
  assert.equal(callLayer(resizing, [4, 4, 'cubic'], {}, [[null, 28, 28, 3]], old).phase, 'construct');
  assert.equal(callLayer(resizing, [4, 4], {}, [[null, 28]], old).refused, 'wrong-rank');
  assert.equal(callLayer(resizing, [-1, 4], {}, [[null, 28, 28, 3]], old).output, '(None, None, 4, 3)');
});
