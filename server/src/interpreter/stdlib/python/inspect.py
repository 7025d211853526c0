"""The standard module `inspect`, for the interpreter to run, as far as values tell of themselves."""
import enum as _enum
import functools as _functools
import types as _types
from collections import OrderedDict as _OrderedDict, namedtuple as _namedtuple

from _unknown import because as _because, is_standard as _is_standard, is_unknown as _is_unknown, parameters as _parameters
from dataclasses import MISSING as _MISSING

CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR = 4, 8, 16, 32


def isclass(object):
    return isinstance(object, type)


def isfunction(object):
    return isinstance(object, _types.FunctionType)


def ismethod(object):
    return isinstance(object, _types.MethodType)


def isbuiltin(object):
    return isinstance(object, _types.BuiltinFunctionType)


def ismodule(object):
    return isinstance(object, _types.ModuleType)


def isgenerator(object):
    return isinstance(object, _types.GeneratorType)


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object)


def _flags(object):
    while isinstance(object, _functools.partial):
        object = object.func
    if ismethod(object):
        object = object.__func__
    return object.__code__.co_flags if isfunction(object) else 0


def isgeneratorfunction(object):
    return bool(_flags(object) & CO_GENERATOR)


def iscoroutinefunction(object):
    return _because("whether a function is a coroutine is not followed")


def isabstract(object):
    return isinstance(object, type) and bool(getattr(object, "__abstractmethods__", ()))


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return isinstance(object, property) or hasattr(type(object), "__set__") or hasattr(type(object), "__delete__")


def getmro(cls):
    return cls.__mro__


def unwrap(func, *, stop=None):
    if _is_unknown(func):
        return func
    while hasattr(func, "__wrapped__"):
        if stop is not None and stop(func):
            break
        func = func.__wrapped__
    return func


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    return None if doc is None else cleandoc(doc)


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    indents = [len(line) - len(line.lstrip()) for line in lines[1:] if line.lstrip()]
    margin = min(indents) if indents else 0
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


class _empty:
    pass


_empty.__module__ = "inspect"


class _ParameterKind(_enum.IntEnum):
    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4

    def __str__(self):
        return self.name

    @property
    def description(self):
        return _DESCRIPTIONS[self]


_DESCRIPTIONS = dict(zip(
    _ParameterKind,
    ("positional-only", "positional or keyword", "variadic positional", "keyword-only", "variadic keyword"),
))
_POSITIONAL_ONLY, _PLAIN, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = _ParameterKind


def formatannotation(annotation, base_module=None):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, _types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    text = repr(annotation)
    return text.replace("typing.", "") if text.startswith("typing.") else text


class Parameter:
    empty = _empty
    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _PLAIN
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self._name = name
        self._kind = _ParameterKind(kind)
        self._default = default
        self._annotation = annotation
        if default is not _empty and self._kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f"{self._kind.description} parameters cannot have default values")

    @property
    def name(self):
        return self._name

    @property
    def kind(self):
        return self._kind

    @property
    def default(self):
        return self._default

    @property
    def annotation(self):
        return self._annotation

    def replace(self, **changes):
        given = {"name": self._name, "kind": self._kind, "default": self._default, "annotation": self._annotation, **changes}
        return Parameter(given["name"], given["kind"], default=given["default"], annotation=given["annotation"])

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text = f"{text}: {formatannotation(self._annotation)}"
        if self._default is not _empty:
            text += f" = {self._default!r}" if self._annotation is not _empty else f"={self._default!r}"
        return ("*" if self._kind == _VAR_POSITIONAL else "**" if self._kind == _VAR_KEYWORD else "") + text

    def __repr__(self):
        return f'<{self.__class__.__name__} "{self}">'

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return (
            self._name == other._name
            and self._kind == other._kind
            and self._default == other._default
            and self._annotation == other._annotation
        )

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))


