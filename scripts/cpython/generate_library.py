"""Calls into the standard library with ordinary and odd arguments."""

import random

from generate_methods import DICTS, FLOATS, INTS, LISTS, PRELUDE, SETS, STRINGS, TUPLES

HEADER = """\
import bisect, copy, functools, heapq, itertools, json, math, operator, os.path, re, statistics, string, textwrap
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple
"""

ITERABLES = LISTS + TUPLES + ["range(5)", "'abca'", "{'k': 1, 'j': 2}", "iter([3, 1, 2])", "(x * x for x in range(4))", "zip('ab', (1, 2))"]
FUNCTIONS = ["lambda v: v", "str", "bool", "lambda v: v is not None", "lambda *a: a", "operator.not_"]
BINARY = ["lambda a, b: (a, b)", "lambda a, b: str(a) + str(b)", "operator.add", "max"]
PATTERNS = [
    r"\d+", r"(\w)(\w*)", r"[a-c]+", r"a|b", r"^\s*(\w+)\s*$", r"(?P<word>\w+)-(?P<n>\d+)", r"(a)?b", r"x*", r"[^a-z]", r"\bconv\d?\b", r"(?i)DENSE", r"(.)\1", r".*?_",
    r"(?<=_)\w", r"\w(?=\d)", r"(?:ab){2}", r"^", r"$", r"\s", r"(", r"[z-a]", r"a{2,3}", r"(\d+)(?:px|em)?", r"[\w.]+@[\w.]+", r"(?!a)\w", r"(a(b)c)?", r"\.", r"(?m)^\w", r"(?s)a.b", r"[]a]", r"\x41", r"(?x) a  b # c",
]
TEXTS = ["'block_1_conv2'", "'ab aab  abab'", "'Dense-12 conv3'", "''", "'a\\nb\\nc'", "'  key  '", "'10px 2em 3'", "'me@x.org, you@y.z'", "'xxaXX'", "'A.b.C'", "'aabbcc'", "'snake_case_name'"]
NESTED = ["[[1], (2, 3)]", "['ab', 'c']", "[[], [[]]]", "[1]"]
PATHS = ["'a/b/c.txt'", "'/x/y/'", "''", "'.'", "'..'", "'m.tar.gz'", "'.hidden'", "'/a//b/../c'", "'no_ext'", "'weights/model.h5'", "'/'"]
JSON = ["'{\"a\": [1, 2.5, null]}'", "'[true, false]'", "'{\"a\": }'", "'\"\\\\u00e9\\\\n\"'", "' 12 '", "'[1, 2'", "'{\"x\": {\"y\": []}}'", "'1.0e-3'", "''", "'{1: 2}'", "'[1,,2]'", "'nan'", "'NaN'"]


def pick(rng, *pools):
    return rng.choice(rng.choice(pools))


