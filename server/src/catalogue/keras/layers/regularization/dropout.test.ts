import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { dropout } from './dropout';

test('Dropout keeps shape and has no weights', () => {
  const outcome = callLayer(dropout, [0.25], {}, [[null, 12, 8]]);
  assert.equal(outcome.output, '(None, 12, 8)');
  assert.equal(outcome.parameters, 0);
});

test('Dropout takes a rate from 0 to 1', () => {
  assert.equal(callLayer(dropout, [1], {}, [[null, 4]]).output, '(None, 4)');
  for (const wrong of [1.5, -0.1, '0.5', null]) {
    const outcome = callLayer(dropout, [wrong], {}, [[null, 4]]);
    assert.equal(outcome.refused, 'invalid-argument');
    assert.equal(outcome.phase, 'construct');
  }
});

test('Dropout gives its compute dtype in Keras 3 and keeps ints in Keras 2', () => {
  assert.equal(callLayer(dropout, [0.5], {}, [[null, 4]], { inputDType: 'int32' }).dtype, 'float32');
  const old = callLayer(dropout, [0.5], {}, [[null, 4]], { inputDType: 'int32', generation: 'keras2' });
  assert.equal(old.dtype, 'int32');
});

test('noise_shape is checked for itself, not against the input', () => {
  assert.equal(callLayer(dropout, [0.5, [null, 7]], {}, [[null, 12, 8]]).output, '(None, 12, 8)');
  for (const wrong of ['same', 3, [null, 0], [1.5]]) {
    assert.equal(callLayer(dropout, [0.5, wrong], {}, [[null, 4]]).refused, 'invalid-argument');
  }
});

test('a seed must be an int where there is something to draw', () => {
  assert.equal(callLayer(dropout, [0.5], { seed: 1.5 }, [[null, 4]]).refused, 'invalid-argument');
  assert.equal(callLayer(dropout, [0], { seed: 1.5 }, [[null, 4]]).output, '(None, 4)');
});

test('Keras 2 runs dropout only when told, and then not with a rate of 1', () => {
  const run = (call: Record<string, unknown>) =>
    callLayer(dropout, [1.0], {}, [[null, 4]], { generation: 'keras2', call });
  assert.equal(run({}).output, '(None, 4)');
  assert.equal(run({ training: true }).refused, 'invalid-argument');
});

test('the rate is explained', () => {
  const { explanation } = callLayer(dropout, [0.25], {}, [[null, 4]]);
  assert.match(explanation?.notes?.[0] ?? '', /25 % of the elements .* 1 \/ \(1 - 0.25\) = 1.333/);
});
