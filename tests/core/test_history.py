"""The days as they were lived: what was told stays told, whatever is learned afterwards."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steadystep.core import events as on
from steadystep.core.decision import Action, Flare
from steadystep.core.events import After, Busy, Mark
from steadystep.core.facts import FlareWord, Reply
from steadystep.core.history import Telling, began_on, data_used, history, replayed
from steadystep.core.record import decisions
from tests.core.lives import at, begun, date_of, entry, ordinary
from tests.core.records import EVENTS, records

if TYPE_CHECKING:
    from steadystep.core.events import Entry, Event
    from steadystep.core.history import HistoryDay

GIVEN = on.DecisionGiven(50, 50, None, None, ("Same step today: 5 minutes.",), "en")


def days_of(*entries: Entry, last: int, first: int | None = None) -> list[HistoryDay]:
    """The days of a plan of five minutes that began on day 1."""
    since = None if first is None else date_of(first)
    return list(history([begun(), *entries], until=date_of(last), since=since))


def the_day(*events: Event) -> HistoryDay:
    """The second day, with these told at 09:00 and after."""
    told = [entry(2, 9 + number / 10, event) for number, event in enumerate(events)]
    return days_of(*told, last=2)[1]


# Which days there are -------------------------------------------------------------------------


def test_there_is_a_day_for_each_date_from_the_plans_first_to_the_one_asked_for() -> None:
    assert [one.day for one in days_of(last=9)] == [date_of(number) for number in range(1, 10)]


def test_the_first_day_wanted_leaves_out_those_before_and_changes_none_of_the_rest() -> None:
    told = [*ordinary(1, 2, 3, 4, 5, 6)]

    assert days_of(*told, last=6, first=4) == days_of(*told, last=6)[3:]


def test_no_day_is_before_the_plan() -> None:
    assert days_of(last=2, first=-5)[0].day == date_of(1)


def test_without_a_plan_by_then_there_are_no_days() -> None:
    answered = entry(1, 8, on.CheckedIn(pain=40))

    assert history([answered], until=date_of(3)) == ()
    assert history([begun(), answered], until=date_of(0)) == ()


def test_the_first_plan_begins_the_record() -> None:
    second = entry(9, 8, begun().event)

    assert began_on([second, begun()]) == date_of(1)
    assert began_on([]) is None


# What was told --------------------------------------------------------------------------------


def test_a_day_on_which_nothing_was_told_is_what_the_rule_says_of_it() -> None:
    day = days_of(last=1)[0]

    assert day.tellings == ()
    assert day.given is None
    assert day.decision == day.known
    assert (day.action, day.level, day.dose, day.offered) == (Action.START, 50, 50, None)


def test_what_was_told_is_kept_word_for_word_and_with_its_time() -> None:
    day = days_of(entry(2, 8, GIVEN), last=2)[1]

    assert day.tellings == (Telling(at(2, 8), at(2, 8), GIVEN),)
    assert day.given == GIVEN


def test_of_several_the_last_one_told_that_day_counts() -> None:
    first, last = GIVEN, replace(GIVEN, dose=30)
    day = days_of(entry(2, 20, last), entry(2, 8, first), last=2)[1]

    assert [one.given for one in day.tellings] == [first, last]
    assert (day.level, day.dose) == (50, 30)


def test_the_decision_that_was_told_stands_where_the_rule_would_say_another_today() -> None:
    told = next(decisions([begun()]))._replace(action=Action.PAUSE, flare=Flare.RED)
    day = days_of(entry(2, 8, replace(GIVEN, decision=told)), last=2)[1]

    assert day.decision == told
    assert day.action == Action.PAUSE
    assert day.known.action != Action.PAUSE


def test_a_telling_without_its_decision_has_the_rules_own() -> None:
    day = days_of(entry(2, 8, GIVEN), last=2)[1]

    assert day.decision == day.known


def test_less_for_the_day_is_what_was_told_for_it() -> None:
    assert the_day(on.EasierToday(30)).dose == 30
    assert the_day(replace(GIVEN, dose=40), on.EasierToday(45)).dose == 40


def test_without_a_dose_less_of_it_is_nothing() -> None:
    assert the_day(replace(GIVEN, dose=None), on.EasierToday(30)).dose is None


def test_an_offer_made_at_any_time_of_the_day_was_an_offer() -> None:
    assert the_day(replace(GIVEN, offered=60), GIVEN).offered == 60
    assert the_day(GIVEN).offered is None


def test_what_was_told_cannot_be_taken_back() -> None:
    given_on_two = replace(entry(2, 8, GIVEN), key="told")
    taken_back = entry(2, 9, on.TakenBack("told"))

    assert days_of(given_on_two, taken_back, last=2)[1].given == GIVEN


@settings(max_examples=25)
@given(
    record=records(days=20, most=15),
    later=st.lists(EVENTS, max_size=6),
    day=st.integers(1, 20),
)
def test_nothing_learned_later_changes_what_was_told(
    record: list[Entry], later: list[Event], day: int
) -> None:
    """Whatever is said on day 30 of an earlier day, or taken back, the tellings stay."""
    last = date_of(20)
    told = {one.day: one.tellings for one in history(record, until=last)}
    afterwards = at(30, 9)
    facts = [
        replace(entry(day, 12, event), recorded=afterwards)
        for event in later
        if not isinstance(event, on.DecisionGiven)
    ]
    taken_back = [entry(30, 9, on.TakenBack(one.key)) for one in record[1::5]]
    seen = history([*record, *facts, *taken_back], until=last)

    assert {one.day: one.tellings for one in seen if one.day in told} == {
        one.day: told[one.day] for one in seen if one.day in told
    }


@settings(max_examples=25)
@given(record=records(days=20, most=15))
def test_the_rule_is_asked_the_same_as_in_a_replay(record: list[Entry]) -> None:
    known = [one.known for one in history(record, until=date_of(20))]

    assert known == (list(decisions(record, until=date_of(20))) if known else [])


def test_a_replay_at_hand_says_the_same_of_every_stretch() -> None:
    log = [begun(), *ordinary(*range(1, 15)), entry(9, 9, on.FarTooMuchTold())]
    known = replayed(log, until=date_of(20))

    assert len(known) == 21
    for first, last in ((1, 20), (5, 9), (20, 20), (1, 3)):
        since, until = date_of(first), date_of(last)
        seen = history(log, since=since, until=until, known=known)
        assert seen == history(log, since=since, until=until)


def test_without_a_plan_by_then_there_is_nothing_to_replay() -> None:
    assert replayed([], until=date_of(3)) == ()
    assert replayed([begun()], until=date_of(0)) == ()


# What was said --------------------------------------------------------------------------------


def test_the_worst_answer_of_the_day_counts() -> None:
    day = the_day(on.CheckedIn(pain=30, sleep=50), on.CheckedIn(pain=60, fatigue=20))

    assert (day.pain, day.fatigue, day.sleep) == (60, 20, 50)
    assert day.answered


def test_fog_modes_answer_is_an_answer() -> None:
    day = the_day(on.FogAnswered(-1), on.FogAnswered(1))

    assert (day.pain, day.than_usual) == (None, 1)
    assert day.answered


def test_a_silent_day_has_no_answer() -> None:
    day = the_day()

    assert (day.pain, day.fatigue, day.sleep, day.than_usual) == (None,) * 4
    assert not day.answered


def test_all_that_was_done_is_added_up() -> None:
    assert the_day(on.SessionTold(25), on.SessionTold(10)).done == 35
    assert the_day(on.SessionTold(0)).done == 0
    assert the_day().done is None


@pytest.mark.parametrize(
    ("events", "word"),
    [
        ((), FlareWord.NOT_SAID),
        ((on.FlareTold(FlareWord.A_FLARE),), FlareWord.A_FLARE),
        ((on.FlareTold(FlareWord.A_FLARE), on.FlareTold(FlareWord.A_HARD_DAY)), "hard"),
        ((on.SilentDaysTold(FlareWord.A_FLARE),), FlareWord.A_FLARE),
        ((on.SilentDaysTold(FlareWord.A_HARD_DAY),), FlareWord.NOT_SAID),
    ],
)
def test_the_last_word_on_a_flare_counts(events: tuple[Event, ...], word: Any) -> None:  # noqa: ANN401 - a word or its name
    assert the_day(*events).word == (FlareWord.A_HARD_DAY if word == "hard" else word)


def test_the_rest_of_the_day_is_told_beside_it() -> None:
    day = the_day(
        on.EffortTold(2),
        on.EffortTold(3),
        on.AfterTold(After.SAME),
        on.AfterTold(After.CALMER),
        on.DayTold(Busy.QUIETER),
        on.DayTold(Busy.BUSIER),
        on.NoteWritten("Rain."),
    )

    assert (day.effort, day.after, day.busy) == (3, After.CALMER, Busy.BUSIER)
    assert day.notes == ("Rain.",)
    assert not day.boom


def test_of_a_day_nobody_spoke_of_nothing_is_known() -> None:
    day = the_day()

    assert (day.effort, day.after, day.busy, day.reply) == (None, None, None, Reply.NONE)
    assert (day.marks, day.notes, day.entries) == ((), (), ())


def test_the_last_reply_to_an_offer_counts() -> None:
    day = the_day(on.OfferAnswered(Reply.ACCEPT), on.OfferAnswered(Reply.STAY))

    assert day.reply == Reply.STAY


def test_a_mark_is_there_once() -> None:
    illness, stress = on.Marked(Mark.ILLNESS), on.Marked(Mark.STRESS)

    assert the_day(illness, stress, illness).marks == (Mark.ILLNESS, Mark.STRESS)


@pytest.mark.parametrize("event", [on.FarTooMuchTold(), on.DayTold(Busy.FAR_TOO_MUCH)])
def test_far_too_much_is_drawn_as_a_much_bigger_day(event: Event) -> None:
    day = the_day(event)

    assert day.boom
    assert day.busy == Busy.FAR_TOO_MUCH
    assert not day.bust


# The data of a decision -----------------------------------------------------------------------


def test_the_data_are_the_days_own_and_yesterdays_session() -> None:
    told = [
        *ordinary(1),
        entry(2, 8, on.CheckedIn(pain=40)),
        entry(2, 9, on.NoteWritten("Rain.")),
        entry(2, 10, on.FlareTold(FlareWord.A_HARD_DAY)),
    ]

    assert [one.event for one in data_used(told, date_of(2), at(2, 22))] == [
        on.SessionTold(50),
        on.CheckedIn(pain=40),
        on.FlareTold(FlareWord.A_HARD_DAY),
    ]


def test_what_was_not_known_yet_was_not_used() -> None:
    morning = replace(entry(2, 8, on.CheckedIn(pain=40)), key="a")
    corrected = [
        replace(entry(2, 8, on.TakenBack("a")), recorded=at(5, 9)),
        replace(entry(2, 8, on.CheckedIn(pain=60)), recorded=at(5, 9)),
    ]
    log = [morning, *corrected]

    then = data_used(log, date_of(2), at(2, 9))
    now = data_used(log, date_of(2), at(5, 9))

    assert [one.event for one in then] == [on.CheckedIn(pain=40)]
    assert [one.event for one in now] == [on.CheckedIn(pain=60)]


@settings(max_examples=40)
@given(record=records(days=20, most=15), day=st.integers(1, 20))
def test_the_data_of_a_day_never_change_afterwards(record: list[Entry], day: int) -> None:
    evening = at(day, 27)
    by_then = [one for one in record if one.recorded <= evening]

    assert data_used(record, date_of(day), evening) == data_used(by_then, date_of(day), evening)
