# ---
def err(f):
    try: return f()
    except Exception as e: return type(e).__name__, str(e)
class N:
    __bool__ = __len__ = __eq__ = __add__ = __radd__ = __iter__ = __contains__ = __reversed__ = __hash__ = __index__ = __call__ = __getitem__ = __enter__ = __exit__ = __lt__ = __neg__ = __int__ = __float__ = __next__ = __round__ = __abs__ = __iadd__ = __setitem__ = __delitem__ = __format__ = __divmod__ = __missing__ = __str__ = __complex__ = __pow__ = None
class B(N): __repr__ = None
n = N()
a = err(lambda: bool(n))
b = err(lambda: len(n))
c = err(lambda: n == 1)
d = err(lambda: n + 1)
e = err(lambda: 1 + n)
f = err(lambda: iter(n))
g = err(lambda: 1 in n)
h = err(lambda: reversed(n))
i = err(lambda: hash(n))
j = err(lambda: [1][n])
k = err(lambda: n())
l = err(lambda: n[0])
m = err(lambda: n < 1)
o = err(lambda: -n)
p = err(lambda: int(n))
q = err(lambda: float(n))
r = err(lambda: next(n))
s = err(lambda: round(n))
t = err(lambda: abs(n))
u = err(lambda: n.__setitem__(1, 2))
v = err(lambda: format(n))
w = err(lambda: divmod(n, 1))
x = err(lambda: str(n))
y = err(lambda: complex(n))
z = err(lambda: n ** 2)
def fa():
    n[1] = 2
def fb():
    del n[1]
def fc():
    with n: pass
def fd():
    q = n
    q += 1
def fe():
    for z in n: pass
def ff():
    a, b = n
def fg(): [*n]
def fh(): n != 1
def fi(): 1 == n
aa = [err(t) for t in (fa, fb, fc, fd, fe, ff, fg, fh, fi)]
ab = err(lambda: repr(B()))
ac = err(lambda: n > 1)
ad = err(lambda: 1 < n)
ae = err(lambda: range(n))
af = err(lambda: f'{n}')
ag = err(lambda: sorted([n, n]))
ah = err(lambda: n == n)
ai = err(lambda: [n] == [n]), err(lambda: n in [n]), err(lambda: not n), err(lambda: n and 1)
aj = err(lambda: max(n, n))
ha = hash(1j), hash(1+2j), hash(-1-2j), hash(1.5+0j), hash(2j*10**18)
# ---
from enum import Enum, FlagBoundary, STRICT, KEEP
class W(Enum):
    _ignore_ = 'tmp i'
    A = 1
    for i in range(3): vars()[f'X{i}'] = i + 10
    tmp = 5
a = list(W), hasattr(W, 'tmp'), hasattr(W, 'i'), hasattr(W, '_ignore_')
b = FlagBoundary.STRICT, list(FlagBoundary), STRICT == 'strict', isinstance(KEEP, str)
def err(f):
    try: return f()
    except Exception as e: return type(e).__name__, str(e)
def bad():
    class Q(Enum):
        A = 1
        _ignore_ = ['A']
c = err(bad)
from dataclasses import dataclass, fields, InitVar
d = InitVar[int], InitVar, InitVar[list[int]], InitVar[int | None], InitVar['X']
from typing import List
e = InitVar[List[int]]
@dataclass
class Z:
    a: InitVar[int]
    b: InitVar['str'] = 'q'
    c: 'InitVar[int]' = 3
    d: InitVar = 9
    def __post_init__(self, a, b, c, d): self.t = a, b, c, d
f = Z(1).t, Z.__annotations__, vars(Z(2))
g = [x.name for x in fields(Z)]
import string
class P(string.Template):
    delimiter = '%'
class PP(string.Template):
    delimiter = '@@'
h = P('%a $b %% %{c}').substitute(a=1, c=2), P('%x %').safe_substitute(), err(lambda: P('a % b').substitute()), P.delimiter, string.Template.delimiter, PP('@@a @@@@ @@{b} @').substitute(a=1, b=2)
class S:
    __slots__ = ('a', '__p')
