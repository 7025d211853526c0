# ---
"""A tiny layer zoo."""
import math
from collections import OrderedDict, namedtuple
from dataclasses import dataclass, field
from typing import Any, Dict, List, Optional, Sequence, Tuple

Stage = namedtuple('Stage', 'blocks channels stride', defaults=(1,))

@dataclass
class BackboneConfig:
    stages: Sequence[Stage]
    stem: int = 32
    width: float = 1.0
    drop: float = 0.0
    extras: Dict[str, Any] = field(default_factory=dict)
    name: Optional[str] = None

    def __post_init__(self):
        self.stages = [s if isinstance(s, Stage) else Stage(*s) for s in self.stages]
        if self.name is None:
            self.name = f"bb{sum(s.blocks for s in self.stages)}w{self.width:g}"

    @property
    def depth(self) -> int:
        return 2 + sum(2 * s.blocks for s in self.stages)

    def channels(self):
        return [int(round(s.channels * self.width / 8)) * 8 for s in self.stages]

    def out_size(self, size: int) -> Tuple[int, ...]:
        sizes = []
        size = math.ceil(size / 2)
        for s in self.stages:
            size = math.ceil(size / s.stride)
            sizes.append(size)
        return tuple(sizes)

PRESETS = OrderedDict(
    tiny=BackboneConfig([(1, 32), (2, 64, 2)]),
    small=BackboneConfig([(2, 48), (2, 96, 2), (3, 192, 2)], width=0.75),
    big=BackboneConfig([Stage(3, 64), (4, 128, 2), (6, 256, 2), (3, 512, 2)], width=1.25, name='big-net'),
)
table = {k: (c.depth, c.channels(), c.out_size(225)) for k, c in PRESETS.items()}
names = [c.name for c in PRESETS.values()]
first = PRESETS['tiny']
shown = repr(first)
widths = {n: max(c.channels()) for n, c in zip(PRESETS, PRESETS.values())}
best = max(widths, key=widths.get)
eq = first == BackboneConfig([(1, 32), (2, 64, 2)]), first != PRESETS['small']
try:
    BackboneConfig()
except TypeError as e:
    err = str(e)
first.extras['k'] = 1
shared = BackboneConfig([(1, 8)]).extras
# ---
import re
from functools import reduce, partial
from operator import itemgetter, mul
LINES = """
conv1    64   7x7/2   relu
pool1    -    3x3/2   -
res2a    256  1x1,3x3,1x1/1 relu
fc       1000 -  softmax
""".strip().splitlines()
spec_re = re.compile(r'^(?P<name>\w+?)(?P<idx>\d*[a-z]?)\s+(?P<out>-|\d+)\s+(?P<ks>\S+)\s+(?P<act>\S+)$')
def parse(line):
    m = spec_re.match(line)
    if not m:
        raise ValueError(f'bad line: {line!r}')
    d = m.groupdict()
    d['out'] = None if d['out'] == '-' else int(d['out'])
    ks, _, stride = d.pop('ks').partition('/')
    d['kernels'] = [tuple(map(int, k.split('x'))) for k in ks.split(',') if 'x' in k]
    d['stride'] = int(stride or 1)
    d['act'] = {'-': None}.get(d['act'], d['act'])
    return d
layers = [parse(l) for l in LINES]
names = list(map(itemgetter('name'), layers))
down = reduce(mul, (l['stride'] for l in layers), 1)
rf = 1
jump = 1
for l in layers:
    for kh, kw in l['kernels']:
        rf += (kh - 1) * jump
    jump *= l['stride']
acts = sorted({l['act'] for l in layers} - {None})
by_out = sorted((l for l in layers if l['out']), key=itemgetter('out'), reverse=True)
top = by_out[0]['name'], by_out[-1]['idx']
try:
    parse('???')
except ValueError as e:
    bad = str(e)
fmt = '\n'.join('{name:<6}{idx:>3} {out!s:>5} x{stride}'.format(**l) for l in layers)
add = partial(lambda a, b, *c, k=0: (a, b, c, k), 1, k=5)
r = add(2), add(2, 3), add(2, k=7), add.args, add.keywords
# ---
class Node:
    __slots__ = ('value', 'children', '_parent')
    def __init__(self, value, *children):
        self.value = value
        self._parent = None
        self.children = []
        for c in children:
            self.add(c)
    def add(self, child):
        if not isinstance(child, Node):
            child = Node(child)
        child._parent = self
        self.children.append(child)
        return self
    @property
    def depth(self):
        return 0 if self._parent is None else 1 + self._parent.depth
    def __iter__(self):
        yield self
        for c in self.children:
            yield from c
    def __len__(self): return sum(1 for _ in self)
    def __getitem__(self, path):
        node = self
        for part in path.split('/') if isinstance(path, str) else path:
            node = next((c for c in node.children if c.value == part), None)
            if node is None: raise KeyError(path)
        return node
    def __contains__(self, v): return any(n.value == v for n in self)
    def __repr__(self):
        inner = ', '.join(map(repr, self.children))
        return f'{self.value}({inner})' if inner else str(self.value)
    def __eq__(self, o): return isinstance(o, Node) and (self.value, self.children) == (o.value, o.children)
    def __hash__(self): return hash(self.value)
    def __bool__(self): return True
t = Node('root', Node('a', 'x', 'y'), 'b').add(Node('c', Node('d', 'e')))
r = t, len(t), [n.value for n in t], t['a/y'].depth, 'e' in t, 'zz' in t, t['c', 'd'], bool(Node(0))
try: t['a/q']
except KeyError as e: err = e.args
try: t.extra = 1
except AttributeError as e: err2 = str(e)
same = t == Node('root', Node('a', 'x', 'y'), 'b', Node('c', Node('d', 'e'))), len({Node('a'), Node('a'), Node('b')})
deepest = max(t, key=lambda n: n.depth).value
levels = {}
for n in t: levels.setdefault(n.depth, []).append(n.value)
paths = ['/'.join(reversed([*(lambda f, m: f(f, m))(lambda f, m: [m.value] + (f(f, m._parent) if m._parent else []), n)])) for n in t]
# ---
import itertools
class Param:
    def __init__(self, *choices, default=None):
        self.choices, self.default = choices, choices[0] if default is None else default
    def __set_name__(self, owner, name):
        self.name = name
        owner.__dict__.get('_params', {}) if '_params' in owner.__dict__ else setattr(owner, '_params', dict(getattr(owner, '_params', {})))
        owner._params[name] = self
    def __get__(self, obj, cls):
        return self if obj is None else vars(obj).get(self.name, self.default)
    def __set__(self, obj, value):
        if value not in self.choices: raise ValueError(f'{self.name}: {value!r} not in {self.choices}')
        vars(obj)[self.name] = value
class Space:
    def __init__(self, **kw):
        for k, v in kw.items():
            if k not in self._params: raise TypeError(k)
            setattr(self, k, v)
    @classmethod
    def grid(cls, **fixed):
        free = {n: p.choices for n, p in cls._params.items() if n not in fixed}
        for combo in itertools.product(*free.values()):
            yield cls(**fixed, **dict(zip(free, combo)))
    def __iter__(self): return ((n, getattr(self, n)) for n in self._params)
    def __str__(self): return ' '.join(f'{k}={v}' for k, v in self)
