"""All settings at a glance, and what this is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from steadystep.web.record.looks import chosen_of
from steadystep.web.record.person import preferences
from steadystep.web.yours.look import LOOKS, title
from steadystep.web.yours.plan import standing_rows

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

# What a person's pages are made with, and under which licence each may be used.
STANDS_ON = (
    ("Python", "PSF-2.0"),
    ("Django", "BSD-3-Clause"),
    ("django-csp", "BSD-3-Clause"),
    ("django-htmx", "MIT"),
    ("htmx", "0BSD"),
    ("markdown-it-py", "MIT"),
    ("typst", "Apache-2.0"),
    ("platformdirs", "MIT"),
    ("click", "BSD-3-Clause"),
    ("rich", "MIT"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One line that leads to a setting, and what holds now."""

    name: str
    now: str
    address: str


@require_safe
def yours(request: HttpRequest) -> HttpResponse:
    """All settings at a glance."""
    plan = [Row(*one) for one in standing_rows(request)]
    return render(request, "yours/yours.html", {"looks": _looks(request), "plan": plan})


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What this is and is not, which version, and on whose work it stands."""
    return render(request, "yours/about.html", {"stands_on": STANDS_ON})


def _looks(request: HttpRequest) -> list[Row]:
    prefer = preferences(request)
    return [
        Row(title(name), chosen_of(name, prefer).name, reverse("yours:look", args=[word]))
        for word, name in LOOKS.items()
    ]
