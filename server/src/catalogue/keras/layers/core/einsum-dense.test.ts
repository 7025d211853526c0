import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { einsumDense } from './einsum-dense';

test('kernel and bias come from the equation', () => {
  const outcome = callLayer(einsumDense, ['abc,cde->abde', [null, 8, 16]], { bias_axes: 'de' }, [[null, 10, 32]]);
  assert.equal(outcome.output, '(None, None, 8, 16)');
  assert.equal(outcome.parameters, 32 * 8 * 16 + 8 * 16);
});

test('Keras 2 knows more: its output is the sum’s own', () => {
  const old = callLayer(einsumDense, ['abc,cd->abd', [null, 64]], {}, [[null, 10, 32]], { generation: 'keras2' });
  assert.equal(old.output, '(None, 10, 64)');
});

test('what does not fit the equation', () => {
  const refused = (equation: unknown, output: unknown, shape: (number | null)[], bias: unknown = null) =>
    callLayer(einsumDense, [equation, output], { bias_axes: bias }, [shape]).refused;
  assert.equal(refused('ab,bc', 64, [null, 32]), 'invalid-argument');
  assert.equal(refused('ab,bc->ac', 64, [null, 32], 'x'), 'invalid-argument');
  assert.equal(refused('abc,cd->abd', [5, 64], [null, 7, 32]), 'incompatible-shapes');
  assert.equal(refused('abc,cd->abd', 64, [null, 32]), 'wrong-rank');
  assert.equal(refused('ab,bc->ac', 64, [null, null]), 'undefined-weight-shape');
  assert.equal(refused('ab,bc->ac', -2, [null, 32]), 'invalid-argument');
  assert.equal(refused(3, 64, [null, 32]), 'invalid-argument');
  assert.equal(refused('ab,bc->ac', null, [null, 32]), 'invalid-argument');
});

test('run, EinsumDense has the sizes of its sum', () => {
  const summed = (data: boolean) =>
    callLayer(einsumDense, ['abc,cd->abd'], { output_shape: [null, 32] }, [[2, 28, 16]], { data }).output;
  assert.equal(summed(false), '(2, None, 32)');
  assert.equal(summed(true), '(2, 28, 32)');
});
