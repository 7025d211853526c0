# ---
log = []
def e(tag, v=None):
    log.append(tag)
    return v
class Obj:
    def __init__(s, name): object.__setattr__(s, "n", name)
    def __getattr__(s, k): log.append(f"get {s.n}.{k}"); return 5
    def __setattr__(s, k, v): log.append(f"set {s.n}.{k}={v}")
    def __getitem__(s, k): log.append(f"getitem {k}"); return 7
    def __setitem__(s, k, v): log.append(f"setitem {k}={v}")
    def __delitem__(s, k): log.append(f"delitem {k}")
def o(n): log.append("obj " + n); return Obj(n)
o("a").x = e("val", 1)
o("b")[e("key", "k")] = e("val2", 2)
o("c").y += e("add", 3)
o("d")[e("k2", 0)] += e("add2", 1)
o("e").p, o("f")[1] = e("tuple", (1, 2))
d = {e("k1"): e("v1"), e("kk2", 2): e("vv2")}
def f(*a, **k): return a, k
r = f(e("p1", 1), *e("star", [2]), e("p2", 3), k=e("kw", 4), **e("dstar", {"z": 5}))
x = e("left", 0) or e("right", 9)
c = e("c1", 1) < e("c2", 3) < e("c3", 2) < e("never", 5)
t = e("then", 1) if e("cond", False) else e("else", 2)
l = [e("elt", i) for i in e("iter", range(2)) if e("if", i >= 0)]
g = (e("gelt", i) for i in e("giter", range(2)))
before = len(log)
gl = list(g)
def dflt(a=e("default", 1), *, b=e("kwdefault", 2)): return a, b
dec = []
def deco(n):
    dec.append("eval " + n)
    def w(fn): dec.append("apply " + n); return fn
    return w
@deco("outer")
@deco("inner")
def decorated(): pass
class K(e("base", object), **e("ckw", {})):
    dec.append("body")
    @deco("method")
    def m(self, q=e("mdefault")): pass
del o("z")[e("dk", 3)]
assert e("assert", True), e("msg")
s = f"{e('f1', 1)}{e('f2', 2):{e('width', 3)}}"
lam = lambda v=e("lam", 3): v
full = log, dec
# ---
class Seq:
    def __init__(s, *a): s.a = a
    def __getitem__(s, i):
        if i >= len(s.a): raise IndexError
        return s.a[i]
s = Seq(3, 1, 2)
r1 = list(s), 2 in s, 9 in s, sorted(s), max(s), [*s], dict(enumerate(s)), list(zip(s, s)), sum(s), tuple(s), set(s) == {1, 2, 3}
a, b, c = s
class L:
    def __len__(s): return 0
class B(L):
    def __bool__(s): return True
r2 = bool(L()), bool(B()), not L(), [x for x in (L(), B()) if x] != []
class BadLen:
    def __len__(s): return -1
class BadBool:
    def __bool__(s): return 1
errs = []
for fn in (lambda: len(BadLen()), lambda: bool(BadBool()), lambda: bool(BadLen()), lambda: len(5), lambda: iter(5), lambda: 3 in L(), lambda: reversed(L()), lambda: hash(type("U", (), {"__hash__": None})()), lambda: [1][L()], lambda: range(L()), lambda: int(L()), lambda: L() < L(), lambda: L() + 1, lambda: 1 + L(), lambda: -L(), lambda: L()(), lambda: L()[0], lambda: L().x, lambda: {L(): 1} and None, lambda: next(L()), lambda: abs(L()), lambda: round(L()), lambda: "%d" % L(), lambda: format(L(), "d"), lambda: complex(L()), lambda: float(L()), lambda: bytes(L()), lambda: divmod(L(), 1), lambda: L() @ L(), lambda: L() ** 2, lambda: ~L(), lambda: L() and 1, lambda: isinstance(1, L()), lambda: sum(L()), lambda: sorted(L()), lambda: dict(L()), lambda: "".join(L()), lambda: [*L()], lambda: {**L()}, lambda: print(*L())):
    try: errs.append(fn())
    except Exception as ex: errs.append((type(ex).__name__, str(ex)))
class Idx:
    def __index__(s): return 2
i = Idx()
r3 = [10, 20, 30][i], "abcd"[i:], range(5)[i], list(range(i)), hex(i), bin(i), oct(i), [0] * i, 5 in range(i), "%d" % i, "{:d}".format(3), (1, 2, 3)[:i], bytes(i), round(3.14159, i), chr(97).ljust(i) , divmod(7, 2)
class Cont:
    def __contains__(s, x): return x > 5
