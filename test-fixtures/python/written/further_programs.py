# ---
from enum import Flag, IntFlag, Enum, auto
class Color(Flag):
    RED = auto()
    GREEN = auto()
    BLUE = auto()
    PURPLE = RED | BLUE
    WHITE = RED | GREEN | BLUE
combos = [Color.RED | Color.GREEN, Color.PURPLE, Color.RED | Color.BLUE, Color.WHITE, ~Color.PURPLE, ~Color.WHITE, Color.WHITE & ~Color.RED, Color.WHITE ^ Color.GREEN]
names = [c.name for c in combos]
texts = [str(c) for c in combos]
values = [c.value for c in combos]
members = list(Color), list(Color.__members__), len(Color), list(Color.WHITE), list(Color.PURPLE)
tests = Color.RED in Color.PURPLE, Color.PURPLE in Color.RED, bool(Color(0)), Color(0), Color(7) is Color.WHITE, Color["WHITE"], hash(Color.RED) == hash(Color.RED), Color.RED == 1
errs = []
for f in (lambda: Color(9), lambda: Color.RED | 1, lambda: Color("RED"), lambda: Color.RED < Color.BLUE, lambda: Color.RED + 1, lambda: 1 in Color.RED):
    try: errs.append(f())
    except Exception as e: errs.append((type(e).__name__, str(e)))
class Perm(IntFlag):
    R = 4
    W = 2
    X = 1
    RWX = 7
p = [Perm.R | Perm.W, Perm(7), Perm(5), Perm.R | 8, Perm(0), ~Perm.X, Perm.R & 6, 1 + Perm.R, Perm.RWX ^ Perm.W, -Perm.R, Perm(12)]
pn = [getattr(x, "name", None) for x in p]
ps = [str(x) for x in p], [f"{x}" for x in p], ["%d" % x for x in p]
pl = list(Perm(6)), list(Perm), len(Perm(7)), Perm.W in Perm.RWX
# ---
from enum import Enum, IntEnum, auto, unique, StrEnum, member, nonmember, property as eprop
class Op(Enum):
    ADD = "+"
    SUB = "-"
    def apply(self, a, b):
        return {"+": a + b, "-": a - b}[self.value]
    @classmethod
    def default(cls): return cls.ADD
    @property
    def symbol(self): return f"({self.value})"
    @staticmethod
    def all(): return [o.name for o in Op]
r = Op.ADD.apply(2, 3), Op("-").apply(2, 3), Op.default(), Op.SUB.symbol, Op.all(), Op.ADD.name, Op.ADD.value
class Weekday(IntEnum):
    MON = 1
    TUE = 2
    @classmethod
    def from_name(cls, s): return cls[s.upper()[:3]]
    def next(self): return Weekday(self % len(Weekday) + 1)
w = Weekday.from_name("tuesday"), Weekday.MON.next(), Weekday.TUE.next(), Weekday.MON < Weekday.TUE, Weekday.MON == 1, [0, 10, 20][Weekday.TUE], max(Weekday), sorted(Weekday, reverse=True)
class Coord(Enum):
    ORIGIN = 0, 0
    UNIT = 1, 1
    def __init__(self, x, y): self.x, self.y = x, y
    def __add__(self, other): return self.x + other.x, self.y + other.y
c = Coord.UNIT.x, Coord.UNIT + Coord.UNIT, Coord((0, 0)), Coord.ORIGIN.value
class Level(Enum):
    LOW, MID, HIGH = range(1, 4)
    __order__ = "LOW MID HIGH"
    def __lt__(self, o): return self.value < o.value
    def __str__(self): return self.name.lower()
l = sorted([Level.HIGH, Level.LOW]), str(Level.MID), f"{Level.MID}", f"{Level.MID!r}", Level.LOW < Level.HIGH, {l: str(l) for l in Level}
class Alias(Enum):
    A = 1
    B = 2
    C = 1
al = list(Alias), Alias.C is Alias.A, Alias.C.name, [*Alias.__members__.items()], Alias(1), Alias["C"]
Animal = Enum("Animal", ["CAT", "DOG"], start=5)
an = list(Animal), Animal.DOG.value, Animal.__name__, Animal(5)
class Shade(StrEnum):
    DARK = auto()
    LIGHT = "l"
