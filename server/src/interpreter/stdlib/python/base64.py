"""The standard module `base64`, for the interpreter to run."""
from _unknown import because as _because

_STANDARD = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_BASE32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


def _bytes_of(s):
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters") from None
    if isinstance(s, (bytes, bytearray)):
        return bytes(s)
    raise TypeError(f"argument should be a bytes-like object or ASCII string, not {type(s).__name__!r}")


def _grouped(s, alphabet, bits, size):
    """Digits of `bits` bits each; groups of `size` of them are filled up with `=`."""
    if not isinstance(s, (bytes, bytearray)):
        raise TypeError(f"a bytes-like object is required, not {type(s).__name__!r}")
    taken = bits * size // 8
    made = bytearray()
    for start in range(0, len(s), taken):
        part = bytes(s[start:start + taken])
        number = int.from_bytes(part + b"\x00" * (taken - len(part)), "big")
        digits = bytes([alphabet[(number >> bits * i) & (2 ** bits - 1)] for i in range(size - 1, -1, -1)])
        used = -(-len(part) * 8 // bits)
        made += digits[:used] + b"=" * (size - used)
    return bytes(made)


def b64encode(s, altchars=None):
    made = _grouped(s, _STANDARD, 6, 4)
    return made if altchars is None else made.translate(bytes.maketrans(b"+/", altchars))


def b64decode(s, altchars=None, validate=False):
    s = _bytes_of(s)
    if altchars is not None:
        s = s.translate(bytes.maketrans(_bytes_of(altchars), b"+/"))
    kept = bytes([byte for byte in s if byte in _STANDARD or byte == 61])
    if validate and kept != s:
        return _because("what `b64decode` refuses is not followed")
    digits = kept.rstrip(b"=")
    if b"=" in digits or (len(digits) + (len(kept) - len(digits))) % 4 or len(digits) % 4 == 1:
        return _because("what `b64decode` refuses is not followed")
    number = 0
    for byte in digits:
        number = number * 64 + _STANDARD.index(byte)
    count = len(digits) * 6 // 8
    return (number >> (len(digits) * 6 - count * 8)).to_bytes(count, "big")


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    return b64decode(_bytes_of(s).translate(bytes.maketrans(b"-_", b"+/")))


encodebytes = decodebytes = lambda s: _because("base64 with lines is not followed")


def b32encode(s):
    return _grouped(s, _BASE32, 5, 8)


def b16encode(s):
    return s.hex().upper().encode("ascii")


def b16decode(s, casefold=False):
    s = _bytes_of(s)
    return bytes.fromhex(s.decode("ascii"))


def __getattr__(name):
    return _because(f"`base64.{name}` is not followed")
