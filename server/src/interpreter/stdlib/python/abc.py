"""The standard module `abc`, for the interpreter to run."""

# Who was registered where, for what looks further than `issubclass` does: sequence patterns.
_registrations = []


class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        _compute(cls)
        cls._registered = []
        cls._children = []
        for base in bases:
            if isinstance(base, ABCMeta):
                base._children.append(cls)
        return cls

    def register(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        cls._registered.append(subclass)
        _registrations.append((cls, subclass))
        return subclass

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        answer = cls.__subclasshook__(subclass)
        if answer is not NotImplemented:
            return answer
        if cls in subclass.__mro__:
            return True
        for known in cls._registered:
            if issubclass(subclass, known):
                return True
        for child in cls._children:
            if issubclass(subclass, child):
                return True
        return False


def _compute(cls):
    abstract = [key for key, value in cls.__dict__.items() if getattr(value, "__isabstractmethod__", False)]
    for base in cls.__bases__:
        for key in getattr(base, "__abstractmethods__", ()):
            if key not in abstract and getattr(getattr(cls, key, None), "__isabstractmethod__", False):
                abstract.append(key)
    cls.__abstractmethods__ = _Names(abstract)


class _Names(frozenset):
    """Names, in the order that does not differ from run to run."""

    def __new__(cls, names):
        made = super().__new__(cls, names)
        made._ordered = tuple(names)
        return made

    def __repr__(self):
        return repr(frozenset(self._ordered))

    def __iter__(self):
        return iter(self._ordered)


class ABC(metaclass=ABCMeta):
    __slots__ = ()


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True


class abstractproperty(property):
    __isabstractmethod__ = True


def update_abstractmethods(cls):
    if hasattr(cls, "__abstractmethods__"):
        _compute(cls)
    return cls


def get_cache_token():
    return 0
