class O: pass
class A(O):
    def who(self): return ['A'] + (super().who() if hasattr(super(), 'who') else [])
class B(O):
    def who(self): return ['B'] + (super().who() if hasattr(super(), 'who') else [])
class C(A, B):
    def who(self): return ['C'] + super().who()
class D(B, A): pass
r = C().who(), D().who(), [c.__name__ for c in C.__mro__], C.mro() == list(C.__mro__), C.__bases__ == (A, B), C.__base__ is A
try:
    class E(C, D): pass
except TypeError as e: r2 = str(e)
try:
    class F(object, A): pass
except TypeError as e: r3 = str(e)
try:
    class G(A, A): pass
except TypeError as e: r4 = str(e)
try:
    class H(5): pass
except TypeError as e: r5 = str(e)
try:
    class I(bool): pass
except TypeError as e: r6 = str(e)
r7 = isinstance(C(), (D, B)), issubclass(C, O), A.who is C.who, C.__qualname__, C.__module__, C.__name__, C.__doc__, C
# ---
class Base:
    x = 'base'
    def __init__(self, *a, **k): self.log = ['Base', a, k]
    @classmethod
    def make(cls, *a): return cls(*a)
    @property
    def p(self): return 'base p'
    @staticmethod
    def s(): return 'base s'
class Mid(Base):
    x = 'mid'
    def __init__(self, a, *rest, **k):
        super(Mid, self).__init__(a, *rest, **k)
        self.log.append('Mid')
    @classmethod
    def make(cls, *a): return super().make(*a, 'extra')
    @property
    def p(self): return 'mid ' + super().p
    @staticmethod
    def s(): return 'mid ' + Base.s()
    def xs(self): return self.x, super().x, Base.x
class Leaf(Mid):
    def __init__(self): super().__init__('leaf', k=1)
m = Mid.make(1); l = Leaf()
r = m.log, l.log, m.p, l.p, Mid.s(), l.xs(), type(m).__name__
try: Base().nope
except AttributeError as e: r2 = str(e)
try: super()
except RuntimeError as e: r3 = str(e)
class X:
    def f(self): return super().nope
try: X().f()
except AttributeError as e: r4 = str(e)
r5 = repr(super(Mid, l))[:7], super(Mid, l).x
# ---
class T:
    def __init__(self): self._c = 0
    @property
    def c(self):
        "the c"
        return self._c
    @c.setter
    def c(self, v):
        if v < 0: raise ValueError(f'neg {v}')
        self._c = v
    @c.deleter
    def c(self): self._c = None
    f = property(lambda self: self._c * 9 / 5 + 32, doc='fahr')
    ro = property(lambda s: 1)
t = T(); t.c = 100
r = t.c, t.f, T.c.__doc__, T.f.__doc__, isinstance(T.c, property)
try: t.c = -1
except ValueError as e: r2 = str(e)
try: t.ro = 1
except AttributeError as e: r3 = str(e)
try: del t.ro
except AttributeError as e: r4 = str(e)
del t.c; r5 = t.c
class U(T):
    @T.c.getter
    def c(self): return 'sub'
    @property
    def boom(self): raise AttributeError('inner')
u = U(); u.c = 5
r6 = u.c, u._c
try: u.boom
except AttributeError as e: r7 = str(e)
r8 = hasattr(u, 'boom'), getattr(u, 'boom', 'dflt'), vars(u), U.c.fget(u)
# ---
class Typed:
    def __init__(self, typ, default=None): self.typ, self.default = typ, default
    def __set_name__(self, owner, name): self.name = name; names.append((owner.__name__, name))
    def __get__(self, obj, owner=None):
        if obj is None: return self
        return obj.__dict__.get(self.name, self.default)
    def __set__(self, obj, v):
        if not isinstance(v, self.typ): raise TypeError(f'{self.name} must be {self.typ.__name__}, got {type(v).__name__}')
        obj.__dict__[self.name] = v
    def __delete__(self, obj): obj.__dict__.pop(self.name, None)
names = []
class Layer:
    units = Typed(int, 8)
    name = Typed(str, 'layer')
    def __init__(self, **k):
        for a, b in k.items(): setattr(self, a, b)
a = Layer(units=3)
r = a.units, a.name, a.__dict__, names, Layer.units.default
try: a.units = 'x'
except TypeError as e: r2 = str(e)
del a.units; r3 = a.units
class NonData:
    def __get__(self, o, t): return ('nd', o is None, t.__name__)
class H:
    x = NonData()
    y = 5
h = H(); r4 = h.x, H.x; h.__dict__['x'] = 'inst'; r5 = h.x
class Lazy:
    def __init__(self, f): self.f = f
    def __set_name__(self, o, n): self.n = n
    def __get__(self, o, t):
        v = self.f(o); o.__dict__[self.n] = v; calls.append(self.n); return v
calls = []
class L:
    @Lazy
    def big(self): return sum(range(100))
l = L(); r6 = l.big, l.big, calls
class Fn:
    def __init__(self, f): self.f = f
    def __get__(self, o, t=None): return lambda *a: ('bound', self.f(o, *a))
class M:
    @Fn
    def go(self, x): return x + 1
r7 = M().go(1)
# ---
class A:
    cls_attr = 1
    def __init__(self): self.real = 'r'
    def __getattr__(self, n):
        if n.startswith('dyn_'): return n[4:]
        raise AttributeError(f'no {n}')
    def __setattr__(self, n, v): log.append((n, v)); super().__setattr__(n, v)
    def __delattr__(self, n): log.append(('del', n)); object.__delattr__(self, n)