sh = Shade.DARK == "dark", Shade.LIGHT.upper(), [s for s in Shade], f"{Shade.DARK:>6}", Shade.DARK in ("dark",), Shade("l")
dup = None
try:
    class Bad(Enum):
        X = 1
        X = 2
except TypeError as e: dup = str(e)
try: Op.ADD.value = 3
except AttributeError as e: ro = str(e)
try: Op.NEW
except AttributeError as e: at = str(e)
try: del Op.ADD
except AttributeError as e: de = str(e)
cmp = Op.ADD is Op("+"), Op.ADD != Op.SUB, Op.ADD in Op, isinstance(Op.ADD, Op), type(Op.ADD), Op.ADD.__class__ is Op, bool(Op.ADD), Op.__members__["ADD"]
# ---
data = {"a": [1], "b": [2]}
other = {"a": [1], "c": [3]}
same_keys = data.keys() & other.keys(), data.keys() - other.keys(), sorted(data.keys() ^ other.keys()), data.keys() | {"z"} == {"a", "b", "z"}
errs = []
for f in (lambda: data.items() & other.items(), lambda: data.items() | other.items(), lambda: data.items() <= other.items(), lambda: data.items() - other.items(), lambda: {"a": 1}.items() & [("a", 1)], lambda: {"a": 1}.keys() & 5, lambda: {"a": 1}.values() & set()):
    try: errs.append(f())
    except TypeError as e: errs.append(str(e))
eq = data.items() == other.items(), data.items() == {"a": [1], "b": [2]}.items(), data.keys() == {"a", "b"}, list(data.values()) == [[1], [2]], data.values() == data.values()
cmpv = {"a": 1}.items() <= {"a": 1, "b": 2}.items(), {"a": 1}.items() < {"a": 1}.items(), {"a"} <= data.keys(), data.keys() >= {"a"}, data.keys() > {"a", "b"}, {1: 2}.items() >= set()
disj = {"a": 1}.items().isdisjoint({("a", 2)}), {"a": 1}.keys().isdisjoint({"a"}), len(data.items()), ("a", [1]) in data.items(), ("a", [2]) in data.items(), list(reversed(data.keys()))
t = *[1], 2
u = 1, *range(2), *"ab"
def f(): return *[1, 2], 3
v = f()
for x in *[1], 2: last = x
w = [*t, *u]
name = "\N{GREEK SMALL LETTER ALPHA}\N{BULLET}"
esc = "\x41\u00e9\U0001F600\101\0", r"\n\x41", b"\x41\101", "a\
b", 'it''s' "joined", "tab\there", """tri"ple""", '\'"', "\\", "\a\b\f\v"
num = 0x_ff, 0b1_0, 1_000.5, 1e1_0, .5, 5., 0o17, 1j, 3e-2j, 0xDEADBEEF, 00
# ---
class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    @classmethod
    def identity(cls, n): return cls([[int(i == j) for j in range(n)] for i in range(n)])
    @property
    def shape(self): return len(self.rows), len(self.rows[0])
    @property
    def T(self): return Matrix(zip(*self.rows))
    def __matmul__(self, o):
        if self.shape[1] != o.shape[0]: raise ValueError(f"shapes {self.shape} and {o.shape} not aligned")
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __imatmul__(self, o): self.rows = (self @ o).rows; return self
    def __mul__(self, k): return Matrix([[x * k for x in r] for r in self.rows])
    __rmul__ = __mul__
    def __iadd__(self, o):
        for r, s in zip(self.rows, o.rows):
            for i, v in enumerate(s): r[i] += v
        return self
    def __eq__(self, o): return isinstance(o, Matrix) and self.rows == o.rows
    def __getitem__(self, key):
        if isinstance(key, tuple):
            i, j = key
            if isinstance(i, slice): return [r[j] for r in self.rows[i]]
            return self.rows[i][j]
        return self.rows[key]
    def __setitem__(self, key, v):
        i, j = key
        self.rows[i][j] = v
    def __iter__(self): return iter(self.rows)
    def __repr__(self): return "Matrix(" + "; ".join(" ".join(f"{x:g}" for x in r) for r in self.rows) + ")"
    def __pow__(self, n):
        out = Matrix.identity(len(self.rows))
        base = Matrix(self.rows)
        while n:
            if n & 1: out = out @ base
            base = base @ base
            n >>= 1
        return out
