"""The course: asking changes nothing, usual keeps still between two looks, nothing is hidden."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steadystep.core import reasons
from steadystep.core.course import Course
from steadystep.core.decision import Action, Flare
from steadystep.core.facts import NONE, DayFacts, FlareWord, Gate, Reply, Terms, UsualWord
from steadystep.core.ladder import MOVEMENT
from steadystep.core.observations import Symptom, Unit
from steadystep.core.policy import GENTLE
from steadystep.core.reasons import Limit
from steadystep.core.signal import NOTHING_KNOWN, Reference
from tests.core.lives import ANY_DAY, LIFE, TENTHS, calm, date_of, days, live, plan, told


def answers(*points: float, first: int = 1, **facts: Any) -> list[DayFacts]:  # noqa: ANN401 - the fields of a day
    """Days with these pain answers in a row, the dose done; NONE as -1 is silence."""
    return [
        told(number, pain=NONE if point < 0 else round(point * 10), did=100, **facts)
        for number, point in enumerate(points, start=first)
    ]


def wide_then(*points: float, **facts: Any) -> list[DayFacts]:  # noqa: ANN401 - the fields of a day
    """A fortnight of 3 and 5 in turn (usual 4, rise 2), and then these."""
    return answers(*[3, 5] * 7, *points, **facts)


# Morning and evening --------------------------------------------------------------------------


@settings(max_examples=50)
@given(LIFE, ANY_DAY)
def test_a_morning_asked_often_and_otherwise_changes_nothing(
    life: list[dict[str, Any]], otherwise: dict[str, Any]
) -> None:
    """A page is opened ten times, an answer tried and taken back: tomorrow is the same."""
    once, often = plan(), plan()
    for number, facts in enumerate(days(life), start=1):
        first = once.morning(facts)
        often.morning(told(number, **otherwise))
        assert often.morning(facts) == often.morning(facts) == first
        once.evening(facts)
        often.evening(facts)


@settings(max_examples=50)
@given(LIFE)
def test_an_evening_without_a_morning_closes_the_day_as_if_it_had_been_asked(
    life: list[dict[str, Any]],
) -> None:
    asked, unasked = plan(), plan()
    for facts in days(life):
        asked.morning(facts)
        asked.evening(facts)
        unasked.evening(facts)
    assert unasked.state == asked.state
    assert unasked.reference == asked.reference


def test_a_morning_of_yesterday_is_not_taken_for_todays() -> None:
    course = plan()
    course.morning(calm(1))
    course.evening(calm(1))
    course.evening(told(2, pain=100))
    assert course.morning(calm(3)).blocked_by[0] == "calming"


def test_what_was_done_may_be_told_beside_the_facts() -> None:
    """A replay knows it after the decision; a log may say it in the day's own facts."""
    beside, within = plan(), plan()
    beside.evening(calm(1, did=NONE), did=100)
    within.evening(calm(1))
    assert beside.state == within.state


def test_a_plan_may_get_its_first_dose_later() -> None:
    course = Course(Terms(unit=Unit.MINUTES, ladder=MOVEMENT[Unit.MINUTES]), GENTLE)
    waiting = course.morning(told(1, gate=Gate.NO_PLAN, days_to_start=2))
    assert waiting.reason == reasons.NoPlanYet(2, 3)
    assert waiting.level is None
    course.evening(told(1, gate=Gate.NO_PLAN, days_to_start=2))
    course.start_at(57)
    assert course.morning(calm(2)).reason == reasons.Started(50, 7)


@settings(max_examples=50)
@given(LIFE)
def test_two_courses_through_the_same_days_say_the_same(life: list[dict[str, Any]]) -> None:
    assert live(plan(), days(life)) == live(plan(), days(life))


# Usual ----------------------------------------------------------------------------------------


def references(course: Course, lived: list[DayFacts]) -> list[Reference]:
    """What was measured against on each day."""
    return [one.reference for one in live(course, lived)]


def test_usual_is_set_after_day_14_where_seven_answers_were_given() -> None:
    every_other = references(plan(usual_pain=None), answers(*[4, -1] * 8))
    assert every_other[13] == NOTHING_KNOWN
    assert every_other[14] == Reference(40, NONE, 20, NONE)


