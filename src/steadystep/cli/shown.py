"""What a verb shows when it is done: what was written, in a line, and today's step."""

from __future__ import annotations

import re
import shutil
import textwrap
from typing import TYPE_CHECKING

import click

from steadystep.cli.record import without_a_plan
from steadystep.explain.amounts import amount
from steadystep.explain.days import on_date

if TYPE_CHECKING:
    from datetime import date

    from steadystep.cli.record import Record

WIDTH = 80
# A smaller window breaks lines by itself: a choice.
NARROWEST = 30
# A space at which no line ends.
HELD = "\u00a0"
# A call ends with its paragraph, where no sentence follows it.
_COMMAND = re.compile(r"steadystep(?: (?:[^ .]|\.(?! ))+)+$")
_YESTERDAY = 1


def written(record: Record, what: str, day: date | None = None) -> str:
    """Say that something was written, and about which day."""
    words, ago = record.words, 0 if day is None else (record.day - day).days
    if day is None or ago == 0:
        return words.gettext("Written: {what}.").format(what=what)
    if ago == _YESTERDAY:
        return words.gettext("Written for yesterday: {what}.").format(what=what)
    return words.gettext("Written for {date}: {what}.").format(date=on_date(words, day), what=what)


def show(record: Record, *sentences: str) -> None:
    """Print what was written, then today's step as it stands after it."""
    told = step(record)
    say(*sentences, *told)


def say(*paragraphs: str) -> None:
    """Print paragraphs."""
    for paragraph in paragraphs:
        for line in filled(paragraph):
            click.echo(line)


def width() -> int:
    """How many letters go on a line: 80, or as many as a narrow window has."""
    return max(NARROWEST, min(WIDTH, shutil.get_terminal_size((WIDTH, 0)).columns))


def filled(paragraph: str, *, indent: str = "") -> list[str]:
    """A paragraph in lines of a terminal. What is to be typed, at its end, stays on one line."""
    lines = textwrap.wrap(
        _COMMAND.sub(lambda typed: typed[0].replace(" ", HELD), paragraph),
        width(),
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [one.replace(HELD, " ") for one in lines]


def step(record: Record) -> tuple[str, ...]:
    """Today's step and why, in one or two paragraphs. From then on it is told."""
    said, today, words = record.tell(), record.today, record.words
    if not said:
        return (without_a_plan(record),)
    why = words.pgettext("between two sentences", " ").join(said)
    if not today.easier or today.plan is None or today.decision is None:
        return (why,)
    if today.dose == today.decision.dose:
        return (why,)
    less = words.gettext("For today you asked for less: {dose}.")
    return why, less.format(dose=amount(words, today.plan.unit, today.dose))


def on_one_line(text: str) -> str:
    """A person's own words on one line. A terminal is told nothing but letters."""
    return " ".join("".join(one if one.isprintable() else " " for one in text).split())
