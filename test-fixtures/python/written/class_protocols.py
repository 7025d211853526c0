class D:
    def __set_name__(self, owner, name): self.name = name; log.append((owner.__name__, name))
    def __get__(self, obj, cls):
        log.append(('get', obj is None, cls.__name__))
        return self if obj is None else obj.__dict__.get(self.name, 'default')
    def __set__(self, obj, v):
        log.append(('set', v)); obj.__dict__[self.name] = v * 2
    def __delete__(self, obj):
        log.append('del'); del obj.__dict__[self.name]
class N:
    def __get__(self, obj, cls): return 'nondata'
log = []
class A:
    d = D()
    n = N()
a = A()
r = [a.d, a.n]
a.d = 5
a.n = 'own'
r += [a.d, a.n, A.n, isinstance(A.d, D), a.__dict__]
a.__dict__['d'] = 'sneaky'
r += [a.d]
del a.d, a.n
r += [a.d, a.n, vars(a)]
try:
    del a.d
except KeyError as e:
    s = repr(e)
# ---
class A:
    log = []
    def __getattribute__(self, n):
        A.log.append(('get', n))
        return object.__getattribute__(self, n)
    def __getattr__(self, n):
        A.log.append(('missing', n))
        if n.startswith('x'): return n * 2
        raise AttributeError(f'no {n}')
    def __setattr__(self, n, v):
        A.log.append(('set', n, v))
        super().__setattr__(n, v)
    def __delattr__(self, n):
        A.log.append(('del', n))
        super().__delattr__(n)
a = A()
a.y = 1
r = [a.y, a.xx, hasattr(a, 'zz'), getattr(a, 'q', 'dflt')]
del a.y
try:
    a.y
except AttributeError as e:
    r.append(str(e))
try:
    del a.y
except AttributeError as e:
    r.append(str(e))
log = A.log
# ---
class P:
    __slots__ = ('x', 'y')
    def __init__(self, x, y=None):
        self.x = x
        if y is not None: self.y = y
class Q(P):
    __slots__ = ('z',)
class R(P): pass
def attempt(f, *a):
    try: return f(*a)
    except Exception as e: return type(e).__name__, str(e)
p = P(1)
r = [attempt(getattr, p, 'y'), attempt(setattr, p, 'w', 1), attempt(getattr, p, '__dict__'), hasattr(p, '__dict__'), hasattr(R(1), '__dict__')]
q = Q(1, 2); q.z = 3
r += [q.x, q.y, q.z, attempt(setattr, q, 'k', 0), Q.__slots__, P.__slots__]
rr = R(1); rr.any = 5
r += [vars(rr), attempt(delattr, p, 'y'), type(P.x).__name__]
del p.x
r.append(attempt(getattr, p, 'x'))
def bad():
    class Z:
        __slots__ = ('a',)
        a = 1
r.append(attempt(bad))
# ---
class M(type):
    def __new__(m, name, bases, ns, **kw):
        ns['made_by'] = m.__name__
        ns['kw'] = kw
        return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
        cls.inited = True
    def __call__(cls, *a, **k):
        obj = super().__call__(*a, **k)
        cls.count = getattr(cls, 'count', 0) + 1
        return obj
    def __len__(cls): return 7
    def __getitem__(cls, k): return (cls.__name__, k)
    def __contains__(cls, x): return x == 'in'
    def __iter__(cls): return iter('abc')
    def __repr__(cls): return f'<M {cls.__name__}>'
    def __add__(cls, o): return (cls, o)
    def __eq__(cls, o): return isinstance(o, type) and cls.__name__ == o.__name__
    def __hash__(cls): return hash(cls.__name__)
    @property
    def prop(cls): return cls.__name__.lower()
    def meth(cls): return cls.__name__ * 2
    def __getattr__(cls, n): return f'meta-{n}'
    def __setattr__(cls, n, v): super().__setattr__(n, v)
class A(metaclass=M, opt=1): pass
class B(A): pass
A(); A(); B()
r = A.made_by, A.kw, B.kw, A.count, B.count, len(A), A[3], 'in' in A, list(A), A, A + 1, A == B, A.prop, B.meth(), A.whatever, type(A), type(B) is M, isinstance(A, M)
try:
    A().prop
except AttributeError as e:
    s = str(e)
