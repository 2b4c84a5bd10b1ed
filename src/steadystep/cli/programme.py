"""The programme of chapters as the terminal opens it: ours, or a folder of somebody's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from steadystep.chapters import CannotReadProgramme, bundled, read_programme
from steadystep.cli.trouble import CannotDo
from steadystep.explain.pictures import language as language_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from steadystep.chapters import Chapter, Problem, Programme
    from steadystep.chapters.paper import Twin
    from steadystep.explain import Translations

# Where the programme inside the package lies, for whoever checks it.
BUNDLED = Path(__file__).parent.parent / "chapters" / "programme"


def the_programme(folder: str | Path | None) -> Programme:
    """The programme of a folder; ours where none is named. What cannot be read is said on stderr.

    Raises:
        CannotDo: There is none to read.
    """
    if folder is None:
        return bundled()
    programme, problems = read(Path(folder))
    for one in problems:
        click.echo(str(one), err=True)
    return programme


def read(folder: Path) -> tuple[Programme, tuple[Problem, ...]]:
    """Read a folder.

    Raises:
        CannotDo: There is no programme to read.
    """
    try:
        return read_programme(folder)
    except CannotReadProgramme as why:
        raise CannotDo(str(why)) from why


def the_chapter(
    programme: Programme, day: int, words: Translations, language: str | None = None
) -> Chapter:
    """The chapter of a day: in the language that is wanted, else in the programme's first.

    Raises:
        CannotDo: It is not written yet.
    """
    chapter = programme.chapter(day, language or language_of(words))
    if chapter is None:
        yet = words.gettext("Day {day} is not written yet. To see what is: {command}")
        raise CannotDo(yet.format(day=day, command="steadystep chapter --list"))
    return chapter


def twins_on_paper(words: Translations) -> Mapping[str, Twin]:
    """What stands on paper where a page has something that lives."""
    from steadystep.chapters.paper import Twin
    from steadystep.explain.on_paper import on_paper

    return {name: Twin(*told) for name, told in on_paper(words).items()}
