"""The laws of the Rule of Two, in the words they are published in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from steadystep.core import rule, shapes, signal
from steadystep.core.ladder import MINUTES
from steadystep.core.policy import GENTLE, STEADY
from tests.laws.histories import (
    START,
    TOP,
    Lived,
    Told,
    answered,
    any_day,
    day_of,
    live,
    plain_day,
    spells,
    warm_bits,
)

# What the rule learns about a person (waits, plateaus, late responses) is switched off where a
# law speaks of later days: see "Known exceptions" on the published page.
UNLEARNED = replace(GENTLE, back_off_most=0, plateau_rises=99, late_flares=99).numbers()

# A shrunken policy: a short history then holds several rises and flares.
QUICK = replace(
    GENTLE,
    baseline_days=1,
    calming_days=3,
    calming_answers=1,
    spacing_days=3,
    goes_on_days=3,
    second_within_days=6,
    half_pace_days=4,
    answers_full_pace=3,
    answers_least=2,
    steady_sessions=1,
)
QUICK_UNLEARNED = replace(QUICK, back_off_most=0, plateau_rises=99, late_flares=99)


def rose(lived: Lived) -> bool:
    """Did the rung rise on this day, other than by the person's own choice?"""
    own = lived.day.chosen != shapes.NONE or lived.day.more
    return lived.heard.plan.rung > lived.before.plan.rung and not own


@given(spells(any_day()))
def test_law_1_no_rise_in_an_open_window_while_calming_on_a_hard_day_or_in_the_baseline_week(
    told: list[Told],
) -> None:
    """The dose never exceeds the rung; leaving an ease is not a rise."""
    for policy in (GENTLE, QUICK):
        numbers = policy.numbers()
        for one in live(told, numbers):
            assert one.said.dose <= one.said.rung
            if not rose(one):
                continue
            assert one.before.watch.opened == shapes.CLOSED or one.day.answer != shapes.SILENT
            assert one.before.watch.rise != shapes.ACCEPTED
            assert not one.said.red
            assert one.day.answer < shapes.WARM
            assert one.day.today - one.heard.body.last_red >= numbers.calming_days
            assert one.day.today - one.heard.plan.began >= numbers.baseline_days


@given(spells(any_day()))
def test_law_2a_no_offer_without_todays_answer_three_answers_in_seven_days_and_two_since_the_rise(
    told: list[Told],
) -> None:
    """The later of the two comes at 48 h or after."""
    for policy in (GENTLE, QUICK):
        numbers = policy.numbers()
        lived = live(told, numbers)
        for number, one in enumerate(lived):
            if one.said.offered == shapes.NONE and not rose(one):
                continue
            assert one.day.answer != shapes.SILENT
            week = lived[max(0, number - 6) : number + 1]
            answers = [day.day for day in week if day.heard.body.seen & 1]
            assert len(answers) >= numbers.answers_least
            first = one.before.watch.first if one.before.watch.rise == shapes.JUDGED else None
            if first is not None:
                since = [
                    day.day.today
                    for day in lived[: number + 1]
                    if day.day.today > first and day.day.answer != shapes.SILENT
                ]
                assert len(since) >= numbers.watch_answers
                assert (since[-1] - first) * 24 >= numbers.watch_hours


def larger(worse: shapes.Morning, better: shapes.Morning) -> bool:
    """Is the dose, the rung, or the rung offered larger in the worse history?"""
    return (
        worse.dose > better.dose
        or worse.rung > better.rung
        or max(worse.offered, worse.rung) > max(better.offered, better.rung)
    )


@st.composite
def pairs(
    draw: st.DrawFn, changes: tuple[tuple[int, int], ...]
) -> tuple[list[Told], list[Told], int]:
    """Two histories that differ in one answer, the second being the better one."""
    told = draw(spells(plain_day(), longest=6, most=8))
    at = draw(st.integers(0, len(told) - 1))
    worse, better = draw(st.sampled_from(changes))
    symptoms = draw(st.integers(1, 3))
    fewer = symptoms & draw(st.integers(1, 3)) or symptoms
    first, second = list(told), list(told)
    first[at] = told[at]._replace(answer=worse, warm=warm_bits(worse, symptoms))
    second[at] = told[at]._replace(answer=better, warm=warm_bits(better, fewer))
    return first, second, at


