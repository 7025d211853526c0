# ---
l = [5, 3, 8, 1]
l.append(4); l.insert(1, 7); l.extend((2, 9)); l.remove(8)
a = l[:], l.pop(), l.pop(0), l.index(4), l.count(3), l
l.sort(); b = l[:]
l.sort(reverse=True); c = l[:]
l.reverse(); d = l[:]
l.sort(key=lambda v: (v % 2, -v)); e = l.copy()
l[1:3] = "xyz"; f = l[:]
l[::2] = [0] * len(l[::2]); g = l[:]
del l[1::2]; h = l[:]
l[len(l):] = [1, 2]; l[:0] = [-1]; i = l[:]
l *= 2; j = l, l * 0, [l[0]] * 3
l.clear(); k = l
errs = []
for fn in (lambda: [].pop(), lambda: [1].remove(2), lambda: [1].index(5), lambda: [1, 2].__setitem__(slice(None, None, 2), [1, 2]), lambda: [1, 2][2], lambda: [1].pop(3), lambda: [1] + "a", lambda: [1].extend(3), lambda: [1].insert("a", 1), lambda: [1] * [2], lambda: [3, "a"].sort(), lambda: [1] < ["a"], lambda: [1, 2].index(2, 5), lambda: [][0:"a"], lambda: [1, 2, 3].__delitem__(5)):
    try: errs.append(fn())
    except Exception as ex: errs.append((type(ex).__name__, str(ex)))
cmp = [1, 2] < [1, 3], [1] < [1, 0], [] < [0], [1, 2] == [1.0, 2.0], [1] == (1,), [[1]] == [[1]], [1, [2]] > [1, [1, 9]]
grid = [[0] * 3 for _ in range(2)]
grid[0][1] = 5
shared = [[0] * 2] * 2
shared[0][0] = 1
t = [list(r) for r in zip(*grid)], grid, shared
rec = [1]; rec.append(rec); rr = repr(rec), rec[1][1][0], len(rec)
nest = [[1, [2, 3]], [4]], sum([[1, 2], [3]], []), [x for r in [[1, 2], [3]] for x in r]
sl = list(range(10))
ss = sl[2:8:3], sl[-3:], sl[:-3], sl[::-1], sl[8:2:-2], sl[20:], sl[-100:2], sl[5:2], sl[slice(1, 4)], sl[True], sl[-1:], sl[3:3], slice(None, None, -1).indices(5), slice(-3, None).indices(10)
v = [0, 1, 2]
for x in v:
    if x < 3: v.append(x + 3)
grow = v
w = [1, 2, 3, 4]
for x in w:
    w.remove(x)
shr = w
stable = sorted([("b", 1), ("a", 1), ("c", 0)], key=lambda p: p[1]), sorted([("b", 1), ("a", 1), ("c", 0)], key=lambda p: p[1], reverse=True)
# ---
d = {"b": 1, "a": 2}
d["c"] = 3; d["b"] = 9; d.update(z=5, a=7); d.update([("q", 1)]); d.update({"b": 0})
a = d, list(d), list(d.values()), list(d.items()), d.pop("a"), d.pop("nope", None), d.popitem(), d.get("b"), d.get("no"), d.get("no", 4), d.setdefault("b", 100), d.setdefault("n", []), len(d), "b" in d
b = dict(a=1, b=2), dict([(1, 2), (3, 4)]), dict({"a": 1}, b=2), dict(zip("ab", "cd")), dict.fromkeys("ab"), dict.fromkeys([1, 2], 0), {k: v for k, v in zip("xy", range(2))}, {i: i ** 2 for i in range(3) if i}
c = {"a": 1} | {"b": 2, "a": 3}, {1: "a", True: "b", 1.0: "c"}, {0: 1, False: 2, "": 3, None: 4, (): 5}, {**{"x": 1}, "y": 2}
e = {"a": 1}; e |= {"b": 2}; e |= [("c", 3)]
f = {"a": 1, "b": 2} == {"b": 2, "a": 1}, {"a": 1} != {"a": 1.0}, {"a": [1]} == {"a": [1]}
kv = {"a": 1, "b": 2}.keys() & {"a", "z"}, sorted({"a": 1, "b": 2}.keys() | {"c"}), {"a": 1}.keys() - {"a"}, {"a": 1}.items() & {("a", 1)}, {"a": 1}.keys() == {"a"}, "a" in {"a": 1}.keys(), ("a", 1) in {"a": 1}.items(), 1 in {"a": 1}.values(), {"a": 1}.keys().isdisjoint(["b"]), {"a": 1}.keys() <= {"a": 1, "b": 2}.keys()
rp = {"a": 1}.keys(), {"a": 1}.values(), {"a": 1}.items(), {}, {(1, 2): [3], "k": {"n": None}}
rec = {}; rec["me"] = rec; rr = repr(rec)
errs = []
for fn in (lambda: {}["k"], lambda: {}.pop("k"), lambda: {}.popitem(), lambda: {[]: 1}, lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: {"a": 1} + {}, lambda: {"a": 1} < {}, lambda: {}.update(1), lambda: {{}: 1}, lambda: dict(**{1: 2}), lambda: {1: 2}[[1]], lambda: {}.fromkeys(3), lambda: {"a": 1}.__delitem__("b"), lambda: {}.a, lambda: {1: 1} | [1]):
    try: errs.append(fn())
    except Exception as ex: errs.append((type(ex).__name__, str(ex)))
