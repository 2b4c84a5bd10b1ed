"""Exports spoiled by chance, each looked at and read the way a door does it.

    python -m tests.importers.exports.fuzzing 180
    python -m tests.importers.exports.fuzzing 180 --first 40000

Every reader takes its turn. What comes out is how many inputs each had, and whatever is not a
reading or a refusal in words: another exception, a read that takes long, or memory that grows. An
input is made of its number alone, so that what was found can be made again.
"""

from __future__ import annotations

import argparse
import io
import random
import resource
import signal
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from steadystep.importers.export import ExportChoices
from steadystep.importers.exports import EXPORT_READERS, read_export
from steadystep.importers.gather import Gathering
from steadystep.importers.opening import look_at
from steadystep.importers.reading import CannotRead
from tests.importers.exports import diary_readings, health_connect_readings, samsung_readings
from tests.importers.exports.garmin_readings import TODAY, account, files_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

# The fixtures are small: a read of one takes some milliseconds, and a busy machine some more.
LONGEST_SECONDS: Final = 2.0
HANGS_SECONDS: Final = 60
# What one read may add to the most this program ever held. A gathering alone may hold 16 MiB.
GROWTH_BYTES: Final = 48 * 1024 * 1024
# A spoiled file is no longer than this: repetitions could grow it without end.
LONGEST_BYTES: Final = 1024 * 1024
MOST_SPOILT: Final = 6
_ODD: Final = (
    b"\0", b"\x0b", b"\x1a", b"\xff\xfe", b"\xef\xbb\xbf", b"\x80", b"\n", b"\r", b'"', b"'", b"{",
    b"[" * 600, b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;", b"<", b"]]>", b",", b";", b"\t", b"NaN",
    b"Infinity", b"-1", b"1e999", b"9" * 400, b"0000-00-00", b"9999-12-31", b"1969-12-31",
    b"2024-03-31T02:30:00", b"24:00", b"null", b"true", b"\xd9\xa3", b"\xe2\x80\x8f",
)  # fmt: skip

Files = dict[str, bytes]


@dataclass
class Found:
    """What came of it.

    Attributes:
        inputs: How many inputs each reader had.
        read: How many of them were read, by whichever reader knew them.
        troubles: What is neither a reading nor a refusal.
        slowest: The longest that one took, seconds of the processor.
        most_bytes: The most memory this program held.
    """

    inputs: Counter[str] = field(default_factory=Counter)
    read: Counter[str] = field(default_factory=Counter)
    troubles: list[str] = field(default_factory=list)
    slowest: float = 0.0
    most_bytes: int = 0

    def lines(self) -> Iterator[str]:
        """What is printed."""
        for name, count in self.inputs.items():
            yield f"{name:20} {count:>8,} inputs, {self.read[name]:>8,} read"
        yield f"{'all':20} {self.inputs.total():>8,} inputs, {self.read.total():>8,} read"
        yield f"slowest {self.slowest:.3f} s of the processor; most {self.most_bytes >> 20} MiB"
        yield f"{len(self.troubles)} troubles"
        yield from self.troubles


class Hangs(BaseException):
    """A read that does not end."""


def exports() -> dict[str, list[Files]]:
    """The invented exports of each reader, by the reader's name."""
    by_folder = {
        "Apple Health": ["apple_health"],
        "Fitbit": ["fitbit", "fitbit_api", "fitbit_website"],
        "Fitabase": ["fitabase"],
        "Google Fit": ["google_fit"],
    }
    found = {name: [files_of(one) for one in folders] for name, folders in by_folder.items()}
    for reader in EXPORT_READERS:
        if reader.name not in found:
            found[reader.name] = list(_made(reader.name))
    return {reader.name: found[reader.name] for reader in EXPORT_READERS}


def fuzz(numbers: Iterator[int], until: Callable[[], bool]) -> Found:
    """Spoil exports and read them, one number after the other, for as long as `until` is false."""
    seeds, found = exports(), Found()
    names, everything = list(seeds), [one for some in seeds.values() for one in some]
    with tempfile.TemporaryDirectory() as place:
        for number in numbers:
            if until():
                break
            name, chance = names[number % len(names)], random.Random(number)
            files = spoilt(chance.choice(seeds[name]), everything, chance)
            path = laid(Path(place), files, chance)
            found.inputs[name] += 1
            _look(path, choices(chance), f"{name}, number {number}", name, found)
    found.most_bytes = _most_bytes()
    return found


def spoilt(files: Mapping[str, bytes], others: list[Files], chance: random.Random) -> Files:
    """The files of an export with some of them spoiled, left out, or taken from another one."""
    now = dict(files)
    for _ in range(chance.randint(1, 3)):
        name = chance.choice(list(now))
        if chance.random() < 0.05 and len(now) > 1:
            del now[name]
        elif chance.random() < 0.05:
            other = chance.choice(others)
            now[f"{len(now)} {Path(name).name}"] = chance.choice(list(other.values()))
        else:
            other_bytes = chance.choice(list(chance.choice(others).values()))
            now[name] = spoil(now[name], other_bytes, chance)
    return now


