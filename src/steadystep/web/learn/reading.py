"""Where a person is in the programme: what they read, and what waits for today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from steadystep.chapters import place_in
from steadystep.web.learn.programme import the_programme
from steadystep.web.record.door import now, the_log

if TYPE_CHECKING:
    from django.http import HttpRequest

    from steadystep.chapters import Programme, Reading, TodaysChapter
    from steadystep.core.facts import Gate
    from steadystep.core.today import Today


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person is in the programme.

    Attributes:
        programme: The programme.
        reading: What they read, and where they left off.
        todays: The chapter of today; None where nothing is new.
        gate: Whether there may be a plan.
    """

    programme: Programme
    reading: Reading
    todays: TodaysChapter | None
    gate: Gate


def place_of(request: HttpRequest, today: Today | None = None) -> Place:
    """Find a person's place in the programme, from what the log says. Nothing is written.

    Args:
        request: The page.
        today: Their today, where the page has worked it out before.
    """
    programme, lasting = the_programme(), the_log(request).lasting()
    today = today or the_log(request).today(now(request))
    reading, todays = place_in(programme, lasting, today)
    return Place(programme, reading, todays, today.standing.gate)
