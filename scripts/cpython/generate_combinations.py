"""Random programs that put features together: classes with descriptors and inheritance, generators with
try/finally, match over classes, format specs over types, slices with augmented assignment and aliases."""
import random

HEAD = "def attempt(f, *a):\n    try: return f(*a)\n    except BaseException as e: return type(e).__name__, str(e)\n"
STANDALONE = [True]


def lit(rng, depth=0):
    pick = rng.randrange(14 if depth < 2 else 8)
    if pick == 0: return str(rng.choice([0, 1, -1, 2, 3, 7, 10, -5, 255, 1000, 2 ** 40]))
    if pick == 1: return rng.choice(["0.5", "-1.25", "3.0", "1e-7", "1e20", "0.1", "2.675", "-0.0"])
    if pick == 2: return repr(rng.choice(["", "a", "abc", "x_1", "Conv2D", "é", "a b"]))
    if pick == 3: return rng.choice(["True", "False"])
    if pick == 4: return "None"
    if pick == 5: return rng.choice(["b'ab'", "1j", "(1+2j)", "range(3)", "2**70"])
    if pick in (6, 7): return str(rng.randrange(-3, 9))
    if pick in (8, 9): return "[" + ", ".join(lit(rng, depth + 1) for _ in range(rng.randrange(4))) + "]"
    if pick == 10:
        n = rng.randrange(4); inner = ", ".join(lit(rng, depth + 1) for _ in range(n))
        return f"({inner},)" if n == 1 else f"({inner})"
    if pick in (11, 12):
        return "{" + ", ".join(f"{rng.choice(['a', 'b', 'c', 'k'])!r}: {lit(rng, depth + 1)}" for _ in range(rng.randrange(3))) + "}"
    if STANDALONE[0]: return rng.choice(["{1, 2}", "frozenset({3})", "set()"])
    return rng.choice(["{1, 2}", "frozenset({3})", "P(1, 2)", "P(0)", "Q('u')", "E.A", "N(1, 'n')"])


def classes(rng):
    out = [HEAD + "log = []\nclass D:\n    def __set_name__(s, o, n): s.n = '_' + n; log.append((o.__name__, n))\n"
           "    def __get__(s, o, t=None): return s if o is None else o.__dict__.get(s.n, %s)\n" % lit(rng)]
    kind = rng.randrange(3)
    if kind: out[0] += "    def __set__(s, o, v): log.append(v); o.__dict__[s.n] = v\n"
    if kind == 2: out[0] += "    def __delete__(s, o): o.__dict__.pop(s.n, None)\n"
    names = ["A", "B", "C", "F", "G"][: rng.randrange(3, 6)]
    made = []
    for name in names:
        bases = rng.sample(made, min(len(made), rng.randrange(3)))
        body = []
        for _ in range(rng.randrange(1, 6)):
            w = rng.randrange(13)
            attr = rng.choice("xyz")
            if w == 0: body.append(f"{attr} = D()")
            elif w == 1: body.append(f"{attr} = {lit(rng)}")
            elif w == 2: body.append(f"@property\n    def {attr}(self): return ('{name}', getattr(super(), '{attr}', None))")
            elif w == 3: body.append(f"def m(self, v=1): return ['{name}', v] + (super().m(v) if hasattr(super(), 'm') else [])")
            elif w == 4: body.append(f"@classmethod\n    def c(cls, *a): return cls.__name__, a")
            elif w == 5: body.append(f"@staticmethod\n    def s(v={rng.randrange(5)}): return '{name}', v")
            elif w == 6: body.append(f"def __init__(self, *a, **k):\n        super().__init__(*a[1:], **k)\n        self.{attr} = a[:1]" if rng.random() < .5 else f"def __init__(self, *a): self.w = a")
            elif w == 7: body.append(f"def __getattr__(self, n): return '{name}.' + n if not n.startswith('__') else object.__getattribute__(self, n)")
            elif w == 8: body.append(f"def __repr__(self): return f'{name}<{{sorted(vars(self))}}>'")
            elif w == 9: body.append(f"def __eq__(self, o): return type(o) is type(self)\n    __hash__ = None")
            elif w == 10: body.append(f"def __add__(self, o): return '{name}+'\n    def __radd__(self, o): return '+{name}'")
            elif w == 11: body.append(f"def __init_subclass__(cls, **k): super().__init_subclass__(**k); log.append(('{name}', cls.__name__)); cls.tag = getattr(cls, 'tag', 0) + 1")
            else: body.append(f"def __len__(self): return {rng.randrange(3)}\n    def __getitem__(self, i):\n        if i > 2: raise IndexError(i)\n        return ('{name}', i)")
        out.append(f"try:\n" + "".join("    " + l + "\n" for l in (f"class {name}({', '.join(bases)}):\n    " + "\n    ".join(body)).split("\n")) + f"except TypeError as e: log.append(str(e))")
        made.append(name)
    probes = ["o.x", "o.y", "o.z", "T.x if not isinstance(T.__dict__.get('x'), (property, D)) else 0", "o.m(2)", "o.c(1)", "T.s()", "o + 1", "1 + o", "o + o", "len(o)", "list(o)", "bool(o)", "o == T()", "o != 3", "o in [o]",
              "setattr(o, 'x', 5)", "o.x", "delattr(o, 'x')", "o.x", "sorted(vars(o))", "isinstance(o, A)", "[c.__name__ for c in T.__mro__]", "o.nope", "hasattr(o, 'q')", "T.tag", "hash(o) is not None", "o.w", "super(T, o).x", "getattr(o, 'y', 'dflt')", "repr(T)"]
    for i in range(rng.randrange(6, 12)):
        t = rng.choice(names)
        out.append(f"r{i} = attempt(lambda: (lambda T, o: ({rng.choice(probes)}, {rng.choice(probes)}))({t}, {t}({rng.choice(['', '', '1', '1, 2'])})))")
    return "\n".join(out) + "\n"


