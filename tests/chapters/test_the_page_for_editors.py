"""The page for editors: its worked example is clean, and it names what there is."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from steadystep.chapters import (
    LIVING,
    OPENS,
    Grade,
    Happening,
    Problem,
    Programme,
    Seen,
    check,
    read_programme,
)
from steadystep.chapters import rules_of_words as words
from steadystep.explain.banned import banned_in
from tests.chapters.invented import chapter_of

PAGE = Path(__file__).parents[2] / "docs" / "developers" / "programmes.md"
TOLD = PAGE.read_text(encoding="utf-8")


def example(kind: str) -> str:
    """The first block of a kind on the page."""
    found = re.search(rf"^```{kind}\n(.*?)^```$", TOLD, re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]


def looked_at(place: Path, was: str = "", now: str = "") -> tuple[Programme, tuple[Problem, ...]]:
    """The programme of the page, as a newcomer makes it, with one thing changed."""
    day = place / "our-clinic" / "day-01-resting"
    day.mkdir(parents=True)
    (day.parent / "programme.toml").write_text(example("toml"), encoding="utf-8")
    (day / "en.md").write_text(example("markdown").replace(was, now, 1), encoding="utf-8")
    programme, unread = read_programme(day.parent)
    today = date(2026, 11, 23)
    more = check(programme, banned=banned_in, living=LIVING, opens=OPENS, today=today)
    return programme, (*unread, *more)


def test_whoever_copies_the_example_has_a_clean_programme(tmp_path: Path) -> None:
    programme, problems = looked_at(tmp_path)
    assert [str(one) for one in problems] == []
    assert (programme.name, programme.written) == ("our-clinic", (1,))


def test_a_slip_in_the_example_is_found_as_the_page_says(tmp_path: Path) -> None:
    _, problems = looked_at(tmp_path, 'read_by = ""', 'read_by = ""\nminuets = 2')
    assert [one.what for one in problems] == [
        "'minuets' of the front matter is not known. Did you mean 'minutes'?"
    ]
    assert problems[0].what in TOLD


@pytest.mark.parametrize("name", sorted({*LIVING, *OPENS, *Grade, *Seen, *Happening}))
def test_every_name_that_an_editor_may_write_is_on_the_page(name: str) -> None:
    assert f"`{name}`" in TOLD


def test_every_part_of_the_front_matter_is_on_the_page() -> None:
    for name in chapter_of().lines:
        assert f"| `{name}` |" in TOLD


def test_the_limits_are_those_of_the_checker() -> None:
    hebrew, english = words.READS["he"], words.READS["en"]
    for told in (
        f"{words.SENTENCE_WORDS_MOST} words at the most; {words.CLAIM_WORDS_MOST} in a claim",
        f"{english.least} to {english.most} words; {hebrew.least} to {hebrew.most} in Hebrew",
        f"school grade {words.GRADE_MOST:.0f} of Flesch and Kincaid",
        f"{100 * words.HEBREW_LONG_SHARE_MOST:.0f} of 100 at the most",
        f"{words.HEBREW_SENTENCE_WORDS_MOST:.0f} words a sentence on average",
    ):
        assert told in TOLD
