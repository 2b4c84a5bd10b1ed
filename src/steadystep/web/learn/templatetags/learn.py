"""The one quiet line of the programme that other pages show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import template

from steadystep.core.facts import Gate
from steadystep.web.learn.contents import called_in_words
from steadystep.web.learn.programme import reading_language
from steadystep.web.learn.reading import place_of

if TYPE_CHECKING:
    from django.template import Context

    from steadystep.core.today import Today

register = template.Library()


@register.inclusion_tag("learn/todays_line.html", takes_context=True)
def todays_line(context: Context) -> dict[str, Any]:
    """The chapter of today as a link; nothing where there is none, in fog, or behind a red flag."""
    morning = context["morning"]
    if morning.fog or morning.today.standing.gate == Gate.RED_FLAG:
        return {}
    return _line(context, morning.today)


@register.inclusion_tag("learn/todays_row.html", takes_context=True)
def todays_row(context: Context) -> dict[str, Any]:
    """The same as a row of More, above the way to all chapters, which always stands there."""
    return _line(context)


def _line(context: Context, today: Today | None = None) -> dict[str, Any]:
    place = place_of(context["request"], today)
    if place.todays is None:
        return {}
    chapter = place.programme.chapter(place.todays.day, reading_language())
    why = called_in_words(place.todays.called) if place.todays.called else ""
    return {"chapter": chapter, "why": why}
