"""The standard module `hashlib`, for the interpreter to run: MD5, SHA-1 and the SHA-2 family."""
from _unknown import because as _because

algorithms_guaranteed = {
    "blake2b", "blake2s", "md5", "sha1", "sha224", "sha256", "sha384", "sha3_224", "sha3_256", "sha3_384", "sha3_512",
    "sha512", "shake_128", "shake_256",
}


def _root(n, power):
    """The whole part of a root."""
    low, high = 0, 1 << (n.bit_length() // power + 1)
    while low < high:
        middle = (low + high + 1) // 2
        if middle ** power <= n:
            low = middle
        else:
            high = middle - 1
    return low


def _primes(count):
    found = []
    n = 2
    while len(found) < count:
        if all(n % p for p in found):
            found.append(n)
        n += 1
    return found


def _padded(data, block, order):
    size = block // 8
    rest = -(len(data) + 1 + size) % block
    return data + b"\x80" + bytes(rest) + (len(data) * 8).to_bytes(size, order)


# The sines of FIPS 180's elder, RFC 1321, as whole numbers: floor(2 ** 32 * abs(sin(i + 1))).
_SINES = None
_TURNS = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]]


def _md5(data):
    global _SINES
    if _SINES is None:
        _SINES = [_sine(i) for i in range(1, 65)]
    mask = 0xFFFFFFFF
    state = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476]
    data = _padded(data, 64, "little")
    for start in range(0, len(data), 64):
        words = [int.from_bytes(data[i : i + 4], "little") for i in range(start, start + 64, 4)]
        a, b, c, d = state
        for i in range(64):
            turn = i // 16
            if turn == 0:
                f, g = (b & c) | (~b & d), i
            elif turn == 1:
                f, g = (d & b) | (~d & c), (5 * i + 1) % 16
            elif turn == 2:
                f, g = b ^ c ^ d, (3 * i + 5) % 16
            else:
                f, g = c ^ (b | (~d & mask)), 7 * i % 16
            f = (f + a + _SINES[i] + words[g]) & mask
            by = _TURNS[turn][i % 4]
            a, d, c, b = d, c, b, (b + ((f << by) | (f >> (32 - by)))) & mask
        state = [(x + y) & mask for x, y in zip(state, (a, b, c, d))]
    return b"".join(x.to_bytes(4, "little") for x in state)


def _sine(x):
    """floor(2 ** 32 * abs(sin(x))) by its series, in whole numbers."""
    one = 1 << 300
    term = total = x * one
    n = 1
    while term:
        term = -term * x * x // ((n + 1) * (n + 2))
        n += 2
        total += term
        if abs(term) < 2:
            break
    return abs(total) >> 268


def _sha1(data):
    mask = 0xFFFFFFFF
    state = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0]
    data = _padded(data, 64, "big")
    for start in range(0, len(data), 64):
        words = [int.from_bytes(data[i : i + 4], "big") for i in range(start, start + 64, 4)]
        for i in range(16, 80):
            x = words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16]
            words.append(((x << 1) | (x >> 31)) & mask)
        a, b, c, d, e = state
        for i, word in enumerate(words):
            if i < 20:
                f, k = (b & c) | (~b & d), 0x5A827999
            elif i < 40:
                f, k = b ^ c ^ d, 0x6ED9EBA1
            elif i < 60:
                f, k = (b & c) | (b & d) | (c & d), 0x8F1BBCDC
            else:
                f, k = b ^ c ^ d, 0xCA62C1D6
            a, b, c, d, e = (((a << 5) | (a >> 27)) + f + e + k + word) & mask, a, ((b << 30) | (b >> 2)) & mask, c, d
        state = [(x + y) & mask for x, y in zip(state, (a, b, c, d, e))]
    return b"".join(x.to_bytes(4, "big") for x in state)


