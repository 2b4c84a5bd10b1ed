"""Real diaries, where they are at hand. They are never part of this project."""

import os
from collections import Counter
from pathlib import Path

import pytest

from steadystep.core.observations import Unit
from steadystep.importers import CannotRead, Choices, Reading, Unreadable, read_diary
from tests.importers.golden import TODAY

DATA = Path(
    os.environ.get("STEADYSTEP_REAL_DIARIES", Path(__file__).parents[2].parent / "shared" / "data")
)


def kinds_in(reading: Reading) -> Counter[str]:
    return Counter(type(found).__name__ for found in reading.observations)


def real(pattern: str) -> list[Path]:
    return sorted(DATA.glob(pattern))


def test_a_pain_and_steps_diary_needs_no_flags() -> None:
    diaries = real("myaiguide/tidy/P*.csv")
    if not diaries:
        pytest.skip("no real diaries here")

    for diary in diaries:
        with diary.open("rb") as file:
            reading = read_diary(file, Choices(), today=TODAY)
            kinds = kinds_in(reading)
        assert reading.unit is Unit.STEPS
        assert set(kinds) == {"SymptomRated", "LoadMeasured"}


def test_both_generations_of_the_visible_export_tell_the_same_crashes() -> None:
    exports = real("visible_app/raw/*.csv")
    if not exports:
        pytest.skip("no real diaries here")

    for export in exports:
        with export.open("rb") as file:
            kinds = kinds_in(read_diary(file, Choices(), today=TODAY))
        assert Unreadable.__name__ not in kinds
        assert kinds["FlareMarked"] == 14
        assert kinds["Measured"] == 714


@pytest.mark.parametrize("name", ["dailyActivity_merged", "dailySteps_merged"])
def test_a_research_export_of_several_people_asks_for_one(name: str) -> None:
    exports = real(f"fitabase_bellabeat/{name}.csv")
    if not exports:
        pytest.skip("no real diaries here")

    with exports[0].open("rb") as file:
        with pytest.raises(CannotRead) as refusal:
            read_diary(file, Choices(), today=TODAY)
        assert refusal.value.flag == "--person"
        kinds = kinds_in(read_diary(file, Choices(person="1503960366"), today=TODAY))
    assert kinds == {"LoadMeasured": 30}
