"""The standard module `dataclasses`, for the interpreter to run."""
from _unknown import is_unknown as _is_unknown


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()


class FrozenInstanceError(AttributeError):
    pass


class InitVar:
    def __init__(self, type):
        self.type = type

    def __repr__(self):
        shown = self.type.__name__ if type(self.type) is type else repr(self.type)
        return f"dataclasses.InitVar[{shown}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = {} if metadata is None else metadata
        self.kw_only = kw_only


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _is_class_variable(annotation):
    if isinstance(annotation, str):
        return "ClassVar" in annotation
    return getattr(annotation, "_name", None) == "ClassVar"


def _collect(cls, kw_only):
    """Fields of the class and its bases, in the order of their first definition."""
    fields = {}
    for base in cls.__mro__[-1:0:-1]:
        for name, inherited in getattr(base, "__dataclass_fields__", {}).items():
            fields[name] = inherited
    only_keywords = kw_only
    for name, annotation in cls.__dict__.get("__annotations__", {}).items():
        # An annotation that is not known is an ordinary one.
        known = not _is_unknown(annotation)
        if known and (annotation is KW_ONLY or annotation == "KW_ONLY"):
            only_keywords = True
            continue
        given = getattr(cls, name, MISSING)
        if type(given).__name__ == "member_descriptor":
            given = MISSING
        is_class_variable = known and _is_class_variable(annotation)
        if isinstance(given, Field):
            one = given
            if one.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, one.default)
        else:
            if not is_class_variable and given is not MISSING and type(given).__hash__ is None:
                raise ValueError(f"mutable default {type(given)} for field {name} is not allowed: use default_factory")
            one = Field(given, MISSING, True, True, None, True, None, MISSING)
        one.name = name
        one.type = annotation
        # It takes the place of an inherited field of its name, which is one no more.
        one._class_variable = is_class_variable
        if is_class_variable and one.default_factory is not MISSING:
            raise TypeError(f"field {name} cannot have a default factory")
        one._init_var = known and (
            annotation is InitVar
            or type(annotation) is InitVar
            or isinstance(annotation, str) and annotation.startswith("InitVar")
        )
        if one.kw_only is MISSING:
            one.kw_only = only_keywords
        fields[name] = one
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in cls.__dict__.get("__annotations__", {}):
            raise TypeError(f"{name!r} is a field but has no type annotation")
    return fields


def _check_order(fields):
    seen = None
    for one in fields:
        if not one.init or one.kw_only:
            continue
        if one.default is not MISSING or one.default_factory is not MISSING:
            seen = one.name
        elif seen is not None:
            raise TypeError(f"non-default argument {one.name!r} follows default argument")


def _make_init(cls, all_fields, frozen, slots):
    positional = [one for one in all_fields if one.init and not one.kw_only]
    keyword = [one for one in all_fields if one.init and one.kw_only]
    _check_order(all_fields)

    store = object.__setattr__ if frozen else setattr

    def __init__(self, *args, **kwargs):
        label = f"{cls.__qualname__}.__init__()"
        given = {}
        for one, value in zip(positional, args):
            given[one.name] = value
        accepted = [one.name for one in positional + keyword]
        for name, value in kwargs.items():
            if name in given:
                raise TypeError(f"{label} got multiple values for argument {name!r}")
            if name not in accepted:
                raise TypeError(f"{label} got an unexpected keyword argument {name!r}")
            given[name] = value
        if len(args) > len(positional):
            required = len([one for one in positional if one.default is MISSING and one.default_factory is MISSING])
            most = len(positional) + 1
            takes = f"{most}" if required + 1 == most else f"from {required + 1} to {most}"
            by_name = len([one for one in keyword if one.name in given])
            said = f" positional arguments (and {by_name} keyword-only argument{'' if by_name == 1 else 's'})" if by_name else ""
            raise TypeError(f"{label} takes {takes} positional argument{'' if takes == '1' else 's'} but {len(args) + 1}{said} were given")
        missing = [one.name for one in positional if one.name not in given and one.default is MISSING and one.default_factory is MISSING]
        kind = "positional"
        if not missing:
            missing = [one.name for one in keyword if one.name not in given and one.default is MISSING and one.default_factory is MISSING]
            kind = "keyword-only"
        if missing:
            quoted = [repr(name) for name in missing]
            listed = " and ".join(quoted) if len(quoted) < 3 else ", ".join(quoted[:-1]) + ", and " + quoted[-1]
            raise TypeError(f"{label} missing {len(missing)} required {kind} argument{'s' if len(missing) > 1 else ''}: {listed}")
        init_vars = []
        for one in all_fields:
            if one.init and one.name in given:
                value = given[one.name]
            elif one.default_factory is not MISSING:
                value = one.default_factory()
            elif one.default is not MISSING and (one.init or slots):
                value = one.default
            else:
                continue
            if one._init_var:
                init_vars.append(value)
            else:
                store(self, one.name, value)
        if hasattr(self, "__post_init__"):
            self.__post_init__(*init_vars)

    return __init__


