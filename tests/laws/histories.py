"""Histories for the laws: runs of days, told to the rule one after the other."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import strategies as st

from steadystep.core import rule, shapes
from steadystep.core.ladder import MINUTES, Ladder
from steadystep.core.policy import GENTLE, Numbers

START = 8
TOP = len(MINUTES.doses) - 1
ANSWERS = (shapes.SILENT, shapes.CALM, shapes.RAISED, shapes.WARM, shapes.HIGH)


class Told(NamedTuple):
    """What a person tells on one day, as the laws vary it."""

    answer: int = shapes.CALM
    warm: int = 0
    flare: int = shapes.NOT_SAID
    did: int = 100
    boom: int = 0
    reply: int = shapes.ACCEPT
    chosen: int = shapes.NONE
    limit: int = TOP
    guard: int = shapes.NONE
    waits: int = 0
    gate: int = shapes.OPEN
    slow: int = 0
    per_week: int = 7
    kept_moving: int = 0
    more: int = 0


class Lived(NamedTuple):
    """One day as it was lived: what was told, what was said, and the state around it."""

    day: shapes.Day
    before: shapes.State
    heard: shapes.State
    said: shapes.Morning
    after: shapes.State


def day_of(today: int, told: Told) -> shapes.Day:
    """The day at noon, in the rule's own words."""
    hour = today * 24 + 12
    return shapes.Day(
        today=today,
        gate=told.gate,
        answer=told.answer,
        warm=told.warm,
        flare=told.flare,
        answered_at=hour,
        planned=1,
        did=told.did,
        did_at=hour,
        boom=told.boom,
        reply=told.reply,
        chosen=told.chosen,
        limit=told.limit,
        guard=told.guard,
        waits=told.waits,
        slow=told.slow,
        per_week=told.per_week,
        kept_moving=told.kept_moving,
        more=told.more,
    )


def live(
    told: list[Told],
    numbers: Numbers | None = None,
    *,
    ladder: Ladder = MINUTES,
    start: int = START,
) -> list[Lived]:
    """Live through a history with the plain rule."""
    numbers = numbers or GENTLE.numbers()
    state, lived = rule.newborn(start), []
    for today, one in enumerate(told):
        day = day_of(today, one)
        heard, said = rule.morning(state, day, numbers, ladder)
        after = rule.evening(heard, day, said, numbers)
        lived.append(Lived(day, state, heard, said, after))
        state = after
    return lived


def warm_bits(answer: int, which: int) -> int:
    """Which symptoms are warm: none below a warning, at least one at or above it."""
    return which if answer >= shapes.WARM else 0


def answered(*answers: int) -> st.SearchStrategy[tuple[int, int]]:
    """An answer of the day and the symptoms that are warm with it."""
    return st.tuples(st.sampled_from(answers), st.integers(1, 3)).map(
        lambda one: (one[0], warm_bits(*one))
    )


def spells(
    day: st.SearchStrategy[Told], *, longest: int = 12, most: int = 16
) -> st.SearchStrategy[list[Told]]:
    """Runs of equal days: long enough to leave the baseline week, short enough to shrink well."""
    return st.lists(st.tuples(day, st.integers(1, longest)), min_size=1, max_size=most).map(
        lambda runs: [told for told, length in runs for _ in range(length)]
    )


def any_day() -> st.SearchStrategy[Told]:
    """Anything a person may tell on a day."""
    rung = st.one_of(st.just(shapes.NONE), st.integers(0, TOP))
    return st.builds(
        lambda answer, **rest: Told(answer=answer[0], warm=answer[1], **rest),
        answered(*ANSWERS),
        flare=st.sampled_from((0, 0, 0, 1, 2)),
        did=st.sampled_from((shapes.UNKNOWN, 0, 50, 80, 100, 100, 100, 130)),
        boom=st.sampled_from((0, 0, 0, 1)),
        reply=st.sampled_from((0, 1, 1, 1, 2, 3)),
        chosen=st.one_of(st.just(shapes.NONE), st.just(shapes.NONE), rung),
        limit=st.sampled_from((TOP, TOP, TOP, START + 1, 4)),
        guard=st.sampled_from((shapes.NONE, shapes.NONE, START + 2, 3)),
        waits=st.sampled_from((0, 0, 0, shapes.LEARNING, shapes.USUAL_UP | shapes.UNSURE)),
        gate=st.sampled_from((0, 0, 0, 0, 1, 2, 3, 4, 5)),
        slow=st.integers(0, 1),
        per_week=st.integers(1, 7),
        kept_moving=st.sampled_from((0, 0, 0, 1)),
        more=st.sampled_from((0, 0, 0, 0, 1)),
    )


def plain_day(*answers: int, reply: int = shapes.ACCEPT) -> st.SearchStrategy[Told]:
    """A day on which the dose was done: the answer and a big day are all that vary."""
    return st.builds(
        lambda answer, boom: Told(answer=answer[0], warm=answer[1], boom=boom, reply=reply),
        answered(*(answers or ANSWERS)),
        st.sampled_from((0, 0, 0, 0, 1)),
    )