log = []
a = A(); a.z = 2; del a.z
r = a.real, a.dyn_x, a.cls_attr, hasattr(a, 'nope'), getattr(a, 'nope', 0), log
try: a.q
except AttributeError as e: r2 = str(e)
class B:
    def __getattribute__(self, n):
        if n == 'secret': return 42
        return object.__getattribute__(self, n)
    x = 1
b = B(); r3 = b.secret, b.x
class AttrDict(dict):
    __getattr__ = dict.__getitem__
    __setattr__ = dict.__setitem__
    __delattr__ = dict.__delitem__
d = AttrDict(a=1); d.b = 2; r4 = d.a, d['b'], d; del d.a; r5 = d
try: d.zz
except KeyError as e: r6 = repr(e)
class Frozen:
    def __init__(self, **k): self.__dict__.update(k)
    def __setattr__(self, n, v): raise TypeError('frozen')
f = Frozen(p=1); r7 = f.p
try: f.p = 2
except TypeError as e: r8 = str(e)
class Proxy:
    def __init__(self, t): object.__setattr__(self, '_t', t)
    def __getattr__(self, n): return getattr(self._t, n)
    def __setattr__(self, n, v): setattr(self._t, n, v)
class Tgt: v = 1
t = Tgt(); p = Proxy(t); p.v = 9; r9 = t.v, p.v, vars(t)
# ---
class V:
    def __init__(s, *v): s.v = v
    def __repr__(s): return f'V{s.v}'
    def __add__(s, o): return V(*(a + b for a, b in zip(s.v, o.v))) if isinstance(o, V) else NotImplemented
    def __radd__(s, o): return ('radd', o)
    def __mul__(s, k): return V(*(a * k for a in s.v)) if isinstance(k, (int, float)) else NotImplemented
    __rmul__ = __mul__
    def __neg__(s): return V(*(-a for a in s.v))
    def __pos__(s): return 'pos'
    def __invert__(s): return 'inv'
    def __abs__(s): return sum(a * a for a in s.v) ** .5
    def __eq__(s, o): return s.v == o.v if isinstance(o, V) else NotImplemented
    def __lt__(s, o): return s.v < o.v
    def __bool__(s): return any(s.v)
    def __len__(s): return len(s.v)
    def __getitem__(s, i): return s.v[i]
    def __contains__(s, x): return x in s.v
    def __call__(s, *a, **k): return a, k
    def __hash__(s): return 7
    def __matmul__(s, o): return 'mm'
    def __rmatmul__(s, o): return 'rmm'
    def __pow__(s, o, m=None): return ('pow', o, m)
    def __rpow__(s, o): return ('rpow', o)
    def __divmod__(s, o): return 'dm'
    def __rfloordiv__(s, o): return 'rfd'
    def __int__(s): return 12
    def __float__(s): return 1.5
    def __index__(s): return 2
    def __round__(s, n=None): return ('round', n)
    def __format__(s, f): return f'F:{f}'
    def __reversed__(s): return iter('rev')
    def __rlshift__(s, o): return 'rl'
    def __complex__(s): return 1j
    def __trunc__(s): return 3
    def __floor__(s): return 4
    def __ceil__(s): return 5
