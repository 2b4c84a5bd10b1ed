"""One truth for each day and kind, where several sources tell different things.

One source is taken and never a mix: which one, says an order that everybody can read, below. What
was not worn is set aside, since unworn is not zero. What a person chose goes before the order.
"""

from __future__ import annotations

from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from steadystep.core.observed import Kind, Maker, Source
from steadystep.core.observed_days import NUMBERS, DayRow, Made

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

# Who is believed first. All of it is choice: what is worn at the body goes before what is carried.
_WORN_ON_THE_WRIST: Final = (
    Maker.WATCH,
    Maker.RING,
    Maker.STRAP,
    Maker.PHONE,
    Maker.APP,
    Maker.METER,
    Maker.DIARY,
    Maker.BY_HAND,
)
# A ring counts steps worse than a phone in a pocket: hands move while the feet rest.
_STEPS: Final = (
    Maker.WATCH,
    Maker.PHONE,
    Maker.STRAP,
    Maker.RING,
    Maker.APP,
    Maker.METER,
    Maker.DIARY,
    Maker.BY_HAND,
)
# A strap on the chest hears the heart itself; others see it through the skin.
_HEART: Final = (Maker.STRAP, *(one for one in _WORN_ON_THE_WRIST if one is not Maker.STRAP))
_SUGAR: Final = (Maker.METER, *(one for one in _WORN_ON_THE_WRIST if one is not Maker.METER))
# How it felt is known best where it was written down.
_FELT: Final = (
    Maker.DIARY,
    Maker.BY_HAND,
    Maker.APP,
    Maker.PHONE,
    Maker.WATCH,
    Maker.RING,
    Maker.STRAP,
    Maker.METER,
)
ORDER: Final[dict[Kind, tuple[Maker, ...]]] = {
    **dict.fromkeys(Kind, _WORN_ON_THE_WRIST),
    **dict.fromkeys((Kind.STEPS, Kind.ACTIVE_MINUTES), _STEPS),
    **dict.fromkeys(
        (Kind.HEART_RATE, Kind.RESTING_HEART_RATE, Kind.HRV_RMSSD, Kind.HRV_SDNN), _HEART
    ),
    Kind.GLUCOSE: _SUGAR,
    **dict.fromkeys((Kind.PAIN, Kind.FATIGUE, Kind.SLEEP_RATED, Kind.CRASH), _FELT),
}
# Of these a nought is no measurement: somebody who lives takes a step, and sleeps.
NOUGHT_IS_NOTHING: Final = frozenset({Kind.STEPS, Kind.ASLEEP, Kind.IN_BED})
# A choice: less than a quarter of what another source saw was not worn for most of the day,
# where the other saw at least this much: 1,000 steps, three hours of sleep. Tenths.
FAR_LESS_PERCENT: Final = 25
SAW_MUCH: Final[dict[Kind, int]] = {Kind.STEPS: 10_000, Kind.ASLEEP: 1_800, Kind.IN_BED: 1_800}
# A choice: a watch that measures the heart and did so less than this often was not on a wrist.
# Those that measure seldom do it every ten minutes, 144 times a day.
WORN_HEARTBEATS_SEEN: Final = 12
_AT_THE_BODY: Final = frozenset({Maker.WATCH, Maker.RING, Maker.STRAP})


class Why(StrEnum):
    """Why this source was taken."""

    ALONE = "alone"
    FIRST = "first"
    CHOSEN = "chosen"
    OTHERS_UNWORN = "others_unworn"
    NOBODY_WORE = "nobody_wore"


class Heard(NamedTuple):
    """What another source told.

    Attributes:
        source: What told it.
        tenths: How much.
        worn: False where it was set aside: not worn, or cut short.
    """

    source: Source
    tenths: int
    worn: bool


class Truth(NamedTuple):
    """What holds for a kind on a day.

    Attributes:
        day: The local day, as `date.toordinal` counts.
        kind: What was seen.
        row: What the source that was taken told; None where nothing is known.
        why: Why it was taken.
        others: What the others told, in the order in which they are believed.
    """

    day: int
    kind: Kind
    row: DayRow | None
    why: Why
    others: tuple[Heard, ...]


