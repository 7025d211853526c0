"""The standard module `enum`, for the interpreter to run."""
from _unknown import because as _because


class auto:
    """A value that is found when its class is made; `A | B` of such values, too."""

    def __init__(self, value=None):
        self._value = value

    def __or__(self, other):
        return auto(lambda resolve: resolve(self) | resolve(other))

    def __ror__(self, other):
        return auto(lambda resolve: resolve(other) | resolve(self))

    def __and__(self, other):
        return auto(lambda resolve: resolve(self) & resolve(other))

    def __xor__(self, other):
        return auto(lambda resolve: resolve(self) ^ resolve(other))

    def __invert__(self):
        return auto(lambda resolve: ~resolve(self))


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


class property(property):
    pass


def unique(enumeration):
    aliases = [(name, member.name) for name, member in enumeration.__members__.items() if name != member.name]
    if aliases:
        shown = ", ".join([f"{alias} -> {name}" for alias, name in aliases])
        raise ValueError(f"duplicate values found in {enumeration!r}: {shown}")
    return enumeration


def _is_member(name, value):
    if name.startswith("_") and name.endswith("_") or isinstance(value, nonmember):
        return False
    if isinstance(value, (auto, member)):
        return True
    return not (isinstance(value, (staticmethod, classmethod)) or hasattr(type(value), "__get__"))


def _mixin(bases):
    """The data type that members are of beside their enumeration: `int`, `str`, …"""
    for base in bases:
        for cls in base.__mro__:
            if cls in (int, str, float, bytes, tuple, complex):
                return cls
    return object


def _first_enumeration(cls):
    for index, base in enumerate(cls.__mro__):
        if index and isinstance(base, EnumType):
            return index


def _find(cls, name):
    for owner in cls.__mro__:
        if name in owner.__dict__:
            return owner.__dict__[name]
    return None


_Function = type(_find)


class EnumDict(dict):
    """The names of an enumeration's body: a member's is no other's."""

    def __init__(self):
        super().__init__()
        self._members = []

    def __setitem__(self, name, value):
        if name in self._members:
            raise TypeError(f"{name!r} already defined as {self[name]!r}")
        if name == "_ignore_":
            value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
            clash = set(value) & set(self._members)
            if clash:
                raise ValueError(f"_ignore_ cannot specify already set names: {clash!r}")
        elif name not in self.get("_ignore_", ()) and _is_member(name, value):
            if name in self:
                raise TypeError(f"{name!r} already defined as {self[name]!r}")
            self._members.append(name)
        super().__setitem__(name, value)


