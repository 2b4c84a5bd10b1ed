"""Each reason carries the numbers that were enforced."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from steadystep.core import reasons
from steadystep.core.decision import Action, Decision
from steadystep.core.facts import NONE, DayFacts, FlareWord, Gate, Reply
from steadystep.core.observations import Symptom
from steadystep.core.policy import GENTLE
from steadystep.core.reasons import Felt, RedFlagKind
from tests.core.lives import LIFE, calm, date_of, days, live, plan, told

WEEK = [calm(number) for number in range(1, 9)]
RISE = [*WEEK[:7], calm(8, reply=Reply.ACCEPT)]
EIGHT = Felt(Symptom.PAIN, 80, 40, 60)


def hard(number: int, **facts: Any) -> DayFacts:  # noqa: ANN401 - the fields of a day
    """A day of eight, where usual is four and a warning six."""
    return told(number, **({"pain": 80, "did": 0} | facts))


def last(*lived: DayFacts, **terms: Any) -> reasons.Reason:  # noqa: ANN401 - the fields of the terms
    """The reason of the last of these days."""
    return live(plan(**terms), lived)[-1].reason


# A. May there be a plan? ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        (
            {"gate": Gate.RED_FLAG, "how_soon": RedFlagKind.EMERGENCY},
            reasons.RedFlag(RedFlagKind.EMERGENCY),
        ),
        ({"gate": Gate.CLINICIAN_FIRST}, reasons.ClinicianFirst()),
        ({"gate": Gate.PAUSED}, reasons.Paused()),
        ({"gate": Gate.NO_PLAN, "days_to_start": 1}, reasons.NoPlanYet(1, 3)),
        ({"gate": Gate.PACING_ONLY}, reasons.PacingOnly(50, eased=False)),
        ({"gate": Gate.PACING_ONLY, "pain": 80}, reasons.PacingOnly(20, eased=True)),
    ],
)
def test_what_stands_against_a_plan_says_what_it_is(
    facts: dict[str, Any], reason: reasons.Reason
) -> None:
    assert last(*WEEK, calm(9, **facts)) == reason


# B. What did the body answer? -----------------------------------------------------------------


def test_a_flare_after_a_rise_names_the_days_the_doses_and_the_wait() -> None:
    assert last(*RISE, hard(9)) == reasons.FlareAfterRise(EIGHT, 1, 60, 50, 14)
    assert last(*RISE, calm(9), calm(10), hard(11)) == reasons.FlareAfterRise(EIGHT, 3, 60, 50, 14)


def test_a_flare_that_began_with_a_warning_counts_its_days_from_the_warning() -> None:
    """Warm on the second day after, flaring on the fourth: two days after, not four."""
    reason = last(*RISE, calm(9), calm(10, pain=60), told(11), told(12, pain=70))
    assert reason == reasons.FlareAfterRise(Felt(Symptom.PAIN, 70, 40, 60), 2, 60, 50, 14)


def test_a_flare_on_the_very_day_of_the_rise_is_no_day_after_it() -> None:
    same_day = calm(8, chosen=60, flare=FlareWord.A_FLARE)
    reason = last(*WEEK[:7], same_day, hard(9))
    assert isinstance(reason, reasons.FlareAfterRise)
    assert reason.days_after == 0


def test_a_second_answered_rise_doubles_the_wait_again() -> None:
    lived = [*RISE, hard(9), *(calm(day) for day in range(10, 23)), calm(23, reply=Reply.ACCEPT)]
    assert last(*lived) == reasons.StepTaken(50, 60, 48)
    assert last(*lived, hard(24)) == reasons.FlareAfterRise(EIGHT, 1, 60, 50, 28)


def test_a_flare_that_goes_on_names_its_days() -> None:
    reason = last(*WEEK, *(hard(number) for number in range(9, 14)))
    assert reason == reasons.FlareGoesOn(EIGHT, 4, 50, 40)


def test_a_flare_after_a_big_day_names_the_day() -> None:
    big = calm(9, far_too_much=True)
    for flare_on in (10, 11, 12):
        between = [calm(number) for number in range(10, flare_on)]
        reason = last(*WEEK, big, *between, hard(flare_on))
        assert reason == reasons.FlareAfterBigDay(EIGHT, date_of(9))
    later = last(*WEEK, big, *(calm(number) for number in range(10, 13)), hard(13))
    assert later == reasons.FlareOnItsOwn(EIGHT)


@pytest.mark.parametrize(
    ("facts", "felt"),
    [
        ({"pain": 80, "fatigue": 80}, Felt(Symptom.PAIN, 80, 40, 60)),
        ({"pain": 70, "fatigue": 90}, Felt(Symptom.FATIGUE, 90, 50, 70)),
        ({"pain": 80}, Felt(Symptom.PAIN, 80, 40, 60)),
        ({"fatigue": 80}, Felt(Symptom.FATIGUE, 80, 50, 70)),
        ({"flare": FlareWord.A_FLARE}, Felt(marked=True)),
        ({"pain": 40, "flare": FlareWord.A_FLARE}, Felt(marked=True)),
        ({"pain": 59, "flare": FlareWord.A_FLARE}, Felt(marked=True)),
        ({"pain": 60, "flare": FlareWord.A_FLARE}, Felt(Symptom.PAIN, 60, 40, 60, marked=True)),
        ({"than_usual": 2}, Felt()),
    ],
)
def test_what_was_felt_is_the_symptom_that_stands_highest_above_its_usual(
    facts: dict[str, Any], felt: Felt
) -> None:
    """Where the numbers alone would not have said it, the person's word speaks alone."""
    reason = last(*WEEK, told(9, **facts), usual_fatigue=50)
    assert reason == reasons.FlareOnItsOwn(felt)


