import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dynamic } from '../shapes/dimension';
import { agreement, correctedText, shapeComment } from './comments';

function told(text: string): string | null {
  const found = shapeComment({ start: 100, end: 100 + text.length, text });
  return found && text.slice(found.span.start - 100, found.span.end - 100);
}

describe('shape comments', () => {
  for (const [text, shape] of [
    ['# (4, 4, 8)', '(4, 4, 8)'],
    ['# (None, 14, 14, 16)', '(None, 14, 14, 16)'],
    ['# -> (14, 14, 16)', '(14, 14, 16)'],
    ['# shape: (128,)', '(128,)'],
    ['# output shape is (None, 10)', '(None, 10)'],
    ['# at this point the representation is (4, 4, 8) i.e. 128-dimensional', '(4, 4, 8)'],
    ['# (28, 28, 1) -> (14, 14, 16)', '(14, 14, 16)'],
    ['#(7,7,32)', '(7,7,32)'],
    ['# [None, 7, 7, 32]', '[None, 7, 7, 32]'],
    ['# (B, T, C)', '(B, T, C)'],
    ['# (batch_size, num_tokens, 64)', '(batch_size, num_tokens, 64)'],
    ['# shape: (batch, 128)', '(batch, 128)'],
    ['# Shape: (h, w, c)', '(h, w, c)'],
    ['# B, T, C', 'B, T, C'],
    ['# -> 7x7x64', '7x7x64'],
    ['# 14×14×16', '14×14×16'],
    ['# 28x28 -> 14x14', '14x14'],
  ] as const) {
    test(`are read: ${text}`, () => assert.equal(told(text), shape));
  }

  for (const text of [
    '# x = layers.Reshape((4, 4, 8))(x)',
    '# shape=(4, 4, 8)',
    '# a kernel of (3, 3)',
    '# input shape (28, 28, 1)',
    '# the output was (4, 4, 8) before',
    '# e.g. output (4, 4, 8)',
    '# see section (3, 2)',
    '# (3)',
    '# range (0, 255)',
    '# f (4, 4)[0]',
    '# size (4, 4, 8) or (8, 8, 4)',
    '# TODO (1, 2)',
    '# pool output (2, 2)',
    '# 3x3',
    '# 3x3x3 convolution',
    '# (height, width)',
    '# (x, y)',
    '# (a, b, c)',
    '# A, B',
    '# see A, B, C for more',
    '# call f(B, T)',
    '# 2x2 pooling of 7x7x64',
    '# TODO',
    '# (B, T, C) and so on',
  ]) {
    test(`are not: ${text}`, () => assert.equal(told(text), null));
  }

  const batch = dynamic('batch');
  test('are corrected in their own form', () => {
    const corrected = (text: string) => {
      const comment = { start: 0, end: text.length, text };
      const found = shapeComment(comment);
      return found && correctedText(text.slice(found.span.start, found.span.end), found, [batch, 14, 14, 16]);
    };
    assert.equal(corrected('# (None, 7, 7, 16)'), '(None, 14, 14, 16)');
    assert.equal(corrected('# [7, 7, 16]'), '[14, 14, 16]');
    assert.equal(corrected('# -> 7x7x16'), '14x14x16');
    assert.equal(corrected('# (B, 7, W, C)'), '(B, 14, W, C)');
  });

  test('agree with all of a shape, or with all but its batch', () => {
    assert.equal(agreement([4, 4, 8], [batch, 4, 4, 8]), 'agrees');
    assert.equal(agreement([null, 4, 4, 8], [batch, 4, 4, 8]), 'agrees');
    assert.equal(agreement([32, 4, 4, 8], [batch, 4, 4, 8]), 'agrees');
    assert.equal(agreement([4, 4, 9], [batch, 4, 4, 8]), 'contradicts');
    assert.equal(agreement([4, 4], [batch, 4, 4, 8]), 'unrelated');
    assert.equal(agreement(['B', 'T', 'C'], [batch, 10, 8]), 'agrees');
    assert.equal(agreement(['B', 'T', 8], [batch, 10, 9]), 'contradicts');
    assert.equal(agreement(['B', 'T', 'T'], [batch, 10, 10]), 'agrees');
    assert.equal(agreement(['B', 'T', 'T'], [batch, 10, 9]), 'contradicts');
  });
});
