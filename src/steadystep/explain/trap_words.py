"""The words of the trap of the good day: an invented four days, told for each of two choices."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from steadystep.core.observations import Unit
from steadystep.explain.amounts import amount
from steadystep.explain.remembered import remembered

if TYPE_CHECKING:
    from steadystep.explain.translations import Translations


class Chosen(StrEnum):
    """What is done with a good day."""

    MORE = "more"
    SAME = "same"


class FourDays(NamedTuple):
    """A good day and the three after it.

    Attributes:
        moved: What was moved, tenths of a minute.
        pain: Pain in the evening, tenths of a point.
    """

    moved: tuple[int, int, int, int]
    pain: tuple[int, int, int, int]


# Invented, every number of it: a step of 5 minutes, and what many people tell of a good day. That
# the one who did more has moved more in four days is meant: the price is the days after.
FOUR_DAYS = {
    Chosen.MORE: FourDays((200, 20, 0, 20), (30, 60, 75, 60)),
    Chosen.SAME: FourDays((50, 50, 50, 50), (30, 45, 40, 45)),
}


@remembered
def choice_words(words: Translations) -> dict[Chosen, str]:
    """The two choices, as they stand on their buttons."""
    return {
        Chosen.MORE: words.gettext("Do a lot more"),
        Chosen.SAME: words.gettext("Keep the same step"),
    }


@remembered
def invented(words: Translations) -> tuple[str, ...]:
    """Whose days these are."""
    return (
        words.gettext("It is a good day. What do you do?"),
        words.gettext("These days are invented. Your own may go another way."),
    )


@remembered
def told(words: Translations, chosen: Chosen) -> tuple[str, ...]:
    """The four days in words."""
    days = FOUR_DAYS[chosen]
    first, all_of_it = (
        amount(words, Unit.MINUTES, one) for one in (days.moved[0], sum(days.moved))
    )
    said: tuple[str, ...]
    if chosen == Chosen.MORE:
        said = (
            words.gettext("You do {first}, and it goes well."),
            words.gettext("The next two days are hard. You hardly move."),
            words.gettext("On the third day after, it still hurts more than before."),
            words.gettext("In four days: {all_of_it}, and three hard days."),
        )
    else:
        said = (
            words.gettext("You do {first}, as on other days, and stop."),
            words.gettext("The next days are ordinary. Pain goes a little up and down."),
            words.gettext("In four days: {all_of_it}, and no hard day."),
        )
    return tuple(one.format(first=first, all_of_it=all_of_it) for one in said)


@remembered
def day_names(words: Translations) -> tuple[str, str, str, str]:
    """The names under the four days."""
    return (
        words.gettext("Good day"),
        words.pgettext("days after", "1 later"),
        words.pgettext("days after", "2 later"),
        words.pgettext("days after", "3 later"),
    )


@remembered
def line_names(words: Translations) -> tuple[str, str]:
    """What the line is, and what the bars are."""
    return words.gettext("Pain in the evening"), words.gettext("Minutes moved")
