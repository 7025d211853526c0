# ---
rows = [("conv1", 9408, 0.0325), ("bn1", 256, 0.00088), ("fc", 2_049_000, 7.0789)]
table = "\n".join(f"{n:<8}|{p:>12,}|{r:8.3%}" for n, p, r in rows)
underscored = [f"{p:_}" for _, p, _ in rows]
hexes = [f"{p:#x} {p:#010b} {p:o} {p:X}" for p in (255, 1, 4096)]
signs = [f"{v:+d} {v: d} {v:-d}" for v in (3, -3, 0)]
zero = [f"{v:05d}|{v:+06d}|{v:=+7d}|{v:<07d}" for v in (42, -42)]
centered = [f"{s:^10}|{s:*^11}|{s:->9}|{s:_<7}" for s in ("ab", "abc")]
trunc = [f"{'abcdefgh':.3}|{'abcdefgh':10.2}|{'abcdefgh':>10.5}"]
width = 12
prec = 4
nested = [f"{3.14159265:{width}.{prec}f}|{3.14159265:<{width}.{prec}e}|{'x':{'*'}^{width - 5}}"]
general = [f"{v:g}" for v in (1e-5, 1e-4, 123456, 1234567, 1e16, 0.1 + 0.2, 1.0, -0.0, 100.0)]
general_alt = [f"{v:#g}" for v in (1.0, 100.0, 1e-5)]
g3 = [f"{v:.3g}" for v in (1234.5, 0.00012345, 99.95, 999.5, 1e10)]
none_spec = [f"{v:}" for v in (1.0, 1e22, 1e16, 123456789.123)]
dots = [f"{v:.0f}" for v in (0.5, 1.5, 2.5, -0.5, 1e21)]
comma_float = [f"{v:,.2f}" for v in (1234567.891, -1234.5, 0.0, 999.999)]
e_formats = [f"{v:e} {v:.0e} {v:E} {v:#.0e}" for v in (12345.678, 0.0, 1e-10)]
pct = [f"{v:%} {v:.0%} {v:.1%}" for v in (0.5, 0.125, 1.0, 0.999)]
specials = [f"{v:f} {v:e} {v:g} {v:F} {v:08.2f} {v:+}" for v in (float("inf"), float("-inf"), float("nan"))]
bools = [f"{True} {True:d} {False:5} {True:>6} {True!r:>6} {True!s:<6}|"]
nones = [f"{None} {None!r} {None!s:>8}"]
chars = [f"{c:c}" for c in (65, 8364, 128512)]
conv = [f"{'é'!r} {'é'!a} {'é'!s}"]
debug = [f"{width=} {prec = } {width + prec=:>5} {'x'=!s}"]
braces = [f"{{}} {{{width}}} }}{{"]
sub = f"{rows[0][0]!r:>10}{rows[-1][1]:>{len(rows) * 4}}"
lam = f"{(lambda x: x * 2)(width)} {[i for i in range(3)]} { {'a': 1}['a'] }"
dt = f"{{'a': 1}}"
# ---
def attempt(spec, value):
    try:
        return format(value, spec)
    except (ValueError, TypeError, OverflowError) as e:
        return f"{type(e).__name__}: {e}"

