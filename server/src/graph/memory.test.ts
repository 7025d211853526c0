import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readableMemory } from './memory';

test('sizes as Keras prints them, ties to the even neighbour', () => {
  assert.equal(readableMemory(0, 'B'), '0.00 B');
  assert.equal(readableMemory(1023, 'Byte'), '1023.00 Byte');
  assert.equal(readableMemory(1152, 'B'), '1.12 KB');
  assert.equal(readableMemory(1408, 'B'), '1.38 KB');
  assert.equal(readableMemory(240_000_000, 'B'), '228.88 MB');
});
