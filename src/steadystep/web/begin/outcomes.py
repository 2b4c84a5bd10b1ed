"""What follows from an answer: a person is needed, no plan under 18, pacing, a clinician first."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.http import require_http_methods, require_safe

from steadystep.core.emergency import emergency_numbers
from steadystep.core.events import AllClearTold, ClinicianWordNoted, TakenBack, WordOn
from steadystep.core.reasons import RedFlagKind
from steadystep.core.safety import Screening, Told, is_pacing_only
from steadystep.core.safety_questions import RED_FLAGS, SafetyQuestion, told_by
from steadystep.core.screening import answer_events, screening_of, verdict_of
from steadystep.core.today import day_of
from steadystep.explain.safety_words import (
    clinician_comes_first,
    elsewhere,
    needs_a_person,
    pacing_words,
    place_word,
    under_18_words,
    what_to_say,
)
from steadystep.web.begin.screens import Choice
from steadystep.web.begin.telling import begun, entries_of, go_on, next_screen, tell, way_home
from steadystep.web.begin.ways import after_outcome, has_outcome, waits_for_a_word
from steadystep.web.record.door import now
from steadystep.web.record.person import preferences
from steadystep.web.record.words import words
from steadystep.web.today.fields import WrongError, few_words, one_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

    from steadystep.core.events import Entry

Read = TypeVar("Read")

# Letters in the name of a clinician: a choice that fits a line.
WHO_MOST = 80
# A word from before this day is a slip of the finger: a choice.
EARLIEST = date(1950, 1, 1)
_ABOUT = {str(one): one for one in WordOn}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_CLEAR = {"clear": AllClearTold()}


# A red flag -----------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def red_flag(request: HttpRequest) -> HttpResponse:
    """This needs a person. The step is gone until somebody has looked at it."""
    entries = entries_of(request)
    how_soon = verdict_of(entries, day_of(now(request))).how_soon
    if how_soon is None:
        return redirect(next_screen(begun(request)))
    if request.method != "POST":
        return _needs_a_person(request, entries, how_soon)
    try:
        clear = one_of(_CLEAR, request.POST.get("answer", ""))
    except WrongError as wrong:
        return _needs_a_person(request, entries, how_soon, str(wrong), 422)
    return go_on(tell(request, clear))


def _needs_a_person(
    request: HttpRequest,
    entries: list[Entry],
    how_soon: RedFlagKind,
    wrong: str = "",
    status: int = 200,
) -> HttpResponse:
    catalogue, raised = words(request), _raised(screening_of(entries))
    heading, *said = needs_a_person(catalogue, how_soon)
    called = emergency_numbers(_spoken(request))
    about = {
        "heading": heading,
        "said": said,
        "is_emergency": how_soon == RedFlagKind.EMERGENCY,
        "is_today": how_soon == RedFlagKind.URGENT,
        "numbers": [(one.number, place_word(catalogue, one.place)) for one in called],
        "elsewhere": elsewhere(catalogue),
        "say": what_to_say(catalogue, raised),
        "back_to": way_home(request),
        "slip": int(raised) if _is_slip(request, entries, raised) else None,
        "wrong": wrong,
    }
    return render(request, "begin/red_flag.html", about, status=status)


def _raised(told: Screening) -> SafetyQuestion:
    """The most pressing question that was answered with yes, or not sure."""
    return next(
        question
        for question, flags in RED_FLAGS.items()
        if any(told.red_flags.get(flag, Told.NO) != Told.NO for flag in flags)
    )


def _is_slip(request: HttpRequest, entries: list[Entry], raised: SafetyQuestion) -> bool:
    """May the answer still be corrected, as of somebody whose finger slipped?"""
    no = answer_events(entries, told_by(raised, Told.NO), now(request))
    return any(isinstance(one, TakenBack) for one in no)


def _spoken(request: HttpRequest) -> tuple[str, ...]:
    """The languages that say most about where somebody is. English says nothing."""
    asked = parse_accept_lang_header(request.headers.get("Accept-Language", "").lower())
    return (preferences(request).language, *(code for code, _quality in asked))


# Under 18, pacing, a clinician first ----------------------------------------------------------


@require_safe
def under_18(request: HttpRequest) -> HttpResponse:
    """There is no plan, and kind words about it."""
    heading, *said = under_18_words(words(request))
    about = {
        "heading": heading,
        "said": said,
        "question": int(SafetyQuestion.CLINICIAN_FIRST),
        "back_to": way_home(request),
    }
    return render(request, "begin/under_18.html", about)


@require_safe
def outcome(request: HttpRequest, number: int) -> HttpResponse:
    """What an answer means, before the next question. After the malaise screen as well."""
    if number not in set(SafetyQuestion):
        raise Http404
    which, entries = SafetyQuestion(number), entries_of(request)
    told, go_to = screening_of(entries), after_outcome(entries, which, now(request))
    if which == SafetyQuestion.CLINICIAN_FIRST and has_outcome(told, which):
        heading, *said = clinician_comes_first(words(request))
    elif which in (SafetyQuestion.ILLNESS, SafetyQuestion.MALAISE) and is_pacing_only(told):
        why, heading, *limit = pacing_words(words(request), named=told.illness_named)
        said = [why, *limit]
    else:
        return redirect(go_to)
    return render(request, "begin/outcome.html", {"heading": heading, "said": said, "go_to": go_to})


# A clinician's word ---------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def word(request: HttpRequest) -> HttpResponse:
    """Who said it, and when. A word on one thing never opens another."""
    told = screening_of(entries_of(request))
    about = waits_for_a_word(told)
    if not about:
        return redirect(next_screen(begun(request)))
    if request.method != "POST":
        return _show_word(request, about)
    wrong: dict[str, str] = {}
    noted = _noted(request, about, wrong)
    if noted is None:
        return _show_word(request, about, wrong, 422)
    return go_on(tell(request, noted))


def _noted(
    request: HttpRequest, about: tuple[WordOn, ...], wrong: dict[str, str]
) -> ClinicianWordNoted | None:
    """What was noted; what is wrong with it is put beside its field."""
    waiting = {str(one): one for one in about}
    today = day_of(now(request))
    what = _field(request, "about", lambda said: one_of(waiting, said), wrong)
    who = _field(request, "who", lambda said: " ".join(few_words(said, WHO_MOST).split()), wrong)
    on = _field(request, "on", lambda said: _day(said, today), wrong)
    if what is None or who is None or on is None:
        return None
    return ClinicianWordNoted(what, who, on)


def _field(
    request: HttpRequest, name: str, read: Callable[[str], Read], wrong: dict[str, str]
) -> Read | None:
    """One field as it was meant; None where it cannot be taken."""
    try:
        return read(request.POST.get(name, ""))
    except WrongError as problem:
        wrong[name] = str(problem)
        return None


def _day(said: str, today: date) -> date:
    """A day that has been.

    Raises:
        WrongError: It is no day, or has not come yet.
    """
    try:
        day = date.fromisoformat(said) if _DAY.fullmatch(said) else None
    except ValueError:
        day = None
    if day is None or not EARLIEST <= day <= today:
        raise WrongError(_("Choose the day, today or before."))
    return day


def _show_word(
    request: HttpRequest,
    about: tuple[WordOn, ...],
    wrong: dict[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    today = day_of(now(request)).isoformat()
    names = {WordOn.MALAISE: _("Getting worse after effort"), WordOn.PLAN: _("A plan of movement")}
    chosen = request.POST.get("about", about[0])
    words_of_it = {
        "about": [Choice(str(one), names[one], is_told=chosen == one) for one in about],
        "who": request.POST.get("who", ""),
        "on": request.POST.get("on", today),
        "today": today,
        "who_most": WHO_MOST,
        "wrong": wrong or {},
        "back_to": way_home(request),
    }
    return render(request, "begin/word.html", words_of_it, status=status)
