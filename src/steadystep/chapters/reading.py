"""A programme is a folder: `programme.toml`, and for each day a folder with one file a language.

A chapter is Markdown under a TOML front matter between two lines of `+++`. A paragraph such as
`:: own-picture` is a place where the page puts something that lives.

What cannot be read is an answer (`Problem`), with its file, its line and what to do; the other
chapters are read all the same.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from steadystep.chapters.chapter import (
    Chapter,
    Claim,
    Grade,
    Living,
    Part,
    Planned,
    Programme,
    Prose,
    Seen,
    Source,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PLAN = "programme.toml"
FENCE = "+++"
LIVING = re.compile(r"^::\s*([a-z][a-z0-9-]*)\s*$")
FOLDER = re.compile(r"^day-(\d{1,3})(?:-[a-z0-9-]+)?$")
LANGUAGE = re.compile(r"^[a-z]{2,3}(?:-[A-Za-z]{2,4})?$")

Wanted = TypeVar("Wanted")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something an editor has to look at.

    Attributes:
        file: The file, from the programme's folder on.
        line: The line, where one is known.
        what: What is there, and what to do.
    """

    file: str
    what: str
    line: int | None = None

    def __str__(self) -> str:
        """Say where and what."""
        where = self.file if self.line is None else f"{self.file}, line {self.line}"
        return f"{where}: {self.what}"


class CannotReadProgramme(Exception):
    """There is no programme to read at all; the message says what is wanted."""


class _Off(Exception):
    """Something in a file is off; the message says what is wanted."""

    def __init__(self, what: str, line: int | None = None) -> None:
        super().__init__(what)
        self.line = line


def read_programme(folder: Path) -> tuple[Programme, tuple[Problem, ...]]:
    """Read a programme's folder.

    Returns:
        The programme with every chapter that can be read, and what cannot.

    Raises:
        CannotReadProgramme: The folder or its plan is not there, or the plan cannot be read.
    """
    titles, languages, plan = _read_plan(folder)
    chapters: dict[tuple[int, str], Chapter] = {}
    problems: list[Problem] = []
    for file in sorted(folder.glob("*/*.md")):
        name = str(file.relative_to(folder))
        try:
            chapter = _read_chapter(file)
        except _Off as off:
            problems.append(Problem(name, str(off), off.line))
            continue
        if (chapter.day, chapter.language) in chapters:
            problems.append(Problem(name, f"day {chapter.day} is there twice. Keep one of them."))
        else:
            chapters[chapter.day, chapter.language] = chapter
    return Programme(folder.name, titles, languages, plan, chapters), tuple(problems)


def parse_chapter(text: str, *, day: int, language: str) -> Chapter:
    """Read one chapter from its text.

    Raises:
        ValueError: It cannot be read; the message says what is wanted.
    """
    try:
        return _parse(text, day=day, language=language)
    except _Off as off:
        raise ValueError(str(off)) from off


# The plan -------------------------------------------------------------------------------------


def _read_plan(folder: Path) -> tuple[dict[str, str], tuple[str, ...], tuple[Planned, ...]]:
    try:
        table = tomllib.loads((folder / PLAN).read_text(encoding="utf-8"))
        titles = {code: str(title) for code, title in _want(table, "title", dict).items()}
        languages = tuple(str(one) for one in _want(table, "languages", list))
        plan = tuple(_planned(one) for one in _want(table, "day", list))
    except FileNotFoundError:
        raise CannotReadProgramme(
            f"{folder} holds no {PLAN}. A programme is a folder with one."
        ) from None
    except (OSError, UnicodeDecodeError) as problem:
        raise CannotReadProgramme(f"{folder / PLAN} cannot be opened: {problem}.") from problem
    except (tomllib.TOMLDecodeError, _Off) as problem:
        raise CannotReadProgramme(f"{folder / PLAN}: {problem}") from problem
    if not languages:
        raise CannotReadProgramme(f"{folder / PLAN}: name one language or more.")
    return titles, languages, plan


def _planned(table: Any) -> Planned:  # noqa: ANN401 - whatever an editor wrote
    if not isinstance(table, dict):
        raise _Off("each day is a table that begins with [[day]].")
    lines = {code: str(line) for code, line in _want(table, "line", dict).items()}
    return Planned(
        day=_want(table, "number", int),
        lines=lines,
        needs=tuple(int(one) for one in table.get("needs", [])),
        called_by=tuple(str(one) for one in table.get("called_by", [])),
    )


