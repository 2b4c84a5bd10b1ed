"""The first run: one screen after the other, resumed from whatever was said."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steadystep.core import events as on
from steadystep.core.asks import Ask
from steadystep.core.beginning import (
    ANCHORS,
    BAD_DAY_AMOUNTS,
    BESIDE_SAFETY,
    OWN_UNITS,
    SKIPPED,
    UNIT_OF,
    Beginning,
    Screen,
    begin_events,
    beginning_of,
    start_of,
    usual_events,
)
from steadystep.core.events import Entry, Event
from steadystep.core.facts import Gate
from steadystep.core.ladder import MOVEMENT
from steadystep.core.malaise_screen import (
    BANDS_HOURS,
    BY_NAME,
    DRAFT,
    PEM_QUESTIONS,
    Draft,
    draft_answer,
    draft_of,
)
from steadystep.core.movements import Movement
from steadystep.core.observations import Symptom, Unit
from steadystep.core.policy import GENTLE
from steadystep.core.safety import ClinicianFirst, Modifier, PemScreen, Told
from steadystep.core.safety_questions import (
    CHOICES,
    RED_FLAGS,
    SafetyQuestion,
    chosen_by,
    question_of,
    told_by,
)
from steadystep.core.screening import verdict_of
from tests.core.lives import at, date_of, entry

WALK = on.MovementChosen(Movement.WALK, Unit.MINUTES)
NEGATIVE = PemScreen(((0, 0),) * 5, False, False, 0)  # noqa: FBT003 - items 7 and 8


USUAL = {Screen.PAIN: Symptom.PAIN, Screen.FATIGUE: Symptom.FATIGUE}


class Run:
    """One person's first run: what is answered is written as a door writes it."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.minute = 0

    def tell(self, *events: Event, minutes: int = 1) -> Run:
        """Answer the screen that is open."""
        self.minute += minutes
        moment = at(1, 9) + timedelta(minutes=self.minute)
        for place, event in enumerate(begin_events(self.entries, events, moment)):
            key = f"{self.minute}.{place}"
            self.entries.append(Entry("her", moment, moment, event, key))
        return self

    def usual(self, pain: int | None, fatigue: int | None) -> Run:
        """Answer the last two screens."""
        self.tell(*usual_events(self.now(), Symptom.PAIN, pain))
        return self.tell(*usual_events(self.now(), Symptom.FATIGUE, fatigue))

    def now(self) -> Beginning:
        return beginning_of(self.entries)

    def screen(self) -> Screen:
        return self.now().screen

    @property
    def plan(self) -> on.PlanStarted:
        (plan,) = (one.event for one in self.entries if isinstance(one.event, on.PlanStarted))
        return plan


def no_to(question: SafetyQuestion) -> Event:
    if question in CHOICES:
        return chosen_by(question, [])
    return told_by(question, Told.NO)


def up_to_safety() -> Run:
    return Run().tell(on.PageSeen(Screen.LANGUAGE)).tell(on.PageSeen(Screen.WHAT))


def after_safety() -> Run:
    run = up_to_safety()
    for question in SafetyQuestion:
        run.tell(no_to(question))
    return run


# The usual way --------------------------------------------------------------------------------


def test_the_first_run_goes_through_six_screens_beside_safety_and_eight_questions() -> None:
    run, seen = Run(), []
    answers: dict[Screen, Event] = {
        Screen.LANGUAGE: on.PageSeen(Screen.LANGUAGE),
        Screen.WHAT: on.PageSeen(Screen.WHAT),
        Screen.MOVEMENT: WALK,
        Screen.BAD_DAY: on.BadDayTold(50),
        Screen.START: on.PageSeen(Screen.START),
    }
    while not run.now().is_over:
        now = run.now()
        seen.append(now.screen)
        if now.screen in USUAL:
            run.tell(*usual_events(now, USUAL[now.screen], 40))
        else:
            run.tell(no_to(now.question) if now.question else answers[now.screen])

    assert seen == [
        *BESIDE_SAFETY[:2],
        *[Screen.SAFETY] * 8,
        *BESIDE_SAFETY[2:4],
        Screen.START,
        *USUAL,
    ]
    assert len(BESIDE_SAFETY) <= 6
    assert len(SafetyQuestion) <= 8
    assert run.plan == on.PlanStarted(
        unit=Unit.MINUTES,
        start=25,
        new_movement=True,
        resistance=False,
        ignore_heart=False,
        usual_pain=40,
        usual_fatigue=40,
        movement=Movement.WALK,
    )
    assert verdict_of(run.entries, date_of(1)).gate == Gate.OPEN


