"""From a log of events to days: whatever order they arrive in, and whatever the clock does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steadystep.core import events as on
from steadystep.core.decision import Action, Decision, Flare
from steadystep.core.events import Entry
from steadystep.core.facts import FlareWord, Gate, Reply
from steadystep.core.observations import Unit
from steadystep.core.reasons import BaselineWeek, BigDay, Limit, RedFlag, RedFlagKind, Watching
from steadystep.core.record import NoPlanError, decisions, local_day
from tests.core.lives import at, begun, date_of, entry, ordinary

if TYPE_CHECKING:
    from collections.abc import Iterable


def said(entries: Iterable[Entry], *, last: int | None = None) -> dict[int, Decision]:
    """What the rule says on each numbered day."""
    until = None if last is None else date_of(last)
    return dict(enumerate(decisions(entries, until=until), start=1))


# Entries --------------------------------------------------------------------------------------


@pytest.mark.parametrize("naive", ["at", "recorded"])
def test_a_time_that_could_be_any_hour_is_refused(naive: str) -> None:
    times = {"at": at(1, 8), "recorded": at(1, 8)}
    times[naive] = times[naive].replace(tzinfo=None)
    with pytest.raises(ValueError, match="offset from UTC"):
        Entry("her", times["at"], times["recorded"], on.FarTooMuchTold())


def test_a_record_without_a_plan_has_nothing_to_decide_about() -> None:
    for entries in ([], [entry(1, 8, on.CheckedIn(pain=40))]):
        with pytest.raises(NoPlanError, match="no plan"):
            list(decisions(entries))


# The day --------------------------------------------------------------------------------------


@pytest.mark.parametrize("offset", [-11, 0, 5.5, 13])
def test_the_day_turns_at_four_by_the_persons_own_clock(offset: float) -> None:
    event = on.FarTooMuchTold()
    assert local_day(entry(5, 4, event, offset=offset)) == date_of(5)
    assert local_day(entry(5, 3.99, event, offset=offset)) == date_of(4)
    assert local_day(entry(5, 23.99, event, offset=offset)) == date_of(5)


def test_an_answer_after_midnight_still_belongs_to_the_evening() -> None:
    told = said([begun(), *ordinary(1, 2), entry(4, 1, on.CheckedIn(pain=60))])
    assert max(told) == 3
    assert told[3].pain == 60


def test_there_is_a_line_for_every_day_from_the_plans_first_to_the_one_asked_for() -> None:
    told = said([begun(), *ordinary(1, 4)], last=9)
    assert [one.day for one in told.values()] == [date_of(number) for number in range(1, 10)]
    assert [number for number, one in told.items() if "answer" not in one.missing] == [1, 4]


def test_without_a_last_day_the_last_event_ends_the_record() -> None:
    assert max(said([begun(), *ordinary(1, 6)])) == 6


# Hours ----------------------------------------------------------------------------------------


def watched(offset: float, hour: float = 10.5) -> Decision:
    """Six minutes begun on day 8 at 10:00, one hour from UTC; answered on day 10."""
    log = [
        begun(),
        *ordinary(*range(1, 8)),
        entry(8, 8, on.CheckedIn(pain=40, fatigue=40), offset=1),
        entry(8, 9, on.DoseChosen(60), offset=1),
        entry(8, 10, on.SessionTold(60), offset=1),
        entry(9, 9, on.CheckedIn(pain=40, fatigue=40), offset=offset),
        entry(9, 10, on.SessionTold(60), offset=offset),
        entry(10, hour, on.CheckedIn(pain=40, fatigue=40), offset=offset),
    ]
    return said(log)[10]


def test_forty_eight_hours_by_one_clock_close_a_window() -> None:
    assert watched(offset=1).watching is False
    assert watched(offset=1, hour=9.5).watching is True


def test_a_clock_put_forward_does_not_shorten_a_window() -> None:
    """In the night the clock went forward: by the wall 48½ hours, in truth 47½."""
    assert watched(offset=2).watching is True
    assert watched(offset=2, hour=11).watching is False


def test_a_journey_does_not_shorten_a_window() -> None:
    """Eight hours east the wall says 48½ hours, and the body has had 40½."""
    assert watched(offset=9).watching is True
    assert watched(offset=9, hour=18.5).watching is False


def test_a_journey_west_counts_the_hours_that_it_took() -> None:
    """Eight hours west a wall clock says two mornings at 03:00; 49 hours have gone by."""
    assert watched(offset=-7, hour=4).watching is False


def test_a_silent_day_in_a_window_counts_its_hours_by_the_same_clock() -> None:
    """Begun at 10:00 on day 8. At noon on day 9 that is 26 hours ago."""
    log = [begun(), *ordinary(*range(1, 8)), entry(8, 9, on.DoseChosen(60))]
    told = said([*log, *ordinary(8, done=60)], last=9)
    reason = told[9].reason
    assert isinstance(reason, Watching)
    assert reason.hours == 26


def test_far_too_much_without_a_session_opens_a_window_that_closes_again() -> None:
    log = [begun(), *ordinary(*range(1, 9)), entry(9, 8, on.CheckedIn(pain=40, fatigue=40))]
    told = said([*log, entry(9, 20, on.FarTooMuchTold()), *ordinary(*range(10, 14))])
    assert isinstance(told[10].reason, Watching)
    assert told[10].reason.hours == 12
    assert told[11].watching is True
    assert told[12].watching is False
    assert BigDay.kind in told[11].blocked_by
    assert told[12].action == Action.OFFER


def test_far_too_much_in_a_session_is_counted_from_the_session() -> None:
    log = [begun(), *ordinary(*range(1, 10)), entry(9, 20, on.FarTooMuchTold())]
    told = said([*log, *ordinary(10)])
    assert isinstance(told[10].reason, Watching)
    assert told[10].reason.hours == 22


def test_a_night_told_by_itself_moves_no_window_on() -> None:
    """The answer came 46 hours after the session; a night told later that day is no answer."""
    log = [begun(), *ordinary(*range(1, 8)), entry(8, 9, on.DoseChosen(60))]
    log += [*ordinary(8, 9, done=60), entry(10, 8, on.CheckedIn(pain=40))]
    told = said([*log, entry(10, 20, on.CheckedIn(sleep=30))])
    assert told[10].watching is True


def test_a_night_told_by_itself_is_no_answer_of_the_body() -> None:
    told = said([begun(), *ordinary(*range(1, 8)), entry(8, 8, on.CheckedIn(sleep=30))])
    assert "answer" in told[8].missing
    assert told[8].blocked_by == ("no_answer_today",)


# Several in a day -----------------------------------------------------------------------------


def test_of_several_answers_in_a_day_the_worst_counts() -> None:
    log = [begun(), *ordinary(1, 2), entry(3, 7, on.CheckedIn(pain=50, fatigue=90, sleep=20))]
    log += [entry(3, 12, on.CheckedIn(pain=70)), entry(3, 21, on.CheckedIn(pain=40, fatigue=10))]
    told = said(log)
    assert (told[3].pain, told[3].fatigue) == (70, 90)
    assert told[3].flare == Flare.RED


@pytest.mark.parametrize("words", [(0, 1, -1), (1, 0, -1), (-1, 0, 1)])
def test_of_several_words_in_fog_the_worst_counts(words: tuple[int, ...]) -> None:
    log = [entry(3, 8 + hour, on.FogAnswered(word)) for hour, word in enumerate(words)]
    assert said([begun(), *ordinary(1, 2), *log])[3].flare == Flare.AMBER


@pytest.mark.parametrize("hours", [(8, 20), (20, 8)])
def test_of_a_number_and_a_word_in_fog_the_worst_counts(hours: tuple[int, int]) -> None:
    """A nine in the morning is not undone by "about the same" in the evening, nor before it."""
    number, word = hours
    nine = entry(3, number, on.CheckedIn(pain=90))
    assert said([begun(), *ordinary(1, 2), nine, entry(3, word, on.FogAnswered(0))])[3].flare == (
        Flare.RED
    )
    four = entry(3, number, on.CheckedIn(pain=40))
    assert said([begun(), *ordinary(1, 2), four, entry(3, word, on.FogAnswered(1))])[3].flare == (
        Flare.AMBER
    )


def test_two_sessions_of_a_day_add_up() -> None:
    halves = [entry(9, 9, on.SessionTold(20)), entry(9, 18, on.SessionTold(20))]
    twice = [entry(9, 9, on.SessionTold(50)), entry(9, 18, on.SessionTold(50))]
    usual = [begun(), *ordinary(*range(1, 9)), *ordinary(10)]
    assert said([*usual, *halves])[10].watching is False
    assert said([*usual, *twice])[10].watching is True


def test_the_last_dose_chosen_in_a_day_is_the_one_that_holds() -> None:
    log = [begun(), *ordinary(*range(1, 9)), entry(8, 12, on.DoseChosen(80))]
    assert said([*log, entry(8, 13, on.DoseChosen(40))])[8].level == 40


# What is told stays told ----------------------------------------------------------------------

OFFERED = on.DecisionGiven(level=50, dose=50, offered=60)
ACCEPTED = on.OfferAnswered(Reply.ACCEPT)
LATE_FLARE = entry(7, 20, on.FlareTold(FlareWord.A_FLARE), recorded=at(12, 9))


def test_a_step_that_was_offered_and_accepted_stays_a_fact_when_a_late_flare_is_told() -> None:
    log = [begun(), *ordinary(*range(1, 9)), entry(8, 8.5, OFFERED), entry(8, 9, ACCEPTED)]
    told = said([*log, LATE_FLARE], last=9)
    assert told[8].level == 60
    assert told[9].level == 60


def test_a_late_fact_changes_what_is_said_from_its_day_on_and_not_before() -> None:
    log = [begun(), *ordinary(*range(1, 12))]
    without, with_flare = said(log), said([*log, LATE_FLARE])
    assert [with_flare[number] for number in range(1, 7)] == [
        without[number] for number in range(1, 7)
    ]
    assert without[11].action == Action.OFFER
    assert with_flare[11].blocked_by[0] == "calming"


def test_yes_to_what_was_not_offered_by_anyone_is_judged_by_the_rule() -> None:
    log = [begun(), *ordinary(*range(1, 9)), entry(8, 9, ACCEPTED)]
    assert said(log)[8].level == 60
    assert said([*log, LATE_FLARE])[8].level == 50


def test_an_offer_seen_in_the_morning_may_be_taken_after_the_page_was_seen_again() -> None:
    again = on.DecisionGiven(level=50, dose=50)
    log = [begun(), *ordinary(*range(1, 9)), entry(8, 8.5, OFFERED), entry(8, 9, again)]
    assert said([*log, entry(8, 9.5, ACCEPTED), LATE_FLARE])[8].level == 60


def test_an_offer_is_gone_when_the_day_has_turned() -> None:
    """Offered on day 7, answered on day 8: the rule is asked afresh, and today it says no."""
    log = [begun(), *ordinary(*range(1, 9)), entry(7, 8.5, OFFERED), entry(8, 9, ACCEPTED)]
    assert said([*log, LATE_FLARE])[8].level == 50


def test_done_is_measured_against_the_dose_that_was_told_last() -> None:
    """Ten minutes were told and done. That they are twice today's reading is nobody's boom."""
    first, then = on.DecisionGiven(level=60, dose=60), on.DecisionGiven(level=100, dose=100)
    log = [begun(), *ordinary(*range(1, 9)), entry(9, 7, first), entry(9, 8, then)]
    log += [entry(9, 10, on.SessionTold(100)), *ordinary(10)]
    assert said(log)[10].watching is False
    assert said([one for one in log if one.event != then])[10].watching is True


def test_done_on_a_day_without_a_dose_told_is_measured_against_the_rung_of_the_replay() -> None:
    nothing = on.DecisionGiven(level=None, dose=None)
    log = [begun(), *ordinary(*range(1, 9)), entry(9, 7, nothing)]
    log += [entry(9, 10, on.SessionTold(50)), *ordinary(10)]
    assert said(log)[10].watching is False


def test_a_session_on_a_day_without_a_plan_is_neither_done_nor_not() -> None:
    paused = [entry(9, 7, on.GateSet(Gate.PAUSED)), entry(10, 7, on.GateSet(Gate.OPEN))]
    log = [begun(), *ordinary(*range(1, 11)), *paused, entry(9, 11, on.SessionTold(500))]
    assert said(log)[10].watching is False


def test_the_whole_rung_on_an_eased_day_is_well_above_the_dose_told() -> None:
    """Three minutes were told on the flare's day and five were done: more than a tenth above."""
    told_less = on.DecisionGiven(level=50, dose=30)
    log = [begun(), *ordinary(*range(1, 10)), entry(9, 7, on.FlareTold(FlareWord.A_FLARE))]
    told = said([*log, entry(9, 7.5, told_less), *ordinary(10)])
    assert told[9].dose == 30
    assert told[10].watching is True


