"""The record's picture by week, month and all, with a sentence, its meanings and its table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from steadystep.charts import Parts, record_svg, record_table
from steadystep.charts.words import period
from steadystep.core.correcting import medicine_changed_on
from steadystep.core.months import months
from steadystep.explain.amounts import amount, decimal, number
from steadystep.explain.drawn import drawn, seen
from steadystep.explain.pictures import counted_in, picture_words
from steadystep.web.history import said
from steadystep.web.history.dates import short_date
from steadystep.web.history.log import read
from steadystep.web.history.spans import Span, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse
    from django.utils.safestring import SafeString

    from steadystep.charts import RecordDay
    from steadystep.core.history import HistoryDay
    from steadystep.web.history.log import Read
    from steadystep.web.history.spans import Shown

# A table of more days than this is told month by month, each with its own picture. A choice.
MOST_ROWS = 92
# So few days would leave a wide picture half empty: they have the small one everywhere. A choice.
FEW_DAYS = 14


class Row(NamedTuple):
    """A line of a list that leads somewhere."""

    address: str
    name: str
    said: str


@require_safe
def history(request: HttpRequest) -> HttpResponse:
    """The picture of a stretch of days; before the first of them, a kind word."""
    record = read(request)
    if record.began is None or record.began > record.today:
        return render(request, "history/empty.html")
    stretch = shown(request.GET, began=record.began, today=record.today)
    days = record.days(stretch.since, stretch.until)
    changed = medicine_changed_on(record.entries, record.today)
    sentences, is_long = seen(days, record.words), len(days) > MOST_ROWS
    page: dict[str, Any] = {
        "stretch": stretch,
        "spans": _spans(stretch),
        "covered": period(stretch.since, stretch.until, picture_words(record.words)),
        "sentences": sentences,
        "rows": [] if is_long else [_row(one, record) for one in reversed(days)],
        "months": _months(days, record) if is_long else [],
        "changed": changed and short_date(changed, record.words, today=record.today),
        **_pictures(days, record, description=" ".join(sentences)),
    }
    return render(request, "history/history.html", page)


def _spans(stretch: Shown) -> list[tuple[str, str, bool]]:
    """The three lengths: address, name, and whether it is the one shown."""
    names = {Span.WEEK: _("Week"), Span.MONTH: _("4 weeks"), Span.ALL: _("All")}
    return [(f"?span={one}&until={stretch.until}", names[one], one == stretch.span) for one in Span]


def _pictures(
    days: Sequence[HistoryDay], record: Read, *, description: str
) -> dict[str, SafeString]:
    """The picture for a phone and for a desk, its meanings, and the same as a table."""
    values, labels = drawn(days, record.words), picture_words(record.words)
    unit = counted_in(record.words, days[-1].decision.unit)
    title = _("Your days")

    def svg(name: str, *, compact: bool, parts: Parts) -> SafeString:
        return _safe(
            record_svg(
                values,
                words=labels,
                unit=unit,
                title=title if parts is Parts.PICTURE else _("What the signs mean"),
                description=description if parts is Parts.PICTURE else "",
                rtl=get_language_bidi(),
                compact=compact,
                heading=False,
                name=name,
                parts=parts,
                styled=False,
            )
        )

    few = len(days) <= FEW_DAYS
    return {
        "narrow": svg("narrow", compact=True, parts=Parts.PICTURE),
        "wide": _safe("") if few else svg("wide", compact=False, parts=Parts.PICTURE),
        "legend": svg("legend", compact=True, parts=Parts.LEGEND),
        "table": _table(values, record, unit, title),
    }


def _table(values: Sequence[RecordDay], record: Read, unit: str, title: str) -> SafeString:
    if len(values) > MOST_ROWS:
        return _safe("")
    table = record_table(values, words=picture_words(record.words), unit=unit, title=title)
    return _safe(table)


def _safe(drawing: str) -> SafeString:
    """A drawing is markup of our own; what people wrote is escaped where it is drawn."""
    return mark_safe(drawing)  # noqa: S308 - charts escapes every word


def _row(day: HistoryDay, record: Read) -> Row:
    """One day in a line, in the few words that tell it from the others."""
    told = [
        *said.movement_of(day, record.words)[:1],
        *said.answers_of(day, record.words)[:2],
        *said.beside(day, record.words),
    ]
    return Row(
        reverse("history:day", args=[day.day]),
        record.named(day.day),
        _between(told) or _("nothing told"),
    )


def _months(days: Sequence[HistoryDay], record: Read) -> list[dict[str, str]]:
    """The same facts month by month, latest first, each leading to a picture of its own."""
    labels = picture_words(record.words)
    return [
        {
            "address": f"?span={Span.MONTH}&until={one.last}",
            "name": f"{labels.months[one.first.month - 1]} {one.first.year}",
            "step": amount(record.words, one.unit, one.level),
            "answered": number(record.words, one.answered),
            "pain": _tenths(one.pain, record),
            "fatigue": _tenths(one.fatigue, record),
            "flares": number(record.words, one.flares),
        }
        for one in reversed(months(days))
    ]


def _tenths(tenths: int | None, record: Read) -> str:
    return "–" if tenths is None else decimal(record.words, tenths)


def _between(told: Sequence[str]) -> str:
    return " · ".join(told)
