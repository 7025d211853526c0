x = 'global'
def f():
    global x, y
    x = 'changed'
    y = 'new'
    def g():
        return x
    return g()
a = f()
b = x, y
def outer():
    x = 1
    class A:
        x = x
        y = [x for _ in range(2)]
        def get(self): return x
    return A.x, A.y, A().get()
try:
    c = outer()
except NameError as e:
    c = str(e)
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get(): return n
    return inc, get
inc, get = counter()
inc(); inc(5)
d = get()
fs = [lambda: i for i in range(3)]
e = [f() for f in fs]
gs = [lambda i=i: i for i in range(3)]
g = [f() for f in gs]
class K:
    items = [1, 2, 3]
    n = 2
    doubled = [i * 2 for i in items]
    try:
        bad = [i * n for i in items]
    except NameError as err:
        bad = str(err)
h = K.doubled, K.bad
try:
    def u():
        print(zz)
        zz = 1
    u()
except UnboundLocalError as err:
    i1 = str(err)
def v():
    try:
        return w
    except NameError as e:
        msg = str(e)
    w = 3
    return msg
j = v()
def del_it():
    q = 1
    del q
    try: q
    except UnboundLocalError as e: return str(e)
k = del_it()
l = [y for x in [[1, 2], [3]] for y in x if y != 2]
m = x
n = (lambda *a, k=3, **kw: (a, k, kw))(1, 2, k=5, z=1)
# ---
data = [1, 5, 2, 8]
big = [y for x in data if (y := x * 2) > 5]
last = y
total = 0
partial_sums = [total := total + v for v in data]
while (chunk := data.pop()) > 2: pass
rest = data, chunk
if (n := len(data)) > 0: size = n
f = lambda x: (t := x + 1, t * 2)
r = f(3)
any_big = any((witness := v) > 3 for v in [1, 4, 9])
w = witness
z = {(k := c): k.upper() for c in 'ab'}
k2 = k
# ---
def f(a, b=2, /, c=3, *args, d, e=5, **kw): return a, b, c, args, d, e, kw
r1 = f(1, d=4)
r2 = f(1, 2, 3, 4, 5, d=6, a=7, b=8)
errs = []
for call in ['f()', 'f(1)', 'f(1, c=1, d=2, c2=3)', 'f(a=1, d=2)', 'f(1,2,3,4,d=1,d2=3)', 'f(*[1,2],**{"d":4})']:
    try: errs.append(eval(call))
    except TypeError as e: errs.append(str(e))
def g(x, y): pass
def h(*, k): pass
def p(a, /): pass
for fn, args, kw in [(g, (1,), {}), (g, (1, 2, 3), {}), (g, (), {}), (g, (1,), {'x': 2}), (g, (1, 2), {'z': 3}), (h, (1,), {}), (h, (), {}), (p, (), {'a': 1}), (p, (), {})]:
    try: fn(*args, **kw)
    except TypeError as e: errs.append(str(e))
def m(a, L=[]):
    L.append(a)
    return L
m1, m2 = m(1), m(2)
same = m1 is m2
defaults = m.__defaults__, f.__kwdefaults__, f.__defaults__
names = f.__code__.co_varnames, f.__code__.co_argcount, f.__name__, f.__qualname__
ann = (lambda: 0).__name__
def annotated(x: int, y: 'str' = 'a') -> bool: 'doc here'
an = annotated.__annotations__, annotated.__doc__, annotated()if False else None
# ---
a, *b = 1, 2, 3
*c, d = 'xyz'
e, (f, *g), h = 1, [2, 3, 4], 5
i, j = j, i = [1, 2]
[k, l] = {'p': 1, 'q': 2}
m = [*range(3), *'ab', *{}]
n = {**{'a': 1}, 'b': 2, **{'a': 3}}
o = {*[1, 2], *(2, 3)}
p = *[1], *[2]
q = (*(), 1)
def r(): return 1, *[2, 3]
s = r()
try:
    t, u = 1, 2, 3
except ValueError as err: t = str(err)
try:
    t2, u2, *v2 = [1]
except ValueError as err: t2 = str(err)
try:
    t3, u3 = [1]
except ValueError as err: t3 = str(err)
try:
    t4, u4 = 5
except TypeError as err: t4 = str(err)
for w, (x, y) in [(1, (2, 3)), (4, (5, 6))]: pass
z = w, x, y
lst = [0, 1, 2]
ix = 0
ix, lst[ix] = 1, 9
aa = ix, lst
d1 = {}
d1['a'], d1['b'] = 1, 2
# ---
calls = []
def v(n): calls.append(n); return n
a = v(1) < v(2) < v(3)
b = v(5) < v(4) < v(3)
c = calls[:]
d = 1 < 2 > 0 == 0 != 1 is not None in [None, True]
e = 1 in [1] == True
f = (1, 2) < (1, 2, 0), [1, [2]] <= [1, [2]], 'a' < 'B', (1, 'a') == (1.0, 'a')
try: g = 1 < 'a'
except TypeError as x: g = str(x)
try: h = [] < ()
except TypeError as x: h = str(x)
try: i = slice(1, 2) < slice(1, 3)
except TypeError as x: i = str(x)
j = slice(1, 2, 3) == slice(1, 2, 3), slice(None).indices(5), slice(-1, None, -2).indices(7)
k = None is None, not None, not [] and 'x', 0 or [] or 'last', 1 and 2 and 0
nan = float('nan')
l = nan == nan, nan in [nan], [nan] == [nan], nan != nan, nan < 1
m = True + True, True == 1, {1: 'a', True: 'b', 1.0: 'c'}
n = sorted([3, True, 2.5, False]), max(1, 1.0), max(1.0, 1), min([2, 2.0])
try: o = {1: 2} < {3: 4}
except TypeError as x: o = str(x)
p = {1, 2} < {1, 2, 3}, {1} <= {1}, {1, 2} > {3}, {1} == frozenset({1})
q = 1j == 1j, 1 + 0j == 1, hash(1) == hash(1.0) == hash(True)
# ---
s = list(range(10))
r = s[2:5], s[::-1], s[-3:], s[:-3:2], s[8:2:-2], s[100:], s[-100:2], s[5:5], s[slice(1, None, 3)]
s[2:4] = 'abc'
r2 = s[:]
s[::2] = [0] * len(s[::2])
r3 = s[:]
del s[1:3]
r4 = s[:]
del s[::3]
r5 = s[:]
try: s[::2] = [1]
except ValueError as e: r6 = str(e)
s[len(s):] = [7, 8]
s[0:0] = (1, 2)
r7 = s
t = (1, 2, 3, 4)[::-2], 'hello'[1:-1], b'hello'[::2], range(10)[2:8:3], range(10)[::-1], range(0, 20, 3)[-1]
try: s['a']
except TypeError as e: r8 = str(e)
try: (1,)[3]
except IndexError as e: r9 = str(e)
try: [][0] = 1
except IndexError as e: r10 = str(e)
try: 'abc'[10]
except IndexError as e: r11 = str(e)
try: range(3)[5]
except IndexError as e: r12 = str(e)
try: s[::0]
except ValueError as e: r13 = str(e)
try: (1,2)[0] = 5
except TypeError as e: r14 = str(e)
try: 'abc'[0] = 'x'
except TypeError as e: r15 = str(e)
try: {}[[]]
except TypeError as e: r16 = str(e)
try: None[0]
except TypeError as e: r17 = str(e)
class S:
    def __getitem__(self, k): return k
