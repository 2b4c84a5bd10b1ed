"""What a scripted year did to one person, counted day by day."""

from __future__ import annotations

from typing import NamedTuple

from steadystep.core.shapes import AFTER_RISE, BACK_OFF, CALMING, PLATEAU, USUAL_UP


class Year(NamedTuple):
    """What became of one person. Days and counts.

    Attributes:
        rung: The rung in force at the end.
        start: The rung of the first dose.
        rises: Times the rung rose.
        cost_days: Days on which a session cost something.
        taken_back: Times a flare answered a rise.
        flares: Flares called.
        red_days: RED days.
        amber_days: Days with a warning that is no flare.
        calming: Days on which offers waited for calm after a flare.
        back_off: Days on which they waited longer, since a flare had answered a rise.
        plateaus: Plateaus begun.
        held: Days of a plateau.
        plateau_on: The day of the first plateau, counted from one; 0 for never.
        asked_usual: Days on which a higher usual was asked about.
        raised_on: The day of the first rise; 0 for never.
    """

    rung: int
    start: int
    rises: int
    cost_days: int
    taken_back: int
    flares: int
    red_days: int
    amber_days: int
    calming: int
    back_off: int
    plateaus: int
    held: int
    plateau_on: int
    asked_usual: int
    raised_on: int


def nothing_seen(rung: int) -> Year:
    """The first morning, on this rung."""
    return Year(rung, rung, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)


def look(
    seen: Year,
    rung: int,
    blocked: int,
    fired: int,
    red: int,
    warm: int,
    called: int,
    rose: int,
    cost: int,
    day: int,
) -> Year:
    """Count one day. `called`, `rose`, `cost`, `red` and `warm` are 1 or 0."""
    resting = 1 if blocked & PLATEAU else 0
    # No rise is answered within a plateau, so a rise answered on a day of rest begins one.
    begins = 1 if resting and fired == AFTER_RISE else 0
    return Year(
        rung,
        seen.start,
        seen.rises + rose,
        seen.cost_days + cost,
        seen.taken_back + (1 if fired == AFTER_RISE else 0),
        seen.flares + called,
        seen.red_days + red,
        seen.amber_days + (1 if warm and not red else 0),
        seen.calming + (1 if blocked & CALMING else 0),
        seen.back_off + (1 if blocked & BACK_OFF else 0),
        seen.plateaus + begins,
        seen.held + resting,
        day if begins and seen.plateau_on == 0 else seen.plateau_on,
        seen.asked_usual + (1 if blocked & USUAL_UP else 0),
        day if rose and seen.raised_on == 0 else seen.raised_on,
    )
