"""The standard module `decimal`, for the interpreter to run: coefficients are ints, results are rounded once."""
import math as _math
import numbers as _numbers
import re as _re
from collections import namedtuple as _namedtuple

from _unknown import because as _because

ROUND_DOWN = "ROUND_DOWN"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_CEILING = "ROUND_CEILING"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_UP = "ROUND_UP"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_05UP = "ROUND_05UP"
MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
MIN_ETINY = -1999999999999999997
HAVE_THREADS = HAVE_CONTEXTVAR = True

DecimalTuple = _namedtuple("DecimalTuple", "sign digits exponent", module="decimal")


class DecimalException(ArithmeticError):
    pass


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


def _refuse(kind):
    """Traps show the condition itself in a list; some are raised as the class that stands for them."""
    raised = InvalidOperation if issubclass(kind, InvalidOperation) else kind
    raise raised([kind])


class InvalidContext(InvalidOperation):
    pass


class Context:
    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        self.prec = 28 if prec is None else prec
        self.rounding = ROUND_HALF_EVEN if rounding is None else rounding
        self.Emin = -999999 if Emin is None else Emin
        self.Emax = 999999 if Emax is None else Emax
        self.capitals = 1 if capitals is None else capitals
        self.clamp = 0 if clamp is None else clamp
        self.flags = _because("flags of decimal contexts are not followed")
        self.traps = _because("traps of decimal contexts are not followed")

    def copy(self):
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp)

    __copy__ = copy

    def create_decimal(self, num="0"):
        return Decimal(num)._fixed(self)

    def divide(self, a, b):
        return _divided(_decimal(a), _decimal(b), self)

    def add(self, a, b):
        return _added(_decimal(a), _decimal(b), self)

    def multiply(self, a, b):
        return _multiplied(_decimal(a), _decimal(b), self)

    def quantize(self, a, b):
        return _decimal(a).quantize(_decimal(b), context=self)

    def sqrt(self, a):
        return _decimal(a).sqrt(self)

    def clear_flags(self):
        return None

    clear_traps = clear_flags

    def __repr__(self):
        return _because("flags of decimal contexts are not followed")


DefaultContext = Context()
BasicContext = Context(9, ROUND_HALF_UP)
ExtendedContext = Context(9, ROUND_HALF_EVEN)
_current = [Context()]


def getcontext():
    return _current[0]


def setcontext(context):
    _current[0] = context.copy() if context in (DefaultContext, BasicContext, ExtendedContext) else context


class _Local:
    def __init__(self, context):
        self._context = context

    def __enter__(self):
        self._saved = getcontext()
        setcontext(self._context)
        return self._context

    def __exit__(self, *exc):
        setcontext(self._saved)


def localcontext(ctx=None, **kwargs):
    context = (getcontext() if ctx is None else ctx).copy()
    for name, value in kwargs.items():
        setattr(context, name, value)
    return _Local(context)


def _shortened(coefficient, places, sign, rounding):
    """A coefficient without its last digits."""
    unit = 10 ** places
    kept, rest = divmod(coefficient, unit)
    twice = rest * 2
    if rounding == ROUND_HALF_EVEN:
        up = twice > unit or twice == unit and kept % 2 == 1
    elif rounding == ROUND_HALF_UP:
        up = twice >= unit
    elif rounding == ROUND_HALF_DOWN:
        up = twice > unit
    elif rounding == ROUND_DOWN:
        up = False
    elif rounding == ROUND_UP:
        up = rest > 0
    elif rounding == ROUND_CEILING:
        up = rest > 0 and not sign
    elif rounding == ROUND_FLOOR:
        up = rest > 0 and sign
    elif rounding == ROUND_05UP:
        up = rest > 0 and kept % 5 == 0
    else:
        raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
    return kept + 1 if up else kept


_FORM = _re.compile(
    r"(?P<sign>[-+])?(?:(?=\d|\.\d)(?P<int>\d*)(?:\.(?P<frac>\d*))?(?:E(?P<exp>[-+]?\d+))?|Inf(?:inity)?|(?P<signal>s)?NaN(?P<diag>\d*))\Z",
    _re.I,
)


def _made(sign, coefficient, exponent, special=None):
    self = object.__new__(Decimal)
    self._sign, self._coefficient, self._exponent, self._special = sign, coefficient, exponent, special
    return self


