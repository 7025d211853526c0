import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { show, testParser } from '../testing';

/** Python and the tree that CPython makes of it, without places. */
const trees: readonly (readonly [source: string, tree: string])[] = [
  ['a.b.c', 'Expr(value=Attribute(value=Attribute(value=a, attr="b"), attr="c"))'],
  [
    'f(a, *b, c=1, **d)',
    'Expr(value=Call(func=f, args=[a, Starred(value=b)], keywords=[{arg="c", value=1}, {value=d}]))',
  ],
  [
    'f(x for x in y)',
    'Expr(value=Call(func=f, args=[Comprehension(type="generator", element=x, generators=[{target=x, iter=y}])]))',
  ],
  [
    'a[1, 2:3, ::4, ...]',
    'Expr(value=Subscript(value=a, slice=Tuple(elements=[1, Slice(lower=2, upper=3), Slice(step=4), ...])))',
  ],
  ['a[*b]', 'Expr(value=Subscript(value=a, slice=Tuple(elements=[Starred(value=b)])))'],
  ['a[1,]', 'Expr(value=Subscript(value=a, slice=Tuple(elements=[1])))'],
  [
    '-x ** 2 + ~y',
    'Expr(value=BinOp(op="+", left=UnaryOp(op="-", operand=BinOp(op="**", left=x, right=2)), right=UnaryOp(op="~", operand=y)))',
  ],
  [
    'a & b ^ c | d',
    'Expr(value=BinOp(op="|", left=BinOp(op="^", left=BinOp(op="&", left=a, right=b), right=c), right=d))',
  ],
  [
    'a + b * c - d',
    'Expr(value=BinOp(op="-", left=BinOp(op="+", left=a, right=BinOp(op="*", left=b, right=c)), right=d))',
  ],
  ['await x ** 2', 'Expr(value=BinOp(op="**", left=Await(value=x), right=2))'],
  [
    'not a == b < c is not d not in e',
    'Expr(value=UnaryOp(op="not", operand=Compare(left=a, ops=["==", "<", "is not", "not in"], comparators=[b, c, d, e])))',
  ],
  ['a and b and c or d', 'Expr(value=BoolOp(op="or", values=[BoolOp(op="and", values=[a, b, c]), d]))'],
  ['a if b else c', 'Expr(value=IfExp(test=b, body=a, orelse=c))'],
  ['(y := 1)', 'Expr(value=NamedExpr(target=y, value=1))'],
  [
    'lambda a, /, b=1, *args, c, **kw: a',
    'Expr(value=Lambda(parameters={posonly=[{name="a"}], args=[{name="b", default=1}], vararg={name="args"}, kwonly=[{name="c"}], kwarg={name="kw"}}, body=a))',
  ],
  [
    '(1, 2), [1], {1}, {1: 2, **a}, ()',
    'Expr(value=Tuple(elements=[Tuple(elements=[1, 2]), List(elements=[1]), Set(elements=[1]), Dict(items=[{key=1, value=2}, {value=a}]), Tuple()]))',
  ],
  [
    '[a async for b, c in d if e if f for g in h]',
    'Expr(value=Comprehension(type="list", element=a, generators=[{target=Tuple(elements=[b, c]), iter=d, ifs=[e, f], isAsync=true}, {target=g, iter=h}]))',
  ],
  ['{a: b for a in c}', 'Expr(value=Comprehension(type="dict", element=a, value=b, generators=[{target=a, iter=c}]))'],
  ['*a, *f(b)', 'Expr(value=Tuple(elements=[Starred(value=a), Starred(value=Call(func=f, args=[b]))]))'],
  ['x = yield', 'Assign(targets=[x], value=Yield())'],
  ['x = yield a, b', 'Assign(targets=[x], value=Yield(value=Tuple(elements=[a, b])))'],
  ['x = yield from a', 'Assign(targets=[x], value=Yield(value=a, from=true))'],
  ['(((a)))', 'Expr(value=a)'],
  [
    'x = (a := b) if c else lambda: d',
    'Assign(targets=[x], value=IfExp(test=c, body=NamedExpr(target=a, value=b), orelse=Lambda(parameters={}, body=d)))',
  ],
  ['a if b else c if d else e', 'Expr(value=IfExp(test=b, body=a, orelse=IfExp(test=d, body=c, orelse=e)))'],
  [
    'a ** -b ** c',
    'Expr(value=BinOp(op="**", left=a, right=UnaryOp(op="-", operand=BinOp(op="**", left=b, right=c))))',
  ],
  [
    'x[a:b, c][::-1]',
    'Expr(value=Subscript(value=Subscript(value=x, slice=Tuple(elements=[Slice(lower=a, upper=b), c])), slice=Slice(step=UnaryOp(op="-", operand=1))))',
  ],
  [
    'f(a)(b).c[d](*e)',
    'Expr(value=Call(func=Subscript(value=Attribute(value=Call(func=Call(func=f, args=[a]), args=[b]), attr="c"), slice=d), args=[Starred(value=e)]))',
  ],
  ['print(a, sep="")', 'Expr(value=Call(func=print, args=[a], keywords=[{arg="sep", value=""}]))'],
  ['a.b (c)', 'Expr(value=Call(func=Attribute(value=a, attr="b"), args=[c]))'],
  ['`a`', 'Expr(value=ErrorExpression())'],
];

describe('expressions', () => {
  for (const [source, tree] of trees) {
    it(source, async () => assert.equal(await show(source), tree));
  }

  it('keeps what can be read of a broken one', async () => {
    assert.equal(
      await show('x = f(a b, c)(d)'),
      'Assign(targets=[x], value=Call(func=ErrorExpression(parts=[f, a, b, c]), args=[d]))',
    );
  });

  it('takes an unfinished call for one with unknown arguments', async () => {
    const source = 'x = Conv2D(16, padding=';
    const { items } = (await testParser()).parse(source);
    assert.equal(
      await show(source),
      'Assign(targets=[x], value=Call(func=Conv2D, args=[16], ' +
        'keywords=[{arg="padding", value=ErrorExpression()}, {value=ErrorExpression()}]))',
    );
    const [statement] = items.map((item) => item.statement);
    assert.ok(statement?.kind === 'Assign' && statement.value.kind === 'Call');
    assert.equal(statement.value.closing, source.length);
  });

  it('does not nest deeper than can be walked', async () => {
    const parser = await testParser();
    const many = (text: string) => text.repeat(10_000);
    for (const text of [
      `${many('(')}1${many(')')}`,
      many('['),
      `${many('-')}1`,
      `${many('1 + ')}1`,
      `a${many('.b')}`,
    ]) {
      assert.equal(parser.parse(`x = ${text}\ny = 2\n`).items.length, 2);
    }
  });
});
