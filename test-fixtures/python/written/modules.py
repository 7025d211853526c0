import math
r = [math.pi, math.e, math.tau, math.inf, math.nan, math.sqrt(2), math.floor(-1.5), math.ceil(1.2), math.trunc(-1.7), math.log(8, 2), math.log2(8), math.log10(1000), math.log1p(1e-10), math.exp(1), math.expm1(1e-10), math.pow(2, 3), math.sin(1), math.cos(1), math.tan(1), math.asin(1), math.acos(0), math.atan(1), math.atan2(1, -1), math.sinh(1), math.cosh(1), math.tanh(0.5), math.degrees(math.pi), math.radians(180), math.hypot(3, 4), math.hypot(1, 2, 3), math.dist([0, 0], [3, 4]), math.gcd(12, 18), math.lcm(4, 6), math.factorial(10), math.comb(5, 2), math.perm(5), math.isclose(0.1 + 0.2, 0.3), math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.copysign(1, -0.0), math.fabs(-2), math.fmod(-7, 3), math.modf(3.25), math.frexp(10), math.ldexp(0.5, 4), math.fsum([0.1] * 10), math.prod([1, 2, 3], start=2), math.erf(0.5), math.gamma(5), math.lgamma(10), math.remainder(7, 4), math.cbrt(27), math.exp2(3), math.nextafter(1, 2), math.ulp(1.0), math.isqrt(17), math.erfc(0.3)]
errs = []
for t in ['math.sqrt(-1)', 'math.log(0)', 'math.factorial(-1)', 'math.factorial(1.5)', 'math.floor("a")', 'math.exp(1000)', 'math.acos(2)', 'math.log(-1)', 'math.gcd(1.5)', 'math.comb(3, 5)', 'math.comb(-1, 2)', 'math.isqrt(-1)', 'math.ceil(float("inf"))', 'math.floor(float("nan"))', 'math.foo', 'math.pow(0, -1)', 'math.fmod(1, 0)', 'math.sqrt("a")']:
    try: errs.append(eval(t))
    except Exception as e: errs.append(f'{type(e).__name__}: {e}')
