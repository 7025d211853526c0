"""The module `ast`, for the interpreter to run: literals."""
import re as _re
from keyword import iskeyword as _iskeyword
from _unknown import because as _because


def literal_eval(node_or_string):
    if not isinstance(node_or_string, str):
        return _because("syntax trees are not followed")
    text = node_or_string.lstrip(" \t")
    if _re.fullmatch(r"[A-Za-z_]\w*", text) and not _iskeyword(text) or _re.fullmatch(r"[A-Za-z_]\w*\(['\"\w ]*\)", text) and text != "set()":
        raise ValueError(_because("it holds an address"))
    rest = _re.sub(r"[bBrRuU]{0,2}('([^'\\\n]|\\.)*'|\"([^\"\\\n]|\\.)*\")", "''", text)
    rest = _re.sub(r"\b(0[xXoObB][0-9a-fA-F_]+|[0-9][0-9_]*(\.[0-9_]*)?([eE][+-]?[0-9]+)?)", "0", rest)
    parts = r"''|0|True|False|None|[\s\[\](){},:]|\.(?=0)|[-+](?=[\s.]*0)"
    if not _re.fullmatch(f"({parts})*", rest) or _re.search(r"[0'e\])}]\s*([-+\[({]|\.0)", rest):
        return _because("what is more than a literal is not followed")
    return eval(text)


def __getattr__(name):
    return _because(f"`ast.{name}` is not followed")
