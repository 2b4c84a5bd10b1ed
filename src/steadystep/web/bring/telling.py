"""The words of these pages beside their templates: days, kinds, amounts and the time left."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from steadystep.explain.amounts import number
from steadystep.explain.days import on_date
from steadystep.explain.observed_words import kind_named
from steadystep.web.record.person import time_told
from steadystep.web.record.words import rule_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from django.http import HttpRequest

    from steadystep.core.observed import Kind
    from steadystep.importers.found import Found, KindFound
    from steadystep.importers.reading import Sentence

_MINUTE_SECONDS = 60
# A date has so many numbers; a year of two of them is one of this century.
_PARTS, _TWO_DIGITS, _CENTURY = 3, 100, 2000
# Before this nobody can tell how long it takes: a choice.
_SURE_AFTER_SECONDS = 2
_SURE_AFTER_PERCENT = 2


def day_with_year(day: date) -> str:
    """A day, its month and its year."""
    return pgettext("a date with its year", "%(date)s %(year)s") % {
        "date": on_date(rule_words(), day),
        "year": day.year,
    }


def dates_of(written: str) -> dict[str, str]:
    """What a date says in each order in which it is one; nothing where it is none in any."""
    found = {}
    parts = [int(one) for one in re.findall("[0-9]+", written)[:_PARTS]]
    for order in ("dmy", "mdy", "ymd"):
        part = dict(zip(order, parts, strict=False))
        with suppress(KeyError, ValueError, OverflowError):
            year = part["y"] + (_CENTURY if part["y"] < _TWO_DIGITS else 0)
            found[order] = day_with_year(date(year, part["m"], part["d"]))
    return found


def moment_told(request: HttpRequest, at: datetime) -> str:
    """A day and its time, to end a sentence with: two imports of one day are told apart."""
    between = pgettext("between two words of a list", ", ")
    return f"{day_with_year(at.date())}{between}{time_told(request, at).removesuffix('.')}"


def kinds_told(kinds: Iterable[Kind]) -> str:
    """Kinds one after the other."""
    between = pgettext("between two words of a list", ", ")
    return between.join(kind_named(kind, rule_words()) for kind in kinds)


def count_told(count: int) -> str:
    """A count, its thousands set apart."""
    return number(rule_words(), count)


def said(sentence: Sentence) -> str:
    """A sentence of a reader in the language of this page."""
    return sentence.said(rule_words().gettext)


def left_told(done: int, size: int, seconds: float) -> str:
    """How long it still takes; nothing while nobody can tell."""
    if seconds < _SURE_AFTER_SECONDS or done * 100 < size * _SURE_AFTER_PERCENT:
        return ""
    left = seconds * max(size - done, 0) / done
    minutes = round(left / _MINUTE_SECONDS)
    if minutes < 1:
        return _("Less than a minute is left.")
    return ngettext(
        "About %(count)s minute is left.", "About %(count)s minutes are left.", minutes
    ) % {"count": minutes}


def rows_of(found: Found) -> list[dict[str, str]]:
    """What was found of each kind, as the table shows it."""
    return [_row(one) for one in found.kinds]


def sources_of(found: Found) -> str:
    """What all of it comes from."""
    names = dict.fromkeys(source.name for one in found.kinds for source in one.sources)
    return pgettext("between two words of a list", ", ").join(name for name in names if name)


def beyond_of(found: Found) -> list[str]:
    """Values that were left out since no body has them, and days that hold too many."""
    told = [
        ngettext(
            "%(kind)s: %(count)s value that no body has, or at a time that is not.",
            "%(kind)s: %(count)s values that no body has, or at a time that is not.",
            many,
        )
        % {"kind": kind_named(kind, rule_words()), "count": count_told(many)}
        for kind, many in found.beyond.items()
    ]
    if found.crowded:
        told.append(
            ngettext(
                "%(count)s day holds more values than a day can.",
                "%(count)s days hold more values than a day can.",
                found.crowded,
            )
            % {"count": count_told(found.crowded)}
        )
    return told


def _row(one: KindFound) -> dict[str, str]:
    return {
        "kind": kind_named(one.kind, rule_words()),
        "days": count_told(one.days),
        "values": ngettext("%(count)s value", "%(count)s values", one.values)
        % {"count": count_told(one.values)},
        "days_between": _days_between(date.fromordinal(one.first), date.fromordinal(one.last)),
    }


def _days_between(first: date, last: date) -> str:
    """The first and the last of some days; the one, where there is one."""
    if first == last:
        return day_with_year(first)
    return f"{day_with_year(first)} – {day_with_year(last)}"
