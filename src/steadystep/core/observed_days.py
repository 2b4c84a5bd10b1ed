"""A day as one source saw it, and how it is made of the moments that lie in it.

How a day's value is made, and what a body can be, stand in one table: `NUMBERS`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

from steadystep.core.observed import Activity, Kind, Session, Source, day_of_second


class Made(StrEnum):
    """How the value of a day is made of its parts."""

    # Added up. Where stretches overlap, the one with more a second counts there.
    SUM = "sum"
    # The time that any of them covers, counted once.
    UNION = "union"
    # Each five minutes weigh the same: a walk measured every second does not drown the day.
    MEAN = "mean"
    # The last one of the day.
    LAST = "last"
    # The highest: of symptoms, the worst; of crashes, whether there was any.
    WORST = "worst"


class KindNumbers(NamedTuple):
    """What is known about the values of a kind. All bounds are choices, wide on purpose.

    Attributes:
        made: How a day is made of its parts.
        least: What lies below is no measurement, tenths.
        most: What lies above is no measurement, tenths.
        careful: Of two summaries of one day, the one that makes us more careful: 1 the higher,
            -1 the lower.
        has_series: Its five-minute bins are kept.
        of_the_night: It belongs to the day of waking.
    """

    made: Made
    least: int
    most: int
    careful: int = 1
    has_series: bool = False
    of_the_night: bool = False


_DAY_OF_MINUTES = 14_400
_SLEEP = KindNumbers(Made.UNION, 0, _DAY_OF_MINUTES, of_the_night=True)
_SYMPTOM = KindNumbers(Made.WORST, 0, 100)
_HEART_VARIABILITY = KindNumbers(Made.MEAN, 1, 10_000, careful=-1)

NUMBERS: Final[dict[Kind, KindNumbers]] = {
    # More than the 24-hour walking records, which lie near 200,000 steps.
    Kind.STEPS: KindNumbers(Made.SUM, 0, 2_500_000, has_series=True),
    Kind.ACTIVE_MINUTES: KindNumbers(Made.SUM, 0, _DAY_OF_MINUTES),
    Kind.HEART_RATE: KindNumbers(Made.MEAN, 200, 3_000, has_series=True),
    Kind.RESTING_HEART_RATE: KindNumbers(Made.LAST, 200, 2_000),
    Kind.HRV_RMSSD: _HEART_VARIABILITY,
    Kind.HRV_SDNN: _HEART_VARIABILITY,
    Kind.IN_BED: _SLEEP,
    Kind.ASLEEP: _SLEEP,
    Kind.SLEEP_DEEP: _SLEEP,
    Kind.SLEEP_LIGHT: _SLEEP,
    Kind.SLEEP_REM: _SLEEP,
    Kind.SLEEP_AWAKE: _SLEEP,
    Kind.SLEEP_EFFICIENCY: KindNumbers(Made.LAST, 1, 1_000, careful=-1, of_the_night=True),
    Kind.GLUCOSE: KindNumbers(Made.MEAN, 100, 10_000, has_series=True),
    Kind.PAIN: _SYMPTOM,
    Kind.FATIGUE: _SYMPTOM,
    Kind.SLEEP_RATED: _SYMPTOM,
    Kind.CRASH: KindNumbers(Made.WORST, 0, 10),
}
# Asleep is the time that any of these covers.
STAGES_ASLEEP: Final = frozenset({Kind.SLEEP_DEEP, Kind.SLEEP_LIGHT, Kind.SLEEP_REM})


class DayRow(NamedTuple):
    """One kind on one day, as one source saw it.

    Attributes:
        day: The local day, as `date.toordinal` counts.
        kind: What was seen.
        source: What saw it.
        tenths: How much, in tenths of the kind's unit.
        made_of: How many moments, stretches or summaries it was made of.
        series: Its five-minute bins (`core.bins`), where the kind keeps them.
        whole: False where the source itself says that the day was cut short.
    """

    day: int
    kind: Kind
    source: Source
    tenths: int
    made_of: int
    series: bytes | None = None
    whole: bool = True


class SessionRow(NamedTuple):
    """A stretch of moving on purpose, with what saw it; times and values as in `Session`."""

    source: Source
    activity: Activity
    start: int
    end: int
    offset: int | None
    heart_rate: int | None = None
    steps: int | None = None

    @property
    def day(self) -> int:
        """The local day on which it began, as `date.toordinal` counts."""
        return day_of_second(self.start)


def session_row(session: Session, source: Source) -> SessionRow:
    """A reader's session, with the source that its number stands for."""
    return SessionRow(source, *session[1:])
