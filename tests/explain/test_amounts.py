"""Numbers as they are written."""

from __future__ import annotations

from datetime import date

import pytest

from steadystep.core import reasons
from steadystep.core.observations import Unit
from steadystep.explain import ENGLISH, sentences
from steadystep.explain.amounts import amount, decimal, number, short_amount
from steadystep.explain.days import on_date
from tests.explain.catalogues import German
from tests.explain.golden import SATURDAY
from tests.explain.invented import decided


@pytest.mark.parametrize(
    ("unit", "tenths", "long", "short"),
    [
        (Unit.MINUTES, 5, "½ minute", "0.5 min"),
        (Unit.MINUTES, 10, "1 minute", "1 min"),
        (Unit.MINUTES, 15, "1½ minutes", "1.5 min"),
        (Unit.MINUTES, 25, "2½ minutes", "2.5 min"),
        (Unit.MINUTES, 50, "5 minutes", "5 min"),
        (Unit.MINUTES, 13, "1.3 minutes", "1.3 min"),
        (Unit.MINUTES, 10_005, "1,000½ minutes", "1,000.5 min"),
        (Unit.REPS, 10, "1 time", "1 rep"),
        (Unit.REPS, 60, "6 times", "6 reps"),
        (Unit.STEPS, 10, "1 step", "1 step"),
        (Unit.STEPS, 1_000, "100 steps", "100 steps"),
        (Unit.STEPS, 20_000, "2,000 steps", "2,000 steps"),
        (Unit.MINUTES, None, "–", "–"),
    ],
)
def test_a_dose_is_written_as_people_write_it(
    unit: Unit, tenths: int | None, long: str, short: str
) -> None:
    assert amount(ENGLISH, unit, tenths) == long
    assert short_amount(ENGLISH, unit, tenths) == short


@pytest.mark.parametrize(
    ("whole", "written"),
    [(0, "0"), (999, "999"), (1_000, "1,000"), (1_002_003, "1,002,003")],
)
def test_thousands_are_set_apart(whole: int, written: str) -> None:
    assert number(ENGLISH, whole) == written


def test_marks_of_numbers_and_the_order_of_a_date_belong_to_the_language() -> None:
    german = German()

    assert number(german, 1_234_567) == "1.234.567"
    assert decimal(german, 65) == "6,5"
    assert amount(german, Unit.STEPS, 20_000) == "2.000 Schritte"
    assert amount(german, Unit.MINUTES, 25) == "2½ Minuten"
    assert on_date(german, date(2024, 5, 14)) == "14. Mai"


def test_word_order_belongs_to_the_language() -> None:
    big = decided(reasons.BigDay(SATURDAY))

    assert sentences(big, German())[1] == "Ein großer Tag war Samstag."


def test_two_languages_in_one_morning_do_not_mix() -> None:
    held = decided(reasons.TooSoon(1, 7), unit=Unit.STEPS, dose=20_000)

    assert sentences(held, German())[0] == "Same step today: 2.000 Schritte."
    assert sentences(held)[0] == "Same step today: 2,000 steps."


def test_every_month_has_its_name() -> None:
    names = [on_date(ENGLISH, date(2024, month, 1)).removeprefix("1 ") for month in range(1, 13)]

    assert names == [date(2024, month, 1).strftime("%B") for month in range(1, 13)]
