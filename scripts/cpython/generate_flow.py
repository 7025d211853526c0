"""Random programs: nested control flow, functions, closures, classes, generators, aliasing, exceptions."""

import random
import signal


# What is not known before the program runs, by type.
CHANCE = {
    "i": ["randrange(3)", "choice([1, 2])"],
    "f": ["random()", "choice([0.5, 1.5])"],
    "s": ["choice('ab')", "choice(['conv', 'Dense'])"],
    "b": ["random() < 0.5", "choice([True, False])"],
    "l": ["[1] * randrange(3)", "sample([1, 2, 3], 2)", "[randrange(4), 2]"],
    "d": ["{'a': randrange(2)}", "{choice('ab'): 1}"],
}


class Writer:
    """Writes statements that are valid in their place; every loop ends."""

    def __init__(self, rng, chance=0.0):
        self.rng = rng
        self.chance = chance
        self.lines = []
        self.counter = 0

    def name(self, prefix):
        self.counter += 1
        return f"{prefix}{self.counter}"

    # Expressions by type: i(nt), f(loat), s(tr), b(ool), l(ist of ints), d(ict str -> int).
    def expression(self, kind, env, depth=0):
        rng = self.rng
        names = [name for name, its in env.items() if its == kind]
        if names and rng.random() < (0.45 if depth < 2 else 0.75):
            return rng.choice(names)
        if depth > 2:
            return self.leaf(kind)
        e = lambda k: self.expression(k, env, depth + 1)
        options = {
            "i": [
                lambda: f"({e('i')} {rng.choice(['+', '-', '*', '//', '%', '&', '|', '^'])} {e('i')})",
                lambda: f"len({e(rng.choice('sld'))})",
                lambda: f"sum({e('l')})",
                lambda: f"(max({e('l')}, default={e('i')}) if {e('b')} else {e('i')})",
                lambda: f"int({e('f')})",
                lambda: f"abs({e('i')})",
                lambda: f"{e('d')}.get({e('s')}, {e('i')})",
                lambda: f"{e('l')}[{rng.choice(['0', '-1', '1', e('i')])}]",
                lambda: f"round({e('f')})",
                lambda: f"-{e('i')}",
            ],
            "f": [
                lambda: f"({e('f')} {rng.choice(['+', '-', '*', '/'])} {e(rng.choice('fi'))})",
                lambda: f"float({e('i')})",
                lambda: f"round({e('f')}, {rng.randrange(3)})",
                lambda: f"({e('i')} / {e('i')})",
                lambda: f"min({e('f')}, {e('i')})",
            ],
            "s": [
                lambda: f"({e('s')} + {e('s')})",
                lambda: f"str({e(rng.choice('ifbld'))})",
                lambda: "f'{" + e(rng.choice("ifs")).replace("'", '"') + rng.choice(["}", "!r}", ":>5}"]) + rng.choice(["", "-", "_x"]) + "'",
                lambda: f"{e('s')}[{rng.randrange(3)}:]",
                lambda: f"{e('s')}.{rng.choice(['upper()', 'lower()', 'title()', 'strip()', 'replace(chr(97), chr(98))', 'zfill(4)'])}",
                lambda: f"'_'.join(map(str, {e('l')}))",
                lambda: f"({e('s')} * {rng.randrange(3)})",
                lambda: f"'%s/%d' % ({e('s')}, {e('i')})",
                lambda: f"'-'.join(sorted({e('d')}))",
            ],
            "b": [
                lambda: f"({e('i')} {rng.choice(['<', '<=', '==', '!=', '>', '>='])} {e(rng.choice('if'))})",
                lambda: f"({e('b')} {rng.choice(['and', 'or'])} {e('b')})",
                lambda: f"(not {e(rng.choice('bisld'))})",
                lambda: f"({e('i')} in {e('l')})",
                lambda: f"({e('s')} in {e('d')})",
                lambda: f"isinstance({e(rng.choice('ifsld'))}, {rng.choice(['int', 'str', '(list, dict)', 'float', 'bool'])})",
                lambda: f"any(v > {e('i')} for v in {e('l')})",
                lambda: f"({e('l')} {rng.choice(['==', '<', '!='])} {e('l')})",
                lambda: f"{e('s')}.startswith({e('s')})",
            ],
            "l": [
                lambda: f"({e('l')} + {e('l')})",
                lambda: f"[v {rng.choice(['+', '*', '-', '//'])} {rng.randrange(1, 4)} for v in {e('l')} if v {rng.choice(['>', '!=', '<='])} {rng.randrange(5)}]",
                lambda: f"list(range({rng.randrange(6)}, {rng.randrange(10)}, {rng.choice([1, 2, 3])}))",
                lambda: f"sorted({e('l')}{rng.choice(['', ', reverse=True', ', key=lambda v: -v % 5', ', key=str'])})",
                lambda: f"{e('l')}[{rng.choice(['::-1', '1:', ':2', '::2', '-2:', '1:3'])}]",
                lambda: f"[{e('i')}, *{e('l')}]",
                lambda: f"list({e('d')}.values())",
                lambda: f"[len(w) for w in {e('s')}.split()]",
                lambda: f"[a * b for a, b in zip({e('l')}, {e('l')})]",
                lambda: f"({e('l')} * {rng.randrange(3)})[:6]",
                lambda: f"[i for i, v in enumerate({e('l')}) if v]",
            ],
            "d": [
                lambda: f"{{**{e('d')}, {e('s')}: {e('i')}}}",
                lambda: f"{{str(v): v * v for v in {e('l')}}}",
                lambda: f"dict(zip('abc', {e('l')}))",
                lambda: f"{{k: v + 1 for k, v in {e('d')}.items() if v != {rng.randrange(4)}}}",
                lambda: f"dict(sorted({e('d')}.items(), key=lambda kv: (kv[1], kv[0])))",
            ],
        }
        return rng.choice(options[kind])()

    def leaf(self, kind):
        rng = self.rng
        if rng.random() < self.chance:
            return rng.choice(CHANCE[kind])
        return {
            "i": lambda: str(rng.choice([0, 1, 2, 3, 5, 7, 10, 100])),
            "f": lambda: str(rng.choice([0.5, 1.5, 2.25, 0.1, 3.0, 10.75])),
            "s": lambda: repr(rng.choice(["", "a", "conv", "x y", "block_1", "Dense"])),
            "b": lambda: rng.choice(["True", "False"]),
            "l": lambda: rng.choice(["[]", "[1, 2, 3]", "[4]", "[3, 1, 2]", "[0, 5]"]),
            "d": lambda: rng.choice(["{}", "{'a': 1}", "{'x': 2, 'y': 3}", "{'k': 0}"]),
        }[kind]()

    def line(self, indent, text):
        self.lines.append("    " * indent + text)

    def block(self, indent, env, depth, inside):
        """A block of statements; names bound in it may stay unbound, so it does not change `env`."""
        inner = dict(env)
        for _ in range(self.rng.randrange(1, 4)):
            self.statement(indent, inner, depth, inside)

    def statement(self, indent, env, depth, inside):
        rng = self.rng
        e = lambda k: self.expression(k, env)
        choices = ["assign", "assign", "augment", "mutate", "unpack"]
        if depth < 3:
            choices += ["if", "for", "while", "try", "if", "for", "with" if "scope" in env else "try"]
        if "loop" in inside:
            choices += ["break", "continue"]
        if "function" in inside:
            choices += ["return"]
        if "generator" in inside:
            choices += ["yield", "yield"]
        if depth < 2 and "function" not in inside:
            choices += ["def", "class"]
        kind = rng.choice(choices)
        if kind == "assign":
            its = rng.choice("iiflsd")
            # Evaluated before the name is bound: the name may be new.
            text = e(its)
            name = rng.choice([n for n, k in env.items() if k == its and n != "scope"] or [None]) if rng.random() < 0.4 else None
            name = name or self.name("v")
            self.line(indent, f"{name} = {text}")
            env[name] = its
        elif kind == "augment":
            names = [n for n, k in env.items() if k in "ifsl"]
            if not names:
                return
            name = rng.choice(names)
            its = env[name]
            operator, right = {"i": (rng.choice(["+", "-", "*", "//", "%", "|"]), "i"), "f": (rng.choice("+-*"), "f"), "s": ("+", "s"), "l": ("+", "l")}[its]
            self.line(indent, f"{name} {operator}= {e(right)}")
        elif kind == "mutate":
            lists = [n for n, k in env.items() if k == "l"]
            dicts = [n for n, k in env.items() if k == "d"]
            if lists and rng.random() < 0.6:
                name = rng.choice(lists)
                self.line(indent, f"{name}.{rng.choice([f'append({e(chr(105))})', 'reverse()', 'sort()', f'extend({e(chr(108))}[:3])', f'insert(0, {e(chr(105))})', 'pop()', f'remove({e(chr(105))})', 'clear()'])}")
            elif dicts:
                name = rng.choice(dicts)
                self.line(indent, rng.choice([f"{name}[{e('s')}] = {e('i')}", f"{name}.update({e('d')})", f"{name}.pop({e('s')}, None)", f"{name}.setdefault({e('s')}, {e('i')})", f"del {name}[{e('s')}]"]))
        elif kind == "unpack":
            a, b = self.name("v"), self.name("v")
            self.line(indent, f"{a}, *{b} = [{e('i')}, *{e('l')}]")
            env[a], env[b] = "i", "l"
        elif kind == "if":
            self.line(indent, f"if {e('b') if rng.random() >= self.chance else 'random() < 0.5'}:")
            self.block(indent + 1, env, depth + 1, inside)
            if rng.random() < 0.3:
                self.line(indent, f"elif {e(rng.choice('bil'))}:")
                self.block(indent + 1, env, depth + 1, inside)
            if rng.random() < 0.5:
                self.line(indent, "else:")
                self.block(indent + 1, env, depth + 1, inside)
        elif kind == "for":
            name = self.name("n")
            source = rng.choice([f"range({rng.randrange(5) if rng.random() >= self.chance else 'randrange(4)'})", f"{e('l')}[:5]", f"{e('l')}[:4]"])
            header = f"for {name} in {source}:"
            if rng.random() < 0.3:
                other = self.name("n")
                header = f"for {other}, {name} in enumerate({source}):"
                env = {**env, other: "i"}
            self.line(indent, header)
            self.block(indent + 1, {**env, name: "i"}, depth + 1, inside | {"loop"})
            if rng.random() < 0.3:
                self.line(indent, "else:")
                self.block(indent + 1, env, depth + 1, inside)
        elif kind == "while":
            name = self.name("w")
            self.line(indent, f"{name} = {rng.randrange(5)}")
            self.line(indent, f"while {name} > 0:")
            self.line(indent + 1, f"{name} -= 1")
            self.block(indent + 1, env, depth + 1, inside | {"loop"})
            if rng.random() < 0.3:
                self.line(indent, "else:")
                self.block(indent + 1, env, depth + 1, inside)
        elif kind == "try":
            self.line(indent, "try:")
            self.block(indent + 1, env, depth + 1, inside)
            if rng.random() < 0.3:
                self.line(indent + 1, f"raise {rng.choice(['ValueError', 'KeyError', 'RuntimeError'])}({e('s')})")
            handlers = rng.choice([["Exception"], ["ValueError", "Exception"], ["(KeyError, IndexError)", "Exception"], ["ZeroDivisionError", "LookupError", "Exception"]])
            for handler in handlers:
                self.line(indent, f"except {handler} as error:")
                self.line(indent + 1, f"log.append((type(error).__name__, str(error)))")
                if rng.random() < 0.4:
                    self.block(indent + 1, env, depth + 1, inside)
            if rng.random() < 0.3:
                self.line(indent, "else:")
                self.line(indent + 1, f"log.append('else')")
            if rng.random() < 0.3:
                self.line(indent, "finally:")
                self.line(indent + 1, f"log.append('finally')")
        elif kind == "with":
            self.line(indent, f"with scope({e('s')}):")
            self.block(indent + 1, env, depth + 1, inside)
        elif kind in ("break", "continue"):
            self.line(indent, f"if {e('b')}:")
            self.line(indent + 1, kind)
        elif kind == "return":
            self.line(indent, f"if {e('b')}:")
            self.line(indent + 1, f"return {e(rng.choice('ifsld'))}" if "generator" not in inside else "return")
        elif kind == "yield":
            self.line(indent, f"yield {e(rng.choice('is'))}")
        elif kind == "def":
            self.function(indent, env, depth)
        elif kind == "class":
            self.a_class(indent, env)

    def function(self, indent, env, depth):
        rng = self.rng
        name = self.name("fn")
        kinds = [rng.choice("iisld") for _ in range(rng.randrange(1, 4))]
        params = [self.name("p") for _ in kinds]
        written = list(params)
        if rng.random() < 0.4:
            written[-1] += f"={self.leaf(kinds[-1])}"
        generator = rng.random() < 0.3
        self.line(indent, f"def {name}({', '.join(written)}):")
        inner = {n: k for n, k in env.items() if k != "scope"} | dict(zip(params, kinds))
        # Names of the outside are only read: binding them inside would make them local.
        local = Writer(rng, self.chance)
        local.counter = self.counter + 100
        local.lines = self.lines
        readable = dict(zip(params, kinds))
        for _ in range(rng.randrange(2, 5)):
            local.statement(indent + 1, readable, depth + 1, {"function"} | ({"generator"} if generator else set()))
        self.counter = local.counter
        self.line(indent + 1, f"{'yield' if generator else 'return'} {local.expression(rng.choice('isl'), readable)}")
        for _ in range(rng.randrange(1, 3)):
            arguments = ", ".join(self.expression(k, env) for k in kinds)
            result = self.name("r")
            call = f"{name}({arguments})"
            self.line(indent, f"{result} = attempt(lambda: {'list(' + call + ')' if generator else call})")

    def a_class(self, indent, env):
        rng = self.rng
        name = self.name("Cls")
        base = rng.choice(self.classes) if getattr(self, "classes", None) and rng.random() < 0.5 else None
        self.line(indent, f"class {name}{'(' + base + ')' if base else ''}:")
        self.line(indent + 1, f"level = {rng.randrange(5)}")
        self.line(indent + 1, f"def __init__(self, a={self.leaf('i')}, b={self.leaf('l')}):")
        if base:
            self.line(indent + 2, f"super().__init__(a + 1{rng.choice(['', ', b'])})")
        self.line(indent + 2, "self.a = a")
        self.line(indent + 2, "self.b = list(b)")
        self.line(indent + 1, f"def run(self, k={self.leaf('i')}):")
        own = Writer(rng, self.chance)
        own.counter = self.counter + 200
        own.lines = self.lines
        readable = {"k": "i", "self.a": "i", "self.b": "l", "self.level": "i"}
        for _ in range(rng.randrange(1, 3)):
            own.statement(indent + 2, readable, 2, {"function"})
        self.counter = own.counter
        if base and rng.random() < 0.5:
            self.line(indent + 2, f"return (super().run(k), {own.expression('i', readable)})")
        else:
            self.line(indent + 2, f"return {own.expression(rng.choice('isl'), readable)}")
        self.line(indent + 1, "def __repr__(self):")
        self.line(indent + 2, f"return f'{name}({{self.a}}, {{self.b}})'")
        if rng.random() < 0.4:
            self.line(indent + 1, "def __add__(self, other):")
            self.line(indent + 2, f"return {name}(self.a + (other.a if isinstance(other, {name}) else other))")
        if rng.random() < 0.3:
            self.line(indent + 1, "def __eq__(self, other):")
            self.line(indent + 2, "return self.a == getattr(other, 'a', None)")
        if indent == 0:
            self.classes = [*getattr(self, "classes", []), name]
        one, result, other = self.name("o"), self.name("r"), self.name("r")
        self.line(indent, f"{one} = {name}({self.expression('i', env)}, {self.expression('l', env)})")
        self.line(indent, f"{result} = attempt(lambda: {one}.run({self.expression('i', env)}))")
        self.line(indent, f"{other} = attempt(lambda: ({one} + 1, {one} == {one}, {one}.level, vars({one}), {name}().a))")


