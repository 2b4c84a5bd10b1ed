"""Where a person is in the programme: their own day, what they read, and what waits for today."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from steadystep.core.events import ChapterLeft, ChapterRead
from steadystep.core.fold import in_order
from steadystep.web.learn.programme import the_programme
from steadystep.web.record.door import the_log

if TYPE_CHECKING:
    from django.http import HttpRequest

    from steadystep.chapters import Programme, TodaysChapter


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, and where each chapter was put down."""

    read: frozenset[int]
    left: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person is in the programme.

    Attributes:
        programme: The programme.
        reading: What they read, and where they left off.
        todays: The chapter of today; None where nothing is new.
    """

    programme: Programme
    reading: Reading
    todays: TodaysChapter | None


def place_of(request: HttpRequest) -> Place:
    """Find a person's place in the programme, from what the log says."""
    programme = the_programme()
    read, left = set[int](), dict[int, int]()
    for entry in in_order(the_log(request).lasting()):
        match entry.event:
            case ChapterRead(name, day) if name == programme.name:
                read.add(day)
            case ChapterLeft(name, day, part) if name == programme.name:
                left[day] = part
    return Place(programme, Reading(frozenset(read), left), None)
