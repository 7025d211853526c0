"""Calls of every method of the built-in types with ordinary and odd arguments."""

import random

PRELUDE = """\
def attempt(f):
    try:
        return f()
    except Exception as error:
        return type(error).__name__, str(error)
"""

STRINGS = [
    "''", "'a'", "'hello world'", "'Hello World'", "'  padded \\t'", "'a,b,,c'", "'aaa'", "'ABC'", "'123'", "'-42'", "'3.14'",
    "'line one\\nline two\\r\\nthree'", "'ß'", "'naïve café'", "'tab\\tsep'", "'CamelCaseString'", "'snake_case_name'",
    "'{}'", "'block1_conv1'", "'\\x00'", "'😀é'", "'ǅ'", "'مرحبا'", "\"it's\"", "'x' * 7", "'Straße'", "'I\\'m \"quoted\"'",
]
SUBSTRINGS = ["''", "'a'", "'l'", "'o w'", "' '", "','", "'_'", "'zz'", "'Hello'", "'\\n'", "'A'", "'😀'"]
INDEXES = ["0", "1", "2", "-1", "-2", "5", "-5", "100", "-100", "None", "True"]
INTS = ["0", "1", "-1", "7", "-7", "10", "255", "256", "1000", "-123456789", "2 ** 40", "-2 ** 65 + 1", "10 ** 20", "True", "3 ** 50"]
FLOATS = [
    "0.0", "-0.0", "1.0", "-1.5", "0.1", "0.5", "1.5", "2.5", "2.675", "1e16", "1e-5", "123456.789", "1e100", "5e-324",
    "float('inf')", "float('-inf')", "float('nan')", "1 / 3", "1e22", "9007199254740993.0", "0.0001", "123456789012345680.0",
]
LISTS = ["[]", "[1]", "[3, 1, 2]", "[1, 2, 3, 4, 5]", "['b', 'a', 'c']", "[1, 'a', None]", "[[1], [2]]", "[1, 1.0, True]", "[0.5, -1, 3]", "list(range(10))", "[(1, 'b'), (1, 'a')]"]
TUPLES = ["()", "(1,)", "(1, 2, 3)", "('a', 'b')", "(1, 2, 1, 3)", "((1, 2), [3])", "(None, True)"]
DICTS = ["{}", "{'a': 1}", "{'a': 1, 'b': 2}", "{1: 'x', 'k': [1]}", "{(1, 2): 3}", "{True: 'yes', 0: 'no'}", "{'x': {'y': 1}}", "{None: None}"]
SETS = ["set()", "{1}", "{1, 2, 3}", "{5, 1, 9}", "frozenset([1, 2])", "{0.5}", "{(1, 2)}", "{'only'}", "set(range(12))", "{-1, -2, 3}", "{100, 3, 50}", "{64, 128, 256}"]
BYTES = ["b''", "b'abc'", "b'a b c'", "bytes([0, 255, 10])", "b'ABC'", "'é'.encode()"]
JOINED = LISTS + TUPLES + ['["x", "y"]', 'map(str, range(4))', '"abc"', '{"k": 1}']
TRANSLATIONS = ['"abc", "xyz"', '"lo", "01", " "', '{"a": None, "b": "BB", 99: 100}']
DICT_ARGUMENTS = ['a=1, b=2', '[(1, 2), (3, 4)]', 'zip("ab", [1, 2])', '{1: 2}, x=3', '[1]', '1', '["ab", "cd"]', '[(1, 2, 3)]']
BYTE_ORDERS = ['"big"', '"little"']
INT_TEXTS = ['"12"', '" -7 "', '"0x1f", 16', '"0b101", 0', '"z", 36', '"1_000"', '"1.5"', '""', '"12", 3', '"9", 8', '12.9', '-12.9', '"٣"', 'b"17"', '"+5"', '"- 5"', '"0777", 0', '"1e3"']
FLOAT_TEXTS = ['"1.5"', '" inf "', '"-nan"', '"1e-3"', '"1_0.5"', '"abc"', '".5"', '"5."', '"1e400"', '"0x10"', '""', '[]', 'True']
COMPLEX_TEXTS = ['1', '1, 2', '"1+2j"', '1.5, -0.5', '"j"', '"x"']
ENCODINGS = ['', '"utf-8"', '"latin-1"', '"ascii"', '"ascii", "ignore"', '"ascii", "replace"']
BYTES_ARGUMENTS = ['3', '[1, 2, 300]', '"a"', '"a", "utf8"', 'range(4)', 'b"x"', '-1']
HEX_TEXTS = ['"00ff"', '"0"', '"zz"', '"de ad"']
VALUES = INTS[:6] + FLOATS[:4] + STRINGS[:4] + LISTS[:4] + TUPLES[:3] + DICTS[:3] + ["None", "print", "int", "range(3)"]