def test_a_symptom_without_a_usual_is_not_what_was_felt() -> None:
    reason = last(*WEEK, told(9, pain=80, fatigue=100))
    assert reason == reasons.FlareOnItsOwn(EIGHT)


def test_easing_says_how_long_ago_the_flare_was() -> None:
    assert last(*WEEK, hard(9), told(10)) == reasons.Easing(1)
    assert last(*WEEK, hard(9), told(10), told(11)) == reasons.Easing(2)


def test_the_way_back_after_a_gap_names_its_days_and_both_doses() -> None:
    def away(number: int) -> reasons.Reason:
        silent = [told(9 + after) for after in range(number)]
        return last(*WEEK, *silent, calm(9 + number), start=100)

    assert away(4) == reasons.BackAfterGap(4, 100, 90, new_baseline=False)
    assert away(7) == reasons.BackAfterGap(7, 100, 90, new_baseline=False)
    assert away(8) == reasons.BackAfterGap(8, 100, 70, new_baseline=False)
    assert away(15) == reasons.BackAfterGap(15, 100, 50, new_baseline=False)
    assert away(28) == reasons.BackAfterGap(28, 100, 50, new_baseline=False)
    back = away(29)
    assert isinstance(back, reasons.BackAfterGap)
    assert back.new_baseline is True


def test_a_smaller_dose_by_word_names_both() -> None:
    assert last(*WEEK, calm(9, chosen=35)) == reasons.Smaller(50, 35)


def test_the_first_day_names_the_dose_and_the_baseline() -> None:
    assert last(calm(1)) == reasons.Started(50, 7)


# C. What stands in the way of an offer? -------------------------------------------------------


@pytest.mark.parametrize(
    ("lived", "reason"),
    [
        ([*WEEK, hard(9), calm(10)], reasons.Calming(1, 7, 1, 3)),
        ([*WEEK, hard(9), *(calm(day) for day in range(10, 16))], reasons.Calming(6, 7, 3, 3)),
        (
            [*WEEK, calm(9, pain=60)],
            reasons.Unsettled(Felt(Symptom.PAIN, 60, 40, 60)),
        ),
        ([*WEEK[:7], calm(8, reply=Reply.ACCEPT, did=NONE), calm(9)],
         reasons.Watching(0, 48, 0, 2, begun=False)),
        ([*RISE, calm(9)], reasons.Watching(24, 48, 1, 2, begun=True)),
        ([*RISE, told(9, did=100)], reasons.Watching(24, 48, 0, 2, begun=True)),
        ([*WEEK, told(9)], reasons.NoAnswerToday()),
        ([*WEEK, *(told(day, did=100) for day in range(9, 14)), calm(14)],
         reasons.FewAnswers(2, 3)),
        ([*WEEK[:3]], reasons.BaselineWeek(3, 7)),
        ([*WEEK[:2], *(calm(number, did=0) for number in (3, 4)), *WEEK[4:6],
          calm(7, did=50), calm(8)], reasons.NotYetSteady(4, 7, 5)),
        ([*RISE, *(calm(number) for number in range(9, 13))], reasons.TooSoon(4, 7)),
        ([*RISE, hard(9), *(calm(number) for number in range(10, 18))], reasons.BackOff(8, 14)),
        ([*WEEK[:7], calm(8, reply=Reply.STAY), calm(9)], reasons.Resting(6)),
        ([*WEEK, calm(9, screen_due=True)], reasons.ScreenDue()),
        ([*WEEK, calm(9, confidence=3)], reasons.Unsure(3, 7)),
        ([*WEEK, calm(9, guard=59)], reasons.Guarded(60, 50)),
    ],
)  # fmt: skip
def test_what_stands_in_the_way_carries_what_is_there_and_what_is_wanted(
    lived: list[DayFacts], reason: reasons.Reason
) -> None:
    assert last(*lived) == reason


def test_while_usual_is_learnt_the_answers_are_counted() -> None:
    reason = last(*(calm(number) for number in range(1, 13)), usual_pain=None)
    assert reason == reasons.LearningUsual(11, GENTLE.usual_answers)