def test_an_empty_record_begins_with_the_language() -> None:
    assert beginning_of([]) == Beginning()
    assert not beginning_of([]).is_over


def test_a_record_with_a_plan_is_not_asked_again() -> None:
    assert beginning_of([entry(1, 9, on.PlanStarted(unit=Unit.REPS, start=20))]).is_over


def test_safety_questions_come_one_by_one_and_are_remembered() -> None:
    run = up_to_safety()
    assert run.now().question == SafetyQuestion.HEART

    run.tell(no_to(SafetyQuestion.HEART))
    assert run.now().question == SafetyQuestion.STROKE
    assert run.now().answers == {SafetyQuestion.HEART: no_to(SafetyQuestion.HEART)}


def test_the_plan_carries_all_that_was_told() -> None:
    run = up_to_safety()
    for question in SafetyQuestion:
        heart = chosen_by(question, [Modifier.HEART_MEDICINE]) if question == 8 else None
        run.tell(heart or no_to(question))
    run.tell(on.MovementChosen(Movement.RESISTANCE, Unit.REPS)).tell(on.BadDayTold(80))
    chosen = on.MovementChosen(
        Movement.RESISTANCE, Unit.REPS, anchor="after_lunch", new_movement=False
    )
    run.tell(chosen, on.PageSeen(Screen.START)).usual(30, None)

    assert run.plan == on.PlanStarted(
        unit=Unit.REPS,
        start=40,
        new_movement=False,
        resistance=True,
        ignore_heart=True,
        usual_pain=30,
        usual_fatigue=None,
        movement=Movement.RESISTANCE,
        anchor="after_lunch",
    )


def test_all_that_can_be_skipped_gives_the_smallest_walk() -> None:
    run = after_safety().tell(SKIPPED).tell(on.BadDayTold(None))
    run.tell(on.PageSeen(Screen.START)).usual(None, None)

    assert run.now().is_over
    assert (run.plan.movement, run.plan.start) == (Movement.WALK, 5)
    assert (run.plan.usual_pain, run.plan.usual_fatigue) == (None, None)


def test_the_last_answer_sent_twice_begins_one_plan() -> None:
    run = after_safety().tell(WALK).tell(on.BadDayTold(50)).tell(on.PageSeen(Screen.START))
    run.usual(40, 40).usual(40, 40)

    assert run.plan.start == 25


# The first dose -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("unit", "bad_day", "start"),
    [
        (Unit.MINUTES, None, 5),
        (Unit.MINUTES, 0, 5),
        (Unit.MINUTES, 10, 5),
        (Unit.MINUTES, 30, 15),
        (Unit.MINUTES, 50, 25),
        (Unit.MINUTES, 150, 70),
        (Unit.REPS, None, 20),
        (Unit.REPS, 60, 30),
        (Unit.REPS, 150, 70),
    ],
)
def test_the_start_is_half_a_bad_day_on_a_rung(unit: Unit, bad_day: int | None, start: int) -> None:
    assert start_of(unit, bad_day) == start


@pytest.mark.parametrize("unit", BAD_DAY_AMOUNTS)
def test_no_answer_gives_a_start_above_ten(unit: Unit) -> None:
    starts = [start_of(unit, amount) for amount in BAD_DAY_AMOUNTS[unit]]

    assert max(starts) <= GENTLE.start_most
    assert starts == sorted(starts)
    assert set(starts) <= set(MOVEMENT[unit].doses)


