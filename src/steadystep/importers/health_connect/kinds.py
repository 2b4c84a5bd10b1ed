"""What Health Connect calls the things we know, and in which units it writes them."""

from __future__ import annotations

from typing import Final, NamedTuple

from steadystep.core.observed import Activity, Kind, Maker
from steadystep.importers.glucose import MMOL_MG_DL


class Moments(NamedTuple):
    """A table of moments.

    Attributes:
        kind: What it tells.
        column: Where the value stands.
        worth: What one of it is worth in our unit.
        name: What it is called.
    """

    kind: Kind
    column: str
    worth: float
    name: str


STEPS: Final = "steps_record_table"
ACTIVE: Final = "activity_intensity_record_table"
HEART: Final = "heart_rate_record_table"
BEATS: Final = "heart_rate_record_series_table"
SLEEP: Final = "sleep_session_record_table"
STAGES: Final = "sleep_stages_table"
EXERCISE: Final = "exercise_session_record_table"
MINDFUL: Final = "mindfulness_session_record_table"
MOMENTS: Final = {
    "resting_heart_rate_record_table": Moments(
        Kind.RESTING_HEART_RATE, "beats_per_minute", 1.0, "resting heart rate"
    ),
    "heart_rate_variability_rmssd_record_table": Moments(
        Kind.HRV_RMSSD, "heart_rate_variability_millis", 1.0, "heart rate variability"
    ),
    "blood_glucose_record_table": Moments(Kind.GLUCOSE, "level", MMOL_MG_DL, "glucose"),
}
# In the order in which they are read: stages tell which nights have them.
READ: Final = (STEPS, ACTIVE, BEATS, *MOMENTS, STAGES, SLEEP, EXERCISE, MINDFUL)
# Android writes this, the smallest number there is, where nothing was recorded.
NOT_RECORDED: Final = 1e-300

SLEEP_STAGES: Final = {
    1: Kind.SLEEP_AWAKE,
    2: Kind.ASLEEP,
    # Out of bed in the night.
    3: Kind.SLEEP_AWAKE,
    4: Kind.SLEEP_LIGHT,
    5: Kind.SLEEP_DEEP,
    6: Kind.SLEEP_REM,
    # Awake in bed.
    7: Kind.SLEEP_AWAKE,
}
UNKNOWN_STAGE: Final = 0
# The numbers of Android itself. Those of the library that apps are made with differ.
ACTIVITIES: Final = {
    4: Activity.CYCLE,
    5: Activity.CYCLE,
    8: Activity.STRENGTH,
    17: Activity.BREATH,
    21: Activity.WALK,
    27: Activity.STRETCH,
    33: Activity.RUN,
    34: Activity.RUN,
    45: Activity.STRENGTH,
    46: Activity.STRETCH,
    48: Activity.SWIM,
    49: Activity.SWIM,
    53: Activity.WALK,
    55: Activity.STRENGTH,
    57: Activity.YOGA,
}
# What a record was measured with, the most telling last.
DEVICES: Final = {
    2: Maker.PHONE,
    7: Maker.STRAP,
    4: Maker.RING,
    6: Maker.WATCH,
    1: Maker.WATCH,
}
