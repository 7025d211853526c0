import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { categoryEncoding } from './category-encoding';

const encoded = (mode: string, shape: readonly (number | null)[], keywords = {}) =>
  callLayer(categoryEncoding, [], { num_tokens: 5, output_mode: mode, ...keywords }, [shape], { inputDType: 'int64' });

test('a vector of the categories takes the place of the last axis', () => {
  assert.equal(encoded('multi_hot', [null, 4]).output, '(None, 5)');
  assert.equal(encoded('count', [null, 4, 3]).output, '(None, 4, 5)');
  assert.equal(encoded('multi_hot', [null]).output, '(5,)');
  assert.equal(encoded('multi_hot', [null, 4]).parameters, 0);
});

test('one-hot vectors are a further axis, but for a last axis of 1', () => {
  assert.equal(encoded('one_hot', [null, 4]).output, '(None, 4, 5)');
  assert.equal(encoded('one_hot', [null, 1]).output, '(None, 5)');
  assert.equal(encoded('one_hot', [null]).output, '(None, 5)');
});

test('arguments that CategoryEncoding refuses', () => {
  for (const wrong of [null, 0, 'a']) {
    assert.equal(callLayer(categoryEncoding, [wrong], {}, [[null, 4]]).phase, 'construct');
  }
  assert.equal(callLayer(categoryEncoding, [5, 'sum'], {}, [[null, 4]]).phase, 'construct');
  assert.equal(callLayer(categoryEncoding, [2.5], {}, [[null, 4]]).phase, 'call');
});

test('Keras 2 makes no more than a batch of vectors, and counts no strings', () => {
  const old = (mode: string, shape: readonly (number | null)[], inputDType: 'int64' | 'string' = 'int64') =>
    callLayer(categoryEncoding, [5, mode], {}, [shape], { generation: 'keras2', inputDType });
  assert.equal(old('multi_hot', [null, 4]).output, '(None, 5)');
  assert.equal(old('one_hot', [null, 1]).output, '(None, 5)');
  assert.equal(old('one_hot', [null, 4]).refused, 'wrong-rank');
  assert.equal(old('multi_hot', [null, 4], 'string').refused, 'incompatible-dtypes');
});
