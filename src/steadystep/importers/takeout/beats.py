"""Heart rate, thousands of rows a file, as the mean of each five minutes, file by file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Final

from steadystep.core.bins import BIN_SECONDS
from steadystep.importers.limits import FASTEST_HEART, SLOWEST_HEART
from steadystep.importers.reading import Sentence, shown
from steadystep.importers.takeout.typed_json import beats_of
from steadystep.importers.units import TENTHS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from steadystep.importers.takeout.telling import Telling
    from steadystep.importers.takeout.times import Moment
    from steadystep.importers.takeout.typed_json import Beat, Decoders

    Refuse = Callable[[int, Sentence], None]

UNSURE: Final = "heart rates of which Fitbit is not sure at all"
_SECONDS_LETTERS: Final = 3
# A choice: as many minutes as a hundred days have. What holds more is handed on in between.
_MOST_MINUTES: Final = 144_000


@dataclass(slots=True)
class Minutes:
    """The heart rates of a file, added up minute by minute; few texts then have to be understood.

    Attributes:
        sums: By the text of the minute: beats, how many rows, and the number of the first.
        unsure: Rows that are no reading.
    """

    sums: dict[str, list[float]] = field(default_factory=dict)
    unsure: int = 0

    def take(self, rows: Iterable[Beat | Sentence], refuse: Refuse) -> Iterator[None]:
        """Add up rows; pause where so many minutes are held that they have to be handed on."""
        sums = self.sums
        key, minute = "", [0.0, 0, 0]
        # Called millions of times: each name that is looked up here is felt.
        for number, row in enumerate(rows, 1):
            if not isinstance(row, tuple):
                refuse(number, row)
                continue
            text, bpm, confidence = row
            if text[:-_SECONDS_LETTERS] != key:
                key = text[:-_SECONDS_LETTERS]
                if len(sums) >= _MOST_MINUTES:
                    yield
                    sums.clear()
                minute = sums.setdefault(key, [0.0, 0, number])
            if not confidence:
                self.unsure += 1
            elif SLOWEST_HEART <= bpm <= FASTEST_HEART:
                minute[0] += bpm
                minute[1] += 1
            else:
                refuse(number, no_heart_rate(bpm))
        yield


def read_beats(
    file: IO[bytes],
    where: str,
    telling: Telling,
    *,
    again: bool,
    decoders: Decoders | None = None,
) -> bool:
    """Read a file of one day; whether it was handed on.

    A file that does not show where its midnight is waits until others have told the clock. It is
    then read again, and what could not be read is not told again.
    """
    minutes = Minutes()
    refuse = _told_before if again else _refuser(where, telling)
    handing = again
    for pages, _ in enumerate(minutes.take(beats_of(file, decoders), refuse)):
        sums = sums_of(minutes, telling, refuse)
        if sums and not pages and not again:
            handing = telling.clocks.pin(min(sums), max(sums))
        if handing:
            hand_on(sums, telling, telling.watch, telling.clocks.of_file)
    if minutes.unsure and not again:
        telling.into.left_out(UNSURE, minutes.unsure)
    return handing


def hand_on(
    sums: dict[int, tuple[float, float]],
    telling: Telling,
    source: int,
    wall: Callable[[int], Moment],
) -> None:
    """Hand on the mean of each five minutes of sums and counts by the minute."""
    bins: dict[int, list[float]] = {}
    for at, (beats, count) in sums.items():
        bin_ = bins.setdefault(at - at % BIN_SECONDS, [0, 0])
        bin_[0] += beats
        bin_[1] += count
    for at, (beats, count) in bins.items():
        if count:
            telling.beats(source, wall(at), round(beats * TENTHS / count))
            telling.into.assumed(_by_five_minutes())


def sums_of(minutes: Minutes, telling: Telling, refuse: Refuse) -> dict[int, tuple[float, float]]:
    """Tell when each minute was, by the clock of the file."""
    sums: dict[int, tuple[float, float]] = {}
    for text, (beats, count, number) in minutes.sums.items():
        at = telling.times.at(text)
        if isinstance(at, Sentence):
            refuse(round(number), at)
        else:
            sums[at] = (beats, count)
    return sums


def no_heart_rate(bpm: float) -> Sentence:
    """Say that no heart beats so."""
    # A number read typed is never an int.
    value = str(bpm).removesuffix(".0")
    return Sentence(
        "“{value}” cannot be a heart rate. The entry is left out.", {"value": shown(value)}
    )


def _refuser(where: str, telling: Telling) -> Refuse:
    return lambda number, why: telling.refuse(f"{where}, entry {number}", why)


def _told_before(_number: int, _why: Sentence) -> None:
    """Tell nothing."""


def _by_five_minutes() -> Sentence:
    return Sentence("Heart rate is taken as the mean of each five minutes.")
