"""The standard module `binascii`, for the interpreter to run."""
import base64 as _base64
from zlib import crc32
from _unknown import because as _because


class Error(ValueError):
    pass


def hexlify(data, sep="", bytes_per_sep=1):
    return (data.hex(sep, bytes_per_sep) if sep else data.hex()).encode()


b2a_hex = hexlify


def unhexlify(hexstr, /):
    text = hexstr if isinstance(hexstr, str) else hexstr.decode("latin-1")
    if len(text) % 2:
        raise Error("Odd-length string")
    if any(one not in "0123456789abcdefABCDEF" for one in text):
        raise Error("Non-hexadecimal digit found")
    return bytes.fromhex(text)


a2b_hex = unhexlify


def b2a_base64(data, /, *, newline=True):
    return _base64.b64encode(data) + (b"\n" if newline else b"")


def __getattr__(name):
    return _because(f"`binascii.{name}` is not followed")