i = S.a.__name__, type(S.a).__name__, hasattr(S.a, '__set__'), hasattr(S.a, '__objclass__'), hasattr(S.a, 'nope')
j = hasattr(1, '__module__'), hasattr(ValueError(), '__module__'), hasattr(int, '__module__'), hasattr(print, '__module__'), hasattr(S(), '__module__')
k = err(lambda: (5).__module__), S().__module__
class L(list): pass
l = L().__module__, hasattr([], '__module__')
# ---
def outcome(f):
    try: return f()
    except ImportError as e: return type(e).__name__, e.name
def one():
    from math import nope
def two():
    from collections import nope
def three():
    from itertools import pairwise, nope
def four():
    import math
    return math.nope
a = [outcome(f) for f in (one, two, three)]
try: from collections import Mapping
except ImportError: from collections.abc import Mapping
b = Mapping
try: four()
except AttributeError as e: c = str(e)
# ---
import io, json, copy, re, inspect
b = io.StringIO()
json.dump({'a': 1}, b, indent=1)
r1 = b.getvalue(), json.load(io.StringIO('{"z": [1]}'))
class Reader:
    def read(self): return '[1, {"a": 2}]'
r2 = json.load(Reader()), json.load(Reader(), object_hook=lambda d: 5)
try: json.dump(object(), b)
except TypeError as e: r3 = str(e)
class Writer:
    def __init__(self): self.parts = []
    def write(self, text): self.parts.append(text)
w = Writer()
json.dump([1, 2], w)
r4 = w.parts
memo = {}
r5 = copy.deepcopy([1], memo)
r6 = len(memo)
r7 = re.compile('a').groupindex, re.compile('(?P<a>x)').groupindex
def f(a, b: int = 2, *args: float, c: 'x' = 1) -> str: pass
r8 = inspect.getfullargspec(f)
# ---
import random
def maybe():
    if random.random() < 2: raise KeyError('k', 5)
    raise OSError(2, 'text')
try: maybe()
except KeyError as e: r1 = e.args[1]
try: random.choice([])
except IndexError as e: r2 = len(e.args)
done = 0
try: {}[random.random()]
except KeyError as e:
    part = e.args[0]
    done = 1
# ---
import re, itertools, operator, functools, io
def err(f):
    try: return f()
    except Exception as e: return type(e).__name__, str(e)
r1 = type([].append).__name__, type('a'.upper), type(len), type(int.__add__).__name__, type((1).__add__).__name__, type(str.upper).__name__, type(dict.fromkeys).__name__, type(object().__init__).__name__, type(int.real).__name__, type(lambda: 0).__name__, type(str.__dict__['upper']).__name__, type(object.__init__).__name__, type(print).__name__, type(str.join).__name__, type(list.append).__name__, type(itertools.chain).__name__
m = re.match('a', 'a')
r2 = [err(lambda: list(m)), err(lambda: 1 in m), err(lambda: [*m]), err(lambda: f(*m)), err(lambda: dict(m)), err(lambda: tuple(m)), err(lambda: ''.join(m)), err(lambda: max(m)), err(lambda: sum(m)), err(lambda: sorted(m)), err(lambda: reversed(m))]
r3 = [err(lambda: list[int][0]), err(lambda: list[int].foo), err(lambda: dict[str, int][str]), err(lambda: tuple[int].bar), err(lambda: list['T'][int])]
class S(str): pass
class I(int): pass
class F(float): pass
r4 = [err(lambda: f'{S("a"):d}'), err(lambda: f'{I(1):s}'), err(lambda: f'{F(1):d}'), err(lambda: format(True, 's')), err(lambda: f'{I(1):.2d}'), err(lambda: f'{I(1):zz}'), err(lambda: f'{F(1):qq}'), err(lambda: f'{S("a"):=5}'), err(lambda: f'{S("a"):+}')]
r5 = [err(lambda: itertools.count()[0]), err(lambda: itertools.repeat(1) + 1), err(lambda: len(itertools.cycle('a'))), err(lambda: operator.itemgetter(1)[0]), err(lambda: functools.partial(int)[0]), err(lambda: io.BytesIO()[0]), err(lambda: len(io.StringIO())), err(lambda: -zip()), err(lambda: -map(str, [])), err(lambda: -iter({})), err(lambda: -{}.items()), err(lambda: -(i for i in [])), err(lambda: -re.compile('a')), err(lambda: -str.upper), err(lambda: -'a'.upper), err(lambda: -int.__add__), err(lambda: -(1).__add__), err(lambda: -len), err(lambda: -m), err(lambda: -int.real), err(lambda: -type(m))]
def cnt():
    from collections import Counter, ChainMap, UserDict, namedtuple, defaultdict, OrderedDict, deque
    return [err(lambda: -Counter()), err(lambda: -ChainMap()), err(lambda: +defaultdict()), err(lambda: +OrderedDict()), err(lambda: +deque()), err(lambda: deque()()), err(lambda: UserDict()['q']), err(lambda: {}[1]), err(lambda: OrderedDict()[1])]
