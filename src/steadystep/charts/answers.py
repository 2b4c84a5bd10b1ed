"""The bands of pain and fatigue: the answers, beside what is usual and where a warning starts."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from steadystep.charts import marks
from steadystep.charts.grouping import ranges
from steadystep.charts.record import AMBER, RED, runs
from steadystep.charts.sheet import Layer, Mark
from steadystep.charts.svg import num, path

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Literal

    from steadystep.charts.axes import Band
    from steadystep.charts.record import Reading, RecordDay
    from steadystep.charts.sheet import Sheet


class Symptom(NamedTuple):
    """One symptom: its colour, its band, and how its answers are read from a day."""

    colour: Literal["pain", "fatigue"]
    band: Band
    read: Callable[[RecordDay], Reading]


def answer_layers(
    days: Sequence[RecordDay], every_day: Sequence[RecordDay], sheet: Sheet, symptom: Symptom
) -> list[Layer]:
    """Draw the two levels first, then the answers over them."""
    return [
        Layer(Mark.RANGE, _ranges(every_day, sheet, symptom)),
        Layer(Mark.USUAL, _usual(days, sheet, symptom)),
        Layer(Mark.WARNING, _warning(days, sheet, symptom)),
        Layer(Mark.ANSWER, _answers(days, sheet, symptom)),
    ]


def sign_layers(
    days: Sequence[RecordDay], sheet: Sheet, symptoms: Sequence[Symptom], *, lane: float
) -> list[Layer]:
    """Set the amber and red signs on the answers that gave them, else in the lane above."""
    layout, r = sheet.layout, sheet.sign
    warned = _places(days, sheet, symptoms, AMBER, lane) if sheet.detailed else []
    amber = [marks.diamond(x, y, r) for x, y in warned]
    red = [marks.square(x, y, r) for x, y in _places(days, sheet, symptoms, RED, lane)]
    # Without a rim, the squares of days in a row run together into a bar.
    rim = 0 if sheet.one_by_one and sheet.axis.a_day < 2 * r + 1 else layout.rim
    return [
        Layer(
            Mark.AMBER,
            marks.outlined(amber, "amber", line=layout.sign_line),
        ),
        Layer(Mark.RED, marks.filled(red, "red", rim=rim)),
    ]


def _places(
    days: Sequence[RecordDay], sheet: Sheet, symptoms: Sequence[Symptom], flare: str, lane: float
) -> list[tuple[float, float]]:
    """Find where the signs of one kind go, band by band; at a small scale a crowd becomes one."""
    signed = [day for day in days if day.flare == flare]
    rows = [
        [
            (sheet.axis.noon(day.day), symptom.band.y(symptom.read(day).answer or 0))
            for day in signed
            if symptom in _where_it_shows(day, symptoms)
        ]
        for symptom in symptoms
    ]
    rows.append(
        [
            (sheet.axis.noon(day.day), lane)
            for day in signed
            if not day.marked and not _where_it_shows(day, symptoms)
        ]
    )
    if not sheet.one_by_one:
        rows = [marks.crowns(row, 2 * sheet.sign) for row in rows]
    return [place for row in rows for place in row]


def _where_it_shows(day: RecordDay, symptoms: Sequence[Symptom]) -> list[Symptom]:
    """Find the answers at or above their warning; where none is, the one most above usual."""
    known = [symptom for symptom in symptoms if symptom.read(day).answer is not None]
    warned = [symptom for symptom in known if symptom.read(day).warns()]
    if warned or not known:
        return warned
    return [max(known, key=lambda symptom: symptom.read(day).excess())]


def _answers(days: Sequence[RecordDay], sheet: Sheet, symptom: Symptom) -> str:
    """Join the answers softly, with dots where there is room; nothing crosses a silent day."""
    axis, layout = sheet.axis, sheet.layout
    stretches = [
        [(axis.middle(day.day), symptom.band.y(symptom.read(day).answer or 0)) for day in run]
        for run in runs(
            days,
            apart=axis.days_each,
            where=lambda day: symptom.read(day).answer is not None,
        )
    ]
    dotted = [place for run in stretches for place in run if sheet.roomy or len(run) == 1]
    dots = marks.drawn(
        (marks.dot(x, y) for x, y in dotted),
        symptom.colour,
        line=layout.big_dot if axis.place >= layout.big_dots_from else layout.small_dot,
    )
    joined = path(
        "".join(_line(run) for run in stretches if len(run) > 1),
        stroke=symptom.colour,
        stroke_width=layout.fine_line,
        stroke_linejoin="round",
        stroke_opacity=layout.line_opacity if sheet.roomy else 1,
    )
    return joined + dots


def _line(places: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{num(x)} {num(y)}" for x, y in places)


def _usual(days: Sequence[RecordDay], sheet: Sheet, symptom: Symptom) -> str:
    steps = _steps(days, sheet, symptom.band, lambda day: symptom.read(day).usual)
    return path(steps, stroke="usual", stroke_width=sheet.layout.fine_line)


def _warning(days: Sequence[RecordDay], sheet: Sheet, symptom: Symptom) -> str:
    """Dash the warning level; one beyond the scale cannot be reached and is not drawn."""

    def level(day: RecordDay) -> float | None:
        warning = symptom.read(day).warning
        return None if warning is None or warning > symptom.band.most else warning

    return path(
        _steps(days, sheet, symptom.band, level),
        stroke="warning",
        stroke_width=sheet.layout.fine_line,
        stroke_dasharray=sheet.layout.dashes,
    )


def _steps(
    days: Sequence[RecordDay], sheet: Sheet, band: Band, level: Callable[[RecordDay], float | None]
) -> str:
    """Draw a level that changes rarely: flat, with a small break where it is set anew."""
    drawn: list[str] = []
    axis = sheet.axis
    for run in runs(days, apart=axis.days_each, where=lambda day: level(day) is not None):
        for height, same in groupby(run, key=level):
            treads = list(same)
            left, right = axis.start(treads[0].day), axis.end(treads[-1].day)
            drawn.append(f"M{num(left)} {num(band.y(height or 0))}H{num(right)}")
    return "".join(drawn)


def _ranges(every_day: Sequence[RecordDay], sheet: Sheet, symptom: Symptom) -> str:
    """Where days share a dot, show how far they lay apart."""
    if sheet.one_by_one:
        return ""
    axis, band = sheet.axis, symptom.band
    bars = (
        f"M{num(axis.start(day))} {num(band.y(low))}V{num(band.y(high))}"
        f"H{num(axis.end(day))}V{num(band.y(low))}z"
        for day, low, high in ranges(every_day, days_each=axis.days_each, read=symptom.read)
        if high > low
    )
    return path("".join(bars), fill=symptom.colour, fill_opacity=sheet.layout.range_opacity)