def test_the_start_is_known_as_soon_as_a_bad_day_is_told() -> None:
    run = after_safety().tell(WALK)
    assert run.now().start is None

    assert run.tell(on.BadDayTold(50)).now().start == 25


def test_each_movement_is_counted_in_something_a_bad_day_can_be_told_in() -> None:
    assert set(UNIT_OF) == set(Movement) - {Movement.OWN}
    assert {*UNIT_OF.values(), *OWN_UNITS} <= set(BAD_DAY_AMOUNTS)
    assert ANCHORS[0] == SKIPPED.anchor


# Going back -----------------------------------------------------------------------------------


def test_another_movement_asks_anew_what_a_bad_day_allows() -> None:
    run = after_safety().tell(WALK).tell(on.BadDayTold(50)).tell(on.PageSeen(Screen.START))
    assert run.screen() == Screen.PAIN

    run.tell(on.MovementChosen(Movement.RESISTANCE, Unit.REPS))
    assert run.screen() == Screen.BAD_DAY


def test_usual_pain_told_again_leaves_fatigue_as_it_was() -> None:
    run = after_safety().usual(40, 50)

    assert usual_events(run.now(), Symptom.PAIN, 30) == [on.UsualTold(30, 50)]


def test_another_bad_day_shows_its_start_again() -> None:
    run = after_safety().tell(WALK).tell(on.BadDayTold(50)).tell(on.PageSeen(Screen.START))

    assert run.tell(on.BadDayTold(20)).screen() == Screen.START
    assert run.now().start == 10


def test_usual_told_before_is_written_with_the_screen_that_was_missing() -> None:
    """Somebody went back from usual, chose another movement, and answered what it asks."""
    run = after_safety().tell(WALK).usual(40, 40).tell(on.BadDayTold(50))
    assert not run.now().is_over

    assert run.tell(on.PageSeen(Screen.START)).now().is_over


# What stops it --------------------------------------------------------------------------------


@pytest.mark.parametrize("question", RED_FLAGS)
@pytest.mark.parametrize("answer", [Told.YES, Told.NOT_SURE])
def test_a_red_flag_stops_at_once_and_the_all_clear_goes_on(
    question: SafetyQuestion, answer: Told
) -> None:
    run = up_to_safety().tell(told_by(question, answer))
    assert run.screen() == Screen.RED_FLAG

    run.tell(on.AllClearTold())
    assert run.screen() == Screen.SAFETY
    assert run.now().question != question


def test_a_red_flag_told_by_a_slip_goes_on_when_it_is_corrected() -> None:
    run = up_to_safety().tell(told_by(SafetyQuestion.HEART, Told.YES))

    assert run.tell(no_to(SafetyQuestion.HEART)).now().question == SafetyQuestion.STROKE


def test_an_all_clear_as_the_last_thing_missing_begins_the_plan() -> None:
    run = after_safety().tell(WALK).tell(on.BadDayTold(50)).tell(on.PageSeen(Screen.START))
    run.tell(told_by(SafetyQuestion.HEART, Told.YES)).usual(40, 40)
    assert run.screen() == Screen.RED_FLAG

    assert run.tell(on.AllClearTold()).now().is_over


def test_under_18_nothing_goes_on() -> None:
    run = up_to_safety()
    for question in list(SafetyQuestion)[:6]:
        run.tell(no_to(question))
    run.tell(chosen_by(SafetyQuestion.CLINICIAN_FIRST, [ClinicianFirst.UNDER_18]))
    assert run.screen() == Screen.UNDER_18

    run.tell(WALK).tell(on.BadDayTold(50)).tell(on.PageSeen(Screen.START)).usual(40, 40)
    assert run.screen() == Screen.UNDER_18
    assert run.tell(chosen_by(SafetyQuestion.CLINICIAN_FIRST, [])).now().question == 8


