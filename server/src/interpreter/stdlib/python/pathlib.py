"""The standard module `pathlib`, for the interpreter to run: paths by POSIX rules, nothing is read."""
import os.path as _path
from _unknown import because as _because


def _normal(parts):
    root = ""
    kept = []
    for part in parts:
        text = part.__fspath__() if hasattr(part, "__fspath__") else part
        if not isinstance(text, str):
            raise TypeError(f"expected str, bytes or os.PathLike object, not {type(text).__name__}")
        if text.startswith("/"):
            root = "/"
            kept = []
        kept.extend(piece for piece in text.split("/") if piece not in ("", "."))
    return root, kept


class PurePath:
    def __new__(cls, *parts, **kwargs):
        return object.__new__(PurePosixPath if cls is PurePath else PosixPath if cls is Path else cls)

    def __init__(self, *parts):
        self._root, self._parts = _normal(parts)

    def _made(self, root, parts):
        made = self.__class__()
        made._root = root
        made._parts = list(parts)
        return made

    def __fspath__(self):
        return str(self)

    def __str__(self):
        return self._root + "/".join(self._parts) or "."

    def __repr__(self):
        return f"{self.__class__.__name__}({str(self)!r})"

    def __hash__(self):
        return hash(str(self))

    def __eq__(self, other):
        return isinstance(other, PurePath) and str(self) == str(other)

    def __lt__(self, other):
        return self.parts < other.parts

    def __truediv__(self, other):
        if not isinstance(other, (str, PurePath)):
            return NotImplemented
        return self.__class__(self, other)

    def __rtruediv__(self, other):
        return self.__class__(other, self)

    @property
    def parts(self):
        return tuple([self._root] * bool(self._root) + self._parts)

    @property
    def root(self):
        return self._root

    @property
    def anchor(self):
        return self._root

    @property
    def drive(self):
        return ""

    @property
    def name(self):
        return self._parts[-1] if self._parts else ""

    @property
    def suffix(self):
        name = self.name
        at = name.rfind(".")
        return name[at:] if 0 < at < len(name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        if name.endswith("."):
            return []
        return ["." + part for part in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        suffix = self.suffix
        return self.name[:-len(suffix)] if suffix else self.name

    @property
    def parent(self):
        return self._made(self._root, self._parts[:-1])

    @property
    def parents(self):
        return tuple(self._made(self._root, self._parts[:end]) for end in range(len(self._parts) - 1, -1, -1))

    def joinpath(self, *others):
        return self.__class__(self, *others)

    def with_name(self, name):
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        if not name or "/" in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        return self._made(self._root, self._parts[:-1] + [name])

    def with_suffix(self, suffix):
        if suffix and not suffix.startswith(".") or suffix == ".":
            raise ValueError(f"Invalid suffix {suffix!r}")
        return self.with_name(self.stem + suffix)

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def as_posix(self):
        return str(self)

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        text = str(self)
        if all(character.isalnum() and character.isascii() or character in "/_.-~" for character in text):
            return "file://" + text
        return _because("the quoting of paths is not followed")

    def is_absolute(self):
        return self._root != ""

    def relative_to(self, *other):
        base = self.__class__(*other)
        if self.parts[:len(base.parts)] != base.parts:
            raise ValueError(f"{str(self)!r} is not in the subpath of {str(base)!r} OR one path is relative and the other is absolute.")
        return self._made("", self.parts[len(base.parts):])

    def match(self, pattern):
        import fnmatch
        root, wanted = _normal([pattern])
        own = self._parts
        if not wanted:
            raise ValueError("empty pattern")
        if root and (not self._root or len(wanted) != len(own)):
            return False
        if len(wanted) > len(own):
            return False
        return all([fnmatch.fnmatchcase(part, one) for part, one in zip(own[len(own) - len(wanted):], wanted)])

    def is_relative_to(self, *other):
        base = self.__class__(*other)
        return self.parts[:len(base.parts)] == base.parts


class PurePosixPath(PurePath):
    pass


def _machine(name):
    def method(self, *args, **kwargs):
        return _because(f"`Path.{name}` depends on the machine where it runs")
    return method


class Path(PurePath):
    cwd = classmethod(_machine("cwd"))
    home = classmethod(_machine("home"))
    exists = _machine("exists")
    is_file = _machine("is_file")
    is_dir = _machine("is_dir")
    iterdir = _machine("iterdir")
    glob = _machine("glob")
    rglob = _machine("rglob")
    resolve = _machine("resolve")
    absolute = _machine("absolute")
    expanduser = _machine("expanduser")
    stat = _machine("stat")
    open = _machine("open")
    read_text = _machine("read_text")
    read_bytes = _machine("read_bytes")

    def mkdir(self, mode=511, parents=False, exist_ok=False):
        return None

    def touch(self, mode=438, exist_ok=True):
        return None

    def unlink(self, missing_ok=False):
        return None

    def write_text(self, data, encoding=None, errors=None, newline=None):
        return len(data)

    def write_bytes(self, data):
        return len(data)


class PosixPath(Path, PurePosixPath):
    pass


def __getattr__(name):
    return _because(f"`pathlib.{name}` is not followed")
