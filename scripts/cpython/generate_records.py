"""Data classes, enumerations and named tuples with their options put together at random."""
import random

HEAD = """from dataclasses import dataclass, field, fields, asdict, astuple, replace, InitVar, KW_ONLY, is_dataclass
from enum import Enum, IntEnum, Flag, IntFlag, StrEnum, auto, unique
from collections import namedtuple
from typing import NamedTuple, ClassVar, List, Optional
def attempt(f):
    try: return f()
    except Exception as e: return type(e).__name__, str(e)
"""
VALUES = ["0", "1", "2.5", "'a'", "None", "True", "(1, 2)", "'b'", "-3", "7"]


def data(rng):
    src = HEAD
    names = []
    for cls in ["A", "B", "C"][: rng.randrange(1, 4)]:
        opts = [o for o in ["order=True", "frozen=True", "eq=False", "repr=False", "unsafe_hash=True", "kw_only=True", "slots=True", "init=False" if rng.random() < .1 else "eq=True", "match_args=False"] if rng.random() < .15]
        base = rng.choice([""] + [f"({n})" for n in names])
        lines = []
        for f in rng.sample(["x", "y", "z", "w", "tags"], rng.randrange(1, 5)):
            k = rng.randrange(10)
            v = rng.choice(VALUES)
            if k < 3: lines.append(f"{f}: int = {v}")
            elif k == 3: lines.append(f"{f}: int")
            elif k == 4: lines.append(f"{f}: list = field(default_factory=list)")
            elif k == 5: lines.append(f"{f}: int = field(default={v}, {rng.choice(['repr=False', 'compare=False', 'init=False', 'kw_only=True', 'hash=False', 'metadata=dict(k=1)'])})")
            elif k == 6: lines.append(f"{f}: ClassVar[int] = {v}")
            elif k == 7: lines.append(f"{f}: InitVar[int] = {v}")
            elif k == 8: lines.append(f"{f}: {rng.choice(['Optional[int]', 'List[int]', repr('str'), 'float'])} = {v}")
            else: lines.append(f"{f}: int = field(init=False, default={v})")
        if rng.random() < .15: lines.insert(rng.randrange(len(lines) + 1), "_: KW_ONLY")
        if rng.random() < .3:
            init = [l.split(":")[0] for l in lines if "InitVar" in l]
            lines.append(f"def __post_init__(self{''.join(', ' + i for i in init)}): log.append(({cls!r}, {', '.join(init) or '0'}))")
        if rng.random() < .15: lines.append("def __repr__(self): return 'own'")
        if rng.random() < .1: lines.append("def __eq__(self, o): return 'eq'")
        if rng.random() < .1: lines.append("def __lt__(self, o): return 'lt'")
        if rng.random() < .1: lines.append("def __hash__(self): return 5")
        src += f"log = []\ntry:\n    @dataclass({', '.join(opts)})\n    class {cls}{base}:\n" + "".join(f"        {l}\n" for l in lines) + f"except (TypeError, ValueError) as e: {cls} = None; e{cls} = str(e)\n"
        names.append(cls)
    probes = ["T()", "T(1)", "T(1, 2)", "T(x=1)", "T(1, y=2)", "T(1, 2, 3, 4)", "T(tags=[1])", "T(1) == T(1)", "T(1) < T(2)", "hash(T(1)) == hash(T(1))", "asdict(T(1))", "astuple(T(1, 2))", "replace(T(1), x=5)", "replace(T(1), y=9)", "[f.name for f in fields(T)]", "T.__match_args__", "setattr(T(1), 'x', 3)", "setattr(T(1), 'q', 3)", "T(1).x", "T(1).__dict__", "sorted([T(2), T(1)])", "T(1) != T(2)", "T(1).tags is T(1).tags", "T.x", "is_dataclass(T)", "[(f.name, f.init, f.repr, f.compare, f.kw_only) for f in fields(T)]", "T.__slots__", "T(1) == 1", "{T(1): 2}[T(1)]", "T(1) <= T(1)", "delattr(T(1), 'x')", "T.__eq__ is object.__eq__", "T.__hash__ is None", "max(T(1), T(2))"]
    for i in range(9): src += f"r{i} = attempt(lambda: (lambda T: {rng.choice(probes)})({rng.choice(names)}))\n"
    return src + "end = list(log)\n"


