"""`steadystep pause` and `resume`: a rest as long as it takes, and going on after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from steadystep.cli.arguments import a_day, named_day, read_name
from steadystep.cli.record import opened, planned
from steadystep.cli.shown import show
from steadystep.cli.trouble import CannotDo
from steadystep.cli.verbs import gettext, verb
from steadystep.core import events as on
from steadystep.core.facts import Gate
from steadystep.core.screening import answer_events, pause_events, resume_events, verdict_of

if TYPE_CHECKING:
    from steadystep.cli.record import Record

_WAITS_FOR_A_WORD = {Gate.CLINICIAN_FIRST: on.WordOn.PLAN, Gate.PACING_ONLY: on.WordOn.MALAISE}


@verb("pause", says=gettext("Let the plan rest, for as long as you like."))
@click.pass_context
def pause(ctx: click.Context, /) -> None:
    """Pause the plan."""
    record = planned(ctx)
    record.write(pause_events(record.lasting, record.day))
    show(record)


@verb(
    "resume",
    says=gettext(
        """Go on after a rest.

        After a red flag, --all-clear says that a doctor has looked at it. Where a clinician's
        word comes first, --clinician notes it.
        """
    ),
    examples=(
        "steadystep resume",
        'steadystep resume --all-clear "Dr Levi"',
        'steadystep resume --clinician "Dr Levi" --day yesterday',
    ),
)
@click.option(
    "--all-clear", metavar="WHO", help=gettext("Who looked at it, and said all is clear.")
)
@click.option("--clinician", metavar="WHO", help=gettext("Which clinician said it is fine."))
@click.option("--day", metavar="DAY", callback=a_day, help=gettext("When the clinician said it."))
@click.pass_context
def resume(
    ctx: click.Context, /, *, all_clear: str | None, clinician: str | None, day: str | None
) -> None:
    """Go on."""
    record = opened(ctx)
    if clinician is not None:
        _note_a_word(record, clinician, day)
    elif record.today.standing.gate == Gate.RED_FLAG:
        _clear(record, all_clear)
    else:
        record.write(resume_events(record.lasting, record.day))
    show(record)


def _clear(record: Record, who: str | None) -> None:
    """A red flag waits for a person's word, and for nothing else."""
    words = record.words
    if who is None:
        needs = words.gettext(
            "This needs a person first. When they say all is clear:"
            ' steadystep resume --all-clear "their name"'
        )
        raise CannotDo(needs)
    event = on.AllClearTold(read_name(record, who))
    record.write(answer_events(record.lasting, event, record.now))


def _note_a_word(record: Record, who: str, day: str | None) -> None:
    """A clinician's word opens what waits for it, and nothing else."""
    words = record.words
    about = _WAITS_FOR_A_WORD.get(verdict_of(record.lasting, record.day).gate)
    if about is None:
        raise CannotDo(words.gettext("No clinician's word is waited for now."))
    name = read_name(record, who)
    if not name:
        raise click.UsageError(words.gettext('Say who it was, such as: --clinician "Dr Levi"'))
    event = on.ClinicianWordNoted(about, name, named_day(record, day))
    record.write(answer_events(record.lasting, event, record.now))