r4 = 6 in Cont(), 3 in Cont(), 3 not in Cont()
class It:
    def __iter__(s): return iter([1, 2])
r5 = 1 in It(), 5 in It(), list(It()), max(It())
class NoCont(It):
    __contains__ = None
try: 1 in NoCont()
except TypeError as ex: nc = str(ex)
class Rev:
    def __reversed__(s): return "reversed!"
    def __len__(s): return 2
    def __getitem__(s, i): return i
r6 = reversed(Rev()), list(reversed(Seq2)) if False else None
class Eq:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return NotImplemented if not isinstance(o, Eq) else s.v == o.v
e1, e2 = Eq(1), Eq(1)
r7 = e1 == e2, e1 != e2, e1 == 1, e1 != 1, e1 in [e2], [e1] == [e2], Eq.__hash__
class Neq(Eq):
    def __ne__(s, o): return "ne called"
r8 = Neq(1) != Neq(1), Neq(1) == Neq(1)
class Lt:
    def __init__(s, v): s.v = v
    def __lt__(s, o): return s.v < o.v
    def __repr__(s): return f"Lt{s.v}"
r9 = sorted([Lt(3), Lt(1)]), max(Lt(1), Lt(2)), min([Lt(2), Lt(1)]), Lt(1) > Lt(0)
class R:
    def __radd__(s, o): return ("radd", o)
    def __rsub__(s, o): return ("rsub", o)
    def __rmul__(s, o): return ("rmul", o)
    def __rpow__(s, o): return ("rpow", o)
    def __rand__(s, o): return ("rand", o)
    def __rlshift__(s, o): return ("rl", o)
    def __rmatmul__(s, o): return ("rmm", o)
    def __rdivmod__(s, o): return ("rdm", o)
    def __rfloordiv__(s, o): return ("rfd", o)
    def __rmod__(s, o): return ("rmod", o)
rr = 1 + R(), "a" - R() if False else 2.5 - R(), [1] * R(), 2 ** R(), True & R(), 1 << R(), (1,) @ R(), divmod(7, R()), 7 // R(), 7 % R(), sum([R()], 4), "x" * R()
class Sub(int):
    def __add__(s, o): return "Sub.add"
    def __radd__(s, o): return "Sub.radd"
pr = 1 + Sub(2), Sub(2) + 1, Sub(1) + Sub(2), sum([Sub(1), 2])
class IAdd:
    def __init__(s): s.log = []
    def __iadd__(s, o): s.log.append(o); return s
    def __add__(s, o): return "added"
    def __isub__(s, o): return "replaced"
