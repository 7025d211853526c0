class A:
    count = 0
    def __init__(self, x, y=2):
        self.x = x
        self.y = y
        A.count += 1
    def total(self):
        return self.x + self.y
a = A(1)
b = A(2, y=3)
r = a.total(), b.total(), A.count, a.count
a.count = 10
s = A.count, a.count, b.count
t = a.__dict__, vars(b)
# ---
class Base:
    def hello(self):
        return 'base'
class Left(Base):
    def hello(self):
        return 'left ' + super().hello()
class Right(Base):
    def hello(self):
        return 'right ' + super().hello()
class Both(Left, Right):
    def hello(self):
        return 'both ' + super().hello()
r = Both().hello()
m = [c.__name__ for c in Both.__mro__]
i = isinstance(Both(), Base), issubclass(Both, Right), issubclass(Left, Right)
b = Both.__bases__
# ---
class X: pass
class Y(X): pass
try:
    class Z(X, Y): pass
except TypeError as e:
    r = str(e).split('\n')[0]
# ---
class T:
    def __init__(self, c):
        self._c = c
    @property
    def f(self):
        return self._c * 9 / 5 + 32
    @f.setter
    def f(self, value):
        self._c = (value - 32) * 5 / 9
    @f.deleter
    def f(self):
        self._c = None
t = T(100)
r = t.f
t.f = 32
s = t._c
del t.f
u = t._c
class RO:
    @property
    def p(self):
        return 1
try:
    RO().p = 2
except AttributeError as e:
    v = str(e)
# ---
class M:
    factor = 3
    @staticmethod
    def double(x):
        return 2 * x
    @classmethod
    def scaled(cls, x):
        return cls.factor * x
    @classmethod
    def make(cls):
        return cls()
class N(M):
    factor = 5
