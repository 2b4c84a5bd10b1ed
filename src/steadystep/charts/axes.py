"""Where a day and a value lie on the paper. Time runs left to right in every language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import floor, log10
from typing import TYPE_CHECKING, NamedTuple

from steadystep.charts.svg import element, num, path, text, width_of
from steadystep.charts.words import month, number, short_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steadystep.charts.record import RecordDay
    from steadystep.charts.theme import Layout
    from steadystep.charts.words import Words

_GROUPS = (1, 7, 28, 84, 364)
_A_DAY, _A_MONTH, _A_YEAR = 1, 30.4, 365.25
_TICK_STEPS = {
    _A_DAY: (1, 2, 7, 14, 28),
    _A_MONTH: (1, 2, 3),
    _A_YEAR: (1, 2, 5, 10, 25, 100, 1000),
}
_MOST_DAYS_BY_DATE = 120
_MONTHS = 12
TOP_OF_SCALE = 10


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """The days from left to right; when they are too thin, a group of them shares a place."""

    first: date
    last: date
    left: float
    a_day: float
    days_each: int

    @property
    def days(self) -> int:
        """How many days there are, known or not."""
        return (self.last - self.first).days + 1

    @property
    def right(self) -> float:
        """The end of the last day."""
        return self.start(self.last) + self.a_day

    @property
    def place(self) -> float:
        """How wide one day is, or one group of days."""
        return self.a_day * self.days_each

    def start(self, day: date) -> float:
        """The left edge of a day."""
        return self.left + (day - self.first).days * self.a_day

    def end(self, day: date) -> float:
        """The right edge of a day's place; a last, shorter group ends with the record."""
        return min(self.start(day) + self.place, self.left + self.days * self.a_day)

    def middle(self, day: date) -> float:
        """The middle of a day's place."""
        return (self.start(day) + self.end(day)) / 2

    def noon(self, day: date) -> float:
        """The middle of one day, also where it shares its place."""
        return self.start(day) + self.a_day / 2


def time_axis(days: Sequence[RecordDay], layout: Layout) -> TimeAxis:
    """Give each day as much room as there is, and group them when that is too little."""
    first, last = days[0].day, days[-1].day
    room = layout.width - layout.left - layout.right
    a_day = min(layout.widest_day, room / ((last - first).days + 1))
    days_each = next(
        (group for group in _GROUPS if group * a_day >= layout.finest_day), _GROUPS[-1]
    )
    return TimeAxis(first=first, last=last, left=layout.left, a_day=a_day, days_each=days_each)


def with_room_for_numbers(days: Sequence[RecordDay], layout: Layout, words: Words) -> Layout:
    """Widen the left edge where a day counts thousands of steps."""
    ticks = dose_ticks(dose_most(days, layout), layout.most_dose_ticks)
    widest = max(width_of(number(tick, words), layout.small_size) for tick in ticks)
    return replace(layout, left=max(layout.left, widest + layout.number_gap + 2))


@dataclass(frozen=True, slots=True)
class Band:
    """One panel: a stretch of paper with a scale that begins at nought."""

    top: float
    height: float
    most: float

    @property
    def bottom(self) -> float:
        """The line on which nought lies."""
        return self.top + self.height

    def y(self, value: float) -> float:
        """Where a value lies; what is beyond the scale lies on its edge."""
        return self.bottom - self.height * min(max(value, 0), self.most) / self.most


def dose_most(days: Sequence[RecordDay], layout: Layout) -> float:
    """Find the top of the movement scale: room for the plan, and for all but the biggest days.

    One boom must not flatten a year of small steps, so a few days may reach beyond the scale.
    """
    planned = [v for d in days for v in (d.level, d.dose, d.offered) if v is not None]
    loads = sorted(d.load for d in days if d.load is not None)
    plan = max(planned, default=0.0)
    if not loads:
        return plan * layout.headroom or 1.0
    common = loads[round(layout.usual_loads * (len(loads) - 1))] * layout.usual_loads_headroom
    ceiling = max(plan * layout.load_over_plan, common)
    return max(plan * layout.headroom, min(loads[-1] * layout.load_headroom, ceiling)) or 1.0


def dose_ticks(most: float, at_most: int) -> list[float]:
    """Choose round numbers from nought up, few enough to read."""
    power = 10 ** floor(log10(most))
    steps = (power * share for share in (0.1, 0.2, 0.5, 1, 2, 5))
    step = next(step for step in steps if most / step < at_most)
    return [tick * step for tick in range(int(most / step) + 1)]