a = Matrix([[1, 2], [3, 4]])
b = a.T
prod = a @ b, 2 * a, a ** 5, a.shape, a == a.T.T, a[0, 1], a[:, 0], a[1]
c = a
c += Matrix.identity(2)
alias = a is c, a
c @= b
more = a, a.rows is c.rows
a[0, 0] = -1.5
final = repr(a)
try: a @ Matrix([[1, 2, 3]])
except ValueError as e: err = str(e)
fib = (Matrix([[1, 1], [1, 0]]) ** 90)[0, 1]
total = sum(sum(r) for r in a)
# ---
import functools
def retry(times, exceptions=(Exception,)):
    def deco(fn):
        @functools.wraps(fn)
        def wrapper(*args, **kwargs):
            last = None
            for attempt in range(1, times + 1):
                try:
                    return fn(*args, **kwargs)
                except exceptions as e:
                    last = e
                    log.append(f"{fn.__name__} attempt {attempt}: {e}")
            raise RuntimeError(f"{fn.__name__} failed after {times}") from last
        wrapper.times = times
        return wrapper
    return deco
log = []
state = {"n": 0}
@retry(3, (ValueError, KeyError))
def flaky(k):
    state["n"] += 1
    if state["n"] < k: raise ValueError(f"n={state['n']}")
    return state["n"]
r1 = flaky(2)
state["n"] = 0
try: flaky(10)
except RuntimeError as e: r2 = str(e), repr(e.__cause__)
@retry(2)
def boom(): return 1 / 0
try: boom()
except RuntimeError as e: r3 = e.__cause__.args
@retry(2, (KeyError,))
def other(): raise TypeError("not retried")
try: other()
except TypeError as e: r4 = str(e), flaky.times, flaky.__name__
def memoize(fn):
    cache = {}
    @functools.wraps(fn)
    def inner(*key):
        if key not in cache:
            cache[key] = fn(*key)
        return cache[key]
    inner.cache = cache
    return inner
@memoize
def paths(r, c): return 1 if r == 0 or c == 0 else paths(r - 1, c) + paths(r, c - 1)
p = paths(6, 6), len(paths.cache)
def validate(**types):
    def deco(fn):
        def inner(**kw):
            for k, t in types.items():
                if k in kw and not isinstance(kw[k], t):
                    raise TypeError(f"{k}: expected {t.__name__}, got {type(kw[k]).__name__}")
            return fn(**kw)
        return inner
    return deco
@validate(units=int, name=str)
def dense(units, name="d", **kw): return f"{name}:{units}:{kw}"
v = dense(units=3), dense(units=True, name="x", rate=0.5)
try: dense(units="3")
except TypeError as e: ve = str(e)
class Limit:
    def __init__(self, n): self.n = n
    def __call__(self, fn):
        def inner(*a):
            if self.n <= 0: return None
            self.n -= 1
            return fn(*a)
        return inner
@Limit(2)
def hello(x): return "hi " + x
h = [hello(c) for c in "abc"]
def add_method(cls):
    cls.describe = lambda self: f"{type(self).__name__} of {len(vars(self))}"
    cls.count = getattr(cls, "count", 0) + 1
    return cls
@add_method
@add_method
class Thing:
    def __init__(self): self.a = self.b = 1
t = Thing().describe(), Thing.count
# ---
def gen():
    x = yield 1
    while x is not None:
        y = yield x * 2
        x = y if y else None
    return "over"
g = gen()
seq = [next(g), g.send(5), g.send(7)]
try: g.send(0)
except StopIteration as e: seq.append(e.value)
def averager():
    total = count = 0
    avg = None
    while True:
        term = yield avg
        if term is None: break
        total += term
        count += 1
        avg = total / count
    return count, avg
def grouper(results, key):
    while True:
        results[key] = yield from averager()
results = {}
for key, vals in {"a": [1, 2, 3], "b": [10, 20]}.items():
    grp = grouper(results, key)
    next(grp)
    for v in vals: grp.send(v)
    grp.send(None)
def pipeline(*stages):
    def run(source):
        for s in stages: source = s(source)
        return source
    return run
double = lambda it: (x * 2 for x in it)
evens = lambda it: (x for x in it if x % 4 == 0)
def chunks(it, n=2):
    buf = []
    for x in it:
        buf.append(x)
        if len(buf) == n:
            yield tuple(buf)
            buf = []
    if buf: yield tuple(buf)
