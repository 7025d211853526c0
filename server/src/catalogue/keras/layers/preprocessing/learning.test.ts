import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatShape } from '../../../../shapes/shape';
import { numpyArray } from '../../../../values/tensor';
import type { Value } from '../../../../values/value';
import { list } from '../../../testing';
import { TestContext } from '../../testing';

/** A layer after `prepare`, called on an input of a shape. */
function after(
  name: string,
  keywords: Record<string, unknown>,
  prepare: (context: TestContext, layer: Value) => void,
  shape: readonly (number | null)[] = [1],
  generation: 'keras2' | 'keras3' = 'keras3',
) {
  const context = new TestContext(generation);
  const layer = context.make(`keras.layers.${name}`, [], keywords);
  prepare(context, layer);
  const dtype = ['StringLookup', 'TextVectorization'].includes(name) ? 'string' : 'float32';
  const output = context.on(layer, [context.make('keras.Input', [shape], { dtype })]);
  const words = context.attribute(layer, 'get_vocabulary') ? context.method(layer, 'get_vocabulary') : null;
  return {
    output: output.kind === 'tensor' ? formatShape(output.shape) : output.kind,
    vocabulary:
      words?.kind === 'list' ? words.items.map((one) => (one.kind === 'str' ? one.value : one.kind)) : words?.kind,
    refused: context.refused.map(({ code }) => code),
  };
}

const adapt = (data: unknown) => (context: TestContext, layer: Value) => {
  context.method(layer, 'adapt', [data]);
};

test('a vocabulary of texts that are there to read: frequent words first', () => {
  const texts = list('Hello, World!', "hello you're");
  const { output, vocabulary } = after('TextVectorization', { output_mode: 'count' }, adapt(texts));
  assert.deepEqual(vocabulary, ['[UNK]', 'hello', 'youre', 'world']);
  assert.equal(output, '(None, 1, 4)');
  assert.deepEqual(after('TextVectorization', { max_tokens: 4 }, adapt(texts)).vocabulary, [
    '',
    '[UNK]',
    'hello',
    'youre',
  ]);
  assert.equal(after('TextVectorization', { ngrams: 2 }, adapt(texts)).vocabulary?.length, 7);
});

test('data that is not there to read leaves the size open', () => {
  const data = numpyArray([100, 1], 'string');
  assert.equal(after('StringLookup', { output_mode: 'count' }, adapt(data)).output, '(None, ?)');
  assert.equal(after('StringLookup', { output_mode: 'count' }, () => {}).output, '(None, None)');
});

test('a vocabulary that is set', () => {
  const set = (words: unknown) => (context: TestContext, layer: Value) => {
    context.method(layer, 'set_vocabulary', [words]);
  };
  const { output, vocabulary } = after('StringLookup', { output_mode: 'count' }, set(list('a', 'b')));
  assert.equal(output, '(None, 3)');
  assert.deepEqual(vocabulary, ['[UNK]', 'a', 'b']);
  assert.deepEqual(after('StringLookup', {}, set(list('a', 'a'))).refused, ['invalid-argument']);
});

test('a given vocabulary is not learned again', () => {
  const { refused } = after('StringLookup', { vocabulary: list('a') }, adapt(list('b')));
  assert.deepEqual(refused, ['invalid-argument']);
});

test('bins of an array of known size', () => {
  const binned = (elements: number, bins: number) =>
    after('Discretization', { num_bins: bins, output_mode: 'one_hot' }, adapt(numpyArray([elements], 'float32')))
      .output;
  assert.equal(binned(300, 6), '(None, 6)');
  assert.equal(binned(3, 6), '(None, 3)');
  assert.equal(binned(150, 120), '(None, 100)');
  assert.equal(binned(1000, 49), '(None, 50)');
});

test('Normalization is built for its data', () => {
  const context = new TestContext();
  const layer = context.make('keras.layers.Normalization');
  context.method(layer, 'adapt', [numpyArray([3, 4], 'float32')]);
  const count = context.method(layer, 'count_params');
  assert.equal(count.kind === 'int' && Number(count.value), 9);
});

test('Keras 2 holds other inputs against the statistics', () => {
  const data = numpyArray([3, 4], 'float32');
  assert.deepEqual(after('Normalization', {}, adapt(data), [5], 'keras2').refused, ['incompatible-shapes']);
  assert.deepEqual(after('Normalization', {}, adapt(data), [4], 'keras2').refused, []);
});
