"""The standard module `fnmatch`, for the interpreter to run, by POSIX rules."""
import re as _re


def translate(pat):
    result = ""
    i = 0
    while i < len(pat):
        c = pat[i]
        i += 1
        if c == "*":
            result += ".*"
        elif c == "?":
            result += "."
        elif c == "[" and "]" in pat[i + 1:]:
            end = pat.index("]", i + 1)
            inside = pat[i:end].replace("\\", "\\\\")
            result += "[" + ("^" + inside[1:] if inside.startswith("!") else inside) + "]"
            i = end + 1
        else:
            result += _re.escape(c)
    return f"(?s:{result})\\Z"


def fnmatchcase(name, pat):
    return _re.match(translate(pat), name) is not None


fnmatch = fnmatchcase


def filter(names, pat):
    return [name for name in names if fnmatchcase(name, pat)]