WORSE = tuple((worse, better) for worse in range(1, 5) for better in range(1, worse))
SILENCED = ((shapes.SILENT, shapes.CALM),)


@settings(max_examples=400)
@given(pairs(SILENCED))
def test_law_2b_taking_away_a_calm_answer_never_gives_a_larger_dose_or_an_earlier_offer(
    pair: tuple[list[Told], list[Told], int],
) -> None:
    """That day or any later day. Not covered: taking away a warning. Nobody acts on the untold."""
    silenced, full, _ = pair
    for numbers in (UNLEARNED, QUICK_UNLEARNED.numbers()):
        for fewer, more in zip(live(silenced, numbers), live(full, numbers), strict=True):
            assert not larger(fewer.said, more.said)


@settings(max_examples=400)
@given(pairs(WORSE))
def test_law_3a_a_worse_answer_never_gives_a_larger_dose_an_offer_or_a_higher_rung(
    pair: tuple[list[Told], list[Told], int],
) -> None:
    """That day or any later day, with what the rule learns switched off."""
    worse, better, _ = pair
    for numbers in (UNLEARNED, QUICK_UNLEARNED.numbers()):
        for bad, good in zip(live(worse, numbers), live(better, numbers), strict=True):
            assert not larger(bad.said, good.said)


@settings(max_examples=400)
@given(pairs(WORSE + SILENCED))
def test_law_3a_holds_on_the_day_itself_with_all_that_the_rule_learns(
    pair: tuple[list[Told], list[Told], int],
) -> None:
    worse, better, at = pair
    for policy in (GENTLE, QUICK):
        numbers = policy.numbers()
        assert not larger(live(worse, numbers)[at].said, live(better, numbers)[at].said)


@given(
    usual=st.integers(0, 100),
    rise=st.integers(5, 50),
    below=st.integers(0, 100),
    other=st.integers(-1, 100),
)
def test_law_3b_an_answer_below_usual_gives_exactly_the_decision_of_an_answer_at_usual(
    usual: int, rise: int, below: int, other: int
) -> None:
    reference = signal.Reference(usual, usual, rise, rise)
    at_usual = signal.listen(reference, usual, other)
    assert signal.listen(reference, min(below, usual), other) == at_usual
    assert signal.listen(reference, other, min(below, usual)) == signal.listen(
        reference, other, usual
    )


@given(
    usual=st.integers(0, 100),
    rise=st.integers(5, 50),
    answers=st.tuples(st.integers(0, 100), st.integers(0, 100)),
)
def test_a_higher_number_is_never_heard_as_a_better_one(
    usual: int, rise: int, answers: tuple[int, int]
) -> None:
    low, high = sorted(answers)
    assert signal.level(usual, rise, low) <= signal.level(usual, rise, high)


@given(spells(any_day()))
def test_law_4_the_dose_is_at_most_every_limit_and_the_rung_gains_one_in_seven_days(
    told: list[Told],
) -> None:
    """Steady: at most two in seven days. A person's own bigger step is theirs."""
    for policy, gains in ((GENTLE, 1), (STEADY, 2)):
        lived = live(told, policy.numbers())
        for one in lived:
            if one.said.dose != shapes.NONE:
                assert one.said.dose <= one.day.limit
                assert one.day.guard == shapes.NONE or one.said.dose <= one.day.guard
        for number in range(len(lived)):
            assert sum(rose(one) for one in lived[number : number + 7]) <= gains


