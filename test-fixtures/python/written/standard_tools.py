# ---
import re
text = "Conv2D(32, 3) -> BN -> ReLU; Dense(units=10)"
a = re.findall(r"\w+\(", text), re.findall(r"(\w+)\((\d+)", text), re.search(r"(?P<name>[A-Z]\w*)\((?P<n>\d+)", text).groupdict(), re.split(r"\s*->\s*|;\s*", text), re.sub(r"\d+", lambda m: str(int(m[0]) * 2), text), re.subn(r"[aeiou]", "", text), re.match(r"conv", text), re.match(r"conv", text, re.I).group(), re.fullmatch(r"\d+", "123").span(), bool(re.search(r"\bBN\b", text))
m = re.search(r"(\w+)=(\d+)(x)?", text)
b = m.group(0), m.groups(), m.groups("-"), m.start(1), m.end(), m.span(2), m[1], m.lastindex, m.string is text, m.re.pattern, m.expand(r"\2:\1"), m.pos, m.endpos
c = [mm.group() for mm in re.finditer(r"[A-Z]+", text)], re.escape("a.b*c[d]"), re.compile(r"(a)(?P<x>b)?").groupindex, re.compile("a(b)(c)").groups, re.sub(r"(\w+) (\w+)", r"\g<2> \1", "hello world"), re.split(r"(,)", "a,b,c"), re.split(",", "a,b,c", 1), re.sub("a", "b", "aaaa", count=2)
d = re.findall(r"(?<=\$)\d+", "$10 20 $30"), re.findall(r"a.c", "abc a\nc", re.S), re.findall(r"^\w", "ab\ncd", re.M), re.findall(r"""(?x) \d+  # digits
   [a-z]""", "1a 22b"), re.sub(r"(?i)HELLO", "x", "Hello hello"), re.findall(r"(?:ab)+", "ababab ab"), re.findall(r"a*?b", "aab"), re.findall(r"\d{2,3}", "1 12 123 1234"), re.findall(r"(\d+)(?!px)\b", "10px 20"), re.findall(r"[^\W\d_]+", "ab_1 cd2")
snake = re.sub(r"(?<!^)(?=[A-Z])", "_", "SeparableConvNet").lower(), re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", re.sub(r"(.)([A-Z][a-z]+)", r"\1_\2", "HTTPServerConv2DBlock")).lower(), "".join(w.title() for w in "max_pool_2d".split("_"))
p = re.compile(r"stage(\d+)_(\w+)", re.I | re.M)
e = p.flags & re.I != 0, p.match("Stage3_conv").groups(), p.sub(r"\2@\1", "stage1_a stage2_b"), repr(re.compile("a")), repr(re.compile("a", re.I)), repr(re.match("a", "abc")), p == re.compile(r"stage(\d+)_(\w+)", re.I | re.M)
errs = []
for pat in ("(", "[", "*a", "a**", "(?P<n>a)(?P<n>b)", r"\1", "a{2,1}", "(?<=a*)b", "(?z)", ")", "[z-a]", r"\q"):
    try: errs.append(re.compile(pat))
    except re.error as x: errs.append((str(x), x.pos))
