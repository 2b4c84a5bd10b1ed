"""A diary as if the rule had been there: what is assumed, and that the rest is never invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steadystep.core import ladder, reasons
from steadystep.core.decision import Action, Decision, Flare
from steadystep.core.diary import Assumed, DiaryTerms, replay
from steadystep.core.facts import NONE, DayFacts, FlareWord
from steadystep.core.observations import Unit
from tests.core.lives import date_of, told

WALK = DiaryTerms()
MEASURED = DiaryTerms(has_load=True)

TENTHS = st.one_of(st.just(NONE), st.just(40), st.integers(0, 10).map(lambda points: points * 10))
DAYS = st.lists(
    st.fixed_dictionaries(
        {},
        optional={
            "pain": TENTHS,
            "fatigue": TENTHS,
            "sleep": TENTHS,
            "flare": st.sampled_from((FlareWord.NOT_SAID, FlareWord.NOT_SAID, FlareWord.A_FLARE)),
            "load": st.one_of(st.just(NONE), st.integers(0, 900)),
            "rmssd": st.one_of(st.just(NONE), st.integers(100, 900)),
            "resting_heart_rate": st.one_of(st.just(NONE), st.integers(450, 900)),
        },
    ),
    max_size=80,
).map(lambda rows: [told(number, **facts) for number, facts in enumerate(rows, start=1)])
TERMS = st.builds(
    DiaryTerms,
    has_load=st.booleans(),
    pacing_only=st.booleans(),
    pain_step=st.sampled_from((1, 10, 33)),
)


def measured(*loads: int, first: int = 1, pain: int = 40) -> list[DayFacts]:
    """Days at usual on which so much was moved, in minutes; -1 is not known."""
    return [
        told(number, pain=pain, load=NONE if load < 0 else load * 10)
        for number, load in enumerate(loads, start=first)
    ]


def said(days: list[DayFacts], terms: DiaryTerms) -> dict[int, Decision]:
    """What the rule would have said on each numbered day."""
    return {number: one.decision for number, one in enumerate(replay(days, terms), start=1)}


# What is assumed ------------------------------------------------------------------------------


def test_what_is_taken_for_granted_is_said_with_and_without_a_load() -> None:
    assert WALK.assumed == (
        Assumed.NOBODY_FOLLOWED,
        Assumed.SCREENED_NEGATIVE,
        Assumed.NOON,
        Assumed.RED_IS_FLARE,
        Assumed.WALK_DONE_WHEN_ANSWERED,
        Assumed.ACCEPTED_NEXT_ANSWER,
        Assumed.USUAL_UP_UNANSWERED,
    )
    assert MEASURED.assumed == (
        Assumed.NOBODY_FOLLOWED,
        Assumed.SCREENED_NEGATIVE,
        Assumed.NOON,
        Assumed.RED_IS_FLARE,
        Assumed.START_FROM_LOAD,
        Assumed.DONE_FROM_LOAD,
        Assumed.ACCEPTED_FROM_LOAD,
        Assumed.GAP_FROM_LOAD,
        Assumed.USUAL_UP_UNANSWERED,
    )


def test_named_malaise_is_said_instead_of_a_negative_screen() -> None:
    assumed = DiaryTerms(pacing_only=True).assumed
    assert Assumed.PACING_ONLY in assumed
    assert Assumed.SCREENED_NEGATIVE not in assumed


@pytest.mark.parametrize("unit", Unit)
def test_a_measured_day_stands_on_the_ladder_of_whole_days(unit: Unit) -> None:
    assert DiaryTerms(unit=unit, has_load=True).terms.ladder is ladder.WHOLE_DAY[unit]
    assert DiaryTerms(unit=unit).terms.ladder is ladder.MOVEMENT[unit]


def test_what_was_lived_already_is_no_new_movement_and_an_assumed_walk_is_one() -> None:
    assert MEASURED.terms.new_movement is False
    assert WALK.terms.new_movement is True


def test_each_line_keeps_the_day_as_it_was_written_down() -> None:
    days = measured(30, 30, 30, 30)
    assert [one.facts for one in replay(days, MEASURED)] == days


# Without a load -------------------------------------------------------------------------------


def test_without_a_load_the_walk_begins_at_the_assumed_dose() -> None:
    assert said([told(1, pain=40)], WALK)[1].reason == reasons.Started(50, 7)
    assert said([told(1, pain=40)], DiaryTerms(start=85))[1].level == 80


def test_an_offer_is_taken_at_the_next_answer_and_not_in_silence() -> None:
    days = [told(number, pain=40) for number in range(1, 16)]
    days += [told(16), told(17), told(18, pain=40)]
    lines = said(days, WALK)
    assert lines[15].offered == 60
    assert (lines[16].level, lines[17].level) == (50, 50)
    assert lines[18].reason == reasons.StepTaken(50, 60, 72)


def test_an_offer_is_not_taken_on_a_hard_day_nor_kept_for_later() -> None:
    days = [told(number, pain=40) for number in range(1, 16)]
    lines = said([*days, told(16, pain=90), told(17, pain=40)], WALK)
    assert lines[15].offered == 60
    assert lines[16].flare == Flare.RED
    assert lines[17].level == 50


def test_the_walk_counts_as_done_on_every_day_with_an_answer() -> None:
    """Four silent days are a gap; had they been answered they were none."""
    answered = [told(number, pain=40) for number in range(1, 9)]
    silent = [told(number) for number in range(9, 13)]
    assert said([*answered, *silent, told(13, pain=40)], WALK)[13].action == Action.EASE_IN
    kept = [told(number, pain=40) for number in range(9, 14)]
    assert said([*answered, *kept], WALK)[13].action != Action.EASE_IN


# With a load ----------------------------------------------------------------------------------


def test_three_known_days_begin_the_plan_on_the_rung_under_the_first_dose() -> None:
    """Nobody moved on day 2, nothing is known of day 3, and day 4 was a flare."""
    days = [*measured(20, 0, -1), told(4, pain=90, load=900, flare=FlareWord.A_FLARE)]
    lines = said([*days, *measured(40, 31, 30, first=5)], MEASURED)
    known = [lines[number].reason for number in range(1, 7)]
    assert known == [
        reasons.NoPlanYet(0, 3),
        reasons.NoPlanYet(1, 3),
        reasons.NoPlanYet(1, 3),
        reasons.NoPlanYet(1, 3),
        reasons.NoPlanYet(1, 3),
        reasons.NoPlanYet(2, 3),
    ]
    assert lines[7].action == Action.START
    assert lines[7].level == 240


def until_an_offer(*loads: int) -> dict[int, Decision]:
    """A fortnight of 30 minutes a day; on day 15 there is a usual, and an offer of 26."""
    lines = said(measured(*[30] * 14, *loads), MEASURED)
    assert lines[4].level == 240
    assert lines[15].offered == 260
    return lines


@pytest.mark.parametrize(
    ("loads", "taken_on"),
    [
        ((30, 30, 30, 30, 30), 18),  # the day of the offer is the first of three
        ((26, 26, 26, 30, 30), 18),  # exactly what was offered
        ((30, -1, 30, 30, 30), 19),  # an unknown day neither counts nor breaks
        ((30, 30, 25, 30, 30, 30, 30), 21),  # a smaller one begins the count again
        ((25, 30, 30, 30, 30), 19),
    ],
)
def test_an_offer_is_taken_once_three_known_loads_in_a_row_have_reached_it(
    loads: tuple[int, ...], taken_on: int
) -> None:
    lines = until_an_offer(*loads)
    levels = {number: line.level for number, line in lines.items() if number >= 15}
    assert levels == {number: 260 if number >= taken_on else 240 for number in levels}
    assert isinstance(lines[taken_on].reason, reasons.StepTaken)


def test_a_silent_day_keeps_the_offer_and_its_count_and_is_no_yes() -> None:
    days = [*measured(*[30] * 17), *measured(30, first=18, pain=NONE), *measured(30, first=19)]
    lines = said(days, MEASURED)
    assert lines[17].offered == 260
    assert lines[18].level == 240
    assert lines[19].level == 260


def test_an_offer_that_something_gets_in_the_way_of_is_dropped_with_its_count() -> None:
    """Two loads reached it; then came a flare. Afterwards three are wanted again."""
    days = [*measured(*[30] * 16), *measured(30, first=17, pain=90)]
    lines = said([*days, *measured(*[30] * 12, first=18)], MEASURED)
    assert lines[17].flare == Flare.RED
    again = next(number for number, line in lines.items() if number > 17 and line.offered)
    assert again == 24
    taken = next(number for number, line in lines.items() if line.level == 260)
    assert taken == again + 3


def test_a_new_offer_is_counted_from_its_own_first_day() -> None:
    """The three loads that took the first step count for nothing at the second."""
    lines = until_an_offer(*[30] * 30)
    offers = [
        (number, line.offered)
        for number, line in lines.items()
        if line.offered and lines[number - 1].offered != line.offered
    ]
    taken = [number for number, line in lines.items() if isinstance(line.reason, reasons.StepTaken)]
    assert offers[:2] == [(15, 260), (taken[0] + 7, 280)]
    assert taken[1] == offers[1][0] + 3


def test_a_whole_day_above_the_rung_is_no_session_above_the_dose() -> None:
    """The rung is 24 and 30 are moved every day: that is the day, and opens no window."""
    lines = until_an_offer(30)
    assert not any(line.watching for line in lines.values())


def test_a_boom_is_said_on_the_next_morning_and_holds_offers() -> None:
    lines = until_an_offer(30, 70, 30, 30, 30)
    assert [number for number, line in lines.items() if line.boom] == [17]
    assert "big_day" in lines[17].blocked_by
    assert lines[16].offered == 260


def test_a_bust_is_said_on_the_next_morning_and_holds_nothing() -> None:
    lines = until_an_offer(30, 10, 30)
    assert [number for number, line in lines.items() if line.bust] == [17]
    assert lines[17].offered == 260


# What holds for every diary -------------------------------------------------------------------


@settings(max_examples=60)
@given(DAYS, TERMS, st.integers(0, 80))
def test_cutting_a_diary_at_any_day_gives_the_same_lines_up_to_there(
    days: list[DayFacts], terms: DiaryTerms, cut: int
) -> None:
    assert list(replay(days[:cut], terms)) == list(replay(days, terms))[:cut]


@settings(max_examples=60)
@given(DAYS, TERMS, st.integers(0, 900))
def test_the_load_of_a_day_is_not_known_on_its_morning(
    days: list[DayFacts], terms: DiaryTerms, load: int
) -> None:
    if days:
        other = [*days[:-1], days[-1]._replace(load=load)]
        assert said(other, terms) == said(days, terms)


@settings(max_examples=60)
@given(DAYS, TERMS)
def test_two_replays_of_a_diary_are_equal(days: list[DayFacts], terms: DiaryTerms) -> None:
    assert list(replay(days, terms)) == list(replay(days, terms))


@settings(max_examples=60)
@given(DAYS, st.booleans())
def test_a_diary_read_as_pacing_only_has_no_increment_of_any_kind(
    days: list[DayFacts],
    has_load: bool,  # noqa: FBT001 - drawn by name
) -> None:
    lines = list(said(days, DiaryTerms(has_load=has_load, pacing_only=True)).values())
    levels = [line.level for line in lines if line.level is not None]
    assert all(line.offered is None for line in lines)
    assert levels == sorted(levels, reverse=True)
    assert {line.action for line in lines} <= {Action.PACING_ONLY, Action.NO_PLAN}


@settings(max_examples=60)
@given(DAYS, TERMS)
def test_no_rung_is_stood_on_that_was_not_offered_before(
    days: list[DayFacts], terms: DiaryTerms
) -> None:
    offered: set[int] = set()
    level = None
    for line in said(days, terms).values():
        rose = level is not None and line.level is not None and line.level > level
        assert not rose or line.level in offered
        level = line.level
        offered |= {line.offered} if line.offered else set()


def test_an_empty_diary_has_no_lines() -> None:
    assert list(replay([], MEASURED)) == []


def test_a_diary_says_the_date_of_each_line() -> None:
    lines = said(measured(*[30] * 5), MEASURED)
    assert [line.day for line in lines.values()] == [date_of(number) for number in range(1, 6)]
    assert lines[1].level is None
