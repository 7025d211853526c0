import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { show } from '../testing';

/** Python and the tree that CPython makes of it, without places. */
const trees: readonly (readonly [source: string, tree: string])[] = [
  ['\'a\' "b" \'\'\'c\'\'\' """d"""', 'Expr(value="abcd")'],
  ["'a' 'b", 'Expr(value=ErrorExpression())'],
  ["r'\\d' R'\\\\'", 'Expr(value="\\\\d\\\\\\\\")'],
  ["'\\x41\\u0042\\U0001f600\\103\\t\\d\\\\'", 'Expr(value="AB😀C\\t\\\\d\\\\")'],
  ["b'\\x00\\d\\101' rb'\\x'", 'Expr(value=b"\\u0000\\\\dA\\\\x")'],
  ["u'a'", 'Expr(value="a")'],
  [
    "f'{a}{{b}}{c!r:>{w}.{p}}'",
    'Expr(value=JoinedStr(parts=[{value=a}, "{b}", {value=c, conversion="r", spec=[">", {value=w}, ".", {value=p}]}]))',
  ],
  [
    "f'{a = }{b=!s}{c=:3}' 'd'",
    'Expr(value=JoinedStr(parts=[{value=a, conversion="r", debug="a = "}, {value=b, conversion="s", debug="b="}, {value=c, spec=["3"], debug="c="}, "d"]))',
  ],
  ["f'{x:%H:%M}{y:=^3}'", 'Expr(value=JoinedStr(parts=[{value=x, spec=["%H:%M"]}, {value=y, spec=["=^3"]}]))'],
  [
    'f\'{f"{a}"}{b["c"]}\'',
    'Expr(value=JoinedStr(parts=[{value=JoinedStr(parts=[{value=a}])}, {value=Subscript(value=b, slice="c")}]))',
  ],
  ["fr'\\{a}\\{{'", 'Expr(value=JoinedStr(parts=["\\\\", {value=a}, "\\\\{"]))'],
  ["f'{a:{b:{c}}}'", 'Expr(value=JoinedStr(parts=[{value=a, spec=[{value=b, spec=[{value=c}]}]}]))'],
  ["t'{a}'", 'Expr(value=ErrorExpression(parts=[a]))'],
  ["'\\N{BULLET}'", 'Expr(value=ErrorExpression())'],
  ["f'\\N{BULLET}{a}'", 'Expr(value=ErrorExpression(parts=[a]))'],
  ["'\\xg' b'\\xg'", 'Expr(value=ErrorExpression())'],
  ["'\\xg'", 'Expr(value=ErrorExpression())'],
  ["b'é'", 'Expr(value=ErrorExpression())'],
  ["'a' b'b'", 'Expr(value=ErrorExpression())'],
  ["ur'a'", 'Expr(value=ErrorExpression())'],
  [
    "f'{a, *b}{yield}'",
    'Expr(value=JoinedStr(parts=[{value=Tuple(elements=[a, Starred(value=b)])}, {value=Yield()}]))',
  ],
  ["f'{a!x}'", 'Expr(value=JoinedStr(parts=[{value=ErrorExpression(parts=[a])}]))'],
  ["f'{a'", 'Expr(value=ErrorExpression(parts=[a, ErrorExpression()]))'],
];

describe('strings', () => {
  for (const [source, tree] of trees) {
    it(source, async () => assert.equal(await show(source), tree));
  }

  it('reads every line end as a line feed', async () => {
    assert.equal(await show("'''a\r\nb\rc'''"), 'Expr(value="a\\nb\\nc")');
  });

  it('joins lines at a backslash', async () => {
    assert.equal(await show("'a\\\nb'"), 'Expr(value="ab")');
  });
});
