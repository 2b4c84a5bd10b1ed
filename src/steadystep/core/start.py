"""The first dose: small enough for an ordinary day, and for half a bad one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.core.signal import twice_the_median

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steadystep.core.policy import Policy


def first_dose(
    policy: Policy,
    *,
    tolerated: Sequence[int] = (),
    bad_day: int | None = None,
    whole_day: bool = False,
) -> int | None:
    """The smaller of 80 % of what ordinary days tolerate and half of what a bad day allows.

    It is not yet a rung: a course starts on the highest rung at or under it, or on the smallest.

    Args:
        policy: The numbers.
        tolerated: What was done on ordinary days, tenths of a unit; used from three days on.
        bad_day: What can be done on a bad day, tenths of a unit.
        whole_day: The load is the person's whole day, which knows no 10-minute cap.

    Returns:
        Tenths of a unit, or None where neither is known.
    """
    doses = []
    if len(tolerated) >= policy.start_days:
        ordinary = twice_the_median(sorted(tolerated)) * policy.start_percent // 200
        doses.append(ordinary if whole_day else min(ordinary, policy.start_most))
    if bad_day is not None:
        doses.append(bad_day * policy.bad_day_percent // 100)
    return min(doses, default=None)
