from enum import Enum, IntEnum, Flag, IntFlag, StrEnum, auto, unique, EnumMeta, EnumType
class C(Enum):
    RED = 1
    GREEN = 'g'
    BLUE = (1, 2)
    CRIMSON = 1
class I(IntEnum):
    A = 1
    B = auto()
    C = 10
    D = auto()
class F(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
class IF(IntFlag):
    A = 1
    B = 2
    AB = 3
class S(StrEnum):
    ONE = auto()
    TWO = 'deux'
r = C.RED, str(C.RED), repr(C.RED), C('g'), C['BLUE'], C.CRIMSON is C.RED, list(C), len(C), C.__members__, [m.name for m in C], C.RED.value, C.BLUE in C, C
s = I.A + 1, I.B == 2, I.D, sorted([I.C, I.A]), f'{I.A}', f'{I.A:03d}', str(I.A), I(10), I.A < I.B, isinstance(I.A, int), I.A | 4, {I.A: 1}[1], I.B * 2, max(I)
t = F.R | F.W, F.RW, F.RW & F.R, ~F.R, F.R ^ F.RW, bool(F.R & F.W), F.R in F.RW, list(F.RW), F(0), F(5), str(F(5)), repr(F.R | F.X), F.RW.value, len(F), [f for f in F], F.R | F.W is F.RW, F.RW.name, F(3) is F.RW
u = IF.A | IF.B, IF.A | 8, IF.A + 1, ~IF.A, IF(0), IF.AB & 1, str(IF.A), IF.AB in IF, IF(3)
v = S.ONE, S.ONE == 'one', S.TWO.upper(), f'{S.ONE}', str(S.TWO), repr(S.ONE), S('deux'), [*S], S.ONE + 'x'
def attempt(f):
    try: return f()
    except Exception as e: return type(e).__name__, str(e)
w = [attempt(f) for f in (lambda: C(99), lambda: C['NOPE'], lambda: C.NOPE, lambda: setattr(C, 'RED', 5), lambda: C.RED < C.GREEN, lambda: 1 in C, lambda: C(), lambda: C.RED.foo, lambda: F(99), lambda: F.R | 1, lambda: hash(C.RED) == hash('RED'), lambda: delattr(C, 'RED'), lambda: C.RED.RED)]
# ---
from enum import Enum, IntEnum, auto, unique
class Planet(Enum):
    MERCURY = (3.3e23, 2.44e6)
    EARTH = (5.97e24, 6.37e6)
    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius
    @property
    def density(self): return round(self.mass / self.radius ** 3, 2)
    @classmethod
    def heaviest(cls): return max(cls, key=lambda p: p.mass)
    def __str__(self): return f'planet {self.name.title()}'
r = Planet.EARTH.mass, Planet.EARTH.density, Planet.heaviest(), str(Planet.MERCURY), f'{Planet.EARTH}', Planet.EARTH.value
class Coord(bytes, Enum):
    def __new__(cls, value, label):
        obj = bytes.__new__(cls, [value])
        obj._value_ = value
        obj.label = label
        return obj
    PX = (1, 'P.X')
    PY = (2, 'P.Y')
s = Coord.PX, Coord(2), Coord.PY.label
class Auto(Enum):
    def _generate_next_value_(name, start, count, last_values): return name.lower() + str(count)
    A = auto()
    B = auto()
t = list(Auto)
class Missing(Enum):
    A = 'a'
    @classmethod
    def _missing_(cls, value):
        return cls.A if value == 'default' else None
u = Missing('default')
try: Missing('zz')
except ValueError as e: v = str(e), repr(e.__context__)
try:
    @unique
    class Dup(Enum):
        A = 1
        B = 1
except ValueError as e: w = str(e)
A2 = Enum('A2', 'X Y Z')
B2 = Enum('B2', {'P': 1, 'Q': 'q'})
C2 = IntEnum('C2', ['U', 'V'], start=5)
x = list(A2), A2.X, list(B2), list(C2), A2.__name__, A2(2)
class Meth(Enum):
    ADD = lambda a, b: a + b
    X = 1
    def go(self): return self.value * 2
y = list(Meth), Meth.ADD(1, 2), Meth.X.go(), Meth.X.name, Meth.X._name_, type(Meth.X), Meth.X.__class__, isinstance(Meth.X, Meth)
class Ordered(Enum):
    A = 1
    B = 2
    def __lt__(self, o): return self.value < o.value
z = sorted([Ordered.B, Ordered.A]), Ordered.A == 1, Ordered.A != Ordered.B, {Ordered.A: 'x'}[Ordered.A], Ordered.A in {Ordered.A}, reversed(Ordered) is not None, [*reversed(Ordered)]
# ---
from dataclasses import dataclass, field, asdict, astuple, replace, fields, is_dataclass, InitVar, FrozenInstanceError, make_dataclass, KW_ONLY
from typing import ClassVar, List, Optional
def attempt(f):
    try: return f()
    except Exception as e: return type(e).__name__, str(e)
@dataclass
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)
    count: ClassVar[int] = 0
    hidden: str = field(default='h', repr=False, compare=False)
