"""The standard module `statistics`, for the interpreter to run, where its answers are exact."""
from collections import Counter as _Counter
from math import fsum as _fsum

from _unknown import because as _because


class StatisticsError(ValueError):
    pass


def _numbers(data, what):
    values = list(data)
    if not values:
        raise StatisticsError(f"{what} requires at least one data point")
    return values


def mean(data):
    values = _numbers(data, "mean")
    if all(isinstance(value, int) for value in values):
        total, count = sum(values), len(values)
        return total // count if total % count == 0 else total / count
    return _because("the mean of floats is computed with fractions, which are not followed")


def fmean(data, weights=None):
    if weights is not None:
        return _because("weighted means are not followed")
    values = list(data)
    if not values:
        raise StatisticsError("fmean requires at least one data point")
    return _fsum(values) / len(values)


def median(data):
    values = sorted(data)
    if not values:
        raise StatisticsError("no median for empty data")
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2


def median_low(data):
    values = sorted(data)
    if not values:
        raise StatisticsError("no median for empty data")
    return values[(len(values) - 1) // 2]


def median_high(data):
    values = sorted(data)
    if not values:
        raise StatisticsError("no median for empty data")
    return values[len(values) // 2]


def mode(data):
    counts = _Counter(data).most_common(1)
    if not counts:
        raise StatisticsError("no mode for empty data")
    return counts[0][0]


def multimode(data):
    counts = _Counter(data)
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def _unfollowed(*args, **kwargs):
    return _because("this statistic is computed with fractions, which are not followed")


variance = pvariance = stdev = pstdev = quantiles = harmonic_mean = geometric_mean = _unfollowed
