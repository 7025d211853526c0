"""The module `packaging.version`, for the interpreter to run: versions and their order by PEP 440."""
import re as _re

from _unknown import each as _each

_PATTERN = _re.compile(
    r"\s*v?(?:(?P<epoch>\d+)!)?(?P<release>\d+(?:\.\d+)*)"
    r"(?:[-_.]?(?P<pre>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?P<pre_n>\d*))?"
    r"(?P<post>-(?P<post_n1>\d+)|[-_.]?(?:post|rev|r)[-_.]?(?P<post_n2>\d*))?"
    r"(?P<dev>[-_.]?dev[-_.]?(?P<dev_n>\d*))?"
    r"(?:\+(?P<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?\s*",
    _re.IGNORECASE,
)
_SHORT = {"alpha": "a", "beta": "b", "c": "rc", "pre": "rc", "preview": "rc"}
# Before and after everything that may stand in their place.
_LEAST, _MOST = (-1,), (1,)


class InvalidVersion(ValueError):
    pass


def parse(version):
    return Version(version)


class Version:
    def __init__(self, version):
        # Where it is one of several texts, each has parts of its own.
        parts = _each(version, _parts)
        self.epoch, self.release, self.pre, self.post, self.dev, self.local, self._key = parts

    def __hash__(self):
        return hash(self._key)

    def __eq__(self, other):
        return self._key == other._key if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        return self._key < other._key if isinstance(other, Version) else NotImplemented

    def __le__(self, other):
        return self._key <= other._key if isinstance(other, Version) else NotImplemented

    def __gt__(self, other):
        return self._key > other._key if isinstance(other, Version) else NotImplemented

    def __ge__(self, other):
        return self._key >= other._key if isinstance(other, Version) else NotImplemented

    def __repr__(self):
        return f"<Version('{self}')>"

    def __str__(self):
        text = self.base_version
        if self.pre is not None:
            text += f"{self.pre[0]}{self.pre[1]}"
        if self.post is not None:
            text += f".post{self.post}"
        if self.dev is not None:
            text += f".dev{self.dev}"
        return text if self.local is None else f"{text}+{self.local}"

    @property
    def public(self):
        return str(self).split("+", 1)[0]

    @property
    def base_version(self):
        return (f"{self.epoch}!" if self.epoch else "") + ".".join([str(part) for part in self.release])

    @property
    def is_prerelease(self):
        return self.dev is not None or self.pre is not None

    @property
    def is_postrelease(self):
        return self.post is not None

    @property
    def is_devrelease(self):
        return self.dev is not None

    @property
    def major(self):
        return self.release[0]

    @property
    def minor(self):
        return self.release[1] if len(self.release) >= 2 else 0

    @property
    def micro(self):
        return self.release[2] if len(self.release) >= 3 else 0


def _parts(version):
    found = _PATTERN.fullmatch(version)
    if found is None:
        raise InvalidVersion(f"Invalid version: {version!r}")
    epoch = int(found["epoch"] or 0)
    release = tuple([int(part) for part in found["release"].split(".")])
    pre = post = dev = local = None
    if found["pre"] is not None:
        letter = found["pre"].lower()
        pre = (_SHORT.get(letter, letter), int(found["pre_n"] or 0))
    if found["post"] is not None:
        post = int(found["post_n1"] or found["post_n2"] or 0)
    if found["dev"] is not None:
        dev = int(found["dev_n"] or 0)
    if found["local"] is not None:
        local = ".".join([_number_or_text(part) for part in _re.split(r"[-_.]", found["local"].lower())])
    return epoch, release, pre, post, dev, local, (epoch, *_order(release, pre, post, dev, local))


def _order(release, pre, post, dev, local):
    release = list(release)
    while len(release) > 1 and release[-1] == 0:
        release.pop()
    if pre is not None:
        pre = (0, *pre)
    else:
        pre = _LEAST if post is None and dev is not None else _MOST
    post = _LEAST if post is None else (0, post)
    dev = _MOST if dev is None else (0, dev)
    if local is None:
        local = _LEAST
    else:
        local = (0, tuple([(1, int(part)) if part.isdigit() else (0, part) for part in local.split(".")]))
    return tuple(release), pre, post, dev, local


def _number_or_text(part):
    return str(int(part)) if part.isdigit() else part