@dataclass(order=True, frozen=True)
class V:
    major: int
    minor: int = 0
@dataclass(eq=False)
class E: a: int = 1
@dataclass(kw_only=True)
class K:
    a: int
    b: int = 2
@dataclass
class Q(P):
    z: float = 1.5
    x: str = 'over'
    def __post_init__(self): self.sum = f'{self.x}{self.y}'
@dataclass
class I:
    a: int
    b: InitVar[int] = 5
    c: int = field(init=False)
    def __post_init__(self, b): self.c = self.a + b
@dataclass
class M:
    a: int
    _: KW_ONLY
    b: int = 1
@dataclass(slots=True)
class SL:
    a: int
    b: list = field(default_factory=list)
@dataclass(unsafe_hash=True)
class H:
    a: int
    b: list = field(default=None, hash=False)
p, q = P(1), P(1)
p.tags.append('t')
r = p, q, p == q, P(1) == q, P(1, hidden='z') == q, asdict(p), astuple(p), replace(p, x=9), [f.name for f in fields(P)], is_dataclass(P), is_dataclass(p), P.__match_args__
s = V(1, 2) < V(1, 3), sorted([V(2), V(1, 5)]), hash(V(1)) == hash(V(1)), {V(1): 'a'}[V(1, 0)], V(1) == (1, 0), max(V(1), V(0, 9))
t = [attempt(f) for f in (lambda: setattr(V(1), 'major', 2), lambda: delattr(V(1), 'major'), lambda: P(), lambda: P(1, 2, 3, 4, 5), lambda: K(1), lambda: K(a=1), lambda: hash(p), lambda: V(1) < 3, lambda: M(1, 2), lambda: M(1, b=2), lambda: setattr(SL(1), 'z', 1), lambda: replace(I(1), c=3), lambda: replace(V(1), zz=1), lambda: asdict(5), lambda: fields(5), lambda: P(1) < P(2))]
u = Q(), Q('a', 5), Q.__mro__[1].__name__, I(1), I(1, b=10).c, M(1, b=3), K(a=5), SL(3), SL.__slots__, hash(H(1, [])) == hash(H(1, [2])), E() == E(), E(2)
@dataclass
class N:
    p: P
    l: List[P]
    d: dict
n = N(P(1), [P(2), P(3)], {'k': P(4)})
v = asdict(n), astuple(n), n, asdict(n)['l'][0] is n.l[0]
def bad1():
    @dataclass
    class X:
        a: list = []
def bad2():
    @dataclass
    class X:
        a: int = 1
        b: int
def bad3():
    @dataclass
    class X(V): c: int = 1
def bad4():
    @dataclass(order=True, eq=False)
    class X: c: int = 1
