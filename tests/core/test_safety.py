"""What comes before any plan: whom to turn to, and that nothing opens by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadystep.core.facts import Gate
from steadystep.core.reasons import RedFlagKind
from steadystep.core.safety import (
    Care,
    ClinicianFirst,
    LongFlare,
    Modifier,
    PemScreen,
    RedFlagQuestion,
    Screening,
    Told,
    Verdict,
    ask_again_on,
    care_for,
    is_pacing_only,
    may_there_be_a_plan,
    red_flag,
    suspects_malaise,
)
from tests.core.lives import date_of

ALL_CLEAR = dict.fromkeys(RedFlagQuestion, Told.NO)
NOTHING = Screening(red_flags=ALL_CLEAR)
OFTEN_AND_STRONG = ((2, 2), (0, 0), (0, 0), (0, 0), (0, 0))
POSITIVE = PemScreen(OFTEN_AND_STRONG, True, False, 14)  # noqa: FBT003 - items 7 and 8
NEGATIVE = PemScreen(((0, 0),) * 5, False, False, 0)  # noqa: FBT003 - items 7 and 8
SCORES = st.tuples(st.integers(0, 4), st.integers(0, 4))
SCREENS = st.builds(
    PemScreen,
    st.tuples(*[SCORES] * 5),
    st.booleans(),
    st.booleans(),
    st.sampled_from((0, 2, 4, 11, 14, 24)),
)
SCREENINGS = st.builds(
    Screening,
    red_flags=st.dictionaries(st.sampled_from(RedFlagQuestion), st.sampled_from(Told)),
    cleared=st.booleans(),
    illness_named=st.booleans(),
    malaise_gate=st.sampled_from(Told),
    screen=st.none() | SCREENS,
    negative_screens=st.lists(st.integers(1, 60).map(date_of), max_size=3).map(tuple),
    word_on_malaise=st.none() | st.just(date_of(1)),
    word_on_plan=st.none() | st.just(date_of(1)),
    clinician_first=st.sets(st.sampled_from(ClinicianFirst)).map(tuple),
    pattern=st.booleans(),
)


# Red flags ------------------------------------------------------------------------------------

HOW_SOON = {
    RedFlagQuestion.CHEST: RedFlagKind.EMERGENCY,
    RedFlagQuestion.STROKE: RedFlagKind.EMERGENCY,
    RedFlagQuestion.NERVES: RedFlagKind.URGENT,
    RedFlagQuestion.CALF: RedFlagKind.URGENT,
    RedFlagQuestion.MUSCLE: RedFlagKind.URGENT,
    RedFlagQuestion.ILLNESS: RedFlagKind.CLINICIAN,
    RedFlagQuestion.JOINTS: RedFlagKind.CLINICIAN,
    RedFlagQuestion.UNLIKE: RedFlagKind.CLINICIAN,
}
PRESSING = [RedFlagKind.EMERGENCY, RedFlagKind.URGENT, RedFlagKind.CLINICIAN]


@pytest.mark.parametrize("question", RedFlagQuestion)
@pytest.mark.parametrize("answer", [Told.YES, Told.NOT_SURE])
def test_each_red_flag_stops_the_plan_and_not_sure_counts_as_yes(
    question: RedFlagQuestion, answer: Told
) -> None:
    told = replace(NOTHING, red_flags=ALL_CLEAR | {question: answer})
    assert may_there_be_a_plan(told) == Verdict(Gate.RED_FLAG, HOW_SOON[question])


@pytest.mark.parametrize("pair", list(combinations(RedFlagQuestion, 2)))
def test_of_several_red_flags_the_most_pressing_one_says_how_soon(
    pair: tuple[RedFlagQuestion, RedFlagQuestion],
) -> None:
    soonest = min((HOW_SOON[one] for one in pair), key=PRESSING.index)
    assert red_flag(ALL_CLEAR | dict.fromkeys(pair, Told.YES)) == soonest


def test_eight_times_no_is_no_red_flag() -> None:
    assert red_flag(ALL_CLEAR) is None
    assert may_there_be_a_plan(NOTHING) == Verdict(Gate.OPEN)


def test_an_answered_all_clear_lifts_a_red_flag_and_nothing_behind_it() -> None:
    cleared = replace(NOTHING, red_flags={RedFlagQuestion.CALF: Told.YES}, cleared=True)
    assert may_there_be_a_plan(cleared) == Verdict(Gate.OPEN)
    assert may_there_be_a_plan(replace(cleared, illness_named=True)).gate == Gate.PACING_ONLY


# The malaise screen ---------------------------------------------------------------------------


def test_a_screen_is_positive_from_about_half_the_time_and_moderate_on_one_item() -> None:
    assert POSITIVE.positive
    for item in range(5):
        items = tuple((2, 2) if at == item else (0, 0) for at in range(5))
        assert replace(POSITIVE, items=items).positive


def test_often_on_one_item_and_strong_on_another_are_not_one_symptom() -> None:
    items = ((4, 1), (1, 4), (0, 4), (4, 0), (1, 1))
    assert not replace(POSITIVE, items=items).positive


@pytest.mark.parametrize(
    ("hours", "positive"), [(0, False), (2, False), (4, False), (11, False), (14, True), (24, True)]
)
def test_item_9_counts_from_the_band_of_14_to_23_hours_and_not_from_11_to_13(
    hours: int, *, positive: bool
) -> None:
    assert replace(POSITIVE, hours=hours).positive is positive


def test_worse_after_mental_effort_counts_like_worse_after_moving() -> None:
    neither = replace(POSITIVE, worse_after_minimal_effort=False)
    assert not neither.positive
    assert replace(neither, worse_after_mental_effort=True).positive


def test_the_first_step_alone_is_not_positive() -> None:
    """Many people with fibromyalgia are tired the next day, and that is another thing."""
    everything = PemScreen(((4, 4),) * 5, False, False, 24)  # noqa: FBT003 - items 7 and 8
    assert not everything.positive
    assert may_there_be_a_plan(replace(NOTHING, screen=everything)) == Verdict(Gate.OPEN)


def test_the_second_step_alone_is_not_positive() -> None:
    assert not replace(POSITIVE, items=((1, 4),) * 5).positive


@pytest.mark.parametrize(
    "items",
    [((2, 2),) * 4, ((2, 2),) * 6, (), ((5, 2),) * 5, ((2, -1),) * 5],
)
def test_a_screen_that_was_not_fully_answered_is_refused(
    items: tuple[tuple[int, int], ...],
) -> None:
    with pytest.raises(ValueError, match="five items"):
        replace(NEGATIVE, items=items)


@given(SCREENS, st.integers(0, 4))
def test_a_symptom_that_is_more_frequent_and_stronger_never_makes_a_screen_negative(
    screen: PemScreen, item: int
) -> None:
    items = tuple((4, 4) if at == item else one for at, one in enumerate(screen.items))
    assert screen.positive <= replace(screen, items=items).positive


# Pacing only, and the ways out ----------------------------------------------------------------


def test_a_named_illness_leaves_pacing_by_a_clinicians_word_and_by_nothing_else() -> None:
    named = replace(NOTHING, illness_named=True)
    years_of_no = tuple(date_of(number) for number in (1, 100, 900))
    assert is_pacing_only(named)
    assert is_pacing_only(replace(named, screen=NEGATIVE, negative_screens=years_of_no))
    assert not is_pacing_only(replace(named, word_on_malaise=date_of(1)))


@pytest.mark.parametrize(
    ("days", "pacing"),
    [((), True), ((1,), True), ((1, 28), True), ((1, 29), False), ((29, 1), False),
     ((1, 15, 29), False), ((1, 2, 3), True)],
)  # fmt: skip
def test_a_positive_screen_leaves_by_two_negative_screens_28_days_apart(
    days: tuple[int, ...], *, pacing: bool
) -> None:
    screened = replace(
        NOTHING, screen=POSITIVE, negative_screens=tuple(date_of(number) for number in days)
    )
    assert is_pacing_only(screened) is pacing


def test_a_positive_screen_leaves_by_a_clinicians_word_too() -> None:
    screened = replace(NOTHING, screen=POSITIVE)
    assert may_there_be_a_plan(screened) == Verdict(Gate.PACING_ONLY)
    assert may_there_be_a_plan(replace(screened, word_on_malaise=date_of(1))).gate == Gate.OPEN


@pytest.mark.parametrize("gate", [Told.YES, Told.NOT_SURE])
def test_yes_or_not_sure_on_the_malaise_question_freezes_offers_until_the_screen(
    gate: Told,
) -> None:
    told = replace(NOTHING, malaise_gate=gate)
    assert may_there_be_a_plan(told) == Verdict(Gate.OPEN, screen_due=True)
    assert may_there_be_a_plan(replace(told, screen=NEGATIVE)) == Verdict(Gate.OPEN)
    assert may_there_be_a_plan(replace(told, screen=POSITIVE)) == Verdict(Gate.PACING_ONLY)


# A pattern in the record ----------------------------------------------------------------------


def long_flare(
    day: int, hours: int = 49, *, foggy: bool = True, day_after: bool = True
) -> LongFlare:
    """A flare of more than two days that the person confirmed on both counts."""
    return LongFlare(date_of(day), hours, foggy, day_after)


def test_two_confirmed_long_flares_within_28_days_ask_the_screen_again() -> None:
    assert suspects_malaise([long_flare(1), long_flare(28)])
    assert suspects_malaise([long_flare(28), long_flare(1)])
    assert not suspects_malaise([long_flare(1), long_flare(29)])
    assert not suspects_malaise([long_flare(1)])
    assert not suspects_malaise([])


@pytest.mark.parametrize(
    "other",
    [
        long_flare(10, hours=48),
        long_flare(10, foggy=False),
        long_flare(10, day_after=False),
    ],
)
def test_a_short_or_unconfirmed_flare_is_no_part_of_a_pattern(other: LongFlare) -> None:
    assert not suspects_malaise([long_flare(1), other])
    assert suspects_malaise([long_flare(1), other, long_flare(20)])


def test_neighbours_make_a_pattern_wherever_they_lie() -> None:
    assert suspects_malaise([long_flare(1), long_flare(40), long_flare(80), long_flare(90)])


def test_a_word_on_one_thing_opens_no_other() -> None:
    """A word about a pregnancy says nothing of malaise, nor the other way round."""
    both = replace(NOTHING, illness_named=True, clinician_first=(ClinicianFirst.PREGNANCY,))
    assert may_there_be_a_plan(replace(both, word_on_plan=date_of(1))).gate == Gate.PACING_ONLY
    malaise_only = replace(both, word_on_malaise=date_of(1))
    assert may_there_be_a_plan(malaise_only).gate == Gate.CLINICIAN_FIRST


def test_an_unsure_screen_is_asked_again_after_two_weeks() -> None:
    assert ask_again_on(date_of(1)) == date_of(15)


@given(SCREENINGS)
def test_a_pattern_never_decides_by_itself(told: Screening) -> None:
    without = may_there_be_a_plan(replace(told, pattern=False))
    with_one = may_there_be_a_plan(replace(told, pattern=True))
    assert with_one.gate == without.gate
    assert with_one.how_soon == without.how_soon
    assert with_one.screen_due is (with_one.gate == Gate.OPEN)


# A clinician first ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "reason", [one for one in ClinicianFirst if one != ClinicianFirst.UNDER_18]
)
def test_a_clinicians_word_opens_the_plan(reason: ClinicianFirst) -> None:
    told = replace(NOTHING, clinician_first=(reason,))
    assert may_there_be_a_plan(told) == Verdict(Gate.CLINICIAN_FIRST)
    assert may_there_be_a_plan(replace(told, word_on_plan=date_of(1))) == Verdict(Gate.OPEN)


@given(SCREENINGS)
def test_under_18_there_is_no_plan_whatever_was_noted(told: Screening) -> None:
    young = replace(told, clinician_first=(*told.clinician_first, ClinicianFirst.UNDER_18))
    assert may_there_be_a_plan(young).gate != Gate.OPEN


@given(SCREENINGS)
def test_question_a_is_asked_in_its_order(told: Screening) -> None:
    """Red flag before malaise before a clinician's word; a verdict says how soon for a flag."""
    verdict = may_there_be_a_plan(told)
    flagged = red_flag(told.red_flags) is not None and not told.cleared
    assert (verdict.gate == Gate.RED_FLAG) is flagged
    assert (verdict.how_soon is not None) is flagged
    if verdict.gate == Gate.CLINICIAN_FIRST:
        assert not is_pacing_only(told)