ia = IAdd()
same = ia
ia += 1
ia += 2
r10 = ia is same, ia.log
ia -= 1
r11 = ia
# ---
def f(*args, sep=" ", **kw): return args, sep, kw
def g(a, b=2, /, c=3, *, d, e=5): return a, b, c, d, e
def h(a, *, b): return a, b
r = [f(), f(1, 2, sep="-"), f(*"ab", **{"x": 1}), g(1, d=4), g(1, 2, 3, d=0, e=1), g(1, c=9, d=8), f(*[], **{}), f(*(1,), *[2, 3], 4, **{"a": 1}, **{"b": 2}), h(1, b=2)]
errs = []
for call in (lambda: g(), lambda: g(1), lambda: g(a=1, d=2), lambda: g(1, 2, 3, 4, d=1), lambda: g(1, d=1, f=2), lambda: h(1, 2), lambda: h(1), lambda: h(), lambda: h(1, b=2, c=3), lambda: h(1, a=1, b=2), lambda: f(1, sep=1, **{"sep": 2}), lambda: f(**{"a": 1}, **{"a": 2}), lambda: f(*5), lambda: f(**5), lambda: f(**{1: 2}), lambda: g(1, b=3, d=1), lambda: (lambda x, y: x)(1), lambda: (lambda x, y, z: x)(1), lambda: (lambda: 1)(1, 2), lambda: (lambda x=1: x)(1, 2), lambda: (lambda *, a, b: a)(), lambda: (lambda x, *, k: k)(1, 2, k=3), lambda: (lambda x, y=1, *, k: k)(1, 2, 3, k=3), lambda: h(*[1, 2, 3]), lambda: print(1, sep=5), lambda: int(base=2), lambda: sorted(), lambda: [].sort(1), lambda: {}.update(1, 2), lambda: "a".split(1, 2, 3), lambda: "a".replace("b"), lambda: "{}".format(), lambda: max(1, key=len), lambda: enumerate(), lambda: zip(1, 2), lambda: map(len), lambda: isinstance(1, (int, "a")), lambda: dict([("a",)]), lambda: set().add(), lambda: list().insert(1), lambda: object().__init__(1), lambda: Exception(a=1), lambda: range(1, 2, 0), lambda: range("a"), lambda: slice(1)[0], lambda: type("A", 1, {}), lambda: type("A", (1,), {}), lambda: super(int, "a"), lambda: property(1).fget(2), lambda: callable(), lambda: getattr(1), lambda: setattr(1, "a"), lambda: int.from_bytes(), lambda: (5).to_bytes(1, "x"), lambda: (500).to_bytes(1, "big"), lambda: (-1).to_bytes(1, "big"), lambda: "abc".encode("utf-8", 5), lambda: bytes(1, 2, 3, 4), lambda: chr(1114112), lambda: ord(""), lambda: pow(1, 2, 0), lambda: pow(2.0, 1, 3), lambda: round(1.5, "a"), lambda: sum([1, "a"]), lambda: min(), lambda: any(1), lambda: all(None), lambda: iter(1, 2), lambda: next(iter([])), lambda: reversed(5), lambda: vars(5), lambda: hash({}), lambda: id(), lambda: len([], 1), lambda: bin("a"), lambda: float("1e"), lambda: int("0x1"), lambda: int("1_"), lambda: int(""), lambda: int("  "), lambda: float(""), lambda: complex("a"), lambda: bool(1, 2), lambda: str(1, 2), lambda: str(b"a", "nope2") if False else str(b"\xff", "ascii"), lambda: list(5), lambda: tuple(None), lambda: frozenset(1), lambda: dict(a=1, **{"a": 2}), lambda: [1, 2, 3].index(4), lambda: [].remove(1), lambda: (1,).index(2), lambda: "a".index("b"), lambda: {}.popitem(), lambda: set().pop(), lambda: [].pop(), lambda: [1].pop("a"), lambda: {1}.remove(2), lambda: {}.fromkeys(), lambda: "%s %s" % 1, lambda: "%q" % 1, lambda: "abc" % 1, lambda: "a" * "b", lambda: [1] * 1.0, lambda: {} + {}, lambda: None.x, lambda: (1).x, lambda: "a".x, lambda: [].x, lambda: f.x, lambda: int.x, lambda: None(), lambda: 1(), lambda: "a"(), lambda: None[0], lambda: 1[0], lambda: f[0], lambda: {}[0], lambda: [0]["a"], lambda: "a"["b"], lambda: (0,)[1.5], lambda: None < 1, lambda: "a" < 1, lambda: [] < (), lambda: {} < {}, lambda: 1j < 2j, lambda: 1 in 2, lambda: 1 in "a", lambda: "a" in {"b": 1} and 1, lambda: -[], lambda: +"a", lambda: ~1.5, lambda: not_defined, lambda: 1 / 0, lambda: 1 % 0, lambda: 0 ** -1, lambda: 1 << -1, lambda: 1 // 0.0, lambda: 5 % 0.0, lambda: 2 ** "a", lambda: 1 + None, lambda: [] + {}, lambda: "a" + b"b", lambda: b"a" + "b", lambda: {1} | [2], lambda: 1 | 1.0, lambda: "a" & 1, lambda: 1.5 >> 1, lambda: [] @ 1):
    try: errs.append(call())
    except Exception as ex: errs.append((type(ex).__name__, str(ex)))
# ---
a = {5, 1, 3}
a.add(9); a.discard(1); a.add(17); a.remove(5)
b = {i for i in range(20, 0, -3)}
c = b - {20, 2}
d = {3, 1} | {10, 4} | {7}
e = set([10, 5, 3, 8, 200, 100]) & {5, 3, 100, 10}
f = {1, 2, 3} ^ {3, 4, 99}
g = set(range(5)); g.pop(); g.pop()
h = {1000, 1, 33, 65}
i = set("a"); j = {(1, 2), (0, 1)}
k = frozenset([3, 1, 2]) | {9}
l = {x % 7 for x in range(50, 60)}
m = {True, 0, 2}
n = {-1, -5, 3}
o = {0.5, 2, 1.0}
p = set([3, 3, 2, 1, 2])
q = {1, 2, 3}; q.update([50, 33, 40]); q -= {2}
r = list({8, 0, 16}), list({16, 24, 0}), list({7, 15, 23})
s = set(list(range(10)) + [64, 32])
t = {x: None for x in {30, 10, 20}}
u = [v for v in {256, 2, 512}], max({3, 9}), sum({1, 2, 3}), tuple({4, 2})
w = {1, 2, 3}.union({4}, [5, 100]), {1, 2, 3, 40}.difference([1]), {5, 6, 7}.symmetric_difference({7, 8})
x = set(); x.add(3); x.add(1); x.add(2); x.add(11); x.add(19); x.add(27)
y = {None}, {()}, {1, 1.0}, {0, False, ""} == {0, ""}
z = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100, 200, 50}
# ---
def a1():
    for i in range(5):
        try:
            if i == 1: continue
            if i == 3: break
            out.append(i)
        finally: out.append(f"f{i}")
    else: out.append("else")
    return "done"