w = [attempt(f) for f in (bad1, bad2, bad3, bad4)]
D = make_dataclass('D', [('x', int), 'y', ('z', int, field(default=5))], namespace={'f': lambda self: self.x})
x = D(1, 2), D(1, 2).f(), D.__name__, [f.type for f in fields(D)], [(f.name, f.default) for f in fields(V)]
@dataclass
class T:
    a: int
    def __repr__(self): return 'custom'
    def __eq__(self, o): return True
    def __init__(self, *args): self.a = args
y = T(1, 2), T(1) == 5, T(1).a
@dataclass(repr=False)
class U: a: int = 1
z = 'U object at' in repr(U()), U.__doc__, P.__doc__, V.__doc__, P.__init__.__annotations__ if hasattr(P.__init__, '__annotations__') else None
# ---
from collections import *
from typing import NamedTuple
def attempt(f):
    try: return f()
    except Exception as e: return type(e).__name__, str(e)
P = namedtuple('P', 'x y z', defaults=[0])
p = P(1, 2)
r = p, p._asdict(), p._replace(y=5), P._fields, P._field_defaults, p[0], p[1:], p.x, P._make([7, 8, 9]), p == (1, 2, 0), hash(p) == hash((1, 2, 0)), [*p], p + (1,), p < P(2, 0), len(p), p.index(2), 2 in p, isinstance(p, tuple), P.__doc__, P.x.__doc__, p.__class__.__name__, str(p), '%s %s %s' % p
s = [attempt(f) for f in (lambda: P(1), lambda: P(1, 2, 3, 4), lambda: P(1, 2, w=3), lambda: p._replace(q=1), lambda: setattr(p, 'x', 5), lambda: P._make([1]), lambda: p.w, lambda: namedtuple('Q', 'a a'), lambda: namedtuple('Q', 'class'), lambda: namedtuple('Q', '_a'), lambda: namedtuple('Q', '1a'), lambda: namedtuple('1', 'a'), lambda: namedtuple('Q', 'a', defaults=[1, 2]))]
class N(NamedTuple):
    a: int
    b: str = 'q'
    def both(self): return f'{self.a}{self.b}'
    @property
    def twice(self): return self.a * 2
t = N(1), N(1).both(), N(a=2, b='z').twice, N._fields, N._field_defaults, N(1) == (1, 'q'), N.__annotations__, namedtuple('R', 'a class a', rename=True)._fields
c = Counter('mississippi')
u = c, c.most_common(2), c['z'], c + Counter('sss'), c - Counter('iiii'), c & Counter('ssp'), c | Counter('zz'), sorted(c.elements()), c.total(), +Counter(a=1, b=-1), -Counter(a=1, b=-1), Counter(a=1) == Counter(a=1, b=0), Counter({'a': 2, 'b': 1}) <= Counter(a=2, b=1), Counter([1, 1, 2]).items(), dict(Counter('aab'))
c.update('mm'); c.subtract({'i': 10}); del c['p']
v = c, c.most_common()[-1], Counter(cats=4, dogs=8), Counter(), Counter.fromkeys if False else 0
d = deque([1, 2, 3], maxlen=3)
d.append(4); d.appendleft(0)
e = deque('abc'); e.rotate(1); e.extendleft('xy'); e.insert(1, 'I'); e.remove('b')
w = d, d.maxlen, e, list(e), e[0], e[-1], len(e), e.index('c'), e.count('a'), deque([1]) == deque([1]), deque([1]) < deque([2]), deque([1]) + deque([2]), deque([1, 2]) * 2, e.pop(), e.popleft(), e.reverse(), e, e.copy(), 'x' in e, deque(maxlen=2), bool(deque())
x = [attempt(f) for f in (lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[5], lambda: deque([1]).remove(2), lambda: deque([1]).index(5), lambda: deque([1], maxlen=-1), lambda: deque([1], maxlen=1).insert(0, 1), lambda: deque([1])[0:1], lambda: hash(deque()))]
dd = defaultdict(list, a=[1])
dd['b'].append(2); dd['c']
y = dd, dd.get('zz'), 'zz' in dd, dd.default_factory, attempt(lambda: defaultdict()['k']), attempt(lambda: defaultdict(5)), defaultdict(int) == {}, defaultdict(lambda: 5)['q'], dd | {'z': 1}, dict(dd), dd.copy()
od = OrderedDict([('a', 1), ('b', 2), ('c', 3)])
od.move_to_end('a'); od.move_to_end('c', last=False)
z = od, list(od), od.popitem(), od.popitem(last=False), od, OrderedDict(a=1) == {'a': 1}, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), list(reversed(OrderedDict(a=1, b=2))), OrderedDict(), attempt(lambda: od.move_to_end('q')), OrderedDict(a=1) | {'b': 2}
cm = ChainMap({'a': 1}, {'a': 2, 'b': 3})
cm['z'] = 9
aa = cm, cm['b'], list(cm), len(cm), dict(cm), cm.maps, cm.new_child({'q': 1}), cm.parents, sorted(cm.items()), attempt(lambda: cm.pop('b')), attempt(lambda: cm['nope']), cm.get('nope', 5), 'b' in cm
# ---
from functools import *
import functools, operator
def attempt(f):
    try: return f()
    except Exception as e: return type(e).__name__, str(e)
