"""What the files of a Fitbit export share while they are read: clocks, sources, what is known."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING

from steadystep.core.observed import Kind, Maker, day_of_second
from steadystep.importers.json_rows import rows_of
from steadystep.importers.numbers import rating
from steadystep.importers.reading import Sentence, shown
from steadystep.importers.takeout.clock import Clocks
from steadystep.importers.takeout.times import PLACEHOLDER, Times
from steadystep.importers.units import TENTHS

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from steadystep.importers.export import Into
    from steadystep.importers.json_rows import Row
    from steadystep.importers.takeout.kinds import File
    from steadystep.importers.takeout.times import Moment

# Where Fitbit's own words for what is not used are counted.
PLACEHOLDERS = "rows that hold a place"


@dataclass(slots=True)
class Telling:
    """Hands on what is read, and remembers on which days each kind was told already."""

    into: Into
    today: date
    clocks: Clocks = field(default_factory=Clocks)
    known: defaultdict[Kind, set[int]] = field(default_factory=lambda: defaultdict(set))
    found: int = 0
    times: Times = field(init=False)

    def __post_init__(self) -> None:
        self.times = Times(self.today)

    @property
    def watch(self) -> int:
        """The number of the tracker."""
        return self.into.source(Maker.WATCH, "Fitbit")

    def refuse(self, where: str, why: Sentence) -> None:
        """Tell a row that is not read; one that holds a place is left out on purpose."""
        if why is PLACEHOLDER:
            self.into.left_out(PLACEHOLDERS)
        else:
            self.into.unreadable(where, why)

    def daily(self, kind: Kind, day: int, tenths: int, source: int | None = None) -> None:
        """Hand on a day."""
        self.known[kind].add(day)
        self.found += 1
        self.into.daily(kind, self.watch if source is None else source, day, tenths)

    def steps(self, source: int, moment: Moment, count: int) -> None:
        """Hand on the steps of a minute."""
        self.found += 1
        self.into.stretch(
            Kind.STEPS, source, moment.at, moment.at + 60, moment.offset, count * TENTHS
        )

    def beats(self, source: int, moment: Moment, tenths: int) -> None:
        """Hand on the mean heart rate of five minutes."""
        self.known[Kind.HEART_RATE].add(day_of_second(moment.at))
        self.found += 1
        self.into.point(Kind.HEART_RATE, source, moment.at, moment.offset, tenths)


def take_rows(
    file: IO[bytes],
    where: str,
    kind: File,
    telling: Telling,
    take: Callable[[Row], Sentence | None],
) -> None:
    """Take each row of a list; those that are no rows, or cannot be taken, are told."""
    for number, row in enumerate(rows_of(file, kind.opening), 1):
        trouble = row if isinstance(row, Sentence) else take(row)
        if trouble is not None:
            telling.refuse(f"{where}, entry {number}", trouble)


def number_of(text: str, most: float) -> float | Sentence:
    """Read a number of a table, of which more than so many is a slip."""
    return within(rating(text), text, most)


def within(number: float | None, text: str, most: float) -> float | Sentence:
    """Give a number that was read, or say that it cannot be."""
    if number is not None and 0 <= number <= most:
        return number
    return Sentence(
        "“{value}” is no number from 0 to {most}. The row is left out.",
        {"value": shown(text), "most": round(most)},
    )
