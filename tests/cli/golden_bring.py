"""What `bring --json` tells a program, call by call: a contract that is kept in a file.

python -m tests.cli.golden_bring     write it anew, where a change was meant
"""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.cli.at_home import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

GOLDEN = Path(__file__).parent / "golden" / "bring.jsonl"
# Invented: two sources that disagree, a walk, something of no use, and a row without a time.
APPLE = """<?xml version="1.0" encoding="UTF-8"?>
<HealthData locale="en_US">
 <Record type="HKQuantityTypeIdentifierStepCount" sourceName="iPhone" unit="count"
  startDate="2026-05-01 10:00:00 +0300" endDate="2026-05-01 10:40:00 +0300" value="3100"/>
 <Record type="HKQuantityTypeIdentifierStepCount" sourceName="Apple Watch" unit="count"
  startDate="2026-05-01 10:00:00 +0300" endDate="2026-05-01 11:00:00 +0300" value="4400"/>
 <Record type="HKQuantityTypeIdentifierStepCount" sourceName="iPhone" unit="count"
  startDate="2026-05-02 10:00:00 +0300" endDate="2026-05-02 10:40:00 +0300" value="2000"/>
 <Record type="HKQuantityTypeIdentifierRestingHeartRate" sourceName="Apple Watch" unit="count/min"
  startDate="2026-05-01 10:00:00 +0300" endDate="2026-05-01 10:00:00 +0300" value="61.5"/>
 <Record type="HKQuantityTypeIdentifierHeight" sourceName="iPhone" unit="cm"
  startDate="2026-05-01 10:00:00 +0300" endDate="2026-05-01 10:00:00 +0300" value="170"/>
 <Record type="HKQuantityTypeIdentifierStepCount" sourceName="iPhone" unit="count"
  startDate="soon" endDate="2026-05-02 10:40:00 +0300" value="7"/>
 <Record type="HKQuantityTypeIdentifierHeartRate" sourceName="Apple Watch" unit="count/min"
  startDate="2026-05-01 10:00:00 +0300" endDate="2026-05-01 10:00:00 +0300" value="900"/>
 <Workout workoutActivityType="HKWorkoutActivityTypeWalking" duration="6" durationUnit="min"
  sourceName="Apple Watch" startDate="2026-05-02 10:00:00 +0300"
  endDate="2026-05-02 10:06:00 +0300"/>
</HealthData>
"""
METER = (
    "Device,Serial Number,Device Timestamp,Record Type,Historic Glucose,Scan Glucose\n"
    "FreeStyle LibreLink,X,2026-04-14 21:00,0,5.6,\n"
)
# One after the other, in one record.
CALLS = (
    "bring apple.xml nowhere meter.csv",
    "bring apple.xml --yes",
    "bring meter.csv --glucose mmol/L --yes",
    "bring apple.xml",
    "bring --list",
    "bring --sources",
    "bring --use steps=phone",
    "bring --undo 2",
)


def lines() -> Iterator[str]:
    """What is typed, how the call ends, and what it tells; each on one line."""
    with _somewhere() as folder:
        (folder / "apple.xml").write_text(APPLE, encoding="utf-8")
        (folder / "meter.csv").write_text(METER, encoding="utf-8")
        terminal = Terminal(folder / "record")
        for call in CALLS:
            answer = terminal(f"{call} --json")
            told = {"typed": call, "exit": answer.exit_code, "told": json.loads(answer.stdout)}
            yield json.dumps(told, ensure_ascii=False) + "\n"


@contextmanager
def _somewhere() -> Iterator[Path]:
    """A folder to be in: paths are told as they were typed."""
    before = Path.cwd()
    with TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            yield Path(folder)
        finally:
            os.chdir(before)


if __name__ == "__main__":
    GOLDEN.parent.mkdir(exist_ok=True)
    GOLDEN.write_text("".join(lines()), encoding="utf-8")