def symptom_ticks() -> list[float]:
    """The ends and the middle of the scale."""
    return [0, TOP_OF_SCALE / 2, TOP_OF_SCALE]


class Tick(NamedTuple):
    """A place on the time axis and the one or two lines written under it."""

    day: date
    label: str
    year: str
    centred: bool


def time_ticks(axis: TimeAxis, layout: Layout, words: Words) -> list[Tick]:
    """Choose dates, months or years, as many as stand side by side without touching."""
    choices = (
        (_ticks(axis, words, unit, step), step * unit * axis.a_day)
        for unit, steps in _TICK_STEPS.items()
        if unit > _A_DAY or axis.days <= _MOST_DAYS_BY_DATE
        for step in steps
    )
    return next((ticks for ticks, room in choices if _fit(ticks, room, layout)), [])


def _fit(ticks: Sequence[Tick], room: float, layout: Layout) -> bool:
    widest = max((width_of(tick.label, layout.small_size) for tick in ticks), default=0)
    return widest + layout.tick_gap <= room


def _ticks(axis: TimeAxis, words: Words, unit: float, step: int) -> list[Tick]:
    if unit == _A_DAY:
        days = [axis.first + timedelta(days=n) for n in range(0, axis.days, step)]
        labels = [short_date(day, words) for day in days]
    elif unit == _A_MONTH:
        days = _first_of_months(axis, step)
        labels = [month(day, words) for day in days]
    else:
        days = [day for day in _first_of_months(axis, _MONTHS) if day.year % step == 0]
        return [Tick(day, str(day.year), "", centred=False) for day in days]
    return [
        Tick(day, label, year, centred=unit == _A_DAY)
        for day, label, year in zip(days, labels, _years(days), strict=True)
    ]


def _years(days: Sequence[date]) -> list[str]:
    """Write a year under its first tick and nowhere else."""
    return [
        str(day.year) if place == 0 or day.year != days[place - 1].year else ""
        for place, day in enumerate(days)
    ]


def _first_of_months(axis: TimeAxis, step: int) -> list[date]:
    """Find the first day of every month, or of every few, that the record holds."""
    months = range(axis.first.year * _MONTHS, (axis.last.year + 1) * _MONTHS, step)
    firsts = (date(number // _MONTHS, number % _MONTHS + 1, 1) for number in months)
    return [day for day in firsts if axis.first <= day <= axis.last]


def draw_time(
    axis: TimeAxis,
    ticks: Sequence[Tick],
    bands: Sequence[Band],
    layout: Layout,
    *,
    rtl: bool,
    below: float = 0,
) -> str:
    """Write the dates that far below the lowest band, with a hairline through all of them."""
    places = [axis.middle(t.day) if t.centred else axis.start(t.day) for t in ticks]
    hairlines = path(
        "".join(f"M{num(x)} {num(band.top)}V{num(band.bottom)}" for x in places for band in bands),
        stroke="hairline",
    )
    size = layout.small_size
    under = bands[-1].bottom + below + size + layout.date_gap
    written = [
        line
        for x, tick in zip(places, ticks, strict=True)
        for line in (
            _date(tick.label, x, under, layout, rtl=rtl),
            _date(tick.year, x, under + size + 4, layout, rtl=rtl),
        )
    ]
    return hairlines + "".join(written)


def _date(label: str, x: float, y: float, layout: Layout, *, rtl: bool) -> str:
    """Write a date under its tick, moved sideways where the paper ends."""
    half = width_of(label, layout.small_size) / 2
    x = min(max(x, half + 2), layout.width - half - 2)
    if not label:
        return ""
    return text(label, x=x, y=y, size=layout.small_size, side="middle", fill="quiet", rtl=rtl)


def draw_scale(
    band: Band, ticks: Sequence[float], axis: TimeAxis, layout: Layout, words: Words
) -> str:
    """Write a band's numbers at its left, each with a hairline."""
    hairlines = path(
        "".join(f"M{num(axis.left)} {num(band.y(tick))}H{num(axis.right)}" for tick in ticks),
        stroke="hairline",
    )
    size = layout.small_size
    written = (
        text(
            number(tick, words),
            x=axis.left - layout.number_gap,
            y=band.y(tick) + size * 0.35,
            size=size,
            side="right",
            fill="quiet",
        )
        for tick in ticks
    )
    return hairlines + element("g", *written)