def add(a, b=2, *c, **k): "doc"; return a, b, c, k
p = partial(add, 1, x=5)
r = p(3), p(3, 4, y=6), p.func is add, p.args, p.keywords, partial(p, 7)(8), reduce(operator.add, [1, 2, 3]), reduce(lambda a, b: a * b, [1, 2, 3], 10), attempt(lambda: reduce(add, [])), reduce(add, [5])
@lru_cache(maxsize=2)
def sq(x): calls.append(x); return x * x
calls = []
sq(1); sq(1); sq(2); sq(3); sq(1)
s = calls, sq.cache_info(), sq.cache_parameters(), sq.__wrapped__(5), sq.cache_clear(), sq.cache_info()
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
t = fib(50), fib.cache_info().misses
class A:
    n = 0
    @cached_property
    def c(self): A.n += 1; return 'computed'
    @singledispatchmethod
    def go(self, x): return 'obj'
    @go.register
    def _(self, x: int): return 'int'
    @go.register(str)
    def _(self, x): return 'str'
a = A()
u = a.c, a.c, A.n, a.__dict__, a.go(1), a.go('a'), a.go(1.5), a.go(True)
@singledispatch
def kind(x): return 'object'
@kind.register(int)
def _(x): return 'int'
@kind.register
def _(x: list): return 'list'
@kind.register(tuple)
@kind.register(set)
def _(x): return 'tuple/set'
v = kind(1), kind(True), kind([]), kind(()), kind({1}), kind('s'), kind.dispatch(bool) is kind.dispatch(int), sorted(t.__name__ for t in kind.registry)
@total_ordering
class T:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
w = T(1) <= T(1), T(2) > T(1), T(2) >= T(3), sorted([T(3), T(1)], key=lambda t: t.v)[0].v, max(T(1), T(5)).v
def deco(f):
    @wraps(f)
    def inner(*a, **k): "inner doc"; return ('wrapped', f(*a, **k))
    return inner
@deco
def orig(x): "orig doc"; return x
x = orig(1), orig.__name__, orig.__doc__, orig.__wrapped__(2), orig.__qualname__
y = sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), sorted('bca', key=cmp_to_key(lambda a, b: (a > b) - (a < b)))
class PM:
    def m(self, a, b): return a, b
    pm = partialmethod(m, 1)
z = PM().pm(2), repr(partial(int, base=2)), partial(int, base=2)('101'), repr(partial(print, 1, sep='')) 
# ---
from itertools import *
import operator
def attempt(f):
    try: return f()
    except Exception as e: return type(e).__name__, str(e)
