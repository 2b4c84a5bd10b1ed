"""What Apple Health calls the things we know, in which units it writes them, and what can be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from steadystep.core.observed import Activity, Kind
from steadystep.core.observed_days import NUMBERS
from steadystep.importers.glucose import MMOL_MG_DL
from steadystep.importers.units import TENTHS

if TYPE_CHECKING:
    from steadystep.importers.export import GlucoseUnit

_MOST_REMEMBERED: Final = 4_096
_NUMBER: Final = re.compile(rb"\s*[+-]?(?:[0-9]{1,12}(?:[.,][0-9]{0,30})?|[.,][0-9]{1,30})\s*")

_MMOL: Final = "mmol"


@dataclass(frozen=True, slots=True)
class Measured:
    """A number of one kind.

    Attributes:
        kind: What it tells.
        units: What one of each unit is worth in ours.
        spread: It tells of a stretch of time and not of a moment.
    """

    kind: Kind
    units: dict[str, float]
    spread: bool = False


_A_MINUTE: Final = {"count/min": 1.0, "count/s": 60.0}
MEASURED: Final = {
    "StepCount": Measured(Kind.STEPS, {"count": 1.0}, spread=True),
    "AppleExerciseTime": Measured(
        Kind.ACTIVE_MINUTES, {"min": 1.0, "s": 1 / 60, "hr": 60.0}, spread=True
    ),
    "HeartRate": Measured(Kind.HEART_RATE, _A_MINUTE),
    "RestingHeartRate": Measured(Kind.RESTING_HEART_RATE, _A_MINUTE),
    "HeartRateVariabilitySDNN": Measured(Kind.HRV_SDNN, {"ms": 1.0, "s": 1_000.0}),
    "BloodGlucose": Measured(Kind.GLUCOSE, {"mg/dL": 1.0, _MMOL: MMOL_MG_DL}),
}
# By their names, and by the numbers that the first exports had instead.
STAGES: Final = {
    "InBed": Kind.IN_BED,
    "Asleep": Kind.ASLEEP,
    "AsleepUnspecified": Kind.ASLEEP,
    "AsleepCore": Kind.SLEEP_LIGHT,
    "AsleepDeep": Kind.SLEEP_DEEP,
    "AsleepREM": Kind.SLEEP_REM,
    "Awake": Kind.SLEEP_AWAKE,
    "0": Kind.IN_BED,
    "1": Kind.ASLEEP,
    "2": Kind.SLEEP_AWAKE,
    "3": Kind.SLEEP_LIGHT,
    "4": Kind.SLEEP_DEEP,
    "5": Kind.SLEEP_REM,
}
STAGE: Final = "HKCategoryValueSleepAnalysis"
SLEEP: Final = "SleepAnalysis"
MINDFUL: Final = "MindfulSession"
ACTIVITIES: Final = {
    "Walking": Activity.WALK,
    "Hiking": Activity.WALK,
    "Running": Activity.RUN,
    "Cycling": Activity.CYCLE,
    "HandCycling": Activity.CYCLE,
    "Swimming": Activity.SWIM,
    "TraditionalStrengthTraining": Activity.STRENGTH,
    "FunctionalStrengthTraining": Activity.STRENGTH,
    "CoreTraining": Activity.STRENGTH,
    "Flexibility": Activity.STRETCH,
    "PreparationAndRecovery": Activity.STRETCH,
    "Cooldown": Activity.STRETCH,
    "Yoga": Activity.YOGA,
    "MindAndBody": Activity.BREATH,
}
ACTIVITY: Final = "HKWorkoutActivityType"
_BEFORE_THE_NAME: Final = re.compile("HK(?:Quantity|Category|Data)Type(?:Identifier)?")


class Tenths(dict[bytes, int]):
    """Tenths of our unit, by a number as it is written. Forgets when it grows too large.

    Raises:
        ValueError: It is no number, or one that cannot be.
    """

    def __init__(self, measured: Measured, worth: float) -> None:
        super().__init__()
        self._numbers = NUMBERS[measured.kind]
        self._worth = worth

    def __missing__(self, text: bytes) -> int:
        if not _NUMBER.fullmatch(text):
            raise ValueError
        tenths = round(float(text.replace(b",", b".")) * self._worth * TENTHS)
        if not self._numbers.least <= tenths <= self._numbers.most:
            raise ValueError
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        self[text] = tenths
        return tenths


def plain_name(apple: str) -> str:
    """Cut what every type begins with: HKQuantityTypeIdentifierStepCount is StepCount."""
    return _BEFORE_THE_NAME.sub("", apple, count=1)


def worth(measured: Measured, unit: str, glucose: GlucoseUnit | None) -> float | None:
    """Tell what one of a unit is worth in ours; nothing where it is not known.

    Where a record names no unit, a kind that has one alone is in it, and glucose is in the unit
    that the person named.
    """
    if not unit:
        unit = (glucose or "") if measured.kind is Kind.GLUCOSE else next(iter(measured.units))
    if measured.kind is Kind.GLUCOSE and unit.startswith(_MMOL):
        unit = _MMOL
    return measured.units.get(unit)
