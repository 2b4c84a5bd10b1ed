"""For tests of gathering: things seen, invented by Hypothesis, and a gathering that took them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from steadystep.core.observed import Activity, Daily, Kind, Maker, Point, Seen, Session, Stretch
from steadystep.core.observed_days import NUMBERS
from steadystep.importers.gather import Gathering

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from steadystep.core.observed_days import DayRow, SessionRow

# Monday, 2 March 2026, midnight on the wall, and as `date.toordinal` counts.
MONDAY = 1_772_409_600
MONDAY_ORDINAL = 739_677
SOURCES = ((Maker.WATCH, "Watch"), (Maker.PHONE, "Phone"))

MOMENTS = st.integers(MONDAY, MONDAY + 3 * 86_400)
OFFSETS = st.sampled_from([None, 0, 7_200, 10_800, -12_600])


@st.composite
def seen(draw: st.DrawFn) -> Seen:
    """Something seen, of any kind and form."""
    kind, source = draw(st.sampled_from(Kind)), draw(st.integers(0, 1))
    numbers = NUMBERS[kind]
    tenths = draw(st.integers(numbers.least, min(numbers.most, 20_000)))
    form = draw(st.sampled_from(["point", "stretch", "daily", "session"]))
    start, offset = draw(MOMENTS), draw(OFFSETS)
    if form == "point":
        return Point(kind, source, start, offset, tenths)
    end = start + draw(st.integers(0, 100_000))
    if form == "stretch":
        return Stretch(kind, source, start, end, offset, tenths)
    if form == "daily":
        return Daily(
            kind, source, MONDAY_ORDINAL + draw(st.integers(0, 3)), tenths, draw(st.booleans())
        )
    return Session(source, draw(st.sampled_from(Activity)), start, end, offset)


def hand_on(into: Gathering, things: Iterable[Seen], sources: Sequence[int] = (0, 1)) -> None:
    """Hand things on as a reader does."""
    for one in things:
        match one:
            case Point():
                into.point(one.kind, sources[one.source], *one[2:])
            case Stretch():
                into.stretch(one.kind, sources[one.source], *one[2:])
            case Daily():
                into.daily(one.kind, sources[one.source], one.day, one.tenths, whole=one.whole)
            case Session():
                into.session(one._replace(source=sources[one.source]))


def gathered(things: Iterable[Seen]) -> Gathering:
    """A gathering that took them in, of a watch and a phone."""
    into = Gathering()
    for maker, name in SOURCES:
        into.source(maker, name)
    hand_on(into, things)
    return into


def days_of(into: Gathering) -> set[DayRow]:
    """Its days, in no order."""
    rows = list(into.rows())
    assert len(rows) == len({(row.day, row.kind, row.source) for row in rows})
    return set(rows)


def all_of(into: Gathering) -> tuple[set[DayRow], list[SessionRow]]:
    """All that came out."""
    return days_of(into), into.sessions()


def value_of(things: Iterable[Seen], kind: Kind, day: int = MONDAY_ORDINAL) -> int | None:
    """The value of a kind on a day; None where there is none."""
    found = [row.tenths for row in gathered(things).rows() if (row.kind, row.day) == (kind, day)]
    assert len(found) <= 1
    return found[0] if found else None
