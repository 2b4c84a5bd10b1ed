"""What a row of Bearable means: its category decides, and which scale its answers stand on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from steadystep.core.observed import Kind
from steadystep.core.observed_days import NUMBERS
from steadystep.importers.columns import fold
from steadystep.importers.numbers import Amounts, is_no_answer
from steadystep.importers.rated import (
    Answers,
    fitting_scale,
    number_of,
    said_of_scale,
    symptom_called,
)
from steadystep.importers.reading import Scale, Sentence, shown
from steadystep.importers.units import TENTHS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from steadystep.importers.export import Into
    from steadystep.importers.table import Row

_SYMPTOM: Final = "symptom"
_ENERGY: Final = "energy"
_QUALITY: Final = "sleep quality"
# As Bearable's support page on its scales tells them.
_SCALES: Final = {_SYMPTOM: Scale(0, 4), _ENERGY: Scale(1, 10), _QUALITY: Scale(1, 5)}
# In other versions energy ends at 5. A choice: so many answers, none of them higher, say so.
# With fewer the longer scale is taken, on which the same answer means more fatigue.
_SHORT_ENERGY: Final = Scale(1, 5)
_ENOUGH_ANSWERS: Final = 30
_SAID: Final = {
    _SYMPTOM: Sentence("A symptom"),
    _ENERGY: Sentence("Energy"),
    _QUALITY: Sentence("Sleep quality"),
}
_SLEEP: Final = "sleep"
_MEASUREMENTS: Final = frozenset(
    ["health measurements", "health measurement", "measurements", "measurement"]
)
# What other rows are called; the names of what they hold stay where they are.
_OTHERS: Final = {
    "mood": "mood",
    "factors": "factors",
    "medication": "medication",
    "bowel movements": "bowel movements",
}
_MEASURED: Final = {
    "step count": Kind.STEPS,
    "steps": Kind.STEPS,
    "resting heart rate": Kind.RESTING_HEART_RATE,
}
_BRACKET: Final = re.compile(r"\s*\([^()]*\)\s*$")
_CLOCK: Final = re.compile(r"\s*([0-9]{1,2}):([0-9]{2})(?::[0-9]{2})?\s*")
_SPELT: Final = re.compile(
    r"\b(asleep|in bed)\b[\s:\-]{0,4}"
    r"(?:([0-9]{1,2})\s?h[a-z]{0,5}[\s.,]{0,3})?(?:([0-9]{1,3})\s?m[a-z]{0,6})?",
    re.IGNORECASE,
)
_SLEPT: Final = {"asleep": Kind.ASLEEP, "in bed": Kind.IN_BED}
_HOUR_MINUTES: Final = 60


class Answered(NamedTuple):
    """How many answers there are, and the highest of them."""

    often: int = 0
    highest: float = 0


def look_through(rows: Iterable[Row], columns: tuple[int, int, int]) -> dict[str, Answered]:
    """Tell of each category that has a scale how it was answered."""
    category, amount, _ = columns
    answered = dict.fromkeys(_SCALES, Answered())
    for row in rows:
        kind = _category(row[category])
        if kind in _SCALES and (answer := number_of(row[amount])) is not None:
            count, highest = answered[kind]
            answered[kind] = Answered(count + 1, max(highest, answer))
    return answered


class Readings:
    """Takes the rows of an export one by one."""

    def __init__(self, into: Into, source: int, answered: Mapping[str, Answered]) -> None:
        """Begin.

        Args:
            into: Where it goes.
            source: Whose answers they are.
            answered: How each category that has a scale was answered.
        """
        self._into = into
        self._source = source
        self._scales = {kind: _scale_of(kind, told) for kind, told in answered.items()}
        self._takes: dict[str, Callable[[str, int, str, str], None]] = {
            _SYMPTOM: self._symptom,
            _ENERGY: self._energy,
            _QUALITY: self._quality,
            _SLEEP: self._sleep,
            **dict.fromkeys(_MEASUREMENTS, self._measured),
        }

    def take(self, where: str, day: int, category: str, amount: str, detail: str) -> None:
        """Take one row."""
        kind = _category(category)
        if take := self._takes.get(kind):
            take(where, day, amount, detail)
        else:
            self._into.left_out(_OTHERS.get(kind, "other entries"))

    def _symptom(self, where: str, day: int, amount: str, detail: str) -> None:
        named = _BRACKET.sub("", detail)
        kind = symptom_called(named)
        if kind is None:
            self._into.left_out("other symptoms")
        else:
            self._rated(_SYMPTOM, kind).tells(where, day, amount, named)

    def _energy(self, where: str, day: int, amount: str, _: str) -> None:
        self._into.assumed(Sentence("Fatigue comes from energy, turned round: low is tired."))
        self._rated(_ENERGY, Kind.FATIGUE, turned=True).tells(where, day, amount, "Energy")

    def _quality(self, where: str, day: int, amount: str, _: str) -> None:
        answers = self._rated(_QUALITY, Kind.SLEEP_RATED, turned=True)
        answers.tells(where, day, amount, "Sleep quality")

    def _rated(self, category: str, kind: Kind, *, turned: bool = False) -> Answers:
        scale = self._scales[category]
        self._into.assumed(said_of_scale(_SAID[category], scale))
        return Answers(self._into, self._source, kind, scale, turned)

    def _sleep(self, where: str, day: int, amount: str, detail: str) -> None:
        told = {
            _SLEPT[found[1].casefold()]: _minutes(found[2], found[3])
            for found in _SPELT.finditer(detail)
            if found[2] or found[3]
        }
        if clock := _CLOCK.fullmatch(amount):
            told[Kind.ASLEEP] = _minutes(clock[1], clock[2])
        if not told:
            self._into.left_out("sleep without a length")
        for kind, minutes in told.items():
            self._daily(where, day, kind, minutes, amount)

    def _measured(self, where: str, day: int, amount: str, detail: str) -> None:
        kind = _MEASURED.get(fold(_BRACKET.sub("", detail)))
        if kind is None:
            self._into.left_out("other health measurements")
        elif not is_no_answer(amount):
            value = Amounts().amount(amount)
            if kind is Kind.STEPS and value == 0:
                # No device was worn, or no answer was given: nobody can tell which.
                self._into.left_out("days of 0 steps")
            else:
                self._daily(where, day, kind, value, amount)

    def _daily(self, where: str, day: int, kind: Kind, value: float | None, text: str) -> None:
        numbers = NUMBERS[kind]
        if value is None or not numbers.least <= round(value * TENTHS) <= numbers.most:
            self._into.unreadable(where, _cannot_be(text))
        else:
            self._into.daily(kind, self._source, day, round(value * TENTHS))


def _category(text: str) -> str:
    category = text.strip().casefold()
    return _SYMPTOM if category == "symptoms" else category


def _scale_of(category: str, answered: Answered) -> Scale:
    usual = _SCALES[category]
    if answered.highest > usual.top:
        return fitting_scale(usual.bottom, answered.highest)
    few = answered.often < _ENOUGH_ANSWERS or answered.highest > _SHORT_ENERGY.top
    return usual if few or category != _ENERGY else _SHORT_ENERGY


def _minutes(hours: str | None, minutes: str | None) -> int:
    return int(hours or 0) * _HOUR_MINUTES + int(minutes or 0)


def _cannot_be(text: str) -> Sentence:
    return Sentence("“{value}” cannot be. Correct it in the app.", {"value": shown(text)})
