# ---
from dataclasses import dataclass, field, asdict, astuple, replace, fields, is_dataclass, FrozenInstanceError, KW_ONLY, InitVar, make_dataclass, MISSING
from typing import List, Optional, ClassVar, Dict
@dataclass
class Conv:
    filters: int
    kernel: tuple = (3, 3)
    act: Optional[str] = None
    tags: List[str] = field(default_factory=list, repr=False)
    uid: int = field(default=0, compare=False)
    total: ClassVar[int] = 0
    def __post_init__(self):
        Conv.total += 1
        self.area = self.kernel[0] * self.kernel[1]
a, b = Conv(32), Conv(32, uid=9)
eq = a == b, a != Conv(33), a == (32, (3, 3), None, [], 0), a.tags is b.tags
shown = repr(a), str([a, b])
d = asdict(a), astuple(b)
r = replace(a, filters=64, act="relu")
fs = [(f.name, f.default is MISSING, f.repr, f.compare) for f in fields(Conv)]
ty = [f.type for f in fields(Conv)][:2], Conv.__annotations__["uid"], Conv.total, is_dataclass(Conv), is_dataclass(a), is_dataclass(3)
ma = Conv.__match_args__
try: hash(a)
except TypeError as e: h = str(e)
try: Conv()
except TypeError as e: miss = str(e)
try: Conv(1, bogus=2)
except TypeError as e: extra = str(e)
try: a < b
except TypeError as e: lt = str(e)
# ---
from dataclasses import dataclass, field, FrozenInstanceError, replace
@dataclass(frozen=True, order=True)
class V:
    major: int
    minor: int = 0
    note: str = field(default="", compare=False)
    def bump(self): return replace(self, minor=self.minor + 1)
v = V(1, 2, "x")
s = sorted([V(2), V(1, 5), V(1, 2)])
ops = v < V(1, 3), v <= V(1, 2), V(2) > v, hash(V(1)) == hash(V(1, 0, "q")), v.bump(), {V(1): "a"}[V(1)], len({V(1), V(1, 0, "z"), V(2)})
errs = []
for f in (lambda: setattr(v, "major", 3), lambda: delattr(v, "minor"), lambda: setattr(v, "new", 3), lambda: v < (1, 2), lambda: replace(v, nope=1)):
    try: f()
    except Exception as e: errs.append((type(e).__name__, str(e)))
fe = issubclass(FrozenInstanceError, AttributeError)
@dataclass(eq=False)
class Ident:
    x: int
i = Ident(1) == Ident(1), Ident(1).__hash__ is not None
@dataclass(repr=False, unsafe_hash=True)
class H:
    x: int
    y: int = 2
hh = hash(H(1)) == hash(H(1)), "H object" in repr(H(1)), {H(1): 3}[H(1, 2)]
@dataclass(init=False)
class NoInit:
    x: int = 5
    def __init__(self): self.y = 1
n = NoInit(), NoInit().y
@dataclass(slots=True)
class Sl:
    x: int
    y: float = 0.5
sl = Sl(1), Sl.__slots__, hasattr(Sl(1), "__dict__")
try: Sl(1).z = 3
except AttributeError as e: sle = str(e)
@dataclass(kw_only=True)
class KW:
    a: int = 1
    b: int
k = KW(b=2), KW.__match_args__
try: KW(1, 2)
except TypeError as e: kwe = str(e)
# ---
from dataclasses import dataclass, field, KW_ONLY, InitVar, make_dataclass, asdict, fields
@dataclass
class Opt:
    name: str
    _: KW_ONLY
    lr: float = 1e-3
    decay: InitVar[float] = 0.9
    sched: list = field(init=False)
    def __post_init__(self, decay):
        self.sched = [self.lr * decay ** i for i in range(3)]
o = Opt("adam", lr=0.5, decay=0.5)
facts = o, o.sched, [f.name for f in fields(o)], hasattr(o, "decay")
@dataclass
class Base:
    x: int = 1
    y: int = 2
@dataclass
class Child(Base):
    z: int = 3
    x: int = 10
