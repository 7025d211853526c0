import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer, list } from '../../../testing';
import { rescaling } from './rescaling';

test('Rescaling keeps the shape, and gives floats', () => {
  const outcome = callLayer(rescaling, [1 / 255], {}, [[null, 28, 28, 3]], { inputDType: 'uint8' });
  assert.equal(outcome.output, '(None, 28, 28, 3)');
  assert.equal(outcome.dtype, 'float32');
  assert.deepEqual(outcome.explanation?.notes, ['x·0.00392157']);
});

test('Keras 2 spreads arrays of scales', () => {
  const old = (scale: unknown, shape: (number | null)[]) =>
    callLayer(rescaling, [scale], {}, [shape], { generation: 'keras2' });
  assert.equal(old(list(0.1, 0.2, 0.3), [null, 3]).output, '(None, 3)');
  assert.equal(old(list(0.1, 0.2, 0.3), [null, 1]).output, '(None, 3)');
  assert.equal(old(list(0.1, 0.2, 0.3), [null, 4]).refused, 'incompatible-shapes');
  assert.equal(old(null, [null, 4]).refused, 'invalid-argument');
});
