import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Matcher, TooManySteps } from './match';
import { PatternError, parsePattern } from './parse';

const FLAGS = { ignoreCase: false, multiline: false, dotAll: false, verbose: false, ascii: false };

function search(pattern: string, text: string): readonly (readonly [number, number] | null)[] | null {
  const points = Array.from(text);
  return new Matcher(parsePattern(pattern, FLAGS), points, points.length).search(0)?.spans ?? null;
}

test('matches as Python does', () => {
  assert.deepEqual(search('a(b)?c', 'xac'), [[1, 3], null]);
  assert.deepEqual(search('(a|ab)(c|bcd)', 'abcd'), [
    [0, 4],
    [0, 1],
    [1, 4],
  ]);
  assert.deepEqual(search('(?:(a)|b)*', 'ab'), [
    [0, 2],
    [0, 1],
  ]);
  assert.deepEqual(search('(?<=ab)c', 'abc'), [[2, 3]]);
  assert.deepEqual(search('a++b', 'aab'), [[0, 3]]);
  assert.equal(search('(?>a*)a', 'aaa'), null);
  assert.equal(search('a++a', 'aaa'), null);
  assert.deepEqual(search('(a)?(?(1)b|c)', 'c'), [[0, 1], null]);
});

test('patterns that Python refuses say why and where', () => {
  for (const [pattern, message, position] of [
    ['(', 'missing ), unterminated subpattern', 0],
    ['a)', 'unbalanced parenthesis', 1],
    ['*a', 'nothing to repeat', 0],
    ['a**', 'multiple repeat', 2],
    ['[z-a]', 'bad character range z-a', 1],
    ['(?<=a*)b', 'look-behind requires fixed-width pattern', null],
  ] as const) {
    assert.throws(
      () => parsePattern(pattern, FLAGS),
      (error: unknown) =>
        error instanceof PatternError && error.refused && error.message === message && error.position === position,
      pattern,
    );
  }
});

test('gives up where backtracking explodes', () => {
  assert.throws(
    () => search('(a|aa)+$', `${'a'.repeat(60)}b`),
    (error: unknown) => error instanceof TooManySteps,
  );
});
