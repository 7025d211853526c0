"""The standard module `fractions`, for the interpreter to run."""
import math as _math
import numbers as _numbers
import re as _re

from _unknown import because as _because

_FORM = _re.compile(
    r"\s*(?P<sign>[-+]?)(?=\d|\.\d)(?P<num>\d*|\d+(_\d+)*)"
    r"(?:(?:/(?P<denom>\d+(_\d+)*))?|(?:\.(?P<decimal>\d*|\d+(_\d+)*))?(?:[eE](?P<exp>[-+]?\d+(_\d+)*))?)\s*$"
)


def _parsed(text):
    found = _FORM.match(text)
    if found is None:
        raise ValueError(f"Invalid literal for Fraction: {text!r}")
    numerator = int(found.group("num") or "0")
    below = found.group("denom")
    denominator = int(below) if below else 1
    if not below:
        decimal = found.group("decimal")
        if decimal:
            decimal = decimal.replace("_", "")
            denominator = 10 ** len(decimal)
            numerator = numerator * denominator + int(decimal)
        exponent = found.group("exp")
        if exponent:
            exponent = int(exponent)
            if exponent >= 0:
                numerator *= 10 ** exponent
            else:
                denominator *= 10 ** -exponent
    return (-numerator if found.group("sign") == "-" else numerator), denominator