try: re.sub("a", r"\2", "a")
except re.error as x: er = str(x)
try: m.group(9)
except IndexError as x: ix = str(x)
tok = [(k.lastgroup, k.group()) for k in re.finditer(r"(?P<num>\d+(?:\.\d+)?)|(?P<id>[a-z]\w*)|(?P<op>[-+*/()=])", "x = 3.5*(y1-2)")]
verbose = re.sub(r"\s+", " ", "  a \t b\n\nc ").strip(), re.findall(r"\bk(\d)s(\d)\b", "r1_k3s1 k5s2"), dict(re.findall(r"([a-z])(\d+)", "r2k3s11e6i32")), re.split(r"\W+", "a, b; c."), re.sub(r"(.)\1+", r"\1", "aabbcd"), re.findall(r"[\u4e00-\u9fff]+", "x中文y"), re.sub("", "-", "abc"), re.findall(r"(a)|(b)", "ab"), re.search(r"(a+)(?=b)", "aab").end()
# ---
import json
cfg = {"name": "net", "layers": [{"type": "conv", "filters": 32, "k": [3, 3]}, {"type": "dense", "units": 10}], "lr": 1e-3, "on": True, "none": None, "é": "ü\n\"q\"", "f": 1.0, "big": 10 ** 20}
a = json.dumps(cfg), json.dumps(cfg, indent=2), json.dumps(cfg, sort_keys=True), json.dumps(cfg, separators=(",", ":")), json.dumps(cfg, ensure_ascii=False), json.dumps([1, (2, 3), {}]), json.dumps({}), json.dumps([]), json.dumps([], indent=1), json.dumps("é\u2028\t"), json.dumps({1: 2, None: 3, True: 4, 1.5: 5}), json.dumps([float("inf"), float("nan"), -0.0, 1e16, 1e-7]), json.dumps({"a": [1, {"b": []}]}, indent="--")
b = json.loads(json.dumps(cfg)) == cfg, json.loads('{"a": [1, 2.0, 1e3, -0, "\\u00e9\\n", true, null]}'), json.loads(" [1 , 2 ] "), json.loads('"x"'), json.loads("3"), json.loads("NaN") != 0, json.loads('{"a": 1, "a": 2}'), json.loads(b'{"k": 1}'), json.loads("1E2"), json.loads("-1.50"), json.loads("[]"), json.loads('"\\ud83d\\ude00"')
errs = []
for s in ("", "{", "[1,]", "{'a': 1}", '{"a" 1}', "nul", '"abc', "[1 2]", "1 2", '{"a": }', '"\t"', "[1", '{"a": 1,}', "01", '"\\x"', "tru", "-", "{1: 2}"):
    try: errs.append(json.loads(s))
    except json.JSONDecodeError as e: errs.append((str(e), e.pos))
for o in ({1, 2}, object, {(1, 2): 3}, 1j, b"x"):
    try: errs.append(json.dumps(o))
    except TypeError as e: errs.append(str(e))
class Enc(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set): return sorted(o)
        if hasattr(o, "__dict__"): return {"__class__": type(o).__name__, **o.__dict__}
        return super().default(o)
class P:
    def __init__(self): self.x = 1
c = json.dumps({"s": {2, 1}, "p": P()}, cls=Enc), json.dumps({1, 2}, default=list), json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d.items())), json.loads("[1.5, 2]", parse_float=str, parse_int=float), json.loads('{"x": 1, "y": 2}', object_pairs_hook=lambda ps: [k for k, _ in ps]), json.dumps({"b": 1, 2: 3}, skipkeys=True), json.dumps([1, 2, 3], indent=0), Enc().encode([1]), json.JSONDecoder().decode("[1]"), json.dumps({"k": float("1e300")})
l = []; l.append(l)
try: json.dumps(l)
except ValueError as e: circ = str(e)
rt = json.loads(json.dumps({"t": (1, 2), 3: "i"})), json.dumps(None), json.dumps(True), json.dumps(3.0), json.dumps("a/b"), json.dumps("\x7f\x00")
import io
f = io.StringIO(); json.dump(cfg["layers"], f); f.seek(0)
ld = json.load(f), f.getvalue()[:20]
from collections import OrderedDict, namedtuple
nt = json.dumps(namedtuple("N", "a b")(1, 2)), json.dumps(OrderedDict(b=1, a=2)), json.loads('{"b":1,"a":2}', object_pairs_hook=OrderedDict)
# ---
from pathlib import Path, PurePosixPath, PurePath, PureWindowsPath
import os, os.path
p = Path("data") / "train" / "img_01.tar.gz"
a = p, str(p), p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parts, list(p.parents), p.with_suffix(".png"), p.with_name("x.y"), p.with_stem("s"), p.as_posix(), p.is_absolute(), p.joinpath("a", "b"), p / "../x", p == Path("data/train/img_01.tar.gz"), p.relative_to("data"), p.match("*.gz"), "lit" / Path("x"), Path("/a/b").root, Path("/a/b").anchor, Path("a//b/./c/"), Path(""), Path("."), Path("a/..") , f"{p}", repr(PurePosixPath("/x")), sorted([Path("b"), Path("a")]), hash(Path("a")) == hash(Path("a")), Path("x").with_suffix(""), Path(".bashrc").suffix, Path("a.b.").stem, p.is_relative_to("data"), Path("/a", "/b"), Path("a", "b", "c.txt"), os.fspath(p), Path("/a/b/c").relative_to("/a"), Path("~").name
errs = []
for f in (lambda: Path("a/b").relative_to("c"), lambda: Path("a").with_name(""), lambda: Path("").with_suffix(".x"), lambda: Path("a").with_suffix("x"), lambda: Path(1), lambda: Path("a") + "b", lambda: Path("a") / 1):
    try: errs.append(f())
    except Exception as e: errs.append((type(e).__name__, str(e)))