o = S()[1:2, ..., ::3], S()[None], S()[1, 2], S()[()], S()[:, 0], S()[1:]
# ---
a = b = [1]
a += [2]; a *= 2
r1 = a, b, a is b
t = ([1], 2)
try: t[0] += [5]
except TypeError as e: r2 = t, str(e)
x = 7
x //= 2; x **= 3; x %= 10; x <<= 2; x |= 1; x ^= 5; x &= 0xff; x >>= 1; x -= 3; x /= 4
s = {1, 2}; s2 = s
s |= {3}; s -= {1}; s ^= {2, 9}; s &= {9, 3}
r3 = s, s is s2
d = {'a': 1}; d |= {'b': 2}; d |= [('c', 3)]
st = 'a'; st += 'b'; st *= 3; st %= () if False else ()
class V:
    def __init__(self, v): self.v = v
    def __iadd__(self, o): self.v += o; return self
    def __sub__(self, o): return V(self.v - o)
    def __imatmul__(self, o): return 'matmul'
v = w = V(1)
v += 5
r4 = v is w, v.v
v -= 2
r5 = v is w, v.v, w.v
v @= 1
f = 1; f += 1.5; f -= 1j
l = [1, 2, 3]
l += 'ab'; l += (x for x in range(2)); l += {5: 6}
try: l += 5
except TypeError as e: r6 = str(e)
class C: n = 1
c = C(); c.n += 1
r7 = C.n, c.n, c.__dict__
m = [[0] * 2] * 2
m[0][0] += 1
i = [0, 0]; j = 0
def idx():
    global j
    j += 1
    return 0
i[idx()] += 5
r8 = i, j
# ---
from dataclasses import dataclass
from enum import Enum
class Color(Enum): RED = 1; BLUE = 2
@dataclass
class P: x: int; y: int = 0
class Q:
    __match_args__ = ('a', 'b')
    def __init__(self, a, b): self.a, self.b = a, b
def m(v):
    match v:
        case None: return 'none'
        case True | False: return 'bool'
        case 0 | 1 | -1: return 'small'
        case 3.5: return 'float'
        case 1+2j: return 'complex'
        case 'a' | b'b': return 'str'
        case Color.RED: return 'red'
        case P(0, 0): return 'origin'
        case P(x=0, y=yy): return 'y', yy
        case P(xx) if xx > 10: return 'bigx', xx
        case P(): return 'P', v
        case Q('k', [first, *_]): return 'Q', first
        case {'type': 'conv', 'filters': int(n), **rest}: return 'conv', n, rest
        case {'type': str() as t}: return 'layer', t
        case {}: return 'dict', len(v)
        case [] | (): return 'empty'
        case [x]: return 'one', x
        case [x, y, *_] if x == y: return 'same', x
        case (int() | float() as num, str(s)): return 'numstr', num, s
        case [_, [_, inner], *tail]: return 'nest', inner, tail
        case [*start, 'end']: return 'end', start
        case str(s): return 'string', s
        case int(): return 'int'
        case set() | frozenset(): return 'set'
        case list(l): return 'list', l
        case _: return 'other'
vals = [None, True, 0, -1, 3.5, 1+2j, 'a', b'b', b'c', Color.RED, Color.BLUE, P(0, 0), P(0, 5), P(11, 2), P(2, 2), Q('k', [1, 2]), Q('z', 1), {'type': 'conv', 'filters': 3, 'k': 1}, {'type': 'conv', 'filters': 'x'}, {'type': 1}, {}, [], (), [9], [4, 4], (1, 's'), [1.5, 's'], [1, [2, 3], 4], ['a', 'b', 'end'], 'end', 17, {1}, [1, 2], range(2), range(1), iter([]), 1.0, True, 2.0]
r = [m(v) for v in vals]
# ---
class Bad: __match_args__ = ('x',)
class Bad2: __match_args__ = ['x']
class Bad3: pass
out = []
for subject in (Bad(), Bad2(), Bad3()):
    try:
        match subject:
            case Bad(1): out.append(1)
            case Bad2(1): out.append(2)
            case Bad3(1): out.append(3)
            case _: out.append('none')
    except TypeError as e: out.append(str(e))
match [1, 2, 3]:
    case [a, b] | [a, b, _]: r = a, b
match {'a': {'b': [1, {'c': 2}]}}:
    case {'a': {'b': [_, {'c': deep}]}}: r2 = deep
match (1, 2):
    case (x, y) as pair: r3 = x, y, pair
match 5:
    case n if n > 10: r4 = 'big'
    case n if n > 3: r4 = 'mid', n
try:
    match 1:
        case int(1, 2): pass
except TypeError as e: r5 = str(e)
match 'abc':
    case [a, b, c]: r6 = 'seq'
    case _: r6 = 'no'
import collections
match collections.OrderedDict(a=1):
    case {'a': 1, **kw}: r7 = kw
match collections.deque([1, 2]):
    case [1, x]: r8 = x
    case _: r8 = None
from collections import namedtuple
T = namedtuple('T', 'u v')
match T(1, 2):
    case T(u=1, v=w): r9 = w
match T(1, 2):
    case T(p, q): r10 = p, q
match T(1, 2):
    case (p, q): r11 = p, q
match 1, [2]:
    case 1, [z]: r12 = z
match -0.0:
    case 0: r13 = 'zero'
match {'x': None}:
    case {'x': None}: r14 = 'null'
class Meta(type): pass
match int:
    case type(): r15 = 'type'
# ---
log = []
def f(n):
    try:
        log.append('try')
        if n == 1: raise ValueError('v')
        if n == 2: return 'ret'
        if n == 3: raise KeyError('k')
    except ValueError as e:
        log.append(f'except {e!r}')
        return 'handled'
    else:
        log.append('else')
    finally:
        log.append('finally')
        if n == 4: return 'from finally'
    return 'end'
r = f(0), f(1), f(2), f(4)
try: f(3)
except KeyError as e: r2 = e.args, str(e), repr(e)
l = log
def g():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
        finally:
            log.append(i)
    else: log.append('no')
    return i
r3 = g()
try:
    try: raise ValueError('a')
    except ValueError as e: raise TypeError('b') from e
except TypeError as e:
    r4 = repr(e.__cause__), repr(e.__context__), e.__suppress_context__
try:
    try: 1/0
    except ZeroDivisionError: raise KeyError('x')
except KeyError as e:
    r5 = repr(e.__cause__), repr(e.__context__)
try: raise ValueError
except ValueError as e: r6 = e.args
try: raise ValueError(1, 2) from None
except (TypeError, ValueError) as e: r7 = str(e), e.args, e.__suppress_context__
try:
    e
