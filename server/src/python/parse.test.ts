import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { ParsedModule } from './ast';
import { HOLE } from './hole';
import { serialize, show, testParser } from './testing';

const FIXTURES = readdirSync('test-fixtures/half-typed').map((file) =>
  readFileSync(`test-fixtures/half-typed/${file}`, 'utf8'),
);

describe('parse', () => {
  it('gives top-level statements with their places and texts, comments and no problems', async () => {
    const text = '# a\nx = 1  # b\n\n@f\ndef g():\n    # c\n    return 1\n# d\ny; z\n';
    const { items, comments, problems } = (await testParser()).parse(text);
    assert.deepEqual(
      items.map(({ start, length, text: own }) => [text.slice(start, start + length) === own, own]),
      [
        [true, 'x = 1'],
        [true, '@f\ndef g():\n    # c\n    return 1'],
        [true, 'y'],
        [true, 'z'],
      ],
    );
    assert.deepEqual(
      comments.map((comment) => [text.slice(comment.start, comment.end), comment.text]),
      [
        ['# a', '# a'],
        ['# b', '# b'],
        ['# c', '# c'],
        ['# d', '# d'],
      ],
    );
    assert.deepEqual(problems, []);
  });

  it('counts offsets from the top-level statement, in UTF-16 code units', async () => {
    const { items } = (await testParser()).parse("a = '😀'; bé = '😀' + c\n");
    const statement = items[1]?.statement;
    assert.equal(items[1]?.start, 10);
    assert.ok(statement?.kind === 'Assign' && statement.value.kind === 'BinOp');
    const { start, end, right } = statement.value;
    assert.deepEqual([start, end, right.start, right.end], [5, 13, 12, 13]);
  });

  it('ends statements where CPython does', async () => {
    const text = 'if a:\n    b;  # c\n    # d\n\nelse:\n    f(\n    )\n# e\nclass A: x = (1); y = (2)\nx = (1), (2),\n';
    const { items } = (await testParser()).parse(text);
    assert.deepEqual(
      items.map((item) => item.text),
      ['if a:\n    b;  # c\n    # d\n\nelse:\n    f(\n    )', 'class A: x = (1); y = (2)', 'x = (1), (2),'],
    );
  });

  it('reads line ends of every kind, byte order marks, form feeds and tabs', async () => {
    for (const text of ['x = 1\r\ny = 2\r\n', 'x = 1\ry = 2\r', '\ufeffx = 1\ny = 2', '\fx = 1\n\f\ny = 2\n']) {
      assert.equal(await show(text), 'Assign(targets=[x], value=1)\nAssign(targets=[y], value=2)');
    }
    assert.match(await show('if x:\n\ty\n\tif z:\n\t\tw\n'), /^If\(test=x, body=\[Expr\(value=y\), If\(/);
  });
});

describe('parsing again', () => {
  it('keeps the items that were not touched, and moves them', async () => {
    const parser = await testParser();
    const first = parser.parse('a = 1\nb = 2\n\ndef f():\n    return a\n\nc = 3\n');
    const [a, b, f, c] = first.items;
    const second = parser.parse('a = 1\nnew = (\n  0)\nb = 22\n\ndef f():\n    return a\n\nc = 3\n', first);
    assert.equal(second.items[0], a);
    assert.notEqual(second.items[2], b);
    assert.equal(second.items[3], f);
    assert.equal(second.items[4], c);
    assert.equal(c?.start, second.text.indexOf('c = 3'));
  });

  it('keeps items that moved, and all of them when only comments and blank lines change', async () => {
    const parser = await testParser();
    const first = parser.parse('a = 1\nb = 2\nc = 3\n');
    const [a, b, c] = first.items;
    const second = parser.parse('# x\nc = 3  # y\n\n\na = 1\nb = 2', first);
    assert.deepEqual(
      second.items.map((item) => [a, b, c].indexOf(item)),
      [2, 0, 1],
    );
  });

  it('has items of its own for each of two equal statements', async () => {
    const parser = await testParser();
    const first = parser.parse('f()\nf()\n');
    const second = parser.parse('f()\nf()\nf()\n', first);
    assert.equal(new Set(second.items).size, 3);
  });

  it('parses from scratch when the earlier module is stale', async () => {
    const parser = await testParser();
    const first = parser.parse('a = 1\nb = 2\n');
    parser.parse('a = 1\n\nb = 2\n', first);
    assert.equal(serialize(parser.parse('b = 2\na = 1\n', first)), serialize(parser.parse('b = 2\na = 1\n')));
  });

  it('shows what a text would be, and goes back', async () => {
    const parser = await testParser();
    const text = 'a = 1\nb = 2\nc = 3\n';
    const module = parser.parse(text);
    const before = serialize(module);
    const other = 'a = 1\n\n\nnew = 1\nc = 3\n';
    parser.preview(other, module, (preview) => assert.equal(serialize(preview), serialize(parser.parse(other))));
    assert.throws(() => parser.preview('', module, () => assert.fail('looked')));
    assert.equal(serialize(module), before);
    assert.equal(parser.parse(`${text}d`, module).items[0], module.items[0]);
  });

  it('gives what parsing from scratch gives, whatever is typed', async () => {
    const parser = await testParser();
    const random = randomNumbers(1);
    for (const original of FIXTURES) {
      let text = original;
      let module: ParsedModule = parser.parse(text);
      for (let i = 0; i < 150; i++) {
        text = i % 40 === 39 ? original : edit(text, random);
        module = parser.parse(text, module);
        if (i % 3 === 0) assert.equal(serialize(module), serialize(parser.parse(text)));
        for (const { start, length, text: own } of module.items) assert.equal(text.slice(start, start + length), own);
        module.items.reduce((end, { start, length }) => {
          assert.ok(start >= end, 'items overlap');
          return start + length;
        }, 0);
      }
    }
  });
});

describe('any text', () => {
  it('is parsed', async () => {
    const parser = await testParser();
    const many = (part: string, count = 2000): string => part.repeat(count);
    const texts = [
      '\0',
      'x = 1\0\ny = 2\n',
      '\ud800 = "\udc00"\n',
      HOLE,
      '\\',
      'x = \\',
      '"',
      'f"{',
      "f'{a:{b!r:",
      many('(\n'),
      many(')\n'),
      many('"""\n'),
      many('\'\'\'"""\n'),
      many("'\n"),
      many('@a\n'),
      many('\\\n'),
      many('else:\n'),
      many('a '),
      many('\t'),
      many('f"{'),
      many('if x: '),
      many('lambda: '),
      many('x = '),
      many('def f(\nclass A\nfor\n'),
      Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i)}if x:\n`).join(''),
      'match x:\n  foo\n  case 1:\n    y\n',
      'if x:\n  y\n else:\n  z\n',
    ];
    for (const text of texts) {
      const module = parser.parse(text);
      for (const { start, length } of module.items) assert.ok(start >= 0 && start + length <= text.length);
      for (const { start, end } of module.problems) assert.ok(start >= 0 && start <= end && end <= text.length);
      parser.parse(`${text}\nx = 1\n`, module);
    }
  });

  it('is parsed at every moment of being typed', async () => {
    const parser = await testParser();
    const text = FIXTURES.map((fixture) => fixture.slice(0, 1500)).join('');
    let module = parser.parse('');
    for (let length = 0; length <= text.length; length++) module = parser.parse(text.slice(0, length), module);
    assert.equal(serialize(module), serialize(parser.parse(text)));
  });
});

/** Numbers from 0 up to a limit, the same in every run. */
function randomNumbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % limit;
  };
}

const TYPED = [
  '(',
  ')',
  '[',
  ']',
  '{',
  '"',
  '"""',
  "'",
  '\n',
  '\n    ',
  ':',
  '=',
  'x',
  'def f(a):\n',
  'else:\n',
  '@',
  '\\',
  '#',
  'f"',
  '{x',
  '\t',
  '\r',
  '\0',
  '😀',
  ';',
  ',',
  '.',
  'lambda ',
  'print "a"',
  'class A:\n',
  'try:\n',
];

function edit(text: string, random: (limit: number) => number): string {
  const at = random(text.length + 1);
  switch (random(4)) {
    case 0:
      return text.slice(0, at) + text.slice(at + random(30));
    case 1: {
      const from = random(text.length + 1);
      return text.slice(0, at) + text.slice(from, from + random(100)) + text.slice(at);
    }
    default:
      return text.slice(0, at) + TYPED[random(TYPED.length)] + text.slice(at);
  }
}
