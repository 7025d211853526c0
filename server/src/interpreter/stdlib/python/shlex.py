"""The module `shlex`, for the interpreter to run."""
from _unknown import because as _because


def quote(s):
    if not s:
        return "''"
    if s.isascii() and all([c.isalnum() or c in "_@%+=:,./-" for c in s]):
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return " ".join([quote(part) for part in split_command])


def split(s, comments=False, posix=True):
    if s is None or not posix:
        return _because("words that keep their quotes are not followed")
    words, word, mark, at = [], None, "", 0
    while at < len(s):
        c = s[at]
        at += 1
        if mark:
            if c == mark:
                mark = ""
            elif c == "\\" and mark == '"':
                if at == len(s):
                    raise ValueError("No escaped character")
                word += s[at] if s[at] in '"\\' else c + s[at]
                at += 1
            else:
                word += c
        elif c in " \t\r\n":
            if word is not None:
                words.append(word)
            word = None
        elif comments and c == "#":
            at = (s + "\n").find("\n", at)
        elif c in "'\"":
            mark = c
            word = word or ""
        elif c == "\\":
            if at == len(s):
                raise ValueError("No escaped character")
            word = (word or "") + s[at]
            at += 1
        else:
            word = (word or "") + c
    if mark:
        raise ValueError("No closing quotation")
    return words if word is None else words + [word]


def __getattr__(name):
    return _because(f"`shlex.{name}` is not followed")