a, b = V(1, 2), V(3, 4)
import math
r = [a + b, 5 + a, 'x' + a if 0 else 0, a * 2, 2 * a, -a, +a, ~a, abs(b), a == V(1, 2), a != b, a < b, a > b, bool(V(0)), len(a), a[0], a[-1], 2 in a, a(1, k=2), {a: 1}[V(1, 2)], a @ b, [] @ a, a ** 2, pow(a, 2, 3), 2 ** a, divmod(a, 1), 7 // a, int(a), float(a), [10, 20, 30][a], round(a), round(a, 2), f'{a:x}', '{}'.format(a), list(reversed(a)), list(a), 1 << a, complex(a), math.floor(a), math.ceil(a), math.trunc(a), hex(a), range(5)[a], 'abc' * a, sum([a, b]), max([a, b]), sorted([b, a]), a == 5, a != 5, 5 == a, bin(a), 'abcd'[a:], math.sqrt(a), isinstance(hash(a), int)]
errs = []
for t in ['a + 5', 'a * "x"', '"x" * a', 'a - b', 'a <= b', 'a[5]', 'a / 2', 'a & 1', 'a // 2', '1 - a', 'a("x", **{"k": 1})']:
    try: errs.append(eval(t))
    except Exception as e: errs.append(f'{type(e).__name__}: {e}')
# ---
class A:
    def __add__(s, o): return 'A.add'
    def __radd__(s, o): return 'A.radd'
    def __eq__(s, o): log.append('A.eq'); return NotImplemented
    def __lt__(s, o): return 'A.lt'
    def __gt__(s, o): return 'A.gt'
class B(A):
    def __radd__(s, o): return 'B.radd'
    def __gt__(s, o): return 'B.gt'
class C(A): pass
log = []
r = A() + B(), B() + A(), A() + C(), C() + C(), A() < B(), B() < A(), 1 + A(), A() < A(), 5 < A()
r2 = A() == A(), A() != 3, log
class N:
    def __add__(s, o): return NotImplemented
    def __iadd__(s, o): return NotImplemented
try: N() + N()
except TypeError as e: r3 = str(e)
n = N()
try: n += 1
except TypeError as e: r4 = str(e)
try: N() @ 1
except TypeError as e: r5 = str(e)
class I(int):
    def __add__(s, o): return I(int.__add__(s, o))
    def __repr__(s): return f'I({int(s)})'
r6 = I(3) + 4, 4 + I(3), I(3) * 2, I(5), str(I(2)), [I(1)], -I(2), I(7) // 2, f'{I(3)}', '%d %s' % (I(1), I(2)), int(I(4)), I(3) == 3, {I(3): 'x'}[3]
class S(str):
    def __getitem__(s, i): return 'item'
    def upper(s): return S(str.upper(s) + '!')
r7 = S('abc')[0], S('abc').upper(), S('a') + 'b', type(S('a') + 'b').__name__, S('x').upper().upper(), f'{S("q")}', S('a') == 'a', type(S('a').lower()).__name__
class L(list):
    def __len__(s): return 99
    def total(s): return sum(s)
r8 = len(L([1])), L([1, 2]).total(), L([1]) + [2], L('ab')[0], L([3, 1, 2])[1:], bool(L()), repr(L([1])), sorted(L([2, 1])), type(L([1])[:]).__name__
# ---
class It:
    def __init__(s, n): s.n = n
    def __iter__(s): s.i = 0; return s
    def __next__(s):
        if s.i >= s.n: raise StopIteration
        s.i += 1; return s.i
class Old:
    def __getitem__(s, i):
        if i > 2: raise IndexError
        return i * 10
class Gen:
    def __iter__(s): yield from 'xy'
class Rev:
    def __len__(s): return 3
    def __getitem__(s, i): return i
r = list(It(3)), [*Old()], list(Gen()), list(reversed(Rev())), 20 in Old(), 2 in It(3), 'x' in Gen(), sum(It(4)), dict(zip(Gen(), It(2))), max(Old()), sorted(Old(), reverse=True), tuple(Gen()), list(enumerate(Old())), ','.join(Gen()), list(map(str, Old()))
a, *b = It(3)
try: iter(5)
except TypeError as e: r2 = str(e)
class BadIter:
    def __iter__(s): return 5
try: list(BadIter())
except TypeError as e: r3 = str(e)
r4 = list(iter(iter([1, 2, 3, 0, 5]).__next__, 0)), next(It(1).__iter__())
class Map:
    def keys(s): return ['a', 'b']
    def __getitem__(s, k): return k * 2
r5 = dict(Map()), {**Map()}, dict(**Map())
try: len(Gen())
except TypeError as e: r6 = str(e)
class NegLen:
    def __len__(s): return -1
try: len(NegLen())
except ValueError as e: r7 = str(e)
class StrLen:
    def __len__(s): return 'a'
try: len(StrLen())
except TypeError as e: r8 = str(e)
class BadBool:
    def __bool__(s): return 5
try: bool(BadBool())
except TypeError as e: r9 = str(e)
class BadRepr:
    def __repr__(s): return 5
try: repr(BadRepr())
except TypeError as e: r10 = str(e)
class Hashless:
    def __eq__(s, o): return True
try: hash(Hashless())
except TypeError as e: r11 = str(e)
r12 = Hashless.__hash__, Hashless() == 5, 5 == Hashless(), Hashless() != 5, Hashless() in [1], [Hashless()].index(3)
# ---
class Plugin:
    registry = {}
    def __init_subclass__(cls, /, key=None, **kw):
        super().__init_subclass__(**kw)
        cls.key = key or cls.__name__.lower()
        Plugin.registry[cls.key] = cls
class Conv(Plugin): pass
class Pool(Plugin, key='pooling'): size = 2
class MaxPool(Pool): pass
r = list(Plugin.registry), Pool.key, MaxPool.key, Plugin.registry['pooling'].size
try:
    class Bad(Plugin, other=1): pass
except TypeError as e: r2 = str(e)
try:
    class Bad2(object, x=1): pass
except TypeError as e: r3 = str(e)
class Meta(type):
    def __new__(m, n, b, ns, **k): c = super().__new__(m, n, b, ns); c.kw = k; return c
    def __init__(c, n, b, ns, **k): super().__init__(n, b, ns); log.append(n)
    def __call__(c, *a, **k): o = super().__call__(*a, **k); o.tag = 'called'; return o
    @classmethod
    def __prepare__(m, n, b, **k): return {'prepared': n}
    def __len__(c): return 42
    def __getattr__(c, n): return f'meta {n}'
    def __contains__(c, x): return x == 1
    def __iter__(c): return iter('abc')
    def __getitem__(c, k): return (c.__name__, k)
    def __repr__(c): return f'<{c.__name__}>'
    @property
    def mp(c): return 'mp'
log = []
class X(metaclass=Meta, opt=3):
    def __init__(self, v=1): self.v = v
class Y(X): pass
r4 = X.kw, X.prepared, len(X), X.anything, 1 in X, list(Y), X[5], X, X().tag, Y(3).v, log, X.mp, type(Y) is Meta, isinstance(X, Meta), Y.kw
try: X().mp
except AttributeError as e: r5 = str(e)
class Single(type):
    inst = {}
    def __call__(c, *a):
        if c not in c.inst: c.inst[c] = super().__call__(*a)
        return c.inst[c]
class S(metaclass=Single): pass
r6 = S() is S()
class M2(type): pass
try:
    class Z(X, metaclass=M2): pass
except TypeError as e: r7 = str(e)
# ---
class G:
    def __class_getitem__(cls, k): return f'{cls.__name__}[{k}]'
class H(G): pass
r = G[int], H['a', 1]
class P:
    __slots__ = ('x', 'y')
    def __init__(s, x): s.x = x
p = P(1)
try: p.z = 1
except AttributeError as e: r2 = str(e)
try: p.y
except AttributeError as e: r3 = str(e)
r4 = hasattr(p, '__dict__'), P.__slots__, p.x
class Q(P): pass
q = Q(2); q.z = 5; r5 = q.z, q.__dict__, vars(q), q.x
class N:
    _made = 0
    def __new__(cls, *a, **k): cls._made += 1; o = super().__new__(cls); o.args = a; return o
    def __init__(s, *a, **k): s.k = k
n = N(1, z=2); r6 = n.args, n.k, N._made
class T(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
    @property
    def a(s): return s[0]
r7 = T(1, 2), T(1, 2).a, T(1, 2) == (1, 2), T(1, 2) + (3,), len(T(3, 4))
class Other:
    def __new__(cls): return 5
r8 = Other()
try: object(1)
except TypeError as e: r9 = str(e)
try: P()
except TypeError as e: r10 = str(e)
class NoInit: pass
try: NoInit(1)
except TypeError as e: r11 = str(e)
class RetInit:
    def __init__(s): return 5
try: RetInit()
except TypeError as e: r12 = str(e)
class Abs:
    def f(self, x): pass
for t in ['Abs().f()', 'Abs.f()', 'Abs().f(1, 2)', 'Abs().f(y=1)', 'Abs.f(1, 2)', 'Abs().f.__name__', 'Abs.f.__qualname__', 'Abs().f.__self__.__class__.__name__', 'Abs().f.__func__ is Abs.f']:
    try: r12 = (r12, eval(t))
    except Exception as e: r12 = (r12, str(e))
# ---
from dataclasses import dataclass, field, fields, asdict, astuple, replace, InitVar, KW_ONLY, FrozenInstanceError, make_dataclass, is_dataclass, MISSING
from typing import List, Optional, ClassVar
@dataclass
class A:
    x: int
    y: List[int] = field(default_factory=list)
    z: str = 'z'
    n: ClassVar[int] = 0
    def total(self): return self.x + sum(self.y)
a = A(1, [2, 3])
r = a, a.total(), A(1) == A(1), A(1) != A(2), A(1).y is A(1).y, asdict(a), astuple(a), replace(a, x=9), [f.name for f in fields(A)], is_dataclass(A), is_dataclass(a), A.__match_args__, A.__eq__ is not object.__eq__, A.__hash__
@dataclass(frozen=True, order=True)
class F:
    a: int
    b: float = field(default=1.5, compare=False)
    c: str = field(default='', repr=False)
f = F(1); r2 = f, F(1) < F(2), sorted([F(3), F(1)]), hash(F(1)) == hash(F(1, 9.0)), F(1, 2.0) == F(1, 3.0), max(F(1, c='z'), F(1, c='a')).c
try: f.a = 5
except FrozenInstanceError as e: r3 = str(e), type(e).__name__
try: del f.a
except FrozenInstanceError as e: r4 = str(e)
@dataclass
class P:
    w: int
    scale: InitVar[int] = 2
    area: int = field(init=False)
    def __post_init__(self, scale): self.area = self.w * scale
r5 = P(3), P(3, 10).area, [f.name for f in fields(P)]
@dataclass
class B(A):
    w: int = 7
    x: float = 2.5
r6 = B(), B(1, [1], 'q', 8), [f.name for f in fields(B)], A(1) == B(1)
@dataclass(kw_only=True)
class K:
    a: int = 1
    b: int
k = K(b=2)
try: K(1, 2)
except TypeError as e: r7 = str(e)
@dataclass
class KO:
    a: int
    _: KW_ONLY
    b: int = 3
    c: int
r8 = KO(1, c=2), KO.__match_args__
@dataclass(slots=True)
class S: a: int = 1; b: list = field(default_factory=list)
s = S()
try: s.q = 1
except AttributeError as e: r9 = str(e)
@dataclass(eq=False, repr=False)
class NE:
    a: int
    def __repr__(self): return 'NE!'
r10 = NE(1) == NE(1), NE(1)
@dataclass(unsafe_hash=True)
class UH: a: int; b: int = field(hash=False, default=0)
r11 = hash(UH(1, 2)) == hash(UH(1, 3)), {UH(1): 'x'}[UH(1)]
errs = []
def t(f):
    try: errs.append(f())
    except Exception as e: errs.append(f'{type(e).__name__}: {e}')
t(lambda: A()); t(lambda: A(1, 2, 3, 4)); t(lambda: A(1, q=2)); t(lambda: A(1) < A(2)); t(lambda: replace(P(1), area=5)); t(lambda: hash(A(1))); t(lambda: asdict(5)); t(lambda: fields(5)); t(lambda: F(1) < 5); t(lambda: KO(1)); t(lambda: replace(f, zz=1))
def mk():
    @dataclass
    class X: a: int = 1; b: int
t(mk)
def mk2():
    @dataclass
    class X: a: list = []
t(mk2)
def mk3():
    @dataclass
    class Y(F): pass
t(mk3)
M = make_dataclass('M', ['a', ('b', int), ('c', int, 5)], namespace={'dbl': lambda s: s.a * 2})
r12 = M(1, 2), M(1, 2).dbl()
@dataclass
class Nest: a: A; m: dict = field(default_factory=dict, metadata={'k': 1}); o: Optional['Nest'] = None
nn = Nest(A(1), {'k': A(2)}, Nest(A(3)))
r13 = asdict(nn), astuple(nn), fields(Nest)[1].metadata['k'], fields(Nest)[1].default is MISSING, fields(A)[2].default, repr(fields(A)[2].type), nn
d = asdict(nn, dict_factory=lambda kv: sorted(k for k, v in kv)) if False else None
# ---
from collections import namedtuple
from typing import NamedTuple
P = namedtuple('P', 'x y')
Q = namedtuple('Q', ['a', 'b', 'c'], defaults=[2, 3])
R = namedtuple('R', 'class def x x', rename=True)
class N(NamedTuple):
    name: str
    size: int = 3
    def big(self): return self.size > 2
    @property
    def tag(self): return f'{self.name}-{self.size}'
p = P(1, y=2); n = N('n')
x, y = p
r = [p, p.x, p[1], p._asdict(), p._replace(x=5), P._make([7, 8]), P._fields, Q(1), Q._field_defaults, R._fields, n, n.big(), n.tag, n == ('n', 3), N._fields, p + (3,), sorted([P(2, 1), P(1, 2)]), P(1, 2) == (1, 2), len(p), p.index(2), hash(p) == hash((1, 2)), isinstance(p, tuple), P.__name__, n._replace(size=1).big(), {p: 1}, [*p], P(*[3, 4]), P(**{'x': 1, 'y': 2}), str(p), f'{p}', N.__annotations__, P.__doc__, N._field_defaults, max(p), p * 2, p[::-1], x, y, N.__new__.__defaults__]
errs = []
for t in ['P(1)', 'P(1, 2, 3)', 'p.z', 'setattr(p, "x", 1)', 'P(1, x=2)', 'p._replace(z=1)', 'P._make([1])', 'namedtuple("A", "1a")', 'namedtuple("A", "class")', 'namedtuple("A", "a a")', 'namedtuple("A", "_x")', 'N()']:
    try: errs.append(eval(t))
    except Exception as e: errs.append(f'{type(e).__name__}: {e}')
class Sub(P):
    __slots__ = ()
    def norm(self): return (self.x ** 2 + self.y ** 2) ** .5
    def __str__(self): return f'<{self.x},{self.y}>'
r2 = Sub(3, 4).norm(), Sub(1, 2), str(Sub(1, 2)), Sub(1, 2)._replace(x=9)
# ---
from enum import Enum, IntEnum, Flag, IntFlag, StrEnum, auto, unique, nonmember, member
class Mode(Enum):
    TRAIN = 'train'
    EVAL = 'eval'
    VALID = 'eval'
    @property
    def short(self): return self.value[0]
    @classmethod
    def default(cls): return cls.TRAIN
    @staticmethod
    def parse(s): return Mode(s.lower())
class Size(IntEnum): SMALL = 1; LARGE = 10
class Perm(Flag): R = auto(); W = auto(); X = auto(); RW = R | W
class Bits(IntFlag): A = 1; B = 2; C = 4
class Act(StrEnum): RELU = auto(); GELU = 'g'
class Auto(Enum): A = auto(); B = auto(); C = 10; D = auto()
r = [Mode.TRAIN, Mode.VALID is Mode.EVAL, list(Mode), Mode['EVAL'], Mode('train'), Mode.TRAIN.name, Mode.TRAIN.value, Mode.TRAIN.short, Mode.default(), Mode.parse('EVAL'), len(Mode), Mode.__members__, 'TRAIN' in Mode.__members__, Mode.TRAIN in Mode, str(Mode.TRAIN), f'{Mode.TRAIN}', repr(Mode), {Mode.TRAIN: 1}, Mode.TRAIN == 'train', Mode.TRAIN != Mode.EVAL, Size.SMALL < Size.LARGE, Size.SMALL + 1, str(Size.SMALL), f'{Size.LARGE:>5}', repr(Size.LARGE), Size(10), [Size.SMALL] * 2, int(Size.LARGE), Size.SMALL == 1, Perm.R | Perm.X, Perm.RW, Perm.RW & Perm.W, ~Perm.R, Perm(0), Perm.R in Perm.RW, list(Perm), list(Perm.RW), Perm(7), Perm.R ^ Perm.RW, bool(Perm(0)), Perm.RW.value, str(Perm.R | Perm.X), Bits.A | Bits.C, Bits(3), Bits.A + 1, Bits.B & 3, ~Bits.A, Bits(8), str(Bits(5)), f'{Bits.A}', Act.RELU, str(Act.RELU), Act.GELU == 'g', Act.RELU.upper(), f'{Act.RELU:>6}', Act('relu'), 'x_' + Act.RELU, list(Auto), Auto.D.value, isinstance(Size.SMALL, int), type(Mode.TRAIN), Mode.TRAIN.__class__.__name__, [m.value for m in Mode], {m.name: m.value for m in Size}, max(Size), sorted(Size, reverse=True), Mode.TRAIN.TRAIN if 0 else 0, hash(Mode.TRAIN) == hash(Mode.TRAIN), Mode.__name__, dict(a=Size.SMALL), Size.LARGE % 3, Size.SMALL.real, Mode.EVAL in {Mode.VALID}]
errs = []
def bad():
    class B(Mode): X = 1
def dup():
    @unique
    class U(Enum): A = 1; B = 1
for t in ['Mode("zz")', 'Mode["zz"]', 'Mode.ZZ', 'Mode.TRAIN < Mode.EVAL', 'setattr(Mode, "TRAIN", 1)', 'setattr(Mode.TRAIN, "value", 1)', 'bad()', 'dup()', 'Size(5)', 'Perm(99)', '"train" in Mode', 'Act("zz")', 'Mode.TRAIN + 1', 'Perm.R | 1', 'Mode()', 'Size.SMALL.foo']:
    try: errs.append(eval(t))
    except Exception as e: errs.append(f'{type(e).__name__}: {e}')
class Opt(Enum):
    SGD = ('sgd', 0.1)
    ADAM = ('adam', 0.001)
    def __init__(self, id, lr): self.id, self.lr = id, lr
    def __call__(self): return f'{self.id}@{self.lr}'
r2 = Opt.ADAM.lr, Opt.SGD(), Opt(('sgd', 0.1)), [o.id for o in Opt], Opt.SGD
F2 = Enum('F2', 'A B', start=0); F3 = IntEnum('F3', {'x': 5}); r3 = list(F2), list(F3)
# ---
from abc import ABC, abstractmethod, ABCMeta
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    def describe(self): return f'{self.name}: {self.area()}'
class Sq(Shape):
    def __init__(s, a): s.a = a
    def area(s): return s.a ** 2
    name = 'square'
class Half(Shape):
    def area(s): return 1
r = Sq(3).describe(), isinstance(Sq(1), Shape), sorted(Shape.__abstractmethods__), sorted(Half.__abstractmethods__)
try: Shape()
except TypeError as e: r2 = str(e)
try: Half()
except TypeError as e: r3 = str(e)
class Reg(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, C): return hasattr(C, 'quack') or NotImplemented
class Duck:
    def quack(s): pass
r4 = issubclass(Duck, Reg), isinstance(Duck(), Reg), issubclass(int, Reg)
Shape.register(Duck); r5 = issubclass(Duck, Shape), isinstance(Duck(), Shape), Duck.__mro__ == (Duck, object)
from collections.abc import Mapping, Sequence, Iterable, Callable, Hashable, Sized, MutableMapping, Iterator, Container, Collection
r6 = [isinstance(x, c) for x in ([], {}, 'a', 5, (), {1}, iter([]), range(2), len) for c in (Mapping, Sequence, Iterable, Callable, Hashable, Sized, Iterator, Container, Collection)]
class Cfg(Mapping):
    def __init__(s, d): s.d = d
    def __getitem__(s, k): return s.d[k]
    def __iter__(s): return iter(s.d)
    def __len__(s): return len(s.d)
c = Cfg({'a': 1, 'b': 2})
r7 = c.get('a'), c.get('z', 5), 'a' in c, list(c.items()), list(c.keys()), c == {'a': 1, 'b': 2}, {**c}, dict(c), list(c.values())
class MM(MutableMapping):
    def __init__(s): s.d = {}
    def __getitem__(s, k): return s.d[k]
    def __setitem__(s, k, v): s.d[k] = v
    def __delitem__(s, k): del s.d[k]
    def __iter__(s): return iter(s.d)
    def __len__(s): return len(s.d)
m = MM(); m.update(a=1, b=2); m.setdefault('c', 3); p = m.pop('a'); r8 = dict(m), p, m.pop('zz', None), len(m), m.popitem()
class Sq2(Sequence):
    def __len__(s): return 3
    def __getitem__(s, i):
        if isinstance(i, slice): return list(range(3))[i]
        if not 0 <= i < 3: raise IndexError(i)
        return i * i
s = Sq2(); r9 = list(s), s.index(4), s.count(1), list(reversed(s)), 4 in s, s[1:], s[0]
# ---
import copy
class A:
    def __init__(s, v): s.v = v; s.l = [v]
    def __copy__(s): return A('copied')
    def __deepcopy__(s, memo): return A('deep')
class B:
    def __init__(s): s.l = [1]; s.me = s
class C:
    def __init__(s, x): s.x = x
    def __reduce__(s): return (C, (s.x * 2,))
class D:
    def __getstate__(s): return {'st': 1}
    def __setstate__(s, st): s.got = st
class E:
    __slots__ = ('a', 'b')
b = B(); c1 = copy.copy(b); c2 = copy.deepcopy(b)
r = copy.copy(A(1)).v, copy.deepcopy([A(1)])[0].v, c1.l is b.l, c2.l is b.l, c2.me is c2, c1.me is b
c = copy.copy(C(3)); d = copy.copy(D()); e = E(); e.a = [1]; f = copy.deepcopy(e)
r2 = c.x, d.got, f.a, f.a is e.a, hasattr(f, 'b')
x = [1]; y = [x, x]; z = copy.deepcopy(y); r3 = z[0] is z[1], z[0] is x
t = (1, [2]); r4 = copy.copy(t) is t, copy.deepcopy(t) is t, copy.deepcopy({'a': {1, 2}}), copy.copy({1: 2}), copy.deepcopy(len) is len, copy.copy(5)
class L(list): pass
l = L([1, [2]]); l.attr = 5; m = copy.copy(l); n = copy.deepcopy(l); r5 = m, m.attr, type(n).__name__, n[1] is l[1], m[1] is l[1]
class Dd(dict): pass
q = Dd(a=[1]); q.z = 1; w = copy.deepcopy(q); r6 = w, w.z, w['a'] is q['a']
from collections import OrderedDict, defaultdict, deque, Counter
r7 = copy.copy(defaultdict(list, a=[1])), copy.deepcopy(OrderedDict(a=1)), copy.copy(deque([1], 3)), copy.deepcopy(Counter('aab'))
class New:
    def __new__(cls, a): o = super().__new__(cls); o.a = a; return o
    def __getnewargs__(s): return (s.a,)
r8 = copy.copy(New(7)).a
class RS:
    def __init__(s): s.data = 1; s.cache = 2
    def __getstate__(s): d = s.__dict__.copy(); del d['cache']; return d
rs = copy.copy(RS()); r9 = rs.__dict__
class Red2:
    def __reduce_ex__(s, p): return (list, ((1, 2),))
r10 = copy.copy(Red2()), copy.deepcopy(Red2())
# ---
import functools
from functools import *
p = partial(int, base=2)
r = [p('101'), p.func is int, p.args, p.keywords, partial(partial(pow, 2), 3)(), reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + [b], 'ab', []), partial(print), cmp_to_key(lambda a, b: b - a)(3) < cmp_to_key(lambda a, b: b - a)(1), sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), repr(partial(int, '5', base=3))]
calls = []
@lru_cache(maxsize=2)
def f(x, y=0): calls.append(x); return x * 2
f(1); f(2); f(1); f(3); f(2); f(x=1)
r2 = calls, f.cache_info(), f.__name__, f.cache_parameters()
f.cache_clear(); r3 = f.cache_info()
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
r4 = fib(80), fib.cache_info()
class A:
    def __init__(s): s.n = 0
    @cached_property
    def v(s): s.n += 1; return 'computed'
    @partialmethod
    def bad(s): pass
    def setit(s, k, v): return (k, v)
    on = partialmethod(setit, 'on', v=True)
    @singledispatchmethod
    def sd(s, x): return 'default'
    @sd.register
    def _(s, x: int): return 'int'
    @sd.register(str)
    def _(s, x): return 'str'
