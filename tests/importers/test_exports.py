"""The list of readers: what each is called, where its page is, and which one reads an export."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from steadystep.importers import exports
from steadystep.importers.export import ExportChoices
from steadystep.importers.exports import EXPORT_READERS, find_export_reader, read_export
from steadystep.importers.gather import Gathering
from steadystep.importers.opening import look_at
from steadystep.importers.reading import CannotRead

if TYPE_CHECKING:
    from steadystep.importers.export import ExportReader, Into, Look, Progress

PAGES = Path(__file__).parents[2] / "docs" / "people" / "exports"
TODAY = date(2026, 3, 9)


class Leaves:
    """A reader of exports that begin with "leaves", or with another word."""

    page = "leaves"

    def __init__(self, name: str = "Leaves") -> None:
        self.name = name
        self.choices: ExportChoices | None = None

    def recognises(self, look: Look) -> bool:
        begins = self.name.lower().encode()
        return any(look.head(member, len(begins)) == begins for member in look.members)

    def read(
        self,
        look: Look,
        into: Into,
        *,
        choices: ExportChoices,
        today: date,
        progress: Progress | None = None,
    ) -> None:
        self.choices = choices
        into.left_out(f"leaves of {today}", len(look.members))
        if progress:
            progress(look.size)


def test_readers_stand_in_the_order_in_which_they_are_asked() -> None:
    assert [reader.name for reader in EXPORT_READERS][:3] == [
        "Apple Health",
        "Health Connect",
        "Fitbit",
    ]
    assert len({reader.name for reader in EXPORT_READERS}) == len(EXPORT_READERS)


@pytest.mark.parametrize("reader", EXPORT_READERS, ids=lambda reader: reader.name)
def test_every_reader_has_a_page_that_says_how_to_get_the_export(reader: ExportReader) -> None:
    assert (PAGES / f"{reader.page}.md").exists()


def test_an_export_is_read_by_the_first_that_knows_it_and_what_was_not_opened_is_told(
    tmp_path: Path,
) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.txt", "leaves")
        archive.writestr("../b.txt", "leaves")
    reader, told = Leaves(), list[int]()
    with look_at([tmp_path / "a.zip"]) as look, Gathering() as into:
        used = read_export(
            look, into, today=TODAY, progress=told.append, readers=[reader, Leaves()]
        )
        found = into.found()
    assert used is reader
    assert reader.choices == ExportChoices()
    assert found.left_out == {"leaves of 2026-03-09": 1}
    assert [trouble.where for trouble in found.troubles] == ["../b.txt"]
    assert told == [6]


def test_another_export_beside_it_is_told_unless_it_is_read_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leaves, stones, moss = readers = (Leaves(), Leaves("Stones"), Leaves("Moss"))
    monkeypatch.setattr(exports, "EXPORT_READERS", readers)
    monkeypatch.setattr(exports, "_READ_WITH", {leaves: stones})
    for word in ("leaves", "stones", "moss"):
        (tmp_path / word).write_text(word)

    def told(*names: str) -> list[str]:
        with look_at([tmp_path / name for name in names]) as look, Gathering() as into:
            read_export(look, into, today=TODAY, readers=readers)
            return list(map(str, into.found().assumed))

    too = "It holds an export of Moss too. That stays out: bring it by itself."
    assert told("leaves", "stones", "moss") == [too]
    assert told("stones", "moss") == [too]
    assert told("moss") == []
    assert moss.choices is not None


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"a.gz": b"\x1f\x8b and more"}, "packed in a way that is not read here"),
        ({"a.7z": b"7z\xbc\xaf and more"}, "packed in a way that is not read here"),
        ({"[Content_Types].xml": b"<Types/>", "sheet1.xml": b"<x/>"}, "This is a spreadsheet."),
        ({"a.txt": b"stones", "b.gz": b"\x1f\x8b and more"}, "not known here"),
    ],
)
def test_what_is_no_export_is_told_what_it_is(
    tmp_path: Path, files: dict[str, bytes], says: str
) -> None:
    for name, raw in files.items():
        (tmp_path / name).write_bytes(raw)
    with look_at([tmp_path]) as look, pytest.raises(CannotRead, match=says):
        find_export_reader(look)


def test_one_damaged_file_hides_no_export_and_is_told(tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("a.jpg", b"a picture" * 9)
        archive.writestr("b.txt", "leaves")
    raw = made.getvalue().replace(b"PK\x03\x04", b"XXXX", 1)
    (tmp_path / "a.zip").write_bytes(raw)
    with look_at([tmp_path / "a.zip"]) as look, Gathering() as into:
        read_export(look, into, today=TODAY, readers=[Leaves()])
        (trouble,) = into.found().troubles
    assert (trouble.where, str(trouble.why)[:13]) == ("a.jpg", "It is damaged")
    (tmp_path / "a.zip").write_bytes(raw.replace(b"leaves", b"stones"))
    with look_at([tmp_path / "a.zip"]) as look, pytest.raises(CannotRead, match="It is damaged"):
        find_export_reader(look, [Leaves()])


def test_damage_that_shows_where_it_is_read_is_told_too(tmp_path: Path) -> None:
    class Whole(Leaves):
        def read(self, look: Look, into: Into, **_: object) -> None:
            into.left_out("bytes", sum(len(look.open(one).read()) for one in look.members))

    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("a.txt", "leaves" * 9_000)
    raw = made.getvalue()
    (tmp_path / "a.zip").write_bytes(raw.replace(b"leaves", b"lEaves").replace(b"lE", b"le", 8_000))
    with look_at([tmp_path / "a.zip"]) as look, Gathering() as into:
        read_export(look, into, today=TODAY, readers=[Whole()])
        found = into.found()
    assert found.left_out == {"bytes": 54_000}
    assert [trouble.where for trouble in found.troubles] == ["a.txt"]


def test_an_export_that_nobody_knows_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"stones")
    with (
        look_at([path]) as look,
        Gathering() as into,
        pytest.raises(CannotRead, match="not known here"),
    ):
        read_export(look, into, today=TODAY, choices=ExportChoices())
