"""Each invented diary reads as its expected reading says."""

import json

import pytest

from tests.importers.golden import FIXTURES, READINGS, expected_file, reading_of


@pytest.mark.parametrize("reading", READINGS)
def test_a_diary_is_read_as_its_golden_file_says(reading: str) -> None:
    expected = json.loads(expected_file(reading).read_text(encoding="utf-8"))

    assert reading_of(*READINGS[reading]) == expected


def test_every_fixture_is_read_and_every_expectation_is_used() -> None:
    assert {path.name for path in FIXTURES.glob("*.csv")} == {file for file, _ in READINGS.values()}
    assert set(FIXTURES.glob("*.expected.json")) == set(map(expected_file, READINGS))
