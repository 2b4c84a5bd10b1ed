"""The invented person of the demo: what she lived through is what the rule makes of her words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from steadystep.core import events as on
from steadystep.core.asks import Ask
from steadystep.core.decision import Action
from steadystep.core.fold import local_day
from steadystep.core.reasons import BackAfterGap, FlareAfterBigDay, FlareAfterRise
from steadystep.core.record import decisions
from steadystep.core.today import today_of
from steadystep.explain import ENGLISH
from steadystep.web.home.life import diary, twelve_weeks

if TYPE_CHECKING:
    from steadystep.core.events import Entry

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def weeks() -> list[Entry]:
    return twelve_weeks(NOW, ENGLISH, "en")


def test_there_are_twelve_weeks_up_to_yesterday(weeks: list[Entry]) -> None:
    assert len(list(diary())) == 84
    days = {local_day(one) for one in weeks}
    assert min(days) == (NOW - timedelta(days=84)).date()
    assert max(days) == (NOW - timedelta(days=1)).date()


def test_one_flare_answers_a_rise_one_follows_a_big_day_and_one_illness_is_a_gap(
    weeks: list[Entry],
) -> None:
    reasons = [one.reason for one in decisions(weeks)]
    after_rise = [one for one in reasons if isinstance(one, FlareAfterRise)]
    after_big = [one for one in reasons if isinstance(one, FlareAfterBigDay)]
    back = [one for one in reasons if isinstance(one, BackAfterGap)]
    assert len(after_rise) == 1
    assert len({one.big_day for one in after_big}) == 1
    assert back[0].days == 8


def test_what_she_was_told_is_what_a_replay_says(weeks: list[Entry]) -> None:
    """The last decision told on each day is the one that her record gives."""
    replayed = {one.day: one for one in decisions(weeks)}
    told = {local_day(one): one.event for one in weeks if isinstance(one.event, on.DecisionGiven)}
    for day, given in told.items():
        assert given.decision is not None
        assert (given.level, given.dose) == (replayed[day].level, replayed[day].dose)
    assert len(told) > 70


def test_her_dose_rose_and_fell(weeks: list[Entry]) -> None:
    actions = {one.action for one in decisions(weeks)}
    assert {Action.STEP_BACK, Action.EASE, Action.EASE_IN, Action.PAUSE, Action.STAY} <= actions
    levels = [one.level for one in decisions(weeks) if one.level]
    assert max(levels) > levels[0]


def test_this_morning_asks_how_it_is(weeks: list[Entry]) -> None:
    today = today_of(weeks, NOW)
    assert today.ask == Ask.CHECK_IN
    assert today.last_answer is not None


@pytest.mark.parametrize("hour", [0, 3, 4, 12, 23])
def test_it_is_the_same_life_at_any_hour(hour: int) -> None:
    entries = twelve_weeks(NOW.replace(hour=hour), ENGLISH, "en")
    assert today_of(entries, NOW.replace(hour=hour)).plan is not None
