import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer, list } from '../../../testing';
import { integerLookup } from './integer-lookup';

const numbers = list(12, 36, 1138, 42);
const looked = (keywords: Record<string, unknown>, options = {}) =>
  callLayer(integerLookup, [], keywords, [[null, 3]], { inputDType: 'int64', ...options });

test('ids of ints, or vectors over the vocabulary', () => {
  assert.equal(looked({ vocabulary: numbers }).output, '(None, 3)');
  assert.equal(looked({ vocabulary: numbers, output_mode: 'multi_hot' }).output, '(None, 5)');
  assert.equal(looked({ vocabulary: list(-1, 12), output_mode: 'multi_hot' }).output, '(None, 2)');
});

test('arguments that IntegerLookup refuses', () => {
  for (const wrong of [
    { vocabulary: list('a') },
    { vocabulary: list(1, 1) },
    { vocabulary_dtype: 'int32' },
    { salt: 3 },
    { oov_method: 'modulo' },
    { mask_token: 'a' },
  ]) {
    assert.equal(looked(wrong).phase, 'construct', JSON.stringify(wrong));
  }
  assert.equal(looked({ salt: 3, oov_method: 'farmhash' }).output, '(None, 3)');
});

test('older names of arguments in Keras 2', () => {
  const old = { generation: 'keras2' };
  assert.equal(looked({ max_values: 3, vocabulary: list(1, 2, 3) }, old).phase, 'construct');
  assert.equal(looked({ max_values: 4, vocabulary: list(1, 2, 3) }, old).output, '(None, 3)');
});