m = {1: "a", 2: "b"}
try:
    for k in m: m[k + 10] = 1
except RuntimeError as ex: rt = str(ex)
for k in list(m):
    if k > 5: del m[k]
inv = {v: k for k, v in m.items()}
srt = dict(sorted({"b": 1, "a": 2}.items())), sorted({"b": 1, "a": 2}, key={"b": 1, "a": 2}.get), max({"a": 5, "b": 2}, key=lambda k: -{"a": 5, "b": 2}[k])
group = {}
for w in "the cat sat on the mat that".split(): group.setdefault(w[0], []).append(w)
cnt = {}
for ch in "hello": cnt[ch] = cnt.get(ch, 0) + 1
deep = {"l": [{"k": (1, {"z": 2})}]}
dv = deep["l"][0]["k"][1]["z"]; deep["l"][0]["k"][1]["z"] += 5
rv = list(reversed({"a": 1, "b": 2}.items())), next(iter({"q": 1})), [*{"a": 1}], dict(a=1).copy()
order = {}; order["x"] = 1; order["y"] = 2; del order["x"]; order["x"] = 3
nm = {"filters": 32, "kernel_size": 3}
call = (lambda filters, kernel_size, **k: (filters, kernel_size, k))(**nm, strides=2)
# ---
s = {3, 1, 2}
s.add(5); s.discard(9); s.remove(1); s.update([7, 8], (9,))
a = s, len(s), 3 in s, s | {1}, s & {3, 5}, s - {3}, s ^ {3, 100}, s >= {3}, s < s, {3} < s, s.isdisjoint({0}), s.issubset(range(20)), s.issuperset([3]), s.union([0], [1]), s.intersection([5, 3, 6]), s.difference([3], [5]), s.symmetric_difference([3, 0]), sorted(s, reverse=True)
s.intersection_update(range(6)); b = s.copy()
s.difference_update([3]); c = s.copy()
s.symmetric_difference_update([5, 6]); d = s.copy()
s |= {1}; s &= {1, 6}; s -= {6}; s ^= {4}; e = s
f = set(), frozenset(), frozenset([1, 2]), set("a"), {*[1], *[1]}, {i % 3 for i in range(10)}, {frozenset([1]): 2}, frozenset([1]) | {2}, {2} | frozenset([1]), frozenset([1]) == {1}, hash(frozenset([1, 2])) == hash(frozenset([2, 1])), {1, 1.0, True}, {True, 1}, set([1, 2]) == {2, 1}
big = {i * 7 % 50 for i in range(0, 50, 3)}, {-1, -2, 0, 100, 64, 32, 8}, set(range(10, 0, -1)), {2 ** 61, 5, 2 ** 64}, {1.5, 2.5, 0.5}, {(1, 2), (0, 0)} == {(0, 0), (1, 2)}
errs = []
for fn in (lambda: {1}.remove(2), lambda: set().pop(), lambda: {[]}, lambda: {1} | [1], lambda: {1} + {2}, lambda: {1}[0], lambda: frozenset().add(1), lambda: {{1}}, lambda: set(5), lambda: {1} < [1], lambda: {1}.union(3), lambda: {1} & "a"):
    try: errs.append(fn())
    except Exception as ex: errs.append((type(ex).__name__, str(ex)))
