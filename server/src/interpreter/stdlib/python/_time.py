"""What of the standard module `time` asks neither the clock nor the machine, for the interpreter to run."""


class struct_time(tuple):
    _fields = "tm_year tm_mon tm_mday tm_hour tm_min tm_sec tm_wday tm_yday tm_isdst".split()
    n_fields, n_sequence_fields, n_unnamed_fields = 11, 9, 0

    def __new__(cls, sequence, dict=None):
        if len(sequence) < 9:
            raise TypeError(f"time.struct_time() takes an at least 9-sequence ({len(sequence)}-sequence given)")
        return tuple.__new__(cls, tuple(sequence)[:9])

    def __repr__(self):
        return f"time.struct_time({', '.join(f'{name}={value!r}' for name, value in zip(self._fields, self))})"


for _i, _name in enumerate(struct_time._fields):
    setattr(struct_time, _name, property(lambda self, _i=_i: self[_i]))
struct_time.__module__ = "time"


def gmtime(secs):
    from datetime import datetime
    made = datetime.utcfromtimestamp(int(secs // 1)).timetuple()
    return struct_time(made[:8] + (0,))


def _moment(given):
    from datetime import datetime
    year, month, day, hour, minute, second = given[:6]
    return datetime(year, month or 1, day or 1, hour, minute, second)


def strftime(format, t):
    return _moment(t).strftime(format)


def asctime(t):
    return _moment(t).ctime()


def strptime(string, format="%a %b %d %H:%M:%S %Y"):
    from datetime import datetime
    return datetime.strptime(string, format).timetuple()