def _decimal(value):
    """A value of those that decimals take part with; None for others."""
    if isinstance(value, Decimal):
        return value
    return Decimal(value) if isinstance(value, int) else None


class Decimal(_numbers.Number):
    __slots__ = ("_sign", "_coefficient", "_exponent", "_special")

    def __new__(cls, value="0", context=None):
        self = object.__new__(cls)
        self._special = None
        if isinstance(value, str):
            text = value.strip().replace("_", "")
            found = _FORM.match(text)
            if found is None:
                _refuse(ConversionSyntax)
            self._sign = 1 if found.group("sign") == "-" else 0
            whole = found.group("int")
            self._coefficient, self._exponent = 0, 0
            if whole is not None:
                fraction = found.group("frac") or ""
                self._coefficient = int(whole + fraction or "0")
                self._exponent = int(found.group("exp") or "0") - len(fraction)
            elif found.group("diag") is not None:
                if found.group("diag") or found.group("signal"):
                    return _because("signals and diagnostics of NaN are not followed")
                self._special = "NaN"
            else:
                self._special = "Infinity"
        elif hasattr(value, "dtype"):
            return _because("decimals of numbers of numpy are not followed")
        elif isinstance(value, int):
            self._sign, self._coefficient, self._exponent = (1 if value < 0 else 0), abs(value), 0
        elif isinstance(value, Decimal):
            self._sign, self._coefficient, self._exponent, self._special = value._sign, value._coefficient, value._exponent, value._special
        elif isinstance(value, float):
            self._sign = 1 if _math.copysign(1.0, value) < 0 else 0
            self._coefficient, self._exponent = 0, 0
            if _math.isnan(value) or _math.isinf(value):
                self._special = "NaN" if _math.isnan(value) else "Infinity"
            else:
                numerator, denominator = abs(value).as_integer_ratio()
                twos = denominator.bit_length() - 1
                self._coefficient, self._exponent = numerator * 5 ** twos, -twos
        elif isinstance(value, (tuple, list)):
            sign, digits, exponent = value
            if not isinstance(exponent, int):
                return _because("special values by their parts are not followed")
            self._sign, self._coefficient, self._exponent = sign, int("".join(map(str, digits)) or "0"), exponent
        else:
            raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
        return self

    @classmethod
    def from_float(cls, f):
        return cls(f)

    def _fixed(self, context):
        """Rounded to the precision of a context."""
        if self._special:
            return self
        digits = len(str(self._coefficient))
        exponent, coefficient = self._exponent, self._coefficient
        if coefficient and exponent + digits - 1 > context.Emax or exponent + digits - 1 < context.Emin:
            return _because("decimals out of the range of exponents are not followed")
        if digits <= context.prec:
            return self
        places = digits - context.prec
        coefficient = _shortened(coefficient, places, self._sign, context.rounding)
        exponent += places
        if len(str(coefficient)) > context.prec:
            coefficient //= 10
            exponent += 1
        return _made(self._sign, coefficient, exponent)

    def _signed(self):
        return -self._coefficient if self._sign else self._coefficient

    def __bool__(self):
        return self._special is not None or self._coefficient != 0

    def __str__(self, eng=False):
        sign = "-" if self._sign else ""
        if self._special:
            return sign + self._special
        digits = str(self._coefficient)
        left = self._exponent + len(digits)
        if self._exponent <= 0 and left > -6:
            dot = left
        elif not eng:
            dot = 1
        elif self._coefficient == 0:
            dot = (left + 1) % 3 - 1
        else:
            dot = (left - 1) % 3 + 1
        if dot <= 0:
            whole, fraction = "0", "." + "0" * -dot + digits
        elif dot >= len(digits):
            whole, fraction = digits + "0" * (dot - len(digits)), ""
        else:
            whole, fraction = digits[:dot], "." + digits[dot:]
        exponent = "" if left == dot else f"E{left - dot:+d}"
        return sign + whole + fraction + exponent

    def to_eng_string(self, context=None):
        return self.__str__(True)

    def __repr__(self):
        return f"Decimal('{self}')"

    def as_tuple(self):
        if self._special:
            return DecimalTuple(self._sign, (0,) if self._special == "Infinity" else (), "F" if self._special == "Infinity" else "n")
        return DecimalTuple(self._sign, tuple(map(int, str(self._coefficient))), self._exponent)

    def as_integer_ratio(self):
        if self._special:
            raise (OverflowError if self._special == "Infinity" else ValueError)(f"cannot convert {self._special} to integer ratio")
        numerator = self._signed()
        if self._exponent >= 0:
            return numerator * 10 ** self._exponent, 1
        below = 10 ** -self._exponent
        common = _math.gcd(numerator, below)
        return numerator // common, below // common

    def adjusted(self):
        return 0 if self._special else self._exponent + len(str(self._coefficient)) - 1

    # Comparisons

    def _order(self, other):
        """Negative, 0 or positive; None with NaN; NotImplemented where the other has no order with decimals."""
        if isinstance(other, float):
            other = Decimal(other)
        elif isinstance(other, _numbers.Rational) and not isinstance(other, int):
            if self._special:
                return None if self._special == "NaN" else -1 if self._sign else 1
            own = self.as_integer_ratio()
            return own[0] * other.denominator - other.numerator * own[1]
        else:
            other = _decimal(other)
        if other is None:
            return NotImplemented
        if self._special == "NaN" or other._special == "NaN":
            return None
        if self._special or other._special:
            own = 0 if not self._special else -1 if self._sign else 1
            others = 0 if not other._special else -1 if other._sign else 1
            return own - others
        least = min(self._exponent, other._exponent)
        return self._signed() * 10 ** (self._exponent - least) - other._signed() * 10 ** (other._exponent - least)

    def __eq__(self, other):
        if isinstance(other, complex):
            if other.imag:
                return False
            other = other.real
        order = self._order(other)
        return order if order is NotImplemented else order is not None and order == 0

    def _ordered(self, other, holds):
        order = self._order(other)
        if order is NotImplemented:
            return order
        if order is None:
            _refuse(InvalidOperation)
        return holds(order)

    def __lt__(self, other):
        return self._ordered(other, lambda order: order < 0)

    def __le__(self, other):
        return self._ordered(other, lambda order: order <= 0)

    def __gt__(self, other):
        return self._ordered(other, lambda order: order > 0)

    def __ge__(self, other):
        return self._ordered(other, lambda order: order >= 0)

    def compare(self, other, context=None):
        order = self._order(_decimal(other))
        return Decimal("NaN") if order is None else Decimal(0 if order == 0 else 1 if order > 0 else -1)

    def max(self, other, context=None):
        return (self if self._order(_decimal(other)) >= 0 else _decimal(other))._fixed(getcontext())

    def min(self, other, context=None):
        return (self if self._order(_decimal(other)) <= 0 else _decimal(other))._fixed(getcontext())

    def __hash__(self):
        if self._special:
            return _because("the hash of a special decimal is not followed") if self._special == "NaN" else -314159 if self._sign else 314159
        modulus = 2 ** 61 - 1
        power = pow(10, self._exponent, modulus)
        value = self._coefficient * power % modulus
        value = -value if self._sign else value
        return -2 if value == -1 else value

    # Arithmetic

    def __add__(self, other):
        other = _decimal(other)
        return NotImplemented if other is None else _added(self, other, getcontext())

    __radd__ = __add__

    def __sub__(self, other):
        other = _decimal(other)
        return NotImplemented if other is None else _added(self, other.copy_negate(), getcontext())

    def __rsub__(self, other):
        other = _decimal(other)
        return NotImplemented if other is None else other - self

    def __mul__(self, other):
        other = _decimal(other)
        return NotImplemented if other is None else _multiplied(self, other, getcontext())

    __rmul__ = __mul__

    def __truediv__(self, other):
        other = _decimal(other)
        return NotImplemented if other is None else _divided(self, other, getcontext())

    def __rtruediv__(self, other):
        other = _decimal(other)
        return NotImplemented if other is None else other / self

    def __floordiv__(self, other):
        other = _decimal(other)
        return NotImplemented if other is None else _whole_divided(self, other, True)[0]

    def __rfloordiv__(self, other):
        other = _decimal(other)
        return NotImplemented if other is None else other // self

    def __mod__(self, other):
        other = _decimal(other)
        return NotImplemented if other is None else _whole_divided(self, other, False)[1]

    def __rmod__(self, other):
        other = _decimal(other)
        return NotImplemented if other is None else other % self

    def __divmod__(self, other):
        other = _decimal(other)
        if other is not None and not self._special and self and other._special is None and not other:
            raise InvalidOperation([InvalidOperation, DivisionByZero])
        return NotImplemented if other is None else _whole_divided(self, other, True)

    def __rdivmod__(self, other):
        other = _decimal(other)
        return NotImplemented if other is None else divmod(other, self)

    def __pow__(self, other, modulo=None):
        other = _decimal(other)
        if other is None:
            return NotImplemented
        if modulo is not None or self._special or other._special or other != other.to_integral_value():
            return _because("such powers of decimals are not followed")
        power = int(other)
        if power == 0:
            if not self:
                _refuse(InvalidOperation)
            return Decimal(1)
        if abs(power) > 10000:
            return _because("such powers of decimals are not followed")
        sign = self._sign if power % 2 else 0
        if not self and power > 0:
            return _made(sign, 0, 0)
        made = _made(sign, self._coefficient ** abs(power), self._exponent * abs(power))
        if power > 0:
            return made._fixed(getcontext())
        if not self:
            return _made(sign, 0, 0, "Infinity")
        inverse = _divided(Decimal(1), made, getcontext())
        return inverse

    def __rpow__(self, other):
        other = _decimal(other)
        return NotImplemented if other is None else other ** self

    def __neg__(self):
        return (self.copy_abs() if not self else self.copy_negate())._fixed(getcontext())

    def __pos__(self):
        return (self.copy_abs() if not self else self)._fixed(getcontext())

    def __abs__(self):
        return self.copy_abs()._fixed(getcontext())

    def copy_abs(self):
        return _made(0, self._coefficient, self._exponent, self._special)

    def copy_negate(self):
        return _made(1 - self._sign, self._coefficient, self._exponent, self._special)

    def copy_sign(self, other, context=None):
        return _made(_decimal(other)._sign, self._coefficient, self._exponent, self._special)

    def sqrt(self, context=None):
        context = context or getcontext()
        if self._special or not self:
            if self._special:
                return _because("roots of special decimals are not followed")
            return _made(self._sign, 0, self._exponent // 2)
        if self._sign:
            _refuse(InvalidOperation)
        # One digit more than asked for, with what is left told by its last digit.
        ideal = self._exponent // 2
        coefficient, exponent = self._coefficient, self._exponent
        if exponent % 2:
            coefficient *= 10
            exponent -= 1
        missing = context.prec + 1 - (len(str(coefficient)) + 1) // 2
        shift = max(0, missing)
        coefficient *= 100 ** shift
        root = _math.isqrt(coefficient)
        exponent = exponent // 2 - shift
        if root * root == coefficient:
            while exponent < ideal and root % 10 == 0:
                root //= 10
                exponent += 1
        elif root % 5 == 0:
            root += 1
        return _made(0, root, exponent)._fixed(context)

    # Rounding and conversion

    def _rescaled(self, exponent, rounding):
        if self._special:
            return self
        if self._exponent >= exponent:
            return _made(self._sign, self._coefficient * 10 ** (self._exponent - exponent), exponent)
        return _made(self._sign, _shortened(self._coefficient, exponent - self._exponent, self._sign, rounding), exponent)

    def quantize(self, exp, rounding=None, context=None):
        context = context or getcontext()
        exp = _decimal(exp)
        if self._special or exp._special:
            if self._special == exp._special == "Infinity":
                return self
            if "NaN" in (self._special, exp._special):
                return Decimal("NaN")
            _refuse(InvalidOperation)
        made = self._rescaled(exp._exponent, rounding or context.rounding)
        if len(str(made._coefficient)) > context.prec:
            _refuse(InvalidOperation)
        return made

    def normalize(self, context=None):
        made = self._fixed(context or getcontext())
        if made._special:
            return made
        if not made:
            return _made(made._sign, 0, 0)
        coefficient, exponent = made._coefficient, made._exponent
        while coefficient % 10 == 0:
            coefficient //= 10
            exponent += 1
        return _made(made._sign, coefficient, exponent)

    def to_integral_value(self, rounding=None, context=None):
        if self._special or self._exponent >= 0:
            return self
        return self._rescaled(0, rounding or (context or getcontext()).rounding)

    to_integral = to_integral_exact = to_integral_value

    def __int__(self):
        if self._special:
            raise (OverflowError if self._special == "Infinity" else ValueError)(
                "cannot convert Infinity to integer" if self._special == "Infinity" else "cannot convert NaN to integer"
            )
        made = self._rescaled(0, ROUND_DOWN)
        return made._signed()

    __trunc__ = __int__

    def __float__(self):
        return float(str(self))

    def __complex__(self):
        return complex(float(self))

    def __floor__(self):
        return int(self.to_integral_value(ROUND_FLOOR))

    def __ceil__(self):
        return int(self.to_integral_value(ROUND_CEILING))

    def __round__(self, ndigits=None):
        if ndigits is None:
            return int(self.to_integral_value(ROUND_HALF_EVEN))
        return self.quantize(_made(0, 1, -ndigits))

    def scaleb(self, other, context=None):
        return _made(self._sign, self._coefficient, self._exponent + int(other))._fixed(getcontext())

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return Decimal(0)

    def conjugate(self):
        return self

    def is_nan(self):
        return self._special == "NaN"

    is_qnan = is_nan

    def is_infinite(self):
        return self._special == "Infinity"

    def is_finite(self):
        return self._special is None

    def is_signed(self):
        return self._sign == 1

    def is_zero(self):
        return self._special is None and self._coefficient == 0

    def is_snan(self):
        return False

    def same_quantum(self, other, context=None):
        return self._exponent == _decimal(other)._exponent

    def number_class(self, context=None):
        return _because("classes of decimals are not followed")

    exp = ln = log10 = logb = fma = remainder_near = next_plus = next_minus = number_class

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return self.__class__, (str(self),)

    def __format__(self, spec):
        found = _SPEC.match(spec)
        if found is None:
            raise ValueError("invalid format string")
        fill, align, sign, alternate, zero, width, group, precision, kind = found.groups()
        if alternate:
            return _because("the alternate form of decimals is not followed")
        mark = "-" if self._sign else "" if sign in (None, "-") else sign
        if self._special:
            body = self._special + ("%" if kind == "%" else "")
            zero = None
            whole = None
        else:
            value = _made(0, self._coefficient, self._exponent)
            rounding = getcontext().rounding
            if kind == "%":
                value = _made(0, value._coefficient, value._exponent + 2)
            places = None if precision is None else int(precision)
            if places is not None:
                signed = _made(self._sign, value._coefficient, value._exponent)
                if kind in ("e", "E"):
                    value = _to_digits(signed, places + 1, rounding)
                elif kind in ("f", "F", "%"):
                    value = signed._rescaled(-places, rounding)
                elif len(str(value._coefficient)) > places:
                    value = _to_digits(signed, max(places, 1), rounding)
            digits = str(value._coefficient)
            left = value._exponent + len(digits)
            if not value._coefficient and value._exponent > 0 and kind in ("f", "F", "%"):
                digits, left = "0", 1
                value = _made(0, 0, 0)
            if kind in ("e", "E"):
                dot = 1 - places if not value._coefficient and places is not None else 1
            elif kind in ("f", "F", "%"):
                dot = left
            else:
                dot = left if value._exponent <= 0 and left > -6 else 1
            if dot < 0:
                whole, fraction = "0", "0" * -dot + digits
            elif dot > len(digits):
                whole, fraction = digits + "0" * (dot - len(digits)), ""
            else:
                whole, fraction = digits[:dot] or "0", digits[dot:]
            power = left - dot
            body = "." + fraction if fraction else ""
            if power or kind in ("e", "E"):
                body += ("E" if kind in (None, "E", "G") else "e") + f"{power:+d}"
            if kind == "%":
                body += "%"
        size = int(width or 0)
        if whole is not None:
            if zero and not align:
                fill, align = "0", "="
            if group:
                least = size - len(mark) - len(body) if zero and align == "=" else 0
                whole = _grouped(whole, group, least)
            elif zero and align == "=":
                whole = whole.rjust(size - len(mark) - len(body), "0")
            body = whole + body
        fill = fill or " "
        gap = fill * (size - len(mark) - len(body))
        align = align or ">"
        if align == "<":
            return mark + body + gap
        if align == "=":
            return mark + gap + body
        if align == "^":
            half = len(gap) // 2
            return gap[:half] + mark + body + gap[half:]
        return gap + mark + body


_SPEC = _re.compile(r"(?:(.)?([<>=^]))?([-+ ])?(#)?(0)?(\d+)?(,)?(?:\.(\d+))?([eEfFgG%])?\Z", _re.S)


def _grouped(whole, mark, least):
    parts = []
    while len(whole) > 3:
        parts.insert(0, whole[-3:])
        whole = whole[:-3]
    text = mark.join([whole, *parts])
    while len(text) < least:
        first = text.split(mark)[0]
        text = "0" + (mark if len(first) == 3 else "") + text
    return text


def _to_digits(value, count, rounding):
    digits = len(str(value._coefficient))
    if not value._coefficient:
        return _made(value._sign, 0, value._exponent)
    if digits < count:
        return _made(value._sign, value._coefficient * 10 ** (count - digits), value._exponent - (count - digits))
    coefficient = _shortened(value._coefficient, digits - count, value._sign, rounding)
    exponent = value._exponent + digits - count
    if len(str(coefficient)) > count:
        coefficient //= 10
        exponent += 1
    return _made(value._sign, coefficient, exponent)


def _special_of(a, b):
    """NaN where one of them is NaN; None where both are finite."""
    if a._special == "NaN" or b._special == "NaN":
        return Decimal("NaN")
    return None


def _added(a, b, context):
    if a._special or b._special:
        nan = _special_of(a, b)
        if nan is not None:
            return nan
        if a._special and b._special and a._sign != b._sign:
            _refuse(InvalidOperation)
        return a if a._special else b
    if abs(a._exponent - b._exponent) > 20000:
        return _because("decimals of such different size are not followed")
    least = min(a._exponent, b._exponent)
    total = a._signed() * 10 ** (a._exponent - least) + b._signed() * 10 ** (b._exponent - least)
    if total == 0:
        both = a._sign and b._sign
        sign = 1 if both or a._sign != b._sign and context.rounding == ROUND_FLOOR else 0
        return _made(sign, 0, least)
    return _made(1 if total < 0 else 0, abs(total), least)._fixed(context)


def _multiplied(a, b, context):
    sign = a._sign ^ b._sign
    if a._special or b._special:
        nan = _special_of(a, b)
        if nan is not None:
            return nan
        if not a or not b:
            _refuse(InvalidOperation)
        return _made(sign, 0, 0, "Infinity")
    return _made(sign, a._coefficient * b._coefficient, a._exponent + b._exponent)._fixed(context)


def _divided(a, b, context):
    sign = a._sign ^ b._sign
    if a._special or b._special:
        nan = _special_of(a, b)
        if nan is not None:
            return nan
        if a._special and b._special:
            _refuse(InvalidOperation)
        if a._special:
            return _made(sign, 0, 0, "Infinity")
        return _because("quotients by infinity are not followed")
    if not b:
        _refuse(DivisionByZero if a else DivisionUndefined)
    ideal = a._exponent - b._exponent
    if not a:
        return _made(sign, 0, ideal)
    shift = len(str(b._coefficient)) - len(str(a._coefficient)) + context.prec + 1
    above, below = a._coefficient * 10 ** max(0, shift), b._coefficient * 10 ** max(0, -shift)
    coefficient, rest = divmod(above, below)
    exponent = ideal - shift
    if rest:
        # What is left is told by the last digit, so that it is rounded but once.
        if coefficient % 5 == 0:
            coefficient += 1
    else:
        while exponent < ideal and coefficient % 10 == 0:
            coefficient //= 10
            exponent += 1
    return _made(sign, coefficient, exponent)._fixed(context)


def _whole_divided(a, b, quotient):
    context = getcontext()
    if a._special or b._special:
        return _because("division of special decimals is not followed"), _because("division of special decimals is not followed")
    if not b:
        _refuse(DivisionUndefined if not a else DivisionByZero if quotient else InvalidOperation)
    least = min(a._exponent, b._exponent)
    above = a._coefficient * 10 ** (a._exponent - least)
    below = b._coefficient * 10 ** (b._exponent - least)
    whole, rest = divmod(above, below)
    if len(str(whole)) > context.prec:
        _refuse(DivisionImpossible)
    return _made(a._sign ^ b._sign, whole, 0), _made(a._sign, rest, least)._fixed(context)
