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
