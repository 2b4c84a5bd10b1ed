"""A fold put aside as plain values, and taken up again where it was.

What is packed can be dropped at any time: replaying the record gives the same.
"""

# The shape here is read and written by its annotations, so they stand for themselves.

from datetime import date
from typing import Any, NamedTuple

from steadystep.core.events import DiaryBrought, PlanStarted
from steadystep.core.fold import Fold, Standing, begin_course
from steadystep.core.memory import Memory
from steadystep.core.plain import from_plain, to_plain
from steadystep.core.policy import Policy


class Packed(NamedTuple):
    """All that a fold keeps when it has closed a day. The names are those of `Fold`."""

    standing: Standing
    plan: PlanStarted
    memory: Memory
    warned: Memory | None
    diary: tuple[tuple[date, DiaryBrought], ...]
    closed: date
    last_planned: date | None
    began_on: date | None
    flare_began: date | None
    last_flare: tuple[date, date] | None
    usual_written_on: date | None
    usual_known_until: date | None


def pack(fold: Fold) -> dict[str, Any] | None:
    """Put a fold aside as plain values; None before the first day of a plan is closed."""
    if fold.course is None or fold.plan is None or fold.closed is None:
        return None
    packed: dict[str, Any] = to_plain(
        Packed(
            standing=fold.standing,
            plan=fold.plan,
            memory=fold.course.memory(),
            warned=None if fold.warned is None else fold.warned.memory(),
            diary=fold.diary,
            closed=fold.closed,
            last_planned=fold.last_planned,
            began_on=fold.began_on,
            flare_began=fold.flare_began,
            last_flare=fold.last_flare,
            usual_written_on=fold.usual_written_on,
            usual_known_until=fold.usual_known_until,
        )
    )
    return packed


def unpack(values: object, policy: Policy) -> Fold:
    """Take a fold up again from plain values.

    Args:
        values: What `pack` made.
        policy: The numbers at the gentle pace, the same as before.

    Raises:
        NotPlain: These values are not what this version packs.
    """
    packed = from_plain(Packed, values)
    fold = Fold(policy, usual_known_until=packed.usual_known_until)
    fold.standing, fold.plan, fold.closed = packed.standing, packed.plan, packed.closed
    fold.last_planned, fold.began_on = packed.last_planned, packed.began_on
    fold.flare_began, fold.last_flare = packed.flare_began, packed.last_flare
    fold.usual_written_on = packed.usual_written_on
    fold.course = begin_course(packed.plan, policy)
    fold.course.recall(packed.memory)
    if packed.warned is not None:
        fold.warned = begin_course(packed.plan, policy)
        fold.warned.recall(packed.warned)
    fold.diary = packed.diary
    return fold
