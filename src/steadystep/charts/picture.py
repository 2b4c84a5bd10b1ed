"""The picture of a record: one SVG that stands alone, is heard as well as seen, and prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.charts.bands import Parts, draw_bands
from steadystep.charts.prose import heading as draw_heading
from steadystep.charts.prose import paragraph
from steadystep.charts.record import in_order
from steadystep.charts.svg import element, num, safe
from steadystep.charts.theme import COMPACT, FONTS, PICTURE_CLASS, WIDE, paint, picture_css

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steadystep.charts.record import RecordDay
    from steadystep.charts.theme import Layout
    from steadystep.charts.words import Words


def record_svg(
    days: Sequence[RecordDay],
    *,
    words: Words,
    unit: str,
    title: str,
    description: str,
    rtl: bool = False,
    compact: bool = False,
    heading: bool = True,
    name: str = "record",
    parts: Parts = Parts.ALL,
    styled: bool = True,
) -> str:
    """Draw a record.

    Args:
        days: The days, in any order.
        words: Every word of the picture.
        unit: What a dose is counted in.
        title: The name of the picture.
        description: What is seen, for whoever listens.
        rtl: The words run from right to left. Time does not.
        compact: For a phone.
        heading: The title is seen as well as heard.
        name: Keeps two pictures on one page apart.
        parts: All of it, the picture without what its marks mean, or that alone.
        styled: The picture carries its own dark colours; False where a page brings them.
    """
    layout = COMPACT if compact else WIDE
    ordered = in_order(days)
    titled, y = "", layout.margin
    if heading:
        titled, y = draw_heading(title, ordered, words, layout, rtl=rtl, y=y)
    if ordered:
        body, y = draw_bands(ordered, words, unit, layout, rtl=rtl, top=y, parts=parts)
    else:
        body, y = paragraph(words.nothing_yet, layout, rtl=rtl, y=y + layout.text_size)
    return element(
        "svg",
        element("title", safe(title), id=f"{name}-title"),
        element("desc", safe(description), id=f"{name}-description"),
        element("style", picture_css()) if styled else "",
        element("rect", width="100%", height="100%", **paint(fill="paper")),
        titled,
        body,
        **_frame(layout, y + layout.margin, name),
    )


def _frame(layout: Layout, height: float, name: str) -> dict[str, str]:
    """Say how large the paper is, and that the drawing is one image with a title."""
    return {
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": f"0 0 {num(layout.width)} {height:.0f}",
        "class": PICTURE_CLASS,
        "role": "img",
        "aria-labelledby": f"{name}-title {name}-description",
        "font-family": FONTS,
        # Said aloud, or a right-to-left page would turn every anchor round.
        "direction": "ltr",
    }