def test_with_fewer_answers_usual_is_set_at_the_seventh() -> None:
    """Six by day 14, the seventh on day 20."""
    lived = answers(*[4] * 6, *[-1] * 13, 5, 4)
    known = references(plan(usual_pain=None), lived)
    assert known[19] == NOTHING_KNOWN
    assert known[20].usual_pain == 40


def test_each_symptom_waits_for_its_own_answers() -> None:
    lived = [told(number, pain=40, fatigue=60 if number > 12 else NONE) for number in range(1, 21)]
    known = references(plan(usual_pain=None), lived)
    assert known[14] == Reference(40, NONE, 10, NONE)
    assert known[18].usual_fatigue == NONE
    assert known[19] == Reference(40, 60, 10, 20)


def test_until_then_the_usual_that_was_told_is_measured_against() -> None:
    known = references(plan(usual_pain=60, usual_fatigue=None), answers(*[4] * 15))
    assert known[0] == known[13] == Reference(60, NONE, 20, NONE)
    assert known[14] == Reference(40, NONE, 10, NONE)


def test_a_fatigue_that_was_told_stands_beside_a_pain_that_was_answered() -> None:
    known = references(plan(usual_pain=None, usual_fatigue=70), answers(*[4] * 15))
    assert known[0] == Reference(NONE, 70, NONE, 20)
    assert known[14] == Reference(40, 70, 10, 20)


def test_on_days_marked_as_a_flare_no_usual_is_learnt_and_none_is_looked_at() -> None:
    hard = [told(number, pain=90, flare=FlareWord.A_FLARE) for number in range(1, 8)]
    lived = [*hard, *answers(*[4] * 7, first=8), calm(15)]
    assert references(plan(usual_pain=None), lived)[14] == Reference(40, NONE, 20, NONE)
    month = [told(number, pain=90, flare=FlareWord.A_FLARE) for number in range(15, 43)]
    last = live(plan(), [*answers(*[4] * 14), *month, calm(43)])[-1]
    assert last.reference.usual_pain == 40
    assert "usual_moved_up" not in last.blocked_by


def test_a_hard_day_in_the_persons_own_word_is_part_of_usual() -> None:
    lived = [told(number, pain=60, flare=FlareWord.A_HARD_DAY, did=100) for number in range(1, 16)]
    assert references(plan(usual_pain=None), lived)[14].usual_pain == 60


def test_usual_is_looked_at_every_28_days_over_the_last_28() -> None:
    """Set at 4 after day 14; looked at after days 42 and 70."""
    known = references(plan(), wide_then(*[5] * 28, *[3] * 28, *[2] * 28, 2))
    usuals = [reference.usual_pain for reference in known]
    changes = [
        (number, now)
        for number, (before, now) in enumerate(itertools.pairwise(usuals), start=2)
        if before != now
    ]
    assert changes == [(71, 30), (99, 20)]


@settings(max_examples=30)
@given(st.lists(TENTHS, min_size=28, max_size=28))
def test_between_two_looks_nothing_that_is_answered_moves_usual_or_spread(
    month: list[int],
) -> None:
    lived = [told(number, pain=answer) for number, answer in enumerate(month, start=15)]
    known = references(plan(), [*wide_then(), *lived])
    assert set(known[14:]) == {Reference(40, NONE, 20, NONE)}


def test_a_single_answer_taken_away_does_not_make_a_7_an_ordinary_day() -> None:
    """The design's own example: with a moving spread a 5 less made the rise 2.002."""
    month = [int(answer) for answer in "3333444444444455555566677777"]
    first = answers(*[4, 6] * 7)
    for told_days in (month, [-1 if at == 16 else one for at, one in enumerate(month)]):
        lived = [*first, *answers(*told_days[:-1], 7, first=15)]
        assert live(plan(), lived)[-1].flare != Flare.NONE


