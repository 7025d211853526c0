#!/usr/bin/env python3
"""Compares our syntax trees with CPython's: kinds, fields, values and ranges of every node.

    npm run build && python3 scripts/check-ast.py FILE_OR_FOLDER ...

Files that this Python refuses are left out. Positions inside f-strings are compared from Python 3.12 on, which is the
first to have them right. Exits with 1 when a file differs.
"""
import ast
import json
import math
import pathlib
import subprocess
import sys
import unicodedata
import warnings

OPERATORS = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%", ast.Pow: "**",
    ast.MatMult: "@", ast.BitAnd: "&", ast.BitOr: "|", ast.BitXor: "^", ast.LShift: "<<", ast.RShift: ">>",
    ast.USub: "-", ast.UAdd: "+", ast.Invert: "~", ast.Not: "not", ast.And: "and", ast.Or: "or",
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=",
    ast.Is: "is", ast.IsNot: "is not", ast.In: "in", ast.NotIn: "not in",
}
COMPREHENSIONS = {ast.ListComp: "list", ast.SetComp: "set", ast.DictComp: "dict", ast.GeneratorExp: "generator"}
POSITIONS_IN_STRINGS = sys.version_info >= (3, 12)


class Translator:
    """Turns a module of CPython's into what `server/src/python/ast.ts` describes, as JSON would have it."""

    def __init__(self, text):
        self.lines = text.splitlines(keepends=True) if "\f" not in text else split_lines(text)
        self.starts, self.columns, at = [], {}, 0
        for line in self.lines:
            self.starts.append(at)
            at += utf16(line)
        self.total = at
        self.base = 0
        self.in_string = 0

    def offset(self, line, column):
        if line > len(self.lines):
            return self.total - self.base
        text = self.lines[line - 1]
        if not text.isascii():
            text = text.encode()[:column].decode(errors="replace")
            return self.starts[line - 1] + utf16(text) - self.base
        return self.starts[line - 1] + column - self.base

    def range(self, node):
        if self.in_string and not POSITIONS_IN_STRINGS:
            return {}
        return {"start": self.offset(node.lineno, node.col_offset),
                "end": self.offset(node.end_lineno, node.end_col_offset)}

    def item(self, statement):
        first = min([statement, *getattr(statement, "decorator_list", [])], key=lambda node: (node.lineno, node.col_offset))
        start = self.offset(first.lineno, first.col_offset)
        if first is not statement:  # the `@` before it
            before = "".join(self.lines)[:]
            start = utf16(before[: index_of(before, start)].rstrip("( \t\\\n")[:-1])
        self.base = start
        made = {"start": start, "statement": self.node(statement)}
        self.base = 0
        return made

    def all(self, nodes):
        return [self.node(node) for node in nodes]

    def node(self, node):
        if node is None:
            return None
        return getattr(self, type(node).__name__)(node)

    def make(self, node, kind=None, **fields):
        return {"kind": kind or type(node).__name__, **self.range(node), **fields}

    # -------------------------------------------------------------- expressions

    def Constant(self, node):
        return self.make(node, value=constant(node.value), **self.named(node))

    def named(self, node):
        """Marks strings with characters by their names, which we do not know."""
        source = "".join(self.lines[node.lineno - 1 : node.end_lineno])
        return {"named": True} if "\\N{" in source else {}

    def Name(self, node):
        return self.make(node, id=node.id)

    def Attribute(self, node):
        made = self.make(node, value=self.node(node.value), attr=node.attr)
        return made

    def Subscript(self, node):
        return self.make(node, value=self.node(node.value), slice=self.node(node.slice))

    def Slice(self, node):
        return self.make(node, lower=self.node(node.lower), upper=self.node(node.upper), step=self.node(node.step))

    def Call(self, node):
        made = self.make(node, func=self.node(node.func), args=self.all(node.args), keywords=self.keywords(node.keywords))
        return made if "end" not in made else {**made, "closing": made["end"] - 1}

    def keywords(self, keywords):
        return [{**self.range(keyword), "arg": keyword.arg, "value": self.node(keyword.value)} for keyword in keywords]

    def BinOp(self, node):
        return self.make(node, op=OPERATORS[type(node.op)], left=self.node(node.left), right=self.node(node.right))

    def UnaryOp(self, node):
        return self.make(node, op=OPERATORS[type(node.op)], operand=self.node(node.operand))

    def BoolOp(self, node):
        return self.make(node, op=OPERATORS[type(node.op)], values=self.all(node.values))

    def Compare(self, node):
        return self.make(node, left=self.node(node.left), ops=[OPERATORS[type(op)] for op in node.ops],
                         comparators=self.all(node.comparators))

    def IfExp(self, node):
        return self.make(node, test=self.node(node.test), body=self.node(node.body), orelse=self.node(node.orelse))

    def NamedExpr(self, node):
        return self.make(node, target=self.node(node.target), value=self.node(node.value))

    def Lambda(self, node):
        return self.make(node, parameters=self.parameters(node.args), body=self.node(node.body))

    def Tuple(self, node):
        return self.make(node, elements=self.all(node.elts))

    List = Set = Tuple

    def Dict(self, node):
        return self.make(node, items=[{"key": self.node(key), "value": self.node(value)}
                                      for key, value in zip(node.keys, node.values)])

    def ListComp(self, node):
        is_dict = isinstance(node, ast.DictComp)
        return self.make(node, "Comprehension", type=COMPREHENSIONS[type(node)],
                         element=self.node(node.key if is_dict else node.elt),
                         value=self.node(node.value) if is_dict else None,
                         generators=[{"target": self.node(part.target), "iter": self.node(part.iter),
                                      "ifs": self.all(part.ifs), "isAsync": bool(part.is_async)}
                                     for part in node.generators])

    SetComp = DictComp = GeneratorExp = ListComp

    def Starred(self, node):
        return self.make(node, value=self.node(node.value))

    def JoinedStr(self, node):
        self.in_string += 1
        parts = self.formatted(node.values)
        self.in_string -= 1
        return self.make(node, parts=parts, **self.named(node))

    def formatted(self, values):
        """The parts, with the text that `{x=}` prints joined to its value."""
        parts = []
        for value in values:
            if isinstance(value, ast.Constant):
                parts.append(value.value)
                continue
            spec = value.format_spec.values if value.format_spec else []
            conversion = None if value.conversion == -1 else chr(value.conversion)
            parts.append({"value": self.node(value.value), "conversion": conversion, "spec": self.formatted(spec)})
        return merge(parts)

    def Yield(self, node):
        return self.make(node, "Yield", value=self.node(node.value), **{"from": isinstance(node, ast.YieldFrom)})

    YieldFrom = Yield

    def Await(self, node):
        return self.make(node, value=self.node(node.value))

    # -------------------------------------------------------------- statements

    def Expr(self, node):
        return self.make(node, value=self.node(node.value))

    def Assign(self, node):
        return self.make(node, targets=self.all(node.targets), value=self.node(node.value))

    def AugAssign(self, node):
        return self.make(node, target=self.node(node.target), op=OPERATORS[type(node.op)], value=self.node(node.value))

    def AnnAssign(self, node):
        return self.make(node, target=self.node(node.target), annotation=self.node(node.annotation), value=self.node(node.value))

    def For(self, node):
        return self.make(node, "For", target=self.node(node.target), iter=self.node(node.iter), body=self.all(node.body),
                         orelse=self.all(node.orelse), isAsync=isinstance(node, ast.AsyncFor))

    AsyncFor = For

    def While(self, node):
        return self.make(node, test=self.node(node.test), body=self.all(node.body), orelse=self.all(node.orelse))

    If = While

    def With(self, node):
        return self.make(node, "With", items=[{"context": self.node(item.context_expr), "target": self.node(item.optional_vars)}
                                              for item in node.items],
                         body=self.all(node.body), isAsync=isinstance(node, ast.AsyncWith))

    AsyncWith = With

    def Match(self, node):
        return self.make(node, subject=self.node(node.subject),
                         cases=[{"pattern": self.node(case.pattern), "guard": self.node(case.guard), "body": self.all(case.body)}
                                for case in node.cases])

    def MatchValue(self, node):
        return self.make(node, value=self.node(node.value))

    def MatchSingleton(self, node):
        return self.make(node, value={"kind": "Constant", **self.range(node), "value": constant(node.value)})

    def MatchSequence(self, node):
        return self.make(node, patterns=self.all(node.patterns))

    MatchOr = MatchSequence

    def MatchMapping(self, node):
        return self.make(node, keys=self.all(node.keys), patterns=self.all(node.patterns), rest=node.rest)

    def MatchClass(self, node):
        return self.make(node, cls=self.node(node.cls), patterns=self.all(node.patterns),
                         keywords=[{"name": name, "pattern": self.node(pattern)}
                                   for name, pattern in zip(node.kwd_attrs, node.kwd_patterns)])

    def MatchStar(self, node):
        return self.make(node, name=node.name)

    def MatchAs(self, node):
        return self.make(node, pattern=self.node(node.pattern), name=node.name)

    def Try(self, node):
        handlers = [{**self.range(handler), "type": self.node(handler.type), "name": handler.name, "body": self.all(handler.body)}
                    for handler in node.handlers]
        return self.make(node, "Try", body=self.all(node.body), handlers=handlers, orelse=self.all(node.orelse),
                         finalbody=self.all(node.finalbody), isStar=type(node).__name__ == "TryStar")

    TryStar = Try

    def FunctionDef(self, node):
        return self.make(node, "FunctionDef", name=node.name, parameters=self.parameters(node.args), body=self.all(node.body),
                         decorators=self.all(node.decorator_list), returns=self.node(node.returns),
                         isAsync=isinstance(node, ast.AsyncFunctionDef))

    AsyncFunctionDef = FunctionDef

    def parameters(self, arguments):
        positional = [*arguments.posonlyargs, *arguments.args]
        defaults = [None] * (len(positional) - len(arguments.defaults)) + arguments.defaults
        made = [self.parameter(*pair) for pair in zip(positional, defaults)]
        split = len(arguments.posonlyargs)
        return {"posonly": made[:split], "args": made[split:],
                "vararg": self.parameter(arguments.vararg), "kwarg": self.parameter(arguments.kwarg),
                "kwonly": [self.parameter(*pair) for pair in zip(arguments.kwonlyargs, arguments.kw_defaults)]}

    def parameter(self, node, default=None):
        if node is None:
            return None
        return {**self.range(node), "name": node.arg, "annotation": self.node(node.annotation), "default": self.node(default)}

    def ClassDef(self, node):
        return self.make(node, name=node.name, bases=self.all(node.bases), keywords=self.keywords(node.keywords),
                         body=self.all(node.body), decorators=self.all(node.decorator_list))

    def Return(self, node):
        return self.make(node, value=self.node(node.value))

    def Delete(self, node):
        return self.make(node, targets=self.all(node.targets))

    def Raise(self, node):
        return self.make(node, exc=self.node(node.exc), cause=self.node(node.cause))

    def Assert(self, node):
        return self.make(node, test=self.node(node.test), msg=self.node(node.msg))

    def Import(self, node):
        return self.make(node, names=self.aliases(node))

    def ImportFrom(self, node):
        return self.make(node, module=node.module or "", names=self.aliases(node), level=node.level)

    def aliases(self, node):
        return [{**self.range(alias), "name": alias.name, "asname": alias.asname} for alias in node.names]

    def Global(self, node):
        return self.make(node, names=node.names)

    Nonlocal = Global

    def Pass(self, node):
        return self.make(node)

    Break = Continue = Pass

    def TypeAlias(self, node):
        return self.make(node, name=node.name.id, value=self.node(node.value))


