"""How many heart-rate samples a second go into five-minute bins, and how many bytes a day takes.

    PYTHONPATH=src python benchmarks/bins.py

The same samples, in lists of plain numbers, go through four ways: `Gathering` until its days are
made, as a reader calls it that has them one by one, and as one that has some hundred at once; a
loop over a dictionary; and numpy where it is there. The first two also drop repetitions, sort, and
keep to their memory. Seconds are the processor's; the best of seven.
"""

from __future__ import annotations

import random
import sys
import time
from importlib.util import find_spec
from typing import TYPE_CHECKING

from steadystep.core.bins import BIN_SECONDS, BINS, pack, unpack
from steadystep.core.observed import Kind, Maker
from steadystep.importers.gather import Gathering

if TYPE_CHECKING:
    from collections.abc import Callable

SAMPLES = 1_000_000
# A watch tells a heart rate every five seconds or so.
APART_SECONDS = (2, 5, 8)
# As many as some thousand bytes of a file hold.
AT_ONCE = 500
AT_LEAST = 1.0
FIRST = 1_700_006_400
RUNS = 7


def main() -> None:
    """Measure all ways in one run."""
    at, tenths = invented()
    ways: dict[str, Callable[[list[int], list[int]], object]] = {
        "one by one": gathered,
        "at once": gathered_at_once,
        "a dictionary": in_a_dictionary,
    }
    if find_spec("numpy"):
        ways["numpy"] = with_numpy
    taken = {name: min(seconds(way, at, tenths) for _ in range(RUNS)) for name, way in ways.items()}
    print(f"asked: at least {AT_LEAST:.2f} million/s; Python {sys.version.split()[0]}")
    for name, took in taken.items():
        rate = SAMPLES / took / 1e6
        print(f"{name:14} {rate:6.2f} million/s  {taken['one by one'] / took:5.2f} x one by one")
    shuffled = list(zip(at, tenths, strict=True))
    random.Random(4).shuffle(shuffled)
    mixed_at, mixed_tenths = (list(one) for one in zip(*shuffled, strict=True))
    took = seconds(gathered, mixed_at, mixed_tenths)
    print(f"shuffled       {SAMPLES / took / 1e6:6.2f} million/s")
    codec(gathered(at, tenths))


def invented() -> tuple[list[int], list[int]]:
    """Moments and heart rates of some weeks."""
    luck, now, heart = random.Random(3), FIRST, 700.0
    at, tenths = [], []
    for _ in range(SAMPLES):
        now += luck.choice(APART_SECONDS)
        heart += (700 - heart) * 0.01 + luck.gauss(0, 12)
        at.append(now)
        tenths.append(10 * round(max(450, min(1800, heart)) / 10))
    return at, tenths


def gathered(at: list[int], tenths: list[int]) -> list[bytes]:
    """As a reader does it; the series of each day."""
    with Gathering() as gathering:
        watch = gathering.source(Maker.WATCH, "Watch")
        point = gathering.point
        for one, value in zip(at, tenths, strict=True):
            point(Kind.HEART_RATE, watch, one, 7200, value)
        return [row.series for row in gathering.rows() if row.series]


def gathered_at_once(at: list[int], tenths: list[int]) -> list[bytes]:
    """The same, a stretch of a file at a time."""
    with Gathering() as gathering:
        watch = gathering.source(Maker.WATCH, "Watch")
        for begins in range(0, len(at), AT_ONCE):
            some = slice(begins, begins + AT_ONCE)
            gathering.points(Kind.HEART_RATE, watch, 7200, at[some], tenths[some])
        return [row.series for row in gathering.rows() if row.series]


def in_a_dictionary(at: list[int], tenths: list[int]) -> dict[int, float]:
    """The plainest loop there is."""
    sums: dict[int, int] = {}
    counts: dict[int, int] = {}
    for one, value in zip(at, tenths, strict=True):
        place = one // BIN_SECONDS
        sums[place] = sums.get(place, 0) + value
        counts[place] = counts.get(place, 0) + 1
    return {place: sums[place] / counts[place] for place in sums}


def with_numpy(at: list[int], tenths: list[int]) -> object:
    """What an array library needs, from the same lists."""
    import numpy as np  # noqa: PLC0415 - it may be missing

    places = np.array(at) // BIN_SECONDS
    places -= places[0]
    sums = np.bincount(places, weights=np.array(tenths))
    return sums / np.maximum(np.bincount(places), 1)


def codec(series: list[bytes]) -> None:
    """Bytes a day, and how long it takes to pack and to read them."""
    days = [
        {place: one for place, one in enumerate(unpack(day)) if one is not None} for day in series
    ]
    begun = time.process_time()
    for _ in range(RUNS):
        for day in days:
            pack(day)
    packing = (time.process_time() - begun) / RUNS / len(days)
    begun = time.process_time()
    for _ in range(RUNS):
        for one in series:
            unpack(one)
    reading = (time.process_time() - begun) / RUNS / len(days)
    print(
        f"a day of heart rate: {sum(map(len, series)) / len(series):.0f} bytes "
        f"({BINS} bins), packed in {packing * 1e6:.0f} us, read in {reading * 1e6:.0f} us"
    )


def seconds(
    way: Callable[[list[int], list[int]], object], at: list[int], tenths: list[int]
) -> float:
    """The processor's seconds for one way."""
    begun = time.process_time()
    way(at, tenths)
    return time.process_time() - begun


if __name__ == "__main__":
    main()