# What stays in force --------------------------------------------------------------------------


def test_a_red_flag_stands_until_the_all_clear_and_says_how_soon() -> None:
    raised = entry(3, 7, on.GateSet(Gate.RED_FLAG, RedFlagKind.URGENT))
    cleared = entry(6, 7, on.GateSet(Gate.OPEN))
    told = said([begun(), *ordinary(1, 2, 6), raised, cleared])
    assert [told[number].reason for number in (3, 4, 5)] == [RedFlag(RedFlagKind.URGENT)] * 3
    assert told[4].next_look is None
    assert told[6].level == 50


def test_what_was_said_before_the_plan_began_is_in_force_when_it_does() -> None:
    """Screened on Sunday, planned on Monday: there is no offer with malaise, nor above a word."""
    pacing = entry(0, 9, on.GateSet(Gate.PACING_ONLY))
    told = said([pacing, begun(), *ordinary(*range(1, 20))])
    assert {one.action for one in told.values()} == {Action.PACING_ONLY}
    ceiling = entry(-3, 9, on.LimitSet(Limit.CLINICIAN, 40))
    assert said([ceiling, begun(), *ordinary(1)])[1].level == 40
    due = entry(0, 9, on.ScreenAsked(due=True))
    assert said([due, begun(), *ordinary(*range(1, 9))])[8].blocked_by == ("screen_due",)


