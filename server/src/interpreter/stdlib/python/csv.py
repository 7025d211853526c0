"""The module `csv`, for the interpreter to run: of lines and files that the program keeps in memory."""
from _unknown import because as _because, is_unknown as _is_unknown

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)


class Error(Exception):
    pass


class Dialect:
    delimiter = ","
    quotechar = '"'
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL
    doublequote = True
    skipinitialspace = False
    strict = False
    escapechar = None


class excel(Dialect):
    pass


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    lineterminator = "\n"
    quoting = QUOTE_ALL


_DIALECTS = {"excel": excel, "excel-tab": excel_tab, "unix": unix_dialect}


def list_dialects():
    return list(_DIALECTS)


def get_dialect(name):
    if name not in _DIALECTS:
        raise Error("unknown dialect")
    return _DIALECTS[name]


def register_dialect(name, dialect=excel, **options):
    _DIALECTS[name] = type(name, (dialect,), options)


def _format(dialect, options):
    base = get_dialect(dialect) if isinstance(dialect, str) else dialect
    for name in options:
        if not hasattr(Dialect, name):
            raise TypeError(f"this function got an unexpected keyword argument '{name}'")
    made = type("Dialect", (base if isinstance(base, type) else type(base),), options)
    if made.quoting == QUOTE_NONE or made.escapechar is not None or not made.doublequote:
        return _because("characters that are escaped are not followed")
    return made


class _Writer:
    def __init__(self, file, dialect):
        self._file = file
        self.dialect = dialect

    def writerow(self, row):
        mark, quote = self.dialect.delimiter, self.dialect.quotechar
        special = mark + quote + "\r\n"
        fields = []
        row = list(row)
        for value in row:
            is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
            text = "" if value is None else repr(value) if isinstance(value, float) else str(value)
            quoted = (
                self.dialect.quoting == QUOTE_ALL
                or self.dialect.quoting == QUOTE_NONNUMERIC and not isinstance(value, (int, float))
                or any([c in special for c in text])
                or text == "" and len(row) == 1
            )
            fields.append(quote + text.replace(quote, quote * 2) + quote if quoted else text)
        return self._file.write(mark.join(fields) + self.dialect.lineterminator)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


def writer(csvfile, dialect="excel", **options):
    return _Writer(csvfile, _format(dialect, options))


class _Reader:
    def __init__(self, lines, dialect):
        self._lines = iter(lines)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    def _line(self):
        line = next(self._lines)
        self.line_num += 1
        if not isinstance(line, str):
            raise Error(f"iterator should return strings, not {type(line).__name__} (the file should be opened in text mode)")
        return line

    def __next__(self):
        mark, quote = self.dialect.delimiter, self.dialect.quotechar
        text = self._line()
        if _is_unknown(text):
            return text
        row, field, inside, was_quoted, start = [], "", False, False, True
        end = lambda: float(field) if self.dialect.quoting == QUOTE_NONNUMERIC and not was_quoted else field
        at = 0
        while True:
            if at >= len(text):
                if not inside:
                    break
                try:
                    text = self._line()
                except StopIteration:
                    break
                at = 0
                continue
            c = text[at]
            at += 1
            if inside:
                if c != quote:
                    field += c
                elif text[at:at + 1] == quote:
                    field += quote
                    at += 1
                else:
                    inside = False
            elif c in "\r\n":
                break
            elif c == mark:
                row.append(end())
                field, was_quoted, start = "", False, True
                continue
            elif c == quote and start:
                inside = was_quoted = True
            elif not (c == " " and start and self.dialect.skipinitialspace):
                field += c
            else:
                continue
            start = False
        if row or field or was_quoted or not start:
            row.append(end())
        return row


def reader(iterable, dialect="excel", **options):
    if _is_unknown(iterable):
        return _because("`csv.reader` reads a file that is not known")
    return _Reader(iterable, _format(dialect, options))


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **options):
        self.reader = reader(f, dialect, **options)
        self._fieldnames = fieldnames
        self.restkey, self.restval = restkey, restval

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            self._fieldnames = next(self.reader, None)
        return self._fieldnames

    @property
    def line_num(self):
        return self.reader.line_num

    def __iter__(self):
        return self.reader if _is_unknown(self.reader) else self

    def __next__(self):
        if _is_unknown(self.reader):
            return self.reader
        names = self.fieldnames
        row = next(self.reader)
        while row == []:
            row = next(self.reader)
        made = dict(zip(names, row))
        if len(row) > len(names):
            made[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            made[name] = self.restval
        return made


class DictWriter:
    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **options):
        self.fieldnames, self.restval, self.extrasaction = fieldnames, restval, extrasaction
        self.writer = writer(f, dialect, **options)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def writerow(self, rowdict):
        extra = [name for name in rowdict if name not in self.fieldnames]
        if self.extrasaction == "raise" and extra:
            raise ValueError("dict contains fields not in fieldnames: " + ", ".join([repr(name) for name in extra]))
        return self.writer.writerow([rowdict.get(name, self.restval) for name in self.fieldnames])

    def writerows(self, rowdicts):
        for row in rowdicts:
            self.writerow(row)


def __getattr__(name):
    return _because(f"`csv.{name}` is not followed")