w = PureWindowsPath("c:\\a\\b.txt"), PureWindowsPath("c:/a/b.txt").parts, PureWindowsPath("c:/a").drive, str(PureWindowsPath("c:/a/b"))
o = os.path.join("a", "b", "c.h5"), os.path.join("a", "/b"), os.path.join("a/", "b"), os.path.join("a", ""), os.path.basename("/x/y.z"), os.path.dirname("/x/y.z"), os.path.split("/x/y"), os.path.splitext("a.tar.gz"), os.path.splitext(".x"), os.path.normpath("a//b/../c/."), os.path.isabs("/a"), os.path.commonpath(["/a/b", "/a/c"]), os.path.commonprefix(["abc", "abd"]), os.path.relpath("/a/b/c", "/a/d"), os.sep, os.linesep, os.path.splitdrive("/a"), os.path.join("a", *["b", "c"]), os.extsep, os.curdir, os.pathsep, os.name, os.path.sep, os.devnull
ex = os.path.expanduser("x"), os.path.basename("a/"), os.path.normpath(""), os.path.normpath("/../a"), os.path.split(""), os.path.dirname("a"), os.environ.get("SURELY_NOT_SET_X", "dflt"), os.getenv("NOPE_XYZ"), "NOPE_XYZ" in os.environ
run = "runs/%s" % "_".join(["resnet", str(50), "lr%g" % 1e-3]), Path("ckpt") / f"epoch_{3:03d}-{0.12345:.2f}.h5"
# ---
import argparse
ap = argparse.ArgumentParser(prog="train.py", description="Train a net.", epilog="Bye.")
ap.add_argument("data", nargs="?", default="mnist", help="data set")
ap.add_argument("--epochs", "-e", type=int, default=10, help="epochs (default: %(default)s)")
ap.add_argument("--lr", type=float, default=1e-3, metavar="RATE")
ap.add_argument("--sizes", nargs="+", type=int, default=[64, 32])
ap.add_argument("--act", choices=["relu", "tanh"], default="relu")
ap.add_argument("-v", "--verbose", action="count", default=0)
ap.add_argument("--no-bn", dest="bn", action="store_false")
ap.add_argument("--aug", action=argparse.BooleanOptionalAction, default=True)
ap.add_argument("--tag", action="append")
ap.add_argument("--mode", action="store_const", const="fast")
g = ap.add_mutually_exclusive_group()
g.add_argument("--gpu", type=int)
g.add_argument("--cpu", action="store_true")
a = ap.parse_args([]), ap.parse_args("cifar -e 3 --lr=0.5 --sizes 1 2 3 --act tanh -vv --no-bn --no-aug --tag a --tag b --mode --cpu".split())
b = vars(a[1])["sizes"], a[0].bn, a[1].verbose, a[0] == ap.parse_args([]), "epochs" in a[0], getattr(a[0], "x", None)
kn = ap.parse_known_args(["--foo", "1", "x"])
h = ap.format_usage(), ap.format_help()
sub = argparse.ArgumentParser(prog="s")
sp = sub.add_subparsers(dest="cmd")
tr = sp.add_parser("train"); tr.add_argument("--n", type=int, default=1); tr.set_defaults(fn="T")
s = sub.parse_args(["train", "--n", "4"]), sub.parse_args([])
ns = argparse.Namespace(x=1, y="a"); ns.z = [1]
n = ns, ns.x, vars(ns), "x" in ns, argparse.Namespace(a=1) == argparse.Namespace(a=1)
def sz(t):
    try: return tuple(map(int, t.split("x")))
    except ValueError: raise argparse.ArgumentTypeError(f"bad size {t}")
