"""A session: begun, under way, and told. Its start stands in its address and nowhere else."""

from __future__ import annotations

import itertools
import re
import uuid
from datetime import timedelta
from typing import TYPE_CHECKING

from django.http import QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from steadystep.core.acts import Part, did, ladder_of, most_to_tell
from steadystep.core.events import PreferenceSet, SessionTold, TakenBack
from steadystep.core.fold import in_order, local_day
from steadystep.core.movements import Movement
from steadystep.core.observations import Unit
from steadystep.core.today import day_of
from steadystep.web.move.choose import doing_now, sheet_or_404, show
from steadystep.web.move.doing import SHEET
from steadystep.web.move.library.shapes import Posture
from steadystep.web.move.pacing import (
    BREATH_IN_SECONDS,
    BREATH_OUT_SECONDS,
    RISE_MOST,
    SETTLED_MINUTES,
    Begun,
    Unfit,
    begun,
    stamp,
)
from steadystep.web.move.words import care_notes, drawings, sheet_name, why_unfit
from steadystep.web.record.door import now, say, the_log
from steadystep.web.today.fields import WrongError, amount_of
from steadystep.web.today.words import dose_in_words

if TYPE_CHECKING:
    from collections.abc import Container

    from django.http import HttpRequest, HttpResponse

    from steadystep.web.move.doing import Doing
    from steadystep.web.move.library.shapes import Sheet

# A session is told once, from however many pages: its key is made from its start.
_SESSIONS = uuid.UUID("5f0c1c7e-9b43-4c1e-8a55-3f1f0a6d2b91")
# What the buttons at the foot of a session say.
YES, STOP, REST, MORE = "yes", "stop", "rest", "more"
_SECONDS_A_TENTH = 6
_COUNT = re.compile(r"\d{1,3}", re.ASCII)


