"""One person's check-ins in Flaredown: a row a day, a column for each thing that was tracked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from steadystep.core.observed import Kind, Maker
from steadystep.importers.daily_tables import needed_places, readable_rows, rows_with_days
from steadystep.importers.dates import Evidence, said_of_order
from steadystep.importers.numbers import is_no_answer
from steadystep.importers.rated import Answers, number_of, symptom_called
from steadystep.importers.reading import CannotRead, Scale, Sentence, shown
from steadystep.importers.remembered import Remembered
from steadystep.importers.wall_clock import WallClock

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from steadystep.importers.export import ExportChoices, Into
    from steadystep.importers.parts import Part
    from steadystep.importers.table import Table

SEVERITY: Final = Scale(0, 4)
OTHERS: Final = "conditions, symptoms and treatments of other names"
_MOST_NAMED: Final = 5
_NEEDED: Final = frozenset(["date", "tags"])
# What is longer is no date.
LONGEST_DATE: Final = 64


def read_wide(into: Into, choices: ExportChoices, today: date, part: Part) -> None:
    """Read the columns that are called pain or fatigue.

    Raises:
        CannotRead: There is none, or the order of the dates has to be told.
    """
    table = part.table(times=2)
    places = needed_places(table, _NEEDED)
    at_day, at_tags = places["date"], places["tags"]
    evidence, columns = _survey(part, table, at_day, at_tags)
    order = evidence.order(choices.dates)
    if not columns:
        raise CannotRead(nothing_called_so())
    for said in (said_of_order(table.header[at_day], order), *table.assumed):
        into.assumed(said)
    say_what_is_read(into, ((table.header[place], kind) for place, kind in columns.items()))
    into.left_out(OTHERS, max(0, at_tags - 1 - len(columns)))
    source = into.source(Maker.DIARY, "Flaredown")
    answers = {place: Answers(into, source, kind, SEVERITY) for place, kind in columns.items()}
    clock = WallClock(order, today)
    for where, day, row in rows_with_days(part, table, into, lambda row: clock.day(row[at_day])):
        for place, answer in answers.items():
            answer.tells(where, day, row[place], table.header[place])


def say_what_is_read(into: Into, named: Iterable[tuple[str, Kind]]) -> None:
    """Say what the export is, and which of its names speak of pain and of fatigue."""
    into.assumed(Sentence("This is an export of Flaredown. Severities run from 0 to 4."))
    names: dict[Kind, list[str]] = {}
    for called, kind in named:
        names.setdefault(kind, []).append(shown(called))
    for kind, all_ in sorted(names.items()):
        more = "" if len(all_) <= _MOST_NAMED else " …"
        listed = {"names": ", ".join(sorted(all_)[:_MOST_NAMED]) + more}
        into.assumed(
            Sentence("Pain is the worst of a day of: {names}.", listed)
            if kind is Kind.PAIN
            else Sentence("Fatigue is the worst of a day of: {names}.", listed)
        )


def nothing_called_so() -> Sentence:
    """Say why nothing of it can be used."""
    return Sentence(
        "Nothing in this export is called pain or fatigue, so nothing can be used. "
        "Track “pain” or “fatigue” by that name, then bring the next export."
    )


def _survey(
    part: Part, table: Table, at_day: int, at_tags: int
) -> tuple[Evidence, Mapping[int, Kind]]:
    """Find the columns of severities, all before the tags. A treatment's cells are mostly words."""
    evidence = Evidence()
    sees = Remembered(evidence.sees)
    likely = {
        place: kind
        for place, called in enumerate(table.header[:at_tags])
        if place != at_day and (kind := symptom_called(called))
    }
    balance = dict.fromkeys(likely, 0)
    for row in readable_rows(part, table):
        sees[row[at_day][:LONGEST_DATE]]
        for place in likely:
            if not is_no_answer(row[place]):
                balance[place] += 1 if number_of(row[place]) is not None else -1
    return evidence, {place: kind for place, kind in likely.items() if balance[place] > 0}
