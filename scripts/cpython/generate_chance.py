"""
Random programs that depend on chance: what is not the same in every run must not be known.
"""

import random

from generate_flow import ends_well, program

# How many runs decide what is the same in each.
RUNS = 24

HEADER = "from random import choice, random, randrange, sample\n"


def programs():
    made = []
    seed = 50_000
    while len(made) < 500:
        seed += 1
        source = HEADER + program(random.Random(seed), chance=0.15)
        if len(source) < 4000 and all(ends_well(source) for _ in range(RUNS)):
            made.append(source)
    return made


