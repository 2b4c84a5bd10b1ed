"""A study's figures of differences: the rule beside another planner, and what that depends on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.charts.svg import lines, num, path, text
from steadystep.cohort.figures_paper import (
    LOOKS,
    RIGHT,
    SIZE,
    SMALL,
    TOP,
    WIDTH,
    Figure,
    across,
    bar,
    mark,
    scale,
    wrapped_names,
)
from steadystep.cohort.report_words import OF_FAMILY, apart, said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steadystep.cohort.compare import Difference, Interval, Summary
    from steadystep.cohort.spec import Compared
    from steadystep.cohort.study_facts import Changed, Table

_ROW = 34.0
_PANEL_GAP = 62.0
_LETTER = 26.0
_NUMBERS = 132.0
_LABEL = 134.0
_PANELS = (("gain", "gain in capacity, %"), ("caused", "flare days caused, a year"))


def side_by_side(tables: Sequence[Table], rule: str, other: str, *, name: str) -> Figure | None:
    """Draw the rule and another planner as the two ends of a line, family by family."""
    both = [
        (table.family, ours, theirs, less)
        for table in tables
        if (less := table.less(rule, other)) is not None
        and (ours := table.row(rule).summary) is not None
        and (theirs := table.row(other).summary) is not None
    ]
    if not both:
        return None
    entries = [(mark(LOOKS[0], 10, 0), rule), (mark(LOOKS[6], 10, 0), other)]
    drawn, y = wrapped_names(entries, top=14, columns=1)
    for field, called in _PANELS:
        panel, y = _panel(both, field, called, top=y + TOP)
        drawn += panel
    return Figure(
        name=name,
        title=f"{rule} beside {other}, {tables[0].setting}",
        description=" ".join(
            f"{OF_FAMILY[family]}: gain {said(ours.gain.mean)} % beside {said(theirs.gain.mean)} %,"
            f" flare days caused {said(ours.caused.mean)} beside {said(theirs.caused.mean)}."
            for family, ours, theirs, _ in both
        ),
        body=drawn,
        height=y - 8,
    )


def _panel(
    both: Sequence[tuple[str, Summary, Summary, Difference]],
    field: str,
    called: str,
    *,
    top: float,
) -> tuple[str, float]:
    """One measure: a row for each family, its difference in numbers at the end."""
    ends = [(getattr(ours, field).mean, getattr(theirs, field).mean) for _, ours, theirs, _ in both]
    x = scale((value for pair in ends for value in pair), start=_LETTER, end=WIDTH - _NUMBERS - 8)
    rows = top + 12
    bottom = rows + _ROW * len(both)
    drawn = [
        text(called, x=4, y=top, size=SMALL, fill="quiet"),
        text("difference", x=WIDTH - RIGHT, y=top, size=SMALL, side="right", fill="quiet"),
        across(x, top=rows, bottom=bottom),
    ]
    for place, ((family, _, _, less), (ours, theirs)) in enumerate(zip(both, ends, strict=True)):
        y = rows + _ROW * (place + 0.5)
        drawn += [
            text(family, x=4, y=y + 4.5, size=SIZE, weight=600),
            path(f"M{num(x.at(ours))} {num(y)}H{num(x.at(theirs))}", stroke="usual",
                 stroke_width=2),
            mark(LOOKS[6], x.at(theirs), y),
            mark(LOOKS[0], x.at(ours), y, 5),
            text(apart(getattr(less, field)), x=WIDTH - RIGHT, y=y + 4.5, size=SMALL,
                 side="right"),
        ]  # fmt: skip
    return "".join(drawn), bottom + _PANEL_GAP - TOP


def what_it_depends_on(
    changed: Sequence[Changed], compared: Compared, *, setting: str, name: str
) -> Figure:
    """Draw what each planner was worth more than another one, row by row of what was changed."""
    told = [(one, one.more_use) for one in changed if one.more_use is not None]
    named = list(dict.fromkeys(one.planner for one, _ in told))
    # The rule comes first, so that it looks as in every other figure.
    planners = sorted(named, key=lambda one: one != compared.rule)
    changes = list(dict.fromkeys(one.change for one in changed))
    looks = {name: LOOKS[place % len(LOOKS)] for place, name in enumerate(planners)}
    entries = [(mark(looks[one], 10, 0), one) for one in planners]
    drawn, y = wrapped_names(entries, top=14, columns=1)
    x = scale((end for _, less in told for end in _ends(less)), start=_LABEL, end=WIDTH - RIGHT)
    top, bottom = y + 6, y + 6 + _ROW * len(changes)
    drawn += across(
        x, top=top, bottom=bottom, name=f"worth more than {compared.against[0]}, points"
    )
    drawn += path(f"M{num(x.at(0))} {num(top)}V{num(bottom)}", stroke="usual", stroke_width=1.5)
    for place, change in enumerate(changes):
        middle = top + _ROW * (place + 0.5)
        drawn += _label(change or "nothing changed", middle, strong=not change)
        here = [(one.planner, less) for one, less in told if one.change == change]
        drawn += "".join(
            bar(looks[planner], x=(x.at(_ends(less)[0]), x.at(_ends(less)[1])), y=middle)
            for planner, less in here
        )
        drawn += "".join(mark(looks[one], x.at(less.mean), middle) for one, less in here)
    return Figure(
        name=name,
        title=f"What it depends on, {OF_FAMILY[changed[0].family]}, {setting}",
        description=" ".join(
            f"{one.change or 'nothing changed'}: {one.planner} {apart(less)} points."
            for one, less in told
        ),
        body=drawn,
        height=bottom + 46,
    )


def _label(words: str, middle: float, *, strong: bool) -> str:
    """What was changed, on one line or two."""
    broken = lines(words, size=SMALL, width=_LABEL - 14)[:2]
    start = middle + 4.5 - 7 * (len(broken) - 1)
    return "".join(
        text(line, x=4, y=start + 14 * place, size=SMALL, weight=600 if strong else 400)
        for place, line in enumerate(broken)
    )


def _ends(interval: Interval) -> tuple[float, float]:
    if interval.low is None or interval.high is None:
        return interval.mean, interval.mean
    return interval.low, interval.high
