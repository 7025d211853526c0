import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { multiHeadAttention } from './multi-head-attention';

const PAIR = [
  [null, 10, 16],
  [null, 7, 12],
];

test('the query’s shape, or its axes with output_shape behind', () => {
  assert.equal(callLayer(multiHeadAttention, [4, 8], {}, PAIR).output, '(None, 10, 16)');
  assert.equal(callLayer(multiHeadAttention, [4, 8], { output_shape: [3, 5] }, PAIR).output, '(None, 10, 3, 5)');
});

test('four projections with biases', () => {
  const inner = 4 * 8;
  const expected = 16 * inner + inner + 2 * (12 * inner + inner) + inner * 16 + 16;
  assert.equal(callLayer(multiHeadAttention, [4, 8], {}, PAIR).parameters, expected);
  const values = callLayer(multiHeadAttention, [4, 8], { value_dim: 2, use_bias: false }, PAIR);
  assert.equal(values.parameters, 16 * inner + 12 * inner + 12 * 8 + 8 * 16);
});

test('Keras 3 reports scores with the query’s length twice, Keras 2 the real ones', () => {
  const call = { return_attention_scores: true };
  assert.equal(callLayer(multiHeadAttention, [4, 8], {}, PAIR, { call }).output, '[(None, 10, 16), (None, 4, 10, 10)]');
  const old = callLayer(multiHeadAttention, [4, 8], {}, PAIR, { call, generation: 'keras2' });
  assert.equal(old.output, '[(None, 10, 16), (None, 4, 10, 7)]');
});

test('value and key agree but for the last size', () => {
  const outcome = callLayer(multiHeadAttention, [4, 8], {}, [...PAIR, [null, 9, 12]]);
  assert.equal(outcome.refused, 'incompatible-shapes');
  assert.equal(callLayer(multiHeadAttention, [4, 8], {}, [...PAIR, [null, 7, 5]]).output, '(None, 10, 16)');
});

test('what is refused at once, and what when the layer is built', () => {
  for (const wrong of [
    [0, 8],
    [4, 2.5],
    ['4', 8],
  ]) {
    assert.equal(callLayer(multiHeadAttention, wrong, {}, PAIR).phase, 'construct');
  }
  assert.equal(callLayer(multiHeadAttention, [4, 8], { dropout: 1.5 }, PAIR).phase, 'call');
  assert.equal(callLayer(multiHeadAttention, [4, 8], { attention_axes: 7 }, PAIR).refused, 'axis-out-of-range');
});

test('last sizes must be numbers', () => {
  const shapes = [
    [null, 10, null],
    [null, 7, 12],
  ];
  assert.equal(callLayer(multiHeadAttention, [4, 8], {}, shapes).refused, 'undefined-weight-shape');
});

test('scores are reported for the length of the query alone; run, they have that of the key', () => {
  const scores = (data: boolean) =>
    callLayer(
      multiHeadAttention,
      [2, 8],
      {},
      [
        [1, 5, 16],
        [1, 7, 16],
      ],
      { data, call: { return_attention_scores: true } },
    ).output;
  assert.equal(scores(false), '[(1, 5, 16), (1, 2, 5, 5)]');
  assert.equal(scores(true), '[(1, 5, 16), (1, 2, 5, 7)]');
});

test('a causal mask must fit the axes that are attended over', () => {
  const masked = (shape: number[]) =>
    callLayer(multiHeadAttention, [2, 4], { attention_axes: 2 }, [shape, shape], {
      generation: 'keras2',
      call: { use_causal_mask: true },
    }).refused;
  assert.equal(masked([1, 3, 3, 8]), undefined);
  assert.equal(masked([1, 3, 4, 8]), 'incompatible-shapes');
});
