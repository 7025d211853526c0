"""The standard module `numbers`, for the interpreter to run: what `isinstance` asks of it."""


class _Tower(type):
    def __instancecheck__(cls, value):
        return type.__instancecheck__(cls, value) or isinstance(value, cls.__dict__.get("_known", ()))

    def __subclasscheck__(cls, other):
        return type.__subclasscheck__(cls, other) or issubclass(other, cls.__dict__.get("_known", ()))


class Number(metaclass=_Tower):
    _known = (int, float, complex)


class Complex(Number):
    _known = (int, float, complex)


class Real(Complex):
    _known = (int, float)


class Rational(Real):
    _known = (int,)


class Integral(Rational):
    _known = (int,)
