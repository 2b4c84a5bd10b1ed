"""A programme is a folder: `programme.toml`, and for each day a folder with one file a language.

A chapter is Markdown under a TOML front matter between two lines of `+++`. A paragraph such as
`:: own-picture` is a place where the page puts something that lives.

What cannot be read is an answer (`Problem`), with its file, its line and what to do; the other
chapters are read all the same.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from steadystep.chapters.chapter import (
    Chapter,
    Claim,
    Grade,
    Part,
    Planned,
    Programme,
    Seen,
    Source,
)
from steadystep.chapters.front import NotToml, Off, Table, lines_of, toml
from steadystep.chapters.parts import parts_of
from steadystep.chapters.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

PLAN = "programme.toml"
FENCE = "+++"
FOLDER = re.compile(r"day-(\d{1,3})(?:-[a-z0-9-]+)?")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,4})?")
NAME = re.compile(r"[a-z][a-z0-9-]*")
ENDING = ".md"
# A programme's folder may hold a page for its editors, and a system's own files.
ASIDE = re.compile(r"[._].*|README.*", re.IGNORECASE)
AT_LINE = re.compile(r"at line (\d+)")


class CannotReadProgramme(Exception):
    """There is no programme to read at all; the message says what is wanted."""


@cache
def bundled() -> Programme:
    """The programme inside the package."""
    programme, _ = read_programme(files("steadystep.chapters") / "programme")
    return programme


def read_programme(folder: Traversable) -> tuple[Programme, tuple[Problem, ...]]:
    """Read a programme's folder.

    Args:
        folder: A folder on the disk, or one inside a package.

    Returns:
        The programme with every chapter that can be read; and what cannot, or not wholly.

    Raises:
        CannotReadProgramme: The folder or its plan is not there, or the plan cannot be read.
    """
    programme, problems = _read_plan(folder)
    for found in _files(folder):
        chapter, more = _read_chapter(found)
        problems += [Problem(found.name, one.what, one.line) for one in more]
        if chapter is None:
            continue
        if (chapter.day, chapter.language) in programme.chapters:
            twice = f"day {chapter.day} is there twice. Keep one of them."
            problems.append(Problem(found.name, twice))
        else:
            programme.chapters[chapter.day, chapter.language] = chapter
    return programme, tuple(problems)


def parse_chapter(
    text: str, *, day: int, language: str, file: str = ""
) -> tuple[Chapter | None, tuple[Off, ...]]:
    """Read one chapter from its text.

    Returns:
        The chapter, None where it cannot be read; and what is off about it.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    fences = [number for number, line in enumerate(lines) if line.strip() == FENCE]
    if fences[:1] != [0]:
        return None, (Off(f"it does not begin with a line of {FENCE}. Put one there.", 1),)
    if len(fences) == 1:
        return None, (Off(f"the front matter does not end. Close it with a line of {FENCE}."),)
    # An empty line in the place of the fence, so that lines count as they do in the file.
    front, body = "\n".join(["", *lines[1 : fences[1]]]), "\n".join(lines[fences[1] + 1 :])
    try:
        table = Table(toml(front), "the front matter", lines=lines_of(front))
    except NotToml as problem:
        return None, (Off(f"the front matter is no TOML: {problem}.", _line_in(problem)),)
    parts, offs = parts_of(body, first=fences[1] + 2)
    chapter = _chapter(table, day, language, file, parts)
    table.done()
    table.offs.extend(offs)
    is_usable = not any(one.stops for one in table.offs)
    return chapter if is_usable else None, tuple(table.offs)


# The plan -------------------------------------------------------------------------------------


def plan_of(folder: Traversable) -> Programme:
    """The programme without its chapters.

    Raises:
        CannotReadProgramme: The folder or its plan is not there, or the plan cannot be read.
    """
    return _read_plan(folder)[0]


def _read_plan(folder: Traversable) -> tuple[Programme, list[Problem]]:
    try:
        text = (folder / PLAN).read_bytes().decode("utf-8")
        values = toml(text)
    except FileNotFoundError:
        raise CannotReadProgramme(
            f"{folder} holds no {PLAN}. A programme is a folder with one."
        ) from None
    except (OSError, UnicodeDecodeError) as problem:
        raise CannotReadProgramme(f"{folder / PLAN} cannot be opened: {problem}.") from None
    except NotToml as problem:
        raise CannotReadProgramme(f"{folder / PLAN} is no TOML: {problem}.") from None
    table = Table(values, "the plan", lines=lines_of(text))
    programme = Programme(
        name=table.want("name", str),
        titles=table.by_language("title"),
        languages=table.several("languages", str),
        plan=tuple(_planned(one) for one in table.tables("day")),
        chapters={},
    )
    table.done()
    if not NAME.fullmatch(programme.name):
        table.off("name", "'name' is one word of small letters, such as \"steadystep\".")
    if not programme.languages or not all(LANGUAGE.fullmatch(one) for one in programme.languages):
        table.off("languages", '\'languages\' is a list such as ["en", "he"].')
    problems = [Problem(PLAN, one.what, one.line) for one in table.offs]
    if any(one.stops for one in table.offs):
        raise CannotReadProgramme("\n".join(str(one) for one in problems))
    return programme, problems


