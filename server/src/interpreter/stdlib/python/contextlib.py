"""The standard module `contextlib`, for the interpreter to run."""
from functools import wraps as _wraps


class _GeneratorContext:
    def __init__(self, make):
        self._make = make
        self._generator = make()

    def __enter__(self):
        for value in self._generator:
            return value
        raise RuntimeError("generator didn't yield")

    def __exit__(self, kind, value, traceback):
        if kind is None:
            for _ in self._generator:
                raise RuntimeError("generator didn't stop")
            return False
        try:
            self._generator.throw(value)
        except StopIteration as stop:
            return stop is not value
        except BaseException as raised:
            if raised is value:
                return False
            raise
        raise RuntimeError("generator didn't stop after throw()")

    def __call__(self, function):
        @_wraps(function)
        def inner(*args, **kwargs):
            with _GeneratorContext(self._make):
                return function(*args, **kwargs)
        return inner


def contextmanager(function):
    @_wraps(function)
    def helper(*args, **kwargs):
        return _GeneratorContext(lambda: function(*args, **kwargs))
    return helper


class ContextDecorator:
    def __call__(self, function):
        @_wraps(function)
        def inner(*args, **kwargs):
            with self:
                return function(*args, **kwargs)
        return inner


class AbstractContextManager:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        return None


class nullcontext:
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *details):
        return None


class closing:
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *details):
        self.thing.close()


class suppress:
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        return None

    def __exit__(self, kind, value, traceback):
        return kind is not None and issubclass(kind, self._exceptions)


class _Redirect:
    def __init__(self, new_target):
        self._target = new_target

    def __enter__(self):
        return self._target

    def __exit__(self, *details):
        return None


class redirect_stdout(_Redirect):
    pass


class redirect_stderr(_Redirect):
    pass


class ExitStack:
    def __init__(self):
        self._callbacks = []

    def enter_context(self, manager):
        result = manager.__enter__()
        self._callbacks.append(manager.__exit__)
        return result

    def callback(self, function, /, *args, **kwargs):
        self._callbacks.append(lambda *details: function(*args, **kwargs) and None)
        return function

    def push(self, exit):
        self._callbacks.append(exit.__exit__ if hasattr(exit, "__exit__") else exit)
        return exit

    def close(self):
        self.__exit__(None, None, None)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        handled = False
        while self._callbacks:
            if self._callbacks.pop()(*details):
                details = (None, None, None)
                handled = True
        return handled