out = list(pipeline(double, evens, chunks)(range(11)))
def count_up():
    n = 0
    try:
        while True:
            n += 1
            cmd = yield n
            if cmd == "reset": n = 0
    finally:
        trace.append(f"closed at {n}")
trace = []
c = count_up()
cs = [next(c), next(c), c.send("reset"), next(c)]
c.close()
del c
def inorder(t):
    if t:
        l, v, r = t
        yield from inorder(l)
        yield v
        yield from inorder(r)
tree = ((None, 1, None), 2, ((None, 3, None), 4, None))
order = list(inorder(tree))
def take(n, it): return [x for _, x in zip(range(n), it)]
def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1
pr = take(8, primes())
ge = ((i, j) for i in range(3) for j in range(i) if i + j > 1)
gl = list(ge), list(ge)
s = sum(x * x for x in range(5)), max((len(w), w) for w in "a bb cc".split()), dict((k, v) for k, v in zip("ab", (1, 2))), set(c for c in "hello") == set("helo"), ",".join(str(i) for i in range(3))
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self):
        while self.n:
            yield self.n
            self.n -= 1
cd = Countdown(3)
cdl = list(cd), list(cd)
def throws():
    try:
        yield "start"
    except ValueError as e:
        yield f"got {e}"
    yield "end"
t = throws()
tl = [next(t), t.throw(ValueError("v")), next(t), next(t, "none")]
# ---
class Celsius:
    def __init__(self, v=0.0): self.value = v
    def __get__(self, obj, owner): return self if obj is None else obj.__dict__.get("_c", self.value)
    def __set__(self, obj, v):
        if v < -273.15: raise ValueError(f"{v} below absolute zero")
        obj.__dict__["_c"] = float(v)
class Fahrenheit:
    def __get__(self, obj, owner): return obj.c * 1.8 + 32
    def __set__(self, obj, v): obj.c = (v - 32) / 1.8
class Temp:
    c = Celsius(20.0)
    f = Fahrenheit()
t = Temp()
r = [t.c, t.f]
t.f = 212
r += [t.c, t.__dict__]
try: t.c = -300
except ValueError as e: r.append(str(e))
class NonData:
    def __get__(self, o, owner=None): return "from descriptor"
class Holder:
    d = NonData()
h = Holder()
nd = [h.d]
h.__dict__["d"] = "instance wins"
nd.append(h.d)
class Registry(type):
    _all = {}
    def __new__(m, name, bases, ns):
        cls = super().__new__(m, name, bases, ns)
        key = ns.get("key", name.lower())
        if key in m._all: raise ValueError("duplicate key " + key)
        m._all[key] = cls
        return cls
    def __getitem__(cls, key): return cls._all[key]
    def __iter__(cls): return iter(sorted(cls._all))
    def __len__(cls): return len(cls._all)
    def __contains__(cls, k): return k in cls._all
class Layer(metaclass=Registry): key = "base"
class Dense(Layer): pass
class Conv(Layer): key = "conv2d"
reg = list(Layer), Layer["dense"].__name__, len(Layer), "conv2d" in Layer, Dense.key if "key" in Dense.__dict__ else "inherited " + Dense.key
try:
    class Again(Layer): key = "dense"
except ValueError as e: dupe = str(e)
class Auto:
    def __init_subclass__(cls, **kw):
        cls.fields = [k for k, v in cls.__dict__.items() if isinstance(v, int)]
class Rec(Auto):
    a = 1
    b = 2
    name = "x"
fl = Rec.fields
class Ordered(type):
    @classmethod
    def __prepare__(m, name, bases): return dict(_log=[])
    def __new__(m, name, bases, ns):
        ns.pop("_log")
        return super().__new__(m, name, bases, dict(ns, order=[k for k in ns if not k.startswith("__")]))
class O(metaclass=Ordered):
    z = 1
    def a(self): pass
    m = 2
oo = O.order
class Final(type):
    def __new__(m, n, b, ns):
        for base in b:
            if isinstance(base, Final): raise TypeError(f"type '{base.__name__}' is final")
        return type.__new__(m, n, b, ns)
class F1(metaclass=Final): pass
try:
    class F2(F1): pass
