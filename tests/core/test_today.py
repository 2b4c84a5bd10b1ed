"""Today: the card, the one question, and what can still be undone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steadystep.core import events as on
from steadystep.core.asks import Ask
from steadystep.core.decision import Action
from steadystep.core.facts import FlareWord, Gate, Reply
from steadystep.core.fold import Fold, local_day
from steadystep.core.reasons import Easing, Plateau, RedFlagKind
from steadystep.core.record import decisions
from steadystep.core.safety import RedFlagQuestion, Told
from steadystep.core.today import Today, day_of, to_tell, today_of
from tests.core.lives import at, begun, date_of, entry, ordinary

if TYPE_CHECKING:
    from steadystep.core.events import Entry, Event


def look(number: int, hour: float, *entries: Entry) -> Today:
    """Today as it stands at this hour of a numbered day."""
    return today_of([one for one in entries if one.at <= at(number, hour)], at(number, hour))


def with_keys(*entries: Entry) -> list[Entry]:
    return [replace(one, key=f"key-{number}") for number, one in enumerate(entries)]


# Before a plan --------------------------------------------------------------------------------


def test_without_a_plan_there_is_no_card() -> None:
    today = look(1, 8)
    assert (today.plan, today.decision, today.dose, today.asks) == (None, None, None, ())
    assert to_tell(today, ("Nothing.",), "en") is None


def test_a_red_flag_is_asked_about_before_there_is_a_plan() -> None:
    flag = entry(1, 7, on.GateSet(Gate.RED_FLAG, RedFlagKind.URGENT))
    assert look(1, 8, flag).ask == Ask.ALL_CLEAR
    assert look(2, 8, flag).ask == Ask.ALL_CLEAR


def test_a_plan_of_tomorrow_is_none_today() -> None:
    """The clock at the door was put back."""
    assert today_of([begun()], at(0, 8)).plan is None


# The card -------------------------------------------------------------------------------------


def test_the_card_is_what_a_replay_says() -> None:
    log = [begun(), *ordinary(*range(1, 9))]
    assert look(8, 12, *log).decision == list(decisions(log))[-1]


def test_asking_twice_changes_nothing() -> None:
    log = [begun(), *ordinary(*range(1, 12))]
    assert look(11, 12, *log) == look(11, 12, *log)


def test_what_is_written_for_tomorrow_is_not_known_today() -> None:
    """The clock at the door jumped ahead, and came back."""
    log = [begun(), *ordinary(*range(1, 9))]
    ahead = ordinary(30, 31)
    assert today_of([*log, *ahead], at(8, 12)).decision == look(8, 12, *log).decision


def test_easier_today_lowers_the_card_and_nothing_else() -> None:
    log = [begun(), *ordinary(*range(1, 8)), entry(8, 8, on.EasierToday(30))]
    today = look(8, 12, *log)
    assert (today.dose, today.easier) == (30, True)
    assert today.decision is not None
    assert (today.decision.dose, today.decision.level) == (50, 50)
    assert look(9, 12, *log).dose == 50


def test_easier_never_makes_the_card_bigger() -> None:
    assert look(2, 12, begun(), *ordinary(1), entry(2, 8, on.EasierToday(300))).dose == 50


def test_a_session_adds_up_and_its_effort_is_shown() -> None:
    log = [begun(), entry(1, 9, on.SessionTold(20)), entry(1, 10, on.SessionTold(30))]
    today = look(1, 12, *log, entry(1, 11, on.EffortTold(2)))
    assert (today.session, today.effort) == (50, 2)
    assert look(1, 12, begun()).session is None


def test_the_last_answer_is_shown_and_the_one_before_is_at_hand() -> None:
    log = [begun(), *ordinary(1), entry(2, 8, on.CheckedIn(pain=60, fatigue=50))]
    today = look(2, 9, *log, entry(2, 8.5, on.FogAnswered(0)))
    assert today.answer == on.FogAnswered(0)
    assert today.last_answer == (date_of(1), on.CheckedIn(pain=40, fatigue=40))
    assert look(1, 9, begun()).last_answer is None


def test_half_an_answer_is_not_offered_as_the_same_again() -> None:
    log = [begun(), *ordinary(1), entry(2, 8, on.CheckedIn(pain=60))]
    assert look(3, 9, *log).last_answer == (date_of(1), on.CheckedIn(pain=40, fatigue=40))


def test_a_flare_by_word_is_known() -> None:
    assert look(2, 9, begun(), *ordinary(1), entry(2, 8, on.FlareTold(FlareWord.A_FLARE))).flare
    assert not look(
        2, 9, begun(), *ordinary(1), entry(2, 8, on.FlareTold(FlareWord.A_HARD_DAY))
    ).flare


def test_the_window_fills_by_the_hour() -> None:
    log = [begun(), *ordinary(*range(1, 8)), entry(8, 9, on.DoseChosen(60))]
    log += ordinary(8, done=60)
    windows = [look(*when, *log).window for when in ((8, 9.5), (8, 12), (9, 12), (10, 9))]
    assert windows[0] is None
    assert [(one.hours, one.hours_needed, one.answers) for one in windows if one] == [
        (2, 48, 0),
        (26, 48, 0),
        (47, 48, 0),
    ]


def test_the_window_of_a_new_movement_is_a_day_longer() -> None:
    log = [begun(new_movement=True), *ordinary(*range(1, 8)), entry(8, 9, on.DoseChosen(60))]
    window = look(8, 12, *log, *ordinary(8, done=60)).window
    assert window is not None
    assert window.hours_needed == 72


# What is told ---------------------------------------------------------------------------------


def test_what_is_shown_is_told_once_until_it_changes() -> None:
    log = [begun(), *ordinary(1)]
    today = look(2, 7, *log)
    first = to_tell(today, ("Same step today.",), "en")
    assert first is not None
    assert (first.dose, first.said, first.language) == (50, ("Same step today.",), "en")
    log.append(entry(2, 7, first))
    assert to_tell(look(2, 7.5, *log), ("Same step today.",), "en") is None
    log.append(entry(2, 8, on.CheckedIn(pain=90, fatigue=40)))
    assert to_tell(look(2, 9, *log), ("A smaller step.",), "en") is not None


# What is asked --------------------------------------------------------------------------------


def asked(number: int, hour: float, *entries: Entry) -> tuple[Ask, ...]:
    return look(number, hour, *entries).asks


def test_an_ordinary_morning_asks_for_the_check_in() -> None:
    assert asked(2, 8, begun(), *ordinary(1)) == (Ask.CHECK_IN,)


def test_an_answered_morning_asks_nothing() -> None:
    today = look(2, 9, begun(), *ordinary(1), entry(2, 8, on.CheckedIn(pain=40, fatigue=40)))
    assert today.ask == Ask.NOTHING


def test_a_skip_is_a_full_answer_for_that_day() -> None:
    skip = entry(2, 8, on.AskSkipped(Ask.CHECK_IN))
    assert asked(2, 9, begun(), *ordinary(1), skip) == ()
    assert Ask.CHECK_IN in asked(3, 9, begun(), *ordinary(1), skip)


def test_yesterdays_unknown_session_comes_before_todays_answer() -> None:
    log = [begun(), *ordinary(1), entry(2, 8, on.CheckedIn(pain=40, fatigue=40))]
    assert asked(3, 8, *log) == (Ask.YESTERDAY, Ask.CHECK_IN)
    told = entry(2, 12, on.SessionTold(0), recorded=at(3, 8))
    assert asked(3, 8, *log, told) == (Ask.CHECK_IN,)


def test_rest_on_an_eased_day_with_an_answer_is_known() -> None:
    log = [begun(), *ordinary(*range(1, 8)), entry(8, 8, on.FlareTold(FlareWord.A_FLARE))]
    log.append(entry(9, 8, on.CheckedIn(pain=80, fatigue=40)))
    today = look(10, 8, *log)
    assert today.yesterday is not None
    assert isinstance(today.yesterday.reason, Easing)
    assert Ask.YESTERDAY not in today.asks


def test_a_plan_of_three_a_week_does_not_ask_about_days_between() -> None:
    log = [begun(per_week=3), *ordinary(1), entry(2, 8, on.CheckedIn(pain=40, fatigue=40))]
    assert Ask.YESTERDAY not in asked(3, 8, *log)


def test_after_a_gap_one_question_comes_first_and_once() -> None:
    log = [begun(), *ordinary(*range(1, 9))]
    assert asked(14, 8, *log)[0] == Ask.KEPT_MOVING
    assert Ask.YESTERDAY not in asked(14, 8, *log)
    no = entry(14, 8, on.KeptMovingTold(kept=False))
    assert Ask.KEPT_MOVING not in asked(14, 9, *log, no)
    assert Ask.KEPT_MOVING not in asked(15, 9, *log, no)
    yes = entry(14, 8, on.KeptMovingTold())
    assert asked(14, 9, *log, yes) == (Ask.SILENT_DAYS, Ask.CHECK_IN, Ask.WEEK)


def test_a_session_told_on_the_day_of_return_ends_the_question() -> None:
    log = [begun(), *ordinary(*range(1, 9)), entry(14, 9, on.SessionTold(40))]
    assert Ask.KEPT_MOVING not in asked(14, 10, *log)


def test_after_silent_days_one_tap_asks_about_them() -> None:
    log = [begun(), *ordinary(1, 2, 3)]
    assert look(5, 8, *log).silent_since is None
    assert look(6, 8, *log).silent_since == date_of(4)
    none_was = entry(5, 12, on.SilentDaysTold(FlareWord.NOT_SAID), recorded=at(6, 8))
    assert look(6, 8, *log, none_was).silent_since is None
    assert look(6, 9, *log, entry(6, 8, none_was.event)).silent_since is None


def test_nobody_was_silent_before_the_plan() -> None:
    assert look(2, 8, begun()).silent_since is None
    assert look(3, 8, begun()).silent_since == date_of(1)


def test_a_red_by_numbers_alone_is_asked() -> None:
    log = [begun(), *ordinary(*range(1, 8)), entry(8, 8, on.CheckedIn(pain=90, fatigue=40))]
    assert asked(8, 9, *log)[0] == Ask.IS_IT_A_FLARE
    hard = entry(8, 8.5, on.FlareTold(FlareWord.A_HARD_DAY))
    assert Ask.IS_IT_A_FLARE not in asked(8, 9, *log, hard)


def flare_of(days: int) -> list[Entry]:
    """A flare that begins on day 8 and is calm after so many days."""
    log = [begun(), *ordinary(*range(1, 8)), entry(8, 8, on.FlareTold(FlareWord.A_FLARE))]
    log += [entry(8 + more, 8, on.CheckedIn(pain=90, fatigue=40)) for more in range(1, days)]
    return [*log, *ordinary(*range(8 + days, 30))]


def test_a_long_flare_is_asked_about_when_it_is_over() -> None:
    log = flare_of(4)
    assert look(11, 12, *log).long_flare is None
    assert look(13, 12, *log).long_flare == (date_of(8), 96)
    assert Ask.LONG_FLARE in asked(13, 12, *log)
    told = entry(13, 12, on.LongFlareTold(date_of(8), 96, True, False))  # noqa: FBT003
    assert look(13, 13, *log, told).long_flare is None
    assert look(25, 12, *log).long_flare is None


def test_a_short_flare_is_not_asked_about() -> None:
    assert look(11, 12, *flare_of(2)).long_flare is None


def test_usual_that_moved_up_is_asked_about() -> None:
    log = [begun(), *ordinary(*range(1, 15))]
    log += [entry(number, 8, on.CheckedIn(pain=60, fatigue=60)) for number in range(15, 46)]
    assert Ask.USUAL in asked(43, 12, *log)
    assert Ask.USUAL not in asked(43, 13, *log, entry(43, 12, on.UsualAnswered(take=False)))


def screened(told: Told) -> list[Entry]:
    """All red flags answered no, and the malaise gate so; offers wait for the screen."""
    events = (on.RedFlagsTold(tuple(RedFlagQuestion), Told.NO), on.MalaiseGateTold(told))
    return [entry(1, 7, one) for one in (*events, on.ScreenAsked(due=True))]


def test_a_screen_that_is_due_is_asked_where_it_is_all_that_stands_in_the_way() -> None:
    log = [*screened(Told.YES), begun(), *ordinary(*range(1, 10))]
    assert Ask.SCREEN in asked(9, 12, *log)
    assert Ask.SCREEN not in asked(3, 12, *log)


def test_who_was_not_sure_is_asked_again_after_two_weeks() -> None:
    log = [*screened(Told.NOT_SURE), begun(), *ordinary(*range(1, 20))]
    assert Ask.SCREEN not in asked(9, 12, *log)
    assert Ask.SCREEN in asked(15, 12, *log)


def test_a_plateau_asks_the_screen_once_more() -> None:
    """Three rises in a row are answered by a flare."""
    log, day = [begun(), *screened(Told.NO)[:-1]], 1
    while not any(isinstance(one.reason, Plateau) for one in decisions(log)):
        today = look(day, 9, *log, *ordinary(day, done=0)[:1])
        assert today.decision is not None
        if today.decision.offered is not None:
            log += [entry(day, 9, on.DoseChosen(today.decision.offered))]
            log += ordinary(day, done=today.decision.offered)
            log += [entry(day + 1, 8, on.FlareTold(FlareWord.A_FLARE))]
            day += 2
        else:
            log += ordinary(day, done=today.dose or 0)
            day += 1
        assert day < 200
    asks = {number: asked(number, 12, *log) for number in range(day - 1, day + 2)}
    assert any(Ask.SCREEN in one for one in asks.values())
    answered = entry(day, 10, on.MalaiseGateTold(Told.NO))
    assert not any(
        Ask.SCREEN in asked(number, 12, *log, answered) for number in range(day, day + 2)
    )


def offered() -> list[Entry]:
    log = [begun(), *ordinary(*range(1, 8)), entry(8, 8, on.CheckedIn(pain=40, fatigue=40))]
    return [*log, entry(8, 8, on.PageSeen("week_one"))]


def test_how_sure_comes_before_the_offer() -> None:
    assert asked(8, 9, *offered()) == (Ask.CONFIDENCE, Ask.OFFER)
    assert asked(8, 9, *offered(), entry(8, 8.5, on.ConfidenceTold(8))) == (Ask.OFFER,)
    unsure = look(8, 9, *offered(), entry(8, 8.5, on.ConfidenceTold(6)))
    assert unsure.ask == Ask.NOTHING
    assert unsure.decision is not None
    assert unsure.decision.reason.kind == "unsure"


def test_an_answered_offer_is_not_asked_again() -> None:
    stay = entry(8, 8.5, on.OfferAnswered(Reply.STAY))
    assert asked(8, 9, *offered(), stay) == ()


def test_asking_to_try_more_calls_the_offer_back() -> None:
    stay = entry(8, 8.5, on.OfferAnswered(Reply.STAY))
    more = entry(8, 8.7, on.OfferAnswered(Reply.TRY_MORE))
    assert asked(8, 9, *offered(), stay, more) == (Ask.CONFIDENCE, Ask.OFFER)


def test_after_moving_effort_is_asked_and_ten_minutes_later_how_it_feels() -> None:
    log = [begun(), *ordinary(1), entry(2, 8, on.CheckedIn(pain=40, fatigue=40))]
    log.append(entry(2, 10, on.SessionTold(50)))
    assert asked(2, 10.1, *log) == (Ask.EFFORT,)
    assert asked(2, 10.5, *log) == (Ask.EFFORT, Ask.AFTER)
    assert asked(2, 14, *log) == (Ask.EFFORT,)
    felt = entry(2, 10.4, on.AfterTold(on.After.CALMER))
    effort = entry(2, 10.4, on.EffortTold(2))
    assert asked(2, 10.5, *log, felt, effort) == ()


def test_a_session_of_nothing_asks_nothing() -> None:
    log = [begun(), *ordinary(1), entry(2, 8, on.CheckedIn(pain=40, fatigue=40))]
    assert asked(2, 10.5, *log, entry(2, 10, on.SessionTold(0))) == ()


def test_the_first_week_closes_with_a_page() -> None:
    log = [begun(), *ordinary(*range(1, 30))]
    shown = [number for number in range(1, 30) if Ask.WEEK in asked(number, 12, *log)]
    assert shown == list(range(8, 15))
    assert Ask.WEEK not in asked(9, 12, *log, entry(8, 9, on.PageSeen("week_one")))


@pytest.mark.parametrize("word", [on.DayTold(on.Busy.USUAL), on.FarTooMuchTold()])
def test_the_evening_asks_about_the_day(word: Event) -> None:
    log = [begun(), entry(1, 8, on.CheckedIn(pain=40, fatigue=40))]
    assert asked(1, 16, *log) == ()
    assert asked(1, 17, *log) == (Ask.EVENING,)
    assert asked(1, 27, *log) == (Ask.EVENING,)
    assert asked(1, 18, *log, entry(1, 17, word)) == ()


@pytest.mark.parametrize("gate", [Gate.PAUSED, Gate.CLINICIAN_FIRST, Gate.NO_PLAN])
def test_where_something_stands_against_a_plan_nothing_is_asked(gate: Gate) -> None:
    assert asked(3, 8, begun(), *ordinary(1, 2), entry(3, 7, on.GateSet(gate))) == ()


def test_pacing_only_still_asks_how_it_is() -> None:
    gate = entry(3, 7, on.GateSet(Gate.PACING_ONLY))
    assert asked(3, 8, begun(), *ordinary(1, 2), gate) == (Ask.CHECK_IN,)


def test_a_red_flag_asks_for_the_all_clear_and_nothing_else() -> None:
    gate = entry(3, 7, on.GateSet(Gate.RED_FLAG))
    assert asked(3, 8, begun(), *ordinary(1, 2), gate) == (Ask.ALL_CLEAR,)


# Undo -----------------------------------------------------------------------------------------


def test_a_word_can_be_taken_back_for_a_day() -> None:
    log = with_keys(begun(), *ordinary(1), entry(2, 8, on.CheckedIn(pain=40, fatigue=40)))
    latest = look(2, 9, *log).undoable
    assert [one.key for one in latest] == ["key-3", "key-2"]
    assert not look(4, 9, *log).undoable


def test_what_the_log_wrote_itself_is_nobodys_to_take_back() -> None:
    log = with_keys(begun(), entry(1, 8, on.DecisionGiven(50, 50)), entry(1, 8, on.PageSeen("x")))
    assert [one.key for one in look(1, 9, *log).undoable] == ["key-0"]


@pytest.mark.parametrize(
    "said",
    [on.RedFlagsTold((RedFlagQuestion.CHEST,), Told.YES), on.IllnessNamed(Told.YES)],
)
def test_a_word_about_safety_has_its_own_way_back(said: Event) -> None:
    log = with_keys(begun(), entry(1, 8, said))
    assert [one.key for one in look(1, 9, *log).undoable] == ["key-0"]


# Laws -----------------------------------------------------------------------------------------

ANY_EVENT = st.sampled_from(
    (
        on.CheckedIn(pain=40, fatigue=40),
        on.CheckedIn(pain=90, fatigue=20, sleep=70),
        on.FogAnswered(2),
        on.FlareTold(FlareWord.A_FLARE),
        on.SessionTold(0),
        on.SessionTold(50),
        on.SessionTold(150),
        on.EasierToday(20),
        on.OfferAnswered(Reply.ACCEPT),
        on.OfferAnswered(Reply.STAY),
        on.KeptMovingTold(kept=False),
        on.GateSet(Gate.PAUSED),
        on.GateSet(Gate.OPEN),
        on.AskSkipped(Ask.CHECK_IN),
        on.TakenBack("key-2"),
        on.DayTold(on.Busy.FAR_TOO_MUCH),
        begun().event,
    )
)


@settings(max_examples=100)
@given(st.lists(st.tuples(st.integers(1, 30), st.floats(4, 27), ANY_EVENT), max_size=60))
def test_whatever_was_told_there_is_a_today(told: list[tuple[int, float, Event]]) -> None:
    log = with_keys(begun(), *(entry(*one) for one in told))
    today = today_of(log, at(30, 20))
    assert today.decision is not None
    assert list(today.asks) == [ask for ask in Ask if ask in today.asks]
    assert today.decision == list(decisions(log, until=date_of(30)))[-1]
    if today.dose is not None and today.decision.dose is not None:
        assert today.dose <= today.decision.dose


def test_the_day_at_the_door_turns_at_four() -> None:
    assert day_of(at(3, 3.9)) == date_of(2)
    assert day_of(at(3, 4)) == date_of(3)


def test_an_offer_page_of_this_morning_is_still_told() -> None:
    today = look(8, 9, *offered())
    assert today.decision is not None
    assert today.decision.action == Action.OFFER


# A fold at hand -------------------------------------------------------------------------------


@pytest.mark.parametrize("closed", [3, 17, 19])
def test_a_fold_at_hand_gives_the_same_today(closed: int) -> None:
    log = [begun(), *ordinary(*range(1, 21))]
    log += [entry(15, 12, event) for event in look(15, 12, *log).to_write]
    fold = Fold(usual_known_until=date_of(15))
    for number in range(1, closed + 1):
        of_the_day = [one for one in log if local_day(one) == date_of(number)]
        fold.evening(date_of(number), of_the_day)
    later = [one for one in log if local_day(one) > date_of(closed)]
    lasting = [one for one in log if isinstance(one.event, on.LASTING)]
    at_hand = [*later, *(one for one in lasting if one not in later)]
    now = at(21, 12)
    with_fold = today_of(at_hand, now, fold=fold)
    assert replace(with_fold, last_answer=None) == replace(today_of(log, now), last_answer=None)


def test_usual_written_today_is_not_written_again_today() -> None:
    log = [begun(), *ordinary(*range(1, 16))]
    written = [entry(15, 12, event) for event in look(15, 12, *log).to_write]
    assert written
    assert not look(15, 13, *log, *written).to_write


def test_a_fold_that_looked_itself_is_not_asked_to_write_twice() -> None:
    log = [begun(), *ordinary(*range(1, 20))]

    def closed(number: int) -> Fold:
        fold = Fold()
        for day in range(1, number + 1):
            fold.evening(date_of(day), [one for one in log if local_day(one) == date_of(day)])
        return fold

    written = [entry(15, 12, event) for event in look(15, 12, *log).to_write]
    log += written
    later = [one for one in log if local_day(one) >= date_of(15)]
    assert today_of(
        [one for one in later if one not in written], at(15, 12), fold=closed(14)
    ).to_write
    assert not today_of(later, at(15, 13), fold=closed(14)).to_write
    assert not today_of(later, at(17, 13), fold=closed(14)).to_write
