log=[]
def h():
    try:
        x = yield 1
        log.append(x)
        yield 2
    except ValueError as e:
        log.append(repr(e)); yield 'rec'
    finally: log.append('hfin')
    return 'hr'
def g():
    try:
        r = yield from h()
        log.append(r)
        yield 'g'
    finally: log.append('gfin')
a = g(); r = next(a), a.throw(ValueError('v')), next(a), list(a)
b = g(); next(b); b.close()
c = g(); next(c)
try: c.throw(KeyError('k'))
except KeyError as e: s = repr(e)
l = log
class W:
    def __set__(s, o, v): pass
class A: x = W()
try: del A().x
except AttributeError as e: t = str(e)
# ---
import os
from typing import Union, Callable, Dict
class Loud(type):
    def __init__(cls, name, bases, ns, **options): super().__init__(name, bases, ns)
class A(metaclass=Loud): pass
a = type(A()), type(A), type(A()).__name__
b = Union[int, None, str], Callable[[int], None], Dict[str, None]
c = os.path.abspath('/a/../b'), os.path.expanduser('x/y'), os.path.splitdrive('/a/b')
d = 'aé☃\U0001f600'.encode('ascii', 'backslashreplace'), 'aé☃'.encode('ascii', 'xmlcharrefreplace')
from enum import IntFlag, auto
class F(IntFlag):
    A = auto(); B = auto(); C = 16
    ALL = A | B | C
e = F.ALL, F.ALL & ~F.B, list(F)
def f():
    try:
        print(later)
        later = 1
    except UnboundLocalError as error: return error.name, str(error)
g = f()
class First:
    def __init__(self, n): self.n = n
    def __iter__(self): self.i = 0; return self
    def __next__(self):
        self.i += 1
        if self.i > self.n: raise StopIteration
        return self.i
h, *i = First(3)
# ---
a = [1]
if a:
    a.append(2)
    b = len(a)
    raise ValueError('the end')
    c = 1
a.append(3)
b = 0
d = 1
# ---
x = 1
def stop(): raise SystemExit(2)
y = [x]
stop()
x = 2
y.append(x)
z = 3
# ---
a = {64, 128, 256}.union([3, 1, 2], {5, 1, 9})
b = {64, 128, 256}.union((1, 2, 3))
c = {1, 2}.union(), {1,2}.union([]), frozenset([9, 1]).union([100, 50, 3])
d = {10, 20}.union(range(30), {5: 1})
try: [] * 3 ** 50
except OverflowError as x: f = str(x)
def g():
    yield from (v * v for v in range(4))
    yield 'end'
h = g()
i = next(h), h.send('lost'), next(h), list(h)
from collections import namedtuple
P = namedtuple('P', 'x')
try: P(1).y = 2
except AttributeError as e: j = str(e)
class E:
    def __eq__(self, o): return True
class F(E): pass
k = E.__hash__, F.__hash__, '__hash__' in vars(E), P.__doc__
try:
    class N(None): pass
except TypeError as e: l = str(e)
class Box(tuple):
    __slots__ = ()
try: Box((1,)).z = 1
except AttributeError as e: m = str(e)
class Str(str): pass
s = Str('a'); s.z = 1; n = vars(s)
