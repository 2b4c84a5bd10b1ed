"""What devices, meters and diaries saw, in the core's own words and units.

A file may hold millions of these, so they are tuples of whole numbers. Values are tenths of the
unit of their kind. A time is the clock on the person's wall, in seconds since 1970 began there,
with its offset from UTC where the file told one: which day something belongs to is then never in
doubt, also on the night when clocks change.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

DAY_SECONDS = 86_400
# A choice: who sleeps after four in the afternoon sleeps towards tomorrow.
NIGHT_TURNS_SECONDS = 16 * 3_600


class Kind(StrEnum):
    """What was seen. The unit of which the value holds tenths stands behind each."""

    STEPS = "steps"  # steps
    ACTIVE_MINUTES = "active_minutes"  # minutes
    HEART_RATE = "heart_rate"  # beats a minute
    RESTING_HEART_RATE = "resting_heart_rate"  # beats a minute
    # Two measures of one thing that cannot be turned into each other; they are never mixed.
    HRV_RMSSD = "hrv_rmssd"  # milliseconds
    HRV_SDNN = "hrv_sdnn"  # milliseconds
    IN_BED = "in_bed"  # minutes
    ASLEEP = "asleep"  # minutes
    SLEEP_DEEP = "sleep_deep"  # minutes
    SLEEP_LIGHT = "sleep_light"  # minutes
    SLEEP_REM = "sleep_rem"  # minutes
    SLEEP_AWAKE = "sleep_awake"  # minutes
    SLEEP_EFFICIENCY = "sleep_efficiency"  # percent
    GLUCOSE = "glucose"  # milligrams a decilitre
    PAIN = "pain"  # points, 0 none to 10 worst
    FATIGUE = "fatigue"  # points
    SLEEP_RATED = "sleep"  # points, 0 good to 10 worst
    CRASH = "crash"  # 1: the person's own word that this day was a flare


class Maker(StrEnum):
    """Which sort of thing saw it. A person's name for it is never kept."""

    WATCH = "watch"
    RING = "ring"
    STRAP = "strap"
    PHONE = "phone"
    METER = "meter"
    DIARY = "diary"
    APP = "app"
    BY_HAND = "by_hand"


class Source(NamedTuple):
    """What a value comes from.

    Attributes:
        maker: The sort of thing.
        name: What it is called in the shop, such as "Apple Watch"; never whose it is.
    """

    maker: Maker
    name: str


class Point(NamedTuple):
    """One moment.

    Attributes:
        kind: What was seen.
        source: Its place among the sources of the reading.
        at: When, seconds on the wall.
        offset: Seconds east of UTC; None where the file tells none.
        tenths: How much.
    """

    kind: Kind
    source: int
    at: int
    offset: int | None
    tenths: int


class Stretch(NamedTuple):
    """Something over a stretch of time: steps in ten minutes, a stage of sleep.

    Attributes:
        kind: What was seen.
        source: Its place among the sources of the reading.
        start: Its beginning, seconds on the wall.
        end: Its end, on the wall of its beginning.
        offset: Seconds east of UTC at the beginning; None where the file tells none.
        tenths: How much in all; for sleep, the minutes it lasted.
    """

    kind: Kind
    source: int
    start: int
    end: int
    offset: int | None
    tenths: int


class Daily(NamedTuple):
    """A day as the device itself sums it up.

    Attributes:
        kind: What was seen.
        source: Its place among the sources of the reading.
        day: The local day, as `date.toordinal` counts.
        tenths: How much.
        whole: The device saw the whole day; a day cut short is less than it was.
    """

    kind: Kind
    source: int
    day: int
    tenths: int
    whole: bool = True


class Activity(StrEnum):
    """What a session was, as near to our own movements as the file can tell."""

    WALK = "walk"
    RUN = "run"
    CYCLE = "cycle"
    SWIM = "swim"
    STRENGTH = "strength"
    STRETCH = "stretch"
    YOGA = "yoga"
    BREATH = "breath"
    OTHER = "other"


class Session(NamedTuple):
    """A stretch of moving on purpose.

    Attributes:
        source: Its place among the sources of the reading.
        activity: What it was.
        start: Its beginning, seconds on the wall.
        end: Its end, on the wall of its beginning.
        offset: Seconds east of UTC; None where the file tells none.
        heart_rate: Mean beats a minute, tenths; None where not told.
        steps: Steps taken; None where not told.
    """

    source: int
    activity: Activity
    start: int
    end: int
    offset: int | None
    heart_rate: int | None = None
    steps: int | None = None


Seen = Point | Stretch | Daily | Session


def day_of_second(at: int) -> int:
    """The local day of a moment on the wall, as `date.toordinal` counts."""
    return at // DAY_SECONDS + _EPOCH


def second_of_day(day: int) -> int:
    """The first moment of a local day on the wall; `day` as `date.toordinal` counts."""
    return (day - _EPOCH) * DAY_SECONDS


def night_of(start: int) -> int:
    """The day a stretch of sleep belongs to: that of its waking."""
    return (start + DAY_SECONDS - NIGHT_TURNS_SECONDS) // DAY_SECONDS + _EPOCH


# 1970-01-01, as `date.toordinal` counts.
_EPOCH = 719_163