def test_taking_the_higher_usual_moves_the_line_and_begins_a_baseline_week() -> None:
    course = plan()
    live(course, wide_then(*[5] * 28))
    asked = course.morning(calm(43, pain=50))
    assert isinstance(asked.reason, reasons.UsualMovedUp)
    assert asked.reason == reasons.UsualMovedUp(Symptom.PAIN, 40, 50)
    course.evening(calm(43, pain=50, usual_word=UsualWord.TAKE))
    after = course.morning(calm(44, pain=50))
    assert after.reference == Reference(50, NONE, 20, NONE)
    assert after.reason == reasons.BaselineWeek(1, 7)


def test_keeping_the_present_usual_ends_the_question_until_the_next_look() -> None:
    course = plan()
    lived = wide_then(*[5] * 28)
    live(course, [*lived, calm(43, pain=50, usual_word=UsualWord.KEEP)])
    later = live(course, answers(*[5] * 28, first=44))
    assert {one.reference.usual_pain for one in later} == {40}
    asked = [
        number for number, one in enumerate(later, start=44) if "usual_moved_up" in one.blocked_by
    ]
    assert asked == [71]


def test_a_word_on_usual_that_nobody_asked_for_changes_nothing() -> None:
    asked_not = [calm(number, usual_word=UsualWord.TAKE) for number in range(1, 30)]
    assert live(plan(), asked_not) == live(plan(), [calm(number) for number in range(1, 30)])


def test_a_question_about_usual_is_not_dropped_because_few_answers_follow() -> None:
    """Silence answers no question: until the person chose, offers wait."""
    lived = wide_then(*[5] * 28, *[5, -1, -1] * 9, 5, *[5] * 3)
    said = live(plan(), lived)
    assert "usual_moved_up" in said[42].blocked_by
    assert "usual_moved_up" in said[72].blocked_by


def test_on_the_day_of_a_look_the_word_answers_the_values_that_were_seen() -> None:
    """Asked about 5 since day 43. On day 70 she takes it; that evening's look finds a 6."""
    course = plan()
    live(course, wide_then(*[5] * 28, *[6] * 27))
    live(course, [told(70, pain=60, usual_word=UsualWord.TAKE)])
    assert course.morning(told(71, pain=50)).reference.usual_pain == 50


def test_a_word_on_usual_raises_no_symptom_that_was_not_shown() -> None:
    course = plan(usual_fatigue=40)
    wide = [told(number, pain=30, fatigue=30, did=100) for number in range(1, 15, 2)]
    wide += [told(number, pain=50, fatigue=50, did=100) for number in range(2, 15, 2)]
    higher = [told(number, pain=50, fatigue=50, did=100) for number in range(15, 43)]
    live(course, [*sorted(wide), *higher])
    asked = told(43, pain=50, fatigue=50, usual_word=UsualWord.TAKE)
    assert course.morning(asked).reason == reasons.UsualMovedUp(Symptom.PAIN, 40, 50)
    course.evening(asked)
    assert course.reference.usual_fatigue == 40


# Limits ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "limit"),
    [
        ({"goal": 50}, Limit.GOAL),
        ({"ceiling": 50}, Limit.CLINICIAN),
        ({"goal": 50, "ceiling": 50}, Limit.CLINICIAN),
        ({"goal": 50, "ceiling": 80}, Limit.GOAL),
        ({"goal": 80, "ceiling": 50}, Limit.CLINICIAN),
        ({"goal": 59}, Limit.GOAL),
    ],
)
def test_who_has_arrived_hears_which_limit_it_is(facts: dict[str, int], limit: Limit) -> None:
    said = live(plan(), [calm(number, **facts) for number in range(1, 9)])
    assert said[-1].reason == reasons.Arrived(limit, 50)


def test_the_ladder_ends_where_it_ends() -> None:
    said = live(plan(start=300), [calm(number) for number in range(1, 9)])
    assert said[-1].reason == reasons.Arrived(Limit.LADDER, 300)
    assert said[-1].would_have_been is None


