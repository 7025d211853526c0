/** Rules of numpy that one would not guess, through the functions that programs call. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatShape } from '../../shapes/shape';
import type { Value } from '../../values/value';
import { TestContext } from '../keras/testing';

function text(value: Value): string {
  if (value.kind === 'tensor') return `${formatShape(value.shape)} ${value.dtype}`;
  if (value.kind === 'list' || value.kind === 'tuple') return `[${value.items.map(text).join(', ')}]`;
  return value.kind;
}

function numpy(
  name: string,
  positional: readonly unknown[],
  keywords: Readonly<Record<string, unknown>> = {},
  generation: 'keras2' | 'keras3' = 'keras3',
): string {
  const context = new TestContext(generation);
  const array = (one: unknown): unknown =>
    one instanceof Float32Array ? context.make('numpy.ones', [[...one], 'float32']) : one;
  const value = context.make(`numpy.${name}`, positional.map(array), keywords);
  return context.refused[0]?.code ?? text(value);
}

/** A float32 array of this shape. */
const floats = (...shape: readonly number[]) => Float32Array.from(shape);

test('a Python number asks for a quantile of the array’s own type, since numpy 2', () => {
  assert.equal(numpy('percentile', [floats(2, 5), 50]), '() float32');
  assert.equal(numpy('percentile', [floats(2, 5), [25, 75]], { axis: 1 }), '(2, 2) float64');
  assert.equal(numpy('percentile', [floats(2, 5), 50], {}, 'keras2'), '() float64');
});

test('arange by keywords', () => {
  assert.equal(numpy('arange', [], { start: 2, stop: 9, step: 2 }), '(4,) int64');
  assert.equal(numpy('arange', [], { stop: 3 }), '(3,) int64');
});

test('edges of bins', () => {
  assert.equal(numpy('histogram', [floats(9), 4]), '[(4,) int64, (5,) float32]');
  assert.equal(
    numpy('histogram', [
      [1, 2, 2],
      [0, 1, 2],
    ]),
    '[(2,) int64, (3,) int64]',
  );
});

test('where the elements of a triangle of a matrix are', () => {
  assert.equal(numpy('triu_indices_from', [floats(4, 4)], { k: 1 }), '[(6,) int64, (6,) int64]');
});

test('a generator draws along an axis', () => {
  const context = new TestContext('keras3');
  const generator = context.make('numpy.random.default_rng', [0]);
  const drawn = context.method(generator, 'choice', [context.make('numpy.ones', [[2, 3, 4]]), 2], { axis: 1 });
  assert.equal(text(drawn), '(2, 2, 4) float64');
});
