class Point:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
    def __repr__(self): return f'P({self.x}, {self.y})'
def f(p):
    match p:
        case Point(0, 0): return 'origin'
        case Point(0, y=yy): return 'y', yy
        case Point(x, 0): return 'x', x
        case Point(x, y) if x == y: return 'diag', x
        case Point(x=int(), y=str() as s): return 'mixed', s
        case Point(): return 'other', p
        case _: return None
r = [f(Point(*a)) for a in [(0, 0), (0, 5), (3, 0), (4, 4), (1, 'q'), (1.5, 2)]] + [f(3), f(None)]
# ---
def kind(v):
    match v:
        case True: return 'true'
        case False: return 'false'
        case None: return 'none'
        case 0: return 'zero'
        case 1 | 2 | 3 as n: return 'small', n
        case -1: return 'minus'
        case 1.5: return 'float'
        case 2+3j: return 'complex'
        case 'a' | 'b': return 'letter'
        case b'x': return 'bytes'
        case str(s): return 'str', s
        case bytes(b): return 'b', b
        case int(i): return 'int', i
        case float(f): return 'float', f
        case [] | (): return 'empty'
        case [x]: return 'one', x
        case [x, *_, y]: return 'ends', x, y
        case {}: return 'dict', v
        case set(s): return 'set', sorted(s)
    return 'nothing'
r = [kind(v) for v in (True, False, None, 0, 1, 2.0, -1, 1.5, 2+3j, 'a', b'x', 'hello', b'yy', 99, 3.25, [], (), [9], (1, 2, 3), {}, {'k': 1}, {3, 1}, frozenset(), range(3), range(1), iter([]), object, 0.0, 1 == 1)]
# ---
def m(d):
    match d:
        case {'type': 'conv', 'filters': int(f), **rest}: return 'conv', f, rest
        case {'type': 'dense', 'units': (1 | 2 | 3) as u}: return 'dense', u
        case {'type': str(t), 'args': [first, *others]}: return t, first, others
        case {'a': {'b': {'c': deep}}}: return deep
        case {1: x, None: y}: return x, y
        case {**everything}: return sorted(map(str, everything))
r = [m(d) for d in ({'type': 'conv', 'filters': 3, 'k': 5}, {'type': 'dense', 'units': 2}, {'type': 'dense', 'units': 7}, {'type': 'q', 'args': (1, 2, 3)}, {'a': {'b': {'c': [1]}}}, {1: 'one', None: 'none'}, {}, 4)]
# ---
from collections import defaultdict, OrderedDict, Counter, deque, namedtuple, ChainMap, UserDict, UserList
import collections.abc
d = defaultdict(list)
match d:
    case {'missing': x}: r1 = 'matched', x
    case {**rest}: r1 = 'no', rest, len(d)
class M(dict):
    def __missing__(self, k): return k * 2
match M():
    case {'a': v}: r2 = v
    case _: r2 = 'not'
match deque([1, 2]):
    case [a, b]: r3 = a, b
    case _: r3 = None
N = namedtuple('N', 'a b')
match N(1, 2):
    case N(a=1, b=z): r4 = z
match N(1, 2):
    case (p, q): r5 = p, q
match N(3, 4):
    case N(p, q): r6 = p, q
match Counter('aab'):
    case {'a': 2, **o}: r7 = o
match UserList([1, 2, 3]):
    case [a, *rest]: r8 = a, rest, type(rest).__name__
    case _: r8 = 'no'
match UserDict(a=1):
    case {'a': q}: r9 = q
    case _: r9 = 'no'
match ChainMap({'a': 1}, {'b': 2}):
    case {'a': a, 'b': b}: r10 = a, b
    case _: r10 = 'no'
class S(collections.abc.Sequence):
    def __getitem__(self, i): return 'xyz'[i]
    def __len__(self): return 3
match S():
    case ['x', *m, 'z']: r11 = m
    case _: r11 = 'no'
class Q:
    def __getitem__(self, i): return 'xyz'[i]
    def __len__(self): return 3
match Q():
    case ['x', *_]: r12 = 'yes'
    case _: r12 = 'no'
match OrderedDict(a=1, b=2):
    case {'a': _, **rest}: r13 = rest, type(rest).__name__
match 'abc':
    case [*_]: r14 = 'seq'
    case _: r14 = 'str'
match b'abc', bytearray(b'x'):
    case [*_], _: r15 = 'seq'
    case _, [*_]: r15 = 'seq2'
    case _: r15 = 'no'
# ---
from enum import Enum
class Color(Enum):
    RED = 1
    GREEN = 2
    def describe(self):
        match self:
            case Color.RED: return 'red!'
            case self.GREEN: return 'green!'
class K: LIMIT = 10
def g(v):
    match v:
        case K.LIMIT: return 'limit'
        case Color.RED | Color.GREEN: return v.describe()
        case Color(): return 'color'
        case (Color.RED, n) | (n, Color.RED): return 'pair', n
r = g(10), g(Color.RED), g(Color.GREEN), g((Color.RED, 5)), g((6, Color.RED)), g((7, 7))
# ---
log = []
class L:
    def __eq__(self, o):
        log.append(('eq', o)); return False
    @property
    def a(self): log.append('a'); return 1
    @property
    def b(self): log.append('b'); return 2