def constant(value):
    if value is None:
        return {"type": "None"}
    if value is ...:
        return {"type": "Ellipsis"}
    if isinstance(value, bool):
        return {"type": "bool", "value": value}
    if isinstance(value, int):
        return {"type": "int", "value": value if abs(value) < 2 ** 53 else {"bigint": str(value)}}
    if isinstance(value, float):
        return {"type": "float", "value": value if math.isfinite(value) else None}
    if isinstance(value, complex):
        return {"type": "complex", "imaginary": value.imag if math.isfinite(value.imag) else None}
    if isinstance(value, str):
        return {"type": "str", "value": value}
    return {"type": "bytes", "value": list(value)}


def utf16(text):
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def index_of(text, offset):
    """The index of a UTF-16 offset."""
    if text.isascii():
        return offset
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * offset].decode("utf-16-le", "surrogatepass"))


def split_lines(text):
    return [line + "\n" for line in text.split("\n")]


def difference(theirs, ours, path=""):
    """Where two trees first differ, in words; None when they do not. Fields that only we have are left out."""
    if isinstance(theirs, dict) and isinstance(ours, dict):
        if ours.get("kind") == "ErrorExpression" and theirs.get("named"):
            return None
        for key, value in theirs.items():
            if key == "named":
                continue
            if key not in ours:
                return f"{path}.{key}: missing, CPython has {short(value)}"
            found = difference(value, ours[key], f"{path}.{key}")
            if found:
                return found
        return None
    if isinstance(theirs, list) and isinstance(ours, list):
        for index, (one, other) in enumerate(zip(theirs, ours)):
            found = difference(one, other, f"{path}[{index}]")
            if found:
                return found
        return None if len(theirs) == len(ours) else f"{path}: {len(ours)} elements, CPython has {len(theirs)}"
    if isinstance(theirs, float) and type(ours) is int:
        ours = float(ours)
    same = theirs == ours or (isinstance(theirs, str) and isinstance(ours, str) and escaped(theirs) == escaped(ours))
    return None if same else f"{path}: {short(ours)}, CPython has {short(theirs)}"


