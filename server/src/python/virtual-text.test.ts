import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { blank, compose } from './virtual-text';

describe('virtual text', () => {
  it('inserts, blanks, and takes every offset back', () => {
    const source = 'ab(cd]ef';
    const { text, toSource } = compose(
      source,
      1,
      7,
      [
        { at: 5, text: 'XY' },
        { at: 5, text: ')' },
        { at: 1, text: '_' },
      ],
      [{ start: 5, end: 6 }],
    );
    assert.equal(text, '_b(cdXY) e');
    assert.deepEqual(
      [...text, ''].map((_, offset) => toSource(offset)),
      [1, 1, 2, 3, 4, 5, 5, 5, 5, 6, 7],
    );
  });

  it('blanks parts that overlap once', () => {
    assert.equal(
      blank('abcdef', [
        { start: 3, end: 5 },
        { start: 1, end: 4 },
      ]),
      'a    f',
    );
  });
});
