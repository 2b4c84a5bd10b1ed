"""Today's step at the end of a chapter: what it opens, and what can be taken right there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from steadystep.core.beginning import beginning_of
from steadystep.core.movements import Movement
from steadystep.web.learn.living import PARTS, living
from steadystep.web.learn.words import NOTHING
from steadystep.web.move.library.shelf import of_kind
from steadystep.web.record.door import the_log
from steadystep.web.today.card import card_of
from steadystep.web.today.morning import told_morning

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.utils.safestring import SafeString

    from steadystep.chapters import Chapter
    from steadystep.web.today.card import Card

TODAYS = "todays-step"


@dataclass(frozen=True, slots=True)
class Opens:
    """What a chapter's step leads to.

    Attributes:
        label: What the button says.
        address: Where it leads.
        card: The person's own step of today, where it is that.
        lives: What is taken in the page itself; nothing else is shown then.
    """

    label: str = ""
    address: str = ""
    card: Card | None = None
    lives: SafeString = NOTHING


def opens(request: HttpRequest, chapter: Chapter) -> Opens:
    """What a chapter's step opens. A name nobody knows leads to the day itself."""
    name = chapter.opens
    if name in PARTS:
        return Opens(lives=living(name, request, chapter))
    if not beginning_of(the_log(request).lasting()).is_over:
        return Opens(label=_("Begin"), address=reverse("today:today"))
    if name == TODAYS:
        card = card_of(told_morning(request))
        return Opens(card=card, label=_("Go to today"), address=reverse("today:today"))
    label, address = _leads(name)
    return Opens(label=label, address=address)


def _leads(name: str) -> tuple[str, str]:
    breath = of_kind(Movement.BREATH_STRETCH)[0]
    return {
        "check-in": (_("Check in"), reverse("today:check_in")),
        "flare-page": (_("Open the page for a flare"), reverse("today:flare")),
        "questions-to-ask": (_("Write down my questions"), reverse("today:note")),
        "breathe": (_("Move with the breath"), reverse("move:one", args=[breath.slug])),
    }.get(name, (_("Go to today"), reverse("today:today")))
