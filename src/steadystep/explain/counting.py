"""What is counted in a replayed diary before its story is told.

These are facts and no words. They stand here and not in `core`, since no rule reads them: they
are counted for the telling, and every number of the story is one of them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from steadystep.core import shapes, signal
from steadystep.core.decision import Action, Decision, Flare
from steadystep.core.facts import NONE
from steadystep.core.policy import GENTLE, Policy
from steadystep.core.reasons import (
    FlareAfterBigDay,
    FlareAfterRise,
    FlareOnItsOwn,
    StepTaken,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from steadystep.core.diary import DiaryDay
    from steadystep.core.facts import DayFacts

# A choice: the stretch that is short enough to be remembered.
RECENT_DAYS = 60
# A choice, design findings 17: how long after a big day a much smaller one is looked for.
BUST_WITHIN_DAYS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Days by what the rule would have done. Each day is counted once, except for `taken`.

    Attributes:
        days: Calendar days, silent ones included.
        held: The step stayed.
        offered: One more was offered.
        stepped_back: One rung down, or more.
        eased: A smaller dose on the same rung.
        eased_in: Smaller after a gap.
        paced: Inside an envelope, nothing being offered.
        paused: Something stood against a plan.
        no_plan: No first dose was known yet.
        started: The first dose was told.
        taken: A bigger step began, on a day that is held otherwise.
    """

    days: int
    held: int
    offered: int
    stepped_back: int
    eased: int
    eased_in: int
    paced: int
    paused: int
    no_plan: int
    started: int
    taken: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Flares:
    """Flares, each from its first RED day until a calm answer.

    Attributes:
        episodes: How many there were.
        red_days: RED days, in all of them.
        after_rise: Episodes that followed a rise.
        after_big_day: Episodes that followed a big day.
        on_their_own: Episodes that followed neither.
        warning_days: AMBER days.
        marked_days: Days the person called a flare.
    """

    episodes: int
    red_days: int
    after_rise: int
    after_big_day: int
    on_their_own: int
    warning_days: int
    marked_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Swings:
    """Booms and busts, and whether the one follows the other.

    Attributes:
        known_days: Days whose load is known.
        booms: Days far above the ones before.
        busts: Days far below.
        looked_after: Booms with enough days after them to look at.
        bust_after: Those with a bust among the next three days.
        other_days: All other weighed days with enough days after them.
        bust_after_other: Those with a bust among the next three days.
    """

    known_days: int
    booms: int
    busts: int
    looked_after: int
    bust_after: int
    other_days: int
    bust_after_other: int

    @property
    def busts_follow_booms(self) -> bool:
        """Do busts follow booms more often than other days? Compared as whole numbers."""
        return self.bust_after * self.other_days > self.bust_after_other * self.looked_after


@dataclass(frozen=True, slots=True)
class FirstAndLast:
    """One thing as it was at first, and as it is now."""

    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """All that the story tells.

    Attributes:
        whole: The whole diary.
        recent: Its last days, None where the diary is no longer than they are.
        answered: Days with an answer.
        silence: The longest run of days without one.
        flares: Flares and warnings.
        swings: Booms and busts.
        level: The rung at first and now, tenths of a unit; None where there never was one.
        usual_pain: Usual pain at first and now, tenths; None where it was never known.
        usual_fatigue: The same for fatigue.
        missing: What was not there to decide with, and on how many days, most often first.
    """

    whole: Counts
    recent: Counts | None
    answered: int
    silence: int
    flares: Flares
    swings: Swings
    level: FirstAndLast | None
    usual_pain: FirstAndLast | None
    usual_fatigue: FirstAndLast | None
    missing: tuple[tuple[str, int], ...]


def tally(days: Sequence[DiaryDay], policy: Policy = GENTLE) -> Tally:
    """Count a replayed diary, oldest day first.

    Args:
        days: What `core.diary.replay` gave, in one piece.
        policy: The numbers it was replayed with.
    """
    decisions = [one.decision for one in days]
    facts = [one.facts for one in days]
    missing = Counter(name for decision in decisions for name in decision.missing)
    return Tally(
        whole=_counts(decisions),
        recent=_counts(decisions[-RECENT_DAYS:]) if len(days) > RECENT_DAYS else None,
        answered=sum(1 for one in facts if one.answered),
        silence=_longest_silence(facts),
        flares=_flares(days),
        swings=_swings(facts, decisions, policy),
        level=_first_and_last([one.level for one in decisions]),
        usual_pain=_first_and_last([_known(one.reference.usual_pain) for one in decisions]),
        usual_fatigue=_first_and_last([_known(one.reference.usual_fatigue) for one in decisions]),
        missing=tuple(missing.most_common()),
    )


