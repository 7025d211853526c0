import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { groupNormalization } from './group-normalization';

test('channels divide into groups', () => {
  const outcome = callLayer(groupNormalization, [8], {}, [[null, 28, 28, 32]]);
  assert.equal(outcome.output, '(None, 28, 28, 32)');
  assert.equal(outcome.parameters, 64);
  assert.deepEqual(outcome.explanation?.formulas, ['32 channels / 8 groups = 4 channels a group']);
});

test('-1 makes a group of each channel', () => {
  assert.equal(callLayer(groupNormalization, [-1], {}, [[null, 7]]).parameters, 14);
});

test('channels that do not divide, are too few, or are not known', () => {
  assert.equal(callLayer(groupNormalization, [3], {}, [[null, 32]]).refused, 'groups');
  assert.equal(callLayer(groupNormalization, [], {}, [[null, 16]]).refused, 'groups');
  assert.equal(callLayer(groupNormalization, [2], {}, [[null, null]]).refused, 'undefined-weight-shape');
});

test('Keras 3 looks at `groups` at once, Keras 2 when it builds', () => {
  for (const wrong of [0, -8, 2.5, null, [4]]) {
    assert.equal(callLayer(groupNormalization, [wrong], {}, [[null, 32]]).phase, 'construct');
  }
  const old = callLayer(groupNormalization, ['8'], {}, [[null, 32]], { generation: 'keras2' });
  assert.equal(old.phase, 'call');
});

test('one axis only', () => {
  assert.equal(callLayer(groupNormalization, [2], { axis: [1, 2] }, [[null, 8, 8]]).refused, 'invalid-argument');
  assert.equal(callLayer(groupNormalization, [2], { axis: 5 }, [[null, 8, 8]]).refused, 'axis-out-of-range');
});
