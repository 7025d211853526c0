"""The package `six`, for the interpreter to run, as it is under Python 3."""
import builtins as _builtins
import functools as _functools

PY2 = False
PY3 = True
PY34 = True
string_types = (str,)
integer_types = (int,)
class_types = (type,)
text_type = str
binary_type = bytes
MAXSIZE = 9223372036854775807
wraps = _functools.wraps
unichr = chr
print_ = print
next = advance_iterator = _builtins.next
callable = _builtins.callable


def iterkeys(d, **kw):
    return iter(d.keys(**kw))


def itervalues(d, **kw):
    return iter(d.values(**kw))


def iteritems(d, **kw):
    return iter(d.items(**kw))


def viewkeys(d):
    return d.keys()


def viewvalues(d):
    return d.values()


def viewitems(d):
    return d.items()


def u(s):
    return s


def b(s):
    return s.encode("latin-1")


def ensure_str(s, encoding="utf-8", errors="strict"):
    return s.decode(encoding, errors) if isinstance(s, bytes) else s


ensure_text = ensure_str


def ensure_binary(s, encoding="utf-8", errors="strict"):
    return s.encode(encoding, errors) if isinstance(s, str) else s


def with_metaclass(meta, *bases):
    return meta("NewBase", bases or (object,), {})


def add_metaclass(metaclass):
    def wrapper(cls):
        members = dict(cls.__dict__)
        members.pop("__dict__", None)
        members.pop("__weakref__", None)
        return metaclass(cls.__name__, cls.__bases__, members)

    return wrapper


def python_2_unicode_compatible(cls):
    return cls


def raise_from(value, from_value):
    raise value from from_value


def reraise(tp, value, tb=None):
    raise tp() if value is None else value
