"""Keeping a dose between its floor and its ceiling. Small scalar functions for every planner."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from steadystep.cohort.told import Start

WEEK = 7
PERCENT = 100.0


def ceiling(start: Start, most_minutes: float, most_day_minutes: float) -> float:
    """The largest dose: one movement and a whole day have a ceiling each."""
    if start.whole_day == 1:
        return most_day_minutes
    return most_minutes


def within(dose: float, least: float, most: float) -> float:
    """The dose, no smaller than the floor and no larger than the ceiling."""
    return min(max(dose, least), most)


def done_minutes(dose: float, did: int) -> float:
    """What was done of a dose, minutes, where somebody said."""
    return dose * did / PERCENT


def own_load(start: Start) -> float:
    """The load that stays beside the dose: the own day, or none where the dose is the whole day."""
    if start.whole_day == 1:
        return 0.0
    return start.habit
