"""What was found in an export, and what was not: all that a person sees before anything is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from steadystep.importers.reading import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from steadystep.core.observed import Kind, Source
    from steadystep.importers.reading import Sentence

# Choices: what a page can show, and what memory can hold whatever the file.
TROUBLES_KEPT = 100
NAMES_KEPT = 200
LONGEST_PLACE = 120
MORE_NAMES = "…"


class Trouble(NamedTuple):
    """A row that could not be read.

    Attributes:
        where: Such as "sleep.csv, line 14".
        why: What is wrong, and what to do next.
    """

    where: str
    why: Sentence


class KindFound(NamedTuple):
    """What was found of one kind.

    Attributes:
        kind: What was seen.
        days: On how many days.
        first: The first of them, as `date.toordinal` counts.
        last: The last of them.
        values: Out of how many moments, stretches and summaries.
        sources: What saw it.
    """

    kind: Kind
    days: int
    first: int
    last: int
    values: int
    sources: tuple[Source, ...]

    def with_day(self, source: Source, values: int) -> KindFound:
        """The same with another day of a source."""
        sources = self.sources
        if source not in sources:
            sources = tuple(sorted((*sources, source)))
        return self._replace(values=self.values + values, sources=sources)

    def over(self, days: Iterable[int]) -> KindFound:
        """The same with the days it was seen on."""
        days = sorted(days)
        return self._replace(days=len(days), first=days[0], last=days[-1])


class Found(NamedTuple):
    """What a preview shows before anything is written.

    Attributes:
        kinds: What was found of each kind, in the order of the kinds.
        sessions: How many sessions.
        unreadable: How many rows could not be read.
        troubles: The first of them.
        left_out: What was left out on purpose, and how often.
        assumed: What was assumed.
        beyond: Values that no body has, and times that no clock shows, by kind.
        crowded: Days left out because they hold more values than a day can.
    """

    kinds: tuple[KindFound, ...]
    sessions: int
    unreadable: int
    troubles: tuple[Trouble, ...]
    left_out: dict[str, int]
    assumed: tuple[Sentence, ...]
    beyond: dict[Kind, int]
    crowded: int


class Told:
    """What a reader tells beside what was seen."""

    def __init__(self) -> None:
        self._troubles: list[Trouble] = []
        self._unreadable = 0
        self._left_out: dict[str, int] = {}
        self._assumed: dict[str, Sentence] = {}
        self._beyond: dict[Kind, int] = {}

    def unreadable(self, where: str, why: Sentence) -> None:
        """A row that cannot be read."""
        self._unreadable += 1
        if len(self._troubles) < TROUBLES_KEPT:
            self._troubles.append(Trouble(where[:LONGEST_PLACE], why))

    def left_out(self, what: str, count: int = 1) -> None:
        """Something that was left out on purpose, by the name its app gives it."""
        what = shown(what)
        if what not in self._left_out and len(self._left_out) >= NAMES_KEPT:
            what = MORE_NAMES
        self._left_out[what] = self._left_out.get(what, 0) + count

    def assumed(self, what: Sentence) -> None:
        """Something that was assumed, told once."""
        if len(self._assumed) < NAMES_KEPT:
            self._assumed.setdefault(str(what), what)

    def beyond(self, kind: Kind, count: int = 1) -> None:
        """A value that no body has, or a time that no clock shows."""
        self._beyond[kind] = self._beyond.get(kind, 0) + count

    def absorb_told(self, other: Told) -> None:
        """Take in what another one was told."""
        self._unreadable += other._unreadable
        self._troubles = (self._troubles + other._troubles)[:TROUBLES_KEPT]
        for what, count in other._left_out.items():
            self.left_out(what, count)
        for assumed in other._assumed.values():
            self.assumed(assumed)
        for kind, count in other._beyond.items():
            self.beyond(kind, count)

    def told(self, kinds: tuple[KindFound, ...], *, sessions: int, crowded: int) -> Found:
        """All of it, beside what was found."""
        return Found(
            kinds,
            sessions,
            self._unreadable,
            tuple(self._troubles),
            dict(sorted(self._left_out.items())),
            tuple(self._assumed.values()),
            dict(self._beyond),
            crowded,
        )


def nothing_of(kind: Kind) -> KindFound:
    """Nothing found of a kind yet."""
    return KindFound(kind, 0, 0, 0, 0, ())