out = []
r1 = a1(), out
def a2():
    while True:
        try: return "try"
        finally: break
    return "after"
def a3():
    try: raise ValueError(1)
    except ValueError: return "exc"
    finally: log.append("fin")
def a4():
    for x in [1, 2]:
        for y in "ab":
            if y == "b": break
            yield x, y
        else: yield "no"
    else: yield "end"
def a5(n):
    try:
        if n: raise KeyError(n)
        yield "normal"
    except KeyError as e: yield repr(e)
    else: yield "else"
    finally: yield "finally"
log = []
r2 = a2(), a3(), log, list(a4()), list(a5(0)), list(a5(1))
def a6():
    res = []
    with_else = 0
    n = 10
    while n > 0:
        n -= 3
        if n == 1: continue
        res.append(n)
    else: with_else = 1
    return res, with_else, n
def a7():
    try:
        try: 1 / 0
        finally: raise KeyError("second")
    except KeyError as e: return repr(e), repr(e.__context__)
def a8():
    e = "outer"
    try: raise ValueError
    except ValueError as e: pass
    try: return e
    except UnboundLocalError as u: return str(u)
def a9():
    for i in range(3): pass
    l = [i for i in range(10)]
    return i, [j for j in range(2) for _ in range(j)]
def a10(x):
    if x > 0:
        if x > 10: return "big"
        elif x > 5: return "mid"
    elif x == 0: return "zero"
    else: return "neg"
    return "small"
r3 = a6(), a7(), a8(), a9(), [a10(v) for v in (20, 7, 3, 0, -1)]
def a11():
    items = [1, 2, 3, 4]
    for i, v in enumerate(items):
        if v % 2: items.remove(v)
    d = {"a": 1, "b": 2}
    for k in list(d): d[k + k] = d.pop(k)
    return items, d
def a12():
    total = 0
    for i in range(3):
        for j in range(3):
            if i == j: continue
            if i + j > 3: break
            total += i * 10 + j
    return total
def a13(n, memo={}):
    if n in memo: return memo[n]
    memo[n] = n if n < 2 else a13(n - 1) + a13(n - 2)
    return memo[n]
x = 5
def a14():
    def inner():
        nonlocal y
        global x
        y += 1; x += y
        return y
    y = 1
    return inner(), inner(), y, x
class S:
    x = 1
    y = [x for _ in range(2)] if False else [x, x]
    def x2(self): return self.x * 2
    z = x + 1
    x = 10
r4 = a11(), a12(), a13(30), a14(), S.x, S.y, S.z, S().x2()
try:
    for q in iter(lambda: log.pop(), None): pass
except IndexError as ie: pe = str(ie)
it = iter([1, 2, 3, 4, 5])
r5 = [(p, next(it, None)) for p in it]
for i in range(3):
    def cl(): return i
