"""A diary on disk: opened, read with progress, and plain words where it cannot be read."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import click

from steadystep.cli.trouble import CannotDo
from steadystep.cli.words import words
from steadystep.core.days import DayTable
from steadystep.core.diary import DEFAULT_START, DiaryDay, DiaryTerms, replay
from steadystep.core.observations import Symptom, Unit
from steadystep.importers.diaries import read_diary
from steadystep.importers.reading import (
    DATE_ORDERS,
    TIMES_READ,
    CannotRead,
    Choices,
    Unreadable,
    parse_scale,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import IO

    from steadystep.core.facts import DayFacts
    from steadystep.importers.reading import DateOrder, Reading, Sentence

# Below this a file is read before a bar could be looked at.
BAR_FROM_BYTES = 5_000_000
SHOWN_UNREADABLE = 5


@dataclass(frozen=True)
class Record:
    """A diary that was read.

    Attributes:
        days: One row a calendar day.
        unit: What the load is counted in, None where there is none.
        steps: The smallest step of each symptom's scale, tenths of a point.
        assumed: What the reader took for granted.
        unreadable: The first cells that could not be read, in words.
        unreadable_count: How many there were.
    """

    days: list[DayFacts]
    unit: Unit | None
    steps: dict[Symptom, int]
    assumed: tuple[Sentence, ...]
    unreadable: list[str] = field(default_factory=list)
    unreadable_count: int = 0

    def terms(self, *, start: int = DEFAULT_START, pacing_only: bool = False) -> DiaryTerms:
        """How this diary is read under the rule."""
        return DiaryTerms(
            unit=self.unit or Unit.MINUTES,
            has_load=self.unit is not None,
            start=start,
            pacing_only=pacing_only,
            pain_step=self.steps.get(Symptom.PAIN, 10),
            fatigue_step=self.steps.get(Symptom.FATIGUE, 10),
        )

    def replay(self, terms: DiaryTerms) -> list[DiaryDay]:
        """Walk the record under the rule."""
        return list(replay(self.days, terms))


def read_record(
    path: Path, choices: Choices, *, ask: bool = False, today: date | None = None
) -> Record:
    """Read a diary, asking where a choice is open and somebody is there to answer.

    Days after `today` are left out; it is the machine's own day where nothing is said.

    Raises:
        CannotDo: The file cannot be opened or read, or a choice is open and nobody is there.
    """
    while True:
        try:
            with _opened(path) as file:
                return _read(file, path.stat().st_size, choices, today or date.today())  # noqa: DTZ011 - the person's own day
        except CannotRead as problem:
            if not ask or problem.flag is None:
                raise CannotDo(problem.why.said(words().gettext)) from problem
            choices = _ask_for(problem, choices)


def _opened(path: Path) -> IO[bytes]:
    if path.is_dir():
        message = words().gettext("{file} is a folder. Name one file in it.")
        raise CannotDo(message.format(file=path))
    try:
        file = path.open("rb")
        # A pipe cannot be read twice, and a reader looks through a diary more than once.
        return file if file.seekable() else BytesIO(file.read())
    except FileNotFoundError as problem:
        message = words().gettext("There is no file {file}. Look at its name and its folder.")
        raise CannotDo(message.format(file=path)) from problem
    except OSError as problem:
        message = words().gettext("{file} cannot be opened ({why}). Look at who may read it.")
        raise CannotDo(message.format(file=path, why=problem.strerror)) from problem


def _read(file: IO[bytes], size: int, choices: Choices, today: date) -> Record:
    with _progress(size) as advance:
        reading = read_diary(file, choices, today=today, progress=advance)
        table, count = DayTable(), 0
        shown: list[str] = []
        for one in reading.observations:
            if isinstance(one, Unreadable):
                count += 1
                if len(shown) < SHOWN_UNREADABLE:
                    shown.append(one.sentence.said(words().gettext))
            else:
                table.add(one)
    days = table.days()
    if not days:
        raise CannotDo(_nothing_read(shown))
    return Record(days, _unit(reading), dict(reading.step_tenths), reading.assumed, shown, count)


def _unit(reading: Reading) -> Unit | None:
    return reading.unit if reading.has_load else None


def _nothing_read(shown: list[str]) -> str:
    nothing = words().gettext("No day of this file could be read.")
    return " ".join((nothing, *shown[:1]))


def _progress(size: int) -> AbstractContextManager[Callable[[int], None] | None]:
    """A bar on stderr for a file that takes a while, when somebody is looking."""
    import sys

    if size < BAR_FROM_BYTES or not sys.stderr.isatty():
        return nullcontext(None)
    return _Bar(size * TIMES_READ)


class _Bar(AbstractContextManager["Callable[[int], None]"]):
    """rich's bar, opened and closed with the reading."""

    def __init__(self, total: int) -> None:
        from rich.console import Console
        from rich.progress import Progress

        self._bar = Progress(console=Console(stderr=True), transient=True)
        self._task = self._bar.add_task(words().gettext("Reading"), total=total)

    def __enter__(self) -> Callable[[int], None]:
        self._bar.start()
        return lambda more: self._bar.advance(self._task, more)

    def __exit__(self, *_: object) -> None:
        self._bar.stop()


def _ask_for(problem: CannotRead, choices: Choices) -> Choices:
    """Say what is open, and take the answer as if it had been given as a flag."""
    click.echo(problem.why.said(words().gettext), err=True)
    flag = problem.flag or ""
    if flag == "--dates":
        order: DateOrder = click.prompt(flag, type=click.Choice(DATE_ORDERS), err=True)
        return replace(choices, dates=order)
    if flag == "--unit":
        return replace(choices, unit=Unit(click.prompt(flag, type=click.Choice([*Unit]), err=True)))
    answer: str = click.prompt(flag, err=True)
    if flag == "--scale":
        return replace(choices, scale=parse_scale(answer))
    return replace(choices, **{flag.removeprefix("--"): answer})  # type: ignore[arg-type]  # words
