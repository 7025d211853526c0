def gen(n):
    for i in range(n):
        yield i * i
r = list(gen(4)), sum(gen(5)), max(gen(3))
g = gen(3)
s = next(g), next(g), next(g), next(g, 'done')
# ---
def countdown(n):
    while n > 0:
        got = yield n
        if got:
            n = got
        else:
            n -= 1
    return 'end'
g = countdown(3)
r = [next(g), g.send(None), g.send(10), next(g)]
g.close()
s = list(g)
# ---
def inner():
    x = yield 1
    y = yield x
    return (x, y)
def outer():
    r = yield from inner()
    yield ('result', r)
g = outer()
r = [next(g), g.send('a'), g.send('b')]
try:
    next(g)
except StopIteration as e:
    s = e.value
# ---
def chain(*its):
    for it in its:
        yield from it
r = list(chain([1, 2], 'ab', range(2), {'k': 1}))
# ---
def g():
    try:
        yield 1
        yield 2
    except ValueError as e:
        log.append(str(e))
        yield 'recovered'
    finally:
        log.append('cleanup')
log = []
a = g()
next(a)
r = a.throw(ValueError('boom'))
s = list(a), log
b = g()
next(b)
b.close()
t = log
# ---
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
def take(n, it):
    out = []
    for x in it:
        if len(out) == n:
            break
        out.append(x)
    return out
r = take(10, fib())
from itertools import islice, takewhile
s = list(islice(fib(), 5, 10)), list(takewhile(lambda x: x < 50, fib()))
# ---
def walk(tree):
    if isinstance(tree, list):
        for t in tree:
            yield from walk(t)
    else:
        yield tree
r = list(walk([1, [2, [3, 4], []], 5]))
# ---
def perms(xs):
    if not xs:
        yield []
    for i in range(len(xs)):
        for p in perms(xs[:i] + xs[i + 1:]):
            yield [xs[i]] + p
r = list(perms([1, 2, 3]))
# ---
squares = (x * x for x in range(10) if x % 2)
r = next(squares), next(squares), list(squares), list(squares)
e = enumerate('ab', 1)
z = zip([1, 2], e)
s = next(z), next(z), next(z, None)
m = map(lambda a, b: a * b, [1, 2, 3], [4, 5])
t = list(m)
f = filter(lambda x: x > 1, iter([1, 2, 3]))
u = next(f), list(f)
rv = reversed([1, 2, 3])
v = next(rv), list(rv)
# ---
def g():
    yield
    x = yield 5
    yield x
a = g()
r = next(a), next(a), a.send(7)
try:
    g().send(1)
except TypeError as e:
    s = str(e)
# ---
it = iter([1, 2, 3])
r = next(it), list(it), next(it, 'x')
d = {'a': 1, 'b': 2}
ks = iter(d)
s = next(ks), next(ks)
count = iter(lambda c=[0]: c.__setitem__(0, c[0] + 1) or c[0], 4)
t = list(count)
pairs = list(zip(*[iter(range(6))] * 2))
a, b = zip(*[(1, 'x'), (2, 'y')])
u = list(zip([1, 2, 3], 'ab')), list(zip()), list(zip([1]))
try:
    list(zip([1, 2], [3], strict=True))
except ValueError as e:
    v = str(e)
# ---
class Tree:
    def __init__(self, v, l=None, r=None):
        self.v, self.l, self.r = v, l, r
    def __iter__(self):
        if self.l:
            yield from self.l
        yield self.v
        if self.r:
            yield from self.r
t = Tree(4, Tree(2, Tree(1), Tree(3)), Tree(6, None, Tree(7)))
r = list(t), sum(t), 3 in t, sorted(t, reverse=True), [*t][:2], max(t)
a, b, *c = t
# ---
def averager():
    total, n, avg = 0, 0, None
    while True:
        x = yield avg
        total += x
        n += 1
        avg = total / n
g = averager()
next(g)
r = [g.send(v) for v in (10, 20, 60)]
# ---
def lazy():
    log.append('start')
    yield 1
    log.append('middle')
    yield 2
    log.append('end')
log = []
g = lazy()
a = list(log)
next(g)
b = list(log)
rest = list(g)
c = log
# ---
def batches(xs, n):
    batch = []
    for x in xs:
        batch.append(x)
        if len(batch) == n:
            yield batch
            batch = []
    if batch:
        yield batch
r = list(batches(range(7), 3))
s = dict(enumerate(batches('abcd', 2)))
# ---
def raises():
    yield 1
    raise ValueError('gen')
out = []
try:
    for x in raises():
        out.append(x)
except ValueError as e:
    out.append(str(e))
def stop():
    yield 1
    raise StopIteration
try:
    list(stop())
except RuntimeError as e:
    s = str(e)
# ---
matrix = [[1, 2, 3], [4, 5, 6]]
r = [list(row) for row in zip(*matrix)], list(map(list, zip(*matrix))), [sum(c) for c in zip(*matrix)]
s = all(x > 0 for row in matrix for x in row), any(x > 5 for row in matrix for x in row)
t = [x for x in (y * 2 for y in range(3))]
u = dict((k, v) for k, v in zip('ab', (1, 2)))
v = sorted((len(w), w) for w in 'the quick brown'.split())
w = ','.join(str(i) for i in range(3))
x = min((abs(n - 5), n) for n in [1, 4, 9])
y = sum(len(s) for s in ['a', 'bb'])
z = set(i // 2 for i in range(5))
# ---
def g(n):
    i = 0
    while i < n:
        i += 1
        if i == 2:
            continue
        yield i
    else:
        yield 'else'
r = list(g(3))
def h():
    with C():
        yield 'in'
    yield 'out'
class C:
    def __enter__(self): log.append('enter')
    def __exit__(self, *a): log.append('exit')
log = []
s = list(h()), log
