"""The words of the paradox's picture: what a record shows, what it does not, and never why."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from steadystep.charts.paradox import ParadoxLabels
from steadystep.charts.words import short_date
from steadystep.core.alike import Compared, Estimate, NextDay
from steadystep.core.looking import LOOK, Look
from steadystep.core.paradox import After, Paradox, Shows, Week, Weeks
from steadystep.explain.amounts import amount, decimal, number
from steadystep.explain.pictures import picture_words
from steadystep.explain.remembered import remembered
from steadystep.explain.translations import ENGLISH, Translations

if TYPE_CHECKING:
    from steadystep.core.observations import Unit

# An invented record that shows both: three months of 5 to 6 points, a step from 2 to 6 minutes.
# All of it is a choice; it is drawn until a record of one's own can be, and says whose it is.
_EXAMPLE_FIRST = date(2026, 1, 5)
_EXAMPLE_PAIN = (60, 62, 58, 60, 57, 59, 55, 56, 52, 54, 50, 50)
_EXAMPLE_STEP = (20, 20, 25, 25, 30, 30, 35, 40, 40, 50, 50, 60)
EXAMPLE = Paradox(
    Weeks(
        Shows.LOWER,
        tuple(
            Week(_EXAMPLE_FIRST + timedelta(weeks=at), pain, step)
            for at, (pain, step) in enumerate(zip(_EXAMPLE_PAIN, _EXAMPLE_STEP, strict=True))
        ),
        len(_EXAMPLE_PAIN),
        -10,
    ),
    After(
        Shows.HIGHER,
        12,
        60,
        Compared(
            Estimate(14, 9),
            (
                NextDay(Estimate(14, 9), Estimate(1, 4)),
                NextDay(Estimate(8, 9), Estimate(0, 4)),
            ),
        ),
    ),
)


def shown(found: Paradox, words: Translations = ENGLISH, look: Look = LOOK) -> tuple[str, ...]:
    """Say what a record shows. Where it shows neither, that comes first."""
    weeks, after = found.weeks.shows, found.after.shows
    if weeks == after == Shows.NEITHER:
        return (
            words.gettext("Your record shows neither."),
            words.gettext("Over the weeks pain shows no clear change."),
            words.gettext("After bigger days pain is much as after other days."),
            words.gettext("There may still be something. A record can be too small to show it."),
        )
    return (
        *_over_the_weeks(found.weeks, words, look),
        *_after_big_days(found.after, words, look),
        *_no_cause(weeks, after, words),
    )


def is_enough(found: Paradox) -> bool:
    """Can anything be said of this record yet?"""
    return not found.weeks.shows == found.after.shows == Shows.NOT_ENOUGH


@remembered
def whose_example(words: Translations) -> tuple[str, ...]:
    """What an invented example shows, and whose it is."""
    return (
        words.gettext("An invented example. It is nobody's record."),
        words.gettext("Here pain is a little lower in later weeks."),
        words.gettext("And it is higher on the two days after bigger days."),
        words.gettext("The longest real diary we looked at shows neither."),
    )


@remembered
def what_is_big(words: Translations) -> str:
    """What a bigger day is."""
    return words.gettext("A bigger day: you did more than your step, or far too much.")


@remembered
def what_a_line_is(words: Translations) -> str:
    """What the line beside a dot is."""
    return words.gettext("The line beside a dot shows how far off the dot may be.")


def labels(
    found: Paradox, *, unit: Unit | None, description: str, words: Translations = ENGLISH
) -> ParadoxLabels:
    """The labels of the picture.

    Args:
        found: What is drawn.
        unit: What the step is counted in; None where there is none.
        description: What is seen, for whoever listens.
        words: The catalogue of the reader's language.
    """
    last = next((one.level for one in reversed(found.weeks.weeks) if one.level), None)
    step = words.gettext("The step")
    if unit is not None and last is not None:
        step = words.gettext("The step, {amount} at the end").format(
            amount=amount(words, unit, last)
        )
    return ParadoxLabels(
        title=words.gettext("Pain over the weeks, and after bigger days"),
        description=description,
        pain=words.gettext("Pain, the middle of each week"),
        step=step,
        after=words.gettext("Pain against the days before"),
        days=(words.gettext("One day after"), words.gettext("Two days after")),
        big=words.gettext("bigger days"),
        other=words.gettext("other days"),
        too_few=words.gettext("Too few days to compare yet"),
        scale=words.gettext("points lower or higher"),
    )


def days_table(found: Paradox, words: Translations = ENGLISH) -> list[list[str]]:
    """The days after as a table: the names of its columns, then a line for each day after."""
    if found.after.compared is None:
        return []
    names = (words.gettext("One day after"), words.gettext("Two days after"))
    return [
        [
            words.gettext("Pain against the days before"),
            words.gettext("After bigger days"),
            words.gettext("After other days"),
        ],
        *(
            [name, _between(day.after_big, words), _between(day.after_other, words)]
            for name, day in zip(names, found.after.compared.days, strict=True)
        ),
    ]


def weeks_table(
    found: Paradox, unit: Unit | None, words: Translations = ENGLISH
) -> list[list[str]]:
    """The weeks as a table: the names of its columns, then a line for each week."""
    dates = picture_words(words)
    return [
        [
            words.gettext("Week from"),
            words.gettext("Middle pain"),
            words.gettext("Step at its end"),
        ],
        *(
            [
                short_date(week.first, dates),
                "\u2013" if week.pain is None else decimal(words, week.pain),
                "\u2013" if unit is None or not week.level else amount(words, unit, week.level),
            ]
            for week in found.weeks.weeks
        ),
    ]


def _over_the_weeks(weeks: Weeks, words: Translations, look: Look) -> tuple[str, ...]:
    points = _points(abs(weeks.change), words)
    if weeks.shows == Shows.LOWER:
        said = words.gettext("Pain was lower in the later weeks, by about {points}.")
    elif weeks.shows == Shows.HIGHER:
        said = words.gettext("Pain was higher in the later weeks, by about {points}.")
    elif weeks.shows == Shows.NEITHER:
        said = words.gettext("Over the weeks pain shows no clear change.")
    else:
        said = words.gettext("It is too early to compare weeks: {known} of {least} so far.")
        known, least = number(words, weeks.known), number(words, look.weeks_least)
        return (said.format(known=known, least=least),)
    return (said.format(points=points),)


def _after_big_days(after: After, words: Translations, look: Look) -> tuple[str, ...]:
    if after.compared is None:
        said = words.gettext("It is too early to compare bigger days: {known} of {least} so far.")
        known, least = after.big, look.big_least
        if known >= least:
            said = words.gettext(
                "It is too early to compare: {known} of {least} other days so far."
            )
            known, least = after.other, look.other_least
        return (said.format(known=number(words, known), least=number(words, least)),)
    points = _points(abs(after.compared.difference.mean), words)
    if after.shows == Shows.HIGHER:
        said = words.gettext(
            "Pain was higher in the two days after bigger days, by about {points}."
        )
    elif after.shows == Shows.LOWER:
        said = words.gettext("Pain was lower in the two days after bigger days, by about {points}.")
    else:
        said = words.gettext("After bigger days pain is much as after other days.")
    return (said.format(points=points),)


def _no_cause(weeks: Shows, after: Shows, words: Translations) -> tuple[str, ...]:
    """A difference has no reason in it, and a lower one is no leave to do more."""
    if not {weeks, after} & {Shows.LOWER, Shows.HIGHER}:
        return ()
    why = words.gettext("Your record cannot say why.")
    if after == Shows.LOWER:
        return why, words.gettext("It is no sign that more is safe. Your step stays.")
    return (why,)


def _points(tenths: int, words: Translations) -> str:
    several = 5
    whole, tenth = divmod(tenths, 10)
    return words.ngettext("{number} point", "{number} points", several if tenth else whole).format(
        number=decimal(words, tenths)
    )


def _between(mean: Estimate, words: Translations) -> str:
    """A mean and its span: "+1.4 (0.5 to 2.3)", lower ones with a minus."""
    low, high = mean.mean - mean.within, mean.mean + mean.within
    return words.gettext("{mean} ({low} to {high})").format(
        mean=_signed(mean.mean, words), low=_signed(low, words), high=_signed(high, words)
    )


def _signed(tenths: int, words: Translations) -> str:
    written = decimal(words, abs(tenths))
    mark = "+" if tenths > 0 else "\u2212" if tenths < 0 else ""
    # Kept whole and left to right, or a line from the right moves the sign to the far side.
    return f"\u2066{mark}{written}\u2069"