# ---
from itertools import *
r = [list(chain([1], 'ab')), list(chain.from_iterable(['ab', 'c'])), list(product('ab', [1, 2])), list(product([0, 1], repeat=2)), list(permutations('abc', 2)), list(combinations(range(4), 2)), list(combinations_with_replacement('ab', 2)), list(islice(count(), 3)), list(islice('abcdef', 1, 5, 2)), list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], lambda a, b: a * b, initial=10)), list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(filterfalse(None, [0, 1])), list(compress('abc', [1, 0, 1])), list(starmap(pow, [(2, 3)])), list(zip_longest('ab', [1], fillvalue='-')), [(k, list(g)) for k, g in groupby('aabbc')], list(repeat(5, 2)), list(islice(cycle('ab'), 5)), list(pairwise([1, 2, 3])), [list(t) for t in tee([1, 2])], list(islice(count(1, 0.5), 3)), count(3), repeat(2), repeat('x', 3), count(1, 2), [(k, len(list(g))) for k, g in groupby(sorted([3, 1, 3, 2], key=lambda x: x % 2), key=lambda x: x % 2)]]
c = count(5); next(c); next(c); s = c
rp = repeat(1, 5); next(rp); t = rp
# ---
from collections import *
c = Counter('abracadabra'); d = defaultdict(list); d['a'].append(1); d['b']; o = OrderedDict([('x', 1), ('y', 2)]); q = deque([1, 2, 3], maxlen=3)
r = [c, c.most_common(2), c['z'], c + Counter('aab'), c - Counter('aaaaaa'), c & Counter('ab'), c | Counter('z'), sorted(c.elements()), c.total(), Counter(a=1, b=-1), +Counter(a=1, b=-1), -Counter(a=1, b=-1), dict(c), Counter([1, 1]), Counter({'a': 2}), Counter('ab') == Counter('ba'), Counter('a') <= Counter('ab')]
c.update('aaa'); c.subtract('b'); del c['d']; r2 = c, sum(c.values()), c.pop('r'), len(c), 'a' in c, c.copy()
r3 = d, d.default_factory, len(d), d.get('zz'), 'zz' in d, defaultdict(int), defaultdict(lambda: 5)['q'], defaultdict(int, a=1) | {'b': 2}, dict(d)
o.move_to_end('x'); r4 = o, o.popitem(last=False), list(o), OrderedDict(a=1) == {'a': 1}, OrderedDict([('a', 1), ('b', 2)]) == OrderedDict([('b', 2), ('a', 1)]), o | {'k': 1}, list(reversed(o)), OrderedDict.fromkeys('ab'), repr(OrderedDict()), str(OrderedDict(a=OrderedDict()))
q.append(4); q.appendleft(0); r5 = q, q.maxlen, q[0], q.rotate(1), q, q.pop(), q.popleft(), q.extend([7, 8]), q, q.count(7), q.index(8), list(reversed(q)), deque('ab') + deque('c'), deque(), deque([1]) == deque([1]), len(q), 7 in q, q.copy(), deque([3, 1]) < deque([4])
q.insert(0, 5) if len(q) < 3 else None; q.extendleft([1, 2]); q.reverse(); r6 = q; q.clear(); r7 = q
m = ChainMap({'a': 1}, {'a': 2, 'b': 3}); m['c'] = 9; r8 = m, m['a'], m['b'], list(m), dict(m), m.maps, m.new_child({'z': 0}), m.parents, len(m), 'b' in m, m.get('q', 1), sorted(m.items())
errs = []
for t in ['deque().pop()', 'deque([1], 1).insert(0, 1)', 'OrderedDict().popitem()', 'd2["z"]', 'm["nope"]', 'Counter(5)', 'defaultdict(5)', 'deque([1])[3]', 'deque().remove(1)', 'o.move_to_end("q")', 'm.pop("b")', 'deque(maxlen=-1)']:
    try: d2 = defaultdict(None); errs.append(eval(t))
    except Exception as e: errs.append(f'{type(e).__name__}: {e}')
# ---
import json
s = json.dumps({'a': 1, 'b': [1, 2.5, None, True], 'c': {'d': 'é"\n'}, 1: 2, None: 0, True: 'x', 1.5: ()})
r = s, json.dumps([1, (2, 3)]), json.dumps({'b': 1, 'a': 2}, sort_keys=True), json.dumps({'a': [1, {'b': []}], 'c': {}}, indent=2), json.dumps([1, 2], separators=(',', ':')), json.dumps('é', ensure_ascii=False), json.dumps(float('nan')), json.dumps(float('inf')), json.dumps(1e100), json.dumps(10 ** 20), json.dumps([1], indent='\t'), json.dumps({'a': 1}, indent=0)
p = json.loads('{"a": [1, 2.0, null, true, "x\\u00e9\\n"], "b": {"c": -1e3}}')
r2 = p, json.loads('1'), json.loads('"s"'), json.loads(' [ ] '), json.loads('NaN'), json.loads('[1e2, -0, 0.1]'), json.loads('{"a": 1, "a": 2}'), json.loads('{"x": 1}', object_hook=lambda d: sorted(d)), json.loads('[1.5]', parse_float=str), json.loads('{"b":1}', object_pairs_hook=list), json.loads(b'[1]'), json.loads(json.dumps({'k': (1, 2)}))
class Enc(json.JSONEncoder):
    def default(self, o): return sorted(o) if isinstance(o, set) else super().default(o)
r3 = json.dumps({1, 2}, cls=Enc), json.dumps({3}, default=list), json.dumps(object, default=str)
errs = []
for t in ['json.dumps({1})', 'json.loads("{")', 'json.loads("")', 'json.loads("[1,]")', 'json.loads("{\'a\': 1}")', 'json.dumps({(1,): 1})', 'json.loads("nul")', 'json.loads("1 2")', 'json.loads(5)', 'json.dumps(float("nan"), allow_nan=False)', 'json.loads(\'"a\')', 'json.dumps(1j)', 'json.loads("[1 2]")', 'json.loads(\'{"a" 1}\')', 'json.dumps(Enc)']:
    try: errs.append(eval(t))
    except Exception as e: errs.append(f'{type(e).__name__}: {e}')
