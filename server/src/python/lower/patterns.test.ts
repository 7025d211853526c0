import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { show } from '../testing';

/** Python and the tree that CPython makes of it, without places. */
const trees: readonly (readonly [source: string, tree: string])[] = [
  ['match a:\n    case 1: pass', 'Match(subject=a, cases=[{pattern=MatchValue(value=1), body=[Pass()]}])'],
  [
    'match a:\n    case -1.5: pass',
    'Match(subject=a, cases=[{pattern=MatchValue(value=UnaryOp(op="-", operand=1.5)), body=[Pass()]}])',
  ],
  ['match a:\n    case "a" "b": pass', 'Match(subject=a, cases=[{pattern=MatchValue(value="ab"), body=[Pass()]}])'],
  ['match a:\n    case None: pass', 'Match(subject=a, cases=[{pattern=MatchSingleton(value=None), body=[Pass()]}])'],
  ['match a:\n    case x: pass', 'Match(subject=a, cases=[{pattern=MatchAs(name="x"), body=[Pass()]}])'],
  ['match a:\n    case _: pass', 'Match(subject=a, cases=[{pattern=MatchAs(), body=[Pass()]}])'],
  [
    'match a:\n    case a.b.c: pass',
    'Match(subject=a, cases=[{pattern=MatchValue(value=Attribute(value=Attribute(value=a, attr="b"), attr="c")), body=[Pass()]}])',
  ],
  [
    'match a:\n    case 1 | 2 | x: pass',
    'Match(subject=a, cases=[{pattern=MatchOr(patterns=[MatchValue(value=1), MatchValue(value=2), MatchAs(name="x")]), body=[Pass()]}])',
  ],
  ['match a:\n    case (1): pass', 'Match(subject=a, cases=[{pattern=MatchValue(value=1), body=[Pass()]}])'],
  ['match a:\n    case (): pass', 'Match(subject=a, cases=[{pattern=MatchSequence(), body=[Pass()]}])'],
  [
    'match a:\n    case (1,): pass',
    'Match(subject=a, cases=[{pattern=MatchSequence(patterns=[MatchValue(value=1)]), body=[Pass()]}])',
  ],
  [
    'match a:\n    case 1, 2: pass',
    'Match(subject=a, cases=[{pattern=MatchSequence(patterns=[MatchValue(value=1), MatchValue(value=2)]), body=[Pass()]}])',
  ],
  [
    'match a:\n    case 1,: pass',
    'Match(subject=a, cases=[{pattern=MatchSequence(patterns=[MatchValue(value=1)]), body=[Pass()]}])',
  ],
  [
    'match a:\n    case *a,: pass',
    'Match(subject=a, cases=[{pattern=MatchSequence(patterns=[MatchStar(name="a")]), body=[Pass()]}])',
  ],
  [
    'match a:\n    case [1, [2, *_]]: pass',
    'Match(subject=a, cases=[{pattern=MatchSequence(patterns=[MatchValue(value=1), MatchSequence(patterns=[MatchValue(value=2), MatchStar()])]), body=[Pass()]}])',
  ],
  ['match a:\n    case {}: pass', 'Match(subject=a, cases=[{pattern=MatchMapping(), body=[Pass()]}])'],
  [
    'match a:\n    case {"a": 1, -1: x, a.b: _, **r}: pass',
    'Match(subject=a, cases=[{pattern=MatchMapping(keys=["a", UnaryOp(op="-", operand=1), Attribute(value=a, attr="b")], patterns=[MatchValue(value=1), MatchAs(name="x"), MatchAs()], rest="r"), body=[Pass()]}])',
  ],
  ['match a:\n    case A(): pass', 'Match(subject=a, cases=[{pattern=MatchClass(cls=A), body=[Pass()]}])'],
  [
    'match a:\n    case A.B(1, x, y=2, z=None): pass',
    'Match(subject=a, cases=[{pattern=MatchClass(cls=Attribute(value=A, attr="B"), patterns=[MatchValue(value=1), MatchAs(name="x")], keywords=[{name="y", pattern=MatchValue(value=2)}, {name="z", pattern=MatchSingleton(value=None)}]), body=[Pass()]}])',
  ],
  [
    'match a:\n    case (1 | 2) as x: pass',
    'Match(subject=a, cases=[{pattern=MatchAs(pattern=MatchOr(patterns=[MatchValue(value=1), MatchValue(value=2)]), name="x"), body=[Pass()]}])',
  ],
  [
    'match a:\n    case x if x > 1: pass',
    'Match(subject=a, cases=[{pattern=MatchAs(name="x"), guard=Compare(left=x, ops=[">"], comparators=[1]), body=[Pass()]}])',
  ],
  [
    'match a:\n    case 1 - 2j: pass',
    'Match(subject=a, cases=[{pattern=MatchValue(value=BinOp(op="-", left=1, right=2j)), body=[Pass()]}])',
  ],
  ['match a:\n    case {**r}: pass', 'Match(subject=a, cases=[{pattern=MatchMapping(rest="r"), body=[Pass()]}])'],
  [
    'match a, *b:\n    case x: pass',
    'Match(subject=Tuple(elements=[a, Starred(value=b)]), cases=[{pattern=MatchAs(name="x"), body=[Pass()]}])',
  ],
  ['match (a):\n    case x: pass', 'Match(subject=a, cases=[{pattern=MatchAs(name="x"), body=[Pass()]}])'],
  ['match = a.match(b)', 'Assign(targets=[match], value=Call(func=Attribute(value=a, attr="match"), args=[b]))'],
  ['match(a)', 'Expr(value=Call(func=match, args=[a]))'],
  ['case = match[a]', 'Assign(targets=[case], value=Subscript(value=match, slice=a))'],
];

describe('patterns of match', () => {
  for (const [source, tree] of trees) {
    it(source, async () => assert.equal(await show(source), tree));
  }
});
