import { test } from 'node:test';
import { expectValues } from './testing';

test('parameters of every kind', () =>
  expectValues(
    `
def f(a, b=2, /, c=3, *rest, d, e=5, **more):
    return a, b, c, rest, d, e, more
one = f(1, d=4)
two = f(1, 2, 3, 4, 5, d=6, e=7, z=8)
three = f(*[1, 2], **{'d': 3, 'c': 9})
def g(x, y):
    return x - y
four = g(y=1, x=5)
def errors():
    out = []
    for call in (lambda: f(), lambda: f(1), lambda: g(1, 2, 3), lambda: g(1, x=2), lambda: g(1, z=2)):
        try:
            call()
        except TypeError as error:
            out.append(str(error))
    return out
messages = errors()
`,
    {
      one: '(1, 2, 3, (), 4, 5, {})',
      two: "(1, 2, 3, (4, 5), 6, 7, {'z': 8})",
      three: '(1, 2, 9, (), 3, 5, {})',
      four: '4',
      messages:
        '["f() missing 1 required positional argument: \'a\'", "f() missing 1 required keyword-only argument: \'d\'", ' +
        "'g() takes 2 positional arguments but 3 were given', \"g() got multiple values for argument 'x'\", " +
        '"g() got an unexpected keyword argument \'z\'"]',
    },
  ));

test('defaults are evaluated once; closures see names late', () =>
  expectValues(
    `
def f(x, seen=[]):
    seen.append(x)
    return seen
f(1)
kept = f(2)
fs = [lambda: i for i in range(3)]
late = [g() for g in fs]
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    return inc
a, b = counter(), counter()
counts = [a(), a(5), b()]
total = 0
def add(n):
    global total
    total += n
add(3)
add(4)
`,
    { kept: '[1, 2]', late: '[2, 2, 2]', counts: '[1, 6, 1]', total: '7' },
  ));

test('scoping errors', () =>
  expectValues(
    `
x = 1
def f():
    try:
        return x
    except UnboundLocalError:
        return 'unbound'
    x = 2
a = f()
def g():
    return later
later = 'found'
b = g()
`,
    { a: "'unbound'", b: "'found'" },
  ));

test('decorators, recursion, unknown arguments', () =>
  expectValues(
    `
def twice(f):
    def wrapper(*args, **kwargs):
        return f(*args, **kwargs) * 2
    return wrapper
def times(n):
    def decorate(f):
        return lambda *a: f(*a) * n
    return decorate
@twice
@times(3)
def h(x):
    return x
a = h(1)
def fact(n):
    return 1 if n < 2 else n * fact(n - 1)
b = fact(25)
import s
def k(p, q=2, *rest, **more):
    return p, q, rest, more
c = k(1, *s.args)[0]
d = k(1, *s.args)[1]
e = k(1, **s.kwargs)[0]
f = k(1, **s.kwargs)[1]
`,
    { a: '6', b: '15511210043330985984000000', c: '1', d: '?', e: '1', f: '?' },
  ));

test('parameters that Python 2 takes apart', () =>
  expectValues(
    `
f = lambda (a, (b, c)), d=1: a + b * c - d
def g(x, (y, z)=(1, 2)):
    return x + y + z
def h((n, m)):
    for i in range(n):
        yield i * m
a = f((1, (2, 3)))
b = g(1), g(1, (5, 6))
c = list(h((3, 2)))
`,
    { a: '6', b: '(4, 12)', c: '[0, 2, 4]' },
  ));
