"""Features of the language put together at random: templates with random values and fresh names."""

import random
import re

from generate_flow import ends_well

# `$name` is a name of the template's own; `<i>`, `<f>`, `<s>`, `<l>`, … are random literals.
TEMPLATES = [
    """
def $f(a, b=<i>, *args, c=<s>, **kw):
    return a, b, args, c, sorted(kw)
$r = $f(<i>), $f(<i>, <i>, <i>, c=<i>), $f(*<l>, *<t>), $f(**{'a': <i>, 'z': <b>}), attempt(lambda: $f()), attempt(lambda: $f(1, a=2))
""",
    """
def $make(n):
    total = n
    def add(k=<i>):
        nonlocal total
        total += k
        return total
    return add
$a, $b = $make(<i>), $make(<i>)
$r = $a(), $a(<i>), $b(), $a()
""",
    """
$fs = []
for $i in <l>:
    $fs.append(lambda x, k=$i: (x, k, $i))
$r = [f(<i>) for f in $fs]
""",
    """
match <x>:
    case []:
        $r = 'empty'
    case [a]:
        $r = 'one', a
    case [a, *rest] if len(rest) > 1:
        $r = a, rest
    case [_, b] | (_, b):
        $r = 'two', b
    case {'a': v, **rest}:
        $r = v, rest
    case str() as $s if $s:
        $r = $s.upper()
    case int() | float() as n:
        $r = n + 1
    case None | True | False:
        $r = 'singleton'
    case _:
        $r = 'other'
""",
    """
$items = <l>
$copy = $items
$other = $items[:]
$copy.append(<i>)
$items += [<i>]
$items[0:1] = <l>
$other *= 2
$r = $items, $copy is $items, $other, len($items)
""",
    """
$d = <d>
for $k, $v in sorted($d.items()):
    $d[$k * 2] = $v
$e = {k: v for k, v in $d.items() if len(k) > 1}
$r = $d, $e, $d.keys() - $e.keys() == set(<d>), $d | <d>, [*$d], dict(**$d, zz=1)
""",
    """
def $gen(n):
    received = []
    for i in range(n):
        x = yield i * <i>
        if x is not None:
            received.append(x)
    return received
$g = $gen(3)
$r = [next($g), $g.send(<s>), $g.send(None)]
try:
    $g.send(<i>)
except StopIteration as stop:
    $v = stop.value
def $outer():
    result = yield from $gen(2)
    yield result
$s = list($outer())
""",
    """
class $P:
    def __init__(self, x): self._x = x
    @property
    def x(self): return self._x
    @x.setter
    def x(self, v):
        if v < 0: raise ValueError(f'negative: {v}')
        self._x = v
    @classmethod
    def of(cls, *a): return [cls(v) for v in a]
    @staticmethod
    def twice(v): return v * 2
    def __repr__(self): return f'{type(self).__name__}({self._x!r})'
class $Q($P):
    def __init__(self, x, y=<i>):
        super().__init__(x)
        self.y = y
    def __eq__(self, o): return isinstance(o, $Q) and (self.x, self.y) == (o.x, o.y)
    def __hash__(self): return hash((self.x, self.y))
$p = $P(<i>)
$p.x = <i>
$r = $p, $P.of(*<l>), $Q.twice(<x>), $Q(<i>) == $Q(<i>), len({$Q(1), $Q(1), $Q(<i>)}), attempt(lambda: setattr($p, 'x', -1)), $Q(<s>, y=<l>)
""",
    """
class $V:
    def __init__(self, *xs): self.xs = xs
    def __add__(self, o): return $V(*[a + b for a, b in zip(self.xs, o.xs)])
    def __mul__(self, k): return $V(*[x * k for x in self.xs])
    __rmul__ = __mul__
    def __matmul__(self, o): return sum(a * b for a, b in zip(self.xs, o.xs))
    def __getitem__(self, i): return self.xs[i]
    def __len__(self): return len(self.xs)
    def __lt__(self, o): return self.xs < o.xs
    def __bool__(self): return any(self.xs)
    def __contains__(self, v): return v in self.xs
    def __call__(self, f): return [f(x) for x in self.xs]
    def __repr__(self): return 'V' + repr(self.xs)
$a, $b = $V(<i>, <i>), $V(<i>, <i>)
$r = $a + $b, 2 * $a, $a * <i>, $a @ $b, $a[0], $a[-1:], len($a), max($a, $b), bool($V(0)), <i> in $a, $a(str), list($b), sorted([$a, $b]), attempt(lambda: $a[5]), attempt(lambda: $a + 1)
""",
    """
class $C:
    def __init__(self): self.log = []
    def __enter__(self):
        self.log.append('enter')
        return self
    def __exit__(self, kind, value, trace):
        self.log.append(kind.__name__ if kind else None)
        return kind is <e>
$c = $C()
def $f():
    with $c as x, $C() as y:
        x.log.append(len(y.log))
        raise <e2>(<s>)
$r = attempt($f), $c.log
with $c:
    pass
$s = $c.log
""",
    """
def $f(x):
    try:
        if x == 0: return 'returned'
        if x == 1: raise <e>(<s>)
        if x == 2: raise KeyError(x)
        if x == 3: <l>[<i>]
        return 1 / (x - 4)
    except <e> as error:
        return 'caught', str(error)
    except (KeyError, IndexError) as error:
        return repr(error)
    finally:
        $log.append(x)
$log = []
$r = [attempt(lambda x=x: $f(x)) for x in range(6)], $log
""",
    """
$out = []
for $i in range(6):
    for $j in range($i):
        if ($i + $j) % <n> == 0: break
        if $j == <i> % 5: continue
        $out.append($i * $j)
    else:
        $out.append('e%d' % $i)
        continue
    $out.append('b')
$n = <i>
while $n > 1:
    $n = $n // 2 if $n % 2 == 0 else $n - 1
    if $n == 3: break
else:
    $out.append('done')
""",
    """
$s = <s>
$t = f'{$s!r:>{len($s) + 4}}|{<f>:.<n>f}|{<i>:05d}|{<i>:#x}|{<b>!s:^7}|{{l}}|{$s:*<8}|{<f>:e}|{<i>:,}'
$u = '%s-%r-%5.2f-%-4d|' % ($s, $s, <f>, <i>), '{0} {1:>5} {0!r}'.format($s, <i>), '{a[0]} {b.real}'.format(a=<t>, b=<i>)
""",
    """
$x = <i>
$a = ($y := $x + 1) * 2, $y
$b = [$z := v for v in <l>], $z if <l> else None
$c = [w for v in <l> if (w := v * 2) > 2]
$d = any((hit := v) > 1 for v in <l>)
""",
    """
$a, *$b = <l> + [<i>]
*$c, $d = <t> + (<i>,)
($e, $f), $g = (<i>, <s>), <l>
$h = [*<l>, *<t>, *range(<n>)]
$i, $j = $j, $i = <i>, <i>
$k = attempt(lambda: (lambda p, q: p)(*<l>))
""",
    """
def $deco(times):
    def wrap(f):
        def inner(*a, **k):
            return [f(*a, **k) for _ in range(times)]
        inner.original = f
        return inner
    return wrap
@$deco(<n>)
def $f(x, y=<i>):
    "doc"
    return x * y
$r = $f(<i>), $f(2, y=<i>), $f.original(3), $f.__name__, $f.original.__doc__
""",
    """
class $Base:
    tags = []
    count = <i>
    def __init_subclass__(cls, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tags = cls.tags + [tag or cls.__name__[0]]
    def who(self): return ['base']
class $L($Base, tag=<s>):
    def who(self): return ['l'] + super().who()
class $R($Base):
    def who(self): return ['r'] + super().who()
class $D($L, $R, tag='d'):
    count = <i>
    def who(self): return ['d'] + super().who()
$r = $D().who(), $D.tags, $L.tags[:1] == [<s> or 'x'], [c.__name__[:1] for c in $D.__mro__], $D.count, $L.count, issubclass($D, $R), isinstance($L(), $R)
""",
    """
from dataclasses import dataclass, field, replace, asdict
@dataclass(order=True)
class $Cfg:
    n: int
    name: str = <s>
    items: list = field(default_factory=list, compare=False)
    @property
    def size(self): return self.n * len(self.items)
$a = $Cfg(<i>)
$b = replace($a, name=<s>, items=<l>)
$r = $a == $Cfg(<i>), $a < $b, asdict($b), $b.size, sorted([$b, $a])[0] is $a, attempt(lambda: $Cfg())[1][-30:], $a.items is $Cfg(1).items
""",
    """
from enum import Enum, IntEnum
class $E(Enum):
    A = <i>
    B = <s>
    C = <t>
    def show(self): return self.name + str(self.value)
class $I(IntEnum):
    LOW = 1
    HIGH = <n> + 1
$r = $E.A, $E($E['B'].value), $E['C'].value, [e.show() for e in $E], $I.HIGH > $I.LOW, $I(1) + <i>, attempt(lambda: $E('nope')), $E.A is $E(<i>), len($E), f'{$I.HIGH} {$E.B.name}'
""",
    """
from collections import namedtuple, Counter, defaultdict, deque
$N = namedtuple('N', 'x y', defaults=[<i>])
$n = $N(<s>)
$c = Counter(<w>)
$d = defaultdict(list)
for $i, $w in enumerate(<w>): $d[$w].append($i)
$q = deque(<l>, maxlen=2)
$q.extend(<t>)
$r = $n, $n._replace(x=<i>), tuple($n), $c.most_common(1), dict($d), list($q), $c['zz'], $n == (<s>, <i>)
""",
    """
import functools, itertools
$r = functools.reduce(lambda a, b: a * 2 + b, <l>, <i>), list(itertools.accumulate(<l>)), [''.join(p) for p in itertools.permutations('abc', 2)][:<n> + 1], list(itertools.chain(<l>, <t>)), [(k, len(list(g))) for k, g in itertools.groupby(sorted(<w>))]
$p = functools.partial(lambda *a, **k: (a, k), <i>, k=<s>)
$s = $p(<i>), $p(k=1, z=2), sorted(<l>, key=functools.cmp_to_key(lambda a, b: b - a))
@functools.lru_cache(None)
def $fib(n): return n if n < 2 else $fib(n - 1) + $fib(n - 2)
$t = $fib(30 + <n>)
""",
    """
$m = [[<i>] * 3 for _ in range(<n> + 1)]
$m[0][1] = <i>
$shared = [[0] * 2] * 2
$shared[0][0] = <i>
$r = $m, $shared, [list(c) for c in zip(*$m)], [x for row in $m for x in row if x], sum(map(sum, $m)), {(i, j): i * j for i in range(2) for j in range(i + 1)}
""",
    """
$text = <s> + ' ' + <w>
$r = $text.split(), $text.title(), $text.count('a'), $text[::-1], $text.find('o'), $text.partition(' '), '-'.join($text.split()), $text.replace('a', ''), $text.upper().lower() == $text.lower(), sorted(set($text)), $text.center(20, '.'), $text.encode(), [ord(c) for c in $text[:3]], $text.isalpha(), $text.strip('abc')
""",
    """
$a, $b = <i>, <i> or 1
$r = $a // $b, $a % -$b, -$a // $b, divmod(-$a, $b), $a ** 3, $a << 2, $a >> 1, $a & 6, $a | 9, $a ^ 5, ~$a, round($a / $b, <n>), int($a / $b), $a / $b, abs(-$a), float($a), bin($a), hex($a), $a == float($a), 2 ** $a % 1000007, pow($a, 3, 7)
$f = <f>
$s = round($f), round(-$f, 1), int(-$f), $f // 1, $f % 1, -$f // 2, $f * 3, $f ** 2, $f.is_integer(), str($f), repr($f / 3), f'{$f:.<n>e}', $f == $f, min($f, <i>), $f.as_integer_ratio() if $f else 0
""",
    """
$x = <i>
def $f():
    global $x
    $x += 1
    def g():
        return $x + <i>
    return g()
$r = $f(), $x
class $S:
    $x = <s>
    y = [$x] * 2
    def m(self): return $x
$t = $S().m(), $S.y
""",
    """
class $It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n
$r = list($It(<n> + 2)), sum($It(5)), max($It(4), default=-1), <i> in $It(8), dict(zip('abc', $It(9))), [*$It(3)], sorted($It(4), key=lambda v: -v), ' '.join(map(str, $It(3))), attempt(lambda: next($It(0)))
$it = iter(<l>)
$s = next($it, None), list($it), next($it, 'end')
""",
    """
import copy
$a = [<l>, {'k': <l>}, <s>]
$b, $c = copy.copy($a), copy.deepcopy($a)
$a[0].append(<i>)
$a[1]['k'] = <i>
$a.append(<s>)
$r = $a, $b, $c, $b[0] is $a[0], $c[1] is $a[1]
""",
    """
$results = []
def $f(n, acc=None):
    acc = [] if acc is None else acc
    if n <= 0:
        return acc
    acc.append(n)
    return $f(n - <n> - 1, acc)
$r = $f(<i> % 12), $f(3), sum($f(7))
def $flat(x):
    return [y for e in x for y in ($flat(e) if isinstance(e, (list, tuple)) else [e])]
$s = $flat([<l>, [<t>, [<s>]], <i>])
""",
    """
class $Err(ValueError):
    def __init__(self, code, *args):
        super().__init__(*args)
        self.code = code
def $f(n):
    try:
        raise $Err(n, <s>, <i>)
    except $Err as error:
        raise RuntimeError(f'code {error.code}') from error
try:
    $f(<i>)
except RuntimeError as error:
    $r = str(error), error.__cause__.code, error.__cause__.args, repr(error.__cause__)[4:], type(error.__context__).__name__[:1]
""",
    """
import re, json
$r = re.findall(r'[a-z]+', <w>), re.sub(r'(\\w)(\\w)', r'\\2\\1', <w>), re.split(r'[aeiou]', <w>), bool(re.match(r'<s0>', <w>)), json.dumps(<d>, sort_keys=True), json.loads(json.dumps(<l>)), json.dumps({'k': [<f>, None, <b>], 's': <s>})
""",
]

