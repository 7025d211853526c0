import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callLayer } from '../../../testing';
import { conv2D } from './conv2d';

const image = [[null, 28, 28, 1]] as const;

test('Conv2D shrinks by the kernel unless it pads', () => {
  const valid = callLayer(conv2D, [16, [3, 3]], {}, image);
  assert.deepEqual([valid.output, valid.parameters], ['(None, 26, 26, 16)', 160]);
  assert.equal(callLayer(conv2D, [16, 3], { padding: 'same' }, image).output, '(None, 28, 28, 16)');
  assert.equal(callLayer(conv2D, [16, 3], { padding: 'SAME', strides: 2 }, image).output, '(None, 14, 14, 16)');
  assert.equal(callLayer(conv2D, [16, 3], { use_bias: false }, image).parameters, 144);
});

test('Conv2D takes channels first, and keeps what is not known of a size', () => {
  const first = callLayer(conv2D, [8, 3], { data_format: 'channels_first' }, [[null, 3, 32, 20]]);
  assert.equal(first.output, '(None, 8, 30, 18)');
  assert.equal(callLayer(conv2D, [8, 3], {}, [[4, null, 20, 3]]).output, '(4, None, 18, 8)');
});

test('Conv2D tells why it shrinks', () => {
  const { explanation } = callLayer(conv2D, [16, 3], {}, image);
  assert.deepEqual(explanation?.formulas, ['⌊(28 - 3) / 1⌋ + 1 = 26']);
  assert.deepEqual(
    explanation?.defaults?.map(({ parameter, value, telling }) => [parameter, value, telling]),
    [['padding', '"valid"', true]],
  );
  assert.deepEqual(callLayer(conv2D, [16, 1], {}, image).explanation?.defaults, []);
  assert.deepEqual(callLayer(conv2D, [16, 3], { padding: 'valid' }, image).explanation?.defaults, []);
});

test('Conv2D refuses what the constructor of Keras refuses', () => {
  const refusedBy = (positional: readonly unknown[], keywords = {}) => {
    const { refused, phase } = callLayer(conv2D, positional, keywords, image);
    return `${refused} ${phase}`;
  };
  assert.equal(refusedBy([0, 3]), 'invalid-argument construct');
  assert.equal(refusedBy([8, [3, 3, 3]]), 'invalid-argument construct');
  assert.equal(refusedBy([8, 3], { padding: 'causal' }), 'invalid-argument construct');
  assert.equal(refusedBy([8, 3], { groups: 3 }), 'groups construct');
  assert.equal(refusedBy([8, 3], { strides: 2, dilation_rate: [1, 2] }), 'strides-dilation construct');
  assert.equal(refusedBy([8, 3], { activation: 'reluu' }), 'invalid-argument construct');
});

test('Conv2D refuses when it is built or called', () => {
  const on = (shape: readonly (number | null)[], positional: readonly unknown[] = [8, 3], keywords = {}) =>
    callLayer(conv2D, positional, keywords, [shape]).refused;
  assert.equal(on([null, 28, 28, 1], [8, 40]), 'negative-dimension');
  assert.equal(on([null, 28, 28]), 'wrong-rank');
  assert.equal(on([null, 28, 28, null]), 'undefined-weight-shape');
  assert.equal(on([null, 28, 28, 6], [8, 3], { groups: 4 }), 'groups');
  assert.equal(on([null, 28, 28, 1], [null, 3]), 'invalid-argument');
  const again = callLayer(conv2D, [8, 3], {}, [[null, 28, 28, 3]], { builtOn: image });
  assert.equal(again.refused, 'incompatible-shapes');
});

test('Conv2D with groups and with LoRA has other weights', () => {
  assert.equal(callLayer(conv2D, [8, 3], { groups: 2 }, [[null, 9, 9, 4]]).parameters, 3 * 3 * 2 * 8 + 8);
  const lora = callLayer(conv2D, [8, 3], { lora_rank: 2 }, [[null, 9, 9, 4]]);
  assert.equal(lora.parameters, 296 + 3 * 3 * 4 * 2 + 2 * 8);
});
