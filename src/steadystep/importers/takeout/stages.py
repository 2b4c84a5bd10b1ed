"""The stages of a night: long ones, and the short waking that Fitbit lays over them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from steadystep.core.observed import Kind
from steadystep.importers.json_rows import number_in, word_in
from steadystep.importers.limits import LONGEST_STAGE_SECONDS
from steadystep.importers.reading import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from steadystep.importers.takeout.telling import Telling

_LEVELS: Final = {
    "deep": Kind.SLEEP_DEEP,
    "light": Kind.SLEEP_LIGHT,
    "rem": Kind.SLEEP_REM,
    "wake": Kind.SLEEP_AWAKE,
    "asleep": Kind.ASLEEP,
    # A tracker without stages is unsure of these; Fitbit counts them with the time awake.
    "restless": Kind.SLEEP_AWAKE,
    "awake": Kind.SLEEP_AWAKE,
}
# A choice: no night has more changes of stage.
_MOST_STAGES: Final = 2000


class Stage(NamedTuple):
    """A stretch of one stage, seconds on the wall."""

    start: int
    end: int
    kind: Kind


def stages_of(levels: object, telling: Telling, start: int, end: int) -> list[Stage]:
    """Read the stages of a night; none where one of them does not fit."""
    if not isinstance(levels, dict):
        return []
    long = _parts(levels.get("data"), telling, start, end)
    short = _parts(levels.get("shortData"), telling, start, end) or []
    if not long:
        return []
    wakes = [part for part in short if part.kind is Kind.SLEEP_AWAKE]
    return [*_around(long, sorted(wakes)), *wakes]


def _parts(rows: object, telling: Telling, start: int, end: int) -> list[Stage] | None:
    parts: list[Stage] = []
    for row in rows[:_MOST_STAGES] if isinstance(rows, list) else ():
        if not isinstance(row, dict):
            return None
        kind = _LEVELS.get(word_in(row, "level"))
        begins = telling.times.at(word_in(row, "dateTime"))
        seconds = number_in(row, "seconds", 1, LONGEST_STAGE_SECONDS)
        if kind is None or isinstance(begins, Sentence) or not isinstance(seconds, float):
            return None
        ends = begins + round(seconds)
        # A night goes on for a moment after its last whole half minute.
        if not start <= begins < ends <= end + 60:
            return None
        parts.append(Stage(begins, ends, kind))
    return parts


def _around(long: list[Stage], wakes: list[Stage]) -> Iterator[Stage]:
    """Give the long stages without the short waking in them."""
    for start, end, kind in long:
        at = start
        if kind is not Kind.SLEEP_AWAKE:
            for wake in wakes:
                if at < wake.end and wake.start < end:
                    if at < wake.start:
                        yield Stage(at, wake.start, kind)
                    at = wake.end
        if at < end:
            yield Stage(at, end, kind)