@pytest.mark.parametrize(
    ("facts", "limit"),
    [
        ({"ceiling": 40}, Limit.CLINICIAN),
        ({"goal": 40}, Limit.GOAL),
        ({"guard": 40}, Limit.GUARD),
        ({"guard": 40, "goal": 40}, Limit.GOAL),
        ({"guard": 40, "ceiling": 45}, Limit.CLINICIAN),
        ({"guard": 30, "ceiling": 40}, Limit.GUARD),
    ],
)
def test_a_limit_under_the_rung_lowers_it_at_once_and_is_named(
    facts: dict[str, int], limit: Limit
) -> None:
    said = live(plan(), [*(calm(number) for number in range(1, 9)), calm(9, **facts)])
    lowest = min(facts.values()) if limit == Limit.GUARD else 40
    assert said[-1].action == Action.STEP_BACK
    assert said[-1].reason == reasons.LimitLowered(limit, 50, lowest)
    assert said[-1].dose == lowest


@pytest.mark.parametrize("limit", ["ceiling", "goal"])
def test_law_4_holds_for_a_limit_under_the_smallest_rung(limit: str) -> None:
    """One repetition, says her clinician. The ladder begins at two."""
    course = plan(unit=Unit.REPS, ladder=MOVEMENT[Unit.REPS])
    dose = course.morning(calm(1, **{limit: 10})).dose
    assert dose is None or dose <= 10


# Hearts ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("ignored", "blocked"), [(False, {"heart_rate_up"}), (True, set())])
def test_under_a_heart_medicine_the_heart_holds_nothing(
    *, ignored: bool, blocked: set[str]
) -> None:
    course = plan(ignore_heart=ignored)
    live(course, [calm(number, resting_heart_rate=600) for number in range(1, 22)])
    said = live(course, [calm(number, resting_heart_rate=700) for number in range(22, 29)])
    assert set(said[-1].blocked_by) == blocked


def test_the_night_and_the_confidence_still_hold_under_a_heart_medicine() -> None:
    course = plan(ignore_heart=True)
    live(course, [calm(number, sleep=30) for number in range(1, 15)])
    assert course.morning(calm(15, sleep=60)).blocked_by == ("sleep_worse",)
    assert course.morning(calm(15, confidence=6)).reason == reasons.Unsure(6, 7)


@pytest.mark.parametrize("device", ["sleep", "rmssd", "resting_heart_rate"])
def test_a_day_without_a_reading_is_not_judged_by_the_days_before(device: str) -> None:
    steady, off = {"sleep": (20, 90), "rmssd": (500, 100), "resting_heart_rate": (600, 900)}[device]
    course = plan()
    live(course, [calm(number, **{device: steady + number % 3}) for number in range(1, 25)])
    live(course, [calm(number, **{device: off}) for number in range(25, 28)])
    assert course.morning(calm(28)).blocked_by == ()
    assert course.morning(calm(28, **{device: off})).blocked_by != ()


# Slow answers ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("terms", "hours"),
    [({}, 48), ({"resistance": True}, 72), ({"new_movement": True}, 72)],
)
def test_a_window_is_as_long_as_the_movement_is_slow(terms: dict[str, Any], hours: int) -> None:
    said = live(plan(**terms), [*(calm(number) for number in range(1, 8)), calm(8, chosen=60)])
    assert said[-1].reason == reasons.StepTaken(50, 60, hours)


def test_a_movement_is_new_for_its_first_28_days() -> None:
    course = plan(new_movement=True)
    live(course, [calm(number) for number in range(1, 28)])
    on_day_28 = course.morning(calm(28, chosen=60))
    live(course, [calm(28)])
    on_day_29 = course.morning(calm(29, chosen=60))
    assert on_day_28.reason == reasons.StepTaken(50, 60, 72)
    assert on_day_29.reason == reasons.StepTaken(50, 60, 48)


# The next look --------------------------------------------------------------------------------

STEADY_WEEK = [calm(number) for number in range(1, 9)]
RISE = [calm(number) for number in range(1, 8)] + [calm(8, reply=Reply.ACCEPT)]
BACKED_OFF = [*RISE, told(9, pain=80), *(calm(number) for number in range(10, 18))]


