"""The checksum of a FIT file (CRC-16, polynomial 0x8005 read backwards), about as fast as memory.

Bytes are a polynomial whose coefficients are bits, those that come first the highest; its checksum
is what is left of it when it is divided by x^16 + x^15 + x^2 + 1, which is (x + 1)(x^15 + x + 1).
Whole numbers of any length make short work of that, since two rules let bits be laid over others
with exclusive or:

- The divisor divides x^32767 - 1, so bits that lie 32,767 apart count the same.
- Where n is a power of two, x^15n leaves the same as x^n + 1 behind when it is divided by the
  second factor. The first one asks no more than whether the number of bits is even.
"""

from __future__ import annotations

from typing import Final

_ORDER_BITS: Final = 32_767
_BYTE: Final = 8
_FOLDED_BYTES: Final = 4096
_ONES: Final = (1 << _ORDER_BITS) - 1
_DEGREE: Final = 15
# The second factor, written as data are, in its 16 bits.
_FACTOR: Final = 0xC001
# Below so many times its degree, byte by byte is as quick.
_SHORTEST: Final = 8

_POLYNOMIAL: Final = 0xA001


def checksum(data: bytes) -> int:
    """Tell the checksum; of data that ends with its own checksum it is nought."""
    rest = 0
    for byte in _shortened(_folded(data)):
        rest = _TABLE[(rest ^ byte) & 0xFF] ^ rest >> _BYTE
    return rest


def _folded(data: bytes) -> bytes:
    """Lay long data over themselves, as often as they are longer than the order."""
    if len(data) <= _FOLDED_BYTES:
        return data
    first = len(data) % _ORDER_BITS
    whole = int.from_bytes(data[:first], "little") << (_BYTE * (_ORDER_BITS - first))
    for start in range(first, len(data), _ORDER_BITS):
        whole ^= int.from_bytes(data[start : start + _ORDER_BITS], "little")
    folded = 0
    while whole:
        folded ^= whole & _ONES
        whole >>= _ORDER_BITS
    return (folded << 1).to_bytes(_FOLDED_BYTES, "little")


def _shortened(data: bytes) -> bytes:
    """Lay the first bits over those that stand for what they leave behind, until few are left."""
    whole, bits = int.from_bytes(data, "little"), _BYTE * len(data)
    odd = whole.bit_count() & 1
    power = 1 << (bits // _DEGREE).bit_length()
    while power >= _SHORTEST:
        kept = _DEGREE * power
        while bits > kept:
            count = min(bits - kept, kept - power)
            first = whole & (1 << count) - 1
            whole = whole >> count ^ first << kept - count ^ first << kept - power - count
            bits -= count
        power >>= 1
    if whole.bit_count() & 1 != odd:
        whole ^= _FACTOR << bits - 16
    return whole.to_bytes(bits // _BYTE, "little")


def _after(rest: int) -> int:
    """What a byte leaves behind."""
    for _ in range(_BYTE):
        rest = rest >> 1 ^ (_POLYNOMIAL if rest & 1 else 0)
    return rest


_TABLE: Final = tuple(map(_after, range(256)))
