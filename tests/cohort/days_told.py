"""Scripted days for planners: a letter a morning in, a mark a morning out.

In: `=` as usual, `b` two points better, `r` one point worse, `w` two points worse, `h` four points
worse, `?` silent; with a capital letter, or `!` for as usual, yesterday's dose was not done.
Out: `^` raised to stay, `F` a flare called, `+` more than yesterday, `-` less, `.` the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.cohort.told import UNTOLD, Choice, Start, Told

if TYPE_CHECKING:
    from collections.abc import Iterable

    from steadystep.cohort.told import Planner

USUAL = 50
WORSE = {"=": 0, "!": 0, "b": -20, "r": 10, "w": 20, "h": 40}
# Somebody with a whole-day plan, and somebody with one movement.
WHOLE_DAY = Start(USUAL, USUAL, 120, 120, 32.0, 32.0, 1)
MOVEMENT = Start(USUAL, USUAL, 120, 120, 32.0, 5.0, 0)


def told(
    day: int,
    *,
    pain: int = USUAL,
    fatigue: int = USUAL,
    did: int = 100,
    load: float = float(UNTOLD),
    sleep: int = UNTOLD,
    hrv: float = 0.0,
    evening: int = UNTOLD,
    capacity: float = 0.0,
) -> Told:
    """A morning, as usual but where said."""
    return Told(day, pain, fatigue, 0, did, load, sleep, hrv, evening, capacity)


def mornings(letters: str) -> list[Told]:
    """The days that the letters stand for; blanks are there for the eye."""
    return [_morning(day, one) for day, one in enumerate(letters.replace(" ", ""))]


def _morning(day: int, letter: str) -> Told:
    did = 0 if letter == "!" or letter.isupper() else 100
    if letter == "?":
        return told(day, pain=UNTOLD, fatigue=UNTOLD, did=UNTOLD)
    answer = USUAL + WORSE[letter.lower()]
    return told(day, pain=answer, fatigue=answer, did=did)


def lived(planner: Planner, days: Iterable[Told], start: Start = WHOLE_DAY) -> list[Choice]:
    """What the planner chooses, day after day."""
    memory = planner.begin(start, planner.knobs)
    choices = []
    for one in days:
        memory, choice = planner.choose(memory, one, planner.knobs)
        choices.append(choice)
    return choices


def doses(planner: Planner, days: Iterable[Told], start: Start = WHOLE_DAY) -> list[float]:
    """The doses alone, minutes."""
    return [one.dose for one in lived(planner, days, start)]


def marks(planner: Planner, letters: str, start: Start = WHOLE_DAY) -> str:
    """The story in marks, one a morning."""
    before = start.dose
    story = ""
    for one in lived(planner, mornings(letters), start):
        story += _mark(one, before)
        before = one.dose
    return story


def _mark(choice: Choice, before: float) -> str:
    if choice.call:
        return "F"
    if choice.rose:
        return "^"
    if choice.dose == before:
        return "."
    return "+" if choice.dose > before else "-"