q = argparse.ArgumentParser(exit_on_error=False); q.add_argument("--size", type=sz, default="28x28"); q.add_argument("pos"); q.add_argument("rest", nargs=argparse.REMAINDER)
qq = q.parse_args(["--size", "3x4", "b", "c", "-d"])
er = []
for args in (["--size", "ax", "p"], []):
    try: q.parse_args(args)
    except argparse.ArgumentError as e: er.append(str(e))
    except SystemExit as e: er.append(("exit", e.code))
code = []
try: ap.parse_args(["--epochs", "x"])
except SystemExit as e: code.append(e.code)
p2 = argparse.ArgumentParser(parents=[], fromfile_prefix_chars="@", argument_default=5, add_help=False, conflict_handler="resolve")
act = p2.add_argument("--a-b", required=False)
r = p2.parse_args([]), act.dest, act.option_strings, p2.get_default("a_b")
p2.set_defaults(a_b=9); r2 = p2.parse_args(["--a-b", "-3"]) , p2.parse_args([])
# ---
from fractions import Fraction as F
from decimal import Decimal as D, getcontext, ROUND_HALF_UP, localcontext, InvalidOperation
import statistics as st
f = F(1, 3) + F(1, 6), F("0.125"), F(0.5), F(6, -4), F(3) / 2, F(1, 3) ** 2, F(7, 2) // 1, F(7, 2) % 1, float(F(1, 3)), int(F(7, 2)), round(F(7, 2)), F(1, 3) < 0.5, F(1, 2) == 0.5, F("3/4").numerator, F(22, 7).limit_denominator(5), abs(F(-1, 2)), -F(1, 2), str(F(3, 1)), str(F(1, 2)), sum([F(1, 4)] * 3), F(1, 3) + 1, F(1, 2) + 0.5, 2 ** F(1, 2), F(2) ** -1, hash(F(1, 2)) == hash(0.5), max(F(1, 3), F(1, 2)), F(1, 3).as_integer_ratio(), F.from_float(0.25), divmod(F(7, 2), F(1, 3)), round(F(22, 7), 2), bool(F(0)), F(D("0.5"))
d = D("0.1") + D("0.2"), D(1) / D(3), D("1.10"), D("1E+3"), D(10) ** 20, D("2.675").quantize(D("0.01")), D("2.665").quantize(D("0.01"), rounding=ROUND_HALF_UP), D("-7") // D("2"), D("-7") % D("2"), int(D("3.9")), float(D("0.5")), D("1.5") == 1.5, D("0.1") == 0.1, D(0.1), str(D("1.50")), f"{D('1234.5'):,.2f}", D("1.200").normalize(), D("123").as_tuple(), D("2").sqrt(), round(D("2.5")), round(D("1.255"), 2), D("NaN"), D("Infinity") > 1, abs(D("-1")), -D("0"), D("1e-7"), D("0.000001"), max(D(1), D("1.0")), sorted([D("2"), D("1")]), D("3").is_signed(), D("1.23").adjusted(), D(5).compare(D(6)), D("1") + 2, sum([D("0.1")] * 10), D("7").remainder_near(D("4")), D("1.5").to_integral_value(), hash(D("1.0")) == hash(1)
getcontext().prec = 6
d2 = D(1) / D(7), D(2).sqrt(), +D("1.23456789")
with localcontext() as c: c.prec = 3; d3 = D(1) / D(7)
er = []
for fn in (lambda: F(1, 0), lambda: F("x"), lambda: D("x"), lambda: D(1) / D(0), lambda: D(1) + 0.5, lambda: F(1.5, 2), lambda: st.mean([]), lambda: st.stdev([1]), lambda: st.mode([])):
    try: er.append(fn())
    except Exception as e: er.append((type(e).__name__, str(e)))
