"""The standard module `datetime`, for the interpreter to run. What asks the clock or the machine's time zone is unknown."""
import math as _math
import re as _re
import _time
from _unknown import because as _because

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC")
MINYEAR = 1
MAXYEAR = 9999
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
]
_LAST = 3652059


def _clock(name):
    return _because(f"`datetime.{name}` depends on the clock")


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in(year, month):
    return 28 + _is_leap(year) if month == 2 else 30 if month in (4, 6, 9, 11) else 31


def _ordinal(year, month, day):
    """Days since the day before the first of January of year 1: years begin in March, so that the leap day is last."""
    y = year - (month <= 2)
    return 365 * y + y // 4 - y // 100 + y // 400 + (153 * ((month + 9) % 12) + 2) // 5 + day - 306


def _civil(ordinal):
    """The year, month and day of an ordinal."""
    z = ordinal + 305
    era, rest = divmod(z, 146097)
    y = (rest - rest // 1460 + rest // 36524 - rest // 146096) // 365
    rest -= 365 * y + y // 4 - y // 100
    m = (5 * rest + 2) // 153
    return era * 400 + y + (m >= 10), m + 3 if m < 10 else m - 9, rest - (153 * m + 2) // 5 + 1


def _whole(value, name="an integer"):
    if isinstance(value, float):
        raise TypeError("'float' object cannot be interpreted as an integer")
    if not hasattr(type(value), "__index__"):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    return value.__index__()


def _check_date(year, month, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _days_in(year, month):
        raise ValueError("day is out of range for month")


def _check_time(hour, minute, second, microsecond, fold, tz):
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'")


def _offset_text(offset, colon=":"):
    if offset is None:
        return ""
    sign, left = ("-", -offset) if offset.days < 0 else ("+", offset)
    minutes, seconds = divmod(left.days * 86400 + left.seconds, 60)
    text = f"{sign}{minutes // 60:02d}{colon}{minutes % 60:02d}"
    if seconds or left.microseconds:
        text += f"{colon}{seconds:02d}"
        if left.microseconds:
            text += f".{left.microseconds:06d}"
    return text


def _time_text(hour, minute, second, microsecond, timespec):
    if timespec == "auto":
        timespec = "microseconds" if microsecond else "seconds"
    forms = {
        "hours": "{0:02d}", "minutes": "{0:02d}:{1:02d}", "seconds": "{0:02d}:{1:02d}:{2:02d}",
        "milliseconds": "{0:02d}:{1:02d}:{2:02d}.{4:03d}", "microseconds": "{0:02d}:{1:02d}:{2:02d}.{3:06d}",
    }
    if timespec not in forms:
        raise ValueError("Unknown timespec value")
    return forms[timespec].format(hour, minute, second, microsecond, microsecond // 1000)


def _formatted(self, template):
    """`strftime` in the C locale."""
    if not isinstance(template, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(template).__name__}")
    year, month, day = (self.year, self.month, self.day) if isinstance(self, date) else (1900, 1, 1)
    hour, minute, second, micro = (
        (0, 0, 0, 0) if type(self) is date or not hasattr(self, "hour")
        else (self.hour, self.minute, self.second, self.microsecond)
    )
    ordinal = _ordinal(year, month, day)
    weekday = (ordinal + 6) % 7
    in_year = ordinal - _ordinal(year, 1, 1) + 1
    offset = self.utcoffset() if hasattr(self, "utcoffset") else None
    parts = {
        "a": lambda: _DAYS[weekday][:3], "A": lambda: _DAYS[weekday], "b": lambda: _MONTHS[month - 1][:3],
        "B": lambda: _MONTHS[month - 1], "h": lambda: _MONTHS[month - 1][:3], "d": lambda: f"{day:02d}",
        "e": lambda: f"{day:2d}", "m": lambda: f"{month:02d}", "y": lambda: f"{year % 100:02d}",
        "Y": lambda: str(year), "H": lambda: f"{hour:02d}", "I": lambda: f"{(hour + 11) % 12 + 1:02d}",
        "M": lambda: f"{minute:02d}", "S": lambda: f"{second:02d}", "f": lambda: f"{micro:06d}",
        "p": lambda: "AM" if hour < 12 else "PM", "j": lambda: f"{in_year:03d}", "w": lambda: str((weekday + 1) % 7),
        "u": lambda: str(weekday + 1), "U": lambda: f"{(in_year + 6 - (weekday + 1) % 7) // 7:02d}",
        "W": lambda: f"{(in_year + 6 - weekday) // 7:02d}", "z": lambda: _offset_text(offset, ""),
        "Z": lambda: (hasattr(self, "tzname") and self.tzname()) or "", "%": lambda: "%", "n": lambda: "\n",
        "t": lambda: "\t", "F": lambda: f"{year}-{month:02d}-{day:02d}", "T": lambda: f"{hour:02d}:{minute:02d}:{second:02d}",
        "R": lambda: f"{hour:02d}:{minute:02d}", "D": lambda: f"{month:02d}/{day:02d}/{year % 100:02d}",
        "x": lambda: f"{month:02d}/{day:02d}/{year % 100:02d}", "X": lambda: f"{hour:02d}:{minute:02d}:{second:02d}",
        "c": lambda: f"{_DAYS[weekday][:3]} {_MONTHS[month - 1][:3]} {day:2d} {hour:02d}:{minute:02d}:{second:02d} {year}",
        "C": lambda: f"{year // 100:02d}", "G": lambda: str(_iso(ordinal)[0]), "V": lambda: f"{_iso(ordinal)[1]:02d}",
    }
    text, i = "", 0
    while i < len(template):
        if template[i] == "%" and i + 1 < len(template):
            i += 1
            if template[i] not in parts or (year < 1000 and template[i] in "YFcG"):
                return _because(f"`%{template[i]}` in formats of dates depends on the machine")
            text += parts[template[i]]()
        else:
            text += template[i]
        i += 1
    return text


def _iso(ordinal):
    year = _civil(ordinal - (ordinal + 6) % 7 + 3)[0]
    first = _ordinal(year, 1, 4)
    monday = first - (first + 6) % 7
    return year, (ordinal - monday) // 7 + 1, (ordinal + 6) % 7 + 1


class timedelta:
    __slots__ = ("days", "seconds", "microseconds")

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total, rest = 0, 0.0
        for name, value, unit in (
            ("days", days, 86400000000), ("seconds", seconds, 1000000), ("microseconds", microseconds, 1),
            ("milliseconds", milliseconds, 1000), ("minutes", minutes, 60000000), ("hours", hours, 3600000000),
            ("weeks", weeks, 604800000000),
        ):
            if isinstance(value, int):
                total += value * unit
            elif isinstance(value, float):
                fraction, whole = _math.modf(value)
                total += int(whole) * unit
                fraction, whole = _math.modf(fraction * unit)
                total += int(whole)
                rest += fraction
            else:
                raise TypeError(f"unsupported type for timedelta {name} component: {type(value).__name__}")
        if rest:
            whole = round(rest)
            # A tie is broken by the rest.
            if abs(whole - rest) == 0.5:
                whole = 2 * round((rest + total % 2) * 0.5) - total % 2
            total += whole
        return _delta(total, cls)

    @property
    def _total(self):
        return (self.days * 86400 + self.seconds) * 1000000 + self.microseconds

    def total_seconds(self):
        return self._total / 10 ** 6

    def __repr__(self):
        shown = ", ".join(f"{name}={getattr(self, name)}" for name in ("days", "seconds", "microseconds") if getattr(self, name))
        return f"{_type_text(self)}({shown or 0})"

    def __str__(self):
        minutes, seconds = divmod(self.seconds, 60)
        text = f"{minutes // 60}:{minutes % 60:02d}:{seconds:02d}"
        if self.days:
            text = f"{self.days} day{'' if abs(self.days) == 1 else 's'}, {text}"
        return text + (f".{self.microseconds:06d}" if self.microseconds else "")

    def __add__(self, other):
        return _delta(self._total + other._total) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return _delta(self._total - other._total) if isinstance(other, timedelta) else NotImplemented

    def __rsub__(self, other):
        return _delta(other._total - self._total) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return _delta(-self._total)

    def __pos__(self):
        return _delta(self._total)

    def __abs__(self):
        return _delta(abs(self._total))

    def __mul__(self, other):
        if isinstance(other, int):
            return _delta(self._total * other)
        if isinstance(other, float):
            return _delta(_divided(self._total * other.as_integer_ratio()[0], other.as_integer_ratio()[1]))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total // other._total
        return _delta(self._total // other) if isinstance(other, int) else NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total / other._total
        if isinstance(other, int):
            return _delta(_divided(self._total, other))
        if isinstance(other, float):
            above, below = other.as_integer_ratio()
            return _delta(_divided(self._total * below, above))
        return NotImplemented

    def __mod__(self, other):
        return _delta(self._total % other._total) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        return (self // other, self % other) if isinstance(other, timedelta) else NotImplemented

    def __eq__(self, other):
        return self._total == other._total if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._total < other._total if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._total <= other._total if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._total > other._total if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._total >= other._total if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self.days, self.seconds, self.microseconds))

    def __bool__(self):
        return self._total != 0


def _divided(above, below):
    """The nearest int; of two, the even one."""
    if below < 0:
        above, below = -above, -below
    whole, rest = divmod(above, below)
    return whole + (2 * rest > below or (2 * rest == below and whole % 2 == 1))


def _delta(total, cls=timedelta):
    days, rest = divmod(total, 86400000000)
    if not -999999999 <= days <= 999999999:
        raise OverflowError(f"days={days}; must have magnitude <= 999999999")
    made = object.__new__(cls)
    made.days, made.seconds, made.microseconds = days, rest // 1000000, rest % 1000000
    return made


def _type_text(value):
    cls = type(value)
    return f"datetime.{cls.__name__}" if cls.__module__ == "datetime" else cls.__qualname__


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(999999999, 86399, 999999)
timedelta.resolution = timedelta(microseconds=1)


class tzinfo:
    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        return _because("time zones of the program are not followed")


class timezone(tzinfo):
    def __new__(cls, offset, name=None):
        is_utc = name is None and isinstance(offset, timedelta) and not offset
        return cls.utc if is_utc and hasattr(cls, "utc") else object.__new__(cls)

    def __init__(self, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}")
        if not -86400000000 < offset._total < 86400000000:
            raise ValueError(
                "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), "
                f"not {offset!r}."
            )
        self._offset, self._name = offset, name

    def utcoffset(self, dt):
        return self._offset

    def dst(self, dt):
        return None

    def tzname(self, dt):
        return str(self)

    def fromutc(self, dt):
        return dt + self._offset

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __str__(self):
        if self._name is not None:
            return self._name
        return "UTC" + _offset_text(self._offset) if self._offset else "UTC"

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        shown = repr(self._offset) + ("" if self._name is None else f", {self._name!r}")
        return f"{_type_text(self)}({shown})"


timezone.utc = UTC = timezone(timedelta(0))
timezone.min = timezone(timedelta(hours=-23, minutes=-59))
timezone.max = timezone(timedelta(hours=23, minutes=59))


class _Ordered:
    """Comparisons by `_compared`: a key that orders, or None where the other is of another kind."""

    __slots__ = ()

    def __eq__(self, other):
        keys = self._compared(other, True)
        return keys[0] == keys[1] if keys else NotImplemented

    def __lt__(self, other):
        keys = self._compared(other, False)
        return keys[0] < keys[1] if keys else NotImplemented

    def __le__(self, other):
        keys = self._compared(other, False)
        return keys[0] <= keys[1] if keys else NotImplemented

    def __gt__(self, other):
        keys = self._compared(other, False)
        return keys[0] > keys[1] if keys else NotImplemented

    def __ge__(self, other):
        keys = self._compared(other, False)
        return keys[0] >= keys[1] if keys else NotImplemented

    def __hash__(self):
        return hash((type(self).__name__, self._key()))

    def __format__(self, spec):
        if not isinstance(spec, str):
            raise TypeError(f"__format__() argument 1 must be str, not {type(spec).__name__}")
        return self.strftime(spec) if spec else str(self)

    def strftime(self, format):
        return _formatted(self, format)


class IsoCalendarDate(tuple):
    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})"


class date(_Ordered):
    def __new__(cls, year, month=None, day=None):
        if month is None:
            raise TypeError("function missing required argument 'month' (pos 2)")
        if day is None:
            raise TypeError("function missing required argument 'day' (pos 3)")
        year, month, day = _whole(year), _whole(month), _whole(day)
        _check_date(year, month, day)
        self = object.__new__(cls)
        object.__setattr__(self, "_date", (year, month, day))
        return self

    def __setattr__(self, name, value):
        if name in ("year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo", "fold"):
            owner = "date" if name in ("year", "month", "day") else "datetime"
            raise AttributeError(f"attribute '{name}' of 'datetime.{owner}' objects is not writable")
        if type(self).__module__ == "datetime":
            raise AttributeError(f"'{_type_text(self)}' object has no attribute '{name}'")
        object.__setattr__(self, name, value)

    year = property(lambda self: self._date[0])
    month = property(lambda self: self._date[1])
    day = property(lambda self: self._date[2])

    @classmethod
    def today(cls):
        return _clock(f"{cls.__name__}.today")

    @classmethod
    def fromtimestamp(cls, timestamp):
        return _because("the time zone depends on the machine")

    @classmethod
    def fromordinal(cls, n):
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        if n > _LAST:
            raise ValueError(f"year {_civil(n)[0]} is out of range")
        return cls(*_civil(n))

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        parts = _date_of(date_string)
        if not parts:
            raise ValueError(f"Invalid isoformat string: {date_string!r}")
        return cls(*parts)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        if not 1 <= week <= 53 or (week == 53 and _iso(_ordinal(year, 12, 28))[1] != 53):
            raise ValueError(f"Invalid week: {week}")
        if not 1 <= day <= 7:
            raise ValueError(f"Invalid weekday: {day} (range is [1, 7])")
        first = _ordinal(year, 1, 4)
        return cls(*_civil(first - (first + 6) % 7 + (week - 1) * 7 + day - 1))

    def toordinal(self):
        return _ordinal(*self._date)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def isocalendar(self):
        return IsoCalendarDate(_iso(self.toordinal()))

    def isoformat(self):
        return "{:04d}-{:02d}-{:02d}".format(*self._date)

    def ctime(self):
        return f"{_DAYS[self.weekday()][:3]} {_MONTHS[self.month - 1][:3]} {self.day:2d} 00:00:00 {self.year:04d}"

    def timetuple(self):
        in_year = self.toordinal() - _ordinal(self.year, 1, 1) + 1
        return _time.struct_time(self._date + (0, 0, 0, date.weekday(self), in_year, -1))

    def replace(self, year=None, month=None, day=None):
        given = (year, month, day)
        return type(self)(*[own if new is None else new for own, new in zip(self._date, given)])

    def __repr__(self):
        return f"{_type_text(self)}({', '.join(map(str, self._date))})"

    def __str__(self):
        return self.isoformat()

    def _key(self):
        return self._date

    def _compared(self, other, equal):
        if not isinstance(other, date) or isinstance(other, datetime):
            return None
        return self._date, other._date

    def _moved(self, days):
        ordinal = self.toordinal() + days
        if not 1 <= ordinal <= _LAST:
            raise OverflowError("date value out of range")
        return type(self).fromordinal(ordinal)

    def __add__(self, other):
        return self._moved(other.days) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._moved(-other.days)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(1)


def _date_of(text):
    """Year, month and day of an ISO text; None where it is none."""
    found = _re.fullmatch(r"(\d{4})(-?)(\d\d)\2(\d\d)", text, _re.A)
    if found:
        return int(found[1]), int(found[3]), int(found[4])
    found = _re.fullmatch(r"(\d{4})(-?)W(\d\d)(?:\2(\d))?", text, _re.A)
    if found:
        return date.fromisocalendar(int(found[1]), int(found[3]), int(found[4] or 1))._date
    return None


def _time_of(text):
    """The arguments of `time` for an ISO text; None where it is none."""
    found = _re.fullmatch(
        r"(\d\d)(?:(:?)(\d\d)(?:\2(\d\d)(?:[.,](\d+))?)?)?(Z|[+-](\d\d):?(\d\d)?(?::?(\d\d)(?:\.(\d+))?)?)?", text, _re.A
    )
    if not found:
        return None
    tz = None
    if found[6] == "Z":
        tz = timezone.utc
    elif found[6]:
        offset = timedelta(
            hours=int(found[7]), minutes=int(found[8] or 0), seconds=int(found[9] or 0),
            microseconds=int((found[10] or "0").ljust(6, "0")[:6]),
        )
        tz = timezone(-offset if found[6][0] == "-" else offset) if offset else timezone.utc
    return int(found[1]), int(found[3] or 0), int(found[4] or 0), int((found[5] or "0").ljust(6, "0")[:6]), tz


class time(_Ordered):
    __slots__ = ("_time", "tzinfo", "fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        parts = tuple(_whole(one) for one in (hour, minute, second, microsecond))
        _check_time(*parts, fold, tzinfo)
        self = object.__new__(cls)
        self._time, self.tzinfo, self.fold = parts, tzinfo, fold
        return self

    hour = property(lambda self: self._time[0])
    minute = property(lambda self: self._time[1])
    second = property(lambda self: self._time[2])
    microsecond = property(lambda self: self._time[3])

    @classmethod
    def fromisoformat(cls, time_string):
        parts = _time_of(time_string.removeprefix("T"))
        if not parts:
            raise ValueError(f"Invalid isoformat string: {time_string!r}")
        return cls(*parts)

    def utcoffset(self):
        return None if self.tzinfo is None else self.tzinfo.utcoffset(None)

    def tzname(self):
        return None if self.tzinfo is None else self.tzinfo.tzname(None)

    def dst(self):
        return None if self.tzinfo is None else self.tzinfo.dst(None)

    def isoformat(self, timespec="auto"):
        return _time_text(*self._time, timespec) + _offset_text(self.utcoffset())

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        parts = [own if new is None else new for own, new in zip(self._time, (hour, minute, second, microsecond))]
        return type(self)(*parts, self.tzinfo if tzinfo is True else tzinfo, fold=self.fold if fold is None else fold)

    def __repr__(self):
        count = 4 if self.microsecond else 3 if self.second else 2
        return f"{_type_text(self)}({', '.join(map(str, self._time[:count]))}{_rest_text(self)})"

    def __str__(self):
        return self.isoformat()

    def _key(self):
        offset = self.utcoffset()
        hour, minute, second, microsecond = self._time
        return ((hour * 60 + minute) * 60 + second) * 1000000 + microsecond - (offset._total if offset else 0)

    def _compared(self, other, equal):
        if not isinstance(other, time):
            return None
        return _aware(self, other, equal, "times") or (self._key(), other._key())


def _rest_text(value):
    return ("" if value.tzinfo is None else f", tzinfo={value.tzinfo!r}") + (", fold=1" if value.fold else "")


def _aware(one, other, equal, what):
    """What differs between one that knows its time zone and one that does not."""
    if (one.utcoffset() is None) == (other.utcoffset() is None):
        return None
    if equal:
        return 0, 1
    raise TypeError(f"can't compare offset-naive and offset-aware {what}")


time.min = time(0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)

_DIRECTIVES = {
    "d": r"(?P<d>3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])", "f": r"(?P<f>[0-9]{1,6})", "H": r"(?P<H>2[0-3]|[0-1]\d|\d)",
    "I": r"(?P<I>1[0-2]|0[1-9]|[1-9])", "j": r"(?P<j>36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])",
    "m": r"(?P<m>1[0-2]|0[1-9]|[1-9])", "M": r"(?P<M>[0-5]\d|\d)", "S": r"(?P<S>6[0-1]|[0-5]\d|\d)",
    "y": r"(?P<y>\d\d)", "Y": r"(?P<Y>\d\d\d\d)", "z": r"(?P<z>[+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?|(?-i:Z))",
    "p": r"(?P<p>am|pm)", "a": f"(?P<a>{'|'.join(d[:3] for d in _DAYS)})", "A": f"(?P<A>{'|'.join(_DAYS)})",
    "b": f"(?P<b>{'|'.join(m[:3] for m in _MONTHS)})", "B": f"(?P<B>{'|'.join(_MONTHS)})", "%": "%",
}


def _parsed(text, template):
    """What `strptime` reads: the arguments of `datetime`."""
    for given, n in ((text, 1), (template, 2)):
        if not isinstance(given, str):
            raise TypeError(f"strptime() argument {n} must be str, not {type(given).__name__}")
    pattern, i = "", 0
    while i < len(template):
        if template[i].isspace():
            pattern += r"\s+" if not pattern.endswith(r"\s+") else ""
        elif template[i] != "%":
            pattern += _re.escape(template[i])
        else:
            i += 1
            directive = template[i : i + 1]
            if not directive:
                raise ValueError(f"stray % in format {template!r}")
            if directive in "cxXUWwuGVZ":
                return _because(f"`%{directive}` in `strptime` is not followed")
            if directive not in _DIRECTIVES:
                raise ValueError(f"{directive!r} is a bad directive in format {template!r}")
            pattern += _DIRECTIVES[directive].replace("(?-i:Z)", "Z")
        i += 1
    found = _re.match(pattern, text, _re.I)
    if not found:
        raise ValueError(f"time data {text!r} does not match format {template!r}")
    if found.end() != len(text):
        raise ValueError(f"unconverted data remains: {text[found.end():]}")
    part = found.groupdict().get
    year = int(part("Y") or 1900)
    if part("y"):
        year = int(part("y")) + (2000 if int(part("y")) <= 68 else 1900)
    month = int(part("m") or 1)
    for key, size in (("b", 3), ("B", None)):
        if part(key):
            month = [name[:size].lower() for name in _MONTHS].index(part(key).lower()) + 1
    day = int(part("d") or 1)
    if part("j") and not part("d"):
        year, month, day = _civil(_ordinal(year, 1, 1) + int(part("j")) - 1)
    hour = int(part("H") or 0)
    if part("I"):
        hour = int(part("I")) % 12 + (12 if (part("p") or "").lower() == "pm" else 0)
    tz = _time_of("00" + part("z").upper())[4] if part("z") else None
    return year, month, day, hour, int(part("M") or 0), int(part("S") or 0), int((part("f") or "0").ljust(6, "0")), tz


class datetime(date):
    def __new__(cls, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        self = date.__new__(cls, year, month, day)
        parts = tuple(_whole(one) for one in (hour, minute, second, microsecond))
        _check_time(*parts, fold, tzinfo)
        object.__setattr__(self, "_time", parts)
        object.__setattr__(self, "_zone", (tzinfo, fold))
        return self

    hour = property(lambda self: self._time[0])
    minute = property(lambda self: self._time[1])
    second = property(lambda self: self._time[2])
    microsecond = property(lambda self: self._time[3])
    tzinfo = property(lambda self: self._zone[0])
    fold = property(lambda self: self._zone[1])

    @classmethod
    def now(cls, tz=None):
        return _clock("datetime.now")

    @classmethod
    def utcnow(cls):
        return _clock("datetime.utcnow")

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        if tz is None:
            return _because("the time zone depends on the machine")
        return tz.fromutc(cls.utcfromtimestamp(timestamp).replace(tzinfo=tz))

    @classmethod
    def utcfromtimestamp(cls, t):
        above, below = t.as_integer_ratio()
        made = _EPOCH + _delta(_divided(above * 1000000, below))
        return cls(*made._date, *made._time)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        return cls(*date._date, *time._time, time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def strptime(cls, date_string, format):
        return cls(*_parsed(date_string, format))

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        found = _re.match(r"\d{4}-?(?:W\d\d(?:-?\d(?!\d))?|\d\d-?\d\d)", date_string)
        parts = _date_of(found[0]) if found else None
        rest = date_string[found.end():] if found else ""
        clock = (0, 0, 0, 0, None) if not rest else _time_of(rest[1:])
        if not parts or not clock:
            raise ValueError(f"Invalid isoformat string: {date_string!r}")
        return cls(*parts, *clock)

    @classmethod
    def fromordinal(cls, n):
        return cls(*date.fromordinal(n)._date)

    def date(self):
        return _plain_date(*self._date)

    def time(self):
        return _plain_time(*self._time, fold=self.fold)

    def timetz(self):
        return _plain_time(*self._time, self.tzinfo, fold=self.fold)

    def utcoffset(self):
        return None if self.tzinfo is None else self.tzinfo.utcoffset(self)

    def tzname(self):
        return None if self.tzinfo is None else self.tzinfo.tzname(self)

    def dst(self):
        return None if self.tzinfo is None else self.tzinfo.dst(self)

    def timestamp(self):
        if self.tzinfo is None:
            return _because("the time zone depends on the machine")
        return (self - _EPOCH.replace(tzinfo=timezone.utc)).total_seconds()

    def astimezone(self, tz=None):
        if tz is None or self.tzinfo is None:
            return _because("the time zone depends on the machine")
        return tz.fromutc((self - self.utcoffset()).replace(tzinfo=tz))

    def timetuple(self):
        summer = self.dst()
        marked = -1 if summer is None else int(bool(summer))
        return _time.struct_time(self._date + self._time[:3] + date.timetuple(self)[6:8] + (marked,))

    def ctime(self):
        return f"{date.ctime(self)[:10]} {_time_text(*self._time, 'seconds')} {self.year:04d}"

    def isoformat(self, sep="T", timespec="auto"):
        return date.isoformat(self) + sep + _time_text(*self._time, timespec) + _offset_text(self.utcoffset())

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        given = (year, month, day, hour, minute, second, microsecond)
        parts = [own if new is None else new for own, new in zip(self._date + self._time, given)]
        return type(self)(*parts, self.tzinfo if tzinfo is True else tzinfo, fold=self.fold if fold is None else fold)

    def __repr__(self):
        count = 4 if self.microsecond else 3 if self.second else 2
        return f"{_type_text(self)}({', '.join(map(str, self._date + self._time[:count]))}{_rest_text(self)})"

    def __str__(self):
        return self.isoformat(" ")

    def _micros(self):
        hour, minute, second, microsecond = self._time
        return (((self.toordinal() * 24 + hour) * 60 + minute) * 60 + second) * 1000000 + microsecond

    def _key(self):
        offset = self.utcoffset()
        return self._micros() - (offset._total if offset else 0)

    def _compared(self, other, equal):
        if not isinstance(other, datetime):
            if isinstance(other, date) and not equal:
                raise TypeError(f"can't compare {_type_text(self)} to {_type_text(other)}")
            return None
        return _aware(self, other, equal, "datetimes") or (self._key(), other._key())

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return self._at(self._micros() + other._total)

    __radd__ = __add__

    def _at(self, micros):
        days, rest = divmod(micros, 86400000000)
        if not 1 <= days <= _LAST:
            raise OverflowError("date value out of range")
        seconds, micro = divmod(rest, 1000000)
        return type(self)(*_civil(days), seconds // 3600, seconds // 60 % 60, seconds % 60, micro, self.tzinfo)

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._at(self._micros() - other._total)
        if not isinstance(other, datetime):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return _delta(self._key() - other._key())


_plain_date, _plain_time = date, time
_EPOCH = datetime(1970, 1, 1)
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
for _cls in (timedelta, tzinfo, timezone, IsoCalendarDate, date, time, datetime):
    _cls.__module__ = "datetime"
