import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodeArguments } from './node-arguments';

test('one processor is left to the answers', () => {
  assert.deepEqual([1, 2, 4, 5, 16].map(nodeArguments), [
    ['--v8-pool-size=1'],
    ['--v8-pool-size=1'],
    ['--v8-pool-size=3'],
    [],
    [],
  ]);
});
