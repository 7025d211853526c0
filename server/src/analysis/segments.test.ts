import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { readParserFiles } from '../node/wasm';
import type { ParsedModule } from '../python/ast';
import { createParser, type PythonParser } from '../python/parse';
import { mapSpan, Segments } from './segments';

describe('segments', () => {
  let parser: PythonParser;
  before(async () => {
    parser = await createParser(readParserFiles());
  });

  /** What is run after typing the texts one after the other; `~` before what is older than the text. */
  function run(...texts: string[]): string[] {
    let module: ParsedModule | undefined;
    let segments: Segments | undefined;
    let text = '';
    for (const next of texts) {
      const parsed = parser.parse(next, module);
      segments = segments?.next(text, parsed).segments ?? Segments.fresh(parsed);
      [module, text] = [parsed, next];
    }
    return (segments?.all ?? []).flatMap((segment) =>
      segment.run.map((item) => (segment.stale ? `~${item.text}` : item.text)),
    );
  }

  test('are the statements of a text that is whole', () => {
    assert.deepEqual(run('a = 1\nb = 2\n'), ['a = 1', 'b = 2']);
    assert.deepEqual(run('a = 1\nb = 2\n', 'a = 3\nb = 2\n'), ['a = 3', 'b = 2']);
  });

  test('keep what stood where a statement is half typed', () => {
    assert.deepEqual(run('a = f(1)\nb = 2\n', 'a = f(1\nb = 2\n'), ['~a = f(1)', 'b = 2']);
    assert.deepEqual(run('a = f(1)\nb = 2\n', 'a = f(1\nb = 2\n', 'a = f(1,\nb = 2\n'), ['~a = f(1)', 'b = 2']);
  });

  test('run the new statement as soon as it is whole', () => {
    assert.deepEqual(run('a = f(1)\nb = 2\n', 'a = f(1\nb = 2\n', 'a = f(2)\nb = 2\n'), ['a = f(2)', 'b = 2']);
  });

  test('leave the others alone while one is added', () => {
    assert.deepEqual(run('a = 1\nb = 2\n', 'a = 1\nc = f(\nb = 2\n'), ['a = 1', 'b = 2']);
  });

  test('keep an older statement while others are edited', () => {
    const texts = ['a = f(1)\nb = 2\nc = 3\n', 'a = f(1\nb = 2\nc = 3\n', 'a = f(1\nb = 2\nc = 4\n'];
    assert.deepEqual(run(...texts), ['~a = f(1)', 'b = 2', 'c = 4']);
  });

  test('do not stand in for one statement with another that has the same text and is still there', () => {
    const texts = ['x = f(1)\ny = 2\nx = f(1) # a\nz = 3\n', 'x = f(1\ny = 2\nx = f(1) # b\nz = 3\n'];
    assert.equal(run(...texts).filter((text) => text === '~x = f(1)').length, 0);
    assert.deepEqual(run(...texts).slice(1), ['y = 2', 'x = f(1)', 'z = 3']);
  });

  test('run what can be read of a text that was never whole', () => {
    assert.equal(run('a = f(\nb = 2\n').at(-1), 'b = 2');
  });
});

describe('spans of an older text', () => {
  const check = (older: string, newer: string, part: string, expected: string | null) => {
    const start = older.indexOf(part);
    const found = mapSpan(older, newer, { start, end: start + part.length });
    assert.equal(found && newer.slice(found.start, found.end), expected);
  };

  test('stand still before an edit and move behind it', () => {
    check('f(a, b)(x)', 'f(a, bcd)(x)', 'f(a', 'f(a');
    check('f(a, b)(x)', 'f(a, bcd)(x)', '(x)', '(x)');
  });
  test('grow around an edit', () => check('f(a, b)(x)', 'f(a, b, c)(x)', 'f(a, b)', 'f(a, b, c)'));
  test('are gone where their ends were edited', () => check('f(abc)', 'f(xyz)', 'b', null));
});
