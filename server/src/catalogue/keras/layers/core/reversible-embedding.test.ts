import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { reversibleEmbedding } from './reversible-embedding';

test('forth it adds an axis, back it maps the last one', () => {
  const forth = callLayer(reversibleEmbedding, [100, 8], {}, [[null, 5]]);
  assert.equal(forth.output, '(None, 5, 8)');
  assert.equal(forth.parameters, 800);
  const back = callLayer(reversibleEmbedding, [100, 8], {}, [[null, 5, 8]], { call: { reverse: true } });
  assert.equal(back.output, '(None, 5, 100)');
});

test('untied it has weights for both ways', () => {
  assert.equal(callLayer(reversibleEmbedding, [100, 8, false], {}, [[null, 5]]).parameters, 1600);
});
