import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Node, Scope } from './ast';
import { testParser } from './testing';
import { forEachChild } from './walk';

/** The scopes in a text, outer ones first, as `locals | globals | nonlocals`, with `*` for a generator. */
async function scopes(text: string): Promise<string[]> {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if ('scope' in node) found.push(showScope(node.scope));
    forEachChild(node, visit);
  };
  for (const { statement } of (await testParser()).parse(text).items) visit(statement);
  return found;
}

function showScope({ locals, globals, nonlocals, isGenerator }: Scope): string {
  const sets = [locals, globals, nonlocals].map((names) => [...names].sort().join(' '));
  return sets.join('|') + (isGenerator ? '*' : '');
}

const cases: readonly (readonly [what: string, text: string, scopes: readonly string[]])[] = [
  ['parameters and assignments', 'def f(a, /, b=z, *c, d, **e):\n    g = h', ['a b c d e g||']],
  ['declarations', 'def f():\n    global a\n    nonlocal b\n    a = b = c = 1', ['c|a|b']],
  ['nested functions', 'def f():\n    def g(x=(y := 1)):\n        z = 1', ['g y||', 'x z||']],
  ['classes', 'class A(B):\n    x = 1\n    def f(self): pass', ['f x||', 'self||']],
  ['lambdas', 'x = lambda a, b=(c := 1): (d := a)', ['a b d||']],
  ['comprehensions', 'def f():\n    [x for x, *y in z if (w := x)]', ['w||', 'x y||']],
  ['generators', 'def f():\n    x = yield\ndef g():\n    lambda: (yield)', ['x||*', '||', '||*']],
  ['imports', 'def f():\n    import a.b, c.d as e\n    from g import h as i, *', ['a e i||']],
  [
    'exceptions',
    'def f():\n    try: pass\n    except E as e: a = 1\n    else: b = 1\n    finally: c = 1',
    ['a b c e||'],
  ],
  [
    'loops and with',
    'def f():\n    for a, (b, *c) in d:\n        e = 1\n    with g as [h, i.j]: pass',
    ['a b c e h||'],
  ],
  [
    'match',
    'def f():\n    match a:\n        case [b, *c, {"k": d, **e}] | F(g, h=i) as j: k = 1',
    ['b c d e g i j k||'],
  ],
  ['targets that bind nothing', 'def f():\n    a.b = c[d] = 1\n    e: int\n    del g\n    h += 1', ['e g h||']],
  ['unreadable statements', 'def f():\n    x = = 1\n    y =', ['x y||']],
];

describe('scope', () => {
  for (const [what, text, expected] of cases) {
    it(`finds what ${what} bind`, async () => assert.deepEqual(await scopes(text), expected));
  }
});