def test_a_clinician_first_goes_on_behind_a_closed_gate() -> None:
    run = after_safety()
    run.tell(chosen_by(SafetyQuestion.CLINICIAN_FIRST, [ClinicianFirst.PREGNANCY]))
    run.tell(WALK).tell(on.BadDayTold(20)).tell(on.PageSeen(Screen.START))
    run.usual(None, None)

    assert run.now().is_over
    assert verdict_of(run.entries, date_of(1)).gate == Gate.CLINICIAN_FIRST


# Malaise --------------------------------------------------------------------------------------


def at_the_gate(answer: Told) -> Run:
    run = up_to_safety()
    for question in list(SafetyQuestion)[:5]:
        run.tell(no_to(question))
    return run.tell(told_by(SafetyQuestion.MALAISE, answer))


@pytest.mark.parametrize("answer", [Told.YES, Told.NOT_SURE])
def test_yes_or_not_sure_at_the_gate_asks_the_screen(answer: Told) -> None:
    run = at_the_gate(answer)
    assert run.screen() == Screen.MALAISE

    assert run.tell(on.MalaiseScreenTold(NEGATIVE)).now().question == SafetyQuestion.CLINICIAN_FIRST


def test_the_screen_may_be_left_for_later_and_offers_wait() -> None:
    run = at_the_gate(Told.YES).tell(on.AskSkipped(Ask.EVENING))
    assert run.screen() == Screen.MALAISE

    run.tell(on.AskSkipped(Ask.SCREEN))
    assert run.now().question == SafetyQuestion.CLINICIAN_FIRST
    run.tell(no_to(SafetyQuestion.CLINICIAN_FIRST)).tell(no_to(SafetyQuestion.CARE))
    assert verdict_of(run.entries, date_of(1)).screen_due


def test_a_new_answer_at_the_gate_asks_the_screen_that_was_left() -> None:
    run = at_the_gate(Told.YES).tell(on.AskSkipped(Ask.SCREEN))

    assert run.tell(told_by(SafetyQuestion.MALAISE, Told.NOT_SURE)).screen() == Screen.MALAISE


def test_where_an_illness_was_named_neither_gate_nor_screen_is_asked() -> None:
    run = up_to_safety()
    for question in list(SafetyQuestion)[:4]:
        run.tell(no_to(question))
    run.tell(told_by(SafetyQuestion.ILLNESS, Told.YES))

    assert run.now().question == SafetyQuestion.CLINICIAN_FIRST


def test_not_sure_about_an_illness_asks_the_gate_and_then_the_screen() -> None:
    run = up_to_safety()
    for question in list(SafetyQuestion)[:4]:
        run.tell(no_to(question))
    run.tell(told_by(SafetyQuestion.ILLNESS, Told.NOT_SURE))
    assert run.now().question == SafetyQuestion.MALAISE

    assert run.tell(no_to(SafetyQuestion.MALAISE)).screen() == Screen.MALAISE


# The eight questions --------------------------------------------------------------------------


@pytest.mark.parametrize("question", SafetyQuestion)
def test_an_answer_knows_its_question(question: SafetyQuestion) -> None:
    assert question_of(no_to(question)) == question


def test_other_words_answer_no_question() -> None:
    assert question_of(on.AllClearTold()) is None
    assert question_of(on.RedFlagsTold((), Told.NO)) is None


def test_every_red_flag_every_reason_and_every_modifier_is_asked_about_once() -> None:
    asked = [one for flags in RED_FLAGS.values() for one in flags]

    assert len(asked) == len(set(asked)) == 8
    assert {7: tuple(ClinicianFirst), 8: tuple(Modifier)} == CHOICES


@pytest.mark.parametrize("question", CHOICES)
def test_a_choice_is_no_yes_or_no(question: SafetyQuestion) -> None:
    with pytest.raises(ValueError, match="by choosing"):
        told_by(question, Told.YES)


def test_yes_or_no_is_no_choice() -> None:
    with pytest.raises(ValueError, match="by yes, no"):
        chosen_by(SafetyQuestion.HEART, [])