def _counts(decisions: Sequence[Decision]) -> Counts:
    told = Counter(one.action for one in decisions)
    return Counts(
        days=len(decisions),
        held=told[Action.HOLD] + told[Action.STAY],
        offered=told[Action.OFFER],
        stepped_back=told[Action.STEP_BACK],
        eased=told[Action.EASE],
        eased_in=told[Action.EASE_IN],
        paced=told[Action.PACING_ONLY],
        paused=told[Action.PAUSE],
        no_plan=told[Action.NO_PLAN],
        started=told[Action.START],
        taken=sum(1 for one in decisions if isinstance(one.reason, StepTaken)),
    )


def _longest_silence(facts: Sequence[DayFacts]) -> int:
    longest = silent = 0
    for one in facts:
        silent = 0 if one.answered else silent + 1
        longest = max(longest, silent)
    return longest


def _known(answer: int) -> int | None:
    return None if answer == NONE else answer


def _first_and_last(over_time: Sequence[int | None]) -> FirstAndLast | None:
    known = [one for one in over_time if one is not None]
    return FirstAndLast(known[0], known[-1]) if known else None


# Flares -----------------------------------------------------------------------------------------


def _flares(days: Sequence[DiaryDay]) -> Flares:
    kinds = Counter(_kind(episode) for episode in _episodes(days))
    stands = Counter(one.decision.flare for one in days)
    return Flares(
        episodes=kinds.total(),
        red_days=stands[Flare.RED],
        after_rise=kinds[FlareAfterRise.kind],
        after_big_day=kinds[FlareAfterBigDay.kind],
        on_their_own=kinds[FlareOnItsOwn.kind],
        warning_days=stands[Flare.AMBER],
        marked_days=sum(1 for one in days if one.facts.flare == shapes.A_FLARE),
    )


def _episodes(days: Sequence[DiaryDay]) -> Iterator[list[DiaryDay]]:
    """Each flare, day by day, with the morning after its last RED day.

    A flare on the very day of the first session at a rung is understood the morning after.
    """
    episode: list[DiaryDay] = []
    flaring = False
    for one in days:
        red = one.decision.flare == Flare.RED
        if red and not flaring:
            yield from _where_there_is(episode)
            episode = []
        if red or episode:
            episode.append(one)
        flaring = red or (flaring and not _is_calm(one))
    yield from _where_there_is(episode)


def _where_there_is(episode: list[DiaryDay]) -> Iterator[list[DiaryDay]]:
    if episode:
        yield episode


def _is_calm(one: DiaryDay) -> bool:
    """Was the day's answer calm, as the rule heard it?"""
    if one.facts.than_usual is not None:
        return signal.listen_in_fog(one.facts.than_usual, one.decision.reference)[0] == shapes.CALM
    heard, _ = signal.listen(one.decision.reference, one.facts.pain, one.facts.fatigue)
    return heard == shapes.CALM


def _kind(episode: Sequence[DiaryDay]) -> str:
    """What a flare followed: a rise, even where that shows later; else what its first day says."""
    if any(isinstance(one.decision.reason, FlareAfterRise) for one in episode):
        return FlareAfterRise.kind
    return str(episode[0].decision.reason.kind)


# Booms and busts --------------------------------------------------------------------------------


def _swings(facts: Sequence[DayFacts], decisions: Sequence[Decision], policy: Policy) -> Swings:
    """Look after each weighed day for a bust. A day's boom is told by the morning after it."""
    booms = [after.boom for _, after in pairwise(decisions)]
    busts = [after.bust for _, after in pairwise(decisions)]
    looked = {True: 0, False: 0}
    followed = {True: 0, False: 0}
    for day in _weighed_days(facts, policy):
        after = busts[day + 1 : day + 1 + BUST_WITHIN_DAYS]
        if len(after) == BUST_WITHIN_DAYS:
            looked[booms[day]] += 1
            followed[booms[day]] += any(after)
    return Swings(
        known_days=sum(1 for one in facts if one.load != NONE),
        booms=sum(booms),
        busts=sum(busts),
        looked_after=looked[True],
        bust_after=followed[True],
        other_days=looked[False],
        bust_after_other=followed[False],
    )


def _weighed_days(facts: Sequence[DayFacts], policy: Policy) -> Iterator[int]:
    """The days whose load is known, with enough known loads before them to compare it with."""
    known = [one.load != NONE for one in facts]
    behind = 0
    for day, is_known in enumerate(known):
        if is_known and behind >= policy.load_days_least:
            yield day
        behind += is_known
        if day >= policy.load_days:
            behind -= known[day - policy.load_days]
