"""Laws of reading Apple Health, for every export and for whatever is done to one."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from hypothesis import example, given
from hypothesis import strategies as st

from steadystep.core.observed import Activity, Kind, Point, Session, Stretch
from steadystep.importers.apple_health import parts
from steadystep.importers.apple_health.parts import About, Part, read_part
from steadystep.importers.export import ExportChoices
from steadystep.importers.reading import CannotRead
from tests.importers.exports.apple_health_readings import FIXTURE, TODAY, export, read
from tests.importers.exports.noted import Noted

if TYPE_CHECKING:
    from collections.abc import Iterator

ABOUT = About("export.xml", ExportChoices(), TODAY, None)
EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - the clock on the wall
MOMENTS = {
    "HeartRate": Kind.HEART_RATE,
    "RestingHeartRate": Kind.RESTING_HEART_RATE,
    "HeartRateVariabilitySDNN": Kind.HRV_SDNN,
    "BloodGlucose": Kind.GLUCOSE,
}
SPREAD = {"StepCount": Kind.STEPS, "AppleExerciseTime": Kind.ACTIVE_MINUTES}
STAGES = {
    "InBed": Kind.IN_BED,
    "AsleepCore": Kind.SLEEP_LIGHT,
    "AsleepDeep": Kind.SLEEP_DEEP,
    "AsleepREM": Kind.SLEEP_REM,
    "Awake": Kind.SLEEP_AWAKE,
}
UNITS = {
    "HeartRate": "count/min",
    "RestingHeartRate": "count/min",
    "HeartRateVariabilitySDNN": "ms",
    "BloodGlucose": "mg/dL",
    "StepCount": "count",
    "AppleExerciseTime": "min",
    "BodyMass": "kg",
}
SOURCES = {
    "Dana&#8217;s Apple\u00a0Watch": "Apple Watch",
    "iPhone de &quot;D&quot;": "iPhone",
    "Dana &gt; Apple Watch": "Apple Watch",
    "AutoSleep": "AutoSleep",
}
CHILDREN = [
    "",
    '  <MetadataEntry key="x" value="9"/>\n',
    '  <MetadataEntry key="a" value=" startDate=&quot;no&quot;"/>\n',
    '  <List>\n   <InstantaneousBeatsPerMinute bpm="80" time="9:17:20,53 AM"/>\n  </List>\n',
]


@st.composite
def spans(draw: st.DrawFn) -> tuple[str, str]:
    """Two dates as Apple writes them; now and then the clocks change in between."""
    start = draw(st.datetimes(datetime(1995, 1, 1), datetime(2026, 11, 1)))  # noqa: DTZ001
    hours = st.sampled_from([timedelta(minutes=m) for m in (-210, 0, 60, 345, 840)])
    zone = draw(hours)
    later = start + timedelta(seconds=draw(st.integers(0, 80_000)))
    its_zone = zone + draw(st.sampled_from([timedelta(0), timedelta(0), timedelta(hours=-1)]))
    later += its_zone - zone
    return _written(start, zone), _written(later, its_zone)


def _written(at: datetime, zone: timedelta) -> str:
    return f"{at.replace(tzinfo=timezone(zone)):%Y-%m-%d %H:%M:%S %z}"


@st.composite
def records(draw: st.DrawFn) -> str:
    name = draw(st.sampled_from([*UNITS, *UNITS, "SleepAnalysis", "MindfulSession"]))
    start, end = draw(spans())
    value: str | None = str(draw(st.sampled_from([24, 60, 72, 99.5, 120])))
    if name == "SleepAnalysis":
        value = f"HKCategoryValueSleepAnalysis{draw(st.sampled_from(list(STAGES)))}"
    elif name == "MindfulSession":
        value = draw(st.sampled_from([None, "HKCategoryValueNotApplicable"]))
    of = "Quantity" if name in UNITS else "Category"
    told: dict[str, str | None] = {
        "type": f"HK{of}TypeIdentifier{name}",
        "sourceName": draw(st.sampled_from(list(SOURCES))),
        "sourceVersion": draw(st.sampled_from([None, "9.4.1"])),
        "device": draw(st.sampled_from([None, "&lt;&lt;HKDevice: 0x1&gt;, name:x, model:y&gt;"])),
        "unit": UNITS.get(name),
        "creationDate": draw(st.sampled_from([None, start, end])),
        "startDate": start,
        "endDate": end,
        "value": value,
    }
    names = list(told)
    if draw(st.booleans()):
        names = draw(st.permutations(names))
    quote = draw(st.sampled_from('""""\''))
    between = draw(st.sampled_from([" ", " ", "\n  "]))
    told_in = between.join(f"{each}={quote}{told[each]}{quote}" for each in names if told[each])
    inside = draw(st.sampled_from(CHILDREN))
    end_of = f">\n{inside} </Record>\n" if inside else draw(st.sampled_from(["/>\n", " />"]))
    return f" <Record{between}{told_in}{end_of}"


