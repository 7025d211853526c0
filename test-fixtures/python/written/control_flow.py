# ---
def running():
    total, n = 0, 0
    while True:
        x = yield (total / n if n else None)
        if x is None: continue
        total += x
        n += 1
g = running()
out = [next(g), g.send(10), g.send(20), next(g), g.send(0)]
g.close()
try: g.send(1)
except StopIteration as e: done = e.value, e.args
def worker():
    log = []
    try:
        while True:
            try:
                got = yield len(log)
                log.append(got)
            except ValueError as e:
                log.append(("caught", str(e)))
    except GeneratorExit:
        closed.append(log)
        raise
    finally:
        closed.append("fin")
closed = []
w = worker()
steps = [next(w), w.send("a"), w.throw(ValueError("bad")), w.send("b")]
w.close()
after = closed, w.gi_frame is None
w2 = worker(); next(w2)
try: w2.throw(KeyError, "k")
except KeyError as e: thrown = repr(e), closed[-1]
def stubborn():
    try: yield 1
    except GeneratorExit: yield 2
s = stubborn(); next(s)
try: s.close()
except RuntimeError as e: rt = str(e)
try: running().send(5)
except TypeError as e: first = str(e)
def empty():
    return 7
    yield
e1 = list(empty())
try: next(empty())
except StopIteration as e: e2 = e.value
def bad():
    yield 1
    raise StopIteration("x")
try: list(bad())
except RuntimeError as e: e3 = str(e), type(e.__cause__).__name__
# ---
def inner(n):
    received = []
    for i in range(n):
        received.append((yield i))
    return received
def outer():
    a = yield from inner(2)
    b = yield from inner(1)
    c = yield from [10, 20]
    yield ("result", a, b, c)
    return "end"
g = outer()
trace = [next(g), g.send("a"), g.send("b"), g.send("c"), next(g), next(g)]
try: next(g)
except StopIteration as e: end = e.value
def flatten(x):
    if isinstance(x, (list, tuple)):
        for y in x: yield from flatten(y)
    else: yield x
flat = list(flatten([1, [2, (3, [4])], [], 5]))
def chain_gen(*its):
    return (x for it in its for x in it)
ch = list(chain_gen("ab", range(2)))
def sub():
    try:
        yield 1
        yield 2
    except KeyError:
        yield "handled"
    return "sub done"
def top():
    r = yield from sub()
    yield r
t = top()
th = [next(t), t.throw(KeyError()), next(t)]
ge = (i * i for i in range(10) if i % 2)
p1 = next(ge), next(ge), sum(ge), list(ge)
pairs = [(x, y) for x in range(3) for y in range(x)]
lazy = []
def noisy(n):
    for i in range(n):
        lazy.append(i)
        yield i
first = next(x for x in noisy(10) if x > 2)
anyv = any(x == 1 for x in noisy(5)), all(x < 2 for x in noisy(5)), lazy
z = list(zip(noisy(2), noisy(3)))
a, *b = noisy(4)
star = [*noisy(2), *noisy(1)], {*noisy(2)}, max(noisy(3))
def countdown(n):
    while n > 0:
        n -= (yield n) or 1
cd = countdown(10)
cds = [next(cd), cd.send(3), next(cd), cd.send(5)]
try:
    cd.send(4)
except StopIteration: cds.append("stop")
class Tree:
    def __init__(s, v, l=None, r=None): s.v, s.l, s.r = v, l, r
    def __iter__(s):
        if s.l: yield from s.l
        yield s.v
        if s.r: yield from s.r
tree = list(Tree(4, Tree(2, Tree(1)), Tree(6))), sum(Tree(1, Tree(2))), 6 in Tree(4, None, Tree(6))
import types
ty = isinstance(g, types.GeneratorType), type(ge).__name__, g.__name__, outer.__name__, ge.__name__
# ---
from contextlib import contextmanager, ExitStack, suppress, nullcontext, closing, redirect_stdout, ContextDecorator, AbstractContextManager
log = []
class CM:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    def __enter__(self):
        log.append("enter " + self.name)
        return self
    def __exit__(self, et, ev, tb):
        log.append(f"exit {self.name} {et.__name__ if et else None} {ev}")
        return self.swallow