except NameError as n: r8 = str(n)
class MyErr(Exception):
    def __init__(self, code, msg='def'): super().__init__(msg); self.code = code
    def __str__(self): return f'[{self.code}] {self.args[0]}'
try: raise MyErr(5)
except MyErr as m: r9 = str(m), repr(m), m.code
try: raise 5
except TypeError as t: r10 = str(t)
try: assert 1 == 2, 'msg %d' % 3
except AssertionError as a: r11 = str(a)
try: assert []
except AssertionError as a: r12 = repr(a)
e1 = ValueError('x'); e1.add_note('note'); r13 = e1.__notes__
r14 = e1.with_traceback(None) is e1, issubclass(KeyError, LookupError), OSError(2, 'no').errno, str(OSError(2, 'no', 'f')), repr(OSError(2, 'no')), StopIteration(5).value, SystemExit(3).code
try: next(iter([]))
except StopIteration as s: r15 = s.value
try: int('x')
except ValueError as s: r16 = str(s)
try: {}['a']
except KeyError as s: r17 = str(s)
try: [].remove(1)
except ValueError as s: r18 = str(s)
try: (1).foo
except AttributeError as s: r19 = str(s), s.name, s.obj
try: undefined_thing
except NameError as s: r20 = str(s), s.name
try: import nonexistent_mod_xyz
except ImportError as s: r21 = str(s), type(s).__name__, s.name
# ---
log = []
try:
    raise ExceptionGroup('g', [ValueError(1), TypeError('t'), ExceptionGroup('n', [ValueError(2), KeyError('k')])])
except* ValueError as eg:
    log.append(('v', eg.exceptions, str(eg)))
except* (TypeError, KeyError) as eg:
    log.append(('tk', repr(eg)))
try:
    try:
        raise ExceptionGroup('g', [ValueError(1), OSError('o')])
    except* ValueError: log.append('only v')
except ExceptionGroup as e: rest = repr(e), e.message, len(e.exceptions)
try:
    try: raise ValueError('naked')
    except* ValueError as e: log.append(repr(e)); raise
except Exception as e: again = repr(e)
eg = ExceptionGroup('m', [ValueError(1), KeyError(2)])
s = eg.split(ValueError), eg.subgroup(lambda e: isinstance(e, KeyError)), eg.derive([OSError()])
try: ExceptionGroup('x', [])
except ValueError as e: err = str(e)
# ---
log = []
class CM:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    def __enter__(self): log.append('enter ' + self.name); return self.name.upper()
    def __exit__(self, t, v, tb): log.append(('exit', self.name, t and t.__name__, str(v))); return self.swallow
with CM('a') as x, CM('b') as y: log.append((x, y))
with CM('s', True): raise ValueError('gone')
try:
    with CM('t') as (p, *q): raise KeyError(p)
except KeyError as e: r = repr(e)
def f():
    with CM('f'): return 'val'
r2 = f()
for i in range(2):
    with CM('loop'):
        if i: break
        continue
with (CM('p') as m, CM('q') as n,): pass
try:
    with 5: pass
except TypeError as e: r3 = str(e)
class NoExit:
    def __enter__(self): return 1
try:
    with NoExit(): pass
except TypeError as e: r4 = str(e)
from contextlib import contextmanager, suppress, ExitStack, nullcontext, closing, redirect_stdout
@contextmanager
def ctx(n):
    log.append(f'in {n}')
    try: yield n * 2
    except ValueError as e: log.append(f'caught {e}')
    finally: log.append(f'out {n}')
with ctx(1) as c: log.append(c)
with ctx(2): raise ValueError('z')
with suppress(KeyError, IndexError): [][1]
with ExitStack() as st:
    v = [st.enter_context(ctx(i)) for i in (7, 8)]
    st.callback(log.append, 'cb')
with nullcontext(5) as nc: pass
l = log
# ---
def g():
    log.append('start')
    try:
        x = yield 1
        log.append(x)
        y = yield x * 2
        log.append(y)
        return 'done'
    except ValueError as e:
        log.append(f'err {e}')
        yield 'recovered'
    finally:
        log.append('fin')
log = []
a = g(); r1 = next(a), a.send(5)
try: a.send('last')
except StopIteration as e: r2 = e.value
b = g(); next(b); r3 = b.throw(ValueError('boom')), list(b)
c = g(); next(c); c.close(); r4 = list(c)
d = g(); r5 = d.gi_frame is None if False else None
try: d.send(1)
except TypeError as e: r6 = str(e)
def sub():
    r = yield from [1, 2]
    s = yield from inner()
    return s
def inner():
    got = yield 'i'
    return ('inner', got)
def main():
    v = yield from sub()
    yield v
m = main(); r7 = next(m), next(m), next(m), m.send('sent'), list(m)
r8 = sum(x * x for x in range(5)), list(zip((i for i in 'ab'), (j for j in range(9)))), (lambda g: (next(g), list(g)))(i for i in range(4))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
import itertools
r9 = list(itertools.islice(fib(), 10))
def bad(): yield 1; raise StopIteration
try: list(bad())
except RuntimeError as e: r10 = str(e), repr(e.__cause__)
gen = (x for x in [1, 2]); r11 = next(gen), next(gen), next(gen, 'default')
def nested(d):
    if d: yield d; yield from nested(d - 1)
r12 = list(nested(4))
def tree(t):
    if isinstance(t, list):
        for x in t: yield from tree(x)
    else: yield t
r13 = [*tree([1, [2, [3, []], 4]])]
def ign():
    try: yield 1
    except GeneratorExit: yield 2
i = ign(); next(i)
try: i.close()
except RuntimeError as e: r14 = str(e)
def rec():
    try: yield next(me)
    except ValueError as e: yield str(e)
me = rec(); r15 = next(me)
l = log
# ---
x = 1
del x
try: x
except NameError as e: r = str(e)
d = {'a': 1, 'b': 2}; del d['a']
l = [1, 2, 3]; del l[0], l[-1]
class C: pass
c = C(); c.a = 1; del c.a
try: del c.a
except AttributeError as e: r2 = str(e)
try: del d['zz']
except KeyError as e: r3 = repr(e)
a = b = 2
del (a)
try: del l[5]
except IndexError as e: r4 = str(e)
y = 5
raise SystemExit
# ---
out = []
for i in range(3):
    if i == 5: break
else: out.append('else')
for i in []: pass
else: out.append('empty else')
while True:
    out.append(i); i -= 1
    if i < 0: break
else: out.append('never')
n = 10
while n > 7: n -= 1
else: out.append(n)
l = [1, 2, 3]
for x in l:
    if x == 2: l.append(9)
    if len(l) > 6: break
s = {1: 'a'}
try:
    for k in s: s[k + 1] = 'b'
except RuntimeError as e: err = str(e)
try:
    d = {1: 1, 2: 2}
    for k in d: del d[k]
except RuntimeError as e: err2 = str(e)
try:
    d3 = {1: 1, 2: 2}
    for k in d3: del d3[k]; d3[k + 10] = 1
except RuntimeError as e: err3 = str(e)
try:
    st = {1, 2}
    for k in st: st.add(k + 10)