class Net(Space):
    depth = Param(2, 4)
    act = Param('relu', 'gelu', default='gelu')
class Wide(Net):
    width = Param(64, 128)
    depth = Param(8)
a = [str(s) for s in Net.grid()], len(list(Wide.grid(act='relu')))
b = list(Wide._params), list(Net._params), dict(Wide()), Net.depth.choices, Wide.depth is Net.depth
try: Net(depth=3)
except ValueError as e: c = str(e)
try: Net(foo=3)
except TypeError as e: d = repr(e)
n = Net(depth=4); n.act = 'relu'; e = vars(n), n.depth, str(n)
del n.__dict__['depth']; f = n.depth
# ---
from contextlib import contextmanager, ExitStack, suppress
events = []
class Resource:
    live = 0
    def __init__(self, name, fail=None): self.name, self.fail = name, fail
    def __enter__(self):
        if self.fail == 'enter': raise RuntimeError(f'enter {self.name}')
        Resource.live += 1
        events.append(f'+{self.name}')
        return self
    def __exit__(self, et, ev, tb):
        Resource.live -= 1
        events.append(f'-{self.name}:{et.__name__ if et else None}')
        if self.fail == 'exit': raise OSError(f'exit {self.name}')
        return self.fail == 'swallow'
@contextmanager
def tagged(tag):
    events.append(f'<{tag}>')
    try:
        yield tag.upper()
    except LookupError as e:
        events.append(f'{tag} caught {type(e).__name__}')
    else:
        events.append(f'{tag} ok')
    finally:
        events.append(f'</{tag}>')
with Resource('a') as a, Resource('b'):
    events.append(a.name)
try:
    with Resource('c'), Resource('d', 'enter'): events.append('never')
except RuntimeError as e: e1 = str(e)
with Resource('s', 'swallow'): {}['missing']
with tagged('t') as T: raise IndexError('i')
with tagged('u'): pass
try:
    with Resource('x', 'exit'): 1 / 0
except OSError as e: e2 = str(e), type(e.__context__).__name__
try:
    with tagged('v'): raise TypeError('not lookup')
except TypeError as e: e3 = str(e)
with ExitStack() as stack:
    rs = [stack.enter_context(Resource(n)) for n in 'pq']
    stack.callback(events.append, 'callback')
    stack.push(lambda *exc: events.append(exc[0] is None))
with suppress(ZeroDivisionError): 1 // 0
live = Resource.live
log = events
# ---
import struct, json, string
def crc(data, poly=0xEDB88320):
    c = 0xFFFFFFFF
    for b in data:
        c ^= b
        for _ in range(8): c = (c >> 1) ^ (poly if c & 1 else 0)
    return c ^ 0xFFFFFFFF
def b36(n):
    digits = string.digits + string.ascii_lowercase
    out = ''
    while n: n, r = divmod(n, 36); out = digits[r] + out
    return out or '0'
def fnv(s):
    h = 0xcbf29ce484222325
    for ch in s.encode(): h = ((h ^ ch) * 0x100000001b3) & (2 ** 64 - 1)
    return h
a = hex(crc(b'keras')), b36(crc(b'model')), f'{fnv("layer"):016x}', fnv('') % 97
b = [int(c, 36) for c in ('z', '10', 'abc')], int('-0b101', 0), int('0o17', 8), [format(5, f'0{w}b') for w in range(1, 5)]
c = sum(1 << i for i, x in enumerate([1, 0, 1, 1]) if x), bin(0b1011 ^ 0xff), ~0 & 0xf, (1 << 33) >> 30, -5 >> 1, 5 & -5
d = json.dumps({'w': [1.0, 2.5e-8, 1e16, 100], 'n': None, 'u': 'é☃', 't': (1, [2, {}])}, sort_keys=True), json.loads('[0.1, 1E2, "\\u00e9", -0.0, 12345678901234567890]')
e = bytes(range(65, 70)), bytes('hé', 'utf-8'), b'%s-%03d' % (b'x', 7), 'é'.encode('ascii', 'ignore'), b'abc'.hex(), bytearray(b'ab') + b'c', memoryview(b'xyz')[1], b'a-b-c'.rsplit(b'-', 1), bytes.fromhex('0aff')
f = int.from_bytes(bytes([1, 2, 3]), 'big'), (1023).to_bytes(2, 'little'), (-2).to_bytes(2, 'big', signed=True), struct.pack('<hI', -1, 7), struct.unpack('>f', b'\x3f\x80\x00\x00')
# ---
from enum import Enum, IntFlag, auto, IntEnum
class Padding(str, Enum):
    SAME = 'same'; VALID = 'valid'; CAUSAL = 'causal'
    @classmethod
    def _missing_(cls, v):
        if isinstance(v, str):
            for m in cls:
                if m.value == v.lower(): return m
        return None
    def out(self, n, k, s=1):
        match self:
            case Padding.SAME | Padding.CAUSAL: return -(-n // s)
            case Padding.VALID: return (n - k) // s + 1
class Feature(IntFlag):
    BIAS = auto(); BN = auto(); SE = auto(); DROP = 16
    ALL = BIAS | BN | SE | DROP
class Level(IntEnum):
    LOW = 1; MID = 5; HIGH = 10
    def __str__(self): return self.name.lower()
    @property
    def next(self):
        ms = list(Level); i = ms.index(self)
        return ms[min(i + 1, len(ms) - 1)]
a = Padding('SAME'), Padding.VALID.out(28, 5, 2), Padding('causal').out(7, 3, 2), Padding.SAME == 'same', 'same' in [Padding.SAME], Padding.SAME.upper(), f'{Padding.SAME}', '%s' % Padding.VALID, str(Padding.SAME), Padding.SAME + '!', {Padding.SAME: 1}['same'], sorted(Padding), Padding.SAME.title(), len(Padding.CAUSAL)
try: Padding('zzz')
except ValueError as e: b = str(e)
c = Feature.BIAS | Feature.SE, Feature(3), Feature.ALL, Feature.ALL & ~Feature.BN, Feature.BN in Feature.ALL, Feature(0), int(Feature.ALL), [f.name for f in Feature], Feature['DROP'], Feature.DROP | 32, bool(Feature.BIAS & Feature.BN), Feature.BIAS + Feature.BN, Feature.ALL ^ Feature.SE, list(Feature.ALL), (Feature.BIAS | Feature.SE).name
d = Level.MID, str(Level.MID), f'{Level.MID}', f'{Level.MID:d}', Level.LOW.next, Level.HIGH.next, Level.LOW < 3 < Level.MID, Level(10), Level.MID * 2, [*map(int, Level)], repr(Level.LOW), '%d' % Level.HIGH, max(Level).name, {1: 'x'}[Level.LOW], sum(Level), Level.HIGH / 4, round(Level.MID), range(Level.MID)[-1], 'abcdefgh'[Level.MID]
class Op(Enum):
    ADD = ('+', lambda a, b: a + b)
    MUL = ('*', lambda a, b: a * b)
    def __init__(self, sym, fn): self.sym = sym; self.fn = fn
    def __call__(self, *a): return self.fn(*a)
e = Op.ADD(2, 3), Op.MUL.sym, [o.sym for o in Op], Op.ADD.name, Op['MUL'](4, 5)
# ---
def gen_ids(prefix, start=0):
    n = start
    while True:
        reset = yield f'{prefix}{n}'
        n = reset if reset is not None else n + 1
g = gen_ids('conv')
a = next(g), next(g), g.send(10), next(g), g.send(0)
g.close()
b = next(g, 'closed')
def chunked(it, n):
    it = iter(it)
    while chunk := list(__import__('itertools').islice(it, n)): yield chunk
c = list(chunked(range(7), 3)), list(chunked('', 2))
def flatten(x, depth=-1):
    for i in x:
        if isinstance(i, (list, tuple)) and depth: yield from flatten(i, depth - 1)
        else: yield i
d = list(flatten([1, [2, [3, (4, [5])]]])), list(flatten([1, [2, [3]]], 1))
def tee_log(it, log):
    for x in it:
        log.append(x)
        got = yield x
        if got: yield f'got {got}'
log = []
t = tee_log('abc', log)
e = next(t), t.send('hi'), next(t), list(t), log
def collatz(n):
    while n != 1:
        yield n
        n = 3 * n + 1 if n % 2 else n // 2
    return 'done'
def wrap(n):
    r = yield from collatz(n)
    yield r
f = list(wrap(6)), max(collatz(27)), sum(1 for _ in collatz(97))
def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found if p * p <= n): found.append(n); yield n
        n += 1
