"""An invented programme of few days, and whatever chapter of it a test wants."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from steadystep.chapters import LIVING, OPENS, Chapter, Problem, Programme, check
from steadystep.chapters.chapter import Planned
from steadystep.chapters.reading import parse_chapter
from steadystep.explain.banned import banned_in

if TYPE_CHECKING:
    from pathlib import Path

PLAN = """
name = "small-days"
languages = ["en", "he"]

[title]
en = "Small days"
he = "ימים קטנים"

[[day]]
number = 1
line.en = "One"
line.he = "אחת"

[[day]]
number = 2
line.en = "Two"
line.he = "שתיים"
needs = [1]
called_by = ["boom"]

[[day]]
number = 3
line.en = "Three"
line.he = "שלוש"
called_by = ["flare"]
"""

FRONT = """\
day = 1
title = "One"
minutes = 2
step = "Drink a glass of water."
opens = "check-in"
tomorrow = "Two."
reviewed = 2026-11-20
read_by = ""

[[claims]]
name = "water"
text = "Water is wet."
grade = "stated"
sources = ["tales-2020"]

[[claims]]
name = "pain"
text = "Pain was lower by 5 points of 100."
grade = "moderate"
sources = ["walks-2021"]
doubt = "People were watched."

[[sources]]
name = "tales-2020"
cite = "Tales A. On water. 2020."
place = "example.org/water"
seen = "owner"

[[sources]]
name = "walks-2021"
cite = "Walks B. On walks. 2021."
doi = "10.1000/walks"
seen = "abstract"
"""
# Twenty-five times ten words, and what is cited.
FILLING = " ".join(["We sit by the sea and look at one boat."] * 25)
BODY = f"Water is wet.[^water] It may help.[^pain]\n\n## Slowly\n\n{FILLING}\n\n:: own-picture\n"

TODAY = date(2026, 11, 23)
# Two hundred and fifty words in Hebrew, all of them short, and what is cited.
HEBREW_BODY = BODY.replace(FILLING, " ".join(["היום אנחנו יושבים ליד הים."] * 50))
HEBREW_FRONT = FRONT.replace('"Water is wet."', '"מים הם דבר רטוב."').replace(
    '"Pain was lower by 5 points of 100."', '"הכאב ירד ב־5 מתוך 100."'
)


def text_of(front: str = FRONT, body: str = BODY) -> str:
    """A chapter's file."""
    return f"+++\n{front}+++\n\n{body}"


def chapter_of(
    front: str = FRONT, body: str = BODY, *, day: int = 1, language: str = "en"
) -> Chapter:
    """A chapter that can be read."""
    file = f"day-{day:02}/{language}.md"
    chapter, offs = parse_chapter(text_of(front, body), day=day, language=language, file=file)
    assert chapter is not None, offs
    return chapter


def programme_of(*chapters: Chapter, days: int = 3) -> Programme:
    """A programme in the chapters' languages."""
    languages = tuple(dict.fromkeys(one.language for one in chapters)) or ("en",)
    plan = tuple(
        Planned(day, dict.fromkeys(languages, title))
        for day, title in enumerate(("One", "Two", "Three", "Four", "Five")[:days], start=1)
    )
    titles = dict.fromkeys(languages, "Small days")
    written = {(one.day, one.language): one for one in chapters}
    return Programme("small-days", titles, languages, plan, written)


def folder_of(place: Path, files: dict[str, str | bytes], *, plan: str = PLAN) -> Path:
    """Write a programme's folder."""
    for name, told in {"programme.toml": plan, **files}.items():
        file = place / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(told if isinstance(told, bytes) else told.encode())
    return place


# What the checker says ------------------------------------------------------------------------


def looked(*chapters: Chapter, days: int = 3) -> tuple[Problem, ...]:
    return look(programme_of(*chapters, days=days))


def look(programme: Programme) -> tuple[Problem, ...]:
    return check(programme, banned=banned_in, living=LIVING, opens=OPENS, today=TODAY)


def told(front: str = FRONT, body: str = BODY) -> list[str]:
    """What is said of one chapter, without its file."""
    found = looked(chapter_of(front, body))
    assert {one.file for one in found} <= {"day-01/en.md"}
    return [one.what for one in found]


def hebrew(front: str = HEBREW_FRONT, body: str = HEBREW_BODY) -> Chapter:
    return chapter_of(front, body, language="he")


def said_of_hebrew(front: str = HEBREW_FRONT, body: str = HEBREW_BODY) -> list[str]:
    return [str(one) for one in looked(chapter_of(), hebrew(front, body))]