# A chapter ------------------------------------------------------------------------------------


def _read_chapter(file: Path) -> Chapter:
    folder = FOLDER.match(file.parent.name)
    if folder is None:
        raise _Off("the folder's name is not like day-03 or day-03-boom-and-bust.")
    if not LANGUAGE.match(file.stem):
        raise _Off("the file's name is no language, such as en.md or he.md.")
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise _Off("it cannot be read as UTF-8 text. Save it as UTF-8.") from None
    return _parse(text, day=int(folder[1]), language=file.stem)


def _parse(text: str, *, day: int, language: str) -> Chapter:
    front, body = _split(text)
    try:
        table = tomllib.loads(front)
    except tomllib.TOMLDecodeError as problem:
        raise _Off(f"the front matter is no TOML: {problem}.") from None
    told = _want(table, "day", int)
    if told != day:
        raise _Off(f"the front matter says day {told}, the folder says day {day}.")
    return Chapter(
        day=day,
        language=language,
        title=_want(table, "title", str),
        minutes=_want(table, "minutes", int),
        step=_want(table, "step", str),
        opens=_want(table, "opens", str),
        tomorrow=_want(table, "tomorrow", str),
        claims=tuple(_claims(table)),
        sources=tuple(_sources(table)),
        reviewed=_want(table, "reviewed", date),
        read_by=_want(table, "read_by", str),
        parts=tuple(_parts(body)),
    )


def _split(text: str) -> tuple[str, str]:
    lines = text.removeprefix("\ufeff").splitlines()
    if not lines or lines[0].strip() != FENCE:
        raise _Off(f"it does not begin with a line of {FENCE}.", 1)
    for number, line in enumerate(lines[1:], start=1):
        if line.strip() == FENCE:
            return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :])
    raise _Off(f"the front matter does not end. Close it with a line of {FENCE}.")


def _want(table: dict[str, Any], name: str, kind: type[Wanted]) -> Wanted:
    """One value of the front matter, of the kind that is wanted."""
    found = table.get(name)
    if found is None:
        raise _Off(f"the front matter has no '{name}'. Add it.")
    if not isinstance(found, kind) or (kind is int and isinstance(found, bool)):
        raise _Off(f"'{name}' is {found!r}. A {_KINDS[kind]} is wanted.")
    return found


_KINDS: dict[type, str] = {
    int: "whole number",
    str: "text",
    date: "date like 2026-11-22",
    dict: "table",
    list: "list",
}


def _claims(table: dict[str, Any]) -> Iterator[Claim]:
    for one in _tables(table, "claims"):
        grade = _want(one, "grade", str)
        if grade not in set(Grade):
            raise _Off(f"the grade '{grade}' is none of {', '.join(Grade)}.")
        sources = tuple(str(name) for name in one.get("sources", []))
        doubt = str(one.get("doubt", ""))
        yield Claim(_want(one, "name", str), _want(one, "text", str), Grade(grade), sources, doubt)


def _sources(table: dict[str, Any]) -> Iterator[Source]:
    for one in _tables(table, "sources"):
        seen = _want(one, "seen", str)
        if seen not in set(Seen):
            raise _Off(f"'seen' is '{seen}', which is none of {', '.join(Seen)}.")
        yield Source(
            _want(one, "name", str),
            _want(one, "cite", str),
            Seen(seen),
            doi=str(one.get("doi", "")),
            place=str(one.get("place", "")),
        )


def _tables(table: dict[str, Any], name: str) -> list[dict[str, Any]]:
    found = table.get(name, [])
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise _Off(f"'{name}' is no list of tables. Begin each with [[{name}]].")
    return found


def _parts(body: str) -> Iterator[Part]:
    """Split at headings, and at the places where something lives."""
    heading, lines = "", list[str]()

    def prose() -> Iterator[Prose]:
        text = "\n".join(lines).strip()
        if heading or text:
            yield Prose(heading, text)

    for line in body.splitlines():
        living = LIVING.match(line)
        if living:
            yield from prose()
            yield Living(living[1])
            heading, lines = "", []
        elif line.startswith("## "):
            yield from prose()
            heading, lines = line.removeprefix("## ").strip(), []
        else:
            lines.append(line)
    yield from prose()