VALUES = {
    "i": ["0", "1", "2", "3", "5", "7", "10", "12", "100", "255"],
    "f": ["0.5", "1.5", "2.25", "0.1", "3.0", "10.75", "2.675", "1e-7", "12345.678"],
    "s": ["''", "'a'", "'conv'", "'x y'", "'block_1'", "'Dense'", "\"it's\"", "'é'"],
    "b": ["True", "False"],
    "l": ["[]", "[1]", "[1, 2, 3]", "[3, 1, 2]", "[0, 5]", "[2, 2]"],
    "t": ["()", "(1,)", "(4, 5)", "(9, 8, 7)"],
    "d": ["{}", "{'a': 1}", "{'x': 2, 'y': 3}", "{'k': 0}"],
    "w": ["'abracadabra'", "'hello world'", "'aabbc'", "'layer_norm_2'", "'x'"],
    "n": ["0", "1", "2", "3"],
    "e": ["ValueError", "KeyError", "RuntimeError", "TypeError"],
    "e2": ["ValueError", "KeyError", "RuntimeError", "AttributeError"],
    "s0": ["a", "[ah]+", "l"],
    "x": ["[]", "[1]", "[1, 2, 3]", "(4, 5)", "{'a': 1, 'b': 2}", "'text'", "''", "7", "2.5", "None", "True", "{1, 2}"],
}

PRELUDE = """\
def attempt(f):
    try:
        return f()
    except Exception as error:
        return type(error).__name__, str(error)
"""


def filled(rng, template, serial):
    text = re.sub(r"\$(\w+)", rf"\g<1>{serial}", template)
    return re.sub(r"<(\w+)>", lambda m: rng.choice(VALUES[m.group(1)]), text)


def programs():
    rng = random.Random(99)
    made = []
    while len(made) < 400:
        chosen = rng.sample(TEMPLATES, 4)
        source = PRELUDE + "".join(filled(rng, one, serial) for serial, one in enumerate(chosen, start=1))
        if ends_well(source):
            made.append(source)
    return made