def _planned(table: Table) -> Planned:
    planned = Planned(
        day=table.want("number", int),
        lines=table.by_language("line"),
        needs=table.several("needs", int),
        called_by=table.several("called_by", str),
    )
    table.done()
    return planned


# The files ------------------------------------------------------------------------------------


def whose_files(folder: Traversable) -> dict[tuple[int, str], Traversable]:
    """The file of each day and language, by its name alone."""
    named = ((one, FOLDER.fullmatch(one.folder)) for one in _files(folder))
    return {
        (int(day[1]), one.file.name.removesuffix(ENDING)): one.file
        for one, day in named
        if day is not None
    }


class _Found(NamedTuple):
    """A file that may be a chapter, and its name from the programme's folder on."""

    file: Traversable
    folder: str
    name: str


def _files(folder: Traversable) -> Iterator[_Found]:
    """Every Markdown file of the days, in order; and those that lie beside them."""
    for one in _inside(folder):
        if one.is_dir():
            yield from _files_of_a_day(one)
        elif one.name.endswith(ENDING):
            yield _Found(one, "", _said(one.name))


def _files_of_a_day(folder: Traversable) -> Iterator[_Found]:
    try:
        inside = _inside(folder)
    except OSError:
        # Reading it will say so.
        yield _Found(folder, folder.name, _said(folder.name))
        return
    for file in inside:
        if file.name.endswith(ENDING):
            yield _Found(file, folder.name, _said(f"{folder.name}/{file.name}"))


def _inside(folder: Traversable) -> list[Traversable]:
    inside = (one for one in folder.iterdir() if not ASIDE.fullmatch(one.name))
    return sorted(inside, key=lambda one: one.name)


def _said(name: str) -> str:
    """A file's name as it can be printed; a name may be any bytes."""
    return name.encode("utf-8", "replace").decode("utf-8")


def _read_chapter(found: _Found) -> tuple[Chapter | None, tuple[Off, ...]]:
    day, language = FOLDER.fullmatch(found.folder), found.file.name.removesuffix(ENDING)
    if day is None:
        return None, (Off("it does not lie in a folder such as day-03 or day-03-boom-and-bust."),)
    try:
        text = found.file.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None, (Off("it cannot be read as UTF-8 text. Save it as UTF-8."),)
    if not LANGUAGE.fullmatch(language):
        return None, (Off("its name is no language. Call it en.md, or he.md."),)
    return parse_chapter(text, day=int(day[1]), language=language, file=found.name)


# A chapter ------------------------------------------------------------------------------------


def _chapter(table: Table, day: int, language: str, file: str, parts: tuple[Part, ...]) -> Chapter:
    told = table.want("day", int)
    if told != day:
        table.off("day", f"it says day {told}, and its folder says day {day}.")
    return Chapter(
        day=day,
        language=language,
        title=table.want("title", str),
        minutes=table.want("minutes", int),
        step=table.want("step", str),
        opens=table.want("opens", str),
        tomorrow=table.want("tomorrow", str),
        claims=tuple(_claim(one) for one in table.tables("claims")),
        sources=tuple(_source(one) for one in table.tables("sources")),
        reviewed=table.want("reviewed", date),
        read_by=table.want("read_by", str),
        parts=parts,
        file=file,
        lines={name: line for name in table.names if (line := table.line(name)) is not None},
    )


def _claim(table: Table) -> Claim:
    claim = Claim(
        name=table.want("name", str),
        text=table.want("text", str),
        grade=table.word("grade", Grade),
        sources=table.several("sources", str),
        doubt=table.may("doubt", str),
        line=table.line(),
    )
    table.done()
    return claim


def _source(table: Table) -> Source:
    source = Source(
        name=table.want("name", str),
        cite=table.want("cite", str),
        seen=table.word("seen", Seen),
        doi=table.may("doi", str),
        place=table.may("place", str),
        line=table.line(),
    )
    table.done()
    return source


def _line_in(problem: Exception) -> int | None:
    """The line that a reader of TOML names."""
    found = AT_LINE.search(str(problem))
    return int(found[1]) if found else None