@require_POST
def start(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin: from here on the address knows when."""
    sheet, doing = sheet_or_404(slug), doing_now(request)
    if not doing.may_start(sheet):
        return show(request, sheet, doing)
    if doing.sheet != sheet:
        say(request, PreferenceSet(SHEET, sheet.slug))
    where = QueryDict(mutable=True)
    where["since"] = str(stamp(now(request)))
    where["step"] = str(doing.amount)
    where["way"] = sheet.way(doing.posture).posture
    return redirect(f"{reverse('move:go', args=[slug])}?{where.urlencode()}")


@require_safe
def go(request: HttpRequest, slug: str) -> HttpResponse:
    """The session: what to do, how long yet, and how to end it."""
    sheet, doing = sheet_or_404(slug), doing_now(request)
    session = _session(request, doing)
    if isinstance(session, Unfit):
        return show(request, sheet, doing, wrong=why_unfit(session), status=422)
    if is_told(request, session):
        return redirect("move:effort")
    if not doing.may_start(sheet):
        return show(request, sheet, doing)
    return _page(request, sheet, doing, session)


@require_POST
def done(request: HttpRequest, slug: str) -> HttpResponse:
    """The end: all of it, a part of it, or more. It is noted as it was."""
    sheet, doing = sheet_or_404(slug), doing_now(request)
    session = _session(request, doing)
    if isinstance(session, Unfit):
        return show(request, sheet, doing, wrong=why_unfit(session), status=422)
    try:
        told = _told(request, doing, session)
    except WrongError as wrong:
        return _page(request, sheet, doing, session, wrong=str(wrong))
    if told.done and not is_told(request, session):
        _note(request, told, session)
    return _onwards(request, told)


def is_told(request: HttpRequest, session: Begun) -> bool:
    """Was this session told already, here or by a tap on Today?"""
    began = day_of(session.since)
    return any(
        isinstance(one.event, SessionTold)
        and one.recorded >= session.since
        and local_day(one) == began
        for one in in_order(the_log(request).entries(since=began))
    )


def session_key(session: Begun, taken_back: Container[str] = ()) -> str:
    """The key of a session. After an undo the next one takes its place.

    Args:
        session: The session.
        taken_back: Keys of what was undone.
    """
    keys = (str(uuid.uuid5(_SESSIONS, f"{session.stamp}.{turn}")) for turn in itertools.count())
    return next(key for key in keys if key not in taken_back)


def _session(request: HttpRequest, doing: Doing) -> Begun | Unfit:
    """The session of an address or a form: its start, and the step as it stood then."""
    if doing.plan is None:
        return Unfit.NO_PLAN
    most = ladder_of(doing.today).doses[-1]
    return begun(_said(request, "since"), _said(request, "step"), now(request), most=most)


def _told(request: HttpRequest, doing: Doing, session: Begun) -> SessionTold:
    """What was done, by the button.

    Raises:
        WrongError: No button of ours says this, or the amount cannot be meant.
    """
    part, amount, unit = request.POST.get("part", ""), session.step, _unit(doing)
    if part == YES:
        return did(amount, Part.YES)
    if part == MORE:
        most = most_to_tell(doing.today)
        return SessionTold(amount_of(request.POST.get("amount", ""), unit, most))
    if part not in (STOP, REST):
        raise WrongError(_("We did not understand that answer. Tap one of the buttons."))
    if unit == Unit.MINUTES:
        return SessionTold(min(session.minutes, amount))
    if unit == Unit.REPS and request.POST.get("count"):
        return SessionTold(amount_of(request.POST["count"], unit, most_to_tell(doing.today)))
    return did(amount, Part.A_BIT)


def _note(request: HttpRequest, told: SessionTold, session: Begun) -> None:
    """Write it under the session's own key, at its end; on the day it began."""
    log, began = the_log(request), day_of(session.since)
    said = (one.event for one in log.entries(since=began))
    undone = {one.key for one in said if isinstance(one, TakenBack)}
    at = session.now if day_of(session.now) == began else session.since
    log.append([told], at=at, recorded=session.now, keys=[session_key(session, undone)])


def _onwards(request: HttpRequest, told: SessionTold) -> HttpResponse:
    if request.POST.get("part") == REST:
        return redirect("move:rest")
    # Nothing was done: there is nothing to ask about.
    return redirect("move:effort" if told.done else "move:now")


def _page(
    request: HttpRequest, sheet: Sheet, doing: Doing, session: Begun, *, wrong: str = ""
) -> HttpResponse:
    said = _said(request, "way")
    way = sheet.way(Posture(said) if said in tuple(Posture) else doing.posture)
    name, unit, step = sheet_name(sheet, doing), _unit(doing), session.step
    words = {
        "sheet": sheet,
        "way": way,
        "name": name,
        "drawings": drawings(sheet, way, name),
        "steps": [_(step) for step in way.steps],
        "in_short": _(way.in_short),
        "care": care_notes(doing.care),
        "unit": unit,
        "amount": dose_in_words(unit, step),
        "seconds": step * _SECONDS_A_TENTH if unit == Unit.MINUTES else 0,
        "reps": step // 10 if unit == Unit.REPS else 0,
        "count": _count(request),
        "breath": sheet.kind == Movement.BREATH_STRETCH,
        "breath_in": BREATH_IN_SECONDS,
        "breath_out": BREATH_OUT_SECONDS,
        "since": session.stamp,
        "step": step,
        "began": session.since,
        "ends": session.since + timedelta(seconds=step * _SECONDS_A_TENTH),
        "rise": RISE_MOST,
        "settled": SETTLED_MINUTES,
        "now": stamp(session.now),
        "buzz": doing.buzz,
        "written": request.POST.get("amount", "")[:12],
        "wrong": wrong,
    }
    return render(request, "move/go.html", words, status=422 if wrong else 200)


def _count(request: HttpRequest) -> int:
    """How often was tapped before the page was loaded again."""
    said = _said(request, "count")
    return int(said) if _COUNT.fullmatch(said) else 0


def _said(request: HttpRequest, name: str) -> str:
    return request.GET.get(name) or request.POST.get(name, "")


def _unit(doing: Doing) -> Unit:
    return doing.plan.unit if doing.plan else Unit.MINUTES
