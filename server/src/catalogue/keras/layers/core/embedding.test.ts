import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numpyArray } from '../../../../values/tensor';
import { callLayer } from '../../../testing';
import { embedding } from './embedding';

test('each integer becomes a vector', () => {
  const outcome = callLayer(embedding, [1000, 64], {}, [[null, 10]], { inputDType: 'int32' });
  assert.equal(outcome.output, '(None, 10, 64)');
  assert.equal(outcome.parameters, 64000);
  assert.equal(outcome.dtype, 'float32');
  assert.equal(callLayer(embedding, [10, 4], {}, [[null]]).output, '(None, 4)');
});

test('both sizes must be ints; in Keras 3 no bools', () => {
  for (const wrong of [0, -1, 10.5, '10', null, true]) {
    assert.equal(callLayer(embedding, [wrong, 4], {}, [[null, 3]]).phase, 'construct');
  }
  const old = { generation: 'keras2' } as const;
  assert.equal(callLayer(embedding, [10.5, 4], {}, [[null, 3]], old).phase, 'call');
  assert.equal(callLayer(embedding, ['10', 4], {}, [[null, 3]], old).phase, 'construct');
});

test('weights= must have the shape of the table', () => {
  const given = (...shape: number[]) =>
    callLayer(embedding, [10, 4], { weights: numpyArray(shape, 'float64') }, [[null, 3]]);
  assert.equal(given(10, 4).output, '(None, 3, 4)');
  assert.equal(given(10, 5).refused, 'incompatible-shapes');
});

test('input_length is taken, and not held against the input', () => {
  assert.equal(callLayer(embedding, [10, 4], { input_length: 5 }, [[null, 3]]).output, '(None, 3, 4)');
  const old = { generation: 'keras2' } as const;
  assert.equal(callLayer(embedding, [10, 4], { input_length: 5 }, [[null, 3]], old).output, '(None, 3, 4)');
});

test('lora_rank adapts the table', () => {
  assert.equal(callLayer(embedding, [10, 4], { lora_rank: 2 }, [[null, 3]]).parameters, 40 + 20 + 8);
});