def pick(rng, *pools):
    return rng.choice(rng.choice(pools))


def string_call(rng):
    s = rng.choice(STRINGS)
    sub = lambda: rng.choice(SUBSTRINGS + STRINGS[:6])
    index = lambda: rng.choice(INDEXES)
    options = [
        lambda: f"{s}.{rng.choice(['upper', 'lower', 'title', 'capitalize', 'swapcase', 'casefold', 'strip', 'lstrip', 'rstrip', 'split', 'rsplit', 'splitlines', 'isalpha', 'isdigit', 'isdecimal', 'isnumeric', 'isalnum', 'isspace', 'islower', 'isupper', 'istitle', 'isidentifier', 'isprintable', 'isascii', 'encode', 'expandtabs'])}()",
        lambda: f"{s}.{rng.choice(['find', 'rfind', 'index', 'rindex', 'count', 'startswith', 'endswith'])}({sub()})",
        lambda: f"{s}.{rng.choice(['find', 'rfind', 'index', 'rindex', 'count', 'startswith', 'endswith'])}({sub()}, {index()})",
        lambda: f"{s}.{rng.choice(['find', 'rfind', 'index', 'rindex', 'count', 'startswith', 'endswith'])}({sub()}, {index()}, {index()})",
        lambda: f"{s}.{rng.choice(['split', 'rsplit', 'partition', 'rpartition', 'removeprefix', 'removesuffix', 'strip', 'lstrip', 'rstrip'])}({sub()})",
        lambda: f"{s}.{rng.choice(['split', 'rsplit'])}({rng.choice(['None', sub()])}, {rng.choice(['0', '1', '2', '-1'])})",
        lambda: f"{s}.{rng.choice(['split', 'rsplit'])}(maxsplit={rng.choice(['0', '1', '2'])})",
        lambda: f"{s}.{rng.choice(['center', 'ljust', 'rjust'])}({rng.choice(['0', '5', '12', '13', '20', '-3'])}{rng.choice(['', ', chr(42)', ', chr(65)', ', 1'])})",
        lambda: f"{s}.zfill({rng.choice(['0', '5', '12', '-1'])})",
        lambda: f"{s}.replace({sub()}, {sub()}{rng.choice(['', ', 1', ', 2', ', 0', ', -1'])})",
        lambda: f"{s}.join({rng.choice(JOINED)})",
        lambda: f"{s}[{index()}:{index()}]",
        lambda: f"{s}[{index()}:{index()}:{rng.choice(['1', '2', '-1', '-2', '0', '3', 'None'])}]",
        lambda: f"{s}[{index()}]",
        lambda: f"{s} * {rng.choice(['0', '1', '3', '-1', '1.5', 'True', 'None'])}",
        lambda: f"{s} {rng.choice(['+', '==', '!=', '<', '<=', '>', '>=', 'in', 'not in'])} {rng.choice(STRINGS + VALUES[:8])}",
        lambda: f"{s}.startswith(({sub()}, {sub()}))",
        lambda: f"{s}.translate(str.maketrans({rng.choice(TRANSLATIONS)}))",
        lambda: f"({rng.choice(['len', 'list', 'tuple', 'sorted', 'repr', 'str', 'ascii', 'reversed', 'int', 'float', 'bool', 'ord', 'max', 'min', 'sum', 'bytes', 'eval' if False else 'len'])})({s})",
        lambda: f"{s}.splitlines({rng.choice(['True', 'False', 'keepends=True'])})",
        lambda: f"{s}.expandtabs({rng.choice(['4', '1', '0'])})",
    ]
    return rng.choice(options)()


