import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OBJECT } from '../values/value';
import { expectValues, runPython } from './testing';

test('inheritance by C3, super, attributes', () =>
  expectValues(
    `
class A:
    shared = []
    def __init__(self, x):
        self.x = x
    def who(self):
        return 'A'
class B(A):
    def who(self):
        return 'B' + super().who()
class C(A):
    def who(self):
        return 'C' + super().who()
class D(B, C):
    def __init__(self, x, y):
        super().__init__(x)
        self.y = y
    def who(self):
        return 'D' + super(D, self).who()
d = D(1, y=2)
who = d.who()
order = [c.__name__ for c in D.__mro__]
A.shared.append(1)
d.shared.append(2)
shared = C.shared
found = [isinstance(d, A), issubclass(D, C), isinstance(d, (int, B))]
try:
    class E(A, B):
        pass
except TypeError as error:
    conflict = True
`,
    {
      who: "'DBCA'",
      order: "['D', 'B', 'C', 'A', 'object']",
      shared: '[1, 2]',
      found: '[True, True, True]',
      conflict: 'True',
    },
  ));

test('properties, static and class methods', () =>
  expectValues(
    `
class P:
    count = 0
    def __init__(self):
        self._v = 1
    @property
    def v(self):
        return self._v
    @v.setter
    def v(self, new):
        self._v = new * 10
    @staticmethod
    def s(a):
        return a + 1
    @classmethod
    def make(cls):
        cls.count += 1
        return cls()
class Q(P):
    pass
p = Q.make()
p.v = 5
out = (p.v, p.s(1), P.s(2), type(p).__name__, Q.count, P.count)
try:
    class R:
        @property
        def only(self):
            return 1
    R().only = 2
except AttributeError:
    refused = True
`,
    { out: "(50, 2, 3, 'Q', 1, 0)", refused: 'True' },
  ));

test('special methods', () =>
  expectValues(
    `
class V:
    def __init__(self, n):
        self.n = n
    def __add__(self, other):
        return V(self.n + (other.n if isinstance(other, V) else other))
    def __radd__(self, other):
        return V(other + self.n)
    def __eq__(self, other):
        return isinstance(other, V) and self.n == other.n
    def __lt__(self, other):
        return self.n < other.n
    def __getitem__(self, key):
        return key
    def __len__(self):
        return self.n
    def __contains__(self, item):
        return item == self.n
    def __iter__(self):
        yield self.n
        yield self.n + 1
    def __call__(self, *args, **kwargs):
        return args, kwargs
    def __repr__(self):
        return f'V({self.n})'
    def __getattr__(self, name):
        if name == 'ghost':
            return 'boo'
        raise AttributeError(name)
v = V(2)
out = [v + 1, 1 + v, v + v, v == V(2), v != V(3), v < V(3), v[1:2, 3], len(v), 2 in v, list(v), v(1, a=2), v.ghost]
has = hasattr(v, 'nothing')
order = [x.n for x in sorted([V(3), V(1), V(2)])]
empty = bool(V(0))
`,
    {
      out: "[V(3), V(3), V(4), True, True, True, (slice(1, 2, None), 3), 2, True, [2, 3], ((1,), {'a': 2}), 'boo']",
      has: 'False',
      order: '[1, 2, 3]',
      empty: 'False',
    },
  ));

test('hooks: __init_subclass__, __set_name__, __new__, metaclasses, descriptors', () =>
  expectValues(
    `
registry = {}
class Base:
    def __init_subclass__(cls, /, key=None, **kwargs):
        super().__init_subclass__(**kwargs)
        registry[key] = cls.__name__
class One(Base, key='one'):
    pass
class Field:
    def __set_name__(self, owner, name):
        self.name = name
    def __get__(self, obj, owner=None):
        return self if obj is None else obj.__dict__.get(self.name, 'default')
    def __set__(self, obj, value):
        obj.__dict__[self.name] = value * 2
class Model:
    size = Field()
m = Model()
before = m.size
m.size = 4
after = m.size
class Single:
    made = None
    def __new__(cls, *args):
        if cls.made is None:
            cls.made = super().__new__(cls)
        return cls.made
same = Single(1) is Single(2)
class Meta(type):
    def __new__(mcs, name, bases, members, **kwargs):
        members['tag'] = name.lower()
        return super().__new__(mcs, name, bases, members)
    def __call__(cls, *args):
        return ('called', super().__call__(*args).x)
class Made(metaclass=Meta):
    def __init__(self, x):
        self.x = x
class Derived(Made):
    pass
tags = (Made.tag, Derived.tag, Derived(3))
`,
    {
      registry: "{'one': 'One'}",
      before: "'default'",
      after: '8',
      same: 'True',
      tags: "('made', 'derived', ('called', 3))",
    },
  ));

test('class bodies are scopes of their own', () =>
  expectValues(
    `
x = 'global'
class C:
    x = 'class'
    y = x + '!'
    def f(self):
        return x
    items = [x for _ in range(1)]
    first = [v for v in [x]]
    class Inner:
        z = x
out = (C.y, C().f(), C.items, C.first, C.Inner.z, C.Inner.__qualname__)
`,
    { out: "('class!', 'global', ['global'], ['class'], 'global', 'C.Inner')" },
  ));

test('a base class that is not known', () =>
  expectValues(
    `
import s
class C(s.Base):
    a = 1
    def __init__(self):
        super().__init__(1, 2)
        self.b = 2
    def f(self):
        return self.a + self.b
c = C()
f = c.f()
g = c.anything
h = isinstance(c, C)
`,
    { f: '3', g: '?', h: 'True' },
  ));

test('the classes that all programs share keep nothing of a program', async () => {
  const run = await runPython('class A: pass\nclass B(A): pass\nnames = [c.__name__ for c in A.__subclasses__()]');
  assert.equal(run.repr('names'), "['B']");
  assert.deepEqual(OBJECT.derived.value, []);
});