@st.composite
def workouts(draw: st.DrawFn) -> str:
    start, end = draw(spans())
    heart, steps = draw(st.sampled_from(["", "96"])), draw(st.sampled_from(["", "310"]))
    statistic = '  <WorkoutStatistics type="HKQuantityTypeIdentifier'
    return (
        f' <Workout workoutActivityType="HKWorkoutActivityTypeWalking" sourceName="Strava"'
        f' startDate="{start}" endDate="{end}">\n'
        + (f'{statistic}HeartRate" average="{heart}" unit="count/min"/>\n' if heart else "")
        + (f'{statistic}StepCount" sum="{steps}" unit="count"/>\n' if steps else "")
        + " </Workout>\n"
    )


GROUPS = st.lists(records(), max_size=3).map(
    lambda inside: f' <Correlation type="Food">\n{"".join(inside)} </Correlation>\n'
)
ELEMENTS = st.lists(
    records()
    | records()
    | workouts()
    | GROUPS
    | st.just(' <Correlation type="Food"/>\n')
    | st.just(' <ActivitySummary dateComponents="2024-05-01" appleExerciseTime="9"/>\n'),
    max_size=8,
)
EXPORTS = ELEMENTS.map(lambda elements: export(*(each.encode() for each in elements)))


def by_a_parser(raw: bytes) -> Iterator[tuple[Any, ...]]:
    """Read the same with the standard library's parser, element by element."""
    root = ET.fromstring(raw[raw.index(b"<HealthData") :])  # noqa: S314 - made here
    for found in root:
        told = found.attrib
        if found.tag == "Workout":
            numbers = {each.get("type"): each for each in found.iter("WorkoutStatistics")}
            heart = numbers.get("HKQuantityTypeIdentifierHeartRate")
            steps = numbers.get("HKQuantityTypeIdentifierStepCount")
            yield (
                Activity.WALK,
                "Strava",
                *_when(told),
                None if heart is None else int(heart.attrib["average"]) * 10,
                None if steps is None else int(steps.attrib["sum"]),
            )
        elif found.tag == "ActivitySummary":
            yield (Kind.ACTIVE_MINUTES, "Apple Health", date(2024, 5, 1).toordinal(), 90, True)
        elif found.tag == "Record":
            yield from _by_a_parser(told)


def _by_a_parser(told: dict[str, str]) -> Iterator[tuple[Any, ...]]:
    name = told["type"].partition("Identifier")[2]
    source = next(SOURCES[each] for each in SOURCES if _same(each, told["sourceName"]))
    at, until, offset = _when(told)
    if name in MOMENTS:
        yield MOMENTS[name], source, at, offset, round(float(told["value"]) * 10)
    elif name in SPREAD:
        yield SPREAD[name], source, at, until, offset, round(float(told["value"]) * 10)
    elif name == "MindfulSession":
        yield Activity.BREATH, source, at, until, offset, None, None
    elif name == "SleepAnalysis":
        stage = STAGES[told["value"].removeprefix("HKCategoryValueSleepAnalysis")]
        yield stage, source, at, until, offset, round((until - at) / 6)


def _same(written: str, name: str) -> bool:
    return ET.fromstring(f'<a n="{written}"/>').get("n") == name  # noqa: S314 - made here


def _when(told: dict[str, str]) -> tuple[int, int, int]:
    start, end = (
        datetime.strptime(told[each], "%Y-%m-%d %H:%M:%S %z") for each in ("startDate", "endDate")
    )
    offset = start.utcoffset()
    assert offset is not None
    at = (start.replace(tzinfo=None) - EPOCH) // timedelta(seconds=1)
    return at, at + round((end - start).total_seconds()), offset // timedelta(seconds=1)


def by_us(noted: Noted) -> list[tuple[Any, ...]]:
    """What was handed on, with the names of sources in place of their numbers."""
    told = []
    for seen in noted.seen:
        source = noted.sources[seen.source].name
        if isinstance(seen, Session):
            told.append((seen.activity, source, *seen[2:]))
        else:
            told.append((seen.kind, source, *seen[2:]))
    return told


