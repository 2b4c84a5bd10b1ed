"""`smaller --to`, `more --to` and `swap`: the plan is in the person's own hands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steadystep.core import events as on
from steadystep.core.movements import Movement
from steadystep.core.observations import Unit
from tests.cli.at_home import ALL_CLEAR

if TYPE_CHECKING:
    from tests.cli.at_home import Terminal


class TestAStepOfOnesOwn:
    def test_a_smaller_one_is_taken_from_now_on(self, at_home: Terminal) -> None:
        shown = at_home.well("smaller --to 2")

        assert shown.startswith("Written: 2 minutes from now on.")
        assert at_home.today()["level"] == 2

    def test_a_bigger_one_is_noted_as_the_persons_own(self, at_home: Terminal) -> None:
        shown = at_home.well("more --to 7.4")

        assert shown.startswith("Written: 7 minutes from now on, by your own word.")
        assert at_home.told(on.DoseChosen) == [on.DoseChosen(70)]
        assert at_home.today()["level"] == 7

    @pytest.mark.parametrize(
        ("words", "way"),
        [
            ("smaller --to 5", "steadystep more --to 6"),
            ("smaller --to 9", "steadystep more --to 6"),
            ("more --to 5", "steadystep smaller --to 2"),
            ("more --to 3", "steadystep smaller --to 2"),
        ],
    )
    def test_the_other_way_is_named(self, words: str, way: str, at_home: Terminal) -> None:
        answer = at_home(words)

        assert answer.exit_code == 1
        assert "Your step is 5 minutes." in answer.stderr
        assert way in answer.stderr
        assert at_home.told(on.DoseChosen) == []

    @pytest.mark.parametrize("words", ["more --to 0", "smaller --to none", "more --to -3"])
    def test_what_is_no_step_ends_with_two(self, words: str, at_home: Terminal) -> None:
        assert at_home(words).exit_code == 2
        assert at_home.told(on.DoseChosen) == []

    def test_nothing_bigger_where_effort_makes_ill(self, new: Terminal) -> None:
        new.well(f"start {ALL_CLEAR.replace('--illness no', '--illness yes')} --bad-day 10")

        answer = new("more --to 8")

        assert answer.exit_code == 1
        assert "This has to wait." in answer.stderr
        assert new.told(on.DoseChosen) == []


class TestSwap:
    def test_another_movement_begins_small_and_in_its_place_of_the_day(self, new: Terminal) -> None:
        new.well(f"start {ALL_CLEAR} --when after-lunch --bad-day 10 --pain 4 --fatigue 5")
        new.later(days=9)

        shown = new.well("swap resistance --bad-day 6")

        plan = new.told(on.PlanStarted)[-1]
        assert plan == on.PlanStarted(
            unit=Unit.REPS,
            start=30,
            resistance=True,
            usual_pain=40,
            usual_fatigue=50,
            movement=Movement.RESISTANCE,
            anchor="after_lunch",
        )
        assert shown.startswith("Written: it begins at 3 times.")
        assert "Light strength: 3 times · After lunch" in new.well("today")

    def test_it_is_asked_for_where_somebody_is_there(self, at_home: Terminal) -> None:
        at_home.someone = True

        at_home.well("swap", typed="5\ntai chi\n1\n4\n")

        plan = at_home.told(on.PlanStarted)[-1]
        assert (plan.movement, plan.name, plan.start) == (Movement.OWN, "tai chi", 20)

    def test_skipping_the_bad_day_begins_with_the_smallest_step(self, at_home: Terminal) -> None:
        at_home.well("swap mobility")

        assert at_home.told(on.PlanStarted)[-1].start == 5

    @pytest.mark.parametrize(
        "words",
        ["", "fly", "mobility --name x", "mobility --unit reps", "walk --bad-day 99",
         f"own --name {'x' * 41}"],
    )  # fmt: skip
    def test_words_that_are_off_end_with_two_and_nothing_changes(
        self, words: str, at_home: Terminal
    ) -> None:
        assert at_home(f"swap {words}").exit_code == 2
        assert len(at_home.told(on.PlanStarted)) == 1

    def test_by_mistake_it_is_taken_back(self, at_home: Terminal) -> None:
        at_home.well("swap mobility --bad-day 4")

        assert at_home.well("undo").startswith("Taken back: your plan.")
        assert at_home.today()["plan"]["movement"] == "walk"
