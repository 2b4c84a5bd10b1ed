"""What is typed after a verb, read into what the record speaks of: answers, amounts and days."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import click

from steadystep.cli.record import Home, Record
from steadystep.cli.trouble import CannotDo
from steadystep.cli.verbs import PROGRAMME, gettext
from steadystep.cli.words import words as words_of_terminal
from steadystep.core.beginning import BAD_DAY_AMOUNTS, NAME_MOST
from steadystep.core.correcting import NotThatDay, own_words, why_not
from steadystep.core.facts import NONE

if TYPE_CHECKING:
    from collections.abc import Callable

    from steadystep.explain import Translations

MOST_OF_TEN = 100
LEFT_OUT = "-"
_NUMBER = re.compile(r"(\d{1,5})(?:[.,](\d))?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
# Both can be said wherever a day can be named.
TODAY, YESTERDAY = "today", "yesterday"


def tenths_in(text: str) -> int | None:
    """A number with at most one decimal, in tenths; None where it is none. A comma will do."""
    told = _NUMBER.fullmatch(text.strip())
    return None if told is None else int(told[1]) * 10 + int(told[2] or 0)


def amount_in(text: str, most: int, words: Translations) -> int:
    """An amount up to the most that is taken for what was meant; "-" is NONE. All in tenths.

    Raises:
        click.BadParameter: It is neither.
    """
    if text == LEFT_OUT:
        return NONE
    told = tenths_in(text)
    if told is None or told > most:
        say = words.gettext("Say a number from 0 to {most}, such as 4 or 4.5.")
        raise click.BadParameter(say.format(most=f"{most / 10:g}"))
    return told


def of_ten(ctx: click.Context, _: click.Parameter, value: str | None) -> int | None:
    """Read an answer from 0 to 10, as tenths; "-" leaves it out and is NONE."""
    return None if value is None else amount_in(value, MOST_OF_TEN, words_of(ctx))


def a_bad_day(ctx: click.Context, _: click.Parameter, value: str | None) -> int | None:
    """Read what a bad day allows, in tenths; "-" skips it and is NONE."""
    most = max(amounts[-1] for amounts in BAD_DAY_AMOUNTS.values())
    return None if value is None else amount_in(value, most, words_of(ctx))


def a_step(ctx: click.Context, _: click.Parameter, value: str | None) -> int | None:
    """Read a step of the person's own, in tenths."""
    if value is None:
        return None
    told = tenths_in(value)
    if not told:
        raise click.BadParameter(words_of(ctx).gettext("Say a number above 0, such as 4 or 2.5."))
    return told


def whole_of_ten(ctx: click.Context, _: click.Parameter, value: str | None) -> int | None:
    """Read a whole number from 0 to 10."""
    if value is None:
        return None
    told = tenths_in(value)
    if told is None or told > MOST_OF_TEN or told % 10:
        raise click.BadParameter(words_of(ctx).gettext("Say a whole number from 0 to 10."))
    return told // 10


def a_day(ctx: click.Context, _: click.Parameter, value: str | None) -> str | None:
    """Look whether a day can be read: a date, "today" or "yesterday"."""
    if value in {None, TODAY, YESTERDAY} or _is_a_date(str(value)):
        return value
    say = words_of(ctx).gettext("Say a day such as 2026-05-14, today or yesterday.")
    raise click.BadParameter(say)


def day_options(verb: Callable[..., Any]) -> Callable[..., Any]:
    """Let a verb be about another day."""
    about_day = gettext("Another day: 2026-05-14, today or yesterday.")
    verb = click.option("--day", metavar="DAY", callback=a_day, help=about_day)(verb)
    return click.option("--yesterday", is_flag=True, help=gettext("About yesterday."))(verb)


def programme_option(verb: Callable[..., Any]) -> Callable[..., Any]:
    """Let a verb be about an organisation's own programme of chapters."""
    return click.option(
        "--programme",
        metavar="FOLDER",
        envvar=PROGRAMME,
        help=gettext("Show the chapters of this folder in the place of ours."),
    )(verb)


def the_day(record: Record, day: str | None, *, yesterday: bool = False) -> date:
    """The day that is meant.

    Raises:
        click.UsageError: Two different days were named.
        CannotDo: It is still to come, or lies before the plan.
    """
    words = record.words
    if yesterday and day not in {None, YESTERDAY}:
        raise click.UsageError(words.gettext("Name one day: --yesterday, or --day."))
    about = _named(record.day, YESTERDAY if yesterday else day)
    if about == record.day:
        return about
    match why_not(record.lasting, about, record.now):
        case NotThatDay.FUTURE:
            still = words.gettext("{day} is still to come. Say it when it is there.")
            raise CannotDo(still.format(day=about.isoformat()))
        case NotThatDay.BEFORE_THE_PLAN:
            before = words.gettext("{day} is before your plan began. Name a later day.")
            raise CannotDo(before.format(day=about.isoformat()))
        case _:
            return about


def named_day(record: Record, day: str | None) -> date:
    """A day that is no day of the plan: any day up to today.

    Raises:
        CannotDo: It is still to come.
    """
    about = _named(record.day, day)
    if about > record.day:
        still = record.words.gettext("{day} is still to come. Say it when it is there.")
        raise CannotDo(still.format(day=about.isoformat()))
    return about


def read_name(record: Record, text: str) -> str:
    """A name as it is kept.

    Raises:
        click.UsageError: It is longer than a line.
    """
    name, words = own_words(text).replace("\n", " "), record.words
    if len(name) > NAME_MOST:
        raise click.UsageError(
            words.gettext("A name may have {most} letters.").format(most=NAME_MOST)
        )
    return name


def words_of(ctx: click.Context) -> Translations:
    """The person's words, where the record can be opened; else the terminal's own."""
    try:
        return Record(ctx.find_object(Home) or Home()).words
    except CannotDo:
        return words_of_terminal()


def _is_a_date(text: str) -> bool:
    """Is it a date in the one way of writing that is promised?"""
    if not _DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _named(today: date, day: str | None) -> date:
    if day in {None, TODAY}:
        return today
    return today - timedelta(days=1) if day == YESTERDAY else date.fromisoformat(str(day))
