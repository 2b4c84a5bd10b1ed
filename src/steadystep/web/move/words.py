"""Words of a movement's pages that depend on something."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from steadystep.core.movements import Movement
from steadystep.web.move.library.shapes import Posture
from steadystep.web.move.pacing import LONGEST_HOURS, Unfit
from steadystep.web.move.pictures.gallery import drawn

if TYPE_CHECKING:
    from steadystep.core.safety import Care
    from steadystep.web.move.doing import Doing
    from steadystep.web.move.library.shapes import Sheet, Way


@dataclass(frozen=True, slots=True)
class Drawing:
    """One frame of a picture, and its name for who cannot see it."""

    box: str
    inside: str
    name: str


def sheet_name(sheet: Sheet, doing: Doing) -> str:
    """What a movement is called; a movement of one's own by the person's name for it."""
    own = doing.plan.name if doing.plan and sheet.kind == Movement.OWN else ""
    return own or _(sheet.name)


def posture_name(posture: Posture) -> str:
    """How a posture is called on a button."""
    return {
        Posture.STANDING: _("Standing"),
        Posture.SITTING: _("Sitting"),
        Posture.LYING: _("Lying"),
    }[posture]


def drawings(sheet: Sheet, way: Way, name: str) -> list[Drawing]:
    """The frames of a movement, each with a name."""
    frames = drawn(sheet.slug, way.posture)
    return [
        Drawing(frame.box, frame.inside, _frame_name(name, way.posture, number, len(frames)))
        for number, frame in enumerate(frames, start=1)
    ]


def _frame_name(name: str, posture: Posture, number: int, of: int) -> str:
    known = {"name": name, "posture": posture_name(posture)}
    if of == 1:
        return _("Drawing: %(name)s. %(posture)s.") % known
    if number == 1:
        return _("Drawing 1: %(name)s. %(posture)s, at the start.") % known
    return _("Drawing 2: %(name)s. %(posture)s, and then.") % known


def care_notes(care: Care) -> list[str]:
    """What to take care of, in a sentence or two each."""
    return [
        note
        for is_so, note in (
            (care.start_seated, _("Begin seated. Do not stop all at once.")),
            (care.middle_range, _("Stay in the middle. Do not stretch to the end.")),
            (care.mind_falls, _("Mind falls. Keep something firm within reach.")),
        )
        if is_so
    ]


def why_unfit(unfit: Unfit) -> str:
    """What was wrong with a start, and what to do."""
    return {
        Unfit.NO_PLAN: _("There is no plan yet, so nothing was saved."),
        Unfit.UNREADABLE: _("We could not read that session. Start again, or tell us on Today."),
        Unfit.AHEAD: _("The clock has changed since you began. Nothing was saved. Start again."),
        Unfit.LONG_AGO: _(
            "You began more than %(hours)s hours ago. Nothing was saved. Tell us on Today."
        )
        % {"hours": LONGEST_HOURS},
    }[unfit]
