"""Arithmetic, rounding, comparison and formats of decimals and complex numbers."""

import random

NUMBERS = (
    "0 1 -1 0.1 1.10 2.675 -7 123456789.123456789 1E+5 1e-10 9999999999999999999999999999 0.00 -0 3 12.5 1E+30 -2.5 "
    "0.000001 0.0000001"
).split()
ROUNDINGS = [f"ROUND_{name}" for name in "HALF_UP DOWN CEILING FLOOR UP HALF_EVEN HALF_DOWN 05UP".split()]
FORMATS = [".2f", "e", ".3e", "g", ".3g", "10.2f", "<10", "+", "08.3f", ",.2f", "_", "%", ".1%", "f", ".0f", "^12", "E", "*>9", "=+9", "", "012,.2f"]
TEXTS = ["x", "1_000", "  3 ", ".5", "5.", "inf", "-Infinity", "nan", "1e", "--1", "1.2.3"]
COMPLEX = ["1+2j", "-1.5j", "0j", "complex(-0.0, 1)", "1e20-1e-5j", "complex('inf')", "complex(0, float('nan'))", "(1+0j)", "complex(1, -0.0)", "2.5-0.5j"]
HEADER = """import decimal
from decimal import Decimal as D, ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP
def attempt(f):
    try: return f()
    except Exception as e: return type(e).__name__, str(e)
"""


def expression(rng):
    a, b = f"D({rng.choice(NUMBERS)!r})", f"D({rng.choice(NUMBERS)!r})"
    n = rng.randrange(-2, 5)
    made = [
        f"{a} {rng.choice(['+', '-', '*', '/', '//', '%'])} {b}",
        f"divmod({a}, {b})",
        f"{a}.quantize(D({rng.choice(['1', '0.01', '0.1', '1e3', '.0001'])!r}), rounding={rng.choice(ROUNDINGS)})",
        f"{a}.sqrt()",
        f"{a} ** {rng.choice([0, 1, 2, 3, -1, -2, 10])}",
        f"round({a}, {n}), round({a})",
        f"format({a}, {rng.choice(FORMATS)!r})",
        f"int({a}), float({a}), str({a}), hash({a})",
        f"{a} < {b}, {a} == {b}, {a} >= {n}, {a} == {rng.choice(['0.1', '1.0', '2.5', '3'])}",
        f"{a}.normalize(), -{a}, abs({a}), +{a}",
        f"{a}.as_tuple(), {a}.adjusted(), {a}.as_integer_ratio(), {a}.to_eng_string()",
        f"D({rng.choice(['0.1', '1.5', '1e22', '-2.75', '3.14159', '1e-5'])}), {a} + 1.5",
        f"{a}.to_integral_value(), {a}.max({b}), {a}.compare({b}), sum([{a}, {b}]), {n} - {a}, {a} * 3, 2 / {b}",
        f"D({rng.choice(TEXTS)!r})",
        f"{rng.choice(COMPLEX)} ** {rng.choice(['2', '-1', '0.5', '(1+1j)', '0', '3.0', '-2.5', '1j'])}",
        f"abs({rng.choice(COMPLEX)}), format({rng.choice(COMPLEX)}, {rng.choice(['', '.2f', '>20', '+.1e', 'g', '_^25', '#', 'd', '05', '=9', ','])!r})",
        f"{rng.choice(COMPLEX)} {rng.choice(['+', '-', '*', '/'])} {rng.choice(COMPLEX)}",
    ]
    return rng.choice(made)


def programs():
    rng = random.Random(1771)
    for _ in range(40):
        lines = [f"r{i} = attempt(lambda: ({expression(rng)}))" for i in range(15)]
        yield HEADER + "\n".join(lines) + "\n"
