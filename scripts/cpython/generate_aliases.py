"""
Programs in which chance decides which of several objects a name stands for: what is then done to the
name is done to one of them, and none of them is known any more unless every run leaves it the same.
"""

import random

from generate_flow import ends_well

# How many runs decide what is the same in each: chance decides four times at the most.
RUNS = 40

HEADER = """\
from random import choice, random
class Node:
    kind = 'n'
    def __init__(self, v):
        self.v = v
        self.held = [v]
    def add(self, x):
        self.held.append(x)
        return self
    def __iadd__(self, x):
        self.v = self.v + x
        return self
    def __getitem__(self, i):
        return self.held[i]
    def __setitem__(self, i, x):
        self.held[i] = x
calls = []
def first(xs=None):
    calls.append('first')
    return xs
def second(xs=None):
    calls.append('second')
    if isinstance(xs, list):
        xs.append(0)
    return xs
def counting(n):
    while n < 6:
        calls.append(n)
        yield n
        n += 1
a, b, c = [1], [2], [3, 3]
d, e = {'k': 1}, {'k': 2, 'm': [5]}
s, t = {1, 2}, {3}
o, p = Node(1), Node(2)
rows = [[1], [2], [3]]
table = {'x': [1], 'y': [2]}
"""

# Names that chance picks, by what they can be.
PICKS = {
    "xs": ["a if random() < .5 else b", "choice([a, b, c])", "choice(rows)", "table[choice('xy')]",
           "rows[int(random() * 3)]", "(random() < .5 and a) or b", "o.held if random() < .5 else a",
           "{0: a, 1: b}[int(random() * 2)]", "[a, b][random() < .5]", "table.get(choice('xyz'), c)",
           "[one for one in rows if random() < .5 or one is rows[0]][-1]"],
    "ds": ["d if random() < .5 else e", "choice((d, e))", "vars(o) if random() < .5 else d"],
    "ss": ["s if random() < .5 else t"],
    "nodes": ["o if random() < .5 else p", "choice([o, p])", "Node(7) if random() < .5 else o"],
    "calls_": ["first if random() < .5 else second", "choice([first, second])", "[first, second][random() < .5]"],
    "its": ["i1 if random() < .5 else i2", "choice([i1, i2])"],
    "ms": ["a.append if random() < .5 else b.append", "choice([o.add, p.add])"],
    "ints": ["int(random() * 2)"],
}

ACTS = {
    "xs": ["{0}.append(4)", "{0}[0] = 9", "{0} += [7]", "{0}.extend((5, 6))", "{0}.insert(0, 8)", "{0}.clear()",
           "{0}.pop()", "del {0}[0]", "{0}.sort(reverse=True)", "{0} += {0}", "list.append({0}, 1)", "second({0})",
           "other = {0}\nother.append(2)", "{0}[:] = [0]", "holder = [{0}]\nholder[0].append(6)",
           "def change(q={0}):\n    q.append(1)\nchange()", "(lambda q: q.append(3))({0})", "for _ in range(2):\n    {0}.append(_)",
           "pair = ({0}, 1)\npair[0].append(5)", "rows.append({0})\nrows[-1].append(0)", "{0}.reverse()", "{0} *= 2",
           "getattr({0}, 'append')(3)", "{0}.__setitem__(0, 5)", "*head, last = [{0}, {0}]\nlast.append(1)",
           "for one in [{0}]:\n    one.append(4)", "[q.append(1) for q in [{0}]]", "match {0}:\n    case [x, *_]:\n        {0}.append(x)"],
    "ds": ["{0}['n'] = 3", "{0}.update(k=5)", "{0}.pop('k', None)", "{0}.setdefault('z', []).append(1)", "del {0}['v' if 'v' in {0} else 'k']",
           "{0} |= dict(q=1)", "{0}.clear()", "dict.update({0}, w=1)", "for key in list({0}):\n    {0}[key] = 0"],
    "ss": ["{0}.add(9)", "{0}.discard(1)", "{0} |= {8}", "{0}.update([7])", "{0}.clear()"],
    "nodes": ["{0}.v = 9", "{0}.w = 1", "{0}.add(5)", "{0} += 3", "{0}[0] = 4", "setattr({0}, 'v', 8)", "{0}.held = []",
              "del {0}.held", "{0}.held.append(7)", "{0}.__dict__['v'] = 6", "vars({0})['u'] = 2", "{0}.v += 1",
              "Node.add({0}, 3)", "kept = {0}.held\nkept.append(2)", "{0}.other = p\n{0}.other.v = 5"],
    "calls_": ["{0}()", "{0}(a)", "got = {0}(b)", "[{0}(c) for _ in range(2)]", "list(map({0}, [a, b]))"],
    "its": ["next({0})", "list({0})", "for _ in {0}:\n    break", "next({0}, None)", "m = max({0}, default=0)", "u, *v = {0}",
            "3 in {0}", "any({0})", "z = list(zip({0}, 'ab'))"],
    "ms": ["{0}(4)", "[{0}(i) for i in range(2)]", "list(map({0}, (1, 2)))"],
    "ints": ["rows[{0}].append(7)", "rows[{0}] = [0]", "a.insert({0}, 5)", "del rows[{0}]", "table['xy'[{0}]].append(3)",
             "table['xy'[{0}]] = 4", "[o, p][{0}].v = 7", "for _ in range({0}):\n    a.append(6)", "if {0}:\n    b = a",
             "while {0}:\n    c.append(1)\n    {0} -= 1", "rows[:{0}] = []", "b.extend([1] * {0})", "x1 = list(i1)[{0}:]",
             "any(q > 1 - {0} for q in i1)", "all(q < 2 + {0} for q in i1)", "1 + {0} in i1"],
}