a = A(); r5 = a.v, a.v, a.n, a.on(), a.__dict__, a.sd(1), a.sd('x'), a.sd(2.0)
del a.v; r6 = a.v, a.n
@total_ordering
class T:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v
    def __lt__(s, o): return s.v < o.v
r7 = T(1) <= T(1), T(2) > T(1), T(1) >= T(2), T(1) != T(2)
@singledispatch
def show(x): return f'obj {x}'
@show.register(int)
def _(x): return f'int {x}'
@show.register
def _(x: list): return f'list {len(x)}'
@show.register(float)
@show.register(complex)
def _(x): return 'num'
r8 = show('a'), show(1), show([1]), show(True), show(1.5), show(1j), show.dispatch(bool)(3), sorted(c.__name__ for c in show.registry)
def g(a, b=1): "doc"
w = wraps(g)(lambda *a: a); r9 = w.__name__, w.__doc__, w.__wrapped__ is g
try: reduce(lambda a, b: a, [])
except TypeError as e: r10 = str(e)
u = update_wrapper(lambda: 1, g, assigned=('__doc__',)); r11 = u.__doc__, u.__name__
# ---
class A:
    __x = 1
    def __init__(self): self.__y = 2
    def get(self): return self.__x, self.__y
    def __priv(self): return 'p'
    def call(self): return self.__priv()
