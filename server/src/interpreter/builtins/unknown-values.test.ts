import { test } from 'node:test';
import { expectValues } from '../testing';

/** `u` is not known. */
const HEADER = 'import random\nu = random.random()\n';

test('lists keep what is known of them', async () => {
  await expectValues(
    `${HEADER}held = [1, u, 3]
first, last, count = held[0], held[-1], len(held)
held.append(4)
tail = held[3]
moved = [1, 2]
moved.insert(u, 0)
size = len(moved)
gone = [1, 2]
gone.extend(u)
made = list(u)
ordered = sorted([3, u])
how_many = len(ordered)
spread = [0, *u]
`,
    {
      first: '1',
      last: '3',
      count: '3',
      tail: '4',
      moved: '?',
      size: '?',
      gone: '?',
      made: '?',
      ordered: '?',
      how_many: '2',
      spread: '?',
    },
  );
});

test('dicts keep what is known of them', async () => {
  await expectValues(
    `${HEADER}d = {'a': 1, 'b': u}
a, b, c = d['a'], d['b'], d.get('c', 0)
has = 'b' in d
d['c'] = 2
size = len(d)
e = {'x': 1}
e[u] = 2
x = e['x']
f = {'k': 1}
f.update(u)
k = f.get('k')
keys = list({'p': u, 'q': 2})
`,
    { a: '1', b: '?', c: '0', has: 'True', size: '3', x: '?', k: '?', keys: "['p', 'q']" },
  );
});

test('text made of what is not known is not known', async () => {
  await expectValues(
    `${HEADER}name = f'conv_{u}'
old = 'conv_%s' % u
joined = '-'.join(['a', u])
known = '-'.join(['a', 'b'])
chosen = 'a' if u else 'a'
`,
    { name: '?', old: '?', joined: '?', known: "'a-b'", chosen: "'a'" },
  );
});

test('the order of strings in a set is not known, what does not depend on it is', async () => {
  await expectValues(
    `s = {'b', 'a', 'c'}
order = list(s)
ordered = sorted(s)
size = len(s)
has = 'a' in s
least = min(s)
same = s == {'a', 'b', 'c'}
numbers = {3, 1, 2}
one = {'only'}
`,
    {
      s: '?',
      order: '?',
      ordered: "['a', 'b', 'c']",
      size: '3',
      has: 'True',
      least: "'a'",
      same: 'True',
      numbers: '{1, 2, 3}',
      one: "{'only'}",
    },
  );
});

test('objects whose text holds an address have none', async () => {
  await expectValues(
    `class A: pass
a = A()
held = [A()]
f = lambda: 0
number = id(a)
text = str(a)
`,
    { a: '?', held: '?', f: '?', number: '?', text: '?' },
  );
});

test('a changed copy and what was copied are told apart when a branch is taken back', async () => {
  await expectValues(
    `${HEADER}items = [1, 2]
it = iter(items)
next(it)
if u > 0.5:
    next(it)
else:
    items.append(3)
rest = list(it)
s = {1}
if u > 0.5:
    s.add(2)
size = len(s)
`,
    { rest: '?', size: '?', s: '?' },
  );
});