except TypeError as e: fin = str(e)
class Singleton(type):
    _i = {}
    def __call__(cls, *a, **k):
        if cls not in cls._i: cls._i[cls] = super().__call__(*a, **k)
        return cls._i[cls]
class Conf(metaclass=Singleton):
    def __init__(self, v): self.v = v
sg = Conf(1) is Conf(2), Conf(3).v
# ---
from typing import Protocol, Generic, TypeVar, NamedTuple, runtime_checkable, overload, Iterable, Any
from abc import ABC, abstractmethod
T = TypeVar("T")
K = TypeVar("K", int, str)
class Stack(Generic[T]):
    def __init__(self, items: Iterable[T] = ()) -> None: self._items = list(items)
    def push(self, x: T) -> "Stack[T]":
        self._items.append(x)
        return self
    def pop(self) -> T:
        if not self._items: raise IndexError("pop from empty stack")
        return self._items.pop()
    def __len__(self): return len(self._items)
    def __bool__(self): return bool(self._items)
    def __repr__(self): return f"Stack({self._items})"
s = Stack[int]([1]).push(2)
st = s, s.pop(), len(s), bool(Stack()), Stack[str], repr(Stack[T]), Stack.__parameters__, Stack[int] == Stack[int], Stack[int].__args__, K.__constraints__
try: Stack().pop()
except IndexError as e: se = str(e)
@runtime_checkable
class Drawable(Protocol):
    def draw(self) -> str: ...
class Circle:
    def draw(self): return "o"
class Square:
    draw = "not callable but present"
pr = isinstance(Circle(), Drawable), isinstance(Square(), Drawable), isinstance(1, Drawable), issubclass(Circle, Drawable)
class Explicit(Drawable):
    pass
ex = Explicit().draw(), isinstance(Explicit(), Drawable), Drawable in Explicit.__mro__
class NonRuntime(Protocol):
    x: int
try: isinstance(1, NonRuntime)
except TypeError as e: nr = str(e)
class Node(Generic[K, T]):
    def __init__(self, k: K, v: T): self.k, self.v = k, v
class IntNode(Node[int, T]): pass
n = Node[int, str].__args__, Node.__parameters__, IntNode.__parameters__, IntNode.__orig_bases__, IntNode(1, "a").v
@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x): return x
ov = f(1), f("a")
class Employee(NamedTuple):
    name: str
    id: int = 3
    def label(self): return f"{self.name}#{self.id}"
e = Employee("Bob"), Employee("A", 1).label(), Employee.__annotations__, Employee._fields, Employee("x") == ("x", 3), Employee(id=5, name="q")._replace(name="r"), Employee.__doc__
class Repo(ABC):
    @abstractmethod
    def get(self, k): ...
    def must(self, k):
        v = self.get(k)
        if v is None: raise KeyError(k)
        return v
class Mem(Repo):
    def __init__(self, **d): self.d = d
    def get(self, k): return self.d.get(k)
m = Mem(a=1).must("a")
try: Mem().must("z")
except KeyError as e: ke = e.args
try: Repo()
except TypeError as e: re_ = str(e)
# ---
def http(status):
    match status:
        case 200 | 201: return "ok"
        case 404: return "missing"
        case int() if 500 <= status < 600: return "server"
        case str() as s: return f"text {s}"
        case _: return "?"
h = [http(x) for x in (200, 201, 404, 503, 600, "x", None, 2.5)]
def shape(cfg):
    match cfg:
        case {"kind": "circle", "r": (int() | float()) as r}: return round(3.14159 * r * r, 2)
        case {"kind": "rect", "w": w, "h": h, **extra} if not extra: return w * h
        case {"kind": "rect", **rest}: return sorted(rest)
        case {"kind": str(k)}: return f"unknown {k}"
        case []: return "empty"
        case [[x, y], *more]: return x, y, len(more)
        case (a, b): return {"a": a, "b": b}
        case [_, _, *_] as big: return f"many {len(big)}"
        case {}: return "mapping"
    return "nothing"
