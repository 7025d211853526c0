"""Checksums of the standard module `zlib`, for the interpreter to run."""
from _unknown import because as _because

_TABLE = []
for _i in range(256):
    for _ in range(8):
        _i = _i >> 1 ^ (0xEDB88320 if _i & 1 else 0)
    _TABLE.append(_i)


def _checked(data):
    if not isinstance(data, (bytes, bytearray)):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    return data


def crc32(data, value=0, /):
    value ^= 0xFFFFFFFF
    for byte in _checked(data):
        value = _TABLE[(value ^ byte) & 255] ^ value >> 8
    return value ^ 0xFFFFFFFF


def adler32(data, value=1, /):
    low, high = value & 0xFFFF, value >> 16
    for byte in _checked(data):
        low = (low + byte) % 65521
        high = (high + low) % 65521
    return high << 16 | low


def __getattr__(name):
    return _because(f"`zlib.{name}` is not followed")
