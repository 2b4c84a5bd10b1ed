"""A session as its device sums it up: what it was, how long, and what the heart did."""

from __future__ import annotations

from typing import Final

from steadystep.core.observed import Activity, Session
from steadystep.importers.fit.known_fields import SPORTS, STRIDING, SUB_SPORTS
from steadystep.importers.sessions import session_of
from steadystep.importers.units import MILLISECONDS

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
        seconds=length / MILLISECONDS,
        heart=heart,
        steps=cycles * _STEPS_IN_STRIDE if cycles and sport in STRIDING else None,
    )