@settings(max_examples=300)
@given(spells(any_day()))
def test_law_5_a_flare_makes_the_dose_smaller_at_once_and_it_stays_so_until_below_the_warning(
    told: list[Told],
) -> None:
    """From then to the first answer below the warning no dose is larger than the first one.

    No offer until calm.
    """
    for policy in (GENTLE, QUICK):
        first_dose = None
        for one in live(told, policy.numbers()):
            if one.day.gate != shapes.OPEN:
                first_dose = None
                continue
            if one.heard.body.flaring:
                assert one.said.offered == shapes.NONE
                assert not rose(one)
            begins = one.said.red and not one.before.body.flaring
            yesterday = one.before.plan.told
            if begins:
                first_dose = one.said.dose
                if yesterday != shapes.NONE:
                    assert one.said.dose < yesterday or one.said.dose == 0
            elif one.heard.body.easing and first_dose is not None:
                assert one.said.dose <= first_dose
            elif not one.heard.body.easing:
                first_dose = None


@given(spells(any_day()))
def test_law_6_within_seven_days_of_a_rise_of_any_kind_nothing_more_is_offered(
    told: list[Told],
) -> None:
    """Dose, days a week, effort and movement: one thing at a time. The person's own are theirs."""
    last = None
    for one in live(told):
        if one.said.offered != shapes.NONE or rose(one):
            assert last is None or one.day.today - last >= GENTLE.spacing_days
        if one.said.fired == shapes.STEP_TAKEN:
            last = one.day.today
        elif one.said.fired == shapes.AFTER_RISE:
            # A rise that was taken back does not stand; the wait after it is longer.
            last = None


@given(spells(any_day()))
def test_law_7_same_facts_same_decision_however_often_it_is_asked(told: list[Told]) -> None:
    numbers = GENTLE.numbers()
    for one in live(told, numbers):
        again = rule.morning(one.before, one.day, numbers, MINUTES)
        unknown = one.day._replace(did=shapes.UNKNOWN, boom=0)
        assert again == (one.heard, one.said)
        assert rule.morning(one.before, unknown, numbers, MINUTES) == again


@settings(max_examples=300)
@given(spells(plain_day(), longest=6, most=8), st.data())
def test_law_8_readings_never_give_a_larger_dose_or_an_earlier_offer(
    told: list[Told], data: st.DataObject
) -> None:
    """A history with words from a device beside the same one without them."""
    words = (0, shapes.SLEEP_WORSE, shapes.HRV_OFF, shapes.HEART_RATE_UP)
    with_device = [one._replace(waits=data.draw(st.sampled_from(words))) for one in told]
    for numbers in (UNLEARNED, QUICK_UNLEARNED.numbers()):
        for more, none in zip(live(with_device, numbers), live(told, numbers), strict=True):
            assert not larger(more.said, none.said)


@given(spells(any_day()))
def test_law_9_a_red_flag_pacing_only_clinician_first_and_a_pause_never_emit_an_offer(
    told: list[Told],
) -> None:
    """Nor do they ever raise the rung."""
    for one in live(told):
        if one.day.gate != shapes.OPEN:
            assert one.said.offered == shapes.NONE
            assert one.heard.plan.rung <= one.before.plan.rung
            assert one.said.action in (shapes.PAUSE, shapes.PACE, shapes.WITHOUT_PLAN)


@given(spells(any_day()))
def test_law_10_every_decision_has_an_action_and_what_it_rests_on(told: list[Told]) -> None:
    """The words that carry these numbers are proved with the words themselves."""
    for one in live(told):
        if one.said.action == shapes.OFFER:
            assert one.said.blocked == 0
            assert one.said.offered == one.said.rung + 1
        elif one.said.action in (shapes.HOLD, shapes.STAY):
            assert one.said.blocked or one.said.fired
        elif one.said.action not in (shapes.PAUSE, shapes.WITHOUT_PLAN, shapes.PACE):
            assert one.said.fired


QUIET = st.builds(
    lambda answer, did, reply, gate: Told(answer=answer, did=did, reply=reply, gate=gate),
    st.sampled_from((shapes.SILENT, shapes.CALM, shapes.RAISED)),
    st.sampled_from((shapes.UNKNOWN, 0, 50, 100)),
    st.sampled_from((shapes.NO_REPLY, shapes.STAY_HERE, shapes.TRY_MORE)),
    st.sampled_from((shapes.OPEN, shapes.OPEN, shapes.PAUSED)),
)