def generators(rng):
    def block(depth, inloop):
        lines = []
        for _ in range(rng.randrange(1, 4)):
            w = rng.randrange(12 if depth < 3 else 5)
            if w == 0: lines.append(f"x = yield {lit(rng, 2)}; log.append(x)")
            elif w == 1: lines.append(f"yield {rng.randrange(9)}")
            elif w == 2: lines.append(f"log.append({rng.randrange(9)})")
            elif w == 3: lines.append(rng.choice(["if len(log) > 4: return 'r%d'" % rng.randrange(9), "x = None", "if len(log) % 3 == 2: raise KeyError('k')"]))
            elif w == 4: lines.append(rng.choice(["break", "continue"]) if inloop and rng.random() < .4 else "pass")
            elif w in (5, 6):
                lines.append("try:"); lines += ["    " + l for l in block(depth + 1, inloop)]
                if rng.random() < .6:
                    lines.append(f"except {rng.choice(['ValueError', 'KeyError', '(ValueError, KeyError)', 'Exception', 'GeneratorExit', 'StopIteration'])} as e:")
                    lines.append("    log.append(repr(e))"); lines += ["    " + l for l in block(depth + 1, inloop)]
                    if rng.random() < .3: lines.append("else:"); lines += ["    " + l for l in block(depth + 1, inloop)]
                    if rng.random() < .5: lines.append("finally:"); lines.append(f"    log.append('fin{rng.randrange(9)}')")
                else: lines.append("finally:"); lines.append(f"    log.append('fin{rng.randrange(9)}')")
            elif w == 7:
                lines.append(f"for i in range({rng.randrange(1, 4)}):"); lines += ["    " + l for l in block(depth + 1, True)]
            elif w == 8: lines.append(f"got = yield from {rng.choice(['h()', '[1, 2]', 'range(2)', '(c for c in %r)' % 'ab'])}; log.append(got)")
            elif w == 9: lines.append("with CM('c%d') as cm:" % rng.randrange(9)); lines += ["    " + l for l in block(depth + 1, inloop)]
            elif w == 10: lines.append("if log:"); lines += ["    " + l for l in block(depth + 1, inloop)]
            else: lines.append(f"log.append([(yield {rng.randrange(5)}) for _ in ()] if False else [v for v in ({rng.randrange(5)}, 2)])") if False else lines.append("log.append(sum(v for v in (1, 2)))")
        return lines
    swallow = rng.choice(["False", "True", "t is ValueError"])
    src = HEAD + "log = []\nclass CM:\n    def __init__(s, n): s.n = n\n    def __enter__(s): log.append('in ' + s.n); return s.n\n    def __exit__(s, t, v, tb): log.append(('out', s.n, t and t.__name__)); return %s\n" % swallow
    src += "def h():\n" + "".join("    " + l.replace("h()", "[7]") + "\n" for l in block(1, False)) + "    yield 'h'\n    return 'hr'\n"
    src += "def g():\n" + "".join("    " + l + "\n" for l in block(0, False) + block(0, False)) + "    yield 'end'\n"
    src += "a = g()\n"
    for i in range(rng.randrange(4, 9)):
        op = rng.choice(["next(a)", "next(a)", "a.send(%s)" % lit(rng, 2), "a.throw(ValueError('v'))", "a.throw(KeyError)", "a.close()", "next(a, 'dflt')", "list(a)", "a.throw(GeneratorExit)" if rng.random() < .3 else "next(a)"])
        src += f"r{i} = attempt(lambda: {op})\n"
    return src + "b = attempt(lambda: list(g()))\nend = list(log)\n"


