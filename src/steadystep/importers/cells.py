"""What one cell of a diary says of its day: an answer, a movement, a flare, or nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from steadystep.core.observations import (
    FlareMarked,
    LoadMeasured,
    Observation,
    Symptom,
    SymptomRated,
    Unit,
)
from steadystep.importers.columns import NO, YES
from steadystep.importers.numbers import is_no_answer, rating
from steadystep.importers.reading import Sentence, shown
from steadystep.importers.remembered import Remembered
from steadystep.importers.units import TENTHS

if TYPE_CHECKING:
    from steadystep.importers.columns import Column
    from steadystep.importers.layout import Layout, Rated
    from steadystep.importers.numbers import Amounts

# What is said of a day, why it cannot be read, or nothing.
Meaning = Callable[[date], Observation] | Sentence | None
WORST: Final = 100
# More than this is a slip of the pen, or another unit.
_MOST_IN_A_DAY: Final = {Unit.STEPS: 200_000, Unit.MINUTES: 1_440, Unit.REPS: 20_000}


def meanings_by_column(layout: Layout, amounts: Amounts) -> list[tuple[int, Remembered[Meaning]]]:
    """Pair each column's place with a memory of what its cells mean."""
    columns = [
        (rated.column.index, Remembered(partial(_answer, rated=rated))) for rated in layout.rated
    ]
    if layout.load and layout.unit:
        moved = partial(_moved, column=layout.load, unit=layout.unit, amounts=amounts)
        columns.append((layout.load.index, Remembered(moved)))
    if layout.flare:
        columns.append((layout.flare.index, Remembered(partial(_flare, column=layout.flare))))
    return columns


def _answer(text: str, *, rated: Rated) -> Meaning:
    if is_no_answer(text):
        return None
    answer = rating(text)
    if answer is None:
        return _no_number(text, rated.column)
    values: dict[str, str | int | Sentence] = {
        "answer": shown(text),
        "column": shown(rated.column.name),
        "bottom": rated.scale.bottom,
        "top": rated.scale.top,
    }
    if answer > rated.scale.top:
        return Sentence(
            "{answer} in “{column}” is above {top}. Correct it, or name the scale with --scale.",
            values,
        )
    if answer < rated.scale.bottom:
        return Sentence(
            "{answer} in “{column}” is below {bottom}. Correct it or leave the cell empty.", values
        )
    tenths = rated.scale.tenths(answer)
    return rated_at(rated.symptom, WORST - tenths if rated.best_is_high else tenths)


def rated_at(symptom: Symptom, tenths: int) -> Callable[[date], SymptomRated]:
    """Give the same answer for any day."""
    return lambda day: SymptomRated(day, symptom, tenths)


def _moved(text: str, *, column: Column, unit: Unit, amounts: Amounts) -> Meaning:
    if is_no_answer(text):
        return None
    amount = amounts.amount(text)
    if amount is None:
        return _no_number(text, column)
    values = {"amount": shown(text), "column": shown(column.name)}
    if amount < 0:
        return Sentence(
            "{amount} in “{column}” is below zero. Correct it or leave the cell empty.", values
        )
    if amount > _MOST_IN_A_DAY[unit]:
        return Sentence(
            "{amount} in “{column}” is more than a day can hold. "
            "Correct it, or name what it counts with --unit.",
            values,
        )
    if amount == 0 and unit is Unit.STEPS:
        return None
    tenths = round(amount * TENTHS)
    return lambda day: LoadMeasured(day, tenths, unit)


def _flare(text: str, *, column: Column) -> Meaning:
    word = text.strip().casefold()
    if word in YES:
        return FlareMarked
    if word in NO or is_no_answer(word):
        return None
    return Sentence(
        "“{word}” in “{column}” is neither yes nor no. Write 1 for a flare, 0 for none.",
        {"word": shown(text), "column": shown(column.name)},
    )


def _no_number(text: str, column: Column) -> Sentence:
    return Sentence(
        "“{text}” in “{column}” is not a number. Correct it or leave the cell empty.",
        {"text": shown(text), "column": shown(column.name)},
    )
