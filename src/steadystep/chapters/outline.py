"""A programme at a glance: its plan and what is written, without opening the texts.

A morning in the terminal shows one line of it, and has no time for more.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from steadystep.chapters.reading import FENCE, parse_chapter, plan_of, whose_files

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable

    from steadystep.chapters.chapter import Chapter, Planned


@dataclass(frozen=True, slots=True)
class Outline:
    """What can be seen of a programme from outside.

    Attributes:
        name: What records call it by.
        languages: Its languages, the first of them the one to fall back to.
        plan: All days, in order.
        found: The file of each chapter, by day and language.
    """

    name: str
    languages: tuple[str, ...]
    plan: tuple[Planned, ...]
    found: Mapping[tuple[int, str], Traversable]

    @property
    def written(self) -> tuple[int, ...]:
        """The days that there is a file for."""
        return tuple(sorted({day for day, _ in self.found}))

    def chapter(self, day: int, language: str) -> Chapter | None:
        """The front matter of a chapter; its text is left out."""
        for code in (language, self.languages[0]):
            file = self.found.get((day, code))
            if file is not None:
                return _front(file, day, code)
        return None


def outline(folder: Traversable) -> Outline:
    """Look at a programme's folder.

    Raises:
        CannotReadProgramme: The folder or its plan is not there, or the plan cannot be read.
    """
    programme = plan_of(folder)
    return Outline(programme.name, programme.languages, programme.plan, whose_files(folder))


def outline_of_ours() -> Outline:
    """The programme inside the package."""
    return outline(Path(__file__).parent / "programme")


def _front(file: Traversable, day: int, language: str) -> Chapter | None:
    try:
        text = file.read_bytes().decode("utf-8").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError):
        return None
    before, fence, rest = text.partition(f"{FENCE}\n")
    front = rest.partition(f"\n{FENCE}")[0]
    return parse_chapter(f"{before}{fence}{front}\n{FENCE}\n", day=day, language=language)[0]
