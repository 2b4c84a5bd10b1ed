"""The rule from close by: what no diary shows, and the edges where a wrong sign would hide."""

from __future__ import annotations

from hypothesis import given

from steadystep.core import rule, shapes
from steadystep.core.ladder import MINUTES
from steadystep.core.policy import GENTLE
from tests.laws.histories import Lived, Told, any_day, day_of, live, spells, warm_bits

CALM = Told(reply=shapes.NO_REPLY)
ACCEPT = Told()
STAY = Told(reply=shapes.STAY_HERE)
SILENT = Told(answer=shapes.SILENT, did=shapes.UNKNOWN, reply=shapes.NO_REPLY)
FLARE = Told(answer=shapes.HIGH, warm=warm_bits(shapes.HIGH, 1), reply=shapes.NO_REPLY)
WEEK = [CALM] * 7
NUMBERS = GENTLE.numbers()


def level(lived: Lived) -> int:
    return lived.said.rung


# The first day --------------------------------------------------------------------------------


def test_before_the_first_day_nothing_is_remembered() -> None:
    never, none = shapes.NEVER, shapes.NONE
    assert rule.newborn(8) == shapes.State(
        shapes.Plan(8, 8, never, none, none, done=0, known=0, idle=0),
        shapes.Body(never, never, 0, 0, 0, 0, 0, seen=0, unsettled=0),
        shapes.Watch(shapes.SETTLED, never, never, shapes.CLOSED, 0, 0, 0, never),
        shapes.Pace(never, never, never, 0, 0, never, never, stays=0),
    )


# Whole numbers throughout ---------------------------------------------------------------------


@given(spells(any_day()))
def test_every_number_the_rule_holds_or_says_is_a_whole_number(told: list[Told]) -> None:
    """Numba and CPython read the same only as long as nothing else slips in."""
    for one in live(told):
        held = (*one.heard, *one.after, one.said)
        numbers = [number for part in held for number in part]
        assert all(type(number) is int for number in numbers)


@given(spells(any_day()))
def test_flags_are_nothing_but_0_and_1_and_rungs_stay_on_the_ladder(told: list[Told]) -> None:
    for one in live(told):
        body, plan = one.after.body, one.after.plan
        assert {body.flaring, body.easing, body.unsettled, one.said.red} <= {0, 1}
        assert 0 <= plan.rung < len(MINUTES.doses)
        assert plan.told in range(-1, len(MINUTES.doses))
        assert 0 <= plan.start < len(MINUTES.doses)
        assert one.said.gap_days == 0 or one.said.gap_days > GENTLE.gap_same_days


@given(spells(any_day()))
def test_where_there_is_no_plan_nothing_is_blocked_and_nothing_fired(told: list[Told]) -> None:
    for one in live(told):
        if one.day.gate != shapes.OPEN:
            assert (one.said.fired, one.said.blocked, one.said.gap_days) == (0, 0, 0)
            assert one.said.offered == shapes.NONE


# Staying --------------------------------------------------------------------------------------


def test_a_step_taken_makes_the_next_stay_the_first_one_again() -> None:
    first = live([*WEEK, STAY, *[CALM] * 7, ACCEPT, *[CALM] * 7, STAY])
    assert first[-1].after.pace.rest_until - first[-1].day.today == GENTLE.stay_days
    again = live([*WEEK, STAY, *[CALM] * 7, STAY])
    assert again[-1].after.pace.rest_until - again[-1].day.today == GENTLE.stay_again_days


def test_a_smaller_step_makes_the_next_stay_the_first_one_again() -> None:
    smaller = CALM._replace(chosen=5)
    lived = live([*WEEK, STAY, *[CALM] * 7, smaller, *[CALM] * 7, STAY])
    assert lived[-1].after.pace.rest_until - lived[-1].day.today == GENTLE.stay_days


# The lowest rungs -----------------------------------------------------------------------------


def test_from_the_second_rung_the_first_is_reached() -> None:
    gap = live([CALM, *[CALM._replace(did=0)] * 4, CALM], start=1)
    assert (level(gap[0]), level(gap[-1])) == (1, 0)
    rise = [CALM._replace(chosen=1) if number == 7 else CALM for number in range(8)]
    answered = live([*rise, CALM, FLARE], start=0)
    assert (level(answered[-2]), level(answered[-1])) == (1, 0)


def test_from_the_first_rung_there_is_no_way_down() -> None:
    lived = live([*WEEK, *[FLARE] * 12], start=0)
    assert {level(one) for one in lived} == {0}
    assert {one.said.dose for one in lived} == {0}


def test_the_first_flare_day_is_one_rung_under_what_was_told_where_the_rung_just_rose() -> None:
    """A gap told one half; the person kept moving, and a flare came with the answer."""
    gap = [*WEEK, *[CALM._replace(did=0)] * 20]
    told = live(gap)[-1].said.dose
    flare = live([*gap, FLARE._replace(kept_moving=1)])[-1].said
    assert flare.rung > told
    assert flare.dose == told - 1 < MINUTES.eased[flare.rung]