from itertools import takewhile, islice
h = list(takewhile(lambda p: p < 30, primes())), next(islice(primes(), 50, None))
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration('liftoff')
        self.n -= 1
        return self.n
c3 = Countdown(3); i = list(c3), list(c3), sum(Countdown(4)), [*zip(Countdown(2), Countdown(3))], dict(enumerate(Countdown(2))), max(Countdown(5)), sorted(Countdown(3)), 1 in Countdown(2), tuple(reversed(list(Countdown(3))))
try: next(Countdown(0))
except StopIteration as s: j = s.value
it = iter([1, 2, 3, 4]); k = list(zip(it, it)), [(x, y) for x in range(3) for y in range(x)], list(map(lambda x, y: x * y, range(3), range(1, 9)))
# ---
import decimal, fractions, statistics, math
vals = [2.5, 3.5, 1.25, 4.0]
a = statistics.mean(vals), statistics.median(vals), statistics.pstdev([1, 2, 3, 4]), statistics.stdev(vals), statistics.variance([1, 1, 2]), statistics.mode('abca'), statistics.fmean([1, 2.5])
b = math.fsum([0.1] * 3), sum([0.1] * 3), math.prod([1.5, 2, 3]), math.hypot(1, 1), math.dist((0, 0), (1, 1)), math.log(2), math.log(100, 10), math.exp(-1), math.sin(0.5), math.atan2(1, 2), math.degrees(1), math.floor(-0.5), math.ceil(-0.5), math.trunc(-3.7), math.fmod(-7.5, 2), math.copysign(3, -0.0), math.gcd(0, 5), math.lcm(), math.isqrt(99), math.comb(10, 3), math.perm(5, 2), math.factorial(20), math.frexp(0.1), math.modf(-2.5), math.isclose(1, 1 + 1e-10), math.inf > 1e308, math.log2(1024), math.log10(0.001), math.sqrt(2) ** 2, math.pow(2, 0.5), math.tau, math.e
c = fractions.Fraction(3, 4) * 2 + 1, fractions.Fraction('1.5') / 3, fractions.Fraction(0.1).limit_denominator(10), sum(map(fractions.Fraction, ['1/2', '1/3', '1/6']))
d = decimal.Decimal('1.1') + decimal.Decimal('2.2'), decimal.Decimal('10') / 3
# ---
registry = {}
class Registered(type):
    def __new__(mcs, name, bases, ns, **kw):
        cls = super().__new__(mcs, name, bases, ns)
        if not kw.get('abstract'): registry[name] = cls
        cls.order = len(registry)
        return cls
    def __init__(cls, name, bases, ns, **kw): super().__init__(name, bases, ns)
    def __call__(cls, *args, **kw):
        obj = super().__call__(*args, **kw)
        obj.made_by = cls.__name__
        return obj
    def __iter__(cls): return iter(cls.__mro__[:-1])
    def __getitem__(cls, n): return [cls(i) for i in range(n)]
    def __lt__(cls, other): return cls.__name__ < other.__name__
class Base(metaclass=Registered, abstract=True):
    def __init__(self, v=0): self.v = v
    def __repr__(self): return f'{type(self).__name__}:{self.v}'
class Zed(Base): pass
class Alpha(Zed):
    def __init__(self, v=0): super().__init__(v * 10)
a = list(registry), Zed.order, Alpha.order, Base.order, Alpha(3).made_by, Alpha[3], [c.__name__ for c in Alpha], sorted(registry.values()), type(Alpha).__name__, isinstance(Alpha, Registered), Alpha(2)
def make(name, *bases, **ns): return Registered(name, bases or (Base,), ns)
Dyn = make('Dyn', Alpha, extra=lambda self: self.v + 1)
b = Dyn(1).extra(), Dyn.__mro__[1] is Alpha, 'Dyn' in registry, Dyn.__bases__ == (Alpha,)
class Singleton:
    _inst = None
    def __new__(cls, *a, **k):
        if cls._inst is None: cls._inst = super().__new__(cls)
        return cls._inst
    def __init__(self, v=None):
        if v is not None: self.v = v
c = Singleton(1) is Singleton(2), Singleton().v
class Meta2(type):
    @property
    def doubled(cls): return cls.n * 2
    def __setattr__(cls, k, v): super().__setattr__(k, v * 10 if isinstance(v, int) else v)
    def __contains__(cls, x): return x in cls.items
class WithMeta(metaclass=Meta2): n = 3; items = (1, 2)
WithMeta.n = 5; d = WithMeta.doubled, 2 in WithMeta, WithMeta.n, hasattr(WithMeta(), 'doubled')
# ---
x = 10
def shadow():
    x = 1
    def inner():
        nonlocal x
        x += 1
        def innermost():
            global x
            x = x + 100
            return x
        return innermost(), x
    return inner(), x
a = shadow(), x
funcs = []
for i in range(3):
    def f(j=i, *, k=[]): k.append(j); return i, j, list(k)
    funcs.append(f)
b = [f() for f in funcs], funcs[0](), funcs[2](7)
c = [(lambda: (y := i * 2))() for i in range(3)], 'y' in globals()
class Scope:
    x = 'class'
    vals = [x for _ in range(1)]
    def get(self): return x
    lam = lambda self: self.x
    inner = (lambda x=x: x)()