@pytest.mark.parametrize(
    ("lived", "policy", "kind", "look"),
    [
        (STEADY_WEEK[:3], {}, "baseline_week", 8),
        (STEADY_WEEK, {}, "ready", 9),
        (RISE, {}, "step_taken", 15),
        ([*STEADY_WEEK, told(9, pain=80)], {}, "flare_on_its_own", 10),
        ([*STEADY_WEEK, told(9, pain=80), calm(10)], {}, "calming", 16),
        (BACKED_OFF, {}, "back_off", 23),
        (BACKED_OFF, {"plateau_rises": 1}, "plateau", 37),
        (BACKED_OFF, {"plateau_rises": 1, "back_off_most": 0}, "plateau", 37),
        ([*STEADY_WEEK[:7], calm(8, reply=Reply.STAY)], {}, "resting", 15),
        ([*STEADY_WEEK, calm(9, screen_due=True)], {}, "screen_due", 10),
        ([*STEADY_WEEK, calm(9, far_too_much=True), calm(10)], {}, "watching", 12),
        ([*STEADY_WEEK, calm(9, ceiling=50)], {}, "arrived", 10),
        ([*STEADY_WEEK, told(9)], {}, "no_answer_today", 10),
        ([*RISE, *(calm(number) for number in range(9, 12))], {}, "too_soon", 15),
        ([*STEADY_WEEK, calm(9, gate=Gate.PACING_ONLY)], {}, "pacing_only", 10),
        ([told(1, gate=Gate.NO_PLAN)], {}, "no_plan_yet", 2),
    ],
)
def test_the_next_look_is_the_day_on_which_what_stands_in_the_way_could_be_gone(
    lived: list[DayFacts], policy: dict[str, int], kind: str, look: int
) -> None:
    said = live(plan(policy=replace(GENTLE, **policy)), lived)[-1]
    assert said.reason.kind == kind
    assert said.next_look == date_of(look)


def test_with_few_answers_the_next_look_is_at_half_the_pace() -> None:
    """Day 16 is the eighth since the rise: a week is over, and four answers ask for two."""
    every_other = [told(day, pain=40 if day % 2 == 0 else NONE, did=100) for day in range(9, 17)]
    said = live(plan(), [*RISE, *every_other])[-1]
    assert said.reason == reasons.HalfPace(4, 8, 14)
    assert said.next_look == date_of(22)


def test_a_warm_answer_moves_the_look_to_the_end_of_the_window_it_restarts() -> None:
    resistance = plan(resistance=True)
    said = live(resistance, [*STEADY_WEEK, calm(9, far_too_much=True), calm(10), calm(11, pain=60)])
    assert said[-1].flare == Flare.AMBER
    assert said[-1].next_look == date_of(14)


@pytest.mark.parametrize("gate", [Gate.RED_FLAG, Gate.CLINICIAN_FIRST, Gate.PAUSED])
def test_where_a_person_has_to_act_there_is_no_date(gate: Gate) -> None:
    assert plan().morning(calm(1, gate=gate)).next_look is None


@settings(max_examples=50)
@given(LIFE)
def test_law_10_every_decision_has_a_reason_and_a_look_that_lies_ahead(
    life: list[dict[str, Any]],
) -> None:
    for one in live(plan(), days(life)):
        assert one.reason.rule
        if one.next_look is None:
            assert one.action == Action.PAUSE
        else:
            assert one.next_look > one.day


# What a decision says besides -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        ({"pain": 40, "fatigue": 40}, ()),
        ({}, ("answer",)),
        ({"sleep": 40}, ("answer",)),
        ({"pain": 40}, ("fatigue",)),
        ({"fatigue": 40}, ("pain",)),
        ({"than_usual": 0}, ()),
        ({"flare": FlareWord.A_FLARE}, ()),
        ({"flare": FlareWord.A_HARD_DAY}, ("answer",)),
    ],
)
def test_what_was_not_there_to_decide_with_is_named(
    facts: dict[str, Any], missing: tuple[str, ...]
) -> None:
    assert plan(usual_fatigue=50).morning(told(1, **facts)).missing == missing


def test_a_symptom_that_has_no_usual_is_not_missed() -> None:
    assert plan(usual_fatigue=None).morning(told(1, pain=40)).missing == ()


def test_usual_is_missing_until_it_is_told_or_learnt() -> None:
    assert plan(usual_pain=None).morning(told(1)).missing == ("answer", "usual")
    assert plan(usual_pain=None).morning(told(1, pain=40)).missing == ("usual",)


