"""An export of Apple Health of any size, made up and streamed to the disk."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!-- HealthKit Export Version: 11 -->
<!ELEMENT HealthData (ExportDate,Me,(Record|Correlation|Workout|ActivitySummary)*)>
<!ATTLIST HealthData
  locale CDATA #REQUIRED
>
<!ELEMENT ExportDate EMPTY>
<!ATTLIST ExportDate
  value CDATA #REQUIRED
>
]>
<HealthData locale="en_GB">
 <ExportDate value="2026-01-02 18:20:00 +0000"/>
 <Me HKCharacteristicTypeIdentifierDateOfBirth="1980-01-01"/>
"""
DEVICE = (
    'device="&lt;&lt;HKDevice: 0x28{:07x}&gt;, name:{}, manufacturer:Apple Inc., model:{},'
    ' hardware:{}, software:9.4.1&gt;"'
)
LAST_DAY = datetime(2026, 1, 2, tzinfo=UTC)
BYTES_A_DAY = 335_000
# How many records of a type a day has, whether they are kept, their unit and their values.
A_DAY = (
    ("StepCount", 60, True, "count", (3, 900), "Watch"),
    ("StepCount", 60, True, "count", (3, 900), "iPhone"),
    ("DistanceWalkingRunning", 60, False, "km", (1, 90), "Watch"),
    ("BasalEnergyBurned", 24, False, "kcal", (10, 90), "Watch"),
    ("ActiveEnergyBurned", 100, False, "kcal", (1, 90), "Watch"),
    ("AppleExerciseTime", 20, True, "min", (1, 1), "Watch"),
    ("HeartRate", 288, True, "count/min", (48, 140), "Watch"),
    ("RestingHeartRate", 1, True, "count/min", (52, 75), "Watch"),
)
STAGES = ("AsleepCore", "AsleepDeep", "AsleepREM", "Awake")
STAGES_A_NIGHT, BEATS, VARIABILITIES = 30, 40, 5
MOTION = '  <MetadataEntry key="HKMetadataKeyHeartRateMotionContext" value="0"/>\n'
ZONE = '  <MetadataEntry key="HKTimeZone" value="Europe/London"/>\n'


def invent(file: Path, size: int) -> int:
    """Write an export of about this many bytes; how many things of it are to be kept."""
    days = max(1, size // BYTES_A_DAY)
    luck = random.Random(5)
    kept = 0
    with file.open("w", encoding="utf-8") as out:
        out.write(HEAD)
        for name, often, keep, unit, values, device in A_DAY:
            kept += days * often * keep
            _records(out, luck, days, name, often, unit, values, device)
        kept += days * (STAGES_A_NIGHT + VARIABILITIES + 1)
        _nights(out, days)
        _variability(out, luck, days)
        _rings(out, days)
        out.write("</HealthData>\n")
    return kept


def _source(device: str, day: int) -> str:
    """The attributes of a source. The address in it changes about once a week."""
    name = f"Apple {device}" if device == "Watch" else device
    told = DEVICE.format(day // 7 * 64, name, device, "Watch6,2" if device == "Watch" else "iP1,1")
    return f'sourceName="Dana’s {name.replace(" ", chr(0xA0))}" sourceVersion="9.4.1" {told}'


def _records(  # noqa: PLR0917 - the columns of the table above
    out: IO[str],
    luck: random.Random,
    days: int,
    name: str,
    often: int,
    unit: str,
    values: tuple[int, int],
    device: str,
) -> None:
    inside = f">\n{MOTION} </Record>\n" if name == "HeartRate" else "/>\n"
    apart = 86_000 // often
    for day in range(days):
        begins = f' <Record type="HKQuantityTypeIdentifier{name}" {_source(device, day)}'
        at = LAST_DAY - timedelta(days=days - day)
        lines = []
        for number in range(often):
            start = at + timedelta(seconds=number * apart + luck.randrange(60))
            length = 0 if name == "HeartRate" else luck.randrange(1, apart - 60)
            first, last = _written(start), _written(start + timedelta(seconds=length))
            lines.append(
                f'{begins} unit="{unit}" creationDate="{last}" startDate="{first}"'
                f' endDate="{last}" value="{luck.randint(*values)}"{inside}'
            )
        out.write("".join(lines))


def _nights(out: IO[str], days: int) -> None:
    for day in range(days):
        at = LAST_DAY - timedelta(days=days - day, minutes=70)
        for number in range(STAGES_A_NIGHT):
            first, last = (
                _written(at + timedelta(minutes=15 * each)) for each in (number, number + 1)
            )
            out.write(
                f' <Record type="HKCategoryTypeIdentifierSleepAnalysis" {_source("Watch", day)}'
                f' creationDate="{last}" startDate="{first}" endDate="{last}"'
                f' value="HKCategoryValueSleepAnalysis{STAGES[number % 4]}">\n{ZONE} </Record>\n'
            )


def _variability(out: IO[str], luck: random.Random, days: int) -> None:
    beats = "".join(
        f'   <InstantaneousBeatsPerMinute bpm="{60 + each}" time="6:10:{each:02}.53 AM"/>\n'
        for each in range(BEATS)
    )
    for day in range(days):
        for number in range(VARIABILITIES):
            at = LAST_DAY - timedelta(days=days - day, hours=-4 * number)
            first, last = _written(at), _written(at + timedelta(seconds=60))
            out.write(
                f' <Record type="HKQuantityTypeIdentifierHeartRateVariabilitySDNN"'
                f' {_source("Watch", day)} unit="ms" creationDate="{last}" startDate="{first}"'
                f' endDate="{last}" value="{luck.uniform(15, 90):.4f}">\n'
                f"  <HeartRateVariabilityMetadataList>\n{beats}"
                f"  </HeartRateVariabilityMetadataList>\n </Record>\n"
            )


def _rings(out: IO[str], days: int) -> None:
    for day in range(days):
        at = LAST_DAY - timedelta(days=days - day)
        out.write(
            f' <ActivitySummary dateComponents="{at:%Y-%m-%d}" activeEnergyBurned="300"'
            f' appleExerciseTime="{day % 40}" appleExerciseTimeGoal="30" appleStandHours="10"/>\n'
        )


def _written(at: datetime) -> str:
    # As `strftime` writes it, in a third of the time.
    return f"{at.isoformat(' ', 'seconds')[:19]} +0000"
