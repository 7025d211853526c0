r = []
for i in range(5):
    if i == 1:
        continue
    if i == 3:
        break
    r.append(i)
else:
    r.append('else')
for i in range(2):
    r.append(i)
else:
    r.append('done')
# ---
n = 10
steps = 0
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
else:
    ended = True
# ---
r = []
i = 0
while True:
    i += 1
    if i % 2:
        continue
    r.append(i)
    if i > 6:
        break
# ---
def classify(n):
    if n < 0:
        return 'neg'
    elif n == 0:
        return 'zero'
    elif n < 10:
        return 'small'
    else:
        return 'big'
r = [classify(n) for n in (-1, 0, 5, 50)]
# ---
def f(n):
    try:
        if n == 0:
            return 'return'
        if n == 1:
            raise ValueError('v')
        if n == 2:
            raise KeyError('k')
        r = 'ok'
    except ValueError as e:
        return 'caught ' + str(e)
    else:
        r += ' else'
    finally:
        log.append(n)
    return r
log = []
out = []
for i in range(4):
    try:
        out.append(f(i))
    except KeyError as e:
        out.append(repr(e))
# ---
def f():
    try:
        return 1
    finally:
        return 2
def g():
    for i in range(3):
        try:
            continue
        finally:
            if i == 1:
                return i
def h():
    while True:
        try:
            break
        finally:
            x.append('f')
    return 'h'
x = []
r = f(), g(), h(), x
# ---
log = []
try:
    try:
        raise ValueError('inner')
    finally:
        log.append('finally')
except ValueError as e:
    log.append(str(e))
try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise RuntimeError('wrapped') from e
except RuntimeError as e:
    log.append((str(e), type(e.__cause__).__name__, str(e.__cause__)))
try:
    try:
        {}['x']
    except KeyError:
        raise TypeError('during')
except TypeError as e:
    log.append((str(e), type(e.__context__).__name__, e.__cause__))
# ---
def check(v):
    try:
        assert v > 0, f'bad {v}'
        return 'fine'
    except AssertionError as e:
        return str(e)
r = check(1), check(-1)
try:
    assert False
except AssertionError as e:
    s = str(e), repr(e)
# ---
r = []
for a, (b, c) in [(1, (2, 3)), (4, (5, 6))]:
    r.append(a + b * c)
for i, (k, v) in enumerate({'x': 1, 'y': 2}.items(), start=1):
    r.append((i, k, v))
for x, *y in [[1, 2, 3], [4]]:
    r.append((x, y))
# ---
a, b = 1, 2
a, b = b, a
(c, d), e = [3, 4], 5
f, *g = range(5)
*h, i = 'abc'
j, *k, l = [1, 2]
m = n = []
m.append(1)
[o, p] = {'q': 1, 'r': 2}
# ---
def attempt(code):
    try:
        code()
    except Exception as e:
        return type(e).__name__, str(e)
def a(): x, y = 1, 2, 3
def b(): x, y = 1,
def c(): x, *y, z = [1]
def d(): x, y = 5
def e(): x, y = 'abc'
def f(): (x, y), z = [1, 2], 3; w, = []
def g(): x, y, z = {1: 2}
r = [attempt(f) for f in (a, b, c, d, e, f, g)]
# ---
x = [1, 2, 3]
y = x
x += [4]
x = x + [5]
s = 'a'
t = s
s += 'b'
i = 5
i -= 2
i *= 10
i //= 4
i **= 2
i %= 10
f = 7
f /= 2
b = 6
b &= 3
b |= 8
b ^= 1
b <<= 2
b >>= 1
d = {'k': 1}
d['k'] += 5
d |= {'z': 0}
m = [[0] * 2] * 2
m[0][1] += 1
# ---
n = 5
r = 1 < n < 10, 1 < n > 3, n == 5 != 4, 1 < 2 < 3 < 3, not n, not 0
s = 0 or 'a', 1 and 'b', [] or {} or None, 1 and 0 and 2, 'x' and [] or 'y'
t = 'yes' if n > 3 else 'no'
calls = []
def f(v):
    calls.append(v)
    return v