class B(A):
    __x = 'b'
    def getb(self): return self.__x
a, b = A(), B()
r = a.get(), b.get(), b.getb(), a.__dict__, a._A__x, b.call(), sorted(n for n in vars(B) if 'x' in n)
try: a.__x
except AttributeError as e: r2 = str(e)
class C:
    def f(self):
        def g(): return __hidden
        return g
_C__hidden = 'found'
r3 = C().f()()
class __D:
    __z = 3
    def m(self): return self.__z
r4 = __D().m(), [k for k in vars(__D) if 'z' in k]
# ---
class A:
    def who(self): return __class__.__name__
    @classmethod
    def cw(cls): return __class__ is cls
class B(A): pass
r = B().who(), B.cw(), A.cw()
class Meta(type):
    def __new__(m, n, b, ns):
        ns.pop('__classcell__', None)
        return super().__new__(m, n, b, ns)
try:
    class X(metaclass=Meta):
        def f(self): return __class__
    r2 = 'made'
    r3 = X().f()
except Exception as e: r2 = type(e).__name__, str(e)
class Shared:
    items = []
    count = 0
    def add(self, x): self.items.append(x); self.count += 1; return self
s1, s2 = Shared().add(1), Shared().add(2).add(3)
r4 = s1.items, s2.items, s1.count, s2.count, Shared.count
Shared.count = 100; r5 = s1.count, Shared().count
A.new = lambda self: 'patched'; r6 = B().new()
B.__name__ = 'Renamed'; r7 = B.__name__, repr(B)
a = A(); a.__class__ = B; r8 = type(a) is B
r9 = type('Dyn', (A,), {'x': 5, 'm': lambda self: self.x})().m(), type('D2', (), {}).__bases__, type(A), type(type)
# ---
class A: pass
class B:
    def __repr__(s): return f'B({s.__dict__})'
    def __str__(s): return 'str B'
