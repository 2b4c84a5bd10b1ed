"""`steadystep start`: one question at a time, kept as it is answered, or all of it by options."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steadystep.cli.safety import FLAGS
from steadystep.core import events as on
from steadystep.core.movements import Movement
from steadystep.core.observations import Unit
from steadystep.core.safety import ClinicianFirst, Modifier, Told
from steadystep.core.safety_questions import SafetyQuestion
from tests.cli.at_home import ALL_CLEAR, BEGUN

if TYPE_CHECKING:
    from tests.cli.at_home import Terminal

LANGUAGE, NO, NONE = "1\n", "2\n", "0\n"
SAFE = NO * 6 + NONE * 2
WALK, ANY_TIME = "1\n", "1\n"


class TestAskedOneByOne:
    def test_a_plan_begins_with_the_last_answer(self, new: Terminal) -> None:
        new.someone = True

        shown = new.well("start", typed=LANGUAGE + SAFE + WALK + ANY_TIME + "10\n4\n5\n")

        (plan,) = new.told(on.PlanStarted)
        assert (plan.movement, plan.unit, plan.start) == (Movement.WALK, Unit.MINUTES, 50)
        assert (plan.usual_pain, plan.usual_fatigue) == (40, 50)
        assert shown.startswith("Slow walk: 5 minutes\nYour first step is 5 minutes.")

    @pytest.mark.parametrize("answered", range(12))
    def test_it_goes_on_where_it_was_left(self, answered: int, new: Terminal) -> None:
        """Whoever walks away, at whatever question, is asked the others the next time."""
        new.someone = True
        typed = (LANGUAGE + SAFE + WALK + ANY_TIME + "10\n4\n5\n").splitlines(keepends=True)

        left = new("start", typed="".join(typed[:answered]))
        # A movement is one screen: when in the day is asked with it.
        kept = 9 if answered == 10 else answered
        new.well("start", typed="".join(typed[kept:]))

        assert left.exit_code == 1
        assert "What you said is kept. To go on: steadystep start" in left.stderr
        assert len(new.told(on.PlanStarted)) == 1
        assert new.told(on.PlanStarted)[0].start == 50

    def test_all_but_safety_can_be_skipped_and_the_step_is_the_smallest(
        self, new: Terminal
    ) -> None:
        new.someone = True

        new.well("start", typed=LANGUAGE + SAFE + WALK + ANY_TIME + "\n\n\n")

        (plan,) = new.told(on.PlanStarted)
        assert plan.start == 5
        assert (plan.usual_pain, plan.usual_fatigue) == (None, None)

    def test_saying_nothing_is_no_answer_to_a_safety_question(self, new: Terminal) -> None:
        new.someone = True

        answer = new("start", typed=LANGUAGE + "\n\n\n")

        assert answer.exit_code == 1
        assert answer.stderr.count("Type one of these: 1, 2, 3.") == 3
        assert new.told(on.RedFlagsTold) == []

    def test_none_of_these_is_said_with_a_nought(self, new: Terminal) -> None:
        new.someone = True

        answer = new("start", typed=LANGUAGE + NO * 6 + "\n7\nx\n1,3\n0\n")

        assert answer.stderr.count("Type the numbers that fit") == 3
        assert new.told(on.ClinicianFirstTold) == [
            on.ClinicianFirstTold((ClinicianFirst.PREGNANCY, ClinicianFirst.HEART_LUNG_KIDNEY))
        ]
        assert new.told(on.ModifiersTold) == [on.ModifiersTold(())]

    def test_a_movement_of_ones_own_has_a_name_a_unit_and_a_time(self, new: Terminal) -> None:
        new.someone = True
        own = "5\n" + "x" * 41 + "\ntai  chi\n2\n3\n"

        new.well("start", typed=LANGUAGE + SAFE + own + "10\n4\n5\n")

        (plan,) = new.told(on.PlanStarted)
        assert (plan.movement, plan.unit, plan.name) == (Movement.OWN, Unit.REPS, "tai  chi")
        assert plan.anchor == "after_lunch"
        assert "tai chi: 5 times · After lunch" in new.well("today")

    def test_a_choice_may_be_typed_as_a_word(self, new: Terminal) -> None:
        new.someone = True

        new.well("start", typed="en\n" + "no\n" * 6 + NONE * 2 + "walk\nany\n10\n4\n5\n")

        assert len(new.told(on.PlanStarted)) == 1


class TestSafety:
    @pytest.mark.parametrize("answer", ["1\n", "3\n"])
    def test_a_red_flag_stops_it_and_says_whom_to_call(self, answer: str, new: Terminal) -> None:
        """Not sure counts as yes."""
        new.someone = True

        stopped = new("start", typed=LANGUAGE + answer)

        assert stopped.exit_code == 1
        assert "This needs a person, not an app." in stopped.stderr
        assert "  112 European Union" in stopped.stderr
        assert "steadystep resume --all-clear" in stopped.stderr
        assert new("start").exit_code == 1
        assert "This needs a person" in new.well("today")

    def test_after_an_all_clear_it_goes_on(self, new: Terminal) -> None:
        new.someone = True
        new("start", typed=LANGUAGE + "1\n")

        new.well("resume --all-clear 'Dr Levi'")
        new.well("start", typed=NO * 5 + NONE * 2 + WALK + ANY_TIME + "10\n4\n5\n")

        assert new.told(on.AllClearTold) == [on.AllClearTold("Dr Levi")]
        assert len(new.told(on.PlanStarted)) == 1

    def test_a_slip_of_the_finger_is_put_right_within_ten_minutes(self, new: Terminal) -> None:
        new.someone = True
        stopped = new("start", typed=LANGUAGE + "1\n")
        assert "Was it a slip of the finger? Then: steadystep start --heart-signs no" in (
            stopped.stderr
        )

        new.well(
            "start --heart-signs no",
            typed=NO * 5 + NONE * 2 + WALK + ANY_TIME + "10\n4\n5\n",
        )

        assert len(new.told(on.PlanStarted)) == 1

    def test_later_a_no_opens_nothing(self, new: Terminal) -> None:
        new.someone = True
        new("start", typed=LANGUAGE + "1\n")
        new.later(minutes=11)

        assert "slip of the finger" not in new("start").stderr
        assert new("start --heart-signs no").exit_code == 1
        assert "This needs a person" in new("start").stderr

    def test_what_can_be_said_to_that_person_is_there(self, new: Terminal) -> None:
        new.someone = True

        stopped = new("start", typed=LANGUAGE + NO * 3 + "1\n")

        assert "What you can say:\n  “I have fibromyalgia. This is something else.”" in (
            stopped.stderr
        )
        assert "112" not in stopped.stderr

    def test_a_new_sign_can_be_told_on_any_day(self, new: Terminal) -> None:
        new.well(BEGUN)
        new.later(days=3)

        stopped = new("start --urgent-signs yes")

        assert stopped.exit_code == 1
        assert "Please call a doctor or an urgent care line today." in stopped.stderr
        assert new.today()["gate"] == "red_flag"

    def test_an_emergency_shows_whom_to_call_on_the_card(self, new: Terminal) -> None:
        new.well(BEGUN)
        new("start --stroke-signs not-sure")

        shown = new.well("today").splitlines()

        assert "112 European Union, 999 United Kingdom, 911 United States, 101 Israel" in shown
        assert shown[-1].endswith('steadystep resume --all-clear "their name"')

    def test_under_18_can_be_a_slip_too(self, new: Terminal) -> None:
        new.someone = True
        new("start", typed=LANGUAGE + NO * 6 + "6\n")

        new.well("start --clinician-first none", typed=NONE + WALK + ANY_TIME + "10\n4\n5\n")

        assert len(new.told(on.PlanStarted)) == 1

    def test_under_18_there_is_no_plan(self, new: Terminal) -> None:
        new.someone = True

        stopped = new("start", typed=LANGUAGE + NO * 6 + "6\n")

        assert stopped.exit_code == 1
        assert "made for adults" in stopped.stderr
        assert new.told(on.PlanStarted) == []

    def test_a_clinicians_word_comes_first_and_opens_the_plan(self, new: Terminal) -> None:
        new.someone = True
        typed = LANGUAGE + NO * 6 + "1\n" + NONE + WALK + ANY_TIME + "10\n4\n5\n"
        shown = new.well("start", typed=typed)

        opened = new.well("resume --clinician 'Dr Levi' --day yesterday")

        assert "A clinician's word comes first." in shown
        assert "steadystep resume --clinician" in shown
        assert "Your first step is 5 minutes." in opened

    def test_the_malaise_screen_can_wait_and_is_asked_at_the_next_start(
        self, new: Terminal
    ) -> None:
        new.someone = True
        typed = LANGUAGE + NO * 5 + "1\nlater\n" + NONE * 2 + WALK + ANY_TIME + "10\n4\n5\n"
        new.well("start", typed=typed)

        new("start", typed="0\n" * 5 + "0\n0\n0\n")

        (screen,) = new.told(on.MalaiseScreenTold)
        assert screen.screen.positive is False

    def test_a_positive_screen_sets_a_limit(self, new: Terminal) -> None:
        new.someone = True
        screen = "2\n2\n" + "0\n" * 4 + "1\n0\n24\n"
        typed = LANGUAGE + NO * 5 + "1\n" + screen + NONE * 2 + WALK + ANY_TIME + "10\n4\n5\n"

        shown = new.well("start", typed=typed)

        assert new.told(on.MalaiseScreenTold)[0].screen.positive is True
        assert "Stay inside 5 minutes today." in shown

    def test_half_a_screen_is_kept(self, new: Terminal) -> None:
        new.someone = True
        new("start", typed=LANGUAGE + NO * 5 + "1\n2\n3\n")

        typed = "0\n" * 4 + "1\n0\n24\n" + NONE * 2 + WALK + ANY_TIME + "10\n4\n5\n"
        new.well("start", typed=typed)

        assert new.told(on.MalaiseScreenTold)[0].screen.items[0] == (2, 3)


class TestByOptions:
    def test_all_of_it_can_be_said_at_once(self, new: Terminal) -> None:
        new.well(
            f"start {ALL_CLEAR} --language he --movement own --name 'טאי צ׳י' --unit reps"
            " --when in-the-evening --bad-day 4 --pain 3.5 --fatigue -"
        )

        (plan,) = new.told(on.PlanStarted)
        assert plan == on.PlanStarted(
            unit=Unit.REPS,
            start=20,
            usual_pain=35,
            movement=Movement.OWN,
            name="טאי צ׳י",
            anchor="in_the_evening",
        )
        assert new.told(on.PreferenceSet) == [on.PreferenceSet("language", "he")]

    def test_safety_questions_alone_are_enough(self, new: Terminal) -> None:
        new.well(f"start {ALL_CLEAR}")

        (plan,) = new.told(on.PlanStarted)
        assert (plan.movement, plan.start, plan.usual_pain) == (Movement.WALK, 5, None)

    @pytest.mark.parametrize("question", SafetyQuestion)
    def test_without_one_of_them_nothing_is_written_and_its_flag_is_named(
        self, question: SafetyQuestion, new: Terminal
    ) -> None:
        words = ALL_CLEAR.split()
        at = words.index(FLAGS[question])
        said = " ".join(words[:at] + words[at + 2 :])

        answer = new(f"start {said} --movement walk --bad-day 6")

        assert answer.exit_code == 2
        assert [flag for flag in FLAGS.values() if f"  {flag} " in answer.stderr] == [
            FLAGS[question]
        ]
        assert new.entries() == []

    def test_where_an_illness_was_named_effort_is_not_asked_about(self, new: Terminal) -> None:
        said = ALL_CLEAR.replace("--illness no", "--illness yes")
        said = said.replace("--ill-after-effort no", "")

        shown = new.well(f"start {said} --bad-day 10")

        assert "Stay inside 5 minutes today." in shown

    @pytest.mark.parametrize("answer", ["yes", "not-sure"])
    def test_a_red_flag_begins_no_plan(self, answer: str, new: Terminal) -> None:
        said = ALL_CLEAR.replace("--urgent-signs no", f"--urgent-signs {answer}")

        stopped = new(f"start {said} --movement walk")

        assert stopped.exit_code == 1
        assert "This needs a person" in stopped.stderr
        assert new.told(on.PlanStarted) == []

    def test_what_fits_may_be_several_things(self, new: Terminal) -> None:
        said = ALL_CLEAR.replace("--care none", "--care hypermobile --care dizzy-on-standing")

        new.well(f"start {said}")

        assert new.told(on.ModifiersTold) == [
            on.ModifiersTold((Modifier.ORTHOSTATIC, Modifier.HYPERMOBILE))
        ]

    @pytest.mark.parametrize(
        "off",
        [
            "--care none --care hypermobile", "--name x", "--unit reps", "--movement fly",
            "--movement own --unit steps", "--bad-day 21", "--bad-day many", "--pain 11",
            "--language xx", "--when never", "--heart-signs maybe", "--safety all-no",
            f"--movement own --name {'x' * 41}",
        ],
    )  # fmt: skip
    def test_words_that_are_off_end_with_two_and_nothing_is_written(
        self, off: str, new: Terminal
    ) -> None:
        answer = new(f"start {ALL_CLEAR.replace('--care none', '')} --care none {off}")

        assert answer.exit_code == 2
        assert new.entries() == []

    def test_options_are_taken_where_somebody_is_there_and_the_rest_is_asked(
        self, new: Terminal
    ) -> None:
        new.someone = True

        new.well(
            "start --language en --movement walk --when any --bad-day 10 --heart-signs no",
            typed=NO * 5 + NONE * 2 + "4\n5\n",
        )

        assert new.told(on.PlanStarted)[0].usual_pain == 40

    def test_malaise_without_a_screen_leaves_the_screen_for_later(self, new: Terminal) -> None:
        new.well(f"start {ALL_CLEAR.replace('--ill-after-effort no', '--ill-after-effort yes')}")

        assert new.told(on.MalaiseGateTold) == [on.MalaiseGateTold(Told.YES)]
        assert new.told(on.ScreenAsked)[-1] == on.ScreenAsked(due=True)
        assert len(new.told(on.PlanStarted)) == 1

    def test_said_twice_it_begins_once_and_shows_today(self, new: Terminal) -> None:
        new.well(BEGUN)
        before = new.entries()

        shown = new.well(BEGUN)

        assert shown.startswith("Slow walk: 5 minutes")
        assert new.entries() == before
