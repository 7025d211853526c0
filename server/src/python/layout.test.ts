import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type LineLayout, layOut } from './layout';

/** What becomes of each line: `+n` blanks before it, `orphan`, or the beginning of a problem. */
function placed(text: string): string[] {
  const lines = text.split('\n').map((line): LineLayout => {
    const code = line.trimStart();
    const indentation = line.slice(0, line.length - code.length);
    const indent = [...indentation].reduce((column, char) => column + (char === '\t' ? 8 - (column % 8) : 1), 0);
    return { indent, indentation, word: /^\w+|^@/.exec(code)?.[0] ?? '', isHeader: code.endsWith(':') };
  });
  return layOut(lines).map(({ indentBy, isOrphan, problem }) => {
    if (indentBy !== '') return `+${indentBy.length}`;
    return isOrphan ? 'orphan' : (problem?.slice(0, 12) ?? '');
  });
}

describe('layout', () => {
  it('leaves sound blocks alone', () => {
    const text =
      'class A:\n  def f():\n    if x:\n      y\n    elif z:\n      y\n    else:\n      y\n  @a\n  def g():\n    y\nx';
    assert.deepEqual(new Set(placed(text)), new Set(['']));
    const more = 'try:\n  a\nexcept:\n  b\nelse:\n  c\nfinally:\n  d\nfor a in b:\n  c\nelse:\n  d';
    assert.deepEqual(new Set(placed(more)), new Set(['']));
    assert.deepEqual(new Set(placed('if a:\n  b\nif c: d\nelif e: f\nelse: g')), new Set(['']));
  });

  it('puts a line in the wrong column back into its block', () => {
    assert.deepEqual(placed('def f():\n    a\nx =\n    b'), ['', '', '+4', '']);
    assert.deepEqual(placed('if a:\n    b\nx =\nelse:\n    c'), ['', '', '+4', '', '']);
  });

  it('finds clauses and decorators of nothing', () => {
    assert.deepEqual(placed('a\nelse:\n  b'), ['', 'orphan', '']);
    assert.deepEqual(placed('for a in b:\n  c\nelif d:\n  e'), ['', '', 'orphan', '']);
    assert.deepEqual(placed('@a\nb'), ['orphan', '']);
  });

  it('finds what CPython calls unexpected or inconsistent', () => {
    assert.deepEqual(placed('a\n  b'), ['', 'This line is']);
    assert.deepEqual(placed('if a:\n    b\n  c'), ['', '', 'This line is']);
    assert.deepEqual(placed('if a:\n\tb\n        c'), ['', '', 'Tabs and bla']);
  });
});