d = Scope.vals, Scope().get(), Scope().lam(), Scope.inner
def defaults(a, b=x, *, c=x * 2): return a, b, c
x = 0
e = defaults(1), defaults(1, c=3)
try:
    def bad():
        print(later)
        later = 1
    bad()
except UnboundLocalError as err: f = type(err).__name__, err.name if hasattr(err, 'name') else None
def outer():
    try:
        raise ValueError('inner')
    except ValueError as e: saved = e
    try: e
    except NameError as n: return str(n), repr(saved)
g = outer()
h = [x for x in range(3)], x, {k: v for k, v in [('x', x)]}
def recursive(n): return n if n <= 1 else recursive(n - 1) + recursive(n - 2)
i = recursive(15)
del x
try: x
except NameError as n: j = str(n)
def kw(**kwargs): kwargs['new'] = 1; return kwargs
src = {'a': 0}; k = kw(**src), src
def star(*args): args += (9,); return args
l = star(*[1, 2], *(3,)), star(*'ab')
m = (lambda *, a, **k: (a, k))(a=1, b=2), (lambda a, /, **k: (a, k))(1, a=2)
# ---
class Vec(tuple):
    def __new__(cls, *xs): return super().__new__(cls, xs[0] if len(xs) == 1 and hasattr(xs[0], '__iter__') else xs)
    def __add__(self, o): return Vec(a + b for a, b in zip(self, o))
    def __mul__(self, k): return Vec(a * k for a in self) if isinstance(k, (int, float)) else sum(a * b for a, b in zip(self, k))
    __rmul__ = __mul__
    def __matmul__(self, o): return self * o
    def __getitem__(self, i): return Vec(tuple.__getitem__(self, i)) if isinstance(i, slice) else tuple.__getitem__(self, i)
    def __neg__(self): return self * -1
    def __abs__(self): return sum(a * a for a in self) ** 0.5
    def __format__(self, spec): return '<' + ', '.join(format(a, spec) for a in self) + '>'
    def __repr__(self): return f'Vec{tuple(self)}'
v, w = Vec(1, 2, 3), Vec([4, 5, 6])
a = v + w, v * 2, 3 * v, v @ w, v[1:], v[-1], -v, abs(Vec(3, 4)), f'{v:.1f}', f'{w}', v == (1, 2, 3), len(v), v < w, sorted([w, v]), hash(v) == hash((1, 2, 3)), {v: 1}[(1, 2, 3)], max(v, w), list(v), Vec(), v + (1, 1, 1), isinstance(v, tuple), v.index(2), v.count(9), type(v + w).__name__, type(v * v).__name__, [*v, *w], dict(zip('xyz', v)), v[::-1], (lambda a, b, c: c)(*v), str(v), '%s' % (v,), v.__class__.__name__
class Money(float):
    def __new__(cls, v, cur='USD'): o = float.__new__(cls, v); o.cur = cur; return o
    def __str__(self): return f'{float(self):,.2f} {self.cur}'
    def __add__(self, o): return Money(float(self) + float(o), self.cur)
    __radd__ = __add__
m = Money(1234.5, 'EUR')
b = str(m), m + 1, str(m + 1), repr(m), sum([m, m]).cur, m * 2, f'{m}', f'{m:.1f}', round(m), m == 1234.5, int(m), [m], max(m, 5), type(m * 2).__name__, m.is_integer(), -m, '%.1f' % m, '%s' % m
class Ver(str):
    def __lt__(self, o): return self.key < Ver(o).key
    @property
    def key(self): return tuple(int(p) if p.isdigit() else p for p in self.split('.'))
c = sorted(['1.10', '1.9', '1.2.3'], key=Ver), min(map(Ver, ['2.0', '10.0'])), Ver('1.0') == '1.0', Ver('3.1').key, Ver('a').upper(), type(Ver('a').upper()).__name__, Ver('1.2')[0], {Ver('k'): 1}['k'], '-'.join([Ver('p'), Ver('q')])
class DD(dict):
    def __missing__(self, k): v = self[k] = DD(); return v
    def __getattr__(self, k):
        if k.startswith('__'): raise AttributeError(k)
        return self[k]
d = DD(); d.a.b.c = 5; d['a']['x']['y'] = 1
e = d, d.a.b, len(d.a), 'q' in d, d.get('q'), vars(d.a.b), d == {'a': {'b': {}, 'x': {'y': 1}}}
class Lst(list):
    def append(self, x): super().append(x); self.last = x; return self
    def __getitem__(self, i): return super().__getitem__(i % len(self) if isinstance(i, int) else i)
    def __iadd__(self, o): self.extend(o); self.n = len(self); return self
l = Lst([1, 2]); l.append(3).append(4); l += [5]
f = l, l[7], l.last, l.n, l[1:3], type(l[1:3]).__name__, l + [6], l.index(5), [x for x in l], l == [1, 2, 3, 4, 5], sum(l), l[-1]
# ---
import copy
base = {'layers': [{'n': 1}, {'n': 2}], 'meta': ('a', ['b'])}
alias = base
shallow = dict(base)
deep = copy.deepcopy(base)
base['layers'][0]['n'] = 100
base['layers'].append({'n': 3})
base['meta'][1].append('c')
base['new'] = True
a = alias is base, shallow, deep, len(shallow), shallow['layers'] is base['layers'], deep['meta'] == ('a', ['b'])
row = [0] * 3; grid = [row] * 2; grid[0][1] = 5; grid2 = [[0] * 3 for _ in range(2)]; grid2[0][1] = 5
b = grid, grid2, row
def mutate(lst, d={}, *, acc=[]):
    lst.append(len(lst)); d[len(d)] = lst[:]; acc += lst; return d, acc
m1 = mutate([9]); m2 = mutate([]); c = m1 is m2, m1[0] is m2[0], m1
t = ([1], 2); u = t + ([3],); t[0].append(9); d = u, t[0] is u[0]
x = y = []; x += [1]; y = y + [2]; e = x, y
s = {1, 2}; s2 = s; s |= {3}; s3 = s - {1}; f = s2, s3, s is s2
n = [1, 2, 3]; n[1:2] = n; g = n
h = [[]] * 3; h[0] += [1]; h[1] = h[1] + [2]
k = {'a': [1]}; k2 = {**k}; k2['a'].append(2); k2['b'] = 0; i = k, k2
it = iter(n); j = next(it), list(it), list(it)
z = list(range(5)); z[1], z[3] = z[3], z[1]; z[0], z[z[0]] = 2, 7; l = z
z[:] = [q for q in z if q > 1]; o = z
swap = {'p': 1, 'q': 2}; swap['p'], swap['q'] = swap['q'], swap['p']; p = swap
a1 = a2 = {}; a1['x'] = a2; q = len(a2), a2['x'] is a1, repr(a1)
# ---
def safe(fn, *args, default=None, catch=(ValueError, TypeError)):
    try: return fn(*args)
    except catch as e: return default if default is not None else f'{type(e).__name__}({e})'
    except Exception as e: return f'other {e!r}'
