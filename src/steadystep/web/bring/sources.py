"""Which source is used for each kind, what the others told, and the person's own choice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from steadystep.core.observed import Kind
from steadystep.core.truth import truths
from steadystep.explain.observed_words import kind_named, maker_named, seen, which_was_used
from steadystep.store.bringing import prefer, preferred
from steadystep.web.bring.door import the_observed
from steadystep.web.bring.telling import day_with_year
from steadystep.web.record.door import ME, form_key, now, the_log
from steadystep.web.record.words import rule_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse

    from steadystep.core.observed import Source
    from steadystep.core.truth import Truth

# How far back the page looks: the last days are what a person remembers. A choice.
DAYS_BACK = 90
# How many days a kind's own page shows where sources differ: a choice.
DAYS_SHOWN = 7
BY_ORDER = "order"
SOURCE = "source"


@dataclass(frozen=True, slots=True)
class KindRow:
    """A kind as the list shows it: what is used, and the last day on which others told more."""

    kind: Kind
    name: str
    used: str
    others: int
    day: str
    told: tuple[str, ...]


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """Show which source is used for each kind."""
    known = _known(request)
    rows = [_row(kind, known[kind]) for kind in Kind if kind in known]
    return render(request, "bring/sources.html", {"rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
def source(request: HttpRequest, name: str) -> HttpResponse:
    """Choose the source of one kind."""
    kind = _kind(name)
    told = _known(request).get(kind)
    if told is None:
        raise Http404
    choices = _sources_in(told)
    if request.method == "POST":
        form_key(request)
        by_number = {str(number): one for number, one in enumerate(choices)}
        word = request.POST.get(SOURCE, "")
        if word in by_number or word == BY_ORDER:
            chosen = by_number.get(word)
            prefer(the_log(request), the_observed(), kind, chosen, now=now(request))
            return redirect("bring:sources")
    chosen = preferred(the_log(request)).get(kind)
    words = {
        "name": kind_named(kind, rule_words()),
        "kind": kind,
        "by_order": chosen not in choices,
        "choices": [(one, maker_named(one.maker, rule_words()), one == chosen) for one in choices],
        "days": [
            (day_with_year(date.fromordinal(one.day)), which_was_used(one, rule_words()))
            for one in reversed(told)
            if one.others
        ][:DAYS_SHOWN],
    }
    return render(request, "bring/source.html", words)


def _known(request: HttpRequest) -> dict[Kind, list[Truth]]:
    """The truth of the last days, by kind."""
    last = now(request).date().toordinal()
    rows = the_observed().days(ME, first=last - DAYS_BACK, last=last)
    known: dict[Kind, list[Truth]] = {}
    for truth in truths(rows, preferred(the_log(request))):
        known.setdefault(truth.kind, []).append(truth)
    return known


def _row(kind: Kind, told: Sequence[Truth]) -> KindRow:
    several = [one for one in told if one.others]
    last = (several or told)[-1]
    used = last.row.source if last.row else None
    words = rule_words()
    said = which_was_used(last, words) or (seen(kind, last.row.tenths, words) if last.row else "",)
    return KindRow(
        kind=kind,
        name=kind_named(kind, words),
        used=_named(used) if used else "",
        others=len(_sources_in(told)) - 1,
        day=day_with_year(date.fromordinal(last.day)),
        told=tuple(said),
    )


def _named(source: Source) -> str:
    """A source by its name in the shop; by its sort where it has none."""
    return source.name or maker_named(source.maker, rule_words())


def _sources_in(told: Sequence[Truth]) -> list[Source]:
    """All sources that told something, by name."""
    known = {one.source for truth in told for one in truth.others}
    known |= {truth.row.source for truth in told if truth.row}
    return sorted(known)


def _kind(name: str) -> Kind:
    try:
        return Kind(name)
    except ValueError:
        raise Http404 from None
