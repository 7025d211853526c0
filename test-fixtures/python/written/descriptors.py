# ---
class Typed:
    def __init__(self, kind, default=None, *, check=None):
        self.kind, self.default, self.check = kind, default, check
    def __set_name__(self, owner, name):
        self.public, self.private = name, "_" + name
        owner.__dict__.get("_order", []).append(name)
    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return getattr(obj, self.private, self.default)
    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{type(obj).__name__}.{self.public} must be {self.kind.__name__}, got {value!r}")
        if self.check and not self.check(value):
            raise ValueError(f"bad {self.public}: {value}")
        setattr(obj, self.private, value)
    def __delete__(self, obj):
        delattr(obj, self.private)

class Conv:
    _order = []
    filters = Typed(int, 32, check=lambda v: v > 0)
    name = Typed(str, "conv")
    rate = Typed((float), 0.0)
    def __init__(self, **kw):
        for k, v in kw.items():
            setattr(self, k, v)

c = Conv(filters=64, name="c1")
log = []
for key, value in [("filters", -1), ("filters", "x"), ("rate", 1), ("name", "ok"), ("rate", 0.5)]:
    try:
        setattr(c, key, value)
        log.append((key, getattr(c, key)))
    except (TypeError, ValueError) as e:
        log.append(repr(e))
order = Conv._order
state = dict(c.__dict__)
del c.name
after = c.name, vars(c), Conv.filters.public, type(Conv.filters).__name__
try:
    del c.name
except AttributeError as e:
    gone = str(e)
# ---
class lazy:
    def __init__(self, f):
        self.f = f
        self.__doc__ = f.__doc__
    def __set_name__(self, owner, name):
        self.name = name
    def __get__(self, obj, owner):
        if obj is None:
            return self
        value = obj.__dict__[self.name] = self.f(obj)
        return value

calls = []
class Net:
    def __init__(self, n): self.n = n
    @lazy
    def layers(self):
        "the layers"
        calls.append(self.n)
        return [f"l{i}" for i in range(self.n)]
    @property
    def depth(self):
        """how deep"""
        return len(self.layers)
    @depth.setter
    def depth(self, value):
        self.n = value
        self.__dict__.pop("layers", None)
    @depth.deleter
    def depth(self):
        self.n = 0
n = Net(3)
a = n.layers, n.layers is n.layers, list(calls)
n.depth = 2
b = n.depth, calls, n.__dict__
docs = Net.layers.__doc__, Net.depth.__doc__, Net.depth.fget.__name__
del n.depth
cnt = n.n
class RO:
    @property
    def x(self): return 1
    y = property(lambda self: 2, doc="why")
errs = []
for act in (lambda o: setattr(o, "x", 2), lambda o: delattr(o, "x"), lambda o: o.z, lambda o: setattr(o, "y", 3)):
    try:
        act(RO())
    except AttributeError as e:
        errs.append(str(e))
ydoc = RO.y.__doc__
# ---
class Meta(type):
    registry = {}
    def __new__(mcls, name, bases, ns, **kw):
        cls = super().__new__(mcls, name, bases, ns)
        cls.tag = kw.get("tag", name.lower())
        if bases:
            mcls.registry[cls.tag] = cls
        return cls
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
        cls.seen = sorted(k for k in ns if not k.startswith("__"))
    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        return {"prepared": name}
    def __call__(cls, *args, **kw):
        obj = super().__call__(*args, **kw)
        obj.created = True
        return obj
    def __len__(cls): return len(cls.seen)
    def __iter__(cls): return iter(cls.seen)
    def __contains__(cls, x): return x in cls.seen
    def __getitem__(cls, k): return f"{cls.__name__}[{k}]"
    def __getattr__(cls, name):
        if name.startswith("make_"):
            return lambda *a: (cls.__name__, name[5:], a)
        raise AttributeError(name)
    def __instancecheck__(cls, obj): return getattr(obj, "quacks", False) or type.__instancecheck__(cls, obj)
    def __repr__(cls): return f"<M {cls.__name__}>"

class Base(metaclass=Meta): pass
class Dense(Base, tag="fc"):
    units = 3
    def call(self): return 1
