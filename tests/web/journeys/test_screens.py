"""The pictures in the docs are those of today's pages."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from tests.web.journeys.screens import (
    FOLDER,
    LANGUAGES,
    SCREENS,
    SIZES,
    THEMES,
    WORDS,
    Screen,
    at_home,
    words_of,
)

if TYPE_CHECKING:
    from pathlib import Path

AGAIN = "Take them again: python -m tests.web.journeys.screens"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", SCREENS, ids=lambda one: one.name)
def test_a_picture_shows_the_words_of_its_page(
    screen: Screen, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = at_home(tmp_path / "home", monkeypatch, screen, language)
    assert words_of(home, screen, language) in WORDS.read_text(encoding="utf-8"), AGAIN


def test_every_screen_is_there_in_every_size_theme_and_language() -> None:
    wanted = {
        f"{screen.name}-{size}-{theme}-{language}.png"
        for screen, size, theme, language in itertools.product(SCREENS, SIZES, THEMES, LANGUAGES)
    }
    assert {one.name for one in FOLDER.glob("*.png")} == wanted
