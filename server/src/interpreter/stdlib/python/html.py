"""The module `html`, for the interpreter to run."""
import re as _re
from _unknown import because as _because

_NAMES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": "\xa0", "copy": "\xa9", "eacute": "\xe9"}


def escape(s, quote=True):
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return s.replace('"', "&quot;").replace("'", "&#x27;") if quote else s


def unescape(s):
    parts = _re.split(r"&(#[0-9]+|#[xX][0-9a-fA-F]+|\w+);", s)
    if any(["&" in part for part in parts[::2]]):
        return _because("references without an end are not followed")
    for i in range(1, len(parts), 2):
        name = parts[i]
        if name.startswith("#"):
            code = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
            if not (32 <= code < 127 or 160 <= code < 0xD800):
                return _because("references to such characters are not followed")
            parts[i] = chr(code)
        elif name in _NAMES:
            parts[i] = _NAMES[name]
        else:
            return _because(f"`&{name};` is not followed")
    return "".join(parts)


def __getattr__(name):
    return _because(f"`html.{name}` is not followed")