c = Child(), Child(5, 6, 7), Child() == Base(10, 2), isinstance(Child(), Base)
P = make_dataclass("P", ["a", ("b", int), ("c", list, field(default_factory=list))], namespace={"sum": lambda s: s.a + s.b})
p = P(1, 2), P(1, 2).sum(), P.__name__
@dataclass
class Tree:
    v: int
    kids: list["Tree"] = field(default_factory=list)
    def walk(self, d=0):
        yield self.v, d
        for k in self.kids: yield from k.walk(d + 1)
t = Tree(1, [Tree(2, [Tree(3)]), Tree(4)])
w = list(t.walk()), asdict(t), t
t.kids.append(t)
rec = repr(t)
errs = []
try:
    @dataclass
    class Bad: x: list = []
except ValueError as e: errs.append(str(e))
try:
    @dataclass
    class Bad2:
        x: int = 1
        y: int
except TypeError as e: errs.append(str(e))
try:
    @dataclass(order=True)
    class Bad3:
        x: int
        def __lt__(self, o): return 1
except TypeError as e: errs.append(str(e))
try:
    @dataclass(frozen=True)
    class Bad4(Base): q: int = 1
except TypeError as e: errs.append(str(e))
try:
    @dataclass(order=True, eq=False)
    class Bad5: q: int = 1
except ValueError as e: errs.append(str(e))
@dataclass
class Meta:
    u: int = field(default=1, metadata={"unit": "px"})
    w: float = field(default=2.0, hash=False, kw_only=True)
m = fields(Meta)[0].metadata["unit"], dict(fields(Meta)[0].metadata), Meta(3), fields(Meta)[1].kw_only, fields(Meta)[0].name
# ---
from enum import Enum, IntEnum, Flag, IntFlag, auto, unique, StrEnum
class Pad(Enum):
    VALID = "valid"
    SAME = "same"
    CAUSAL = "causal"
    DEFAULT = "valid"
    @property
    def keeps(self): return self is not Pad.VALID
    @classmethod
    def parse(cls, s): return cls(s.lower())
    def __str__(self): return self.value
m = list(Pad), len(Pad), Pad("same"), Pad["CAUSAL"], Pad.DEFAULT is Pad.VALID, Pad.DEFAULT.name
f = str(Pad.SAME), repr(Pad.SAME), f"{Pad.SAME}", f"{Pad.SAME!r:>22}", "%s" % Pad.SAME, Pad.SAME.keeps, Pad.parse("VALID")
mem = list(Pad.__members__), [p.value for p in Pad], Pad.SAME in Pad, Pad.SAME == "same", isinstance(Pad.SAME, Pad), hash(Pad.SAME) == hash("SAME")
errs = []
for act in (lambda: Pad("x"), lambda: Pad["X"], lambda: Pad.NOPE, lambda: setattr(Pad, "SAME", 1), lambda: Pad.SAME < Pad.VALID, lambda: "same" in Pad, lambda: setattr(Pad.SAME, "value", 2), lambda: Pad()):
    try: errs.append(act())
    except Exception as e: errs.append((type(e).__name__, str(e)))
try:
    class Sub(Pad): pass
except TypeError as e: sub = str(e)
try:
    @unique
    class U(Enum): A = 1; B = 1
except ValueError as e: un = str(e)
lookup = {Pad.SAME: 1, Pad.VALID: 2}[Pad("valid")]
Fn = Enum("Fn", "RELU TANH"), Enum("G", {"a": 1, "b": 2}), Enum("H", [("x", 10), ("y", 20)])
fn = list(Fn[0]), Fn[1].a, Fn[2](20), Fn[0].RELU.value, list(reversed(Fn[0]))
# ---
from enum import Enum, IntEnum, Flag, IntFlag, auto, StrEnum
class Stage(IntEnum):
    LOW = 1
    MID = auto()
    HIGH = auto()
