"""One page that holds the picture, one sentence and the table, and asks nothing of the outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.charts.picture import record_svg
from steadystep.charts.record import in_order
from steadystep.charts.svg import element, safe
from steadystep.charts.table import record_table
from steadystep.charts.theme import page_css
from steadystep.charts.words import period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steadystep.charts.record import RecordDay
    from steadystep.charts.words import Words


def record_page(
    days: Sequence[RecordDay],
    *,
    words: Words,
    unit: str,
    title: str,
    description: str,
    summary: str,
    language: str = "en",
    rtl: bool = False,
) -> str:
    """Write one HTML file; the wide picture and the narrow one take turns with the screen."""

    def picture(*, compact: bool) -> str:
        name = "narrow" if compact else "wide"
        svg = record_svg(
            days,
            words=words,
            unit=unit,
            title=title,
            description=description,
            rtl=rtl,
            compact=compact,
            heading=False,
            name=name,
        )
        return element("div", svg, class_=name)

    ordered = in_order(days)
    covered = period(ordered[0].day, ordered[-1].day, words) if ordered else ""
    table = record_table(days, words=words, unit=unit, title=title)
    body = element(
        "main",
        element("h1", safe(title)),
        element("p", safe(covered), class_="covered"),
        element("p", safe(summary), class_="summary"),
        picture(compact=False),
        picture(compact=True),
        element("details", element("summary", safe(words.table_summary)), _scrolling(table, title)),
    )
    return "<!DOCTYPE html>\n" + element(
        "html",
        _head(title),
        element("body", body),
        lang=language,
        dir="rtl" if rtl else "ltr",
    )


def _head(title: str) -> str:
    """Forbid every outside request, so that a kept file stays as private as paper."""
    return element(
        "head",
        '<meta charset="utf-8"/>',
        '<meta name="viewport" content="width=device-width,initial-scale=1"/>',
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\"/>",
        '<meta name="color-scheme" content="light dark"/>',
        element("title", safe(title)),
        element("style", page_css()),
    )


def _scrolling(table: str, title: str) -> str:
    """Let a wide table scroll by keyboard as well as by hand."""
    return element("div", table, class_="scroll", role="region", aria_label=title, tabindex="0")
