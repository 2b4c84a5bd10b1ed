"""`steadystep history`: the days, one on each line, the latest last."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import click

from steadystep.cli.record import planned
from steadystep.cli.shown import on_one_line
from steadystep.cli.told import (
    flare_in_words,
    mark_in_words,
    than_usual_in_words,
)
from steadystep.cli.verbs import gettext, verb
from steadystep.core import events as on
from steadystep.core.asking import WEEK_PAGE
from steadystep.core.asks import Ask
from steadystep.core.decision import Flare
from steadystep.core.facts import FlareWord
from steadystep.core.history import history as days_of
from steadystep.explain.amounts import decimal, short_amount

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steadystep.cli.record import Record
    from steadystep.core.history import HistoryDay

# Two weeks fit a screen: a choice.
DAYS_SHOWN = 14
MOST_DAYS = 36_600
# What a note may take of a line of 80 letters.
NOTE_SHOWN = 24
NOT_TOLD = "–"


@verb(
    "history",
    says=gettext("Show your days: the step, what you did, and how you were."),
    examples=(
        "steadystep history",
        "steadystep history --days 60",
        "steadystep history --all --json",
    ),
)
@click.option(
    "--days", type=click.IntRange(1, MOST_DAYS), default=DAYS_SHOWN, help=gettext("How many days.")
)
@click.option("--all", "every", is_flag=True, help=gettext("All days from the first."))
@click.option("--json", "as_json", is_flag=True, help=gettext("One JSON object on each line."))
@click.pass_context
def history(ctx: click.Context, /, *, days: int, every: bool, as_json: bool) -> None:
    """Print the days."""
    record = planned(ctx)
    today = record.day
    since = None if every else today - timedelta(days=days - 1)
    lived = days_of(record.entries, until=today, since=since)
    if as_json:
        _print_json(record, lived)
        return
    _print_table(record, lived)
    if Ask.WEEK in record.today.asks:
        # The first week closes with a look back, and this is one.
        record.write([on.PageSeen(WEEK_PAGE)])


def _print_table(record: Record, lived: Sequence[HistoryDay]) -> None:
    words = record.words
    heading = (
        words.pgettext("a column", "day"),
        words.pgettext("a column", "step"),
        words.pgettext("a column", "done"),
        words.pgettext("a column", "pain"),
        words.pgettext("a column", "fatigue"),
        words.pgettext("a column", "sleep"),
        "",
    )
    rows = [heading, *(_row(record, one) for one in lived)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(heading) - 1)]
    for number, row in enumerate(rows):
        cells = [f"{cell:<{width}}" for cell, width in zip(row, widths, strict=False)]
        line = "  ".join((*cells, row[-1])).rstrip()
        click.secho(line, bold=number == 0)


def _row(record: Record, day: HistoryDay) -> tuple[str, ...]:
    words, unit = record.words, day.decision.unit
    return (
        day.day.isoformat(),
        short_amount(words, unit, day.dose),
        short_amount(words, unit, day.done),
        *(
            NOT_TOLD if one is None else decimal(words, one)
            for one in (day.pain, day.fatigue, day.sleep)
        ),
        _besides(record, day),
    )


def _besides(record: Record, day: HistoryDay) -> str:
    """What else there is to say of a day, in few words."""
    words = record.words
    said = []
    if day.than_usual is not None:
        said.append(than_usual_in_words(day.than_usual, words))
    if day.word != FlareWord.NOT_SAID or day.decision.flare == Flare.RED:
        hard = day.word == FlareWord.A_HARD_DAY
        said.append(flare_in_words(FlareWord.A_HARD_DAY if hard else FlareWord.A_FLARE, words))
    said += [mark_in_words(one, words) for one in day.marks]
    said += [_short(one) for one in day.notes]
    return words.pgettext("between two answers", ", ").join(said)


def _short(note: str) -> str:
    """A note on one line, cut where it is long."""
    line = on_one_line(note)
    return line if len(line) <= NOTE_SHOWN else f"{line[: NOTE_SHOWN - 1]}…"


def _print_json(record: Record, lived: Sequence[HistoryDay]) -> None:
    import json

    from steadystep.cli.lines import decision_line

    for day in lived:
        row = {**decision_line(day.decision, record.words), **_facts(day)}
        click.echo(json.dumps(row, ensure_ascii=False))


def _facts(day: HistoryDay) -> dict[str, Any]:
    """What was told of a day, beside the decision; doses in units, answers in points."""
    from steadystep.cli.lines import units

    return {
        "dose": units(day.dose),
        "done": units(day.done),
        "pain": units(day.pain),
        "fatigue": units(day.fatigue),
        "sleep": units(day.sleep),
        "than_usual": day.than_usual,
        "word": day.word.name.lower(),
        "effort": day.effort,
        "after": day.after,
        "busy": day.busy,
        "marks": list(day.marks),
        "notes": list(day.notes),
        "told": [list(one.given.said) for one in day.tellings],
    }