# ---
class Base:
    subs = []
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
        Base.subs.append((cls.__name__, tag))
class A(Base, tag='a'): pass
class B(A): pass
class C(A, tag='c'): x = 1
r = Base.subs, A.tag, B.tag, C.tag
try:
    class D(Base, tag='d', other=1): pass
except TypeError as e:
    s = str(e)
try:
    class E(object, foo=1): pass
except TypeError as e:
    t = str(e)
# ---
class A:
    def __class_getitem__(cls, item): return f'{cls.__name__}[{item!r}]'
class B(A): pass
r = A[int], B[1, 2], A['x'], A[()]
class C: pass
try:
    C[int]
except TypeError as e:
    s = str(e)
try:
    C()[0]
except TypeError as e:
    t = str(e)
try:
    C()[0] = 1
except TypeError as e:
    u = str(e)
try:
    del C()[0]
except TypeError as e:
    v = str(e)
# ---
def attempt(f):
    try: return f()
    except Exception as e: return type(e).__name__, str(e)
class A: pass
class B(A): pass
def c1():
    class X(A, B): pass
def c2():
    class X(A, A): pass
class M1(type): pass
class M2(type): pass
class P(metaclass=M1): pass
class Q(metaclass=M2): pass
def c3():
    class X(P, Q): pass
def c4():
    class X(int, str): pass
def c5():
    class X(bool): pass
def c6():
    class X(5): pass
def c7():
    class X(type(None)): pass
def c8():
    class X(range): pass
def c9():
    class X(lambda: 0): pass
r = [attempt(f) for f in (c1, c2, c3, c4, c5, c6, c7, c8)]
# ---
T = type('T', (dict,), {'x': 1, 'f': lambda self: len(self), '__doc__': 'doc'})
t = T(a=1)
r = t, t.f(), T.x, T.__name__, T.__doc__, T.__mro__, T.__bases__, type(t).__qualname__, T.__module__
U = type('U', (), {})
s = U.__bases__, U.__dict__.get('x'), isinstance(U(), U), U.__name__
U.__name__ = 'Renamed'
v = repr(U), U.__name__
# ---
class A:
    def f(self): return ['A']
    @classmethod
    def c(cls): return [cls.__name__, 'A']
    @staticmethod
    def s(): return ['sA']
    @property
    def p(self): return 'pA'
class B(A):
    def f(self): return ['B'] + super().f()
    @classmethod
    def c(cls): return ['B'] + super().c()
    @staticmethod
    def s(): return ['sB'] + super(B, B).s()
    @property
    def p(self): return 'pB' + super().p
class C(A):
    def f(self): return ['C'] + super().f()
    def g(self): return [super(C, self).f() for _ in range(2)]
class D(B, C):
    def f(self): return ['D'] + super().f()
    def h(self):
        def inner(): return super(D, self).f()
        return inner()
    def k(self): return (lambda: super(B, self).f())()
    z = property(lambda self: super(D, self).f())
d = D()
r = d.f(), D.c(), d.c(), D.s(), d.p, d.g(), d.h(), d.k(), d.z, super(B, d).f(), super(C, d).f(), super(D, D).c()
# ---
class V:
    def __init__(self, v): self.v = v
    def __repr__(self): return f'{type(self).__name__}({self.v})'
    def __add__(self, o): return ('add', self, o) if isinstance(o, V) else NotImplemented
    def __radd__(self, o): return ('radd', self, o)
    def __sub__(self, o): return NotImplemented
    def __lt__(self, o): return ('lt', self, o)
    def __eq__(self, o): return NotImplemented
    __hash__ = None
class W(V):
    def __radd__(self, o): return ('Wradd', self, o)
    def __rsub__(self, o): return ('Wrsub', self, o)
    def __gt__(self, o): return ('Wgt', self, o)
class X(V): pass
def attempt(f):
    try: return f()
    except Exception as e: return type(e).__name__, str(e)