SNAPSHOT = """\
la, lb, lc = list(a), list(b), list(c)
dd, de = dict(d), sorted(e.items(), key=str)
ss = (sorted(s), sorted(t))
ov, pv = (o.v, getattr(o, 'held', None), hasattr(o, 'w')), (p.v, getattr(p, 'held', None), hasattr(p, 'w'))
rr, tt = [list(r) for r in rows], {k: v if isinstance(v, int) else list(v) for k, v in table.items()}
n1, n2 = next(i1, None), next(i2, None)
cc = list(calls)
same = (a is b, rows[0] is a if rows else None)
"""


def program(rng):
    lines = [HEADER.rstrip("\n")]
    lines.append(rng.choice(["i1, i2 = iter([1, 2, 3]), iter((4, 5, 6))", "i1, i2 = counting(0), counting(3)",
                             "i1, i2 = (x + 1 for x in range(4)), iter(range(5))"]))
    names = []
    for i in range(rng.randint(1, 2)):
        kind = rng.choice(list(PICKS))
        name = "pq"[i] + "q"
        pick = rng.choice(PICKS[kind])
        form = rng.random()
        if form < 0.2 and " if random() < .5 else " in pick and "[" not in pick:
            x, y = pick.split(" if random() < .5 else ")
            lines.append(f"{name} = {y}\nif random() < .5:\n    {name} = {x}")
        elif form < 0.3:
            lines.append(f"def pick_{name}():\n    return {pick}\n{name} = pick_{name}()")
        elif form < 0.4:
            lines.append(f"for {name} in [{pick}]:\n    pass")
        else:
            lines.append(f"{name} = {pick}")
        names.append((name, kind))
        if rng.random() < 0.3 and kind not in ("ints", "its"):
            lines.append(f"before = {name}")
    for _ in range(rng.randint(1, 4)):
        name, kind = rng.choice(names)
        act = rng.choice(ACTS[kind]).replace("{0}", name)
        form = rng.random()
        if form < 0.12:
            act = "try:\n" + indent(act) + "\n    done = 1\nexcept (IndexError, KeyError, AttributeError, TypeError, StopIteration) as error:\n    done = type(error).__name__"
        elif form < 0.2:
            act = "if random() < .5:\n" + indent(act)
        elif form < 0.28:
            act = f"def act():\n    global {name}, b\n" + indent(act) + "\nact()"
        lines.append(act)
    if rng.random() < 0.25:
        lines.append("if random() < .5:\n    extra = 1\ntry:\n    extra\n    bound = 1\nexcept NameError:\n    bound = 0")
    return "\n".join(lines) + "\n" + SNAPSHOT


def indent(text):
    return "\n".join("    " + line for line in text.split("\n"))


def programs():
    made = []
    seed = 70_000
    while len(made) < 400:
        seed += 1
        source = program(random.Random(seed))
        if all(ends_well(source) for _ in range(12)):
            made.append(source)
    return made
