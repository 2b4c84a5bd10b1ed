"""A session, whatever told it: what it was by its name, how long it lasted, what the heart did."""

from __future__ import annotations

from typing import Final

from steadystep.core.observed import Activity, Session
from steadystep.importers.limits import (
    FASTEST_HEART,
    LONGEST_SESSION_SECONDS,
    MOST_STEPS_A_SECOND,
    SLOWEST_HEART,
)
from steadystep.importers.units import TENTHS

# Words in the name of a kind of activity, the telling ones first.
_WORDS: Final = (
    ("yoga", Activity.YOGA),
    ("pilates", Activity.STRETCH),
    ("stretch", Activity.STRETCH),
    ("flexib", Activity.STRETCH),
    ("mobility", Activity.STRETCH),
    ("breath", Activity.BREATH),
    ("meditation", Activity.BREATH),
    ("strength", Activity.STRENGTH),
    ("swim", Activity.SWIM),
    ("cycl", Activity.CYCLE),
    ("bik", Activity.CYCLE),
    ("bmx", Activity.CYCLE),
    ("walk", Activity.WALK),
    ("hik", Activity.WALK),
    ("run", Activity.RUN),
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


def activity_of(name: str) -> Activity:
    """Tell what a session was by the English name of its kind."""
    name = name.casefold()
    return next((activity for word, activity in _WORDS if word in name), Activity.OTHER)