def test_the_first_flare_day_after_the_smallest_dose_is_the_smallest_again() -> None:
    """She began on the lowest rung, and a long gap told it again while the rung stood higher."""
    gap = [*WEEK, CALM._replace(chosen=8), *[CALM._replace(did=0)] * 40]
    lived = live(gap, start=0)
    assert lived[-1].said.dose == 0
    flare = live([*gap, FLARE._replace(kept_moving=1)], start=0)[-1].said
    assert (flare.rung, flare.dose) == (8, 0)


# What answers a rise --------------------------------------------------------------------------


def rise_and_flare(days_after: int, *, between: Told = CALM) -> list[Told]:
    """A step taken on day 7, and a flare so many days after its first session."""
    return [*WEEK, ACCEPT, *[between] * (days_after - 1), FLARE]


def test_a_flare_on_the_last_day_of_a_pause_within_three_days_is_answered_on_return() -> None:
    for day, rung in ((GENTLE.blame_days, 8), (GENTLE.blame_days + 1, 9)):
        told = rise_and_flare(day)
        told[-1] = told[-1]._replace(gate=shapes.PAUSED)
        assert level(live([*told, CALM])[-1]) == rung


def test_a_rise_of_a_slow_movement_is_judged_a_day_longer() -> None:
    for slow, judged in ((0, shapes.SETTLED), (1, shapes.JUDGED)):
        told = [*WEEK, ACCEPT, *[CALM] * (GENTLE.blame_days + 1)]
        lived = live([one._replace(slow=slow) for one in told])
        assert lived[-1].after.watch.rise == judged


def test_a_flare_that_goes_on_counts_a_red_day_of_exactly_fourteen_days_before() -> None:
    raised = Told(answer=shapes.RAISED, reply=shapes.NO_REPLY)
    for apart, rung in ((14, 7), (15, 8)):
        told = [*WEEK, FLARE, *[raised] * (apart - 1), FLARE]
        assert level(live(told)[-1]) == rung


# What is learned ------------------------------------------------------------------------------


def answered_rise(wait: int) -> list[Told]:
    """A step taken, a flare the day after, and calm for as long as offers wait."""
    return [ACCEPT, FLARE, *[CALM] * (wait - 1)]


def test_after_a_plateau_it_takes_three_answered_rises_again() -> None:
    told = [*WEEK, *answered_rise(14), *answered_rise(28), *answered_rise(56)]
    lived = live(told)
    assert lived[-1].after.pace.hits == 0
    once_more = live([*told, *answered_rise(56), ACCEPT, FLARE])
    assert once_more[-1].after.pace.hits == 2
    assert once_more[-1].day.today >= once_more[-1].after.pace.plateau_until


def test_a_rise_that_passes_begins_the_count_anew() -> None:
    two = [*WEEK, *answered_rise(14), *answered_rise(28)]
    assert live(two)[-1].after.pace.hits == 2
    passed = live([*two, ACCEPT, *[CALM] * 6])
    assert (passed[-1].after.pace.hits, passed[-1].after.pace.wait) == (0, 1)
    assert passed[-1].after.pace.stays == 0


def test_a_step_taken_back_by_hand_that_stays_calm_makes_no_wait_shorter() -> None:
    told = [*WEEK, *answered_rise(14), ACCEPT, CALM._replace(chosen=8), *[CALM] * 6]
    lived = live(told)
    assert lived[-1].after.watch.first == shapes.NEVER
    assert lived[-1].after.pace.wait == 1


def test_an_own_step_still_waits_for_its_first_session_when_the_one_before_it_passes() -> None:
    own = CALM._replace(chosen=11, did=0)
    told = [*WEEK, ACCEPT, CALM, own, *[CALM._replace(did=0)] * 2]
    watches = [one.after.watch for one in live(told)]
    assert [watch.first for watch in watches[7:]] == [7, 7, 7, 7, shapes.NEVER]
    assert [watch.rise for watch in watches[9:]] == [shapes.ACCEPTED] * 3


def test_a_rise_taken_back_gives_the_pace_of_the_rise_before_it() -> None:
    """With an answered rise forgotten, the days count from the one that still stands."""
    told = [*WEEK, ACCEPT, *[CALM] * 7, ACCEPT, FLARE]
    pace = live(told)[-1].after.pace
    assert pace.last_rise == pace.rise_before == 7
    assert pace.last_hit == 16


# Asking ---------------------------------------------------------------------------------------


@given(spells(any_day()))
def test_what_becomes_of_the_day_plays_no_part_in_its_morning(told: list[Told]) -> None:
    for one in live(told):
        later = day_of(one.day.today, Told())._replace(
            **{
                name: value
                for name, value in one.day._asdict().items()
                if name not in {"did", "did_at", "boom"}
            }
        )
        assert rule.morning(one.before, later, NUMBERS, MINUTES)[1] == one.said


# All that stands in the way is noted ----------------------------------------------------------


