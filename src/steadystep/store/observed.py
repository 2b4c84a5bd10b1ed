"""What a store of observations promises: whole imports, brought and undone. One suite tests it.

What devices saw lies beside the log and not in it: it is large, it can be brought again, and it can
be taken back whole. An import is not there until it is finished, and then all of it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from steadystep.store.trouble import NOT_OPEN, LogTrouble

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from steadystep.core.observed import Kind
    from steadystep.core.observed_days import DayRow, SessionRow

# Rows written in one transaction, and the pause after it: others come to write in between (2,000
# rows and 20 ms kept a site at its speed, docs/developers/observations.md).
BATCH_ROWS = 2_000
PAUSE_SECONDS = 0.02


class Brought(NamedTuple):
    """What is told of an import when it begins.

    Attributes:
        key: A digest of what was brought: by it, the same export is known again.
        reader: What read it, such as "Apple Health".
        at: When the person said yes, with its offset from UTC.
        unreadable: How many rows could not be read.
    """

    key: str
    reader: str
    at: datetime
    unreadable: int = 0


class KindBrought(NamedTuple):
    """How much an import holds of a kind.

    Attributes:
        kind: What was seen.
        days: On how many days.
        first: The first of them, as `date.toordinal` counts.
        last: The last of them.
    """

    kind: Kind
    days: int
    first: int
    last: int


class Imported(NamedTuple):
    """A finished import.

    Attributes:
        number: Its number; by it, it is undone.
        brought: What was told of it.
        kinds: What it holds, in the order of the kinds.
        sessions: How many sessions it holds.
    """

    number: int
    brought: Brought
    kinds: tuple[KindBrought, ...]
    sessions: int


class Observed(Protocol):
    """Everybody's observations, each person's apart."""

    def begin(self, person: str, brought: Brought) -> int | None:
        """Begin an import. What an import of the same export left half-done is dropped.

        Returns:
            Its number; None where the same export is here already.
        """
        ...

    def put(self, number: int, days: Iterable[DayRow], sessions: Iterable[SessionRow] = ()) -> None:
        """Write rows of an import that was begun. Nobody sees them yet.

        Raises:
            LogTrouble: They were not written, or the import is not open any more.
        """
        ...

    def finish(self, number: int) -> None:
        """Let all of an import be seen, at once. From now on it covers what came before it."""
        ...

    def undo(self, person: str, number: int) -> None:
        """Take an import back whole. What it covered is there again."""
        ...

    def imports(self, person: str) -> list[Imported]:
        """The finished imports, in the order in which they were finished."""
        ...

    def days(
        self,
        person: str,
        *,
        kinds: Sequence[Kind] | None = None,
        first: int | None = None,
        last: int | None = None,
    ) -> list[DayRow]:
        """The days of each kind and source, by day; where several imports tell one, the latest.

        Args:
            person: Whose.
            kinds: Which kinds; all if not given.
            first: The first day, as `date.toordinal` counts.
            last: The last day.
        """
        ...

    def sessions(
        self, person: str, *, first: int | None = None, last: int | None = None
    ) -> list[SessionRow]:
        """The sessions, the earliest first; where several imports tell one, as the latest does."""
        ...

    def rows_of(self, person: str, number: int) -> tuple[list[DayRow], list[SessionRow]]:
        """All that a finished import holds, also what a later one covers: for a copy."""
        ...

    def forget(self, person: str) -> None:
        """Delete all that was ever brought for a person, without a trace in the store's files."""
        ...


def bring(
    observed: Observed,
    person: str,
    brought: Brought,
    days: Iterable[DayRow],
    sessions: Iterable[SessionRow] = (),
) -> int | None:
    """Bring an export: all of it or none.

    Returns:
        The import's number; None where the same export is here already.
    """
    number = observed.begin(person, brought)
    if number is not None:
        observed.put(number, days, sessions)
        observed.finish(number)
    return number


def latest_sessions(told: Iterable[tuple[int, SessionRow]]) -> list[SessionRow]:
    """Each session once, as the latest import tells it; the longest, where one tells two.

    Args:
        told: Sessions with the place of their import, whatever their order.
    """
    latest: dict[tuple[object, ...], tuple[int, SessionRow]] = {}
    for place, row in told:
        before = latest.get(row[:3])
        if before is None or (place, _fullness(row)) > (before[0], _fullness(before[1])):
            latest[row[:3]] = place, row
    return sorted((row for _, row in latest.values()), key=by_time)


def by_time(row: SessionRow) -> tuple[object, ...]:
    """The order of sessions, in every store."""
    return row.start, row.end, row.activity, row.source


def _fullness(row: SessionRow) -> tuple[int, ...]:
    """Of two tellings of one session, the longer one says more; of two as long, the fuller one."""
    parts = (row.steps, row.heart_rate, row.offset)
    return row.end, *(-1 if part is None else part for part in parts)


def not_open() -> LogTrouble:
    """What is told where an import is not open any more."""
    return LogTrouble(NOT_OPEN)
