"""The standard module `struct`, for the interpreter to run, in standard sizes."""
from _unknown import because as _because

_SIZES = {"c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 4, "L": 4, "q": 8, "Q": 8, "e": 2, "f": 4, "d": 8}
_NATIVE_SIZES = {**_SIZES, "l": 8, "L": 8, "n": 8, "N": 8}
_FLOATS = {"e": (5, 10), "f": (8, 23), "d": (11, 52)}


class error(Exception):
    pass


def _fields(format):
    """The byte order, and of each field its code and count, in turn; native alignment as `x` between them."""
    if isinstance(format, bytes):
        format = format.decode("ascii")
    mark = format[:1] if format[:1] in ("@", "=", "<", ">", "!") else ""
    order = "big" if mark in (">", "!") else "little"
    native = mark in ("", "@")
    sizes = _NATIVE_SIZES if native else _SIZES
    fields = []
    offset = 0
    count = ""
    for code in format[len(mark):]:
        if code.isspace():
            continue
        if code.isdigit():
            count += code
            continue
        times = int(count) if count else 1
        count = ""
        if code in "sp":
            fields.append((code, times))
            offset += times
        elif code == "x":
            fields.append(("x", times))
            offset += times
        elif code in sizes:
            size = sizes[code]
            gap = -offset % size if native else 0
            if gap:
                fields.append(("x", gap))
            fields += [(code, size)] * times
            offset += gap + size * times
        else:
            raise error("bad char in struct format")
    if count:
        raise error("repeat count given without format specifier")
    return order, fields


def calcsize(format, /):
    return sum([size for _, size in _fields(format)[1]])


def _float_bits(value, code):
    """The bits of a float in a narrower format, rounded half to even; None where it is too large."""
    width, digits = _FLOATS[code]
    bias = 2 ** (width - 1) - 1
    sign = 1 if str(value).startswith("-") else 0
    top = sign << (width + digits)
    if value != value:
        return (2 ** width - 1) << digits | 1 << (digits - 1)
    if value in (float("inf"), float("-inf")):
        return top | (2 ** width - 1) << digits
    numerator, denominator = abs(value).as_integer_ratio()
    if numerator == 0:
        return top
    exponent = numerator.bit_length() - denominator.bit_length()
    if numerator << max(0, -exponent) < denominator << max(0, exponent):
        exponent -= 1
    exponent = max(exponent, 1 - bias)
    shift = digits - exponent
    above, below = numerator << max(0, shift), denominator << max(0, -shift)
    mantissa, rest = divmod(above, below)
    if rest * 2 > below or rest * 2 == below and mantissa % 2:
        mantissa += 1
    if mantissa >= 2 << digits:
        mantissa >>= 1
        exponent += 1
    if exponent > bias:
        return None
    if mantissa < 1 << digits:
        return top | mantissa
    return top | (exponent + bias) << digits | mantissa & ((1 << digits) - 1)


def _float_of(bits, code):
    width, digits = _FLOATS[code]
    bias = 2 ** (width - 1) - 1
    sign = -1.0 if bits >> (width + digits) else 1.0
    field = bits >> digits & (2 ** width - 1)
    mantissa = bits & ((1 << digits) - 1)
    if field == 2 ** width - 1:
        return float("nan") if mantissa else sign * float("inf")
    if field:
        mantissa |= 1 << digits
    exponent = max(field, 1) - bias - digits
    return sign * (float(mantissa * 2 ** exponent) if exponent >= 0 else mantissa / 2 ** -exponent)


def _integer_bytes(value, code, size, order):
    if not hasattr(value, "__index__"):
        raise error("required argument is not an integer")
    value = value.__index__()
    signed = code in "bhilqn"
    low, high = (-(2 ** (8 * size - 1)), 2 ** (8 * size - 1) - 1) if signed else (0, 2 ** (8 * size) - 1)
    if not low <= value <= high:
        return _because("what `pack` says of a number out of range is not followed")
    return value.to_bytes(size, order, signed=signed)


def pack(format, /, *values):
    order, fields = _fields(format)
    wanted = len([code for code, _ in fields if code != "x"])
    if wanted != len(values):
        raise error(f"pack expected {wanted} items for packing (got {len(values)})")
    left = iter(values)
    made = b""
    for code, size in fields:
        if code == "x":
            made += b"\x00" * size
            continue
        value = next(left)
        if code == "s":
            if not isinstance(value, (bytes, bytearray)):
                raise error("argument for 's' must be a bytes object")
            made += bytes(value)[:size].ljust(size, b"\x00")
        elif code == "p":
            return _because("Pascal strings are not followed")
        elif code == "c":
            if not isinstance(value, bytes) or len(value) != 1:
                raise error("char format requires a bytes object of length 1")
            made += value
        elif code == "?":
            made += b"\x01" if value else b"\x00"
        elif code in _FLOATS:
            if not hasattr(value, "__float__") and not hasattr(value, "__index__"):
                raise error("required argument is not a float")
            bits = _float_bits(float(value), code)
            if bits is None:
                raise OverflowError(f"float too large to pack with {code} format")
            made += bits.to_bytes(size, order)
        else:
            made += _integer_bytes(value, code, size, order)
    return made


def unpack(format, buffer, /):
    order, fields = _fields(format)
    buffer = bytes(buffer)
    size = calcsize(format)
    if len(buffer) != size:
        raise error(f"unpack requires a buffer of {size} bytes")
    values = []
    offset = 0
    for code, size in fields:
        part = buffer[offset:offset + size]
        offset += size
        if code == "x":
            continue
        if code in "sc":
            values.append(part)
        elif code == "p":
            return _because("Pascal strings are not followed")
        elif code == "?":
            values.append(part != b"\x00")
        elif code in _FLOATS:
            values.append(_float_of(int.from_bytes(part, order), code))
        else:
            values.append(int.from_bytes(part, order, signed=code in "bhilqn"))
    return tuple(values)


def unpack_from(format, /, buffer, offset=0):
    size = calcsize(format)
    if len(buffer) - offset < size:
        return _because("what `unpack_from` refuses is not followed")
    return unpack(format, bytes(buffer)[offset:offset + size])


def iter_unpack(format, buffer, /):
    size = calcsize(format)
    if not size or len(buffer) % size:
        raise error(f"iterative unpacking requires a buffer of a multiple of {size} bytes")
    return iter([unpack(format, buffer[start:start + size]) for start in range(0, len(buffer), size)])


class Struct:
    def __init__(self, format):
        self.format = format
        self.size = calcsize(format)

    def pack(self, *values):
        return pack(self.format, *values)

    def unpack(self, buffer, /):
        return unpack(self.format, buffer)

    def unpack_from(self, buffer, offset=0):
        return unpack_from(self.format, buffer, offset)
