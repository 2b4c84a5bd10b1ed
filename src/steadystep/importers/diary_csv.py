"""The plain diary: a line a day, with a date and whatever else the person writes down."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from steadystep.importers.cells import meanings_by_column
from steadystep.importers.dates import day_of, said_of_order
from steadystep.importers.layout import lay_out, listed
from steadystep.importers.reading import Reading, Sentence, Unreadable
from steadystep.importers.remembered import Remembered
from steadystep.importers.survey import day_text, is_theirs, said_of, take_survey
from steadystep.importers.table import open_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from typing import IO

    from steadystep.core.observations import Observation
    from steadystep.importers.layout import Layout
    from steadystep.importers.numbers import Amounts
    from steadystep.importers.reading import Choices, Progress
    from steadystep.importers.table import Row, Table

name = "Diary (CSV)"


def recognises(head: bytes) -> bool:
    """Any table may be a diary, so this reader is asked last."""
    return bool(head)


def read(
    file: IO[bytes], choices: Choices, *, today: date, progress: Progress | None = None
) -> Reading:
    """Find out how the diary is written; its days come while it is read again."""
    table = open_table(file)
    layout = lay_out(table.header, choices)
    survey = take_survey(table, layout, choices, progress)
    order = survey.dates.order(choices.dates)
    rows = _rows_with_days(
        table,
        layout,
        person=choices.person,
        day_in=partial(day_of, order=order, today=today),
        progress=progress,
    )
    return Reading(
        assumed=(
            *table.assumed,
            said_of_order(listed(layout.dates), order),
            *layout.assumed,
            *said_of(survey, layout, choices),
        ),
        has_load=layout.load is not None,
        unit=layout.unit,
        step_tenths={rated.symptom: rated.scale.step_tenths for rated in layout.rated},
        observations=_observations(rows, layout, survey.amounts),
    )


def _rows_with_days(
    table: Table,
    layout: Layout,
    *,
    person: str | None,
    day_in: Callable[[str], date | Sentence],
    progress: Progress | None,
) -> Iterator[tuple[int, date, Row] | Unreadable]:
    """Yield the person's rows, each as wide as the table, with the day it tells of."""
    days = Remembered(day_in)
    whole_date = layout.dates[0].index if len(layout.dates) == 1 else None
    for line, row in table.rows(progress):
        if isinstance(row, Sentence):
            yield Unreadable(line, row)
            continue
        if len(row) != layout.width:
            if any(map(str.strip, row[layout.width :])):
                yield Unreadable(line, _too_many_cells(row, layout.width))
                continue
            row.extend([""] * (layout.width - len(row)))
        if person is not None and layout.person and not is_theirs(row, layout.person, person):
            continue
        day = days[row[whole_date] if whole_date is not None else day_text(row, layout.dates)]
        if not isinstance(day, Sentence):
            yield line, day, row
        elif any(map(str.strip, row)):
            yield Unreadable(line, day)


def _observations(
    rows: Iterator[tuple[int, date, Row] | Unreadable], layout: Layout, amounts: Amounts
) -> Iterator[Observation | Unreadable]:
    columns = meanings_by_column(layout, amounts)
    for found in rows:
        if isinstance(found, Unreadable):
            yield found
            continue
        line, day, row = found
        for index, meanings in columns:
            meaning = meanings[row[index]]
            if isinstance(meaning, Sentence):
                yield Unreadable(line, meaning)
            elif meaning is not None:
                yield meaning(day)


def _too_many_cells(row: Row, width: int) -> Sentence:
    return Sentence(
        "There are {cells} cells and {width} columns. "
        "Put a number or a note that has a comma inside quote marks.",
        {"cells": len(row), "width": width},
    )
