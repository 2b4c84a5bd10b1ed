"""The trap of the good day as a small drawing to press. It works without a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.utils.translation import get_language_bidi

from steadystep.charts.trap import TrapLabels, trap_svg
from steadystep.explain.pictures import picture_words
from steadystep.explain.trap_words import (
    FOUR_DAYS,
    Chosen,
    choice_words,
    day_names,
    invented,
    line_names,
    told,
)
from steadystep.web.record.words import rule_words

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.utils.safestring import SafeString

    from steadystep.chapters import Chapter


def boom_bust_trap(request: HttpRequest, chapter: Chapter) -> SafeString:  # noqa: ARG001 - one shape for all
    """Two choices, and what three days later looks like after each."""
    asked, whose = invented(rule_words())
    page = {"asked": asked, "whose": whose, "ways": [_way(one) for one in Chosen]}
    return render_to_string("learn/living/trap.html", page, request)


def _way(chosen: Chosen) -> dict[str, object]:
    words, days = rule_words(), FOUR_DAYS[chosen]
    name, said = choice_words(words)[chosen], told(words, chosen)
    body, moved = line_names(words)
    drawing = trap_svg(
        days.moved,
        days.pain,
        most=max(max(one.moved) for one in FOUR_DAYS.values()),
        # The words stand beside it, and need not be heard twice.
        labels=TrapLabels(name, "", body, moved, day_names(words)),
        words=picture_words(words),
        rtl=get_language_bidi(),
        name=f"trap-{chosen}",
    )
    # Ours alone: charts escapes every word.
    return {"chosen": chosen, "name": name, "said": said, "drawing": mark_safe(drawing)}  # noqa: S308
