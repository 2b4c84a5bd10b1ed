"""What is told on a screen is written at once, and the next screen follows from what is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import redirect
from django.urls import reverse

from steadystep.core.beginning import Beginning, Screen, begin_events, beginning_of
from steadystep.core.events import BadDayTold, ChapterLeft, PlanStarted
from steadystep.core.screening import with_more
from steadystep.web.record.door import now, say, the_log

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from steadystep.core.events import Entry, Event

TODAY = "/"


def entries_of(request: HttpRequest) -> list[Entry]:
    """What the person said so far; with a plan, what holds beyond its day, which is little."""
    known: list[Entry] | None = getattr(request, "_said", None)
    if known is None:
        lasting = the_log(request).lasting()
        known = lasting if beginning_of(lasting).is_over else the_log(request).read()
        request._said = known  # type: ignore[attr-defined]  # noqa: SLF001 - kept with its page
    return known


def begun(request: HttpRequest) -> Beginning:
    """How far the first run has come."""
    return beginning_of(entries_of(request))


def tell(request: HttpRequest, *events: Event) -> list[Entry]:
    """Write what was told, and all that follows from it; return the record as it is then."""
    known, at = entries_of(request), now(request)
    more = begin_events(known, events, at)
    say(request, *more)
    return with_more(known, more, at)


def go_on(entries: list[Entry]) -> HttpResponse:
    """The screen that comes next; after the last, the chapter in which the step was chosen."""
    return redirect(_chapter_left(entries) or next_screen(beginning_of(entries)))


def _chapter_left(entries: list[Entry]) -> str:
    """Where a chapter was left to answer all this; nothing where the first run began by itself.

    A choice that is made in a chapter is told in one breath with where the chapter was left.
    """
    if not isinstance(entries[-1].event, PlanStarted):
        return ""
    told = [one for one in entries if isinstance(one.event, BadDayTold)]
    for one in entries:
        left = one.event
        if isinstance(left, ChapterLeft) and told and one.recorded == told[-1].recorded:
            return reverse("learn:chapter", args=[left.day]) + "#step"
    return ""


def next_screen(so_far: Beginning) -> str:
    """The address of the screen that comes next."""
    if so_far.is_over:
        return TODAY
    if so_far.question is not None:
        return reverse("begin:question", args=[int(so_far.question)])
    return reverse(f"begin:{so_far.screen}")


def way_home(request: HttpRequest) -> str:
    """Back to today, where there is a day to go back to."""
    return TODAY if begun(request).is_over else ""


def is_reached(so_far: Beginning, screen: Screen) -> bool:
    """Was the screen answered before, or is it its turn? Nobody walks past a safety question."""
    order = list(Screen)
    stopped = so_far.screen in (Screen.RED_FLAG, Screen.UNDER_18)
    return not so_far.is_over and not stopped and order.index(screen) <= order.index(so_far.screen)
