"""Sessions and tracks of Google Fit: what, when, how long and how many steps; never where."""

from __future__ import annotations

import json
import re
from typing import IO, TYPE_CHECKING, Any, Final

from steadystep.importers.json_rows import number_in, word_in
from steadystep.importers.limits import LONGEST_SESSION_SECONDS
from steadystep.importers.reading import Sentence

if TYPE_CHECKING:
    from steadystep.importers.json_rows import Row
    from steadystep.importers.takeout.exercise import Exercise
    from steadystep.importers.takeout.times import Moment

NO_MOVEMENT: Final = "sleep, rides and rest among the sessions"
_NO_MOVEMENT: Final = re.compile(r"sleep|vehicle|still|unknown|tilting")
# A session lists its parts; a longer file is none.
MOST_BYTES: Final = 1 << 20
_MOST_STEPS: Final = 1_000_000
_STEPS: Final = "com.google.step_count.delta"
# What a track tells of a session. Its places are gone over and not looked at.
_TOKEN: Final = re.compile(
    rb'<Activity Sport="([^"<>]{0,60})"'
    rb'|<Lap StartTime="([^"<>]{0,40})"'
    rb"|<TotalTimeSeconds>([0-9.]{1,20})<"
    rb"|(</Activity>)"
)
_LONGEST_TOKEN: Final = 128
_BLOCK_BYTES: Final = 1 << 18


def read_session(file: IO[bytes], where: str, exercise: Exercise) -> None:
    """Read one session."""
    trouble = _session(file.read(MOST_BYTES + 1), exercise)
    if trouble is not None:
        exercise.telling.refuse(where, trouble)


def read_track(file: IO[bytes], where: str, exercise: Exercise) -> None:
    """Read the sessions of a track."""
    sport, begun, seconds, open_ = "", "", 0.0, False
    tail = b""
    while block := file.read(_BLOCK_BYTES):
        tail += block
        end = 0
        for found in _TOKEN.finditer(tail):
            end = found.end()
            name, lap, length, closed = found.groups()
            if name is not None:
                sport, begun, seconds, open_ = name.decode("utf-8", "replace"), "", 0.0, True
            elif lap is not None:
                begun = begun or lap.decode("utf-8", "replace")
            elif length is not None:
                seconds += _seconds(length)
            elif closed and open_:
                open_ = False
                _tell(exercise, where, sport, begun, seconds)
        tail = tail[max(end, len(tail) - _LONGEST_TOKEN) :]
    if open_:
        exercise.telling.refuse(
            where, Sentence("The file is cut short. Export it again, then bring that.")
        )


def _tell(exercise: Exercise, where: str, sport: str, begun: str, seconds: float) -> None:
    start = _moment(begun, exercise)
    trouble = start if isinstance(start, Sentence) else exercise.tell(start, sport, seconds)
    if trouble is not None:
        exercise.telling.refuse(where, trouble)


def _session(raw: bytes, exercise: Exercise) -> Sentence | None:
    row = _row(raw)
    if row is None:
        return Sentence("The file is damaged. Unpack the export again.")
    name = word_in(row, "fitnessActivity")
    if _NO_MOVEMENT.search(name):
        exercise.telling.into.left_out(NO_MOVEMENT)
        return None
    start = _moment(word_in(row, "startTime"), exercise)
    end = _moment(word_in(row, "endTime"), exercise)
    if isinstance(start, Sentence):
        return start
    if isinstance(end, Sentence):
        return end
    length = end.at - (end.offset or 0) - start.at + (start.offset or 0)
    return exercise.tell(start, name, length, steps=_steps(row))


def _row(raw: bytes) -> Row | None:
    if len(raw) > MOST_BYTES:
        return None
    try:
        row = json.loads(raw.rstrip(b"\0").decode("utf-8-sig", "replace"), strict=False)
    except (ValueError, RecursionError):
        return None
    return row if isinstance(row, dict) else None


def _steps(row: Row) -> float | None:
    parts: Any = row.get("aggregate")
    for part in parts if isinstance(parts, list) else ():
        if isinstance(part, dict) and part.get("metricName") == _STEPS:
            steps = number_in(part, "intValue", 0, _MOST_STEPS)
            return None if isinstance(steps, Sentence) else steps
    return None


def _moment(text: str, exercise: Exercise) -> Moment | Sentence:
    """Tell a time on the wall; most stand in UTC, and the quarters of the day tell the zone."""
    told = exercise.telling.times.moment(text)
    if isinstance(told, Sentence) or told.offset:
        return told
    moment = exercise.telling.clocks.of_utc(told.at)
    if moment.offset is None:
        exercise.telling.into.assumed(
            Sentence("The export names no time zone. Times are taken as they are, in UTC.")
        )
    return moment


def _seconds(text: bytes) -> float:
    try:
        return min(float(text), LONGEST_SESSION_SECONDS + 1)
    except ValueError:
        return 0.0
