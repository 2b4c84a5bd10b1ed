"""What an answer, a load and a device say, against the person's own usual. Integers throughout.

`listen` and `weigh` belong to the family that numba compiles; the device words below them are
asked once a day and speak in the same whole numbers.
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

    from steadystep.core.policy import Policy

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


def weigh(load: int, before: Sequence[int], policy: Policy) -> tuple[int, int]:
    """Is this load a boom, or a bust?

    Args:
        load: Today's load; NONE where it is not known.
        before: The loads of the days before, oldest first, NONE where not known.
        policy: For the spans and the shares.

    Returns:
        1 or 0 for a boom, and for a bust. Both 0 where too few days are known.
    """
    if load == NONE:
        return 0, 0
    near = sorted([one for one in before[-policy.load_days :] if one != NONE])
    if len(near) < policy.load_days_least:
        return 0, 0
    middle = twice_the_median(near)
    if load * 200 < middle * policy.bust_percent:
        return 0, 1
    if load * 200 <= middle * policy.boom_percent:
        return 0, 0
    known = [one for one in before[-policy.load_days_long :] if one != NONE]
    below = sum(1 for one in known if one < load)
    return 1 if below * 100 >= policy.boom_above_percent * len(known) else 0, 0


def twice_the_median(ordered: Sequence[int]) -> int:
    """Twice the median of an ordered, filled sequence: whole, however many there are."""
    half = len(ordered) // 2
    return ordered[half] + ordered[-half - 1]


def sleep_is_worse(today: int, before: Sequence[int], policy: Policy) -> bool:
    """Was last night clearly worse (tenths, high is bad) than the median of the days before?"""
    known = sorted(one for one in before[-policy.device_days_long :] if one != NONE)
    if today == NONE or len(known) < policy.usual_answers:
        return False
    return 2 * today - twice_the_median(known) >= 2 * policy.sleep_worse


def heart_rate_is_up(readings: Sequence[int], policy: Policy) -> bool:
    """Is the mean resting heart rate of the last week up on the mean of the weeks before it?"""
    week, before = _week_and_before(readings, policy)
    if not week or not before:
        return False
    rise = sum(week) * len(before) - sum(before) * len(week)
    return rise >= policy.heart_rate_up * len(week) * len(before)


def hrv_is_off(readings: Sequence[int], policy: Policy) -> bool:
    """Is the week's mean lnRMSSD off its longer mean by more than a part of its own spread?

    A rough signal from athlete research; it can make a plan gentler and nothing else.
    """
    week, before = _week_and_before(readings, policy)
    if not week or len(before) < policy.look_answers:
        return False
    near, far = _logs(week), _logs(before + week)
    mean = sum(far) // len(far)
    spread_squared = sum((one - mean) ** 2 for one in far) // len(far)
    off = sum(near) // len(near) - mean
    return off * off * 10_000 > policy.hrv_off_percent**2 * spread_squared


def _week_and_before(readings: Sequence[int], policy: Policy) -> tuple[list[int], list[int]]:
    week = [one for one in readings[-policy.device_days :] if one > 0]
    before = [one for one in readings[-policy.device_days_long : -policy.device_days] if one > 0]
    return (week if len(week) >= policy.device_readings_least else []), before


def _logs(readings: list[int]) -> list[int]:
    return [round(log(one) * _MILLIONTHS) for one in readings]