class C:
    def __str__(s): return 'only str'
b = B(); b.x = 1
r = b, [b], str(b), f'{b}', f'{b!r}', '%s %r' % (b, b), {'k': b}, (b,), str([b]), {b}, str(C()), str(A)
def f(): pass
r2 = str(f)[:11], repr(len), repr(print), repr([].append)[:30], repr(str.upper), repr(int), repr(type(None)), repr(NotImplemented), repr(...), repr(A.__init__), repr(dict.fromkeys)[:20], repr(int.__add__), repr((1).__add__)[:25], repr(type), repr(object), repr(Exception), repr(range), repr(slice(1)), repr(property)
class Deep:
    class Inner:
        class More: pass
        def m(self): pass
r3 = Deep.Inner, Deep.Inner.More, Deep.Inner.m.__qualname__, Deep.Inner.More.__qualname__
# ---
from collections import UserDict, UserList, UserString
class D(UserDict):
    def __setitem__(s, k, v): super().__setitem__(k.upper(), v)
    def __missing__(s, k): return f'no {k}'
d = D({'a': 1}, b=2); d['c'] = 3; d.update(e=4)
r = d, d['A'], d['zz'], 'A' in d, len(d), d.data, dict(d), list(d), d.get('q'), d | {'z': 1}, d.pop('A'), d.copy(), d.setdefault('n', 0)
class L(UserList):
    def append(s, x): super().append(x * 2)
