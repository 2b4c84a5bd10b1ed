"""The files of Google Fit: sums of days, quarters of hours, sessions and tracks; never places."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from steadystep.core.observed import Maker
from steadystep.importers.columns import Role, is_called, named_columns, playing
from steadystep.importers.names import name_of
from steadystep.importers.reading import CannotRead
from steadystep.importers.table import first_line
from steadystep.importers.takeout.exercise import Exercise
from steadystep.importers.takeout.google_fit_days import read_days
from steadystep.importers.takeout.google_fit_quarters import read_quarters
from steadystep.importers.takeout.google_fit_sessions import read_session, read_track
from steadystep.importers.takeout.table import HEAD_BYTES, table_of
from steadystep.importers.takeout.telling import Telling

if TYPE_CHECKING:
    from datetime import date

    from steadystep.importers.export import Into, Look, Member

# Quarters come first: they tell the time zones.
DAYS, QUARTERS, SESSION, TRACK = "days", "quarters", "session", "track"
IN_ORDER: Final = (QUARTERS, DAYS, SESSION, TRACK)
_CLOCK: Final = re.compile(r'\s*"?[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}')
_ENERGY: Final = "(kcal)"


def fit_kind(look: Look, member: Member) -> str | None:
    """Tell what a file holds, by its first bytes; none if it is not Google Fit's."""
    head = look.head(member, HEAD_BYTES)
    if b'"fitnessActivity"' in head:
        return SESSION
    if b"<TrainingCenterDatabase" in head:
        return TRACK
    line = first_line(head)
    names = named_columns(cell.strip(' "') for cell in line.split(","))
    if not playing(Role.STEPS, names):
        return None
    if _CLOCK.match(head.decode("utf-8", "replace").partition("\n")[2]):
        return QUARTERS
    return DAYS if _ENERGY in line and is_called(names[0], Role.DATE) else None


@dataclass(slots=True)
class Fit:
    """Takes the files of Google Fit, in the order of their kinds."""

    into: Into
    today: date
    telling: Telling = field(init=False)
    source: int = field(init=False)
    exercise: Exercise = field(init=False)

    def __post_init__(self) -> None:
        self.telling = Telling(self.into, self.today)
        self.source = self.into.source(Maker.PHONE, "Google Fit")
        self.exercise = Exercise(self.telling, self.source)

    def take(self, look: Look, member: Member, kind: str) -> None:
        """Read one file. If it breaks off, the others are read all the same."""
        where = name_of(member)
        try:
            if kind in (DAYS, QUARTERS):
                with table_of(look, member) as table:
                    read = read_days if kind == DAYS else read_quarters
                    read(table, where, self.telling, self.source)
            else:
                with look.open(member) as file:
                    read_file = read_session if kind == SESSION else read_track
                    read_file(file, where, self.exercise)
        except CannotRead as refusal:
            self.telling.refuse(where, refusal.why)