r6 = cnt()
r7 = [].append.__self__, 'a'.upper.__name__, str.upper.__qualname__, [].append.__qualname__, (1).__add__.__name__
l = []
r8 = l.append == l.append, hash(l.append) == hash(l.append), l.append == [].append, isinstance(l.append, type(len)), callable(str.upper)
# ---
from collections import OrderedDict, deque
from decimal import Decimal
from fractions import Fraction
def err(f):
    try: return f()
    except Exception as e: return type(e).__name__, str(e)
class D: pass
od = OrderedDict(a=1, b=2)
r1 = od.keys(), od.values(), od.items(), type(od.keys()).__name__, od.keys() & {'a'}, od.keys() == {'a', 'b'}, OrderedDict().items(), {'z': 0} | od
d = deque([1, 2])
r2 = [err(lambda: d + [1]), err(lambda: d + 1), err(lambda: d['a']), err(lambda: d[None]), d <= deque([1, 2]), d < deque([2]), d >= deque(), 2 * d, err(lambda: {**d}), err(lambda: {**Decimal(1)})]
d *= 2
r3 = d
r4 = [err(lambda: '%(a)s' % x) for x in ({1}, 5, Decimal(1), Fraction(1, 2), deque(), D(), 'a', (1,), None, int, [1], b'a')]
r5 = [err(lambda: '%%' % x) for x in ({1}, 5, Decimal(1), deque(), D(), 'a', (1,), (), {}, [1], None)]
def f(*a): return a
r6 = [err(lambda: f(*x)) for x in (5, None, Decimal(1), int, D(), 1.5)], [err(lambda: [*x]) for x in (5, int, Decimal(1), D())]
r7 = [err(lambda: str.upper()), err(lambda: str.upper(5)), err(lambda: str.zfill()), err(lambda: str.zfill(5)), err(lambda: str.__len__()), err(lambda: str.__len__(5)), err(lambda: (1).__add__()), err(lambda: (1).__add__(1, 2)), err(lambda: int.__radd__(1)), err(lambda: str.split()), err(lambda: list.append([])), err(lambda: list.append(5, 1)), err(lambda: dict.get({})), err(lambda: str.join(',')), err(lambda: 'a'.__len__(1))]
r8 = [err(lambda: '{0.x}'.format(int)), err(lambda: '{0.x}'.format(5)), err(lambda: '{:F.X}'.format(5)), err(lambda: '{:.}'.format(5)), err(lambda: '{:5.}'.format(1.5)), err(lambda: b'a'.center(5, '*')), err(lambda: b'a'.center(5, b'*')), err(lambda: b'a'.ljust(5, 3))]
r9 = type(iter('ab')).__name__, type(iter('é')).__name__, type(reversed('ab')).__name__
fs = [(lambda: 0).__qualname__ for _ in range(1)], [g.__qualname__ for g in {(lambda: 0) for _ in 'a'}], [lambda: 0 for _ in 'a'][0].__qualname__
def outer(): return [lambda: 0 for _ in 'a'][0].__qualname__, (x for x in 'a').__qualname__, [(y for y in 'a') for x in 'a'][0].__qualname__
r10 = outer()
class M(type):
    def __instancecheck__(cls, x): return x == 'yes'
class C(metaclass=M): pass
r11 = isinstance(C(), C), isinstance('yes', C), isinstance('no', C)
# ---
from enum import Enum, Flag, IntFlag, IntEnum, StrEnum
class F(Flag):
    X = 1
    Y = 2
class E(Enum):
    A = 1
class I(IntEnum):
    A = 5
class IF(IntFlag):
    A = 1
    B = 2
