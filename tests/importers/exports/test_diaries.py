"""Diaries and meters: each export reads as it is written down, and no name comes with it."""

from __future__ import annotations

import zipfile
from contextlib import suppress
from io import BytesIO, UnsupportedOperation
from typing import TYPE_CHECKING

import pytest

from steadystep.core.observed import Daily, Kind, Point
from steadystep.importers import libreview, nightscout, visible, visible_export
from steadystep.importers.export import ExportChoices, Member
from steadystep.importers.gather import Gathering
from steadystep.importers.opening import look_at
from steadystep.importers.parts import Part, read_parts
from steadystep.importers.reading import CannotRead, Sentence
from tests.importers.exports.diary_readings import (
    READERS,
    READINGS,
    files_in,
    read_as,
    told,
)
from tests.importers.exports.garmin_readings import FIXTURES, TODAY
from tests.importers.exports.noted import InMemory, Noted

if TYPE_CHECKING:
    from pathlib import Path
    from typing import IO

READABLE = [name for name in READINGS if name != "flaredown/research"]


@pytest.mark.parametrize("reading", READINGS)
def test_an_invented_export_reads_as_it_is_written_down(reading: str) -> None:
    expected = (FIXTURES / f"{reading}.expected.txt").read_text(encoding="utf-8")

    assert told(reading) == expected


@pytest.mark.parametrize("reading", READINGS)
def test_names_places_medicines_and_numbers_of_devices_end_at_the_reader(reading: str) -> None:
    words = told(reading).casefold()

    for secret in (
        "dana", "cohen", "noa", "herzl", "amitriptyline", "zofran", "pain cream", "coffee",
        "cried", "walk", "family", "1985", "serial-", "8xk2", "xdrip", "5d468e9", "iphone", "bread",
    ):  # fmt: skip
        assert secret not in words


@pytest.mark.parametrize("reading", READINGS)
def test_an_export_is_known_by_its_own_reader_alone(reading: str) -> None:
    look = InMemory({str(at): raw for at, raw in enumerate(files_in(reading).values())})
    knowing = [app for app, reader in READERS.items() if reader.recognises(look)]

    assert knowing == [reading.partition("/")[0]]


@pytest.mark.parametrize("app", READERS)
def test_other_things_are_not_known(app: str) -> None:
    for raw in (b"", b"date,pain\n2026-01-01,3\n", b"[1]", b"\0\0\0", b'{"sgv": 1}', b"\xff\xfea"):
        assert not READERS[app].recognises(InMemory({"x": raw}))
    assert not READERS[app].recognises(InMemory({}))


@pytest.mark.parametrize("reading", READABLE)
def test_progress_adds_up_to_the_size_of_the_export(reading: str) -> None:
    look = InMemory(files_in(reading) | {"z.txt": b"something else"})
    steps: list[int] = []
    reader, (_, choices) = READERS[reading.partition("/")[0]], READINGS[reading]
    noted = Noted()
    reader.read(look, noted, choices=choices, today=TODAY, progress=steps.append)

    assert sum(steps) == look.size
    assert noted.without["files with other things"] == 1


@pytest.mark.parametrize("reading", READABLE)
def test_an_export_in_a_zip_reads_like_the_file_itself(reading: str, tmp_path: Path) -> None:
    archive = tmp_path / "export.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, raw in files_in(reading).items():
            packed.writestr(name, raw)
    reader, (_, choices) = READERS[reading.partition("/")[0]], READINGS[reading]
    alone, noted = Noted(), Noted()
    reader.read(InMemory(files_in(reading)), alone, choices=choices, today=TODAY)
    with look_at([archive]) as look:
        assert reader.recognises(look)
        reader.read(look, noted, choices=choices, today=TODAY)

    assert noted == alone


@pytest.mark.parametrize("reading", READABLE)
def test_all_that_is_read_becomes_days(reading: str) -> None:
    reader, (_, choices) = READERS[reading.partition("/")[0]], READINGS[reading]
    into = Gathering()
    reader.read(InMemory(files_in(reading)), into, choices=choices, today=TODAY)

    assert list(into.rows())
    assert not into.found().beyond


