"""Flaredown's table for research: a row for each thing tracked, of several people."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from steadystep.core.observed import Maker
from steadystep.importers.daily_tables import needed_places, readable_rows, rows_with_days
from steadystep.importers.dates import Evidence, said_of_order
from steadystep.importers.flaredown.wide import (
    LONGEST_DATE,
    OTHERS,
    SEVERITY,
    nothing_called_so,
    say_what_is_read,
)
from steadystep.importers.rated import Answers, symptom_called
from steadystep.importers.reading import CannotRead, Sentence, shown
from steadystep.importers.remembered import Remembered
from steadystep.importers.wall_clock import WallClock

if TYPE_CHECKING:
    from datetime import date

    from steadystep.core.observed import Kind
    from steadystep.importers.export import ExportChoices, Into
    from steadystep.importers.parts import Part
    from steadystep.importers.table import Row, Table

_MOST_PEOPLE: Final = 20_000
_MOST_NAMES: Final = 1_000
_PEOPLE_NAMED: Final = 5
_LONGEST_NAME: Final = 80
_NEEDED: Final = frozenset(["checkin date", "trackable type", "trackable name", "trackable value"])
_RATED: Final = frozenset(["condition", "symptom"])
# Names of medicines, tags, foods and weather stay where they are.
_OTHERS: Final = {
    "treatment": "treatments",
    "tag": "tags",
    "food": "foods",
    "weather": "weather",
}


def read_long(into: Into, choices: ExportChoices, today: date, part: Part) -> None:
    """Read what one person called pain or fatigue.

    Raises:
        CannotRead: Nothing is, or the person or the order of the dates has to be told.
    """
    table = part.table(times=2)
    look = _Look(table, choices.person)
    for row in readable_rows(part, table):
        look.at(row)
    look.check()
    order = look.evidence.order(choices.dates)
    into.assumed(said_of_order("checkin_date", order))
    for said in table.assumed:
        into.assumed(said)
    say_what_is_read(into, look.named.items())
    clock = WallClock(order, today)
    source = into.source(Maker.DIARY, "Flaredown")
    for where, day, row in rows_with_days(
        part, table, into, lambda row: clock.day(row[look.at_day]) if look.is_theirs(row) else None
    ):
        kind = look.kind_of(row)
        if kind is None:
            sort = row[look.at_sort].strip().casefold()
            into.left_out(_OTHERS.get(sort, OTHERS))
        else:
            Answers(into, source, kind, SEVERITY).tells(
                where, day, row[look.at_value], row[look.at_name]
            )


class _Look:
    """A first look: whose days they are, how dates are written, and what speaks of pain."""

    def __init__(self, table: Table, person: str | None) -> None:
        places = needed_places(table, _NEEDED)
        self.at_day = places["checkin date"]
        self.at_sort = places["trackable type"]
        self.at_name = places["trackable name"]
        self.at_value = places["trackable value"]
        self.evidence = Evidence()
        self.named: dict[str, Kind] = {}
        self._at_person = places.get("user id")
        self._person = person
        self._people: dict[str, None] = {}
        self._sees = Remembered(self.evidence.sees)
        self._kinds = Remembered(symptom_called)
        self._theirs = False

    def at(self, row: Row) -> None:
        """Take note of a row."""
        if self._at_person is not None and len(self._people) < _MOST_PEOPLE:
            self._people.setdefault(row[self._at_person].strip()[:_LONGEST_NAME])
        if self.is_theirs(row):
            self._theirs = True
            self._sees[row[self.at_day][:LONGEST_DATE]]
            kind = self.kind_of(row)
            if kind is not None and len(self.named) < _MOST_NAMES:
                self.named[shown(row[self.at_name])] = kind

    def is_theirs(self, row: Row) -> bool:
        """Tell whether a row is of the person chosen."""
        if self._person is None or self._at_person is None:
            return True
        return row[self._at_person].strip() == self._person.strip()

    def kind_of(self, row: Row) -> Kind | None:
        """Tell whether a row rates pain or fatigue."""
        if row[self.at_sort].strip().casefold() not in _RATED:
            return None
        return self._kinds[row[self.at_name].strip()[:_LONGEST_NAME]]

    def check(self) -> None:
        """Refuse what is of several people, or of nothing known.

        Raises:
            CannotRead: The person has to choose, or nothing can be used.
        """
        named = ", ".join(shown(person) for person in islice(self._people, _PEOPLE_NAMED))
        if self._person is None and len(self._people) > 1:
            raise CannotRead(
                Sentence(
                    "This export holds the days of {count} people. "
                    "Choose one with --person. Some of them: {people}.",
                    {"count": len(self._people), "people": named},
                ),
                flag="--person",
            )
        if self._person is not None and not self._theirs:
            raise CannotRead(
                Sentence(
                    "No line belongs to “{person}”. There are {count} people here, such as: "
                    "{people}.",
                    {"person": shown(self._person), "count": len(self._people), "people": named},
                ),
                flag="--person",
            )
        if not self.named:
            raise CannotRead(nothing_called_so())