r = list(islice(count(5, 2), 4)), list(islice(cycle('ab'), 5)), list(repeat(1, 3)), list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], operator.mul, initial=10)), list(chain([1], 'ab')), list(chain.from_iterable([[1], [2, 3]])), list(compress('abcd', [1, 0, 1])), list(dropwhile(lambda x: x < 3, [1, 3, 2])), list(takewhile(lambda x: x < 3, [1, 3, 2])), list(filterfalse(lambda x: x % 2, range(5))), [(k, list(g)) for k, g in groupby('aabbca')], [(k, list(g)) for k, g in groupby([1, 3, 2, 4], lambda x: x % 2)]
s = list(islice('abcdef', 2)), list(islice('abcdef', 1, None, 2)), list(islice('abcdef', 1, 4)), list(pairwise('abc')), list(starmap(pow, [(2, 3), (3, 2)])), [list(t) for t in tee([1, 2], 2)], list(zip_longest('ab', 'c', fillvalue='-')), list(product('ab', [1, 2])), list(product([0, 1], repeat=2)), list(permutations('abc', 2)), list(permutations([1, 2])), list(combinations('abc', 2)), list(combinations_with_replacement('ab', 2)), list(product()), list(combinations([1], 2)), list(permutations([], 0))
t = [attempt(f) for f in (lambda: list(islice('a', -1)), lambda: list(combinations('a', -1)), lambda: list(product('a', repeat=-1)), lambda: next(chain()), lambda: list(zip_longest('a', fill=1)), lambda: list(islice('ab', 1, 2, 0)), lambda: count('a'), lambda: repeat(1, 'a'), lambda: list(starmap(pow, [1])), lambda: list(accumulate([1, 'a'])), lambda: tee([1], -1), lambda: list(groupby(5)))]
it = iter([1, 2, 3, 4])
u = next(it), list(islice(it, 2)), list(it), list(it), count(1.5, 0.5), repeat('x'), repeat('x', 2), next(count(-3)), list(islice(count(1.5, 0.5), 3)), list(zip(count(), 'ab'))
a, b = tee(iter('abc'))
next(a)
v = list(a), list(b), list(map(operator.add, [1, 2], [3, 4])), dict(zip('ab', count())), sum(1 for _ in takewhile(lambda x: x < 100, (x * x for x in count())))
g = groupby('aab')
k1, g1 = next(g); k2, g2 = next(g)
w = list(g1), list(g2), k1, k2
# ---
import json
def attempt(f):
    try: return f()
    except Exception as e: return type(e).__name__, str(e)
d = {'b': [1, 2.5, None, True], 'a': {'x': 'é"\n\t\u2028'}, '1': (), 2: 'int', None: 'n', True: 't', 1.5: 'f'}
r = json.dumps(d), json.dumps(d, ensure_ascii=False), json.dumps({'b': 1, 'a': [1, {'c': []}]}, indent=2, sort_keys=True), json.dumps([1, 2], separators=(',', ':')), json.dumps([], indent=2), json.dumps({}, indent=1), json.dumps('a/b'), json.dumps(float('nan')), json.dumps(1e100), json.dumps([1, [2, [3]]], indent='\t'), json.dumps(10**30), json.dumps({'a': 1}, indent=0)
s = json.loads('{"a": [1, 2.0, -3e2, true, false, null, "\\u00e9\\n"], "b": {}}'), json.loads('[]'), json.loads(' 5 '), json.loads('"x"'), json.loads('NaN') != json.loads('NaN'), json.loads('-Infinity'), json.loads(b'[1]'), json.loads('{"a":1,"a":2}'), json.loads('[1.5]', parse_float=str), json.loads('{"a":1}', object_hook=lambda d: sorted(d.items())), json.loads('{"a":1,"b":2}', object_pairs_hook=list), json.loads('12', parse_int=float)
t = [attempt(f) for f in (lambda: json.loads('{'), lambda: json.loads(''), lambda: json.loads('[1,]'), lambda: json.loads("{'a':1}"), lambda: json.loads('{"a" 1}'), lambda: json.loads('[1 2]'), lambda: json.loads('"abc'), lambda: json.loads('nul'), lambda: json.loads('1 2'), lambda: json.loads('{"a":1,}'), lambda: json.loads('"\\x"'), lambda: json.loads('[\n1,\n x]'), lambda: json.dumps({1, 2}), lambda: json.dumps(object), lambda: json.dumps({(1,): 2}), lambda: json.dumps({(1,): 2, 'a': 1}, skipkeys=True), lambda: json.dumps(1j), lambda: json.dumps(float('inf'), allow_nan=False), lambda: json.loads(5), lambda: json.dumps(b'a'), lambda: json.dumps([1], default=str), lambda: json.dumps({1, 2}, default=sorted))]
class E(json.JSONEncoder):
    def default(self, o):
        return list(o) if isinstance(o, range) else super().default(o)
