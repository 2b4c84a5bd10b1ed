"""The Rule of Two walked with the reader's own numbers; behind a gate it says that none go up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.template.loader import render_to_string

from steadystep.core.facts import Gate
from steadystep.core.observations import Unit
from steadystep.core.up_and_back import example, walk_of
from steadystep.explain.up_and_back_words import example_words, no_way_up, walked
from steadystep.explain.waits import what_would_change
from steadystep.web.learn.living.whose import whose
from steadystep.web.record.words import rule_words

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.utils.safestring import SafeString

    from steadystep.chapters import Chapter


def rule_of_two(request: HttpRequest, chapter: Chapter) -> SafeString:  # noqa: ARG001 - one shape for all
    """Where the step is, what comes next, and the way back."""
    reader, words = whose(request), rule_words()
    if reader.gate != Gate.OPEN or reader.under_18:
        page: dict[str, object] = {"closed": (no_way_up(words), *reader.morning.said)}
        return render_to_string("learn/living/rule_of_two.html", page, request)
    today = reader.morning.today
    walk = walk_of(today, reader.morning.entries)
    page = {"stations": walked(words, walk or example(Unit.MINUTES))}
    if walk is None or today.decision is None:
        page["whose"] = example_words(words)
    else:
        page["waits"] = what_would_change(today.decision, words)
    return render_to_string("learn/living/rule_of_two.html", page, request)
