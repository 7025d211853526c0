import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editDistance, meantBy, nearest } from './similar';

test('editDistance counts edits and swaps', () => {
  assert.equal(editDistance('same', 'same'), 0);
  assert.equal(editDistance('saem', 'same'), 1);
  assert.equal(editDistance('sames', 'same'), 1);
  assert.equal(editDistance('', 'abc'), 3);
});

test('nearest finds the word that was meant, or none', () => {
  assert.equal(nearest('sames', ['valid', 'same']), 'same');
  assert.equal(nearest('kernal_size', ['filters', 'kernel_size', 'strides']), 'kernel_size');
  assert.equal(nearest('full', ['valid', 'same']), undefined);
});

test('meantBy knows words that have only begun, in the spelling that is written in strings', () => {
  const names = ['HeNormal', 'HeUniform', 'he_normal', 'he_uniform', 'zeros', 'Zeros'];
  assert.deepEqual(meantBy('he', names), ['he_normal', 'he_uniform']);
  assert.deepEqual(meantBy('zero', names), ['zeros']);
  assert.deepEqual(meantBy('glorot', names), []);
  assert.deepEqual(meantBy('', names), []);
});