l = L([1]); l.append(5); l.extend([7]); l += [8]
r2 = l, l.data, l[0], l[1:], len(l), l + [9], sorted(l), l.index(10), l * 2, l == [1, 10, 7, 8], l.pop()
s = UserString('abc'); r3 = s.upper(), s + 'd', s[0], len(s), str(s), s == 'abc', s
# ---
class Acc:
    def __init__(self): self.total = 0
    def __enter__(self): return self
    def __exit__(self, *e): self.total *= -1
    def __call__(self, x): self.total += x; return self
    def __getitem__(self, k): return self.total if k == 'total' else NotImplemented
with Acc() as a: a(1)(2)(3)
r = a['total'], callable(a), a.total
class Chain:
    def __init__(s, path=()): s.path = path
    def __getattr__(s, n): return Chain(s.path + (n,))
    def __getitem__(s, i): return Chain(s.path + (i,))
    def __call__(s, *a): return '.'.join(map(str, s.path)), a
    def __truediv__(s, o): return Chain(s.path + ('/', o))
r2 = Chain().a.b[3].c(1), (Chain() / 'x' / 'y')()
class Stack(list):
    push = list.append
    @property
    def top(self): return self[-1]
    def __contains__(self, x): return any(x is y for y in self)
s = Stack(); s.push(1); s.push(2); r3 = s.top, 1 in s, 1.0 in s, s
class Temp:
    instances = []
    def __new__(cls, *a): o = object.__new__(cls); cls.instances.append(o); return o
    def __init__(self, v=0): self.v = v
    def __eq__(self, o): return self.v == (o.v if isinstance(o, Temp) else o)
    def __hash__(self): return hash(self.v)
