"""The standard module `statistics`, for the interpreter to run: sums are exact, as fractions."""
from collections import Counter as _Counter
from fractions import Fraction as _Fraction
from math import exp as _exp, fsum as _fsum, isqrt as _isqrt, log as _log

from _unknown import because as _because


class StatisticsError(ValueError):
    pass


def _values(data, message):
    values = list(data)
    if not values:
        raise StatisticsError(message)
    return values


def _of_numpy(values):
    return any(hasattr(value, "dtype") for value in values)


def _kind(values):
    """The type that results are given in: that of the data."""
    kind = int
    for value in values:
        own = type(value)
        own = int if own is bool else own
        if own is kind or own is int:
            continue
        if kind is int or own is float and kind is _Fraction:
            kind = own
        elif not (kind is float and own is _Fraction):
            raise TypeError(f"don't know how to coerce {kind.__name__} and {own.__name__}")
    return kind


def _exact(values):
    if any(isinstance(value, float) and value - value != 0 for value in values):
        return None
    return sum([_Fraction(value) for value in values], _Fraction(0))


def _converted(value, kind):
    if kind is int:
        return value.numerator if value.denominator == 1 else float(value)
    return kind(value) if kind is float or kind is _Fraction else kind(value.numerator) / kind(value.denominator)


_UNBOUNDED = "statistics of infinite values are not followed"
_OF_NUMPY = "statistics of numbers of numpy are not followed"


def mean(data):
    values = _values(data, "mean requires at least one data point")
    if _of_numpy(values):
        return _because(_OF_NUMPY)
    kind = _kind(values)
    total = _exact(values)
    return _because(_UNBOUNDED) if total is None else _converted(total / len(values), kind)


def fmean(data, weights=None):
    values = list(data)
    if not values:
        raise StatisticsError("fmean requires at least one data point")
    if weights is None:
        return _fsum(values) / len(values)
    weights = list(weights)
    if len(weights) != len(values):
        raise StatisticsError("data and weights must be the same length")
    below = _fsum(weights)
    if not below:
        raise StatisticsError("sum of weights must be non-zero")
    return _fsum([value * weight for value, weight in zip(values, weights)]) / below


def geometric_mean(data):
    try:
        logs = [_log(value) for value in data]
        return _exp(fmean(logs))
    except ValueError:
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers") from None


def harmonic_mean(data, weights=None):
    values = _values(data, "harmonic_mean requires at least one data point")
    if _of_numpy(values):
        return _because(_OF_NUMPY)
    if weights is not None:
        return _because("weighted means are not followed")
    if any(value < 0 for value in values):
        raise StatisticsError("harmonic mean does not support negative values")
    kind = _kind(values)
    if len(values) == 1:
        return values[0]
    if 0 in values:
        return 0
    total = _exact([1 / value for value in values])
    kind = float if kind is int else kind
    return _because(_UNBOUNDED) if total is None else _converted(len(values) / total, kind)


def median(data):
    values = _sorted(data)
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2


def _sorted(data):
    values = sorted(data)
    if not values:
        raise StatisticsError("no median for empty data")
    return values


def median_low(data):
    values = _sorted(data)
    return values[(len(values) - 1) // 2]


def median_high(data):
    values = _sorted(data)
    return values[len(values) // 2]


def mode(data):
    counts = _Counter(iter(data)).most_common(1)
    if not counts:
        raise StatisticsError("no mode for empty data")
    return counts[0][0]


def multimode(data):
    counts = _Counter(iter(data))
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def _squares(values, center):
    """The sum of squares around the mean; around a center that is given, in the arithmetic of the data."""
    if center is not None:
        return _exact([(value - center) * (value - center) for value in values])
    exact = [_Fraction(value) for value in values]
    middle = sum(exact, _Fraction(0)) / len(exact)
    return sum([(value - middle) ** 2 for value in exact], _Fraction(0))


def _spread(data, center, least, name):
    values = list(data)
    if len(values) < least:
        points = "at least one data point" if least == 1 else "at least two data points"
        raise StatisticsError(f"{name} requires {points}")
    if _of_numpy(values):
        return None, None
    kind = _kind(values)
    if _exact(values) is None:
        return None, kind
    return _squares(values, center) / (len(values) - least + 1), kind


def variance(data, xbar=None):
    value, kind = _spread(data, xbar, 2, "variance")
    return _because(_UNBOUNDED) if value is None else _converted(value, kind)


def pvariance(data, mu=None):
    value, kind = _spread(data, mu, 1, "pvariance")
    return _because(_UNBOUNDED) if value is None else _converted(value, kind)


def _root(value, kind):
    """The float nearest to the square root of a fraction."""
    if value is None or kind not in (int, float, _Fraction):
        return _because(_UNBOUNDED)
    n, m = value.numerator, value.denominator
    q = (n.bit_length() - m.bit_length() - 109) // 2
    if q >= 0:
        root, below = _odd_root(n, m << 2 * q) << q, 1
    else:
        root, below = _odd_root(n << -2 * q, m), 1 << -q
    return root / below


def _odd_root(n, m):
    """`isqrt(n / m)`, with its last bit set where it is not exact: so that it is rounded but once."""
    root = _isqrt(n // m)
    return root | (root * root * m != n)


def stdev(data, xbar=None):
    return _root(*_spread(data, xbar, 2, "stdev"))


def pstdev(data, mu=None):
    return _root(*_spread(data, mu, 1, "pstdev"))


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    values = sorted(data)
    count = len(values)
    if count < 2:
        raise StatisticsError("must have at least two data points")
    cuts = []
    for i in range(1, n):
        if method == "inclusive":
            j, delta = divmod(i * (count - 1), n)
            cuts.append((values[j] * (n - delta) + values[j + 1] * delta) / n)
        elif method == "exclusive":
            j = i * (count + 1) // n
            j = 1 if j < 1 else count - 1 if j > count - 1 else j
            delta = i * (count + 1) - j * n
            cuts.append((values[j - 1] * (n - delta) + values[j] * delta) / n)
        else:
            raise ValueError(f"Unknown method: {method!r}")
    return cuts


def __getattr__(name):
    return _because(f"`statistics.{name}` is not followed")