def itertools_call(rng):
    it = lambda: rng.choice(ITERABLES)
    n = lambda: rng.choice(["0", "1", "2", "3", "-1", "None"])
    return rng.choice([
        lambda: f"list(itertools.chain({it()}, {it()}))",
        lambda: f"list(itertools.islice({it()}, {n()}, {n()}, {rng.choice(['None', '1', '2', '0'])}))",
        lambda: f"list(itertools.islice({it()}, {n()}))",
        lambda: f"list(itertools.combinations({it()}, {rng.choice('0123')}))",
        lambda: f"list(itertools.permutations({it()}, {rng.choice('012')}))",
        lambda: f"list(itertools.product({it()}, {it()}))[:12]",
        lambda: f"list(itertools.product({rng.choice(LISTS[:4])}, repeat={rng.choice('012')}))",
        lambda: f"list(itertools.accumulate({it()}, {rng.choice(BINARY)}))",
        lambda: f"list(itertools.accumulate({rng.choice(LISTS[:4])}{rng.choice(['', ', initial=5'])}))",
        lambda: f"[(k, list(g)) for k, g in itertools.groupby({it()}{rng.choice(['', ', key=bool', ', key=str'])})]",
        lambda: f"list(itertools.zip_longest({it()}, {it()}{rng.choice(['', ', fillvalue=0'])}))",
        lambda: f"list(itertools.{rng.choice(['takewhile', 'dropwhile', 'filterfalse'])}({rng.choice(FUNCTIONS)}, {it()}))",
        lambda: f"list(itertools.compress({it()}, {rng.choice(['[1, 0, 1]', '(True, False)', 'itertools.cycle([0, 1])'])}))",
        lambda: f"list(itertools.starmap({rng.choice(BINARY)}, [(1, 2), (3, 4)]))",
        lambda: f"list(itertools.pairwise({it()}))",
        lambda: f"list(itertools.islice(itertools.cycle({it()}), 5))",
        lambda: f"list(itertools.islice(itertools.count({rng.choice(['', '3', '2, 5', '0.5, 0.25', '-1, -1'])}), 4))",
        lambda: f"list(itertools.repeat({rng.choice(LISTS)}, {rng.choice('012')}))",
        lambda: f"[list(t) for t in itertools.tee({it()}, {rng.choice('123')})]",
        lambda: f"list(itertools.chain.from_iterable({rng.choice(NESTED)}))",
        lambda: f"list(itertools.combinations_with_replacement({it()}, {rng.choice('012')}))",
    ])()


def collections_call(rng):
    it = lambda: rng.choice(ITERABLES)
    mutate = lambda made, text: f"(lambda x: (x.{text}, x))({made})"
    q = f"deque({it()}{rng.choice(['', ', 3', ', maxlen=2', ', maxlen=0'])})"
    c = "Counter(" + rng.choice(["'abca'", "[1, 1, 2]", "{'a': 3, 'b': -1}", "a=2, z=0", ""]) + ")"
    o = "OrderedDict(" + rng.choice(["[('b', 1), ('a', 2)]", "{'x': 1}", "a=1, b=2", "", "[(1, 2), (1, 3)]"]) + ")"
    d = "defaultdict(" + rng.choice(["list", "int", "list, {'a': [1]}", "lambda: 7, x=1", "None", "", "5"]) + ")"
    return rng.choice([
        lambda: q,
        lambda: mutate(q, rng.choice(["append(9)", "appendleft(9)", "pop()", "popleft()", "rotate(1)", "rotate(-2)", "extend('xy')", "extendleft([7, 8])", "clear()", "reverse()", "remove(1)", "insert(1, 5)", "index(2)", "count(1)", "copy()"])),
        lambda: f"list(reversed({q}))",
        lambda: f"{q}[{rng.choice(['0', '-1', '5', '1'])}]",
        lambda: f"{q} == {q}",
        lambda: c,
        lambda: f"{c}.{rng.choice(['most_common()', 'most_common(1)', 'total()', 'copy()', 'items()', 'values()'])}",
        lambda: f"sorted({c}.elements(), key=str)",
        lambda: f"{c} {rng.choice(['+', '-', '&', '|', '==', '<='])} Counter({rng.choice(['[1, 2]', 'a=1', chr(39) + 'ab' + chr(39)])})",
        lambda: mutate(c, rng.choice(["update('aa')", "subtract({'a': 1})", "update(a=5)", "pop('a')", "clear()", "setdefault('q', 4)", "__delitem__('zz')", "update([1])"])),
        lambda: f"{c}[{rng.choice(['1', chr(39) + 'a' + chr(39), 'None'])}]",
        lambda: o,
        lambda: mutate(o, rng.choice(["move_to_end('a')", "move_to_end('b', last=False)", "popitem()", "popitem(last=False)", "pop('a')", "pop('zz', 0)", "update(c=3)", "__setitem__('a', 0)", "setdefault('n')", "copy()", "clear()"])),
        lambda: f"{o} == {rng.choice([o, 'dict(a=2, b=1)', 'OrderedDict(a=2, b=1)'])}",
        lambda: f"list({o}.{rng.choice(['items', 'keys', 'values'])}())",
        lambda: mutate(d, rng.choice(["__getitem__('k')", "get('k')", "__getitem__('a')", "setdefault('k', 3)", "update(z=1)", "copy()", "__contains__('k')", "pop('x', None)"])),
        lambda: f"dict(ChainMap({rng.choice(DICTS)}, {rng.choice(DICTS)}))",
        lambda: f"ChainMap({rng.choice(DICTS)}, {rng.choice(DICTS)}){rng.choice(['[' + repr('a') + ']', '.maps', '.parents', '.new_child()', '.get(1)'])}",
        lambda: f"namedtuple('P', {rng.choice([repr('x y'), repr('x, y'), '[' + repr('a') + ', ' + repr('b') + ']'])}{rng.choice(['', ', defaults=[1]', ', defaults=(1, 2)', ', rename=True'])})({rng.choice(['1, 2', '1', 'x=1, y=2', '', '1, 2, 3', 'y=2, x=1'])})",
        lambda: f"namedtuple('P', 'x y')(1, 2){rng.choice(['._asdict()', '._replace(x=5)', '._replace(q=1)', '[0]', '.y', '._fields', ' == (1, 2)', ' + (3,)', '.z', '[::-1]'])}",
    ])()