s = st.mean([1, 2, 3, 4]), st.mean([1.5, 2.5]), st.median([3, 1, 2]), st.median([1, 2, 3, 4]), st.mode("aabbb"), st.stdev([1, 2, 3, 4]), st.pstdev([1, 2, 3]), st.variance([2, 4, 6]), st.pvariance([1, 2, 3, 4]), st.multimode("aabb"), st.median_low([1, 2, 3, 4]), st.median_high([1, 2, 3, 4]), st.harmonic_mean([1, 2, 4]), st.fmean([1, 2]), st.quantiles([1, 2, 3, 4], n=4), st.geometric_mean([1, 4]), st.mean([F(1, 2), F(1, 3)]), st.mean([D("0.5"), D("1.5")]), st.correlation([1, 2, 3], [2, 4, 6]), st.linear_regression([1, 2, 3], [2, 4, 6])
# ---
from datetime import datetime, date, time, timedelta, timezone
d = date(2024, 2, 28)
a = d + timedelta(days=2), d - date(2023, 12, 31), d.isoformat(), d.weekday(), d.isoweekday(), d.strftime("%d/%m/%y %A %b %j"), d.replace(year=2025), d < date(2024, 3, 1), d.timetuple()[:3], d.toordinal(), date.fromisoformat("2020-01-05"), date.fromordinal(1), str(d), d.ctime(), d.isocalendar(), (date(2024, 12, 25) - d).days, date.min, date.max, d.year
t = datetime(2023, 11, 5, 14, 30, 15, 250)
b = t, str(t), t.isoformat(), t + timedelta(hours=10, minutes=45), t.date(), t.time(), t.strftime("%Y-%m-%d %H:%M:%S.%f %p %I"), t.replace(minute=0, second=0, microsecond=0), datetime.strptime("2021-03-04 05:06", "%Y-%m-%d %H:%M"), (datetime(2024, 1, 2) - datetime(2024, 1, 1, 12)).total_seconds(), t.weekday(), datetime.combine(d, time(1, 2)), datetime.fromisoformat("2022-01-02T03:04:05"), t > datetime(2023, 1, 1), f"{t:%H:%M}", t.isoformat(sep=" ", timespec="minutes"), datetime(2024, 1, 1, tzinfo=timezone.utc).isoformat(), datetime(1970, 1, 2, tzinfo=timezone.utc).timestamp(), datetime.fromtimestamp(0, timezone.utc)
c = timedelta(days=1, seconds=5), timedelta(hours=-1), str(timedelta(seconds=3661)), timedelta(weeks=1, microseconds=5) * 2, timedelta(1) / 2, timedelta(days=3) // timedelta(hours=5), timedelta(1) == timedelta(hours=24), timedelta(minutes=90).seconds, str(timedelta(-1, 5)), abs(timedelta(-1)), sum([timedelta(1), timedelta(2)], timedelta()), timedelta(1.5), bool(timedelta()), timedelta(hours=25).days, timedelta(seconds=1) / timedelta(seconds=4), timedelta(milliseconds=1500), -timedelta(seconds=1), timedelta(days=1) % timedelta(hours=7), max(timedelta(1), timedelta(2))
e = time(9, 5), time(1, 2, 3, 4), time(9, 5).isoformat(), time(1) < time(2), time(23, 59).replace(hour=1), f"{time(9, 5):%H-%M}", timezone.utc, timezone(timedelta(hours=2)), str(timezone(timedelta(hours=-5, minutes=-30)))
er = []
for f in (lambda: date(2023, 2, 30), lambda: datetime(2023, 13, 1), lambda: date(2023, 1, 1) + 5, lambda: datetime.strptime("x", "%Y"), lambda: date.fromisoformat("2023/01/01"), lambda: time(25), lambda: date(1, 1, 1) - timedelta(1), lambda: date(2020, 1, 1) < 5):
    try: er.append(f())
    except Exception as x: er.append((type(x).__name__, str(x)))
