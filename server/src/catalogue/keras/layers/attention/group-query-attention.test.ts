import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { groupQueryAttention } from './group-query-attention';

const PAIR = [
  [null, 10, 16],
  [null, 7, 16],
];

test('the query’s shape, and scores with the key’s length', () => {
  assert.equal(callLayer(groupQueryAttention, [8, 4, 2], {}, PAIR).output, '(None, 10, 16)');
  const outcome = callLayer(groupQueryAttention, [8, 4, 2], {}, PAIR, { call: { return_attention_scores: true } });
  assert.equal(outcome.output, '[(None, 10, 16), (None, 4, 10, 7)]');
});

test('fewer heads of keys and values than of queries', () => {
  const expected = 16 * 32 + 32 + 2 * (16 * 16 + 16) + 32 * 16 + 16;
  assert.equal(callLayer(groupQueryAttention, [8, 4, 2], {}, PAIR).parameters, expected);
  assert.equal(callLayer(groupQueryAttention, [8, 4, 2], { use_gate: true }, PAIR).parameters, expected + 16 * 32 + 32);
});

test('heads must divide', () => {
  assert.equal(callLayer(groupQueryAttention, [8, 4, 3], {}, PAIR).refused, 'groups');
  assert.equal(callLayer(groupQueryAttention, [8, 4, 0], {}, PAIR).phase, 'construct');
  assert.equal(callLayer(groupQueryAttention, [8.5, 4, 2], {}, PAIR).phase, 'call');
});

test('query and value have equal last sizes, and 3 dimensions', () => {
  const other = [
    [null, 10, 16],
    [null, 7, 12],
  ];
  assert.equal(callLayer(groupQueryAttention, [8, 4, 2], {}, other).refused, 'incompatible-shapes');
  const flat = [
    [null, 16],
    [null, 16],
  ];
  assert.equal(callLayer(groupQueryAttention, [8, 4, 2], {}, flat).refused, 'wrong-rank');
});
