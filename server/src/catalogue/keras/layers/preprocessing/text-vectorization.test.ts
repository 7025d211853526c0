import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer, list } from '../../../testing';
import { textVectorization } from './text-vectorization';

const words = list('earth', 'wind', 'fire');
const vectorized = (keywords: Record<string, unknown>, shape: readonly (number | null)[] = [null, 1], options = {}) =>
  callLayer(textVectorization, [], keywords, [shape], { inputDType: 'string', ...options });

test('texts become sequences of ids', () => {
  assert.equal(vectorized({}).output, '(None, None)');
  assert.equal(vectorized({ output_sequence_length: 250 }).output, '(None, 250)');
  assert.equal(vectorized({ output_sequence_length: 250 }).dtype, 'int64');
  assert.equal(vectorized({ output_sequence_length: 250 }, [null]).output, '(None, 250)');
});

test('vectors over the vocabulary, with an axis more than running gives', () => {
  const keywords = { vocabulary: words, output_mode: 'multi_hot' };
  assert.equal(vectorized(keywords).output, '(None, 1, 4)');
  assert.equal(vectorized(keywords, [null]).output, '(None, 4)');
  assert.equal(vectorized({ ...keywords, split: null }, [null, 6]).output, '(None, 4)');
  assert.equal(vectorized(keywords, [2, 1], { data: true }).output, '(2, 4)');
});

test('run on data, the longest text tells how long sequences are', () => {
  assert.equal(vectorized({}, [2, 1], { data: true }).output, '(2, ?)');
  assert.equal(vectorized({ output_sequence_length: 7 }, [2, 1], { data: true }).output, '(2, 7)');
  assert.equal(vectorized({}, [2, 5], { data: true }).refused, 'wrong-rank');
});

test('arguments that TextVectorization refuses', () => {
  for (const wrong of [
    { standardize: 'upper' },
    { split: 'lines' },
    { ngrams: list(1, 2) },
    { output_sequence_length: 2.5 },
    { output_sequence_length: 5, output_mode: 'count' },
    { ragged: true, output_mode: 'count' },
    { max_tokens: 1 },
    { vocabulary: list('a', '') },
  ]) {
    assert.equal(vectorized(wrong).phase, 'construct', JSON.stringify(wrong));
  }
  assert.equal(vectorized({ output_sequence_length: -1 }).phase, 'call');
});

test('Keras 2 runs what it reports', () => {
  const old = { generation: 'keras2' };
  assert.equal(vectorized({}, [null, 4], old).refused, 'wrong-rank');
  assert.equal(vectorized({}, [8, 4, 1], old).output, '(8, 4, None)');
  assert.equal(vectorized({ vocabulary: words, output_mode: 'count' }, [null, 1], old).output, '(None, 4)');
  assert.equal(vectorized({ output_mode: 'count' }, [null, 1], old).phase, 'call');
  assert.equal(vectorized({ output_mode: null }, [null, 1], old).dtype, 'string');
  assert.equal(vectorized({ dtype: 'int64' }, [null, 1], old).phase, 'construct');
});
