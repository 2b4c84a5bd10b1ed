"""What a record remembers besides the rule: take-backs, the pace, another plan, usual as a fact."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steadystep.core import events as on
from steadystep.core.decision import Action, Decision, Flare
from steadystep.core.events import Entry, Pace
from steadystep.core.facts import FlareWord, Reply
from steadystep.core.fold import Fold
from steadystep.core.movements import Movement
from steadystep.core.observations import Symptom, Unit
from steadystep.core.reasons import BackAfterGap, Watching
from steadystep.core.record import NoPlanError, decisions
from steadystep.core.today import today_of
from tests.core.lives import at, begun, date_of, entry, ordinary


def said(entries: list[Entry], *, last: int | None = None) -> dict[int, Decision]:
    until = None if last is None else date_of(last)
    return dict(enumerate(decisions(entries, until=until), start=1))


def keyed(one: Entry, key: str) -> Entry:
    return replace(one, key=key)


# Taking back ----------------------------------------------------------------------------------


def test_what_was_taken_back_counts_no_more() -> None:
    seven = keyed(entry(3, 7, on.CheckedIn(pain=70)), "seven")
    log = [begun(), *ordinary(1, 2, 3), seven]
    assert said(log)[3].flare == Flare.RED
    back = entry(3, 9, on.TakenBack("seven"))
    assert said([*log, back])[3] == said([begun(), *ordinary(1, 2, 3)])[3]


def test_an_unknown_key_takes_nothing_back() -> None:
    log = [begun(), *ordinary(1, 2, 3)]
    assert said([*log, entry(3, 9, on.TakenBack(""))])[3] == said(log)[3]


# Chapters -------------------------------------------------------------------------------------


def test_what_was_read_changes_no_decision() -> None:
    log = [begun(), *ordinary(*range(1, 12))]
    read = [
        entry(4, 9, on.ChapterLeft("steadystep", 3, 2)),
        entry(4, 10, on.ChapterRead("steadystep", 3)),
    ]
    assert said([*log, *read]) == said(log)


# The pace -------------------------------------------------------------------------------------


def risen(*more: Entry) -> list[Entry]:
    """Six minutes taken on day 8, and every day ordinary."""
    log = [begun(), *ordinary(*range(1, 8)), entry(8, 9, on.DoseChosen(60))]
    return [*log, *ordinary(*range(8, 16), done=60), *more]


def test_the_steady_pace_offers_sooner_and_names_its_policy() -> None:
    gentle, steady = said(risen()), said(risen(entry(1, 12, on.PaceChosen(Pace.STEADY))))
    assert gentle[12].action == Action.HOLD
    assert steady[12].action == Action.OFFER
    assert gentle[12].policy.endswith("gentle, guarded")
    assert steady[12].policy.endswith("steady, guarded")


def test_the_gentle_pace_chosen_again_holds_from_that_day_on() -> None:
    log = risen(entry(1, 12, on.PaceChosen(Pace.STEADY)), entry(12, 7, on.PaceChosen(Pace.GENTLE)))
    told = said(log)
    assert told[11].policy.endswith("steady, guarded")
    assert told[12].policy.endswith("gentle, guarded")
    assert told[12].action == Action.HOLD


# Another plan ---------------------------------------------------------------------------------

STRETCHES = on.PlanStarted(
    unit=Unit.REPS, start=40, movement=Movement.BREATH_STRETCH, usual_pain=10, usual_fatigue=10
)


def test_another_plan_begins_at_a_step_of_its_own_in_a_baseline_week() -> None:
    told = said([begun(), *ordinary(*range(1, 10)), entry(10, 7, STRETCHES)], last=12)
    assert told[9].unit == Unit.MINUTES
    assert (told[10].unit, told[10].level, told[10].action) == (Unit.REPS, 40, Action.START)
    assert "baseline_week" in told[11].blocked_by


def test_usual_is_the_persons_and_not_the_movements() -> None:
    told = said([begun(), *ordinary(*range(1, 20)), entry(20, 7, STRETCHES)], last=21)
    assert told[21].reference == told[19].reference


def test_a_look_before_another_plan_is_still_written() -> None:
    log = [begun(), *ordinary(*range(1, 15)), entry(15, 7, STRETCHES)]
    assert [one.usual for one in today_of(log, at(15, 12)).to_write] == [40, 40]


def test_a_flare_goes_on_under_another_plan() -> None:
    log = [begun(), *ordinary(*range(1, 9)), entry(9, 8, on.FlareTold(FlareWord.A_FLARE))]
    told = said([*log, entry(10, 7, STRETCHES), entry(10, 8, on.CheckedIn(pain=60))], last=10)
    assert told[10].dose is not None
    assert told[10].dose < 40


def test_a_rest_from_offers_is_not_cut_short_by_another_plan() -> None:
    log = [begun(), *ordinary(*range(1, 9))]
    twice_stayed = [entry(8, 9, on.OfferAnswered(Reply.STAY))]
    old = said([*log, *twice_stayed, *ordinary(*range(9, 20))])
    assert "resting" in old[12].blocked_by
    new = said([*log, *twice_stayed, entry(9, 7, STRETCHES), *ordinary(*range(9, 20), done=40)])
    assert "resting" in new[12].blocked_by


def test_of_two_plans_on_one_day_the_later_holds() -> None:
    log = [begun(), entry(1, 9, STRETCHES)]
    assert said(log)[1].unit == Unit.REPS


# Usual as a fact ------------------------------------------------------------------------------


def settled(usual: int, *, number: int = 15, higher: int | None = None) -> list[Entry]:
    return [
        entry(number, 7, on.ReferenceSet(symptom, usual, 120, 20, higher))
        for symptom in (Symptom.PAIN, Symptom.FATIGUE)
    ]


LATE = [
    entry(number, 8, on.CheckedIn(pain=90, fatigue=90), recorded=at(20, 9))
    for number in range(1, 15)
]


def test_a_late_fact_moves_no_usual_that_was_set() -> None:
    log = [begun(), *ordinary(*range(1, 21))]
    assert said([*log, *LATE])[16].reference.usual_pain == 90
    assert said([*log, *LATE, *settled(40)])[16].reference.usual_pain == 40


def test_until_the_day_it_was_set_usual_is_the_one_that_was_told() -> None:
    told = said([begun(), *ordinary(*range(1, 21)), *settled(30, number=18)])
    assert told[17].reference.usual_pain == 40
    assert told[18].reference.usual_pain == 30
    assert told[18].reference.rise_pain == 20


def test_after_the_last_set_usual_is_looked_at_again() -> None:
    """Set at six on day 15, and looked at on the evening of day 42: four by then."""
    told = said([begun(), *ordinary(*range(1, 45)), *settled(60)])
    assert told[42].reference.usual_pain == 60
    assert told[43].reference.usual_pain == 40


def test_a_question_about_usual_is_kept_with_it() -> None:
    told = said([begun(), *ordinary(*range(1, 21)), *settled(40, higher=60)])
    assert "usual_moved_up" in told[16].blocked_by
    assert told[16].reason.kind == "usual_moved_up"


def test_the_door_is_handed_usual_once_after_each_look() -> None:
    log = [begun(), *ordinary(*range(1, 60))]
    written_on = []
    for number in range(1, 60):
        today = today_of([one for one in log if one.at <= at(number, 12)], at(number, 12))
        if today.to_write:
            written_on.append(number)
        log += [entry(number, 12, event) for event in today.to_write]
    assert written_on == [15, 43]


def test_a_look_that_found_nobody_home_is_written_when_somebody_is() -> None:
    log = [begun(), *ordinary(*range(1, 20))]
    assert today_of(log, at(19, 12)).to_write
    log += [entry(19, 12, event) for event in today_of(log, at(19, 12)).to_write]
    assert not today_of(log, at(19, 13)).to_write
    assert not today_of(log, at(20, 13)).to_write


def test_a_symptom_that_is_never_told_is_not_written_every_day() -> None:
    log = [begun(), *(entry(number, 8, on.CheckedIn(pain=40)) for number in range(1, 30))]
    log += [entry(15, 12, event) for event in today_of(log, at(15, 12)).to_write]
    assert [one.event.symptom for one in log if isinstance(one.event, on.ReferenceSet)] == ["pain"]
    assert not today_of(log, at(25, 12)).to_write


@settings(max_examples=60)
@given(st.lists(st.sampled_from((20, 40, 60, 90, None)), min_size=16, max_size=60))
def test_writing_usual_down_changes_no_decision(
    pains: list[int | None],
) -> None:
    """Where nothing comes late, a record that keeps usual says what one without it says."""
    log = [begun()]
    log += [
        entry(number, 8, on.CheckedIn(pain=pain, fatigue=40))
        for number, pain in enumerate(pains, start=1)
        if pain is not None
    ]
    plain = said(log, last=len(pains))
    kept = list(log)
    for number in range(1, len(pains) + 1):
        so_far = [one for one in kept if one.at <= at(number, 12)]
        kept += [entry(number, 12, one) for one in today_of(so_far, at(number, 12)).to_write]
    assert said(kept, last=len(pains)) == plain


# Small things ---------------------------------------------------------------------------------


def test_a_fold_without_a_plan_has_nothing_to_say() -> None:
    fold = Fold()
    assert not fold.has_plan([])
    assert fold.silent_days() == 0
    with pytest.raises(NoPlanError):
        fold.morning(date_of(1), [])
    with pytest.raises(NoPlanError):
        fold.window(date_of(1), [], at(1, 8))


def test_a_hard_day_remembered_warns_and_a_flare_remembered_is_red() -> None:
    log = [begun(), *ordinary(*range(1, 9))]
    hard = said([*log, entry(10, 12, on.SilentDaysTold(FlareWord.A_HARD_DAY))], last=11)
    assert hard[10].flare == Flare.AMBER
    red = said([*log, entry(10, 12, on.SilentDaysTold(FlareWord.A_FLARE))], last=11)
    assert red[10].flare == Flare.RED
    no = said([*log, entry(10, 12, on.SilentDaysTold(FlareWord.NOT_SAID))], last=11)
    assert no[11] == said(log, last=11)[11]


def test_a_remembered_word_takes_no_flare_back() -> None:
    log = [begun(), *ordinary(*range(1, 9)), entry(10, 8, on.FlareTold(FlareWord.A_FLARE))]
    told = said([*log, entry(10, 12, on.SilentDaysTold(FlareWord.A_HARD_DAY))], last=10)
    assert told[10].flare == Flare.RED


def test_no_i_did_not_keep_moving_leaves_the_gap() -> None:
    log = [begun(), *ordinary(*range(1, 9))]
    told = said([*log, entry(15, 8, on.KeptMovingTold(kept=False))], last=15)
    assert isinstance(told[15].reason, BackAfterGap)
    told = said([*log, entry(15, 8, on.KeptMovingTold())], last=15)
    assert not isinstance(told[15].reason, BackAfterGap)


def test_far_too_much_is_heard_in_either_word() -> None:
    log = [begun(), *ordinary(*range(1, 10))]
    either = [
        said([*log, entry(9, 20, word), *ordinary(10)])[10]
        for word in (on.FarTooMuchTold(), on.DayTold(on.Busy.FAR_TOO_MUCH))
    ]
    assert either[0] == either[1]
    assert isinstance(either[0].reason, Watching)


def test_a_busier_day_moves_nothing() -> None:
    log = [begun(), *ordinary(*range(1, 11))]
    assert said([*log, entry(9, 20, on.DayTold(on.Busy.BUSIER))])[10] == said(log)[10]
