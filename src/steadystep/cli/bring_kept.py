"""`steadystep bring --list` and `--undo`: what was brought, and its way back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from steadystep.cli.bring_shown import days_told, kind_code, tell_object
from steadystep.cli.shown import filled, say, show
from steadystep.cli.trouble import CannotDo
from steadystep.explain.amounts import number
from steadystep.explain.observed_words import kind_named
from steadystep.store.bringing import take_out

if TYPE_CHECKING:
    from steadystep.cli.record import Record
    from steadystep.explain import Translations
    from steadystep.store import Imported, SqliteObserved

_BESIDE_THE_NUMBER = " " * 5


def list_imports(record: Record, observed: SqliteObserved, *, as_json: bool) -> None:
    """List what was brought, the latest last."""
    words, imports = record.words, observed.imports(record.log.person)
    if as_json:
        tell_object({"imports": [_object(one) for one in imports]})
        return
    if not imports:
        say(words.gettext("Nothing was brought yet. To begin: steadystep bring FILE"))
        return
    for one in imports:
        came = words.gettext("{app}, brought on {day}.")
        told = came.format(app=one.brought.reader, day=one.brought.at.date().isoformat())
        click.echo(f"{one.number:>3}  {told}")
        for line in filled(_holds(words, one), indent=_BESIDE_THE_NUMBER):
            click.echo(line)


def undo_import(record: Record, observed: SqliteObserved, wanted: int, *, as_json: bool) -> None:
    """Undo an import whole.

    Raises:
        CannotDo: There is none of that number.
    """
    words = record.words
    imports = {one.number: one for one in observed.imports(record.log.person)}
    if wanted not in imports:
        none = words.gettext("There is no import {number}. To see all: steadystep bring --list")
        raise CannotDo(none.format(number=wanted))
    take_out(record.log, observed, wanted, now=record.now)
    if as_json:
        tell_object({"undone": wanted})
        return
    record.look_again()
    undone = words.gettext("Undone: {app}. Nothing of it counts any more.")
    show(
        record,
        undone.format(app=imports[wanted].brought.reader),
        words.gettext("The same export can be brought again."),
    )


def _holds(words: Translations, one: Imported) -> str:
    """What an import holds, in a line or two."""
    between = words.pgettext("between two words of a list", ", ")
    told = []
    if one.kinds:
        told.append(between.join(kind_named(kind.kind, words) for kind in one.kinds))
        first, last = min(kind.first for kind in one.kinds), max(kind.last for kind in one.kinds)
        told.append(days_told(words, first, last))
    if one.sessions:
        moved = words.ngettext("{number} session", "{number} sessions", one.sessions)
        told.append(moved.format(number=number(words, one.sessions)))
    return words.pgettext("between two parts of a line", "; ").join(told)


def _object(one: Imported) -> dict[str, Any]:
    return {
        "number": one.number,
        "app": one.brought.reader,
        "at": one.brought.at.isoformat(),
        "unreadable": one.brought.unreadable,
        "sessions": one.sessions,
        "kinds": [
            {
                "kind": kind_code(kind.kind),
                "days": kind.days,
                "first": date.fromordinal(kind.first).isoformat(),
                "last": date.fromordinal(kind.last).isoformat(),
            }
            for kind in one.kinds
        ],
    }