except RuntimeError as e: err4 = str(e)
for d3['z'] in range(2): pass
for i, c in enumerate('abc', start=5): pass
for x in reversed([1, 2, 3]): pass
for a, b in zip([1, 2], [3, 4], strict=True): pass
try:
    list(zip([1], [2, 3], strict=True))
except ValueError as e: err5 = str(e)
for k, v in {'a': 1}.items(): pass
try:
    for q in 5: pass
except TypeError as e: err6 = str(e)
# ---
x, y, name = 3.14159, 42, 'conv'
r = [f'{x:.2f}', f'{y:05d}', f'{name!r:>10}', f'{x=}', f'{x = :.1f}', f'{y+1=}', f'{name=!s}', f'{{}}{y}', f'{y:{y//10}d}', f'{x:{"10"}.{2}f}', f'{name:^{10}}', f'{name:*<8}', f'{"nested " + f"{y}"}', f'{y:x} {y:#b} {y:o} {y:e} {y:,}', f'{1234567.891:,.2f} {1234567:_}', f'{0.25:%} {0.12345:.1%}', f'{y!s:>5}', f'{None} {True} {[1, "a"]} {(1,)}', f'{x!a}', f"{'é'!a}", f'{lambda_}' if False else '', f'{(lambda: 5)()}', f'{ {"a": 1}["a"] }', f'{y:<5}|{y:>5}|{y:^5}|{y:+}|{-y: }|{y: }', f'{1e10:g} {1e-5:g} {123456789.0:g} {0.1:g}', f'{True:d} {True}', f'{3:c}' == '\x03', f'{1.5:n}', f'{2**64:,}', f'{-7:08.3f}', f'{7:=+8d}', f'{1+2j:.1f}', f'{float("inf"):f} {float("nan"):5}|', f'''{
    y
}''', rf'\d{y}', f'{y:}' f'{name}', '{}' f'{y}', f'{name.upper()[:2]}_{y:03}', f'{x:10.3}|', f'{x:<10.3}|', f'{1e22} {1e16} {1e15} {123456789012345680.0}', f'{name:.2}', f'{name:10.2}|']
errs = []
for v, s in [(1, 's'), ('a', 'd'), (1.5, 'd'), ([], '5'), (1, '.2d'), ('x', '+'), (None, '5'), (1, 'q'), ('a', ',')]:
    try: errs.append(format(v, s))
    except Exception as e: errs.append(f'{type(e).__name__}: {e}')
# ---
r = ['%s %r %a' % ('x', 'y', 'é'), '%d %i %5d|%-5d|%05d|%+d' % (1, 2, 3, 4, 5, 6), '%x %X %#x %o %#o' % (255, 255, 255, 8, 8), '%e %E %.2e' % (12345.678, 0.00012, 1), '%f %.1f %10.3f|%-10.2f|' % (1.5, 2.25, 3.14159, 2), '%g %G %.3g' % (1e-10, 1e20, 1234567), '%c%c' % (65, 'b'), '%%', '100%% %s' % 5, '%(a)s-%(b)03d' % {'a': 1, 'b': 2, 'c': 3}, '%s' % [1], '%s' % ((1, 2),), '%*d|%-*s|' % (5, 1, 4, 'a'), '%.*f' % (2, 3.14159), '%5.1s|' % 'abc', '% d' % 5, '%d' % 3.99, '%s' % None, '%d' % True, '%r' % 'a\n', '%.3d' % 7, '%+.2e' % -0.0, '%s%s' % ('a', ('b',)), '%i' % -5.5, '%u' % 7]
errs = []
for f, a in [('%d', 'x'), ('%s', ()), ('%s %s', 'a'), ('%d', (1, 2)), ('%z', 1), ('%(a)s', 1), ('%(k)s', {}), ('%c', 'ab'), ('%x', 1.5), ('%', 1), ('a', 5), ('%c', -1), ('%d', None)]:
    try: errs.append(f % a)
    except Exception as e: errs.append(f'{type(e).__name__}: {e}')
# ---
class C:
    a = 5
    def __format__(self, s): return f'<{s}>'
    def __str__(self): return 'STR'
    def __repr__(self): return 'REPR'
c = C()
r = ['{} {}'.format(1, 'a'), '{1} {0}'.format(1, 2), '{a} {b!r}'.format(a=1, b='x'), '{0.a} {0[0]}'.format(c) if False else '{0.a}'.format(c), '{0[k]} {1[0]}'.format({'k': 1}, [2]), '{:>{w}}'.format('x', w=5), '{:{}}'.format('x', 4), '{!s} {!r}'.format(c, c), '{:abc}'.format(c), '{}'.format(c), f'{c}', f'{c!r:>6}', '{{}}'.format(), '{:,} {:_}'.format(1234567, 1234567), '{a[b]}'.format(a={'b': 3}), '{0:.3}'.format('abcdef'), '{:08b}'.format(37), '{:+.1e}'.format(1234.5), '{:s}'.format('x'), '{:5}|{:5}|'.format(1, 'a'), '{:<5}|{:^5}|'.format(1, 2), '{a}{a}'.format_map({'a': 1}), '{:#010x}'.format(255), '{:.0f} {:.0f}'.format(0.5, 1.5), '{:z.1f}'.format(-0.01), '{:05}'.format(-3), '{:05}'.format('ab') if False else '', '{:%}'.format(0.5), '{:5%}'.format(1), '{:g}'.format(100000), '{:g}'.format(1000000), '{:.10g}'.format(0.1), '{:G}'.format(1e-7)]
errs = []
for f, a, k in [('{}', (), {}), ('{a}', (), {}), ('{} {0}', (1,), {}), ('{', (1,), {}), ('}', (1,), {}), ('{!x}', (1,), {}), ('{0.zz}', (1,), {}), ('{:d}', ('a',), {}), ('{[5]}', ([1],), {}), ('{:>>5}', (1,), {}), ('{:10s}', (1,), {}), ('{0[a]}', ([1],), {})]:
    try: errs.append(f.format(*a, **k))
    except Exception as e: errs.append(f'{type(e).__name__}: {e}')