def list_call(rng):
    xs = rng.choice(LISTS)
    value = lambda: rng.choice(VALUES)
    index = lambda: rng.choice(INDEXES)
    mutation = lambda text: f"(lambda x: (x.{text}, x))({xs})"
    options = [
        lambda: mutation(f"append({value()})"),
        lambda: mutation(f"extend({value()})"),
        lambda: mutation(f"insert({index()}, {value()})"),
        lambda: mutation(f"pop({rng.choice(['', index()])})"),
        lambda: mutation(f"remove({value()})"),
        lambda: mutation(rng.choice(["reverse()", "clear()", "sort()", "sort(reverse=True)", "sort(key=str)", "sort(key=lambda v: -v)", "copy()"])),
        lambda: mutation(f"__setitem__(slice({index()}, {index()}), {value()})"),
        lambda: mutation(f"__setitem__(slice({index()}, {index()}, {rng.choice(['2', '-1', '-2'])}), {value()})"),
        lambda: mutation(f"__delitem__({rng.choice([index(), 'slice(' + index() + ', ' + index() + ', ' + rng.choice(['1', '2', '-1']) + ')'])})"),
        lambda: f"{xs}.{rng.choice(['index', 'count'])}({value()})",
        lambda: f"{xs}.index({value()}, {index()}{rng.choice(['', ', ' + index()])})",
        lambda: f"{xs}[{index()}]",
        lambda: f"{xs}[{index()}:{index()}:{rng.choice(['1', '2', '-1', '-3', '0', 'None'])}]",
        lambda: f"{xs} {rng.choice(['+', '==', '!=', '<', '<=', '>', '>='])} {rng.choice(LISTS + TUPLES[:3])}",
        lambda: f"{xs} * {rng.choice(['0', '2', '-1', 'True', '1.0', 'None'])}",
        lambda: f"{value()} in {xs}",
        lambda: f"{rng.choice(['sum', 'min', 'max', 'sorted', 'any', 'all', 'len', 'tuple', 'set', 'dict', 'str', 'enumerate', 'iter', 'hash', 'frozenset', 'bytes'])}({xs})".replace("enumerate(", "list(enumerate(").replace("iter(", "next(iter(") + ("" ),
        lambda: f"list(zip({xs}, {rng.choice(LISTS + STRINGS[:4])}))",
        lambda: f"list(map({rng.choice(['str', 'bool', 'type', 'lambda v: v * 2', 'float'])}, {xs}))",
        lambda: f"list(filter({rng.choice(['None', 'bool', 'lambda v: v != 1'])}, {xs}))",
        lambda: f"sorted({xs}, key={rng.choice(['str', 'repr', 'lambda v: str(v)[::-1]', 'len'])}{rng.choice(['', ', reverse=True'])})",
        lambda: f"{rng.choice(['min', 'max'])}({xs}, key={rng.choice(['str', 'repr', 'len'])}{rng.choice(['', ', default=0'])})",
        lambda: f"list(reversed({xs}))",
        lambda: f"sum({xs}, {rng.choice(['10', '0.5', '[]', '()'])})",
    ]
    text = rng.choice(options)()
    return text + ")" * (text.count("(") - text.count(")"))


