"""The page of all movements is the library itself, and its sentences are short."""

from __future__ import annotations

import re

import pytest

from steadystep.explain.banned import banned_in
from tests.explain.reading_age import grade
from tests.web.move.write_gallery import INTRODUCTION, PAGE, PICTURES, page, pictures

MOST_WORDS = 14
AGAIN = "write it again with: python -m tests.web.move.write_gallery"


def test_the_page_is_the_library() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), AGAIN


def test_every_drawing_is_as_the_app_draws_it() -> None:
    assert {path.name for path, _ in pictures()} == {one.name for one in PICTURES.glob("*.svg")}
    for path, picture in pictures():
        assert path.read_text(encoding="utf-8") == picture, AGAIN


PLAIN = re.sub(r"[*#]|^- ", "", INTRODUCTION, flags=re.MULTILINE)
SENTENCES = [one for one in re.split(r"\n|(?<=[.:!?])\s", PLAIN) if one.strip()]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_is_short_and_light(sentence: str) -> None:
    assert len(sentence.split()) <= MOST_WORDS
    assert banned_in(sentence) == ()


def test_an_eleven_year_old_can_read_it() -> None:
    assert grade(PLAIN) <= 6.5
