"""The same facts as a table, for whoever listens, counts or copies."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from steadystep.charts.record import AMBER, RED, in_order
from steadystep.charts.svg import element, safe
from steadystep.charts.words import full_date, number

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from steadystep.charts.record import RecordDay
    from steadystep.charts.words import Words


class _Column(NamedTuple):
    """One heading and what stands under it on each day; nothing where it is not known."""

    heading: str
    cell: Callable[[RecordDay], str]


def record_table(days: Sequence[RecordDay], *, words: Words, unit: str, title: str) -> str:
    """Write every day as one row. A column about which nothing is known is left out."""
    ordered = in_order(days)
    rows = [[column.cell(day) for column in _columns(words, unit)] for day in ordered]
    shown = [
        place for place, _ in enumerate(_columns(words, unit)) if any(row[place] for row in rows)
    ]
    headings = [words.table_day, *(_columns(words, unit)[place].heading for place in shown)]
    return element(
        "table",
        element("caption", safe(title)),
        element("thead", element("tr", *(element("th", safe(h), scope="col") for h in headings))),
        element(
            "tbody",
            *(
                _row(day, [row[place] for place in shown], words)
                for day, row in zip(ordered, rows, strict=True)
            ),
        ),
    )


def _columns(words: Words, unit: str) -> list[_Column]:
    def figure(value: Callable[[RecordDay], float | None]) -> Callable[[RecordDay], str]:
        def cell(day: RecordDay) -> str:
            known = value(day)
            return "" if known is None else number(known, words)

        return cell

    def counted(name: str) -> str:
        return words.movement_heading.format(name=name, unit=unit)

    return [
        _Column(words.table_action, lambda day: words.action(day.action)),
        _Column(counted(words.table_level), figure(lambda day: day.level)),
        _Column(counted(words.table_dose), figure(lambda day: day.dose)),
        _Column(counted(words.table_offered), figure(lambda day: day.offered)),
        _Column(counted(words.table_load), figure(lambda day: day.load)),
        _Column(words.pain, figure(lambda day: day.pain)),
        _Column(words.table_usual_pain, figure(lambda day: day.usual_pain)),
        _Column(words.table_warning_pain, figure(lambda day: day.warning_pain)),
        _Column(words.fatigue, figure(lambda day: day.fatigue)),
        _Column(words.table_usual_fatigue, figure(lambda day: day.usual_fatigue)),
        _Column(words.table_warning_fatigue, figure(lambda day: day.warning_fatigue)),
        _Column(words.table_signs, lambda day: _signs(day, words)),
    ]


def _signs(day: RecordDay, words: Words) -> str:
    """Name the signs of a day, in words instead of shapes."""
    signs = (
        (day.flare == AMBER, words.sign_amber),
        (day.flare == RED, words.sign_red),
        (day.marked, words.sign_marked),
        (day.watching, words.sign_watching),
        (day.boom, words.sign_boom),
        (day.bust, words.sign_bust),
    )
    named = (*(sign for there, sign in signs if there), *day.beside)
    return words.between_signs.join(named)


def _row(day: RecordDay, cells: Sequence[str], words: Words) -> str:
    date = element("time", safe(full_date(day.day, words)), datetime=day.day.isoformat())
    return element(
        "tr",
        element("th", date, scope="row"),
        *(element("td", safe(cell or words.unknown)) for cell in cells),
    )
