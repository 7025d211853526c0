"""The standard module `typing`, for the interpreter to run: annotations as values, which say nothing to a run."""
from _unknown import because as _because

TYPE_CHECKING = False


def _shown(item):
    if item is ...:
        return "..."
    if isinstance(item, type):
        if item is type(None):
            return "None"
        if item.__module__ == "builtins":
            return item.__qualname__
        return f"{item.__module__}.{item.__qualname__}"
    if isinstance(item, list):
        return "[" + ", ".join([_shown(part) for part in item]) + "]"
    return repr(item)


class _Form:
    """`Any`, `Optional`, `List` and their like, with or without parameters."""

    def __init__(self, name, origin=None, args=()):
        self._name = name
        self._origin = origin
        self.__args__ = args

    @property
    def __origin__(self):
        if isinstance(self._origin, str):
            # Imported when it is asked for: most programs only annotate.
            module, _, name = self._origin.rpartition(".")
            self._origin = getattr(__import__(module, fromlist=[name]), name)
        return self._origin

    def __repr__(self):
        if not self.__args__:
            return f"typing.{self._name}"
        if self._name == "Optional":
            return f"typing.Optional[{_shown(self.__args__[0])}]"
        if self._name == "Callable":
            *taken, given = self.__args__
            if taken == [...]:
                return f"typing.Callable[..., {_shown(given)}]"
            return f"typing.Callable[[{', '.join([_shown(part) for part in taken])}], {_shown(given)}]"
        if self._name == "Literal":
            return f"typing.Literal[{', '.join([repr(part) for part in self.__args__])}]"
        return f"typing.{self._name}[{', '.join([_shown(part) for part in self.__args__])}]"

    def __getitem__(self, item):
        args = item if isinstance(item, tuple) else (item,)
        args = tuple([type(None) if part is None and self._name != "Literal" else part for part in args])
        if self._name == "Callable" and len(args) == 2 and isinstance(args[0], list):
            args = (*args[0], args[1])
        if self._name == "Optional":
            return _union((args[0], type(None)))
        if self._name == "Union":
            return _union(args)
        if self._name == "Annotated":
            return _Form("Annotated", args[0], args)
        return _Form(self._name, self._origin, args)

    def __call__(self, *args, **kwargs):
        if self.__origin__ is None:
            raise TypeError(f"Cannot instantiate {self!r}")
        return self.__origin__(*args, **kwargs)

    def __mro_entries__(self, bases):
        return () if self.__origin__ is None else (self.__origin__,)

    def __instancecheck__(self, value):
        if self.__args__ and self._name != "Union" and self._name != "Optional":
            raise TypeError("Subscripted generics cannot be used with class and instance checks")
        if self._name in ("Union", "Optional"):
            return isinstance(value, self.__args__)
        if self.__origin__ is None:
            raise TypeError(f"{self!r} cannot be used with isinstance()")
        return isinstance(value, self.__origin__)

    def __or__(self, other):
        return _union((self, other))

    def __ror__(self, other):
        return _union((other, self))

    def __eq__(self, other):
        if not isinstance(other, _Form):
            return NotImplemented
        return self._name == other._name and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self._name, self.__args__))


def _union(args):
    flat = []
    for part in args:
        part = type(None) if part is None else part
        inside = part.__args__ if isinstance(part, _Form) and part._name in ("Union", "Optional") else (part,)
        for one in inside:
            if one not in flat:
                flat.append(one)
    if len(flat) == 1:
        return flat[0]
    if len(flat) == 2 and type(None) in flat:
        return _Form("Optional", None, tuple([part for part in flat if part is not type(None)] + [type(None)]))
    return _Form("Union", None, tuple(flat))


Any = _Form("Any")
Union = _Form("Union")
Optional = _Form("Optional")
Callable = _Form("Callable")
ClassVar = _Form("ClassVar")
Final = _Form("Final")
Literal = _Form("Literal")
Annotated = _Form("Annotated")
NoReturn = _Form("NoReturn")
Never = _Form("Never")
Self = _Form("Self")
TypeAlias = _Form("TypeAlias")
Concatenate = _Form("Concatenate")
TypeGuard = _Form("TypeGuard")
Required = _Form("Required")
NotRequired = _Form("NotRequired")
Unpack = _Form("Unpack")
LiteralString = _Form("LiteralString")
List = _Form("List", list)
Dict = _Form("Dict", dict)
Set = _Form("Set", set)
FrozenSet = _Form("FrozenSet", frozenset)
Tuple = _Form("Tuple", tuple)
Type = _Form("Type", type)
Text = str
AnyStr = _Form("AnyStr")
Deque = _Form("Deque", "collections.deque")
DefaultDict = _Form("DefaultDict", "collections.defaultdict")
OrderedDict = _Form("OrderedDict", "collections.OrderedDict")
Counter = _Form("Counter", "collections.Counter")
ChainMap = _Form("ChainMap", "collections.ChainMap")