def test_a_goal_and_a_ceiling_stand_beside_each_other_until_lifted() -> None:
    log = [begun(), *ordinary(*range(1, 9)), *ordinary(9, 10, done=40)]
    log += [entry(8, 7, on.LimitSet(Limit.GOAL, 50))]
    log += [
        entry(9, 7, on.LimitSet(Limit.CLINICIAN, 40)),
        entry(10, 7, on.LimitSet(Limit.GOAL, None)),
    ]
    told = said([*log, entry(11, 7, on.LimitSet(Limit.CLINICIAN, None)), *ordinary(11, done=40)])
    assert told[8].blocked_by == ("arrived",)
    assert told[9].level == 40
    assert told[10].blocked_by == ("arrived",)
    assert told[11].offered == 50


def test_while_the_screen_is_due_offers_wait_until_it_is_answered() -> None:
    log = [begun(), *ordinary(*range(1, 13)), entry(8, 7, on.ScreenAsked(due=True))]
    told = said([*log, entry(11, 7, on.ScreenAsked(due=False))])
    assert [told[number].blocked_by for number in (8, 9, 10, 11)] == [("screen_due",)] * 3 + [()]


def test_the_way_out_of_pacing_leads_to_a_baseline_week_at_the_smallest_dose() -> None:
    log = [begun(), *ordinary(*range(1, 21)), entry(1, 7, on.GateSet(Gate.PACING_ONLY))]
    log += ordinary(21, 22, done=5)
    told = said([*log, entry(21, 7, on.GateSet(Gate.OPEN))])
    assert told[22].level == 5
    assert isinstance(told[22].reason, BaselineWeek)