try: json.loads('[1,\n 2,,]')
except json.JSONDecodeError as e: r4 = e.msg, e.pos, e.lineno, e.colno, str(e)
x = []; x.append(x)
try: json.dumps(x)
except ValueError as e: r5 = str(e)
# ---
import re
r = [re.match(r'(\w+)_(\d+)', 'conv_12').groups(), re.findall(r'\d+', 'a1b22'), re.sub(r'(\w)(\d)', r'\2\1', 'a1b2'), re.split(r'[,;]\s*', 'a, b;c'), re.search(r'x', 'abc'), re.fullmatch(r'\d+', '123').group(), re.sub(r'\d', lambda m: str(int(m.group()) * 2), 'a1b2'), re.compile(r'(?P<n>\w+)').match('ab').groupdict(), [m.start() for m in re.finditer('a', 'banana')], re.match(r'(a)?(b)', 'b').groups(), re.match(r'(a)?(b)', 'b').groups('z'), re.escape('a.b*c'), re.findall(r'(a)(b)', 'abab'), re.sub('a', 'b', 'aaa', count=2), re.subn('a', 'b', 'aaa'), re.split(r'(-)', 'a-b-c', maxsplit=1), re.match('abc', 'abcd').span(), re.match(r'(?i)ABC', 'abc').group(0), re.search(r'(?<=_)\d+', 'x_5').group(), re.findall(r'^\w', 'a\nb', re.M), re.sub(r'(?<!^)(?=[A-Z])', '_', 'CamelCaseName').lower(), re.match(r'r(\d+)_k(\d+)_s(\d)(\d)_e(\d+)_i(\d+)_o(\d+)_se([\d.]+)', 'r1_k3_s11_e1_i32_o16_se0.25').groups(), re.compile('a+').pattern, re.compile('x', re.I).flags, re.compile('x'), re.search('b', 'abc'), re.findall(r'[^\W\d_]+', 'ab1_c'), re.split(r'(\d.*)', 'k33'), re.sub(r'\s+', ' ', ' a  b '), re.match(r'(?:a|b)+?c', 'abac')[0], re.findall(r'\bfoo\b', 'foo food foo'), re.sub(r'(?P<x>a)', r'<\g<x>>', 'cat'), re.search(r'a(?!b)', 'abac').start(), re.match('(a)(b)?', 'a').lastindex, re.findall('a|', 'ba'), re.sub('', '-', 'ab'), re.I | re.M, re.compile(r'(\d)(?P<u>px)').groupindex['u'], re.match('a', 'b') is None]
errs = []
for t in ['re.compile("(")', 're.compile("[")', 're.compile("*a")', 're.match("(a)", "a").group(2)', 're.match("(a)", "a")["x"]', 're.compile("(?P<1>a)")', 're.sub("a", r"\\2", "a")', 're.compile("a{2,1}")', 're.match(1, "a")', 're.match("a", None)', 're.match("b", "a").group()', 're.compile(")")', 're.compile("(?<=a+)b")', 're.compile("\\\\")']:
    try: errs.append(eval(t))
    except Exception as e: errs.append(f'{type(e).__name__}: {e}')