@pytest.mark.parametrize("app", [app for app in READERS if app != "nightscout"])
def test_a_header_of_a_million_columns_has_a_plain_answer(app: str) -> None:
    (head,) = next(files_in(name) for name in READINGS if name.startswith(app)).values()
    lines = head.splitlines(keepends=True)
    place = max(range(len(lines)), key=lambda at: lines[at].count(b","))
    lines[place] = lines[place].rstrip() + b"," * 1_000_000 + b"\n"

    if place:  # above it stands a name
        assert read_as(app, {"x": b"".join(lines)}).seen
        return
    with pytest.raises(CannotRead, match="first line is far too long"):
        read_as(app, {"x": b"".join(lines)})


@pytest.mark.parametrize("app", [app for app in READERS if app != "nightscout"])
def test_a_row_of_a_million_cells_is_told_and_the_others_are_read(app: str) -> None:
    reading = next(name for name in READABLE if name.startswith(app))
    (raw,) = files_in(reading).values()
    _, choices = READINGS[reading]
    noted, longer = read_as(app, {"x": raw}, choices), raw.rstrip() + b"\n" + b"," * 1_100_000
    more = read_as(app, {"x": longer}, choices)

    assert more.seen == noted.seen
    assert "The line is far too long" in more.troubles[-1]


def test_several_files_are_read_and_one_that_cannot_be_is_told() -> None:
    good = files_in("libreview/german")["deutsch.csv"]
    empty = b"Device,Device Timestamp,Record Type,Historic Glucose mg/dL\n"
    noted = read_as("libreview", {"a": good, "b": empty, "c": good.replace(b"101", b"1010000")})

    assert len(noted.seen) == 5
    assert noted.troubles[0].startswith("file 2: The export holds no glucose values.")
    assert noted.troubles[1].startswith("file 3, line 3: “1010000” cannot be")


def test_an_empty_line_between_rows_is_no_row() -> None:
    good = files_in("libreview/german")["deutsch.csv"]
    lines = good.splitlines(keepends=True)
    parted = b"".join([*lines[:4], b"\r\n", *lines[4:]])

    assert read_as("libreview", {"a": parted}).seen == read_as("libreview", {"a": good}).seen


def test_a_file_goes_back_to_its_beginning_and_nowhere_else() -> None:
    def read(part: Part) -> None:
        assert [part.file.read(2), part.file.seek(0), part.file.read()] == [b"ab", 0, b"abc"]
        with pytest.raises(UnsupportedOperation):
            part.file.seek(70_000)

    look = InMemory({"x": b"abc"})
    read_parts(look, Noted(), reader_of=lambda _: read, progress=None)


def test_when_no_file_can_be_read_the_last_answer_is_the_answer() -> None:
    empty = b"Device,Device Timestamp,Record Type,Historic Glucose mg/dL\n"
    with pytest.raises(CannotRead, match="no glucose values"):
        read_as("libreview", {"a": empty, "b": empty})


def test_a_choice_is_asked_for_also_where_another_file_needs_none() -> None:
    good = files_in("libreview/german")["deutsch.csv"]
    unclear = (
        b"Device,Device Timestamp,Record Type,Historic Glucose mg/dL\nF,01-02-2026 10:00,0,90\n"
    )
    with pytest.raises(CannotRead) as refusal:
        read_as("libreview", {"a": good, "b": unclear})

    assert refusal.value.flag == "--dates"


def test_one_broken_letter_makes_no_other_encoding_of_an_export() -> None:
    (raw,) = files_in("daylio/export").values()
    hebrew = raw.replace(b"Flare-up", "התלקחות".encode()).replace(b"family", b"famil\xff")
    noted = read_as("daylio", {"x": hebrew})

    assert noted.seen == read_as("daylio", {"x": raw}).seen


class Damaged(InMemory):
    """An export in which one file cannot be looked at."""

    def head(self, member: Member, length: int = 4096) -> bytes:
        if member.name == "damaged":
            raise CannotRead(Sentence("The file is damaged."))
        return super().head(member, length)

    def open(self, member: Member) -> IO[bytes]:
        if member.name == "breaks":
            raise CannotRead(Sentence("The file is damaged."))
        return BytesIO(self.files[member.name])