u = f(0) and f(1), f(1) or f(2), f(1) < f(0) < f(5)
# ---
if (n := len('hello')) > 3:
    r = n
while (n := n - 1) > 2:
    pass
s = [y := 1, y ** 2, y + 1]
t = [last := i for i in range(4)], last
u = any((hit := w) > 3 for w in [1, 5, 2]), hit
# ---
def f(x):
    match x:
        case 0:
            return 'zero'
        case 1 | 2:
            return 'one or two'
        case int(n) if n < 0:
            return f'negative {n}'
        case str():
            return 'str ' + x
        case [a]:
            return f'list of {a}'
        case [a, b, *rest]:
            return a, b, rest
        case {'k': v, **others}:
            return v, others
        case None:
            return 'none'
        case True | False as flag:
            return 'bool', flag
        case float():
            return 'float'
        case _:
            return 'other'
r = [f(v) for v in (0, 1, 2, -5, 'q', [9], [1, 2, 3, 4], (5, 6), {'k': 1, 'z': 2}, {'q': 1}, None, True, 2.5, 77, {}, [], 'ab', b'ab')]
# ---
class P:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
class Q:
    def __init__(self, v): self.v = v
A = 5
class N:
    B = 6
def f(p):
    match p:
        case P(0, 0): return 'origin'
        case P(x=0, y=y): return f'y={y}'
        case P(x, y) if x == y: return f'diag {x}'
        case P(x, y): return x, y
        case Q(v=[1, *_]): return 'q1'
        case Q(): return 'q'
        case (1, (2 | 3 as z)): return z
        case N.B: return 'six'
        case -1.5: return 'minus'
        case 'a' 'b': return 'ab'
        case [[x, y], {'n': n}]: return x, y, n
        case _: return None
r = [f(v) for v in (P(0, 0), P(0, 3), P(2, 2), P(1, 2), Q([1, 2]), Q(0), (1, 3), 6, -1.5, 'ab', [[1, 2], {'n': 3, 'm': 4}], object)]
# ---
try:
    raise Exception
except Exception as e:
    r = repr(e), str(e), e.args
try:
    raise ValueError('a', 2)
except (KeyError, ValueError) as e:
    s = e.args, str(e)
try:
    raise KeyError('key')
except LookupError as e:
    t = str(e), repr(e)
try:
    raise OSError(2, 'No such file')
except OSError as e:
    u = str(e), e.errno, e.strerror, e.args
try:
    raise StopIteration(5)
except StopIteration as e:
    v = e.value, str(e)