def patterns(rng):
    STANDALONE[0] = False
    def pat(depth=0):
        w = rng.randrange(16 if depth < 2 else 8)
        nonlocal n
        if w == 0: return rng.choice(["0", "1", "-1", "'a'", "None", "True", "2.5", "b'ab'", "1+2j", "''"])
        if w == 1: return "_"
        if w == 2: n += 1; return f"v{n}"
        if w == 3: return rng.choice(["int()", "str()", "float()", "bool()", "list()", "dict()", "tuple()", "bytes()"])
        if w == 4: n += 1; return rng.choice(["int", "str", "list", "float"]) + f"(v{n})"
        if w == 5: return rng.choice(["E.A", "E.B"])
        if w in (6, 7): return str(rng.randrange(4))
        if w in (8, 9):
            parts = [pat(depth + 1) for _ in range(rng.randrange(4))]
            if rng.random() < .5: n += 1; parts.insert(rng.randrange(len(parts) + 1), rng.choice([f"*v{n}", "*_"]))
            return "[" + ", ".join(parts) + "]"
        if w in (10, 11):
            parts = [f"{k!r}: {pat(depth + 1)}" for k in rng.sample("abck", rng.randrange(3))]
            if rng.random() < .4: n += 1; parts.append(f"**v{n}")
            return "{" + ", ".join(parts) + "}"
        if w == 12: return f"P({pat(depth + 1)}, {pat(depth + 1)})"
        if w == 13: return rng.choice([f"P(x={pat(depth + 1)})", f"Q({pat(depth + 1)})", f"Q(u={pat(depth + 1)})", f"N({pat(depth + 1)}, k={pat(depth + 1)})", "N()", "P()"])
        if w == 14: return rng.choice(["0 | 1 | 2", "'a' | 'b' | None", "int() | str()", "[] | {}", "P() | Q()", "(1 | 2.5)"])
        n += 1; return f"({pat(depth + 1)}) as v{n}"
    src = HEAD + "from dataclasses import dataclass\nfrom collections import namedtuple\nfrom enum import Enum\nclass E(Enum): A = 1; B = 'b'\n@dataclass\nclass P:\n    x: object\n    y: object = 0\nclass Q:\n    __match_args__ = ('u',)\n    def __init__(s, u): s.u = u\nN = namedtuple('N', 'j k')\n"
    src += "def f(v):\n    match v:\n"
    for i in range(rng.randrange(4, 9)):
        n = 0
        p = pat()
        names = sorted({w for w in __import__('re').findall(r"v\d+", p)})
        guard = rng.choice(["", "", "", " if %s" % rng.choice(["v", "not v", "isinstance(v, int)", "v is not None"])])
        try: compile(f"match 0:\n case {p}{guard}: pass\n case _: pass", "x", "exec")
        except SyntaxError: continue
        src += f"        case {p}{guard}: return {i}, {', '.join(names) + ',' if names else ''}\n"
    src += "        case _: return 'none'\n"
    for i in range(8): src += f"r{i} = attempt(f, {lit(rng)}), attempt(f, {lit(rng)})\n"
    STANDALONE[0] = True
    try: compile(src, "x", "exec")
    except SyntaxError: return patterns(rng)
    return src


