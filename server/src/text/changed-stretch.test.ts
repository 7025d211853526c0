import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedStretch } from './changed-stretch';

const LONG = 'abcdefghij'.repeat(1000);

const CASES: readonly (readonly [what: string, older: string, newer: string, cut: string, put: string])[] = [
  ['nothing', 'abc', 'abc', '', ''],
  ['an insertion', 'abc', 'abXc', '', 'X'],
  ['a removal at the end', 'abc', 'ab', 'c', ''],
  ['a doubled letter', 'aab', 'aaab', '', 'a'],
  ['everything', 'abc', '', 'abc', ''],
  ['a letter in the middle of a long text', `${LONG}1${LONG}`, `${LONG}2${LONG}`, '1', '2'],
  ['an insertion between equal blocks', LONG + LONG, `${LONG}!${LONG}`, '', '!'],
  ['a long text that grows by itself', LONG, LONG + LONG, '', LONG],
  ['a long text that shrinks', LONG + LONG, LONG, LONG, ''],
];

for (const [what, older, newer, cut, put] of CASES) {
  test(`the stretch that differs: ${what}`, () => {
    const changed = changedStretch(older, newer);
    assert.equal(older.slice(changed.older.start, changed.older.end), cut);
    assert.equal(newer.slice(changed.newer.start, changed.newer.end), put);
    assert.equal(
      older.slice(0, changed.older.start) +
        newer.slice(changed.newer.start, changed.newer.end) +
        older.slice(changed.older.end),
      newer,
    );
  });
}
