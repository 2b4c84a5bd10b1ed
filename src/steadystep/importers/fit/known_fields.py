"""Which messages and fields of a FIT file are looked at, and what their numbers mean.

The numbers are those of the public FIT protocol. A field that is not named here is passed over
unread; so are places, names and the numbers of devices.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from steadystep.core.observed import Activity, Kind, Maker

# Seconds from 1970 to 1989-12-31, where the protocol's clock begins (UTC).
EPOCH_SECONDS: Final = 631_065_600
# A smaller time counts from when the device was switched on: it does not know the date.
FIRST_TRUE_TIME: Final = 0x1000_0000
TIMESTAMP: Final = 253

FILE_ID: Final = 0
SESSION: Final = 18
RECORD: Final = 20
ACTIVITY: Final = 34
MONITORING: Final = 55
BEAT_INTERVALS: Final = 78
MONITORING_INFO: Final = 103
SWIM_STRAP_HEART: Final = 132
TIME_CORRELATION: Final = 162
RESTING: Final = 211
STRESS: Final = 227
OXYGEN: Final = 269
SLEEP_LEVEL: Final = 275
RESPIRATION: Final = 297
SLEEP_SCORES: Final = 346
HRV_SUMMARY: Final = 370
HRV_VALUE: Final = 371

# The fields of each message, in the order in which they are handed on after the timestamp.
FIELDS: Final = MappingProxyType(
    {
        # who made the device; its number, which tells two devices apart and goes no further; when
        FILE_ID: (1, 3, 4),
        # start, sport, sub-sport, ms elapsed, ms by the timer, cycles, mean beats a minute
        SESSION: (2, 5, 6, 7, 8, 10, 16),
        RECORD: (3,),  # beats a minute
        ACTIVITY: (5,),  # the same moment on the wall
        # type, type and intensity in one, cycles, the same in 16 bits, beats a minute,
        # the lower 16 bits of the time, the same moment on the wall
        MONITORING: (5, 24, 3, 9, 27, 26, 11),
        BEAT_INTERVALS: (),
        MONITORING_INFO: (0,),  # the same moment on the wall
        SWIM_STRAP_HEART: (),
        TIME_CORRELATION: (3,),  # the same moment on the wall
        RESTING: (1,),  # of this day; field 0 is a mean of seven days
        STRESS: (),
        OXYGEN: (),
        SLEEP_LEVEL: (0,),  # from this moment on
        RESPIRATION: (),
        SLEEP_SCORES: (),
        HRV_SUMMARY: (1,),  # last night's mean; field 0 is a mean of seven days
        HRV_VALUE: (0,),  # of five minutes
    }
)
# Where a file says what its clock shows on the wall, and in which of the fields above.
WALL_CLOCKS: Final = MappingProxyType(
    {ACTIVITY: 0, MONITORING: 6, MONITORING_INFO: 0, TIME_CORRELATION: 0}
)
# Messages after which the clock on the wall, and the one of 16 bits, may go on from elsewhere.
TURNS: Final = frozenset({MONITORING_INFO, TIME_CORRELATION})
# Messages that tell where somebody was, and the field that gives it away. It is never read.
PLACES: Final = MappingProxyType({RECORD: 0})

LEFT_OUT: Final = MappingProxyType(
    {
        BEAT_INTERVALS: "beat-to-beat intervals",
        SWIM_STRAP_HEART: "heart rate of a chest strap in water",
        STRESS: "stress",
        OXYGEN: "blood oxygen",
        RESPIRATION: "breathing rate",
        SLEEP_SCORES: "sleep scores",
    }
)

# HRV is told in 128ths of a millisecond.
HRV_PARTS: Final = 128
# Steps are told for walking and for running, each counted up since midnight.
STEPPING: Final = frozenset({1, 6})
ACTIVITY_TYPE_BITS: Final = 0x1F

SLEEP_STAGES: Final = MappingProxyType(
    {1: Kind.SLEEP_AWAKE, 2: Kind.SLEEP_LIGHT, 3: Kind.SLEEP_DEEP, 4: Kind.SLEEP_REM}
)

MAKERS: Final = MappingProxyType(
    {
        1: (Maker.WATCH, "Garmin"),
        13: (Maker.WATCH, "Garmin"),
        15: (Maker.WATCH, "Garmin"),
        23: (Maker.WATCH, "Suunto"),
        32: (Maker.WATCH, "Wahoo"),
        123: (Maker.WATCH, "Polar"),
        260: (Maker.APP, "Zwift"),
        265: (Maker.APP, "Strava"),
        294: (Maker.WATCH, "COROS"),
    }
)
NO_MAKER: Final = (Maker.WATCH, "FIT file")

# Sports in which a cycle is a stride, which is two steps.
STRIDING: Final = frozenset({1, 11, 17})
SPORTS: Final = MappingProxyType(
    {
        1: Activity.RUN,
        2: Activity.CYCLE,
        5: Activity.SWIM,
        11: Activity.WALK,
        17: Activity.WALK,
        21: Activity.CYCLE,
    }
)
# These tell more than the sport beside them, which is mostly "training".
SUB_SPORTS: Final = MappingProxyType(
    {
        6: Activity.CYCLE,
        17: Activity.SWIM,
        18: Activity.SWIM,
        19: Activity.STRETCH,
        20: Activity.STRENGTH,
        27: Activity.WALK,
        30: Activity.WALK,
        31: Activity.WALK,
        43: Activity.YOGA,
        62: Activity.BREATH,
    }
)
