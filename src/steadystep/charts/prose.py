"""The sentences of a picture: its title, the days it covers, a quiet note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.charts.svg import lines, text
from steadystep.charts.words import period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steadystep.charts.record import RecordDay
    from steadystep.charts.theme import Layout
    from steadystep.charts.words import Words


def heading(
    title: str, days: Sequence[RecordDay], words: Words, layout: Layout, *, rtl: bool, y: float
) -> tuple[str, float]:
    """Write the title and the stretch of time it covers; returns it and where it ends."""
    size = layout.title_size
    room = layout.width - 2 * layout.margin
    fitted = lines(title, size=size * layout.bold, width=room)
    written = [
        _line(line, layout, rtl=rtl, y=y + size * (1 + 1.25 * number), size=size, weight=600)
        for number, line in enumerate(fitted)
    ]
    y += size * (1 + 1.25 * (len(fitted) - 1)) if fitted else 0
    if not days:
        return "".join(written), y + layout.line_height
    covered, y = paragraph(
        period(days[0].day, days[-1].day, words), layout, rtl=rtl, y=y + layout.line_height + 5
    )
    return "".join(written) + covered, y + layout.line_height


def paragraph(words: str, layout: Layout, *, rtl: bool, y: float) -> tuple[str, float]:
    """Write a quiet sentence from y down; returns it and where it ends."""
    fitted = lines(words, size=layout.text_size, width=layout.width - 2 * layout.margin)
    written = (
        _line(line, layout, rtl=rtl, y=y + number * layout.line_height, fill="quiet")
        for number, line in enumerate(fitted)
    )
    return "".join(written), y + layout.line_height * max(len(fitted) - 1, 0)


def _line(
    line: str,
    layout: Layout,
    *,
    rtl: bool,
    y: float,
    size: float | None = None,
    weight: int = 400,
    fill: str = "ink",
) -> str:
    """Write one line from the edge at which its language begins."""
    return text(
        line,
        x=layout.width - layout.margin if rtl else layout.margin,
        y=y,
        size=size or layout.text_size,
        side="right" if rtl else "left",
        fill=fill,
        rtl=rtl,
        weight=weight,
    )
