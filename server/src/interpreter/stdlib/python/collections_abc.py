"""The standard module `collections.abc`, for the interpreter to run."""
from abc import ABCMeta as _ABCMeta, abstractmethod as _abstractmethod


def _has(cls, *names):
    for name in names:
        for owner in cls.__mro__:
            if name in owner.__dict__:
                if owner.__dict__[name] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


class _Structural(metaclass=_ABCMeta):
    """Classes that have the methods belong to it, whatever they derive from."""
    _asked = ()

    @classmethod
    def __subclasshook__(cls, C):
        if "_asked" in cls.__dict__:
            return _has(C, *cls._asked)
        return NotImplemented


class Hashable(_Structural):
    _asked = ("__hash__",)


class Iterable(_Structural):
    _asked = ("__iter__",)


class Iterator(Iterable):
    _asked = ("__iter__", "__next__")

    def __iter__(self):
        return self


class Reversible(Iterable):
    _asked = ("__reversed__", "__iter__")


class Generator(Iterator):
    _asked = ("__iter__", "__next__", "send", "throw", "close")


class Sized(_Structural):
    _asked = ("__len__",)


class Container(_Structural):
    _asked = ("__contains__",)


class Collection(Sized, Iterable, Container):
    _asked = ("__len__", "__iter__", "__contains__")


class Callable(_Structural):
    _asked = ("__call__",)


class Awaitable(_Structural):
    _asked = ("__await__",)


class Coroutine(Awaitable):
    _asked = ("__await__", "send", "throw", "close")


class AsyncIterable(_Structural):
    _asked = ("__aiter__",)


class AsyncIterator(AsyncIterable):
    _asked = ("__anext__", "__aiter__")


class AsyncGenerator(AsyncIterator):
    _asked = ("__aiter__", "__anext__", "asend", "athrow", "aclose")


class Sequence(Reversible, Collection):
    @_abstractmethod
    def __getitem__(self, index):
        raise IndexError

    @_abstractmethod
    def __len__(self):
        return 0

    def __iter__(self):
        i = 0
        try:
            while True:
                yield self[i]
                i += 1
        except IndexError:
            return

    def __contains__(self, value):
        for v in self:
            if v is value or v == value:
                return True
        return False

    def __reversed__(self):
        for i in reversed(range(len(self))):
            yield self[i]

    def index(self, value, start=0, stop=None):
        for i in range(start, len(self) if stop is None else stop):
            if self[i] is value or self[i] == value:
                return i
        raise ValueError

    def count(self, value):
        return sum([1 for v in self if v is value or v == value])


class MutableSequence(Sequence):
    @_abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @_abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @_abstractmethod
    def insert(self, index, value):
        raise IndexError

    def append(self, value):
        self.insert(len(self), value)

    def clear(self):
        while len(self):
            self.pop()

    def reverse(self):
        n = len(self)
        for i in range(n // 2):
            self[i], self[n - i - 1] = self[n - i - 1], self[i]

    def extend(self, values):
        for v in list(values):
            self.append(v)

    def pop(self, index=-1):
        v = self[index]
        del self[index]
        return v

    def remove(self, value):
        del self[self.index(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self


class Set(Collection):
    @_abstractmethod
    def __contains__(self, item):
        return False

    @_abstractmethod
    def __iter__(self):
        return iter(())

    @_abstractmethod
    def __len__(self):
        return 0

    def __le__(self, other):
        return len(self) <= len(other) and all([item in other for item in self])

    def __ge__(self, other):
        return len(self) >= len(other) and all([item in self for item in other])

    def __lt__(self, other):
        return len(self) < len(other) and self.__le__(other)

    def __gt__(self, other):
        return len(self) > len(other) and self.__ge__(other)

    def __eq__(self, other):
        return len(self) == len(other) and self.__le__(other)

    @classmethod
    def _from_iterable(cls, it):
        return cls(it)

    def __and__(self, other):
        return self._from_iterable([value for value in other if value in self])

    def __or__(self, other):
        return self._from_iterable([*self, *other])

    def __sub__(self, other):
        return self._from_iterable([value for value in self if value not in other])

    def __xor__(self, other):
        return (self - other) | (other - self)

    def isdisjoint(self, other):
        return not any([value in self for value in other])


class MutableSet(Set):
    @_abstractmethod
    def add(self, value):
        raise NotImplementedError

    @_abstractmethod
    def discard(self, value):
        raise NotImplementedError

    def remove(self, value):
        if value not in self:
            raise KeyError(value)
        self.discard(value)


class Mapping(Collection):
    @_abstractmethod
    def __getitem__(self, key):
        raise KeyError

    @_abstractmethod
    def __iter__(self):
        return iter(())

    @_abstractmethod
    def __len__(self):
        return 0

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        return {key: None for key in self}.keys()

    def items(self):
        return {key: self[key] for key in self}.items()

    def values(self):
        return {key: self[key] for key in self}.values()

    def __eq__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __reversed__ = None
    __hash__ = None


class MutableMapping(Mapping):
    @_abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    @_abstractmethod
    def __delitem__(self, key):
        raise KeyError

    def pop(self, key, *default):
        try:
            value = self[key]
        except KeyError:
            if default:
                return default[0]
            raise
        del self[key]
        return value

    def popitem(self):
        for key in self:
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def clear(self):
        while len(self):
            self.popitem()

    def update(self, other=(), /, **kwds):
        for key, value in dict(other, **kwds).items():
            self[key] = value

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default


class MappingView(Sized):
    pass


class KeysView(MappingView, Set):
    pass


class ItemsView(MappingView, Set):
    pass


class ValuesView(MappingView, Collection):
    pass


class ByteString(Sequence):
    pass


def _register():
    children = {
        Sequence: (tuple, str, range, bytes, bytearray, list),
        MutableSequence: (list, bytearray),
        Set: (set, frozenset, type({}.keys()), type({}.items())),
        MutableSet: (set,),
        Mapping: (dict, type(type.__dict__)),
        MutableMapping: (dict,),
        KeysView: (type({}.keys()),),
        ItemsView: (type({}.items()),),
        ValuesView: (type({}.values()),),
        ByteString: (bytes, bytearray),
    }
    for abstract, classes in children.items():
        for one in classes:
            abstract.register(one)


_register()