# ---
def attempt(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__, str(e)
r = [attempt(f) for f in (
    lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.5 % 0, lambda: 2.0 // 0, lambda: 0 ** -1,
    lambda: [][1], lambda: {}['k'], lambda: (1, 2)[5], lambda: 'abc'[10], lambda: int('x'), lambda: float('y'),
    lambda: 'a' + 1, lambda: 1 + 'a', lambda: [1] + (2,), lambda: None + 1, lambda: len(5), lambda: 5(), lambda: 'a'.foo,
    lambda: next(iter([])), lambda: [].pop(), lambda: {}.popitem(), lambda: [1].remove(2), lambda: [1].index(3),
    lambda: 'a'.index('b'), lambda: max([]), lambda: chr(-1), lambda: ord('ab'), lambda: sorted([1, 'a']), lambda: {[]: 1},
    lambda: undefined_thing, lambda: range(1, 2, 0), lambda: [1, 2][::0], lambda: 'x' * 'y', lambda: [1] < 1, lambda: -'a',
    lambda: int(None), lambda: sum(['a']), lambda: ','.join([1]), lambda: bytes('a'), lambda: complex('x'), lambda: 1 in 5,
)]
# ---
def raiser(depth):
    if depth == 0:
        raise ValueError('deep')
    try:
        raiser(depth - 1)
    finally:
        trail.append(depth)
trail = []
try:
    raiser(3)
except ValueError as e:
    r = str(e), trail
# ---
def f():
    try:
        raise ValueError('x')
    except ValueError:
        try:
            raise
        except ValueError as e:
            return 'again ' + str(e)
r = f()
try:
    raise
except RuntimeError as e:
    s = str(e)
# ---
x = 3
try:
    x = 4
    x.foo
    x = 5
except AttributeError:
    y = x
z = 'e' in dir()
try:
    raise TypeError('t')
except TypeError as e:
    pass
try:
    e
except NameError as err:
    w = str(err)
# ---
i = 0
r = []
while i < 3:
    j = 0
    while j < 3:
        j += 1
        if j == 2:
            continue
        if i == 1:
            break
        r.append((i, j))
    else:
        r.append('inner else')
    i += 1
# ---
def outer():
    for i in range(3):
        for j in range(3):
            if i * j == 2:
                return i, j
r = outer()
pairs = [(i, j) for i in range(3) if i for j in range(i) if j != i]
flat = [x for row in [[1, 2], [3]] for x in row]
nested = [[i * j for j in range(3)] for i in range(2)]
d = {k: [v for v in range(k)] for k in range(3)}
s = {len(w) for w in ['a', 'bb', 'cc']}
g = (x * x for x in range(4))
total = sum(g), list(g)
cond = [x if x % 2 else -x for x in range(5)]
t = tuple(c.upper() for c in 'abc')
both = {**{'a': 1}, 'b': 2, **{'a': 3}}
star = [*range(3), *'ab', *{'k': 1}]
# ---
try:
    raise ExceptionGroup('group', [ValueError(1), TypeError('t')])
except* ValueError as eg:
    r = len(eg.exceptions), str(eg)
except* TypeError as eg:
    s = eg.exceptions[0].args
# ---
print('a', 1, sep='-', end='')
r = print('x')
pass
...
"just a string"
x: int = 5
y: 'List[int]'
z = __name__
d = __debug__
# ---
lst = [1, 2, 3, 4, 5, 6]
lst[1:3] = ['a']
a = lst[:]
lst[::2] = [0, 0, 0]
b = lst[:]
del lst[-1]
c = lst[:]
lst[len(lst):] = [7, 8]
d = lst[:]
lst[:0] = 'xy'
e = lst[:]
del lst[::2]
f = lst
lst2 = list(range(10))
g = lst2[::-1], lst2[8:2:-2], lst2[-3:], lst2[:-7:-1], lst2[100:], lst2[-100:2]
# ---
def f(n):
    while n:
        n -= 1
        try:
            if n == 3:
                continue
            if n == 1:
                break
        finally:
            seen.append(n)
    else:
        seen.append('else')
    return n
seen = []
r = f(5), seen
# ---
def deep(n):
    return [deep(n - 1)] if n else 'end'
r = deep(30)
a = []
a.append(a)
s = repr(a), a == a, len(a)
d = {}
d['self'] = d
t = repr(d)
# ---
from __future__ import annotations
def f(x: Undefined, y: 'also') -> Nothing:
    z: Undefined2 = x
    return z
r = f(1, 2)
# ---
if __name__ == '__main__':
    r = 'main'
else:
    r = 'imported'
import sys
s = len(sys.argv), sys.version_info >= (3, 8), sys.maxsize
# ---
a = b = c = 0
a += 1; b -= 1
lambda_list = [(lambda x, y=i: x + y) for i in range(3)]
r = [f(10) for f in lambda_list]
s = (lambda: (yield))
x = 1 if a else 2 if b else 3
t = 'a' 'b' "c"
u = """multi
line"""
v = r'\n' + '\n' + b'\x41'.decode() + u'u'
w = 0x1F, 0b101, 0o17, 1_000, 1e3, 1.5E-2, 3j, .5, 5.