# ---
import argparse
p = argparse.ArgumentParser(description='d')
p.add_argument('--lr', type=float, default=1e-3)
p.add_argument('--epochs', '-e', type=int, default=10, help='n')
p.add_argument('--name', default='net')
p.add_argument('--use-bn', action='store_true')
p.add_argument('--no-aug', dest='aug', action='store_false')
p.add_argument('--layers', nargs='+', type=int, default=[1, 2])
p.add_argument('--mode', choices=['a', 'b'], default='a')
p.add_argument('-v', action='count', default=0)
p.add_argument('--tag', action='append')
p.add_argument('--const', action='store_const', const=5)
g = p.add_argument_group('g'); g.add_argument('--seed', type=int, default='7')
mx = p.add_mutually_exclusive_group(); mx.add_argument('--x', action='store_true'); mx.add_argument('--y', action='store_true')
p.set_defaults(extra='e')
a = p.parse_args([])
b = p.parse_args(['--lr', '0.1', '-e', '5', '--use-bn', '--layers', '3', '4', '-vv', '--tag', 'x', '--tag=y', '--const'])
r = a, vars(a), a.lr, b, b.layers, b.v, b.tag, p.get_default('lr'), p.parse_known_args(['--zz', '1'])
ns = argparse.Namespace(x=1, y='a'); r2 = ns, ns.x, vars(ns), 'x' in ns, ns == argparse.Namespace(x=1, y='a')
p2 = argparse.ArgumentParser(); p2.add_argument('pos'); p2.add_argument('rest', nargs='*'); p2.add_argument('--opt', nargs='?', const='c', default='d')
r3 = p2.parse_args(['a', 'b', 'c']), p2.parse_args(['a', '--opt']), p2.parse_args(['a', '--opt', 'z'])
sp = argparse.ArgumentParser(); subs = sp.add_subparsers(dest='cmd'); t = subs.add_parser('train'); t.add_argument('--n', type=int, default=1)
r4 = sp.parse_args(['train', '--n', '3']), sp.parse_args([])
p3 = argparse.ArgumentParser(); p3.add_argument('--flag', action=argparse.BooleanOptionalAction, default=True); p3.add_argument('--s', type=lambda v: v.split(','), default='a,b'); p3.add_argument('--t', type=eval, default=None)
r5 = p3.parse_args([]), p3.parse_args(['--no-flag', '--s', 'x,y', '--t', '(1,2)'])
# ---
import os
from pathlib import Path, PurePosixPath
r = [os.path.join('a', 'b', 'c.txt'), os.path.join('a', '/b'), os.path.basename('/x/y.z'), os.path.dirname('/x/y.z'), os.path.splitext('a.tar.gz'), os.path.split('/a/b'), os.path.normpath('a//b/../c/.'), os.path.isabs('/a'), os.path.commonprefix(['abc', 'abd']), os.sep, os.path.splitext('.bashrc'), os.path.join('', 'a'), os.path.join('a', ''), os.path.commonpath(['/a/b', '/a/c']), os.path.relpath('/a/b', '/a'), os.extsep, os.linesep, os.curdir, os.pathsep, os.path.sep]
q = Path('models') / 'vgg' / 'w.tar.gz'
s = [q, str(q), q.name, q.stem, q.suffix, q.suffixes, q.parent, q.parts, q.with_suffix('.h5'), q.with_name('z'), Path('/a') / '/b', q.is_absolute(), list(q.parents), Path('a/b').joinpath('c', 'd'), Path('a') == Path('a/'), Path(), Path('.'), q.as_posix(), Path('a/../b'), 'x' / Path('y'), q.relative_to('models'), PurePosixPath('a', 'b'), Path('a.b').with_stem('c'), sorted([Path('b'), Path('a')]), f'{q}', os.fspath(q), q.match('*.gz'), hash(Path('a')) == hash(Path('a')), os.path.join(Path('a'), 'b')]
# ---
import string, textwrap
r = [string.ascii_lowercase, string.digits, string.hexdigits, string.punctuation, string.whitespace, string.capwords('hello world'), string.Template('$a ${b} $$').substitute(a=1, b=2), string.Template('$a $c').safe_substitute(a=1), textwrap.dedent('  a\n    b\n  c'), textwrap.indent('a\nb', '> '), textwrap.wrap('the quick brown fox jumps', 10), textwrap.fill('the quick brown fox', width=9), textwrap.shorten('hello big world', 12), string.ascii_letters, string.printable, textwrap.dedent("""
    x
      y
"""), textwrap.fill('aaa bbb ccc', 7, initial_indent='* ', subsequent_indent='  '), string.Formatter().format('{} {a}', 1, a=2)]
try: string.Template('$x').substitute()
except KeyError as e: r2 = repr(e)
# ---
import types, contextlib
n = types.SimpleNamespace(a=1, b='x'); n.c = 3
r = n, n.a, vars(n), n == types.SimpleNamespace(a=1, b='x', c=3), types.MappingProxyType({'a': 1}), types.FunctionType, isinstance(len, types.BuiltinFunctionType), isinstance(lambda: 0, types.FunctionType), isinstance(lambda: 0, types.LambdaType), type(None), types.NoneType, isinstance((x for x in []), types.GeneratorType), types.MethodType(lambda s: s.a, n)(), types.ModuleType('m').__name__, types.new_class('X', (), {}).__name__, isinstance(n, types.SimpleNamespace)
mp = types.MappingProxyType({'a': 1})
try: mp['b'] = 2
except TypeError as e: r2 = str(e)
class R(contextlib.ContextDecorator):
    def __enter__(self): log.append('in'); return self
    def __exit__(self, *e): log.append('out')
