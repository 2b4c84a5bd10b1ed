"""Glucose as meters tell it: in two units, or as a word where the sensor can tell no number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from steadystep.core.observed import Kind
from steadystep.core.observed_days import NUMBERS
from steadystep.importers.numbers import is_no_answer, rating
from steadystep.importers.reading import CannotRead, Sentence, shown
from steadystep.importers.units import TENTHS

if TYPE_CHECKING:
    from steadystep.importers.export import GlucoseUnit, Into

# One mmol/L of glucose in mg/dL. Apple writes its molar mass into the unit: 180.1558800000541 g.
MMOL_MG_DL: Final = 18.01558800000541
_FACTORS: Final[dict[GlucoseUnit, float]] = {"mg/dL": 1.0, "mmol/L": MMOL_MG_DL}
# What stands in place of a number below and above what the sensor can measure.
_BELOW: Final = frozenset(["low", "lo", "niedrig", "bajo"])
_ABOVE: Final = frozenset(["high", "hi", "hoch", "alto"])


@dataclass(frozen=True, slots=True)
class Meter:
    """Hands on what a meter told, moment by moment."""

    into: Into
    source: int
    unit: GlucoseUnit

    def tells(self, where: str, at: int, offset: int | None, text: str) -> None:
        """Hand on one value. An empty cell is no value."""
        word = text.strip().casefold()
        if is_no_answer(word):
            return
        if word in _BELOW or word in _ABOVE:
            self.into.left_out("Low" if word in _BELOW else "High")
            self.into.assumed(_limits())
            return
        value = rating(text)
        tenths = None if value is None else tenths_of(value, self.unit)
        if tenths is None:
            self.into.unreadable(where, _no_glucose(text))
        else:
            self.into.point(Kind.GLUCOSE, self.source, at, offset, tenths)


def tenths_of(value: float, unit: GlucoseUnit) -> int | None:
    """Tell tenths of milligrams a decilitre; None where no blood holds that much."""
    tenths = round(value * _FACTORS[unit] * TENTHS)
    numbers = NUMBERS[Kind.GLUCOSE]
    return tenths if numbers.least <= tenths <= numbers.most else None


def unit_in(column: str, chosen: GlucoseUnit | None) -> GlucoseUnit:
    """Tell the unit that a column names, or the one the person chose.

    Raises:
        CannotRead: There is neither.
    """
    name = column.casefold()
    if "mmol" in name:
        return "mmol/L"
    if "mg" in name:
        return "mg/dL"
    if chosen in _FACTORS:
        return chosen
    raise CannotRead(
        Sentence(
            "“{column}” names no unit. Add --glucose mg/dL or --glucose mmol/L.",
            {"column": shown(column)},
        ),
        flag="--glucose",
    )


def _limits() -> Sentence:
    return Sentence("“Low” and “High” are limits of the sensor, not numbers. They are left out.")


def _no_glucose(text: str) -> Sentence:
    return Sentence(
        "“{text}” cannot be a glucose value. Look at its unit. The others are read.",
        {"text": shown(text)},
    )
