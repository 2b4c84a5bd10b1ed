"""What was told about safety, gathered from a record: the gate follows the answers alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadystep.core import events as on
from steadystep.core.events import Entry, Event
from steadystep.core.facts import Gate
from steadystep.core.fold import Fold, in_order
from steadystep.core.reasons import RedFlagKind
from steadystep.core.safety import (
    Care,
    ClinicianFirst,
    Modifier,
    PemScreen,
    RedFlagQuestion,
    Told,
    Verdict,
)
from steadystep.core.safety_questions import RED_FLAGS, SafetyQuestion, told_by
from steadystep.core.screening import (
    CORRECTED_WITHIN_HOURS,
    SLIP_MINUTES,
    answer_events,
    answers_of,
    care_of,
    gate_events,
    is_screen_asked,
    pause_events,
    resume_events,
    screening_of,
    verdict_of,
)
from steadystep.core.today import UNDO_HOURS
from tests.core.lives import at, date_of, entry

if TYPE_CHECKING:
    import random

POSITIVE = PemScreen(((2, 2),) * 5, True, False, 14)  # noqa: FBT003 - items 7 and 8
NEGATIVE = PemScreen(((0, 0),) * 5, False, False, 0)  # noqa: FBT003 - items 7 and 8
OPEN = Verdict(Gate.OPEN)
DUE = Verdict(Gate.OPEN, screen_due=True)
PACING = Verdict(Gate.PACING_ONLY)
NOBODY_FIRST: tuple[ClinicianFirst, ...] = ()


def told(number: int, *events: Event, hour: float = 9) -> list[Entry]:
    """Events of a numbered day, a minute apart, each under a key of its own."""
    return [
        replace(entry(number, hour + minute / 60, event), key=f"{number}-{hour}-{minute}")
        for minute, event in enumerate(events)
    ]


def red(question: SafetyQuestion, answer: Told = Told.YES) -> Event:
    return told_by(question, answer)


def all_no(number: int = 1) -> list[Entry]:
    """Eight questions answered no, or none of these."""
    return told(
        number,
        *(red(question, Told.NO) for question in RED_FLAGS),
        on.IllnessNamed(Told.NO),
        on.MalaiseGateTold(Told.NO),
        on.ClinicianFirstTold(()),
        on.ModifiersTold(()),
    )


def verdict(*entries: Entry, day: int = 999) -> Verdict:
    return verdict_of([*all_no(), *entries], date_of(day))


# Red flags ------------------------------------------------------------------------------------


def test_eight_times_no_opens_a_plan() -> None:
    assert verdict() == OPEN


def test_an_empty_record_opens_none() -> None:
    assert verdict_of([], date_of(1)) == Verdict(Gate.NO_PLAN)


@pytest.mark.parametrize("question", RED_FLAGS)
@pytest.mark.parametrize("answer", [Told.YES, Told.NOT_SURE])
def test_a_red_flag_stops_the_plan_whenever_it_is_told(
    question: SafetyQuestion, answer: Told
) -> None:
    flagged = verdict(*told(40, red(question, answer)))

    assert flagged.gate == Gate.RED_FLAG
    assert flagged.how_soon == RED_FLAGS[question][0].how_soon


def test_a_later_no_is_no_all_clear() -> None:
    heart = SafetyQuestion.HEART
    flagged = verdict(*told(40, red(heart)), *told(41, red(heart, Told.NO)))

    assert flagged == Verdict(Gate.RED_FLAG, RedFlagKind.EMERGENCY)


def test_an_all_clear_lifts_what_was_raised_before_it() -> None:
    calf = told(40, red(SafetyQuestion.TODAY), on.AllClearTold("Dr Stein"))

    assert verdict(*calf) == OPEN


def test_what_is_raised_after_an_all_clear_stands() -> None:
    again = told(40, red(SafetyQuestion.TODAY), on.AllClearTold(), red(SafetyQuestion.TODAY))

    assert verdict(*again).gate == Gate.RED_FLAG


def test_an_all_clear_answers_no_question_that_was_not_asked() -> None:
    first = told(1, red(SafetyQuestion.HEART), on.AllClearTold())

    assert verdict_of(first, date_of(1)) == Verdict(Gate.NO_PLAN)


def test_what_is_told_tomorrow_says_nothing_today() -> None:
    assert verdict(*told(40, red(SafetyQuestion.HEART)), day=39) == OPEN


def test_an_answer_that_was_taken_back_counts_no_more() -> None:
    flag = told(40, red(SafetyQuestion.HEART))

    assert verdict(*flag, entry(40, 10, on.TakenBack(flag[0].key))) == OPEN


def test_the_last_answer_to_each_question_is_remembered() -> None:
    again = told(2, red(SafetyQuestion.STROKE), on.AllClearTold())

    answers = answers_of([*all_no(), *again])
    assert set(answers) == set(SafetyQuestion)
    assert answers[SafetyQuestion.STROKE] == red(SafetyQuestion.STROKE)
    assert answers[SafetyQuestion.HEART] == red(SafetyQuestion.HEART, Told.NO)


# Malaise --------------------------------------------------------------------------------------


@pytest.mark.parametrize("answer", [Told.YES, Told.NOT_SURE])
def test_the_gate_question_asks_for_the_screen_and_the_screen_decides(answer: Told) -> None:
    asked = told(2, on.MalaiseGateTold(answer))

    assert verdict(*asked) == DUE
    assert verdict(*asked, *told(3, on.MalaiseScreenTold(NEGATIVE))) == OPEN
    assert verdict(*asked, *told(3, on.MalaiseScreenTold(POSITIVE))) == PACING


def test_not_sure_whether_an_illness_was_named_asks_for_the_screen_too() -> None:
    unsure = told(2, on.IllnessNamed(Told.NOT_SURE))

    assert verdict(*unsure) == DUE
    assert verdict(*unsure, *told(3, on.MalaiseScreenTold(NEGATIVE))) == OPEN
    assert verdict(*unsure, *told(3, on.IllnessNamed(Told.NO))) == OPEN


def test_a_no_to_the_gate_question_takes_the_place_of_a_yes() -> None:
    assert verdict(*told(2, on.MalaiseGateTold(Told.YES), on.MalaiseGateTold(Told.NO))) == OPEN


def test_a_new_yes_after_a_negative_screen_asks_for_it_again() -> None:
    screened = told(2, on.MalaiseGateTold(Told.YES), on.MalaiseScreenTold(NEGATIVE))

    assert verdict(*screened, *told(90, on.MalaiseGateTold(Told.YES))) == DUE


def test_a_named_illness_outlasts_a_later_no_and_leaves_by_a_clinicians_word() -> None:
    named = told(2, on.IllnessNamed(Told.YES))
    word = told(9, on.ClinicianWordNoted(on.WordOn.MALAISE, "Dr Stein", date_of(8)))

    assert verdict(*named, *told(5, on.IllnessNamed(Told.NO))) == PACING
    assert verdict(*named, *word) == OPEN
    assert verdict(*named, *word, *told(10, on.IllnessNamed(Told.YES))) == OPEN


def test_a_word_from_before_the_illness_was_named_says_nothing_about_it() -> None:
    word = told(2, on.ClinicianWordNoted(on.WordOn.MALAISE, "Dr Stein", date_of(2)))

    assert verdict(*word, *told(9, on.IllnessNamed(Told.YES))) == PACING


def test_a_positive_screen_after_a_word_stands_by_itself() -> None:
    word = told(2, on.ClinicianWordNoted(on.WordOn.MALAISE, "Dr Stein", date_of(2)))

    assert verdict(*word, *told(9, on.MalaiseScreenTold(POSITIVE))) == PACING


@pytest.mark.parametrize(
    ("days", "expected"),
    [((40,), PACING), ((40, 67), PACING), ((40, 68), OPEN), ((40, 50, 68, 80), OPEN)],
)
def test_two_negative_screens_28_days_apart_open_the_way_out(
    days: tuple[int, ...], expected: Verdict
) -> None:
    screens = [one for day in days for one in told(day, on.MalaiseScreenTold(NEGATIVE))]

    assert verdict(*told(2, on.MalaiseScreenTold(POSITIVE)), *screens) == expected


def test_negative_screens_from_before_a_positive_one_open_nothing() -> None:
    screens = [one for day in (2, 40) for one in told(day, on.MalaiseScreenTold(NEGATIVE))]

    assert verdict(*screens, *told(50, on.MalaiseScreenTold(POSITIVE))) == PACING


def test_under_pacing_a_yes_to_the_gate_question_changes_nothing() -> None:
    screened = told(2, on.MalaiseScreenTold(POSITIVE), on.MalaiseGateTold(Told.YES))

    assert verdict(*screened) == PACING


def test_a_word_noted_for_a_day_that_has_not_come_says_nothing_yet() -> None:
    word = on.ClinicianWordNoted(on.WordOn.MALAISE, "Dr Stein", date_of(4))

    assert verdict(*told(2, on.IllnessNamed(Told.YES)), *told(3, word)) == PACING


# The pattern in the record --------------------------------------------------------------------


def long_flare(number: int) -> Event:
    """A flare of three days, foggy and a day after moving."""
    return on.LongFlareTold(date_of(number), 72, flu_like_or_foggy=True, a_day_or_more_after=True)


def test_two_long_flares_make_the_screen_due_until_it_is_answered() -> None:
    flares = [*told(14, long_flare(10)), *told(24, long_flare(20))]

    assert verdict(*flares) == DUE
    assert verdict(*flares, *told(25, on.MalaiseScreenTold(NEGATIVE))) == OPEN


def test_a_long_flare_told_after_the_screen_makes_a_pattern_with_one_before_it() -> None:
    before = [*told(14, long_flare(10)), *told(15, on.MalaiseScreenTold(NEGATIVE))]

    assert verdict(*before) == OPEN
    assert verdict(*before, *told(24, long_flare(20))) == DUE
    assert verdict(*before, *told(60, long_flare(50))) == OPEN


def test_an_old_pattern_that_was_screened_is_not_found_again_by_a_far_flare() -> None:
    flares = [*told(14, long_flare(10)), *told(24, long_flare(20))]
    screened = [*flares, *told(25, on.MalaiseScreenTold(NEGATIVE))]

    assert verdict(*screened, *told(80, long_flare(75))) == OPEN


# When the screen is asked ---------------------------------------------------------------------


def is_asked(day: int, *entries: Entry) -> bool:
    return is_screen_asked([*all_no(), *entries], date_of(day))


def test_after_a_yes_the_screen_is_asked_each_day_until_it_is_answered() -> None:
    yes = told(2, on.MalaiseGateTold(Told.YES))

    assert not is_asked(2)
    assert [is_asked(day, *yes) for day in (2, 3, 30)] == [True, True, True]
    assert not is_asked(31, *yes, *told(30, on.MalaiseScreenTold(NEGATIVE)))


def test_after_not_sure_it_is_asked_that_day_and_again_after_two_weeks() -> None:
    unsure = told(2, on.MalaiseGateTold(Told.NOT_SURE))

    asked = [is_asked(day, *unsure) for day in (2, 3, 15, 16, 17)]
    assert asked == [True, False, False, True, True]


def test_behind_a_red_flag_the_screen_is_not_asked() -> None:
    flagged = told(2, on.MalaiseGateTold(Told.YES), red(SafetyQuestion.HEART))

    assert not is_asked(2, *flagged)


# A clinician first ----------------------------------------------------------------------------


def test_a_clinicians_word_opens_what_was_told_before_it_and_nothing_later() -> None:
    pregnant = told(2, on.ClinicianFirstTold((ClinicianFirst.PREGNANCY,)))
    word = told(3, on.ClinicianWordNoted(on.WordOn.PLAN, "Midwife", date_of(3)))
    both = (ClinicianFirst.PREGNANCY, ClinicianFirst.HEART_LUNG_KIDNEY)

    assert verdict(*pregnant) == Verdict(Gate.CLINICIAN_FIRST)
    assert verdict(*pregnant, *word) == OPEN
    assert verdict(*pregnant, *word, *told(4, on.ClinicianFirstTold(both[:1]))) == OPEN
    later = told(4, on.ClinicianFirstTold(both))
    assert verdict(*pregnant, *word, *later) == Verdict(Gate.CLINICIAN_FIRST)


def test_what_no_longer_fits_is_no_longer_asked_about() -> None:
    was = told(2, on.ClinicianFirstTold((ClinicianFirst.RECENT_SURGERY,)))

    assert verdict(*was, *told(90, on.ClinicianFirstTold(NOBODY_FIRST))) == OPEN


# Care -----------------------------------------------------------------------------------------


def test_the_last_answer_says_what_to_take_care_of() -> None:
    heart = told(2, on.ModifiersTold((Modifier.HEART_MEDICINE,)))

    assert care_of([]) == Care()
    assert care_of(heart) == Care(ignore_heart=True)
    assert care_of([*heart, *told(3, on.ModifiersTold(()))]) == Care()


# What a door writes ---------------------------------------------------------------------------


def answer(
    entries: list[Entry], number: int, event: Event, *, hour: float = 9, key: str = ""
) -> list[Entry]:
    """Tell a safety answer as a door does: append what comes back."""
    moment = at(number, hour)
    events = answer_events(entries, event, moment)
    return [
        *entries,
        *(
            Entry("her", moment, moment, one, key=f"{key or moment.isoformat()}.{place}")
            for place, one in enumerate(events)
        ),
    ]


def in_force(entries: list[Entry]) -> tuple[Gate, RedFlagKind, bool]:
    """The gate as the rule will read it."""
    fold = Fold()
    fold.standing_before(in_order(entries))
    return fold.standing.gate, fold.standing.how_soon, fold.standing.screen_due


def test_the_gate_follows_each_answer() -> None:
    record = answer([], 1, red(SafetyQuestion.HEART, Told.NO), hour=8)
    assert in_force(record)[0] == Gate.NO_PLAN

    for place, one in enumerate(all_no()[1:]):
        record = answer(record, 1, one.event, hour=9 + place / 60)
    assert in_force(record) == (Gate.OPEN, RedFlagKind.CLINICIAN, False)

    record = answer(record, 2, red(SafetyQuestion.TODAY))
    assert in_force(record) == (Gate.RED_FLAG, RedFlagKind.URGENT, False)

    record = answer(record, 3, on.AllClearTold())
    assert in_force(record) == (Gate.OPEN, RedFlagKind.CLINICIAN, False)

    record = answer(record, 4, on.MalaiseGateTold(Told.NOT_SURE))
    assert in_force(record) == (Gate.OPEN, RedFlagKind.CLINICIAN, True)

    record = answer(record, 5, on.MalaiseScreenTold(NEGATIVE))
    assert in_force(record) == (Gate.OPEN, RedFlagKind.CLINICIAN, False)


def test_where_the_gate_follows_already_nothing_is_written() -> None:
    record = answer(all_no(), 2, on.ModifiersTold((Modifier.SEDATIVES,)))

    assert gate_events(record, date_of(2)) == []
    assert answer_events(record, on.ModifiersTold(()), at(3, 9)) == [on.ModifiersTold(())]


def test_a_more_pressing_flag_is_written_over_another() -> None:
    record = answer(all_no(), 2, red(SafetyQuestion.CLINICIAN))
    record = answer(record, 2, red(SafetyQuestion.STROKE), hour=10)

    assert in_force(record) == (Gate.RED_FLAG, RedFlagKind.EMERGENCY, False)


def test_a_slip_of_the_finger_is_taken_back_within_minutes_and_not_later() -> None:
    heart = SafetyQuestion.HEART
    flagged = answer(all_no(), 2, red(heart), hour=9)
    at_once = answer(flagged, 2, red(heart, Told.NO), hour=9 + SLIP_MINUTES / 60)
    later = answer(flagged, 2, red(heart, Told.NO), hour=9 + (SLIP_MINUTES + 1) / 60)

    assert in_force(at_once)[0] == Gate.OPEN
    assert in_force(later)[0] == Gate.RED_FLAG


def test_a_slip_on_one_question_is_not_corrected_on_another() -> None:
    flagged = answer(all_no(), 2, red(SafetyQuestion.HEART), hour=9)
    other = answer(flagged, 2, red(SafetyQuestion.STROKE, Told.NO), hour=9.05)

    assert in_force(other)[0] == Gate.RED_FLAG


def test_telling_a_red_flag_twice_does_not_make_it_easier_to_take_back() -> None:
    heart = SafetyQuestion.HEART
    record = answer(all_no(), 2, red(heart), hour=9)
    record = answer(record, 2, red(heart), hour=9.15)
    record = answer(record, 2, red(heart, Told.NO), hour=9.3)

    assert in_force(record)[0] == Gate.RED_FLAG


def test_a_clock_put_back_takes_no_flag_back() -> None:
    flagged = answer(all_no(), 2, red(SafetyQuestion.HEART), hour=9)

    assert in_force(answer(flagged, 2, red(SafetyQuestion.HEART, Told.NO), hour=8.9))[0] == (
        Gate.RED_FLAG
    )


def test_a_named_illness_or_a_screen_can_be_corrected_for_a_day() -> None:
    for wrong, right in (
        (on.IllnessNamed(Told.YES), on.IllnessNamed(Told.NO)),
        (on.MalaiseScreenTold(POSITIVE), on.MalaiseScreenTold(NEGATIVE)),
    ):
        record = answer(all_no(), 2, wrong, hour=9)
        assert in_force(record)[0] == Gate.PACING_ONLY
        assert in_force(answer(record, 3, right, hour=8.9))[0] == Gate.OPEN
        assert in_force(answer(record, 3, right, hour=9.1))[0] == Gate.PACING_ONLY


def test_yes_that_turns_into_not_sure_asks_for_the_screen() -> None:
    record = answer(all_no(), 2, on.IllnessNamed(Told.YES), hour=9)
    record = answer(record, 2, on.IllnessNamed(Told.NOT_SURE), hour=10)

    assert in_force(record) == (Gate.OPEN, RedFlagKind.CLINICIAN, True)


def test_an_answer_without_a_key_cannot_be_taken_back() -> None:
    flagged = [*all_no(), entry(2, 9, red(SafetyQuestion.HEART))]

    assert answer_events(flagged, red(SafetyQuestion.HEART, Told.NO), at(2, 9.05)) == [
        red(SafetyQuestion.HEART, Told.NO),
        on.GateSet(Gate.RED_FLAG, RedFlagKind.EMERGENCY),
    ]


def test_an_answer_is_corrected_for_as_long_as_any_word_can_be_undone() -> None:
    assert CORRECTED_WITHIN_HOURS == UNDO_HOURS


# Pause and resume -----------------------------------------------------------------------------


def paused(number: int = 2) -> list[Entry]:
    record = answer(all_no(), 1, on.ModifiersTold(()), hour=12)
    return [*record, *told(number, *pause_events(record, date_of(number)))]


def resumed(record: list[Entry], number: int) -> list[Entry]:
    return [*record, *told(number, *resume_events(record, date_of(number)))]


def test_a_pause_stays_until_it_is_resumed() -> None:
    record = answer(paused(), 3, on.IllnessNamed(Told.YES))
    assert in_force(record)[0] == Gate.PAUSED
    assert pause_events(record, date_of(4)) == []

    assert in_force(resumed(record, 4))[0] == Gate.PACING_ONLY
    assert in_force(resumed(paused(), 4))[0] == Gate.OPEN


def test_a_red_flag_is_before_a_pause_and_the_pause_comes_after_it_again() -> None:
    record = answer(paused(), 3, red(SafetyQuestion.HEART))
    assert in_force(record)[0] == Gate.RED_FLAG
    assert resume_events(record, date_of(3)) == []
    assert pause_events(record, date_of(3)) == []

    record = answer(record, 4, on.AllClearTold())
    assert in_force(record)[0] == Gate.PAUSED
    assert in_force(resumed(record, 5))[0] == Gate.OPEN


def test_resuming_brings_a_screen_that_became_due_meanwhile() -> None:
    record = paused()
    record = [*record, *told(3, on.MalaiseGateTold(Told.YES))]

    assert resume_events(record, date_of(3)) == [on.GateSet(Gate.OPEN), on.ScreenAsked(due=True)]


def test_resuming_what_is_not_paused_writes_nothing() -> None:
    record = answer(all_no(), 1, on.ModifiersTold(()), hour=12)

    assert resume_events(record, date_of(2)) == []


# Laws -----------------------------------------------------------------------------------------

YES_OR_NO = [one for one in SafetyQuestion if one <= SafetyQuestion.MALAISE]
ANSWERS: st.SearchStrategy[Event] = st.one_of(
    st.builds(told_by, st.sampled_from(YES_OR_NO), st.sampled_from(Told)),
    st.builds(on.AllClearTold),
    st.builds(on.MalaiseScreenTold, st.sampled_from((POSITIVE, NEGATIVE))),
    st.sets(st.sampled_from(ClinicianFirst), max_size=2).map(
        lambda kinds: on.ClinicianFirstTold(tuple(sorted(kinds)))
    ),
    st.builds(on.ClinicianWordNoted, st.sampled_from(on.WordOn), st.just("x"), st.just(date_of(1))),
    st.integers(1, 60).map(long_flare),
)
RECORDS = st.lists(st.tuples(st.integers(1, 60), ANSWERS), max_size=12).map(
    lambda told_on: [
        replace(entry(number, 9 + place / 60, event), key=f"{number}.{place}")
        for place, (number, event) in enumerate(sorted(told_on, key=lambda one: one[0]))
    ]
)


@given(RECORDS, st.sampled_from(list(RED_FLAGS)), st.sampled_from((Told.YES, Told.NOT_SURE)))
def test_law_a_red_flag_never_opens_until_the_all_clear(
    record: list[Entry], question: SafetyQuestion, word: Told
) -> None:
    """Whatever was told before it, and whatever is told after it that is no all-clear."""
    flag = told(61, red(question, word))
    after = [one for one in record if not isinstance(one.event, on.AllClearTold)]
    moved = [replace(one, at=one.at + timedelta(days=90), key=f"late {one.key}") for one in after]

    assert verdict_of([*record, *flag, *moved], date_of(999)).gate == Gate.RED_FLAG
    assert verdict_of([*record, *flag, *told(62, on.AllClearTold())], date_of(999)).gate != (
        Gate.RED_FLAG
    )


@given(RECORDS)
def test_law_under_18_there_is_never_a_plan(record: list[Entry]) -> None:
    young = told(61, on.ClinicianFirstTold((ClinicianFirst.UNDER_18,)))
    word = told(62, on.ClinicianWordNoted(on.WordOn.PLAN, "x", date_of(1)))

    assert verdict_of([*all_no(), *record, *young, *word], date_of(999)).gate != Gate.OPEN


@given(RECORDS)
def test_law_a_named_illness_never_opens_without_a_word(record: list[Entry]) -> None:
    named = told(61, on.IllnessNamed(Told.YES))
    silent = [one for one in record if not isinstance(one.event, on.ClinicianWordNoted)]

    assert verdict_of([*all_no(), *silent, *named], date_of(999)).gate != Gate.OPEN


@given(RECORDS, st.randoms(use_true_random=False))
def test_law_the_order_of_arrival_does_not_matter(
    record: list[Entry], chance: random.Random
) -> None:
    shuffled = list(record)
    chance.shuffle(shuffled)

    assert screening_of(shuffled) == screening_of(record)
    assert gate_events(shuffled, date_of(61)) == gate_events(record, date_of(61))


@given(RECORDS)
def test_law_a_question_that_was_not_asked_keeps_a_plan_shut(record: list[Entry]) -> None:
    unasked = RedFlagQuestion.CHEST
    without = [
        one
        for one in record
        if not (isinstance(one.event, on.RedFlagsTold) and unasked in one.event.asked)
    ]

    assert verdict_of(without, date_of(999)).gate != Gate.OPEN


@given(RECORDS)
def test_law_told_answer_by_answer_the_gate_in_force_is_the_verdict(record: list[Entry]) -> None:
    written = all_no()
    for one in record:
        written = answer(written, 100 + len(written), one.event)
    today = date_of(999)
    verdict_now = verdict_of(written, today)

    if record:
        assert in_force(written)[0] == verdict_now.gate
    if record and verdict_now.gate == Gate.OPEN:
        assert in_force(written)[2] is verdict_now.screen_due
