"""What each mark means, in plain words; a mark that does not occur is not explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.charts import marks
from steadystep.charts.sheet import Mark
from steadystep.charts.svg import element, lines, num, path, text

if TYPE_CHECKING:
    from collections.abc import Collection

    from steadystep.charts.sheet import Sheet
    from steadystep.charts.theme import Layout


def draw_legend(
    occurring: Collection[Mark], sheet: Sheet, *, top: float, colour: str
) -> tuple[str, float]:
    """Explain the marks in columns, top to bottom; returns the drawing and where it ends."""
    entries = [mark for mark in Mark if mark in occurring]
    layout = sheet.layout
    rows = -(-len(entries) // layout.legend_columns)
    column_width = (layout.width - 2 * layout.margin) / layout.legend_columns
    drawn: list[str] = []
    ends = [top]
    for column in range(layout.legend_columns):
        y = top
        near = layout.margin + column * column_width
        for mark in entries[column * rows : (column + 1) * rows]:
            entry, y = _entry(mark, sheet, near=near, width=column_width, y=y, colour=colour)
            drawn.append(entry)
        ends.append(y)
    return element("g", *drawn), max(ends)


def _entry(
    mark: Mark, sheet: Sheet, *, near: float, width: float, y: float, colour: str
) -> tuple[str, float]:
    """Draw one mark and its words; in a right-to-left language the columns are mirrored."""
    layout = sheet.layout
    sample_x = near + layout.sample_width / 2
    words_x = near + layout.sample_width + 8
    if sheet.rtl:
        sample_x, words_x = layout.width - sample_x, layout.width - words_x
    room = width - layout.sample_width - 20
    written = lines(_meaning(mark, sheet), size=layout.text_size, width=room)
    words = (
        text(
            line,
            x=words_x,
            y=y + layout.text_size * 0.35 + number * layout.line_height,
            size=layout.text_size,
            side="right" if sheet.rtl else "left",
            rtl=sheet.rtl,
        )
        for number, line in enumerate(written)
    )
    below = y + layout.legend_row + (len(written) - 1) * layout.line_height
    return _sample(mark, layout, sample_x, y, colour) + "".join(words), below


def _meaning(mark: Mark, sheet: Sheet) -> str:
    """Put a mark into words; where days share a dot, the words say so."""
    if not sheet.one_by_one and mark is Mark.ANSWER:
        return sheet.words.answers_together.format(days=sheet.axis.days_each)
    if not sheet.one_by_one and mark is Mark.LOAD:
        return sheet.words.load_together
    return str(getattr(sheet.words, mark.value))


def _sample(mark: Mark, layout: Layout, x: float, y: float, colour: str) -> str:
    """Draw one mark as the picture draws it."""
    r, line, fine = layout.sign, layout.line, layout.fine_line
    left, right = x - 12, x + 12
    across = f"M{num(left)} {num(y)}H{num(right)}"
    box = f"M{num(left)} {num(y + 7)}V{num(y - 7)}H{num(right)}V{num(y + 7)}z"
    stem = path(f"M{num(x)} {num(y + 7)}V{num(y - 6)}", stroke="load", stroke_width=layout.stem)
    samples = {
        Mark.LEVEL: marks.drawn([across], "level", line=line),
        Mark.DOSE: path(box, fill="dose", fill_opacity=layout.dose_opacity),
        Mark.OFFER: marks.outlined([marks.circle(x, y, r)], "level", line=fine),
        Mark.STEP_BACK: marks.drawn([marks.arrow_down(x, y + 6, r)], "level", line=line),
        Mark.LOAD: stem + marks.drawn([marks.dot(x, y - 5)], "load", line=layout.load_dot),
        Mark.OVER: stem + marks.drawn([marks.notch(x, y - 2, r)], "ink", line=fine),
        Mark.BOOM: marks.solid([marks.upward(x, y, r)], "ink", line=fine),
        Mark.BUST: marks.outlined([marks.downward(x, y, r)], "ink", line=fine),
        Mark.WATCHING: marks.drawn([marks.bracket(left, right, y + 2, 4)], "watch", line=fine),
        Mark.ANSWER: marks.drawn([across], colour, line=fine)
        + marks.drawn([marks.dot(x, y)], colour, line=layout.big_dot),
        Mark.RANGE: path(box, fill=colour, fill_opacity=layout.range_opacity),
        Mark.USUAL: marks.drawn([across], "usual", line=fine),
        Mark.WARNING: path(
            across, stroke="warning", stroke_width=fine, stroke_dasharray=layout.dashes
        ),
        Mark.AMBER: marks.outlined([marks.diamond(x, y, r)], "amber", line=layout.sign_line),
        Mark.RED: marks.filled([marks.square(x, y, r)], "red", rim=0),
        Mark.FLARE: path(box, fill="flare", fill_opacity=layout.flare_opacity),
        Mark.MARKED: marks.solid([marks.flag(x, y, r)], "red", line=fine),
        Mark.BESIDE: marks.drawn([marks.asterisk(x, y, r)], "ink", line=layout.sign_line),
    }
    return samples[mark]