v, w, x = V(1), W(2), X(3)
r = [v + w, w + v, v + x, v + 1, 1 + v, 'a' + w, v - w, attempt(lambda: v - x), attempt(lambda: v - 1), v < w, v < x, v > w, w < v, attempt(lambda: v >= 1), v == w, v != w, v == v, attempt(lambda: hash(v)), attempt(lambda: v @ w), attempt(lambda: -v), attempt(lambda: v[0]), attempt(lambda: len(v)), attempt(lambda: iter(v)), attempt(lambda: v()), attempt(lambda: 3 in v), attempt(lambda: abs(v)), attempt(lambda: {v}), attempt(lambda: int(v)), attempt(lambda: v << 1), attempt(lambda: 1 ** v), attempt(lambda: v // 2.5), attempt(lambda: divmod(v, 2))]
# ---
class A:
    def __init__(self): self.l = []
    def __iadd__(self, o): self.l.append(o); return self
    def __imul__(self, o): return 'replaced'
a = b = A()
a += 1
a += 2
r = a is b, a.l
a *= 3
s = a, b.l
t = ([1], 2)
try:
    t[0] += [5]
except TypeError as e:
    u = str(e), t
x = [[0] * 2] * 2
x[0][0] += 5
y = x
d = {'a': 1}
d['a'] += 5
d.setdefault('l', []).append(1)
d['l'] += (2, 3)
l = [1, 2, 3]
l[0], l[l[0] - 9] = 10, 20
m = l
i = 0
q = [0, 0, 0]
i, q[i] = 2, 9
n = [1, 2, 3]
n += 'ab'
n *= 2
s1 = {1, 2}; s2 = s1; s1 |= {3}; s1 -= {1}; s1 ^= {9}; s1 &= {2, 9}
f1 = frozenset({1}); f2 = f1; f1 |= {2}
st = 'ab'; st2 = st; st += 'c'; st *= 2
# ---
class Idx:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
class B0:
    def __bool__(self): return False
class L0:
    def __len__(self): return 0
class BadB:
    def __bool__(self): return 3
class BadL:
    def __len__(self): return -1
class G:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * i
class C:
    def __contains__(self, x): return 'truthy' if x else ''
class It:
    def __iter__(self):
        yield 1
        yield 2
def attempt(f):
    try: return f()
    except Exception as e: return type(e).__name__, str(e)
l = list(range(10))
r = l[Idx(2)], l[Idx(1):Idx(6):Idx(2)], 'ab' * Idx(2), bin(Idx(5)), hex(Idx(255)), int(Idx(7)), range(Idx(3)), [bool(B0()), bool(L0()), not B0()], attempt(lambda: bool(BadB())), attempt(lambda: bool(BadL())), attempt(lambda: len(BadL())), list(G()), 4 in G(), 5 in G(), 1 in C(), 0 in C(), 2 in It(), 3 in It(), max(It()), sum(G()), dict(zip(It(), G())), (lambda *a: a)(*G()), [*It(), *G()], attempt(lambda: list(5)), attempt(lambda: [] + ()), attempt(lambda: l['a']), attempt(lambda: l[1.0]), attempt(lambda: round(Idx(3))), attempt(lambda: float(Idx(3))), attempt(lambda: complex(Idx(3))), reversed(G) if False else 0, attempt(lambda: list(reversed(G()))), chr(Idx(65)), attempt(lambda: l[Idx('x')])
# ---
class P:
    def __init__(self): self._x = 1
    @property
    def x(self):
        "the x"
        return self._x
    @x.setter
    def x(self, v): self._x = v
    @x.deleter
    def x(self): self._x = 'deleted'
    y = property(lambda s: s._x * 2, doc='why')
    def _getz(self): return 'z' + str(self._x)
    z = property(_getz)
class Q(P):
    @P.x.getter
    def x(self): return ('Q', self._x)
    def _getz(self): return 'overridden'
def attempt(f):
    try: return f()
    except Exception as e: return type(e).__name__, str(e)
p, q = P(), Q()
p.x = 5
q.x = 6
r = p.x, q.x, p.y, p.z, q.z, P.x.__doc__, P.y.__doc__, attempt(lambda: setattr(p, 'y', 1)), attempt(lambda: delattr(p, 'y')), P.x.fget(p), P.x.fset is not None, P.y.fset
del p.x
s = p.x, p.__dict__, isinstance(P.x, property), type(P.x)
# ---
class C:
    def __init__(self, *a, **k): self.a = a, k
    def __call__(self, *a, **k): return self.a, a, k
    def __enter__(self): return 'entered'
    def __exit__(self, t, v, tb): self.exc = t and t.__name__; return True
    def __format__(self, spec): return f'<{spec}>'
    def __str__(self): return 'str'
    def __repr__(self): return 'repr'
    def __bytes__(self): return b'bytes'
    def __hash__(self): return 42
    def __int__(self): return 3
    def __float__(self): return 2.5
    def __complex__(self): return 1j
    def __round__(self, n=None): return ('round', n)
    def __trunc__(self): return 'trunc'
    def __floor__(self): return 'floor'
    def __ceil__(self): return 'ceil'
    def __reversed__(self): return 'rev'
    def __dir__(self): return ['b', 'a']
    def __sizeof__(self): return 5
    def __divmod__(self, o): return 'dm', o
    def __rdivmod__(self, o): return 'rdm', o
    def __pow__(self, o, m=None): return 'pow', o, m
    def __rpow__(self, o): return 'rpow', o
    def __matmul__(self, o): return 'mm'
    def __neg__(self): return 'neg'
    def __pos__(self): return 'pos'
    def __invert__(self): return 'inv'
    def __abs__(self): return 'abs'
    def __length_hint__(self): return 10
import math
c = C(1, k=2)
r = c(3, z=4), f'{c}', f'{c:abc}', f'{c!r:>6}', f'{c!s}', '%s %r' % (c, c), '{:x} {!r}'.format(c, c), bytes(c), hash(c), int(c), float(c), complex(c), round(c), round(c, 2), math.trunc(c), math.floor(c), math.ceil(c), reversed(c), dir(c), divmod(c, 1), divmod(1, c), c ** 2, 2 ** c, pow(c, 2, 3), c @ 1, -c, +c, ~c, abs(c), [c], {c: 1}, str(c), format(c, 'q'), math.sqrt(c)
with c as e:
    raise ValueError('x')
s = e, c.exc
# ---
class Outer:
    x = 1
    class Inner:
        y = 2
        def f(self): return Outer.x + self.y
    z = [x for x in range(3)]
    try:
        w = [x + i for i in range(2)]
    except NameError as e:
        w = str(e)
    v = [i for i in range(x + 2)]
    u = (lambda: x)
    def g(self): return x
x = 'global'
r = Outer.Inner().f(), Outer.z, Outer.w, Outer.v, Outer.u(), Outer().g(), Outer.Inner.__qualname__, Outer.g.__qualname__
y = 5
class S:
    y = y + 1
    def f(self, y=y): return y
s = S.y, S().f(), y
# ---
class A:
    __private = 1
    def __m(self): return 'A.m'
    def call(self): return self.__m(), self.__private, self._A__private
    def __init__(self): self.__attr = 5
class B(A):
    __private = 2
    def __m(self): return 'B.m'
    def callb(self): return self.__m(), self.__private
b = B()
r = b.call(), b.callb(), b.__dict__, b._A__m(), b._B__m(), [n for n in vars(B) if 'private' in n or '_m' in n]
try:
    b.__attr
except AttributeError as e:
    s = str(e)
class _C:
    def __init__(self): self.__x = 1
class __D:
    def __init__(self): self.__x = 1
t = _C().__dict__, __D().__dict__
# ---
class classproperty(property):
    def __get__(self, _, owner_cls):
        return self.fget(owner_cls)

class Doc(property):
    pass

class A:
    n = 3
    @classproperty
    def presets(cls):
        return {"a": cls.n}
    @Doc
    def size(self):
        "the size"
        return 7
    @size.setter
    def size(self, v):
        self.v = v

class B(A):
    n = 4
    @classproperty
    def more(cls):
        return list(cls.presets)

a = A.presets, B.presets, B().presets, B.more
x = A()
b = x.size
x.size = 5
c = x.v
d = isinstance(A.__dict__["size"], property), type(A.__dict__["size"]) is Doc
e = A.__dict__["size"].fget(x), A.__dict__["size"].fset is None, A.__dict__["presets"].fset is None
f = A.size is A.__dict__["size"]
try:
    del x.size
    g = 1
except AttributeError as err:
    g = 2
class Cached(property):
    def __init__(self, fget, key):
        super().__init__(fget)
        self.key = key
    def __get__(self, obj, cls):
        if obj is None:
            return self
        got = super().__get__(obj, cls)
        return (self.key, got)
class C:
    val = Cached(lambda self: 5, "k")
h = C().val
i = C.val.key
