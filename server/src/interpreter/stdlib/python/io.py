"""The standard module `io`, for the interpreter to run: texts and bytes kept in memory."""
from _unknown import because as _because

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase:
    pass


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


class TextIOBase(IOBase):
    pass


class _InMemory:
    def _start(self, initial):
        self._content = initial
        self._position = 0
        self.closed = False

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def getvalue(self):
        self._check()
        return self._content

    def _put(self, part):
        self._check()
        filler = self._content[:0].ljust(max(0, self._position - len(self._content)), self._zero)
        head = self._content[:self._position] + filler
        self._content = head + part + self._content[self._position + len(part):]
        self._position += len(part)
        return len(part)

    def read(self, size=-1, /):
        self._check()
        end = len(self._content) if size is None or size < 0 else self._position + size
        part = self._content[self._position:end]
        self._position = max(self._position, min(end, len(self._content)))
        return part

    def readline(self, size=-1, /):
        self._check()
        found = self._content.find(self._newline, self._position)
        end = len(self._content) if found < 0 else found + 1
        if size is not None and size >= 0:
            end = min(end, self._position + size)
        return self.read(max(0, end - self._position))

    def readlines(self, hint=-1, /):
        lines = []
        total = 0
        for line in self:
            lines.append(line)
            total += len(line)
            if hint is not None and 0 < hint <= total:
                break
        return lines

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def seek(self, pos, whence=0, /):
        self._check()
        base = 0 if whence == 0 else self._position if whence == 1 else len(self._content)
        if whence == 0 and pos < 0:
            raise ValueError(f"{self._negative} {pos}")
        self._position = max(0, base + pos)
        return self._position

    def tell(self):
        self._check()
        return self._position

    def truncate(self, size=None, /):
        self._check()
        size = self._position if size is None else size
        self._content = self._content[:size]
        return size

    def close(self):
        self.closed = True

    def flush(self):
        self._check()

    def readable(self):
        self._check()
        return True

    writable = seekable = readable

    def isatty(self):
        self._check()
        return False

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *exc):
        self.close()


class StringIO(_InMemory, TextIOBase):
    _newline, _zero = "\n", "\x00"
    _negative = "Negative seek position"

    def __init__(self, initial_value="", newline="\n"):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        self._start(initial_value or "")
        if newline != "\n":
            self._content = _because("newlines that are translated are not followed")

    def write(self, s, /):
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got {type(s).__name__!r}")
        return self._put(s)


class BytesIO(_InMemory, BufferedIOBase):
    _newline, _zero = b"\n", b"\x00"
    _negative = "negative seek value"

    def __init__(self, initial_bytes=b""):
        self._start(b"" if initial_bytes is None else bytes(initial_bytes))

    def write(self, b, /):
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return self._put(bytes(b))

    def getbuffer(self):
        return _because("a `memoryview` is not followed")

    read1 = _InMemory.read


StringIO.__module__ = BytesIO.__module__ = "_io"


def open(*args, **kwargs):
    return _because("what a file holds is not read")


def __getattr__(name):
    return _because(f"`io.{name}` is not followed")
