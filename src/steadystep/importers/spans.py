"""Stretches of time that may overlap: which of them counts at each moment, so that none does twice.

Where several overlap, the one with more a second counts. A stretch of an hour that repeats what six
stretches of ten minutes told, and a device that tells a stretch once more and a little longer, then
give what one of them gave.
"""

from __future__ import annotations

from fractions import Fraction
from heapq import heappop, heappush
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from steadystep.core.bins import BIN_SECONDS, BINS
from steadystep.core.observed import DAY_SECONDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Span(NamedTuple):
    """A stretch on one clock for all, of a second at least.

    Attributes:
        start: Its beginning, seconds since 1970 in UTC, or on the wall where no offset is known.
        end: Its end on the same clock.
        weight: How much lies in it.
        wall: What to add to tell the time on the wall.
    """

    start: int
    end: int
    weight: int
    wall: int


def total(spans: Iterable[Span]) -> int:
    """How much lies in all of them, nothing counted twice."""
    return sum(_share(span, start, end) for span, start, end in _won(spans))


def spread(spans: Iterable[Span]) -> dict[int, int]:
    """How much lies in each five minutes of the day, by the clock on the wall."""
    bins: dict[int, int] = {}
    for (first, last, weight, wall), start, end in _won(spans):
        place, within = divmod((start + wall) % DAY_SECONDS, BIN_SECONDS)
        # What lies before each bound, as in `_share`: two that follow each other differ by what
        # lies between them. There are hundreds of thousands of them in an export.
        length, before = last - first, weight * (start - first) // (last - first)
        for bound in (*range(start + BIN_SECONDS - within, end, BIN_SECONDS), end):
            until = weight * (bound - first) // length
            bins[place] = bins.get(place, 0) + until - before
            before, place = until, (place + 1) % BINS
    return bins


def divided(start: int, end: int, tenths: int) -> Iterator[tuple[int, int, int]]:
    """Divide a stretch at each midnight: start, end and share of each piece; nothing is lost."""
    at = start
    while at < end:
        until = min(end, (at // DAY_SECONDS + 1) * DAY_SECONDS)
        yield at, until, _share(Span(start, end, tenths, 0), at, until)
        at = until


def _share(span: Span, start: int, end: int) -> int:
    """What of a span lies between two moments. The shares of all its parts make the whole."""
    length = span.end - span.start
    return span.weight * (end - span.start) // length - span.weight * (start - span.start) // length


def _won(spans: Iterable[Span]) -> Iterator[tuple[Span, int, int]]:
    """Each part of time, with the span that counts there."""
    touching: list[Span] = []
    reach = 0
    for span in sorted(spans):
        if touching and span.start < reach:
            touching.append(span)
            reach = max(reach, span.end)
            continue
        yield from _among(touching)
        touching, reach = [span], span.end
    yield from _among(touching)


def _among(touching: list[Span]) -> Iterator[tuple[Span, int, int]]:
    """The same, among spans that touch each other."""
    if len(touching) <= 1:
        for span in touching:
            yield span, span.start, span.end
        return
    bounds = sorted({bound for span in touching for bound in (span.start, span.end)})
    best: list[tuple[Fraction, Span]] = []
    coming = iter([*touching, None])
    following = next(coming)
    for start, end in pairwise(bounds):
        while following is not None and following.start <= start:
            share = Fraction(-following.weight, following.end - following.start)
            heappush(best, (share, following))
            following = next(coming)
        while best and best[0][1].end <= start:
            heappop(best)
        yield best[0][1], start, end