r = M.double(4), M().double(5), M.scaled(2), N.scaled(2), N().scaled(3), type(N.make()).__name__
# ---
class V:
    def __init__(self, x, y):
        self.x, self.y = x, y
    def __add__(self, o):
        return V(self.x + o.x, self.y + o.y)
    def __sub__(self, o):
        return V(self.x - o.x, self.y - o.y)
    def __mul__(self, k):
        if isinstance(k, V):
            return self.x * k.x + self.y * k.y
        return V(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __neg__(self):
        return V(-self.x, -self.y)
    def __abs__(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5
    def __eq__(self, o):
        return isinstance(o, V) and (self.x, self.y) == (o.x, o.y)
    def __bool__(self):
        return bool(self.x or self.y)
    def __repr__(self):
        return f'V({self.x!r}, {self.y!r})'
    def __getitem__(self, i):
        return (self.x, self.y)[i]
    def __len__(self):
        return 2
    def __iter__(self):
        yield self.x
        yield self.y
    def __contains__(self, v):
        return v in (self.x, self.y)
    def __call__(self, k):
        return k * self
a, b = V(1, 2), V(3, 4)
r = a + b, a - b, a * 3, 3 * a, a * b, -a, abs(b), a == V(1, 2), a != b, bool(V(0, 0)), a[1], a[-1], len(a), list(b), 3 in b, b(2), [*a], max(b)
x, y = b
# ---
class R:
    def __init__(self, v): self.v = v
    def __radd__(self, o): return ('radd', o)
    def __rsub__(self, o): return ('rsub', o)
    def __rmul__(self, o): return ('rmul', o)
    def __rtruediv__(self, o): return ('rtruediv', o)
    def __rfloordiv__(self, o): return ('rfloordiv', o)
    def __rmod__(self, o): return ('rmod', o)
    def __rpow__(self, o): return ('rpow', o)
    def __rand__(self, o): return ('rand', o)
    def __ror__(self, o): return ('ror', o)
    def __rxor__(self, o): return ('rxor', o)
    def __rlshift__(self, o): return ('rlshift', o)
    def __rmatmul__(self, o): return ('rmatmul', o)
z = R(1)
r = [1 + z, 'a' + z, [1] + z, 2 - z, (1,) * z, 3 / z, 4 // z, 5 % z, 6 ** z, 7 & z, 8 | z, 9 ^ z, 10 << z, 11 @ z, None + z]
s = '%s' % z.v
# ---
class I:
    def __init__(self): self.log = []
    def __iadd__(self, o):
        self.log.append(('iadd', o))
        return self
    def __imul__(self, o):
        self.log.append(('imul', o))
        return self
i = I()
j = i
i += 1
i *= 2
r = i is j, i.log
# ---
class C:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return self.n < o.n
    def __repr__(self): return f'C{self.n}'
cs = [C(3), C(1), C(2)]
r = sorted(cs), max(cs, key=lambda c: c.n), min(cs), sorted(cs, reverse=True)
s = C(1) > C(0)
try:
    C(1) <= C(2)
except TypeError as e:
    t = str(e)
# ---
class D:
    def __getattr__(self, name):
        if name.startswith('x_'):
            return name[2:]
        raise AttributeError(name)
d = D()
d.real = 1
r = d.x_foo, d.real, hasattr(d, 'nope'), getattr(d, 'nope', 'default'), getattr(d, 'x_y')
try:
    d.zip
except AttributeError as e:
    s = str(e)
# ---
class S:
    def __setattr__(self, k, v):
        object.__setattr__(self, k, v * 2)
    def __delattr__(self, k):
        object.__setattr__(self, 'deleted', k)
s = S()
s.a = 5
del s.zzz
r = s.__dict__
class G:
    def __getattribute__(self, name):
        if name == 'magic':
            return 42
        return object.__getattribute__(self, name)
g = G()
g.v = 1
t = g.magic, g.v
# ---
class Item:
    def __init__(self): self.d = {}
    def __setitem__(self, k, v): self.d[k] = v
    def __getitem__(self, k): return self.d.get(k, k)
    def __delitem__(self, k): self.d[k] = 'gone'
i = Item()
i['a'] = 1
i[1:2] = 'slice'
del i['b']
r = i['a'], i['z'], i[1, 2], i['b'], i[::2]
# ---
class Old:
    def __init__(self, n): self.n = n
    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError
        return i * 10
r = list(Old(3)), 20 in Old(3), [x for x in Old(2)]
# ---
class P:
    def __init_subclass__(cls, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
        P.known.append(cls.__name__)
P.known = []
class Q(P, tag='q'): pass
class R(Q): pass
r = P.known, Q.tag, R.tag
# ---
class Meta(type):
    def __new__(mcs, name, bases, ns):
        ns['added'] = name.lower()
        return super().__new__(mcs, name, bases, ns)
    def __call__(cls, *a):
        obj = super().__call__(*a)
        obj.made = True
        return obj
    def __len__(cls):
        return 7
    @property
    def prop(cls):
        return cls.__name__ + '!'
class K(metaclass=Meta):
    def __init__(self, v=0): self.v = v
class L(K): pass
r = K.added, L.added, K(3).made, K(3).v, len(K), K.prop, type(K).__name__, isinstance(K, Meta)
# ---
class Singleton:
    _instance = None
    def __new__(cls, *args):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance
    def __init__(self, v=None):
        self.v = v
a = Singleton(1)
b = Singleton(2)
r = a is b, a.v
# ---
class Desc:
    def __set_name__(self, owner, name):
        self.name = name
    def __get__(self, obj, cls=None):
        if obj is None:
            return self.name
        return obj.__dict__.get(self.name, 'unset')
    def __set__(self, obj, value):
        obj.__dict__[self.name] = value * 2
class H:
    attr = Desc()
    other = Desc()
h = H()
r0 = h.attr
h.attr = 4
r = h.attr, H.other, h.other, h.__dict__
class NonData:
    def __get__(self, obj, cls): return 'nondata'
class H2:
    v = NonData()
h2 = H2()
r2 = h2.v
h2.__dict__['v'] = 'own'
r3 = h2.v
# ---
class A: pass
a = A()
try:
    a.missing
except AttributeError as e:
    r = str(e)
try:
    A.missing
except AttributeError as e:
    s = str(e)
try:
    None.foo
except AttributeError as e:
    t = str(e)
try:
    (1).foo
except AttributeError as e:
    u = str(e)
try:
    A(1)
except TypeError as e:
    v = str(e)
try:
    a()
except TypeError as e:
    w = str(e)
try:
    len(a)
except TypeError as e:
    x = str(e)
try:
    a[0]
except TypeError as e:
    y = str(e)
try:
    for i in a: pass
except TypeError as e:
    z = str(e)
# ---
class L(list):
    def total(self): return sum(self)
    def append(self, x):
        super().append(x * 2)
l = L([1, 2])
l.append(5)
l.tag = 'x'
r = l, l.total(), len(l), l[2], l + [1], type(l + [1]).__name__, isinstance(l, list), l == [1, 2, 10], l.tag, l[1:], type(l[1:]).__name__
# ---
class D(dict):
    def __missing__(self, k): return k * 2
    def __getattr__(self, k):
        try:
            return self[k]
        except KeyError:
            raise AttributeError(k)
d = D(a=1, b=2)
d['c'] = 3
r = d['a'], d['zz'], d.b, d, len(d), d.get('q'), sorted(d), d == {'a': 1, 'b': 2, 'c': 3}
class AttrDict(dict):
    def __init__(self, *a, **k):
        super().__init__(*a, **k)
        self.__dict__ = self
e = AttrDict(x=1)
e.y = 2
e['z'] = 3
s = e, e.x, e.z, e['y']
# ---
class Str(str):
    def shout(self): return self.upper() + '!'
class Int(int):
    def __add__(self, o): return Int(int(self) + int(o) + 100)
    def half(self): return self / 2
class Flt(float): pass
class Tup(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    def first(self): return self[0]
s = Str('abc')
i = Int(5)
r = s, s.shout(), s + 'd', type(s + 'd').__name__, len(s), s == 'abc', {s: 1}['abc'], s[1], isinstance(s, str)
q = i, i + 1, i.half(), i * 2, type(i * 2).__name__, i == 5, [10, 20, 30, 40, 50, 60][i], range(i), f'{i:03d}', hash(i) == 5
t = Tup(7, 8), Tup(7, 8).first(), Tup(1) == (1,), Flt(1.5) + 1, str(Flt(2)), repr(Flt(0.5))
# ---
class E(Exception):
    def __init__(self, code, msg='m'):
        super().__init__(msg)
        self.code = code
    def __str__(self): return f'E{self.code}: {self.args[0]}'
try:
    raise E(3, 'bad')
except E as e:
    r = str(e), repr(e), e.code, e.args
class F(ValueError): pass
s = repr(F('a', 1)), str(F()), str(F('x')), str(F('x', 2)), repr(F()), F('q').args
# ---
class A:
    def __init__(self): self.v = self.compute()
    def compute(self): return 'A'
class B(A):
    def compute(self): return 'B' + super().compute()
r = A().v, B().v
class C(B):
    def __init__(self):
        A.__init__(self)
        self.w = super(B, self).compute()
c = C()
s = c.v, c.w
# ---
def make(name):
    return type(name, (object,), {'x': 1, 'get': lambda self: self.x, '__repr__': lambda self: name + '()'})
K = make('Dyn')
r = K(), K().get(), K.__name__, K.x
s = type(3), type(None), type('a') is str, type(K), type(type)
# ---
class A:
    __slots__ = ('x', 'y')
    def __init__(self): self.x = 1
a = A()
r = a.x
try:
    a.z = 1
except AttributeError as e:
    s = str(e)
try:
    a.y
except AttributeError as e:
    t = str(e)
# ---
class Hsh:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __hash__(self): return hash(self.v)
d = {Hsh(1): 'one', Hsh('k'): 'kay'}
r = d[Hsh(1)], d[Hsh('k')], Hsh(2) in d, len({Hsh(1), Hsh(1), Hsh(2)})
class Eq:
    def __eq__(self, o): return True
try:
    {Eq(): 1}
except TypeError as e:
    s = str(e)
# ---
class Ctx:
    log = []
    def __init__(self, n, swallow=False): self.n, self.swallow = n, swallow
    def __enter__(self):
        self.log.append(('enter', self.n))
        return self
    def __exit__(self, t, v, tb):
        self.log.append(('exit', self.n, t.__name__ if t else None))
        return self.swallow
with Ctx(1) as c, Ctx(2) as d:
    Ctx.log.append('body')
with Ctx(3, True):
    raise ValueError('x')
    Ctx.log.append('never')
try:
    with Ctx(4):
        raise KeyError('k')
except KeyError:
    Ctx.log.append('caught')
r = Ctx.log
# ---
class Idx:
    def __index__(self): return 2
r = [10, 20, 30][Idx()], 'abc'[Idx()], range(10)[Idx()], [1, 2, 3][:Idx()], hex(Idx()), [0] * Idx(), (5).__add__(3), 2 ** Idx().__index__()
class Fl:
    def __float__(self): return 2.5
    def __int__(self): return 7
    def __round__(self, n=None): return ('round', n)
    def __trunc__(self): return 9
    def __complex__(self): return 1j
s = float(Fl()), int(Fl()), round(Fl()), round(Fl(), 2), '%d' % Fl(), '%.1f' % Fl()
# ---
class Fmt:
    def __format__(self, spec): return f'<{spec}>'
    def __str__(self): return 'str!'
    def __repr__(self): return 'repr!'
x = Fmt()
r = f'{x}', f'{x:abc}', f'{x!s}', f'{x!r:>8}', '%s %r' % (x, x), '{0:q} {0!s}'.format(x), str([x]), format(x, 'zz'), f'{x=}'
# ---
class A:
    class Inner:
        v = 5
    def __class_getitem__(cls, k): return (cls.__name__, k)
r = A.Inner.v, A['q'], A[1, 2], A.Inner.__qualname__
# ---
class Chain:
    def __init__(self): self.ops = []
    def add(self, x):
        self.ops.append(x)
        return self
r = Chain().add(1).add(2).add(3).ops
# ---
class Cmp:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
a, b = Cmp(1), Cmp(1)
r = a == b, a == a, a != b
try:
    a < b
except TypeError as e:
    s = str(e)
# ---
class Sub:
    def __radd__(self, o): return 'Sub.radd'
    def __add__(self, o): return 'Sub.add'
class Sub2(Sub):
    def __radd__(self, o): return 'Sub2.radd'
r = Sub() + Sub2(), Sub2() + Sub(), Sub() + Sub(), 1 + Sub2()
# ---
from functools import total_ordering
@total_ordering
class Ver:
    def __init__(self, *p): self.p = p
    def __eq__(self, o): return self.p == o.p
    def __lt__(self, o): return self.p < o.p
r = Ver(1, 2) >= Ver(1, 1), Ver(1) <= Ver(1), Ver(2) > Ver(1, 9), sorted([Ver(3), Ver(1)])[0].p
# ---
class Borg:
    shared = {}
    def __init__(self): self.__dict__ = self.shared
a = Borg()
a.x = 1
b = Borg()
r = b.x
b.y = 2
s = a.y, Borg.shared
# ---
class Node:
    def __init__(self, v, nxt=None): self.v, self.nxt = v, nxt
    def __iter__(self):
        n = self
        while n:
            yield n.v
            n = n.nxt
r = list(Node(1, Node(2, Node(3))))
# ---
class It:
    def __init__(self, n): self.i, self.n = 0, n
    def __iter__(self): return self
    def __next__(self):
        if self.i >= self.n: raise StopIteration
        self.i += 1
        return self.i
it = It(4)
r = next(it), list(it), list(it), sum(It(5)), dict(zip('ab', It(2))), 3 in It(5), max(It(3)), sorted(It(3), reverse=True)
# ---
class Acc:
    total = property(lambda self: self._t)
    def __init__(self): self._t = 0
    def __lshift__(self, x):
        self._t += x
        return self
a = Acc()
a << 1 << 2 << 3
r = a.total
# ---
class A:
    def f(self): return 1
a = A()
m = a.f
A.f = lambda self: 2
r = m(), a.f(), A.f(a)
a.f = lambda: 3
s = a.f()
def g(self): return 'g'
A.g = g
t = a.g()
import types
a.h = types.MethodType(lambda self, x: (self is a, x), a)
u = a.h(5)
# ---
class Priv:
    def __init__(self): self.__x = 1
    def get(self): return self.__x
    def __hidden(self): return 'h'
    def call(self): return self.__hidden()
p = Priv()
r = p.get(), p.call(), p.__dict__, hasattr(p, '__x'), p._Priv__x
# ---
class A:
    x = 1
    def __init__(self): self.x = 2
a = A()
r = getattr(a, 'x'), getattr(A, 'x'), hasattr(a, 'y'), getattr(a, 'y', None)
setattr(a, 'y', 5)
s = a.y, 'y' in vars(a), 'y' in dir(a)
delattr(a, 'x')
t = a.x
# ---
class Base:
    registry = {}
    def __init_subclass__(cls, **kw):
        cls.registry[cls.__name__.lower()] = cls
class Conv(Base):
    def build(self): return 'conv'
class Dense(Base):
    def build(self): return 'dense'
r = [Base.registry[k]().build() for k in sorted(Base.registry)]
