import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { syncBatchNormalization } from './sync-batch-normalization';

test('SyncBatchNormalization has the weights of BatchNormalization', () => {
  const outcome = callLayer(syncBatchNormalization, [], {}, [[null, 4, 16]], { generation: 'keras2' });
  assert.equal(outcome.output, '(None, 4, 16)');
  assert.equal(outcome.parameters, 64);
});

test('it takes no `synchronized`', () => {
  const outcome = callLayer(syncBatchNormalization, [], { synchronized: true }, [[null, 4]], { generation: 'keras2' });
  assert.equal(outcome.refused, 'invalid-argument');
});
