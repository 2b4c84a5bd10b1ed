"""What a clinician or an engineer reads: one line with the rule and all its numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.explain.amounts import short_amount
from steadystep.explain.compared import compared
from steadystep.explain.remembered import remembered
from steadystep.explain.translations import ENGLISH, Translations

if TYPE_CHECKING:
    from steadystep.core.decision import Decision
    from steadystep.core.observations import Unit
    from steadystep.core.reasons import Reason


def expert(decision: Decision, words: Translations = ENGLISH) -> str:
    """Say a decision in one line.

    Kinds of reason and names of what was missing are the codes in which decisions are stored, so
    that a line can be looked up; all else is in the language of the catalogue.
    """
    return words.pgettext("between two parts of a line", "; ").join(
        (
            _rule(decision.reason, words, decision.unit),
            _doses(words, decision.unit, decision.level, decision.dose, decision.offered),
            *_instead(words, decision.unit, decision.would_have_been),
            *_beside(words, decision.reason.kind, decision.blocked_by, decision.missing),
            _made_with(words, decision.policy, decision.engine),
        )
    )


@remembered
def _rule(reason: Reason, words: Translations, unit: Unit) -> str:
    """The rule, the kind of reason, and the numbers it compared."""
    return words.gettext("{rule} {kind}: {facts}").format(
        rule=reason.rule, kind=reason.kind, facts=compared(reason, words, unit)
    )


@remembered
def _doses(
    words: Translations, unit: Unit, level: int | None, dose: int | None, offered: int | None
) -> str:
    """The rung in force, what is told of it today, and what is offered."""
    if level is None and dose is None:
        return words.gettext("no dose")
    rung, told = short_amount(words, unit, level), short_amount(words, unit, dose)
    if offered is None:
        return words.gettext("level {level}, dose {dose}").format(level=rung, dose=told)
    return words.gettext("level {level}, dose {dose}, offered {offered}").format(
        level=rung, dose=told, offered=short_amount(words, unit, offered)
    )


@remembered
def _instead(words: Translations, unit: Unit, dose: int | None) -> tuple[str, ...]:
    """The dose had the reason not stood there."""
    if dose is None:
        return ()
    told = short_amount(words, unit, dose)
    return (words.gettext("would have been {dose}").format(dose=told),)


@remembered
def _beside(
    words: Translations, kind: str, blocked_by: tuple[str, ...], missing: tuple[str, ...]
) -> tuple[str, ...]:
    """All else that stood in the way, and what was not there."""
    comma = words.pgettext("between two codes", ", ")
    others = comma.join(one for one in blocked_by if one != kind)
    also = (words.gettext("also {kinds}").format(kinds=others),) if others else ()
    if not missing:
        return also
    return *also, words.gettext("missing: {names}").format(names=comma.join(missing))


@remembered
def _made_with(words: Translations, policy: str, engine: str) -> str:
    return words.gettext("{policy}, engine {engine}").format(policy=policy, engine=engine)
