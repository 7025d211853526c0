import math
r = [math.floor(-1.5), math.ceil(1.2), math.trunc(-2.7), math.sqrt(16), math.pi, math.e, math.inf, math.factorial(20), math.gcd(12, 18), math.lcm(4, 6), math.comb(10, 3), math.perm(5, 2), math.log2(1024), math.log10(1000), math.log(1), math.exp(0), math.pow(2, 10), math.hypot(3, 4), math.isclose(0.1 + 0.2, 0.3), math.fabs(-3), math.copysign(1, -0.0), math.fmod(-7, 3), math.modf(2.5), math.frexp(8.0), math.ldexp(0.5, 3), math.isnan(math.nan), math.prod([1, 2, 3, 4]), math.fsum([0.1] * 10), math.isqrt(99), math.dist((0, 0), (3, 4)), math.degrees(math.pi), math.radians(180), math.sin(0), math.cos(0), math.atan2(0, 1)]
# ---
import math
def attempt(f, *a):
    try:
        return f(*a)
    except Exception as e:
        return type(e).__name__, str(e)
r = [attempt(math.sqrt, -1), attempt(math.log, 0), attempt(math.factorial, -1), attempt(math.factorial, 2.5), attempt(math.ceil, 'a'), attempt(math.gcd, 1.5), attempt(math.comb, -1, 2), attempt(math.floor, math.inf), attempt(math.exp, 1000), attempt(math.log, 8, 2), attempt(math.log, 100, 10), attempt(math.acos, 2), attempt(math.isqrt, -1)]
# ---
import math
r = [math.exp(1), math.exp(0.5), math.log(10), math.log(2.5), math.sin(1), math.cos(1), math.tan(0.5), math.atan(1), math.asin(0.5), math.acos(0.5), math.sqrt(2), math.log2(10), math.log10(5), math.log(8, 2), math.pow(1.5, 2.5), 2 ** 0.5, 10 ** -2, 1.1 ** 10, 3.7 ** 1.3, math.sin(100), math.cos(math.pi), math.sin(math.pi)]
s = [1.2 ** i for i in range(8)], [1.1 ** i for i in range(8)], [1.15 ** i for i in range(8)]
t = [int(math.ceil(1.8 ** i)) for i in range(6)], [round(32 * 1.4 ** i) for i in range(6)]
# ---
from functools import partial, reduce, lru_cache, wraps, cached_property, singledispatch, cmp_to_key
add = lambda a, b, c=0: a + b + c
p = partial(add, 1)
q = partial(p, c=10)
r = p(2), q(5), p.args, q.keywords, q.func is add, q.args
s = reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + b, 'abc', 'z'), reduce(max, [3, 9, 2])
calls = []
@lru_cache(maxsize=None)
def f(x):
    calls.append(x)
    return x * 2
t = [f(1), f(2), f(1)], calls
u = sorted([5, 3, 8], key=cmp_to_key(lambda a, b: b - a))
# ---
from functools import wraps
def deco(fn):
    @wraps(fn)
    def inner(*args, **kwargs):
        log.append((fn.__name__, args, kwargs))
        return fn(*args, **kwargs)
    return inner
def param(n):
    def real(fn):
        def inner(x):
            return fn(x) * n
        return inner
    return real
log = []
@deco
def f(a, b=1):
    "docs"
    return a + b
@param(3)
@deco
def g(x):
    return x
r = f(1, b=2), g(5), log, f.__name__, f.__doc__, g.__name__, f.__wrapped__(1)
class Count:
    def __init__(self, fn): self.fn, self.n = fn, 0
    def __call__(self, *a):
        self.n += 1
        return self.fn(*a)
@Count
def h(x): return x
h(1); h(2)
s = h.n
# ---
from functools import cached_property, singledispatch, partialmethod
class A:
    n = 0
    @cached_property
    def v(self):
        A.n += 1
        return 42
a = A()
r = a.v, a.v, A.n, a.__dict__
@singledispatch
def f(x): return 'default'
@f.register(int)
def _(x): return 'int'
@f.register
def _(x: str): return 'str'
@f.register(list)
def _(x): return 'list'
s = f(1), f('a'), f([]), f(2.5), f(True)
class C:
    def set(self, k, v): return (k, v)
    on = partialmethod(set, 'power', v=True)
