"""The paradox as the reader's own picture; an invented example until there is enough to compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.utils.translation import get_language_bidi

from steadystep.charts.paradox import paradox_svg
from steadystep.core.facts import Gate
from steadystep.core.observations import Unit
from steadystep.core.paradox import lived, looked_at_since, paradox
from steadystep.explain.paradox_words import (
    EXAMPLE,
    days_table,
    is_enough,
    labels,
    shown,
    weeks_table,
    what_a_line_is,
    what_is_big,
    whose_example,
)
from steadystep.explain.pictures import picture_words
from steadystep.web.history.log import read
from steadystep.web.record.words import rule_words

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.utils.safestring import SafeString

    from steadystep.chapters import Chapter
    from steadystep.core.paradox import Paradox


def own_picture(request: HttpRequest, chapter: Chapter) -> SafeString:  # noqa: ARG001 - one shape for all
    """What the reader's own record shows, in words, as a drawing, and as tables."""
    record = read(request)
    found, unit = paradox(()), None
    if record.began is not None and record.began <= record.today:
        days = record.days(looked_at_since(record.began, record.today), record.today)
        found, unit = paradox(lived(days)), days[-1].decision.unit
    page: dict[str, object] = {"sentences": shown(found, rule_words()) if found.weeks.weeks else ()}
    # Of someone who stays inside a limit, no example of a growing step is shown.
    if not is_enough(found) and record.morning.standing.gate == Gate.OPEN:
        page |= {"example": whose_example(rule_words()), **_drawn(EXAMPLE, Unit.MINUTES)}
    elif found.weeks.weeks:
        page |= {"big": what_is_big(rule_words()), **_drawn(found, unit)}
    return render_to_string("learn/living/own_picture.html", page, request)


def _drawn(found: Paradox, unit: Unit | None) -> dict[str, object]:
    """The drawing and its tables."""
    words = rule_words()
    said = whose_example(words)[1:] if found is EXAMPLE else shown(found, words)
    drawing = paradox_svg(
        found,
        labels=labels(found, unit=unit, description=" ".join(said), words=words),
        words=picture_words(words),
        rtl=get_language_bidi(),
    )
    return {
        "line": what_a_line_is(words) if found.after.compared else "",
        # Ours alone: charts escapes every word.
        "drawing": mark_safe(drawing),  # noqa: S308 - see above
        "tables": [
            one for one in (weeks_table(found, unit, words), days_table(found, words)) if one
        ],
    }
