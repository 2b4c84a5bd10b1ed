"""Sessions as Garmin sums them up, in milliseconds; names and places are not looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from steadystep.importers.json_rows import moment_in, numbers_in, word_in
from steadystep.importers.limits import FASTEST_HEART, LONGEST_SESSION_SECONDS
from steadystep.importers.offsets import offset_between
from steadystep.importers.reading import Sentence
from steadystep.importers.sessions import activity_of, session_of
from steadystep.importers.units import MILLISECONDS

if TYPE_CHECKING:
    from steadystep.core.observed import Session
    from steadystep.importers.json_rows import Row
    from steadystep.importers.offsets import Offsets

# What is more is no number of a session; what is less is judged afterwards.
_MOST: Final = {"duration": 1_000_000_000_000, "avgHr": FASTEST_HEART, "steps": 1_000_000_000_000}


def told_session(row: Row, source: int, offsets: Offsets) -> tuple[int, Session] | Sentence:
    """Read a session and the moment of its beginning (UTC), or say why not."""
    begun = moment_in(row, "startTimeGmt")
    if begun is None:
        begun = moment_in(row, "beginTimestamp")
    if begun is None:
        return Sentence("The session has no beginning. It is left out.")
    wall = moment_in(row, "startTimeLocal")
    offset = None if wall is None else offset_between(begun, wall)
    if offset is not None:
        offsets.tell(begun, offset)
    else:
        offset = offsets.at(begun)
    session = _session(row, source, begun, offset)
    return session if isinstance(session, Sentence) else (begun, session)


def _session(row: Row, source: int, begun: int, offset: int | None) -> Session | Sentence:
    told = numbers_in(row, _MOST)
    if isinstance(told, Sentence):
        return told
    session = session_of(
        source,
        activity_of(word_in(row, "activityType")),
        begun + (offset or 0),
        offset,
        seconds=told.get("duration", 0) / MILLISECONDS,
        heart=told.get("avgHr"),
        steps=told.get("steps"),
    )
    return session or Sentence(
        "The session has no length, or one of over {hours} hours. It is left out.",
        {"hours": LONGEST_SESSION_SECONDS // 3600},
    )
