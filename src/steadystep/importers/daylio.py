"""The export of Daylio: moods and activities. Of these a flare and scales of pain are read.

A mood is no pain and no fatigue, so it stays where it is, as do notes and all other activities.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from steadystep.core.observed import Kind, Maker
from steadystep.importers.columns import Column, Role, fold, is_called
from steadystep.importers.daily_tables import (
    has_columns,
    needed_places,
    readable_rows,
    rows_with_days,
)
from steadystep.importers.dates import Evidence
from steadystep.importers.parts import knows_one, read_alike
from steadystep.importers.rated import (
    Answers,
    fitting_scale,
    number_of,
    said_of_scale,
    symptom_called,
)
from steadystep.importers.reading import CannotRead, Sentence, shown
from steadystep.importers.remembered import Remembered
from steadystep.importers.wall_clock import WallClock

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from steadystep.importers.export import ExportChoices, Into, Look, Progress
    from steadystep.importers.parts import Part
    from steadystep.importers.table import Row, Table

name = "Daylio"
page = "daylio"

_COLUMNS: Final = frozenset(["full date", "weekday", "mood", "activities"])
_BETWEEN: Final = "|"
_MOST_SCALES: Final = 100
_LONGEST_NAME: Final = 80
# One, in tenths.
_FLARED: Final = 10


def recognises(look: Look) -> bool:
    """Know an export with or without scales by its columns."""
    return knows_one(look, _is_daylio)


def read(
    look: Look,
    into: Into,
    *,
    choices: ExportChoices,
    today: date,
    progress: Progress | None = None,
) -> None:
    """Read flares, and scales of pain and of fatigue; nothing else of it is about the body."""
    read_alike(look, into, _is_daylio, partial(_read_one, into, choices, today), progress)


def _is_daylio(head: bytes) -> bool:
    return has_columns(head, _COLUMNS)


def _read_one(into: Into, choices: ExportChoices, today: date, part: Part) -> None:
    table = part.table(times=2)
    entries = _Entries(into, needed_places(table, _COLUMNS))
    evidence = _survey(part, table, entries)
    clock = WallClock(evidence.order(choices.dates), today)
    if not (entries.flared or entries.highest):
        raise CannotRead(_nothing_of_use())
    into.assumed(Sentence("This is an export of Daylio. A mood is no pain, so it is left out."))
    for said in (*table.assumed, *entries.said()):
        into.assumed(said)
    for where, day, row in rows_with_days(
        part, table, into, lambda row: clock.day(row[entries.at_day])
    ):
        into.left_out("moods")
        entries.take(where, day, row)


class _Entries:
    """Knows where an entry holds what, and which scales there are."""

    def __init__(self, into: Into, places: Mapping[str, int]) -> None:
        self.at_day = places["full date"]
        self.flared = False
        self.highest: dict[str, float] = {}
        self._into = into
        self._source = into.source(Maker.DIARY, "Daylio")
        self._at_activities = places["activities"]
        self._at_scales = places.get("scales")
        self._is_flare = Remembered(_is_flare)
        self._kind = Remembered(symptom_called)

    def look_at(self, row: Row) -> None:
        """Take note of flares, and of the highest answer on each scale."""
        self.flared = self.flared or self._flare(row)
        for _, scale, text in self._scales(row):
            answer = number_of(text)
            if answer is not None and (scale in self.highest or len(self.highest) < _MOST_SCALES):
                self.highest[scale] = max(self.highest.get(scale, 0), answer)

    def said(self) -> Iterator[Sentence]:
        """Say what is taken from where."""
        if self.flared:
            yield Sentence("An activity with a name for a flare marks a flare.")
        for scale, highest in self.highest.items():
            yield said_of_scale(f"“{shown(scale)}”", fitting_scale(0, highest))

    def take(self, where: str, day: int, row: Row) -> None:
        """Hand on what an entry says of the body."""
        if self._flare(row):
            self._into.daily(Kind.CRASH, self._source, day, _FLARED)
        for kind, scale, text in self._scales(row):
            fitting = fitting_scale(0, self.highest.get(scale, 0))
            Answers(self._into, self._source, kind, fitting).tells(where, day, text, scale)

    def _flare(self, row: Row) -> bool:
        return any(
            self._is_flare[one.strip()[:_LONGEST_NAME]]
            for one in row[self._at_activities].split(_BETWEEN)
        )

    def _scales(self, row: Row) -> Iterator[tuple[Kind, str, str]]:
        """Yield the scales of pain and fatigue with their names and answers."""
        if self._at_scales is None:
            return
        for one in row[self._at_scales].split(_BETWEEN):
            scale, colon, answer = one.rpartition(":")
            named = scale.strip()[:_LONGEST_NAME]
            kind = self._kind[named]
            if colon and kind is not None:
                yield kind, named, answer.strip()


def _survey(part: Part, table: Table, entries: _Entries) -> Evidence:
    evidence = Evidence()
    sees = Remembered(evidence.sees)
    for row in readable_rows(part, table):
        sees[row[entries.at_day][:_LONGEST_NAME]]
        entries.look_at(row)
    return evidence


def _is_flare(activity: str) -> bool:
    return is_called(Column(0, activity, fold(activity)), Role.FLARE)


def _nothing_of_use() -> Sentence:
    return Sentence(
        "Daylio holds moods and activities, and neither is pain. Nothing here can be used. "
        "An activity called “flare”, or a scale called “pain”, would be read."
    )
