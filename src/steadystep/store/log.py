"""What a log of events promises: append, read in order, forget. One contract suite tests it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, Protocol, runtime_checkable
from uuid import uuid4

from steadystep.core.events import LASTING
from steadystep.core.fold import local_day
from steadystep.store.trouble import OUT_OF_TIME, LogTrouble

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from steadystep.core.events import Entry


class Placed(NamedTuple):
    """An entry and its place in the log. Places rise; a later entry has a higher one."""

    place: int
    entry: Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which entries are read: those that any of these asks for.

    Attributes:
        since: Entries of this local day and later ones, by when they happened.
        after: Entries written after this place.
        lasting: Entries of the kinds in `events.LASTING`, of whatever day and place.
    """

    since: date | None = None
    after: int | None = None
    lasting: bool = False

    def takes(self, one: Placed) -> bool:
        """Is this entry asked for?"""
        return (
            (self.after is not None and one.place > self.after)
            or (self.lasting and isinstance(one.entry.event, LASTING))
            or (self.since is not None and local_day(one.entry) >= self.since)
        )


class Log(Protocol):
    """Everybody's events, each person's apart. Nothing in it is ever changed."""

    def append(self, entries: Iterable[Entry]) -> None:
        """Write entries of one person: all or none. They are on the disk when this returns.

        An entry whose person and key are there already is left out: told twice, it is one entry.

        Raises:
            LogTrouble: They were not written; its words say why.
            ValueError: They are of several people.
        """
        ...

    def read(
        self, person: str, wanted: Wanted | None = None, *, decisions_from: date = date.min
    ) -> Iterator[Placed]:
        """Read a person's entries in the order in which they were written.

        Args:
            person: Whose.
            wanted: Which of them; all if not given.
            decisions_from: Decisions told before this day are read without their parts, which is
                quicker. What was told in them is read in any case.

        Raises:
            LogTrouble: They cannot be read; its words say why.
        """
        ...

    def forget(self, person: str) -> None:
        """Delete all that a person ever told, without a trace in the log's own files.

        Raises:
            LogTrouble: Not all of it could be deleted; its words say why.
        """
        ...


class Kept(NamedTuple):
    """A fold put aside: what it was made with, and how far into the log it goes.

    Attributes:
        policy: The version of the numbers.
        engine: The version of the rule.
        place: The place of the last entry that was read for it.
        packed: The fold, as text.
    """

    policy: str
    engine: str
    place: int
    packed: str


@runtime_checkable
class Shelf(Protocol):
    """Where folds are put aside. What lies on it can be dropped at any time."""

    def keep(self, person: str, kept: Kept) -> None:
        """Put a fold aside in the place of the one before."""
        ...

    def kept(self, person: str) -> Kept | None:
        """The fold that was put aside last."""
        ...

    def append_folded(self, entries: Sequence[Entry], kept: Kept) -> bool:
        """Write entries of one person along with the fold that knows them: both or neither.

        Args:
            entries: Each with a key that is not there yet.
            kept: The fold. Its place is that of the last entry before these.

        Returns:
            False where that entry is not the person's last any more: then nothing is written.
        """
        ...


def fresh_key() -> str:
    """A name for an entry that no other entry has."""
    return uuid4().hex


def with_keys(entries: Iterable[Entry], new_key: Callable[[], str]) -> list[Entry]:
    """Entries of one person, each with a key; those that come without one get a new one.

    Raises:
        ValueError: They are of several people.
    """
    keyed = [one if one.key else replace(one, key=new_key()) for one in entries]
    if len({one.person for one in keyed}) > 1:
        raise ValueError("what is written together is of one person")
    return keyed


def day_of_entry(entry: Entry) -> date:
    """The local day an entry belongs to.

    Raises:
        LogTrouble: It lies before the calendar's first day.
    """
    try:
        return local_day(entry)
    except OverflowError:
        raise LogTrouble(OUT_OF_TIME, at=entry.at.isoformat()) from None
