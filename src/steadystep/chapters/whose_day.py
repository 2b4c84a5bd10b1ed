"""Which chapter is a person's today: their own day, and what happened to them.

Days count from joining and stand still while the plan is paused. Nothing is late, and nothing is
lost: what was not read waits in the list.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from steadystep.chapters.chapter import Planned, Programme


class Happening(StrEnum):
    """What may call a chapter up out of turn."""

    BOOM = "boom"
    FLARE = "flare"


@dataclass(frozen=True, slots=True)
class TodaysChapter:
    """The one quiet line of today.

    Attributes:
        day: The day of the programme.
        called: What called it up out of turn; None where it is simply its day.
    """

    day: int
    called: Happening | None = None


def todays_chapter(
    programme: Programme,
    *,
    day: int,
    read: Collection[int] = (),
    happened: Iterable[Happening] = (),
) -> TodaysChapter | None:
    """Choose the chapter of today.

    Args:
        programme: The programme.
        day: The person's own day, from 1.
        read: The days that were read.
        happened: What happened lately, the latest first.

    Returns:
        What was called up and not read yet; else the chapter of the day; else the last one
        before it that waits unread. None where there is nothing new.
    """
    written = programme.written
    for one in happened:
        for planned in programme.plan:
            if one in planned.called_by and planned.day in written and planned.day not in read:
                return TodaysChapter(planned.day, one)
    may = [one.day for one in programme.plan if one.day in written and _may(one, day, read)]
    if day in may and day not in read:
        return TodaysChapter(day)
    waiting = [one for one in may if one not in read]
    return TodaysChapter(waiting[-1]) if waiting else None


def _may(planned: Planned, day: int, read: Collection[int]) -> bool:
    return planned.day <= day and all(need in read for need in planned.needs)
