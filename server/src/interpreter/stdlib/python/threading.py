"""The module `threading` as one thread sees it, for the interpreter to run."""
from _unknown import because as _because


class local:
    """Attributes of each thread: here there is one."""


class _Lock:
    def __enter__(self):
        return True

    def __exit__(self, *details):
        return None

    def acquire(self, blocking=True, timeout=-1):
        return True

    def release(self):
        return None


def Lock():
    return _Lock()


def RLock():
    return _Lock()


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(f"module 'threading' has no attribute '{name}'")
    return _because("other threads are not followed")