class EnumType(type):
    @classmethod
    def __prepare__(metacls, name, bases, **options):
        return EnumDict()

    def __new__(metacls, name, bases, namespace, **options):
        namespace = dict(namespace)
        for ignored in namespace.pop("_ignore_", []):
            namespace.pop(ignored, None)
        given = {n: v for n, v in namespace.items() if _is_member(n, v)}
        rest = {n: v.value if isinstance(v, nonmember) else v for n, v in namespace.items() if n not in given}
        for base in bases:
            if isinstance(base, EnumType) and base._member_names_:
                raise TypeError(f"<enum {name!r}> cannot extend {base!r}")
        cls = type.__new__(metacls, name, bases, rest)
        cls._member_names_ = []
        cls._member_map_ = {}
        cls._value2member_map_ = {}
        cls._member_type_ = _mixin(bases)
        metacls._settle_texts(cls, rest)
        values = []
        resolved = []

        def resolve(value):
            for one, found in resolved:
                if one is value:
                    return found
            return value._value(resolve) if isinstance(value, auto) and value._value is not None else value

        for member_name, value in given.items():
            if isinstance(value, member):
                value = value.value
            if isinstance(value, auto):
                made = cls._generate_next_value_(member_name, 1, len(values), list(values)) if value._value is None else value._value(resolve)
                resolved.append((value, made))
                value = made
            elif isinstance(value, tuple) and any([isinstance(part, auto) for part in value]):
                value = tuple([
                    cls._generate_next_value_(member_name, 1, len(values), list(values)) if isinstance(part, auto) else part
                    for part in value
                ])
            values.append(value)
            metacls._add(cls, member_name, value)
        return cls

    @staticmethod
    def _settle_texts(cls, rest):
        """An enumeration's own texts, not those of the data type that is mixed in."""
        kind = cls._member_type_
        for name in ("__repr__", "__str__", "__format__"):
            if name in rest or "Enum" not in globals():
                continue
            found = _find(cls, name)
            if found is _find(kind, name) or found is object.__dict__[name]:
                type.__setattr__(cls, name, _find(cls.__mro__[_first_enumeration(cls)], name))

    @staticmethod
    def _add(cls, name, value):
        kind = cls._member_type_
        given = value if isinstance(value, tuple) else (value,)
        maker = _find(cls, "__new__")
        own = maker is not None and isinstance(maker, staticmethod)
        if own:
            made = maker.__func__(cls, *given)
        else:
            made = object.__new__(cls) if kind is object else kind.__new__(cls, *given)
        if not own or not hasattr(made, "_value_"):
            made._value_ = value if kind is object or type(value) is kind else kind(*given)
        for known in cls._member_map_.values():
            if known._value_ == made._value_:
                cls._member_map_[name] = known
                type.__setattr__(cls, name, known)
                return
        made._name_ = name
        made._sort_order_ = len(cls._member_names_)
        init = _find(cls, "__init__")
        if isinstance(init, _Function):
            init(made, *given)
        if cls._counts(made._value_):
            cls._member_names_.append(name)
        cls._member_map_[name] = made
        try:
            cls._value2member_map_[made._value_] = made
        except TypeError:
            pass
        type.__setattr__(cls, name, made)

    def _counts(cls, value):
        """Whether a member is listed: combined flags are not."""
        return True

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1):
        if names is None:
            return _lookup(cls, value)
        return _functional(cls, value, names, type, start)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __getattr__(cls, name):
        raise AttributeError(name)

    def __iter__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_])

    def __reversed__(cls):
        return iter([cls._member_map_[name] for name in reversed(cls._member_names_)])

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        if not isinstance(value, Enum):
            raise TypeError(
                f"unsupported operand type(s) for 'in': '{type(value).__qualname__}' and 'EnumType'"
            )
        return isinstance(value, cls) and value._name_ in cls._member_map_

    @property
    def __members__(cls):
        return type(type.__dict__)(cls._member_map_)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"cannot reassign member {name!r}")
        type.__setattr__(cls, name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {name!r}.")
        type.__delattr__(cls, name)

    def __repr__(cls):
        kind = "flag" if "Flag" in globals() and issubclass(cls, Flag) else "enum"
        return f"<{kind} {cls.__name__!r}>"


EnumMeta = EnumType


def _lookup(cls, value):
    if type(value) is cls:
        return value
    for member in cls._member_map_.values():
        if member._value_ == value:
            return member
    missing = cls._missing_(value)
    if isinstance(missing, cls):
        return missing
    if missing is None:
        raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
    raise TypeError(f"error in {cls.__name__}._missing_: returned {missing!r} instead of None or a valid member")


def _functional(cls, name, names, mixin, start):
    if isinstance(names, str):
        names = names.replace(",", " ").split()
    members = {}
    values = []
    for item in names:
        if isinstance(names, dict):
            members[item] = names[item]
        elif isinstance(item, (tuple, list)):
            members[item[0]] = item[1]
        else:
            members[item] = cls._generate_next_value_(item, start, len(values), list(values))
            values.append(members[item])
    bases = (cls,) if mixin is None else (mixin, cls)
    return type(cls)(name, bases, members)


def _partly_sorted(values):
    """As `list.sort` leaves a list in which it has met what it cannot compare."""
    count = 1
    while True:
        try:
            known = sorted(values[:count + 1])
        except TypeError:
            break
        count += 1
    head = values[:count]
    falls = all([head[i + 1] < head[i] for i in range(count - 1)])
    return values if falls else sorted(head) + values[count:]


class Enum(metaclass=EnumType):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            values = sorted(last_values)
        except TypeError:
            values = _partly_sorted(last_values)
        for value in reversed(values):
            try:
                return value + 1
            except TypeError:
                pass
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    @property
    def name(self):
        return self._name_

    @name.setter
    def name(self, value):
        raise AttributeError("<enum 'Enum'> cannot set attribute 'name'")

    @name.deleter
    def name(self):
        raise AttributeError("<enum 'Enum'> cannot delete attribute 'name'")

    @property
    def value(self):
        return self._value_

    @value.setter
    def value(self, value):
        raise AttributeError("<enum 'Enum'> cannot set attribute 'value'")

    @value.deleter
    def value(self):
        raise AttributeError("<enum 'Enum'> cannot delete attribute 'value'")

    def __repr__(self):
        return f"<{self.__class__.__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class ReprEnum(Enum):
    pass


class IntEnum(int, ReprEnum):
    __repr__ = Enum.__repr__
    __str__ = int.__repr__
    __format__ = int.__format__
    __hash__ = int.__hash__


class StrEnum(str, ReprEnum):
    __repr__ = Enum.__repr__
    __str__ = str.__str__
    __format__ = str.__format__
    __hash__ = str.__hash__

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class _FlagMeta(EnumType):
    def _counts(cls, value):
        return isinstance(value, int) and value > 0 and value & (value - 1) == 0


class Flag(Enum, metaclass=_FlagMeta):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        return 2 ** max(last_values).bit_length()

    @classmethod
    def _known(cls):
        known = 0
        for member in cls._member_map_.values():
            known |= member._value_
        return known

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        known = cls._known()
        beyond = 2 ** known.bit_length()
        if value < 0:
            if value >= -beyond and not value & (beyond - 1 ^ known):
                value += beyond
            elif cls._member_type_ is not object:
                value += max(beyond, 2 ** value.bit_length())
        if value in cls._value2member_map_:
            return cls._value2member_map_[value]
        if value & ~known and cls._member_type_ is object:
            width = max(value.bit_length(), known.bit_length())
            given = f"0b{int(value < 0)} {value & 2 ** width - 1:0{width}b}"
            raise ValueError(f"{cls!r} invalid value {value!r}\n    given {given}\n  allowed 0b0 {known:0{width}b}")
        made = object.__new__(cls) if cls._member_type_ is object else int.__new__(cls, value)
        parts = [member for member in cls if member._value_ & value]
        covered = singles = 0
        for member in parts:
            covered |= member._value_
        for member in cls:
            singles |= member._value_
        if value & ~singles:
            # Bits that have no member of their own are named by those that combine them.
            for member in cls._member_map_.values():
                if member not in parts and member._value_ and member._value_ & value == member._value_:
                    parts.append(member)
                    covered |= member._value_
        rest = value ^ covered if covered else 0
        if rest and cls._member_type_ is object:
            raise ValueError(f"{cls!r}: no members with value {rest!r}")
        names = [member._name_ for member in parts]
        if rest:
            names.append(str(rest))
        made._name_ = "|".join(names) if names else None
        made._value_ = value
        cls._value2member_map_[value] = made
        return made

    def _operand(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, int):
            return other
        return None

    def __or__(self, other):
        value = self._operand(other)
        return NotImplemented if value is None else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._operand(other)
        return NotImplemented if value is None else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._operand(other)
        return NotImplemented if value is None else self.__class__(self._value_ ^ value)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        if self._member_type_ is not object:
            return self.__class__(~self._value_)
        # Bits that only combined members have are left out.
        known = 0
        for member in self.__class__:
            known |= member._value_
        return self.__class__(known & ~self._value_)

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(
                f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {self.__class__.__qualname__!r}"
            )
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        found = [member for member in self.__class__ if member._value_ & self._value_]
        singles = {member._value_: member for member in found}
        value = self._value_ & self._known()
        if value.bit_count() == len(found):
            return iter(found)
        # A bit that only combined members have has no member of its own.
        return iter([singles.get(1 << place) for place in range(value.bit_length()) if value >> place & 1])

    def __len__(self):
        return self._value_.bit_count()

    def __bool__(self):
        return bool(self._value_)

    def __eq__(self, other):
        return self is other or isinstance(other, self.__class__) and self._value_ == other._value_

    def __hash__(self):
        return hash(self._name_)

    def __repr__(self):
        name = self.__class__.__name__
        return f"<{name}: {self._value_!r}>" if self._name_ is None else f"<{name}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        name = self.__class__.__name__
        return f"{name}({self._value_!r})" if self._name_ is None else f"{name}.{self._name_}"


class IntFlag(int, ReprEnum, Flag):
    __repr__ = Flag.__repr__
    __str__ = int.__repr__
    __format__ = int.__format__
    __hash__ = int.__hash__
    __or__ = __ror__ = Flag.__or__
    __and__ = __rand__ = Flag.__and__
    __xor__ = __rxor__ = Flag.__xor__
    __invert__ = Flag.__invert__

    def __eq__(self, other):
        return int.__eq__(self, other)


class FlagBoundary(StrEnum):
    STRICT = "strict"
    CONFORM = "conform"
    EJECT = "eject"
    KEEP = "keep"


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def __getattr__(name):
    return _because(f"`enum.{name}` is not followed")
