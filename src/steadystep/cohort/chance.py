"""Luck that belongs to a person and a day, and to nothing else.

Common random numbers: a draw is worked out from the study's seed, the person, the day and what it
is for. So every planner meets the same people with the same luck, and neither the size of a chunk
nor the worker that runs it can change anybody's year.

Whole numbers of 32 bits in places for 64: products that run over lose their upper bits in numba
and are cut by the mask in CPython, and the lower 32 bits are the same.
"""

from __future__ import annotations

from statistics import NormalDist
from typing import NamedTuple

MASK = 0xFFFF_FFFF
# The fraction of the golden ratio, in 32 bits: streams laid out far from one another.
GOLDEN = 0x9E37_79B9
OTHER = 0x85EB_CA6B
# Traits are drawn on no day; the weather belongs to no person.
NO_DAY = MASK
NOBODY = MASK

_TABLE_BITS = 16
_TABLE = 1 << _TABLE_BITS
# Whole numbers of this part, so that the last bits of one machine's logarithm play no part, and
# the table takes half the room in a processor's cache.
_GRAINS = 1 << 28
_GRAIN = 1.0 / _GRAINS


def _normals() -> tuple[int, ...]:
    """The standard normal's quantiles at the middles of 65,536 equal shares, in grains."""
    quantile = NormalDist().inv_cdf
    half = [round(quantile((i + 0.5) / _TABLE) * _GRAINS) for i in range(_TABLE // 2)]
    return (*half, *(-one for one in reversed(half)))


NORMALS = _normals()


# Sixteen bits of a hash are one draw; the other sixteen may be another.
_HALF = 0xFFFF
_HALF_BITS = 16
_HALVES = 65_536.0


class Luck(NamedTuple):
    """Where one person's draws of one day begin.

    Attributes:
        low: 32 bits.
        high: 32 more, so that two days of two people do not meet by chance.
    """

    low: int
    high: int


def mixed(bits: int) -> int:
    """Stir 32 bits, one to one (the "lowbias32" finaliser, C. Wellons 2018)."""
    bits ^= bits >> 16
    bits = (bits * 0x7FEB_352D) & MASK
    bits ^= bits >> 15
    bits = (bits * 0x846C_A68B) & MASK
    return bits ^ (bits >> 16)


def who_is(seed: int, person: int) -> int:
    """32 bits that are this person's in this study, and nobody else's."""
    return mixed((mixed(seed & MASK) + person * GOLDEN) & MASK)


def luck_of(who: int, day: int) -> Luck:
    """The luck of a person on a day. Two people of one study never share a day's luck."""
    low = mixed(who ^ ((day * OTHER) & MASK))
    return Luck(low, mixed((who + (day ^ GOLDEN) * GOLDEN) & MASK))


def bits_of(luck: Luck, stream: int) -> int:
    """32 even bits for one purpose."""
    return mixed((luck.low + stream * GOLDEN) & MASK) ^ luck.high


def normal(luck: Luck, stream: int) -> float:
    """A standard normal draw."""
    return _GRAIN * NORMALS[bits_of(luck, stream) & _HALF]


def normals(luck: Luck, stream: int) -> tuple[float, float]:
    """Two standard normal draws, of one hash."""
    bits = bits_of(luck, stream)
    return _GRAIN * NORMALS[bits & _HALF], _GRAIN * NORMALS[bits >> _HALF_BITS]


def uniform(luck: Luck, stream: int) -> float:
    """A draw between 0 and 1, neither included."""
    return (bits_of(luck, stream) + 0.5) / 4_294_967_296.0


def uniforms(luck: Luck, stream: int) -> tuple[float, float]:
    """Two such draws of one hash, coarse: for chances that are far from rare."""
    bits = bits_of(luck, stream)
    return ((bits & _HALF) + 0.5) / _HALVES, ((bits >> _HALF_BITS) + 0.5) / _HALVES


def smallest(luck: Luck, stream: int, of: int, rank: int) -> float:
    """The rank-th smallest of some uniform draws: a beta draw with whole parameters.

    Beta(a, b) is the a-th smallest of a + b - 1. It takes the streams from `stream` on.
    """
    found = 0.0
    for _ in range(rank):
        lowest = 1.0
        for one in range(of):
            drawn = uniform(luck, stream + one)
            if found < drawn < lowest:
                lowest = drawn
        found = lowest
    return found
