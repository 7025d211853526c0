import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { relu } from './relu';

test('ReLU keeps shape, without weights', () => {
  const outcome = callLayer(relu, [6], {}, [[null, 4, 8]]);
  assert.equal(outcome.output, '(None, 4, 8)');
  assert.equal(outcome.parameters, 0);
  assert.deepEqual(outcome.explanation?.notes, ['min(x, 6) where x ≥ 0, 0 below']);
});

test('no argument may be negative, and only max_value may be None', () => {
  for (const wrong of [{ max_value: -1 }, { negative_slope: null }, { threshold: -0.5 }, { max_value: '6' }]) {
    assert.equal(callLayer(relu, [], wrong, [[null, 4]]).phase, 'construct');
  }
});

test('Keras 2 keeps ints, but where a slope makes floats of them', () => {
  const dtype = (args: Record<string, unknown>) =>
    callLayer(relu, [], args, [[null, 4]], { generation: 'keras2', inputDType: 'int32' }).dtype;
  assert.equal(dtype({}), 'int32');
  assert.equal(dtype({ negative_slope: 0.1 }), 'float32');
  assert.equal(callLayer(relu, [], {}, [[null, 4]], { inputDType: 'int32' }).dtype, 'float32');
});
