import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chunks, split } from './split';

/** The texts of a text's chunks. */
function texts(text: string): string[] {
  return split(text, { start: 0, end: text.length }, () => true)
    .map(({ start, end }) => text.slice(start, end))
    .filter((chunk) => chunk !== '');
}

describe('split', () => {
  it('gives one chunk for each top-level statement', () => {
    assert.deepEqual(texts('# a\nx = 1\n\nif x:\n    y\n# b\nelse:\n    z\n@f\n# c\n@g\ndef h():\n    pass\nx; y\n'), [
      'x = 1',
      'if x:\n    y\n# b\nelse:\n    z',
      '@f\n# c\n@g\ndef h():\n    pass',
      'x; y',
    ]);
  });

  it('reads strings, brackets and joined lines as Python does', () => {
    const statements = [
      'x = (1,\n2, """\ny = 1\n""", # )\n[\n3])',
      "x = 'a\\\nb' \\\n  + c",
      `x = f"{a["b"]:{c}}}}" f'''{\n1}\n'''`,
      String.raw`x = r'\' '`.slice(0, -2),
      'x = """a\\"""\n"""',
      'x = b\'\\\'\' rb"\\""',
    ];
    for (const statement of statements) assert.deepEqual(texts(`${statement}\ny = 2\n`), [statement, 'y = 2']);
  });

  it('ends open brackets and strings at the line where the next statement begins', () => {
    for (const line of [
      'x = f(1,',
      'x = [f(',
      'x = "a',
      'x = f"{a',
      'x = f(]',
      'def f(a',
      'x = {"a": (',
      "x = f'{a:{b",
    ]) {
      assert.deepEqual(texts(`${line}\ny = 2\n\nclass A:\n    pass\n`), [line, 'y = 2', 'class A:\n    pass']);
    }
    assert.deepEqual(texts('x = f(\n    1,\n    g(2\ny = 2\n'), ['x = f(\n    1,\n    g(2', 'y = 2']);
    assert.deepEqual(texts('x = f(\ndef g(): pass\n)\n'), ['x = f(', 'def g(): pass', ')']);
  });

  it('keeps a line in the wrong column with the statement that it interrupts', () => {
    assert.deepEqual(texts('def f():\n    a\nx =\n    b\ny\n'), ['def f():\n    a\nx =\n    b', 'y']);
    assert.deepEqual(texts('if a:\n    b\nx =\nelse:\n    c\ny\n'), ['if a:\n    b\nx =\nelse:\n    c', 'y']);
  });

  it('tells how far it has looked', () => {
    const text = 'x = 1\ny = (2\nz = 3\n';
    const reaches = [...chunks(text, 0, text.length, -1)].map(({ reach }) => reach);
    assert.ok((reaches[0] ?? 0) < text.indexOf('z'));
    assert.equal(reaches[1], text.length);
  });
});
