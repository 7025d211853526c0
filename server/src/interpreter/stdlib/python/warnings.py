"""The standard module `warnings`, for the interpreter to run: what is recorded, and what is made an error."""
import re as _re

from _unknown import because as _because

filters = []
_recording = []


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None


def _add(entry, append):
    if entry in filters:
        filters.remove(entry)
    if append:
        filters.append(entry)
    else:
        filters.insert(0, entry)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    if action not in ("error", "ignore", "always", "default", "module", "once"):
        raise AssertionError(f"invalid action: {action!r}")
    _add((action, message, category, module or lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    if action not in ("error", "ignore", "always", "default", "module", "once"):
        raise AssertionError(f"invalid action: {action!r}")
    _add((action, "", category, lineno), append)


def resetwarnings():
    filters[:] = []


def _action(text, category):
    for action, message, kind, place in filters:
        if issubclass(category, kind) and (not message or _re.match(message, text, _re.I)):
            return None if place else action
    return None


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = message.__class__
    category = UserWarning if category is None else category
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    if isinstance(message, Warning):
        text, made = str(message), message
    else:
        text, made = message, category(message)
    action = _action(text, category)
    if action == "ignore":
        return
    if action == "error":
        raise made
    if _recording:
        log = _recording[-1]
        if action == "always":
            log.append(WarningMessage(made, category, _because("it is the path of the program"), _because("line numbers are not followed")))
        elif log is not None:
            log.extend(_because("which warnings are shown depends on where they come from, and on earlier ones"))


def warn_explicit(message, category, filename, lineno, *args, **kwargs):
    return warn(message, category)


def formatwarning(message, category, filename, lineno, line=None):
    return _because("the line of a warning is not followed")


def showwarning(message, category, filename, lineno, file=None, line=None):
    return None


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)

    def __enter__(self):
        self._filters = filters[:]
        if self._filter is not None:
            simplefilter(*self._filter)
        if not self._record:
            return None
        log = []
        _recording.append(log)
        return log

    def __exit__(self, *exc_info):
        filters[:] = self._filters
        if self._record:
            _recording.pop()