p = {42}; q = p.pop(), p
uniq = list(dict.fromkeys([3, 1, 3, 2, 1])), sorted(set("mississippi")), len(set([1, 2, 2])), "".join(sorted({"b", "a"}))
t = (1, 2, 3)
tt = t + (4,), t * 2, t[1:], t[::-1], t.index(2), t.count(1), 2 in t, len(t), (1,), (), tuple("ab"), tuple([1]), t < (1, 2, 4), (1, 2) < (1, 2, 0), max(t), hash((1, 2)) == hash((1, 2)), (1, "a", None), ((1,),), (1, 2) == [1, 2], sorted([(2, 1), (1, 2)])
terr = []
for fn in (lambda: t[5], lambda: t.index(9), lambda: t + [1], lambda: hash((1, [])), lambda: t["a"], lambda: t.append(1), lambda: t < 5):
    try: terr.append(fn())
    except Exception as ex: terr.append((type(ex).__name__, str(ex)))
try: t[0] = 5
except TypeError as ex: te = str(ex)
try: del t[0]
except TypeError as ex: td = str(ex)
# ---
from collections import Counter, defaultdict, OrderedDict, deque, ChainMap, UserDict, UserList, UserString
c = Counter("mississippi")
a = c, c["s"], c["zz"], c.most_common(2), c.most_common(), sorted(c.elements()), c.total(), list(c), c + Counter("miss"), c - Counter("miss"), c & Counter("sip"), c | Counter("zz"), +Counter(a=-1, b=2), -Counter(a=-1, b=2), Counter(a=3) == Counter(a=3, b=0), Counter(a=1) <= Counter(a=2), Counter([1, 1, 2]), Counter(x=5).most_common(1)[0][0], dict(c), repr(Counter())
c.update("mmm"); c.subtract({"i": 10}); b = c, c["m"], c["i"]
del c["p"]; bb = "p" in c, c.pop("s"), len(c)
d = defaultdict(list)
d["a"].append(1); d["b"]; d["a"].append(2)
dd = d, d.get("q"), "q" in d, dict(d), d.default_factory, defaultdict(int, {"x": 1})["y"], defaultdict(lambda: "n/a")["k"], len(d), d.copy(), defaultdict(None, {1: 2}), sorted(d.items())
try: defaultdict()["k"]
except KeyError as e: de = repr(e)
try: defaultdict(5)
except TypeError as e: df = str(e)
tree = lambda: defaultdict(tree)
t = tree(); t["a"]["b"]["c"] = 1
td = t["a"]["b"]["c"], list(t), "x" in t["a"]
o = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
o.move_to_end("a"); o1 = o.copy(); o.move_to_end("c", last=False)
oo = o1, o, o.popitem(last=False), o.popitem(), list(reversed(o1)), OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1}, OrderedDict(), o1 | {"z": 1}, OrderedDict.fromkeys("xy", 0), list(o1.items()), repr(OrderedDict([(1, OrderedDict())]))
q = deque([1, 2, 3], maxlen=4)
q.append(4); q.append(5); q.appendleft(0)
qq = q, q.maxlen, q[0], q[-1], len(q), list(q), q.popleft(), q.pop(), 2 in q, q.count(2), q.index(2)
q.extend([7, 8, 9]); q.extendleft("ab"); q.rotate(1); q2 = q.copy(); q.rotate(-2); q.reverse()
q3 = q2, q, deque("ab") + deque("c"), deque([1]) * 2, deque([1, 2]) == deque([1, 2]), deque(), deque([[1]]), deque([1, 2]) < deque([1, 3]), deque(range(5), 2), list(reversed(deque("xy"))), bool(deque())
q.pop(); q.insert(1, "i"); q.remove("i"); q[0] = "z"; del q[1]; q4 = q
er = []
for fn in (lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[3], lambda: deque([1]).remove(2), lambda: deque([1], maxlen=1).insert(0, 2), lambda: deque(maxlen=-1), lambda: deque([1])[0:1], lambda: deque([1]).index(4), lambda: Counter(5), lambda: OrderedDict().popitem(), lambda: OrderedDict().move_to_end("x"), lambda: Counter(a=1)["b"] + None):
    try: er.append(fn())
    except Exception as e: er.append((type(e).__name__, str(e)))
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
mm = m["a"], m["b"], dict(m), len(m), list(m), m.maps, m.new_child({"c": 4}), m.parents, "b" in m, m.get("z"), sorted(m.items())
m["b"] = 9; m2 = m
try: m["zz"]
except KeyError as e: me = str(e)
class Low(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.lower(), v)
u = Low({"AB": 1}, CD=2); u["Ef"] = 3; u.update(GH=4)
uu = u, u.data, "ab" in u, len(u), u == {"ab": 1, "cd": 2, "ef": 3, "gh": 4}
class UL(UserList):
    def sum(self): return sum(self.data)