def in_parts(raw: bytes, *cuts: int) -> Noted:
    """Read a file in several parts, one after the other."""
    noted = Noted()
    edges = [0, *sorted(cuts)]
    for first, end in zip(edges, [*edges[1:], None], strict=True):
        read_part(io.BytesIO(raw), Part(first, end), ABOUT, noted, lambda _: None)
    return noted


def everything(noted: Noted) -> tuple[object, ...]:
    """All that was handed on, in an order of its own."""
    return sorted(map(repr, by_us(noted))), sorted(noted.troubles), noted.without


@given(EXPORTS)
def test_an_export_reads_as_a_parser_reads_it(raw: bytes) -> None:
    noted = in_parts(raw)

    assert sorted(map(repr, by_us(noted))) == sorted(map(repr, by_a_parser(raw)))
    assert not noted.troubles


@given(
    st.one_of(EXPORTS, EXPORTS, st.just(FIXTURE.read_bytes())),
    st.lists(st.integers(0, 4_000), max_size=3),
    st.integers(40, 900),
)
def test_parts_and_chunks_change_nothing(raw: bytes, cuts: list[int], chunk: int) -> None:
    at_once = in_parts(raw)

    with patch.object(parts, "READ_BYTES", chunk), patch.object(parts, "LONGEST_ELEMENT", 4_000):
        assert everything(in_parts(raw, *cuts)) == everything(at_once)


PIECES = st.sampled_from(
    b"<Record |<Workout |<Correlation a='1'>|</Correlation>|<ActivitySummary |</HealthData>|<!--"
    b'|"|\'|<|>|/>|=|\n|\x0b|\0|\xff\xfe|&x;|&#0;|nan|1e9|-9999|0000-00-00 |value="'.split(b"|")
)


@st.composite
def scratched(draw: st.DrawFn) -> bytes:
    """An export with some bytes put in, taken out, or cut off at the end."""
    raw = draw(st.one_of(EXPORTS, st.just(FIXTURE.read_bytes())))
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(raw)))
        end = min(len(raw), start + draw(st.sampled_from([0, 0, 1, 2, 20, 400])))
        raw = raw[:start] + draw(PIECES | st.binary(max_size=6)) + raw[end:]
    return raw[: draw(st.integers(0, len(raw)))] if draw(st.booleans()) else raw


@given(scratched() | st.binary(max_size=300))
@example(b"<HealthData")
@example(b"<HealthData><Record")
@example(b"<HealthData><Record ")
@example(b"<HealthData><Workout ><Workout ")
def test_whatever_the_bytes_are_the_answer_is_in_words(raw: bytes) -> None:
    try:
        noted = read(raw)
    except CannotRead:
        return
    for seen in noted.seen:
        if isinstance(seen, Point):
            assert 631_152_000 <= seen.at < 1_800_000_000
        elif isinstance(seen, Stretch | Session):
            assert 0 <= seen.end - seen.start <= 25 * 3_600
        if not isinstance(seen, Session):
            assert seen.tenths >= 0
    assert all(trouble.startswith("export.xml, byte ") for trouble in noted.troubles)


@given(scratched(), st.lists(st.integers(0, 4_000), max_size=2), st.integers(40, 900))
@example(b"<HealthData>" + b" " * 40 + b"<Record<Record " + b" " * 40, [], 40)
def test_a_scratch_reads_the_same_in_parts_and_chunks(
    raw: bytes, cuts: list[int], chunk: int
) -> None:
    at_once = in_parts(raw)

    with patch.object(parts, "READ_BYTES", chunk):
        assert everything(in_parts(raw, *cuts)) == everything(at_once)


@given(ELEMENTS, st.integers(0, 12), PIECES | st.binary(max_size=12))
def test_a_scratched_record_takes_no_other_record_with_it(
    elements: list[str], place: int, scratch: bytes
) -> None:
    # A record alone, and then the same beside one that is damaged in its tag.
    good = [each.encode() for each in elements if each.startswith(" <Record")]
    bad = b' <Record type="HKQuantityTypeIdentifierHeartRate" sourceName="x' + scratch.replace(
        b"<Correlation", b"<"
    ).replace(b"<Record", b"<").replace(b"<Workout", b"<").replace(b"<Act", b"<")
    damaged = [*good[:place], bad + b"\n", *good[place:]]

    alone = by_us(in_parts(export(*good)))
    beside = by_us(in_parts(export(*damaged)))

    assert set(map(repr, alone)) <= set(map(repr, beside))
