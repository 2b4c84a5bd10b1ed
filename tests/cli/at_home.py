"""A terminal to try the verbs in: a record of one's own, a clock to set, and someone to answer."""

from __future__ import annotations

import json
import shlex
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from click.testing import CliRunner, Result

from steadystep.cli.main import steadystep
from steadystep.cli.record import Home
from steadystep.cli.safety import FLAGS
from steadystep.core.events import CheckedIn, EffortTold, Entry, PreferenceSet, SessionTold
from steadystep.core.safety_questions import SafetyQuestion
from steadystep.store import PersonLog, SqliteLog

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from steadystep.core.events import Event

# A Monday morning in a time zone with an offset.
A_MORNING = datetime(2026, 5, 4, 8, 30, tzinfo=timezone(timedelta(hours=3)))
ALL_CLEAR = " ".join(
    f"{FLAGS[one]} {'none' if one >= SafetyQuestion.CLINICIAN_FIRST else 'no'}"
    for one in SafetyQuestion
)
BEGUN = f"start {ALL_CLEAR} --movement walk --bad-day 10 --pain 4 --fatigue 4"


@dataclass
class Terminal:
    """One person at a terminal.

    Attributes:
        folder: Where the record lies.
        time: What the clock on the wall says. Every look at it takes a second.
        someone: Whether somebody is there to answer questions.
        environment: What the terminal says of itself, besides.
    """

    folder: Path
    time: datetime = A_MORNING
    someone: bool = False
    environment: dict[str, str] = field(default_factory=dict)

    def __call__(self, words: str, *, typed: str = "") -> Result:
        """Type a line, and the answers to what it asks."""
        outside = Home(self.folder, self.look, lambda: self.someone)
        return CliRunner().invoke(
            steadystep,
            shlex.split(words),
            obj=outside,
            input=typed,
            env={"COLUMNS": "80", **self.environment},
            catch_exceptions=False,
        )

    def well(self, words: str, *, typed: str = "") -> str:
        """The same, where it has to end well; give what was printed."""
        done = self(words, typed=typed)
        assert done.exit_code == 0, done.output
        return done.stdout

    def look(self) -> datetime:
        """Look at the clock."""
        self.time += timedelta(seconds=1)
        return self.time

    def later(self, **some: float) -> None:
        """Let time pass: `later(days=1, hours=2)`."""
        self.time += timedelta(**some)

    def says(self, *events: Event) -> None:
        """Write what was said by another door."""
        log = PersonLog(SqliteLog(self.folder), "me")
        log.append(events, at=self.look(), recorded=self.time)

    def prefers(self, name: str, value: str) -> None:
        """Say how pages are to be."""
        self.says(PreferenceSet(name, value))

    def lived(self, days: int, *, pain: int = 40, done: int = 50) -> None:
        """Days like each other, written at once; what was told on them stays untold."""
        told: list[Event] = [CheckedIn(pain, 40), SessionTold(done), EffortTold(2)]
        entries = []
        for _ in range(days):
            entries += [Entry("me", self.look(), self.time, event) for event in told]
            self.later(days=1)
        PersonLog(SqliteLog(self.folder), "me").append(entries)

    def today(self) -> dict[str, Any]:
        """Today as a program reads it."""
        plain: dict[str, Any] = json.loads(self.well("today --json"))
        return plain

    def entries(self) -> list[Entry]:
        """All that was written."""
        return PersonLog(SqliteLog(self.folder), "me").read()

    def told(self, kind: type[Event]) -> list[Any]:
        """The events of one kind, in the order in which they were written."""
        return [one.event for one in self.entries() if isinstance(one.event, kind)]


def kinds(entries: Iterable[Entry]) -> list[str]:
    """What kinds of events there are, by name."""
    return [type(one.event).__name__ for one in entries]
