"""An export is opened with care, whatever lies there."""

from __future__ import annotations

import io
import os
import stat
import struct
import sys
import zipfile
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steadystep.importers import folders, shelf, zips
from steadystep.importers.opening import content_key, look_at
from steadystep.importers.reading import CannotRead
from tests.store.people import as_nobody

if TYPE_CHECKING:
    from collections.abc import Iterator

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="as on POSIX")


def zipped(files: dict[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of some files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", packing) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return made.getvalue()


def put(folder: Path, name: str, text: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text)
    return path


def read_all(*paths: Path) -> dict[str, bytes]:
    """All files of an export, by name."""
    with look_at(paths) as look:
        assert look.size == sum(member.size for member in look.members)
        whole = {}
        for member in look.members:
            with look.open(member) as file:
                whole[member.name] = file.read()
        return whole


def troubles(*paths: Path) -> dict[str, str]:
    """What was not opened, and why."""
    with look_at(paths) as look:
        return {where: str(why) for where, why in look.troubles}


# What lies there ------------------------------------------------------------------------------


def test_a_file_has_one_member(tmp_path: Path) -> None:
    path = put(tmp_path, "diary.csv", b"date,pain\n")
    with look_at([path]) as look:
        (member,) = look.members
        assert (member.name, member.size, look.size) == ("diary.csv", 10, 10)
        assert look.head(member, 4) == b"date"
        assert look.paths == (path,)
        with look.open(member) as file:
            file.seek(5)
            assert (file.read(), file.tell()) == (b"pain\n", 10)


def test_a_zip_and_the_folder_it_was_made_of_hold_the_same(tmp_path: Path) -> None:
    files = {"b/2.json": b"{}", "a.csv": b"x" * 100_000}
    for name, text in files.items():
        put(tmp_path / "folder", name, text)
    path = put(tmp_path, "export", zipped(files))
    assert read_all(path) == read_all(tmp_path / "folder") == files
    with look_at([path]) as look:
        assert [member.name for member in look.members] == ["a.csv", "b/2.json"]


def test_several_paths_keep_their_names_apart(tmp_path: Path) -> None:
    one = put(tmp_path, "one.zip", zipped({"a.csv": b"1"}))
    put(tmp_path / "two", "a.csv", b"2")
    three = put(tmp_path, "three.csv", b"3")
    assert read_all(one, tmp_path / "two", three) == {
        "one.zip/a.csv": b"1",
        "two/a.csv": b"2",
        "three.csv": b"3",
    }


def test_zips_inside_a_zip_are_opened_and_deeper_ones_told(tmp_path: Path) -> None:
    deepest = zipped({"c.fit": b"3"})
    inner = zipped({"b.fit": b"2", "deep.zip": deepest, "named.zip": b"no zip"})
    path = put(tmp_path, "outer.zip", zipped({"Files_0.ZIP": inner, "a.fit": b"1"}))
    assert read_all(path) == {
        "a.fit": b"1",
        "Files_0.ZIP/b.fit": b"2",
        "Files_0.ZIP/named.zip": b"no zip",
    }
    assert "too deep" in troubles(path)["Files_0.ZIP/deep.zip"]


def test_zips_in_a_folder_are_opened(tmp_path: Path) -> None:
    put(tmp_path / "all", "takeout-1.zip", zipped({"a.csv": b"1"}))
    put(tmp_path / "all", "takeout-2.zip", zipped({"a.csv": b"2"})[:-9])
    assert read_all(tmp_path / "all") == {"takeout-1.zip/a.csv": b"1"}
    assert "no whole zip" in troubles(tmp_path / "all")["takeout-2.zip"]


def test_what_a_computer_puts_into_folders_and_zips_is_no_part_of_the_export(
    tmp_path: Path,
) -> None:
    files = {"__MACOSX/._a": b"", ".DS_Store": b"", "Thumbs.db": b"", "x/": b"", "a.csv": b"1"}
    path = put(tmp_path, "export.zip", zipped(files))
    for name in ("__MACOSX/._a", ".DS_Store", "a.csv"):
        put(tmp_path / "folder", name, b"1")
    assert list(read_all(path)) == list(read_all(tmp_path / "folder")) == ["a.csv"]
    assert troubles(path) == {}


@POSIX
def test_names_in_odd_letters_are_read(tmp_path: Path) -> None:
    name = os.fsdecode(b"\xd7\xa9\xff.csv")
    put(tmp_path / "folder", name, b"1")
    put(tmp_path / "folder", "שלום.csv", b"2")
    assert sorted(read_all(tmp_path / "folder").values()) == [b"1", b"2"]
    path = put(tmp_path, "a.zip", zipped({"שלום.csv": b"2"}))
    # The mark that says UTF-8 is taken away: the name is then read as old computers did.
    odd = path.read_bytes().replace(struct.pack("<HH", 20, 0x800), struct.pack("<HH", 20, 0))
    assert list(read_all(put(tmp_path, "odd.zip", odd)).values()) == [b"2"]


# What is refused ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["../../evil.csv", "/evil.csv", "C:\\evil.csv", "a\\..\\..\\evil", "./"]
)
def test_a_name_that_points_outside_is_left_out_and_told(tmp_path: Path, name: str) -> None:
    info = zipfile.ZipInfo("x")
    info.filename = name
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(info, b"x")
        archive.writestr("good.csv", b"1")
    path = put(tmp_path, "evil.zip", made.getvalue())
    assert read_all(path) == {"good.csv": b"1"}
    if not name.endswith("/"):
        assert all("points outside" in why for why in troubles(path).values())
        assert len(troubles(path)) == 1


def test_a_file_without_a_name_is_left_out_and_told(tmp_path: Path) -> None:
    whole = zipped({"a.csv": b"1", "qqq": b"2"}).replace(b"qqq", b"\0qq")
    path = put(tmp_path, "a.zip", whole)
    assert read_all(path) == {"a.csv": b"1"}
    assert [*troubles(path)] == [""]


def test_a_link_in_a_zip_is_left_out_and_told(tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        info = zipfile.ZipInfo("link")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
        archive.writestr("a.csv", b"1")
    path = put(tmp_path, "a.zip", made.getvalue())
    assert read_all(path) == {"a.csv": b"1"}
    assert "is a link" in troubles(path)["link"]


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A folder that anybody may enter: pytest's own lie behind closed ones."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@POSIX
def test_links_pipes_and_closed_places_in_a_folder_are_left_out_and_told(
    open_to_all: Path,
) -> None:
    folder = open_to_all / "folder"
    put(folder, "a.csv", b"1")
    (folder / "link.csv").symlink_to("/etc/passwd")
    (folder / "loop").symlink_to(folder)
    os.mkfifo(folder / "pipe")
    put(folder / "closed", "b.csv", b"1")
    put(folder, "mine.csv", b"1").chmod(0)
    (folder / "closed").chmod(0)
    with as_nobody():
        told = troubles(folder)
        assert {name: why.split(".")[0] for name, why in told.items()} == {
            "link.csv": "This is a link to somewhere else",
            "loop": "This is a link to somewhere else",
            "pipe": "This is no file and no folder",
            "closed/": "This folder cannot be opened",
            "mine.csv": "“mine",
        }
        with pytest.raises(CannotRead, match="cannot be opened here"):
            look_at([folder / "mine.csv"])
        with pytest.raises(CannotRead, match="cannot be opened here"):
            content_key([folder / "mine.csv"])
        with pytest.raises(CannotRead, match="folder cannot be opened"):
            look_at([folder / "closed"])
    (folder / "closed").chmod(0o700)


def test_a_locked_zip_says_what_to_do(tmp_path: Path) -> None:
    whole = bytearray(zipped({"a.csv": b"1"}))
    whole[6] |= 1
    whole[whole.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(CannotRead, match="locked with a password"):
        look_at([put(tmp_path, "a.zip", bytes(whole))])


def test_a_packing_that_is_not_read_here_is_told(tmp_path: Path) -> None:
    path = put(tmp_path, "a.zip", zipped({"a.csv": b"1" * 99}, zipfile.ZIP_BZIP2))
    with pytest.raises(CannotRead, match="packed in a way"):
        look_at([path])


def test_a_name_that_stands_twice_is_told_and_the_later_one_read(tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("a.csv", b"1")
        archive.writestr("./a.csv", b"2")
    path = put(tmp_path, "a.zip", made.getvalue())
    assert read_all(path) == {"a.csv": b"2"}
    assert "stands twice" in troubles(path)["a.csv"]


@pytest.mark.parametrize(("size", "read"), [(5, 5), (5_000_000, 5_000)])
def test_a_member_that_says_one_size_and_unpacks_another_is_told_once(
    tmp_path: Path, size: int, read: int
) -> None:
    whole = zipped({"a.csv": b"1" * 5_000})
    at = whole.index(b"PK\x01\x02") + 24
    path = put(tmp_path, "a.zip", whole[:at] + struct.pack("<L", size) + whole[at + 4 :])
    with look_at([path]) as look:
        assert not look.is_damaged
        for _ in range(2):
            assert look.open(look.members[0]).read() == b"1" * read
        (trouble,) = look.troubles
        assert (look.is_damaged, trouble.where) == (True, "a.csv")
        assert "does not unpack to what it says" in str(trouble.why)


def alike(one: bytes, other: bytes) -> int:
    """How many bytes are the same from the beginning on."""
    return next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if len({*pair}) > 1), len(one)
    )


def damaged(text: bytes, at: int, packing: int) -> tuple[bytes, int]:
    """A zip of a file in which one byte is wrong, and how many bytes of it stand in the zip."""
    whole = bytearray(zipped({"a.csv": text}, packing))
    begins = whole.index(b"a.csv") + 5
    length = whole.index(b"PK\x01\x02") - begins
    whole[begins + length * at // 100] ^= 0xFF
    return bytes(whole), length


@pytest.mark.parametrize("at", [5, 50, 95])
def test_all_that_stands_before_a_damage_is_read_however_much_is_asked_for(
    tmp_path: Path, at: int
) -> None:
    lines = b"".join(b"%d,%d\n" % (number, number * number % 9973) for number in range(300_000))
    whole, _ = damaged(lines, at, zipfile.ZIP_DEFLATED)
    path = put(tmp_path, "a.zip", whole)
    with look_at([path]) as look:
        read = look.open(look.members[0]).read()
        with look.open(look.members[0]) as file:
            pieces = b"".join(iter(partial(file.read, 70_000), b""))
        assert [str(one.why)[:13] for one in look.troubles] == ["It is damaged"]
    # A wrong byte may unpack to some wrong letters before it shows.
    assert alike(read, lines) > len(lines) * (at - 5) // 100
    assert pieces == read


def test_a_wrong_byte_that_only_the_checksum_shows_costs_no_other(tmp_path: Path) -> None:
    lines = b"date,pain\n" * 9_000
    whole, length = damaged(lines, 50, zipfile.ZIP_STORED)
    assert length == len(lines)
    with look_at([put(tmp_path, "a.zip", whole)]) as look:
        read = look.open(look.members[0]).read()
        assert look.is_damaged
    assert len(read) == len(lines)
    assert sum(map(int.__ne__, read, lines)) == 1


def test_a_damaged_member_has_no_head_where_nothing_of_it_can_be_read(tmp_path: Path) -> None:
    whole = bytearray(zipped({"a.jpg": b"1" * 99, "b.csv": b"2" * 99}))
    whole[whole.index(b"a.jpg") + 5] = 0x07
    with look_at([put(tmp_path, "a.zip", bytes(whole))]) as look:
        assert [look.head(member, 2) for member in look.members] == [b"", b"22"]
        assert look.is_damaged


def test_a_zip_whose_beginning_is_damaged_is_known_by_its_end(tmp_path: Path) -> None:
    whole = zipped({"a.csv": b"1" * 99, "b.csv": b"2" * 99})
    path = put(tmp_path, "a.zip", b"XXXX" + whole[4:])
    assert read_all(path) == {"a.csv": b"", "b.csv": b"2" * 99}
    for end in (b"PK\x05\x06", whole[-22:], b"1" * 30, whole[-22:] + b"1"):
        path = put(tmp_path, "b", b"XXXX" + end)
        assert read_all(path) == {"b": b"XXXX" + end}


@POSIX
def test_a_file_that_is_gone_while_it_is_read_is_told(tmp_path: Path) -> None:
    put(tmp_path / "folder", "a.csv", b"1")
    path = put(tmp_path / "folder", "b.csv", b"2")
    with look_at([tmp_path / "folder"]) as look:
        path.unlink()
        assert [look.head(member) for member in look.members] == [b"1", b""]
        assert [one.where for one in look.troubles] == ["b.csv"]


def test_a_file_on_a_failing_disk_ends_there(tmp_path: Path) -> None:
    class Failing(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            if self.tell() >= 4:
                raise OSError
            return super().read(min(size or 4, 4))

    told: list[int] = []
    entry = shelf.Entry(9, lambda: Failing(b"date,pain"))
    with io.BufferedReader(shelf.Watched(entry, lambda: told.append(1))) as file:
        assert (file.read(), file.read(), told) == (b"date", b"", [1])
    assert tmp_path.exists()


def test_a_member_that_is_not_where_the_list_says_ends_with_a_plain_answer(tmp_path: Path) -> None:
    whole = zipped({"a.csv": b"1", "b.zip": zipped({"c": b"1"})})
    at = whole.rindex(b"PK\x01\x02") + 42
    path = put(tmp_path, "a.zip", b"PK\x03\x04" + bytes(60) + whole[64:])
    with look_at([path]) as look:
        member = next(one for one in look.members if one.name == "a.csv")
        assert look.open(member).read() == b""
        assert "is damaged" in {one.where: str(one.why) for one in look.troubles}["a.csv"]
    assert at > 0


def test_a_damaged_zip_inside_is_told_and_its_neighbours_are_read(tmp_path: Path) -> None:
    inner = zipped({"b.fit": b"2" * 50})
    whole = bytearray(
        zipped({"in.zip": inner, "cut.zip": inner[:-9], "a": b"1"}, zipfile.ZIP_STORED)
    )
    whole[whole.index(b"b.fit") + 8] ^= 0xFF
    path = put(tmp_path, "a.zip", bytes(whole))
    assert read_all(path) == {"a": b"1"}
    assert "is damaged" in troubles(path)["in.zip"]
    assert "no whole zip" in troubles(path)["cut.zip"]


@pytest.mark.parametrize("cut", [1, 10, 30, 99])
def test_a_zip_that_was_cut_off_says_so(tmp_path: Path, cut: int) -> None:
    path = put(tmp_path, "a.zip", zipped({"a.csv": b"1" * 99, "b.csv": b"2" * 99})[:-cut])
    with pytest.raises(CannotRead, match=r"“a\.zip” is no whole zip"):
        look_at([path])


def test_troubles_are_kept_within_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "TROUBLES_KEPT", 2)
    files = {"a.csv": b"1", **{f"../{number}": b"1" for number in range(9)}}
    assert len(troubles(put(tmp_path, "a.zip", zipped(files)))) == 2


def test_a_file_closed_twice_is_closed(tmp_path: Path) -> None:
    path = put(tmp_path, "a", b"1")
    watched = shelf.Watched(shelf.Entry(1, lambda: path.open("rb")), lambda: None)
    watched.close()
    watched.close()
    assert watched.closed


def test_nothing_and_emptiness_are_told(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="nothing called “gone”"):
        look_at([tmp_path / "gone"])
    with pytest.raises(CannotRead, match="nothing called “gone”"):
        content_key([tmp_path / "gone"])
    with pytest.raises(CannotRead, match=r"“e\.zip” is empty"):
        look_at([put(tmp_path, "e.zip", zipped({}))])
    (tmp_path / "empty").mkdir()
    with pytest.raises(CannotRead, match="“empty” is empty"):
        look_at([tmp_path / "empty"])


# What is too much -----------------------------------------------------------------------------


def test_an_honest_export_packs_well_and_a_bomb_too_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "HARMLESS_BYTES", 10_000)
    row = b'<Record type="HKQuantityTypeIdentifierHeartRate" unit="count/min" value="%d"/>\n'
    honest = b"".join(row % (60 + number * 7 % 40) for number in range(2_000))
    assert read_all(put(tmp_path, "honest.zip", zipped({"export.xml": honest})))
    bomb = put(tmp_path, "bomb.zip", zipped({"a": bytes(1_000_000)}))
    with pytest.raises(CannotRead, match="more than 200 times its size"):
        look_at([bomb])
    nested = put(tmp_path, "nested.zip", zipped({"in.zip": bomb.read_bytes()}))
    with pytest.raises(CannotRead, match="more than 200 times its size"):
        look_at([nested])
    with pytest.raises(CannotRead, match="more than 200 times its size"):
        look_at([nested, put(tmp_path, "a.csv", b"1")])


def test_a_small_file_may_pack_as_well_as_it_likes(tmp_path: Path) -> None:
    assert read_all(put(tmp_path, "zeros.zip", zipped({"a": bytes(1_000_000)})))


def test_more_bytes_than_any_export_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "MOST_BYTES", 10)
    with pytest.raises(CannotRead, match="more than 32 gigabytes"):
        look_at([put(tmp_path, "a.csv", b"1" * 11)])


def test_more_files_than_any_export_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = zipped({f"{number}.csv": b"1" for number in range(9)})
    monkeypatch.setattr(shelf, "MOST_FILES", 5)
    monkeypatch.setattr(folders, "MOST_FILES", 5)
    with pytest.raises(CannotRead, match="more than 100000 files"):
        look_at([put(tmp_path, "a.zip", many)])
    for number in range(9):
        put(tmp_path / "folder", f"{number}.csv", b"1")
    with pytest.raises(CannotRead, match="more than 100000 files"):
        look_at([tmp_path / "folder"])
    put(tmp_path / "two", "a.zip", many)
    with pytest.raises(CannotRead, match="more than 100000 files"):
        look_at([tmp_path / "two"])


def test_a_list_that_would_fill_the_memory_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(tmp_path, "a.zip", zipped({"a.csv": b"1"}))
    monkeypatch.setattr(zips, "MOST_LISTED_BYTES", 20)
    with pytest.raises(CannotRead, match="lists more files"):
        look_at([path])


@pytest.mark.parametrize("told_at", [0, 3, 1 << 63])
def test_the_list_of_a_large_zip_is_weighed_where_its_end_says(
    tmp_path: Path, told_at: int
) -> None:
    whole = zipped({"a.csv": b"1"})
    at = whole.index(b"PK\x05\x06")
    (length, start) = struct.unpack_from("<LL", whole, at + 12)
    end = struct.pack("<4sQHHLLQQQQ", b"PK\x06\x06", 44, 45, 45, 0, 0, 1, 1, length, start)
    place = struct.pack("<4sLQL", b"PK\x06\x07", 0, told_at or at, 1)
    last = whole[at : at + 8] + b"\xff" * 12 + whole[at + 20 :]
    path = put(tmp_path, "large.zip", whole[:at] + end + place + last)
    if told_at > 3:
        with pytest.raises(CannotRead, match="no whole zip"):
            look_at([path])
    else:
        assert read_all(path) == {"a.csv": b"1"}


# Its key --------------------------------------------------------------------------------------


def test_an_export_is_known_by_its_bytes_and_not_by_its_name(tmp_path: Path) -> None:
    one = content_key([put(tmp_path, "one.csv", b"1")])
    assert content_key([put(tmp_path, "another.csv", b"1")]) == one
    assert content_key([put(tmp_path, "other.csv", b"2")]) != one
    for name in ("first", "second"):
        put(tmp_path / name, "b.csv", b"2")
        put(tmp_path / name, "a.csv", b"1")
    key = content_key([tmp_path / "first"])
    assert content_key([tmp_path / "second"]) == key
    put(tmp_path / "second", "c.csv", b"")
    assert content_key([tmp_path / "second"]) != key


# Whatever the bytes ---------------------------------------------------------------------------


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.integers(0, 10_000), st.binary(min_size=1, max_size=6)), max_size=6),
    st.integers(0, 300),
)
def test_a_zip_with_any_bytes_changed_is_read_or_answered(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[int, bytes]], cut: int
) -> None:
    inner = zipped({"b.fit": b"2" * 300})
    whole = bytearray(zipped({"in.zip": inner, "a.csv": b"1,2\n" * 40}))
    for at, piece in changes:
        place = at % len(whole)
        whole[place : place + len(piece)] = piece
    path = put(tmp_path_factory.mktemp("fuzz"), "a.zip", bytes(whole[: len(whole) - cut % 40]))
    answered(path)


@settings(max_examples=30)
@given(st.binary(max_size=300))
def test_any_bytes_that_begin_as_a_zip_are_answered(
    tmp_path_factory: pytest.TempPathFactory, text: bytes
) -> None:
    answered(put(tmp_path_factory.mktemp("fuzz"), "a.zip", b"PK\x03\x04" + text))


def answered(path: Path) -> None:
    """It is read, or a plain answer is given."""
    try:
        with look_at([path]) as look:
            for member in look.members:
                whole = len(look.open(member).read()) == member.size
                assert whole or look.is_damaged
    except CannotRead as why:
        assert str(why).endswith(".")  # noqa: PT017 - either is right