@pytest.mark.parametrize("question", CHOICES)
def test_what_is_not_among_the_choices_is_refused(question: SafetyQuestion) -> None:
    with pytest.raises(ValueError, match="not among the choices: <script>, moon"):
        chosen_by(question, ["moon", "<script>"])


def test_a_choice_holds_each_kind_once_and_in_order() -> None:
    twice = ["under_18", "pregnancy", "under_18"]

    assert chosen_by(SafetyQuestion.CLINICIAN_FIRST, twice) == on.ClinicianFirstTold(
        (ClinicianFirst.PREGNANCY, ClinicianFirst.UNDER_18)
    )


# The malaise screen, answer by answer ---------------------------------------------------------


def drafted(number: int, answers: dict[str, int], hour: float = 9) -> list[Entry]:
    return [
        entry(number, hour, draft_answer(BY_NAME[name], answer)) for name, answer in answers.items()
    ]


WHOLE = {one.name: one.answers[-1] for one in PEM_QUESTIONS}


def test_the_screen_asks_thirteen_questions() -> None:
    assert len(PEM_QUESTIONS) == 13
    assert Draft().next == PEM_QUESTIONS[0]
    assert Draft().screen is None


def test_a_whole_draft_is_a_screen() -> None:
    draft = draft_of(drafted(1, WHOLE), date_of(1))

    assert draft.next is None
    assert draft.screen == PemScreen(((4, 4),) * 5, False, False, 24)  # noqa: FBT003 - items 7, 8
    yes = draft_of(drafted(1, WHOLE | {"7-yes_or_no": 1, "8-yes_or_no": 1}), date_of(1))
    assert yes.screen == PemScreen(((4, 4),) * 5, True, True, 24)  # noqa: FBT003 - items 7, 8


def test_what_is_there_none_of_the_time_is_not_asked_how_strong_it_is() -> None:
    draft = draft_of(drafted(1, {"1-often": 0}), date_of(1))
    assert draft.next == BY_NAME["2-often"]
    assert draft.before(BY_NAME["2-often"]) == BY_NAME["1-often"]

    never = draft_of(drafted(1, WHOLE | {"1-often": 0}), date_of(1)).screen
    assert never is not None
    assert never.items[0] == (0, 0)


def test_before_the_first_question_there_is_none() -> None:
    assert Draft().before(PEM_QUESTIONS[0]) is None
    assert Draft().before(PEM_QUESTIONS[1]) is None


def test_a_draft_waits_two_weeks_and_is_then_begun_anew() -> None:
    entries = drafted(1, {"1-often": 3})

    assert draft_of(entries, date_of(14)).answers
    assert not draft_of(entries, date_of(15)).answers


def test_after_a_whole_screen_the_next_begins_empty() -> None:
    entries = [*drafted(1, WHOLE), entry(1, 9, on.MalaiseScreenTold(NEGATIVE))]
    assert draft_of(entries, date_of(1)) == Draft()

    again = [*entries, *drafted(1, {"1-often": 2}, hour=10)]
    assert draft_of(again, date_of(1)).answers == {BY_NAME["1-often"]: 2}


def test_the_last_answer_counts_and_one_taken_back_does_not() -> None:
    first, second = drafted(1, {"1-often": 1}, 9)[0], drafted(1, {"1-often": 4}, 10)[0]
    second = replace(second, key="k")

    assert draft_of([second, first], date_of(1)).answers == {BY_NAME["1-often"]: 4}
    gone = [first, second, entry(1, 11, on.TakenBack("k"))]
    assert draft_of(gone, date_of(1)).answers == {BY_NAME["1-often"]: 1}