def test_after_three_answered_rises_offers_rest_and_the_rest_is_told_before_the_wait() -> None:
    lived, day = list(WEEK[:7]), 8
    for wait in (14, 28):
        lived += [calm(day, reply=Reply.ACCEPT), hard(day + 1)]
        lived += [calm(number) for number in range(day + 2, day + 1 + wait)]
        day += 1 + wait
    lived += [calm(day, reply=Reply.ACCEPT), hard(day + 1)]
    quiet = [calm(number) for number in range(day + 2, day + 29)]
    said = live(plan(), [*lived, *quiet])
    third = said[day].reason
    assert isinstance(third, reasons.FlareAfterRise)
    assert third.wait_days == 56
    assert all("plateau" in one.blocked_by for one in said[day + 1 :])
    # The rest says more than the wait: show this to a clinician, and the screen is asked again.
    assert said[-1].reason == reasons.Plateau(1)
    assert said[-1].next_look == date_of(day + 1 + 56)


def test_a_rest_from_offers_says_how_many_days_are_left() -> None:
    policy = replace(GENTLE, plateau_rises=1, back_off_most=0)
    lived = [*RISE, hard(9), *(calm(number) for number in range(10, 20))]
    assert last(*lived, policy=policy) == reasons.Plateau(18)


def test_a_big_day_names_itself_when_its_own_window_is_over() -> None:
    lived = [*WEEK, calm(9, far_too_much=True), calm(10), calm(11)]
    assert last(*lived) == reasons.BigDay(date_of(9))


@pytest.mark.parametrize(
    ("device", "usual", "now", "reason"),
    [
        ("sleep", 30, 70, reasons.SleepWorse()),
        ("resting_heart_rate", 600, 700, reasons.HeartRateUp()),
        ("rmssd", 500, 200, reasons.HeartVariabilityOff()),
    ],
)
def test_a_night_and_a_heart_are_named_for_what_they_are(
    device: str, usual: int, now: int, reason: reasons.Reason
) -> None:
    steady = [calm(number, **{device: usual + number % 3}) for number in range(1, 25)]
    off = [calm(number, **{device: now}) for number in range(25, 29)]
    assert last(*steady, *off) == reason


# D. Otherwise offer one rung ------------------------------------------------------------------


def test_an_offer_names_both_doses_and_the_days_since_the_plan_began_or_the_last_rise() -> None:
    assert last(*WEEK) == reasons.Ready(50, 60, 7)
    week_after = [calm(number) for number in range(9, 16)]
    assert last(*RISE, *week_after) == reasons.Ready(60, 70, 7)


# Law 10 ---------------------------------------------------------------------------------------

NEEDED = {
    "days_needed": "days",
    "answers_needed": "answers",
    "hours_needed": "hours",
    "calm_needed": "calm",
}


def still_wanting(reason: reasons.Reason) -> list[bool]:
    """For each number that is wanted: is less of it there?"""
    wanted = [
        getattr(reason, there) < getattr(reason, needed)
        for needed, there in NEEDED.items()
        if hasattr(reason, needed) and hasattr(reason, there)
    ]
    if isinstance(reason, reasons.NotYetSteady):
        wanted.append(reason.done < reason.needed)
    if isinstance(reason, reasons.Unsure):
        wanted.append(reason.confidence < reason.needed)
    if isinstance(reason, reasons.Plateau | reasons.Resting):
        wanted.append(reason.days_left > 0)
    return wanted


def doses_agree(one: Decision) -> bool:
    """Are the doses of the reason those of the decision, and lower ones lower?"""
    match one.reason:
        case reasons.Ready():
            return (one.reason.dose, one.reason.offered) == (one.level, one.offered)
        case reasons.PacingOnly():
            return one.reason.envelope == one.dose
        case reasons.Started() | reasons.Arrived():
            return one.reason.dose == one.level
        case (
            reasons.FlareAfterRise()
            | reasons.FlareGoesOn()
            | reasons.Smaller()
            | reasons.LimitLowered()
            | reasons.BackAfterGap()
        ):
            lower = one.reason.dose_now <= one.reason.dose_before
            return lower and one.reason.dose_now == one.level
        case reasons.StepTaken():
            return one.reason.dose_now == one.level
        case _:
            return True


@settings(max_examples=50)
@given(LIFE)
def test_law_10_the_numbers_of_a_reason_are_the_numbers_enforced(
    life: list[dict[str, Any]],
) -> None:
    for one in live(plan(), days(life)):
        assert doses_agree(one), one
        if one.action in (Action.HOLD, Action.STAY) and not isinstance(
            one.reason, reasons.StepTaken
        ):
            assert one.reason.kind == one.blocked_by[0]
            # A window may be waiting for sessions alone, which its reason leaves to the plan.
            open_window = isinstance(one.reason, reasons.Watching)
            assert open_window or not still_wanting(one.reason) or any(still_wanting(one.reason))