i = Stage.MID + 1, Stage.LOW < 3, sorted([Stage.HIGH, Stage.LOW]), f"{Stage.MID}", f"{Stage.MID:03d}", str(Stage.MID), repr(Stage.MID), "%d %s" % (Stage.MID, Stage.MID), [10, 20, 30][Stage.LOW], Stage(3), Stage.HIGH == 3, max(Stage), sum(Stage), int(Stage.MID), list(range(Stage.HIGH)), {1: "x"}[Stage.LOW], Stage.HIGH.bit_length()
class Mode(StrEnum):
    TRAIN = auto()
    EVAL = "evaluate"
s = Mode.TRAIN, str(Mode.TRAIN), f"{Mode.EVAL:>10}", Mode.EVAL.upper(), Mode("train"), Mode.TRAIN == "train", "_".join(Mode), Mode.EVAL + "!", {"train": 1}[Mode.TRAIN], sorted(Mode), len(Mode.EVAL)
class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
p = Perm.R | Perm.X, Perm.RW, Perm.RW & Perm.W, ~Perm.R, Perm.R ^ Perm.RW, Perm.R in Perm.RW, bool(Perm.R & Perm.W), Perm(0), Perm(5), list(Perm.RW), list(Perm), len(Perm.RW), Perm.RW.name, (Perm.R | Perm.X).name, Perm.RW.value, str(Perm.R | Perm.X), str(Perm.RW), Perm["RW"]
try: Perm(16)
except ValueError as e: pe = str(e)
class IP(IntFlag):
    A = 1
    B = 2
    C = 4
ip = IP.A | IP.C, IP.A | 8, IP(3), IP.A + 1, ~IP.A, IP.B & 3, IP(7) == 7, str(IP.A | IP.B), repr(IP(0)), f"{IP.A | IP.B}", IP.A | 0, IP(16), IP.A in IP(3), list(IP(5)), 1 | IP.B
class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.42e23, 3.39e6)
    def __init__(self, mass, radius): self.mass, self.radius = mass, radius
    @property
    def g(self): return round(6.67e-11 * self.mass / self.radius ** 2, 3)
pl = [(p.name, p.g) for p in Planet], Planet.MARS.value, Planet((5.97e24, 6.37e6))
class Auto(Enum):
    def _generate_next_value_(name, start, count, last): return name.lower() + str(count)
    ONE = auto()
    TWO = auto()
au = [m.value for m in Auto]
class Miss(Enum):
    A = 1
    @classmethod
    def _missing_(cls, v): return cls.A if v == "a" else None
mi = Miss("a")
try: Miss("b")
except ValueError as e: me = str(e)
class Mixed(str, Enum):
    X = "x"
    Y = "y"
mx = str(Mixed.X), f"{Mixed.X}", Mixed.X == "x", repr(Mixed.Y), "{}".format(Mixed.X), "%s" % Mixed.X, Mixed.X.upper(), Mixed("y"), ",".join(Mixed)
class Num(int, Enum):
    P = 3
nx = str(Num.P), f"{Num.P}", Num.P + 1, Num.P / 2
# ---
from collections import namedtuple
from typing import NamedTuple, Optional
P = namedtuple("P", "x y z", defaults=[0, 1])
p = P(5)
a = p, p._asdict(), p._replace(y=9), P._fields, P._field_defaults, P._make([1, 2, 3]), p[0], p.x, p[1:], len(p), p == (5, 0, 1), p + (1,), hash(p) == hash((5, 0, 1)), max(P(1), P(2)), sorted([P(2), P(1, 5), P(1)])
x, *rest = p
b = x, rest, P(*range(3)), P(**{"x": 1, "z": 2}), 5 in p, p.index(1), p.count(0), isinstance(p, tuple), P.__name__, P.__doc__, p.__class__.__name__
errs = []
for f in (lambda: P(), lambda: P(1, 2, 3, 4), lambda: setattr(p, "x", 1), lambda: p.w, lambda: p._replace(q=1), lambda: P._make([1]), lambda: namedtuple("Q", "a a"), lambda: namedtuple("Q", "class"), lambda: namedtuple("Q", "_a"), lambda: namedtuple("1Q", "a"), lambda: P(1, x=2)):
    try: errs.append(f())
    except Exception as e: errs.append((type(e).__name__, str(e)))
