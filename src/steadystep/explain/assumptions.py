"""What a replay takes for granted, one sentence each: a diary does not say, so we do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias, assert_never

from steadystep.core.diary import Assumed
from steadystep.core.observations import Unit
from steadystep.explain.amounts import amount
from steadystep.explain.translations import ENGLISH, Translations

if TYPE_CHECKING:
    from steadystep.core.diary import DiaryTerms

_OfTheLoad: TypeAlias = Literal[
    Assumed.START_FROM_LOAD,
    Assumed.DONE_FROM_LOAD,
    Assumed.ACCEPTED_FROM_LOAD,
    Assumed.GAP_FROM_LOAD,
]


def assumed(one: Assumed, terms: DiaryTerms, words: Translations = ENGLISH) -> str:
    """Say one assumption; the terms hold the walk that is assumed."""
    match one:
        case (
            Assumed.START_FROM_LOAD
            | Assumed.DONE_FROM_LOAD
            | Assumed.ACCEPTED_FROM_LOAD
            | Assumed.GAP_FROM_LOAD
        ):
            return _of_the_load(one, words)
        case Assumed.WALK_DONE_WHEN_ANSWERED:
            return words.gettext(
                "A walk of {dose} is assumed, done on each day with an answer."
            ).format(dose=amount(words, Unit.MINUTES, terms.start))
        case Assumed.ACCEPTED_NEXT_ANSWER:
            return words.gettext("An offer counts as taken on the next day with an answer.")
        case Assumed.NOBODY_FOLLOWED:
            return words.gettext("Nobody followed this: it shows what the rule would have said.")
        case Assumed.SCREENED_NEGATIVE:
            return words.gettext("The safety questions count as answered with no.")
        case Assumed.PACING_ONLY:
            return words.gettext(
                "Getting worse after effort is taken as given: nothing is offered."
            )
        case Assumed.NOON:
            return words.gettext("Answers without a time are taken at noon.")
        case Assumed.RED_IS_FLARE:
            return words.gettext("A day far above usual counts as a flare: nobody can be asked.")
        case Assumed.USUAL_UP_UNANSWERED:
            return words.gettext("Where usual seems to have moved up, nobody answers: offers stop.")
        case _:
            assert_never(one)


def _of_the_load(one: _OfTheLoad, words: Translations) -> str:
    match one:
        case Assumed.START_FROM_LOAD:
            return words.gettext("The first step lies a little under the first ordinary days.")
        case Assumed.DONE_FROM_LOAD:
            return words.gettext("A step counts as done by what was moved that day.")
        case Assumed.ACCEPTED_FROM_LOAD:
            return words.gettext("An offer counts as taken once a few days in a row reach it.")
        case Assumed.GAP_FROM_LOAD:
            return words.gettext("Days on which nothing is known to be moved count towards a gap.")
        case _:
            assert_never(one)
