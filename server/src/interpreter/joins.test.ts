import { test } from 'node:test';
import { expectValues } from './testing';

test('equal values stay, different ones are unknown with the reason', () =>
  expectValues(
    `
import somewhere
if somewhere.flag:
    a, b, c = 1, 'x', [1, 2]
else:
    a, b, c = 1, 'y', [1, 3]
`,
    { a: '1', b: '?: `b` differs between the branches', somewhere: '?: not found in the workspace' },
  ));

test('tuples and lists of one length are joined item by item', () =>
  expectValues(
    `
import somewhere
if somewhere.flag:
    t, l, m = (1, 2), [1, 2], [1]
else:
    t, l, m = (1, 3), [1, 2], [1, 2]
first, size, same = t[0], len(t), l
longer = len(m)
`,
    { first: '1', size: '2', same: '[1, 2]', longer: '?' },
  ));

test('one name bound on one side only is unknown', () =>
  expectValues(`import s\nif s.x:\n    a = 1\n`, { a: '?: `a` differs' }));

test('lists from before the branches are not copied', () =>
  expectValues(
    `
import s
p, q = [1], [2]
chosen = p if s.x else q
if s.x:
    other = p
else:
    other = q
other.append(3)
`,
    { chosen: '?', other: '?' },
  ));

test('aliases made in a branch stay aliases', () =>
  expectValues(
    `
import s
if s.x:
    a = b = [1]
else:
    a = b = [1]
a.append(2)
same = a is b
`,
    { b: '[1, 2]', same: 'True' },
  ));

test('a list that grows on one side has no known length', () =>
  expectValues(
    `
import s
items = [1]
kept = [1]
if s.x:
    items.append(2)
n = len(items)
m = len(kept)
`,
    { n: '?', m: '1' },
  ));

test('entries of a dict that both sides have are known', () =>
  expectValues(
    `
import s
d = {'a': 1, 'b': 2}
if s.x:
    d['b'] = 3
    d['c'] = 4
a = d['a']
b = d['b']
c = 'c' in d
`,
    { a: '1', b: '?', c: '?' },
  ));

test('instances keep the attributes that agree', () =>
  expectValues(
    `
import s
class Box:
    pass
box = Box()
box.a, box.b = 1, 2
if s.x:
    box.b = 3
else:
    box.a = 1
a, b = box.a, box.b
`,
    { a: '1', b: '?: `b` differs' },
  ));

test('a branch that only raises is not taken', () =>
  expectValues(
    `
import s
def check(n):
    if s.x:
        raise ValueError(n)
    return n + 1
y = check(1)
if s.y:
    raise ValueError
else:
    z = 1
`,
    { y: '2', z: '1' },
  ));

test('returns under an unknown condition meet at the end of the function', () =>
  expectValues(
    `
import s
state = []
def f(n):
    if s.x:
        state.append(1)
        return n, 1
    state.append(1)
    return n, 2
def g(n):
    for i in range(3):
        if s.x:
            return n
    return n
a, b = f(5)
c = g(7)
n = len(state)
`,
    { a: '5', b: '?: `f`', c: '7', n: '1' },
  ));

test('nested unknown conditions', () =>
  expectValues(
    `
import s
def f():
    v, w = 1, 1
    if s.a:
        if s.b:
            v = 2
            return 'early'
        w = 2
    else:
        w = 2
    return 'late'
r = f()
def g():
    x = 0
    if s.a:
        x = 1
        if s.b:
            return x
    else:
        x = 1
    return x
h = g()
`,
    { r: '?', h: '1' },
  ));

test('conditional expressions and short circuits', () =>
  expectValues(
    `
import s
a = 1 if s.x else 1
b = 1 if s.x else 2
c = s.x and 3
d = s.x or 3
e = False and s.x
f = (1, 2) if s.x else (1, 3)
g = f[0]
log = []
h = s.x and log.append(1)
n = len(log)
`,
    { a: '1', b: '?', c: '?', d: '?', e: 'False', g: '1', n: '?' },
  ));
