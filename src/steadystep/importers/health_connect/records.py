"""Records of Health Connect, a table at a time, as rows come out of the database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from steadystep.core.observed import Activity, Kind, Session
from steadystep.core.observed_days import NUMBERS
from steadystep.importers.epochs import Stay, Wall, cannot_be
from steadystep.importers.health_connect.apps import Apps
from steadystep.importers.health_connect.file import Ask
from steadystep.importers.health_connect.kinds import (
    ACTIVE,
    ACTIVITIES,
    BEATS,
    EXERCISE,
    HEART,
    MINDFUL,
    MOMENTS,
    NOT_RECORDED,
    SLEEP,
    STAGES,
    STEPS,
)
from steadystep.importers.health_connect.nights import Nights
from steadystep.importers.offsets import EASTERNMOST, WESTERNMOST
from steadystep.importers.reading import Sentence, shown
from steadystep.importers.units import MILLISECONDS, TENTHS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from steadystep.importers.export import Into
    from steadystep.importers.health_connect.file import Database, Row
    from steadystep.importers.health_connect.kinds import Moments

_INTERVAL: Final = ("start_time", "end_time", "start_zone_offset", "app_info_id")
_MOMENT: Final = ("time", "zone_offset", "app_info_id")
_OF_PARENT: Final = ("start_zone_offset", "app_info_id")
_NO_ZONE: Final = Sentence("Some records name no time zone. Their times are taken as they are.")


class Records:
    """Reads tables and hands on what is in them.

    Attributes:
        found: How many records were handed on.
    """

    def __init__(self, database: Database, into: Into, *, today: date, file: str) -> None:
        self._database = database
        self._into = into
        self._file = file
        self._wall = Wall(today)
        self._apps = Apps(database, into, (STEPS, HEART, SLEEP, EXERCISE))
        self._nights = Nights(into)
        self.found = 0

    def read(self, table: str) -> None:
        """Read a table that is known here."""
        if table in MOMENTS:
            self._moments(table, MOMENTS[table])
        else:
            {
                STEPS: self._steps,
                ACTIVE: self._active,
                BEATS: self._beats,
                STAGES: self._stages,
                SLEEP: self._sleep,
                EXERCISE: self._exercise,
                MINDFUL: self._mindful,
            }[table]()

    def _steps(self) -> None:
        least, most = NUMBERS[Kind.STEPS].least, NUMBERS[Kind.STEPS].most
        for row in self._rows(Ask(STEPS, (*_INTERVAL, "count"))):
            count, stay = row[5], self._stay(STEPS, row)
            if stay is None:
                continue
            if type(count) is not int or not least <= count * TENTHS <= most:
                self._tell(STEPS, row, cannot_be(count))
                continue
            self._into.stretch(Kind.STEPS, self._apps.source(row[4]), *stay, count * TENTHS)
            self.found += 1

    def _active(self) -> None:
        for row in self._rows(Ask(ACTIVE, _INTERVAL)):
            stay = self._stay(ACTIVE, row)
            if stay is not None:
                source = self._apps.source(row[4])
                self._into.stretch(Kind.ACTIVE_MINUTES, source, *stay, stay.tenths)
                self.found += 1

    def _beats(self) -> None:
        """Heart rates: of all records the most, so what is as usual is handed on at once."""
        point, source, kind = self._into.point, self._apps.source, Kind.HEART_RATE
        least, most = NUMBERS[kind].least, NUMBERS[kind].most
        first, end, found = self._wall.first, self._wall.end, 0
        ask = Ask(BEATS, ("epoch_millis", "beats_per_minute"), HEART, _OF_PARENT)
        for row in self._rows(ask):
            _, millis, beats, offset, app = row
            if (
                type(millis) is type(beats) is type(offset) is int
                and WESTERNMOST <= offset <= EASTERNMOST
                and first <= (at := millis // MILLISECONDS + offset) < end
                and least <= (tenths := beats * TENTHS) <= most
            ):
                point(kind, source(app), at, offset, tenths)
                found += 1
            else:
                self._moment(BEATS, row, (millis, offset, app), kind, beats)
        self.found += found

    def _moments(self, table: str, moments: Moments) -> None:
        kind, column, worth, name = moments
        for row in self._rows(Ask(table, (*_MOMENT, column))):
            *when, value = row[1:]
            if isinstance(value, float) and 0 < value < NOT_RECORDED:
                self._into.left_out(f"{name} that was not recorded")
                continue
            amount = value * worth if type(value) in (int, float) else value
            self._moment(table, row, (when[0], when[1], when[2]), kind, amount)

    def _moment(
        self,
        table: str,
        row: Row,
        when: tuple[object, object, object],
        kind: Kind,
        amount: object,
    ) -> None:
        """Hand on a value of one moment, or say why not."""
        millis, offset, app = when
        told = self._wall.at(millis, offset)
        if isinstance(told, Sentence):
            self._tell(table, row, told)
            return
        numbers = NUMBERS[kind]
        if not isinstance(amount, int | float) or not (
            numbers.least <= amount * TENTHS <= numbers.most
        ):
            self._tell(table, row, cannot_be(amount))
            return
        at, east = told
        if east is None:
            self._into.assumed(_NO_ZONE)
        self._into.point(kind, self._apps.source(app), at, east, round(amount * TENTHS))
        self.found += 1

    def _stages(self) -> None:
        columns = ("parent_key", "stage_start_time", "stage_end_time", "stage_type")
        for row in self._rows(Ask(STAGES, columns, SLEEP, _OF_PARENT)):
            number, night, start, end, stage, offset, app = row
            stay = self._stay(STAGES, (number, start, end, offset))
            if stay is not None and self._nights.stage(
                night, stage, self._apps.source(app), stay, shown(str(stage))
            ):
                self.found += 1

    def _sleep(self) -> None:
        for row in self._rows(Ask(SLEEP, (*_INTERVAL, "row_id"))):
            stay = self._stay(SLEEP, row)
            if stay is not None:
                self._nights.night(row[5], self._apps.source(row[4]), stay)
                self.found += 1
        self._nights.finish()

    def _exercise(self) -> None:
        for row in self._rows(Ask(EXERCISE, (*_INTERVAL, "exercise_type"))):
            self._session(EXERCISE, row, ACTIVITIES.get(row[5], Activity.OTHER))

    def _mindful(self) -> None:
        for row in self._rows(Ask(MINDFUL, _INTERVAL)):
            self._session(MINDFUL, row, Activity.BREATH)

    def _session(self, table: str, row: Row, activity: Activity) -> None:
        stay = self._stay(table, row)
        if stay is not None:
            self._into.session(Session(self._apps.source(row[4]), activity, *stay))
            self.found += 1

    def _stay(self, table: str, row: Row) -> Stay | None:
        stay = self._wall.stay(*row[1:4])
        if isinstance(stay, Sentence):
            self._tell(table, row, stay)
            return None
        if stay.offset is None:
            self._into.assumed(_NO_ZONE)
        return stay

    def _rows(self, ask: Ask) -> Iterator[Row]:
        """The rows of a table; what of it cannot be read is told."""
        for row in self._database.rows(ask):
            if isinstance(row, Sentence):
                self._into.unreadable(f"{self._file}, {ask.table}", row)
            else:
                yield row

    def _tell(self, table: str, row: Row, why: Sentence) -> None:
        self._into.unreadable(f"{self._file}, {table}, row {row[0]}", why)
