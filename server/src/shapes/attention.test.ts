import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attentionEquations, projectionEquation } from './attention';

test('projections to heads and back', () => {
  assert.equal(projectionEquation(2, 1, 2), 'abc,cde->abde');
  assert.equal(projectionEquation(2, 2, 1), 'abcd,cde->abe');
});

test('attention over the one axis between batch and heads', () => {
  const equations = attentionEquations(4, [1]);
  assert.equal(equations?.scores, 'aecd,abcd->acbe');
  assert.equal(equations?.combine, 'acbe,aecd->abcd');
});

test('over two axes, and over one that is not there', () => {
  assert.equal(attentionEquations(5, [1, 2])?.scores, 'afgde,abcde->adbcfg');
  assert.equal(attentionEquations(4, [7]), null);
});
