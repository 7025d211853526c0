"""Dates, times and their differences, computed with and told in all ways."""

import random

EXPRESSIONS = [
    "a + f", "a - b", "(a - b).days", "c + f", "c - f", "f + g", "f - g", "f * 3", "f / 2", "f // 7",
    "f % timedelta(hours=5)", "divmod(f, timedelta(hours=7))", "f / timedelta(hours=1)", "f * 0.37", "f / 1.7",
    "-f", "abs(g)", "f.total_seconds()", "str(f)", "repr(g)", "f < g", "a < b", "a.isoformat()", "a.weekday()",
    "a.isocalendar()", "tuple(a.isocalendar())", "a.toordinal()", "date.fromordinal(a.toordinal() + 100)",
    "a.replace(day=1)", "c.isoformat()", "str(c)", "c.date()", "c.time()", "c.timetz()",
    "c.replace(hour=3, microsecond=5)", "datetime.fromisoformat(c.isoformat())",
    "date.fromisoformat(b.isoformat())", "c.timetuple()[:8]", "c.ctime()", "a.ctime()", "c.utcoffset()",
    "c.tzname()", "c.isoformat(timespec='milliseconds')", "c.isoformat(' ', 'hours')",
    "datetime.combine(a, c.time())", "max(a, b)", "sorted([a, b])",
    "(c.replace(tzinfo=None) - e.replace(tzinfo=None))", "c.replace(tzinfo=timezone.utc).timestamp()",
    "c.replace(tzinfo=timezone.utc).astimezone(timezone(timedelta(hours=5, minutes=30)))",
    "datetime.fromtimestamp(511025150, timezone.utc)", "c - e", "c < e", "c == e", "a == c", "f == g", "bool(f)",
    "hash(f) == hash(f + g - g)", "c.weekday()", "a.timetuple()", "min(f, g)", "sum([f, g], timedelta())",
    "round(f.total_seconds())", "time(18, 34) < time(12)", "c.time().isoformat()",
    "date.fromisocalendar(1998, 24, 5)", "datetime.strptime(c.strftime('%Y-%m-%d %H:%M:%S'), '%Y-%m-%d %H:%M:%S')",
    "datetime.strptime(a.strftime('%d %b %Y'), '%d %b %Y')",
    "datetime.strptime('16/11/2027 2:05 PM', '%d/%m/%Y %I:%M %p')", "c.strftime('%I:%M %p')",
    "a.strftime('%x %X')", "format(c, '%c')", "datetime.utcfromtimestamp(260845592.170285)",
]
FORMATS = [
    "%Y-%m-%d", "%d.%m.%y %H:%M:%S", "%A %B %d %j", "%I:%M %p", "%a %b %e", "%U %W %w %u", "%G-W%V", "%F %T", "%c", "%x %X",
    "%f %z", "%D %R %h", "%y%m%d%%",
]


def programs():
    chance = random.Random(5)
    number = chance.randint

    def difference():
        return chance.choice([
            f"timedelta(days={number(-400, 400)})",
            f"timedelta(hours={number(-99, 99)}, minutes={number(0, 90)})",
            f"timedelta(seconds={number(-10**6, 10**6)}, microseconds={number(0, 10**6)})",
            f"timedelta({chance.uniform(-3, 3):.4f})",
            f"timedelta(weeks={number(0, 9)}, milliseconds={number(0, 5000)})",
        ])

    def day():
        return f"{number(1900, 2100)}, {number(1, 12)}, {number(1, 28)}"

    def moment():
        zone = chance.choice(["", "", "timezone.utc", f"timezone(timedelta(hours={number(-12, 12)}))"])
        micro = chance.choice(["", f", {number(0, 999999)}"])
        clock = f"{number(0, 23)}, {number(0, 59)}, {number(0, 59)}"
        return f"datetime({day()}, {clock}{micro}{', tzinfo=' + zone if zone else ''})"

    for _ in range(40):
        lines = [
            "from datetime import *",
            f"a, b, c, e = date({day()}), date({day()}), {moment()}, {moment()}",
            f"f, g = {difference()}, {difference()}",
        ]
        told = [f"format({name}, {form!r})" for name in "ac" for form in FORMATS]
        for i, one in enumerate(chance.sample(EXPRESSIONS, 14) + chance.sample(told, 3)):
            lines += [f"try: r{i} = {one}", f"except Exception as error: r{i} = type(error).__name__, str(error)"]
        yield "\n".join(lines) + "\n"