def enums(rng):
    src = HEAD
    base = rng.choice(["Enum", "Enum", "IntEnum", "Flag", "IntFlag", "StrEnum", "str, Enum", "int, Enum", "float, Enum"])
    lines = []
    for n in rng.sample(["RED", "GREEN", "BLUE", "ALIAS", "MIX"], rng.randrange(2, 6)):
        if "Flag" in base: v = rng.choice(["auto()", "1", "2", "4", "8", "3", "0", "auto()"])
        elif "int" in base.lower(): v = rng.choice(["auto()", "1", "2", "10", "-1", "auto()"])
        elif "str" in base.lower(): v = rng.choice(["'r'", "'g'", "'blue'", "auto()" if base == "StrEnum" else "'q'"])
        elif base.startswith("float"): v = rng.choice(["1.5", "2.0", "0.1"])
        else: v = rng.choice(["auto()", "1", "'x'", "(1, 2)", "None", "2.5", "auto()", "True", "[1]"])
        lines.append(f"{n} = {v}")
    if "Flag" in base and rng.random() < .5: lines.append(f"ALL = {lines[0].split(' ')[0]} | {lines[1].split(' ')[0]}")
    if rng.random() < .3: lines.append("def hello(self): return f'hi {self.name}'")
    if rng.random() < .2: lines.append("@classmethod\n    def _missing_(cls, v): return next(iter(cls)) if v == 'dflt' else None")
    if rng.random() < .2: lines.append("@property\n    def twice(self): return self.value * 2")
    if rng.random() < .15: lines.append("def __str__(self): return 'S:' + self.name")
    if rng.random() < .1: lines.insert(0, "def _generate_next_value_(name, start, count, last): return name.lower()")
    first = [l.split(" ")[0] for l in lines if " = " in l and not l.startswith(("def", "@"))]
    src += f"try:\n    class E({base}):\n" + "".join("        " + l.replace("\n    ", "\n        ") + "\n" for l in lines) + "except Exception as e: E = None; err = type(e).__name__, str(e)\n"
    m = lambda: "E." + rng.choice(first)
    probes = [lambda: m(), lambda: f"{m()}.name, {m()}.value", lambda: "list(E)", lambda: "len(E)", lambda: f"str({m()}), repr({m()}), f'{{{m()}}}'", lambda: "E.__members__", lambda: f"E({rng.choice(['1', '2', repr('r'), '3', '99', repr('dflt'), '0', 'None', '2.5', '-1'])})", lambda: f"E[{rng.choice(first + ['NOPE'])!r}]", lambda: f"{m()} == {m()}, {m()} is {m()}, {m()} != {rng.choice(VALUES)}", lambda: f"{m()} < {m()}", lambda: f"{m()} | {m()}", lambda: f"{m()} & {m()}, {m()} ^ {m()}", lambda: f"~{m()}", lambda: f"{m()} in E, {m()} in [{m()}]", lambda: f"{m()} + 1", lambda: f"{m()} * 2", lambda: f"isinstance({m()}, {rng.choice(['int', 'str', 'E', 'Enum'])})", lambda: f"{{{m()}: 1}}", lambda: f"bool({m()})", lambda: f"sorted(E)", lambda: f"max(E)", lambda: f"{m()}.hello()", lambda: f"{m()}.twice", lambda: f"type({m()}).__name__", lambda: f"f'{{{m()}:>12}}|{{{m()}!r:>5}}'", lambda: f"'%s %r' % ({m()}, {m()})", lambda: f"list({m()} | {m()})", lambda: f"len({m()})", lambda: f"{m()}.upper()", lambda: f"int({m()})", lambda: f"setattr(E, 'RED', 5)", lambda: f"E.NOPE", lambda: "[e.value for e in E], [*reversed(E)]", lambda: f"{m()} | 1", lambda: f"{m()} in {m()}", lambda: "E(7)", lambda: "E(0)", lambda: f"hash({m()}) == hash({m()})", lambda: "unique(E)", lambda: f"{m()}.name.lower()", lambda: f"({m()} | {m()}).name", lambda: f"({m()} & {m()}).value", lambda: f"{m()}._value_", lambda: f"round({m()}, 1)", lambda: f"'-'.join([{m()}, 'x'])", lambda: f"range({m()})", lambda: f"{{'r': 1}}.get({m()})"]
    for i in range(10): src += f"r{i} = attempt(lambda: ({rng.choice(probes)()}))\n"
    return src


def tuples(rng):
    src = HEAD
    if rng.random() < .5:
        names = rng.sample(["x", "y", "z", "count", "index", "class", "_a", "x"], rng.randrange(1, 4))
        extra = rng.choice(["", ", defaults=[1]", ", rename=True", ", defaults=(1, 2)", ", rename=True, defaults=[5]"])
        src += f"try: T = namedtuple('T', {rng.choice([repr(names), repr(' '.join(names))])}{extra})\nexcept (ValueError, TypeError) as e: T = None; err = str(e)\n"
    else:
        fs = rng.sample(["x", "y", "z"], rng.randrange(1, 4))
        body = "".join(f"        {f}: int{rng.choice(['', ' = ' + rng.choice(VALUES)])}\n" for f in fs)
        more = rng.choice(["", "        def total(self): return len(self)\n", "        @property\n        def p(self): return self[0]\n", "        def __repr__(self): return 'own' + str(tuple(self))\n", "        def __add__(self, o): return 'added'\n"])
        src += f"try:\n    class T(NamedTuple):\n{body}{more}except (TypeError, AttributeError) as e: T = None; err = str(e)\n"
    probes = ["T()", "T(1)", "T(1, 2)", "T(1, 2, 3)", "T(x=1)", "T(1, y=2)", "T(1)._asdict()", "T(1, 2)._replace(x=9)", "T._make([1, 2])", "T._fields", "T._field_defaults", "T(1, 2) == (1, 2)", "T(1)[0], T(1).x", "T(1, 2)[1:]", "T(1, 2) + (3,)", "len(T(1))", "hash(T(1)) == hash((1,))", "T(1) < T(2)", "sorted([T(2), T(1)])", "setattr(T(1), 'x', 2)", "T(1).nope", "isinstance(T(1), tuple)", "(lambda x, *r: (x, r))(*T(1, 2))", "T(1).total()", "T(1).p", "T(1) * 2", "T(1).index(1)", "T(1).count(1)", "T.__doc__", "T(1).__class__.__name__", "{T(1): 2}[(1,)]", "max(T(1), T(3))", "T(*[4, 5])", "T(**{'x': 1})", "T(1, 2)._replace(q=9)", "T._make([])", "str(T(1)), '%s' % (T(1),), f'{T(1)}'", "T.__match_args__", "T.x.__doc__", "repr(T(T(1)))"]
    for i in range(9): src += f"r{i} = attempt(lambda: ({rng.choice(probes)}))\n"
    return src


def programs(seed=6, count=40):
    rng = random.Random(seed)
    for make in (data, enums, tuples):
        for _ in range(count):
            src = make(rng)
            try: compile(src, "x", "exec")
            except SyntaxError: continue
            yield src
