"""The band of movement: what was told, what was offered, what was moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.charts import marks
from steadystep.charts.record import STEP_BACK, runs
from steadystep.charts.sheet import Layer, Mark
from steadystep.charts.svg import element, num, path, text, width_of
from steadystep.charts.words import number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from steadystep.charts.axes import Band
    from steadystep.charts.record import RecordDay
    from steadystep.charts.sheet import Sheet


def dose_layers(days: Sequence[RecordDay], sheet: Sheet, band: Band) -> list[Layer]:
    """Draw from the back to the front: fill, loads, staircase, signs."""
    layers = [
        Layer(Mark.DOSE, _told(days, sheet, band)),
        Layer(Mark.LEVEL, _staircase(days, sheet, band)),
        Layer(Mark.LOAD, _loads(days, sheet, band)),
    ]
    if sheet.detailed:
        layers += [
            Layer(Mark.OVER, _beyond(days, sheet, band)),
            Layer(Mark.BUST, _busts(days, sheet, band)),
            Layer(Mark.BOOM, _booms(days, sheet, band)),
            Layer(Mark.STEP_BACK, _steps_back(days, sheet, band)),
        ]
    if sheet.one_by_one:
        layers.append(Layer(Mark.OFFER, _offers(days, sheet, band)))
    return layers


def _told(days: Sequence[RecordDay], sheet: Sheet, band: Band) -> str:
    """Fill what was told below the staircase; an eased day leaves a light space above it."""
    shapes = (
        f"M{num(sheet.axis.start(run[0].day))} {num(band.bottom)}"
        f"{_stairs(run, sheet, band, lambda day: day.dose)}V{num(band.bottom)}z"
        for run in runs(days, apart=sheet.axis.days_each, where=lambda day: day.dose is not None)
    )
    return path("".join(shapes), fill="dose", fill_opacity=sheet.layout.dose_opacity)


def _staircase(days: Sequence[RecordDay], sheet: Sheet, band: Band) -> str:
    """Draw the step in force as one calm line, broken where there was no plan."""
    lines = (
        f"M{num(sheet.axis.start(run[0].day))} {num(band.y(run[0].level or 0))}"
        f"{_stairs(run, sheet, band, lambda day: day.level)}"
        for run in runs(days, apart=sheet.axis.days_each, where=lambda day: day.level is not None)
    )
    return marks.drawn(lines, "level", line=sheet.line)


def _stairs(
    run: Sequence[RecordDay], sheet: Sheet, band: Band, value: Callable[[RecordDay], float | None]
) -> str:
    """Walk a stretch of days; days at one height share one tread."""
    treads: list[str] = []
    height = None
    for day in run:
        if value(day) != height:
            height = value(day)
            treads.append(f"H{num(sheet.axis.start(day.day))}V{num(band.y(height or 0))}")
    return "".join(treads) + f"H{num(sheet.axis.end(run[-1].day))}"


def _loads(days: Sequence[RecordDay], sheet: Sheet, band: Band) -> str:
    """Set a dot where a day ended, on a stem where that is above the step; less has no stem."""
    known = [(sheet.axis.middle(d.day), band.y(load), d.level) for d, load in _known_loads(days)]
    stems = (
        f"M{num(x)} {num(foot)}V{num(y)}"
        for x, y, level in known
        if y < (foot := band.y(level or 0))
    )
    layout = sheet.layout
    pen = layout.load_dot if sheet.axis.a_day >= layout.big_dots_from else layout.small_load_dot
    return path("".join(stems), stroke="load", stroke_width=layout.stem) + marks.drawn(
        (marks.dot(x, y) for x, y, _ in known), "load", line=pen
    )


def _beyond(days: Sequence[RecordDay], sheet: Sheet, band: Band) -> str:
    """Cross the stems that go on beyond the scale."""
    places = (
        (sheet.axis.middle(d.day), band.top + 7)
        for d, load in _known_loads(days)
        if load > band.most
    )
    kept = marks.apart(places, 2 * sheet.sign)
    return marks.drawn(
        (marks.notch(x, y, sheet.sign) for x, y in kept), "ink", line=sheet.layout.fine_line
    )


def _known_loads(days: Sequence[RecordDay]) -> Iterator[tuple[RecordDay, float]]:
    return ((day, day.load) for day in days if day.load is not None)


def _booms(days: Sequence[RecordDay], sheet: Sheet, band: Band) -> str:
    """Set a triangle on top of a much bigger day."""
    places = (
        (sheet.axis.middle(day.day), band.y(band.most if day.load is None else day.load) - 7)
        for day in days
        if day.boom
    )
    kept = marks.apart(places, 2 * sheet.sign)
    shapes = (marks.upward(x, y, sheet.sign) for x, y in kept)
    return marks.solid(shapes, "ink", line=sheet.layout.fine_line)


def _busts(days: Sequence[RecordDay], sheet: Sheet, band: Band) -> str:
    """Set an open triangle above a much smaller day; where days share a place, a boom has it."""
    places = (
        (sheet.axis.middle(day.day), band.y(day.load or 0) - 7)
        for day in days
        if day.bust and not day.boom
    )
    kept = marks.apart(places, 2 * sheet.sign)
    shapes = (marks.downward(x, y, sheet.sign) for x, y in kept)
    return marks.outlined(shapes, "ink", line=sheet.layout.fine_line)


def _steps_back(days: Sequence[RecordDay], sheet: Sheet, band: Band) -> str:
    """Point down onto the new step."""
    places = (
        (sheet.axis.middle(day.day), band.y(day.level or 0) - 4)
        for day in days
        if day.action == STEP_BACK
    )
    kept = marks.apart(places, 2 * sheet.sign)
    shapes = (marks.arrow_down(x, y, sheet.sign) for x, y in kept)
    return marks.drawn(shapes, "level", line=sheet.layout.line)


def _offers(days: Sequence[RecordDay], sheet: Sheet, band: Band) -> str:
    """Draw each offer as an open ring at its height; the first of a kind carries its size."""
    offers = [
        (sheet.axis.middle(day.day), band.y(day.offered), number(day.offered, sheet.words))
        for day in days
        if day.offered is not None
    ]
    rings = marks.outlined(
        (marks.circle(x, y, sheet.sign) for x, y, _ in offers), "level", line=sheet.layout.fine_line
    )
    return element("g", rings, *_sizes(offers, sheet)) if offers else ""


def _sizes(offers: Sequence[tuple[float, float, str]], sheet: Sheet) -> Iterator[str]:
    size = sheet.layout.small_size
    free_from, last = 0.0, ""
    for x, y, label in offers:
        half = width_of(label, size) / 2
        if label != last and x - half >= free_from:
            yield text(
                label, x=x, y=y - sheet.sign - 5, size=size, side="middle", halo=sheet.layout.halo
            )
            free_from = x + half + 4
        last = label