def tuple_call(rng):
    t = rng.choice(TUPLES)
    value = rng.choice(VALUES)
    index = lambda: rng.choice(INDEXES)
    return rng.choice([
        f"{t}.{rng.choice(['index', 'count'])}({value})",
        f"{t}[{index()}]",
        f"{t}[{index()}:{index()}:{rng.choice(['1', '-1', '2'])}]",
        f"{t} {rng.choice(['+', '==', '<', '>', '<=', '!='])} {rng.choice(TUPLES + LISTS[:2])}",
        f"{t} * {rng.choice(['0', '2', '-2', '0.5'])}",
        f"{value} in {t}",
        f"{rng.choice(['len', 'list', 'sorted', 'max', 'min', 'sum', 'any', 'all', 'set', 'repr'])}({t})",
        f"hash({t}) == hash(({t[1:-1]}{'' if t.endswith(',)') or t == '()' else ','}))" if t != "()" else "hash(())",
        f"{t}.__setitem__(0, 1)",
        f"[*{t}, {value}]",
        f"(lambda *a, **k: (a, k))(*{t}, x=1)",
    ])


def dict_call(rng):
    d = rng.choice(DICTS)
    key = rng.choice(["'a'", "'zz'", "1", "True", "None", "(1, 2)", "[]", "0.0", "1.0"])
    value = rng.choice(VALUES)
    mutation = lambda text: f"(lambda x: (x.{text}, x))({d})"
    return rng.choice([
        f"{d}[{key}]",
        f"{d}.get({key}{rng.choice(['', ', ' + value])})",
        mutation(f"pop({key}{rng.choice(['', ', ' + value])})"),
        mutation(f"setdefault({key}{rng.choice(['', ', ' + value])})"),
        mutation("popitem()"),
        mutation(f"update({rng.choice(DICTS + ['[(1, 2)]', '[[1, 2, 3]]', '5', 'a=1', '[(1, 2)], b=3', '[1]', '{}, {}'])})"),
        mutation(f"__setitem__({key}, {value})"),
        mutation(f"__delitem__({key})"),
        mutation(rng.choice(["clear()", "copy()", "keys()", "values()", "items()"])),
        f"{key} in {d}",
        f"{d} == {rng.choice(DICTS)}",
        f"{d} | {rng.choice(DICTS + ['[(1, 2)]'])}",
        f"{d} < {rng.choice(DICTS)}",
        f"{rng.choice(['list', 'len', 'sorted', 'tuple', 'str', 'bool', 'set', 'hash', 'dict', 'max', 'reversed'])}({d})".replace("reversed(", "list(reversed(").replace("})", "})") + ("" ),
        f"list({d}.{rng.choice(['items', 'keys', 'values'])}())",
        f"{d}.{rng.choice(['keys', 'items'])}() {rng.choice(['&', '|', '-', '^', '==', '<='])} {rng.choice(DICTS)}.{rng.choice(['keys', 'items'])}()",
        f"dict.fromkeys({rng.choice(LISTS + TUPLES + STRINGS[:4])}{rng.choice(['', ', 0'])})",
        f"dict({rng.choice(DICT_ARGUMENTS)})",
        f"{{**{d}, {key}: {value}}}",
        f"(lambda **k: k)(**{d})",
        f"[k for k in {d}]",
        f"{{v: k for k, v in {d}.items()}}",
    ]) + ""


def close(text):
    return text + ")" * (text.count("(") - text.count(")"))


def set_call(rng):
    s = rng.choice(SETS)
    other = rng.choice(SETS + LISTS[:4] + TUPLES[:3])
    value = rng.choice(VALUES[:14] + ["(1, 2)", "[1]"])
    mutation = lambda text: f"(lambda x: (x.{text}, sorted(x, key=repr)))(set({s}))"
    return rng.choice([
        f"{s} {rng.choice(['|', '&', '-', '^', '==', '!=', '<', '<=', '>', '>='])} {rng.choice(SETS + LISTS[:2])}",
        f"{s}.{rng.choice(['union', 'intersection', 'difference', 'symmetric_difference', 'issubset', 'issuperset', 'isdisjoint'])}({other})",
        f"{s}.{rng.choice(['union', 'intersection', 'difference'])}({other}, {rng.choice(SETS)})",
        mutation(f"{rng.choice(['add', 'remove', 'discard'])}({value})"),
        mutation(f"{rng.choice(['update', 'intersection_update', 'difference_update', 'symmetric_difference_update'])}({other})"),
        f"{value} in {s}",
        f"{rng.choice(['len', 'sorted', 'list', 'sum', 'max', 'min', 'any', 'all', 'repr', 'bool', 'tuple', 'frozenset', 'set', 'hash'])}({s})",
        f"{{x % 3 for x in range(7)}} | {s}",
        f"set({rng.choice(LISTS + TUPLES + STRINGS[:3] + ['range(5)', '5'])})",
        f"{s}.copy()",
    ])