a = hash(F.X)
b = hash(F.X | F.Y)
c = hash(E.A)
d = hash(I.A), hash(IF.A | IF.B)
e = hash(F(0))
s = {F.X, F.Y}
f = list({F.X, F.Y, F.X | F.Y})
def err(f):
    try: return f()
    except Exception as e: return type(e).__name__, str(e)
g = err(lambda: issubclass(5, ())), err(lambda: issubclass(5, int)), err(lambda: issubclass(5, (int,))), err(lambda: issubclass(5, list[int])), err(lambda: issubclass(int, 5)), err(lambda: issubclass(5, 5)), err(lambda: issubclass(5, int | str)), err(lambda: issubclass(int, (5, int))), err(lambda: issubclass(int, (int, 5)))
h = (F.X | F.Y) is (F.X | F.Y), F(3) is F(3), F(0) is F(0), (IF.A | IF.B) is IF(3), {F.X | F.Y: 1}[F(3)], {F(0): 2}[F.X & F.Y], F.X in {F.X}, len({F.X, F.Y, F(1), F(3), F.X | F.Y, F(0)}), ~F.X is F.Y
i = {1: 2}.keys() <= {1, 'a'}, {'a', 'b'} <= {'a': 1, 'b': 2}.keys(), {'a': 1}.keys() & {'a', 'b'}, {'a': 1, 'b': 2}.keys() == {'a', 'b'}
# ---
import copy, datetime as dt, decimal, fractions, collections, uuid, pathlib, enum, functools, types, dataclasses
class E(enum.Enum):
    A = 1
d = dt.date(2020, 1, 2); t = dt.datetime(2020, 1, 2, 3); td = dt.timedelta(days=1); tm = dt.time(1, 2); tz = dt.timezone(dt.timedelta(hours=2))
def err(f):
    try: return f()
    except Exception as e: return type(e).__name__, str(e)
for_ = list((d, t, td, tm, tz, decimal.Decimal('1.5'), fractions.Fraction(1, 3), collections.deque([1, [2]], maxlen=3), collections.OrderedDict(a=[1]), collections.Counter('aab'), collections.defaultdict(list, a=[1]), collections.ChainMap({'a': 1}), uuid.UUID(int=5), pathlib.PurePosixPath('a/b'), E.A, types.SimpleNamespace(a=[1]), collections.UserDict({'a': [1]}), collections.UserList([1]), range(3), slice(1, 2), 1j, b'a', bytearray(b'a'), frozenset([1]), len, int, E, list[int], int | str, NotImplemented, ...))
a = [err(lambda: repr(copy.copy(x))) for x in for_]
b = [err(lambda: repr(copy.deepcopy(x))) for x in for_]
c = [err(lambda: copy.deepcopy([x]) == [x]) for x in for_]
@dataclasses.dataclass
class P:
    d: dt.date
    x: decimal.Decimal = decimal.Decimal('1')
    l: list = dataclasses.field(default_factory=list)
e = dataclasses.asdict(P(d, l=[t, E.A])), dataclasses.astuple(P(d)), copy.deepcopy(P(d)), dataclasses.replace(P(d), x=1), copy.copy(P(d))
f = [err(lambda: functools.partial('a')), err(lambda: functools.partial()), err(lambda: functools.partial(5, 1))]
g = copy.deepcopy({'d': d, 'n': {t: [td]}}), copy.deepcopy((d, [1])), copy.copy(d) == d, copy.deepcopy(d) is d
# ---
import math, cmath, operator, json, re, os.path, copy, functools
def err(f):
    try: return f()
    except Exception as e: return type(e).__name__, str(e)
r1 = [err(lambda: math.sqrt()), err(lambda: math.sqrt(1, 2)), err(lambda: math.floor()), err(lambda: math.factorial(1, 2)), err(lambda: cmath.sqrt()), err(lambda: operator.neg()), err(lambda: math.sqrt(x=1))]
r2 = [err(lambda: json.loads()), err(lambda: json.loads('1', 2)), err(lambda: json.dumps(1, 2)), err(lambda: re.findall('a')), err(lambda: re.sub('a', 'b')), err(lambda: re.match()), err(lambda: os.path.split('a', 'b')), err(lambda: os.path.normpath()), err(lambda: copy.copy(1, 2)), err(lambda: copy.deepcopy()), err(lambda: copy.deepcopy(1, 'a')), err(lambda: re.escape(text='a'))]