def re_call(rng):
    p = repr(rng.choice(PATTERNS))
    t = rng.choice(TEXTS)
    flags = rng.choice(["", "", "", ", flags=re.I", ", flags=re.M", ", flags=re.S | re.I", ", flags=re.X", ", flags=re.A"])
    replacement = rng.choice(["'-'", r"r'<\g<0>>'", r"r'\1'", "''", "lambda m: m.group().upper()", r"r'\\'", r"'\n'", r"r'\2\1'", r"r'\q'"])
    return rng.choice([
        f"re.findall({p}, {t}{flags})",
        f"re.sub({p}, {replacement}, {t}{flags})",
        f"re.sub({p}, {replacement}, {t}, count={rng.choice('012')})",
        f"re.subn({p}, {replacement}, {t})",
        f"re.split({p}, {t}{rng.choice(['', ', 1', ', maxsplit=2'])})",
        f"(lambda m: m and (m.group(), m.groups(), m.span(), m.groupdict(), m.lastindex))(re.search({p}, {t}{flags}))",
        f"(lambda m: m and (m.group(), m.start(), m.end(), m.lastgroup))(re.match({p}, {t}{flags}))",
        f"re.fullmatch({p}, {t}) is not None",
        f"[m.span() for m in re.finditer({p}, {t})]",
        f"repr(re.search({p}, {t}))",
        f"re.compile({p}).groups",
        f"re.compile({p}).pattern",
        f"re.compile({p}).search({t}, {rng.choice('0123')})" + ("" if rng.random() < 0.5 else " is None"),
        f"re.escape({t})",
        f"re.match({p}, {t}).group({rng.choice(['0', '1', '2', '0, 1', chr(39) + 'word' + chr(39)])})",
    ])


