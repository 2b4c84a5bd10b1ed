"""A zip, and zips inside it, opened with care: its own words about itself are not trusted."""

from __future__ import annotations

import re
import shutil
import stat
import struct
import tempfile
import zipfile
from copy import copy
from typing import IO, TYPE_CHECKING, Final

from steadystep.importers.folders import A_LINK, is_clutter
from steadystep.importers.reading import CannotRead, Sentence, shown
from steadystep.importers.shelf import BROKEN, DAMAGED, Entry, TooMuch

if TYPE_CHECKING:
    from steadystep.importers.shelf import Shelf

# Garmin packs zips into its zip. Nobody packs them deeper.
DEEPEST: Final = 2
# The list of contents is held in memory: some 25 times its size where names are short. A choice:
# 30,000 names as long as those of a Takeout, which is three times what ten years of it have.
MOST_LISTED_BYTES: Final = 4 * 1024**2
# An inner zip smaller than this stays in memory while it is open. A choice.
IN_MEMORY_BYTES: Final = 8 * 1024**2

LOCKED = Sentence(
    "This is locked with a password. Unpack it on your computer, then bring the folder."
)
ODDLY_PACKED = Sentence(
    "This is packed in a way that is not read here. "
    "Unpack it on your computer, then bring the folder."
)
OUTSIDE = Sentence(
    "Its name points outside the export, which no export does. It was left out. "
    "Look where you got this zip from."
)
TOO_DEEP = Sentence("This zip lies too deep inside other zips. Unpack it, then bring the folder.")
LISTS_TOO_MUCH = Sentence(
    "This zip lists more files than any export. Unpack it, then bring the folder you need."
)
_STARTS: Final = (b"PK\x03\x04", b"PK\x05\x06")
_END, _END_64, _END_64_PLACE = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"
# The end of a zip, and the longest comment that may stand behind it.
_END_BYTES, _END_64_BYTES, _LONGEST_COMMENT = 22, 56, 65_535
_SAID_IN_64 = 0xFFFFFFFF
_A_DRIVE = re.compile(r"[A-Za-z]:")


def is_zip(head: bytes) -> bool:
    """Tell by the first four bytes."""
    return head in _STARTS


def ends_as_zip(file: IO[bytes], size: int) -> bool:
    """Tell by the last bytes, where the first ones are damaged: its list, then its end."""
    file.seek(max(0, size - _END_BYTES))
    end = file.read(_END_BYTES)
    if end[:4] != _END or len(end) < _END_BYTES:
        return False
    length, place = struct.unpack_from("<LL", end, 12)
    return bool(length) and place + length + _END_BYTES == size


def entries_of(file: IO[bytes], shelf: Shelf, inside: str, *, name: str, depth: int = 1) -> None:
    """Put the files of a zip on the shelf. The shelf holds the zip from now on.

    Args:
        file: The zip, which can be read from any place.
        shelf: Where its files go.
        inside: What stands before their names.
        name: What the zip is called, for words about it.
        depth: 1 for a zip, 2 for one inside it.

    Raises:
        CannotRead: It is no whole zip.
        TooMuch: It holds more than any export.
    """
    shelf.hold(file)
    try:
        if _listed_bytes(file) > MOST_LISTED_BYTES:
            raise TooMuch(LISTS_TOO_MUCH)
        archive = zipfile.ZipFile(file)
    except BROKEN:
        raise CannotRead(_not_whole(name)) from None
    for info in archive.infolist():
        _put(archive, info, shelf, inside, depth)


def _put(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, shelf: Shelf, inside: str, depth: int
) -> None:
    """Put one file of a zip on the shelf, or say why not."""
    parts = [part for part in info.filename.replace("\\", "/").split("/") if part not in ("", ".")]
    name = inside + "/".join(parts)
    if info.filename.endswith("/") or any(map(is_clutter, parts)):
        return
    wrong = _what_is_wrong(info, parts)
    if wrong is not None:
        shelf.tell(name, wrong)
    elif name.lower().endswith(".zip") and _starts_as_zip(archive, info):
        _put_inner(archive, info, shelf, name, depth)
    else:
        packed = _Packed(archive, info)
        shelf.put(name, Entry(info.file_size, packed.opened, packed.opened_unchecked))