class Fraction(_numbers.Rational):
    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None, *, _normalize=True):
        if hasattr(numerator, "dtype") or hasattr(denominator, "dtype"):
            return _because("fractions of numbers of numpy are not followed")
        self = super().__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator, self._denominator = numerator, 1
                return self
            if isinstance(numerator, _numbers.Rational):
                self._numerator, self._denominator = numerator.numerator, numerator.denominator
                return self
            if isinstance(numerator, float) or hasattr(numerator, "as_integer_ratio"):
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            if not isinstance(numerator, str):
                raise TypeError("argument should be a string or a Rational instance")
            numerator, denominator = _parsed(numerator)
        elif isinstance(numerator, _numbers.Rational) and isinstance(denominator, _numbers.Rational):
            numerator, denominator = (
                numerator.numerator * denominator.denominator,
                denominator.numerator * numerator.denominator,
            )
        else:
            raise TypeError("both arguments should be Rational instances")
        if denominator == 0:
            raise ZeroDivisionError(f"Fraction({numerator}, 0)")
        common = _math.gcd(numerator, denominator)
        if denominator < 0:
            common = -common
        self._numerator, self._denominator = numerator // common, denominator // common
        return self

    @classmethod
    def from_float(cls, f):
        if isinstance(f, _numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})")
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        return cls(*dec.as_integer_ratio())

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        # Convergents of the continued fraction, then the best of the last one and the semiconvergent.
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        lower = Fraction(p0 + k * p1, q0 + k * q1)
        upper = Fraction(p1, q1)
        return upper if abs(upper - self) <= abs(lower - self) else lower

    def __repr__(self):
        return f"{self.__class__.__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f"{self._numerator}/{self._denominator}"

    def _with(self, other, exact, inexact, reverse=False):
        """Applies an operation: in fractions with rationals, in the other's arithmetic with floats and complex numbers."""
        if isinstance(other, _numbers.Rational):
            return exact(other, self) if reverse else exact(self, other)
        if isinstance(other, float):
            return inexact(other, float(self)) if reverse else inexact(float(self), other)
        if isinstance(other, complex):
            return inexact(other, complex(self)) if reverse else inexact(complex(self), other)
        return NotImplemented

    def __add__(self, other):
        return self._with(other, _add, _plus)

    def __radd__(self, other):
        return self._with(other, _add, _plus, True)

    def __sub__(self, other):
        return self._with(other, _subtract, _minus)

    def __rsub__(self, other):
        return self._with(other, _subtract, _minus, True)

    def __mul__(self, other):
        return self._with(other, _multiply, _times)

    def __rmul__(self, other):
        return self._with(other, _multiply, _times, True)

    def __truediv__(self, other):
        return self._with(other, _divide, _over)

    def __rtruediv__(self, other):
        return self._with(other, _divide, _over, True)

    def __floordiv__(self, other):
        return self._with(other, _floor_divide, _floored)

    def __rfloordiv__(self, other):
        return self._with(other, _floor_divide, _floored, True)

    def __mod__(self, other):
        return self._with(other, _remainder, _modulo)

    def __rmod__(self, other):
        return self._with(other, _remainder, _modulo, True)

    def __divmod__(self, other):
        return self._with(other, _both, divmod)

    def __rdivmod__(self, other):
        return self._with(other, _both, divmod, True)

    def __pow__(self, other):
        if not isinstance(other, _numbers.Rational):
            return float(self) ** other
        if other.denominator != 1:
            return float(self) ** float(other)
        power = other.numerator
        if power >= 0:
            return Fraction(self._numerator ** power, self._denominator ** power)
        return Fraction(self._denominator ** -power, self._numerator ** -power)

    def __rpow__(self, other):
        if self._denominator == 1 and self._numerator >= 0:
            return other ** self._numerator
        if isinstance(other, _numbers.Rational):
            return Fraction(other.numerator, other.denominator) ** self
        return other ** float(self)

    def __pos__(self):
        return Fraction(self._numerator, self._denominator)

    def __neg__(self):
        return Fraction(-self._numerator, self._denominator)

    def __abs__(self):
        return Fraction(abs(self._numerator), self._denominator)

    def __int__(self):
        return self.__trunc__()

    def __trunc__(self):
        whole = abs(self._numerator) // self._denominator
        return -whole if self._numerator < 0 else whole

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            floor, rest = divmod(self._numerator, self._denominator)
            if rest * 2 < self._denominator:
                return floor
            if rest * 2 > self._denominator:
                return floor + 1
            return floor if floor % 2 == 0 else floor + 1
        shift = 10 ** abs(ndigits)
        return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)

    def __float__(self):
        return self._numerator / self._denominator

    def __complex__(self):
        return complex(float(self))

    def __hash__(self):
        if self._denominator == 1:
            return hash(self._numerator)
        modulus = 2 ** 61 - 1
        if self._denominator % modulus == 0:
            value = 314159
        else:
            value = hash(hash(abs(self._numerator)) * pow(self._denominator, -1, modulus))
        value = value if self._numerator >= 0 else -value
        return -2 if value == -1 else value

    def __eq__(self, other):
        if isinstance(other, _numbers.Rational):
            return self._numerator == other.numerator and self._denominator == other.denominator
        if isinstance(other, complex) and other.imag == 0:
            other = other.real
        if isinstance(other, float):
            if _math.isnan(other) or _math.isinf(other):
                return 0.0 == other
            return self == Fraction(other)
        return NotImplemented

    def _compare(self, other, operation):
        if isinstance(other, _numbers.Rational):
            return operation(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if _math.isnan(other) or _math.isinf(other):
                return operation(0.0, other)
            return self._compare(Fraction(other), operation)
        return NotImplemented

    def __lt__(self, other):
        return self._compare(other, lambda a, b: a < b)

    def __gt__(self, other):
        return self._compare(other, lambda a, b: a > b)

    def __le__(self, other):
        return self._compare(other, lambda a, b: a <= b)

    def __ge__(self, other):
        return self._compare(other, lambda a, b: a >= b)

    def __bool__(self):
        return bool(self._numerator)

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        return self if type(self) == Fraction else self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()


def _add(a, b):
    return Fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)


def _subtract(a, b):
    return Fraction(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)


def _multiply(a, b):
    return Fraction(a.numerator * b.numerator, a.denominator * b.denominator)


def _divide(a, b):
    return Fraction(a.numerator * b.denominator, a.denominator * b.numerator)


def _floor_divide(a, b):
    return (a.numerator * b.denominator) // (a.denominator * b.numerator)


def _remainder(a, b):
    below = a.denominator * b.denominator
    return Fraction((a.numerator * b.denominator) % (b.numerator * a.denominator), below)


def _both(a, b):
    return _floor_divide(a, b), _remainder(a, b)


def _plus(a, b):
    return a + b


def _minus(a, b):
    return a - b


def _times(a, b):
    return a * b


def _over(a, b):
    return a / b


def _floored(a, b):
    return a // b


def _modulo(a, b):
    return a % b