def truths(rows: Iterable[DayRow], chosen: Mapping[Kind, Source] | None = None) -> Iterator[Truth]:
    """One truth for each day and kind in some rows, by day.

    Args:
        rows: What the sources told. With heart rates and steps among them, an unworn watch is
            noticed.
        chosen: Which source the person chose for a kind.
    """
    known = sorted(rows, key=lambda row: row[:3])
    unworn = _unworn(known)
    for (day, kind), told in groupby(known, key=lambda row: (row.day, row.kind)):
        here = frozenset(unworn.get(day, ()))
        yield truth_of(told, chosen=(chosen or {}).get(kind), unworn=here)


def truth_of(
    rows: Iterable[DayRow],
    *,
    chosen: Source | None = None,
    unworn: frozenset[Source] = frozenset(),
) -> Truth:
    """What holds for one kind on one day.

    Args:
        rows: What each source told, of one day and kind.
        chosen: The source that the person chose.
        unworn: What was not worn on this day, by its heart rates or its steps.

    Raises:
        ValueError: There is nothing, or it is of several days or kinds: RMSSD and SDNN, for one,
            are never mixed.
    """
    told = sorted(rows, key=_believed)
    if len({(row.day, row.kind) for row in told}) != 1:
        raise ValueError("one truth is of one day and one kind")
    aside = {row.source for row in told if _is_set_aside(row, told, unworn)}
    something = [row for row in told if not _is_nothing(row)]
    worn = [row for row in something if row.source not in aside] or something
    taken = next((row for row in something if row.source == chosen), worn[0] if worn else None)
    return Truth(
        told[0].day,
        told[0].kind,
        taken,
        _why(taken, told, aside, chosen),
        tuple(
            Heard(row.source, row.tenths, row.source not in aside)
            for row in told
            if row is not taken
        ),
    )


def _unworn(rows: Sequence[DayRow]) -> dict[int, set[Source]]:
    """What was not worn, by day: a watch without a heart, or whatever counted no step at all.

    A watch is known to measure the heart from the first day on that it did so.
    """
    beats = {(row.day, row.source): row.made_of for row in rows if _is_measured_heart(row)}
    first: dict[Source, int] = {}
    for day, source in beats:
        if source.maker in _AT_THE_BODY:
            first[source] = min(day, first.get(source, day))
    unworn: dict[int, set[Source]] = {}
    for row in rows:
        is_still = row.kind is Kind.STEPS and _is_nothing(row)
        few_beats = beats.get((row.day, row.source), 0) < WORN_HEARTBEATS_SEEN
        if is_still or (few_beats and first.get(row.source, row.day + 1) <= row.day):
            unworn.setdefault(row.day, set()).add(row.source)
    return unworn


def _believed(row: DayRow) -> tuple[int, bool, int, str]:
    """The order in which sources are believed. Of two alike, the one that saw more often."""
    return ORDER[row.kind].index(row.source.maker), not row.whole, -row.made_of, row.source.name


def _is_set_aside(row: DayRow, told: list[DayRow], unworn: frozenset[Source]) -> bool:
    """Was it not worn, or cut short, beside another that saw more?"""
    if _is_nothing(row):
        return True
    more = [one for one in told if one.tenths > row.tenths]
    if not more or NUMBERS[row.kind].made not in (Made.SUM, Made.UNION):
        return False
    if row.source in unworn or (not row.whole and any(one.whole for one in more)):
        return True
    most = max(one.tenths for one in more)
    much = SAW_MUCH.get(row.kind)
    return much is not None and most >= much and row.tenths * 100 < most * FAR_LESS_PERCENT


def _is_nothing(row: DayRow) -> bool:
    return row.tenths == 0 and row.kind in NOUGHT_IS_NOTHING


def _is_measured_heart(row: DayRow) -> bool:
    """Was the heart measured through the day, rather than summed up?"""
    return row.kind is Kind.HEART_RATE and row.series is not None


def _why(
    taken: DayRow | None, told: list[DayRow], aside: set[Source], chosen: Source | None
) -> Why:
    if taken is None:
        return Why.NOBODY_WORE
    if taken.source == chosen:
        return Why.CHOSEN
    if len(told) == 1:
        return Why.ALONE
    before = told[: told.index(taken)]
    return Why.OTHERS_UNWORN if any(one.source in aside for one in before) else Why.FIRST