@pytest.mark.parametrize(
    "odd",
    [
        on.PreferenceSet(DRAFT + "1-often", "5"),
        on.PreferenceSet(DRAFT + "1-often", "x"),
        on.PreferenceSet(DRAFT + "6-yes_or_no", "1"),
        on.PreferenceSet("language", "he"),
        on.CheckedIn(pain=10),
    ],
)
def test_what_is_no_answer_of_ours_is_left_out(odd: Event) -> None:
    assert draft_of([entry(1, 9, odd)], date_of(1)) == Draft()


@pytest.mark.parametrize(("name", "answer"), [("1-often", 5), ("7-yes_or_no", 2), ("9-hours", 3)])
def test_a_number_that_is_no_answer_is_refused(name: str, answer: int) -> None:
    with pytest.raises(ValueError, match="is no answer to"):
        draft_answer(BY_NAME[name], answer)


def test_the_bands_are_those_that_are_printed() -> None:
    assert BANDS_HOURS == (0, 2, 4, 11, 14, 24)


# Laws -----------------------------------------------------------------------------------------

ANY_ANSWER: st.SearchStrategy[Event] = st.one_of(
    st.sampled_from(
        [
            on.PageSeen(Screen.LANGUAGE),
            on.PageSeen(Screen.WHAT),
            on.PageSeen(Screen.START),
            WALK,
            on.MovementChosen(Movement.OWN, Unit.REPS, name="swim"),
            on.BadDayTold(None),
            on.BadDayTold(200),
            on.UsualTold(None, 30),
            on.PageSeen(Screen.FATIGUE),
            on.AskSkipped(Ask.SCREEN),
            on.AllClearTold(),
            on.MalaiseScreenTold(NEGATIVE),
        ]
    ),
    st.builds(told_by, st.sampled_from(list(SafetyQuestion)[:6]), st.sampled_from(Told)),
    st.builds(chosen_by, st.just(SafetyQuestion.CLINICIAN_FIRST),
              st.lists(st.sampled_from(ClinicianFirst), max_size=2)),
    st.builds(chosen_by, st.just(SafetyQuestion.CARE), st.just([])),
)  # fmt: skip


@given(st.lists(ANY_ANSWER, max_size=30))
def test_law_however_it_is_answered_a_plan_begins_once_and_after_every_safety_question(
    answers: list[Event],
) -> None:
    run = Run()
    for event in answers:
        run.tell(event)
    plans = [one for one in run.entries if isinstance(one.event, on.PlanStarted)]

    assert len(plans) <= 1
    assert run.now().is_over is bool(plans)
    if plans:
        before = [one for one in run.entries if one.at <= plans[0].at]
        asked = {question_of(one.event) for one in before} - {None}
        assert asked | {SafetyQuestion.MALAISE} == set(SafetyQuestion)
        assert verdict_of(before, date_of(1)).gate in (
            Gate.OPEN,
            Gate.PACING_ONLY,
            Gate.CLINICIAN_FIRST,
        )


@given(st.lists(ANY_ANSWER, max_size=30))
def test_law_every_screen_can_be_answered_to_its_end(answers: list[Event]) -> None:
    """Nobody is stuck: plain answers lead to a plan, unless they are under 18."""
    run = Run()
    for event in answers:
        run.tell(event)
    plain: dict[Screen, Event] = {
        Screen.LANGUAGE: on.PageSeen(Screen.LANGUAGE),
        Screen.WHAT: on.PageSeen(Screen.WHAT),
        Screen.RED_FLAG: on.AllClearTold(),
        Screen.UNDER_18: chosen_by(SafetyQuestion.CLINICIAN_FIRST, []),
        Screen.MALAISE: on.AskSkipped(Ask.SCREEN),
        Screen.MOVEMENT: SKIPPED,
        Screen.BAD_DAY: on.BadDayTold(None),
        Screen.START: on.PageSeen(Screen.START),
        Screen.PAIN: on.UsualTold(None, None),
        Screen.FATIGUE: on.PageSeen(Screen.FATIGUE),
    }
    for _ in range(20):
        now = run.now()
        if now.is_over:
            break
        run.tell(no_to(now.question) if now.question else plain[now.screen])

    assert run.now().is_over
