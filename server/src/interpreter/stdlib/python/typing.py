"""The standard module `typing`, for the interpreter to run: annotations as values, which say nothing to a run."""
from _unknown import because as _because, names_of as _names_of

__all__ = (
    "Annotated Any Callable ClassVar Concatenate Final ForwardRef Generic Literal Optional ParamSpec "
    "Protocol Tuple Type TypeVar TypeVarTuple Union AbstractSet ByteString Container ContextManager "
    "Hashable ItemsView Iterable Iterator KeysView Mapping MappingView MutableMapping MutableSequence "
    "MutableSet Sequence Sized ValuesView Awaitable AsyncIterator AsyncIterable Coroutine Collection "
    "AsyncGenerator AsyncContextManager Reversible SupportsAbs SupportsBytes SupportsComplex "
    "SupportsFloat SupportsIndex SupportsInt SupportsRound ChainMap Counter Deque Dict DefaultDict List "
    "OrderedDict Set FrozenSet NamedTuple TypedDict Generator BinaryIO IO Match Pattern TextIO AnyStr "
    "assert_type assert_never cast clear_overloads dataclass_transform final get_args get_origin "
    "get_overloads get_type_hints is_typeddict LiteralString Never NewType no_type_check "
    "no_type_check_decorator NoReturn NotRequired overload ParamSpecArgs ParamSpecKwargs Required "
    "reveal_type runtime_checkable Self Text TYPE_CHECKING TypeAlias TypeGuard Unpack "
).split()

TYPE_CHECKING = False


def _shown(item):
    if item is ...:
        return "..."
    if isinstance(item, type):
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
        if self._name != "Literal":
            args = tuple([_type_of(part) if i == 0 or self._name != "Annotated" else part for i, part in enumerate(args)])
        if self._name == "Callable" and len(args) == 2 and isinstance(args[0], list):
            args = (*args[0], args[1])
        if self._name == "Optional":
            return _union((args[0], type(None)))
        if self._name == "Union":
            return _union(args)
        if self._name == "Annotated":
            return _ClassForm("Annotated", args[0], args)
        return _Form(self._name, self._origin, args)

    def __call__(self, *args, **kwargs):
        if self.__origin__ is None:
            raise TypeError("Any cannot be instantiated" if self._name == "Any" else f"Cannot instantiate {self!r}")
        if self._name in ("List", "Dict", "Tuple", "Set", "FrozenSet", "Type"):
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self._name.lower()}() instead")
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
        if self._name in ("Union", "Optional") and type(other) is type(int | str):
            return set(self.__args__) == set(other.__args__)
        if not isinstance(other, _Form):
            return NotImplemented
        if self._name in ("Union", "Literal"):
            return self._name == other._name and set(self.__args__) == set(other.__args__)
        return self._name == other._name and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self._name, frozenset(self.__args__) if self._name in ("Union", "Literal") else self.__args__))

    @property
    def __name__(self):
        return self._name

    @property
    def __parameters__(self):
        return _parameters(self.__args__)

    @property
    def __metadata__(self):
        if self._name != "Annotated":
            raise AttributeError("__metadata__")
        return self.__args__[1:]


class _ClassForm(_Form):
    """`Any`, `Annotated`, `IO` and their like are classes in CPython, and print as such."""

    def __repr__(self):
        return _Form.__repr__(self) if self.__args__ or self._name == "Any" else f"<class 'typing.{self._name}'>"


def _type_of(part):
    """What stands for a type: `None` for its class, a text for a name that is looked up later."""
    return type(None) if part is None else ForwardRef(part) if isinstance(part, str) else part


def _parameters(args):
    found = []
    for part in args:
        inside = [part] if isinstance(part, TypeVar) else getattr(part, "__parameters__", ())
        for one in inside:
            if one not in found:
                found.append(one)
    return tuple(found)


