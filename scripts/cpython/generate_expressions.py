"""Expressions that a person would try (expressions.txt), a few at a time: what they give, or what they raise."""

import pathlib
import random

PRELUDE = """
def attempt(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__, str(e)
"""


def programs(count=300):
    rng = random.Random(411)
    text = (pathlib.Path(__file__).parent / "expressions.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip()]
    pool = []
    for _ in range(count):
        if len(pool) < 4:
            pool += rng.sample(lines, len(lines))
        chosen = [pool.pop() for _ in range(4)]
        yield PRELUDE.lstrip() + "".join(f"r{i} = attempt(lambda: {line})\n" for i, line in enumerate(chosen))