def _sha2(data, bits, first, rounds, turns, size):
    """`turns` are those of the schedule and of the rounds; `first` makes the state that it begins with."""
    mask = (1 << bits) - 1
    primes = _primes(rounds)
    keys = [_root(p << 3 * bits, 3) & mask for p in primes]
    state = first
    (s1, s2, s3), (t1, t2, t3), (u1, u2, u3), (v1, v2, v3) = turns
    width = bits // 8
    data = _padded(data, 16 * width, "big")
    for start in range(0, len(data), 16 * width):
        words = [int.from_bytes(data[i : i + width], "big") for i in range(start, start + 16 * width, width)]
        for i in range(16, rounds):
            x, y = words[i - 15], words[i - 2]
            x = ((x >> s1) | (x << (bits - s1))) ^ ((x >> s2) | (x << (bits - s2))) ^ (x >> s3)
            y = ((y >> t1) | (y << (bits - t1))) ^ ((y >> t2) | (y << (bits - t2))) ^ (y >> t3)
            words.append((words[i - 16] + (x & mask) + words[i - 7] + (y & mask)) & mask)
        a, b, c, d, e, f, g, h = state
        for word, key in zip(words, keys):
            x = ((e >> v1) | (e << (bits - v1))) ^ ((e >> v2) | (e << (bits - v2))) ^ ((e >> v3) | (e << (bits - v3)))
            one = h + (x & mask) + ((e & f) ^ (~e & g)) + key + word
            y = ((a >> u1) | (a << (bits - u1))) ^ ((a >> u2) | (a << (bits - u2))) ^ ((a >> u3) | (a << (bits - u3)))
            two = (y & mask) + ((a & b) ^ (a & c) ^ (b & c))
            a, b, c, d, e, f, g, h = (one + two) & mask, a, b, c, (d + one) & mask, e, f, g
        state = [(x + y) & mask for x, y in zip(state, (a, b, c, d, e, f, g, h))]
    return b"".join(x.to_bytes(width, "big") for x in state)[:size]


_TURNS_32 = (7, 18, 3), (17, 19, 10), (2, 13, 22), (6, 11, 25)
_TURNS_64 = (1, 8, 7), (19, 61, 6), (28, 34, 39), (14, 18, 41)


def _roots(bits, primes):
    return [_root(p << 2 * bits, 2) & ((1 << bits) - 1) for p in primes]


def _sha256(data):
    return _sha2(data, 32, _roots(32, _primes(8)), 64, _TURNS_32, 32)


def _sha224(data):
    first = [x & 0xFFFFFFFF for x in _roots(64, _primes(16)[8:])]
    return _sha2(data, 32, first, 64, _TURNS_32, 28)


def _sha512(data):
    return _sha2(data, 64, _roots(64, _primes(8)), 80, _TURNS_64, 64)


def _sha384(data):
    return _sha2(data, 64, _roots(64, _primes(16)[8:]), 80, _TURNS_64, 48)


_ALGORITHMS = {
    "md5": (_md5, 16, 64), "sha1": (_sha1, 20, 64), "sha224": (_sha224, 28, 64), "sha256": (_sha256, 32, 64),
    "sha384": (_sha384, 48, 128), "sha512": (_sha512, 64, 128),
}


class HASH:
    def __init__(self, name, data=b""):
        self.name = name
        self._digest, self.digest_size, self.block_size = _ALGORITHMS[name]
        self._data = b""
        self.update(data)

    def update(self, data, /):
        if isinstance(data, str):
            raise TypeError("Strings must be encoded before hashing")
        if not isinstance(data, (bytes, bytearray)):
            raise TypeError("object supporting the buffer API required")
        self._data += bytes(data)

    def digest(self):
        if len(self._data) > 4096:
            return _because("hashes of long texts are not followed")
        return self._digest(self._data)

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        return HASH(self.name, self._data)


def _maker(name):
    def make(string=b"", *, usedforsecurity=True):
        return HASH(name, string)
    make.__name__ = make.__qualname__ = f"openssl_{name}"
    return make


for _name in _ALGORITHMS:
    globals()[_name] = _maker(_name)


def new(name, data=b"", *, usedforsecurity=True):
    if name.lower() in _ALGORITHMS:
        return HASH(name.lower(), data)
    if name.lower() in algorithms_guaranteed:
        return _because(f"`hashlib.{name}` is not followed")
    raise ValueError(f"unsupported hash type {name}")


def __getattr__(name):
    return _because(f"`hashlib.{name}` is not followed")