def _what_is_wrong(info: zipfile.ZipInfo, parts: list[str]) -> Sentence | None:
    """Why a file is not opened; None where it is."""
    raw = info.filename.replace("\\", "/")
    if not parts or ".." in parts or raw.startswith("/") or _A_DRIVE.match(raw):
        return OUTSIDE
    if stat.S_ISLNK(info.external_attr >> 16):
        return A_LINK
    if info.flag_bits & 1:
        return LOCKED
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return ODDLY_PACKED
    return None


def _put_inner(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, shelf: Shelf, name: str, depth: int
) -> None:
    """Unpack a zip inside a zip to a nameless file, and put what is in it on the shelf."""
    if depth >= DEEPEST:
        shelf.tell(name, TOO_DEEP)
        return
    shelf.weigh(info.file_size)
    inner = tempfile.SpooledTemporaryFile(IN_MEMORY_BYTES)  # noqa: SIM115 - the shelf closes it
    try:
        with archive.open(info) as packed:
            shutil.copyfileobj(packed, inner, 1024 * 1024)
        entries_of(inner, shelf, f"{name}/", name=name, depth=depth + 1)
    except TooMuch:
        raise
    except CannotRead as why:
        shelf.tell(name, why.why)
    except BROKEN:
        inner.close()
        shelf.tell(name, DAMAGED)


def _starts_as_zip(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bool:
    try:
        with archive.open(info) as file:
            return is_zip(file.read(4))
    except BROKEN:
        # It is called a zip, and is damaged: opening it will say so.
        return True


def _not_whole(name: str) -> Sentence:
    return Sentence(
        "“{name}” is no whole zip: its end is not there. Download or export it once more.",
        {"name": shown(name)},
    )


class _Packed:
    """Something that lies in a zip. There are very many of them."""

    __slots__ = ("_archive", "_info")

    def __init__(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
        self._archive, self._info = archive, info

    def opened(self) -> IO[bytes]:
        """Open it; where it does not fit its checksum, its last piece cannot be read."""
        return self._archive.open(self._info)

    def opened_unchecked(self) -> IO[bytes]:
        """Open it without its checksum."""
        info = copy(self._info)
        info.CRC = None  # type: ignore[assignment]  # where there is none, none is checked
        return self._archive.open(info)


def _listed_bytes(file: IO[bytes]) -> int:
    """How long the list of contents is, by the end of the zip.

    Raises:
        zipfile.BadZipFile: There is no end.
    """
    size = file.seek(0, 2)
    file.seek(max(0, size - _END_BYTES - _LONGEST_COMMENT))
    tail = file.read(_END_BYTES + _LONGEST_COMMENT)
    place = tail.rfind(_END)
    if place < 0 or len(tail) - place < _END_BYTES:
        raise zipfile.BadZipFile
    (listed,) = struct.unpack_from("<L", tail, place + 12)
    pointer = place - 20
    if pointer >= 0 and tail[pointer : pointer + 4] == _END_64_PLACE:
        (told,) = struct.unpack_from("<Q", tail, pointer + 8)
        # Some programs look where they are told, some right before: neither may be too long.
        before = size - len(tail) + pointer - _END_64_BYTES
        in_64 = [_listed_in_64(file, at) for at in (told, before)]
        listed = max(0 if listed == _SAID_IN_64 else listed, *in_64)
    return int(listed)


def _listed_in_64(file: IO[bytes], at: int) -> int:
    """How long the list of a large zip is, by what stands at a place; 0 where nothing does."""
    file.seek(max(0, at))
    end = file.read(_END_64_BYTES)
    if end[:4] != _END_64 or len(end) < _END_64_BYTES:
        return 0
    (listed,) = struct.unpack_from("<Q", end, 40)
    return int(listed)