ul = UL([1, 2]) + [3], UL([1, 2]).sum(), (UL([1]) * 2), UL([3, 1])[0:1], type(UL([1])[:]).__name__, UL([1]) == [1]
us = UserString("abc").upper(), UserString("a") + "b", len(UserString("xyz")), UserString("abc") == "abc", type(UserString("a") + "b").__name__
# ---
import itertools as it
from itertools import *
a = list(chain([1], "ab")), list(chain.from_iterable([[1], [2, 3]])), list(islice(count(5, 2), 3)), list(islice("abcdef", 1, None, 2)), list(islice(cycle("ab"), 5)), list(repeat(7, 3)), list(accumulate([1, 2, 3])), list(accumulate([3, 1, 2], max)), list(accumulate([1, 2], initial=10)), list(accumulate([1, 2, 3], lambda x, y: x * y))
b = list(product("ab", range(2))), list(product([0, 1], repeat=2)), list(permutations("abc", 2)), list(combinations(range(4), 2)), list(combinations_with_replacement("ab", 2)), len(list(permutations(range(4)))), list(product()), list(combinations("ab", 3)), list(permutations([]))
c = list(zip_longest("abc", "x", fillvalue="-")), list(starmap(pow, [(2, 3), (3, 2)])), list(takewhile(lambda x: x < 3, [1, 2, 5, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 5, 1])), list(filterfalse(lambda x: x % 2, range(5))), list(compress("abcd", [1, 0, 1, 1])), list(pairwise("abcd")), [x for x, _ in zip(count(0.5, 0.5), range(3))]
d = [(k, list(g)) for k, g in groupby("aaabbc")], {k: len(list(g)) for k, g in groupby(sorted("banana"))}, [(k, [x[1] for x in g]) for k, g in groupby([(1, "a"), (1, "b"), (2, "c")], key=lambda p: p[0])]
x, y = tee([1, 2, 3])
e = next(x), list(y), list(x)
p, q, r = tee("ab", 3)
f = list(p) + list(q), next(r)
cnt = count(10); g = next(cnt), next(cnt), repr(cnt), repr(repeat(5, 2)), repr(repeat("a"))
h = list(islice(range(10), 5)), list(islice([1, 2], 0)), list(islice("abc", 5, 10)), list(filterfalse(None, [0, 1, ""])), list(islice((i for i in count() if i % 3 == 0), 4))
errs = []
for fn in (lambda: islice([1], -1), lambda: list(product(1)), lambda: list(combinations([1], -1)), lambda: tee([1], -1), lambda: next(chain()), lambda: list(zip_longest([1], fill=2)), lambda: repeat(), lambda: list(accumulate(["a", 1])), lambda: next(cycle([])), lambda: count("a"), lambda: list(starmap(pow, [1])), lambda: islice([1]), lambda: list(compress([1]))):
    try: errs.append(fn())
    except Exception as ex: errs.append((type(ex).__name__, str(ex)))
def batched(xs, n):
    i = iter(xs)
    while chunk := tuple(islice(i, n)): yield chunk
bt = list(batched("abcdefg", 3))
def roundrobin(*its):
    its = cycle(iter(i).__next__ for i in its)
    active = 3
    out = []
    while active:
        try:
            for n in its: out.append(n())
        except StopIteration:
            active -= 1
            its = cycle(islice(its, active))
    return out