log = []
@R()
def f(): log.append('f')
f(); r3 = log
import io
with contextlib.redirect_stdout(io.StringIO()) as buf: print('captured', 1, sep='-')
r4 = buf.getvalue()
with contextlib.closing(types.SimpleNamespace(close=lambda: log.append('closed'))): pass
r5 = log
del n.a; r6 = n
# ---
import heapq, bisect
h = [5, 1, 4]; heapq.heapify(h); heapq.heappush(h, 0)
r = h[:], heapq.heappop(h), heapq.nsmallest(2, [3, 1, 2]), heapq.nlargest(2, 'abc'), heapq.heappushpop(h, 9), heapq.heapreplace(h, 2), list(heapq.merge([1, 3], [2])), h, heapq.nlargest(1, [{'a': 1}, {'a': 3}], key=lambda d: d['a'])
l = [1, 3, 3, 5]
s = bisect.bisect(l, 3), bisect.bisect_left(l, 3), bisect.bisect_right(l, 3), bisect.insort(l, 4), l, bisect.bisect_left(l, 10), bisect.bisect([1, 2], 1, key=lambda x: x)
# ---
import statistics as st
r = [st.mean([1, 2, 3, 4]), st.mean([1, 2]), st.mean([1.5, 2.5]), st.median([3, 1, 2]), st.median([1, 2, 3, 4]), st.mode([1, 1, 2]), st.stdev([1, 2, 3, 4]), st.pstdev([1, 2, 3]), st.variance([1, 2, 3, 4]), st.pvariance([1, 2]), st.fmean([1, 2]), st.harmonic_mean([1, 2]), st.geometric_mean([1, 4]), st.quantiles([1, 2, 3, 4]), st.multimode('aabb'), st.median_low([1, 2]), st.mean([0.1, 0.2, 0.3])]
try: st.mean([])
except st.StatisticsError as e: r2 = str(e)
# ---
from fractions import Fraction as F
r = [F(1, 3), F(2, 4), F('0.25'), F(0.5), F(1, 3) + F(1, 6), F(1, 2) * 2, F(3, 4) / F(1, 2), F(7, 2) // 1, F(-7, 2) % 2, F(1, 2) ** 2, F(1, 2) + 0.5, F(1, 2) == 0.5, F(1, 3) < F(1, 2), float(F(1, 3)), int(F(7, 2)), round(F(7, 2)), F(3, 4).numerator, str(F(3, 4)), str(F(4, 2)), F(1, 3).limit_denominator(2), F('3/4'), abs(F(-1, 2)), -F(1, 2), hash(F(1, 2)) == hash(0.5), F(3.14159).limit_denominator(100), sum([F(1, 2), F(1, 3)]), max(F(1, 2), F(2, 3)), 1 - F(1, 4), 2 / F(1, 3), bool(F(0)), F(1, 2) ** -1, F(5), F.from_float(0.125), math.floor(F(7, 2)) if 0 else 0]
try: F(1, 0)
except ZeroDivisionError as e: r2 = str(e)
# ---
from decimal import Decimal as D, getcontext, ROUND_HALF_UP
r = [D('0.1') + D('0.2'), D(1) / D(3), D('1.10'), D(5), D(0.5), D('1E+5'), D('3.14159').quantize(D('0.01')), D('2.5').quantize(D('1'), rounding=ROUND_HALF_UP), D('-7') // D('2'), D('-7') % D('2'), D('1.5') * 2, D('1.5') == 1.5, float(D('1.25')), int(D('3.9')), str(D('1.0')), round(D('2.675'), 2), abs(D('-1')), D('1') < D('2'), D('2') ** 3, D('2').sqrt(), f"{D('1234.5'):,.2f}", D('NaN'), D('Infinity'), sum([D('0.1')] * 3), -D('1.5'), D('1.200').normalize(), D(10).as_tuple(), D('0E-3'), D('123').to_eng_string() if 0 else 0]
# ---
import cmath, struct, base64, io
r = [cmath.sqrt(-1), cmath.exp(1j * cmath.pi), cmath.phase(1j), cmath.polar(1 + 1j), cmath.rect(1, 0), cmath.pi, abs(cmath.exp(1j))]
s = [struct.pack('<I', 1), struct.unpack('>H', b'\x01\x02'), struct.calcsize('<2If'), struct.pack('>f', 1.5), struct.unpack('<2B', b'\x01\x02'), struct.pack('3s', b'ab')]
t = [base64.b64encode(b'hello'), base64.b64decode('aGVsbG8='), base64.urlsafe_b64encode(b'\xff\xfe'), base64.b16encode(b'a'), base64.b32encode(b'a')]
b = io.StringIO(); b.write('a'); b.write('bc\n'); print('x', 1, file=b)
u = b.getvalue(), io.StringIO('l1\nl2').readlines(), io.StringIO('abc').read(2), io.BytesIO(b'ab').read(), [l for l in io.StringIO('a\nb')]
# ---
import inspect
def f(a, b=1, *args, c, d='x', **kw) -> int: pass
class C:
    def __init__(self, x, y=2): pass
    def m(self, q: int): pass
s = inspect.signature(f)
r = str(s), list(s.parameters), s.parameters['b'].default, s.parameters['a'].default is inspect.Parameter.empty, s.parameters['args'].kind, str(inspect.signature(C)), str(inspect.signature(C.m)), str(inspect.signature(C(1).m)), [p.name for p in s.parameters.values() if p.kind == p.KEYWORD_ONLY], inspect.isclass(C), inspect.isfunction(f), inspect.getfullargspec(f).args, s.return_annotation, s.bind(1, c=2).arguments, 'b' in s.parameters, {k: v.default for k, v in s.parameters.items() if v.default is not inspect._empty}, inspect.getfullargspec(C.__init__), inspect.isgeneratorfunction(f), s, s.parameters['kw'], repr(inspect.signature(lambda x, /, y: 0)), inspect.getdoc(f), inspect.ismethod(C(1).m)
# ---
import pprint, keyword, numbers, warnings, logging
r = [pprint.pformat({'b': 1, 'a': [1, 2]}), keyword.iskeyword('class'), keyword.iskeyword('x'), isinstance(1, numbers.Integral), isinstance(1.5, numbers.Real), isinstance('a', numbers.Number), isinstance(True, numbers.Integral), isinstance(1j, numbers.Complex), pprint.pformat(list(range(40))), keyword.kwlist[:3], pprint.pformat([{'name': 'a' * 30, 'b': 'c' * 30, 'z': [1, 2, 3]}] * 2)]
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always'); warnings.warn('careful', DeprecationWarning)
r2 = len(w), str(w[0].message), w[0].category
logger = logging.getLogger('x'); logger.setLevel(logging.INFO); logger.info('hi')
r3 = logging.INFO, logger.name, logging.getLevelName(20), logger.level, logger.isEnabledFor(logging.DEBUG), logging.WARNING
try:
    with warnings.catch_warnings():
        warnings.simplefilter('error'); warnings.warn('boom', UserWarning)
except UserWarning as e: r4 = str(e)
# ---
import operator as op
from operator import itemgetter, attrgetter, methodcaller
r = [op.add(1, 2), op.mul(2, 3), op.truediv(1, 2), op.floordiv(-7, 2), op.mod(7, 3), op.neg(1), op.eq(1, 1), op.lt(1, 2), op.getitem([1, 2], 0), op.contains([1], 1), op.not_(0), op.truth([]), op.is_(None, None), op.and_(6, 3), op.xor(6, 3), op.invert(5), op.lshift(1, 4), op.concat([1], [2]), op.index(5), op.pow(2, 3), op.iadd([1], [2]), op.abs(-1), op.countOf([1, 1], 1), op.indexOf([5, 6], 6), itemgetter(1)([1, 2]), itemgetter(0, 2)('abc'), attrgetter('real')(5), methodcaller('upper')('a'), methodcaller('split', ',', maxsplit=1)('a,b,c'), sorted({'a': 2, 'b': 1}.items(), key=itemgetter(1)), op.matmul is not None, op.sub(1, 2.5), op.length_hint([1, 2]), itemgetter(slice(1, 3))('abcd'), attrgetter('a.b')(type('X', (), {'a': type('Y', (), {'b': 3})})), op.setitem({}, 1, 2), op.itemgetter('k')({'k': 'v'}), op.pos(-1), op.or_(1, 2), op.ne(1, 2), op.ge(2, 2), op.__add__(1, 2), op.call(len, 'ab')]
# ---
import datetime as dt
a = dt.date(2020, 1, 31); b = dt.datetime(2021, 5, 6, 7, 8, 9); c = dt.timedelta(hours=25)
r = [a, b, c, a.year, b.strftime('%Y-%m-%d'), str(b), c.days, c.total_seconds(), a + dt.timedelta(days=1), b.isoformat(), a < dt.date(2021, 1, 1)]
# ---
import io, sys
old = sys.stdout; sys.stdout = buf = io.StringIO()
print(1, 'a', [2], sep=', ', end='!\n'); print()
sys.stdout = old
r = buf.getvalue()
# ---
from dataclasses import dataclass, field, asdict
from enum import Enum
from typing import Dict, List, Optional, Tuple, Union
class Act(str, Enum): RELU = 'relu'; SWISH = 'swish'
@dataclass
class Block:
    repeats: int; kernel: int = 3; expand: float = 6.0; act: Act = Act.RELU; strides: Tuple[int, int] = (1, 1)
    @property
    def is_down(self): return max(self.strides) > 1
@dataclass
class Config:
    name: str = 'b0'; width: float = 1.0; depth: float = 1.0
    blocks: List[Block] = field(default_factory=lambda: [Block(1), Block(2, strides=(2, 2))])
    meta: Dict[str, Union[int, str]] = field(default_factory=dict)
c = Config(); c.blocks[1].kernel = 5; d = asdict(c)
r = c, d, Act.RELU == 'relu', str(Act.RELU), f'{Act.RELU}', Act('swish'), [b.is_down for b in c.blocks], Act.RELU.upper(), '-'.join([Act.RELU, 'x'])
import json
s = json.dumps(d), json.dumps(Act.RELU)
# ---
import hashlib, fnmatch
r = fnmatch.fnmatch('a.py', '*.py'), fnmatch.filter(['a.py', 'b.c'], '*.py')
s = hashlib.md5(b'a').hexdigest()
t = hashlib.sha256(b'abc').hexdigest()[:8]
# ---
import weakref
class A: pass
a = A(); w = weakref.ref(a); r = w() is a
d = weakref.WeakValueDictionary(); d['k'] = a; r2 = d['k'] is a, len(d)
# ---
import json, os
CFG = '''{"layers": [{"type": "Conv", "args": {"filters": 32, "kernel_size": [3, 3]}}, {"type": "Dense", "args": {"units": 10}}], "lr": 1e-3}'''
cfg = json.loads(CFG)
names = [f"{l['type'].lower()}_{i}" for i, l in enumerate(cfg['layers'])]
args = {n: {k: tuple(v) if isinstance(v, list) else v for k, v in l['args'].items()} for n, l in zip(names, cfg['layers'])}
path = os.path.join('out', f"{'_'.join(names)}-{cfg['lr']:.0e}.h5")
base, ext = os.path.splitext(os.path.basename(path))
merged = {**{'a': 1}, **cfg.get('extra', {})}