def _process(cls, init, repr_, eq, order, unsafe_hash, frozen, match_args, kw_only, slots):
    collected = _collect(cls, kw_only)
    cls.__dataclass_fields__ = collected
    all_fields = [one for one in collected.values() if not one._class_variable]
    stored = [one for one in all_fields if not one._init_var]
    compared = [one.name for one in stored if one.compare]
    own = cls.__dict__
    hash_of = own.get("__hash__", MISSING)
    has_hash = not (hash_of is MISSING or hash_of is None and "__eq__" in own)

    _check_frozen(cls, frozen)
    cls.__dataclass_params__ = _Params(init, repr_, eq, order, unsafe_hash, frozen)
    if init and "__init__" not in own:
        cls.__init__ = _make_init(cls, all_fields, frozen, slots)
    elif init:
        _check_order(all_fields)
    if repr_ and "__repr__" not in own:
        shown = [one.name for one in stored if one.repr]

        @_shown_once
        def __repr__(self):
            return self.__class__.__qualname__ + "(" + ", ".join(f"{name}={getattr(self, name)!r}" for name in shown) + ")"
        cls.__repr__ = __repr__
    if eq and "__eq__" not in own:
        def __eq__(self, other):
            if other.__class__ is not self.__class__:
                return NotImplemented
            return tuple(getattr(self, name) for name in compared) == tuple(getattr(other, name) for name in compared)
        cls.__eq__ = __eq__
    if order:
        if not eq:
            raise ValueError("eq must be true if order is true")
        _add_order(cls, compared)
    hashed = [one.name for one in stored if (one.compare if one.hash is None else one.hash)]
    if unsafe_hash and has_hash:
        raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    if unsafe_hash or eq and frozen and not has_hash:
        def __hash__(self):
            return hash(tuple(getattr(self, name) for name in hashed))
        cls.__hash__ = __hash__
    elif eq and not frozen and not has_hash:
        cls.__hash__ = None
    if frozen:
        _freeze(cls, [one.name for one in stored])
    if match_args and "__match_args__" not in own:
        cls.__match_args__ = tuple(one.name for one in all_fields if one.init and not one.kw_only)
    if not getattr(cls, "__doc__"):
        cls.__doc__ = f"{cls.__name__}({_signature(all_fields)})"
    return _with_slots(cls, stored) if slots else cls


def _shown_once(method):
    """As `reprlib.recursive_repr`: what is inside itself is shown as `...`."""
    running = []

    def __repr__(self):
        if any(one is self for one in running):
            return "..."
        running.append(self)
        try:
            return method(self)
        finally:
            running.pop()
    return __repr__


class _Params:
    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen

    def __repr__(self):
        shown = ",".join(f"{name}={value!r}" for name, value in self.__dict__.items())
        return f"_DataclassParams({shown})"


def _check_frozen(cls, frozen):
    for base in cls.__mro__[1:]:
        if "__dataclass_params__" not in base.__dict__:
            continue
        if base.__dataclass_params__.frozen and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if frozen and not base.__dataclass_params__.frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")


def _shown_annotation(annotation):
    if isinstance(annotation, type) and type(annotation).__name__ != "GenericAlias":
        if annotation.__module__ in ("builtins", "__main__"):
            return annotation.__qualname__ if annotation.__module__ == "builtins" else f"__main__.{annotation.__qualname__}"
        return f"{annotation.__module__}.{annotation.__qualname__}"
    text = repr(annotation)
    return text.replace("typing.", "") if text.startswith("typing.") else text