def number_call(rng):
    n = pick(rng, INTS, FLOATS)
    m = pick(rng, INTS, FLOATS, ["'a'", "None"])
    return rng.choice([
        f"{n} {rng.choice(['+', '-', '*', '/', '//', '%', '**', '==', '<', '<=', '>', '!='])} ({m})",
        f"({rng.choice(INTS)}) {rng.choice(['&', '|', '^', '<<', '>>', '//', '%'])} ({rng.choice(INTS[:9])})",
        f"{rng.choice(['abs', 'int', 'float', 'bool', 'round', 'str', 'repr', 'bin', 'hex', 'oct', 'hash', 'complex', 'chr', 'type'])}({n})",
        f"round({n}, {rng.choice(['0', '1', '2', '3', '-1', '-2', '-20', '17', 'None'])})",
        f"divmod({n}, {m})",
        f"pow({rng.choice(INTS[:8])}, {rng.choice(INTS[:8])}, {rng.choice(['7', '10', '-3', '1', '0', '97'])})",
        f"pow({n}, {rng.choice(['0', '1', '2', '0.5', '-1', '3'])})",
        f"({n}).{rng.choice(['is_integer', 'as_integer_ratio', 'hex', 'bit_length', 'conjugate', 'bit_count'])}()",
        f"({rng.choice(INTS)}).to_bytes({rng.choice(['1', '2', '9'])}, {rng.choice(BYTE_ORDERS)}{rng.choice(['', ', signed=True'])})",
        f"{rng.choice(['-', '+', '~'])}({n})",
        f"{n} {rng.choice(['<', '<=', '=='])} {m} {rng.choice(['<', '>', '!='])} {pick(rng, INTS, FLOATS)}",
        f"int({rng.choice(INT_TEXTS)})",
        f"float({rng.choice(FLOAT_TEXTS)})",
        f"complex({rng.choice(COMPLEX_TEXTS)})",
        f"({rng.choice(['1+2j', '3j', '-1.5-0.5j', '0j', '2+0j'])}) {rng.choice(['+', '-', '*', '/', '**', '==', '!='])} {rng.choice(['1', '2.5', '1j', '2-1j', '2'])}",
    ])


def bytes_call(rng):
    b = rng.choice(BYTES)
    return rng.choice([
        f"{b}[{rng.choice(INDEXES)}]",
        f"{b}[{rng.choice(INDEXES)}:{rng.choice(INDEXES)}]",
        f"{rng.choice(['len', 'list', 'repr', 'bool', 'tuple', 'max', 'sum', 'sorted'])}({b})",
        f"{b}.{rng.choice(['decode', 'hex', 'upper', 'lower', 'strip', 'split'])}()".replace("split()", "split(b' ')"),
        f"{b} {rng.choice(['+', '==', '<', 'in'])} {rng.choice(BYTES)}",
        f"{b} * {rng.choice(['0', '2'])}",
        f"{rng.choice(STRINGS)}.encode({rng.choice(ENCODINGS)})",
        f"bytes({rng.choice(BYTES_ARGUMENTS)})",
        f"int.from_bytes({b}, {rng.choice(BYTE_ORDERS)}{rng.choice(['', ', signed=True'])})",
        f"bytes.fromhex({rng.choice(HEX_TEXTS)})",
    ])


MAKERS = [(string_call, 170), (list_call, 120), (tuple_call, 40), (dict_call, 80), (set_call, 60), (number_call, 120), (bytes_call, 20)]


def programs():
    rng = random.Random(20260)
    for make, count in MAKERS:
        for _ in range(count):
            lines = [f"r{i} = attempt(lambda: {close(make(rng))})" for i in range(10)]
            yield PRELUDE + "\n".join(lines) + "\n"