def test_where_the_whole_day_is_measured_yesterdays_load_is_missed() -> None:
    course = plan(whole_day=True)
    live(course, [calm(1, load=3_000), calm(2)])
    assert course.morning(calm(3)).missing == ("load",)
    course.evening(calm(3, load=3_000))
    assert course.morning(calm(4)).missing == ()


def test_a_plan_without_a_measured_day_misses_no_load() -> None:
    course = plan()
    live(course, [calm(1), calm(2)])
    assert course.morning(calm(3)).missing == ()


@pytest.mark.parametrize(
    ("lived", "action", "otherwise"),
    [
        (STEADY_WEEK[:1], Action.START, None),
        (STEADY_WEEK[:3], Action.HOLD, 60),
        (STEADY_WEEK, Action.OFFER, None),
        ([*STEADY_WEEK, told(9, pain=80)], Action.EASE, 50),
        ([*RISE, told(9, pain=80)], Action.STEP_BACK, 60),
        ([*STEADY_WEEK[:7], calm(8, reply=Reply.STAY)], Action.STAY, 60),
        ([*STEADY_WEEK, calm(9, gate=Gate.PAUSED)], Action.PAUSE, None),
        ([*STEADY_WEEK, calm(9, gate=Gate.PACING_ONLY)], Action.PACING_ONLY, None),
        ([*STEADY_WEEK, *(told(day) for day in range(9, 14)), calm(14)], Action.EASE_IN, 50),
    ],
)
def test_a_decision_says_what_the_dose_would_have_been_without_its_reason(
    lived: list[DayFacts], action: Action, otherwise: int | None
) -> None:
    said = live(plan(), lived)[-1]
    assert said.action == action
    assert said.would_have_been == otherwise


@pytest.mark.parametrize(
    ("facts", "good"),
    [
        ({"pain": 20}, True),  # a whole rise below usual 4
        ({"pain": 21}, False),
        ({"pain": 20, "fatigue": 50}, True),
        ({"pain": 20, "fatigue": 51}, False),
        ({"pain": 40, "fatigue": 30}, True),
        ({"pain": 41, "fatigue": 30}, False),
        ({"fatigue": 30}, True),
        ({"fatigue": 31}, False),
        ({}, False),
        ({"than_usual": -1}, False),
    ],
)
def test_a_good_day_is_clearly_below_usual_and_nowhere_above_it(
    facts: dict[str, int], *, good: bool
) -> None:
    assert plan(usual_fatigue=50).morning(told(1, **facts)).good_day is good


def test_a_good_day_is_said_and_changes_nothing_else() -> None:
    course = plan()
    live(course, STEADY_WEEK)
    good, ordinary = course.morning(calm(9, pain=0)), course.morning(calm(9))
    assert good.good_day
    assert good._replace(good_day=False, pain=40) == ordinary


def test_without_a_usual_no_day_is_called_good() -> None:
    assert plan(usual_pain=None).morning(told(1, pain=0, fatigue=0)).good_day is False


@pytest.mark.parametrize(
    ("lived", "ask"),
    [
        ([calm(9)], False),
        ([told(9, pain=60)], False),  # a warning is no flare
        ([told(9, pain=70)], True),
        ([told(9, pain=70, flare=FlareWord.A_FLARE)], False),
        ([told(9, pain=70, flare=FlareWord.A_HARD_DAY)], False),
        ([told(9, than_usual=2)], True),
        ([told(9, pain=60), told(10, pain=60)], True),
    ],
)
def test_outside_a_watched_rise_numbers_alone_ask_whether_it_is_a_flare(
    lived: list[DayFacts], *, ask: bool
) -> None:
    assert live(plan(), [*STEADY_WEEK, *lived])[-1].ask_flare is ask


def test_a_decision_names_the_numbers_and_the_rule_it_was_made_with() -> None:
    said = plan().morning(calm(1, fatigue=30))
    assert said.policy == "rule-of-two 1 gentle"
    assert said.engine == "1"
    assert said.unit == Unit.MINUTES
    assert (said.pain, said.fatigue) == (40, 30)
    assert plan().morning(told(1)).pain is None