# What a day may be told -----------------------------------------------------------------------


def test_a_hard_day_in_the_persons_own_word_is_no_flare() -> None:
    log = [begun(), *ordinary(*range(1, 9)), entry(9, 8, on.CheckedIn(pain=90))]
    told = said(log)
    assert told[9].flare == Flare.RED
    assert told[9].ask_flare is True
    answered = said([*log, entry(9, 9, on.FlareTold(FlareWord.A_HARD_DAY))])
    assert answered[9].flare == Flare.AMBER
    assert answered[9].ask_flare is False


def test_a_flare_told_without_a_number_is_an_answer() -> None:
    told = said([begun(), *ordinary(1, 2), entry(3, 8, on.FlareTold(FlareWord.A_FLARE))])
    assert told[3].flare == Flare.RED
    assert "answer" not in told[3].missing


def test_stay_rests_the_offer_and_try_more_calls_it_back() -> None:
    log = [begun(), *ordinary(*range(1, 12)), entry(8, 9, on.OfferAnswered(Reply.STAY))]
    assert said(log)[9].blocked_by == ("resting",)
    assert said([*log, entry(9, 9, on.OfferAnswered(Reply.TRY_MORE))])[9].action == Action.OFFER


def test_more_of_something_else_counts_as_a_rise() -> None:
    told = said([begun(), *ordinary(*range(1, 15)), entry(8, 9, on.MoreBegun())])
    assert told[8].level == 50
    assert Action.OFFER not in {told[number].action for number in range(8, 15)}