# ---
r = [7 // 2, -7 // 2, 7 // -2, -7 % 3, 7 % -3, 7.5 // 2, -7.5 // 2, -7.5 % 2, 7.5 % -2, divmod(-7, 2), divmod(7.5, -2), 2 ** -1, 2 ** 100, (-2) ** 3, (-8) ** (1/3), 0 ** 0, 0.0 ** 0, 10 ** 20, 1e16, 1e15, 123456789.123456789, 0.1 + 0.2, 1/3, 1e-5, 0.0001, 1e100, 5e-324, 1.7976931348623157e308 * 10, -0.0, 0.0 == -0.0, 1_000_000, 0xff, 0b101, 0o17, 1e3, 3.0, 3., .5, 1j, 1.5j, 3 + 4j, abs(3 + 4j), (1 + 2j) * (3 - 1j), (1 + 2j) / (3 - 1j), (1+2j).conjugate(), (1 + 2j) ** 2, 2 ** 0.5, 1j ** 2, (1+2j) ** 0.5, (-1) ** 0.5, 2 ** 1j, complex('1+2j'), complex(1, -0.0), -1j, complex(0, 0), complex(float('inf'), float('nan'))]
s = [round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.5678, -2), round(1234, -2), round(1250, -2), round(1350, -2), round(0.5), round(1e20), round(2.5, 0), round(-0.4), round(True), int(3.99), int(-3.99), int('42'), int(' -7 '), int('ff', 16), int('0x1f', 16), int('0b11', 0), int('1_000'), int(True), int(1e20), float('1e5'), float(' inf '), float('-nan'), float('1_0.5'), bool('False'), bool(0.0), bool([]), abs(-5), abs(-5.5), pow(2, 10), pow(2, 10, 1000), pow(3, -1, 7), hash(2**61 - 1), hash(-1), hash(1.5), hash(2**70), (255).bit_length(), (-5).bit_length(), (10).bit_count(), (5).to_bytes(2, 'big'), int.from_bytes(b'\x01\x00', 'little'), (2.5).as_integer_ratio(), (0.1).hex(), float.fromhex('0x1.8p1'), (3.0).is_integer(), 1.0.real, (5).numerator, (1.5).__trunc__(), 5 .__add__(3), (5).__truediv__(2), 1 .__eq__('a'), ~5, ~-1, 5 & 3, 5 | 3, 5 ^ 3, 1 << 70, -1 >> 3, -17 >> 2, True & False, True ^ True, ~True, 5 and 0, +True, -True]
errs = []
for t in ['1/0', '1//0', '1%0', '1.0/0', '1.0//0', '1.0%0', '0**-1', '0.0**-1', 'int("abc")', 'int("1.5")', 'float("x")', 'int(None)', 'int([])', 'float(None)', '1<<-1', '"a"+1', '1+"a"', '[]+()', '"a"*"b"', '-"a"', '~1.5', '1.5<<1', 'int(float("nan"))', 'int(float("inf"))', 'round("a")', 'abs("a")', 'pow(2,-1,4)', 'complex("a")', '1j<2j', 'int("z",36)', 'int("8",8)', '1j//1', 'divmod(1,0)', 'float("1e400")', '10.0**400', 'chr(-1)', 'ord("ab")', 'bin(1.5)', 'hex("a")', 'int("1", 1)', 'len(5)', 'sum("ab")', 'sum(["a"])', 'max([])', 'min()', '{}+{}', 'None+1', 'sorted([1,"a"])', 'list(5)', 'dict([1])', 'dict([(1,2,3)])', 'set([[]])', 'int("5", base=10)', 'range(1.5)', 'range(0,1,0)', '"a" in 5', '5 in "a"', '(1j)**(2j)', '0j**-1', '2**1000 / 3', '2**5000/1.0', 'float(2**2000)', '1 if 2 else 1/0']:
    try: errs.append((t, eval(t)))
    except Exception as e: errs.append((t, type(e).__name__, str(e)))
# ---
r = [list(enumerate('ab')), list(zip('abc', [1, 2])), list(map(lambda a, b: a + b, [1, 2], [3, 4])), list(filter(None, [0, 1, '', 'a'])), list(reversed('abc')), sum([1, 2], 10), sum([[1], [2]], []), sum([0.1] * 10), min(3, 1, 2), max('abc'), max([1, -5], key=abs), min([], default=0), any([]), all([]), sorted('hello'), sorted([3, 1, 2], reverse=True), sorted(['b', 'A'], key=str.lower), callable(len), callable(5), isinstance(1, (str, int)), isinstance(True, int), issubclass(bool, int), type(1), type('a').__name__, getattr(1, 'real'), getattr(1, 'x', 'd'), hasattr([], 'append'), list(range(0, 10, 3)), range(5), range(1, 5), range(0, 5, 2), len(range(10, 0, -3)), 5 in range(10), range(3) == range(0, 3, 1), chr(97), ord('a'), bin(10), oct(8), hex(255), repr('a"b\'c'), ascii('é'), divmod(17, 5), id(1) == id(1), hash('a') == hash('a'), iter([]) is not None, next(iter([1])), slice(1, 2), print('x'), dict(a=1, b=2), dict([('a', 1)]), dict(zip('ab', [1, 2])), tuple('ab'), list((1, 2)), set([1, 1]), frozenset([1]), str(b'a', 'ascii'), bytes(3), bytes([1, 2]), bytearray(b'ab'), bool(), int(), float(), str(), list(), complex(), object is object, vars(type('T', (), {'a': 1}))['a'], type('X', (int,), {})(5) + 1, memoryview(b'ab')[0], eval('1+2'), round(1.5), abs(-1), format(3.14159, '.2f'), input is not None, NotImplemented, Ellipsis, __name__, all(x > 0 for x in [1, 2]), sorted({'b': 1, 'a': 2}), sorted({'b': 1, 'a': 2}.items(), key=lambda kv: kv[1]), list(map(str, range(3))), list(zip()), [*map(int, '123')], dir(type('E', (), {'z': 1}))[-1], isinstance([], list | tuple), int | str, int | None, isinstance(5, int | None)]
r2 = [repr(map(str, []))[:10], repr(zip())[:6], repr(iter([]))[:14], repr(filter(None, []))[:10], repr(enumerate([]))[:12], repr(reversed([]))[:20]]
exec('ee = 5')
ns = {}
exec('a = 1\nb = a + 1\ndef f(): return b * 2', ns)
r3 = ns['a'], ns['b'], ns['f'](), sorted(k for k in ns if not k.startswith('__'))
r4 = ee, eval('x + 1', {'x': 5}), eval('x * y', {'x': 2}, {'y': 3})
r5 = globals()['ee'], 'r4' in globals()
def f():
    a = 1; b = 2
    return locals()
