"""The files of a folder: those of the folders in it too, and nothing that a link points to."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from steadystep.importers.reading import Sentence
from steadystep.importers.shelf import MOST_FILES, TOO_MANY_FILES, TooMuch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from steadystep.importers.shelf import Shelf

A_LINK = Sentence("This is a link to somewhere else. It was left out; bring what it points to.")
NO_FILE = Sentence("This is no file and no folder. It was left out.")
CLOSED_FOLDER = Sentence(
    "This folder cannot be opened. Give yourself the right to read it, then try again."
)
# What computers put into folders and zips by themselves.
_NOT_OF_THE_EXPORT = frozenset({"__MACOSX", "Thumbs.db", "desktop.ini"})


def files_in(folder: Path, shelf: Shelf) -> Iterator[tuple[str, Path]]:
    """Each file with its name inside the folder, forward slashes in it.

    Raises:
        TooMuch: There are more than any export holds.
    """
    waiting, seen = [("", folder)], 0
    while waiting:
        inside, place = waiting.pop()
        for entry in _entries(place, inside, shelf):
            seen += 1
            if seen > MOST_FILES:
                raise TooMuch(TOO_MANY_FILES)
            name = f"{inside}{entry.name}"
            if is_clutter(entry.name):
                continue
            if entry.is_symlink():
                shelf.tell(name, A_LINK)
            elif entry.is_dir():
                waiting.append((f"{name}/", Path(entry.path)))
            elif entry.is_file():
                yield name, Path(entry.path)
            else:
                shelf.tell(name, NO_FILE)


def is_clutter(name: str) -> bool:
    """Is it something that a computer put there by itself?"""
    return (name.startswith(".") and name != "..") or name in _NOT_OF_THE_EXPORT


def _entries(folder: Path, inside: str, shelf: Shelf) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            yield from entries
    except OSError:
        shelf.tell(inside or folder.name, CLOSED_FOLDER)
