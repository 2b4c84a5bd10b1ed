"""Exports spoiled by atheris, which keeps what walks a new way through the readers.

    python -m tests.importers.exports.fuzzing_by_coverage FOLDER COUNTS -max_total_time=300

FOLDER is where inputs are kept; it begins with the invented exports of each reader. COUNTS is a
file into which the number of inputs is written as they go. The first byte of an input says which
reader has its turn, and the others are the export. What is neither a reading nor a refusal in words
ends the run with that input in a file. atheris is not among the requirements: install it beside
them, for CPython 3.11 to 3.13.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any, Final

from tests.importers.exports.garmin_readings import TODAY
from tests.importers.exports.noted import InMemory

LONGEST_SECONDS: Final = 5.0
LONGEST_SEED_BYTES: Final = 20_000
SECONDS_BETWEEN_COUNTS: Final = 5.0


def main() -> None:
    """Lay out the first inputs, then fuzz until the time is over."""
    atheris: Any = importlib.import_module("atheris")
    folder, counts, *said = sys.argv[1:]
    with atheris.instrument_imports(include=["steadystep.importers"]):
        readers = importlib.import_module("steadystep.importers.exports").EXPORT_READERS
        gathering = importlib.import_module("steadystep.importers.gather").Gathering
        reading = importlib.import_module("steadystep.importers.reading")
        export = importlib.import_module("steadystep.importers.export")
    _lay_out(Path(folder), [reader.name for reader in readers])
    given: Counter[str] = Counter()
    known: Counter[str] = Counter()
    told = [0.0]

    def one(data: bytes) -> None:
        reader = readers[data[0] % len(readers)] if data else readers[0]
        look, began = InMemory({"export": data[1:]}), time.process_time()
        given[reader.name] += 1
        with contextlib.suppress(reading.CannotRead), gathering() as into:
            if reader.recognises(look):
                known[reader.name] += 1
                reader.read(look, into, choices=export.ExportChoices(), today=TODAY)
                into.found()
                list(into.rows())
        assert time.process_time() - began < LONGEST_SECONDS
        if time.monotonic() - told[0] > SECONDS_BETWEEN_COUNTS:
            told[0] = time.monotonic()
            Path(counts).write_text(json.dumps({"given": given, "known": known}), encoding="utf-8")

    atheris.Setup([sys.argv[0], *said, folder], one)
    atheris.Fuzz()


def _lay_out(folder: Path, names: list[str]) -> None:
    """Write the invented exports that are short, each behind the number of its reader."""
    seeds = importlib.import_module("tests.importers.exports.fuzzing").exports()
    folder.mkdir(parents=True, exist_ok=True)
    for number, name in enumerate(names):
        for place, files in enumerate(seeds[name]):
            for at, raw in enumerate(files.values()):
                if len(raw) <= LONGEST_SEED_BYTES:
                    (folder / f"{number}-{place}-{at}").write_bytes(bytes([number]) + raw)


if __name__ == "__main__":
    main()
