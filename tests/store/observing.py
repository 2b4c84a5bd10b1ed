"""What the tests of observations stand on: both stores, and what is brought to them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeAlias

from hypothesis import strategies as st

from steadystep.core.bins import pack
from steadystep.core.observed import Activity, Kind, Maker, Source
from steadystep.core.observed_days import DayRow, SessionRow
from steadystep.store.observed import Brought, bring
from steadystep.store.observed_jsonl import JsonlObserved
from steadystep.store.observed_sqlite import SqliteObserved

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

AnyObserved: TypeAlias = JsonlObserved | SqliteObserved

WATCH, PHONE = Source(Maker.WATCH, "Watch"), Source(Maker.PHONE, "Phone")
MONDAY = 739_677
WALK_AT = (MONDAY - 719_163) * 86_400 + 36_000


def no_pause(_: float) -> None:
    """Nobody else is there."""


def sqlite_in(folder: Path) -> AnyObserved:
    """Observations in one SQLite file."""
    return SqliteObserved(folder / "log", pause=no_pause)


def jsonl_in(folder: Path) -> AnyObserved:
    """Observations as JSON Lines."""
    return JsonlObserved(folder / "log")


MAKERS: dict[str, Callable[[Path], AnyObserved]] = {"sqlite": sqlite_in, "jsonl": jsonl_in}


def brought(key: str = "a", unreadable: int = 0) -> Brought:
    """What is told of an import."""
    return Brought(key, "Apple Health", datetime(2026, 3, 9, 8, tzinfo=UTC), unreadable)


def day(number: int, tenths: int = 500, kind: Kind = Kind.STEPS, source: Source = WATCH) -> DayRow:
    """A day, counted from a Monday."""
    series = pack(dict.fromkeys(range(3), tenths)) if kind is Kind.HEART_RATE else None
    return DayRow(MONDAY + number, kind, source, tenths, 3, series, whole=number != 5)


def walk(number: int, steps: int | None = 300, source: Source = WATCH) -> SessionRow:
    """A walk of ten minutes on a day."""
    start = WALK_AT + number * 86_400
    return SessionRow(source, Activity.WALK, start, start + 600, 7_200, None, steps)


def closed(observed: AnyObserved) -> None:
    """Let go of its file, where it holds one."""
    if isinstance(observed, SqliteObserved):
        observed.close()


def bring_days(observed: AnyObserved, key: str, *days: DayRow, who: str = "her") -> int:
    """Bring an import of some days that is new."""
    number = bring(observed, who, brought(key), days)
    assert number is not None
    return number


SOURCES = st.builds(Source, st.sampled_from(Maker), st.text(max_size=8))
DAY_ROWS = st.builds(
    DayRow,
    st.integers(700_000, 760_000),
    st.sampled_from(Kind),
    SOURCES,
    st.integers(0, 2_500_000),
    st.integers(1, 90_000),
    st.none() | st.dictionaries(st.integers(0, 287), st.integers(0, 3_000), max_size=5).map(pack),
    st.booleans(),
)
SESSION_ROWS = st.builds(
    SessionRow,
    SOURCES,
    st.sampled_from(Activity),
    st.integers(700_000_000, 2_000_000_000),
    st.integers(700_000_000, 2_000_000_000),
    st.none() | st.integers(-50_000, 50_000),
    st.none() | st.integers(200, 3_000),
    st.none() | st.integers(0, 100_000),
)