def escaped(text):
    return text.encode("utf-16-le", "surrogatepass")


def short(value):
    text = json.dumps(value)
    return text if len(text) < 120 else text[:117] + "..."


def join_debug(parts):
    """Our f-string parts with the text of `{x=}` put before its value, where CPython has it."""
    joined = []
    for part in parts:
        if isinstance(part, str):
            joined.append(part)
            continue
        if part["debug"] is not None:
            joined.append(part["debug"])
        joined.append({**part, "spec": join_debug(part["spec"])})
    return merge(joined)


def merge(parts):
    merged = []
    for part in parts:
        if merged and isinstance(part, str) and isinstance(merged[-1], str):
            merged[-1] += part
        elif part != "":
            merged.append(part)
    return merged


def with_joined_strings(value):
    if isinstance(value, list):
        return [with_joined_strings(inner) for inner in value]
    if isinstance(value, dict):
        made = {key: with_joined_strings(inner) for key, inner in value.items()}
        return {**made, "parts": join_debug(made["parts"])} if made.get("kind") == "JoinedStr" else made
    return value


def python_files(arguments):
    for argument in arguments:
        path = pathlib.Path(argument)
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path]


def main():
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(10_000)
    root = pathlib.Path(__file__).resolve().parent
    trees, left_out = {}, 0
    for path in python_files(sys.argv[1:]):
        try:
            text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
            trees[str(path)] = (text, ast.parse(text))
        except (SyntaxError, UnicodeDecodeError, ValueError, RecursionError):
            left_out += 1
    ours = subprocess.Popen(["node", root / "dump-ast.mjs"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    differ, items = 0, 0
    for path, (text, tree) in trees.items():
        ours.stdin.write(json.dumps(text) + "\n")
        ours.stdin.flush()
        answer = json.loads(ours.stdout.readline())
        translator = Translator(text)
        theirs = {"items": [translator.item(statement) for statement in tree.body]}
        items += len(tree.body)
        found = difference(theirs, with_joined_strings(answer))
        if not found and answer["problems"]:
            found = "a problem where CPython has none: " + short(answer["problems"][0])
        if found:
            differ += 1
            print(f"{path}: {found}")
    ours.stdin.close()
    print(f"{len(trees)} files with {items} top-level statements compared, {left_out} left out, {differ} differ")
    sys.exit(1 if differ else 0)


if __name__ == "__main__":
    main()
