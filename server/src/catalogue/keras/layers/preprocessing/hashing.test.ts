import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer, list } from '../../../testing';
import { hashing } from './hashing';

test('ids keep the shape; vectors take the place of the last axis', () => {
  const hashed = (mode: string, shape: readonly (number | null)[]) =>
    callLayer(hashing, [8], { output_mode: mode }, [shape], { inputDType: 'string' });
  assert.equal(hashed('int', [null, 4]).output, '(None, 4)');
  assert.equal(hashed('int', [null, 4]).dtype, 'int64');
  assert.equal(hashed('multi_hot', [null, 4]).output, '(None, 8)');
  assert.equal(hashed('one_hot', [null, 4]).output, '(None, 8)');
});

test('run on data, one-hot vectors are a further axis, which Keras does not report', () => {
  const run = callLayer(hashing, [8], { output_mode: 'one_hot' }, [[2, 4]], { inputDType: 'string', data: true });
  assert.equal(run.output, '(2, 4, 8)');
});

test('arguments that Hashing refuses', () => {
  const refused = (args: unknown[], keywords: Record<string, unknown> = {}) =>
    callLayer(hashing, args, keywords, [[null, 4]]).phase === 'construct';
  assert.ok(refused([0]));
  assert.ok(refused([null]));
  assert.ok(refused([3], { salt: 'a' }));
  assert.ok(refused([3], { salt: list(1, 2, 3) }));
  assert.ok(refused([3], { dtype: 'float32' }));
  assert.ok(refused([3], { sparse: true }));
  assert.ok(!refused([3], { salt: list(1, 2) }));
});

test('Keras 2 hashes no floats', () => {
  const old = (inputDType: 'float32' | 'int32') =>
    callLayer(hashing, [8], {}, [[null, 4]], { generation: 'keras2', inputDType });
  assert.equal(old('float32').refused, 'incompatible-dtypes');
  assert.equal(old('int32').output, '(None, 4)');
});