def test_who_kept_moving_through_silent_days_has_no_gap() -> None:
    log = [begun(), *ordinary(*range(1, 9)), *ordinary(15)]
    assert said(log)[15].level == 40
    assert said([*log, entry(14, 20, on.KeptMovingTold())])[15].level == 50
    assert said([*log, entry(15, 7, on.KeptMovingTold())])[15].level == 50


def test_an_offer_waits_for_confidence_in_the_next_rung() -> None:
    log = [begun(), *ordinary(*range(1, 9))]
    assert said([*log, entry(8, 9, on.ConfidenceTold(6))])[8].blocked_by == ("unsure",)
    assert said([*log, entry(8, 9, on.ConfidenceTold(7))])[8].offered == 60


@pytest.mark.parametrize(("take", "usual"), [(True, 60), (False, 40)])
def test_a_usual_that_moved_up_is_taken_or_kept_by_word(*, take: bool, usual: int) -> None:
    log = [begun(), *ordinary(*range(1, 15))]
    log += [entry(number, 8, on.CheckedIn(pain=60)) for number in range(15, 45)]
    told = said([*log, entry(43, 9, on.UsualAnswered(take))])
    assert "usual_moved_up" in told[43].blocked_by
    assert "usual_moved_up" not in told[44].blocked_by
    assert told[44].reference.usual_pain == usual


def test_resistance_and_a_new_movement_are_watched_for_72_hours() -> None:
    for about in ({"resistance": True}, {"new_movement": True}, {}):
        log = [begun(**about), *ordinary(*range(1, 8)), entry(8, 7, on.DoseChosen(60))]
        told = said([*log, *ordinary(8, 9, 10, done=60)], last=9)
        assert isinstance(told[9].reason, Watching)
        assert told[9].reason.hours_needed == (72 if about else 48)


def test_the_plans_unit_says_on_which_ladder_it_stands() -> None:
    told = said([begun(unit=Unit.REPS, start=55), *ordinary(*range(1, 9))])
    assert told[1].unit == Unit.REPS
    assert told[8].offered == 60


def test_three_sessions_a_week_done_as_planned_are_no_gap() -> None:
    """Monday, Wednesday, Friday, five weeks long. Nothing was left out."""
    log = [begun(per_week=3), *(one for week in range(5) for one in _three(week * 7))]
    assert {one.level for one in said(log).values()} == {50}


