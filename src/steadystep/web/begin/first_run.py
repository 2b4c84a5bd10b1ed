"""The screens beside safety: language, what this is, a movement, a bad day, the start, usual."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from steadystep.core.beginning import (
    ANCHORS,
    BAD_DAY_AMOUNTS,
    NAME_MOST,
    OWN_UNITS,
    SKIPPED,
    UNIT_OF,
    Screen,
    usual_events,
)
from steadystep.core.events import BadDayTold, MovementChosen, PageSeen, PreferenceSet
from steadystep.core.movements import Movement
from steadystep.core.observations import Symptom
from steadystep.explain.amounts import amount
from steadystep.explain.beginning_words import (
    anchor_word,
    bad_day_word,
    counted_by,
    movement_help,
    movement_word,
    usual_question,
    why_this_start,
)
from steadystep.web.begin.screens import Choice, screen
from steadystep.web.begin.telling import begun, next_screen
from steadystep.web.record.person import preferences
from steadystep.web.record.preferences import CHOICES
from steadystep.web.record.scales import levels_of
from steadystep.web.record.words import words
from steadystep.web.today.fields import few_words, from_0_to_10, one_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from steadystep.core.beginning import Beginning
    from steadystep.core.events import Event

SKIP = "skip"
# A number of a scale, in the record's own unit.
TENTHS = 10
_KINDS = {str(one): one for one in UNIT_OF}
_OWN_UNITS = {str(one): one for one in OWN_UNITS}
_ANCHORS = {one: one for one in ANCHORS}
_NEW = {"yes": True, "no": False}


@require_safe
def begin(request: HttpRequest) -> HttpResponse:
    """Go on where the first run was left."""
    return redirect(next_screen(begun(request)))


# Language and text size -----------------------------------------------------------------------


def _language_shown(request: HttpRequest, so_far: Beginning) -> dict[str, Any]:  # noqa: ARG001 - one shape for all
    chosen = preferences(request)
    return {
        "languages": [
            Choice(code, name, is_told=code == chosen.language) for code, name in settings.LANGUAGES
        ],
        "sizes": [
            Choice(size, f"{size} %", is_told=size == chosen.text_size)
            for size in CHOICES["text_size"]
        ],
    }


def _language_told(request: HttpRequest, so_far: Beginning) -> list[Event]:  # noqa: ARG001 - the same
    """A tap on a language or a size is kept at once; the page stays until it is left."""
    for name in ("language", "text_size"):
        if name in request.POST:
            value = one_of({one: one for one in CHOICES[name]}, request.POST[name])
            return [PreferenceSet(name, value)]
    left = PageSeen(Screen.LANGUAGE)
    chosen = preferences(request)
    if chosen.language_chosen:
        return [left]
    # What was read and not changed is chosen too, whatever browser asks tomorrow.
    return [left, PreferenceSet("language", chosen.language)]


language = screen(Screen.LANGUAGE, "begin/language.html", _language_shown, _language_told)


# What this is ---------------------------------------------------------------------------------


def _nothing_shown(request: HttpRequest, so_far: Beginning) -> dict[str, Any]:  # noqa: ARG001 - the same
    return {}


def _read(request: HttpRequest, so_far: Beginning) -> list[Event]:  # noqa: ARG001 - the same
    return [PageSeen(Screen.WHAT)]


what = screen(Screen.WHAT, "begin/what.html", _nothing_shown, _read)


# One movement ---------------------------------------------------------------------------------


def _movement_shown(request: HttpRequest, so_far: Beginning) -> dict[str, Any]:
    catalogue, chosen = words(request), so_far.movement
    return {
        "kinds": [
            Choice(
                str(one),
                movement_word(catalogue, one),
                movement_help(catalogue, one),
                is_told=chosen is not None and chosen.movement == one,
            )
            for one in UNIT_OF
        ],
        "own": Choice(
            str(Movement.OWN),
            movement_word(catalogue, Movement.OWN),
            movement_help(catalogue, Movement.OWN),
            is_told=chosen is not None and chosen.movement == Movement.OWN,
        ),
        "own_name": request.POST.get("name", chosen.name if chosen else ""),
        "own_units": [Choice(str(one), counted_by(catalogue, one)) for one in OWN_UNITS],
        "name_most": NAME_MOST,
    }


def _movement_told(request: HttpRequest, so_far: Beginning) -> list[Event]:
    said = request.POST.get("movement", "")
    if said == SKIP:
        return [SKIPPED]
    if said == Movement.OWN:
        unit = one_of(_OWN_UNITS, request.POST.get("unit", ""))
        name = " ".join(few_words(request.POST.get("name", ""), NAME_MOST).split())
        chosen = MovementChosen(Movement.OWN, unit, name)
    else:
        kind = one_of(_KINDS, said)
        chosen = MovementChosen(kind, UNIT_OF[kind])
    return [_as_told_before(chosen, so_far.movement)]


def _as_told_before(chosen: MovementChosen, before: MovementChosen | None) -> MovementChosen:
    """The same movement, chosen once more, keeps what was told of it."""
    if before is None or (before.movement, before.unit) != (chosen.movement, chosen.unit):
        return chosen
    return replace(chosen, anchor=before.anchor, new_movement=before.new_movement)


movement = screen(Screen.MOVEMENT, "begin/movement.html", _movement_shown, _movement_told)


# A bad day, and the first step ----------------------------------------------------------------


def _bad_day_shown(request: HttpRequest, so_far: Beginning) -> dict[str, Any]:
    chosen, told = so_far.movement or SKIPPED, so_far.bad_day
    return {
        "name": _name(request, chosen),
        "amounts": [
            Choice(
                str(one),
                bad_day_word(words(request), chosen.unit, one),
                is_told=told is not None and told.amount == one,
            )
            for one in BAD_DAY_AMOUNTS[chosen.unit]
        ],
    }


def _bad_day_told(request: HttpRequest, so_far: Beginning) -> list[Event]:
    said = request.POST.get("amount", "")
    if said == SKIP:
        return [BadDayTold(None)]
    amounts = BAD_DAY_AMOUNTS[(so_far.movement or SKIPPED).unit]
    return [BadDayTold(one_of({str(one): one for one in amounts}, said))]


bad_day = screen(Screen.BAD_DAY, "begin/bad_day.html", _bad_day_shown, _bad_day_told)


def _start_shown(request: HttpRequest, so_far: Beginning) -> dict[str, Any]:
    catalogue, chosen = words(request), so_far.movement or SKIPPED
    first, bad_day_amount = so_far.start or 0, so_far.bad_day.amount if so_far.bad_day else None
    told = Screen.START in so_far.seen
    return {
        "name": _name(request, chosen),
        "step": amount(catalogue, chosen.unit, first),
        "why": why_this_start(catalogue, chosen.unit, bad_day_amount, first),
        "news": [
            Choice("yes", _("New to me"), is_told=told and chosen.new_movement),
            Choice("no", _("I know it"), is_told=told and not chosen.new_movement),
        ],
        "anchors": [
            Choice(one, anchor_word(catalogue, one), is_told=one == chosen.anchor)
            for one in ANCHORS
        ],
    }


def _start_told(request: HttpRequest, so_far: Beginning) -> list[Event]:
    """Skipped, a movement counts as new: it is then watched for longer."""
    chosen, said = so_far.movement or SKIPPED, request.POST.get("new", "")
    anchor = one_of(_ANCHORS, request.POST.get("anchor", ""))
    is_new = True if said == SKIP else one_of(_NEW, said)
    return [replace(chosen, anchor=anchor, new_movement=is_new), PageSeen(Screen.START)]


start = screen(Screen.START, "begin/start.html", _start_shown, _start_told)


def _name(request: HttpRequest, chosen: MovementChosen) -> str:
    """What the movement is called; by the person's own name where they gave one."""
    return chosen.name or movement_word(words(request), chosen.movement)


# Usual ----------------------------------------------------------------------------------------

_OF = {Screen.PAIN: Symptom.PAIN, Screen.FATIGUE: Symptom.FATIGUE}


def _usual_shown(request: HttpRequest, so_far: Beginning, symptom: Symptom) -> dict[str, Any]:
    told = so_far.usual
    tenths = None if told is None else told.pain if symptom == Symptom.PAIN else told.fatigue
    return {
        "question": usual_question(words(request), symptom),
        "levels": levels_of(symptom),
        "chosen": None if tenths is None else tenths // TENTHS,
    }


def _usual_told(request: HttpRequest, so_far: Beginning, symptom: Symptom) -> list[Event]:
    said = request.POST.get("level", "")
    tenths = None if said == SKIP else from_0_to_10(said) * TENTHS
    return usual_events(so_far, symptom, tenths)


def _usual(one: Screen) -> Any:  # noqa: ANN401 - a view
    symptom = _OF[one]
    return screen(
        one,
        "begin/usual.html",
        lambda request, so_far: _usual_shown(request, so_far, symptom),
        lambda request, so_far: _usual_told(request, so_far, symptom),
    )


usual_pain = _usual(Screen.PAIN)
usual_fatigue = _usual(Screen.FATIGUE)