a = safe(int, 'x'), safe(int, '7'), safe(float, None), safe(lambda: {}['k']), safe(int, 'x', default=0), safe(len, 5), safe(sum, ['a']), safe([].pop), safe(max, []), safe('a'.join, [1]), safe(dict, [1]), safe(int, '12', 2), safe(round, 'x'), safe(sorted, [1, 'a']), safe('{} {}'.format, 1), safe(getattr, 1, 'zz'), safe(next, iter([])), safe(range, 1.5), safe(abs, 'q'), safe(chr, -1), safe(ord, 'ab'), safe(''.index, 'a'), safe((1,).index, 2), safe(bytes, 'a'), safe(complex, 'z'), safe(zip, 1), safe(list.append, 5, 1), safe(str.upper, 3), safe(isinstance, 1, 2), safe(int.__add__, 'a', 1), safe(set, [[]]), safe(hash, []), safe(iter, 3), safe(divmod, 1, 0), safe(pow, 0, -1), safe(enumerate, 5), safe(reversed, 5), safe(hex, 'a'), safe(map), safe(super), safe(type, 1, 2), safe(print, sep=1) if False else 0, safe(object, 1), safe(slice), safe(issubclass, 1, int), safe(float, 'abc'), safe(int, 1e400), safe(int, float('nan')), safe('%d'.__mod__, 'a'), safe(lambda: 1 + 'a'), safe(lambda: 'a' + 1), safe(lambda: [] + ()), safe(lambda: -'a'), safe(lambda: None.x), safe(lambda: (1).x), safe(lambda: undefined), safe(lambda a: a), safe(lambda: 0, 1), safe(lambda *, k: k), safe(lambda: [][1]), safe(lambda: ()[0]), safe(lambda: 'a'[3]), safe(lambda: [1]['a']), safe(lambda: {}[[]]), safe(lambda: 1 < 'a'), safe(lambda: None < 1), safe(lambda: [1] < [None]), safe(lambda: 1 in 1), safe(lambda: None + None), safe(lambda: {} + {}), safe(lambda: not_defined.x), safe(lambda: int.foo), safe(lambda: safe.foo), safe(lambda: a.b.c)
class E1(Exception): pass
class E2(E1):
    def __init__(self, a, b=2): super().__init__(a); self.b = b
try:
    try:
        try: raise E2('deep')
        finally: b = 'finally ran'
    except E1 as e:
        c = repr(e), str(e), e.args, e.b, isinstance(e, E1)
        raise RuntimeError('wrapped') from e
except RuntimeError as e: d = repr(e.__cause__), e.__cause__.b, e.__suppress_context__, e.__context__ is e.__cause__
def f(n):
    for i in range(5):
        try:
            if i == n: return ('ret', i)
            if i == n - 1: continue
        except Exception: pass
        else: trace.append(('else', i))
        finally: trace.append(('fin', i))
    return 'end'
trace = []; e = f(2), trace
try: raise E2
except TypeError as t: g = str(t)
try: raise E1('a', 1) from None
except E1 as x: h = str(x), x.__cause__, x.args
try: assert (1, 2) == (1, 3), {'got': 1}
except AssertionError as x: i = x.args
try: raise KeyError('k') 
except (IndexError, KeyError) as x: j = str(x), x.args[0]
try: raise OSError(2, 'No such', 'file.txt')
except FileNotFoundError as x: k = x.errno, x.strerror, x.filename, str(x)
try: [1, 2].index(3)
except ValueError as x: l = str(x)
try: int('0x')
except ValueError as x: m = x.args[0]
try: exec('x = = 1')
except SyntaxError as x: n = type(x).__name__
# ---
import logging, warnings, sys, os, time, random
logging.basicConfig(level=logging.INFO, format='%(message)s')
logger = logging.getLogger(__name__)
log = logging.getLogger('net.layers')
child = log.getChild('conv')
log.setLevel('DEBUG')
a = logger.name, log.level, child.getEffectiveLevel(), child.name, log.isEnabledFor(logging.DEBUG), logging.getLogger('net.layers') is log
class Keep(logging.Handler):
    def __init__(self): super().__init__(); self.lines = []
    def emit(self, record): self.lines.append(f'{record.levelname}:{record.getMessage()}')
keep = Keep(); log.addHandler(keep)
log.debug('shape %s -> %d', (1, 2), 3); log.info('plain'); child.warning('from child %r', 'x')
lines = keep.lines
def old():
    warnings.warn('old() is deprecated', DeprecationWarning, stacklevel=2)
    return 1
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    r = old()
b = [(w.category.__name__, str(w.message)) for w in caught]
with warnings.catch_warnings():
    warnings.simplefilter('error')
    try: old()
    except DeprecationWarning as e: c = str(e)
verbose = os.environ.get('SOME_UNSET_VARIABLE_QQ', '0') == '1'
d = logging.getLevelName(logging.ERROR), logging.WARNING
start = time.time(); elapsed = f'{0.5:.1f}s'
# ---
from collections import Counter, defaultdict, deque, ChainMap, OrderedDict
text = 'conv pool conv dense conv dropout dense'.split()
c = Counter(text)
a = c.most_common(2)
b = sorted(c.items(), key=lambda kv: (-kv[1], kv[0]))
c2 = Counter(conv=1, extra=4)
d = c + c2
e = c - c2
f = c & c2
g = (c | c2)['extra']
h = c['missing']
i = list(c.elements())[:4]
c.update(['pool', 'pool']); c.subtract(conv=5)
j = c
k = +c
dd = defaultdict(lambda: defaultdict(int))
for w in text: dd[w[0]][w] += 1
l = {k2: dict(v) for k2, v in dd.items()}
m = dd
q = deque(maxlen=3)
for x in range(5): q.append(x)
n = q
q.rotate(1)
o = list(q), q[0], q[-1]
p = deque([1, 2, 3]); p.appendleft(0); p.extendleft([8, 9])
defaults = {'lr': 0.1, 'bs': 32}; user = {'lr': 0.5}
cm = ChainMap(user, defaults)
r = cm['lr'], cm['bs'], dict(cm), len(cm), cm.new_child({'bs': 1})['bs']
od = OrderedDict(sorted({'b': 1, 'a': 2}.items()))
od.move_to_end('a'); s = od
t = list(od)[0], od.popitem(last=False), od
try: q.index(99)
except ValueError as err: u = str(err)
v = Counter('aab') == Counter('aba'), Counter(a=1) < Counter(a=2), sum(Counter('abc').values()), Counter('abc').total()
# ---
import functools, operator, itertools
def tag(name, *, sep='-'):
    def deco(fn):
        @functools.wraps(fn)
        def wrapper(*args, **kw): return f'{name}{sep}{fn(*args, **kw)}'
        wrapper.tags = getattr(fn, 'tags', ()) + (name,)
        return wrapper
    return deco
@tag('outer')
@tag('inner', sep=':')
def layer(units, act='relu'):
    """Makes a layer."""
    return f'{units}/{act}'
a = layer(3), layer(3, act='x'), layer.__name__, layer.__doc__, layer.tags
class Memo:
    def __init__(self, fn): functools.update_wrapper(self, fn); self.fn, self.hits, self.cache = fn, 0, {}
    def __call__(self, *args):
        if args in self.cache: self.hits += 1
        else: self.cache[args] = self.fn(*args)
        return self.cache[args]
    def __get__(self, obj, owner=None): return self if obj is None else functools.partial(self, obj)
