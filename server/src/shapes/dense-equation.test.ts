import assert from 'node:assert/strict';
import { test } from 'node:test';
import { denseShapes } from './dense-equation';
import { type Dimension, dynamic } from './dimension';
import { formatShape } from './shape';

const none = dynamic();

function shown(equation: string, bias: string | null, input: Dimension[], output: Dimension[]) {
  const { shapes, problem } = denseShapes(equation, bias === null ? null : [...bias], input, output, 'output');
  if (!shapes) return problem.kind;
  return [shapes.output, shapes.kernel, ...(shapes.bias ? [shapes.bias] : [])].map(formatShape).join(' ');
}

test('kernel and bias are looked up by letter', () => {
  assert.equal(shown('ab,bc->ac', 'c', [none, 32], [64]), '(None, 64) (32, 64) (64,)');
  assert.equal(shown('abc,cde->abde', 'de', [none, 10, 32], [none, 8, 16]), '(None, None, 8, 16) (32, 8, 16) (8, 16)');
});

test('a bias on a front axis has 1 behind it', () => {
  assert.equal(shown('abc,cd->abd', 'b', [none, 5, 32], [5, 64]), '(None, 5, 64) (32, 64) (5, 1)');
});

test('"..." on the left puts its axes in backwards, as Keras does; on the right they follow', () => {
  assert.equal(shown('...x,xy->...y', 'y', [none, 4, 5, 32], [64]), '(None, 5, 4, 64) (32, 64) (64,)');
  assert.equal(shown('ab...,bc->ac...', 'c', [none, 4, 5, 32], [64]), '(None, 64, 5, 32) (4, 64) (64, 1, 1)');
});

test('a size in `output_shape` must be the input’s', () => {
  assert.equal(shown('abc,cd->abd', null, [none, 7, 32], [5, 64]), 'sizes');
  assert.equal(shown('abc,cd->abd', null, [none, none, 32], [5, 64]), 'sizes');
  assert.equal(shown('abc,cd->abd', null, [none, 7, 32], [none, 64]), '(None, None, 64) (32, 64)');
});

test('equations that say too little', () => {
  assert.equal(shown('ab,bc', null, [none, 32], [64]), 'equation');
  assert.equal(shown('ab,bc->acx', null, [none, 32], [64, 2]), 'equation');
  assert.equal(shown('ab,bz->a', null, [none, 32], []), 'equation');
  assert.equal(shown('abc,cd->abd', null, [none, 32], [64]), 'rank');
  assert.equal(shown('ab,bc->ac', 'x', [none, 32], [64]), 'bias');
  assert.equal(shown('ab,bc->ac', '', [none, 32], [64]), 'bias');
});
