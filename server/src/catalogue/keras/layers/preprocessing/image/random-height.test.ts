import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../../testing';
import { randomHeight } from './random-height';

const IMAGES = [[null, 28, 28, 3]];
const old = { generation: 'keras2' } as const;

test('the height is open, but where the call does not train', () => {
  assert.equal(callLayer(randomHeight, [0.2], {}, IMAGES, old).output, '(None, None, 28, 3)');
  const still = callLayer(randomHeight, [0.2], {}, IMAGES, { ...old, inputDType: 'uint8', call: { training: false } });
  assert.equal(still.output, '(None, 28, 28, 3)');
  assert.equal(still.dtype, 'uint8');
});

test('a factor whose ends are in order', () => {
  for (const wrong of [-0.2, [0.3, 0.1], 'a', [-1.5, 0.1]]) {
    assert.equal(callLayer(randomHeight, [wrong], {}, IMAGES, old).phase, 'construct');
  }
});
