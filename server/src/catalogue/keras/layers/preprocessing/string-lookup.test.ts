import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer, list } from '../../../testing';
import { stringLookup } from './string-lookup';

const words = list('a', 'b', 'c');
const looked = (keywords: Record<string, unknown>, shape: readonly (number | null)[], options = {}) =>
  callLayer(stringLookup, [], keywords, [shape], { inputDType: 'string', ...options });

test('ids keep the shape', () => {
  const outcome = looked({ vocabulary: words }, [null, 4]);
  assert.equal(outcome.output, '(None, 4)');
  assert.equal(outcome.dtype, 'int64');
  assert.equal(outcome.parameters, 0);
});

test('vectors are as long as the vocabulary and its special tokens', () => {
  const length = (more: Record<string, unknown>) =>
    looked({ vocabulary: words, output_mode: 'multi_hot', ...more }, [null, 4]).output;
  assert.equal(length({}), '(None, 4)');
  assert.equal(length({ num_oov_indices: 0 }), '(None, 3)');
  assert.equal(length({ mask_token: '' }), '(None, 4)');
  assert.equal(length({ vocabulary: list('[UNK]', 'a', 'b', 'c') }), '(None, 4)');
  assert.equal(length({ max_tokens: 9, pad_to_max_tokens: true }), '(None, 9)');
  assert.equal(looked({ vocabulary: words, output_mode: 'one_hot' }, [null, 4]).output, '(None, 4, 4)');
});

test('without a vocabulary their length is None, until one is learned', () => {
  assert.equal(looked({ output_mode: 'count' }, [null, 4]).output, '(None, None)');
  assert.equal(looked({ output_mode: 'count' }, [null, 4], { learned: { size: 12 } }).output, '(None, 12)');
});

test('run on data, vectors are of ints', () => {
  assert.equal(looked({ vocabulary: words, output_mode: 'count' }, [2, 4], { data: true }).dtype, 'int64');
});

test('vocabularies that StringLookup refuses', () => {
  const message = (keywords: Record<string, unknown>) => looked(keywords, [null, 4]).message;
  assert.match(message({ vocabulary: list('a', 'b', 'a') }) ?? '', /'a' more than once/);
  assert.match(message({ vocabulary: list() }) ?? '', /must not be empty/);
  assert.match(message({ vocabulary: list(1, 2) }) ?? '', /must hold strings/);
  assert.match(message({ vocabulary: words, max_tokens: 3 }) ?? '', /has 4 tokens/);
  assert.match(message({ vocabulary: list('a', ''), mask_token: '' }) ?? '', /mask token ''/);
  assert.match(message({ vocabulary: words, output_mode: 'tf_idf' }) ?? '', /idf_weights/);
});

test('arguments that StringLookup refuses', () => {
  for (const wrong of [
    { max_tokens: 1 },
    { num_oov_indices: -1 },
    { pad_to_max_tokens: true },
    { output_mode: 'one_hot', invert: true },
    { sparse: true },
    { mask_token: 3 },
    { input_shape: [4] },
  ]) {
    assert.equal(looked(wrong, [null, 4]).phase, 'construct', JSON.stringify(wrong));
  }
});

test('Keras 2 needs a vocabulary for vectors', () => {
  const old = { generation: 'keras2' };
  assert.equal(looked({ output_mode: 'count' }, [null, 4], old).phase, 'call');
  assert.equal(looked({ output_mode: 'count', vocabulary: words }, [null, 4], old).output, '(None, 4)');
  assert.equal(looked({ output_mode: 'one_hot', vocabulary: words }, [null, 4], old).refused, 'wrong-rank');
  assert.equal(looked({ vocabulary: words, invert: true }, [null, 4], old).dtype, 'string');
});

test('Keras 2 counts documents while it learns for tf_idf', () => {
  const old = { generation: 'keras2' } as const;
  const learned = { size: 5 };
  assert.equal(looked({ output_mode: 'tf_idf' }, [null, 4], { ...old, learned }).parameters, 1);
  assert.equal(looked({ output_mode: 'count' }, [null, 4], { ...old, learned }).parameters, 0);
});