class Drop(Base): rate = 0.5
reg = Meta.registry
d = Dense()
facts = d.created, Dense.tag, Drop.tag, len(Dense), list(Dense), "units" in Dense, Dense[3], Dense.make_x(1, 2), Dense.prepared, Drop.prepared
class Duck: quacks = True
inst = isinstance(Duck(), Dense), isinstance(d, Base), isinstance(3, Base), issubclass(Dense, Base)
rep = repr(Dense), str(type(Dense)), type(Dense) is Meta, f"{Base}"
try:
    Dense.nothing
except AttributeError as e:
    missing = e.args
# ---
class Plugin:
    plugins = []
    def __init_subclass__(cls, /, priority=0, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.priority = priority
        Plugin.plugins.append(cls.__name__)
    def __class_getitem__(cls, item):
        return (cls.__name__, item)
class A(Plugin, priority=2): pass
class B(Plugin): pass
class C(A, priority=9): pass
order = sorted([A, B, C], key=lambda c: -c.priority)
names = [c.__name__ for c in order], Plugin.plugins, A[int], B[1, 2]
try:
    class D(Plugin, nope=1): pass
except TypeError as e:
    err = str(e)
subs = [c.__name__ for c in Plugin.__subclasses__()], C.__mro__ == (C, A, Plugin, object), C.__bases__, C.__base__.__name__
made = type("Made", (A,), {"x": 1, "f": lambda self: self.x + 1}, priority=5)
m = made().f(), made.priority, made.__name__, made.__qualname__, Plugin.plugins[-1]
# ---
class Vec:
    __slots__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
    def __repr__(self): return f"Vec({self.x!r}, {self.y!r})"
    def __eq__(self, o): return (self.x, self.y) == (o.x, o.y) if isinstance(o, Vec) else NotImplemented
    def __hash__(self): return hash((self.x, self.y))
    def __add__(self, o):
        if isinstance(o, Vec): return Vec(self.x + o.x, self.y + o.y)
        if isinstance(o, (int, float)): return Vec(self.x + o, self.y + o)
        return NotImplemented
    __radd__ = __add__
    def __sub__(self, o): return self + -o
    def __rsub__(self, o): return -self + o
    def __neg__(self): return Vec(-self.x, -self.y)
    def __pos__(self): return self
    def __abs__(self): return (self.x ** 2 + self.y ** 2) ** 0.5
    def __mul__(self, k): return Vec(self.x * k, self.y * k)
    def __rmul__(self, k): return self * k
    def __matmul__(self, o): return self.x * o.x + self.y * o.y
    def __truediv__(self, k): return Vec(self.x / k, self.y / k)
    def __floordiv__(self, k): return Vec(self.x // k, self.y // k)
    def __mod__(self, k): return Vec(self.x % k, self.y % k)
    def __divmod__(self, k): return self // k, self % k
    def __pow__(self, k, mod=None): return Vec(pow(self.x, k, mod), pow(self.y, k, mod))
    def __rpow__(self, b): return Vec(b ** self.x, b ** self.y)
    def __lshift__(self, k): return Vec(self.x << k, self.y << k)
    def __and__(self, o): return "and"
    def __rand__(self, o): return "rand"
    def __or__(self, o): return "or"
    def __xor__(self, o): return "xor"
    def __invert__(self): return Vec(self.y, self.x)
    def __bool__(self): return bool(self.x or self.y)
    def __getitem__(self, i): return (self.x, self.y)[i]
    def __iter__(self): yield self.x; yield self.y
    def __len__(self): return 2
    def __contains__(self, v): return v in (self.x, self.y)
    def __lt__(self, o): return abs(self) < abs(o)
    def __round__(self, n=None): return Vec(round(self.x, n), round(self.y, n))
    def __int__(self): return int(self.x)
    def __float__(self): return float(abs(self))
    def __index__(self): return int(self.x)
    def __complex__(self): return complex(self.x, self.y)
    def __reversed__(self): return iter((self.y, self.x))
    def __call__(self, *a, **k): return (self.x, a, k)
    def __floor__(self): return "floor"
    def __trunc__(self): return "trunc"
    def __ceil__(self): return "ceil"

import math
v, w = Vec(3, 4), Vec(1, 2)
arith = [v + w, v + 1, 1 + v, v - w, 10 - v, -v, +v is v, abs(v), v * 2, 2 * v, v @ w, v / 2, v // 2, v % 2, divmod(v, 2), v ** 2, pow(v, 2, 5), 2 ** v, v << 1]
logic = [v & w, 1 & v, v | 1, v ^ 1, ~v, bool(Vec(0, 0)), not v]
seq = [v[0], v[-1], v[:], list(v), len(v), 4 in v, 9 in v, [*v], max(v), sorted([v, w]), list(reversed(v)), sum([v, w], Vec(0, 0)), dict([v])]
conv = [int(v), float(v), complex(v), [10, 20, 30, 40][v], round(Vec(1.256, 2.5), 1), round(Vec(1.5, 2.5)), math.floor(v), math.ceil(v), math.trunc(v), hex(v), range(5)[w]]
cmp = [v == Vec(3, 4), v != Vec(3, 4), v == (3, 4), v < w, v > w, {v: 1}[Vec(3, 4)], v in [Vec(3, 4)], len({v, Vec(3, 4), w})]
call = v(1, k=2)
x, y = v
v += w
aug = v, (v := v * 2), v
errs = []
for f in (lambda: v + "a", lambda: "a" + v, lambda: v >> 1, lambda: v <= w, lambda: setattr(v, "z", 1), lambda: v.z, lambda: v[5], lambda: v @ 3, lambda: v & w | None):
    try:
        errs.append(f())
    except Exception as e:
        errs.append((type(e).__name__, str(e)))
# ---
class Proxy:
    def __init__(self, target):
        object.__setattr__(self, "_target", target)
        object.__setattr__(self, "_log", [])
    def __getattr__(self, name):
        self._log.append(("get", name))
        return getattr(self._target, name)
    def __setattr__(self, name, value):
        self._log.append(("set", name, value))
        setattr(self._target, name, value)
    def __delattr__(self, name):
        self._log.append(("del", name))
        delattr(self._target, name)
    def __dir__(self):
        return ["a", "b"]
class T:
    kind = "t"
    def __init__(self): self.v = 1
    def double(self): return self.v * 2
p = Proxy(T())
p.v = 5
got = p.double(), p.kind, p.v
del p.v
log = p._log
try:
    p.v
except AttributeError as e:
    err = str(e)
has = hasattr(p, "double"), hasattr(p, "nope"), getattr(p, "nope", "dflt"), dir(p), callable(p.double)
class Strict:
    def __getattribute__(self, name):
        if name.startswith("secret"):
            raise AttributeError("hidden " + name)
        return super().__getattribute__(name)
    def __init__(self): self.secret1 = 1; self.open = 2
s = Strict()
res = s.open, hasattr(s, "secret1"), s.__dict__, getattr(s, "secret1", None)
# ---
class Shape:
    count = 0
    def __new__(cls, *args, **kw):
        cls.count += 1
        if cls is Shape and args and len(args) == 1:
            cls = Square
        return super().__new__(cls)
    def __init__(self, *dims): self.dims = dims
    def __repr__(self): return f"{type(self).__name__}{self.dims}"
    @classmethod
    def unit(cls): return cls(1, 1)
    @staticmethod
    def area(a, b): return a * b
    def __init_subclass__(cls, **k): cls.kids = []
class Square(Shape): pass
r = Shape(2), Shape(2, 3), Square(4), Square.unit(), Shape.area(2, 3), Square(1).area(4, 5)
counts = Shape.count, Square.count
class Single:
    _it = None
    def __new__(cls):
        if cls._it is None:
            cls._it = object.__new__(cls)
        return cls._it
same = Single() is Single()
class Even(int):
    def __new__(cls, v): return super().__new__(cls, v - v % 2)
    def __add__(self, o): return Even(int(self) + o)
e = Even(7), Even(7) + 3, type(Even(4) + 1).__name__, Even(5) * 2, type(Even(5) * 2).__name__
class Name(str):
    def shout(self): return Name(self.upper() + "!")
    @property
    def first(self): return self[0]
n = Name("abc")
nm = n.shout(), n.first, type(n.upper()).__name__, type(n.shout()).__name__, n == "abc", {n: 1}["abc"], isinstance(n, str), n + "d"
class Stack(list):
    def push(self, x): self.append(x); return self
    def __getitem__(self, i): return ("got", super().__getitem__(i))
    def __repr__(self): return "Stack" + super().__repr__()
s = Stack([1]).push(2)
st = s, s[0], s[-1], list(s), len(s), s + [3], type(s + [3]).__name__, s == [1, 2], [*s]
class DD(dict):
    def __missing__(self, k): self[k] = k * 2; return self[k]
    def __getattr__(self, k):
        try: return self[k]
        except KeyError as e: raise AttributeError(k) from e
d = DD(a=1)
dd = d["zz"], d.a, d.get("q"), d, "q" in d, d.q, len(d)
class P(tuple):
    def __new__(cls, a, b): return tuple.__new__(cls, (a, b))
    a = property(lambda self: self[0])
t = P(1, 2)
tp = t, t.a, t + (3,), t == (1, 2), hash(t) == hash((1, 2))
# ---
class A:
    def who(self): return ["A"]
class B(A):
    def who(self): return ["B"] + super().who()
class C(A):
    def who(self): return ["C"] + super().who()
class D(B, C):
    def who(self): return ["D"] + super().who()
class E(D):
    def who(self): return ["E"] + super(D, self).who()
w = D().who(), E().who()
mro = [c.__name__ for c in E.__mro__], [c.__name__ for c in D.mro()]
try:
    class X(A, B): pass
except TypeError as e:
    bad = str(e)
try:
    class Y(A, A): pass
except TypeError as e:
    dup = str(e)
try:
    class Z(int, str): pass
except TypeError as e:
    lay = str(e)
try:
    class Bl(bool): pass
except TypeError as e:
    final = str(e)
class Mix:
    def __init__(self, *a, tag=None, **k):
        super().__init__(*a, **k)
        self.tag = tag
class Root:
    def __init__(self, n=0): self.n = n
class Final(Mix, Root): pass
f = Final(3, tag="t")
fin = f.__dict__
try:
    Final(3, bogus=1)
except TypeError as e:
    te = str(e)
class O:
    class Inner:
        v = 1
        def __repr__(self): return type(self).__qualname__
    def f(self):
        class L: pass
        return L.__qualname__, self.f.__qualname__, (lambda: 0).__qualname__
q = O.Inner(), O().f(), O.f.__name__, O.Inner.__module__
# ---
from functools import total_ordering, cached_property, singledispatchmethod
@total_ordering
class Version:
    def __init__(self, text): self.parts = tuple(int(p) for p in text.split("."))
    def __eq__(self, o): return self.parts == o.parts
    def __lt__(self, o): return self.parts < o.parts
    def __repr__(self): return "v" + ".".join(map(str, self.parts))
a, b = Version("2.15"), Version("3.0.1")
cmp = a < b, a <= b, a > b, a >= b, a == Version("2.15"), a != b, max(a, b), sorted([b, a])
class Stats:
    def __init__(self, xs): self.xs, self.n = xs, 0
    @cached_property
    def mean(self):
        self.n += 1
        return sum(self.xs) / len(self.xs)
s = Stats([1, 2, 6])
cp = s.mean, s.mean, s.n, "mean" in s.__dict__
del s.mean
cp2 = s.mean, s.n
s.mean = 9
cp3 = s.mean
class Fmt:
    @singledispatchmethod
    def show(self, x): return f"obj:{x!r}"
    @show.register
    def _(self, x: int): return f"int:{x}"
    @show.register(list)
    def _(self, x): return [self.show(i) for i in x]
    @show.register
    def _(self, x: str) -> str: return "s:" + x
sd = Fmt().show([1, "a", 2.5, True, None])
try:
    @total_ordering
    class Bad: pass
except ValueError as e:
    to = str(e)
# ---
from abc import ABC, abstractmethod, ABCMeta
class Layer(ABC):
    @abstractmethod
    def call(self, x): ...
    @property
    @abstractmethod
    def name(self): ...
    @classmethod
    @abstractmethod
    def make(cls): ...
    def __call__(self, x): return self.call(x)
errs = []
try: Layer()
except TypeError as e: errs.append(str(e))
class Half(Layer):
    def call(self, x): return x
try: Half()
except TypeError as e: errs.append(str(e))
class Full(Half):
    name = "full"
    @classmethod
    def make(cls): return cls()
f = Full.make()
ok = f(3), f.name, Full.__abstractmethods__, sorted(Layer.__abstractmethods__)
class One(ABC):
    @abstractmethod
    def only(self): pass
try: One()
except TypeError as e: errs.append(str(e))
@Layer.register
class Virtual: pass
v = isinstance(Virtual(), Layer), issubclass(Virtual, Layer), Layer in Virtual.__mro__
class Hook(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, C):
        if cls is Hook:
            return any("hook" in B.__dict__ for B in C.__mro__)
        return NotImplemented
class WithHook:
    def hook(self): pass
h = isinstance(WithHook(), Hook), isinstance(3, Hook)
from collections.abc import Iterable, Sized, Callable, Hashable, Mapping, Sequence, MutableMapping, Iterator, Container, Collection
class Sz:
    def __len__(self): return 0
    def __iter__(self): return iter(())
checks = [isinstance(x, t) for x in ([], {}, "a", 3, Sz(), iter([])) for t in (Iterable, Sized, Hashable, Mapping, Sequence, Iterator, Container, Collection)]
class M(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k.lower()]
    def __setitem__(self, k, v): self.d[k.lower()] = v
    def __delitem__(self, k): del self.d[k.lower()]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = M()
m["Aa"] = 1
m.update({"B": 2}, C=3)
mm = m["AA"], "b" in m, m.pop("c"), m.get("zz", 0), list(m.items()), m == {"aa": 1, "b": 2}, m.setdefault("Q", 5), sorted(m.keys()), m.popitem(), len(m)
class Seq(Sequence):
    def __init__(self, *a): self.a = a
    def __getitem__(self, i): return self.a[i]
    def __len__(self): return len(self.a)
q = Seq(1, 2, 3, 2)
qq = 2 in q, q.index(2), q.count(2), list(reversed(q)), list(q), q[1:]
try:
    class Bad(Sequence): pass
    Bad()
except TypeError as e: errs.append(str(e))
# ---
class Reg:
    def __init__(self): self.items = {}
    def __call__(self, name=None, **meta):
        def deco(f):
            self.items[name or f.__name__] = (f, meta)
            return f
        if callable(name):
            f, name = name, None
            return deco(f)
        return deco
    def __getitem__(self, k): return self.items[k][0]
    def __contains__(self, k): return k in self.items
    def __delitem__(self, k): del self.items[k]
    def __setitem__(self, k, v): self.items[k] = (v, {})
reg = Reg()
@reg
def relu(x): return max(0, x)
@reg("swish", slow=True)
def _swish(x): return x
@reg(beta=2)
class Gelu:
    def __call__(self, x): return x + 1
names = list(reg.items), reg["relu"](-3), "swish" in reg, reg.items["swish"][1], reg["Gelu"]()(1)
del reg["swish"]
reg["lin"] = abs
left = sorted(reg.items), reg["lin"](-1)
import functools
def trace(prefix):
    def deco(f):
        @functools.wraps(f)
        def inner(*a, **k):
            inner.calls += 1
            out.append(f"{prefix}{f.__name__}{a}{k or ''}")
            return f(*a, **k)
        inner.calls = 0
        return inner
    return deco
out = []
@trace(">")
@trace("-")
def add(a, b: int = 2, *, c=0) -> int:
    "adds"
    return a + b + c
tot = add(1) + add(1, 3, c=4)
facts = add.__name__, add.__doc__, add.calls, add.__wrapped__.__wrapped__.__defaults__, add.__annotations__, add.__wrapped__.calls, add.__kwdefaults__, add.__wrapped__.__wrapped__.__kwdefaults__
class CountCalls:
    def __init__(self, f): functools.update_wrapper(self, f); self.f, self.n = f, 0
    def __call__(self, *a): self.n += 1; return self.f(*a)
    def __get__(self, obj, owner): return self if obj is None else functools.partial(self, obj)
class K:
    @CountCalls
    def m(self, x): return x * 2
k = K()
cc = k.m(2), k.m(3), K.m.n, K.m.__name__
# ---
class Temp:
    def __init__(self, c=0): self._c = c
    f = property(lambda s: s._c * 9 / 5 + 32, lambda s, v: setattr(s, "_c", (v - 32) * 5 / 9))
    def __getstate__(self): return {"c": self._c}
    def __copy__(self): return Temp(self._c + 100)
    def __deepcopy__(self, memo): return Temp(self._c + 1000)
    def __sizeof__(self): return 8
    def __bool__(self): return self._c > 0
    def __enter__(self): return self._c
    def __exit__(self, *a): self._c = -1
t = Temp(25)
a = t.f
t.f = 212
b = t._c
import copy
c = copy.copy(t)._c, copy.deepcopy([t])[0]._c
with t as inside: pass
d = inside, t._c, bool(t), [1 if t else 0]
class Point:
    __slots__ = ["x", "y", "__dict__"]
    __match_args__ = ("x", "y")
    def __init__(s, x, y): s.x = x; s.y = y
p = Point(1, 2)
p.extra = 3
e = p.__dict__, hasattr(p, "x"), Point.x.__get__(p), Point.__slots__
class S2:
    __slots__ = "only"
s = S2()
try: s.only
except AttributeError as ex: f1 = str(ex)
s.only = 4
try: s.other = 1
except AttributeError as ex: f2 = str(ex)
try: s.__dict__
except AttributeError as ex: f3 = str(ex)
class S3(S2): pass
z = S3()
z.only, z.q = 1, 2
g = z.__dict__, z.only
try:
    class S4:
        __slots__ = ("a",)
        a = 1
except ValueError as ex: f4 = str(ex)
h = copy.copy(p).x, copy.copy(p).extra
# ---
class Chain:
    def __init__(self, ops=()): self.ops = tuple(ops)
    def __getattr__(self, name):
        if name.startswith("_"): raise AttributeError(name)
        return lambda *a, **k: Chain(self.ops + ((name, a, k),))
    def __repr__(self): return " -> ".join(f"{n}({', '.join([*map(repr, a), *(f'{k}={v!r}' for k, v in kw.items())])})" for n, a, kw in self.ops)
    def __rshift__(self, other): return Chain(self.ops + other.ops)
    def __iter__(self): return (n for n, *_ in self.ops)
    def __eq__(self, o): return isinstance(o, Chain) and self.ops == o.ops
    def __len__(self): return len(self.ops)
pipe = Chain().conv(32, 3, padding="same").relu().pool(2) >> Chain().dense(10)
text = repr(pipe)
ops = list(pipe), len(pipe), pipe == Chain(pipe.ops), pipe != Chain()
try: hash(pipe)
except TypeError as e: unhash = str(e)
nested = {"p": pipe, "l": [pipe][-1:]}
class Builder:
    def __init__(self): self._kw = {}
    def __setitem__(self, key, value):
        self._kw[key if isinstance(key, tuple) else (key,)] = value
    def __getitem__(self, key):
        if isinstance(key, slice): return ("slice", key.start, key.stop, key.step)
        if key is Ellipsis: return "..."
        if isinstance(key, tuple): return tuple(self[k] for k in key)
        return self._kw.get((key,), key)
    def __delitem__(self, key): self._kw.pop((key,), None)
b = Builder()
b["a"], b["x", 1] = 1, 2
got = b["a"], b[1:2], b[::3], b[...], b[1:, ..., None, "a"], b._kw
del b["a"]
left = b._kw
b["n"] = 1
b["n"] += 5
b["l"] = []
b["l"] += [1]
aug = b["n"], b["l"]