def _union(args):
    flat = []
    for part in args:
        part = _type_of(part)
        inside = part.__args__ if isinstance(part, _Form) and part._name in ("Union", "Optional") else (part,)
        for one in inside:
            if one not in flat:
                flat.append(one)
    if len(flat) == 1:
        return flat[0]
    if len(flat) == 2 and type(None) in flat:
        return _Form("Optional", None, tuple([part for part in flat if part is not type(None)] + [type(None)]))
    return _Form("Union", None, tuple(flat))


Any = _ClassForm("Any")
Union = _Form("Union")
Optional = _Form("Optional")
Callable = _Form("Callable")
ClassVar = _Form("ClassVar")
Final = _Form("Final")
Literal = _Form("Literal")
Annotated = _ClassForm("Annotated")
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
IO = _ClassForm("IO")
TextIO = _ClassForm("TextIO")
BinaryIO = _ClassForm("BinaryIO")
Pattern = _Form("Pattern")
Match = _Form("Match")
AsyncContextManager = _Form("AsyncContextManager")
ByteString = _Form("ByteString")
MappingView = _Form("MappingView")


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
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


AnyStr = TypeVar("AnyStr", bytes, str)


class ForwardRef:
    def __init__(self, arg):
        self.__forward_arg__ = arg

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r})"


class _Parameterized:
    """What a generic class of the program is when it is subscripted."""

    def __init__(self, origin, args):
        self.__origin__ = origin
        self.__args__ = args

    def __call__(self, *args, **kwargs):
        return self.__origin__(*args, **kwargs)

    @property
    def __parameters__(self):
        return _parameters(self.__args__)

    def __eq__(self, other):
        if not isinstance(other, _Parameterized):
            return NotImplemented
        return self.__origin__ is other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

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

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        found = ()
        for base in cls.__dict__.get("__orig_bases__", ()):
            if isinstance(base, (_Parameterized, _Form)):
                found = base.__parameters__ if base.__origin__ is Generic else found or base.__parameters__
        cls.__parameters__ = found


class _ProtocolMeta(type(__import__("abc").ABC)):
    def __instancecheck__(cls, instance):
        if not cls.__dict__.get("_is_protocol", False):
            return super().__instancecheck__(instance)
        if not cls.__dict__.get("_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        return super().__instancecheck__(instance) or all([hasattr(instance, name) for name in _members_of(cls)])

    def __subclasscheck__(cls, other):
        if not cls.__dict__.get("_is_runtime_protocol", False):
            return super().__subclasscheck__(other)
        return super().__subclasscheck__(other) or all([hasattr(other, name) for name in _members_of(cls)])


def _members_of(cls):
    names = []
    for base in cls.__mro__[:-1]:
        if base.__name__ in ("Protocol", "Generic"):
            continue
        for name in [*base.__dict__, *base.__dict__.get("__annotations__", {})]:
            if name not in _NO_MEMBERS and not name.startswith("_abc_") and name not in names:
                names.append(name)
    return names


_NO_MEMBERS = frozenset(
    "__abstractmethods__ __annotations__ __dict__ __doc__ __init__ __module__ __new__ __slots__ __subclasshook__ "
    "__weakref__ __class_getitem__ __parameters__ _registered _children __orig_bases__ __qualname__ _is_protocol _is_runtime_protocol".split()
)


def _refuse_protocol(self, *args, **kwargs):
    raise TypeError("Protocols cannot be instantiated")


class Protocol(Generic, metaclass=_ProtocolMeta):
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if "_is_protocol" not in cls.__dict__:
            cls._is_protocol = any([base is Protocol for base in cls.__bases__])
        if cls._is_protocol and "__init__" not in cls.__dict__:
            cls.__init__ = _refuse_protocol
        elif not cls._is_protocol and cls.__init__ is _refuse_protocol:
            cls.__init__ = object.__init__


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
        made = type.__new__(metacls, name, (dict,), dict(namespace))
        own = namespace.get("__annotations__", {})
        every, needed, free = {}, [], []
        for base in bases:
            every.update(getattr(base, "__annotations__", {}))
            needed += getattr(base, "__required_keys__", ())
            free += getattr(base, "__optional_keys__", ())
        every.update(own)
        for key, given in own.items():
            marked = given._name if isinstance(given, _Form) and given._name in ("Required", "NotRequired") else None
            (needed if marked == "Required" or total and marked is None else free).append(key)
        made.__annotations__ = {key: _type_of(given) for key, given in every.items()}
        made.__total__ = total
        made.__required_keys__, made.__optional_keys__ = frozenset(needed), frozenset(free)
        return made

    def __init__(cls, *args, **kwargs):
        return None

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)


