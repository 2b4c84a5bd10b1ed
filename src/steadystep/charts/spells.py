"""What runs through every band: flares, windows, the person's own word, what else went on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.charts import marks
from steadystep.charts.record import flares, watches
from steadystep.charts.sheet import Layer, Mark
from steadystep.charts.svg import element, num, path, text, width_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from steadystep.charts.record import RecordDay, Spell
    from steadystep.charts.sheet import Sheet


def flare_layer(days: Sequence[RecordDay], sheet: Sheet, *, top: float, bottom: float) -> Layer:
    """Wash each flare from the top band to the lowest, with its name above where it fits."""
    spells = flares(days)
    washes = (
        f"M{num(left)} {num(top)}H{num(right)}V{num(bottom)}H{num(left)}z"
        for left, right in (_edges(spell, sheet) for spell in spells)
    )
    wash = path("".join(washes), fill="flare", fill_opacity=sheet.layout.flare_opacity)
    names = _names(spells, sheet, top - 5)
    return Layer(Mark.FLARE, element("g", wash, *names) if spells else "")


def _edges(spell: Spell, sheet: Sheet) -> tuple[float, float]:
    """Find where a flare begins and ends; on a long record it is never thinner than a line."""
    left = sheet.axis.start(spell.first)
    right = sheet.axis.start(spell.last) + sheet.axis.a_day
    return left, max(right, left + sheet.layout.thinnest_band)


def _names(spells: Sequence[Spell], sheet: Sheet, y: float) -> Iterator[str]:
    label, size = sheet.words.flare_label, sheet.layout.small_size
    width = width_of(label, size)
    if not sheet.one_by_one:
        return
    free_from = 0.0
    for spell in spells:
        left, right = _edges(spell, sheet)
        x = min(max((left + right) / 2, width / 2 + 2), sheet.layout.width - width / 2 - 2)
        if x - width / 2 >= free_from:
            yield text(label, x=x, y=y, size=size, side="middle", fill="red", rtl=sheet.rtl)
            free_from = x + width / 2 + 6


def marked_layer(days: Sequence[RecordDay], sheet: Sheet, *, y: float) -> Layer:
    """Raise a flag on the days the person named a flare."""
    if not sheet.detailed:
        return Layer(Mark.MARKED, "")
    places = ((sheet.axis.noon(day.day), y) for day in days if day.marked)
    kept = marks.apart(places, 2.2 * sheet.sign)
    shapes = (marks.flag(x, at, sheet.sign) for x, at in kept)
    return Layer(Mark.MARKED, marks.solid(shapes, "red", line=sheet.layout.fine_line))


def beside_layer(days: Sequence[RecordDay], sheet: Sheet, *, y: float) -> Layer:
    """Set a star under the days on which something else went on."""
    if not sheet.detailed:
        return Layer(Mark.BESIDE, "")
    places = ((sheet.axis.noon(day.day), y) for day in days if day.beside)
    kept = marks.apart(places, 2.2 * sheet.sign)
    stars = (marks.asterisk(x, at, sheet.sign) for x, at in kept)
    return Layer(Mark.BESIDE, marks.drawn(stars, "ink", line=sheet.layout.sign_line))


def watching_layer(days: Sequence[RecordDay], sheet: Sheet, *, y: float) -> Layer:
    """Bracket the days of each window below the band of movement."""
    if not sheet.one_by_one:
        return Layer(Mark.WATCHING, "")
    axis = sheet.axis
    brackets = (
        marks.bracket(axis.start(first) + 0.5, axis.start(last) + axis.a_day - 0.5, y, 4)
        for first, last in watches(days)
    )
    return Layer(Mark.WATCHING, marks.drawn(brackets, "watch", line=sheet.layout.fine_line))
