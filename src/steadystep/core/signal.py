"""What an answer, a load and a device say, against the person's own usual. Integers throughout.

Plain scalar functions, as in the rule: CPython runs them for one person and numba compiles the
same ones for a cohort. What came before may be a tuple, a list or an array of whole numbers.
"""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING, NamedTuple

from steadystep.core.shapes import (
    BOTH_WARM,
    CALM,
    FATIGUE_WARM,
    HIGH,
    NONE,
    PAIN_WARM,
    RAISED,
    SILENT,
    WARM,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steadystep.core.policy import Hearing

TOP = 100

# A natural logarithm is kept in millionths, so that every comparison is between whole numbers.
_MILLIONTHS = 1_000_000


class Reference(NamedTuple):
    """What the answers are measured against. It changes rarely, and each change is an event.

    Attributes:
        usual_pain: The person's usual pain, tenths of a point; NONE while it is not known.
        usual_fatigue: The same for fatigue.
        rise_pain: The warning rise above it, tenths of a point.
        rise_fatigue: The same for fatigue.
    """

    usual_pain: int
    usual_fatigue: int
    rise_pain: int
    rise_fatigue: int


NOTHING_KNOWN = Reference(NONE, NONE, NONE, NONE)


def listen(reference: Reference, pain: int, fatigue: int) -> tuple[int, int]:
    """Hear the answers of a day (tenths; NONE where not given).

    Returns:
        The day's worst answer over both symptoms, SILENT to HIGH, and which are warm (bits).
    """
    by_pain = level(reference.usual_pain, reference.rise_pain, pain)
    by_fatigue = level(reference.usual_fatigue, reference.rise_fatigue, fatigue)
    warm = PAIN_WARM if by_pain >= WARM else 0
    if by_fatigue >= WARM:
        warm |= FATIGUE_WARM
    return max(by_pain, by_fatigue), warm


def level(usual: int, rise: int, answer: int) -> int:
    """Where one answer stands. A better day than usual is the same as a usual one.

    Where usual plus the rise lies above the scale the number cannot show a flare: then anything
    clearly above usual is heard as "worse than usual", which is RED.
    """
    if answer == NONE:
        return SILENT
    if usual == NONE:
        # Nothing to measure it against yet: an answer, neither calm nor a warning.
        return RAISED
    excess = answer - usual
    if excess * 2 <= rise and not (excess > 0 and answer == TOP):
        return CALM
    if is_blind(usual, rise) or excess * 2 >= rise * 3:
        return HIGH
    return WARM if excess >= rise else RAISED


def listen_in_fog(than_usual: int, reference: Reference) -> tuple[int, int]:
    """Hear fog mode's one question: -1 better, 0 same, 1 worse, 2 much worse than usual.

    "Worse" counts as warm for both symptoms, since it is not said which: fog mode never hears
    less than the numbers would. Where a number could not show a flare, worse is RED.
    """
    if than_usual <= 0:
        return CALM, 0
    blind = is_blind(reference.usual_pain, reference.rise_pain)
    blind |= is_blind(reference.usual_fatigue, reference.rise_fatigue)
    return HIGH if than_usual > 1 or blind else WARM, BOTH_WARM


def is_blind(usual: int, rise: int) -> int:
    """Does a warning lie above the scale, so that no number can show a flare?"""
    return 1 if usual != NONE and usual + rise > TOP else 0


def weigh(load: int, before: Sequence[int], hearing: Hearing) -> tuple[int, int]:
    """Is this load a boom, or a bust?

    Args:
        load: Today's load; NONE where it is not known.
        before: The loads of the days before, oldest first, NONE where not known.
        hearing: For the spans and the shares.

    Returns:
        1 or 0 for a boom, and for a bust. Both 0 where too few days are known.
    """
    if load == NONE:
        return 0, 0
    near = before[-hearing.load_days :]
    # Beside a day above `high` this load alone is a bust, beside one below `low` a boom.
    high, low = load * 100 // hearing.bust_percent, -(load * -100 // hearing.boom_percent)
    known, above, below = _count(near, low, high)
    if known < hearing.load_days_least or (above * 2 < known and below * 2 < known):
        # Fewer than half of the days lie so far off, so their median does not. Most days end here.
        return 0, 0
    middle = twice_the_median(sorted([one for one in near if one != NONE]))
    if load * 200 < middle * hearing.bust_percent:
        return 0, 1
    if load * 200 <= middle * hearing.boom_percent:
        return 0, 0
    known, _, below = _count(before[-hearing.load_days_long :], load, load)
    return 1 if below * 100 >= hearing.boom_above_percent * known else 0, 0


def _count(days: Sequence[int], low: int, high: int) -> tuple[int, int, int]:
    """How many days are known, how many of them lie above `high`, and how many below `low`."""
    known = above = below = 0
    for one in days:
        if one != NONE:
            known += 1
            if one > high:
                above += 1
            elif one < low:
                below += 1
    return known, above, below


def twice_the_median(ordered: Sequence[int]) -> int:
    """Twice the median of an ordered, filled sequence: whole, however many there are."""
    half = len(ordered) // 2
    return ordered[half] + ordered[-half - 1]


def sleep_is_worse(today: int, before: Sequence[int], hearing: Hearing) -> bool:
    """Was last night clearly worse (tenths, high is bad) than the median of the days before?"""
    near, worse_than = before[-hearing.device_days_long :], today - hearing.sleep_worse
    known, above, _ = _count(near, 0, worse_than)
    if today == NONE or known < hearing.usual_answers or above * 2 > known:
        # Where more than half of the nights were above that, so was their median.
        return False
    return 2 * worse_than >= twice_the_median(sorted([one for one in near if one != NONE]))


def heart_rate_is_up(readings: Sequence[int], hearing: Hearing) -> bool:
    """Is the mean resting heart rate of the last week up on the mean of the weeks before it?"""
    week, before = _week_and_before(readings, hearing)
    if len(week) < hearing.device_readings_least or not before:
        return False
    rise = sum(week) * len(before) - sum(before) * len(week)
    return rise >= hearing.heart_rate_up * len(week) * len(before)


def hrv_is_off(readings: Sequence[int], hearing: Hearing) -> bool:
    """Is the week's mean lnRMSSD off its longer mean by more than a part of its own spread?

    A rough signal from athlete research; it can make a plan gentler and nothing else.
    """
    week, before = _week_and_before(readings, hearing)
    if len(week) < hearing.device_readings_least or len(before) < hearing.look_answers:
        return False
    near, far = _logs(week), _logs(before + week)
    mean = sum(far) // len(far)
    spread_squared = sum([(one - mean) ** 2 for one in far]) // len(far)
    off = sum(near) // len(near) - mean
    return off * off * 10_000 > hearing.hrv_off_percent**2 * spread_squared


def _week_and_before(readings: Sequence[int], hearing: Hearing) -> tuple[list[int], list[int]]:
    week = [one for one in readings[-hearing.device_days :] if one > 0]
    before = [one for one in readings[-hearing.device_days_long : -hearing.device_days] if one > 0]
    return week, before


def _logs(readings: list[int]) -> list[int]:
    return [round(log(one) * _MILLIONTHS) for one in readings]
