"""Exercise that Fitbit saw or the person wrote down: what, when, how long; never where."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Final

from steadystep.importers.json_rows import number_in, word_in
from steadystep.importers.limits import FASTEST_HEART, LONGEST_SESSION_SECONDS
from steadystep.importers.reading import Sentence
from steadystep.importers.sessions import activity_of, session_of
from steadystep.importers.takeout.rows import cells_of
from steadystep.importers.takeout.telling import take_rows
from steadystep.importers.units import MILLISECONDS

if TYPE_CHECKING:
    from steadystep.importers.json_rows import Row
    from steadystep.importers.table import Table
    from steadystep.importers.takeout.kinds import File
    from steadystep.importers.takeout.telling import Telling
    from steadystep.importers.takeout.times import Moment

TWICE: Final = "exercise told a second time"
_MOST: Final = 1_000_000_000_000
# The clocks of two tables of one session may be this far apart.
_SAME_START_SECONDS: Final = 60
# A choice, wide on purpose.
_MOST_STARTS: Final = 200_000


@dataclass(slots=True)
class Exercise:
    """Takes sessions, each once."""

    telling: Telling
    source: int
    _starts: set[int] = field(default_factory=set)

    def read(self, file: IO[bytes], where: str, kind: File) -> None:
        """Read a page of the log, of Takeout or of the Web API."""
        take_rows(file, where, kind, self.telling, self._take)

    def read_table(self, table: Table, where: str) -> None:
        """Read sessions of Google's table that the log does not hold."""
        for place, row in cells_of(table, where, self.telling):
            start = row.moment("exercise_start", "", self.telling)
            end = row.moment("exercise_end", "", self.telling)
            if isinstance(start, Sentence):
                self.telling.refuse(place, start)
            elif isinstance(end, Sentence):
                self.telling.refuse(place, end)
            else:
                name = row.text("activity_name")
                trouble = self.tell(start, name, end.at - start.at)
                if trouble is not None:
                    self.telling.refuse(place, trouble)

    def tell(
        self,
        start: Moment,
        name: str,
        seconds: float,
        *,
        heart: float | None = None,
        steps: float | None = None,
    ) -> Sentence | None:
        """Hand on a session that is new, or say why it cannot be."""
        session = session_of(
            self.source,
            activity_of(name),
            start.at,
            start.offset,
            seconds=seconds,
            heart=heart,
            steps=steps,
        )
        if session is None:
            return Sentence(
                "The session has no length, or one of over {hours} hours. It is left out.",
                {"hours": LONGEST_SESSION_SECONDS // 3600},
            )
        minute = start.at // _SAME_START_SECONDS
        if not self._starts.isdisjoint((minute - 1, minute, minute + 1)):
            self.telling.into.left_out(TWICE)
            return None
        if len(self._starts) < _MOST_STARTS:
            self._starts.add(minute)
        self.telling.into.session(session)
        self.telling.found += 1
        return None

    def _take(self, row: Row) -> Sentence | None:
        start = self._start(row)
        length = number_in(
            row, "activeDuration" if row.get("activeDuration") else "duration", 0, _MOST
        )
        heart = number_in(row, "averageHeartRate", 0, FASTEST_HEART)
        steps = number_in(row, "steps", 0, _MOST)
        if isinstance(start, Sentence):
            return start
        if isinstance(length, Sentence):
            return length
        seconds = (length or 0) / MILLISECONDS
        return self.tell(
            start,
            word_in(row, "activityName"),
            seconds,
            heart=None if isinstance(heart, Sentence) else heart,
            steps=None if isinstance(steps, Sentence) else steps,
        )

    def _start(self, row: Row) -> Moment | Sentence:
        """Tell the beginning. Where it has no offset it stands in UTC, as steps do."""
        told = self.telling.times.moment(
            word_in(row, "originalStartTime") or word_in(row, "startTime")
        )
        if isinstance(told, Sentence) or told.offset:
            return told
        clocks = self.telling.clocks
        return clocks.of_file(told.at) if told.offset is None else clocks.of_utc(told.at)
