"""What was brought, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from steadystep.core.arriving import Stale
from steadystep.core.events import DayMeasured, DiaryBrought, SessionSeen
from steadystep.core.observations import Unit
from steadystep.explain import ENGLISH
from steadystep.explain.brought_words import brought_in_words, count_it, data_stopped
from tests.core.lives import date_of

SIX = SessionSeen(60, Unit.MINUTES, "Apple Watch")


@pytest.mark.parametrize(("ago", "day"), [(3, "Monday"), (6, "Monday"), (7, "5 January")])
def test_data_that_stopped_are_said_kindly(ago: int, day: str) -> None:
    assert data_stopped(ENGLISH, Stale("Fitbit", date_of(1)), date_of(1 + ago)) == (
        f"Nothing new from Fitbit since {day}.",
        "That is fine.",
        "We use your answers.",
    )


def test_a_session_that_was_seen_is_asked_about() -> None:
    assert count_it(ENGLISH, SIX, is_today=True) == "Apple Watch saw 6 minutes. Count it?"
    assert (
        count_it(ENGLISH, SIX, is_today=False) == "Apple Watch saw 6 minutes yesterday. Count it?"
    )


def test_a_session_of_a_device_without_a_name_is_asked_about_too() -> None:
    nameless = replace(SIX, source="")
    assert count_it(ENGLISH, nameless, is_today=True) == "Your device saw 6 minutes. Count it?"


@pytest.mark.parametrize(
    ("seen", "unit", "says"),
    [
        (10, Unit.MINUTES, "1 minute"),
        (63, Unit.MINUTES, "6.3 minutes"),
        (10, Unit.STEPS, "1 step"),
        (10_000, Unit.STEPS, "1,000 steps"),
    ],
)
def test_how_much_was_seen_is_said_in_its_unit(seen: int, unit: Unit, says: str) -> None:
    asked = count_it(ENGLISH, SessionSeen(seen, unit, "Fitbit"), is_today=True)
    assert asked == f"Fitbit saw {says}. Count it?"


def test_what_was_brought_is_named_part_by_part() -> None:
    assert brought_in_words(ENGLISH, DayMeasured(612, 344)) == (
        "resting heart rate 61.2",
        "heart rate variability 34.4",
    )
    assert brought_in_words(ENGLISH, DayMeasured(612)) == ("resting heart rate 61.2",)
    assert brought_in_words(ENGLISH, DiaryBrought(70, None, 50)) == (
        "pain 7 in another diary",
        "sleep 5 in another diary",
    )
    assert brought_in_words(ENGLISH, DiaryBrought(crash=True)) == ("a flare in another diary",)
