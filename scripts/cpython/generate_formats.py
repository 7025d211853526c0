"""f-strings, `format`, `str.format` and `%` with specs of all kinds."""

import random

from generate_methods import FLOATS, INTS, PRELUDE, STRINGS

OBJECTS = ["None", "[1, 2]", "(1,)", "{'a': 1}", "True", "1 + 2j", "b'x'"]


def spec(rng, kind):
    text = ""
    if rng.random() < 0.5:
        text += rng.choice(["", "", "*", "0", " ", "é", "x"]) + rng.choice("<>^=")
    if rng.random() < 0.4:
        text += rng.choice("+- ")
    if rng.random() < 0.2:
        text += "#"
    if rng.random() < 0.3:
        text += "0"
    if rng.random() < 0.7:
        text += rng.choice(["1", "5", "8", "10", "12", "20"])
    if rng.random() < 0.25:
        text += rng.choice(",_")
    if rng.random() < 0.45:
        text += "." + rng.choice("0123456")
    if rng.random() < 0.7:
        text += rng.choice({"int": "dbxXocneEfgG%", "float": "eEfFgGn%", "str": "s", "any": "sdfgx"}[kind])
    return text


def value(rng):
    kind = rng.choice(["int", "float", "str", "float", "any"])
    pool = {"int": INTS, "float": FLOATS, "str": STRINGS, "any": OBJECTS + INTS + FLOATS + STRINGS}[kind]
    return kind, rng.choice(pool)


def expression(rng):
    kind, one = value(rng)
    form = rng.randrange(7)
    if form == 0:
        return f"format({one}, {spec(rng, kind)!r})"
    if form == 1:
        return "('{:' + " + repr(spec(rng, kind)) + " + '}').format(" + one + ")"
    if form == 2:
        conversion = rng.choice("dioxXeEfFgGcrsa%")
        flags = "".join(rng.sample("-+ #0", rng.randrange(3)))
        width = rng.choice(["", "5", "10", "*"])
        precision = rng.choice(["", ".0", ".2", ".5", ".", ".*"])
        stars = ("7, " if width == "*" else "") + ("3, " if precision == ".*" else "")
        return f"'<%{flags}{width}{precision}{conversion}>' % ({stars}{one},)"
    if form == 3:
        plain = rng.choice(INTS[:8] + FLOATS[:8] + ["'ab'", "None", "[1]"])
        inner = spec(rng, kind).replace("'", "")
        return 'f"{' + f"{plain}" + rng.choice(["", "!r", "!s", "!a"]) + (":" + inner if inner else "") + '}"'
    if form == 4:
        template = rng.choice([
            "{0} {1} {0}", "{} {}", "{a[0]} {a[1]}", "{a} {b}", "{0[x]}", "{0.real} {0.imag}", "{:{w}.{p}f}", "{!r:>8}", "{{}} {}",
            "{0:>{1}}", "{", "}", "{0", "{a.b}", "{!x}", "{} {0}", "{3}", "{:d}", "{a!s:*^9}", "{0[-1]}", "{[0]}", "{0!r}",
        ])
        arguments = rng.choice(["1, 2", "[10, 20], 5", "{'x': 'y'}, 3", "3.14159, w=8, p=2", "'s', 10, a=[7, 8], b='bb'", "a='q', b=2", ""])
        return f"{template!r}.format({arguments})"
    if form == 5:
        template = rng.choice(["%s and %s", "%(a)s-%(b)05d", "%d%%", "%s", "%5.1f|%-8s|", "%c%c", "%x %X %o", "%r %a", "%i", "%(x)s", "%", "%z", "%s %s %s", "abc", "%*d", "%.3s", "%+d % d", "%e %g"])
        arguments = rng.choice(["(1, 2)", "{'a': 'k', 'b': 7}", "5", "('s', 'tt')", "(1.5, 'ab')", "('a', 66)", "(255, 255, 8)", "('é', 'é')", "2.9", "()", "'one'", "[1, 2]", "(4, 3)", "(1, -1)", "(12345.678, 0.00001)", "None"])
        return f"{template!r} % {arguments}"
    return f"({one}).__format__({spec(rng, kind)!r})"


def programs():
    rng = random.Random(777)
    for _ in range(260):
        lines = []
        while len(lines) < 10:
            text = f"r{len(lines)} = attempt(lambda: {expression(rng)})"
            try:
                compile(text, "", "exec")
            except SyntaxError:
                continue
            lines.append(text)
        yield PRELUDE + "\n".join(lines) + "\n"
