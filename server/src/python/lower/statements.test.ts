import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { show } from '../testing';

/** Python and the tree that CPython makes of it, without places. */
const trees: readonly (readonly [source: string, tree: string])[] = [
  ['a = b = c, d', 'Assign(targets=[a, b], value=Tuple(elements=[c, d]))'],
  ['a: int = 3', 'AnnAssign(target=a, annotation=int, value=3)'],
  ['a.b[c] += 1', 'AugAssign(target=Subscript(value=Attribute(value=a, attr="b"), slice=c), op="+", value=1)'],
  ['import a.b as c, d', 'Import(names=[{name="a.b", asname="c"}, {name="d"}])'],
  ['from . import a as b', 'ImportFrom(module="", names=[{name="a", asname="b"}], level=1)'],
  ['from ..a.b import *', 'ImportFrom(module="a.b", names=[{name="*"}], level=2)'],
  ['from __future__ import annotations', 'ImportFrom(module="__future__", names=[{name="annotations"}], level=0)'],
  ['global a, b', 'Global(names=["a", "b"])'],
  ['del a, b[c]', 'Delete(targets=[a, Subscript(value=b, slice=c)])'],
  ['raise A from b', 'Raise(exc=A, cause=b)'],
  ['assert a, b', 'Assert(test=a, msg=b)'],
  ['type X[T] = list[T]', 'TypeAlias(name="X", value=Subscript(value=list, slice=T), typeParameters=["T"])'],
  ['a; b; c', 'Expr(value=a)\nExpr(value=b)\nExpr(value=c)'],
  ['pass', 'Pass()'],
  ['nonlocal a', 'Nonlocal(names=["a"])'],
  ['return', 'Return()'],
  ['return a, *b', 'Return(value=Tuple(elements=[a, Starred(value=b)]))'],
  ['x = y = yield', 'Assign(targets=[x, y], value=Yield())'],
  ['x += yield a', 'AugAssign(target=x, op="+", value=Yield(value=a))'],
  [
    'a: b[c] | d | e[f] | None',
    'AnnAssign(target=a, annotation=BinOp(op="|", left=BinOp(op="|", left=BinOp(op="|", left=Subscript(value=b, slice=c), right=d), right=Subscript(value=e, slice=f)), right=None))',
  ],
  ['type = type(a).b', 'Assign(targets=[type], value=Attribute(value=Call(func=type, args=[a]), attr="b"))'],
  ['type(a).b = c', 'Assign(targets=[Attribute(value=Call(func=type, args=[a]), attr="b")], value=c)'],
  ['print "a", b', 'Expr(value=ErrorExpression(parts=["a", b]))'],
  ['print >>f, a', 'Expr(value=Tuple(elements=[BinOp(op=">>", left=print, right=f), a]))'],
  ['exec "a"', 'Expr(value=ErrorExpression(parts=["a"]))'],
  ['a.b: c', 'AnnAssign(target=Attribute(value=a, attr="b"), annotation=c)'],
  ['a, = b', 'Assign(targets=[Tuple(elements=[a])], value=b)'],
  ['[a, (b, *c)] = d', 'Assign(targets=[List(elements=[a, Tuple(elements=[b, Starred(value=c)])])], value=d)'],
  ['break; continue', 'Break()\nContinue()'],
];

describe('simple statements', () => {
  for (const [source, tree] of trees) {
    it(source, async () => assert.equal(await show(source), tree));
  }
});