errors = [attempt(s, v) for s, v in [
    ("d", 1.5), ("d", "a"), ("s", 1), (".2d", 3), ("x", 1.0), (",x", 255), ("_x", 65535), ("_b", 255),
    (",s", "abc"), ("=10", "abc"), ("c", -1), ("+s", "abc"), ("#s", "a"), ("q", 1), ("q", "x"), ("q", 1.0),
    ("10", None), ("", None), (">10", [1]), ("", [1]), ("5.2", (1,)), ("%Y", 3), ("n", 1234), ("n", 12.5),
    ("z.1f", -0.04), ("z.0f", -0.4), ("zd", -1), ("05", "ab"), ("<05", 7), ("+,", 12345), ("+_.3f", 12345.6789),
    (" ,", 10 ** 20), ("*=+15,d", -123456), ("010,", 1234), ("012,.1f", 1234.5), ("e", 10 ** 30), ("g", 10 ** 16), ("%", 3),
    (".3", 3.14159), ("10.3", 2.0), (".10", 1 / 3), (".17g", 0.1), (".20f", 0.1), (".25g", 1e-7),
    (",,", 1), ("_,", 1), (",_", 1), ("1.f", 1.0), (".", 1.0), ("d", True), ("s", True), ("", True), (">5", True), (".1f", True),
    ("c", 97), (",c", 97), ("+c", 97), ("#c", 97), ("\u20ac>5", "x"), ("<<5", "a"), ("}>5", "a"),
]]
# ---
class Money:
    def __init__(self, amount, unit="EUR"):
        self.amount = amount
        self.unit = unit
    def __format__(self, spec):
        if not spec:
            return f"{self.amount} {self.unit}"
        if spec.endswith("u"):
            return format(self.amount, spec[:-1]) + self.unit.lower()
        return format(self.amount, spec)
    def __repr__(self):
        return f"Money({self.amount!r})"
    def __str__(self):
        return f"${self.amount}"

m = Money(1234.5)
out = [f"{m}", f"{m:,.2f}", f"{m:>10.1fu}", f"{m!s}", f"{m!r:>16}", f"{m!s:*^12}", "{:.1fu}".format(m), "%s %r" % (m, m), str(m), format(m), format(m, "010.2f")]
fields = "{0.amount} {0.unit!r:>6} {1[0]} {1[1][k]} {name.unit[0]}".format(m, [1, {"k": "v"}], name=m)
auto = "{} {} {}".format(1, "b", None)
keyed = "{a}{b}{a}".format(a=1, b=2)
mixed = "{0}{1}{0}".format("x", "y")
inner = "{:{}}|{:>{w}.{p}f}".format("ab", 5, 2.71828, w=9, p=2)
mapping = "{x}-{y}".format_map({"x": 1, "y": [2]})
class Default(dict):
    def __missing__(self, key):
        return "<" + key + ">"
missing = "{a} and {b}".format_map(Default(a=1))
errs = []
for template, args in [("{} {0}", (1,)), ("{0} {}", (1,)), ("{1}", (1,)), ("{", ()), ("}", ()), ("{a}", ()), ("{!x}", (1,)), ("{0.nope}", (1,)), ("{0[5]}", ([1],)), ("{:{:{}}}", (1, 2, 3)), ("{!r", (1,)), ("{0!rx}", (1,))]:
    try:
        errs.append(template.format(*args))
    except Exception as e:
        errs.append((type(e).__name__, str(e)))
# ---
pf = ["%d" % 3.99, "%5d|%-5d|%05d|%+d|% d" % (42, 42, 42, 42, 42), "%x %X %#x %o %#o" % (255, 255, 255, 8, 8)]
pf2 = ["%5.2f|%-8.3f|%08.3f|%+.1f" % (3.14159, 2.5, -1.5, 0.05), "%e %.2E %g %G" % (12345.678, 0.00012, 1e-10, 1e20)]
pf3 = ["%s %r %a" % ("é", "é", "é"), "%10s|%-10s|%.2s|%10.3s" % ("abc", "abc", "abc", "abcdef"), "%c%c" % (65, "B"), "%%|%5%|"[:2] % ()]
pf4 = ["%(name)s has %(n)03d" % {"name": "x", "n": 7}, "%(a)s %(a)r" % {"a": "q", "b": 1}]
pf5 = "%*d|%-*d|%.*f" % (6, 42, 6, 42, 2, 3.14159)
pf6 = "%s" % [1, 2], "%s" % (("t",),), "%s %s" % ("a", None), "%r" % {"k": 1}
def bad(f, a):
    try:
        return f % a
    except Exception as e:
        return type(e).__name__ + ": " + str(e)
