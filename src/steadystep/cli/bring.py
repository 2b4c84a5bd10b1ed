"""`steadystep bring`: an export of a watch, a phone or a diary comes into the record."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from steadystep.cli.bring_asked import Asked
from steadystep.cli.record import in_plain_words, opened
from steadystep.cli.verbs import gettext, verb
from steadystep.importers.export import GlucoseUnit
from steadystep.importers.reading import DATE_ORDERS
from steadystep.store import SqliteObserved

if TYPE_CHECKING:
    from steadystep.cli.record import Record

GLUCOSE_UNITS: tuple[str, ...] = get_args(GlucoseUnit)


@verb(
    "bring",
    says=gettext(
        """Bring the export of a watch, a phone or a diary.

        You see what is in it first. Nothing is written before you say yes.

        It never makes your step larger, and it can be undone.
        """
    ),
    examples=(
        "steadystep bring export.zip",
        "steadystep bring --list",
        "steadystep bring --undo 3",
        'steadystep bring --use steps="Apple Watch"',
    ),
)
@click.argument("paths", nargs=-1, metavar="FILE_OR_FOLDER...", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help=gettext("Do not ask."))
@click.option("--json", "as_json", is_flag=True, help=gettext("One JSON object."))
@click.option(
    "--dates", type=click.Choice(DATE_ORDERS), help=gettext("The order of day, month and year.")
)
@click.option(
    "--glucose", type=click.Choice(GLUCOSE_UNITS), help=gettext("The unit, where glucose has none.")
)
@click.option(
    "--person", metavar="ID", help=gettext("Whose days to read, where there are several people.")
)
@click.option("--list", "as_list", is_flag=True, help=gettext("List what was brought."))
@click.option(
    "--undo", type=click.IntRange(min=1), metavar="NUMBER", help=gettext("Undo an import whole.")
)
@click.option("--sources", is_flag=True, help=gettext("Which source is used for what."))
@click.option("--use", metavar="KIND=SOURCE", help=gettext("Use this source from now on."))
@click.pass_context
def bring(ctx: click.Context, /, paths: tuple[Path, ...], **told: object) -> None:
    """Bring exports in, or look at what was brought."""
    record, asked = opened(ctx), Asked(paths, **told)  # type: ignore[arg-type]  # click's shape
    if asked.wishes != 1:
        one = record.words.gettext(
            "Name a file or folder to bring, or one of --list, --undo, --sources and --use."
        )
        raise click.UsageError(one, ctx)
    with in_plain_words(record.words), SqliteObserved(record.folder) as observed:
        ctx.exit(_do(record, observed, asked))


def _do(record: Record, observed: SqliteObserved, asked: Asked) -> int:
    """Do what is asked for; give how it ends."""
    if asked.paths:
        from steadystep.cli.bring_in import bring_in

        return bring_in(record, observed, asked)
    if asked.as_list:
        from steadystep.cli.bring_kept import list_imports

        list_imports(record, observed, as_json=asked.as_json)
    elif asked.undo is not None:
        from steadystep.cli.bring_kept import undo_import

        undo_import(record, observed, asked.undo, as_json=asked.as_json)
    elif asked.use is not None:
        from steadystep.cli.bring_sources import use_source

        use_source(record, observed, asked.use, as_json=asked.as_json)
    else:
        from steadystep.cli.bring_sources import tell_sources

        tell_sources(record, observed, as_json=asked.as_json)
    return 0