class BoundArguments:
    def __init__(self, signature, arguments):
        self._signature = signature
        self.arguments = arguments

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        given = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            if parameter.kind == _VAR_POSITIONAL:
                given.extend(self.arguments[name])
            else:
                given.append(self.arguments[name])
        return tuple(given)

    @property
    def kwargs(self):
        given = {}
        started = False
        for name, parameter in self._signature.parameters.items():
            if not started:
                if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                    started = True
                elif name not in self.arguments:
                    started = True
                    continue
            if not started or name not in self.arguments:
                continue
            if parameter.kind == _VAR_KEYWORD:
                given.update(self.arguments[name])
            else:
                given[name] = self.arguments[name]
        return given

    def apply_defaults(self):
        complete = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                complete[name] = self.arguments[name]
            elif parameter.default is not _empty:
                complete[name] = parameter.default
            elif parameter.kind is _VAR_POSITIONAL:
                complete[name] = ()
            elif parameter.kind is _VAR_KEYWORD:
                complete[name] = {}
        self.arguments = complete

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self._signature == other._signature and self.arguments == other.arguments

    def __repr__(self):
        shown = ", ".join(f"{name}={value!r}" for name, value in self.arguments.items())
        return f"<BoundArguments ({shown})>"


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self._parameters = _OrderedDict((parameter.name, parameter) for parameter in parameters or ())
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True):
        return signature(obj, follow_wrapped=follow_wrapped)

    @property
    def parameters(self):
        return _types.MappingProxyType(self._parameters)

    @property
    def return_annotation(self):
        return self._return_annotation

    def replace(self, *, parameters=_empty, return_annotation=_empty):
        kept = self._parameters.values() if parameters is _empty else parameters
        return Signature(kept, return_annotation=self._return_annotation if return_annotation is _empty else return_annotation)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        arguments = {}
        kwargs = dict(kwargs)
        left = list(args)
        rest = None
        for parameter in self._parameters.values():
            name, kind = parameter.name, parameter.kind
            if kind == _VAR_KEYWORD:
                rest = name
            elif kind == _VAR_POSITIONAL:
                if left:
                    arguments[name] = tuple(left)
                left = []
            elif left and kind != _KEYWORD_ONLY:
                if name in kwargs and kind != _POSITIONAL_ONLY:
                    raise TypeError(f"multiple values for argument {name!r}")
                arguments[name] = left.pop(0)
            elif name in kwargs and kind != _POSITIONAL_ONLY:
                arguments[name] = kwargs.pop(name)
            elif parameter.default is _empty and not partial:
                if left:
                    raise TypeError("too many positional arguments")
                only = " keyword-only" if kind == _KEYWORD_ONLY else ""
                raise TypeError(f"missing a required{only} argument: {name!r}")
        if left:
            raise TypeError("too many positional arguments")
        if kwargs:
            if rest is None:
                raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
            arguments[rest] = kwargs
        return BoundArguments(self, arguments)

    def __str__(self):
        shown = []
        before = None
        starred = False
        for parameter in self._parameters.values():
            kind = parameter.kind
            if before == _POSITIONAL_ONLY and kind != _POSITIONAL_ONLY:
                shown.append("/")
            if kind == _VAR_POSITIONAL:
                starred = True
            elif kind == _KEYWORD_ONLY and not starred:
                shown.append("*")
                starred = True
            shown.append(str(parameter))
            before = kind
        if before == _POSITIONAL_ONLY:
            shown.append("/")
        text = f"({', '.join(shown)})"
        return text if self._return_annotation is _empty else f"{text} -> {formatannotation(self._return_annotation)}"

    def __repr__(self):
        return f"<{self.__class__.__name__} {self}>"

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return (
            list(self._parameters.values()) == list(other._parameters.values())
            and self._return_annotation == other._return_annotation
        )

    def __hash__(self):
        return hash((tuple(self._parameters.values()), self._return_annotation))


class _Factory:
    def __repr__(self):
        return "<factory>"


def _of_fields(cls):
    """Of the `__init__` that `dataclass` makes."""
    plain, only = [], []
    for one in cls.__dataclass_fields__.values():
        if not one.init or one._class_variable:
            continue
        default = _empty
        if one.default_factory is not _MISSING:
            default = _Factory()
        elif one.default is not _MISSING:
            default = one.default
        kept = only if one.kw_only is True else plain
        kept.append(Parameter(one.name, _KEYWORD_ONLY if kept is only else _PLAIN, default=default, annotation=one.type))
    return Signature(plain + only, return_annotation=None)


def _of_standard(cls, made):
    """Functions that a standard module has made for a class, which in CPython have parameters of their own."""
    if made.__module__ == "dataclasses" and "__dataclass_fields__" in cls.__dict__:
        return _of_fields(cls)
    if made.__module__ == "collections" and hasattr(cls, "_fields"):
        defaults = made.__defaults__ or ()
        first = len(cls._fields) - len(defaults)
        return Signature([
            Parameter(name, _PLAIN, default=defaults[index - first] if index >= first else _empty, annotation=_annotation(cls, name))
            for index, name in enumerate(cls._fields)
        ])
    return _because("signatures of what standard modules define are not followed")