r6 = f()
exec('c = a + 10', {'a': 1}, loc := {})
r7 = loc
code = compile('3 * 4', 's', 'eval'); r8 = eval(code)
# ---
s = 'Hello, World'
r = [s.lower(), s.upper(), s.title(), s.swapcase(), s.capitalize(), s.casefold(), s.center(20, '*'), s.ljust(15, '.'), s.rjust(15), s.zfill(15), '-5'.zfill(4), s.find('o'), s.rfind('o'), s.index('W'), s.count('l'), s.replace('l', 'L', 2), s.split(', '), s.split(), s.rsplit('o', 1), s.partition(', '), s.rpartition('zz'), s.startswith(('He', 'x')), s.endswith('d', 0, 5), s.strip('Hd'), '  a '.lstrip(), 'xxaxx'.rstrip('x'), ','.join(['a', 'b']), 'a\tb'.expandtabs(4), 'a\nb\r\nc'.splitlines(), 'a\nb\n'.splitlines(True), 'abc'.isalpha(), '123'.isdigit(), 'a1'.isalnum(), ' '.isspace(), 'Abc'.istitle(), 'abc'.islower(), 'ABC'.isupper(), 'a_b'.isidentifier(), '½'.isnumeric(), '²'.isdigit(), '²'.isdecimal(), 'é'.encode(), 'é'.encode('latin-1'), b'\xc3\xa9'.decode(), 'abc'.translate(str.maketrans('ab', 'xy', 'c')), str.maketrans({'a': 'b'}), 'conv2d_1'.removeprefix('conv').removesuffix('_1'), 'a' * 3, 'a' in 'abc', 'abc'[::-1], 'ß'.upper(), 'İ'.lower(), 'x'.join('abc'), 'a,b,,c'.split(','), ' a  b '.split(' '), 'a b c'.split(None, 1), 'one two'.title(), "it's".title(), 'aXbX'.rsplit('X'), ''.split(), ''.split(','), 'abc'.isprintable(), '\n'.isprintable(), 'abc' < 'abd', min('hello'), '%s' % 'x', 'abc'.encode('utf-16'), 'tab\t"q" \'s\'', 'a\\b', '\x00\x1f\x7f\x80é☃\U0001f600', repr('\ud800'), len('😀'), ascii('😀'), 'a' 'b', 'Straße'.casefold(), 'ǆ'.title(), '\u0660'.isdecimal(), int('\u0661\u0662'), 'aa'.replace('', '-'), 'abcabc'.find('c', 3), 'abc'.find('', 5), ''.join(reversed('abc')), 'x=1;y=2'.split(';'), str(1.0), str([1, 'a']), str(None), 'abc'.__contains__('b'), 'a'.__add__('b'), 'a'.__lt__('b'), '{0}'.__mod__(()), ' '.join(f'{i}' for i in range(3))]
# ---
b = b'Hello\x00\xff'
r = [b, b[0], b[1:3], b.hex(), b.hex(' '), b.hex('-', 2), bytes.fromhex('48 65'), b.find(b'l'), b.split(b'l'), b.replace(b'l', b'L'), b'a,b'.split(b','), b'abc'.upper(), b'a' + b'b', b'a' * 3, b'%d %s' % (5, b'x'), list(b'ab'), bytearray(b'abc'), b'abc'.decode('utf-8'), bytes('é', 'utf8'), bytes([65, 66]), b'a' in b'abc', 97 in b'abc', b'abc'.startswith(b'a'), b'\t'.isspace(), b'ab'.join([b'1', b'2']), b'abc' < b'abd', b'abc'.center(7, b'*'), b"it's", b'"\'', bytes(3), b'x'.zfill(3), b'A'.lower(), b'abc'.index(b'c'), b'abc'.count(b'b'), b'ab\ncd'.splitlines(), b' a '.strip(), b'abc'.translate(bytes.maketrans(b'a', b'b')), b'abc'[::-1], hash(b'') == hash(''), b'' == '', b'abc'.partition(b'b'), b'abc'.removeprefix(b'a')]
ba = bytearray(b'abc'); ba[0] = 120; ba.append(33); ba.extend(b'zz'); del ba[1]; ba += b'!'
r2 = ba, bytes(ba), ba.pop(), ba.find(b'z'), ba
errs = []
for t in ['b"a" + "a"', 'bytes("a")', 'bytes([256])', 'b"a".join(["a"])', 'bytes.fromhex("zz")', 'b"\xff".decode()' if 0 else 'b"\\xff".decode()', '"é".encode("ascii")', 'b"a"[5]', 'bytearray(b"a").append(300)', 'b"a".hex(5)', 'b"ab".hex(sep=5)', 'b"ab".hex("ab")', 'b"abc"[0] == 97', 'b"ab".find("a")', 'b"ab".find(300)', 'bytes(-1)', 'bytes(1.5)', 'b"%d" % "a"', '"a".encode("zzz")']:
    try: errs.append((t, eval(t)))
    except Exception as e: errs.append((t, type(e).__name__, str(e)))
# ---
l = [3, 1, 2]
l.append(5); l.extend('ab'); l.insert(1, 'x'); l.insert(-1, 'y'); l.insert(100, 'z')
r1 = l[:]
r2 = l.pop(), l.pop(0), l.index(1), l.count('x'), l.remove('x'), l.copy() == l, l.reverse(), l
m = [3, 1, 2]; r3 = m.sort(), m; m.sort(reverse=True); m.sort(key=lambda v: -v % 3)
n = m + [1]; o = m * 2; p = [1, 2] == [1, 2], [1] < [2], [1, 2, 3].index(3, 1), 2 * [0]
m.clear()
errs = []
for t in ['[].pop()', '[1].index(2)', '[1].remove(2)', '[1, "a"].sort()', '[1] + (2,)', '[1].pop(5)', '[1]["a"]', '[1].foo', '[3,1].sort(lambda x: x)', '[1] * 1.5', '[].insert(1)', '[1].index("a", 0, 5)', '(1,).index(5)', '(1,).append(2)', '(1, 2) + [3]']:
    try: errs.append(eval(t))
    except Exception as e: errs.append(f'{type(e).__name__}: {e}')
rec = [1]; rec.append(rec)
rd = {}; rd['self'] = rd
s = [[1, 2], [3]]; t = [*s[0], *s[1]]; flat = sum(s, [])
q = sorted([(1, 'b'), (1, 'a'), (0, 'c')]), sorted([[2], [1, 5], []]), sorted('bca', key=lambda c: {'a': 2, 'b': 1, 'c': 3}[c])
st = sorted(['x1', 'x10', 'x2'], key=lambda s: int(s[1:]))
# ---
d = {'a': 1, 'b': 2}
r = [d.get('a'), d.get('z'), d.get('z', 0), d.setdefault('c', []), d.pop('a'), d.pop('zz', None), d.popitem(), d.update({'x': 1}, y=2), d, list(d), d.keys(), d.values(), d.items(), 'x' in d, len(d), d.copy() is d, dict.fromkeys('ab'), dict.fromkeys([1, 2], 0), d | {'n': 1}, {'n': 1} | d, list(reversed(d)), d == {'y': 2, 'x': 1, 'b': 2}, {**d, 'q': 1}, d.keys() & {'x', 'zz'}, d.keys() - {'x', 'b'}, sorted(d.keys() | ['w']), ('x', 1) in d.items(), dict(d, k=5), {i: i ** 2 for i in range(3)}, {v: k for k, v in d.items()}, max(d, key=d.get), sorted(d, key=d.get, reverse=True), [*d.items()], d.keys() == {'b', 'x', 'y'}, {1: 'a'}.items() == {(1, 'a')}, list(d.items())[0], iter(d).__next__(), dict(), {}, {(): 1}, {None: 0, (1, 2): 'x'}]
errs = []
for t in ['{}["a"]', '{}.popitem()', '{}.pop(1)', '{[]: 1}', '{}.update(5)', '{}.update([1])', 'dict(1)', 'dict([("a",)])', '{} | 5', '{}.foo', 'dict(a=1, **{"a": 2})', 'dict.fromkeys(5)', '{{}}', '{1: 2}.items()[0]', 'dict(**{1: 2})']:
    try: errs.append(eval(t))
    except Exception as e: errs.append(f'{type(e).__name__}: {e}')
d.clear()
class D(dict):
    def __missing__(self, k): return k * 2
