"""The module `contextvars` as one context sees it, for the interpreter to run."""
from _unknown import because as _because

_missing = object()


class Token:
    MISSING = _missing

    def __init__(self, var, old_value):
        self.var = var
        self.old_value = old_value
        self._used = False


class ContextVar:
    def __init__(self, name, *, default=_missing):
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        self.name = name
        self._default = default
        self._value = _missing

    def get(self, default=_missing, /):
        for value in (self._value, default, self._default):
            if value is not _missing:
                return value
        raise LookupError(self)

    def set(self, value, /):
        token = Token(self, self._value)
        self._value = value
        return token

    def reset(self, token, /):
        if token._used:
            raise RuntimeError(_because("it holds an address"))
        if token.var is not self:
            raise ValueError(_because("it holds an address"))
        token._used = True
        self._value = token.old_value


def __getattr__(name):
    return _because(f"`contextvars.{name}` is not followed")
