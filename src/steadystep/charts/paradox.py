"""The picture of the paradox: pain week by week above, the two days after bigger days below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from steadystep.charts import marks
from steadystep.charts.axes import TOP_OF_SCALE, symptom_ticks
from steadystep.charts.small import PARADOX as SIZES
from steadystep.charts.svg import Side, element, num, path, safe, text
from steadystep.charts.theme import FONTS, PICTURE_CLASS, paint
from steadystep.charts.words import number, short_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from steadystep.charts.words import Words
    from steadystep.core.alike import Estimate
    from steadystep.core.paradox import Paradox, Week

_A_POINT = 10


@dataclass(frozen=True, slots=True)
class ParadoxLabels:
    """Every word of the picture, in the reader's language.

    Attributes:
        title: What it is a picture of.
        description: What is seen, for whoever listens.
        pain: Over the weeks.
        step: Over the bars; with the last step where there is one.
        after: Over the days after.
        days: The names of the first and the second day after.
        big: The mark of bigger days.
        other: The mark of other days.
        too_few: In place of what cannot be compared yet.
        scale: Under the scale of the days after.
    """

    title: str
    description: str
    pain: str
    step: str
    after: str
    days: tuple[str, str]
    big: str
    other: str
    too_few: str
    scale: str


def paradox_svg(
    found: Paradox, *, labels: ParadoxLabels, words: Words, rtl: bool = False, name: str = "paradox"
) -> str:
    """Draw what a record shows of the paradox.

    Args:
        found: What was found.
        labels: Its words.
        words: How numbers and dates are written.
        rtl: The words run from right to left. Time and numbers do not.
        name: Keeps two pictures on one page apart.
    """
    above, y = _weeks(found.weeks.weeks, labels, words, rtl=rtl)
    below, y = _after(found, labels, words, y + SIZES.between, rtl=rtl)
    return element(
        "svg",
        element("title", safe(labels.title), id=f"{name}-title"),
        element("desc", safe(labels.description), id=f"{name}-description"),
        element("rect", width="100%", height="100%", **paint(fill="paper")),
        above,
        below,
        **{
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {num(SIZES.width)} {num(y + SIZES.foot)}",
            "class": PICTURE_CLASS,
            "role": "img",
            "aria-labelledby": f"{name}-title {name}-description",
            "font-family": FONTS,
            "direction": "ltr",
        },
    )


# The weeks ------------------------------------------------------------------------------------


def _weeks(
    weeks: Sequence[Week], labels: ParadoxLabels, words: Words, *, rtl: bool
) -> tuple[str, float]:
    """Pain as joined dots, the step as quiet bars under it, and the time they share."""
    top = SIZES.top + SIZES.heading_gap
    floor = top + SIZES.pain_height
    bars_top = floor + SIZES.step_gap
    bars_floor = bars_top + SIZES.step_height
    drawn = (
        _heading(labels.pain, SIZES.top, rtl=rtl),
        _grid(top, floor, words),
        _pain(weeks, top, floor),
        _heading(labels.step, bars_top - SIZES.heading_gap / 2, rtl=rtl),
        _bars(weeks, bars_top, bars_floor),
        _dates(weeks, words, bars_floor + SIZES.axis_gap),
    )
    return "".join(drawn), bars_floor + SIZES.axis_gap


def _heading(words: str, y: float, *, rtl: bool, is_quiet: bool = False) -> str:
    side: Side = "right" if rtl else "left"
    x = SIZES.width - SIZES.right if rtl else SIZES.left - SIZES.right
    return text(
        words,
        x=x,
        y=y,
        size=SIZES.text_size,
        side=side,
        rtl=rtl,
        fill="quiet" if is_quiet else "ink",
        weight=400 if is_quiet else 600,
    )


def _grid(top: float, floor: float, words: Words) -> str:
    drawn = []
    for tick in symptom_ticks():
        y = num(floor - (floor - top) * tick / TOP_OF_SCALE)
        drawn.append(
            path(f"M{num(SIZES.left)} {y}H{num(SIZES.width - SIZES.right)}", stroke="hairline")
        )
        drawn.append(
            text(
                number(tick, words),
                x=SIZES.left - 6,
                y=float(y) + SIZES.small_size / 3,
                size=SIZES.small_size,
                side="right",
                fill="quiet",
            )
        )
    return "".join(drawn)


def _a_week(weeks: Sequence[Week]) -> float:
    return min(SIZES.widest_week, (SIZES.width - SIZES.left - SIZES.right) / max(len(weeks), 1))


def _middle(weeks: Sequence[Week], at: int) -> float:
    return SIZES.left + _a_week(weeks) * (at + 0.5)


def _pain(weeks: Sequence[Week], top: float, floor: float) -> str:
    """Nothing joins two weeks across one that is not known."""
    runs: list[list[tuple[float, float]]] = [[]]
    for at, week in enumerate(weeks):
        if week.pain is None:
            runs.append([])
            continue
        y = floor - (floor - top) * week.pain / (TOP_OF_SCALE * _A_POINT)
        runs[-1].append((_middle(weeks, at), y))
    lines = ("M" + "L".join(f"{num(x)} {num(y)}" for x, y in run) for run in runs if run)
    dots = "".join(
        element("circle", cx=x, cy=y, r=SIZES.week_dot, **paint(fill="pain"))
        for run in runs
        for x, y in run
    )
    line = path(
        "".join(lines),
        stroke="pain",
        stroke_width=SIZES.line,
        stroke_linejoin="round",
        stroke_opacity=SIZES.line_opacity,
    )
    return line + dots


def _bars(weeks: Sequence[Week], top: float, floor: float) -> str:
    most = max((week.level or 0 for week in weeks), default=0)
    wide = _a_week(weeks) * SIZES.bar_share
    bars = (
        f"M{num(_middle(weeks, at) - wide / 2)} {num(floor)}"
        f"v{num(-(floor - top) * week.level / most)}h{num(wide)}V{num(floor)}z"
        for at, week in enumerate(weeks)
        if week.level
    )
    base = path(
        f"M{num(SIZES.left)} {num(floor)}H{num(SIZES.width - SIZES.right)}", stroke="hairline"
    )
    return path("".join(bars), fill="dose") + base


def _dates(weeks: Sequence[Week], words: Words, y: float) -> str:
    """The first week and the last; one that stands too close to the first is left out."""
    if not weeks:
        return ""
    ends: list[tuple[Week, float, Side]] = [(weeks[0], SIZES.left, "left")]
    right = SIZES.left + _a_week(weeks) * len(weeks)
    if right - SIZES.left > SIZES.names:
        ends.append((weeks[-1], right, "right"))
    return "".join(
        text(
            short_date(week.first, words), x=x, y=y, size=SIZES.small_size, side=side, fill="quiet"
        )
        for week, x, side in ends
    )


# The days after -------------------------------------------------------------------------------


def _after(
    found: Paradox, labels: ParadoxLabels, words: Words, y: float, *, rtl: bool
) -> tuple[str, float]:
    """A pair of means with what each may be off, for the first day after and for the second."""
    heading = _heading(labels.after, y, rtl=rtl)
    y += SIZES.row
    if found.after.compared is None:
        return heading + _heading(labels.too_few, y, rtl=rtl, is_quiet=True), y
    days = found.after.compared.days
    reach = _reach(one for day in days for one in day)
    drawn = [heading]
    top = y - SIZES.row / 2
    for day_name, (after_big, after_other) in zip(labels.days, days, strict=True):
        drawn.append(_heading(day_name, y, rtl=rtl))
        for label, mean, is_big in (
            (labels.big, after_big, True),
            (labels.other, after_other, False),
        ):
            y += SIZES.row
            drawn.append(_name(label, y, rtl=rtl))
            drawn.append(_mean(mean, y - SIZES.small_size / 3, reach, is_big=is_big))
        y += SIZES.pair_gap
    y -= SIZES.pair_gap - SIZES.row / 2
    scale, y = _scale(labels, words, top, y, reach, rtl=rtl)
    return scale + "".join(drawn), y


def _reach(means: Iterable[Estimate]) -> int:
    """How far the scale goes to either side, points: all that is drawn lies inside."""
    far = max(abs(one.mean) + one.within for one in means)
    return min(TOP_OF_SCALE, max(SIZES.least_reach, -(-far // _A_POINT)))


def _x(tenths: float, reach: int) -> float:
    """Where so many tenths of a point above the days before lie."""
    left, right = SIZES.names, SIZES.width - SIZES.right
    inside = max(-reach, min(reach, tenths / _A_POINT))
    return left + (right - left) * (inside + reach) / (2 * reach)


def _name(label: str, y: float, *, rtl: bool) -> str:
    x = SIZES.names - SIZES.row / 2
    return text(label, x=x, y=y, size=SIZES.small_size, side="right", fill="quiet", rtl=rtl)


def _mean(mean: Estimate, y: float, reach: int, *, is_big: bool) -> str:
    """A dot and its span. Bigger days are filled and other days open, whatever the colour."""
    low, high = _x(mean.mean - mean.within, reach), _x(mean.mean + mean.within, reach)
    colour = "pain" if is_big else "usual"
    span = path(f"M{num(low)} {num(y)}H{num(high)}", stroke=colour, stroke_width=SIZES.line)
    dot = [marks.circle(_x(mean.mean, reach), y, SIZES.dot)]
    if is_big:
        return span + marks.solid(dot, colour, line=SIZES.dot_rim)
    return span + marks.outlined(dot, colour, line=SIZES.dot_rim)


def _scale(
    labels: ParadoxLabels, words: Words, top: float, floor: float, reach: int, *, rtl: bool
) -> tuple[str, float]:
    """The line of "as before", with the ends of the scale under it, lower on the left."""
    y = floor + SIZES.scale_gap
    nought = num(_x(0, reach))
    drawn = [path(f"M{nought} {num(top)}V{num(floor)}", stroke="hairline", stroke_width=SIZES.line)]
    sides: tuple[tuple[int, Side], ...] = ((-reach, "left"), (0, "middle"), (reach, "right"))
    for points, side in sides:
        written = number(points, words)
        drawn.append(
            text(
                f"+{written}" if points > 0 else written,
                x=_x(points * _A_POINT, reach),
                y=y,
                size=SIZES.small_size,
                side=side,
                fill="quiet",
            )
        )
    y += SIZES.scale_gap
    middle = (SIZES.names + SIZES.width - SIZES.right) / 2
    drawn.append(
        text(
            labels.scale, x=middle, y=y, size=SIZES.small_size, side="middle", fill="quiet", rtl=rtl
        )
    )
    return "".join(drawn), y
