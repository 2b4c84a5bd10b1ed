"""How far the answers lie above usual, and when that is a flare, for planners that hear.

In points of the 0 to 10 scale. Usual is the run-in's median. It stays there, or follows slowly on
days that are no flare. A second check-in, yesterday evening's, is heard where there is one.
"""

from math import sqrt
from typing import Annotated, NamedTuple

from steadystep.cohort.policies.knobs import Knob
from steadystep.cohort.told import UNTOLD, Start, Told
from steadystep.core.policy import GENTLE

_TENTHS = 10.0
_HUNDREDTHS = 100.0
_SILENT = -99.0
# Days since something that never was.
NEVER = 1_000_000
# For somebody who never answered in the run-in: the middle of the scale, and the rule's spread.
_MIDDLE = 5.0
_SPREAD = GENTLE.spread_untold / _TENTHS


class Usual(NamedTuple):
    """What is usual for this person: pain and fatigue, points."""

    pain: float
    fatigue: float


class Hearing(NamedTuple):
    """The numbers of a detector that goes by the person's own spread.

    Attributes:
        z: How many of their own standard deviations above usual are a flare.
        least_points: And how many points at the least.
        together: How much pain and fatigue move together.
        usual_days: Days of the running mean that usual follows; 0 leaves it at the run-in's median.
        apart_days: Days without a warning after which the next one is a new flare.
    """

    z: Annotated[float, Knob("standard deviations", 0.1, 10.0, "prototype: 1.5 to 2")] = 1.5
    least_points: Annotated[float, Knob("points", 0.0, 10.0, "floor of a warning, choice")] = 1.0
    together: Annotated[float, Knob("correlation", -1.0, 1.0, "assumed")] = 0.5
    usual_days: Annotated[int, Knob("days, 0 for never", 0, 3650, "prototype: 60")] = 60
    apart_days: Annotated[int, Knob("days without a warning", 0, 90, "choice")] = 7


class Alarm(NamedTuple):
    """What a detector keeps from day to day.

    Attributes:
        usual: What is usual.
        line: Points above usual that are a flare.
        flare_days: Days above the line on end, until an answer says otherwise; 0 outside.
        quiet_days: Days since the last of them; far off where there was none.
    """

    usual: Usual
    line: float
    flare_days: int
    quiet_days: int


def usual_at_start(start: Start) -> Usual:
    """The run-in's medians; the middle of the scale where nothing was ever told."""
    pain = start.usual_pain / _TENTHS if start.usual_pain != UNTOLD else _MIDDLE
    fatigue = start.usual_fatigue / _TENTHS if start.usual_fatigue != UNTOLD else _MIDDLE
    return Usual(pain, fatigue)


def alarm_at_start(start: Start, hearing: Hearing) -> Alarm:
    """A detector set by the run-in: the spread of the mean of both symptoms, times z."""
    pain = start.spread_pain / _HUNDREDTHS if start.spread_pain != UNTOLD else _SPREAD
    fatigue = start.spread_fatigue / _HUNDREDTHS if start.spread_fatigue != UNTOLD else _SPREAD
    both = pain * pain + fatigue * fatigue + 2.0 * hearing.together * pain * fatigue
    line = hearing.z * sqrt(max(both, 0.0)) / 2.0
    return Alarm(usual_at_start(start), max(line, hearing.least_points), 0, NEVER)


def heard(alarm: Alarm, told: Told, hearing: Hearing) -> Alarm:
    """The detector after this morning. Silence neither begins a flare nor ends one."""
    if answered(told) == 0:
        if alarm.flare_days > 0:
            return Alarm(alarm.usual, alarm.line, alarm.flare_days + 1, 0)
        return Alarm(alarm.usual, alarm.line, 0, alarm.quiet_days + 1)
    if mean(told, alarm.usual) >= alarm.line:
        return Alarm(alarm.usual, alarm.line, alarm.flare_days + 1, 0)
    usual = followed(told, alarm.usual, hearing.usual_days)
    return Alarm(usual, alarm.line, 0, alarm.quiet_days + 1)


def begins(before: Alarm, alarm: Alarm) -> int:
    """1 on a morning above the line after one that was not."""
    return 1 if before.flare_days == 0 and alarm.flare_days > 0 else 0


def is_new(before: Alarm, alarm: Alarm, hearing: Hearing) -> int:
    """1 where what begins is a flare of its own, and not the last one's return."""
    return 1 if begins(before, alarm) == 1 and before.quiet_days >= hearing.apart_days else 0


def answered(told: Told) -> int:
    """1 where anything was told of pain or fatigue."""
    return 1 if told.pain != UNTOLD or told.fatigue != UNTOLD or told.evening != UNTOLD else 0


def mean(told: Told, usual: Usual) -> float:
    """The mean distance of pain and fatigue from usual; of one of them where one was told."""
    pain = _pain_above(told, usual)
    fatigue = told.fatigue / _TENTHS - usual.fatigue
    if told.fatigue == UNTOLD:
        return pain
    if pain == _SILENT:
        return fatigue
    return (pain + fatigue) / 2.0


def worst(told: Told, usual: Usual) -> float:
    """The largest distance from usual in any check-in, of pain or of fatigue."""
    above = _SILENT
    if told.pain != UNTOLD:
        above = max(above, told.pain / _TENTHS - usual.pain)
    if told.fatigue != UNTOLD:
        above = max(above, told.fatigue / _TENTHS - usual.fatigue)
    if told.evening != UNTOLD:
        above = max(above, told.evening / _TENTHS - usual.pain)
    return above


def followed(told: Told, usual: Usual, days: int) -> Usual:
    """Usual after this answer, a running mean over so many days; 0 days leave it where it is."""
    if days == 0:
        return usual
    pain = usual.pain
    fatigue = usual.fatigue
    if told.pain != UNTOLD:
        pain += (told.pain / _TENTHS - pain) / days
    if told.fatigue != UNTOLD:
        fatigue += (told.fatigue / _TENTHS - fatigue) / days
    return Usual(pain, fatigue)


def _pain_above(told: Told, usual: Usual) -> float:
    """Pain above usual, the morning's and the evening's counting alike."""
    if told.pain == UNTOLD and told.evening == UNTOLD:
        return _SILENT
    pain = told.pain if told.pain != UNTOLD else told.evening
    evening = told.evening if told.evening != UNTOLD else pain
    return (pain + evening) / 2.0 / _TENTHS - usual.pain