u = json.dumps(range(3), cls=E), attempt(lambda: json.dumps({1}, cls=E)), E(indent=1).encode([1])
try: json.loads('[1, 2')
except json.JSONDecodeError as e: v = e.msg, e.pos, e.lineno, e.colno, e.doc, isinstance(e, ValueError)
l = [1]; l.append(l)
w = attempt(lambda: json.dumps(l))
# ---
import re
def attempt(f):
    try: return f()
    except Exception as e: return type(e).__name__, str(e)
m = re.match(r'(?P<a>\d+)-(?P<b>\w+)?', '12-')
r = m.group(), m.group(1), m.group('b'), m.groups(), m.groups('d'), m.groupdict(), m.span(), m.start('a'), m.end(1), m[0], m['a'], m.lastgroup, m.lastindex, m.pos, m.string, m.re.pattern, bool(m), m.expand(r'\1:\g<a>'), m
s = re.sub(r'(\w)(\d)', r'\2\1', 'a1b2'), re.sub(r'\d', lambda m: str(int(m[0]) * 2), 'a1b22'), re.sub('a', 'b', 'aaa', count=2), re.subn('a', 'b', 'aaa'), re.sub('', '-', 'abc'), re.sub('x*', '-', 'abxd'), re.sub(r'(?i)A', 'z', 'aA'), re.sub(r'\bfoo\b', r'\g<0>!', 'foo food'), re.split(r'[,;]\s*', 'a, b;c'), re.split(r'(-)', 'a-b-c'), re.split('x', 'axbxc', maxsplit=1), re.split(r'\b', 'a b'), re.findall(r'\d+', 'a1b22'), re.findall(r'(\w)(\d)', 'a1b2'), re.findall('', 'ab'), [m.span() for m in re.finditer('a+', 'aabaa')], re.fullmatch('a+', 'aab'), re.search('b', 'abc').start(), re.escape('a.b*c [x]'), re.findall(r'(?<=\$)\d+(?!\d)', '$10 20 $30'), re.findall(r'(?x) a  # comment\n b', 'ab'), re.findall('^a', 'a\na', re.M), re.findall('a.b', 'a\nb', re.S), re.match('[^a-c]+', 'xyzabc').group(), re.match(r'(a|ab)(c|bcd)(d*)', 'abcd').groups(), re.match(r'(.*?)(\d+)', 'abc123').groups(), re.match('(a)?b', 'b').groups(), re.match(r'(\w+) \1', 'ab ab')[0]
p = re.compile(r'(?P<x>a)(b)?', re.I | re.M)
t = p.pattern, p.groups, p.groupindex, p.flags, p, p.match('AB').groups(), p.sub('z', 'abAB'), re.compile('a') == re.compile('a'), re.I, re.I | re.M, p.search('xxab', 3), p.findall('ab a', 1)
u = [attempt(f) for f in (lambda: re.compile('('), lambda: re.compile('[a'), lambda: re.compile('*a'), lambda: re.compile('a**'), lambda: re.compile(r'\1'), lambda: re.compile('(?P<1>a)'), lambda: re.sub('a', r'\2', 'a'), lambda: re.match('a', 'a').group(1), lambda: re.match('a', 'a').group('z'), lambda: re.compile('(?<=a+)b'), lambda: re.compile('a{2,1}'), lambda: re.compile(')'), lambda: re.match('a', 5), lambda: re.match('a', b'a'), lambda: re.compile('(?P<a>x)(?P<a>y)'), lambda: re.compile(r'\q'), lambda: re.compile('[z-a]'), lambda: re.compile('(?z)'), lambda: re.compile('a(?i)b'))]
# ---
import string, textwrap
from string import Template, Formatter
def attempt(f):
    try: return f()
    except Exception as e: return type(e).__name__, str(e)
