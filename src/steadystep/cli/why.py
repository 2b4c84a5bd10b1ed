"""`steadystep why`: what was told, word for word, and what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from steadystep.cli.arguments import a_day, the_day
from steadystep.cli.record import planned
from steadystep.cli.shown import filled
from steadystep.cli.told import in_words
from steadystep.cli.trouble import CannotDo
from steadystep.cli.verbs import gettext, verb
from steadystep.core.brought import BROUGHT
from steadystep.core.history import data_used, history
from steadystep.explain import expert, sentences
from steadystep.explain.compared import compared
from steadystep.explain.waits import what_would_change

if TYPE_CHECKING:
    from datetime import date

    from steadystep.cli.record import Record
    from steadystep.core.events import Entry
    from steadystep.core.history import Telling


@verb(
    "why",
    says=gettext(
        """Say why: what was told that day, and what it rests on.

        Of a day gone by you read what you were told then. Nothing learned later changes it.
        """
    ),
    examples=("steadystep why", "steadystep why yesterday", "steadystep why 2026-05-14 --expert"),
)
@click.argument("day", callback=a_day, required=False, metavar="[DAY]")
@click.option("--expert", "for_expert", is_flag=True, help=gettext("The line for a clinician."))
@click.pass_context
def why(ctx: click.Context, /, day: str | None, *, for_expert: bool) -> None:
    """Show what was told, and what it rests on."""
    record = planned(ctx)
    about = the_day(record, day)
    if about == record.day:
        record.tell()
    lived = history(record.entries, until=about, since=about)
    if not lived or not lived[0].tellings:
        nothing = record.words.gettext(
            "Nothing was told on {day}. To see the days: steadystep history"
        )
        raise CannotDo(nothing.format(day=about.isoformat()))
    for telling in lived[0].tellings:
        _tell(record, about, telling, for_expert=for_expert)
    last = lived[0].tellings[-1].given.decision
    if last is not None:
        click.secho(record.words.gettext("What would change it"), bold=True)
        for sentence in what_would_change(last, record.words):
            _paragraph(sentence)


def _tell(record: Record, about: date, telling: Telling, *, for_expert: bool) -> None:
    """One telling: when it was, what was said, and what it rests on."""
    words, decision = record.words, telling.given.decision
    click.secho(f"{about.isoformat()} {telling.at:%H:%M}", bold=True)
    said = telling.given.said or (sentences(decision, words) if decision else ())
    _paragraph(words.pgettext("between two sentences", " ").join(said))
    if decision is None:
        return
    facts = compared(decision.reason, words, decision.unit)
    _paragraph(words.gettext("Compared: {facts}.").format(facts=facts))
    used = [
        _dated(record, about, one) for one in data_used(record.entries, about, telling.recorded)
    ]
    if used:
        semicolon = words.pgettext("between two parts of a line", "; ")
        _paragraph(words.gettext("From: {answers}.").format(answers=semicolon.join(used)))
    if for_expert:
        _paragraph(expert(decision, words))


def _dated(record: Record, about: date, entry: Entry) -> str:
    """What a decision rests on, with its age."""
    words = record.words
    what = in_words(entry.event, record.unit, words)
    if isinstance(entry.event, BROUGHT):
        return words.gettext("{what} (from a file you brought)").format(what=what)
    if entry.at.date() < about:
        return words.gettext("{what} (the day before)").format(what=what)
    return words.gettext("{what} ({time})").format(what=what, time=f"{entry.at:%H:%M}")


def _paragraph(text: str) -> None:
    for line in filled(text, indent="  "):
        click.echo(line)
