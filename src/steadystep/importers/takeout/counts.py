"""Steps by the minute, and what Fitbit sums up for a day: active minutes, resting heart rate."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import IO, TYPE_CHECKING, Final

from steadystep.core.observed import Kind, day_of_second
from steadystep.importers.json_rows import number_in, word_in
from steadystep.importers.limits import FASTEST_HEART, MOST_STEPS_A_DAY, SLOWEST_HEART
from steadystep.importers.reading import Sentence
from steadystep.importers.takeout.beats import no_heart_rate
from steadystep.importers.takeout.kinds import LEVELS
from steadystep.importers.takeout.telling import number_of, take_rows
from steadystep.importers.takeout.typed_json import counts_of
from steadystep.importers.units import TENTHS

if TYPE_CHECKING:
    from steadystep.importers.json_rows import Row
    from steadystep.importers.takeout.kinds import File
    from steadystep.importers.takeout.telling import Telling

NOT_WORN: Final = "days on which the tracker was not worn"
NO_READING: Final = "days without a resting heart rate"
ACTIVE_TOGETHER: Final = Sentence(
    "Active minutes are lightly, fairly and very active minutes together."
)
_MINUTES_OF_DAY: Final = 1440


def read_steps(file: IO[bytes], where: str, _: File, *, telling: Telling) -> None:
    """Read a month of steps. A minute of none tells nothing: the tracker may lie in a drawer."""
    for number, row in enumerate(counts_of(file), 1):
        trouble: Sentence | None
        if isinstance(row, Sentence):
            trouble = row
        elif row[1] == "0":
            continue
        else:
            trouble = _step(row[0], row[1], telling)
        if trouble is not None:
            telling.refuse(f"{where}, entry {number}", trouble)


def _step(text: str, value: str, telling: Telling) -> Sentence | None:
    at = telling.times.at(text)
    count = number_of(value, MOST_STEPS_A_DAY)
    if isinstance(at, Sentence):
        return at
    if isinstance(count, Sentence):
        return count
    if count:
        moment = telling.clocks.of_file(at)
        telling.known[Kind.STEPS].add(day_of_second(moment.at))
        telling.steps(telling.watch, moment, round(count))
    return None


def read_daily_steps(file: IO[bytes], where: str, kind: File, *, telling: Telling) -> None:
    """Read steps of days, as the Web API answers. A day of none is a day without the tracker."""
    take_rows(file, where, kind, telling, partial(_daily_steps, telling=telling))


def _daily_steps(row: Row, telling: Telling) -> Sentence | None:
    day = day_in(row, telling)
    steps = number_of(_text_in(row), MOST_STEPS_A_DAY)
    if isinstance(day, Sentence):
        return day
    if isinstance(steps, Sentence):
        return steps
    if steps:
        telling.daily(Kind.STEPS, day, round(steps) * TENTHS)
    else:
        telling.into.left_out(NOT_WORN)
    return None


@dataclass(slots=True)
class Active:
    """Active minutes: three files tell a part of each day, light movement among them."""

    telling: Telling
    _days: dict[int, dict[str, int]] = field(default_factory=dict)

    def read(self, file: IO[bytes], where: str, kind: File) -> None:
        """Read one of the three parts."""
        take_rows(file, where, kind, self.telling, partial(self._take, part=kind.part))

    def finish(self) -> None:
        """Hand on days, now that all parts are known."""
        for day, parts in sorted(self._days.items()):
            tell_active(self.telling, day, [parts.get(level, 0) for level in LEVELS])

    def _take(self, row: Row, part: str) -> Sentence | None:
        minutes = number_of(_text_in(row), _MINUTES_OF_DAY)
        if isinstance(minutes, Sentence):
            return minutes
        # Days to come are there too, with nothing in them.
        if not minutes:
            return None
        day = day_in(row, self.telling)
        if isinstance(day, Sentence):
            return day
        self._days.setdefault(day, {})[part] = round(minutes)
        return None


def tell_active(telling: Telling, day: int, parts: list[int]) -> None:
    """Hand on the active minutes of a day."""
    telling.into.assumed(ACTIVE_TOGETHER)
    telling.daily(Kind.ACTIVE_MINUTES, day, min(sum(parts), _MINUTES_OF_DAY) * TENTHS)


def read_resting(file: IO[bytes], where: str, kind: File, *, telling: Telling) -> None:
    """Read resting heart rates, of Takeout or of the Web API. Nought is none."""
    take_rows(file, where, kind, telling, partial(_resting, telling=telling))


def _resting(row: Row, telling: Telling) -> Sentence | None:
    inner = row.get("value")
    value = inner if isinstance(inner, dict) else {}
    key = "restingHeartRate" if "restingHeartRate" in value else "value"
    bpm = number_in(value, key, 0, FASTEST_HEART)
    if isinstance(bpm, Sentence):
        return bpm
    if not bpm:
        telling.into.left_out(NO_READING)
        return None
    day = telling.times.day(word_in(value, "date") or word_in(row, "dateTime"))
    if isinstance(day, Sentence):
        return day
    if bpm < SLOWEST_HEART:
        return no_heart_rate(bpm)
    telling.daily(Kind.RESTING_HEART_RATE, day, round(bpm * TENTHS))
    return None


def day_in(row: Row, telling: Telling) -> int | Sentence:
    """Tell the day of a row of a list."""
    return telling.times.day(word_in(row, "dateTime"))


def _text_in(row: Row) -> str:
    """Tell a value that may stand in quote marks or not."""
    value = row.get("value")
    return value if isinstance(value, str) else str(value) if type(value) is int else ""
