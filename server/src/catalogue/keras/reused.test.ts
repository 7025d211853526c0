/** Layers of Keras 2 that are called a second time: in a graph, no input spec holds them to their first input. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Program } from './program-testing';

type Sizes = readonly (number | null)[];

/** What the second call gives, or the code of what is refused. */
function again(layer: string, positional: readonly unknown[], first: Sizes, second: Sizes): string {
  const program = new Program('keras2');
  const made = program.layer(layer, positional);
  program.call(made, [program.input(...first)]);
  const given = program.call(made, [program.input(...second)]);
  return program.refused[0] ?? given;
}

test('LayerNormalization broadcasts its scale over the last axis', () => {
  assert.equal(again('LayerNormalization', [], [5, 4], [5, 6]), 'incompatible-shapes');
  assert.equal(again('LayerNormalization', [], [5, 4], [7, 4]), '(None, 7, 4)');
  assert.equal(again('LayerNormalization', [], [5, 1], [5, 4]), '(None, 5, 4)');
  assert.equal(again('LayerNormalization', [], [5, 4], [5, null]), '(None, 5, 4)');
  assert.equal(again('LayerNormalization', [], [5, 4], [4]), 'axis-out-of-range');
});

test('GroupNormalization and PReLU take other ranks', () => {
  assert.equal(again('GroupNormalization', [2], [5, 4], [4]), '(None, 4)');
  assert.equal(again('PReLU', [], [5, 4], [4]), '(5, 4)');
});

test('BatchNormalization of one channel takes several', () => {
  assert.equal(again('BatchNormalization', [], [5, 1], [5, 4]), '(None, 5, 4)');
  assert.equal(again('BatchNormalization', [], [5, 4], [5, 6]), 'incompatible-shapes');
});

test('a kernel by rows of places gives as many as it has', () => {
  assert.equal(again('LocallyConnected1D', [2, 3], [12, 3], [24, 3]), '(None, 10, 2)');
});

test('dilated windows of each channel forget all sizes with one', () => {
  const program = new Program('keras2');
  const layer = program.layer('DepthwiseConv2D', [3], { dilation_rate: 2 });
  assert.equal(program.call(layer, [program.input(12, null, 3)]), '(None, None, None, 3)');
});
