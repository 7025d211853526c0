"""Sets of small numbers that are changed in all ways: what comes first in them depends on all that was done."""

import random

CHANGES = [
    "a.add(x[4])", "a.discard(x[0])", "a.discard(x[5])", "a.update(x[2:6])", "a |= b", "a -= b", "a ^= b",
    "a &= b | set(x)", "a.difference_update(x[:3])", "a.symmetric_difference_update(x[3:6])",
    "p = a.pop() if a else None", "a = a | b", "a = a ^ b", "a = a - b", "c = a & b",
    "a.intersection_update(x + list(b))", "b = a.copy()", "a.discard(max(a, default=0))", "a = a.difference(x[:2])",
    "a = a.union(x, b)", "a = set(a)", "c = a.symmetric_difference(x)", "c = a.intersection(x)",
    "for v in x[:4]: a.add(v + 1)", "a = {v for v in a if v % 3}", "a.update(b)", "b = set(frozenset(a) - {5, 8})",
    "x = x[3:] + x[:3]",
]


def programs():
    chance = random.Random(11)

    def numbers(count, most):
        return [chance.choice([chance.randint(-3, 12), chance.randint(0, most)]) for _ in range(count)]

    for _ in range(100):
        most = chance.choice([20, 64, 300])
        lines = [
            f"a = set({numbers(chance.randint(0, 9), most)})",
            f"b = {{{', '.join(map(str, numbers(chance.randint(1, 7), most)))}}}",
            f"x = {numbers(8, most)}",
        ]
        for turn in range(chance.randint(3, 14)):
            lines += [chance.choice(CHANGES), f"s{turn} = list(a), list(b)"]
        yield "\n".join(lines) + "\n"
