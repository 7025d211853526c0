import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { attention } from './attention';

const PAIR = [
  [null, 5, 8],
  [null, 7, 8],
];

test('the query’s positions with the value’s last size, and scores where asked for', () => {
  const shapes = [...PAIR, [null, 7, 8]];
  assert.equal(callLayer(attention, [], {}, shapes).output, '(None, 5, 8)');
  const outcome = callLayer(attention, [], {}, shapes, { call: { return_attention_scores: true } });
  assert.equal(outcome.output, '[(None, 5, 8), (None, 5, 7)]');
});

test('a scale and a score weight are numbers', () => {
  assert.equal(callLayer(attention, [], {}, PAIR).parameters, 0);
  assert.equal(callLayer(attention, [true, 'concat'], {}, PAIR).parameters, 2);
});

test('two or three inputs', () => {
  assert.equal(callLayer(attention, [], {}, [[null, 5, 8]]).refused, 'invalid-input');
});

test('Keras 3 compares nothing, Keras 2 computes', () => {
  const shapes = [
    [null, 5, 8],
    [null, 7, 6],
  ];
  assert.equal(callLayer(attention, [], {}, shapes).output, '(None, 5, 6)');
  assert.equal(callLayer(attention, [], {}, shapes, { generation: 'keras2' }).refused, 'incompatible-shapes');
  assert.equal(callLayer(attention, [], {}, PAIR, { generation: 'keras2' }).output, '(None, 5, 8)');
});

test('arguments that the constructor refuses', () => {
  for (const wrong of [{ score_mode: 'bilinear' }, { dropout: null }, { dropout: 0.5, seed: 'x' }]) {
    assert.equal(callLayer(attention, [], wrong, PAIR).phase, 'construct');
  }
});