with CM("a") as a, CM("b", True) as b:
    log.append(a.name + b.name)
    raise ValueError("boom")
with (CM("p") as p, CM("q")):
    pass
def early():
    with CM("r"):
        return "ret"
def looped():
    for i in range(3):
        with CM(f"l{i}"):
            if i == 1: continue
            if i == 2: break
    return i
r = early(), looped()
try:
    with CM("outer"):
        with CM("inner"):
            1 / 0
except ZeroDivisionError as e:
    zd = str(e)
@contextmanager
def scope(name):
    log.append(f"<{name}>")
    try:
        yield name.upper()
    except KeyError as e:
        log.append(f"swallowed {e!r}")
    finally:
        log.append(f"</{name}>")
with scope("x") as X: pass
with scope("y"): raise KeyError("k")
try:
    with scope("z"): raise TypeError("t")
except TypeError as e: te = str(e)
@scope("deco")
def f(a): log.append(a); return a * 2
fr = f(4)
with suppress(KeyError, IndexError): {}["q"]
with nullcontext(5) as n5: pass
with ExitStack() as stack:
    names = [stack.enter_context(scope(n)) for n in "mn"]
    stack.callback(log.append, "callback")
    stack.push(lambda *a: log.append(("push", a[0])))
full = log
class NoExit:
    def __enter__(self): pass
try:
    with NoExit(): pass
except TypeError as e: ne = str(e)
try:
    with 5: pass
except TypeError as e: n2 = str(e)
@contextmanager
def twice(): yield 1; yield 2
try:
    with twice(): pass
except RuntimeError as e: tw = str(e)
@contextmanager
def never():
    if 0: yield
try:
    with never(): pass
except RuntimeError as e: nv = str(e)
import io
buf = io.StringIO()
with redirect_stdout(buf): print("hi", 3, sep="-", end="!\n"); print([1])
txt = buf.getvalue()
# ---
log = []
def f(n):
    try:
        if n == 0: return "try"
        if n == 1: raise ValueError("v")
        if n == 2: raise KeyError("k")
        if n == 3: raise OSError(2, "No such file", "x.txt")
        log.append("end")
    except ValueError as e:
        log.append(repr(e))
        return "except"
    except (KeyError, IndexError) as e:
        log.append(e.args)
        raise RuntimeError("wrapped") from e
    else:
        log.append("else")
        return "else"
    finally:
        log.append("finally")
res = []
for i in range(5):
    try: res.append(f(i))
    except RuntimeError as e: res.append((str(e), repr(e.__cause__), e.__suppress_context__))
    except OSError as e: res.append((str(e), e.errno, e.strerror, e.filename, type(e).__name__))
def override():
    for i in range(3):
        try: return "t"
        finally:
            if i < 2: continue
            return "f%d" % i
ov = override()
def ctx():
    try:
        try: 1 / 0
        except ZeroDivisionError: [][1]
    except IndexError as e: return repr(e.__context__), e.__cause__, e.__suppress_context__
c = ctx()
def frm():
    try:
        try: int("x")
        except ValueError: raise TypeError("t") from None
    except TypeError as e: return e.__cause__, type(e.__context__).__name__, e.__suppress_context__
c2 = frm()
class AppError(Exception):
    code = 1
    def __init__(self, msg, *, code=None):
        super().__init__(msg)
        if code: self.code = code
    def __str__(self): return f"[{self.code}] {self.args[0]}"
class Sub(AppError): code = 2
errs = []
for e in (AppError("a"), Sub("b"), Sub("c", code=7)):
    try: raise e
    except Sub as s: errs.append(("sub", str(s), s.args, repr(s)))
    except AppError as s: errs.append(("app", str(s)))
try:
    raise Exception("a", 1)
except Exception as e:
    e.add_note("note 1"); e.add_note("note 2")
    ex = str(e), repr(e), e.args, e.__notes__