def test_a_damaged_file_beside_a_good_one_is_told_or_left_out() -> None:
    good = files_in("libreview/german")["deutsch.csv"]
    look, noted = Damaged({"a": good, "breaks": good, "damaged": good}), Noted()
    assert libreview.recognises(look)
    libreview.read(look, noted, choices=ExportChoices(), today=TODAY)

    assert len(noted.seen) == 3
    assert noted.troubles == ["file 2: The file is damaged."]
    assert noted.without["files with other things"] == 1


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "utf-8-sig"])
def test_an_export_is_read_in_any_encoding(encoding: str) -> None:
    text = files_in("libreview/spanish")["espanol.csv"].decode()
    noted = read_as("libreview", {"x": text.encode(encoding)})

    assert libreview.recognises(InMemory({"x": text.encode(encoding)}))
    assert [seen.tenths for seen in noted.seen if isinstance(seen, Point)] == [1480, 1510]


@pytest.mark.parametrize("reading", READABLE)
def test_an_export_cut_anywhere_is_read_as_far_as_it_goes(reading: str) -> None:
    app = reading.partition("/")[0]
    _, choices = READINGS[reading]
    files = files_in(reading)
    name = min(files)
    whole = read_as(app, files, choices).seen
    for tenth in range(1, 10):
        cut = files | {name: files[name][: len(files[name]) * tenth // 10]}
        noted = Noted()
        with suppress(CannotRead):
            READERS[app].read(InMemory(cut), noted, choices=choices, today=TODAY)
        if app not in ("bearable", "daylio"):  # there a scale is found out from all answers
            assert set(noted.seen[:-1]) <= set(whole)


# Visible -----------------------------------------------------------------------------------------

VISIBLE = "observation_date,tracker_name,tracker_category,observation_value\n"


def visible_rows(*rows: str) -> dict[str, bytes]:
    return {"x": (VISIBLE + "\n".join(rows) + "\n").encode()}


def test_of_visible_all_that_replay_knows_becomes_days() -> None:
    noted = read_as(
        "visible",
        visible_rows(
            "2024-05-01,Fatigue,General,3",
            "2024-05-01,HRV,Measurement,49.5",
            "2024-05-01,Crash,Experience,0",
            "2024-05-02,Crash,Experience,1",
            "1985-05-02,Crash,Experience,1",
            "2026-11-23,Fatigue,General,1",
            "2026-11-24,Fatigue,General,1",
        ),
    )

    assert [seen[0] for seen in noted.seen] == [
        Kind.FATIGUE, Kind.HRV_RMSSD, Kind.CRASH, Kind.FATIGUE,
    ]  # fmt: skip
    assert [seen.tenths for seen in noted.seen if isinstance(seen, Daily)] == [100, 495, 10, 33]
    assert noted.troubles[0].startswith("1985-05-02: 1985-05-02 is before 1990")
    assert noted.troubles[1].startswith("line 8: 2026-11-24 is still to come.")


def test_a_load_would_be_left_out_and_not_be_taken_for_a_crash(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from dataclasses import replace  # noqa: PLC0415 - here alone

    from steadystep.core.observations import LoadMeasured, Unit  # noqa: PLC0415

    read = visible.read
    monkeypatch.setattr(
        visible,
        "read",
        lambda *args, **more: replace(
            read(*args, **more), observations=iter([LoadMeasured(TODAY, 10, Unit.STEPS)])
        ),
    )
    noted = Noted()
    look = InMemory(visible_rows("2024-05-01,Fatigue,General,3"))
    visible_export.read(look, noted, choices=ExportChoices(), today=TODAY)

    assert (noted.seen, noted.without) == ([], {"movement": 1})


def test_nightscout_treatments_alone_are_no_export_of_it() -> None:
    treatments = {"x": files_in("nightscout/site")["treatments.json"]}

    assert not nightscout.recognises(InMemory(treatments))
    noted = read_as("nightscout", treatments)
    assert (noted.seen, noted.without) == ([], {"treatments": 2})