rrr = roundrobin("ABC", "D", "EF")
sl = list(zip(*[iter(range(6))] * 2)), dict(pairwise("abc")), sum(1 for _ in combinations(range(6), 3)), max(accumulate([1, -2, 5, -1])), "".join(chain("ab", "cd")), list(map(sum, product([1, 2], [10, 20])))
cart = {f"{o}_{lr}": (o, lr) for o, lr in product(["sgd", "adam"], [0.1, 0.01])}
# ---
import heapq, bisect, operator, functools, copy
h = [5, 2, 8, 1]
heapq.heapify(h); a = h[:]
heapq.heappush(h, 0); b = h[:]
c = heapq.heappop(h), heapq.heappushpop(h, 3), heapq.heapreplace(h, 9), h
d = heapq.nlargest(2, [1, 5, 3]), heapq.nsmallest(2, ["bb", "a", "ccc"], key=len), list(heapq.merge([1, 4], [2, 3], [0])), list(heapq.merge("ca", "b", reverse=True)), heapq.nlargest(5, [1]), heapq.nsmallest(0, [1])
e = bisect.bisect([1, 2, 2, 3], 2), bisect.bisect_left([1, 2, 2, 3], 2), bisect.bisect_right([], 1), bisect.bisect([1, 5, 9], 6, 1), bisect.bisect_left(["a", "bb", "ccc"], 2, key=len)
l = [1, 3]; bisect.insort(l, 2); bisect.insort_left(l, 3); bisect.insort(l, 0)
def grade(s): return "FDCBA"[bisect.bisect([60, 70, 80, 90], s)]
gr = [grade(s) for s in (33, 60, 77, 90, 100)]
o = operator.add(1, 2), operator.itemgetter(1)("abc"), operator.itemgetter(0, 2)("abc"), operator.attrgetter("real")(5), operator.methodcaller("upper")("a"), operator.methodcaller("split", ",", 1)("a,b,c"), operator.mul("a", 3), operator.contains([1], 1), operator.getitem([5, 6], 1), operator.truediv(1, 4), operator.neg(3), operator.not_([]), operator.concat([1], [2]), operator.is_(None, None), operator.index(5), operator.lt(1, 2), operator.countOf([1, 1], 1), operator.indexOf("abc", "c"), operator.matmul.__name__, operator.xor(5, 1), operator.iadd([1], [2]), operator.itemgetter(slice(0, 2))("abc"), operator.attrgetter("a.b")
p = functools.partial(int, base=2)
class N:
    v = 1
    class w: z = 3
f = p("101"), p.func, p.keywords, p.args, functools.reduce(lambda x, y: x * 10 + y, [1, 2, 3]), functools.reduce(operator.add, [], 5), functools.partial(pow, 2)(5), functools.partial(functools.partial(max, 3), 9)(1), operator.attrgetter("v", "w.z")(N), repr(functools.partial(int, "1", base=2)), functools.partial(print).func.__name__
try: functools.reduce(operator.add, [])
except TypeError as ex: re_ = str(ex)
calls = []
@functools.lru_cache(maxsize=2)
def sq(x): calls.append(x); return x * x
s = [sq(1), sq(2), sq(1), sq(3), sq(2)], calls, sq.cache_info(), sq.cache_parameters(), sq.__wrapped__(4), sq.__name__
sq.cache_clear(); s2 = sq.cache_info()
@functools.cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
fb = fib(80), fib.cache_info().hits, fib.cache_info().currsize
srt = sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)), sorted(["b10", "b9", "a1"], key=functools.cmp_to_key(lambda a, b: (a > b) - (a < b)))
@functools.singledispatch
def show(x, *a): return "obj"
@show.register
def _(x: int, *a): return "int"
@show.register(str)
@show.register(bytes)
def _(x, *a): return "text"
@show.register
def _(x: list | tuple, *a): return [show(i) for i in x] if False else "seq"
sh = show(1), show("a"), show(b""), show(True), show(2.5), show.dispatch(bool) is show.dispatch(int), show.registry.keys() >= {int, str}
class M:
    def f(self, a, b): return a, b
    g = functools.partialmethod(f, 1)
pm = M().g(2)
orig = {"a": [1, {"b": 2}], "t": (1, [2])}
sc, dc = copy.copy(orig), copy.deepcopy(orig)
orig["a"][1]["b"] = 99; orig["t"][1].append(3)
cp = sc, dc, sc["a"] is orig["a"], dc["a"] is orig["a"], copy.copy([1]) == [1], copy.deepcopy((1, 2)) == (1, 2)
loop = [1]; loop.append(loop); lc = copy.deepcopy(loop); lcr = lc[1] is lc, repr(lc)