sh = [shape(c) for c in ({"kind": "circle", "r": 2}, {"kind": "circle", "r": "2"}, {"kind": "rect", "w": 2, "h": 3}, {"kind": "rect", "w": 2, "h": 3, "z": 1}, {"kind": "tri"}, [], [[1, 2], 3, 4], (1, 2), [1, 2, 3], {"a": 1}, 5, "ab", {1, 2})]
from dataclasses import dataclass
@dataclass
class Num: v: float
@dataclass
class Bin: op: str; l: object; r: object
@dataclass
class Neg: e: object
def ev(n):
    match n:
        case Num(v): return v
        case Neg(Num(v)): return -v
        case Neg(e): return -ev(e)
        case Bin("+", l, r): return ev(l) + ev(r)
        case Bin(op="*", l=l, r=r): return ev(l) * ev(r)
        case Bin(op): raise ValueError(f"bad op {op}")
tree = Bin("+", Num(2), Bin("*", Neg(Num(3)), Neg(Bin("+", Num(1), Num(1)))))
val = ev(tree)
def simp(n):
    match n:
        case Bin("*", Num(0), _) | Bin("*", _, Num(0)): return Num(0)
        case Bin("+", Num(0), e) | Bin("+", e, Num(0)): return simp(e)
        case Bin(o, l, r): return Bin(o, simp(l), simp(r))
        case _: return n
simple = simp(Bin("+", Num(0), Bin("-", Bin("*", Num(5), Num(0)), Num(1))))
try: ev(Bin("/", 1, 2))
except ValueError as e: ve = str(e)
def tok(s):
    match s.split(maxsplit=2):
        case ["let", name, expr] if name.isidentifier(): return "let", name, expr
        case ["print", *args]: return "print", args
        case []: return None
        case [cmd, *_]: return "unknown " + cmd
tk = [tok(s) for s in ("let x 1 + 2", "let 1x 3", "print a b", "", "foo")]
class Pt:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
match Pt(1, 2), Pt(3, 4):
    case Pt(x1, y1), Pt(x2, y2): dist = (x2 - x1) ** 2 + (y2 - y1) ** 2
match {"nested": {"list": [{"deep": 1}, {"deep": 2}]}}:
    case {"nested": {"list": [{"deep": first}, *others]}}: deep = first, others
match -3:
    case -3: neg = True
match "abc":
    case "a" | "abc" as which: pass
match [1, [2, [3, [4]]]]:
    case [a, [b, [c, [d]]]]: unpack = a + b + c + d
match b"x":
    case b"x": by = 1
match True:
    case 1: one = "1 matches True"
match 1:
    case True: tr = "no"
    case 1.0: tr = "float"
# ---
class ValidationError(Exception):
    def __init__(self, field, message, *, value=None):
        super().__init__(field, message)
        self.field, self.message, self.value = field, message, value
    def __str__(self): return f"{self.field}: {self.message}" + (f" (got {self.value!r})" if self.value is not None else "")
def check(cfg):
    errors = []
    for key, test, msg in [("lr", lambda v: 0 < v < 1, "must be in (0, 1)"), ("units", lambda v: v % 8 == 0, "must be a multiple of 8")]:
        try:
            if not test(cfg[key]): raise ValidationError(key, msg, value=cfg[key])
        except KeyError as e: errors.append(ValidationError(e.args[0], "missing"))
        except ValidationError as e: errors.append(e)
        except TypeError as e:
            w = ValidationError(key, "wrong type", value=cfg[key])
            w.__cause__ = e
            w.add_note(f"while checking {key}")
            errors.append(w)
    if errors: raise ExceptionGroup(f"{len(errors)} problems", errors)
    return "valid"
ok = check({"lr": 0.1, "units": 16})
res = []
for bad in ({"lr": 5, "units": 3}, {"units": "a"}, {"lr": "x", "units": 8}):
    try: check(bad)
    except* ValidationError as eg:
        res.append([str(e) for e in eg.exceptions])
        notes = [getattr(e, "__notes__", []) for e in eg.exceptions]
causes = []
try:
    try:
        try: {}["k"]
        except KeyError as e: raise ValueError("inner") from e
    except ValueError as e: raise RuntimeError("outer")
except RuntimeError as e:
    x = e
    while x is not None:
        causes.append(repr(x))
        x = x.__cause__ or (None if x.__suppress_context__ else x.__context__)
def order():
    log = []
    try:
        log.append("try")
        try: raise OSError("disk")
        finally: log.append("inner finally")
    except OSError as e: log.append(f"handled {e}")
    else: log.append("else")
    finally: log.append("finally")
    return log
