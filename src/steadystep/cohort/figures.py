"""A study's figures of gain against harm. Values in, a drawing out."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from steadystep.charts.svg import element, num, path, text, width_of
from steadystep.cohort.figures_paper import (
    LEFT,
    LOOKS,
    RIGHT,
    SIZE,
    TOP,
    WIDTH,
    Figure,
    Look,
    across,
    bar,
    harm_scale,
    mark,
    scale,
    upright,
    wrapped_names,
)
from steadystep.cohort.frontier import Point
from steadystep.cohort.report_words import OF_FAMILY, said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steadystep.cohort.compare import Spread
    from steadystep.cohort.figures_paper import Role, Scale
    from steadystep.cohort.spec import Compared
    from steadystep.cohort.study_facts import Row, Swept, Table

_PLOT = 236.0
_KEY, _AXIS = 58.0, 40.0
_NUMBER = 11.0
_STEPS = 8
# Where a number may stand beside its mark: to the right, then around it, then farther out.
_PLACES = tuple(
    (x * far, y * far)
    for far in (1.0, 1.6, 2.3)
    for x, y in (
        (11, 0), (-11, 0), (9, 9), (9, -9), (-9, 9), (-9, -9), (0, -12), (0, 12),
    )
)  # fmt: skip
_CAUSED = "flare days caused, a year"
_GAIN = "gain in capacity, %"


def gain_and_harm(table: Table, compared: Compared, *, name: str) -> Figure:
    """Draw each planner of a world: up is more gain, right is more harm."""
    rows = [(place, row) for place, row in enumerate(table.rows, start=1) if row.summary]
    spreads = [(row.summary.caused, row.summary.gain) for _, row in rows if row.summary]
    bottom = TOP + _PLOT
    x = harm_scale((_top(caused) for caused, _ in spreads), start=LEFT, end=WIDTH - RIGHT)
    y = scale((end for _, gain in spreads for end in _ends(gain)), start=bottom, end=TOP)
    places = [(x.at(caused.mean), y.at(gain.mean)) for caused, gain in spreads]
    numbers = _beside(places, [str(place) for place, _ in rows], x, y)
    drawn = [
        across(x, top=TOP, bottom=bottom, name=_CAUSED),
        upright(y, left=LEFT, right=WIDTH - RIGHT, name=_GAIN),
    ]
    looks = [_look(row, compared) for _, row in rows]
    for look, (caused, gain), (left, high) in zip(looks, spreads, places, strict=True):
        drawn += [
            bar(look, x=(x.at(caused.low or 0), x.at(_top(caused))), y=high),
            bar(look, x=left, y=(y.at(_ends(gain)[0]), y.at(_ends(gain)[1]))),
            mark(look, left, high),
        ]
    drawn += [
        text(str(number), x=at[0], y=at[1] + 4, size=_NUMBER, side="middle", weight=600, halo=2.5)
        for (number, _), at in zip(rows, numbers, strict=True)
    ]
    key, end = _numbered_key(rows, looks, top=bottom + _KEY)
    height = bottom + _AXIS
    return Figure(
        name=name,
        title=f"Gain and harm, {OF_FAMILY[table.family]}, {table.setting}",
        description="; ".join(
            f"{row.planner}: gain {said(gain.mean)} %, {said(caused.mean)} {_CAUSED}"
            for (_, row), (caused, gain) in zip(rows, spreads, strict=True)
        )
        + ".",
        body="".join(drawn),
        height=height,
        key=key,
        key_height=end + 2 - height,
        shared_key=True,
    )


def frontier_curves(swept: Sequence[Swept], *, name: str) -> Figure:
    """Draw the sweeps of one world: at any harm, the higher line gains more."""
    points = [point for one in swept for _, point in one.points]
    bottom = TOP + _PLOT
    x = harm_scale((point.caused for point in points), start=LEFT, end=WIDTH - RIGHT)
    y = scale((point.gain for point in points), start=bottom, end=TOP)
    drawn = [
        across(x, top=TOP, bottom=bottom, name=_CAUSED),
        upright(y, left=LEFT, right=WIDTH - RIGHT, name=_GAIN),
    ]
    levels = sorted({at.caused for one in swept for at in one.at})
    drawn.append(
        path(
            "".join(f"M{num(x.at(level))} {num(TOP)}V{num(bottom)}" for level in levels),
            stroke="usual",
            stroke_dasharray="2 4",
        )
    )
    looks = [LOOKS[place % len(LOOKS)] for place in range(len(swept))]
    for look, one in zip(looks, swept, strict=True):
        turned = [point for _, point in one.points]
        joined = "L".join(
            f"{num(x.at(point.caused))} {num(y.at(point.gain))}" for point in _finely(turned)
        )
        drawn.append(path(f"M{joined}" if turned else "", stroke=look.role, stroke_width=1.8))
        drawn += [mark(look, x.at(point.caused), y.at(point.gain), 3.6) for point in turned]
    entries = [(mark(look, 10, 0), one.sweep) for look, one in zip(looks, swept, strict=True)]
    key, end = wrapped_names(entries, top=bottom + _KEY, columns=_columns(entries))
    where = f"{OF_FAMILY[swept[0].family]}, {swept[0].setting}"
    return Figure(
        name=name,
        title=f"Gain at equal harm, {where}",
        description=" ".join(_told_sweep(one) for one in swept),
        body="".join(drawn),
        height=bottom + _AXIS,
        key=key,
        key_height=end + 2 - bottom - _AXIS,
        shared_key=True,
    )


def _finely(points: Sequence[Point]) -> list[Point]:
    """Points between the points: a straight line between two is bent on a rooted scale."""
    between = [
        Point(
            here.caused + (there.caused - here.caused) * step / _STEPS,
            here.gain + (there.gain - here.gain) * step / _STEPS,
        )
        for here, there in pairwise(points)
        for step in range(_STEPS)
    ]
    return [*between, *points[-1:]]


def _told_sweep(one: Swept) -> str:
    along = ", ".join(
        f"{said(point.gain)} % at {said(point.caused)} days" for _, point in one.points
    )
    return f"{one.sweep}, {one.knob} turned up: {along}."


def _numbered_key(
    rows: Sequence[tuple[int, Row]], looks: Sequence[Look], *, top: float
) -> tuple[str, float]:
    """The numbers of the marks, and whose they are."""
    entries = [
        (
            element("g", mark(look, 2, 0, 4))
            + text(str(number), x=22, y=4.5, size=_NUMBER, side="right", weight=600),
            row.planner,
        )
        for (number, row), look in zip(rows, looks, strict=True)
    ]
    return wrapped_names(entries, top=top, columns=_columns(entries))


def _columns(entries: Sequence[tuple[str, str]]) -> int:
    """Two columns where every name fits into half the paper."""
    widest = max((width_of(name, SIZE) for _, name in entries), default=0)
    return 2 if widest < WIDTH / 2 - 36 else 1


def _look(row: Row, compared: Compared) -> Look:
    """The rule stands out, then those it is held against; an oracle is hollow."""
    role: Role = "load"
    if row.planner == compared.rule:
        role = "level"
    elif row.planner in compared.against:
        role = "pain"
    shape = {"level": 0, "pain": 1}.get(role, 4)
    if row.knows:
        return Look("warning", LOOKS[2].shape, filled=False)
    return Look(role, LOOKS[0].shape if role == "load" else LOOKS[shape].shape)


def _beside(
    places: Sequence[tuple[float, float]], words: Sequence[str], x: Scale, y: Scale
) -> list[tuple[float, float]]:
    """Find the middle of each number where it covers neither a mark nor another number."""
    chosen: list[tuple[float, float]] = []
    for place, word in zip(places, words, strict=True):
        wide = width_of(word, _NUMBER)
        offers = [(place[0] + dx * (1 + wide / 40), place[1] + dy) for dx, dy in _PLACES]
        chosen.append(min(offers, key=lambda at: _crowded(at, places, chosen, x, y)))
    return chosen


def _crowded(
    at: tuple[float, float],
    places: Sequence[tuple[float, float]],
    chosen: Sequence[tuple[float, float]],
    x: Scale,
    y: Scale,
) -> float:
    """How much a number there would cover, and a lot for leaving the paper."""
    covers = sum(_covers(at, one, 10, 9) for one in places)
    covers += sum(_covers(at, one, 13, 11) for one in chosen)
    inside = x.start < at[0] < x.end and y.end < at[1] < y.start
    return covers if inside else covers + 5


def _covers(at: tuple[float, float], other: tuple[float, float], wide: float, tall: float) -> float:
    """How much two things cover each other, 0 to 1."""
    return max(0.0, 1.0 - max(abs(at[0] - other[0]) / wide, abs(at[1] - other[1]) / tall))


def _ends(spread: Spread) -> tuple[float, float]:
    low = spread.mean if spread.low is None else spread.low
    return low, 2 * spread.mean - low


def _top(spread: Spread) -> float:
    return _ends(spread)[1]
