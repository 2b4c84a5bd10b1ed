"""How fast FIT files are read, beside fitdecode, and whether both tell the same.

    PYTHONPATH=src:. python benchmarks/fit.py --beside PYTHON [FILE.fit ...]

A long activity, one whose messages alternate, and weeks of monitoring are invented; real files may
be named behind them. PYTHON is one that has fitdecode; without it nothing is compared. Seconds are
those of the processor, the least of `--times` turns; fitdecode has a program of its own. Both check
the checksum. fitdecode makes all fields of all messages; ours, as the reader needs it, those few
that say something about a person's day. *Values* are compared one by one for all of these.
"""

# ruff: noqa: D102, D103, ARG002 - what is measured stands in the table, and `Into` in its promise.

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from steadystep.importers.fit.bytes import FitDecoder, Messages
from steadystep.importers.fit.chain import Part, parts_of
from steadystep.importers.fit.known_fields import FIELDS, TURNS
from steadystep.importers.fit.seen import FitSeen
from tests.importers.exports.fit_made import begun, clock

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from steadystep.core.observed import Kind, Maker, Session
    from steadystep.importers.reading import Sentence

AT_LEAST = 20.0
A_TURN_SECONDS = 0.1
TODAY = date(2026, 11, 22)

THEIRS = """
import json, sys, time, warnings
import fitdecode
warnings.simplefilter("ignore")
fields = {int(number): names for number, names in json.loads(sys.argv[3]).items()}
runs, rows = [], {}
while sum(runs) < float(sys.argv[2]):
    begun, count = time.process_time(), 0
    try:
        with fitdecode.FitReader(sys.argv[1]) as reader:
            kept = []
            for frame in reader:
                if isinstance(frame, fitdecode.FitDataMessage):
                    count += 1
                    kept.append(frame)
    except fitdecode.FitError:
        pass
    runs.append(time.process_time() - begun)
def whole(value):
    if isinstance(value, tuple) and len(value) == 1:
        return whole(value[0])
    return value if isinstance(value, int) else None
for frame in kept:
    number = frame.global_mesg_num
    if number in fields:
        told = {}
        for one in frame.fields:
            in_file = one.field_def is not None and not one.field_def.is_dev
            if in_file or one.def_num == 253:
                told.setdefault(one.def_num, one.raw_value)
        rows.setdefault(number, []).append([whole(told.get(name)) for name in fields[number]])
print(json.dumps([min(runs), count, rows]))
"""


class Nowhere:
    """Takes what is handed on, and forgets it."""

    def source(self, maker: Maker, name: str) -> int:
        return 0

    def point(self, kind: Kind, source: int, at: int, offset: int | None, tenths: int) -> None:
        pass

    def points(
        self,
        kind: Kind,
        source: int,
        offset: int | None,
        ats: Sequence[int],
        tenths: Sequence[int],
    ) -> None:
        pass

    def stretch(  # noqa: PLR0917 - as in `Into`
        self, kind: Kind, source: int, start: int, end: int, offset: int | None, tenths: int
    ) -> None:
        pass

    def daily(self, kind: Kind, source: int, day: int, tenths: int, *, whole: bool = True) -> None:
        pass

    def session(self, session: Session) -> None:
        pass

    def unreadable(self, where: str, why: Sentence) -> None:
        pass

    def left_out(self, what: str, count: int = 1) -> None:
        pass

    def assumed(self, what: Sentence) -> None:
        pass


