"""Exports of Apple Health, held against lxml: a reader of XML that shares nothing with ours."""

from __future__ import annotations

import os
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import given, settings

from steadystep.core.observed import Kind, Point, Session, Stretch
from tests.importers.exports.apple_health_readings import FIXTURE, export, read, record
from tests.importers.exports.test_apple_health_laws import EXPORTS, in_parts

if TYPE_CHECKING:
    from tests.importers.exports.noted import Noted

etree = pytest.importorskip("lxml.etree")

REAL = (
    Path(
        os.environ.get(
            "STEADYSTEP_REAL_DIARIES", Path(__file__).parents[3].parent / "shared" / "data"
        )
    )
    / "apple_health"
)
EPOCH: Final = datetime(1970, 1, 1)  # noqa: DTZ001 - the clock on the wall
MOMENTS: Final = {
    "HKQuantityTypeIdentifierHeartRate": Kind.HEART_RATE,
    "HKQuantityTypeIdentifierRestingHeartRate": Kind.RESTING_HEART_RATE,
    "HKQuantityTypeIdentifierHeartRateVariabilitySDNN": Kind.HRV_SDNN,
    "HKQuantityTypeIdentifierBloodGlucose": Kind.GLUCOSE,
}
SPREAD: Final = {
    "HKQuantityTypeIdentifierStepCount": Kind.STEPS,
    "HKQuantityTypeIdentifierAppleExerciseTime": Kind.ACTIVE_MINUTES,
}
# What one of a unit is worth in ours, where it is not one.
WORTH: Final = {"mmol<180.1558800000541>/L": 18.01558800000541, "count/s": 60.0, "s": 1_000.0}
SLEEP: Final = "HKCategoryTypeIdentifierSleepAnalysis"
MINDFUL: Final = "HKCategoryTypeIdentifierMindfulSession"


class Target:
    """Picks what we keep out of what lxml hands on."""

    def __init__(self) -> None:
        self.told: list[tuple[Any, ...]] = []
        self.groups = 0

    def start(self, tag: str, told: dict[str, str]) -> None:
        self.groups += tag == "Correlation"
        if tag == "Workout":
            self.told.append((*moments(told)[:2], "workout"))
        elif tag == "Record" and not self.groups:
            self.told.extend(of_record(told))

    def end(self, tag: str) -> None:
        self.groups -= tag == "Correlation"

    def close(self) -> None:
        pass


def of_record(told: dict[str, str]) -> list[tuple[Any, ...]]:
    """What a record says, as far as it is of a kind that we keep."""
    kind, value = told["type"], told.get("value", "")
    if kind not in {*MOMENTS, *SPREAD, SLEEP, MINDFUL}:
        return []
    at, until, offset = moments(told)
    if kind == SLEEP:
        return [(at, until, offset, "sleep")]
    if kind == MINDFUL:
        return [(at, until, "workout")]
    worth = WORTH.get(told.get("unit", ""), 1.0)
    tenths = round(float(value) * worth * 10)
    if kind in MOMENTS:
        return [(MOMENTS[kind], at, offset, tenths)]
    return [(SPREAD[kind], at, until, offset, tenths)]


def moments(told: dict[str, str]) -> tuple[int, int, int]:
    start, end = (
        datetime.strptime(told[each], "%Y-%m-%d %H:%M:%S %z") for each in ("startDate", "endDate")
    )
    offset = start.utcoffset() or timedelta()
    at = round((start.replace(tzinfo=None) - EPOCH).total_seconds())
    return at, at + round((end - start).total_seconds()), round(offset.total_seconds())


def by_lxml(raw: bytes) -> Counter[tuple[Any, ...]]:
    target = Target()
    # Nothing that is defined is put in, and the definitions themselves may be broken.
    parser = etree.XMLParser(
        target=target, huge_tree=True, recover=True, resolve_entities=False, no_network=True
    )
    for begins in range(0, len(raw), 65_536):
        parser.feed(raw[begins : begins + 65_536])
    parser.close()
    return Counter(target.told)


def by_us(noted: Noted) -> Counter[tuple[Any, ...]]:
    told: Counter[tuple[Any, ...]] = Counter()
    for seen in noted.seen:
        if isinstance(seen, Point):
            told[seen.kind, seen.at, seen.offset, seen.tenths] += 1
        elif isinstance(seen, Session):
            told[seen.start, seen.end, "workout"] += 1
        elif isinstance(seen, Stretch) and seen.kind in SPREAD.values():
            told[seen.kind, seen.start, seen.end, seen.offset, seen.tenths] += 1
        elif isinstance(seen, Stretch):
            told[seen.start, seen.end, seen.offset, "sleep"] += 1
    return told


@settings(max_examples=60)
@given(EXPORTS)
def test_an_export_reads_as_lxml_reads_it(raw: bytes) -> None:
    assert by_us(in_parts(raw)) == by_lxml(raw)


def test_definitions_that_no_parser_can_read_change_nothing() -> None:
    whole = FIXTURE.read_bytes()
    broken = whole[whole.index(b"<!DOCTYPE") : whole.index(b"<HealthData ")]
    raw = export(*(record(start=f"2024-05-01 10:{n:02}:00 +0100") for n in range(60)))
    head = raw[: raw.index(b"<!DOCTYPE")]
    worse = head + broken + raw[raw.index(b"<HealthData ") :]

    assert by_us(read(worse)) == by_us(read(raw)) == by_lxml(raw)
    assert sum(by_lxml(raw).values()) == 60


def test_an_entity_that_points_outside_is_put_in_by_neither() -> None:
    raw = export(record(source="Dana"), record(value="&out;"), record(value="71"))
    entity = b'<!DOCTYPE HealthData [\n<!ENTITY out SYSTEM "file:///etc/hostname">\n'
    noted = read(raw.replace(b"<!DOCTYPE HealthData [\n", entity))

    assert [seen.tenths for seen in noted.seen if isinstance(seen, Point)] == [720, 710]
    assert "“&out;” cannot be HeartRate." in noted.troubles[0]


@pytest.mark.skipif(not REAL.exists(), reason="the real samples are not here")
@pytest.mark.parametrize("name", sorted(path.name for path in REAL.glob("*.xml")))
def test_a_real_export_reads_as_lxml_reads_it(name: str) -> None:
    raw = (REAL / name).read_bytes()
    noted = read(raw)
    ours, theirs = by_us(noted), by_lxml(raw)

    assert ours <= theirs
    # What we refuse, we tell; nothing else is missing.
    assert (theirs - ours).total() <= len(noted.troubles)
    assert ours
