"""The way of a file from the browser to the disk: piece by piece, and to no other place."""

from __future__ import annotations

import shutil
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.core.files.uploadhandler import FileUploadHandler, SkipFile

if TYPE_CHECKING:
    from pathlib import Path
    from typing import IO

    from django.http import HttpRequest

# Choices, both wide: an export of ten years of a watch unpacks to 4 GB at most, and a computer with
# less room than this left has other troubles.
MOST_BYTES = 8 * 1024**3
ROOM_LEFT_BYTES = 512 * 1024**2
# What is held in memory at a time: a choice.
PIECE_BYTES = 256 * 1024
LONGEST_NAME = 80


class Refused(StrEnum):
    """Why a file was not taken."""

    TOO_LARGE = "too_large"
    NO_ROOM = "no_room"


class ToThisFolder(FileUploadHandler):
    """Writes each file that comes into one folder.

    Attributes:
        refused: Why it stopped, where it did. What else comes is read and thrown away, so that the
            browser hears the answer.
        taken: How many files were written.
    """

    chunk_size = PIECE_BYTES

    def __init__(self, request: HttpRequest, folder: Path) -> None:
        super().__init__(request)
        self.refused: Refused | None = None
        self.taken = 0
        self._folder = folder
        self._file: IO[bytes] | None = None

    def handle_raw_input(
        self,
        input_data: object,  # noqa: ARG002 - the same
        META: object,  # noqa: ARG002, N803 - the same
        content_length: int,
        boundary: object,  # noqa: ARG002 - the same
        encoding: object = None,  # noqa: ARG002 - the same
    ) -> None:
        """Look at how much is announced, before anything of it is written."""
        self.refused = self._refusal(content_length)

    def new_file(self, field_name: str, file_name: str, *more: Any, **named: Any) -> None:  # noqa: ANN401 - the same
        """Begin with a file."""
        super().new_file(field_name, file_name, *more, **named)
        if self.refused:
            raise SkipFile
        self._file = _free(self._folder, file_name).open("xb")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002 - the same
        """Write a piece."""
        if self._file is None:
            return
        try:
            self._file.write(raw_data)
        except OSError:
            self.refused = Refused.NO_ROOM
            self._close()
            raise SkipFile from None

    def file_complete(self, file_size: int) -> None:  # noqa: ARG002 - the same
        """A file is whole."""
        self._close()
        self.taken += 1

    def upload_interrupted(self) -> None:
        """The browser went away."""
        self._close()

    def _refusal(self, announced: int) -> Refused | None:
        if announced > MOST_BYTES:
            return Refused.TOO_LARGE
        if announced > shutil.disk_usage(self._folder).free - ROOM_LEFT_BYTES:
            return Refused.NO_ROOM
        return None

    def _close(self) -> None:
        file, self._file = self._file, None
        if file is not None:
            try:
                file.close()
            except OSError:
                self.refused = Refused.NO_ROOM


def _free(folder: Path, name: str) -> Path:
    """A name of ours for the file that is as near to its own as can be, and not taken yet."""
    plain = "".join(one if one.isprintable() and one not in '<>:"/\\|?*' else "_" for one in name)
    stem, dot, ending = plain.strip(" .")[-LONGEST_NAME:].rpartition(".")
    stem, ending = (stem, dot + ending) if dot else (ending, "")
    path, number = folder / f"{stem or 'file'}{ending}", 1
    while path.exists():
        number += 1
        path = folder / f"{stem} ({number}){ending}"
    return path
