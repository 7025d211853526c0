import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { activityRegularization } from './activity-regularization';

test('ActivityRegularization passes its input through', () => {
  const outcome = callLayer(activityRegularization, [], { l2: 0.01 }, [[null, 4]]);
  assert.equal(outcome.output, '(None, 4)');
  assert.equal(outcome.parameters, 0);
});

test('a penalty must be a finite number, and in Keras 3 none below 0', () => {
  for (const wrong of ['0.1', Number.POSITIVE_INFINITY]) {
    assert.equal(callLayer(activityRegularization, [wrong], {}, [[null, 4]]).refused, 'invalid-argument');
  }
  assert.equal(callLayer(activityRegularization, [-1], {}, [[null, 4]]).refused, 'invalid-argument');
  assert.equal(callLayer(activityRegularization, [-1], {}, [[null, 4]], { generation: 'keras2' }).refused, undefined);
});