PRELUDE = """\
log = []
def attempt(f):
    try:
        return f()
    except Exception as error:
        return type(error).__name__, str(error)
class scope:
    def __init__(self, name): self.name = name
    def __enter__(self): log.append('enter ' + self.name)
    def __exit__(self, kind, value, trace):
        log.append('exit ' + (kind.__name__ if kind else self.name))
        return kind is KeyError
"""


def program(rng, chance=0.0):
    writer = Writer(rng, chance)
    env = {"scope": "scope"}
    for kind in "ifsld":
        name = writer.name("v")
        writer.line(0, f"{name} = {writer.leaf(kind)}")
        env[name] = kind
    for _ in range(rng.randrange(5, 12)):
        start = len(writer.lines)
        known = dict(env)
        writer.statement(1, env, 0, frozenset())
        body = writer.lines[start:]
        if not body:
            continue
        # A statement that raises leaves its names unbound: what follows may not use them.
        if body[0].lstrip().startswith(("def ", "class ")):
            writer.lines[start:] = [line[4:] for line in body]
        else:
            writer.lines[start:] = ["try:", *body, "except Exception as error:", "    log.append((type(error).__name__, str(error)))"]
            env.clear()
            env.update(known)
    return PRELUDE + "\n".join(writer.lines) + "\n"


class TooLong(BaseException):
    """Not an `Exception`: what the program itself catches."""


def ends_well(source):
    """Whether a program runs to its end, soon, without an exception, and with values of a moderate size."""

    def stop(*_):
        raise TooLong

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, 0.2)
    names = {"__name__": "__main__"}
    try:
        exec(compile(source, "program.py", "exec"), names)
        return all(len(repr(value)) < 1500 for value in list(names.values())[2:])
    except (TooLong, Exception, SystemExit):
        return False
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def programs():
    made = []
    seed = 0
    while len(made) < 600:
        seed += 1
        source = program(random.Random(seed))
        if len(source) < 4500 and ends_well(source):
            made.append(source)
    return made
