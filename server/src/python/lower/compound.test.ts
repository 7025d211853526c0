import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { show } from '../testing';

/** Python and the tree that CPython makes of it, without places. */
const trees: readonly (readonly [source: string, tree: string])[] = [
  [
    'for a, b in c:\n    pass\nelse:\n    d',
    'For(target=Tuple(elements=[a, b]), iter=c, body=[Pass()], orelse=[Expr(value=d)])',
  ],
  ['async for a in b: c', 'For(target=a, iter=b, body=[Expr(value=c)], isAsync=true)'],
  ['while a: b', 'While(test=a, body=[Expr(value=b)])'],
  [
    'if a:\n    b\nelif c:\n    d\nelse:\n    e',
    'If(test=a, body=[Expr(value=b)], orelse=[If(test=c, body=[Expr(value=d)], orelse=[Expr(value=e)])])',
  ],
  ['with a as b, c: d', 'With(items=[{context=a, target=b}, {context=c}], body=[Expr(value=d)])'],
  ['with (a as b, c as d): e', 'With(items=[{context=a, target=b}, {context=c, target=d}], body=[Expr(value=e)])'],
  ['with (a, b): c', 'With(items=[{context=a}, {context=b}], body=[Expr(value=c)])'],
  ['with (a, b) as c: d', 'With(items=[{context=Tuple(elements=[a, b]), target=c}], body=[Expr(value=d)])'],
  [
    'try:\n    a\nexcept E as e:\n    b\nexcept (F, G):\n    c\nelse:\n    d\nfinally:\n    e',
    'Try(body=[Expr(value=a)], handlers=[{type=E, name="e", body=[Expr(value=b)]}, {type=Tuple(elements=[F, G]), body=[Expr(value=c)]}], orelse=[Expr(value=d)], finalbody=[Expr(value=e)])',
  ],
  ['try:\n    a\nexcept* E: b', 'Try(body=[Expr(value=a)], handlers=[{type=E, body=[Expr(value=b)]}], isStar=true)'],
  [
    '@a.b(c)\nasync def f(x: int = 1, *, y) -> z:\n    return x, y',
    'FunctionDef(name="f", decorators=[Call(func=Attribute(value=a, attr="b"), args=[c])], parameters={args=[{name="x", annotation=int, default=1}], kwonly=[{name="y"}]}, body=[Return(value=Tuple(elements=[x, y]))], returns=z, isAsync=true)',
  ],
  [
    'class A(B, metaclass=M):\n    x = 1',
    'ClassDef(name="A", bases=[B], keywords=[{arg="metaclass", value=M}], body=[Assign(targets=[x], value=1)])',
  ],
  [
    'def f[T: int, *Ts, U = str](x: T): pass',
    'FunctionDef(name="f", typeParameters=["T", "Ts", "U"], parameters={args=[{name="x", annotation=T}]}, body=[Pass()])',
  ],
  ['with (yield a): b', 'With(items=[{context=Yield(value=a)}], body=[Expr(value=b)])'],
  ['with (a): b', 'With(items=[{context=a}], body=[Expr(value=b)])'],
  ['if a: b; c', 'If(test=a, body=[Expr(value=b), Expr(value=c)])'],
  [
    'def f(a, b=1, /, *args: int, c, d=2, **kw): ...',
    'FunctionDef(name="f", parameters={posonly=[{name="a"}, {name="b", default=1}], vararg={name="args", annotation=int}, kwonly=[{name="c"}, {name="d", default=2}], kwarg={name="kw"}}, body=[Expr(value=...)])',
  ],
  ['class A: pass', 'ClassDef(name="A", body=[Pass()])'],
  ['@a\n@b\nclass A: pass', 'ClassDef(name="A", decorators=[a, b], body=[Pass()])'],
  ['while a:\n    if b: break\nelse: c', 'While(test=a, body=[If(test=b, body=[Break()])], orelse=[Expr(value=c)])'],
];

describe('compound statements', () => {
  for (const [source, tree] of trees) {
    it(source, async () => assert.equal(await show(source), tree));
  }
});
