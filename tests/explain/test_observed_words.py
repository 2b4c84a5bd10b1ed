"""Which source told what, and which one was used, in plain words."""

from __future__ import annotations

import pytest

from steadystep.core.observed import Kind, Maker, Source
from steadystep.core.observed_days import NUMBERS, DayRow
from steadystep.core.truth import truth_of
from steadystep.explain.banned import banned_in
from steadystep.explain.observed_words import kind_named, maker_named, seen, which_was_used

WATCH, PHONE = Source(Maker.WATCH, "Apple Watch"), Source(Maker.PHONE, "iPhone")
OTHER = Source(Maker.WATCH, "Forerunner")


def steps(source: Source, tenths: int) -> DayRow:
    return DayRow(739_677, Kind.STEPS, source, tenths, 1)


def said(*rows: DayRow, chosen: Source | None = None) -> str:
    return " ".join(which_was_used(truth_of(rows, chosen=chosen)))


def test_what_each_told_and_which_was_used_is_said() -> None:
    told = said(steps(PHONE, 31_000), steps(WATCH, 44_000))
    assert told == "Told: phone 3,100, watch 4,400. Used: watch."


def test_a_choice_is_said() -> None:
    told = said(steps(PHONE, 31_000), steps(WATCH, 44_000), chosen=PHONE)
    assert told == "Told: watch 4,400, phone 3,100. Used: phone. You chose it."


def test_what_was_likely_not_worn_is_said() -> None:
    told = said(steps(PHONE, 31_000), steps(WATCH, 2_000))
    assert told.endswith("Used: phone. Another saw little of this day, so it was left out.")


def test_a_day_cut_short_is_not_said_to_be_unworn() -> None:
    told = said(steps(PHONE, 31_000), steps(WATCH, 30_000)._replace(whole=False))
    assert told.endswith("Used: phone. Another saw little of this day, so it was left out.")


def test_two_of_a_sort_without_a_name_are_told_by_their_sort() -> None:
    told = said(steps(Source(Maker.WATCH, ""), 44_000), steps(WATCH, 43_000))
    assert told == "Told: watch (Apple Watch) 4,300, watch 4,400. Used: watch."


def test_two_of_a_sort_are_told_by_their_names() -> None:
    told = said(steps(OTHER, 44_000), steps(WATCH, 43_000), steps(PHONE, 31_000))
    assert told.startswith(
        "Told: watch (Forerunner) 4,400, phone 3,100, watch (Apple Watch) 4,300."
    )


def test_one_source_needs_no_words() -> None:
    assert said(steps(WATCH, 44_000)) == ""


def test_unworn_is_said_to_be_no_zero() -> None:
    assert said(steps(WATCH, 0), steps(PHONE, 0)) == (
        "Nothing was worn or carried on this day, it seems. "
        "So nothing is known of it. That is not a zero."
    )


@pytest.mark.parametrize(
    ("kind", "tenths", "says"),
    [
        (Kind.STEPS, 44_000, "4,400"),
        (Kind.ACTIVE_MINUTES, 400, "40 min"),
        (Kind.HEART_RATE, 716, "72 a minute"),
        (Kind.RESTING_HEART_RATE, 620, "62 a minute"),
        (Kind.HRV_RMSSD, 421, "42 ms"),
        (Kind.HRV_SDNN, 500, "50 ms"),
        (Kind.ASLEEP, 4_400, "7 h 20 min"),
        (Kind.SLEEP_EFFICIENCY, 930, "93 %"),
        (Kind.GLUCOSE, 1_040, "104 mg/dL"),
        (Kind.PAIN, 45, "4.5 of 10"),
        (Kind.CRASH, 10, "yes"),
        (Kind.CRASH, 0, "no"),
    ],
)
def test_a_value_is_said_with_its_unit(kind: Kind, tenths: int, says: str) -> None:
    assert seen(kind, tenths) == says


def test_every_kind_and_every_maker_has_a_name_of_its_own() -> None:
    assert len({kind_named(kind) for kind in Kind}) == len(Kind)
    assert len({maker_named(maker) for maker in Maker}) == len(Maker)


@pytest.mark.parametrize("kind", Kind)
def test_no_word_is_heavy(kind: Kind) -> None:
    assert banned_in(f"{kind_named(kind)} {seen(kind, NUMBERS[kind].most)}") == ()
