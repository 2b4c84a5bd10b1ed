"""A file that is written whole or not at all. What was there under its name gives way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steadystep.cli.trouble import CannotDo

if TYPE_CHECKING:
    from pathlib import Path

    from steadystep.explain import Translations


def write_whole(path: Path, data: bytes, words: Translations) -> None:
    """Write it beside its place first, and then put it there.

    Raises:
        CannotDo: It cannot be written there.
    """
    beside = path.with_name(path.name + ".part")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError as problem:
        beside.unlink(missing_ok=True)
        cannot = words.gettext("{file} cannot be written ({why}). Choose another folder.")
        raise CannotDo(cannot.format(file=path, why=problem.strerror)) from problem
