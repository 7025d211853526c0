import assert from 'node:assert/strict';
import { test } from 'node:test';
import { weight } from '../define-layer';
import { unfitInitializer } from './initializers';

test('the identity fills matrices only', () => {
  const kernel = weight('kernel', [3, 3, 8, 16], { initializer: 'identity' });
  assert.equal(unfitInitializer('Conv2D', [kernel], 'float32')?.exception, 'ValueError');
  assert.equal(unfitInitializer('Dense', [weight('kernel', [8, 16], { initializer: 'identity' })], 'float32'), null);
});

test('an orthogonal initializer takes two axes or more, and no bfloat16', () => {
  const of = (shape: number[]) => [weight('kernel', shape, { initializer: 'orthogonal' })];
  assert.equal(unfitInitializer('LSTM', of([4, 16]), 'float16'), null);
  assert.match(unfitInitializer('LSTM', of([16]), 'float32')?.message ?? '', /two axes or more/);
  assert.equal(unfitInitializer('LSTM', of([4, 16]), 'bfloat16')?.exception, 'InvalidArgumentError');
});

test('other initializers fill anything', () => {
  const weights = [weight('bias', [16], { initializer: 'zeros' }), weight('kernel', [16])];
  assert.equal(unfitInitializer('Dense', weights, 'bfloat16'), null);
});