m = D(a=1); r2 = m['a'], m['zz'], m.get('q'), m, type(m)
nested = {'a': {'b': {'c': 1}}}
cur = nested
for k in 'abc': cur = cur[k]
order = {}
for k in ['z', 'a', 'z', 'm']: order[k] = order.get(k, 0) + 1
# ---
s = {3, 1, 2}
r = [s, s | {5}, s & {1, 9}, s - {1}, s ^ {1, 7}, s.union([8], (9,)), s.intersection([1, 2]), s.difference({3}), s.symmetric_difference([3, 4]), s.issubset({1, 2, 3, 4}), s.issuperset([1]), s.isdisjoint({9}), len(s), 2 in s, sorted(s), frozenset(s), set(), frozenset(), {1, 1.0, True}, {x % 3 for x in range(10)}, s == {1, 2, 3}, max(s), sum(s), {frozenset({1}): 2}, s.copy(), list({5, 3, 9, 1}), {10, 20, 30, 40, 5}, {-1, -2, 0}, {100, 8, 16, 0}, set(range(20)), {(1, 2), }, {1.5, 2}, hash(frozenset([1, 2])) == hash(frozenset([2, 1])), {1} | frozenset({2}), frozenset({2}) | {1}]
s.add(10); s.discard(99); s.remove(1); s.update([20, 30], {40})
r2 = s, s.pop() in (2, 3, 10, 20, 30, 40)
errs = []
for t in ['set().pop()', '{1}.remove(2)', '{1} | [2]', '{[1]}', 'set(5)', 'frozenset().add(1)', '{1}[0]', '{1} + {2}', '{1} < [1]', 'set().remove([])']:
    try: errs.append(eval(t))
    except Exception as e: errs.append(f'{type(e).__name__}: {e}')
# ---
t = 1, 'a', 2.0
r = [t, (), (1,), t + (3,), t * 2, t[0], t.index('a'), t.count(1), len(t), (1, 2) < (1, 3), hash((1, 2)) == hash((1, 2)), tuple([1]), t[::-1], 1 in t, (1, (2, 3)), ((),), (None,), t == (1, 'a', 2), *t]
# ---
log = []
def deco(tag):
    log.append(('make', tag))
    def wrap(f):
        log.append(('wrap', tag, f.__name__))
        def inner(*a, **k): return (tag, f(*a, **k))
        return inner
    return wrap
@deco('a')
@deco('b')
def f(x): return x
r = f(1), f.__name__
class Count:
    def __init__(self, f): self.f, self.n = f, 0
    def __call__(self, *a): self.n += 1; return self.f(*a)
@Count
def g(x): return x + 1
g(1); g(2)
r2 = g.n, g(5)
reg = {}
def register(name=None):
    def d(o): reg[name or o.__name__] = o; return o
    return d
@register()
class A: pass
@register('bee')
def b(): pass
r3 = sorted(reg), reg['A'] is A
import functools
def trace(f):
    @functools.wraps(f)
    def w(*a, **k):
        """w doc"""
        log.append((f.__name__, a, k)); return f(*a, **k)
    return w
@trace
def h(x: int = 3) -> str:
    "h doc"
    return x
r4 = h(4), h(x=5), h.__name__, h.__doc__, h.__wrapped__(1), h.__annotations__, h.__qualname__, h.__module__
class M:
    @staticmethod
    def s(x): return x
    @classmethod
    def c(cls, x): return cls.__name__, x
    @property
    def p(self): return 'p'
    @functools.lru_cache(maxsize=None)
    def cached(self, n): log.append(n); return n * 2
m = M(); r5 = M.s(1), m.s(2), M.c(3), m.c(4), m.p, m.cached(2), m.cached(2)
l = log
@(lambda f: 'replaced')
def gone(): pass
x = [lambda: 1, lambda: 2]
@x.append
def appended(): pass
r6 = len(x), appended
# ---
fns = {}
for name in ('relu', 'tanh'):
    def act(x, name=name): return f'{name}({x})'
    fns[name] = act
r = [f(1) for f in fns.values()]
def make():
    out = []
    for i in range(3):
        def f(): return i
        out.append(f)
    return out
r2 = [f() for f in make()]
r3 = make()[0].__closure__[0].cell_contents
def compose(*fs):
    def run(x):
        for f in reversed(fs): x = f(x)
        return x
    return run
r4 = compose(str, lambda x: x + 1, int)('41')
def acc():
    total = 0
    def add(x):
        nonlocal total
        total += x
        return total
    add.reset = lambda: None
    return add
a1, a2 = acc(), acc()
r5 = a1(1), a1(2), a2(10), hasattr(a1, 'reset')
def deep():
    x = 1
    def l1():
        def l2():
            nonlocal x
            x = 5
        l2()
        return x
    return l1(), x
r6 = deep()
def memo(f):
    cache = {}
    def w(n):
        if n not in cache: cache[n] = f(n)
        return cache[n]
    return w
@memo
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
r7 = fib(60)
r8 = (lambda n: (lambda f: f(f, n))(lambda s, k: 1 if k == 0 else k * s(s, k - 1)))(20)
# ---
a = 1
b = [a, 2]
b.append(len(b))
c = {'k': b}
def go(x):
    c['before'] = x
    raise RuntimeError('stop here')
go(5)
d = 'never'
# ---
x = []
class A:
    x.append('body')
    y = 1 / 0
z = 1
# ---
q = 1
import surely_not_a_module_abc
r = 2
# ---
log = []
try:
    log.append(1)
    raise ValueError('x')
finally:
    log.append(2)