def _three(monday: int) -> list[Entry]:
    answers = [
        entry(monday + number, 8, on.CheckedIn(pain=40, fatigue=40)) for number in range(1, 8)
    ]
    return [*answers, *(entry(monday + one, 10, on.SessionTold(50)) for one in (1, 3, 5))]


# Law 7 ----------------------------------------------------------------------------------------

TENTHS = st.one_of(st.none(), st.integers(0, 10).map(lambda points: points * 10))
DOSE = st.sampled_from((5, 30, 50, 60, 70, 100))
EVENTS = st.one_of(
    st.builds(on.CheckedIn, TENTHS, TENTHS, TENTHS),
    st.builds(on.CheckedIn, st.just(40), st.just(40)),
    st.builds(on.SessionTold, DOSE),
    st.builds(on.FogAnswered, st.integers(-1, 2)),
    st.builds(on.FlareTold, st.sampled_from(FlareWord)),
    st.just(on.FarTooMuchTold()),
    st.builds(on.OfferAnswered, st.sampled_from(Reply)),
    st.builds(on.DoseChosen, DOSE),
    st.just(on.MoreBegun()),
    st.just(on.KeptMovingTold()),
    st.builds(on.ConfidenceTold, st.integers(0, 10)),
    st.builds(on.UsualAnswered, st.booleans()),
    st.builds(on.LimitSet, st.sampled_from((Limit.GOAL, Limit.CLINICIAN)), st.none() | DOSE),
    st.builds(on.GateSet, st.sampled_from(Gate)),
    st.builds(on.ScreenAsked, st.booleans()),
    st.builds(on.DecisionGiven, st.none() | DOSE, st.none() | DOSE, st.none() | DOSE),
    st.builds(on.PlanStarted, unit=st.just(Unit.MINUTES), start=DOSE),
)
ENTRIES = st.lists(
    st.builds(
        lambda day, hour, event, offset, late: entry(
            day, hour, event, offset=offset, recorded=at(day, hour) + timedelta(days=late)
        ),
        st.integers(0, 30),
        st.integers(0, 23),
        EVENTS,
        st.sampled_from((0, 0, 0, 2, -8)),
        st.sampled_from((0, 0, 0, 5)),
    ),
    max_size=60,
)


@settings(max_examples=60)
@given(ENTRIES, st.data())
def test_law_7_the_order_in_which_events_arrive_does_not_matter(
    entries: list[Entry], data: st.DataObject
) -> None:
    record = [begun(), *ordinary(*range(1, 12)), *entries]
    shuffled = data.draw(st.permutations(record))
    assert list(decisions(shuffled)) == list(decisions(record))


@settings(max_examples=60)
@given(ENTRIES, st.integers(1, 30))
def test_law_7_what_happened_after_a_day_changes_nothing_that_was_said_up_to_it(
    entries: list[Entry], last: int
) -> None:
    record = [begun(), *ordinary(*range(1, 12)), *entries]
    earlier = [one for one in record if local_day(one) <= date_of(last)]
    assert list(decisions(earlier, until=date_of(last))) == list(
        decisions(record, until=date_of(last))
    )


@settings(max_examples=60)
@given(ENTRIES)
def test_law_9_a_record_with_something_against_a_plan_never_emits_an_offer(
    entries: list[Entry],
) -> None:
    closed = (Action.PAUSE, Action.PACING_ONLY, Action.NO_PLAN)
    for one in decisions([begun(), *ordinary(*range(1, 12)), *entries]):
        if one.action in closed:
            assert one.offered is None
            assert one.level is None or one.action == Action.PACING_ONLY


def test_a_time_is_read_by_its_offset_wherever_it_was_written() -> None:
    """The same moment written in UTC by a server lies on the server's day, not on the person's."""
    evening = entry(3, 23, on.CheckedIn(pain=40), offset=-8)
    stored = Entry("her", evening.at.astimezone(UTC), evening.recorded, evening.event)
    assert stored.at == evening.at
    assert isinstance(stored.at, datetime)
    assert local_day(evening) == date_of(3)
    assert local_day(stored) == date_of(4)
