"""The four kinds of movement, each with a drawing. What may be done today can be tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from steadystep.core.beginning import UNIT_OF
from steadystep.core.facts import Gate
from steadystep.core.movements import BEFORE_A_WORD
from steadystep.explain.beginning_words import movement_help, movement_word
from steadystep.web.learn.living.whose import whose
from steadystep.web.move.library.shelf import of_kind
from steadystep.web.move.words import drawings
from steadystep.web.record.words import rule_words

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.utils.safestring import SafeString

    from steadystep.chapters import Chapter
    from steadystep.core.movements import Movement
    from steadystep.web.learn.living.whose import Whose


def four_kinds(request: HttpRequest, chapter: Chapter) -> SafeString:  # noqa: ARG001 - one shape for all
    """A drawing and a few words for each kind that is the reader's to do."""
    reader = whose(request)
    words = {"kinds": [_kind(one, reader) for one in _open_to(reader)], "said": _said(reader)}
    return render_to_string("learn/living/four_kinds.html", words, request)


def _open_to(reader: Whose) -> tuple[Movement, ...]:
    """The kinds that may be shown: none behind a red flag, two before a clinician's word."""
    if reader.gate == Gate.RED_FLAG:
        return ()
    if reader.gate == Gate.CLINICIAN_FIRST:
        return BEFORE_A_WORD
    return tuple(UNIT_OF)


def _kind(kind: Movement, reader: Whose) -> dict[str, object]:
    """The plainest movement of a kind; the one chosen last where it is of this kind."""
    doing, first = reader.doing, of_kind(kind)[0]
    sheet = doing.sheet if doing.sheet and doing.sheet.kind == kind else first
    name = movement_word(rule_words(), kind)
    return {
        "name": name,
        "in_short": _(sheet.way(doing.posture).in_short),
        "help": movement_help(rule_words(), kind),
        "drawing": drawings(sheet, sheet.way(doing.posture), name)[-1],
        "try": sheet.slug if sheet in doing.offered else "",
    }


def _said(reader: Whose) -> str:
    """Which of them can be tried now, and why the others cannot."""
    if reader.gate == Gate.RED_FLAG:
        return _("Nothing to try today. This needs a person, not an app.")
    if reader.gate == Gate.CLINICIAN_FIRST:
        return _("A clinician's word comes first. Until then, these two are fine.")
    if reader.plan is None:
        return _("You can try one as soon as you have a step.")
    return _("Your own kind can be tried now. Another begins with a small step of its own.")
