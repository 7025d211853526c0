import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { dense } from './dense';

test('the last axis is mapped, with one weight for each pair and a bias', () => {
  const outcome = callLayer(dense, [64], {}, [[null, 784]]);
  assert.equal(outcome.output, '(None, 64)');
  assert.equal(outcome.parameters, 784 * 64 + 64);
  assert.equal(callLayer(dense, [64], { use_bias: false }, [[null, 10, 8]]).output, '(None, 10, 64)');
  assert.equal(callLayer(dense, [64], { use_bias: false }, [[null, 10, 8]]).parameters, 512);
});

test('units must be a positive int in Keras 3; Keras 2 converts it', () => {
  for (const wrong of [0, -1, 2.5, '8', null, [3]]) {
    assert.equal(callLayer(dense, [wrong], {}, [[null, 4]]).phase, 'construct');
  }
  const old = { generation: 'keras2' } as const;
  assert.equal(callLayer(dense, ['8'], {}, [[null, 4]], old).output, '(None, 8)');
  assert.equal(callLayer(dense, [8.7], {}, [[null, 4]], old).output, '(None, 8)');
  assert.equal(callLayer(dense, [0], {}, [[null, 4]], old).output, '(None, 0)');
  assert.equal(callLayer(dense, [-1], {}, [[null, 4]], old).refused, 'invalid-argument');
});

test('the last size must be a number, and the rank 2 at least', () => {
  assert.equal(callLayer(dense, [8], {}, [[null, null]]).refused, 'undefined-weight-shape');
  assert.equal(callLayer(dense, [8], {}, [[null]]).refused, 'wrong-rank');
});

test('built once, it takes that last size', () => {
  const again = (shape: (number | null)[]) => callLayer(dense, [8], {}, [shape], { builtOn: [[null, 4]] });
  assert.equal(again([null, 7, 4]).output, '(None, 7, 8)');
  assert.equal(again([null, 5]).refused, 'incompatible-shapes');
  assert.equal(again([null, null]).output, '(None, 8)');
});

test('lora_rank adds two weights, and bears no constraint', () => {
  assert.equal(callLayer(dense, [16], { lora_rank: 2 }, [[null, 10]]).parameters, 10 * 16 + 10 * 2 + 2 * 16 + 16);
  const both = callLayer(dense, [16], { lora_rank: 2, kernel_constraint: 'non_neg' }, [[null, 10]]);
  assert.equal(both.refused, 'invalid-argument');
});

test('Keras 2 builds with floats only', () => {
  assert.equal(callLayer(dense, [8], {}, [[null, 4]], { generation: 'keras2', dtype: 'int32' }).phase, 'call');
  assert.equal(callLayer(dense, [8], {}, [[null, 4]], { dtype: 'int32' }).dtype, 'int32');
});

test('what is mapped is told', () => {
  const { explanation } = callLayer(dense, [64], {}, [[null, 7, 7, 8]]);
  assert.deepEqual(explanation?.formulas, ['last axis: 8 → 64']);
  assert.match(explanation?.notes?.[1] ?? '', /Flatten/);
});
