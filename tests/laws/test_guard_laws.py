"""The laws with the guard on. It learns, so what they claim of later days is for the same doses."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steadystep.cohort.compiled import twin
from steadystep.core import guard, rule, shapes
from steadystep.core.guard import ONSET, QUIET, UNHEARD
from steadystep.core.guard_table import Table, table_for
from steadystep.core.guarding import Guarding
from steadystep.core.ladder import MINUTES
from steadystep.core.policy import GENTLE, Policy
from tests.laws.histories import START, TOP, Lived, Told, any_day, day_of, plain_day, spells
from tests.laws.test_laws import QUICK_UNLEARNED, SILENCED, WORSE, larger, pairs

GUARDED = replace(GENTLE, guard_risk_percent=10)
# Little is believed beforehand, so that a few days already move it.
WARY = replace(GUARDED, guard_prior_percent=100, guard_spread_percent=30)
FORGETFUL = replace(WARY, guard_memory_days=7, guard_slope_tenths=20, guard_quantile_percent=10)
POLICIES = (GUARDED, WARY, FORGETFUL)
QUICK_GUARDED = replace(QUICK_UNLEARNED, guard_risk_percent=10)
QUICK_WARY = replace(QUICK_GUARDED, guard_prior_percent=100, guard_spread_percent=30)

# From the least to the most that speaks for tolerance.
FROM_WORST = (ONSET, UNHEARD, QUIET)
DOSES = st.sampled_from((0, 5, 30, 50, 80, 100, 200))
HEARD = st.lists(st.tuples(DOSES, st.sampled_from(FROM_WORST)), min_size=1, max_size=60)


def tabulated(policy: Policy) -> Table:
    """The guard's numbers in minutes."""
    table = table_for(MINUTES, policy)
    assert table is not None
    return table


def caps(days: list[tuple[int, int]], policy: Policy) -> list[int]:
    """The dose named after each of these days, of which each is a dose and what was heard."""
    table = tabulated(policy)
    evidence, named = [0] * table.size, []
    middle = guard.middle_of(MINUTES.doses[START + 1], table)
    for dose, heard in days:
        guard.learn(evidence, dose, heard, table)
        named.append(guard.cap(evidence, middle, table))
    return named