t = C().on()
# ---
import itertools as it
r = [list(it.chain([1], (2, 3), 'a')), list(it.chain.from_iterable([[1], [2, 3]])), list(it.islice(it.count(5, 2), 4)), list(it.islice(it.cycle('ab'), 5)), list(it.repeat(7, 3)), list(it.accumulate([1, 2, 3, 4])), list(it.accumulate([1, 2, 3], lambda a, b: a * b)), list(it.accumulate([1, 2], initial=10)), list(it.combinations('abc', 2)), list(it.permutations([1, 2, 3], 2)), list(it.product([1, 2], 'ab')), list(it.product([0, 1], repeat=2)), list(it.combinations_with_replacement('ab', 2)), list(it.takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(it.dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(it.filterfalse(lambda x: x % 2, range(5))), list(it.compress('abcd', [1, 0, 1, 0])), list(it.starmap(pow, [(2, 3), (3, 2)])), list(it.zip_longest([1, 2, 3], 'a', fillvalue='-')), [(k, list(g)) for k, g in it.groupby('aabbbc')], list(it.pairwise([1, 2, 3]))]
s = [(k, [x for x in g]) for k, g in it.groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)]
a, b = it.tee([1, 2, 3])
t = list(a), list(b), list(it.islice(range(10), 2, 8, 3)), list(it.islice('abc', None)), next(it.count())
u = list(zip(it.count(1), 'ab')), list(it.count(1.5, 0.5).__next__() for _ in range(1)), len(list(it.product(range(3), repeat=3)))
# ---
from collections import OrderedDict, defaultdict, Counter, deque, namedtuple, ChainMap
d = defaultdict(list)
for k, v in [('a', 1), ('b', 2), ('a', 3)]:
    d[k].append(v)
e = defaultdict(int, x=5)
e['y'] += 1
r = d, dict(d), e, e['zz'], 'q' in d, d.get('q'), d.default_factory, len(e)
n = defaultdict(lambda: defaultdict(int))
n['a']['b'] += 2
s = n['a']['b'], list(n)
# ---
from collections import Counter
c = Counter('mississippi')
r = c, c['s'], c['z'], c.most_common(2), sorted(c.elements()), sum(c.values()), c.total()
d = Counter(a=3, b=1)
e = Counter(['a', 'b', 'b'])
s = d + e, d - e, d & e, d | e, d == Counter({'a': 3, 'b': 1}), +Counter(a=1, b=-1)
d.update('aa')
d.subtract({'b': 5})
t = d, dict(d), Counter(), list(d), len(d), Counter([1, 1, 2]).most_common()
del d['a']
u = d
# ---
from collections import deque
d = deque([1, 2, 3], maxlen=4)
d.append(4)
d.append(5)
d.appendleft(0)
r = d, list(d), d[0], d[-1], len(d), d.maxlen
e = deque('abc')
e.rotate(1)
s = e, e.pop(), e.popleft(), e
e.extend([1, 2])
e.extendleft([3, 4])
t = e, list(reversed(e)), 1 in e, e.count(1), e.index(1), e == deque([4, 3, 'a', 1, 2]), deque([1]) + deque([2]), bool(deque())
e.insert(1, 'x'); e.remove('a'); e.reverse()
u = e, e.copy()
e.clear()
try:
    e.pop()
except IndexError as err:
    v = str(err)
w = deque(range(5), 3), deque(maxlen=2), [x for x in deque([1, 2])]
# ---
from collections import namedtuple
P = namedtuple('P', ['x', 'y'], defaults=[0])
p = P(1)
q = P(x=3, y=4)
r = p, q, p.x, p[1], p._asdict(), p._replace(x=9), P._fields, P._make([5, 6]), p == (1, 0), len(p), list(q), q + (1,), P._field_defaults, isinstance(p, tuple), hash(p) == hash((1, 0)), sorted([q, p])
x, y = q
a, *b = q
class Q(namedtuple('Base', 'a b')):
    __slots__ = ()
    @property
    def total(self): return self.a + self.b
    def __str__(self): return f'<{self.a}>'
s = Q(1, 2), Q(1, 2).total, str(Q(1, 2)), Q(1, 2)._replace(a=5)
def attempt(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__, str(e)
t = attempt(lambda: P()), attempt(lambda: P(1, 2, 3)), attempt(lambda: P(z=1)), attempt(lambda: namedtuple('X', 'a a')), attempt(lambda: namedtuple('X', 'class')), attempt(lambda: setattr(p, 'x', 5))
u = f'{p}', '%s %s' % q, '{0.x}'.format(q), namedtuple('R', 'a, b c')(1, 2, 3), namedtuple('S', 'a def', rename=True)._fields
# ---
from collections import OrderedDict
d = OrderedDict([('b', 1), ('a', 2)])
d['c'] = 3
d.move_to_end('b')
r = d, list(d), d.popitem(), d.popitem(last=False), d, OrderedDict(a=1) == OrderedDict(a=1), OrderedDict([(1, 2), (3, 4)]) == OrderedDict([(3, 4), (1, 2)]), OrderedDict([(1, 2), (3, 4)]) == {3: 4, 1: 2}
s = OrderedDict(), OrderedDict({'x': 1}), list(reversed(OrderedDict(a=1, b=2))), OrderedDict.fromkeys('ab', 0)
d.move_to_end('c', last=False)
t = isinstance(d, dict), dict(d), list(d.items())
# ---
from collections import ChainMap
a = {'x': 1, 'y': 2}
b = {'y': 20, 'z': 30}
c = ChainMap(a, b)
r = c['x'], c['y'], c['z'], 'q' in c, len(c), sorted(c), dict(c), c.maps, c.new_child({'x': 100})['x'], c.parents['y']
c['new'] = 5
s = a, b
# ---
from dataclasses import dataclass, field, asdict, astuple, replace, fields, is_dataclass
@dataclass
class A:
    x: int
    y: float = 1.5
    z: list = field(default_factory=list)
a = A(1)
b = A(2, 3.0, [1])
r = a, b, a == A(1), a != b, asdict(b), astuple(b), replace(a, x=9), [f.name for f in fields(A)], is_dataclass(A), is_dataclass(a), is_dataclass(3)
a.z.append('q')
s = a, A(5), a.z is A(1).z
@dataclass
class B(A):
    w: str = 'w'
    def total(self): return self.x + self.y
t = B(1), B(1, w='k').total(), B(1, 2, [3], 'four')
def attempt(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__, str(e)
u = attempt(lambda: A()), attempt(lambda: A(1, 2, 3, 4)), attempt(lambda: A(q=1)), attempt(lambda: A(1) < A(2)), attempt(lambda: hash(A(1)))
# ---
from dataclasses import dataclass, field, FrozenInstanceError, InitVar, KW_ONLY
from typing import ClassVar, List, Optional
@dataclass(frozen=True, order=True)
class V:
    major: int
    minor: int = 0
    tag: str = field(default='', compare=False, repr=False)
r = V(1, 2) < V(1, 3), sorted([V(2), V(1, 5), V(1)]), V(1) == V(1, 0, 'x'), hash(V(1)) == hash(V(1, tag='q')), {V(1): 'a'}[V(1)]
try:
    V(1).major = 2
except FrozenInstanceError as e:
    s = str(e)
@dataclass
class W:
    base: int
    scale: InitVar[int] = 2
    count: ClassVar[int] = 0
    total: int = field(init=False)
    names: List[str] = field(default_factory=lambda: ['a'])
    opt: Optional[int] = None
    def __post_init__(self, scale):
        self.total = self.base * scale
        W.count += 1
t = W(3), W(3, 5).total, W.count, W(1).names
@dataclass(eq=False, repr=False)
class X:
    v: int
    def __repr__(self): return 'X!'
u = X(1), X(1) == X(1)
@dataclass
class K:
    a: int
    _: KW_ONLY
    b: int = 2
w = K(1, b=3), K.__match_args__
@dataclass(kw_only=True)
class K2:
    a: int = 1
x = K2(a=5), K2()
try:
    K2(1)
except TypeError as e:
    y = str(e)
try:
    @dataclass
    class Bad:
        x: list = []
except ValueError as e:
    z = str(e)
try:
    @dataclass
    class Bad2:
        x: int = 1
        y: int
except TypeError as e:
    z2 = str(e)
# ---
from enum import Enum, IntEnum, Flag, IntFlag, auto, unique, StrEnum
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1
    def lower(self): return self.name.lower()
    @classmethod
    def first(cls): return cls.RED
r = Color.RED, Color.RED.name, Color.RED.value, Color(2), Color['BLUE'], list(Color), len(Color), Color.CRIMSON, Color.RED is Color.CRIMSON, str(Color.RED), f'{Color.RED}', Color.RED.lower(), Color.first(), Color.RED == 1, Color.RED in Color, isinstance(Color.RED, Color), repr(Color), {Color.RED: 'r'}[Color.RED], Color.RED != Color.BLUE, [c.name for c in Color], list(Color.__members__)
def attempt(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__, str(e)
s = attempt(lambda: Color(9)), attempt(lambda: Color['NO']), attempt(lambda: Color.RED < Color.BLUE), attempt(lambda: setattr(Color, 'RED', 5)), attempt(lambda: Color.NOPE)
class N(IntEnum):
    A = 1
    B = auto()
    C = 10
t = N.A, N.B, N.C + 1, N.A < N.B, N.A == 1, N(10), f'{N.B}', str(N.B), [10, 20, 30][N.A], sorted([N.C, N.A]), int(N.C), N.B * 2, isinstance(N.A, int), repr(N.A), '%d' % N.C
class S(str, Enum):
    X = 'x'
    Y = 'y'
u = S.X, S.X == 'x', S.X.value, S.X.upper(), str(S.X), f'{S.X}', S('y'), 'x' in [S.X], {'x': 1}[S.X], S.X + 'z'
class L(StrEnum):
    AA = auto()
    BB = 'b'
v = L.AA, str(L.AA), L.BB == 'b', f'{L.AA}-{L.BB}'
class F(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
w = F.R | F.W, F.R | F.X, F.RW, F.R in F.RW, F.RW & F.W, ~F.R, bool(F.R & F.W), F(0), F.X.value, list(F.RW), F.RW ^ F.R
class I(IntFlag):
    A = 1
    B = 2
x = I.A | I.B, I.A | 4, I(3), int(I.A | I.B), I.A & I.B, str(I.A | I.B)
# ---
from enum import Enum, auto
class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)
    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius
    @property
    def ratio(self): return round(self.mass / self.radius, 3)
r = Planet.EARTH, Planet.MARS.mass, Planet.EARTH.ratio, Planet.MARS.value, Planet((0.64, 3.39)).name
class Act(Enum):
    RELU = 'relu'
    TANH = 'tanh'
    @classmethod
    def _missing_(cls, value):
        return cls.RELU
    def __str__(self): return self.value
s = Act('zzz'), str(Act.TANH), f'{Act.RELU}', [str(a) for a in Act]
Animal = Enum('Animal', 'CAT DOG')
t = list(Animal), Animal.CAT.value, Enum('Q', {'a': 5}).a
class Auto(Enum):
    def _generate_next_value_(name, start, count, last): return name.lower()
    ONE = auto()
    TWO = auto()
u = [a.value for a in Auto]
v = Planet.EARTH.__class__.__name__, type(Act.RELU), Act.RELU.__class__ is Act, hash(Act.RELU) == hash(Act.RELU)
# ---
import copy
a = [1, [2, 3], {'k': [4]}]
b = copy.copy(a)
c = copy.deepcopy(a)
a[1].append('x')
a[2]['k'].append('y')
r = a, b, c, b[1] is a[1], c[1] is a[1]
class P:
    def __init__(self, v): self.v = v
p = P([1])
q = copy.copy(p)
s = copy.deepcopy(p)
p.v.append(2)
t = q.v, s.v, q is p
l = [1]
l.append(l)
m = copy.deepcopy(l)
u = m, m[1] is m, copy.copy({1, 2}), copy.deepcopy((1, [2])), copy.copy('s'), copy.deepcopy(None)
class Q:
    def __copy__(self): return 'copied'
    def __deepcopy__(self, memo): return 'deep'
v = copy.copy(Q()), copy.deepcopy(Q()), copy.deepcopy([Q()])
x = [[0] * 2 for _ in range(2)]
y = copy.deepcopy(x)
y[0][0] = 1
z = x, y
# ---
import operator as op
r = op.add(1, 2), op.mul('a', 3), op.itemgetter(1)([1, 2]), op.itemgetter(0, 2)('abc'), op.attrgetter('real')(5), op.methodcaller('upper')('a'), op.methodcaller('split', ',')('a,b'), op.contains([1], 1), op.truth([]), op.not_(0), op.neg(3), op.floordiv(7, 2), op.mod(7, 3), op.pow(2, 3), op.lt(1, 2), op.is_(None, None), op.concat([1], [2]), op.getitem({'a': 1}, 'a'), op.index(5), op.countOf([1, 1], 1), op.indexOf('abc', 'c'), op.and_(6, 3), op.xor(6, 3), op.invert(5), op.lshift(1, 4), op.truediv(1, 2), op.iadd([1], [2]), op.length_hint([1, 2])
s = sorted([{'n': 2}, {'n': 1}], key=op.itemgetter('n')), max([(1, 'a'), (0, 'z')], key=op.itemgetter(1)), op.attrgetter('real', 'imag')(3 + 4j)
class A:
    class b: c = 5
t = op.attrgetter('b.c')(A)
d = {}
op.setitem(d, 'k', 1)
op.delitem(d, 'k')
u = d
from functools import reduce
v = reduce(op.mul, range(1, 6))
# ---
import os, os.path
from os.path import join, splitext
r = os.path.join('a', 'b', 'c.txt'), join('a', '/b'), join('', 'x'), join('a/', 'b'), os.path.basename('/x/y.z'), os.path.dirname('/x/y.z'), splitext('m.tar.gz'), splitext('.bashrc'), splitext('noext'), os.path.split('/a/b'), os.path.normpath('a/../b/./c'), os.path.isabs('/a'), os.sep, os.path.join('a', ''), os.path.commonprefix(['abc', 'abd']), os.path.splitext(os.path.basename('dir/model.h5'))[0], os.path.relpath('a/b', 'a'), os.path.normpath('/a//b/..'), os.path.commonpath(['/a/b', '/a/c'])
# ---
from pathlib import Path, PurePosixPath
p = Path('a') / 'b' / 'c.txt'
r = str(p), p.name, p.stem, p.suffix, p.parent, p.parts, p.with_suffix('.md'), p.with_name('z'), Path('/x') / 'y', p == Path('a/b/c.txt'), repr(p), str(p.parent.parent), Path('a', 'b'), Path('x/../y'), Path('a//b/./c'), p.is_absolute(), Path('.'), Path('a.tar.gz').suffixes, f'{p}', p.as_posix(), 'r' / Path('s'), Path('/'), Path('b') < Path('c'), p.joinpath('q'), list(p.parents), p.match('*.txt'), p.relative_to('a')
# ---
import argparse
p = argparse.ArgumentParser(description='x')
p.add_argument('--epochs', type=int, default=10, help='n')
p.add_argument('-b', '--batch-size', type=int, default=32)
p.add_argument('--lr', default='0.5', type=float)
p.add_argument('--flag', action='store_true')
p.add_argument('--no-flag', dest='other', action='store_false')
p.add_argument('--names', nargs='+', default=['a', 'b'])
p.add_argument('--mode', choices=['x', 'y'], default='x')
p.add_argument('--none')
g = p.add_argument_group('g')
g.add_argument('--in-group', default=1)
p.add_argument('--const', action='store_const', const=5)
p.add_argument('--app', action='append')
p.add_argument('--cnt', action='count', default=0)
a = p.parse_args([])
r = a.epochs, a.batch_size, a.lr, a.flag, a.other, a.names, a.mode, a.none, a.in_group, a.const, a.app, a.cnt, vars(a), a
b, rest = p.parse_known_args([])
s = b.epochs, rest, hasattr(a, 'zz')
p.set_defaults(epochs=99)
t = p.parse_args([]).epochs, argparse.Namespace(x=1), argparse.Namespace(a=1) == argparse.Namespace(a=1)
# ---
import json
r = json.loads('{"a": [1, 2.5, null, true], "b": {"c": "d\\u00e9"}}'), json.loads('[]'), json.loads(' 3 '), json.loads('"x"'), json.loads('1e3'), json.loads('-0'), json.loads('{"a": 1, "a": 2}')
s = json.dumps({'a': 1, 'b': [1, 2.0, None, True], 'c': {'d': 'é"\n'}}), json.dumps([1, 2], indent=2), json.dumps({'b': 1, 'a': 2}, sort_keys=True), json.dumps((1, 'x')), json.dumps({1: 2, None: 3, True: 4}), json.dumps('é', ensure_ascii=False), json.dumps({'a': [1, {'b': 2}]}, indent=4), json.dumps([], indent=2), json.dumps({'a': 1}, separators=(',', ':')), json.dumps(float('inf')), json.dumps('\u2028\x00/')
def attempt(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__, str(e)
t = attempt(lambda: json.loads('{bad}')), attempt(lambda: json.loads('')), attempt(lambda: json.loads('[1,]')), attempt(lambda: json.loads('{"a" 1}')), attempt(lambda: json.dumps({1, 2})), attempt(lambda: json.dumps(object)), attempt(lambda: json.loads('[1] x')), attempt(lambda: json.loads('"abc')), attempt(lambda: json.dumps({(1,): 2})), attempt(lambda: json.loads('nul')), attempt(lambda: json.loads('01'))
u = json.loads(json.dumps({'filters': [16, 32], 'name': 'net'})), json.dumps(1.0), json.dumps(10 ** 20), json.dumps(object(), default=lambda o: 'obj'), json.loads('{"a": 1}', object_hook=lambda d: list(d))
# ---
import re
r = re.match(r'(\w+)_(\d+)', 'block_12x').groups(), re.search('o', 'foo').span(), re.findall(r'\d+', 'a1b22c333'), re.sub(r'\s+', ' ', 'a  b \t c'), re.split(r'[,;]\s*', 'a, b;c'), re.fullmatch('a+', 'aaa') is not None, re.match('b', 'abc'), re.sub('(a)(b)', r'\2\1', 'abab'), re.compile('x*').findall('axxb'), re.sub('[aeiou]', lambda m: m.group().upper(), 'hello'), re.findall(r'(\w)(\d)', 'a1 b2'), re.escape('a.b*c'), re.sub('a', 'b', 'aaa', count=2), re.subn('a', 'b', 'aa'), re.split(r'(-)', 'a-b-c'), [m.group() for m in re.finditer(r'\w+', 'two words')]
m = re.match(r'(?P<name>[a-z]+)(?P<num>\d+)?', 'conv2')
s = m.group('name'), m['num'], m.groupdict(), m.start('num'), m.end(), m.group(0, 1), m.lastgroup, repr(m), m.re.pattern
t = re.compile(r'^(conv|dense)(\d*)$', re.I), bool(re.match('(?i)ABC', 'abc')), re.findall('^a', 'a\na', re.M), re.search('a.b', 'a\nb', re.S).group(), re.sub(r'(?<=a)b', 'X', 'abcb'), re.findall(r'a(?!b)', 'abac'), re.match(r'(a)|b', 'b').groups(), re.findall(r'(?:ab)+', 'ababx'), re.match(r'.*?(\d+)$', 'layer_10').group(1), re.findall(r'\b\w', 'hi there'), re.split(r'\W+', 'a b  c!'), re.sub(r'([A-Z])', r'_\1', 'camelCaseName').lower(), re.sub('x*', '-', 'abxd'), re.findall(r'[^\W\d_]+', 'ab1_c'), re.match(r'(\w)\1', 'aab').group()
def attempt(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__, str(e)
u = attempt(lambda: re.compile('(')), attempt(lambda: re.compile('*a')), attempt(lambda: re.compile('[a')), attempt(lambda: re.match('a', 5)), attempt(lambda: re.match('a', 'b').group()), attempt(lambda: re.compile('a{2,1}')), attempt(lambda: re.match('(a)', 'a').group(2))
# ---
import string, textwrap
r = string.ascii_lowercase, string.digits, string.punctuation, string.ascii_letters[:3], string.hexdigits, string.whitespace, string.capwords('ab cd'), string.Template('$a and ${b} $$').substitute(a=1, b='x'), string.Template('$z').safe_substitute(), string.ascii_uppercase[-1]
s = textwrap.dedent('''
    a
      b
    c
'''), textwrap.indent('a\nb', '> '), textwrap.fill('the quick brown fox jumps', 10), textwrap.wrap('aaa bbb ccc', 7), textwrap.shorten('hello big world', 12)
# ---
import contextlib
from contextlib import contextmanager, suppress, nullcontext, ExitStack, closing
log = []
@contextmanager
def scope(name):
    log.append('in ' + name)
    try:
        yield name.upper()
    finally:
        log.append('out ' + name)
with scope('a') as v:
    log.append(v)
with suppress(KeyError):
    {}['x']
with nullcontext(5) as n:
    pass
try:
    with scope('b'):
        raise ValueError('x')
except ValueError:
    log.append('caught')
with ExitStack() as st:
    st.enter_context(scope('c'))
    st.callback(lambda: log.append('cb'))
r = log, n
# ---
from abc import ABC, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    def describe(self): return f'{self.name}: {self.area()}'
class Sq(Shape):
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2
    @property
    def name(self): return 'sq'
r = Sq(3).describe(), isinstance(Sq(1), Shape), issubclass(Sq, ABC)
def attempt(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__, str(e)
class Half(Shape):
    def area(self): return 1
s = attempt(Shape), attempt(Half)
from collections.abc import Iterable, Mapping, Sequence, Callable, Hashable, Sized, Iterator, MutableMapping
t = isinstance([1], Iterable), isinstance({}, Mapping), isinstance('a', Sequence), isinstance(5, Iterable), callable(len), isinstance(len, Callable), isinstance([], Hashable), isinstance((), Sized), isinstance(iter([]), Iterator), isinstance({1}, Sequence), issubclass(list, Sequence), isinstance(range(3), Sequence), isinstance(Sq(1), Iterable)
# ---
from typing import List, Dict, Optional, Union, Any, Callable, Tuple, NamedTuple, TypedDict, Generic, TypeVar, cast, Literal, TYPE_CHECKING, Protocol, Iterable
T = TypeVar('T')
class P(NamedTuple):
    x: int
    y: int = 2
class D(TypedDict, total=False):
    a: int
class Box(Generic[T]):
    def __init__(self, v: T): self.v = v
class Stack(Box[int], Generic[T]): pass
r = P(1), P(1).y, P(3, 4)._replace(x=0), D(a=1), Box(3).v, Box[int](4).v, cast(int, 'a'), TYPE_CHECKING, Stack(1).v, isinstance(P(1), tuple), P._fields
def f(a: List[int], b: Optional[Dict[str, Any]] = None, *c: Tuple[int, ...]) -> Union[int, None]:
    x: Callable[[int], int] = lambda v: v
    return x(len(a))
s = f([1, 2]), Optional[int], List[int], Dict[str, int], Union[int, str], Any
Vector = List[float]
def g(v: Vector) -> 'Vector': return v
t = g([1.0]), list[int], dict[str, int], int | None, isinstance(3, int | str), tuple[int, ...]
# ---
import bisect, heapq
a = [1, 3, 5]
bisect.insort(a, 4)
r = a, bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 10)
h = [5, 1, 8, 3]
heapq.heapify(h)
s = list(h), heapq.heappop(h), heapq.nlargest(2, [1, 9, 4]), heapq.nsmallest(2, [3, 1, 2])
heapq.heappush(h, 0)
t = h, heapq.heappushpop(h, 7), list(heapq.merge([1, 4], [2, 3]))
# ---
import statistics as st
r = st.mean([1, 2, 3]), st.mean([1, 2]), st.median([3, 1, 2]), st.median([1, 2, 3, 4]), st.mode('aab'), st.fmean([1, 2.5]), st.median_low([1, 2]), st.multimode('aabb')
# ---
import types, sys, warnings, logging, time, random
ns = types.SimpleNamespace(a=1, b='x')
ns.c = [1]
r = ns, ns.a, ns == types.SimpleNamespace(a=1, b='x', c=[1]), isinstance(lambda: 0, types.FunctionType), isinstance(len, types.BuiltinFunctionType)
warnings.warn('x')
warnings.filterwarnings('ignore')
logging.basicConfig(level=logging.INFO)
log = logging.getLogger('n')
log.info('hello %s', 1)
s = logging.INFO, sys.maxsize > 2 ** 32, sys.version_info[0], sys.version_info.major, sys.version_info[:2] >= (3, 6)
random.seed(1)
t0 = time.time()
u = types.MappingProxyType({'a': 1})['a']
# ---
import numbers
r = isinstance(1, numbers.Number), isinstance(1.5, numbers.Integral), isinstance(True, numbers.Integral), isinstance('a', numbers.Number), isinstance(2, numbers.Real), issubclass(int, numbers.Number)
import inspect
def f(): "doc"
class C:
    def m(self): pass
s = inspect.isclass(C), inspect.isfunction(f), inspect.ismethod(C().m), inspect.getdoc(f), inspect.isclass(1), [c.__name__ for c in inspect.getmro(C)]