try: raise ValueError
except ValueError as e: cls = repr(e), e.args
try: e
except NameError as err: unbound = str(err)
try: raise "x"
except TypeError as err: rs = str(err)
try: assert 1 == 2, f"msg {1}"
except AssertionError as err: asr = str(err), repr(err)
try:
    def rec(n): return rec(n + 1)
    rec(0)
except RecursionError as err: rc = str(err)[:32]
try: raise
except RuntimeError as err: nr = str(err)
try: undefined_name
except NameError as err: un = str(err), err.name
try: (lambda: loc_x)()
except NameError as err: un2 = str(err)
def unb():
    print(q)
    q = 1
try: unb()
except UnboundLocalError as err: ub = str(err)
h = [issubclass(KeyError, LookupError), issubclass(UnicodeError, ValueError), issubclass(RecursionError, RuntimeError), issubclass(KeyboardInterrupt, Exception), issubclass(ModuleNotFoundError, ImportError), IOError is OSError, issubclass(FileNotFoundError, OSError), BaseException.__subclasses__ is not None, ZeroDivisionError.__mro__[1].__name__, StopIteration(3).value, SystemExit(2).code, KeyError("a").args, str(KeyError("a")), str(KeyError(1, 2)), str(OSError("x")), repr(OSError(1, "m")), str(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"))]
# ---
def split(eg):
    return eg.split(ValueError)
g = ExceptionGroup("many", [ValueError(1), TypeError("t"), ExceptionGroup("sub", [ValueError(2), KeyError("k")])])
m, rest = g.split(ValueError)
a = repr(m), repr(rest), str(g), g.message, len(g.exceptions), repr(g.subgroup(KeyError)), g.subgroup(OSError), repr(g.subgroup(lambda e: "t" in str(e)))
log = []
try:
    raise g
except* ValueError as eg: log.append([repr(e) for e in eg.exceptions])
except* (TypeError, KeyError) as eg: log.append(repr(eg))
try:
    try: raise ExceptionGroup("g", [OSError("o"), ValueError("v")])
    except* ValueError as e: log.append(e.exceptions)
except ExceptionGroup as left: log.append((left.message, left.exceptions))
try:
    raise ValueError("plain")
except* ValueError as e: log.append((type(e).__name__, e.exceptions, e.message))
try:
    try: raise ExceptionGroup("x", [KeyError(1)])
    except* KeyError as e: raise TypeError("new") from e
except ExceptionGroup as e: log.append(repr(e))
except TypeError as e: log.append(("bare", repr(e), repr(e.__cause__)))
errs = []
for f in (lambda: ExceptionGroup("a", []), lambda: ExceptionGroup("a", [1]), lambda: ExceptionGroup(1, [ValueError()]), lambda: ExceptionGroup("b", [KeyboardInterrupt()]), lambda: ExceptionGroup("c")):
    try: errs.append(f())
    except Exception as e: errs.append((type(e).__name__, str(e)))
b = type(BaseExceptionGroup("q", [ValueError()])).__name__, type(BaseExceptionGroup("q", [KeyboardInterrupt()])).__name__
class MyEG(ExceptionGroup):
    def derive(self, excs): return MyEG(self.message + "!", excs)
d = repr(MyEG("m", [ValueError(1), KeyError(2)]).subgroup(KeyError))
# ---
def describe(x):
    match x:
        case None: return "none"
        case True | False: return f"bool {x}"
        case int() | float() as n if n < 0: return f"neg {n}"
        case 0 | 0.0: return "zero"
        case int(n): return f"int {n}"
        case float(): return "float"
        case "": return "empty"
        case str() as s if s.startswith("conv"): return "conv " + s[4:]
        case str(s): return "str " + s
        case []: return "empty seq"
        case [x]: return f"one {describe(x)}"
        case [("a" | "b") as k, *rest]: return f"{k} {rest}"
        case [int(a), int(b)]: return f"pair {a + b}"
        case [first, *_, last]: return f"{first}..{last}"
        case {"type": "conv", "filters": f, **rest}: return f"conv {f} {rest}"
        case {"type": t}: return f"type {t}"
        case {}: return f"dict {len(x)}"
        case _: return "other " + type(x).__name__
out = [describe(v) for v in (None, True, 0, 0.0, -3, 5, -1.5, 2.5, "", "conv2d", "pool", [], [1], ["a", 1, 2], (3, 4), (1, "x", 3), ["b"], {"type": "conv", "filters": 3, "k": 1}, {"type": "pool", "z": 1}, {}, {"q": 1}, {1, 2}, b"ab", range(3), [[["a"]]], object)]
class Pt:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
class Pt3(Pt): pass
def where(p):
    match p:
        case Pt(0, 0): return "origin"
        case Pt(x=0, y=y): return f"y={y}"
        case Pt(x, 0): return f"x={x}"
        case Pt3(x, y) if x == y: return "diag3"
        case Pt(x, y): return (x, y)
        case [Pt(x=a), Pt(y=b)]: return f"two {a} {b}"
        case {"p": Pt(x, y)}: return f"in dict {x + y}"
    return "no"
w = [where(v) for v in (Pt(0, 0), Pt(0, 5), Pt(3, 0), Pt3(2, 2), Pt3(1, 2), [Pt(1, 2), Pt(3, 4)], {"p": Pt(1, 1), "q": 0}, 5)]
import math
from enum import Enum
class C(Enum): R = 1; G = 2
RED = 5
def val(x):
    match x:
        case C.R: return "red"
        case math.pi: return "pi"
        case -1: return "minus one"
        case 1 + 2j: return "complex"
        case "a" "b": return "joined"
        case [C.G, _]: return "green first"
        case {C.R: v}: return v
    return None
vs = [val(v) for v in (C.R, C.G, math.pi, -1, 1 + 2j, "ab", (C.G, 0), {C.R: "rv"}, {})]
match (1, [2, {"k": (3, 4)}]):
    case (a, [b, {"k": (c, *d)}]): got = a, b, c, d
match 5:
    case x if x > 10: r = "big"
    case x: r = "bound %d" % x
errs = []
try:
    match Pt(1, 2):
        case Pt(1, 2, 3): pass
except TypeError as e: errs.append(str(e))
try:
    match 3:
        case int(real=3, imag=0): errs.append("attr ok")
except Exception as e: errs.append(e)
try:
    match C.R:
        case C(name="R"): errs.append("enum attr")
except Exception as e: errs.append(e)
def cmd(line):
    match line.split():
        case ["go", ("north" | "south") as d]: return d
        case ["take", *things] if things: return things
        case ["quit" | "exit"]: return "bye"
        case [unknown]: return f"? {unknown}"
        case _: return len(line)
cs = [cmd(c) for c in ("go north", "go up", "take", "take a b", "exit", "hm")]
match = 3
case = [match]
match[0:1] if False else None
print(match)
# ---
if (n := len("hello")) > 3: big = n
data = [y for x in range(5) if (y := x * x) % 2 == 0]
last = y
while (chunk := data[:2]):
    data = data[2:]
    lastchunk = chunk
total = 0
sums = [total := total + v for v in (1, 2, 3)]
f = lambda x: (z := x + 1) * z
r = f(2)
d = {(k := "a"): 1, "b": (v := 2)}
anyv = any((hit := w).startswith("c") for w in ["ab", "cd", "ce"]), hit
def g(x, y=(q := 5)): return x + y
gq = g(1), q
pr = (a := 1, b := 2), a, b
x = [1, 2, 3]
i = 0
x[i], i = 10, 2
i, x[i] = 1, 20
chained = p = q2 = [0]
p.append(1)
c1 = 1 < 2 < 3, 1 < 3 < 2, 3 > 2 == 2, 1 == 1 != 2, "a" < "b" in "bc", not 1 == 2
calls = []
def t(v): calls.append(v); return v
c2 = t(1) < t(5) < t(2) < t(9), calls
b1 = t(0) or t([]) or t("x") or t(7), 0 and 1 / 0, None or False, 1 and "y", [] and 1, not [] or 1 / 0
tern = "a" if 0 else "b" if [] else "c"
(h, (j, *k)), *l = (1, (2, 3, 4)), 5, 6
[m1, m2] = "xy"
*s1, s2 = range(3)
first, = [9]
errs = []
for code in ("a, b = 1, 2, 3", "a, b, c = 1, 2", "a, *b, c = [1]", "a, b = 5", "(a, b), c = 1, 2", "[a] = {}", "x = {**{1: 2}, **3}", "f(**{1: 2})", "f(*3)", "f(1, **{'x': 2})", "f()", "f(1, 2)", "f(y=1)"):
    try: exec(code)
    except Exception as e: errs.append((type(e).__name__, str(e)))
un = {**{"a": 1, "b": 2}, "a": 3, **{"c": 4}}, [*range(2), *"ab"], (*[1], 2), {*[1, 2], 2}
lst = [3, 4]
alias = lst
lst += [5]
lst = lst + [6]
aug = alias, lst
tt = (1, [2])
try: tt[1] += [3]
except TypeError as e: te = str(e), tt
n2 = 10
n2 //= 3; n2 **= 3; n2 %= 7; n2 <<= 4; n2 |= 3; n2 ^= 1; n2 >>= 1; n2 &= 29; n2 -= 1; n2 *= 2.5; n2 /= 4
del lst[0], lst[-1]
dd = {"a": {"b": [1, 2, 3]}}
dd["a"]["b"][1:] = [9]
dd["a"].setdefault("c", []).append(1)
del dd["a"]["b"][0]
# ---
x = "global"
def outer():
    x = "outer"
    def inner():
        nonlocal x
        x += "!"
        return x
    def peek(): return x
    def glob():
        global x
        x = "changed"
    r = inner(), peek()
    glob()
    return r, x
o = outer(), x
fs = [lambda: i for i in range(3)]
late = [f() for f in fs]
early = [f() for f in [lambda i=i: i for i in range(3)]]
class C:
    x = "class"
    y = x + "y"
    l = [1, 2]
    m = [k for k in l]
    def get(self): return x
    try: n = [x for _ in range(1)]
    except NameError as e: n = str(e)
    for z in range(2): pass
    def f(a, b=y): return b
c = C.y, C.m, C().get(), C.n, C.z, C.f(1)
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    inc.reset = lambda: inc.__dict__.update(was=n)
    return inc
k = counter()
k(); k(5); k.reset()
cc = k(), k.was, counter()()
def defaults(a, acc=[]):
    acc.append(a)
    return acc
df = defaults(1), defaults(2), defaults(3, []), defaults.__defaults__
def params(a, b, /, c, *args, d=4, e, **kw): return a, b, c, args, d, e, kw
pv = params(1, 2, 3, e=5), params(1, 2, c=3, e=0), params(1, 2, 3, 4, 5, d=6, e=7, a=8, z=9), params(*range(4), **{"e": 1, "b": 2})
errs = []
for f in (lambda: params(1, 2), lambda: params(1, 2, 3), lambda: params(1, b=2, c=3, e=1), lambda: params(e=1), lambda: params(1, 2, 3, c=4, e=1), lambda: defaults(), lambda: defaults(1, 2, 3), lambda: defaults(b=1), lambda: (lambda: 0)(1), lambda: C.f(), lambda: C().get(1), lambda: defaults(1, acc=[], acc2=1), lambda: int(1, 2, 3), lambda: len(), lambda: sorted([1], lambda v: v), lambda: print(foo=1), lambda: [].append(), lambda: {}.get(), lambda: C(1), lambda: object(1), lambda: isinstance(1), lambda: range(), lambda: dict(1), lambda: zip(1), lambda: enumerate(), lambda: "".join(), lambda: max(), lambda: max([]), lambda: min(1), lambda: sum("a"), lambda: sum(["a"], ""), lambda: abs(), lambda: round("a"), lambda: ord(1), lambda: iter(1), lambda: next([]), lambda: reversed({1}), lambda: pow(), lambda: divmod(1), lambda: getattr(1, "q"), lambda: hash([]), lambda: type(1, 2), lambda: super(), lambda: isinstance(1, 2), lambda: issubclass(1, int), lambda: map(), lambda: filter(None), lambda: int("1", "2"), lambda: list(1, 2), lambda: set(1), lambda: tuple(3), lambda: slice(), lambda: vars(1), lambda: chr("a"), lambda: bin(1.0), lambda: hex("a"), lambda: input.x):
    try: errs.append(f())
    except Exception as e: errs.append((type(e).__name__, str(e)))
if True:
    leaked = [q for q in range(3)]
try: q
except NameError: leaked.append("no q")
for q in []: pass
else: el = "else ran"
for q in range(5):
    if q == 3: break
else: el = "never"
while q:
    q -= 1
    if q == 1: continue
else: w = "while else"
def dyn():
    exec("zz = 5")
    try: return zz
    except NameError: return "not local"
dy = dyn()
g2 = globals()["leaked"], "nope" in globals(), sorted(locals().keys() & {"x", "o"})
def loc(a, b=2):
    c = 3
    return locals()
lo = loc(1)
ev = eval("x + '?'"), eval("a + b", {"a": 1}, {"b": 2}), eval("[i for i in range(3)]")
ns = {}
exec("def f(n):\n    return n * k\nk = 3\nr = f(4)", ns)
exr = ns["r"], ns["f"](2), sorted(k for k in ns if not k.startswith("__"))
# ---
x: int = 5
y: "list[str]"
z: dict[str, int] = {}
def f(a: int, *b: str, c: "float" = 1.0, **d: list[int]) -> tuple[int, ...]: return a
an = f.__annotations__
class K:
    a: int
    b: str = "s"
    c: "K"
    d: list[int] | None = None
ka = K.__annotations__, hasattr(K, "a"), K.b
mod = __annotations__
mod2 = x, z, "y" in __annotations__
from typing import get_type_hints, Optional, Union, List, Dict, Any, Callable, Literal, TypeVar, Generic, Protocol, runtime_checkable, get_origin, get_args, cast, Annotated, ClassVar, Final, Tuple, TypedDict, overload, NewType, TYPE_CHECKING
if TYPE_CHECKING:
    import nothing_here
hints = get_type_hints(f), get_type_hints(K) == {"a": int, "b": str, "c": K, "d": Optional[list[int]]}
reprs = [Optional[int], Union[int, str], Union[int, None, str], List[int], Dict[str, List[int]], Callable[[int], str], Callable[..., Any], Literal["a", 1], Tuple[int, ...], list[int], dict[str, tuple[int, ...]], int | None, Annotated[int, "m"], ClassVar[int], Optional["K"], Any, Union[int], Optional[Union[str, int]], type[int], Final[int]]
og = [get_origin(t) for t in (List[int], Optional[int], list[str], Literal[1], Callable[[], int], int)], [get_args(t) for t in (Dict[str, int], Union[int, str], Literal["a", "b"], Callable[[int], str], int)]
eqs = Optional[int] == Union[int, None], Union[int, str] == Union[str, int], List[int] == List[int], (int | None) == Optional[int], list[int] == List[int], Union[int, int] is int
T = TypeVar("T")
S = TypeVar("S", bound=int)
class Box(Generic[T]):
    def __init__(self, v: T): self.v = v
    def map(self, fn): return Box(fn(self.v))
    def __repr__(self): return f"Box({self.v!r})"
class IntBox(Box[int]): pass
b = Box[int](5), Box(3).map(str), IntBox(2), Box[int], Box.__parameters__, IntBox.__orig_bases__, IntBox.__mro__[1] is Box, repr(T), T.__name__, S.__bound__
@runtime_checkable
class Callish(Protocol):
    name: str
    def call(self, x): ...
class Has:
    name = "h"
    def call(self, x): return x
pr = isinstance(Has(), Callish), isinstance(3, Callish)
class TD(TypedDict, total=False):
    a: int
    b: str
td = TD(a=1), TD.__annotations__, TD.__total__, {"a": 1} == TD(a=1)
UID = NewType("UID", int)
nt = UID(5), UID.__name__, cast(str, 5), UID(5) + 1
try: Callish()
except TypeError as e: pe = str(e)
try: List[int]()
except TypeError as e: le = str(e)
ok = list[int]([1, 2]), dict[str, int](a=1), isinstance([], list)
try: isinstance([], list[int])
except TypeError as e: ie = str(e)
iu = isinstance(1, int | str), isinstance(1.0, int | str), isinstance("a", Union[int, str]), issubclass(bool, int | str)
# ---
import asyncio
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n
c = Countdown(4)
a = next(c), 2 in c, list(c), next(c, "default"), list(Countdown(3)), [*Countdown(2)], dict(zip("ab", Countdown(2)))
it = iter([1, 2, 3])
pairs = list(zip(it, it)), next(it, None)
two = iter(lambda st=[0]: st.__setitem__(0, st[0] + 1) or st[0], 4)
tw = list(two)
e = list(enumerate("abc", start=5)), list(enumerate([])), dict(enumerate("xy"))
z = list(zip("abc", range(2), [7, 8, 9])), list(zip()), list(zip(*[(1, 2), (3, 4)])), dict(zip(["a", "b"], [1, 2]))
try: list(zip([1], [1, 2], strict=True))
except ValueError as ex: zs = str(ex)
m = list(map(lambda a, b: a * b, [1, 2, 3], [4, 5])), list(map(str.upper, "ab")), list(filter(None, [0, 1, "", "a", [], [0]])), list(filter(lambda v: v > 1, range(4)))
r = list(reversed([1, 2, 3])), list(reversed("ab")), list(reversed(range(0, 10, 3))), list(reversed({"a": 1, "b": 2}))
s = sorted("bca", reverse=True), sorted([(1, "b"), (0, "z"), (1, "a")]), sorted(["b", "A", "c"], key=str.lower), sorted([3, 1, 2], key=lambda v: -v), sorted({"b": 1, "a": 2}), sorted([[2], [1, 5], [1]]), sorted(["aa", "b", "cc", "a"], key=len)
try: sorted([1, "a"])
except TypeError as ex: se = str(ex)
mm = max("apple", "fig", key=len), min([3, 1, 2]), max([], default=0), max({"a": 3, "b": 5}.items(), key=lambda kv: kv[1]), min("b", "a"), max(1, 1.0), max(1.0, 1), max([1, 2], [1, 3]), min((x for x in [4, 2]), key=lambda v: -v)
su = sum([[1], [2]], []), sum([0.1] * 3), sum(range(101)), sum([True, True]), sum((), 5), sum([1.5, 2], start=10)
aa = any([]), all([]), any([0, ""]), all([1, "a"]), any(x > 2 for x in [1, 3])
rg = range(5), range(1, 10, 3), range(10, 0, -3), list(range(0)), len(range(0, 100, 7)), range(10)[2:5], range(10)[-1], 5 in range(0, 10, 2), range(0, 3) == range(0, 3, 1), range(10).index(4), range(5, 0, -1)[::2], range(3).count(1), hash(range(3)) == hash(range(0, 3)), range(0) == range(2, 2), range(10).start
ca = callable(len), callable(3), callable(Countdown), callable(Countdown(1)), callable(lambda: 0)
ty = type(3), type("a").__name__, type(None), type(len), type(lambda: 0).__name__, type(type), type([]) is list, type(Countdown(1)).__name__, type(range(1)), type(...), type(NotImplemented), type({}.keys()), type(iter([])), type(zip()), type(map(str, [])), type(x for x in []), type(Countdown.__next__), type(c.__next__), type(print)
rep = [len, print, abs, int, str.upper, [].append.__name__, Ellipsis, NotImplemented, int.__add__, list, type, object, None, ..., Exception, ValueError("a"), slice(1, 2), slice(None, 5, 2)]