@given(spells(QUIET, longest=3))
def test_law_11_declining_skipping_silence_and_pausing_never_lower_the_rung_and_are_no_flare(
    told: list[Told],
) -> None:
    """By themselves. After a gap the day of return begins smaller, and is said as a welcome."""
    for one in live(told):
        assert not one.said.red
        came_back = one.said.gap_days > 0 and one.day.did > 0
        if not came_back:
            assert one.after.plan.rung == one.before.plan.rung
        assert one.said.fired in (shapes.NOTHING, shapes.STARTED, shapes.AFTER_GAP)


# The printed table: every full answer, and the fog answers that agree with it.
FOG_AGREES = (
    (shapes.CALM, (-1, 0)),
    (shapes.RAISED, (1,)),
    (shapes.WARM, (1,)),
    (shapes.HIGH, (2,)),
)


@settings(max_examples=300)
@given(spells(plain_day(), longest=6, most=8), st.data())
def test_law_12_a_fog_answer_never_gives_a_larger_dose_than_the_full_answer_it_agrees_with(
    told: list[Told], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(told) - 1))
    full, agreeing = data.draw(st.sampled_from(FOG_AGREES))
    answer, warm = signal.listen_in_fog(data.draw(st.sampled_from(agreeing)), signal.NOTHING_KNOWN)
    symptoms = data.draw(st.integers(1, 3))
    in_full, in_fog = list(told), list(told)
    in_full[at] = told[at]._replace(answer=full, warm=warm_bits(full, symptoms))
    in_fog[at] = told[at]._replace(answer=answer, warm=warm)
    for numbers in (UNLEARNED, QUICK_UNLEARNED.numbers()):
        for fog, plain in zip(live(in_fog, numbers), live(in_full, numbers), strict=True):
            assert not larger(fog.said, plain.said)


def days_to_an_offer(state: shapes.State, today: int, *, most: int) -> int | None:
    """Days of calm answers and done sessions until an offer or a stated limit."""
    numbers = GENTLE.numbers()
    for ahead in range(most):
        day = day_of(today + ahead, Told(reply=shapes.NO_REPLY, limit=TOP))
        state, said = rule.morning(state, day, numbers, MINUTES)
        if said.action == shapes.OFFER or said.blocked & shapes.ARRIVED:
            return ahead
        state = rule.evening(state, day, said, numbers)
    return None


@given(spells(any_day()))
@example([Told(answer=shapes.HIGH, warm=3)] * 60)
def test_law_14_nobody_is_stuck(told: list[Told]) -> None:
    """From every reachable state calm answers and done sessions lead to an offer or a limit."""
    lived = live(told)
    longest = GENTLE.back_off_days << GENTLE.back_off_most
    assert days_to_an_offer(lived[-1].after, len(told), most=longest + 28) is not None


@pytest.mark.parametrize("policy", [GENTLE, STEADY, QUICK])
def test_a_person_who_is_always_calm_climbs_and_arrives(policy: object) -> None:
    numbers = policy.numbers()  # type: ignore[attr-defined]
    lived = live([Told()] * 400, numbers)
    assert lived[-1].said.rung == TOP
    assert lived[-1].said.blocked & shapes.ARRIVED
    assert lived[0].said.rung == START


@given(answered(shapes.WARM, shapes.HIGH), st.integers(0, 6))
def test_after_a_warning_there_is_no_offer_until_a_calm_answer(
    warning: tuple[int, int], silence: int
) -> None:
    calm, raised = Told(reply=shapes.NO_REPLY), Told(answer=shapes.RAISED, reply=shapes.NO_REPLY)
    hard = Told(answer=warning[0], warm=warning[1], flare=shapes.A_HARD_DAY, reply=shapes.NO_REPLY)
    quiet = Told(answer=shapes.SILENT, reply=shapes.NO_REPLY)
    told = [calm] * 10 + [hard] + [quiet] * silence + [raised] * 10 + [calm]
    actions = [one.said.action for one in live(told)]
    assert shapes.OFFER not in actions[10:-1]
    assert actions[-1] == shapes.OFFER
