import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { locallyConnected2D } from './locally-connected2d';

test('LocallyConnected2D keeps its kernel in one of three ways', () => {
  const parameters = (implementation: number) =>
    callLayer(locallyConnected2D, [2, 2], { implementation }, [[null, 8, 7, 3]], { generation: 'keras2' }).parameters;
  assert.deepEqual([1, 2, 3].map(parameters), [1092, 14196, 1092]);
});