def test_a_guard_and_a_rest_stand_beside_whatever_else_there_is() -> None:
    guarded = live([*[CALM] * 3, CALM._replace(guard=8)])[-1].said.blocked
    assert guarded == shapes.BASELINE | shapes.UNSTEADY | shapes.GUARDED
    resting = live([*WEEK, STAY, ACCEPT._replace(chosen=9)])[-1].heard
    day = day_of(9, CALM)
    assert rule.too_soon(resting.pace, day.today, NUMBERS) == shapes.TOO_SOON | shapes.RESTING


def test_resting_is_the_reason_though_something_later_in_the_order_stands_there_too() -> None:
    waiting = CALM._replace(waits=shapes.USUAL_UP)
    said = live([*WEEK, STAY, *[CALM] * 3, waiting])[-1].said
    assert said.action == shapes.STAY
    assert said.blocked == shapes.RESTING | shapes.USUAL_UP


def test_each_known_session_is_counted_once_up_to_seven() -> None:
    known = [one.after.plan.known for one in live([CALM, SILENT, *[CALM] * 8])]
    assert known == [1, 1, 2, 3, 4, 5, 6, 7, 7, 7]


def test_a_guard_may_hold_the_lowest_rung() -> None:
    assert level(live([CALM._replace(guard=0)])[-1]) == 0


def test_wanting_more_makes_the_next_stay_the_first_one_again() -> None:
    more = CALM._replace(reply=shapes.TRY_MORE)
    lived = live([*WEEK, STAY, more, STAY])
    assert lived[-1].after.pace.rest_until - lived[-1].day.today == GENTLE.stay_days


def test_smaller_is_what_is_told_though_something_else_was_raised() -> None:
    lived = live([*WEEK, CALM._replace(chosen=5, more=1)])
    assert lived[-1].said.fired == shapes.SMALLER
    assert level(lived[-1]) == 5


# Coming back ----------------------------------------------------------------------------------

IDLE = CALM._replace(did=0)


def test_the_least_movement_is_a_return_and_counting_begins_at_nothing() -> None:
    for did, rung, idle in ((0, 8, 6), (1, 7, 0)):
        lived = live([*WEEK, *[IDLE] * 5, CALM._replace(did=did)])
        assert lived[-1].after.plan.rung == rung
        assert lived[-1].after.plan.idle == idle
        assert (lived[-1].after.pace.last_rise == lived[-1].day.today) == (did > 0)


def test_kept_moving_leaves_no_idle_day() -> None:
    lived = live([*WEEK, *[IDLE] * 5, SILENT._replace(kept_moving=1), IDLE])
    assert lived[-1].after.plan.idle == 1
    assert lived[-1].said.gap_days == 0


def test_a_day_in_a_gap_on_which_nothing_was_done_is_no_return() -> None:
    told = [*WEEK, ACCEPT, *[SILENT._replace(did=0)] * 6]
    lived = live(told)
    assert lived[-1].said.gap_days > 0
    assert lived[-1].after.watch.first == 7
    assert lived[-1].after.pace.last_rise == 7
    back = live([*told, CALM._replace(did=1)])
    assert back[-1].after.watch.first == shapes.NEVER
    assert back[-1].after.pace.last_rise == back[-1].day.today


# The window -----------------------------------------------------------------------------------

HUSH = SILENT._replace(did=100)


def test_after_a_warm_answer_two_more_are_wanted_and_not_one() -> None:
    """She answers every other day. One answer, two days after the warm one, closes nothing."""
    warm = Told(answer=shapes.WARM, warm=1, reply=shapes.NO_REPLY)
    told = [*WEEK, ACCEPT, HUSH, warm, HUSH, CALM, HUSH, CALM]
    opened = [one.after.watch.opened != shapes.CLOSED for one in live(told)]
    assert opened[7:] == [True, True, True, True, True, True, False]


def test_a_big_day_wants_two_answers_of_its_own() -> None:
    told = [*WEEK, CALM._replace(did=130), HUSH, CALM, HUSH, CALM]
    opened = [one.after.watch.opened != shapes.CLOSED for one in live(told)]
    assert opened[7:] == [True, True, True, True, False]


def test_a_big_day_in_a_window_keeps_the_sessions_done_in_it() -> None:
    told = [*WEEK, ACCEPT, CALM._replace(did=130), IDLE, IDLE]
    opened = [one.after.watch.opened != shapes.CLOSED for one in live(told)]
    assert opened[7:] == [True, True, True, False]


def test_a_big_day_without_a_window_begins_to_count_its_sessions() -> None:
    """Seven quiet days of sessions before it are no sessions of its window."""
    told = [*WEEK, CALM._replace(did=130), IDLE, IDLE, CALM, CALM]
    opened = [one.after.watch.opened != shapes.CLOSED for one in live(told)]
    assert opened[7:] == [True, True, True, True, False]


def test_an_answer_at_the_very_hour_a_window_opens_is_not_since_it() -> None:
    opened = live([*WEEK, ACCEPT])[-1].after.watch
    day = day_of(8, CALM)
    at_once = day._replace(answered_at=opened.opened)
    assert rule.keep_watch(opened, at_once, 0, 0, NUMBERS).answers == 0
    assert rule.keep_watch(opened, day, 0, 0, NUMBERS).answers == 1
