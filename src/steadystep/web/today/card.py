"""The card: the step in large letters, why, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from steadystep.core.acts import Part, did
from steadystep.core.events import SessionTold
from steadystep.core.facts import Gate
from steadystep.core.fold import local_day
from steadystep.web.today.words import dose_in_words, movement_name, place_in_the_day

if TYPE_CHECKING:
    from steadystep.core.events import Entry
    from steadystep.core.today import Today
    from steadystep.web.today.morning import Morning

# The ring's way round, in hundredths: what SVG calls its path length.
RING = 100


class Instead(StrEnum):
    """Where there is no step: where the card leads."""

    RED_FLAG = "red_flag"
    CLINICIAN = "clinician"
    PAUSED = "paused"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Ring:
    """The open window as it fills.

    Attributes:
        hours: Hours since it opened, no more than it needs.
        needed: Hours it needs.
        filled: How much of the ring is drawn, of 100.
        words: The same in words.
    """

    hours: int
    needed: int
    filled: int
    words: str


@dataclass(frozen=True, slots=True)
class Card:
    """What the card shows.

    Attributes:
        heading: The step; or what stands in its place.
        movement: What the movement is called.
        place: When in the day it has its place.
        said: The sentences under it.
        about: What the buttons are about: an old page's answer is told by it.
        has_step: There is a step today.
        done: What was told of it, in words; nothing while nothing was.
        others: What else it could have been: parts and their names, where it can be corrected.
        ring: The open window.
        instead: Where there is no step: where the card leads.
    """

    heading: str
    movement: str
    place: str
    said: tuple[str, ...]
    about: str
    has_step: bool
    done: str
    others: tuple[tuple[Part, str], ...]
    ring: Ring | None
    instead: Instead | None


def card_of(morning: Morning) -> Card:
    """Make the card."""
    today = morning.today
    if today.plan is None or today.decision is None or today.dose is None:
        return _without_a_step(morning)
    return Card(
        heading=dose_in_words(today.decision.unit, today.dose),
        movement=movement_name(today.plan),
        place=place_in_the_day(today.plan),
        said=morning.said,
        about=about_the_step(today),
        has_step=True,
        done=_done(today),
        others=_others(today),
        ring=_ring(today),
        instead=None,
    )


def about_the_step(today: Today) -> str:
    """What a button of the card is about: this day's step, and what was told of it so far."""
    return f"{today.day}/{today.dose}/{today.session}"


def sessions_of(today: Today) -> tuple[Entry, ...]:
    """Today's sessions that can still be taken back."""
    return tuple(
        one
        for one in today.undoable
        if isinstance(one.event, SessionTold) and local_day(one) == today.day
    )


def _without_a_step(morning: Morning) -> Card:
    gate = morning.today.standing.gate
    instead = {
        Gate.RED_FLAG: Instead.RED_FLAG,
        Gate.CLINICIAN_FIRST: Instead.CLINICIAN,
        Gate.PAUSED: Instead.PAUSED,
    }.get(gate, Instead.NOTHING)
    heading, *said = morning.said or _without_a_plan(instead)
    return Card(
        heading=heading,
        movement="",
        place="",
        said=tuple(said),
        about=about_the_step(morning.today),
        has_step=False,
        done="",
        others=(),
        ring=None,
        instead=instead,
    )


def _without_a_plan(instead: Instead) -> tuple[str, ...]:
    """Before there is a plan no decision speaks; the gate does."""
    if instead == Instead.RED_FLAG:
        return _("This needs a person, not an app."), _("There is no step until then.")
    if instead == Instead.CLINICIAN:
        return (
            _("A clinician's word comes first."),
            _("Until then, slow breathing and gentle movement are fine."),
        )
    return (_("There is no step yet."),)


def _done(today: Today) -> str:
    """What was told of today's step. More than planned is noted like anything else."""
    if today.session is None or today.decision is None:
        return ""
    if not today.session:
        return _("Rest counts too.")
    return dose_in_words(today.decision.unit, today.session)


def _others(today: Today) -> tuple[tuple[Part, str], ...]:
    """How it may be corrected: the parts that were not told. Older words stay as they are."""
    known = sum(one.event.done for one in sessions_of(today) if isinstance(one.event, SessionTold))
    if today.session is None or known != today.session:
        return ()
    if not today.session:
        return (Part.A_BIT, _("A bit")), (Part.YES, _("Done"))
    names = (
        (Part.A_BIT, _("A bit")),
        (Part.YES, _("All of it")),
        (Part.MORE, pgettext("done of the step", "More")),
    )
    return tuple(
        (part, name)
        for part, name in names
        if part == Part.MORE or did(today.dose, part).done != today.session
    )[-2:]


def _ring(today: Today) -> Ring | None:
    if today.window is None:
        return None
    needed = today.window.hours_needed
    hours = min(max(today.window.hours, 0), needed)
    words = ngettext(
        "Listening to your body: %(hours)s of %(needed)s hour",
        "Listening to your body: %(hours)s of %(needed)s hours",
        needed,
    ) % {"hours": hours, "needed": needed}
    return Ring(hours, needed, RING * hours // needed, words)