od = order()
def swallow():
    try: return "value"
    finally: pass
def ret_override():
    try: 1 / 0
    except ZeroDivisionError: return "except"
    finally: return "finally"
so = swallow(), ret_override()
class Res:
    def __init__(self, fail=False): self.fail = fail; self.events = []
    def __enter__(self):
        self.events.append("enter")
        if self.fail: raise RuntimeError("enter failed")
        return self
    def __exit__(self, t, v, tb):
        self.events.append(t.__name__ if t else None)
        return t is ValueError
r = Res()
with r: raise ValueError
try:
    with r: raise KeyError("z")
except KeyError: pass
ev = r.events
f = Res(True)
try:
    with f: pass
except RuntimeError as e: fe = str(e), f.events
msgs = []
for code in ("int('a')", "[].index(1)", "{}['x']", "None.x", "'a' + 1", "1 + 'a'", "len(3)", "[1][5]", "f()", "undefined", "(1).real = 2", "import nope_mod", "from math import nope", "x = 1; del x; x", "int.foo", "lambda: (yield)", "raise ValueError('q') from None", "assert False", "assert 0, 'm'", "range(1.5)", "'%d' % 'a'", "sorted([1, 'a'])", "max()", "open", "5 in 5", "{[]}", "a, b = 1", "a, b = [1]", "def"):
    try: exec(code)
    except Exception as e: msgs.append(f"{code} -> {type(e).__name__}: {e}")
# ---
import copy
class Config:
    defaults = {"lr": 0.1, "layers": [32]}
    def __init__(self, **kw):
        self.__dict__.update(copy.deepcopy(self.defaults))
        for k, v in kw.items():
            if k not in self.defaults: raise AttributeError(f"unknown option {k!r}; expected one of {', '.join(sorted(self.defaults))}")
            setattr(self, k, v)
    def __repr__(self): return f"Config({', '.join(f'{k}={v!r}' for k, v in sorted(vars(self).items()))})"
    def __eq__(self, o): return vars(self) == vars(o)
    def __or__(self, o): return Config(**{**vars(self), **(o if isinstance(o, dict) else vars(o))})
    def __contains__(self, k): return k in vars(self)
    def __iter__(self): return iter(vars(self).items())
    def __getitem__(self, path):
        node = self
        for part in path.split("."):
            node = node[int(part)] if isinstance(node, list) else getattr(node, part)
        return node
a = Config()
b = Config(lr=0.5)
b.layers.append(64)
c = a | b | {"lr": 1}
shown = [a, b, c]
same = a == Config(), a != b, "lr" in a, dict(b), b["layers.1"], Config.defaults
try: Config(momentum=1)
except AttributeError as e: err = str(e)
d = copy.copy(b)
d.layers.append(1)
e = copy.deepcopy(b)
e.layers.append(2)
lens = len(b.layers), len(d.layers), len(e.layers)
class Node:
    def __init__(self, v): self.v, self.kids, self.parent = v, [], None
    def add(self, *ks):
        for k in ks:
            k.parent = self
            self.kids.append(k)
        return self
    def clone(self): return copy.deepcopy(self)
    def path(self): return (self.parent.path() if self.parent else []) + [self.v]
    def __repr__(self): return f"{self.v}" + (f"({', '.join(map(repr, self.kids))})" if self.kids else "")
    def __len__(self): return 1 + sum(map(len, self.kids))
root = Node("r").add(Node("a").add(Node("x")), Node("b"))
twin = root.clone()
twin.kids[0].v = "A"
tr = root, twin, len(root), root.kids[0].kids[0].path(), twin.kids[0].kids[0].path(), twin.kids[0].parent is twin
def depth(n): return 1 + max(map(depth, n.kids), default=0)
dp = depth(root)
def walk(n, f, acc=None):
    acc = [] if acc is None else acc
    acc.append(f(n))
    for k in n.kids: walk(k, f, acc)
    return acc
names = walk(root, lambda n: n.v), walk(root, lambda n: len(n.kids))
swap = {v: k for k, v in {"a": 1, "b": 2}.items()}
merged = {**{"x": 1, "y": 2}, **{"y": 3}}
nested = {k: {i: k * i for i in range(2)} for k in "ab"}
flat = {f"{k}.{i}": v for k, d2 in nested.items() for i, v in d2.items()}
