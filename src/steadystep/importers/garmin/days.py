"""Garmin's own sums of a day: steps, active time, resting heart rate, and the night's HRV."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from steadystep.core.observed import DAY_SECONDS, day_of_second
from steadystep.importers.json_rows import moment_in, number_in, numbers_in
from steadystep.importers.limits import (
    FASTEST_HEART,
    HIGHEST_HRV,
    LOWEST_HRV,
    MOST_STEPS_A_DAY,
    SLOWEST_HEART,
)
from steadystep.importers.offsets import offset_between
from steadystep.importers.reading import Sentence
from steadystep.importers.units import MILLISECONDS, SECONDS_IN_A_TENTH_OF_A_MINUTE, TENTHS

if TYPE_CHECKING:
    from steadystep.importers.json_rows import Row
    from steadystep.importers.offsets import Offsets

_FIRST_DAY: Final = day_of_second(0)
# The clocks may be put forward by an hour on a day, or back.
_SHORTEST_DAY: Final = DAY_SECONDS - 3600
_LONGEST_DAY: Final = DAY_SECONDS + 3600
_MOST: Final = {
    "durationInMilliseconds": _LONGEST_DAY * MILLISECONDS,
    "totalSteps": MOST_STEPS_A_DAY,
    "activeSeconds": _LONGEST_DAY,
    "highlyActiveSeconds": _LONGEST_DAY,
    "currentDayRestingHeartRate": FASTEST_HEART,
    "minHeartRate": FASTEST_HEART,
}


class DayTold(NamedTuple):
    """A day as Garmin sums it up. What was not measured is None.

    Attributes:
        seconds: How much of it was seen.
        whole: It was seen from midnight to midnight.
        steps: Steps.
        active: Tenths of minutes.
        resting: Beats a minute, of this day alone.
    """

    seconds: float
    whole: bool
    steps: int | None
    active: int | None
    resting: int | None


def day_told(row: Row, day: int) -> DayTold | Sentence | None:
    """Read a day; none if the watch was not worn, so that nothing of it is known."""
    told = numbers_in(row, _MOST)
    if isinstance(told, Sentence):
        return told
    resting = round(told.get("currentDayRestingHeartRate", 0))
    steps, active = told.get("totalSteps"), _active(told)
    if not (steps or active or resting or told.get("minHeartRate")):
        return None
    return DayTold(
        seconds=told.get("durationInMilliseconds", 0) / MILLISECONDS,
        whole=_is_whole(row, day, told.get("durationInMilliseconds")),
        steps=None if steps is None else round(steps),
        active=active,
        resting=resting if resting >= SLOWEST_HEART else None,
    )


def hrv_told(row: Row) -> int | Sentence | None:
    """Read the HRV of a night, tenths of a millisecond; none if it was not measured."""
    metrics = row.get("metrics")
    for metric in metrics if isinstance(metrics, list) else ():
        if isinstance(metric, dict) and metric.get("type") == "HRV":
            if metric.get("status") == "UNKNOWN" or not metric.get("value"):
                return None
            value = number_in(metric, "value", LOWEST_HRV / TENTHS, HIGHEST_HRV / TENTHS)
            return round(value * TENTHS) if isinstance(value, float) else value
    return None


def tell_offsets(row: Row, offsets: Offsets) -> None:
    """Learn the offset of the wall's clock at the beginning and at the end of the day."""
    for end in ("Start", "End"):
        at = moment_in(row, f"wellness{end}TimeGmt")
        wall = moment_in(row, f"wellness{end}TimeLocal")
        if at is not None and wall is not None:
            offset = offset_between(at, wall)
            if offset is not None:
                offsets.tell(at, offset)


def _active(told: dict[str, float]) -> int | None:
    """Add up the two kinds of active time, tenths of minutes."""
    parts = [told[key] for key in ("activeSeconds", "highlyActiveSeconds") if key in told]
    return round(sum(parts) / SECONDS_IN_A_TENTH_OF_A_MINUTE) if parts else None


def _is_whole(row: Row, day: int, milliseconds: float | None) -> bool:
    """Tell whether the day was seen from midnight to midnight; clocks may change in between."""
    if milliseconds is not None and milliseconds < _SHORTEST_DAY * MILLISECONDS:
        return False
    end = moment_in(row, "wellnessEndTimeLocal")
    return end is None or end >= (day - _FIRST_DAY + 1) * DAY_SECONDS