Iterable = _Form("Iterable", "collections.abc.Iterable")
Iterator = _Form("Iterator", "collections.abc.Iterator")
Generator = _Form("Generator", "collections.abc.Generator")
Sequence = _Form("Sequence", "collections.abc.Sequence")
MutableSequence = _Form("MutableSequence", "collections.abc.MutableSequence")
Mapping = _Form("Mapping", "collections.abc.Mapping")
MutableMapping = _Form("MutableMapping", "collections.abc.MutableMapping")
AbstractSet = _Form("AbstractSet", "collections.abc.Set")
MutableSet = _Form("MutableSet", "collections.abc.MutableSet")
Collection = _Form("Collection", "collections.abc.Collection")
Container = _Form("Container", "collections.abc.Container")
Hashable = _Form("Hashable", "collections.abc.Hashable")
Sized = _Form("Sized", "collections.abc.Sized")
Reversible = _Form("Reversible", "collections.abc.Reversible")
ItemsView = _Form("ItemsView")
KeysView = _Form("KeysView")
ValuesView = _Form("ValuesView")
Awaitable = _Form("Awaitable")
Coroutine = _Form("Coroutine")
AsyncIterator = _Form("AsyncIterator")
AsyncIterable = _Form("AsyncIterable")
AsyncGenerator = _Form("AsyncGenerator")
ContextManager = _Form("ContextManager")
IO = _Form("IO")
TextIO = _Form("TextIO")
BinaryIO = _Form("BinaryIO")
Pattern = _Form("Pattern")
Match = _Form("Match")
SupportsFloat = _Form("SupportsFloat")
SupportsInt = _Form("SupportsInt")
SupportsIndex = _Form("SupportsIndex")
SupportsAbs = _Form("SupportsAbs")


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self._sign = "+" if covariant else "-" if contravariant else "~"

    def __repr__(self):
        return self._sign + self.__name__

    def __or__(self, other):
        return _union((self, other))

    def __ror__(self, other):
        return _union((other, self))


class ParamSpec(TypeVar):
    args = kwargs = Any


class TypeVarTuple(TypeVar):
    def __repr__(self):
        return self.__name__

    def __iter__(self):
        yield self


class _Parameterized:
    """What a generic class of the program is when it is subscripted."""

    def __init__(self, origin, args):
        self.__origin__ = origin
        self.__args__ = args

    def __call__(self, *args, **kwargs):
        return self.__origin__(*args, **kwargs)

    def __getattr__(self, name):
        return getattr(self.__origin__, name)

    def __getitem__(self, item):
        return _Parameterized(self.__origin__, item if isinstance(item, tuple) else (item,))

    def __mro_entries__(self, bases):
        if self.__origin__ is not Generic:
            return (self.__origin__,)
        others = [base for base in bases if base is not self and isinstance(base, _Parameterized)]
        return () if others else (Generic,)

    def __or__(self, other):
        return _union((self, other))

    def __repr__(self):
        return f"{_shown(self.__origin__)}[{', '.join([_shown(part) for part in self.__args__])}]"


class Generic:
    def __class_getitem__(cls, item):
        return _Parameterized(cls, item if isinstance(item, tuple) else (item,))


class Protocol(Generic):
    pass


def _named_tuple(name, fields, defaults):
    from collections import namedtuple
    return namedtuple(name, fields, defaults=defaults)


class _NamedTupleMeta(type):
    def __new__(metacls, name, bases, namespace):
        annotations = namespace.get("__annotations__", {})
        fields = list(annotations)
        defaults = []
        for field in fields:
            if field in namespace:
                defaults.append(namespace[field])
            elif defaults:
                last = ", ".join(known for known in fields if known in namespace and fields.index(known) < fields.index(field))
                plural = "s" if len(defaults) > 1 else ""
                raise TypeError(f"Non-default namedtuple field {field} cannot follow default field{plural} {last}")
        made = _named_tuple(name, fields, defaults)
        made.__annotations__ = dict(annotations)
        for key, value in namespace.items():
            if key in ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_make", "_replace", "_asdict"):
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in fields and key != "__annotations__":
                setattr(made, key, value)
        return made


class _NamedTuple:
    def __call__(self, typename, fields=None, **kwargs):
        pairs = list(kwargs.items()) if fields is None else list(fields)
        made = _named_tuple(typename, [name for name, _ in pairs], ())
        made.__annotations__ = dict(pairs)
        return made

    def __mro_entries__(self, bases):
        return (_NamedTupleBase,)


_NamedTupleBase = type.__new__(_NamedTupleMeta, "NamedTuple", (), {})
NamedTuple = _NamedTuple()


class _TypedDictMeta(type):
    def __new__(metacls, name, bases, namespace, total=True):
        return type.__new__(metacls, name, (dict,), dict(namespace))

    def __init__(cls, *args, **kwargs):
        return None

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)


class _TypedDict:
    def __call__(self, typename, fields=None, total=True, **kwargs):
        return _TypedDictMeta(typename, (), {})

    def __mro_entries__(self, bases):
        return (_TypedDictBase,)


_TypedDictBase = type.__new__(_TypedDictMeta, "TypedDict", (dict,), {})
TypedDict = _TypedDict()


def cast(typ, val):
    return val


def overload(func):
    return func


def final(f):
    return f


def override(f):
    return f


def no_type_check(arg):
    return arg


def runtime_checkable(cls):
    return cls


def assert_type(val, typ):
    return val


def reveal_type(obj):
    return obj


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


def NewType(name, tp):
    def new_type(x):
        return x
    new_type.__name__ = name
    return new_type


def get_origin(tp):
    return getattr(tp, "__origin__", None)


def get_args(tp):
    return getattr(tp, "__args__", ())


def __getattr__(name):
    return _because(f"`typing.{name}` is not followed")