class Net:
    def __init__(self, d): self.d = d
    @Memo
    def width(self, i): return self.d * 2 ** i
n = Net(3)
b = n.width(2), n.width(2), Net.width.hits, Net.width.__name__
@functools.lru_cache(maxsize=None)
def ways(n, k=2): return 1 if n == 0 else sum(ways(n - i, k) for i in range(1, k + 1) if n >= i)
c = ways(10), ways(10, 3), ways.cache_info().misses > 5
d = functools.reduce(lambda acc, kv: {**acc, kv[0]: acc.get(kv[0], 0) + kv[1]}, [('a', 1), ('b', 2), ('a', 3)], {})
e = list(itertools.accumulate([1, 2, 3, 4], operator.mul)), list(itertools.chain.from_iterable([[1], [2, 3]]))
f = [(k, [x[1] for x in g]) for k, g in itertools.groupby(sorted([('b', 1), ('a', 2), ('b', 3)]), key=operator.itemgetter(0))]
g = list(itertools.product('ab', repeat=2))[:3], list(itertools.combinations([1, 2, 3], 2)), list(itertools.zip_longest([1], [2, 3], fillvalue=0))
h = functools.partial(layer, act='gelu')(5), functools.partial(int, base=2)('101')
i = sorted(['b2', 'a10', 'a2'], key=functools.cmp_to_key(lambda x, y: (int(x[1:]) > int(y[1:])) - (int(x[1:]) < int(y[1:]))))
@functools.total_ordering
class Size:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n
    def __repr__(self): return f'S{self.n}'
j = Size(1) <= Size(2), max(Size(3), Size(5)), sorted([Size(3), Size(1)]), Size(2) >= Size(3)
@functools.singledispatch
def describe(x): return 'thing'
@describe.register(int)
@describe.register(float)
def _(x): return f'num {x}'
@describe.register
def _(x: list): return f'list of {len(x)}: ' + ', '.join(map(describe, x))
k = describe('s'), describe(1), describe([1, 2.5, []]), describe(True)
compose = lambda *fs: functools.reduce(lambda f, g: lambda x: g(f(x)), fs)
l = compose(str, len, lambda n: n * 2)(12345)
# ---
from typing import NamedTuple, Optional, Union, Callable, Iterable, TypeVar, Generic, Protocol, overload, Literal, Final
T = TypeVar('T')
class Shape(NamedTuple):
    h: int
    w: int
    c: int = 3
    @property
    def area(self) -> int: return self.h * self.w
    def scale(self, k: float) -> 'Shape': return self._replace(h=int(self.h * k), w=int(self.w * k))
    def __str__(self): return 'x'.join(map(str, self))
s = Shape(4, 6)
a = s, s.area, s.scale(0.5), str(s), f'{s}', s.c, s._asdict(), Shape._fields, Shape._field_defaults, s == (4, 6, 3)
h, w, c = s
b = h * w * c
class Stack(Generic[T]):
    def __init__(self, items: Iterable[T] = ()): self._items = list(items)
    def push(self, x: T) -> 'Stack[T]': self._items.append(x); return self
    def pop(self) -> T: return self._items.pop()
    def __len__(self): return len(self._items)
st: Stack[int] = Stack[int]([1]).push(2)
d = st.pop(), len(st)
class Built(Protocol):
    def build(self, shape): ...
class Dense:
    def build(self, shape): return (*shape[:-1], 7)
def run(x: Built, shape: Union[tuple, list] = (1, 2)) -> tuple: return x.build(tuple(shape))
e = run(Dense()), run(Dense(), [3, 4, 5]), run.__annotations__['return']
Mode = Literal['same', 'valid']
f = Optional[int], Callable[[int, str], bool], Mode, Union[int, None, str], list[Shape], dict[str, Optional[int]]
MAX: Final = 5
g = MAX
# ---
import dataclasses
from dataclasses import dataclass, field, asdict, replace, fields
from enum import Enum
class Opt(Enum): SGD = 'sgd'; ADAM = 'adam'
@dataclass(frozen=True)
class Lr:
    base: float = 1e-3
    decay: float = .9
    def at(self, e): return self.base * self.decay ** e
@dataclass
class Train:
    epochs: int
    opt: Opt = Opt.ADAM
    lr: Lr = field(default_factory=Lr)
    tags: list[str] = field(default_factory=list, compare=False)
    _cache: dict = field(default_factory=dict, init=False, repr=False)
    steps: int = field(init=False, default=0)
    def __post_init__(self):
        if self.epochs <= 0: raise ValueError(f'epochs must be positive, got {self.epochs}')
        self.steps = self.epochs * 100
    @classmethod
    def from_dict(cls, d):
        known = {f.name for f in fields(cls) if f.init}
        extra = set(d) - known
        if extra: raise TypeError(f'unknown: {sorted(extra)}')
        d = dict(d)
        if 'opt' in d: d['opt'] = Opt(d['opt'])
        if isinstance(d.get('lr'), dict): d['lr'] = Lr(**d['lr'])
        return cls(**d)
t = Train(3)
a = t
b = Train.from_dict({'epochs': 2, 'opt': 'sgd', 'lr': {'base': 0.1}})
c = b.lr.at(2), b.opt.name, asdict(b)
d = replace(t, epochs=5), replace(t, tags=['x']) == t
errs = []
for bad in ({'epochs': 0}, {'epochs': 1, 'foo': 2}, {'epochs': 1, 'opt': 'nope'}, {}):
    try: Train.from_dict(bad)
    except (ValueError, TypeError) as e: errs.append(f'{type(e).__name__}: {e}')
try: t.lr.base = 2
except dataclasses.FrozenInstanceError as e: e1 = str(e)
e = hash(Lr()) == hash(Lr(1e-3, .9)), {Lr(): 1}[Lr()], Lr() == Lr(1e-3), Lr() != Lr(2)
f = [f.name for f in fields(Train)], dataclasses.is_dataclass(Train), Train.__dataclass_fields__['opt'].default
@dataclass(order=True)
class Ver:
    major: int
    minor: int = 0
    note: str = field(default='', compare=False)
g = sorted([Ver(2), Ver(1, 5), Ver(1, 2, 'z')]), Ver(1) < Ver(1, 1), max(Ver(3), Ver(2, 9))
@dataclass
class Base:
    a: int = 1
    def total(self): return sum(v for v in dataclasses.astuple(self) if isinstance(v, int))
@dataclass
class Derived(Base):
    b: int = 2
    a: int = 10
h = Derived(), Derived(5), Derived().total(), Derived.__mro__[1].__name__
# ---
import inspect, types, copy, json
def build(units, *layers, act='relu', **opts) -> dict:
    "Builds."
    return dict(units=units, n=len(layers), act=act, **opts)
