"""A small movement and what a bad day allows of it, chosen in the chapter itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from steadystep.core.beginning import BAD_DAY_AMOUNTS, UNIT_OF, start_of
from steadystep.core.facts import Gate
from steadystep.core.movements import BEFORE_A_WORD, Movement
from steadystep.explain.beginning_words import bad_day_word, movement_help, movement_word
from steadystep.web.begin.screens import Choice
from steadystep.web.learn.living.whose import whose
from steadystep.web.record.words import rule_words
from steadystep.web.today.words import dose_in_words, movement_name

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.utils.safestring import SafeString

    from steadystep.chapters import Chapter
    from steadystep.core.observations import Unit
    from steadystep.web.learn.living.whose import Whose

# The fields of the form.
KIND, AMOUNT = "kind", "amount"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of movement that can be chosen.

    Attributes:
        movement: The kind.
        unit: What it is counted in.
        name: What it is called.
        help: A few words more.
        is_told: It is the one now.
    """

    movement: Movement
    unit: Unit
    name: str
    help: str
    is_told: bool


@dataclass(frozen=True, slots=True)
class Stop:
    """Why nothing can be chosen now, and where it goes on."""

    said: str
    address: str
    name: str


def choose_step(request: HttpRequest, chapter: Chapter) -> SafeString:
    """The whole form: a kind, and what a bad day allows of it."""
    return form(request, chapter.day)


def bad_day(request: HttpRequest, chapter: Chapter) -> SafeString:
    """The same for the movement that is chosen already: what a bad day allows, and what follows."""
    return form(request, chapter.day, same_kind=True)


def form(request: HttpRequest, day: int, *, same_kind: bool = False, wrong: str = "") -> SafeString:
    """The form as it stands in a chapter, or the words that stand in its place.

    Args:
        request: The page that is being made.
        day: The day of the chapter.
        same_kind: The kind is left as it is, where it is known.
        wrong: What is wrong with what was sent.
    """
    reader = whose(request)
    stop = stop_of(reader)
    page: dict[str, Any] = {"day": day, "stop": stop, "wrong": wrong, "now": step_now(reader)}
    if stop is None:
        kinds = kinds_of(reader)
        now = [one for one in kinds if one.is_told]
        page |= {
            "about": about(reader),
            "kinds": now if same_kind and now else kinds,
            "asked_kind": not (same_kind and now),
            "amounts": _amounts(now if same_kind and now else kinds),
            "has_plan": reader.plan is not None,
        }
    return render_to_string("learn/living/choose.html", page, request)


def stop_of(reader: Whose) -> Stop | None:
    """What stands in the way of a step; None where nothing does."""
    if reader.gate == Gate.RED_FLAG:
        return Stop(
            _("No step can be chosen now. This needs a person, not an app."),
            reverse("begin:red-flag"),
            _("What to do now"),
        )
    if reader.under_18:
        return Stop(
            _("There is no plan before 18. Please talk to someone you trust."),
            reverse("begin:under-18"),
            _("Read why"),
        )
    if reader.gate == Gate.PAUSED:
        return Stop(
            _("Your plan rests, and your step waits. Nothing changes until you go on."),
            reverse("yours:pause"),
            _("Open the pause"),
        )
    return None


def kinds_of(reader: Whose) -> list[Kind]:
    """The kinds that may be chosen: before a clinician's word, two."""
    words, plan, before = rule_words(), reader.plan, reader.so_far.movement
    chosen = plan.movement if plan else before.movement if before else None
    open_to = BEFORE_A_WORD if reader.gate == Gate.CLINICIAN_FIRST else tuple(UNIT_OF)
    kinds = [
        Kind(one, UNIT_OF[one], movement_word(words, one), movement_help(words, one), one == chosen)
        for one in open_to
    ]
    if plan is None or plan.movement != Movement.OWN or plan.unit not in BAD_DAY_AMOUNTS:
        return kinds
    return [Kind(Movement.OWN, plan.unit, movement_name(plan), "", is_told=True), *kinds]


def about(reader: Whose) -> str:
    """What the form is about: the step as it was when the page was made."""
    return f"{reader.morning.today.day}/{reader.level}"


def step_now(reader: Whose) -> str:
    """The step in force, and its movement; nothing where there is none."""
    if reader.plan is None or reader.level is None:
        return ""
    known = {
        "dose": dose_in_words(reader.plan.unit, reader.level),
        "movement": movement_name(reader.plan),
    }
    return _("%(movement)s, %(dose)s") % known


def _amounts(kinds: list[Kind]) -> list[tuple[str, list[Choice]]]:
    """What a bad day may allow in each unit of these kinds, and the start that follows."""
    words = rule_words()
    return [
        (
            unit,
            [
                Choice(
                    str(one),
                    bad_day_word(words, unit, one),
                    _("Begin with %(start)s") % {"start": dose_in_words(unit, start_of(unit, one))},
                )
                for one in BAD_DAY_AMOUNTS[unit]
            ],
        )
        for unit in dict.fromkeys(one.unit for one in kinds)
    ]