fns = [lambda n=n: n * i for n in range(3)]
r6 = [fn() for fn in fns], cl()
del x
try: x
except NameError as ne: r7 = str(ne)
lst = [1, 2, 3, 4, 5, 6]
lst[1:4] = []
lst[-1:] = [9, 9]
del lst[::2]
a = b = []
a.append(1); b = b + [2]
m = [[0] * 2 for _ in range(2)]; m[0][0] = 1; n = [[0] * 2] * 2; n[0][0] = 1
t = ([1], 2); t[0].append(3)
i, lst2 = 0, [5, 6, 7]
i, lst2[i] = 2, "set"
(a1_, b1_), *c1_ = [(1, 2), 3, 4]
r8 = lst, a, b, m, n, t, i, lst2, a1_, b1_, c1_
# ---
import math
fm = [f"{x:.2f}" for x in (0.005, 0.015, 0.025, 1.005, 2.675, 1e10, 0.995, -0.001)]
fe = [f"{x:.3e}" for x in (0.00012345, 123456, 9.9995, 1e-300, 5e-324)]
fg = [f"{x:.4g}" for x in (0.00001234567, 1234567, 99999, 9999.5, 0.0001, 100000.0)]
fp = [f"{x:.1%}" for x in (0.1234, 0.9999, 1.5, 0.00049)]
rs = [round(x, 1) for x in (0.25, 0.35, 0.45, 0.05, 1.15, 2.25, -0.15)], [round(x, -1) for x in (5, 15, 25, 14.9, 151)]
pc = ["%.2f" % 2.675, "%5.1f|" % 9.96, "%g" % 1e-5, "%g" % 123456789.0, "%.3g" % 1234.5, "%e" % 0, "%08.3f" % -3.14159, "%+.2e" % 12345, "%.0f" % 0.5, "%.0f" % 1.5, "%#.0f" % 3, "%s" % 1e16, "%r" % 0.1, "%s" % (0.1 + 0.2), "%d" % 1e10, "%i" % -3.9, "%x" % 3735928559, "%5s|%-5s|" % ("ab", "cd"), "%c" % 97, "%%"]
st = [str(x) for x in (1e5, 1e15, 1e16, 1.5e16, 123456789012345678, 1e-4, 1e-5, 0.1, 1 / 3, 1e100, -1e-10, 3.0, 2.50, 1e22, 1e21)]
ar = [0.1 + 0.2, 1.1 * 3, 0.3 - 0.1, 1 / 49 * 49, 2 ** 0.5 * 2 ** 0.5, 1e308 * 10, -1e308 * 10, 1e-323 / 2, 5e-324 / 2, 3.3 % 1.1, 7 // 0.1, 1e16 + 1, 0.1 * 3 == 0.3, sum([0.1] * 10), math.fsum([0.1] * 10)]
dv = [7 // 3, -7 // 3, 7 // -3, -7 // -3, 7 % 3, -7 % 3, 7 % -3, -7 % -3, divmod(-7, 3), divmod(7, -3), 7.5 // 2, -7.5 // 2, 7.5 % -2, -7.5 % 2, divmod(-7.5, 2), 0 % 5, -1 // 10 ** 20, 10 ** 20 // -3, (-10 ** 20) % 7]
iv = [int(-3.7), int("-0"), int(" 12 "), int("0b11", 0), int("z", 36), int(1e18), int(True), float("1e3"), float(" -1.5 "), float("1_0.5"), float("infinity"), float("-nan") != 0, int("９"), float("١٢")]
mm = [math.floor(-0.5), math.ceil(-0.5), math.trunc(-1.9), round(-0.5), round(1.5), round(2.5), math.sqrt(16), math.isqrt(17), math.pow(2, 10), 2 ** -2, 2 ** 3 ** 2, (-2) ** 2, -2 ** 2, math.hypot(5, 12), math.gcd(12, 18), math.gcd(0, 5), math.lcm(4, 6), math.comb(5, 2), math.perm(5, 2), math.factorial(10), math.copysign(1, -0.0), math.prod([]), math.log(1), math.log2(1024), math.log10(1e5), math.exp(0), math.cos(0), math.fmod(-5, 3), math.isclose(1e-10, 0), math.isclose(1, 1 + 1e-10), math.dist([1, 2], [4, 6]), math.degrees(math.pi / 2), math.radians(90) == math.pi / 2]
bi = [5 & 3, 5 | 3, 5 ^ 3, ~5, 5 << 3, -5 >> 1, 1 << 64, -1 >> 100, (1 << 64) - 1, 0xFF & ~0xF, -8 >> 2, -1 & 0xFF, True | False, 6 & True, bin(-5), bin(5 - 8 & 0xF), (255).bit_length(), (-256).bit_length(), (37).bit_count()]
cx = [(1 + 2j) * (3 - 4j), (1 + 2j) / (3 - 4j), abs(3 - 4j), (1 + 2j) ** 2, 1j ** 2, -1j, 2 - 0j, (1 + 2j).real, (1 + 2j).conjugate(), complex("3-4j"), complex(0, -0.0), 1 + 0j == 1, str(1j), repr(-0j), (0.1 + 0.2j) + 1]
cm = [1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 == True, 0.1 + 0.2 <= 0.3, float("nan") == float("nan"), float("nan") in [float("nan")], (nan := float("nan")) in [nan], [nan] == [nan], math.inf > 10 ** 1000, -math.inf < -1e308, 10 ** 16 == 1e16, 10 ** 16 + 1 == 1e16, 2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53, (1, 2.0) == (1.0, 2), hash(2 ** 61 - 1), hash(-1), hash(1.5), hash(10 ** 20), hash(0.1), hash(True), hash(float("inf")), hash(2 ** 61), hash((1, 2)), hash(()), hash(None) is not None]
nb = [(12345).__format__(","), format(1234567.891, ",.1f"), format(-5, "+d"), format(255, "#06x"), format(5, "08b"), format(0.5, "%"), format(1e6, "g"), format(123, "e"), format(True, "d"), format(3, ".1f"), format("abc", "*^9"), format("abc", ".2"), format(12, "<5") + "|", format(12, "^5") + "|", format(-12, "=6"), format(10 ** 20, ","), format(1234.5, "_.2f"), format(0xdead, "_x"), format(3 + 4j, ".1f"), format(65, "c"), format(0.0, ".3g"), format(1e-7, "f"), format(100, "n")]
# ---
s = "The Quick brown fox"
r = [s.split(maxsplit=1), s.rsplit(None, 1), s.lower().title(), s.swapcase(), s.center(25, "*"), s.zfill(22), s.find("q"), s.lower().find("q"), s.partition(" "), s.rpartition("x"), s.replace("", ".")[:6], s.count(""), s[::-2], s[-3:], s[:-3:-1], s.expandtabs(), s.isprintable(), s.casefold(), s.startswith("The"), s.endswith(("x", "y")), " ".join(reversed(s.split())), "".join(sorted(s)).strip(), s.translate({ord("T"): "t", ord("Q"): None}), max(s), min(s.split()), s.encode()[:3], "x".join([]), s * 0, "é".encode().hex(), ascii("é"), "ß".upper(), "İ".lower() == "i̇", "ŉ".upper(), "ﬁ".upper(), "Σ".lower(), "ΑΣ".lower(), "ǅ".swapcase(), "o'brien mc-donald".title(), "hELLO wORLD".capitalize(), "a1b2".isalnum(), "١".isdigit(), "٣".isdecimal(), "Ⅷ".isnumeric(), "_a".isidentifier(), "é".isidentifier(), "".isspace(), "\u3000".isspace(), "Ab Cd".istitle(), "AB".isupper(), "a\u0301".islower(), "\x85".splitlines(), "a\x1cb\x0cc\u2028d".splitlines(), "a\r\n\nb".splitlines(True), "  a ".strip(), "\ta\n".strip(), "\u00a0a".strip(), "xyxax".strip("xy"), "mississippi".rstrip("ip"), "aaa".replace("a", "aa"), "abcabc".rfind("c", 0, 5), "abc".find("", 3), "abc".find("", 4), "abc".index(""), "banana".count("ana"), "a-b_c".replace("-", "_").split("_"), "%s" % "x", "a" "b", "1,2,,3".split(","), ",".split(","), " ".split(), " ".split(" "), "ab".join("123"), "😀a"[0], len("😀"), "😀a"[::-1], "e\u0301" == "é", sorted("bAa"), "a" < "B", "abc" > "abd", "Z" < "a", "é" > "z", "10" < "9", "" < "a"]
t = ["'", '"', "'\"", "\\", "\n\t\r", "\x00\x1f\x7f", "\x80\xad\xff", "\u2028\ufeff", "\ud800", "\U0001f600", "é", "\u0301", "\u200b", "𝔘", "\ue000", "\u0378"]
reps = [repr(x) for x in t], [ascii(x) for x in t]
by = [b"abc", b"\x00\xff'", b'"', b"\n\\", bytes(range(120, 132)), bytearray(b"x'y"), b"a".hex(), bytes.fromhex("00 ff"), b"abc"[1], b"abc"[1:], b"a,b".split(b","), b"abc".find(b"c"), b"A".lower(), b"ab" < b"b", list(b"ab"), b"%d" % 5, b"ab".decode(), b"x" * 3, b"a" in b"ab", 97 in b"ab", b"".join([b"a", b"b"]), b"abc".startswith(b"a"), b" a ".strip(), b"aXbX".replace(b"X", b"-"), b"ab".center(5, b"."), b"1".zfill(3), b"a\nb".splitlines(), b"Hello".swapcase(), b"abc".translate(None, b"b"), b"a-b".partition(b"-"), int.from_bytes(b"\x01\x00", "big"), b"\xe9".decode("latin-1"), "é".encode("utf-8"), b"abc".isalpha(), b"abc".endswith((b"c", b"d")), hash(b"") is not None, bytes("ab", "ascii"), bytes([65, 66]), bytes(2)]
f = ["{:>8}|{:<8}|{:^8}".format("a", "b", "c"), "{0}{1}{0}".format(1, 2), "{a[0]}{b.real}".format(a=[1], b=2), "{:{}}".format("x", 4), "{!r:>6}".format("a"), "{{}}".format(), "{:,}".format(1234567), "{:+.1e}".format(12345.678), "{:#x}".format(255), "{:08.2f}".format(-3.14159), "{:%}".format(0.25), "{:c}".format(65), "{:s}".format("a"), "{:5}|{:5}|".format(1, "a"), "{:.3}".format("abcdef"), "{:_}".format(10 ** 6), "{:b}".format(-5), "{:o}".format(8), "{:g}".format(0.00001), "{x!s}{x!r}{x!a}".format(x="é"), "{:^+9.2f}".format(2.5), "{:e}".format(0), "{0[a]}".format({"a": 1}), "{:>{w}}".format(5, w=4), "{:=+5}".format(3), "{:*<5}".format(True), "{}".format(None), "{:<5}|".format(str(None)), "{:10.4}|".format(3.14159265), "{:n}".format(1000)]
# ---
import re
def t(p, s, fl=0):
    m = re.search(p, s, fl)
    return m and (m.group(), m.span(), m.groups(), m.groupdict())
r = [t(r"(\d+)-(\d+)", "tel 555-1234"), t(r"(?P<y>\d{4})(?P<m>\d\d)?", "2024"), t(r"^b", "a\nb"), t(r"^b", "a\nb", re.M), t(r"a.b", "a\nb", re.S), t(r"(a)|(b)", "b"), t(r"(?i:A)b", "ab"), t(r"(?<!\d)\d{2}(?!\d)", "123 45"), t(r"(\w)\1", "hello"), t(r"(?P<q>['\"]).*?(?P=q)", 'say "hi" \'x\''), t(r"x*", "aaa"), t(r"\bfoo\b", "a foo b"), t(r"[^a-c]+", "abcdef"), t(r"(?:ab){2,}?", "ababab"), t(r"a{,2}b", "aaab"), t(r"\Aab\Z", "ab"), t(r"(?=(\w+))", "hi"), t(r"(a(b)?)+", "aba"), t(r"[\]\-x]+", "-]x"), t(r"\u00e9+", "éé"), t(r"\d+", "١٢"), t(r"\d+", "١٢", re.A), t(r"(?x) a  b # c", "ab"), t(r"(?s)a.c(?-s:.)", "a\ncd"), t(r"(?>a+)b", "aab"), t(r"a++b", "aab"), t(r"(a)?(?(1)b|c)", "ab"), t(r"$", "a\n"), t(r"\w+$", "ab\n")]
s = [re.sub(r"(\w+)@(\w+)", r"\2 at \1", "me@home"), re.sub("x*", "-", "abxc"), re.sub(r"\d", lambda m: f"<{m[0]}>", "a1b2", count=1), re.subn("a", "b", "banana"), re.split(r"([,;])\s*", "a, b;c"), re.split(r"\s", " a b "), re.split("", "abc"), re.findall(r"(\w)(\d)", "a1 b2"), re.findall(r"\w(?=\d)", "a1b2c"), re.findall("", "ab"), [m.start() for m in re.finditer("a", "banana")], re.sub(r"(?P<n>\d)", r"[\g<n>]", "a1"), re.sub("a|b", {"a": "1", "b": "2"}.get("a"), "ab"), re.escape("a+b (c) é"), re.sub(r"\\", "/", r"a\b"), re.sub("a", r"\n", "a"), re.sub("(a)(b)?", r"\2x", "ac"), re.fullmatch("a|ab", "ab").group(), re.match("(?:a|ab)(?:c|bcd)", "abcd").group(), re.split("(-)", "a-b-c", maxsplit=1), re.sub("^", "> ", "a\nb", flags=re.M), re.findall(r"[A-Z]{2,}", "ABcDEF"), re.sub(r"(.)(?=\1)", "", "aabbc")]
p = re.compile(r"(?P<k>\w+)=(?P<v>[^,]*)", re.I)
d = {m["k"]: m["v"] for m in p.finditer("a=1,b=two,c=")}
m = p.match("key=val")
a = m.group("k", "v"), m.lastgroup, m.start("v"), m.end(), p.groupindex["v"], p.flags, repr(m), repr(p), m.re is p, bool(m), p.search("zz"), p.fullmatch("a=b").groupdict(), m.string[m.end():], p.pattern, p.groups, m.span("k"), m.regs if hasattr(m, "regs") else None
# ---
from itertools import accumulate, chain, combinations, combinations_with_replacement, compress, count, cycle, dropwhile, filterfalse, groupby, islice, pairwise, permutations, product, repeat, starmap, takewhile, tee, zip_longest
from collections import *
c = Counter("abracadabra")
r = c.most_common(3), c["z"], sum(c.values()), Counter(a=3, b=1) - Counter(a=1, b=2), Counter(a=1) + Counter(b=2), c & Counter("aab"), sorted(c), list(c.elements())[:4], Counter([1, 1, 2]).most_common(), Counter({"x": 0, "y": -1}), +Counter({"x": 0, "y": 2}), Counter("aa") == {"a": 2}, Counter(a=1) < Counter(a=2), c.copy() == c, Counter(dict(a=2)).total(), str(Counter()), Counter("ab") | Counter("bbc")
d = defaultdict(lambda: [0, 0])
for k, v in [("a", 1), ("b", 2), ("a", 3)]:
    d[k][0] += v
    d[k][1] += 1
dd = dict(d), {k: s / n for k, (s, n) in d.items()}, defaultdict(int, a=1), defaultdict(list).get("x"), len(defaultdict(set))
q = deque("abc", maxlen=3)
q.append("d"); q.appendleft("z"); q.rotate(1)
dq = q, list(q), q[1], "z" in q, deque([1, 2, 3])[-1], deque(range(3)) == deque([0, 1, 2]), deque([1]) + deque([2]), list(reversed(q)), q.count("a"), deque(maxlen=2).maxlen, repr(deque([1, deque()]))
od = OrderedDict.fromkeys("abc", 0)
od.move_to_end("a"); od["b"] = 5; od.popitem(last=False)
oo = od, list(od), OrderedDict(a=1) == {"a": 1}, OrderedDict([(1, 2), (3, 4)]) == OrderedDict([(3, 4), (1, 2)]), od | {"z": 1}
cm = ChainMap({"a": 1}, {"a": 2, "b": 3})
cc = cm["a"], dict(cm), list(cm), cm.new_child()["b"], ChainMap({}, {"x": 1})["x"], len(cm), cm.maps[1]["a"], cm
P = namedtuple("P", ["x", "y"], defaults=[5])
pp = P(1), P(1)._replace(x=2), P._make("ab"), P(1, 2)._asdict(), P(1) + (3,), P(3) > P(2, 9), [*P(1)], P(*[7, 8]), P._field_defaults, P(1).count(5), {P(1): 2}[(1, 5)]
it1 = [list(accumulate([1, 2, 3], lambda a, b: a * b)), list(chain("ab", [1])), list(combinations("abc", 2)), list(permutations([1, 2, 3], 2)), list(product("ab", [1, 2])), list(zip_longest([1], "ab")), list(islice(count(1, 3), 2, 5)), list(starmap(max, [(1, 2), (4, 3)])), list(takewhile(str.isalpha, "ab1c")), list(dropwhile(str.isalpha, "ab1c")), list(compress("abc", [0, 1, 1])), list(filterfalse(bool, [0, 1, ""])), [(k, list(g)) for k, g in groupby([1, 1, 2, 1])], list(pairwise([1, 2, 3])), list(repeat(0, 2)), list(islice("abcdef", 1, 5, 2)), list(combinations_with_replacement([1, 2], 2)), ["".join(x) for x in product("01", repeat=2)], list(zip(*[iter("abcdef")] * 3)), list(chain.from_iterable(["ab", "c"])), list(accumulate("abc")), list(map(lambda a, b: a + b, [1, 2], [3, 4, 5])), list(tee("ab")[1]), next(cycle([9])), sum(1 for _ in permutations(range(5))), list(islice(cycle("xy"), 3))]
# ---
only = {"q"}
taken = only.pop()
left = only, len(only), bool(only)
only.add("r")
again = only, only.pop(), only
words = {"a", "b"}
words.discard("a")
words.remove("b")
none = words, len(words)