@st.composite
def changed_days(draw: st.DrawFn) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The same doses heard twice, the first time worse on some of the days."""
    better = draw(HEARD)
    worse = [
        (dose, min(heard, draw(st.sampled_from(FROM_WORST)), key=FROM_WORST.index))
        for dose, heard in better
    ]
    return worse, better


@settings(max_examples=100)
@given(changed_days())
def test_law_3a_with_a_guard_worse_days_after_the_same_doses_never_name_a_larger_dose(
    pair: tuple[list[tuple[int, int]], list[tuple[int, int]]],
) -> None:
    """A flare is worse than silence, and silence is worse than a calm answer."""
    worse, better = pair
    for policy in POLICIES:
        for low, high in zip(caps(worse, policy), caps(better, policy), strict=True):
            assert low <= high


def test_law_2b_with_a_guard_holds_in_every_pair_of_four_days_after_the_same_doses() -> None:
    """Three doses, three things heard; each day of each history made worse in each way."""
    table = tabulated(WARY)
    middle = guard.middle_of(MINUTES.doses[START + 1], table)
    says = list(product((30, 50, 80), FROM_WORST))
    learned: dict[tuple[tuple[int, int], ...], list[int]] = {(): [0] * table.size}
    for length in range(1, 5):
        for days in product(says, repeat=length):
            learned[days] = list(learned[days[:-1]])
            guard.learn(learned[days], *days[-1], table)
    named = {days: guard.cap(learned[days], middle, table) for days in learned}
    for days, high in named.items():
        for at, (dose, heard) in enumerate(days):
            for worse in FROM_WORST[: FROM_WORST.index(heard)]:
                assert named[(*days[:at], (dose, worse), *days[at + 1 :])] <= high


def live_guarded(told: list[Told], policy: Policy) -> list[Lived]:
    """Live through a history with the rule and a guard that learns from it."""
    numbers, state, guarding = policy.numbers(), rule.newborn(START), Guarding(MINUTES, policy)
    lived = []
    for today, one in enumerate(told):
        chosen = None if one.chosen == shapes.NONE else MINUTES.doses[one.chosen]
        rung = guarding.rung_for(state, today, chosen)
        day = day_of(today, one._replace(guard=rung))
        heard, said = rule.morning(state, day, numbers, MINUTES)
        guarding.close(state, day, said, None)
        after = rule.evening(heard, day, said, numbers)
        lived.append(Lived(day, state, heard, said, after))
        state = after
    return lived


@settings(max_examples=60)
@given(spells(plain_day(), longest=8, most=8))
def test_law_4_the_guard_never_raises_a_dose_a_rung_or_an_offer(told: list[Told]) -> None:
    """Beside the same days without one, with what the rule itself learns switched off."""
    for policy in (QUICK_GUARDED, QUICK_WARY):
        free = replace(policy, guard_risk_percent=0)
        for guarded, unguarded in zip(
            live_guarded(told, policy), live_guarded(told, free), strict=True
        ):
            assert not larger(guarded.said, unguarded.said)


@settings(max_examples=40)
@given(spells(any_day(), longest=8, most=10))
def test_law_4_the_dose_is_at_most_the_guard_and_nothing_is_offered_above_it(
    told: list[Told],
) -> None:
    for policy in (GUARDED, WARY):
        for one in live_guarded(told, policy):
            assert 0 <= one.day.guard <= TOP
            assert one.said.dose <= one.day.guard
            assert one.said.offered <= one.day.guard


@settings(max_examples=60)
@given(pairs(WORSE + SILENCED))
def test_law_2b_and_3a_with_a_guard_hold_on_the_day_itself_and_for_the_guard_of_the_next(
    pair: tuple[list[Told], list[Told], int],
) -> None:
    """On later days doses differ, and the guard learns from what was done."""
    worse, better, at = pair
    for policy in (QUICK_GUARDED, QUICK_WARY):
        low, high = live_guarded(worse, policy), live_guarded(better, policy)
        assert not larger(low[at].said, high[at].said)
        if at + 1 < len(low):
            assert low[at + 1].day.guard <= high[at + 1].day.guard


QUIET_DAY = st.builds(
    lambda answer, did, reply: Told(answer=answer, did=did, reply=reply),
    st.sampled_from((shapes.SILENT, shapes.CALM, shapes.RAISED)),
    st.sampled_from((shapes.UNKNOWN, 0, 50, 100)),
    st.sampled_from((shapes.NO_REPLY, shapes.STAY_HERE, shapes.TRY_MORE)),
)


@settings(max_examples=30)
@given(spells(QUIET_DAY, longest=40, most=6))
def test_law_11_silence_and_skipping_never_let_the_guard_lower_the_rung(told: list[Told]) -> None:
    """However much of what was learned has faded meanwhile."""
    for policy in (WARY, FORGETFUL):
        for one in live_guarded(told, policy):
            assert one.said.fired != shapes.LIMIT_LOWERED


@settings(max_examples=10)
@given(spells(any_day(), longest=4, most=6))
def test_law_14_calm_answers_lead_from_anywhere_to_an_offer_or_a_stated_limit(
    told: list[Told],
) -> None:
    """The guard is no limit for ever: calm at its own dose lifts it."""
    tail = [*told, *[Told(guard=shapes.NONE, reply=shapes.NO_REPLY)] * 120]
    lived = live_guarded(tail, GUARDED)[len(told) :]
    assert any(
        one.said.action == shapes.OFFER or one.said.blocked == shapes.ARRIVED for one in lived
    )


@pytest.mark.slow
@pytest.mark.parametrize("backgrounds", [1, 3])
def test_the_guard_compiled_agrees_to_the_bit_with_the_guard_as_it_reads(backgrounds: int) -> None:
    """On arrays as on lists, through a thousand days of anything."""
    table = tabulated(replace(GUARDED, guard_backgrounds=backgrounds))
    parts: list[Any] = [np.array(one) if isinstance(one, tuple) else one for one in table]
    arrays, luck = Table(*parts), random.Random(backgrounds)
    learn, cap = twin(guard.learn), twin(guard.cap)
    plain, fast = [0] * table.size, np.zeros(table.size, dtype=np.int64)
    for _ in range(1_000):
        dose, heard = luck.choice((0, 3, 5, 40, 70, 300, 2_000)), luck.choice((0, 1, 1, 1, 2))
        guard.learn(plain, dose, heard, table)
        learn(fast, dose, heard, arrays)
        assert plain == fast.tolist()
        middle = luck.randrange(table.levels)
        assert guard.cap(plain, middle, table) == cap(fast, middle, arrays)
