"""A first look through a whole diary: how it writes its days and amounts, and whose they are."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from steadystep.core.observations import Unit
from steadystep.importers.dates import Evidence
from steadystep.importers.numbers import Amounts
from steadystep.importers.reading import CannotRead, Sentence, shown
from steadystep.importers.remembered import Unseen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from steadystep.importers.columns import Column
    from steadystep.importers.layout import Layout
    from steadystep.importers.reading import Choices, Progress
    from steadystep.importers.table import Row, Table

_MOST_PEOPLE: Final = 20_000
_PEOPLE_NAMED: Final = 5


@dataclass(slots=True)
class Survey:
    """What a first look through the whole file has shown."""

    rows: int = 0
    rows_chosen: int = 0
    dates: Evidence = field(default_factory=Evidence)
    amounts: Amounts = field(default_factory=Amounts)
    people: dict[str, None] = field(default_factory=dict)


def take_survey(
    table: Table, layout: Layout, choices: Choices, progress: Progress | None
) -> Survey:
    """Look through the file, many rows at a time."""
    survey = Survey()
    new_days, new_amounts = Unseen(), Unseen()
    for rows in table.many_rows(progress):
        survey.rows += len(rows)
        survey.dates.look_at(new_days.among(_days_in(rows, layout)))
        theirs = _meet(survey, rows, layout.person, choices.person) if layout.person else rows
        if layout.load:
            survey.amounts.look_at(new_amounts.among(_cells(theirs, layout.load)))
    if not survey.rows:
        raise CannotRead(
            Sentence("The file names its columns and holds no days. Choose the file with the days.")
        )
    check_people(survey, layout.person, choices.person)
    return survey


def _cells(rows: Sequence[Row], column: Column) -> list[str]:
    try:
        return list(map(itemgetter(column.index), rows))
    except IndexError:
        return [row[column.index] for row in rows if len(row) > column.index]


def _days_in(rows: Sequence[Row], layout: Layout) -> list[str]:
    if len(layout.dates) == 1:
        return _cells(rows, layout.dates[0])
    return [day_text(row, layout.dates) for row in rows if len(row) >= layout.width]


def day_text(row: Row, dates: Sequence[Column]) -> str:
    """Give the year, the month and the day in one text."""
    return "-".join(row[column.index].strip() for column in dates).strip("-")


def _meet(survey: Survey, rows: Sequence[Row], who: Column, chosen: str | None) -> Sequence[Row]:
    """Take note of the people in these rows, and keep the rows of the one chosen."""
    if len(survey.people) < _MOST_PEOPLE:
        people = map(str.strip, _cells(rows, who))
        survey.people.update(dict.fromkeys(filter(None, people)))
    if chosen is None:
        return rows
    theirs = [row for row in rows if is_theirs(row, who, chosen)]
    survey.rows_chosen += len(theirs)
    return theirs


def is_theirs(row: Row, who: Column, chosen: str) -> bool:
    """Tell whether the row is about the person chosen."""
    return len(row) > who.index and row[who.index].strip() == chosen.strip()


def check_people(survey: Survey, who: Column | None, chosen: str | None) -> None:
    """Ask whose days are wanted, where there are several people's.

    Raises:
        CannotRead: Someone has to be chosen, or who was chosen is not there.
    """
    values: dict[str, str | int | Sentence] = {
        "count": len(survey.people),
        "people": ", ".join(shown(person) for person in islice(survey.people, _PEOPLE_NAMED)),
    }
    if chosen is None and len(survey.people) > 1 and not _are_row_numbers(survey, who):
        raise CannotRead(
            Sentence(
                "The file holds the days of {count} people. "
                "Choose one with --person. Some of them: {people}.",
                values,
            ),
            flag="--person",
        )
    if chosen is not None and who is None:
        raise CannotRead(
            Sentence("No column tells whose day it is, so leave --person out."), flag="--person"
        )
    if chosen is not None and not survey.rows_chosen:
        raise CannotRead(
            Sentence(
                "No line belongs to “{person}”. There are {count} people here, such as: {people}.",
                {**values, "person": shown(chosen)},
            ),
            flag="--person",
        )


def _are_row_numbers(survey: Survey, who: Column | None) -> bool:
    """An id that is another on every line numbers the lines, not the people."""
    return (
        who is not None
        and who.folded == "id"
        and len(survey.people) >= min(survey.rows, _MOST_PEOPLE)
    )


def said_of(survey: Survey, layout: Layout, choices: Choices) -> Iterator[Sentence]:
    """Tell what was taken from the look."""
    if choices.person is not None:
        yield Sentence("Days of “{person}” are read.", {"person": shown(choices.person)})
    elif len(survey.people) > 1:
        yield Sentence("“id” differs on every line, so it is taken as a number of the line.")
    if survey.amounts.zero and layout.unit is Unit.STEPS:
        yield Sentence("A day of 0 steps is taken as a day without the device, so as not known.")
    if survey.amounts.taken_for_thousands:
        yield Sentence(
            "{amount} is taken as thousands, not as a decimal.",
            {"amount": survey.amounts.taken_for_thousands},
        )