def other_call(rng):
    x, y = pick(rng, INTS, FLOATS), pick(rng, INTS, FLOATS)
    values = rng.choice(LISTS + TUPLES + SETS + DICTS + STRINGS + INTS + FLOATS + ["None", "[[1, {'a': (2, 'x')}]]", "{'k': [1, None, True]}"])
    return rng.choice([
        f"math.{rng.choice(['floor', 'ceil', 'trunc', 'fabs', 'sqrt', 'isqrt', 'factorial', 'isnan', 'isinf', 'isfinite', 'frexp', 'modf', 'radians', 'degrees'])}({x})".replace("factorial(10 ** 20)", "factorial(5)").replace("factorial(-123456789)", "factorial(9)"),
        f"math.{rng.choice(['gcd', 'lcm', 'copysign', 'fmod', 'isclose', 'comb', 'perm', 'ldexp', 'remainder', 'hypot'])}({rng.choice(INTS[:9] + FLOATS[:6])}, {rng.choice(INTS[:7])})",
        f"math.{rng.choice(['prod', 'fsum'])}({rng.choice(LISTS + TUPLES)})",
        f"json.dumps({values}{rng.choice(['', ', indent=2', ', sort_keys=True', ', separators=(chr(44), chr(58))', ', ensure_ascii=False', ', indent=1, sort_keys=True', ', default=str'])})",
        f"json.loads({rng.choice(JSON)})",
        f"copy.{rng.choice(['copy', 'deepcopy'])}({values})",
        f"operator.{rng.choice(['add', 'mul', 'sub', 'truediv', 'floordiv', 'mod', 'lt', 'eq', 'ge', 'and_', 'or_', 'xor', 'concat', 'contains', 'getitem', 'is_', 'countOf'])}({rng.choice(LISTS + INTS + FLOATS[:3])}, {rng.choice(LISTS[:3] + INTS[:4])})",
        f"operator.{rng.choice(['itemgetter(0)', 'itemgetter(0, -1)', 'attrgetter(chr(114) + chr(101) + chr(97) + chr(108))', 'methodcaller(chr(99) + chr(111) + chr(112) + chr(121))', 'itemgetter(slice(1, 3))'])}({rng.choice(LISTS + TUPLES + INTS[:2] + STRINGS[:5])})",
        f"functools.reduce({rng.choice(BINARY)}, {rng.choice(ITERABLES)}{rng.choice(['', ', 0', ', [9]'])})",
        f"functools.partial({rng.choice(['lambda *a, **k: (a, k)', 'max', 'dict', 'int', 'sorted'])}, {rng.choice(['1', '[3, 1]', 'a=1', '', '1, b=2'])})({rng.choice(['2', '', 'c=3', '[2]'])})",
        f"sorted({rng.choice(LISTS)}, key=functools.cmp_to_key(lambda a, b: (str(a) > str(b)) - (str(a) < str(b))))",
        f"os.path.{rng.choice(['basename', 'dirname', 'split', 'splitext', 'normpath', 'isabs'])}({rng.choice(PATHS)})",
        f"os.path.join({rng.choice(PATHS)}, {rng.choice(PATHS)})",
        f"heapq.{rng.choice(['nlargest', 'nsmallest'])}({rng.choice('012')}, {rng.choice(LISTS)})",
        f"(lambda h: (heapq.heapify(h), heapq.heappush(h, 2), heapq.heappop(h), h))({rng.choice(['[]', '[3, 1, 2]', '[9, 4, 7, 1, 8]', '[5, 5]'])})",
        f"bisect.{rng.choice(['bisect', 'bisect_left', 'bisect_right'])}({rng.choice(['[]', '[1, 3, 5]', '[1, 1, 1]', '(1, 2)'])}, {rng.choice('0135')})",
        f"statistics.{rng.choice(['median', 'mode', 'median_low', 'median_high', 'multimode'])}({rng.choice(LISTS + TUPLES)})",
        f"textwrap.dedent({rng.choice(STRINGS + [repr('  a' + chr(10) + '   b' + chr(10))])})",
        f"textwrap.indent({rng.choice(STRINGS)}, '> ')",
        f"string.capwords({rng.choice(STRINGS)})",
        f"string.Template({rng.choice([repr('$a ${b}'), repr('$$x $a'), repr('$'), repr('${a}b')])}).{rng.choice(['substitute', 'safe_substitute'])}({rng.choice(['a=1', 'a=1, b=2', 'dict(a=3), b=4', ''])})",
    ])


MAKERS = [(itertools_call, 60), (collections_call, 80), (re_call, 70), (other_call, 110)]


def programs():
    rng = random.Random(4242)
    for make, count in MAKERS:
        for _ in range(count):
            lines = []
            while len(lines) < 8:
                text = f"r{len(lines)} = attempt(lambda: {make(rng)})"
                try:
                    compile(text, "", "exec")
                except SyntaxError:
                    continue
                lines.append(text)
            yield HEADER + PRELUDE + "\n".join(lines) + "\n"
