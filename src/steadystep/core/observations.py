"""What a file or a device says about one day, in the core's own words and units.

Observations are tuples, since a file may hold millions of them.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date


class Symptom(StrEnum):
    """What is rated, 0 none to 10 worst. Energy and sleep quality are turned round first."""

    PAIN = "pain"
    FATIGUE = "fatigue"
    SLEEP = "sleep"


class Unit(StrEnum):
    """What a dose or a load is counted in."""

    MINUTES = "minutes"
    REPS = "reps"
    STEPS = "steps"


class Measure(StrEnum):
    """A daily value from a device. RMSSD and SDNN are different things and are never mixed."""

    HRV_RMSSD = "hrv_rmssd"
    RESTING_HEART_RATE = "resting_heart_rate"


class SymptomRated(NamedTuple):
    """One answer, in tenths of a point: 0 is none, 100 is the worst there is.

    A scale other than 0-10 has been stretched to it by the reader.
    Several answers on one day are kept apart: the worst counts, the last is shown.
    """

    day: date
    symptom: Symptom
    tenths: int


class FlareMarked(NamedTuple):
    """The person's own word that this day was a flare."""

    day: date


class LoadMeasured(NamedTuple):
    """How much was moved on one whole day, in tenths of a unit. Zero is a measured zero."""

    day: date
    tenths: int
    unit: Unit


class Measured(NamedTuple):
    """A daily device value, in tenths (milliseconds or beats a minute)."""

    day: date
    measure: Measure
    tenths: int


Observation = SymptomRated | FlareMarked | LoadMeasured | Measured
