"""Words for the days that something stands against (question A): may there be a plan?"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from steadystep.core.facts import Gate as Standing
from steadystep.core.reasons import (
    ClinicianFirst,
    NoPlanYet,
    PacingOnly,
    Paused,
    RedFlag,
    RedFlagKind,
)
from steadystep.explain.amounts import amount, number
from steadystep.explain.remembered import remembered

if TYPE_CHECKING:
    from steadystep.core.observations import Unit
    from steadystep.explain.families import Gate
    from steadystep.explain.translations import Translations


@remembered
def without_a_step(gate: Gate, words: Translations, unit: Unit) -> tuple[str, ...]:
    """Say what holds instead of a step, and who can change that."""
    match gate:
        case RedFlag(how_soon=how_soon):
            return _needs_a_person(how_soon, words)
        case PacingOnly(envelope=envelope, eased=eased):
            return _inside(envelope, words, unit, eased=eased)
        case ClinicianFirst():
            return (
                words.gettext("A clinician's word comes first."),
                words.gettext("Until then, slow breathing and gentle movement are fine."),
                words.gettext("Note what they say here, and we go on."),
            )
        case Paused():
            return (
                words.gettext("The plan is paused."),
                words.gettext("It waits for your word, or your clinician's."),
                words.gettext("There is no hurry."),
            )
        case NoPlanYet(days_known=known, days_needed=needed):
            return (
                words.gettext("There is no step yet."),
                words.ngettext(
                    "We know {known} of the {needed} ordinary day it takes.",
                    "We know {known} of the {needed} ordinary days it takes.",
                    needed,
                ).format(known=number(words, known), needed=number(words, needed)),
            )
        case _:
            assert_never(gate)


def before_a_chapter(gate: Standing, words: Translations) -> str:
    """What somebody in pacing alone has to know before a text that speaks of steps up.

    Source: NICE NG206, 1.11.14, and the wording cautions of our evidence pages: a general text
    never becomes advice to go further for somebody who falls ill after effort.
    """
    if gate != Standing.PACING_ONLY:
        return ""
    return words.gettext("Your step stays inside its limit. Steps up, if named, are not for you.")


def _needs_a_person(how_soon: RedFlagKind, words: Translations) -> tuple[str, ...]:
    """Say who is needed, and how soon."""
    match how_soon:
        case RedFlagKind.EMERGENCY:
            who = words.gettext("Please call your emergency number now.")
        case RedFlagKind.URGENT:
            who = words.gettext("Please call a doctor or an urgent care line today.")
        case RedFlagKind.CLINICIAN:
            who = words.gettext("Please talk to your clinician in the next days.")
        case _:
            assert_never(how_soon)
    return (
        words.gettext("This needs a person, not an app."),
        who,
        words.gettext("There is no step until then."),
    )


def _inside(envelope: int, words: Translations, unit: Unit, *, eased: bool) -> tuple[str, ...]:
    """Pacing only: a limit to stay inside. Nothing here speaks of going further."""
    stay = words.gettext("Stay inside {dose} today.").format(dose=amount(words, unit, envelope))
    if eased:
        return stay, words.gettext("Less is fine, and rest counts too.")
    return stay, words.gettext("Less is fine.")