stamp = datetime(2024, 5, 6, 7, 8, 9).strftime("%Y%m%d-%H%M%S")
logdir = f"logs/{stamp}"
days = [(date(2024, 1, 30) + timedelta(i)).isoformat() for i in range(4)]
leap = [y for y in range(1896, 1912) if (date(y, 3, 1) - date(y, 2, 28)).days == 2]
# ---
import datetime as dt, time, uuid, hashlib, base64, zlib, struct, binascii
h = hashlib.md5(b"abc").hexdigest(), hashlib.sha256(b"").hexdigest(), hashlib.sha1("é".encode()).hexdigest()[:8], hashlib.sha256(b"a").digest()[:4], hashlib.new("md5", b"x").name, hashlib.md5().digest_size
m = hashlib.sha256(); m.update(b"a"); m.update(b"bc"); h2 = m.hexdigest() == hashlib.sha256(b"abc").hexdigest()
h3 = hashlib.sha512(b"abc").hexdigest()[:16], hashlib.blake2b(b"abc").hexdigest()[:16]
b = base64.b64encode(b"hello?>"), base64.b64decode("aGVsbG8="), base64.urlsafe_b64encode(b"\xff\xfe\xfd"), base64.b32encode(b"hi"), base64.b16encode(b"hi"), base64.b64encode(b"").decode(), base64.b85encode(b"abcd")
z = zlib.crc32(b"hello"), zlib.adler32(b"hello"), hex(zlib.crc32(b"a" * 100) & 0xffffffff), binascii.hexlify(b"\x01\xff"), binascii.unhexlify("01ff"), binascii.crc32(b"hello")
s = struct.pack("<IhB", 1, -2, 255), struct.unpack("<IhB", b"\x01\x00\x00\x00\xfe\xff\xff"), struct.calcsize("<IhB"), struct.pack(">d", 1.5), struct.unpack(">f", b"\x3f\xc0\x00\x00"), struct.pack("4s?", b"ab", True), struct.calcsize("ci"), list(struct.iter_unpack("<h", b"\x01\x00\x02\x00"))
u = uuid.UUID("12345678123456781234567812345678"), uuid.UUID(int=5), str(uuid.UUID("{00000000-0000-0000-0000-000000000001}")), uuid.UUID(int=5).hex, uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"), uuid.UUID(int=1) < uuid.UUID(int=2), uuid.UUID(int=7).int
tm = time.strftime("%Y-%m-%d", (2024, 1, 2, 0, 0, 0, 0, 0, 0)), time.gmtime(0).tm_year, time.strftime("%H:%M", time.gmtime(3600 * 5))
# ---
import inspect, types, warnings, logging, pprint, io, sys, contextlib, copy, weakref, keyword, numbers, operator
def f(a, b=2, *args, c, d=None, **kw): "doc line"; return a
sig = inspect.signature(f)
a = str(sig), list(sig.parameters), sig.parameters["b"].default, sig.parameters["args"].kind.name, sig.parameters["c"].default is inspect.Parameter.empty, sig.bind(1, c=3).arguments, str(inspect.signature(lambda x, /, *, y: 0)), inspect.getdoc(f), inspect.isfunction(f), inspect.isclass(int), inspect.ismodule(re if False else inspect), inspect.isgeneratorfunction(f), inspect.getfullargspec(f).args, inspect.getfullargspec(f).kwonlydefaults, inspect.isbuiltin(len), inspect.ismethod(f)
ba = sig.bind(1, 2, 3, 4, c=5, e=6); ba.apply_defaults()
b = ba.args, ba.kwargs, ba.arguments, [str(p) for p in sig.parameters.values()]
ann = str(inspect.signature(lambda: 0)), f.__code__.co_argcount, f.__code__.co_varnames[:3], f.__code__.co_name, f.__defaults__, f.__kwdefaults__, f.__module__, f.__doc__, f.__globals__ is globals()
class C:
    "class doc"
    attr = 1
    def m(self): ...
    @staticmethod
    def s(): ...
    @classmethod
    def c(cls): ...
    @property
    def p(self): ...
