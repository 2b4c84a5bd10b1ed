"""The words of the Rule of Two walked once: the step now, what comes next, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.explain.amounts import amount, number
from steadystep.explain.remembered import remembered

if TYPE_CHECKING:
    from steadystep.core.up_and_back import Walk
    from steadystep.explain.translations import Translations


@remembered
def walked(words: Translations, walk: Walk) -> tuple[tuple[str, str], ...]:
    """The stations of the walk: a name each, and what is so there."""
    now = amount(words, walk.unit, walk.now)
    if walk.above is None:
        return (
            (words.gettext("Your step"), now),
            (words.gettext("Next"), words.gettext("No rung above it is open to you for now.")),
            (words.gettext("After a flare"), _down_from_here(words, walk)),
        )
    return (
        (words.gettext("Your step"), now),
        (words.gettext("Next"), _offer(words, walk)),
        (words.gettext("Then we watch"), _watching(words, walk)),
        (words.gettext("If it stays calm"), _calm(words, walk)),
        (words.gettext("If a flare comes"), _back(words, walk)),
    )


@remembered
def example_words(words: Translations) -> str:
    """Said where the walk is nobody's."""
    return words.gettext("An invented example, for a step of 5 minutes.")


@remembered
def no_way_up(words: Translations) -> str:
    """Said where no step up is ever offered."""
    return words.gettext("No step up is offered to you now.")


def _offer(words: Translations, walk: Walk) -> str:
    return words.gettext("{above}. It is offered, and you may say no.").format(
        above=amount(words, walk.unit, walk.above)
    )


def _watching(words: Translations, walk: Walk) -> str:
    first = words.gettext("For {hours} hours, from the first time you do {above}.")
    heard = words.ngettext(
        "It takes {answers} answers and {sessions} session.",
        "It takes {answers} answers and {sessions} sessions.",
        walk.sessions,
    )
    return f"{first} {heard}".format(
        hours=number(words, walk.hours),
        above=amount(words, walk.unit, walk.above),
        answers=number(words, walk.answers),
        sessions=number(words, walk.sessions),
    )


def _calm(words: Translations, walk: Walk) -> str:
    return words.gettext("{above} stays your step. Another rung waits {days} days or more.").format(
        above=amount(words, walk.unit, walk.above), days=number(words, walk.spacing_days)
    )


def _back(words: Translations, walk: Walk) -> str:
    back = words.gettext("Back to {now}.").format(now=amount(words, walk.unit, walk.now))
    return f"{back} {_quiet(words, walk)}"


def _down_from_here(words: Translations, walk: Walk) -> str:
    if walk.below == walk.now:
        return words.gettext("{now} is the smallest step. It stays.").format(
            now=amount(words, walk.unit, walk.now)
        )
    smaller = words.gettext("The step may go down to {below}.").format(
        below=amount(words, walk.unit, walk.below)
    )
    return f"{smaller} {_quiet(words, walk)}"


def _quiet(words: Translations, walk: Walk) -> str:
    return words.gettext("Then {days} quiet days and {answers} calm answers come first.").format(
        days=number(words, walk.calming_days), answers=number(words, walk.calm_answers)
    )
