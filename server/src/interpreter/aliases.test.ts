import { test } from 'node:test';
import { expectValues } from './testing';

test('what is done to one of several objects may have been done to each', () =>
  expectValues(
    `
import s
a, b, c = [1], [2], [3]
x = a if s.x else b
x.append(0)
d, e = {'n': 0, 'k': 1}, {'n': 0}
y = d if s.x else e
y['n'] = 5
k, n = d['k'], d['n']
`,
    { a: '?', b: '?', c: '[3]', x: '?', k: '1', n: '?' },
  ));

test('what each of them gives alike is known', () =>
  expectValues(
    `
import s
class A:
    size = 3
    def double(self): return self.size * 2
class B(A):
    pass
x = A() if s.x else B()
size, doubled = x.size, x.double()
f = (lambda v: v + 1) if s.x else (lambda v: 1 + v)
called = f(2)
`,
    { size: '3', doubled: '6', called: '3' },
  ));

test('each of the functions that a name may stand for has run or not', () =>
  expectValues(
    `
import s
log, other = [], []
def one(): log.append(1)
def two(): other.append(2)
f = one if s.x else two
f()
`,
    { log: '?', other: '?' },
  ));

test('a container given to something that is not known may not stay as it is', () =>
  expectValues(`import s\na, b = [1], (1,)\ns.fill(a)\ns.fill(b)\n`, { a: '?', b: '(1,)' }));

test('a name that is bound on one side only is bound where it is read', () =>
  expectValues(
    `
import s
if s.x:
    a = 1
b = a + 1
`,
    { a: '?', b: '2' },
  ));

test('a name that may not be bound may raise where that is caught', () =>
  expectValues(
    `
import s
if s.x:
    a = 1
try:
    a
    c = 1
except NameError:
    c = 2
`,
    { a: '?', c: '?' },
  ));

test('a search that may end early leaves its iterator at a place that is not known', () =>
  expectValues(
    `
import s
it = iter([0, s.x, 1, 0])
found = any(it)
rest = list(it)
`,
    { found: 'True', rest: '?' },
  ));

test('what a function does when it calls itself as often as is not known', () =>
  expectValues(
    `
import s
count, deep = 0, False
def f():
    global count, deep
    count += 1
    if count == 4:
        deep = True
    if s.x:
        f()
f()
`,
    { count: '?', deep: '?' },
  ));