match L():
    case 5: pass
    case L(a=2, b=3): log.append('no')
    case L(a=1, b=x): log.append(x)
def guard(n): log.append(('guard', n)); return n > 1
match [1, 2]:
    case [x, y] if guard(x): log.append('first')
    case [x, y] if guard(y): log.append('second')
# ---
x = 'before'
match (1, 2):
    case (x, 3): pass
    case _: pass
y = x
match 5:
    case z if z > 10: pass
w = z
match {'k': [1, {'n': (2, 3)}]}:
    case {'k': [one, {'n': [two, three]}]}: r = one, two, three
match [[1, 2], [3, [4, 5]]]:
    case [[a, b], [c, [*d]]]: s = a, b, c, d
match 1, 2, 3:
    case a, *b: t = a, b
match (v := 5):
    case int() as q: u = v, q
# ---
def attempt(f):
    try: return f()
    except Exception as e: return type(e).__name__, str(e)
class A:
    __match_args__ = ('x',)
    x = 1
class B:
    x = 1
class C:
    __match_args__ = ['x']
class D:
    __match_args__ = (1,)
def a():
    match A():
        case A(1, 2): return 'two'
def b():
    match B():
        case B(1): return 'one'
def c():
    match C():
        case C(1): return 'one'
def d():
    match D():
        case D(1): return 'one'
def e():
    match A():
        case A(1, x=1): return 'twice'
def f():
    nope = 3
    match 3:
        case nope(): return 'x'
def g():
    match 3:
        case int(1, 2): return 'x'
def h():
    match A():
        case A(y=1): return 'y'
        case A(x=1): return 'x'
def i():
    match 'x':
        case str(x, y): pass
r = [attempt(f) for f in (a, b, c, d, e, f, g, h, i)]
# ---
from dataclasses import dataclass, field
@dataclass
class Num: v: int
@dataclass
class Add:
    l: object
    r: object
@dataclass
class Mul:
    l: object
    r: object
@dataclass
class Neg: e: object
def simp(e):
    match e:
        case Add(Num(a), Num(b)): return Num(a + b)
        case Add(Num(0), x) | Add(x, Num(0)): return simp(x)
        case Mul(Num(1), x) | Mul(x, Num(1)): return simp(x)
        case Mul(Num(0), _) | Mul(_, Num(0)): return Num(0)
        case Add(l, r): 
            n = Add(simp(l), simp(r))
            return n if n == e else simp(n)
        case Mul(l=l, r=r): 
            n = Mul(simp(l), simp(r))
            return n if n == e else simp(n)
        case Neg(Neg(x)): return simp(x)
        case _: return e
r = simp(Add(Mul(Num(1), Num(5)), Mul(Num(0), Neg(Num(3))))), simp(Neg(Neg(Add(Num(2), Num(3))))), Add.__match_args__
# ---
def parse(tokens):
    match tokens:
        case []: return 0
        case ['push', int(n) | float(n), *rest]: return n + parse(rest)
        case ['pop' | 'drop', *rest]: return -1 + parse(rest)
        case [('go' | 'walk') as verb, ('north' | 'south') as way, *rest]: return (verb, way, parse(rest))
        case [first, *_] if isinstance(first, str): raise ValueError(f'unknown {first!r}')
        case [*all]: return all
r = parse(['push', 3, 'push', 2.5, 'pop']), parse(['walk', 'south']), parse([1, 2])
try:
    parse(['jump'])
except ValueError as e:
    s = str(e)
# ---
def f(command):
    match command.split():
        case ["quit"]: return "q"
        case ["get", obj]: return obj
        case ["drop", *objects]: return objects
        case ["go", ("n" | "s" | "e" | "w") as d]: return d.upper()
        case [a, b, c]: return a + b + c
        case _: return f"? {command!r}"
r = [f(c) for c in ("quit", "get key", "drop a b c", "drop", "go n", "go x y", "go up now please")]
n = 0
for item in [1, 'a', (2, 3), [4], {'x': 5}, None]:
    match item:
        case int(i): n += i
        case str(): continue
        case (i, j): n += i * j
        case [i]: n += i
        case {'x': i}: n += i
        case None: break
# ---
class Meta(type):
    def __instancecheck__(cls, obj): return isinstance(obj, int) and obj % 2 == 0
class Even(metaclass=Meta): pass
def f(x):
    match x:
        case Even(): return 'even'
        case _: return 'odd'
r = [f(i) for i in range(4)]
class P:
    def __init__(self): self.hits = 0
    def __getattr__(self, n):
        if n == 'dyn': return 42
        raise AttributeError(n)
match P():
    case P(nope=_): s = 'nope'
    case P(dyn=v, hits=0): s = v
import types
match types.SimpleNamespace(a=1, b=[2]):
    case types.SimpleNamespace(a=a, b=[b]): t = a, b
match 3:
    case bool(): u = 'bool'
    case int(real=rr): u = 'int', rr
match True:
    case int(n): w = n
