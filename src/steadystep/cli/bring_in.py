"""Exports on their way in, one after the other: looked at, shown, asked about, and written."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from steadystep.cli.bring_export import Looked, keep, looked_at
from steadystep.cli.bring_shown import (
    brought_in,
    export_object,
    refused_object,
    tell_found,
    tell_here,
    tell_object,
    tell_refused,
)
from steadystep.cli.shown import show
from steadystep.cli.trouble import CannotDo
from steadystep.cli.verbs import CANNOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from steadystep.cli.bring_asked import Asked
    from steadystep.cli.record import Record
    from steadystep.store import SqliteObserved

YES = ("y", "yes")


def bring_in(record: Record, observed: SqliteObserved, asked: Asked) -> int:
    """Look at each export, ask, and write it. One that cannot be used does not stop the others.

    Returns:
        How the call ends: with 1 where something was refused, by the reader or by the person.

    Raises:
        click.UsageError: Nobody is there to ask.
        CannotDo: The person stopped it.
    """
    coming = _Coming(record, observed, asked)
    try:
        with _stopped_once():
            for number, path in enumerate(asked.paths):
                if number and not asked.as_json:
                    click.echo()
                coming.look_at(path)
    except (KeyboardInterrupt, click.Abort) as why:
        if record.someone_is_there():
            # Ctrl-C leaves its mark in the middle of a line.
            click.echo(err=True)
        raise CannotDo(coming.stopped()) from why
    coming.tell()
    return CANNOT if coming.refused else 0


@contextmanager
def _stopped_once() -> Iterator[None]:
    """The first Ctrl-C stops. What has to be tidied up then is not stopped by a second one."""

    def stop(*_: object) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


class _Coming:
    """How far the exports of one call are.

    Attributes:
        refused: One of them could not be used, or the person did not want it.
    """

    def __init__(self, record: Record, observed: SqliteObserved, asked: Asked) -> None:
        self.refused = False
        self._record, self._observed, self._asked = record, observed, asked
        self._brought: list[int] = []
        self._wait_for_a_yes = False
        self._objects: list[dict[str, Any]] = []

    def look_at(self, path: Path) -> None:
        """Look at one, and bring it in where that is wanted."""
        as_json = self._asked.as_json
        try:
            with looked_at(self._record, self._observed, path, self._asked) as seen:
                number = None
                if isinstance(seen, Looked):
                    number = self._decide(path, seen)
                elif not as_json:
                    tell_here(self._record, path, seen)
                self._objects.append(export_object(self._record, path, seen, number))
        except CannotDo as why:
            self.refused = True
            self._objects.append(refused_object(path, why))
            if not as_json:
                tell_refused(path, str(why), several=len(self._asked.paths) > 1)

    def tell(self) -> None:
        """Say what came of it."""
        record, asked = self._record, self._asked
        if asked.as_json:
            tell_object({"exports": self._objects})
            return
        if self._brought:
            imports = self._observed.imports(record.log.person)
            come = [one for one in imports if one.number in self._brought]
            record.look_again()
            show(record, *brought_in(record, come))
        if self._wait_for_a_yes:
            nobody = record.words.gettext(
                "Nobody is there to ask, so nothing was written. To bring it in: {call}"
            )
            raise click.UsageError(nobody.format(call=asked.call))

    def stopped(self) -> str:
        """What is said where somebody stopped it."""
        words = self._record.words
        if not self._brought:
            return words.gettext("Stopped. Nothing was brought in.")
        return words.gettext("Stopped. What was brought in before that stays.")

    def _decide(self, path: Path, seen: Looked) -> int | None:
        """Show it, and write it where that is wanted. Its number; None where it is not."""
        if not self._asked.as_json:
            tell_found(self._record, path, seen)
        if not (self._asked.yes or self._is_wanted()):
            return None
        number = keep(self._record, self._observed, seen)
        if number is not None:
            self._brought.append(number)
        return number

    def _is_wanted(self) -> bool:
        words = self._record.words
        if self._asked.as_json:
            return False
        if not self._record.someone_is_there():
            self._wait_for_a_yes = True
            return False
        question = words.gettext("Bring it in? [y/N]")
        typed: str = click.prompt(
            question, prompt_suffix=" ", default="", show_default=False, err=True
        )
        if typed.strip().casefold() in YES:
            return True
        click.echo(words.gettext("Nothing was written."), err=True)
        self.refused = True
        return False