def spoil(raw: bytes, other: bytes, chance: random.Random) -> bytes:
    """Some bytes with a few places changed, cut out, doubled, or put in from elsewhere."""
    for _ in range(chance.randint(1, MOST_SPOILT)):
        at, width = chance.randint(0, len(raw)), chance.choice((1, 2, 4, 16, 64, 400))
        match chance.randrange(8):
            case 0 | 1:
                flipped = bytes(byte ^ 1 << chance.randrange(8) for byte in raw[at : at + 1])
                raw = raw[:at] + flipped + raw[at + 1 :]
            case 2:
                raw = raw[:at] + chance.randbytes(width) + raw[at + width :]
            case 3:
                raw = raw[:at] + raw[at + width :]
            case 4:
                raw = raw[:at] + raw[at : at + width] * chance.choice((2, 3, 50)) + raw[at:]
            case 5:
                raw = raw[:at] + chance.choice(_ODD) + raw[at:]
            case 6:
                begins = chance.randint(0, len(other))
                raw = raw[:at] + other[begins : begins + 10 * width] + raw[at:]
            case _:
                raw = raw[:at] if chance.random() < 0.3 else raw[:at] + raw[at // 2 :]
    return raw[:LONGEST_BYTES]


def laid(place: Path, files: Mapping[str, bytes], chance: random.Random) -> Path:
    """Lay an export down: as a file, as a folder, or as a zip, whole or spoiled."""
    if chance.random() < 0.35:
        path = place / "export.zip"
        path.write_bytes(_zipped(files, chance))
        return path
    if len(files) == 1:
        path = place / "export"
        path.write_bytes(*files.values())
        return path
    folder = place / f"folder {chance.randrange(1_000_000)}"
    for name, raw in files.items():
        there = folder / name
        there.parent.mkdir(parents=True, exist_ok=True)
        there.write_bytes(raw)
    return folder


def choices(chance: random.Random) -> ExportChoices:
    """What a person said, or did not say."""
    return ExportChoices(
        dates=chance.choice((None, None, "dmy", "mdy", "ymd")),
        glucose=chance.choice((None, None, "mg/dL", "mmol/L")),
        person=chance.choice((None, None, None, "71", "1503960366", "nobody")),
    )


def _look(path: Path, said: ExportChoices, where: str, name: str, found: Found) -> None:
    """Read one, as a door does, and hold it against the bounds."""
    before, began = _most_bytes(), time.process_time()
    signal.alarm(HANGS_SECONDS)
    try:
        with look_at([path]) as look, Gathering() as gathering:
            read_export(look, gathering, today=TODAY, choices=said)
            gathering.found()
            list(gathering.rows())
            gathering.sessions()
        found.read[name] += 1
    except CannotRead as why:
        if not str(why).endswith((".", "?")):
            found.troubles.append(f"{where}: no sentence: {why}")
    except (Exception, Hangs):  # noqa: BLE001 - whatever it is, it is what we look for
        found.troubles.append(f"{where}:\n{traceback.format_exc()}")
    finally:
        signal.alarm(0)
        _clear(path)
    took, grew = time.process_time() - began, _most_bytes() - before
    found.slowest = max(found.slowest, took)
    if took > LONGEST_SECONDS:
        found.troubles.append(f"{where}: took {took:.1f} s")
    # Before every reader had its turn, what grows is the program itself.
    if grew > GROWTH_BYTES and found.inputs.total() > len(EXPORT_READERS):
        found.troubles.append(f"{where}: grew by {grew >> 20} MiB")


def _made(name: str) -> Iterator[Files]:
    """Exports that are made, or put together, by the tests of their readers."""
    match name:
        case "Health Connect":
            yield {health_connect_readings.NAME: health_connect_readings.export()}
        case "Samsung Health":
            yield samsung_readings.export()
        case "Garmin":
            yield account()
        case "FIT":
            yield files_of("fit")
            yield from ({file: raw} for file, raw in files_of("fit").items())
        case _:
            apps = {reader.name: app for app, reader in diary_readings.READERS.items()}
            for reading in diary_readings.READINGS:
                if reading.partition("/")[0] == apps[name]:
                    yield diary_readings.files_in(reading)


def _zipped(files: Mapping[str, bytes], chance: random.Random) -> bytes:
    into = io.BytesIO()
    how = chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
    with zipfile.ZipFile(into, "w", how) as packed:
        for name, raw in files.items():
            packed.writestr(name, raw)
    raw = into.getvalue()
    return spoil(raw, raw, chance) if chance.random() < 0.5 else raw


def _clear(path: Path) -> None:
    if path.is_dir():
        for one in sorted(path.rglob("*"), reverse=True):
            one.rmdir() if one.is_dir() else one.unlink()
        path.rmdir()
    else:
        path.unlink()


def _most_bytes() -> int:
    """The most memory this program ever held."""
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held if sys.platform == "darwin" else held * 1024


def _end(*_: object) -> None:
    raise Hangs


def main() -> None:
    """Fuzz for some seconds and print what was found."""
    said = argparse.ArgumentParser()
    said.add_argument("seconds", type=float)
    said.add_argument("--first", type=int, default=0)
    asked = said.parse_args()
    signal.signal(signal.SIGALRM, _end)
    ends = time.monotonic() + asked.seconds
    numbers = iter(range(asked.first, sys.maxsize))
    found = fuzz(numbers, lambda: time.monotonic() > ends)
    print(*found.lines(), sep="\n")  # noqa: T201 - it measures
    sys.exit(bool(found.troubles))


if __name__ == "__main__":
    main()
