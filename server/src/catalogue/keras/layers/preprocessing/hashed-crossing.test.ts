import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { hashedCrossing } from './hashed-crossing';

test('two categories become one', () => {
  const crossed = (mode: string, ...shapes: (number | null)[][]) =>
    callLayer(hashedCrossing, [8, mode], {}, shapes, { inputDType: 'string' });
  assert.equal(crossed('int', [null, 1], [null, 1]).output, '(None, 1)');
  assert.equal(crossed('int', [null, 1], [null, 1]).dtype, 'int64');
  assert.equal(crossed('one_hot', [null, 1], [null, 1]).output, '(None, 8)');
  assert.equal(crossed('one_hot', [null], [null]).output, '(None, 8)');
  assert.equal(crossed('int', [null, 1], [null, 2]).refused, 'incompatible-shapes');
  assert.equal(crossed('int', [null, 1]).refused, 'invalid-input');
});

test('any keyword is taken', () => {
  assert.equal(
    callLayer(hashedCrossing, [8], { foo: 1 }, [
      [null, 1],
      [null, 1],
    ]).output,
    '(None, 1)',
  );
});

test('Keras 2 crosses columns only, of strings and ints', () => {
  const old = (shapes: (number | null)[][], inputDType: 'string' | 'float32' = 'string') =>
    callLayer(hashedCrossing, [8], {}, shapes, { generation: 'keras2', inputDType });
  assert.equal(
    old([
      [null, 1],
      [null, 1],
      [null, 1],
    ]).output,
    '(None, 1)',
  );
  assert.equal(
    old([
      [null, 4],
      [null, 4],
    ]).refused,
    'wrong-rank',
  );
  assert.equal(
    old(
      [
        [null, 1],
        [null, 1],
      ],
      'float32',
    ).refused,
    'incompatible-dtypes',
  );
});