mem = [n for n, v in inspect.getmembers(C) if not n.startswith("__")], inspect.ismethod(C().m), inspect.isfunction(C.m), C().m.__func__ is C.m, C().m.__self__.__class__.__name__, inspect.getdoc(C), [n for n in vars(C) if not n.startswith("_")], [x for x in dir(C()) if not x.startswith("_")], inspect.getmro(C)
ns = types.SimpleNamespace(a=1, b=[2]); ns.c = 3
n = ns, ns.a, vars(ns), ns == types.SimpleNamespace(a=1, b=[2], c=3), types.MappingProxyType({"k": 1})["k"], types.MappingProxyType({"k": 1}), isinstance(f, types.FunctionType), isinstance(C().m, types.MethodType), types.MethodType(lambda s: s + 1, 5)(), isinstance(len, types.BuiltinFunctionType), types.ModuleType("mm").__name__, isinstance(inspect, types.ModuleType), type(None) is types.NoneType
try: types.MappingProxyType({})["a"] = 1
except TypeError as e: mp = str(e)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    warnings.warn("careful"); warnings.warn("old", DeprecationWarning)
ws = [(str(x.message), x.category.__name__) for x in w]
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try: warnings.warn("now an error", UserWarning)
    except UserWarning as e: we = repr(e)
log = logging.getLogger("net.conv"); log.setLevel(logging.DEBUG)
buf = io.StringIO(); h = logging.StreamHandler(buf); h.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s")); log.addHandler(h); log.propagate = False
log.debug("x=%d", 5); log.warning("w"); log.info("%s %s", "a", "b"); log.error("e %(k)s", {"k": 1})
lg = buf.getvalue(), log.name, log.level, logging.getLevelName(30), log.isEnabledFor(10), logging.INFO, log.parent.name, logging.getLogger("net.conv") is log, log.getEffectiveLevel(), log.hasHandlers()
pp = pprint.pformat({"b": list(range(30)), "a": {"nested": ("x" * 30, "y" * 40)}}), pprint.pformat([1, 2]), pprint.pformat({"k": {"z": 1, "a": 2}}, width=10), pprint.pformat("word " * 30, width=40), pprint.pformat([[1] * 10] * 3, width=30, compact=True), pprint.pformat({3, 1, 2}), pprint.pformat((1,)), pprint.pformat([{"a": 1}], indent=4, width=5), pprint.pformat({"x": 1}, sort_dicts=False), pprint.pformat([[[[1]]]], depth=2)
o = io.StringIO("l1\nl2\n"); lines = o.readlines(), o.read(), o.tell(), [x for x in io.StringIO("a\nb")], io.BytesIO(b"ab").read(1), io.StringIO("abc\ndef").readline()
kw = keyword.iskeyword("class"), keyword.iskeyword("match"), len(keyword.kwlist), isinstance(3, numbers.Integral), isinstance(2.5, numbers.Real), isinstance(1j, numbers.Number), isinstance(True, numbers.Number)
class W: pass
wo = W(); r = weakref.ref(wo); wr = r() is wo; wd = weakref.WeakValueDictionary(); wd["k"] = wo
wk = wd["k"] is wo, len(wd), "k" in wd
