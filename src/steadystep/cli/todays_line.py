"""Today's chapter in one quiet line of `steadystep today`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from steadystep.chapters import CannotReadProgramme, place_in
from steadystep.chapters.outline import outline, outline_of_ours
from steadystep.chapters.said import day_and_minutes
from steadystep.cli.record import language
from steadystep.cli.shown import on_one_line, width
from steadystep.cli.verbs import PROGRAMME

if TYPE_CHECKING:
    from steadystep.chapters import Chapter
    from steadystep.chapters.outline import Outline
    from steadystep.cli.record import Record

COMMAND = "steadystep chapter"


def todays_line(record: Record) -> list[str]:
    """The line, where there is a chapter today; a long title is cut."""
    programme = _programme()
    if programme is None:
        return []
    _, todays = place_in(programme, record.lasting, record.today)
    chapter = todays and programme.chapter(todays.day, language(record.words))
    return [_line(record, chapter)] if chapter else []


def _programme() -> Outline | None:
    """Ours, or that of the environment; whoever reads a chapter hears what is off with it."""
    folder = os.environ.get(PROGRAMME)
    if not folder:
        return outline_of_ours()
    try:
        return outline(Path(folder))
    except CannotReadProgramme:
        return None


def _line(record: Record, chapter: Chapter) -> str:
    before = day_and_minutes(chapter, record.words)
    room = width() - len(before) - len(COMMAND) - len(" ·   ")
    title = on_one_line(chapter.title)
    shown = title if len(title) <= room else f"{title[: room - 1]}…"
    return f"{before} · {shown}  {COMMAND}"
