import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { show, testParser } from './testing';

/** Half-typed Python, and what becomes of it. */
const cases: readonly (readonly [text: string, trees: string])[] = [
  ['x =\ny = 1', 'Assign(targets=[x], value=ErrorExpression())\nAssign(targets=[y], value=1)'],
  ['x.\ny', 'Expr(value=ErrorExpression(parts=[x]))\nExpr(value=y)'],
  [
    'f(a, b[1\ny',
    'Expr(value=Call(func=f, args=[a, ErrorExpression(parts=[b, 1])], keywords=[{value=ErrorExpression()}]))\nExpr(value=y)',
  ],
  ['x = "abc\ny', 'Assign(targets=[x], value=ErrorExpression())\nExpr(value=y)'],
  ['x = """abc\ny', 'Assign(targets=[x], value=ErrorExpression())\nExpr(value=y)'],
  ['if x\n    y', 'If(test=ErrorExpression(parts=[x]), body=[Expr(value=y)])'],
  ['for i in\n    y', 'For(target=i, iter=ErrorExpression(parts=[ErrorExpression()]), body=[Expr(value=y)])'],
  [
    'def f(a, b:\n    y',
    'FunctionDef(name="f", parameters={args=[{name="a"}, {name="b"}], vararg={name=".args"}, kwarg={name=".kwargs"}}, body=[Expr(value=y)])',
  ],
  ['def f\ny', 'FunctionDef(name="f", parameters={vararg={name=".args"}, kwarg={name=".kwargs"}})\nExpr(value=y)'],
  ['class A(B\n    y', 'ClassDef(name="A", bases=[B, ErrorExpression()], body=[Expr(value=y)])'],
  ['with f() as\n    y', 'With(items=[{context=Call(func=f), target=ErrorExpression()}], body=[Expr(value=y)])'],
  ['from a import\ny', 'ImportFrom(module="a", level=0)\nExpr(value=y)'],
  ['from a import (b, c\ny', 'ImportFrom(module="a", names=[{name="b"}, {name="c"}], level=0)\nExpr(value=y)'],
  ['x = a if b\ny', 'Assign(targets=[x], value=IfExp(test=b, body=a, orelse=ErrorExpression()))\nExpr(value=y)'],
  ['[a for a\ny', 'Expr(value=ErrorExpression(parts=[a, a, ErrorExpression()]))\nExpr(value=y)'],
  [
    'f([\n    g(1,\n    h(2),\n])\ny',
    'Expr(value=Call(func=f, args=[List(elements=[Call(func=g, args=[1], keywords=[{value=ErrorExpression()}]), Call(func=h, args=[2])])]))\nExpr(value=y)',
  ],
  ['x = a, *b\ny', 'Assign(targets=[x], value=Tuple(elements=[a, Starred(value=b)]))\nExpr(value=y)'],
  ['x = a b\ny', 'ErrorStatement(targets=[x], expressions=[a, b])\nExpr(value=y)'],
  ['x y = a\nz', 'ErrorStatement(expressions=[x], body=[Assign(targets=[y], value=a)])\nExpr(value=z)'],
  ['f(a)) + b\ny', 'Expr(value=BinOp(op="+", left=Call(func=f, args=[a]), right=b))\nExpr(value=y)'],
  ['@\nx = 1', 'ErrorStatement()\nAssign(targets=[x], value=1)'],
  ['else:\n    y', 'ErrorStatement(body=[Expr(value=y)])'],
  ['foo bar:\n    y', 'ErrorStatement(expressions=[foo, bar], body=[Expr(value=y)])'],
  [
    'def f(a b):\n    y',
    'FunctionDef(name="f", body=[Expr(value=y)], parameters={args=[{name="a", default=ErrorExpression()}, {name="b", default=ErrorExpression()}], vararg={name=".args"}, kwarg={name=".kwargs"}})',
  ],
  [
    'def f():\n    a\nx =\n    b',
    'FunctionDef(name="f", parameters={}, body=[Expr(value=a), Assign(targets=[x], value=ErrorExpression()), Expr(value=b)])',
  ],
];

describe('repair', () => {
  for (const [text, trees] of cases) {
    it(text, async () => assert.equal(await show(text), trees));
  }

  it('says what is wrong where it is', async () => {
    const parser = await testParser();
    for (const [text, expected] of [
      ['x = f(1\ny = 1\n', ['( `(` is never closed.']],
      ['x = 1)\n', [') Nothing is open that `)` could close.']],
      ["x = 'a\n", ["' This string is not closed."]],
      ['x = """a\ny\n', ['""" This string is not closed.']],
      ['x =\n', ['x = This statement is not finished.']],
      ['a b\n', ['a b This is no Python statement.']],
      ['if a:\nb\n', ['if a: An indented block is missing here.']],
      ['a\n  b\n', ['b This line is indented, but no block begins before it.']],
      ['print "a"\n', ['print "a" In Python 3 `print` is a function: `print(…)`.']],
      ['f(a=1, b)\n', ['b A positional argument stands behind a keyword argument.']],
      ['del f()\n', ['f() Nothing can be assigned to this.']],
      ['def f(a=1, b): pass\n', ['b `b` needs a default: a parameter before it has one.']],
      ['x = 0777\n', ['0777 `0777` is no number in Python 3.']],
      ['x = 1, *y\ndef f(): return *x, 2\nfor a in *x, 3: f()\n', []],
    ] as const) {
      const { problems } = parser.parse(text);
      assert.deepEqual(
        problems.map(({ start, end, message }) => `${text.slice(start, end)} ${message}`),
        expected,
      );
    }
  });

  it('finds the triple quote that was left open', async () => {
    const parser = await testParser();
    const head =
      '"""Title\n\nSome words about it.\n"""\nimport a\n\ndef f(x):\n    """Adds one.\n\n    More words.\n    """\n';
    const tail = '    return x + 1\n\ndef g(y):\n    """Adds two."""\n    return f(f(y))\n\nz = g(1)\n';
    for (const line of ['    """\n', '    s = """abc\n', "    '''\n", '    """Words\n']) {
      const { items } = parser.parse(head + line + tail);
      assert.deepEqual(
        items.map(({ statement }) => statement.kind),
        ['Expr', 'Import', 'FunctionDef', 'FunctionDef', 'Assign'],
      );
    }
  });
});