def formats(rng):
    def spec():
        s = rng.choice(["", "", "*<", ">", "^", "=", "0=", "_^", "é>"]) + rng.choice(["", "", "+", "-", " "]) + rng.choice(["", "", "z"]) * (rng.random() < .2) + rng.choice(["", "", "#"]) + rng.choice(["", "", "0"])
        return s + rng.choice(["", "", "5", "12", "1", "08"]) + rng.choice(["", "", "", ",", "_"]) + rng.choice(["", "", ".0", ".1", ".3", ".10"]) + rng.choice(["", "d", "f", "e", "g", "s", "x", "b", "%", "n", "G", "E", "o", "X", "c", "F"])
    vals = ["42", "-7", "0", "1234567", "3.14159", "-0.5", "1e10", "1e-7", "0.0", "-0.0", "float('nan')", "float('-inf')", "'abc'", "''", "True", "False", "2**64", "1+2j", "-1.5j", "255", "12345678.9", "0.000123456", "99.995", "1e100", "'naïve'"]
    src = HEAD
    for i in range(12):
        v = rng.choice(vals); s = spec()
        w = rng.randrange(4)
        if w == 0: src += f"r{i} = attempt(format, {v}, {s!r})\n"
        elif w == 1: src += f"v = {v}\nr{i} = attempt(lambda: f'{{v:{s}}}|{{v!r:{rng.choice(['>9', '', '^6', '.2'])}}}')\n"
        elif w == 2: src += f"r{i} = attempt(lambda: '{{0:{s}}}{{1}}'.format({v}, {rng.choice(vals)}))\n"
        else:
            p = "%" + "".join(rng.sample("-+ #0", rng.randrange(3))) + rng.choice(["", "5", "12"]) + rng.choice(["", ".0", ".2", ".8"]) + rng.choice("diouxXeEfFgGcrsa")
            src += f"r{i} = attempt(lambda: {p!r} % ({v},))\n"
    return src


def slices(rng):
    src = HEAD + "a = %s\nb = a\nc = a[:]\nd = {'k': a, 'c': c}\nt = (a, c, d)\n" % ("[" + ", ".join(lit(rng, 1) for _ in range(rng.randrange(2, 7))) + "]")
    def sl():
        part = lambda: rng.choice(["", "", str(rng.randrange(-4, 6))])
        return part() + ":" + part() + rng.choice(["", "", ":" + rng.choice(["2", "-1", "-2", "3"])])
    for i in range(rng.randrange(8, 16)):
        n = rng.choice(["a", "b", "c", "d['k']", "t[1]", "t[0]"])
        w = rng.randrange(14)
        stmts = [f"{n}[{sl()}] = {rng.choice(['a', 'c', 'range(2)', chr(39) + 'xy' + chr(39), '[]', '(9,)', 'b[::-1]'])}", f"del {n}[{sl()}]", f"{n} += {rng.choice(['[5]', '(6, 7)', 'c[:2]', 'range(1)'])}", f"{n} *= {rng.randrange(3)}", f"{n}[{rng.randrange(-2, 3)}] = {lit(rng, 1)}", f"{n}.append({lit(rng, 1)})", f"{n}.insert({rng.randrange(-3, 4)}, {rng.randrange(9)})", f"r{i} = {n}.pop({rng.choice(['', '0', '-2'])})", f"{n}.reverse()", f"{n}.extend({n}[:{rng.randrange(3)}])", f"r{i} = {n}[{sl()}]", f"x{i}, *{rng.choice(['a', 'c', 'y'])} = {n}", f"{n}[{rng.randrange(-2, 2)}] += {rng.choice(['1', '[1]', chr(39) + 's' + chr(39)])}", f"c = {rng.choice(['a', 'c[1:]', 'a + c', 'c * 2', 'list(a)', 'sorted(map(str, c))'])}"]
        src += f"try: {stmts[w]}\nexcept Exception as e: e{i} = type(e).__name__, str(e)\n"
    return src + "same = a is b, a is c, d['k'] is a, t[0] is a, t[1] is c\nfinal = repr((a, b, c, d))\n"


def programs(seed=2311, count=30):
    rng = random.Random(seed)
    for make in (classes, generators, patterns, formats, slices):
        for _ in range(count):
            src = make(rng)
            try: compile(src, "x", "exec")
            except SyntaxError: continue
            yield src