def _signature(all_fields):
    """As `inspect.signature` shows the parameters of `__init__`."""
    shown = []
    only_keywords = False
    for one in [f for f in all_fields if f.init and not f.kw_only] + [f for f in all_fields if f.init and f.kw_only]:
        if one.kw_only and not only_keywords:
            only_keywords = True
            shown.append("*")
        text = f"{one.name}: {_shown_annotation(one.type)}"
        if one.default is not MISSING:
            text += f" = {one.default!r}"
        elif one.default_factory is not MISSING:
            text += " = <factory>"
        shown.append(text)
    return ", ".join(shown)


def _with_slots(cls, stored):
    """The class once more, with a slot for each field that no base has one for."""
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    members = dict(cls.__dict__)
    names = tuple(one.name for one in stored)
    inherited = {name for base in cls.__mro__[1:-1] for name in getattr(base, "__slots__", ())}
    members["__slots__"] = tuple(name for name in names if name not in inherited)
    for name in names:
        members.pop(name, None)
    members.pop("__dict__", None)
    made = type(cls)(cls.__name__, cls.__bases__, members)
    made.__qualname__ = cls.__qualname__
    return made


def _add_order(cls, compared):
    def key(self):
        return tuple(getattr(self, name) for name in compared)

    def __lt__(self, other):
        return key(self) < key(other) if other.__class__ is self.__class__ else NotImplemented

    def __le__(self, other):
        return key(self) <= key(other) if other.__class__ is self.__class__ else NotImplemented

    def __gt__(self, other):
        return key(self) > key(other) if other.__class__ is self.__class__ else NotImplemented

    def __ge__(self, other):
        return key(self) >= key(other) if other.__class__ is self.__class__ else NotImplemented

    for method in (__lt__, __le__, __gt__, __ge__):
        if method.__name__ in cls.__dict__:
            raise TypeError(f"Cannot overwrite attribute {method.__name__} in class {cls.__name__}. Consider using functools.total_ordering")
        setattr(cls, method.__name__, method)


def _freeze(cls, collected):
    def __setattr__(self, name, value):
        if type(self) is cls or name in collected:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in collected:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    cls.__setattr__ = __setattr__
    cls.__delattr__ = __delattr__


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    found = getattr(class_or_instance, "__dataclass_fields__", None)
    if found is None:
        raise TypeError("must be called with a dataclass type or instance")
    return tuple(one for one in found.values() if not one._init_var and not one._class_variable)


def is_dataclass(obj):
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, "__dataclass_fields__")


def _as_plain(value, dict_factory, nested):
    if is_dataclass(value) and not isinstance(value, type):
        items = [(one.name, _as_plain(getattr(value, one.name), dict_factory, nested)) for one in fields(value)]
        return nested(items, dict_factory)
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return type(value)(*[_as_plain(item, dict_factory, nested) for item in value])
    if isinstance(value, (list, tuple)):
        return type(value)([_as_plain(item, dict_factory, nested) for item in value])
    if isinstance(value, dict):
        return type(value)((_as_plain(k, dict_factory, nested), _as_plain(v, dict_factory, nested)) for k, v in value.items())
    import copy
    return copy.deepcopy(value)


def asdict(obj, *, dict_factory=dict):
    if not is_dataclass(obj) or isinstance(obj, type):
        raise TypeError("asdict() should be called on dataclass instances")
    return _as_plain(obj, dict_factory, lambda items, factory: factory(items))


def astuple(obj, *, tuple_factory=tuple):
    if not is_dataclass(obj) or isinstance(obj, type):
        raise TypeError("astuple() should be called on dataclass instances")
    return _as_plain(obj, tuple_factory, lambda items, factory: factory([value for _, value in items]))


def replace(obj, /, **changes):
    for one in obj.__dataclass_fields__.values():
        if one._class_variable:
            continue
        if one._init_var:
            if one.name not in changes and one.default is MISSING:
                raise ValueError(f"InitVar {one.name!r} must be specified with replace()")
            continue
        if not one.init:
            if one.name in changes:
                raise ValueError(f"field {one.name} is declared with init=False, it cannot be specified with replace()")
            continue
        if one.name not in changes:
            changes[one.name] = getattr(obj, one.name)
    return obj.__class__(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    members = {} if namespace is None else dict(namespace)
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            annotations[item] = "typing.Any"
        else:
            annotations[item[0]] = item[1]
            if len(item) == 3:
                members[item[0]] = item[2]
    members["__annotations__"] = annotations
    members.setdefault("__module__", "types")
    return dataclass(type(cls_name, bases, members), **options)