R = namedtuple("R", "a class _b a", rename=True)
r = R._fields, R(1, 2, 3, 4)
class Spec(NamedTuple):
    """A spec."""
    filters: int
    kernel: int = 3
    act: Optional[str] = None
    @property
    def area(self): return self.kernel ** 2
    def __str__(self): return f"{self.filters}@{self.kernel}"
    @classmethod
    def of(cls, text): return cls(*map(int, text.split("x")))
s = Spec(32), str(Spec(8, 5)), Spec(8).area, Spec.of("64x7"), Spec.__annotations__, Spec._field_defaults, Spec.__doc__, f"{Spec(1)}", [Spec(1)], Spec(1) < Spec(2), Spec(3)._replace(act="relu"), Spec.__orig_bases__ if hasattr(Spec, "__orig_bases__") else None
class Sub(Spec):
    extra = 1
    def __new__(cls, n): return super().__new__(cls, n * 2)
su = Sub(4), Sub(4).extra, type(Sub(4)).__name__
T = NamedTuple("T", [("a", int), ("b", str)])
t = T(1, "x"), T._fields
match Spec(16, 5):
    case Spec(filters=f, kernel=5): mt = f
    case _: mt = None
match p:
    case P(5, y): m2 = y
match p:
    case (a1, b1, c1): m3 = a1 + b1 + c1
# ---
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Callable, Mapping
def make_divisible(v, divisor=8, min_value=None):
    new_v = max(min_value or divisor, int(v + divisor / 2) // divisor * divisor)
    return new_v + divisor if new_v < 0.9 * v else new_v
@dataclass(frozen=True)
class Block:
    expand: float
    out: int
    repeats: int = 1
    stride: int = 1
    se: float | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)
    def scaled(self, width, depth):
        import math
        return Block(self.expand, make_divisible(self.out * width), int(math.ceil(self.repeats * depth)), self.stride, self.se)
@dataclass
class Net:
    blocks: list[Block]
    width: float = 1.0
    depth: float = 1.0
    act: Callable[[float], float] = max
    _cache: dict = field(default_factory=dict, init=False, repr=False, compare=False)
    def __post_init__(self):
        self.blocks = [b.scaled(self.width, self.depth) for b in self.blocks]
    def __iter__(self):
        for i, b in enumerate(self.blocks):
            for j in range(b.repeats):
                yield f"b{i}{chr(ord('a') + j)}", b.out, b.stride if j == 0 else 1
    @cached_property
    def params(self): return sum(9 * o * s for _, o, s in self)
B = [Block(1, 16), Block(6, 24, 2, 2), Block(6, 40, 2, 2, 0.25), Block(6, 80, 3, 2)]
nets = {f"b{i}": Net(B, w, d) for i, (w, d) in enumerate([(1.0, 1.0), (1.1, 1.2), (1.4, 1.8)])}
listing = {k: [b.out for b in n.blocks] for k, n in nets.items()}
names = list(nets["b1"])
params = {k: n.params for k, n in nets.items()}
text = repr(nets["b0"].blocks[:2])
eq = nets["b0"] == Net(B), B[0] == Block(1, 16, 1)
strides = [s for *_, s in nets["b2"]]
# ---
from enum import Flag, IntFlag, auto
def attempt(f):
    try: return f()
    except Exception as e: return type(e).__name__, str(e)
class Holes(IntFlag):
    MIX = auto()
    GREEN = 8
    ALL = MIX | GREEN
class Strict(Flag):
    A = 1
    B = 4
class Dense(Flag):
    A = 1
    B = 2
class Open(IntFlag):
    A = 1
    B = 2
inverted = [~Holes.GREEN, ~Holes.ALL, ~Holes.MIX, ~Strict.A, ~Dense.A, ~Open.A, ~Open(0)]
negative = [attempt(lambda n=n, c=c: c(n)) for c in (Holes, Strict, Dense, Open) for n in (-1, -2, -4, -5, -9, -20, -100)]
beyond = [attempt(lambda n=n, c=c: c(n)) for c in (Holes, Strict, Dense, Open) for n in (2, 6, 7, 12, 100)]
names = [one.name for one in inverted]
