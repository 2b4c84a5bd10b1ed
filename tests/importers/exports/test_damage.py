"""Damage of every kind, for every reader: it costs what it hit, it is told, and nothing else.

The exports are the invented ones of each reader, opened from the disk as a door does it.
"""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from steadystep.importers.export import ExportChoices
from steadystep.importers.exports import EXPORT_READERS, read_export
from steadystep.importers.opening import look_at
from steadystep.importers.reading import CannotRead
from tests.importers.exports.fuzzing import exports
from tests.importers.exports.garmin_readings import TODAY
from tests.importers.exports.noted import Noted

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from steadystep.importers.export import ExportReader

SEEDS = exports()
NAMES = list(SEEDS)
TEXTS = [name for name in NAMES if name not in {"Health Connect", "FIT"}]
# What has to be said for an export to be read.
CHOICES = {"Flaredown": ExportChoices(dates="mdy", person="71")}
# What is no text, whatever lies beside it.
BINARY = (b"PK", b"\x0c", b"\x0e", b"SQLite")


def zipped(files: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, raw in files.items():
            packed.writestr(name, raw)
    return made.getvalue()


def read_at(path: Path, name: str) -> tuple[ExportReader, Noted]:
    noted = Noted()
    with look_at([path]) as look:
        return read_export(look, noted, today=TODAY, choices=CHOICES.get(name)), noted


def all_seen(noted: Noted) -> Counter[str]:
    """What was seen, with the names of sources in place of their numbers."""
    return Counter(
        f"{type(seen).__name__} {noted.sources[seen.source]} {seen._replace(source=0)}"
        for seen in noted.seen
    )


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("beside", ["aaa.jpg", "zzz.xml", "mmm.zip"])
def test_a_damaged_file_beside_an_export_is_told_and_costs_nothing(
    name: str, beside: str, tmp_path: Path
) -> None:
    files = {**SEEDS[name][0], beside: b"a picture" * 300}
    raw = bytearray(zipped(files))
    # Thirty bytes before its name stands where it begins.
    begins = raw.index(beside.encode()) - 30
    raw[begins : begins + 4] = b"XXXX"
    damaged, whole = tmp_path / "damaged.zip", tmp_path / "whole.zip"
    damaged.write_bytes(raw)
    whole.write_bytes(zipped(files))
    reader, noted = read_at(damaged, name)
    its_reader, undamaged = read_at(whole, name)

    assert reader is its_reader
    assert reader.name == name
    assert all_seen(noted) == all_seen(undamaged)
    assert any(trouble.startswith(f"{beside}: It is damaged") for trouble in noted.troubles)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("percent", [10, 50, 90])
def test_an_export_damaged_inside_its_zip_is_read_up_to_there_or_answered(
    name: str, percent: int, tmp_path: Path
) -> None:
    files = SEEDS[name][0]
    largest = max(files, key=lambda each: len(files[each]))
    raw = bytearray(zipped(files))
    begins = raw.index(largest.encode()) + len(largest)
    ends = raw.index(b"PK", begins + 4)
    raw[begins + (ends - begins) * percent // 100] ^= 0xFF
    path = tmp_path / "export.zip"
    path.write_bytes(raw)
    try:
        reader, noted = read_at(path, name)
    except CannotRead as why:
        assert str(why).endswith((".", "?"))  # noqa: PT017 - either is right
        assert len(files) == 1 or name in {"FIT", "Nightscout"}
    else:
        assert reader.name == name
        assert "It is damaged" in "".join(noted.troubles)


@pytest.mark.parametrize("name", NAMES)
def test_an_export_cut_at_any_sort_of_place_is_read_or_answered(name: str, tmp_path: Path) -> None:
    files = SEEDS[name][0]
    largest = max(files, key=lambda each: len(files[each]))
    raw = files[largest]
    line = raw.index(b"\n", len(raw) // 2) if b"\n" in raw[len(raw) // 2 :] else len(raw) // 2
    for at in (0, 1, 3, 16, 100, len(raw) // 3, line, line + 1, line + 5, len(raw) - 2):
        folder = tmp_path / f"cut {at}"
        folder.mkdir()
        for number, each in enumerate(files):
            short = raw[:at] if each == largest else files[each]
            (folder / f"{number} {each.rpartition('/')[2]}").write_bytes(short)
        try:
            _, noted = read_at(folder, name)
        except CannotRead as why:
            assert str(why).endswith((".", "?"))  # noqa: PT017 - either is right
        else:
            assert all(trouble.endswith((".", "?")) for trouble in noted.troubles)


@pytest.mark.parametrize("name", NAMES)
def test_zeros_behind_the_end_cost_no_row(name: str, tmp_path: Path) -> None:
    files = SEEDS[name][0]
    for folder, zeros in (("whole", b""), ("longer", b"\0" * 70_000)):
        for number, (each, raw) in enumerate(files.items()):
            path = tmp_path / folder / f"{number}" / each.rpartition("/")[2]
            path.parent.mkdir(parents=True)
            path.write_bytes(raw + zeros)
    reader, whole = read_at(tmp_path / "whole", name)
    its_reader, longer = read_at(tmp_path / "longer", name)

    assert reader is its_reader
    assert all_seen(whole) <= all_seen(longer)


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("wrong", [b"\x0b", b"\0\0\0", b"\x1c\x85", b"\xff\xfe\xff"])
def test_bytes_that_are_no_letters_between_two_rows_cost_no_row(
    name: str, wrong: bytes, tmp_path: Path
) -> None:
    files = SEEDS[name][0]
    for folder, between in (("whole", b""), ("spoiled", wrong)):
        for number, (each, raw) in enumerate(files.items()):
            path = tmp_path / folder / f"{number}" / each.rpartition("/")[2]
            path.parent.mkdir(parents=True)
            path.write_bytes(spoiled(raw, between))
    reader, whole = read_at(tmp_path / "whole", name)
    its_reader, other = read_at(tmp_path / "spoiled", name)

    assert reader is its_reader is next(one for one in EXPORT_READERS if one.name == name)
    lost = all_seen(whole) - all_seen(other)
    assert lost.total() == 0


def spoiled(raw: bytes, between: bytes) -> bytes:
    """The bytes between two rows of the second half."""
    # What holds one thing has no rows.
    if not between or raw.startswith((*BINARY, b"{")):
        return raw
    if raw.startswith(b"["):
        at = raw.rfind(b"},")
        return raw if at < 0 else raw[: at + 2] + between + raw[at + 2 :]
    at = raw.rfind(b"\n", 0, len(raw) * 9 // 10)
    return raw if at < 0 else raw[: at + 1] + between + b"\n" + raw[at + 1 :]
