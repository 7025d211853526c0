"""The standard module `enum`, for the interpreter to run."""


class auto:
    pass


def unique(enumeration):
    aliases = [(name, member.name) for name, member in enumeration.__members__.items() if name != member.name]
    if aliases:
        shown = ", ".join(f"{alias} -> {name}" for alias, name in aliases)
        raise ValueError(f"duplicate values found in {enumeration!r}: {shown}")
    return enumeration


def _is_member_name(name, value):
    if name.startswith("__") and name.endswith("__") or name.startswith("_") and name.endswith("_"):
        return False
    return not (callable(value) or isinstance(value, (property, staticmethod, classmethod))) or isinstance(value, auto)


def _mixin(bases):
    for base in bases:
        for cls in base.__mro__:
            if cls in (int, str, float):
                return cls
    return object


class EnumMeta(type):
    def __new__(metacls, name, bases, namespace, **options):
        candidates = [(n, v) for n, v in namespace.items() if _is_member_name(n, v)]
        rest = {n: v for n, v in namespace.items() if not _is_member_name(n, v)}
        cls = type.__new__(metacls, name, bases, rest)
        cls._member_names_ = []
        cls._member_map_ = {}
        cls._value2member_map_ = {}
        kind = _mixin(bases)
        values = []
        for member_name, value in candidates:
            if isinstance(value, auto):
                value = cls._generate_next_value_(member_name, 1, len(values), values)
            values.append(value)
            alias = None
            for known in cls._member_map_.values():
                if known._value_ == value:
                    alias = known
                    break
            if alias is not None:
                cls._member_map_[member_name] = alias
                type.__setattr__(cls, member_name, alias)
                continue
            given = value if isinstance(value, tuple) else (value,)
            member = object.__new__(cls) if kind is object else kind.__new__(cls, *given)
            member._name_ = member_name
            member._value_ = value if kind is object or isinstance(value, kind) else kind(*given)
            own_init = rest.get("__init__") or _inherited_init(bases)
            if own_init is not None:
                own_init(member, *given)
            cls._member_names_.append(member_name)
            cls._member_map_[member_name] = member
            cls._value2member_map_[member._value_] = member
            type.__setattr__(cls, member_name, member)
        return cls

    def __call__(cls, value, names=None, **options):
        if names is not None:
            return _functional(cls, value, names, options)
        if isinstance(value, cls):
            return value
        for member in cls._member_map_.values():
            if member._value_ == value:
                return member
        missing = cls._missing_(value)
        if missing is not None:
            return missing
        raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_])

    def __reversed__(cls):
        return iter([cls._member_map_[name] for name in reversed(cls._member_names_)])

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        if isinstance(value, cls):
            return value._name_ in cls._member_map_
        if isinstance(value, Enum) or not isinstance(value, (int, str, float, tuple)):
            raise TypeError(f"unsupported operand type(s) for 'in': '{type(value).__qualname__}' and '{cls.__class__.__qualname__}'")
        return any(member._value_ == value for member in cls._member_map_.values())

    @property
    def __members__(cls):
        return dict(cls._member_map_)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"cannot reassign member {name!r}")
        type.__setattr__(cls, name, value)

    def __repr__(cls):
        return f"<enum {cls.__name__!r}>"


EnumType = EnumMeta


def _inherited_init(bases):
    for base in bases:
        for cls in base.__mro__:
            if cls.__name__ in ("Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "object", "int", "str", "float"):
                continue
            if "__init__" in cls.__dict__:
                return cls.__dict__["__init__"]
    return None


def _functional(cls, name, names, options):
    if isinstance(names, str):
        names = names.replace(",", " ").split()
    start = options.get("start", 1)
    members = {}
    for index, item in enumerate(names):
        if isinstance(names, dict):
            members[item] = names[item]
        elif isinstance(item, (tuple, list)):
            members[item[0]] = item[1]
        else:
            members[item] = index + start
    return EnumMeta(name, (cls,), members)


class Enum(metaclass=EnumMeta):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        numbers = [value for value in last_values if isinstance(value, int)]
        return max(numbers) + 1 if numbers else start

    @classmethod
    def _missing_(cls, value):
        return None

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    def __repr__(self):
        return f"<{self.__class__.__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __format__(self, spec):
        return format(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class IntEnum(int, Enum):
    __repr__ = Enum.__repr__

    def __str__(self):
        return int.__repr__(self)

    def __format__(self, spec):
        return int.__format__(self, spec)

    def __hash__(self):
        return int.__hash__(self)


class StrEnum(str, Enum):
    __repr__ = Enum.__repr__

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __str__(self):
        return str.__str__(self)

    def __format__(self, spec):
        return str.__format__(self, spec)

    def __hash__(self):
        return str.__hash__(self)


class Flag(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        return 2 ** max(last_values).bit_length()

    @classmethod
    def _missing_(cls, value):
        known = 0
        for member in cls._member_map_.values():
            known |= member._value_
        if not isinstance(value, int) or value & ~known:
            return None
        made = object.__new__(cls)
        parts = [m._name_ for m in cls if m._value_ and m._value_ & value == m._value_]
        made._name_ = "|".join(parts) if parts else None
        made._value_ = value
        return made

    def __or__(self, other):
        return self.__class__(self._value_ | other._value_) if isinstance(other, self.__class__) else NotImplemented

    def __and__(self, other):
        return self.__class__(self._value_ & other._value_) if isinstance(other, self.__class__) else NotImplemented

    def __xor__(self, other):
        return self.__class__(self._value_ ^ other._value_) if isinstance(other, self.__class__) else NotImplemented

    def __invert__(self):
        known = 0
        for member in self.__class__._member_map_.values():
            known |= member._value_
        return self.__class__(known & ~self._value_)

    def __contains__(self, other):
        return other._value_ & self._value_ == other._value_

    def __bool__(self):
        return bool(self._value_)

    def __eq__(self, other):
        return self is other or isinstance(other, self.__class__) and self._value_ == other._value_

    def __hash__(self):
        return hash(self._value_)

    def __repr__(self):
        name = self.__class__.__name__
        return f"<{name}: {self._value_!r}>" if self._name_ is None else f"<{name}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        name = self.__class__.__name__
        return f"{name}({self._value_!r})" if self._name_ is None else f"{name}.{self._name_}"


class IntFlag(int, Flag):
    __repr__ = Flag.__repr__


