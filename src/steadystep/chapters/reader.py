"""What a person has read of a programme, and where they put a chapter down."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from steadystep.core.events import ChapterLeft, ChapterRead, TakenBack
from steadystep.core.fold import in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from steadystep.chapters.chapter import Programme
    from steadystep.chapters.outline import Outline
    from steadystep.core.events import Entry


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one programme.

    Attributes:
        read: The days that were read to their end, or put aside as known.
        left: The part at which a chapter was put down, from 0, by its day.
    """

    read: frozenset[int] = frozenset()
    left: Mapping[int, int] = field(default_factory=dict)

    def place(self, day: int) -> int:
        """The part to begin with. A chapter may have fewer by now than when it was put down."""
        return self.left.get(day, 0)


def reading_of(entries: Iterable[Entry], programme: Programme | Outline) -> Reading:
    """Gather what was read of a programme, by its name.

    Args:
        entries: One person's entries, at least those of `events.LASTING` kinds.
        programme: The programme.
    """
    told = (one for one in entries if isinstance(one.event, ChapterLeft | ChapterRead | TakenBack))
    read: set[int] = set()
    left: dict[int, int] = {}
    for one in in_order(told):
        match one.event:
            case ChapterRead(programme=programme.name, day=day):
                read.add(day)
                # Whoever opens it again begins at its beginning.
                left.pop(day, None)
            case ChapterLeft(programme=programme.name, day=day, part=part):
                left[day] = max(part, 0)
            case _:
                pass
    return Reading(frozenset(read), left)