class _TypedDict:
    def __call__(self, typename, fields=None, total=True, **kwargs):
        return _TypedDictMeta(typename, (), {"__annotations__": dict(kwargs if fields is None else fields)}, total)

    def __mro_entries__(self, bases):
        return (_TypedDictBase,)


_TypedDictBase = type.__new__(_TypedDictMeta, "TypedDict", (dict,), {})
TypedDict = _TypedDict()


def cast(typ, val):
    return val


def overload(func):
    return func


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def override(f):
    return f


def no_type_check(arg):
    return arg


def runtime_checkable(cls):
    if not getattr(cls, "_is_protocol", False):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


runtime = runtime_checkable


def _method_of_protocol(self):
    pass


_SUPPORTS = {
    "SupportsAbs": "__abs__",
    "SupportsBytes": "__bytes__",
    "SupportsComplex": "__complex__",
    "SupportsFloat": "__float__",
    "SupportsIndex": "__index__",
    "SupportsInt": "__int__",
    "SupportsRound": "__round__",
}


def assert_type(val, typ):
    return val


def reveal_type(obj):
    return obj


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


class NewType:
    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        self.__module__ = "__main__"

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __call__(self, x):
        return x

    def __or__(self, other):
        return _union((self, other))

    def __ror__(self, other):
        return _union((other, self))


def get_origin(tp):
    if isinstance(tp, _Form):
        if tp._name == "Optional" and tp.__args__:
            return Union
        if tp._name in ("Annotated", "Union", "Literal", "ClassVar", "Final", "Callable") and tp.__args__:
            from collections.abc import Callable as callable_class
            special = {"Annotated": Annotated, "Union": Union, "Literal": Literal, "ClassVar": ClassVar, "Final": Final}
            return special.get(tp._name, callable_class)
        return tp.__origin__
    if tp is Generic:
        return Generic
    if type(tp).__name__ == "UnionType":
        return type(tp)
    return getattr(tp, "__origin__", None)


def get_args(tp):
    if isinstance(tp, _Form) and tp._name == "Callable" and tp.__args__:
        *taken, given = tp.__args__
        return (... if taken == [...] else taken), given
    return getattr(tp, "__args__", ())


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    hints = {}
    owners = reversed(obj.__mro__) if isinstance(obj, type) else [obj]
    for owner in owners:
        own = owner.__dict__.get("__annotations__", {}) if isinstance(obj, type) else getattr(owner, "__annotations__", {})
        around = globalns
        if around is None:
            around = _names_of(owner.__module__) if isinstance(obj, type) else getattr(obj, "__globals__", None)
        for name, value in own.items():
            hints[name] = _resolved(value, around, localns, include_extras)
    return hints


def _resolved(value, globalns, localns, include_extras):
    if value is None:
        return type(None)
    if isinstance(value, str):
        if globalns is None:
            return _because("annotations in quotes are not followed")
        return _resolved(eval(value, globalns, localns), globalns, localns, include_extras)
    if any(isinstance(one, (str, ForwardRef)) for one in getattr(value, "__args__", ())) and get_origin(value) is not Literal:
        return _because("annotations in quotes are not followed")
    if isinstance(value, _Form) and value._name == "Annotated" and not include_extras:
        return value.__args__[0]
    return value


def __getattr__(name):
    if name in _SUPPORTS:
        namespace = {_SUPPORTS[name]: _method_of_protocol, "__module__": "typing"}
        made = globals()[name] = runtime_checkable(_ProtocolMeta(name, (Protocol,), namespace))
        return made
    return _because(f"`typing.{name}` is not followed")
