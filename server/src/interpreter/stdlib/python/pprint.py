"""The standard module `pprint`, for the interpreter to run: values of built-in types laid out in lines."""
from _unknown import because as _because


class _Order:
    """Keys in their order, or by type and address where they have none."""

    def __init__(self, item):
        self.item = item

    def __lt__(self, other):
        try:
            return self.item < other.item
        except TypeError:
            return str(type(self.item)) < str(type(other.item))


def _sorted_items(items, sort):
    return sorted(items, key=lambda pair: _Order(pair[0])) if sort else list(items)


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        self._indent = int(indent)
        self._width = int(width)
        self._depth = depth
        self._compact = compact
        self._sort = sort_dicts
        self._plain = not underscore_numbers

    def pformat(self, object):
        if not self._plain:
            return _because("underscores in numbers are not followed")
        return self._laid(object, 0, 0, 0)

    def pprint(self, object):
        self.pformat(object)

    def _short(self, value, level):
        """All in one line."""
        kind = type(value)
        deep = self._depth is not None and level >= self._depth
        if kind is dict and value:
            if deep:
                return "{...}"
            pairs = _sorted_items(value.items(), self._sort)
            return "{" + ", ".join([f"{self._short(k, level + 1)}: {self._short(v, level + 1)}" for k, v in pairs]) + "}"
        if kind in (list, tuple) and value:
            if deep:
                return "[...]" if kind is list else "(...)"
            inside = ", ".join([self._short(part, level + 1) for part in value])
            if kind is list:
                return f"[{inside}]"
            return f"({inside},)" if len(value) == 1 else f"({inside})"
        return repr(value)

    def _laid(self, value, column, allowance, level):
        text = self._short(value, level)
        if len(text) <= self._width - column - allowance:
            return text
        level += 1
        if type(value) is str:
            return self._string(value, column, allowance, level)
        if self._depth is not None and level > self._depth:
            return text
        kind = type(value)
        if kind is dict and value:
            lines = "{" + " " * (self._indent - 1)
            pairs = _sorted_items(value.items(), self._sort)
            inner = column + self._indent
            for index, (key, item) in enumerate(pairs):
                shown = self._short(key, level)
                last = index == len(pairs) - 1
                at = inner + len(shown) + 2
                lines += f"{shown}: {self._laid(item, at, allowance + 1 if last else 1, level)}"
                if not last:
                    lines += ",\n" + " " * inner
            return lines + "}"
        if kind is list:
            return "[" + self._items(value, column, allowance + 1, level) + "]"
        if kind is tuple:
            end = ",)" if len(value) == 1 else ")"
            return "(" + self._items(value, column, allowance + len(end), level) + end
        if kind in (int, float, bool, complex, range) or value is None or kind.__repr__ is object.__repr__:
            return text
        if kind.__module__ == "__main__" and not hasattr(value, "__dataclass_fields__") and not isinstance(value, (list, tuple, dict, set, str)):
            return text
        return _because(f"how `pprint` lays out a `{kind.__name__}` is not followed")

    def _items(self, items, column, allowance, level):
        column += self._indent
        lines = " " * (self._indent - 1)
        width = room = self._width - column + 1
        delimiter = ""
        for index, item in enumerate(items):
            last = index == len(items) - 1
            if last:
                room -= allowance
                width -= allowance
            if self._compact:
                text = self._short(item, level)
                size = len(text) + 2
                if width < size:
                    width = room
                    if delimiter:
                        delimiter = ",\n" + " " * column
                if width >= size:
                    width -= size
                    lines += delimiter + text
                    delimiter = ", "
                    continue
            lines += delimiter
            delimiter = ",\n" + " " * column
            lines += self._laid(item, column, allowance if last else 1, level)
        return lines

    def _string(self, value, column, allowance, level):
        if not value:
            return repr(value)
        lines = value.splitlines(True)
        if level == 1:
            column += 1
            allowance += 1
        room = width = self._width - column
        chunks = []
        text = ""
        for index, line in enumerate(lines):
            shown = repr(line)
            if index == len(lines) - 1:
                width -= allowance
            if len(shown) <= width:
                chunks.append(shown)
                continue
            parts = _words(line)
            limit = room
            current = ""
            for at, part in enumerate(parts):
                candidate = current + part
                if at == len(parts) - 1 and index == len(lines) - 1:
                    limit -= allowance
                if len(repr(candidate)) > limit:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            return chunks[0]
        laid = ("\n" + " " * column).join(chunks)
        return f"({laid})" if level == 1 else laid


def _words(line):
    """Words with the blanks behind them."""
    words = []
    current = ""
    for character in line:
        if current and current[-1].isspace() and not character.isspace():
            words.append(current)
            current = ""
        current += character
    return words + [current] if current else words


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    printer = PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers)
    return printer.pformat(object)


def pprint(object, *args, **kwargs):
    return None


pp = pprint


def saferepr(object):
    return PrettyPrinter()._short(object, 0)


def __getattr__(name):
    return _because(f"`pprint.{name}` is not followed")
