"""The bands of a picture, one below the other over one time axis, and what they mean."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from steadystep.charts.answers import Symptom, answer_layers, sign_layers
from steadystep.charts.axes import (
    TOP_OF_SCALE,
    Band,
    dose_most,
    dose_ticks,
    draw_scale,
    draw_time,
    symptom_ticks,
    time_axis,
    time_ticks,
    with_room_for_numbers,
)
from steadystep.charts.dose import dose_layers
from steadystep.charts.grouping import grouped
from steadystep.charts.legend import draw_legend
from steadystep.charts.prose import paragraph
from steadystep.charts.record import fatigue, flares, pain
from steadystep.charts.sheet import Sheet
from steadystep.charts.spells import beside_layer, flare_layer, marked_layer, watching_layer
from steadystep.charts.svg import text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Literal

    from steadystep.charts.record import Reading, RecordDay
    from steadystep.charts.sheet import Layer
    from steadystep.charts.theme import Layout
    from steadystep.charts.words import Words

_SYMPTOMS: tuple[tuple[Literal["pain", "fatigue"], Callable[[RecordDay], Reading]], ...] = (
    ("pain", pain),
    ("fatigue", fatigue),
)


class Parts(Enum):
    """What is drawn: all of it, or the picture and what its marks mean each by itself."""

    ALL = "all"
    PICTURE = "picture"
    LEGEND = "legend"


class _Bands(NamedTuple):
    """Which bands there are: none for what nobody knows anything about.

    `below` is the room under the last of them for what else went on.
    """

    movement: Band | None
    symptoms: tuple[Symptom, ...]
    below: float

    def all(self) -> tuple[Band, ...]:
        answers = tuple(symptom.band for symptom in self.symptoms)
        return (self.movement, *answers) if self.movement else answers


def draw_bands(
    days: Sequence[RecordDay],
    words: Words,
    unit: str,
    layout: Layout,
    *,
    rtl: bool,
    top: float,
    parts: Parts,
) -> tuple[str, float]:
    """Draw everything below the title; returns the drawing and where it ends."""
    layout = with_room_for_numbers(days, layout, words)
    sheet = Sheet(axis=time_axis(days, layout), layout=layout, words=words, rtl=rtl)
    bands = _lay_out(days, sheet, top)
    if not bands.all():
        return paragraph(words.nothing_yet, layout, rtl=rtl, y=top + layout.text_size)
    layers = _layers(days, sheet, bands)
    drawn, end = "", top
    if parts is not Parts.LEGEND:
        drawn = _scales(bands, sheet) + _headings(bands, sheet, unit, top)
        drawn += "".join(layer.drawing for layer in layers)
        end = bands.all()[-1].bottom + bands.below + layout.axis_room
    if parts is Parts.PICTURE:
        return drawn, end
    explained, end = _explained(layers, bands, sheet, end)
    return drawn + explained, end


def _explained(layers: Sequence[Layer], bands: _Bands, sheet: Sheet, y: float) -> tuple[str, float]:
    """Say what every mark means that was drawn, and what one dot stands for."""
    legend, end = draw_legend(
        {layer.mark for layer in layers if layer.drawing},
        sheet,
        top=y + sheet.layout.legend_row,
        colour=bands.symptoms[0].colour if bands.symptoms else "ink",
    )
    notes, end = _notes(sheet, end)
    return legend + notes, end


def _lay_out(days: Sequence[RecordDay], sheet: Sheet, top: float) -> _Bands:
    """Give a band to whatever is known, one below the other."""
    layout = sheet.layout
    y = top + layout.heading_room + layout.sign_room
    if sheet.one_by_one and flares(days):
        y += layout.label_room
    movement = None
    if any(value is not None for d in days for value in (d.level, d.dose, d.offered, d.load)):
        movement = Band(
            top=y, height=layout.dose_height, most=dose_most(_places(days, sheet), layout)
        )
        y = movement.bottom + layout.watch_room + layout.band_gap
    symptoms: list[Symptom] = []
    for colour, read in _SYMPTOMS:
        if any(read(day).answer is not None for day in days):
            band = Band(top=y, height=layout.symptom_height, most=TOP_OF_SCALE)
            symptoms.append(Symptom(colour, band, read))
            y = band.bottom + layout.band_gap
    stars = sheet.detailed and any(day.beside for day in days)
    return _Bands(movement, tuple(symptoms), layout.beside_room if stars else 0)


def _places(days: Sequence[RecordDay], sheet: Sheet) -> Sequence[RecordDay]:
    """Tell the days as they will be drawn: one by one, or several as one."""
    return grouped(days, days_each=sheet.axis.days_each)


def _scales(bands: _Bands, sheet: Sheet) -> str:
    axis, layout, words = sheet.axis, sheet.layout, sheet.words
    ticks = time_ticks(axis, layout, words)
    drawn = [draw_time(axis, ticks, bands.all(), layout, rtl=sheet.rtl, below=bands.below)]
    if bands.movement:
        steps = dose_ticks(bands.movement.most, layout.most_dose_ticks)
        drawn.append(draw_scale(bands.movement, steps, axis, layout, words))
    drawn += [
        draw_scale(symptom.band, symptom_ticks(), axis, layout, words) for symptom in bands.symptoms
    ]
    return "".join(drawn)


def _headings(bands: _Bands, sheet: Sheet, unit: str, top: float) -> str:
    """Name each band above its near corner; the first name stands above the flare labels."""
    words, layout = sheet.words, sheet.layout
    names = {"pain": words.pain, "fatigue": words.fatigue}
    headings = [words.symptom_heading.format(name=names[s.colour]) for s in bands.symptoms]
    if bands.movement:
        headings.insert(0, words.movement_heading.format(name=words.movement, unit=unit))
    below = (band.top - layout.heading_gap for band in bands.all()[1:])
    heights = [top + layout.text_size, *below]
    near = layout.width - layout.margin if sheet.rtl else layout.margin
    return "".join(
        text(
            heading,
            x=near,
            y=y,
            size=layout.text_size,
            side="right" if sheet.rtl else "left",
            rtl=sheet.rtl,
            weight=600,
        )
        for heading, y in zip(headings, heights, strict=True)
    )


def _layers(every_day: Sequence[RecordDay], sheet: Sheet, bands: _Bands) -> list[Layer]:
    """Draw from the back to the front: flares behind, signs before everything."""
    days = _places(every_day, sheet)
    first, last = bands.all()[0], bands.all()[-1]
    lane = first.top - sheet.layout.sign_room / 2
    layers = [flare_layer(every_day, sheet, top=lane - 4, bottom=last.bottom)]
    if bands.movement:
        under = bands.movement.bottom + sheet.layout.watch_room
        layers += dose_layers(days, sheet, bands.movement)
        layers.append(watching_layer(every_day, sheet, y=under))
    for symptom in bands.symptoms:
        layers += answer_layers(days, every_day, sheet, symptom)
    layers += sign_layers(every_day, sheet, bands.symptoms, lane=lane)
    layers.append(marked_layer(every_day, sheet, y=lane))
    layers.append(beside_layer(every_day, sheet, y=last.bottom + sheet.layout.beside_room / 2 + 2))
    return layers


def _notes(sheet: Sheet, y: float) -> tuple[str, float]:
    """Say what one dot stands for, where it does not stand for one day."""
    if sheet.one_by_one:
        return "", y
    words = sheet.words
    missing = words.left_out if sheet.detailed else words.left_out_signs
    said = f"{words.together.format(days=sheet.axis.days_each)} {missing}"
    return paragraph(said, sheet.layout, rtl=sheet.rtl, y=y + sheet.layout.line_height)
