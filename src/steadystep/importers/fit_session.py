"""A session as its device sums it up: what it was, how long, and what the heart did."""

from __future__ import annotations

from typing import Final

from steadystep.core.observed import Activity, Session
from steadystep.importers.fit_profile import SPORTS, STRIDING, SUB_SPORTS
from steadystep.importers.limits import (
    FASTEST_HEART,
    LONGEST_SESSION_SECONDS,
    MOST_STEPS_A_SECOND,
    SLOWEST_HEART,
    TENTHS,
)

_MILLISECONDS: Final = 1000
_STEPS_IN_STRIDE: Final = 2


def fit_session(  # noqa: PLR0917 - the columns in the order of the profile
    source: int,
    start: int,
    offset: int | None,
    sport: int | None,
    sub_sport: int | None,
    elapsed: int | None,
    by_timer: int | None,
    cycles: int | None,
    heart: int | None,
) -> Session | None:
    """Read the session of a FIT file; none if its length cannot be."""
    length = by_timer or elapsed or 0
    other = SPORTS.get(sport or 0, Activity.OTHER)
    return session_of(
        source,
        SUB_SPORTS.get(sub_sport or 0, other),
        start,
        offset,
        seconds=length / _MILLISECONDS,
        heart=heart,
        steps=cycles * _STEPS_IN_STRIDE if cycles and sport in STRIDING else None,
    )


def session_of(
    source: int,
    activity: Activity,
    start: int,
    offset: int | None,
    *,
    seconds: float,
    heart: float | None,
    steps: float | None,
) -> Session | None:
    """Make a session of what was told; none if its length cannot be.

    It lasts as long as its timer ran: a pause is no movement, nor is a watch that was forgotten.
    """
    if not 1 <= seconds <= LONGEST_SESSION_SECONDS:
        return None
    beats = heart if heart is not None and SLOWEST_HEART <= heart <= FASTEST_HEART else None
    taken = steps if steps is not None and 0 < steps <= seconds * MOST_STEPS_A_SECOND else None
    return Session(
        source,
        activity,
        start,
        start + round(seconds),
        offset,
        None if beats is None else round(beats * TENTHS),
        None if taken is None else round(taken),
    )
