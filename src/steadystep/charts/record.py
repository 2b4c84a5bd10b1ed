"""What a picture is drawn from: one line per day, already decided, already in the right unit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

AMBER = "amber"
RED = "red"
STEP_BACK = "step_back"
EASE = "ease"

# A flare that goes quiet for longer than this is drawn as ended: nobody knows how it went on.
SILENCE_WITHIN_A_FLARE = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class RecordDay:
    """One day as it was known: what was told, what was done, and how the body answered.

    `beside` names what else went on, such as an illness, in the words of the reader.
    """

    day: date
    action: str
    level: float | None
    dose: float | None
    offered: float | None
    load: float | None
    pain: float | None
    fatigue: float | None
    usual_pain: float | None
    usual_fatigue: float | None
    warning_pain: float | None
    warning_fatigue: float | None
    flare: str
    marked: bool
    watching: bool
    boom: bool
    bust: bool
    beside: tuple[str, ...] = ()


class Reading(NamedTuple):
    """One symptom on one day, beside the two levels it is compared with."""

    answer: float | None
    usual: float | None
    warning: float | None

    def excess(self) -> float:
        """How far the answer lies above usual; without a usual, above nothing."""
        return (self.answer or 0) - (self.usual or 0)

    def warns(self) -> bool:
        """Tell whether the answer reaches the warning level."""
        return self.answer is not None and self.warning is not None and self.answer >= self.warning


def pain(day: RecordDay) -> Reading:
    """Read the pain of a day."""
    return Reading(day.pain, day.usual_pain, day.warning_pain)


def fatigue(day: RecordDay) -> Reading:
    """Read the fatigue of a day."""
    return Reading(day.fatigue, day.usual_fatigue, day.warning_fatigue)


class Spell(NamedTuple):
    """A stretch of days, both ends included."""

    first: date
    last: date


def in_order(days: Iterable[RecordDay]) -> tuple[RecordDay, ...]:
    """Put the days in the order they were lived."""
    return tuple(sorted(days, key=lambda day: day.day))


def runs(
    days: Sequence[RecordDay], *, apart: int, where: Callable[[RecordDay], bool]
) -> Iterator[list[RecordDay]]:
    """Split into unbroken stretches, so that no line ever bridges a gap."""
    run: list[RecordDay] = []
    for day in days:
        if not where(day):
            continue
        if run and (day.day - run[-1].day).days > apart:
            yield run
            run = []
        run.append(day)
    if run:
        yield run


def watches(days: Sequence[RecordDay]) -> list[Spell]:
    """Find the stretches in which a window was open."""
    return [
        Spell(run[0].day, run[-1].day) for run in runs(days, apart=1, where=lambda d: d.watching)
    ]


def flares(days: Sequence[RecordDay]) -> list[Spell]:
    """Find the flares: from a red or named day, through the eased days, until it is calm."""
    found: list[Spell] = []
    current: Spell | None = None
    for day in days:
        if current and _is_over(current, day):
            found.append(current)
            current = None
        if day.flare == RED or day.marked:
            current = Spell(current.first if current else day.day, day.day)
        elif current and (day.action == EASE or day.flare == AMBER):
            current = Spell(current.first, day.day)
    return [*found, current] if current else found


def _is_over(flare: Spell, day: RecordDay) -> bool:
    if day.day - flare.last > SILENCE_WITHIN_A_FLARE:
        return True
    stirred = day.flare in {AMBER, RED} or day.marked or day.action == EASE
    answered = day.pain is not None or day.fatigue is not None
    return answered and not stirred
