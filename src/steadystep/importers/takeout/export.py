"""The files of a Fitbit export put together, in the order in which they explain each other."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Final

from steadystep.importers.names import name_of
from steadystep.importers.reading import CannotRead, Sentence
from steadystep.importers.takeout.beats import read_beats
from steadystep.importers.takeout.counts import (
    Active,
    read_daily_steps,
    read_resting,
    read_steps,
)
from steadystep.importers.takeout.exercise import Exercise
from steadystep.importers.takeout.hrv import Hrv
from steadystep.importers.takeout.kinds import What
from steadystep.importers.takeout.rows import tell_zones
from steadystep.importers.takeout.sleep import Nights
from steadystep.importers.takeout.table import table_of
from steadystep.importers.takeout.tables import (
    read_beats_table,
    read_resting_table,
    read_steps_table,
)
from steadystep.importers.takeout.telling import Telling
from steadystep.importers.takeout.website import Website

if TYPE_CHECKING:
    from collections.abc import Callable, Container
    from datetime import date
    from typing import IO

    from steadystep.importers.export import ExportChoices, Into, Look, Member
    from steadystep.importers.table import Table
    from steadystep.importers.takeout.clock import Clocks
    from steadystep.importers.takeout.kinds import File

    ReadList = Callable[[IO[bytes], str, File], None]
    ReadTable = Callable[[Table, str], None]

_ZONED: Final = (What.SLEEP_TABLE, What.EXERCISE_TABLE)
# These stand in the clock that files of heart rate show.
_BY_FILE_CLOCK: Final = (What.BEATS, What.STEPS, What.EXERCISE)


class Export:
    """Reads the files of one export, each kind after those that it needs."""

    def __init__(self, look: Look, into: Into, today: date, choices: ExportChoices) -> None:
        self.telling = telling = Telling(into, today)
        self._look = look
        self._choices = choices
        self._nights = nights = Nights(telling)
        self._exercise = exercise = Exercise(telling, telling.watch)
        self._active = active = Active(telling)
        self._hrv = hrv = Hrv(telling)
        self._website = Website(telling, nights)
        self._waiting: list[Member] = []
        self._lists: dict[What, ReadList] = {
            What.STEPS: partial(read_steps, telling=telling),
            What.ACTIVE: active.read,
            What.RESTING: partial(read_resting, telling=telling),
            What.SLEEP: nights.read,
            What.EXERCISE: exercise.read,
            What.API_STEPS: partial(read_daily_steps, telling=telling),
            What.API_ACTIVE: active.read,
            What.API_RESTING: partial(read_resting, telling=telling),
            What.API_HRV: hrv.read_answer,
            What.API_SLEEP: nights.read,
            What.API_EXERCISE: exercise.read,
        }
        self._tables: dict[What, ReadTable] = {
            What.HRV_NIGHTS: hrv.read_nights,
            What.HRV_MINUTES: hrv.read_minutes,
            What.SLEEP_TABLE: nights.read_table,
            What.EXERCISE_TABLE: exercise.read_table,
            What.STEPS_TABLE: partial(read_steps_table, telling=telling),
            What.BEATS_TABLE: partial(read_beats_table, telling=telling),
            What.RESTING_TABLE: partial(read_resting_table, telling=telling),
        }

    def learn(self, member: Member, file: File) -> None:
        """Look through a file for what others need: time zones, and how dates are written."""
        if file.what in _ZONED:
            learn: Callable[[Table], None] = partial(tell_zones, telling=self.telling)
        elif file.what is What.WEBSITE:
            learn = self._website.look_through
        else:
            return
        # What is wrong with it is told when it is read.
        with suppress(CannotRead), table_of(self._look, member) as table:
            learn(table)

    def read(self, member: Member, file: File) -> None:
        """Read a file. If it breaks off, the others are read all the same.

        Raises:
            CannotRead: The person has to choose first.
        """
        where = name_of(member)
        try:
            if file.what is What.BEATS:
                self._beats(member, where, again=False)
            elif file.what in self._lists:
                with self._look.open(member) as raw:
                    self._lists[file.what](raw, where, file)
            else:
                self._table(member, where, file.what)
        except CannotRead as refusal:
            if refusal.flag is not None:
                raise
            self.telling.refuse(where, refusal.why)

    def read_waiting(self) -> None:
        """Read the heart rates of days on which the tracker was off around midnight."""
        for member in self._waiting:
            self._beats(member, name_of(member), again=True)
        self._waiting.clear()

    def finish(self, read: Container[What]) -> None:
        """Hand on what had to be put together, and say what was assumed of the clock."""
        self._active.finish()
        self._hrv.finish()
        self._nights.finish()
        if any(what in read for what in _BY_FILE_CLOCK):
            self.telling.into.assumed(_said_of(self.telling.clocks))

    def _beats(self, member: Member, where: str, *, again: bool) -> None:
        with self._look.open(member) as raw:
            if not read_beats(raw, where, self.telling, again=again):
                self._waiting.append(member)

    def _table(self, member: Member, where: str, what: What) -> None:
        with table_of(self._look, member) as table:
            if what is What.WEBSITE:
                self._website.read(table, where, self._choices.dates)
            else:
                self._tables[what](table, where)


def _said_of(clocks: Clocks) -> Sentence:
    if any(shift for _, shift in clocks.pins.told):
        return Sentence(
            "Steps, heart rate and exercise stand in UTC in these files. "
            "They are put on your own clock, as the days of heart rate show it."
        )
    if clocks.pins.told:
        return Sentence("Steps, heart rate and exercise stand in your own time in these files.")
    if clocks.zones.told:
        return Sentence(
            "Steps, heart rate and exercise are taken to stand in UTC. "
            "They are put on your own clock, as the nights tell it."
        )
    return Sentence(
        "These files name no time zone. Steps, heart rate and exercise keep the times they have. "
        "They may stand in UTC, some hours off."
    )
