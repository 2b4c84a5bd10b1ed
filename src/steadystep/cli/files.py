"""A file that is written whole or not at all. What was there under its name gives way."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from steadystep.cli.trouble import CannotDo

if TYPE_CHECKING:
    from pathlib import Path

    from steadystep.explain import Translations


_OWNER_ALONE, _AS_ANY_FILE = 0o600, 0o666


def write_whole(path: Path, data: bytes, words: Translations, *, owner_alone: bool = False) -> None:
    """Write it beside its place first, and then put it there.

    Args:
        path: Where.
        data: All of it.
        words: The catalogue of what is said.
        owner_alone: Nobody else of this machine may read it.

    Raises:
        CannotDo: It cannot be written there.
    """
    beside = path.with_name(path.name + ".part")
    mode = _OWNER_ALONE if owner_alone else _AS_ANY_FILE
    try:
        file = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
        with os.fdopen(file, "wb") as part:
            part.write(data)
        beside.replace(path)
    except OSError as problem:
        beside.unlink(missing_ok=True)
        cannot = words.gettext("{file} cannot be written ({why}). Choose another folder.")
        raise CannotDo(cannot.format(file=path, why=problem.strerror)) from problem
