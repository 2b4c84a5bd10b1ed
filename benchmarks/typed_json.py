"""How fast a day of Fitbit's heart rate is read: with msgspec, and with the standard library.

`python benchmarks/typed_json.py` invents a day (one reading every two seconds) and reads the same
bytes both ways in turns, then the whole way to the mean of each five minutes. msgspec is optional;
without it the standard library is measured alone.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from datetime import date, datetime, timedelta
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING, Final

from steadystep.importers.gather import Gathering
from steadystep.importers.takeout import beats as fitbit_beats
from steadystep.importers.takeout import typed_json as fitbit_json
from steadystep.importers.takeout.telling import Telling

if TYPE_CHECKING:
    from collections.abc import Callable

    from steadystep.importers.takeout.typed_json import Beat, Decoders

READINGS: Final = 43_200
ROUNDS: Final = 9
MEGABYTE: Final = 1_000_000
TODAY: Final = date(2026, 11, 22)


def main() -> None:
    """Measure both, and say how many times as fast the typed one is."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--readings", type=int, default=READINGS)
    asked.add_argument("--rounds", type=int, default=ROUNDS)
    options = asked.parse_args()
    raw = invented_day(options.readings)
    ways = {"the standard library": fitbit_json.plain()}
    if find_spec("msgspec"):
        ways["msgspec, typed"] = fitbit_json.typed(import_module("msgspec"))
    print(f"{options.readings:,} readings, {len(raw) / MEGABYTE:.1f} MB, best of {options.rounds}")
    steps: dict[str, Callable[[bytes, Decoders], object]] = {
        "read": _read,
        "to five minutes": _to_days,
    }
    for what, step in steps.items():
        best = dict.fromkeys(ways, float("inf"))
        for _ in range(options.rounds):
            for way, decoders in ways.items():
                began = time.process_time()
                step(raw, decoders)
                best[way] = min(best[way], time.process_time() - began)
        for way, seconds in best.items():
            print(f"{what}, {way}: {len(raw) / MEGABYTE / seconds:.0f} MB/s")
        if len(best) > 1:
            plain, typed = best.values()
            print(f"{what}: {plain / typed:.1f} times as fast")
    answers = [decoders.beats(raw) for decoders in ways.values()]
    print("the same values" if all(one == answers[0] for one in answers) else "NOT THE SAME")


def invented_day(readings: int) -> bytes:
    """Write a day as Takeout does, in UTC, for someone at +02:00."""
    chance, at = random.Random(1), datetime(2024, 5, 1, 22)  # noqa: DTZ001 - invented
    rows: list[dict[str, object]] = []
    for _ in range(readings):
        value = {"bpm": chance.randint(52, 110), "confidence": chance.randint(0, 3)}
        rows.append({"dateTime": f"{at:%m/%d/%y %H:%M:%S}", "value": value})
        at += timedelta(seconds=2)
    return json.dumps(rows, indent=2).encode()


def _read(raw: bytes, decoders: Decoders) -> list[Beat] | None:
    return decoders.beats(raw)


def _to_days(raw: bytes, decoders: Decoders) -> object:
    with Gathering() as gathering:
        telling = Telling(gathering, TODAY)
        fitbit_beats.read_beats(BytesIO(raw), "invented", telling, again=False, decoders=decoders)
        return list(gathering.rows())


if __name__ == "__main__":
    main()