def an_activity(seconds: int = 20_000, *, beat_intervals: bool = False) -> bytes:
    """Five and a half hours, written every second as a watch does."""
    made, start = begun("2024-05-01T07:00:00"), clock("2024-05-01T07:00:00")
    made.define(
        1, 20, [(253, "u32"), (0, "s32"), (1, "s32"), (5, "u32"), (73, "u32"), (78, "u32"),
                (3, "u8"), (4, "u8"), (13, "s8"), (53, "u8"), (87, "u16")],
    )  # fmt: skip
    made.define(2, 78, [(0, "u16")])
    for second in range(seconds):
        place, beat = 500_000_000 + second, 70 + second // 60 % 60
        made.add(1, start + second, place, place, 130 * second, 1300, 2900, beat, 52, 21, 9, 0xFFFF)
        if beat_intervals:
            made.add(2, 60_000 // beat)
    made.define(4, 34, [(253, "u32"), (5, "u32")])
    made.add(4, start + seconds, start + seconds + 7200)
    return made.made()


def weeks_of_monitoring(minutes: int = 20_000) -> bytes:
    """Heart rate each minute and steps every few, with times of 16 bits."""
    made, start = begun("2024-05-01T22:00:00", 32), clock("2024-05-01T22:00:00")
    made.define(1, 103, [(253, "u32"), (0, "u32")])
    made.add(1, start, start + 7200)
    made.define(2, 55, [(26, "u16"), (27, "u8")])
    made.define(3, 55, [(26, "u16"), (24, "byte"), (3, "u32"), (2, "u32"), (19, "u16")])
    for minute in range(minutes):
        now = start + 60 * minute & 0xFFFF
        made.add(2, now, 55 + minute % 40)
        if not minute % 5:
            made.add(3, now, 0x46, minute % 1440 * 4, 99, 7)
    return made.made()


def decode(raw: bytes, decoder: FitDecoder) -> tuple[int, dict[int, list[list[int | None]]]]:
    count, rows = 0, defaultdict(list)
    for part in parts_of(raw):
        if isinstance(part, Part):
            for messages in decoder.messages(part):
                if isinstance(messages, Messages):
                    count += len(messages.times)
                    rows[messages.number].append(messages)
    return count, {
        number: [
            list(row)
            for messages in all_
            for row in zip(messages.times, *messages.columns, strict=True)
        ]
        for number, all_ in rows.items()
    }


def ours(raw: bytes) -> None:
    """Decode a file as if it were the first of its watch."""
    decoder = FitDecoder(FIELDS, TURNS)
    for part in parts_of(raw):
        if isinstance(part, Part):
            for _ in decoder.messages(part):
                pass


def to_values(raw: bytes) -> None:
    """Read a file as the reader of exports does, up to where things are handed on."""
    seen = FitSeen(Nowhere(), TODAY)
    seen.read(raw, "", guess=True)
    seen.finish()


def seconds(what: Callable[[], None]) -> float:
    """Tell the processor's time for a run; what is quick runs many times, for clocks are coarse."""
    count = 1
    while (took := _timed(what, count)) < A_TURN_SECONDS / 10:
        count *= 2
    return min(took, *(_timed(what, count) for _ in range(4))) / count


def _timed(what: Callable[[], None], count: int) -> float:
    begun_at = time.process_time()
    for _ in range(count):
        what()
    return time.process_time() - begun_at


def beside(python: str, file: Path) -> tuple[float, int, dict[str, Any]]:
    names = {number: [253, *fields] for number, fields in FIELDS.items()}
    ran = subprocess.run(  # noqa: S603 - a Python that was named by whoever runs this
        [python, "-c", THEIRS, str(file), str(A_TURN_SECONDS), json.dumps(names)],
        check=True,
        capture_output=True,
        text=True,
    )
    took, count, rows = json.loads(ran.stdout)
    return took, count, rows


def measure(name: str, raw: bytes, options: argparse.Namespace) -> None:
    """Let all ways run in turns, so that whatever else the machine does slows down each of them."""
    decoded = handed_on = theirs = float("inf")
    count, rows = 0, dict[str, Any]()
    with tempfile.NamedTemporaryFile(suffix=".fit") as file:
        file.write(raw)
        file.flush()
        for _ in range(options.times):
            decoded = min(decoded, seconds(lambda: ours(raw)))
            handed_on = min(handed_on, seconds(lambda: to_values(raw)))
            if options.beside:
                took, count, rows = beside(options.beside, Path(file.name))
                theirs = min(theirs, took)
    if not options.beside:
        print(f"{name:38}{1e3 * decoded:9.2f}{1e3 * handed_on:9.2f}")
        return
    _, mine = decode(raw, FitDecoder(FIELDS, TURNS))
    same = {str(number): all_ for number, all_ in mine.items()} == rows
    values = sum(map(len, (row for all_ in mine.values() for row in all_)))
    print(
        f"{name:38}{1e3 * decoded:9.2f}{1e3 * handed_on:9.2f}{1e3 * theirs:10.1f}"
        f"{theirs / decoded:8.0f} x{theirs / handed_on:8.0f} x"
        f"{count / decoded / 1e3:9.0f} k{values:9} {'same' if same else 'NOT THE SAME'}"
    )


def main() -> None:
    """Print a line for each file."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--beside", default="", help="a Python that has fitdecode")
    asked.add_argument("--times", type=int, default=5)
    asked.add_argument("files", nargs="*", type=Path)
    options = asked.parse_args()
    print(f"asked: at least {AT_LEAST:.0f} x fitdecode; Python {sys.version.split()[0]}")
    print(
        f"{'ms of the processor':38}{'decoded':>9}{'read':>9}{'fitdecode':>10}"
        f"{'decoded':>10}{'read':>10}{'messages/s':>11}{'values':>9}"
    )
    measure("activity, 20,000 moments", an_activity(), options)
    measure("the same, a beat interval after each", an_activity(beat_intervals=True), options)
    measure("monitoring, 20,000 minutes", weeks_of_monitoring(), options)
    for file in options.files:
        measure(file.name, file.read_bytes(), options)


if __name__ == "__main__":
    main()