errs = [bad("%d", "3"), bad("%d", (1, 2)), bad("%s %s", ("a",)), bad("%s", ()), bad("%z", 1), bad("%(a)s", (1,)), bad("%(a)s", {}), bad("%c", "ab"), bad("%c", -1), bad("%x", 1.5), bad("%f", "1"), bad("%", 1), bad("abc", 1), bad("abc", {}), bad("abc", {"a": 1}), bad("abc", [1]), bad("%*d", ("a", 1)), bad("%(a", {"a": 1}), bad("%.0f %i %u", (2.5, 3, 4)), bad("%5.3d", 7), bad("%#.3g", 1.0), bad("%ld %hd", (1, 2))]
# ---
layer_names = [f"block{b}_conv{c}" for b in range(1, 4) for c in range(1, 3)]
padded = [f"stage_{i:02d}/unit_{j:>3}" for i, j in zip(range(8, 12), "abcd")]
shape = (None, 28, 28, 1)
msg = f"Expected {len(shape)}D input {shape!r}, got {shape[1:]}" f" ({shape[0]})" " end"
multi = f"""{shape[1]}x{shape[2]}
  {'nested "quotes"'}
""" rf"\d{shape[3]}\n"
long = (
    f"{'x' * 3}"
    f"{1 if shape else 2}"
    "{not_a_field}"
)
dct = {"rate": 0.25, "units": [64, 32]}
desc = ", ".join(f"{k}={v!r}" for k, v in dct.items())
cfg = "cfg({desc})".format(desc=desc)
joined = "%s_%dx%d_%s" % ("conv", *shape[1:3], "same")
nest = f"{f'{1 + 1}' + 'a'}"
cond = f"{'yes' if len(dct) > 1 else 'no':>5}"
number = 1234.5678
w, p = 10, 2
rows = [f"{number:{w}.{p}f}", f"{number:{'>'}{w}}", f"{number:{f'{w}'}.{p}e}", f"{number!r:{w + 4}}|"]
import datetime
d = f"{datetime.date(2024, 2, 29):%Y-%m-%d}"
sep = f"{1_000_000:,}".replace(",", " ")
ratio = f"{22 / 7:.{p}f}:{22 / 7:.{p + 3}f}"
rep = f"{float('1e300') * 10:.3g} {2 ** 100} {2 ** 0.5!r} {10 ** 25:e}"
# ---
floats = [0.1, 1 / 3, 2 / 3, 1e-7, 1e-5, 0.0001, 1e15, 1e16, 123456789012345680.0, 5e-324, 1.7976931348623157e308, 0.1 + 0.7, 4.35, 2.675, 1.005, 1e23, 9007199254740993.0]
reprs = list(map(repr, floats))
strs = list(map(str, floats))
rounds = [round(v, 2) for v in floats[:3] + [2.675, 1.005, 4.35, 0.285, 1.115, 2.5, -2.675]]
banker = [round(v) for v in (0.5, 1.5, 2.5, 3.5, -0.5, -1.5, 2.4999999999999996, 1e20)]
neg = [round(12345.678, -n) for n in range(5)] + [round(12345, -n) for n in range(6)] + [round(15, -1), round(25, -1), round(-15, -1)]
hexed = [v.hex() for v in (1.0, 0.1, -2.5, 1e300, 5e-324, 0.0)]
back = [float.fromhex(s) for s in ("0x1.8p3", "-0x1p-2", "1.5", "0x.8p0", "inf", "0x1.999999999999ap-4")]
ratio = [v.as_integer_ratio() for v in (0.5, 0.1, -1.75, 3.0)]
whole = [v.is_integer() for v in (1.0, 1.5, -0.0, 1e300)]
ints = [int(v) for v in (3.99, -3.99, 1e20, 1e22, -0.5)]
divs = [7 // 2, -7 // 2, 7 // -2, 7 % -3, -7 % 3, 7.5 // 2, -7.5 // 2, -7.5 % 2, 7.5 % -2, divmod(-7, 2), divmod(7.5, -2), 0.0 // 1, -0.0 % 5, 5 % -5.0]
pows = [2 ** -1, (-2) ** 3, 2 ** 0.5, (-8) ** (1 / 3), 0 ** 0, 0.0 ** 0, pow(3, 200, 13), pow(3, -1, 7), 10 ** 30, 2.0 ** 1000, (-1) ** 0.5]
comp = [0.1 + 0.2 == 0.3, 1 == 1.0, hash(1) == hash(1.0), 10 ** 20 == 1e20, 10 ** 23 == 1e23, 2 ** 53 + 1 == float(2 ** 53 + 1), float("nan") == float("nan"), float("inf") > 10 ** 400]
def err(f):
    try:
        return f()
    except Exception as e:
        return f"{type(e).__name__}: {e}"
errors = [err(lambda: 1 / 0), err(lambda: 1.0 / 0), err(lambda: 1 // 0), err(lambda: 1.0 // 0), err(lambda: 1 % 0), err(lambda: 1.5 % 0), err(lambda: divmod(1, 0)), err(lambda: 0 ** -1), err(lambda: 0.0 ** -1), err(lambda: 10.0 ** 400), err(lambda: int("x")), err(lambda: int("1.5")), err(lambda: float("abc")), err(lambda: int(float("inf"))), err(lambda: int(float("nan"))), err(lambda: round(float("nan"))), err(lambda: float(10 ** 400)), err(lambda: pow(2, -1, 4)), err(lambda: int("12", 2)), err(lambda: int("z", 37)), err(lambda: int(None)), err(lambda: int([])), err(lambda: float({})), err(lambda: 1 << -1), err(lambda: "a" * 1.5), err(lambda: [1] + (2,)), err(lambda: -"a"), err(lambda: abs("a")), err(lambda: complex("1 + 2j")), err(lambda: 3 @ 4), err(lambda: 1 < "a"), err(lambda: None + 1), err(lambda: {} | []), err(lambda: 5()), err(lambda: len(5)), err(lambda: "a" in 5), err(lambda: 5[0]), err(lambda: "abc"[1.0]), err(lambda: [1, 2]["a"]), err(lambda: (1, 2)[5]), err(lambda: {}["k"])]
# ---
big = [2 ** 200, 3 ** 150 // 7 ** 50, -(10 ** 40) // 3, -(10 ** 40) % 7, 1 << 130, (1 << 130) >> 65, ~(1 << 70), (2 ** 100) & (2 ** 99 + 12345), (2 ** 70) ^ -1, -(2 ** 70) | 5]
bits = [(2 ** 100 - 1).bit_length(), (-255).bit_length(), (0).bit_length(), (255).bit_count(), (-7).bit_count()]
conv = [int("ff", 16), int("0b101", 0), int("0o17", 0), int("  -42 "), int("1_000"), int("z", 36), bin(-10), hex(2 ** 64), oct(-8), int(b"12"), int("٣")]
tb = [(1024).to_bytes(2, "big"), (1024).to_bytes(4, "little"), (-1).to_bytes(2, "big", signed=True), int.from_bytes(b"\x00\xff", "big"), int.from_bytes(b"\xff\xfe", "little"), int.from_bytes(b"\xff\xff", "big", signed=True), (5).to_bytes()]
import math
m = [math.factorial(25), math.comb(50, 25), math.perm(10, 3), math.gcd(2 ** 40, 6 ** 20), math.lcm(12, 18, 30), math.isqrt(10 ** 41), math.prod([2.5, 4, 3]), math.prod(range(1, 8), start=2)]
fl = [math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), math.floor(10 ** 30 / 7), math.fmod(-7, 3), math.remainder(7, 4), math.modf(-3.25), math.frexp(10.0), math.ldexp(0.625, 4), math.copysign(3, -0.0), math.fabs(-3)]
lg = [math.log2(8), math.log10(1000), math.log(8, 2), math.log(math.e), math.log1p(0), math.exp(0), math.expm1(0), math.sqrt(2), math.cbrt(27) if hasattr(math, "cbrt") else 3.0, math.hypot(3, 4), math.dist((0, 0), (3, 4)), math.log(10 ** 400) > 900]
tr = [math.sin(0), math.cos(0), math.degrees(math.pi), math.radians(180), math.atan2(1, 1), math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1, rel_tol=0.2), math.isinf(math.inf), math.isnan(math.nan), math.isfinite(1)]
cs = [math.pi, math.e, math.tau, math.inf, math.nan, math.nextafter(1, 2), math.ulp(1.0), math.fsum([0.1] * 10), sum([0.1] * 10)]
digits = sum(map(int, str(2 ** 500)))
fib = [0, 1]
while fib[-1] < 10 ** 30:
    fib.append(fib[-1] + fib[-2])
last = fib[-1], len(fib)
import sys
s = [sys.maxsize, sys.float_info.epsilon, sys.float_info.max, sys.byteorder, sys.version_info[:2], sys.version_info >= (3, 8), sys.maxsize > 2 ** 32]
comp = [3 + 4j, (1 + 2j) * (3 - 1j), abs(3 + 4j), (2j) ** 2, complex(1, -0.0), (1 + 2j).conjugate(), complex("1+2j"), -1j, 1j * 1j, (1 + 1j) / (1 - 1j), str(1e16 + 0j), complex(1.5)]
num = [(7).numerator, (7).denominator, (3.5).real, (3.5).imag, True + True, True & False, True ^ True, ~True, -True, isinstance(True, int), int(True), float(False)]
# ---
text = "Deep Learning with Python, Second Edition"
cases = [text.upper(), text.lower(), text.swapcase(), text.title(), text.capitalize(), "ß".upper(), "ß".casefold(), "ǆ".title(), "they're bill's".title()]
finds = [text.find("n"), text.rfind("n"), text.index("Py"), text.count("e"), text.find("zz"), text.find("n", 10, 12), text.count("e", 5), text.rindex("e", 0, 10)]
splits = [text.split(), text.split(" ", 1), text.rsplit(" ", 2), text.split(","), "a,,b,".split(","), "  a  b ".split(), "a\nb\r\nc\x0bd".splitlines(), "a\nb\n".splitlines(True), "abc".split("b"), "".split(), "".split(",")]
parts = [text.partition(" with "), text.rpartition("n"), text.partition("??"), text.rpartition("??")]
strips = ["  x ".strip(), "xxhixx".strip("x"), "abcba".lstrip("ab"), "abcba".rstrip("ab"), "prefix_name".removeprefix("prefix_"), "name.py".removesuffix(".py"), "a".removesuffix("b")]
tests = ["abc123".isalnum(), "abc".isalpha(), "123".isdigit(), "²".isdigit(), "²".isdecimal(), "½".isnumeric(), "abc".isidentifier(), "1a".isidentifier(), "class".isidentifier(), " \t".isspace(), "Title Case".istitle(), "ABC1".isupper(), "abc1".islower(), "".isalpha(), "é".isascii(), "".isascii(), "\n".isprintable(), "".isprintable()]
aligns = ["ab".center(7, "*"), "abc".center(6), "abc".center(7), "ab".ljust(5, "."), "ab".rjust(5), "-42".zfill(6), "+7".zfill(4), "abc".zfill(2), "x".center(0)]
repl = [text.replace("e", "E", 2), "aaa".replace("a", "b", -1), "abc".replace("", "-"), "abc".replace("", "-", 2), "a\tb\tc".expandtabs(4), "01\t012\t0123\t01234".expandtabs()]
trans = ["hello".translate(str.maketrans("el", "ip")), "hello".translate(str.maketrans("el", "ip", "o")), "abc".translate({97: None, 98: "BB", 99: 100}), str.maketrans({"a": "1"})]
starts = [text.startswith(("X", "Deep")), text.endswith("ion"), text.startswith("Learning", 5), text.endswith(("a", "b")), "abc".startswith(""), "abc".startswith("", 4)]
slices = [text[::-1][:6], text[-7:], text[:4], text[5:13], text[::5], text[100:], text[-3::-3], "abc"[-10:10], "abc"[2:0:-1], "abc"[::-2]]
joins = ["-".join("abc"), ", ".join(map(str, range(4))), "".join([]), "x".join(["a"]), ",".join({"k": 1, "j": 2})]
comp = ["a" < "b", "Z" < "a", "abc" < "abcd", "" < "a", max("hello"), min("hello"), sorted("hello"), "b" in "abc", "" in "abc", "ac" not in "abc"]
ords = [ord("A"), ord("€"), chr(8364), chr(0x1F600), [*"añ"], len("😀"), "😀".encode(), "é".encode("latin-1"), b"\xc3\xa9".decode(), "é".encode("utf-16-le"), ascii("😀é")]
reprs = [repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("tab\t nl\n bs\\ nul\0 \x7f \xa0 \u200b \ud7ff"), repr(""), str(b"x"), repr("\u00ad"), repr("中文")]
mul = ["ab" * 3, 0 * "ab", "ab" * -1, "-" * 10 + ">"]
enc = []
for f in (lambda: "é".encode("ascii"), lambda: b"\xff".decode("utf-8"), lambda: "é".encode("ascii", "ignore"), lambda: "é".encode("ascii", "replace"), lambda: "é".encode("ascii", "xmlcharrefreplace"), lambda: "é".encode("ascii", "backslashreplace"), lambda: b"\xffa".decode("ascii", "replace"), lambda: b"a\xff".decode("utf-8", errors="ignore"), lambda: "a".encode("nope")):
    try:
        enc.append(f())
    except Exception as e:
        enc.append((type(e).__name__, str(e)))
errs = []
for f in (lambda: "a" + 1, lambda: "abc".index("z"), lambda: "a".join([1]), lambda: "abc".split(""), lambda: "a".center("b"), lambda: "ab"[5], lambda: chr(-1), lambda: ord("ab"), lambda: "a".zfill(), lambda: "a".nope, lambda: "abc".replace("a"), lambda: "a" - "b", lambda: "abc".startswith(1), lambda: "x".join(5), lambda: "".center(5, "ab"), lambda: str.upper(1), lambda: "abc".count()):
    try:
        errs.append(f())
    except Exception as e:
        errs.append((type(e).__name__, str(e)))
# ---
b = b"GIF89a\x00\xff"
vals = [b[0], b[:3], b[-1], b[::-1], list(b[:3]), b.hex(), b.hex(" "), b.hex("-", 2), bytes.fromhex("de ad BE EF"), len(b), b"a" in b, 71 in b, b.find(b"8"), b.count(b"\x00")]
meth = [b"a,b,c".split(b","), b" x ".strip(), b"abc".upper(), b"ABC".lower(), b"ab".center(6, b"*"), b"abc".replace(b"b", b"XX"), b"-".join([b"a", b"b"]), b"abc".startswith(b"ab"), b"42".zfill(5), b"ab\tc".expandtabs(4), b"abc".partition(b"b"), b"Title me".title(), b"x\ny".splitlines(), b"abc".isalpha(), b"12".isdigit(), b"abc".translate(bytes.maketrans(b"ab", b"xy")), b"abc".translate(None, b"b")]
made = [bytes(3), bytes([1, 2, 255]), bytes("é", "utf-8"), bytes(range(5)), bytes(b"x"), b"a" + b"b", b"ab" * 2, b"\t\n\r\\'\"", b'it\'s']
fmt = [b"%d-%s" % (5, b"x"), b"%05.1f|%x|%c" % (3.14159, 255, 65), b"%(k)s" % {b"k": b"v"}, b"%a %r" % ("é", "x"), b"%b%%" % b"q"]
ba = bytearray(b"abc")
ba.append(100)
ba += b"ef"
ba[0] = 65
ba[1:3] = b"XYZ"
del ba[-1]
ba.extend([1, 2])
popped = ba.pop()
ba.insert(0, 0)
ba2 = ba.copy()
ba2.reverse()
state = (ba, bytes(ba2), ba == bytes(ba), ba.find(b"Y"), bytearray(2), bytearray("hi", "ascii"), ba.decode("latin-1"))
comp = [b"a" < b"b", b"a" == "a", b"a" != bytearray(b"a"), sorted([b"b", b"a"]), hash(b"a") == hash(b"a"), {b"k": 1}[b"k"]]
errs = []
for f in (lambda: b"a" + "b", lambda: bytes([256]), lambda: bytes(-1), lambda: bytes("a"), lambda: b"abc".find("a"), lambda: bytes.fromhex("xyz"), lambda: b"a"[3], lambda: b"%d" % "a", lambda: b"%s" % "a", lambda: bytearray(b"a").append(300), lambda: b"abc".index(b"z"), lambda: b"a".join(["a"]), lambda: "a" in b"a", lambda: b"a".decode("nope")):
    try:
        errs.append(f())
    except Exception as e:
        errs.append((type(e).__name__, str(e)))
mv = memoryview(b"abcdef")
views = [mv[1], bytes(mv[1:3]), len(mv), mv.tolist(), mv.nbytes, mv[::2].tobytes(), mv.readonly, mv.format, mv.itemsize, mv.shape, mv == b"abcdef"]
# ---
import string
import textwrap
alpha = [string.ascii_lowercase, string.digits, string.hexdigits, string.punctuation, string.whitespace, string.octdigits, len(string.printable), string.ascii_letters[-3:]]
caps = string.capwords("hello  big   world"), string.capwords("a-b-c", "-")
t = string.Template("$who owes ${amount}$$ to $them")
subs = t.substitute(who="A", amount=3, them="B"), t.safe_substitute(who="A"), t.template
try:
    t.substitute(who="A")
    miss = None
except KeyError as e:
    miss = repr(e)
try:
    string.Template("$ bad").substitute()
    bad = None
except ValueError as e:
    bad = str(e)
f = string.Formatter()
fm = f.format("{0:>5}|{k!r}", "a", k=2), f.vformat("{a}", (), {"a": 1}), list(f.parse("a{b:>{w}}c{d!r}"))
class Upper(string.Formatter):
    def format_field(self, value, spec):
        if spec == "up":
            return str(value).upper()
        return super().format_field(value, spec)
    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, f"<{key}>")
        return super().get_value(key, args, kwargs)
up = Upper().format("{0:up} {x} {1:03d} {y:up}", "abc", 7, y="q")
para = "The quick brown fox jumped over the lazy dog, and then   it slept for a very-long-hyphenated while."
w = textwrap.wrap(para, 24), textwrap.fill(para, width=30, initial_indent="* ", subsequent_indent="  "), textwrap.shorten(para, 30), textwrap.shorten(para, 40, placeholder="...")
ded = textwrap.dedent("""
    def f():
        return 1

      # odd
    """)
ind = textwrap.indent("a\n\nb\n", "> "), textwrap.indent("a\n\nb\n", "> ", lambda line: True)
w2 = textwrap.wrap("aaaaaaaaaaaaaaaaaaaaaaaa bb", 10), textwrap.wrap("aaaaaaaaaaaaaaaaaaaa", 8, break_long_words=False), textwrap.wrap("", 5), textwrap.wrap("aa bb cc dd ee", 9, max_lines=2)
tw = textwrap.TextWrapper(width=20, expand_tabs=False, drop_whitespace=True)
w3 = tw.wrap("x " * 15), tw.fill("hello   world again and again")