def _annotation(cls, name):
    return getattr(cls, "__annotations__", {}).get(name, _empty)


def _of_function(function):
    if _is_standard(function):
        return _because("signatures of what standard modules define are not followed")
    code = function.__code__
    names = code._parameters
    annotations = function.__annotations__
    defaults = function.__defaults__ or ()
    by_name = function.__kwdefaults__ or {}
    count, only = code.co_argcount, code.co_kwonlyargcount

    def made(name, kind, default=_empty):
        return Parameter(name, kind, default=default, annotation=annotations.get(name, _empty))

    parameters = []
    first = count - len(defaults)
    for index, name in enumerate(names[:count]):
        kind = _POSITIONAL_ONLY if index < code.co_posonlyargcount else _PLAIN
        parameters.append(made(name, kind, defaults[index - first] if index >= first else _empty))
    at = count + only
    if code.co_flags & CO_VARARGS:
        parameters.append(made(names[at], _VAR_POSITIONAL))
        at += 1
    for name in names[count:count + only]:
        parameters.append(made(name, _KEYWORD_ONLY, by_name.get(name, _empty)))
    if code.co_flags & CO_VARKEYWORDS:
        parameters.append(made(names[at], _VAR_KEYWORD))
    return Signature(parameters, return_annotation=annotations.get("return", _empty))


def _without_first(found):
    parameters = list(found.parameters.values())
    if not parameters or parameters[0].kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
        raise ValueError("invalid method signature")
    return found if parameters[0].kind == _VAR_POSITIONAL else found.replace(parameters=parameters[1:])


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    if _is_unknown(obj):
        return obj
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if ismethod(obj):
        return _without_first(signature(obj.__func__, follow_wrapped=follow_wrapped))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda one: hasattr(one, "__signature__") or ismethod(one))
        if ismethod(obj):
            return signature(obj)
    own = getattr(obj, "__signature__", None)
    if own is not None:
        return own
    if isfunction(obj):
        return _of_function(obj)
    if isinstance(obj, _functools.partial):
        return _because("signatures of partial functions are not followed")
    if isinstance(obj, type):
        call = getattr(type(obj), "__call__", None)
        if isfunction(call):
            return _without_first(signature(call))
        for base in obj.__mro__[:-1]:
            for name in ("__new__", "__init__"):
                made = base.__dict__.get(name)
                made = made.__func__ if isinstance(made, staticmethod) else made
                if isfunction(made):
                    return _of_standard(base, made) if _is_standard(made) else _without_first(signature(made))
            if base.__module__ == "builtins":
                return _because("signatures of built-in classes are not followed")
        return Signature()
    if isbuiltin(obj):
        shown = _parameters(obj)
        if shown is None:
            return _because("signatures of built-in functions are not followed")
        return Signature([Parameter(name, kind, default=default[0] if default else _empty) for name, kind, *default in shown])
    return _without_first(signature(type(obj).__call__))


FullArgSpec = _namedtuple("FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations")
ArgInfo = _namedtuple("ArgInfo", "args varargs keywords locals")


def getfullargspec(func):
    if _is_unknown(func):
        return func
    found = signature(func.__func__ if ismethod(func) else func, follow_wrapped=False)
    if isinstance(func, type):
        found = found.replace(parameters=[Parameter("self", _PLAIN), *found.parameters.values()])
    args, only, defaults, by_name, annotations = [], [], [], {}, {}
    if found.return_annotation is not _empty:
        annotations["return"] = found.return_annotation
    varargs = varkw = None
    for name, parameter in found.parameters.items():
        if parameter.kind in (_POSITIONAL_ONLY, _PLAIN):
            args.append(name)
            if parameter.default is not _empty:
                defaults.append(parameter.default)
        elif parameter.kind == _VAR_POSITIONAL:
            varargs = name
        elif parameter.kind == _KEYWORD_ONLY:
            only.append(name)
            if parameter.default is not _empty:
                by_name[name] = parameter.default
        else:
            varkw = name
        if parameter.annotation is not _empty:
            annotations[name] = parameter.annotation
    return FullArgSpec(args, varargs, varkw, tuple(defaults) or None, only, by_name or None, annotations)


def getmembers(object, predicate=None):
    if _is_unknown(object):
        return object
    names = dir(object)
    return [(name, getattr(object, name)) for name in names if predicate is None or predicate(getattr(object, name))]


def getmodule(object, _filename=None):
    return _because("`inspect.getmodule` is not followed")


def __getattr__(name):
    return _because(f"`inspect.{name}` is not followed")
