"""What was brought warns like a remembered word, and earns nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from steadystep.core import events as on
from steadystep.core.asks import Ask
from steadystep.core.brought import first_day_needed, is_larger, more_careful, usual_from
from steadystep.core.decision import Action, Decision, Flare
from steadystep.core.facts import FlareWord
from steadystep.core.movements import Movement
from steadystep.core.observations import Symptom, Unit
from steadystep.core.policy import GENTLE
from steadystep.core.reasons import (
    Felt,
    FlareOnItsOwn,
    HeartRateUp,
    HeartVariabilityOff,
    SleepWorse,
)
from steadystep.core.record import decisions
from steadystep.core.today import to_tell, today_of
from tests.core.lives import at, begun, date_of, entry, ordinary

if TYPE_CHECKING:
    from steadystep.core.events import Entry, Event

HEARING = GENTLE.hearing()
READY = 36


def said(entries: list[Entry], last: int) -> dict[int, Decision]:
    return dict(enumerate(decisions(entries, until=date_of(last)), start=1))


def record(last: int = READY, **plan: object) -> list[Entry]:
    """Calm days on which the dose was done: there is an offer every day from the eighth on."""
    return [begun(**plan), *ordinary(*range(1, last + 1))]


def brought(first: int, last: int, event: Event) -> list[Entry]:
    """The same of every day."""
    return [entry(day, 12, event) for day in range(first, last + 1)]


CALM = on.DiaryBrought(pain=30, fatigue=30)

# Devices --------------------------------------------------------------------------------------


def a_faster_heart() -> list[Entry]:
    return [
        *brought(1, READY - 7, on.DayMeasured(resting_heart_rate=600)),
        *brought(READY - 6, READY, on.DayMeasured(resting_heart_rate=660)),
    ]


def test_without_anything_brought_there_is_an_offer() -> None:
    assert said(record(), READY)[READY].action == Action.OFFER


def test_a_resting_heart_rate_that_is_up_holds_the_offer() -> None:
    today = said([*record(), *a_faster_heart()], READY)[READY]
    assert (today.action, today.reason) == (Action.HOLD, HeartRateUp())


def test_where_a_medicine_sets_the_heart_rate_readings_of_it_say_nothing() -> None:
    plan = record(ignore_heart=True)
    assert said([*plan, *a_faster_heart()], READY) == said(plan, READY)


def test_heart_rate_variability_that_is_off_holds_the_offer() -> None:
    steady = [
        *brought(1, 28, on.DayMeasured(hrv_rmssd=400)),
        entry(3, 13, on.DayMeasured(None, 410)),
    ]
    off = brought(29, READY, on.DayMeasured(hrv_rmssd=200))
    today = said([*record(), *steady, *off], READY)[READY]
    assert (today.action, today.reason) == (Action.HOLD, HeartVariabilityOff())


def test_of_several_readings_of_one_day_the_more_careful_counts() -> None:
    calmer = brought(READY - 6, READY, on.DayMeasured(resting_heart_rate=600))
    today = said([*record(), *a_faster_heart(), *calmer], READY)[READY]
    assert today.reason == HeartRateUp()


# Another diary --------------------------------------------------------------------------------


def test_a_crash_of_another_diary_is_the_persons_own_word_of_a_flare() -> None:
    today = said([*record(), entry(20, 12, on.DiaryBrought(crash=True))], READY)[20]
    assert (today.action, today.flare) == (Action.EASE, Flare.RED)
    assert (today.dose, today.reason) == (30, FlareOnItsOwn(Felt(marked=True)))


def test_a_number_clearly_above_that_diarys_own_usual_holds_until_a_calm_answer() -> None:
    diary = [*brought(1, 19, CALM), entry(20, 12, on.DiaryBrought(pain=70))]
    told = said([*record(), *diary], READY)
    assert (told[20].action, told[20].flare) == (Action.HOLD, Flare.AMBER)
    assert "unsettled" in told[20].blocked_by
    assert told[21].action == Action.OFFER


def test_two_such_days_of_three_are_a_flare() -> None:
    diary = [*brought(1, 19, CALM), *brought(20, 21, on.DiaryBrought(fatigue=70))]
    assert said([*record(), *diary], READY)[21].flare == Flare.RED


def test_a_number_is_measured_against_its_own_diary_and_no_other() -> None:
    """Seven there may be what four is here."""
    diary = brought(1, READY, on.DiaryBrought(pain=70, fatigue=70))
    assert said([*record(), *diary], READY) == said(record(), READY)


def test_a_number_of_a_diary_that_is_hardly_known_says_nothing() -> None:
    diary = [*brought(1, 13, CALM), entry(14, 12, on.DiaryBrought(pain=100))]
    assert said([*record(), *diary], READY) == said(record(), READY)


def test_a_night_of_another_diary_holds_where_it_is_clearly_worse() -> None:
    diary = [*brought(1, 19, on.DiaryBrought(sleep=20)), entry(20, 12, on.DiaryBrought(sleep=70))]
    assert said([*record(), *diary], READY)[20].reason == SleepWorse()


def test_a_night_that_was_told_here_counts_instead_of_that_of_another_diary() -> None:
    diary = [*brought(1, 19, on.DiaryBrought(sleep=20)), entry(20, 12, on.DiaryBrought(sleep=70))]
    here = entry(20, 9, on.CheckedIn(sleep=20))
    assert said([*record(), *diary, here], READY)[20].action == Action.OFFER


def test_a_calm_number_is_no_answer_and_earns_nothing() -> None:
    silent = [begun(), *(entry(day, 10, on.SessionTold(50)) for day in range(1, READY + 1))]
    told = said([*silent, *brought(1, READY, CALM)], READY)
    assert told == said(silent, READY)
    assert told[READY].missing == ("answer",)


def test_a_warning_is_no_answer_either() -> None:
    """Three answers in a week are wanted; one that was brought is none of them."""
    days = [*ordinary(*range(1, 15)), *ordinary(21, 22)]
    hard = [*brought(-10, 0, CALM), *brought(1, 14, CALM), entry(19, 12, on.DiaryBrought(pain=90))]
    log = [begun(), *days, *(entry(day, 10, on.SessionTold(50)) for day in range(15, 21)), *hard]
    assert said(log, 22)[19].flare == Flare.AMBER
    assert said(log, 22)[22].offered is None


def test_what_is_brought_answers_no_question_of_the_morning() -> None:
    log = [*record(10), entry(11, 6, on.DiaryBrought(crash=True))]
    log += [entry(12, 6, on.DiaryBrought(crash=True)), entry(13, 6, on.DiaryBrought(crash=True))]
    today = today_of(log, at(13, 8))
    assert {Ask.CHECK_IN, Ask.SILENT_DAYS} <= set(today.asks)
    assert today.decision is not None
    assert today.decision.action == Action.EASE


def test_a_long_flare_that_was_brought_is_asked_about() -> None:
    log = [*record(10), *brought(11, 14, on.DiaryBrought(crash=True)), *ordinary(15)]
    assert today_of(log, at(16, 8)).long_flare == (date_of(11), 96)


def test_a_crash_that_was_brought_takes_no_answer_out_of_usual() -> None:
    crashes = brought(2, 6, on.DiaryBrought(crash=True))
    assert (
        today_of([*record(14), *crashes], at(15, 9)).to_write
        == today_of(record(14), at(15, 9)).to_write
        != ()
    )


def test_the_window_that_is_shown_is_that_of_what_is_said() -> None:
    """The warning at noon restarts what the session of the morning before had opened."""
    log = [*record(10), entry(10, 9, on.DoseChosen(60)), entry(10, 11, on.SessionTold(60))]
    log += [*ordinary(11), *brought(-10, 11, CALM)]
    hard = entry(12, 6, on.DiaryBrought(pain=90))
    alone, warned = (today_of(one, at(12, 14)).window for one in (log, [*log, hard]))
    assert alone is not None
    assert warned is not None
    assert (alone.answers, warned.answers) == (1, 0)
    assert warned.hours < alone.hours


# Where both are heard -------------------------------------------------------------------------


def test_where_the_warned_record_would_allow_more_the_record_alone_is_said() -> None:
    alone = said(record(), READY)[READY]
    warned = alone._replace(dose=alone.dose and alone.dose + 10)
    assert more_careful(alone, warned) is alone
    assert more_careful(warned, alone) is alone


def a_day_made_smaller(alone: int | None) -> list[Entry]:
    """What was told each day, where a crash that was brought made the eighth smaller."""
    return [
        entry(day, 9, on.DecisionGiven(50, 30, alone=alone) if day == 8 else TOLD)
        for day in range(1, READY + 1)
    ]


TOLD = on.DecisionGiven(50, 50)


def test_all_of_a_step_that_a_file_made_smaller_is_a_part_of_the_step_without_it() -> None:
    """Else the file would lower what has to be done for an offer."""
    done = {8: 30, 9: 30, 12: 30}
    days = [one for day in range(1, READY) for one in ordinary(day, done=done.get(day, 50))]
    crash = entry(8, 5, on.DiaryBrought(crash=True))
    without = said([begun(), *days, *a_day_made_smaller(None)[:7], entry(8, 9, TOLD)], READY)
    with_it = said([begun(), *days, crash, *a_day_made_smaller(50)], READY)
    unknown = said([begun(), *days, crash, *a_day_made_smaller(None)], READY)
    assert (with_it[8].dose, without[8].dose) == (30, 50)
    assert "not_yet_steady" in without[15].blocked_by
    assert [one[15].offered for one in (without, with_it, unknown)] == [None, None, 60]
    assert with_it[16].offered == 60


def test_the_morning_writes_down_what_the_record_alone_would_have_told() -> None:
    crash = entry(9, 5, on.DiaryBrought(crash=True))
    morning = today_of([*record(8), crash], at(9, 8))
    given = to_tell(morning, ("A smaller step today.",), "en")
    assert given is not None
    assert (given.dose, given.alone) == (30, 50)
    told = entry(9, 8, given)
    assert to_tell(today_of([*record(8), crash, told], at(9, 9)), (), "en") is None
    # With the word of the person themselves it is the same step for another reason.
    flare = entry(9, 8, on.FlareTold(FlareWord.A_FLARE))
    later = to_tell(today_of([*record(8), crash, flare, told], at(9, 9)), (), "en")
    assert later is not None
    assert (later.dose, later.alone) == (30, None)
    without = to_tell(today_of(record(8), at(9, 8)), (), "en")
    assert without is not None
    assert without.alone is None


def test_the_window_of_the_record_alone_measures_against_its_own_dose() -> None:
    log = [*record(10), entry(11, 8, on.CheckedIn(pain=40, fatigue=40))]
    log += [entry(11, 9, on.DecisionGiven(50, 30, alone=50)), entry(11, 10, on.SessionTold(50))]
    assert today_of(log, at(11, 12)).window is None
    crash = entry(11, 5, on.DiaryBrought(crash=True))
    assert today_of([*log, crash], at(11, 12)).window is not None


def test_where_nothing_is_told_for_a_day_anything_is_larger() -> None:
    one = said(record(), READY)[3]
    assert is_larger(one, one._replace(dose=None))
    assert not is_larger(one._replace(dose=None), one)


def test_a_step_that_was_told_is_a_fact_for_both() -> None:
    """After a flare that was brought answered a rise, the step taken anew is the same step."""
    log = [*record(10), entry(10, 11, on.DoseChosen(60)), *ordinary(*range(11, 30), done=60)]
    hard = entry(12, 12, on.DiaryBrought(crash=True))
    again = entry(25, 7, on.DoseChosen(60))
    assert said([*log, hard], 29)[24].level == 50
    told = said([*log, hard, again], 29)
    assert told[29].level == said([*log, again], 29)[29].level == 60


def test_another_plan_knows_what_was_brought_before_it() -> None:
    stretches = on.PlanStarted(unit=Unit.REPS, start=40, movement=Movement.BREATH_STRETCH)
    log = [*record(20), entry(21, 7, stretches)]
    crash = entry(20, 12, on.DiaryBrought(crash=True))
    with_it, without = said([*log, crash], 22)[21], said(log, 22)[21]
    assert with_it.dose is not None
    assert without.dose is not None
    assert with_it.dose < without.dose


# Usual ----------------------------------------------------------------------------------------


def diary(days: int, event: on.DiaryBrought) -> list[tuple[object, on.DiaryBrought]]:
    return [(date_of(1) - timedelta(days=day), event) for day in range(1, days + 1)]


def test_another_diary_shows_a_usual_where_it_holds_enough() -> None:
    usual = dict(usual_from(diary(14, CALM), date_of(1), HEARING))  # type: ignore[arg-type]
    assert (usual[Symptom.PAIN].tenths, usual[Symptom.FATIGUE].tenths) == (30, 30)
    assert usual_from(diary(13, CALM), date_of(1), HEARING) == ()  # type: ignore[arg-type]


def test_days_that_were_marked_as_a_flare_are_left_out_of_it() -> None:
    marked = on.DiaryBrought(90, 90, crash=True)
    days = [*diary(14, CALM), *diary(6, marked)]
    assert usual_from(days, date_of(1), HEARING) == ()  # type: ignore[arg-type]


def test_a_coarse_scale_warns_a_whole_step_of_it_above_its_usual() -> None:
    days = [
        *diary(27, on.DiaryBrought(pain=33)),
        (date_of(0) - timedelta(days=27), on.DiaryBrought(67)),
    ]
    ((_, usual),) = usual_from(days, date_of(1), HEARING)  # type: ignore[arg-type]
    assert usual.rise == 34


def test_where_no_usual_was_told_that_of_another_diary_warns_from_the_first_day_on() -> None:
    plan = begun(usual_pain=None, usual_fatigue=None)
    log = [plan, *ordinary(1, 2), entry(3, 8, on.CheckedIn(pain=80)), *ordinary(*range(4, 14))]
    before = brought(-20, 0, on.DiaryBrought(pain=40, fatigue=40))
    assert said(log, 13)[3].flare == Flare.NONE
    told = said([*log, *before], 13)
    assert (told[3].flare, told[3].action) == (Flare.RED, Action.EASE)


def test_another_diarys_usual_brings_no_offer_forward() -> None:
    """Offers wait until there are answers enough here."""
    log = record(16, usual_pain=None, usual_fatigue=None)
    before = brought(-20, 0, on.DiaryBrought(pain=40, fatigue=40))
    alone, filled = said(log, 16), said([*log, *before], 16)
    assert [one.offered for one in filled.values()] == [one.offered for one in alone.values()]
    assert (filled[14].offered, filled[15].offered) == (None, 60)


def test_usual_as_it_was_told_stands_beside_another_diary() -> None:
    before = brought(-20, 0, on.DiaryBrought(pain=10, fatigue=10))
    assert said([*record(), *before], READY) == said(record(), READY)


def test_the_log_needs_the_days_of_the_plan_and_a_few_before() -> None:
    four_weeks = timedelta(days=28)
    assert first_day_needed(None, date_of(40)) == date_of(40) - four_weeks
    assert first_day_needed(date_of(1), date_of(40)) == date_of(1) - four_weeks
    assert first_day_needed(date_of(50), date_of(40)) == date_of(40) - four_weeks


@pytest.mark.parametrize("word", [FlareWord.NOT_SAID, FlareWord.A_HARD_DAY])
def test_a_crash_counts_beside_a_softer_word_of_the_same_day(word: FlareWord) -> None:
    log = [*record(), entry(20, 9, on.FlareTold(word)), entry(20, 12, on.DiaryBrought(crash=True))]
    assert said(log, READY)[20].flare == Flare.RED
