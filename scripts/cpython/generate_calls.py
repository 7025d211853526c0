"""Built-in functions and methods called with whatever comes: results, and the words of what is raised."""

import random

from generate_expressions import PRELUDE

VALUES = [
    "0", "1", "-1", "3", "255", "10**20", "True", "1.5", "-0.0", "2.5", "float('inf')", "1j", "None", "''", "'a'", "'abc'", "'a b c'",
    "'Hello World'", "'12'", "' x '", "'é'", "b'ab'", "b''", "()", "(1, 2)", "('a', 'b')", "[]", "[1, 2]", "[3, 1, 2]",
    "['b', 'a']", "[[1], [2]]", "{}", "{'a': 1}", "{1: 'x', 2: 'y'}", "set()", "{1}", "frozenset({1})", "range(3)", "slice(1, 3)",
    "int", "str", "len", "...", "lambda x: x", "bytearray(b'xy')", "object",
]
METHODS = {
    "str": "capitalize casefold center count encode endswith expandtabs find format index isalnum isalpha isdecimal isdigit "
    "isidentifier islower isnumeric isprintable isspace istitle isupper join ljust lower lstrip partition removeprefix removesuffix "
    "replace rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title translate upper zfill",
    "list": "append clear copy count extend index insert pop remove reverse sort",
    "dict": "clear copy get items keys pop popitem setdefault update values fromkeys",
    "set": "add clear copy difference discard intersection isdisjoint issubset issuperset pop remove symmetric_difference union update",
    "tuple": "count index",
    "bytes": "capitalize center count decode endswith find hex index isalpha isdigit join ljust lower lstrip partition replace rfind "
    "rjust rsplit rstrip split splitlines startswith strip swapcase title upper zfill",
    "int": "bit_length bit_count conjugate to_bytes as_integer_ratio",
    "float": "as_integer_ratio hex is_integer conjugate",
    "range": "count index",
}
RECEIVERS = {
    "str": ["''", "'abc'", "'Hello World'", "'a,b,,c'", "' pad '", "'ÀÉß'", "'x1'", "'aaa'"],
    "list": ["[]", "[3, 1, 2]", "['b', 'a']", "[1, 'a', None]"],
    "dict": ["{}", "{'a': 1, 'b': 2}", "{1: 2}"],
    "set": ["set()", "{1, 2}", "{3}"],
    "tuple": ["()", "(1, 2, 1)"],
    "bytes": ["b''", "b'abc'", "b'a,b'", "b'Hello World'"],
    "int": ["(5)", "(-7)", "True", "(10**20)"],
    "float": ["1.5", "(-2.0)", "0.1"],
    "range": ["range(5)", "range(0, 10, 3)"],
}
FUNCTIONS = (
    "abs all any ascii bin bool bytes callable chr complex dict divmod enumerate filter float format frozenset getattr hasattr hex "
    "int isinstance issubclass iter len list map max min next oct ord pow range repr reversed round set slice sorted str sum tuple zip"
).split()
OPERATORS = "+ - * / // % ** @ & | ^ << >> < <= > >= == != in and or".split()


def arguments(rng, most=3):
    return ", ".join(rng.choice(VALUES) for _ in range(rng.choice([0, 1, 1, 1, 2, 2, most])))


def expression(rng):
    kind = rng.random()
    if kind < 0.45:
        owner = rng.choice(list(METHODS))
        return f"(lambda o: (o.{rng.choice(METHODS[owner].split())}({arguments(rng)}), o))({rng.choice(RECEIVERS[owner])})"
    if kind < 0.7:
        return f"{rng.choice(FUNCTIONS)}({arguments(rng)})"
    if kind < 0.9:
        return f"{rng.choice(VALUES)} {rng.choice(OPERATORS)} {rng.choice(VALUES)}".replace("lambda x: x", "(lambda x: x)")
    if kind < 0.95:
        return f"{rng.choice(VALUES)}[{rng.choice(VALUES)}]".replace("lambda x: x", "len")
    return f"{rng.choice(['-', '+', '~', 'not '])}{rng.choice(VALUES)}".replace("lambda x: x", "(lambda x: x)")


def programs(count=500, seed=412):
    rng = random.Random(seed)
    for _ in range(count):
        lines = [f"r{i} = attempt(lambda: {expression(rng)})" for i in range(4)]
        yield PRELUDE.lstrip() + "\n".join(lines) + "\n"