t = Template('$who owes ${amount}$$ $')
r = string.ascii_lowercase, string.digits, string.hexdigits, string.octdigits, string.punctuation, string.whitespace, string.capwords('hello  wORLD x'), string.capwords('a-b', '-'), Template('$a ${b}').substitute(a=1, b=2), Template('$a $b').safe_substitute(a=1), attempt(lambda: Template('$a').substitute()), attempt(lambda: t.substitute(who='x', amount=1)), t.safe_substitute(who='w'), Template('$a').template, Template('$$x').substitute(), Template('$a').substitute({'a': 5}, a=6)
class F(Formatter):
    def get_value(self, key, args, kw): return f'<{key}>'
s = Formatter().format('{0} {a!r:>5} {}', 1, 2, a='x') if False else 0, Formatter().format('{0} {a!r:>5}', 1, a='x'), F().format('{x} {0}'), list(Formatter().parse('a{b!r:c}d{{')), F().vformat('{q}', (), {})
text = 'The quick brown fox jumps over the lazy dog. It was a sunny-day indeed.'
u = textwrap.wrap(text, 20), textwrap.fill(text, 30, initial_indent='* ', subsequent_indent='  '), textwrap.dedent('''\
    a
      b
    c
'''), textwrap.indent('a\n\nb', '> '), textwrap.shorten(text, 25), textwrap.shorten(text, 25, placeholder='...'), textwrap.wrap('averyveryverylongword x', 8), textwrap.wrap('a b', 5, break_long_words=False), textwrap.wrap(''), textwrap.indent('a\nb', '-', lambda l: 'b' in l), textwrap.wrap(text, 20, max_lines=2)
# ---
from collections.abc import Callable, Sequence
import threading, types
texts = [repr(a) for a in (Callable[[int, str], bool], Callable[..., int], Callable[[], None], Callable[[Sequence[int]], 'x'])]
alias = Callable[[int], str]
parts = alias.__args__, alias.__origin__ is Callable, alias == Callable[[int], str], alias == Callable[[str], str]
unions = repr(alias | None), repr(int | alias)
def attempt(f):
    try: return f()
    except TypeError as error: return str(error)
refused = attempt(lambda: Callable[int]), attempt(lambda: Callable[int, str])
class Pair:
    def __init__(self, cls, key): self.cls, self.key = cls, key
class Held:
    __class_getitem__ = classmethod(Pair)
held = Held[3].key, Held[3].cls is Held
class Named(Callable[[int], str]):
    def __call__(self, x): return f'<{x}>'
called = Named()(4), isinstance(Named(), Callable), Named.__mro__[1] is Callable
local = threading.local()
local.on = True
with threading.Lock(): locked = getattr(local, 'on', False), getattr(local, 'off', 0)
kinds = [issubclass(t, type) for t in (types.FrameType, types.CellType, types.TracebackType)], isinstance(len, types.CoroutineType)
