"""What was typed after `steadystep bring`, in one piece."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path


class Asked(NamedTuple):
    """What was typed."""

    paths: tuple[Path, ...]
    yes: bool
    as_json: bool
    dates: str | None
    glucose: str | None
    person: str | None
    as_list: bool
    undo: int | None
    sources: bool
    use: str | None

    @property
    def wishes(self) -> int:
        """How many different things are asked for."""
        told = (bool(self.paths), self.as_list, self.undo is not None, self.sources)
        return sum((*told, self.use is not None))

    @property
    def call(self) -> str:
        """The line that brings it in without a question."""
        said = (("--dates", self.dates), ("--glucose", self.glucose), ("--person", self.person))
        flags = [word for name, value in said if value is not None for word in (name, value)]
        return shlex.join(["steadystep", "bring", *map(str, self.paths), *flags, "--yes"])