sig = inspect.signature(build)
a = str(sig), list(sig.parameters), sig.parameters['act'].default, sig.parameters['layers'].kind.name, sig.return_annotation
b = inspect.getdoc(build), build.__doc__, inspect.isfunction(build), callable(build), inspect.ismethod(build)
def filtered(fn, kw):
    ps = inspect.signature(fn).parameters
    if any(p.kind is inspect.Parameter.VAR_KEYWORD for p in ps.values()): return kw
    return {k: v for k, v in kw.items() if k in ps}
def small(a, b=2): return a + b
c = filtered(small, {'a': 1, 'z': 3}), filtered(build, {'q': 1})
bound = sig.bind(3, 'x', 'y', act='z', extra=1)
d = bound.args, bound.kwargs, bound.arguments
class Layer:
    def __init__(self, units, bias=True, *, name=None):
        args = {k: v for k, v in locals().items() if k not in ('self', '__class__')}
        self.config = args
    def get_config(self): return copy.deepcopy(self.config)
    @classmethod
    def from_config(cls, cfg): return cls(**cfg)
l = Layer(3, name='d')
e = l.get_config(), Layer.from_config(l.get_config()).config == l.config, str(inspect.signature(Layer)), [p for p in inspect.signature(Layer.__init__).parameters]
ns = types.SimpleNamespace(**l.config); ns.extra = [1]
f = ns, vars(ns), ns == types.SimpleNamespace(units=3, bias=True, name='d', extra=[1])
g = json.dumps(l.config), json.loads(json.dumps({'shape': (1, None), 'f': 1e-7}))
mp = types.MappingProxyType({'a': 1}); h = mp, mp['a'], dict(mp), 'b' in mp
i = isinstance(small, types.FunctionType), isinstance(l.get_config, types.MethodType), type(len) is types.BuiltinFunctionType
j = getattr(l, 'get_config').__name__, l.get_config.__func__ is Layer.get_config, l.get_config.__self__ is l, Layer.get_config.__qualname__
k = small.__defaults__, build.__kwdefaults__, small.__code__.co_varnames, small.__code__.co_argcount, build.__module__
# ---
import os
from pathlib import Path
root = Path('/data') / 'imagenet'
ckpt = root / 'runs' / 'r50' / 'model.ckpt-1000.h5'
a = str(ckpt), ckpt.name, ckpt.stem, ckpt.suffix, ckpt.suffixes, ckpt.parent.name, ckpt.parents[1], ckpt.parts[-2:], ckpt.relative_to(root)
b = ckpt.with_suffix('.json'), ckpt.with_name('best.h5'), ckpt.parent / '..' / 'x', Path('a') / 'b' == Path('a/b'), Path('a//b/./c'), Path('a', 'b', '/c')
c = os.path.join('w', 'x.h5'), os.path.splitext('x.tar.gz'), os.path.basename('/a/b/'), os.path.dirname('/a/b/c'), os.path.normpath('a/../b//c'), os.path.split('a/b'), os.path.isabs('x'), os.path.commonprefix(['ab/c', 'ab/d']), os.sep
step = int(ckpt.stem.rsplit('-', 1)[-1])
names = [f'{root.name}_{i:03d}.npz' for i in range(2)]
d = sorted(Path(n) for n in names), Path(names[0]).match('*.npz'), ckpt.is_absolute(), ckpt.as_posix(), repr(root), bool(Path('')), hash(Path('x')) == hash(Path('x')), root.joinpath('a', 'b'), ckpt.anchor, Path('x').with_stem('y') if hasattr(Path, 'with_stem') else None
try: root.relative_to('/other')
except ValueError as e: e1 = type(e).__name__
f = os.path.expanduser('x'), os.fspath(root), f'{root!s:>20}', root.as_uri()
# ---
import argparse
p = argparse.ArgumentParser(prog='train')
sub = p.add_subparsers(dest='cmd', required=True)
tr = sub.add_parser('train'); tr.add_argument('data'); tr.add_argument('--lr', type=float, default=0.1); tr.add_argument('-q', '--quiet', action='store_true')
ev = sub.add_parser('eval'); ev.add_argument('--ckpt', default='last'); ev.add_argument('--metrics', nargs='*', default=['acc'])
p.add_argument('--seed', type=int, default=0)
a = p.parse_args(['--seed', '7', 'train', 'imagenet', '--lr', '0.5', '-q'])
b = p.parse_args(['eval', '--metrics', 'top1', 'top5'])
c = vars(p.parse_args(['eval']))
q = argparse.ArgumentParser()
q.add_argument('files', nargs='+'); q.add_argument('--out', '-o', default='-'); q.add_argument('--size', type=int, nargs=2, default=(32, 32)); q.add_argument('--level', type=int, choices=range(3), default=1); q.add_argument('-v', '--verbose', action='count', default=0); q.add_argument('--set', action='append', default=[], metavar='K=V'); q.add_argument('--no-cache', dest='cache', action='store_false')
d = q.parse_args(['a', 'b', '-o', 'x', '--size', '1', '2', '-vv', '--set', 'k=1', '--set=j=2', '--no-cache'])
e = dict(kv.split('=') for kv in d.set), d.files, d.cache, d.size
f = q.parse_args(['only'])
g, rest = q.parse_known_args(['x', '--unknown', '5'])
try: q.parse_args([])
except SystemExit as s: h = s.code
try: q.parse_args(['a', '--level', '9'])
except SystemExit as s: i = s.code
n = argparse.Namespace(**{**vars(f), 'out': 'merged'}); j = n.out, 'files' in n, n == f
# ---
import re, string, textwrap, fnmatch
SPEC = 'Conv2D(64, kernel=3, act="relu") -> MaxPool(2) -> Dense(units=10)'
call = re.compile(r'(?P<cls>[A-Z]\w*)\((?P<args>[^)]*)\)')
layers = [(m['cls'], dict(a.split('=') if '=' in a else ('_', a) for a in re.split(r',\s*', m['args']))) for m in call.finditer(SPEC)]
a = layers
b = re.sub(r'(?<!^)(?=[A-Z])', '_', 'MobileNetV2Block').lower(), re.sub(r'_(\w)', lambda m: m[1].upper(), 'snake_case_name'), re.split(r'\s*->\s*', SPEC)[1]
c = re.match(r'v?(\d+)\.(\d+)(?:\.(\d+))?', 'v2.15').groups(default='0'), re.findall(r'[a-z]+|\d+', 'ab12cd3'), bool(re.fullmatch(r'[\w.]+@[\w.]+', 'a@b.c'))
d = re.search(r'epoch[ _-]?(\d+)', 'model_epoch-12.h5', re.I).group(1), re.escape('a+b'), re.compile('x').pattern, re.subn('[aeiou]', '*', 'keras')
e = string.Template('$name-$ver').substitute(name='net', ver=2), string.capwords('deep net'), string.ascii_uppercase[:3]
f = textwrap.dedent('''
    def f():
        pass
''').strip(), textwrap.shorten('a long piece of text here', 15), textwrap.wrap('aaa bbb ccc', 7)
g = fnmatch.filter(['conv1_w', 'bn_w', 'conv2_b'], 'conv*_w'), fnmatch.fnmatch('a.h5', '*.h5')
h = 'abc'.translate(str.maketrans('abc', 'xyz')), 'a-b_c'.replace('-', '_').split('_'), 'x'.join('123'), ' pad '.strip().center(9, '*'), 'Tab\tsep'.expandtabs(4), 'CamelCase'.swapcase(), 'ß'.upper(), 'title case'.title(), '12'.zfill(5), 'a,b,,c'.split(','), 'l1\nl2\r\nl3'.splitlines(), 'prefix_x'.removeprefix('prefix_'), 'abcabc'.rfind('b'), 'a=b=c'.partition('='), 'a=b=c'.rpartition('='), '%s|%5.2f|%-4d|%04d|%x' % ('s', 3.14159, 7, 42, 255), '{:>8}|{:<8}|{:^8}|{:,}'.format('r', 'l', 'c', 1234567), f'{3.14159:.3f} {255:#06x} {1e-5:g} {0.256:.1%} {"q"!r} {10:b}'
i = 'é'.encode('utf-8'), b'\xe2\x98\x83'.decode(), 'naïve'.isascii(), 'x1'.isidentifier(), '½'.isnumeric(), 'ABC'.casefold(), ord('☃'), chr(9731), 'aé'.encode('ascii', 'replace'), 'aé'.encode('ascii', 'backslashreplace'), 'aé'.encode('ascii', 'xmlcharrefreplace')
j = [s.strip('"') for _, d2 in layers for s in d2.values()], sum(len(d2) for _, d2 in layers)
# ---
class Tensor:
    def __init__(self, shape, name='t'): self.shape, self.name = tuple(shape), name
    def __matmul__(self, o):
        if self.shape[-1] != o.shape[-2]: raise ValueError(f'shapes {self.shape} and {o.shape} not aligned')
        return Tensor(self.shape[:-1] + o.shape[-1:], f'({self.name}@{o.name})')
    def _bcast(self, o, op):
        os = o.shape if isinstance(o, Tensor) else ()
        a, b = self.shape[::-1], os[::-1]
        out = []
        for i in range(max(len(a), len(b))):
            x = a[i] if i < len(a) else 1; y = b[i] if i < len(b) else 1
            if x != y and 1 not in (x, y): raise ValueError(f'cannot broadcast {self.shape} {os}')
            out.append(max(x, y))
        return Tensor(out[::-1], f'({self.name}{op}{getattr(o, "name", o)})')
    def __add__(self, o): return self._bcast(o, '+')
    def __radd__(self, o): return Tensor(self.shape, f'({o}+{self.name})')
    def __mul__(self, o): return self._bcast(o, '*')
    __rmul__ = lambda self, o: self * o
    def __neg__(self): return Tensor(self.shape, f'-{self.name}')
    def __getitem__(self, idx):
        idx = idx if isinstance(idx, tuple) else (idx,)
        if Ellipsis in idx:
            k = idx.index(Ellipsis); n = len(self.shape) - (len([i for i in idx if i is not None]) - 1)
            idx = idx[:k] + (slice(None),) * n + idx[k + 1:]
        out, dims = [], list(self.shape)
        for i in idx:
            if i is None: out.append(1)
            elif isinstance(i, int): dims.pop(0)
            else: out.append(len(range(*i.indices(dims.pop(0)))))
        return Tensor(out + dims, f'{self.name}[..]')
    @property
    def T(self): return Tensor(self.shape[::-1], self.name + "'")
    def reshape(self, *shape):
        n = 1
        for d in self.shape: n *= d
        known = 1
        for d in shape: known *= d if d != -1 else 1
        return Tensor([n // known if d == -1 else d for d in shape], self.name)
    def __iter__(self): return (self[i] for i in range(self.shape[0]))
    def __len__(self): return self.shape[0]
    def __repr__(self): return f'<{self.name} {"x".join(map(str, self.shape))}>'
    def __eq__(self, o): return isinstance(o, Tensor) and self.shape == o.shape
x, w = Tensor((8, 16), 'x'), Tensor((16, 4), 'w')
a = x @ w, x @ w + Tensor((4,), 'b'), 2 * x, -x, 1 + x, x.T @ x, sum([x, x])
b = x[0], x[1:3], x[..., 0], x[:, None], x[None, ..., ::2], x[-1, -1], [t.shape for t in w.T][:2], len(x), x.reshape(-1, 4), x.reshape(2, 4, -1)
try: w @ x
except ValueError as e: c = str(e)
try: x + Tensor((3,))
except ValueError as e: d = str(e)
e = x == Tensor((8, 16)), x != w, [x, w].index(w), x in [w, x]
try: {x: 1}
except TypeError as t: f = str(t)
# ---
import math
def warmup_cosine(step, total=100, warm=10, base=0.1):
    if step < warm: return base * step / warm
    return base * 0.5 * (1 + math.cos(math.pi * (step - warm) / (total - warm)))
def poly(step, p=0.9, total=100): return (1 - step / total) ** p
def exp_decay(step, rate=0.96, every=10, stair=True): return rate ** (step // every if stair else step / every)
lrs = [round(warmup_cosine(s), 6) for s in (0, 5, 10, 55, 99)]
p = [round(poly(s), 6) for s in (0, 50, 99)]
e = [exp_decay(25), exp_decay(25, stair=False), exp_decay(0)]
ema = 0.0
hist = []
for v in [1.0, 2.0, 3.0, 2.5]:
    ema = 0.9 * ema + 0.1 * v
    hist.append(ema / (1 - 0.9 ** (len(hist) + 1)))
steps = math.ceil(1281167 / 256), 1281167 // 256, 1281167 % 256, divmod(1281167, 256)
sizes = [int(224 * r) // 32 * 32 for r in (0.5, 0.75, 1, 1.25, 1.5)]
flops = sum(2 * h * h * k * k * ci * co for h, k, ci, co in [(112, 7, 3, 64), (56, 3, 64, 64), (28, 3, 64, 128)]) / 1e9
params = f'{sum(k * k * ci * co + co for k, ci, co in [(7, 3, 64), (3, 64, 64)]):,}'
init = math.sqrt(2 / (3 * 3 * 64)), math.sqrt(6 / (64 + 128)), 1 / math.sqrt(64)
pos = [[round(math.sin(p / 10000 ** (2 * i / 4)), 6) for i in range(2)] for p in range(2)]
soft = lambda xs: [math.exp(x - max(xs)) / sum(math.exp(y - max(xs)) for y in xs) for x in xs]
probs = [round(x, 5) for x in soft([1.0, 2.0, 3.0])]
entropy = -sum(x * math.log(x) for x in soft([1.0, 2.0, 3.0]))
gelu = [round(0.5 * x * (1 + math.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x ** 3))), 6) for x in (-1, 0, 1)]
mean = sum(hist) / len(hist); var = sum((h - mean) ** 2 for h in hist) / len(hist); std = var ** 0.5
bits = [(x).bit_length() for x in (0, 1, 255, 256)], 2 ** math.ceil(math.log2(100)), math.log(8) / math.log(2), math.isclose(math.log(8, 2), 3)
