"""The person's record as one call of a verb sees it: opened, read, added to, at one moment."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from steadystep.cli.trouble import CannotDo
from steadystep.cli.words import words, words_in
from steadystep.core.acts import noon_of
from steadystep.core.facts import Gate
from steadystep.core.fold import by_day, in_order
from steadystep.core.observations import Unit
from steadystep.core.reasons import RedFlag
from steadystep.core.today import day_of
from steadystep.explain import sentences
from steadystep.explain.gates import without_a_step
from steadystep.store import LogTrouble, PersonLog, SqliteLog, home

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    import click

    from steadystep.core.decision import Decision
    from steadystep.core.events import Entry, Event
    from steadystep.core.today import Today
    from steadystep.explain import Translations

# At home there is one person.
ME = "me"


def by_the_wall() -> datetime:
    """The time by this machine's clock, with its offset from UTC."""
    return datetime.now().astimezone()


def at_a_terminal() -> bool:
    """Is somebody there to answer?"""
    return sys.stdin.isatty()


@dataclass(frozen=True, slots=True)
class Home:
    """What a verb takes from outside; tests put their own here.

    Attributes:
        folder: Where the record lies; the person's own folder where it is not given.
        clock: What time it is.
        someone_is_there: Whether a question can be asked.
    """

    folder: Path | None = None
    clock: Callable[[], datetime] = field(default=by_the_wall)
    someone_is_there: Callable[[], bool] = field(default=at_a_terminal)


class Record:
    """One person's record, at the moment at which the verb was called."""

    def __init__(self, outside: Home) -> None:
        """Open it."""
        self.clock = outside.clock
        self.now = self.clock()
        self.someone_is_there = outside.someone_is_there
        self.folder = outside.folder or home()
        with in_plain_words(words()):
            self.log = PersonLog(SqliteLog(self.folder), ME)

    @cached_property
    def words(self) -> Translations:
        """The catalogue of the person's language: as they chose it, else the terminal's own."""
        with in_plain_words(words()):
            chosen = self.log.preference("language")
        return words_in(chosen) if chosen else words()

    @cached_property
    def today(self) -> Today:
        """Today as it stands."""
        with in_plain_words(self.words):
            return self.log.today(self.now)

    @cached_property
    def entries(self) -> list[Entry]:
        """All of the record. What a morning needs does not need this."""
        with in_plain_words(self.words):
            return self.log.entries()

    @cached_property
    def lasting(self) -> list[Entry]:
        """What was said that holds beyond its day: plan, safety, preferences."""
        with in_plain_words(self.words):
            return self.log.lasting()

    @property
    def day(self) -> date:
        """The person's day at this moment."""
        return day_of(self.now)

    @cached_property
    def unit(self) -> Unit:
        """What the dose of the plan is counted in, as it was when the verb was called."""
        return self.today.plan.unit if self.today.plan else Unit.MINUTES

    def of_day(self, day: date) -> Sequence[Entry]:
        """What counts of one day, in its order."""
        return by_day(in_order(self.since(day))).get(day, ())

    def since(self, day: date) -> list[Entry]:
        """The entries of one day and of those after it."""
        with in_plain_words(self.words):
            return self.log.entries(since=day)

    def write(self, events: Sequence[Event], *, at: datetime | None = None) -> None:
        """Write what was said, all of it or none."""
        with in_plain_words(self.words):
            self.log.append(events, at=at or self.now, recorded=self.now)
        self._forget()

    def look_again(self) -> None:
        """Another moment: somebody thought about an answer, and may have changed the language."""
        self.now = self.clock()
        self._forget()
        self.__dict__.pop("words", None)

    def tell(self) -> tuple[str, ...]:
        """Say what holds today. It is written down before it is shown, word for word."""
        spoken = self.words

        def say(decision: Decision) -> tuple[str, ...]:
            return sentences(decision, spoken)

        with in_plain_words(spoken):
            today = self.log.tell(self.now, say, language=language(spoken))
        self._forget()
        self.today = today
        return () if today.decision is None else say(today.decision)

    def _forget(self) -> None:
        """What was read is read again when it is asked for."""
        for name in ("today", "entries", "lasting"):
            self.__dict__.pop(name, None)

    def when(self, day: date) -> datetime:
        """The moment at which something of a day is taken to have been."""
        return noon_of(day, self.now)


def opened(ctx: click.Context) -> Record:
    """Open the record for a verb."""
    return Record(ctx.find_object(Home) or Home())


def planned(ctx: click.Context) -> Record:
    """Open the record for a verb that speaks of a plan.

    Raises:
        CannotDo: There is none.
    """
    record = opened(ctx)
    plan = record.today.plan
    if plan is None:
        raise CannotDo(without_a_plan(record))
    record.unit = plan.unit
    return record


def without_a_plan(record: Record) -> str:
    """What to do where there is no plan: turn to a person, or begin."""
    catalogue, standing = record.words, record.today.standing
    if standing.gate == Gate.RED_FLAG:
        told = without_a_step(RedFlag(standing.how_soon), catalogue, Unit.MINUTES)
        return catalogue.pgettext("between two sentences", " ").join(told)
    return catalogue.gettext("There is no plan yet. Begin here: steadystep start")


def language(catalogue: Translations) -> str:
    """The code of a catalogue's language."""
    return catalogue.pgettext("the code of your language", "en")


@contextmanager
def in_plain_words(catalogue: Translations) -> Iterator[None]:
    """Say what stands between a person and their record, and what helps."""
    try:
        yield
    except LogTrouble as why:
        raise CannotDo(catalogue.gettext(why.words).format(**why.parts)) from why
