"""A night as Garmin sums it up. Nights that Garmin itself was not sure of are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from steadystep.core.observed import DAY_SECONDS, Kind, day_of_second
from steadystep.importers.json_rows import moment_in, number_in, word_in
from steadystep.importers.offsets import offset_between
from steadystep.importers.reading import Sentence
from steadystep.importers.units import SECONDS_IN_A_TENTH_OF_A_MINUTE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from steadystep.importers.json_rows import Row

_SURE: Final = frozenset({"ENHANCED_CONFIRMED_FINAL", "ENHANCED_CONFIRMED", "MANUALLY_CONFIRMED"})
_STAGES: Final = {
    Kind.SLEEP_DEEP: "deepSleepSeconds",
    Kind.SLEEP_LIGHT: "lightSleepSeconds",
    Kind.SLEEP_REM: "remSleepSeconds",
    Kind.SLEEP_AWAKE: "awakeSleepSeconds",
}
# A choice: stages may be longer than the night by this, since they are rounded to minutes.
_SLACK_SECONDS: Final = 900


class NightTold(NamedTuple):
    """A night.

    Attributes:
        start: When sleep began, seconds since 1970 (UTC).
        end: When it ended.
        offset: What the wall's clock was ahead at its beginning; None if not told.
        stages: Tenths of minutes of each stage that was measured.
    """

    start: int
    end: int
    offset: int | None
    stages: Mapping[Kind, int]

    @property
    def asleep(self) -> int:
        """Tenths of minutes."""
        return sum(much for kind, much in self.stages.items() if kind is not Kind.SLEEP_AWAKE)


def night_told(row: Row, day: int) -> NightTold | Sentence | None:
    """Read a night; none if Garmin was not sure of it, or no sleep was measured."""
    if word_in(row, "sleepWindowConfirmationType").upper() not in _SURE:
        return None
    start, end = (moment_in(row, f"sleep{part}TimestampGMT") for part in ("Start", "End"))
    if (
        start is None
        or end is None
        or not 0 < end - start <= DAY_SECONDS
        or abs(day_of_second(end) - day) > 1
    ):
        return Sentence("The night has no beginning and end that fit. It is left out.")
    stages: dict[Kind, int] = {}
    for kind, key in _STAGES.items():
        seconds = number_in(row, key, 0, DAY_SECONDS)
        if isinstance(seconds, Sentence):
            return seconds
        if seconds is not None:
            stages[kind] = round(seconds / SECONDS_IN_A_TENTH_OF_A_MINUTE)
    if sum(stages.values()) * SECONDS_IN_A_TENTH_OF_A_MINUTE > end - start + _SLACK_SECONDS:
        return Sentence("The stages are longer than the night. It is left out.")
    wall = moment_in(row, "sleepStartTimestampLocal")
    offset = None if wall is None else offset_between(start, wall)
    night = NightTold(start, end, offset, stages)
    return night if night.asleep else None
