"""What a person hears: one to three short sentences. What, why, and when we look again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.core.decision import Action, Decision, Flare
from steadystep.core.reasons import (
    Easing,
    LimitLowered,
    Ready,
    RedFlag,
)
from steadystep.explain.amounts import amount
from steadystep.explain.answered import after_a_flare, changed, in_a_flare
from steadystep.explain.days import looking
from steadystep.explain.families import BodySays, Changed, Gate, Hearing, InAFlare, Pacing, Standing
from steadystep.explain.gates import without_a_step
from steadystep.explain.remembered import remembered
from steadystep.explain.translations import ENGLISH, Translations
from steadystep.explain.waiting import body_says, hearing, pacing, standing

if TYPE_CHECKING:
    from datetime import date

    from steadystep.core.observations import Unit

# More than this is not read on a hard day.
_MOST = 3


def said(decision: Decision, words: Translations = ENGLISH, *, today: date | None = None) -> str:
    """Say a decision to the person it is for.

    Args:
        decision: What was decided.
        words: The catalogue of their language.
        today: The day on which it is read, for "tomorrow" and "on Thursday"; the decision's own
            day where it is not given.
    """
    between = words.pgettext("between two sentences", " ")
    return between.join(sentences(decision, words, today=today))


def sentences(
    decision: Decision, words: Translations = ENGLISH, *, today: date | None = None
) -> tuple[str, ...]:
    """The same, sentence by sentence, for a page that lays them out itself."""
    today = today or decision.day
    told = _what_and_why(decision, words, today)
    if _asks(decision):
        return *told[: _MOST - 1], words.gettext("Is this a flare, or a hard day?")
    if len(told) < _MOST and decision.next_look is not None:
        return *told, looking(words, decision.next_look, today)
    return told


def _what_and_why(decision: Decision, words: Translations, today: date) -> tuple[str, ...]:
    reason, unit = decision.reason, decision.unit
    if isinstance(reason, Gate):
        return without_a_step(reason, words, unit)
    if isinstance(reason, InAFlare):
        return _eased(decision, words), in_a_flare(reason, words, today)
    if isinstance(reason, LimitLowered) and decision.action == Action.EASE:
        return _eased(decision, words), after_a_flare(reason, words, unit)
    if isinstance(reason, Changed):
        return changed(reason, words, unit)
    if isinstance(reason, Hearing):
        return _keep(decision, words, hearing(reason, words))
    if isinstance(reason, Pacing):
        return _keep(decision, words, pacing(reason, words))
    if isinstance(reason, BodySays):
        return _keep(decision, words, body_says(reason, words, unit, today))
    if isinstance(reason, Standing):
        return standing(reason, words, unit, decision.dose)
    return _offer(reason, words, unit)


def _asks(decision: Decision) -> bool:
    """Do the numbers alone say flare? Then the person is asked, whatever else is told.

    A red flag is not followed by a question: it needs a person.
    """
    red = decision.ask_flare and decision.flare == Flare.RED
    return red and not isinstance(decision.reason, RedFlag)


def _eased(decision: Decision, words: Translations) -> str:
    """Today's dose in a flare. On the smallest rung there is nothing smaller to go to."""
    dose, before = decision.dose, decision.would_have_been
    smaller = dose is not None and before is not None and dose < before
    if isinstance(decision.reason, Easing):
        return _step(words, decision.unit, dose, smaller=smaller)
    return _step_or_rest(words, decision.unit, dose, smaller=smaller)


@remembered
def _step(words: Translations, unit: Unit, dose: int | None, *, smaller: bool) -> str:
    told = amount(words, unit, dose)
    if smaller:
        return words.gettext("A smaller step today: {dose}.").format(dose=told)
    return words.gettext("A small step today: {dose}.").format(dose=told)


@remembered
def _step_or_rest(words: Translations, unit: Unit, dose: int | None, *, smaller: bool) -> str:
    told = amount(words, unit, dose)
    if smaller:
        return words.gettext("A smaller step today: {dose}, or rest.").format(dose=told)
    return words.gettext("A small step today: {dose}, or rest.").format(dose=told)


def _keep(decision: Decision, words: Translations, why: str) -> tuple[str, str]:
    """The step stays. On a good day that itself is what there is to say."""
    if decision.good_day:
        return words.gettext("Glad it is lighter."), _the_same(words, decision.unit, decision.dose)
    return _same_step(words, decision.unit, decision.dose), why


@remembered
def _the_same(words: Translations, unit: Unit, dose: int | None) -> str:
    return words.gettext("Keep the same {dose}.").format(dose=amount(words, unit, dose))


@remembered
def _same_step(words: Translations, unit: Unit, dose: int | None) -> str:
    return words.gettext("Same step today: {dose}.").format(dose=amount(words, unit, dose))


@remembered
def _offer(ready: Ready, words: Translations, unit: Unit) -> tuple[str, ...]:
    """One rung more may be tried, and no is a good answer.

    That no flare was told of is all that is known of the days before: some of them were silent.
    """
    return (
        words.gettext("No sign of a flare in the last days."),
        words.gettext("Try {dose}?").format(dose=amount(words, unit, ready.offered)),
        words.gettext("You can say no."),
    )
