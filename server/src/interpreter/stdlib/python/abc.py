"""The standard module `abc`, for the interpreter to run."""


class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        abstract = [key for key, value in namespace.items() if getattr(value, "__isabstractmethod__", False)]
        for base in bases:
            for key in getattr(base, "__abstractmethods__", ()):
                if key not in abstract and getattr(getattr(cls, key, None), "__isabstractmethod__", False):
                    abstract.append(key)
        cls.__abstractmethods__ = _Names(abstract)
        cls._registered = []
        return cls

    def register(cls, subclass):
        cls._registered.append(subclass)
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
        if any([issubclass(subclass, known) for known in cls._registered]):
            return True
        return any([issubclass(subclass, child) for child in cls._children()])

    def _children(cls):
        return ()


class _Names(frozenset):
    """Names, in the order that does not differ from run to run."""

    def __new__(cls, names):
        made = super().__new__(cls, names)
        made._ordered = tuple(names)
        return made

    def __iter__(self):
        return iter(self._ordered)


class ABC(metaclass=ABCMeta):
    pass


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
    return cls


def get_cache_token():
    return 0