after = 1
# ---
r = [2 ** 200, 10 ** 50 // 7, -10 ** 30 % 97, (1 << 100) - 1, int('9' * 40), 123456789 ** 5, -(2 ** 70) >> 5, 2 ** 64 & 0xffff, 10 ** 18 * 10 ** 18, float(10 ** 25), int(1e25), 10 ** 25 == 1e25, 2 ** 53 + 1 == float(2 ** 53 + 1), (2 ** 100).bit_length(), hex(2 ** 70), str(2 ** 80)[::-1], divmod(10 ** 30, 12345), pow(7, 1000, 10 ** 9 + 7), 10 ** 30 / 10 ** 10, 3 * 10 ** 30 / 7, -7 ** 25 // 10 ** 3, sum(range(10 ** 6)), len(str(2 ** 1000)), 0xdeadbeefcafebabe * 3, round(10 ** 20 + 5, -1), int.from_bytes(b'\xff' * 10, 'big'), (2 ** 65).to_bytes(9, 'little'), f'{2 ** 90:,}', f'{2 ** 90:e}', f'{10 ** 20:.3g}', '%d' % 10 ** 3 if False else '%d' % (10 ** 30), hash(10 ** 30), 2 ** 63 ^ 2 ** 62, ~(2 ** 65), max(2 ** 70, 1e30), 2 ** 70 > 1e21, min(2 ** 64, float('inf'))]
import math
s = [math.factorial(25), math.comb(50, 25), math.perm(10, 3), math.gcd(2 ** 70, 6 ** 30), math.lcm(12, 18, 8), math.isqrt(10 ** 41), math.prod(range(1, 30)), math.floor(1e20), math.ceil(-1e18 - 0.5), math.log2(2 ** 200), math.log10(10 ** 30), math.log(10 ** 400), math.sqrt(10 ** 40)]
# ---
r = [1e21, 1e22, 1.0e16, 9007199254740993.0, 0.1 + 0.7, 1.1 * 3, 100 * 1.1, 1e-7, 123e-10, 1.5e300 * 1e10, 2.0 ** 0.5, 1e5, 12345678901234567890.0, 0.3 - 0.1, 1 - 0.9, 4.35 * 100, 1.005 * 1000, 3.0e-5, 1e-4, 0.00001234, 5e-324, 2.2250738585072014e-308, float('1e309'), -float('inf'), float('nan'), 1e0, 100000000000000000000.0, 0.5e-10, 7.0 / 3, 22 / 7, 1e16 + 1, 1e15 + 0.5, 33.333333333333336, 1 / 49 * 49, 6.02e23, 1.6e-19, str(1e-10), repr(1.0), 3.14 // 1, -3.14 // 1, -0.0 + 0, 0.0 * -1, round(3.14159, 3), round(-1.55, 1), round(5.015, 2), round(1e-10, 5), round(123.456, -1), round(1.5e300), int(2.9999999999999999), 0.1 * 3, 0.2 + 0.4, 1.1 + 2.2, 1e308 + 1e308, 1e-320]
# ---
r = [1j * 1j, (3+4j) / 2, 2 / (1+1j), (1+2j) - (1+2j), (1+2j) ** 3, (1+2j) ** -1, (1+2j) ** 0, (2+3j) ** (1+1j), 2 ** (1+1j), 0j ** 2, (1+1j) ** 2.0, (1j) ** 0.5, abs(-3-4j), (1+2j).real, (1+2j).imag, complex(3), complex(1, 2), complex('3-4j'), complex('j'), str(1-0j), -(1+0j), 1-1j == complex(1, -1), bool(0j), (1+2j) + 1, 1.5 * (1+2j), f'{1+2j}', f'{1.5+2j:.2f}', f'{1+2j:>10}', repr(1e20+1e-5j), complex(1.0, float('inf')), hash(1+0j), complex(1+2j, 3), sum([1j, 2]), (1+2j) != 1, (1j).__class__, complex(True), (-1+0j) ** 0.5, complex(0, -0.0), 1e300j * 1e10, (3+4j).__abs__(), round((1.234+0j).real, 1)]
# ---
f = lambda x, *a, y=2, **k: x if y else a
r = [f(1), f(1, 2, y=0), (lambda: (yield))() is not None, [lambda: 0][0](), (lambda x: lambda y: x + y)(1)(2), sorted([3, -1, 2], key=lambda v: (v < 0, -v)), [(lambda v: v * i)(2) for i in range(3)], 'a' if [] else 'b' if 0 else 'c', not 1 == 2, (1, 2)[True], -2 ** 2, 2 ** 3 ** 2, (-2) ** 2, 1 + 2 * 3 % 4 - 5 // 2, 1 if True else 1 / 0, [1, 2][0] if 1 in {1} else None, 7 & 3 == 3, not True in [False], 1 or 1 / 0, *[x for x in (1, 2)], ~1 + 2, 5 - -3, 1 < 2 < 3 == 3, 3 if 0 else 4 if 0 else 5]
# ---
m = [[1, 2, 3], [4, 5, 6]]
r = [[row[i] for row in m] for i in range(3)], [x for row in m for x in row if x % 2 if x > 1], {x: [y for y in range(x)] for x in range(3)}, {x for x in 'hello' if x in 'lo'} == {'l', 'o'}, list(x + y for x in 'ab' for y in 'cd'), [(i, j) for i in range(3) for j in range(i)], [i for i in range(10) if i % 2 == 0 if i % 3 == 0], [[] for _ in range(2)], dict((k, v) for k, v in zip('ab', (1, 2))), [x if x > 1 else -x for x in range(3)], [a for a, *b in [(1, 2, 3), (4,)]], [*(i for i in range(3))], [f(i) for i in range(2) for f in (str, float)], {**{k: 1 for k in 'xy'}}, tuple(i for i in range(3)), sum(1 for _ in 'abc'), [x for x in [y for y in range(5)] if x], [(x, y) for x in range(2) if x for y in 'a'], [lambda: x for x in range(2)][0](), {(a, b): a * b for a in (1, 2) for b in (3, 4)}
# ---
import asyncio
async def f(x): return x
async def g():
    async with a as b: pass
    async for i in y: pass
    return [i async for i in z]
r = f.__name__, callable(f)
class A:
    async def m(self): pass
    def n(self): return 5
s = A().n()
t = [1, 2]
# ---
CONFIG = {'depth': 1, 'layers': []}
def add(name, **kw):
    CONFIG['layers'].append({'name': name, **kw})
    CONFIG['depth'] += 1
    return len(CONFIG['layers'])
r = add('conv', filters=3), add('pool')
snapshot = {k: (v[:] if isinstance(v, list) else v) for k, v in CONFIG.items()}
CONFIG['layers'][0]['filters'] *= 2
from copy import copy, deepcopy
sh, dp = copy(CONFIG), deepcopy(CONFIG)
CONFIG['layers'].append('x'); CONFIG['depth'] = 0
s = sh, dp, snapshot
# ---
from typing import *
x: int = 5
y: 'List[int]'
z: Optional[int] = None
class C:
    a: int
    b: str = 'x'
def f(*args: int, **kw: str) -> Tuple[int, ...]:
    v: float = 1
    return (*args, *kw)
r = f(1, 2, a='b'), f.__annotations__, C.__annotations__, __annotations__
def g():
    yield 1, *[2, 3]
s = list(g())
d = {(1, 2): 'a'}
t = d[1, 2], d[(1, 2)]
T = TypeVar('T'); u = List[int], Dict[str, Any], Optional[int], Union[int, str], Callable[[int], str], Tuple[int, ...], list[int], dict[str, int], Union[int, None], Literal['a', 1], ClassVar[int], Type[int], Iterable[str], T, Any, Sequence
# ---
v = [pow(2, 3), pow(2.0, 3), pow(2, -2), pow(-2, 0.5), pow(0, 0), pow(1j, 2), pow(5, 3, 7), pow(5, -1, 7), pow(-5, 3, 7), pow(5, 3, -7), pow(base=2, exp=4), divmod(-5, 3), divmod(5, -3), divmod(-5.5, 2), divmod(1e20, 3), -5 // 3 * 3 + -5 % 3, 5.5 % -2, -0.0 % 3, 3 % float('inf'), -3 % float('inf'), 7 // 0.5, 1e300 // 1e-10, int(-0.5), round(-0.5), round(0.5), round(1.5), round(-1.5), round(2.5, 1), round(25, -1), round(35, -1), round(-25, -1), round(15.5), int('0'), int('-0'), int('+5'), int('  12\n'), float('.5'), float('5.'), float('1E3'), float('+1'), float('infinity'), float('-INF'), bool('0'), bool(None)]