@given(SCREENINGS)
def test_a_worse_answer_to_any_safety_question_never_opens_a_plan(told: Screening) -> None:
    if may_there_be_a_plan(told).gate == Gate.OPEN:
        return
    worse = replace(
        told,
        illness_named=True,
        red_flags={**told.red_flags, RedFlagQuestion.CHEST: Told.YES},
        cleared=told.cleared and not told.red_flags,
        clinician_first=tuple(ClinicianFirst),
    )
    assert may_there_be_a_plan(worse).gate != Gate.OPEN


@given(SCREENINGS, st.sampled_from(RedFlagQuestion))
def test_no_plan_begins_before_every_red_flag_question_is_answered(
    told: Screening, question: RedFlagQuestion
) -> None:
    """Unless an all-clear was answered since."""
    unasked = {one: answer for one, answer in told.red_flags.items() if one != question}
    verdict = may_there_be_a_plan(replace(told, red_flags=unasked, cleared=False))
    assert verdict.gate != Gate.OPEN


@given(SCREENINGS, st.integers(0, 90))
def test_one_more_negative_screen_never_closes_a_plan(told: Screening, day: int) -> None:
    later = (*told.negative_screens, date_of(1) + timedelta(days=day))
    assert is_pacing_only(replace(told, negative_screens=later)) <= is_pacing_only(told)


# Care -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("modifier", "care"),
    [
        (Modifier.HEART_MEDICINE, Care(ignore_heart=True)),
        (Modifier.ORTHOSTATIC, Care(start_seated=True)),
        (Modifier.HYPERMOBILE, Care(middle_range=True)),
        (Modifier.SEDATIVES, Care(mind_falls=True)),
    ],
)
def test_each_modifier_asks_for_its_own_care(modifier: Modifier, care: Care) -> None:
    assert care_for([modifier]) == care


def test_modifiers_add_up_and_none_asks_for_nothing() -> None:
    assert care_for(list(Modifier)) == Care(
        ignore_heart=True, start_seated=True, middle_range=True, mind_falls=True
    )
    assert care_for([]) == Care()
