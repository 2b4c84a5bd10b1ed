"""What comes before a rise: so many days in a row, calm and done, and a night that allows it."""

from typing import Annotated, NamedTuple

from steadystep.cohort.policies.knobs import Knob
from steadystep.cohort.told import UNTOLD, Told

_TENTHS = 10.0


class Waiting(NamedTuple):
    """The numbers of the wait before a rise.

    Attributes:
        window_days: Days in a row.
        done_percent: How much of the dose has to be done on each; 0 asks for nothing.
        hold_sleep: No rise on a morning with a sleep answer as bad as this; 0 never looks.
        hold_hrv: No rise with HRV so far below its mean; 0 never looks.
    """

    window_days: Annotated[int, Knob("days", 1, 60, "source chapter: 48 hours")] = 2
    done_percent: Annotated[int, Knob("% of the dose", 0, 100, "prototype: 80, choice")] = 80
    hold_sleep: Annotated[float, Knob("points, 10 is worst", 0.0, 10.0, "assumed")] = 0.0
    hold_hrv: Annotated[float, Knob("standard deviations", 0.0, 5.0, "assumed")] = 0.0


def days_done(days: int, told: Told, waiting: Waiting) -> int:
    """Days in a row on which the dose was done. A day nobody told of neither counts nor breaks."""
    if told.day == 0:
        return 0
    if waiting.done_percent == 0:
        return days + 1
    if told.did == UNTOLD:
        return days
    return days + 1 if told.did >= waiting.done_percent else 0


def body_says_wait(told: Told, waiting: Waiting) -> int:
    """1 where the night speaks against a rise, and the planner looks at nights."""
    if waiting.hold_sleep > 0.0 and told.sleep >= waiting.hold_sleep * _TENTHS:
        return 1
    return 1 if waiting.hold_hrv > 0.0 and told.hrv <= -waiting.hold_hrv else 0
