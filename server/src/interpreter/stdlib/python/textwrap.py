"""The standard module `textwrap`, for the interpreter to run."""
import re as _re

from _unknown import because as _because


def dedent(text):
    lines = [line if line.strip(" \t") else "" for line in text.split("\n")]
    margin = None
    for line in lines:
        if not line:
            continue
        indent = line[:len(line) - len(line.lstrip(" \t"))]
        if margin is None:
            margin = indent
        else:
            common = 0
            while common < len(margin) and common < len(indent) and margin[common] == indent[common]:
                common += 1
            margin = margin[:common]
    if margin:
        lines = [line[len(margin):] for line in lines]
    return "\n".join(lines)


def indent(text, prefix, predicate=None):
    keep = predicate if predicate is not None else str.strip
    return "".join(prefix + line if keep(line) else line for line in text.splitlines(True))


def wrap(text, width=70, initial_indent="", subsequent_indent="", **options):
    if options:
        return _because("these options of `textwrap` are not followed")
    words = text.expandtabs().split()
    if any(len(word) > width or "-" in word for word in words):
        return _because("how `textwrap` breaks words is not followed")
    text = text.expandtabs()
    for space in "\t\n\x0b\x0c\r":
        text = text.replace(space, " ")
    chunks = [chunk for chunk in _re.split(r"( +)", text) if chunk]
    lines = []
    line = ""
    start = initial_indent
    for chunk in chunks:
        if not line and chunk.startswith(" ") and lines:
            continue
        if len(start) + len(line) + len(chunk) <= width:
            line += chunk
            continue
        if line.rstrip(" "):
            lines.append(start + line.rstrip(" "))
            start = subsequent_indent
        line = "" if chunk.startswith(" ") else chunk
    if line.rstrip(" "):
        lines.append(start + line.rstrip(" "))
    return lines


def fill(text, width=70, **options):
    return "\n".join(wrap(text, width, **options))


def shorten(text, width, *, placeholder=" [...]", **options):
    words = text.split()
    joined = " ".join(words)
    if len(joined) <= width:
        return joined
    kept = []
    length = 0
    for word in words:
        more = len(word) + (1 if kept else 0)
        if length + more + len(placeholder) > width:
            break
        kept.append(word)
        length += more
    if kept:
        return " ".join(kept) + placeholder
    return placeholder.strip()
