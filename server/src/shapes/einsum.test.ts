import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Dimension, dynamic } from './dimension';
import { type EinsumOutcome, kerasEinsum, tensorflowEinsum } from './einsum';
import { formatShape } from './shape';

const none = dynamic();
const shown = ({ shape }: EinsumOutcome) => (shape ? formatShape(shape) : 'refused');
const both = (equation: string, ...shapes: Dimension[][]) => [
  shown(kerasEinsum(equation, shapes)),
  shown(tensorflowEinsum(equation, shapes)),
];

test('letters that stay, and letters that are summed', () => {
  assert.deepEqual(both('bij,bjk->bik', [none, 3, 4], [none, 4, 5]), ['(None, 3, 5)', '(None, 3, 5)']);
  assert.deepEqual(both('bi->', [none, 4]), ['()', '()']);
});

test('without an output: letters that occur once, by the alphabet', () => {
  assert.deepEqual(both('bij,bjk', [none, 3, 4], [none, 4, 5]), ['(3, 5)', '(3, 5)']);
});

test('"..." stands for any number of axes, which broadcast', () => {
  assert.deepEqual(both('b...i,bj->b...j', [none, 3, 4], [none, 5]), ['(None, 3, 5)', '(None, 3, 5)']);
  assert.deepEqual(both('...i,...j->...ij', [none, 3, 4], [none, 1, 5]), ['(None, 3, 4, 5)', '(None, 3, 4, 5)']);
});

test('Keras 3 does not compare what is summed, TensorFlow does', () => {
  assert.deepEqual(both('ij,jk->ik', [2, 3], [4, 5]), ['(2, 5)', 'refused']);
  assert.deepEqual(both('bii->b', [none, 4, 5]), ['(None,)', 'refused']);
});

test('a letter of the output only is 1 in Keras 3, and nothing in TensorFlow', () => {
  assert.deepEqual(both('bi,bj->bix', [none, 4], [none, 5]), ['(None, 4, 1)', 'refused']);
});

test('TensorFlow ignores spaces, Keras 3 counts them', () => {
  assert.deepEqual(both('b i , b j -> b i j', [none, 4], [none, 5]), ['refused', '(None, 4, 5)']);
});

test('numbers of tensors and of axes', () => {
  assert.match(kerasEinsum('ij,jk->ik', [[2, 3]]).problem ?? '', /takes 2 tensors, and got 1/);
  assert.match(kerasEinsum('ij->i', [[2, 3, 4]]).problem ?? '', /`ij` names 2 axes, and \(2, 3, 4\) has 3/);
});
