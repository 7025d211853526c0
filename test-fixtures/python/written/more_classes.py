class Shape:
    registry = []
    def __init_subclass__(cls, /, sides=0, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.sides = sides
        Shape.registry.append(cls)
    @classmethod
    def create(cls, name):
        for c in cls.registry:
            if c.__name__ == name:
                return c()
        raise LookupError(name)
    def __str__(self): return f'{type(self).__name__}({self.sides})'
class Tri(Shape, sides=3): pass
class Sq(Shape, sides=4): pass
r = [str(Shape.create(n)) for n in ('Tri', 'Sq')], len(Shape.registry)
try:
    Shape.create('Hex')
except LookupError as e:
    s = repr(e)
# ---
class Ordered(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        return {'prepared': name}
    def __new__(mcs, name, bases, ns, **kw):
        cls = super().__new__(mcs, name, bases, dict(ns))
        cls.order = [k for k in ns if not k.startswith('__')]
        return cls
    def __init__(cls, name, bases, ns, flag=False):
        super().__init__(name, bases, ns)
        cls.flag = flag
class A(metaclass=Ordered, flag=True):
    z = 1
    y = 2
    def m(self): pass
r = A.order, A.flag, type(A).__name__, A.prepared
# ---
class Singleton(type):
    _all = {}
    def __call__(cls, *args, **kwargs):
        if cls not in cls._all:
            cls._all[cls] = super().__call__(*args, **kwargs)
        return cls._all[cls]
class DB(metaclass=Singleton):
    def __init__(self, url='x'): self.url = url
class Cache(metaclass=Singleton): pass
r = DB('a') is DB('b'), DB().url, Cache() is Cache(), Cache() is DB()
# ---
class Money:
    def __init__(self, amount, cur='EUR'): self.amount, self.cur = amount, cur
    def _check(self, o):
        if self.cur != o.cur:
            raise ValueError(f'{self.cur} vs {o.cur}')
    def __add__(self, o):
        if not isinstance(o, Money):
            return NotImplemented
        self._check(o)
        return Money(self.amount + o.amount, self.cur)
    __radd__ = lambda self, o: self if o == 0 else NotImplemented
    def __sub__(self, o): return self + -o
    def __neg__(self): return Money(-self.amount, self.cur)
    def __mul__(self, k): return Money(self.amount * k, self.cur)
    __rmul__ = __mul__
    def __truediv__(self, k): return Money(self.amount / k, self.cur)
    def __floordiv__(self, k): return Money(self.amount // k, self.cur)
    def __mod__(self, k): return Money(self.amount % k, self.cur)
    def __pow__(self, k): return Money(self.amount ** k, self.cur)
    def __divmod__(self, k): return self // k, self % k
    def __eq__(self, o): return isinstance(o, Money) and (self.amount, self.cur) == (o.amount, o.cur)
    def __lt__(self, o): return self.amount < o.amount
    def __le__(self, o): return self.amount <= o.amount
    def __hash__(self): return hash((self.amount, self.cur))
    def __bool__(self): return self.amount != 0
    def __abs__(self): return Money(abs(self.amount), self.cur)
    def __round__(self, n=0): return Money(round(self.amount, n), self.cur)
    def __int__(self): return int(self.amount)
    def __float__(self): return float(self.amount)
    def __repr__(self): return f'{self.amount}{self.cur}'
a, b = Money(5), Money(3)
r = a + b, a - b, 2 * a, a * 2, a / 2, a // 2, a % 3, a ** 2, divmod(a, 2), sum([a, b]), abs(-a), round(Money(2.567), 1), int(a), float(b), bool(Money(0)), sorted([a, b]), max(a, b), a > b, a >= b, {a: 1}[Money(5)], len({a, Money(5), b}), -a
try:
    a + Money(1, 'USD')
except ValueError as e:
    s = str(e)
try:
    a + 1
except TypeError as e:
    t = str(e)
# ---
class Stack:
    def __init__(self, items=()): self._items = list(items)
    def push(self, x):
        self._items.append(x)
        return self
    def pop(self):
        if not self._items:
            raise IndexError('empty')
        return self._items.pop()
    def __len__(self): return len(self._items)
    def __iter__(self): return reversed(self._items)
    def __contains__(self, x): return x in self._items
    def __getitem__(self, i):
        if isinstance(i, slice):
            return Stack(self._items[i])
        return self._items[i]
    def __setitem__(self, i, v): self._items[i] = v
    def __delitem__(self, i): del self._items[i]
    def __reversed__(self): return iter(self._items)
    def __eq__(self, o): return self._items == o._items if isinstance(o, Stack) else NotImplemented
    def __repr__(self): return f'Stack({self._items})'
    def __copy__(self): return Stack(self._items)
    def __enter__(self): return self
    def __exit__(self, *exc):
        self._items.clear()
        return False
s = Stack([1, 2]).push(3).push(4)
r = list(s), len(s), 3 in s, s[0], s[1:3], list(reversed(s)), s == Stack([1, 2, 3, 4]), s != Stack(), s == [1], bool(Stack()), [*s][0], s.pop()
s[0] = 'x'
del s[1]
t = s, tuple(s), sorted(map(str, s))
with Stack([1]) as u:
    n = len(u)
v = len(u)
# ---
class Base:
    def __init__(self, *args, **kwargs):
        self.log = ['Base']
        super().__init__(*args, **kwargs)
class MixA:
    def __init__(self, a=None, **kw):
        self.a = a
        super().__init__(**kw)
class MixB:
    def __init__(self, b=None, **kw):
        self.b = b
        super().__init__(**kw)
class Final(Base, MixA, MixB):
    def __init__(self, **kw):
        super().__init__(**kw)
        self.log.append('Final')
f = Final(a=1, b=2)
r = f.a, f.b, f.log, [c.__name__ for c in Final.__mro__]
try:
    Final(c=3)
except TypeError as e:
    s = str(e)
# ---
class A:
    def who(self): return 'A'
class B(A):
    def who(self): return 'B>' + super().who()
class C(A):
    def who(self): return 'C>' + super().who()
class D(B, C):
    def who(self): return 'D>' + super().who()
    @classmethod
    def make(cls): return super().__new__(cls)
    @staticmethod
    def stat(): return __class__.__name__
r = D().who(), super(B, D()).who(), type(D.make()).__name__, D.stat(), super(D, D).who(D()), D.__mro__[2].__name__
# ---
class Typed:
    def __init__(self, kind): self.kind = kind
    def __set_name__(self, owner, name): self.name = '_' + name
    def __get__(self, obj, owner=None):
        return self if obj is None else getattr(obj, self.name, None)
    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f'{self.name[1:]} must be {self.kind.__name__}, not {type(value).__name__}')
        setattr(obj, self.name, value)
    def __delete__(self, obj): delattr(obj, self.name)
class P:
    name = Typed(str)
    age = Typed(int)
    def __init__(self, name, age): self.name, self.age = name, age
p = P('Ann', 30)
r = p.name, p.age, p.__dict__, isinstance(P.name, Typed)
try:
    p.age = 'old'
except TypeError as e:
    s = str(e)
del p.age
t = p.age, vars(p)
# ---
class Proxy:
    def __init__(self, target): object.__setattr__(self, '_target', target)
    def __getattr__(self, name): return getattr(self._target, name)
    def __setattr__(self, name, value): setattr(self._target, name, value)
    def __delattr__(self, name): delattr(self._target, name)
    def __len__(self): return len(self._target.items)
    def __call__(self, *a): return ('called', a)
class T:
    def __init__(self): self.items = [1, 2]
    def hello(self, n): return 'hi ' + n
t = T()
p = Proxy(t)
p.extra = 5
r = p.hello('x'), p.items, t.extra, len(p), p(1, 2), 'extra' in t.__dict__, callable(p), callable(t)
del p.extra
s = hasattr(t, 'extra'), hasattr(p, 'nope')
# ---
class Temp:
    def __init__(self, c): self.c = c
    f = property(lambda s: s.c * 1.8 + 32, lambda s, v: setattr(s, 'c', (v - 32) / 1.8), doc='Fahrenheit')
class Sub(Temp):
    @Temp.f.getter
    def f(self): return round(super().f)
t = Sub(36.6)
r = t.f, Temp(0).f, Temp.f.__doc__
t2 = Temp(1)
t2.f = 212
s = t2.c
# ---
class Counter:
    instances = 0
    names = []
    def __new__(cls, *a, **k):
        cls.instances += 1
        return super().__new__(cls)
    def __init__(self, name):
        self.names.append(name)
        self.names2 = [name]
a, b = Counter('a'), Counter('b')
class Sub(Counter): pass
c = Sub('c')
r = Counter.instances, Sub.instances, Counter.names, a.names is c.names, b.names2
# ---
class Tree:
    def __init__(self, value, *children): self.value, self.children = value, children
    def __iter__(self):
        yield self
        for c in self.children:
            yield from c
    def map(self, f): return Tree(f(self.value), *[c.map(f) for c in self.children])
    def __repr__(self): return f'{self.value}' + (f'({", ".join(map(repr, self.children))})' if self.children else '')
    def depth(self): return 1 + max([c.depth() for c in self.children], default=0)
    def __eq__(self, o): return self.value == o.value and self.children == o.children
t = Tree(1, Tree(2, Tree(4)), Tree(3))
r = t, t.map(lambda v: v * 10), [n.value for n in t], t.depth(), sum(n.value for n in t), t == t.map(lambda v: v), t.map(str)
# ---
def singleton(cls):
    inst = {}
    def get(*a, **k):
        if cls not in inst:
            inst[cls] = cls(*a, **k)
        return inst[cls]
    return get
def add_repr(cls):
    cls.__repr__ = lambda self: f'{cls.__name__}({", ".join(f"{k}={v!r}" for k, v in vars(self).items())})'
    return cls
@singleton
class S:
    def __init__(self): self.n = 0
S().n += 1
@add_repr
class R:
    def __init__(self, **kw): self.__dict__.update(kw)
r = S().n, S() is S(), R(a=1, b='x'), vars(R(q=2))
# ---
class E1(Exception): pass
class E2(E1):
    def __init__(self, msg, *, code=0):
        super().__init__(msg)
        self.code = code
class E3(E2, KeyError): pass
out = []
for exc in (E1('a'), E2('b', code=5), E3('c', code=7), ValueError()):
    try:
        raise exc
    except E3 as e:
        out.append(('E3', e.code, str(e)))
    except E2 as e:
        out.append(('E2', e.code, e.args))
    except (E1, ValueError) as e:
        out.append((type(e).__name__, str(e), repr(e)))
r = out, issubclass(E3, LookupError), E3.__mro__[1].__name__
# ---
class Vec(tuple):
    def __new__(cls, *xs): return super().__new__(cls, xs)
    def __add__(self, o): return Vec(*(a + b for a, b in zip(self, o)))
    def __repr__(self): return 'Vec' + super().__repr__()
    @property
    def norm2(self): return sum(x * x for x in self)
v = Vec(1, 2)
r = v + Vec(3, 4), v.norm2, v == (1, 2), v[0], len(v), {v: 'k'}[(1, 2)], isinstance(v, tuple), v * 2, Vec(*v[::-1]), hash(v) == hash((1, 2)), sorted([Vec(2), Vec(1)])
class Celsius(float):
    def __new__(cls, v): return super().__new__(cls, round(v, 1))
    def __str__(self): return f'{float(self)}C'
c = Celsius(21.456)
s = c, str(c), c + 1, type(c + 1).__name__, c > 20, f'{c}', f'{c:.2f}', Celsius(3) == 3
class Flags(set):
    def toggle(self, x):
        self ^= {x}
        return self
f = Flags({1})
t = f.toggle(2), f.toggle(1), len(f), 2 in f, f | {5}, type(f | {5}).__name__
class UD(dict):
    def __setitem__(self, k, v): super().__setitem__(str(k).upper(), v)
    def __getitem__(self, k): return super().__getitem__(str(k).upper())
d = UD()
d['a'] = 1
d.update(b=2)
u = d, d['A'], d['a'], 'b' in d, list(d)
# ---
class Meta(type):
    def __getattr__(cls, name): return f'{cls.__name__}.{name}'
    def __getitem__(cls, k): return (cls.__name__, k)
    def __iter__(cls): return iter([1, 2])
    def __contains__(cls, x): return x == 'yes'
    def __instancecheck__(cls, o): return o == 'inst'
    def __subclasscheck__(cls, c): return c is int
    def __add__(cls, o): return f'{cls.__name__}+{o}'
    def __repr__(cls): return f'<{cls.__name__}>'
    def __eq__(cls, o): return isinstance(o, str) and o == cls.__name__
    def __hash__(cls): return 1
class K(metaclass=Meta):
    known = 1
r = K.known, K.unknown, K['x'], list(K), 'yes' in K, isinstance('inst', K), isinstance(5, K), issubclass(int, K), K + 1, repr(K), K == 'K'
# ---
import copy
class G:
    def __init__(self): self.nodes, self.edges = {}, []
    def add(self, n, **attrs):
        self.nodes.setdefault(n, {}).update(attrs)
        return self
    def link(self, a, b, w=1.0):
        self.add(a).add(b).edges.append((a, b, w))
        return self
    def neighbours(self, n): return sorted(b for a, b, _ in self.edges if a == n)
g = G().link('a', 'b').link('a', 'c', 0.5).link('b', 'c')
h = copy.deepcopy(g)
h.add('a', color='red').link('c', 'a')
i = copy.copy(g)
i.edges.append(('z', 'z', 0))
r = g.neighbours('a'), g.nodes, len(g.edges), h.nodes['a'], len(h.edges), i.nodes is g.nodes
# ---
class Plugin:
    _plugins = {}
    def __class_getitem__(cls, name): return cls._plugins[name]
    @classmethod
    def __init_subclass__(cls, **kw):
        Plugin._plugins[cls.__name__] = cls
    def run(self): raise NotImplementedError(f'{self.__class__.__name__}.run')
class P1(Plugin):
    def run(self): return 'p1'
class P2(Plugin): pass
r = Plugin['P1']().run()
try:
    Plugin['P2']().run()
except NotImplementedError as e:
    s = str(e)
