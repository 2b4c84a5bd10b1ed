"""Each invented diary beside its expected reading. `python -m tests.importers.golden` writes them.

Look at what changed before committing it: the files are the promise.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any, Final, assert_never

from steadystep.core.observations import (
    FlareMarked,
    LoadMeasured,
    Measured,
    Observation,
    SymptomRated,
    Unit,
)
from steadystep.importers import CannotRead, Choices, Scale, Unreadable, read_diary

FIXTURES: Final = Path(__file__).parent / "fixtures"
TODAY: Final = date(2026, 11, 22)

# Each reading: the diary, and what the person said on the command line.
READINGS: Final = {
    "plain": ("plain.csv", Choices()),
    "german": ("german.csv", Choices()),
    "french_windows": ("french_windows.csv", Choices()),
    "hebrew": ("hebrew.csv", Choices()),
    "energy": ("energy.csv", Choices()),
    "energy_in_minutes": ("energy.csv", Choices(unit=Unit.MINUTES, fatigue="none")),
    "scale_in_the_name": ("scale_in_the_name.csv", Choices()),
    "one_to_five": ("one_to_five.csv", Choices(scale=Scale(1, 5))),
    "two_people": ("two_people.csv", Choices()),
    "two_people_one_chosen": ("two_people.csv", Choices(person="101")),
    "two_ways_to_read_a_date": ("two_ways_to_read_a_date.csv", Choices()),
    "two_ways_day_first": ("two_ways_to_read_a_date.csv", Choices(dates="dmy")),
    "several_pains": ("several_pains.csv", Choices()),
    "several_pains_one_chosen": ("several_pains.csv", Choices(pain="Pain Hip")),
    "left_open": ("left_open.csv", Choices()),
    "visible_2025": ("visible_2025.csv", Choices()),
    "visible_2026": ("visible_2026.csv", Choices()),
    "visible_2026_without_crashes": (
        "visible_2026.csv",
        Choices(flare="none", unit=Unit.STEPS, scale=Scale(0, 3)),
    ),
}


def reading_of(diary: str, choices: Choices) -> dict[str, Any]:
    """Read a diary, and tell the reading in words that can be looked through."""
    with (FIXTURES / diary).open("rb") as file:
        try:
            reading = read_diary(file, choices, today=TODAY)
        except CannotRead as refusal:
            return {"cannot_read": str(refusal), "flag": refusal.flag}
        return {
            "assumed": [str(sentence) for sentence in reading.assumed],
            "has_load": reading.has_load,
            "unit": reading.unit,
            "step_tenths": dict(reading.step_tenths),
            "observations": [in_words(found) for found in reading.observations],
        }


def in_words(found: Observation | Unreadable) -> str:
    """Tell one fact on one line."""
    match found:
        case SymptomRated(day, symptom, tenths):
            return f"{day} {symptom} {tenths / 10}"
        case LoadMeasured(day, tenths, unit):
            return f"{day} moved {tenths / 10} {unit}"
        case Measured(day, measure, tenths):
            return f"{day} {measure} {tenths / 10}"
        case FlareMarked(day):
            return f"{day} flare"
        case Unreadable():
            return str(found)
        case _:
            assert_never(found)


def expected_file(reading: str) -> Path:
    """Give the place of an expected reading."""
    return FIXTURES / f"{reading}.expected.json"


if __name__ == "__main__":
    for reading, (diary, choices) in READINGS.items():
        told = json.dumps(reading_of(diary, choices), ensure_ascii=False, indent=2)
        expected_file(reading).write_text(f"{told}\n", encoding="utf-8")
