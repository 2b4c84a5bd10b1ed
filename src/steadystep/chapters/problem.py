"""Something an editor has to look at: where, what, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from steadystep.chapters.chapter import Chapter


@dataclass(frozen=True, slots=True)
class Problem:
    """Something an editor has to look at.

    Attributes:
        file: The file, from the programme's folder on.
        what: What is there, and what to do.
        line: The line, where one is known.
        is_hint: It may stay as it is; all else is to be mended before anyone reads it.
    """

    file: str
    what: str
    line: int | None = None
    is_hint: bool = False

    def __str__(self) -> str:
        """Say where and what."""
        where = self.file if self.line is None else f"{self.file}, line {self.line}"
        hint = "a hint: " if self.is_hint else ""
        return f"{where}: {hint}{self.what}"


def of(chapter: Chapter, what: str, line: int | None = None, *, is_hint: bool = False) -> Problem:
    """Name a problem of one chapter."""
    return Problem(chapter.file, what, line, is_hint)