r4 = len({Temp(1), Temp(1), Temp(2)}), Temp(3) in [1, 2, 3], len(Temp.instances), {Temp(1): 'a'}.get(1), [Temp(5), 6].index(5), [1, Temp(2)] == [1, 2], Temp(1) != 2
# ---
class Base:
    __slots__ = ('a',)
class Sub(Base):
    def __init__(self): self.a = 1; self.b = 2
s = Sub()
r = vars(s), s.__dict__, s.a, [n for n in dir(s) if not n.startswith('_')]
class C:
    x = 1
    def m(self): pass
    @property
    def p(self): return 1
c = C(); c.y = 2
r2 = [n for n in dir(c) if not n.startswith('_')], [n for n in vars(C) if not n.startswith('_')], vars(c), 'x' in dir(C)
try: vars(5)
except TypeError as e: r3 = str(e)
setattr(c, 'weird name', 1); r4 = c.__dict__, getattr(c, 'weird name'); delattr(c, 'y'); r5 = vars(c)
c.__dict__['z'] = 3; r6 = c.z; c.__dict__ = {'only': 1}; r7 = vars(c), hasattr(c, 'z')
try: setattr(5, 'x', 1)
except AttributeError as e: r8 = str(e)
try: int.foo = 1
except TypeError as e: r9 = str(e)
try: getattr(c, 5)
except TypeError as e: r10 = str(e)
r11 = getattr(C, 'x'), C.__dict__['x'], type(C.__dict__).__name__, C.__dict__.get('zz'), 'm' in C.__dict__
# ---
from typing import Generic, TypeVar, Protocol, runtime_checkable, overload, cast, TypedDict, Final, get_type_hints, NewType, Annotated, get_origin, get_args, TYPE_CHECKING, Union, Optional, List, Dict
T = TypeVar('T'); U = TypeVar('U', bound=int)
class Box(Generic[T]):
    def __init__(self, v: T): self.v = v
    def get(self) -> T: return self.v
b = Box[int](5); r = b.get(), Box[int], Box.__parameters__, type(b).__name__
@runtime_checkable
class HasCall(Protocol):
    def call(self, x): ...
class Y:
    def call(self, x): return x
r2 = isinstance(Y(), HasCall), isinstance(5, HasCall)
class TD(TypedDict, total=False):
    a: int
    b: str
r3 = TD(a=1), TD.__annotations__, {'a': 1} == TD(a=1)
UserId = NewType('UserId', int); r4 = UserId(5), cast(str, 5), TYPE_CHECKING, UserId.__name__
def f(a: int, b: 'str', c: Optional[int] = None) -> List[int]: ...
r5 = get_type_hints(f), get_origin(List[int]), get_args(Dict[str, int]), get_origin(Union[int, str]), get_args(Optional[int])
r6 = Union[int, str, int], Optional[str], Annotated[int, 'meta'], list[int] == list[int], List, Union[int]
try: HasCall()
except TypeError as e: r7 = str(e)
# ---
class Repr:
    def __repr__(self): return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in vars(self).items())})"
class Eq:
    def __eq__(self, o): return type(self) is type(o) and vars(self) == vars(o)
class Serial:
    fields = ()
    def to_dict(self): return {f: getattr(self, f) for f in self.fields}
    @classmethod
    def from_dict(cls, d): return cls(**{k: d[k] for k in cls.fields})
class Conv(Repr, Eq, Serial):
    fields = ('filters', 'kernel')
    def __init__(self, filters, kernel=3): self.filters, self.kernel = filters, kernel
class Dw(Conv):
    fields = Conv.fields + ('mult',)
    def __init__(self, filters, kernel=3, mult=1): super().__init__(filters, kernel); self.mult = mult
c = Conv(8); d = Dw.from_dict({'filters': 4, 'kernel': 5, 'mult': 2})
r = c, c.to_dict(), d, d == Dw(4, 5, 2), c == Conv(8), c != Conv(9), Conv.from_dict(c.to_dict()) == c, [k.__name__ for k in Dw.__mro__]
class Log(Repr):
    def __setattr__(self, k, v): history.append(k); super().__setattr__(k, v)
history = []
class X(Log):
    def __init__(self): self.a = 1; self.b = self.a + 1
x = X(); r2 = x, history
