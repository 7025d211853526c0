import assert from 'node:assert/strict';
import { test } from 'node:test';
import { targetsFor } from './reshape-count';

test('targets with the right number of elements', () => {
  assert.deepEqual(targetsFor([7, 7, 8], 128), [[4, 4, 8]]);
  assert.deepEqual(targetsFor([10, 12], 121), []);
  assert.deepEqual(targetsFor([10, 12], 60), [
    [10, 6],
    [5, 12],
  ]);
  assert.deepEqual(targetsFor([100], 128), [[128]]);
});
