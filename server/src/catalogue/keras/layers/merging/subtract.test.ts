import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { subtract } from './subtract';

test('Subtract takes exactly two tensors', () => {
  const pair = callLayer(subtract, [], {}, [
    [null, 4],
    [null, 4],
  ]);
  assert.equal(pair.output, '(None, 4)');
  const three = callLayer(subtract, [], {}, [
    [null, 4],
    [null, 4],
    [null, 4],
  ]);
  assert.equal(three.refused, 'invalid-input');
});
