"""What is kept for reading offline: the programme's words, and nothing of a person."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest

from steadystep.chapters import bundled
from steadystep.core import events as on
from tests.web.journeys.walking import move_in
from tests.web.today import lives

if TYPE_CHECKING:
    from tests.web.house import Home

PATHS = ("/learn/plain/en/", *(f"/learn/plain/en/{day}/" for day in bundled().written))


def kept(home: Home) -> dict[str, Any]:
    script = home.get("/learn/worker.js").content.decode()
    found = re.match(r"const KEPT = (\{.*\});\n", script)
    assert found
    told: dict[str, Any] = json.loads(found[1])
    return told


@pytest.mark.parametrize("language", ["en", "he"])
@pytest.mark.parametrize("day", bundled().written)
def test_a_plain_copy_holds_all_words_of_the_chapter(home: Home, day: int, language: str) -> None:
    shown = unescape(home.get(f"/learn/plain/{language}/{day}/").content.decode())
    chapter = bundled().chapter(day, language)
    assert chapter

    for words in (chapter.title, chapter.step, chapter.tomorrow, chapter.claims[0].text):
        assert words in shown
    assert f'<html lang="{language}"' in shown


def test_a_plain_copy_is_the_same_whoever_asks(home: Home) -> None:
    """To the byte: for nobody yet, and for somebody with twelve weeks, a look and a place."""
    before = {path: home.get(path).content for path in PATHS}
    move_in(home)
    home.say(
        on.PreferenceSet("language", "he"),
        on.PreferenceSet("text_size", "200"),
        on.PreferenceSet("theme", "dark"),
        on.ChapterRead(bundled().name, 13),
        on.ChapterLeft(bundled().name, 14, 3),
    )
    home.wall.later(days=3)

    assert {path: home.get(path).content for path in PATHS} == before


@pytest.mark.parametrize("path", PATHS)
def test_a_plain_copy_has_no_form_no_key_and_no_script(home: Home, path: str) -> None:
    shown = home.get(path).content.decode()
    for mark in ("<form", "<input", "<script", "csrf", "hx-", "key="):
        assert mark not in shown
    assert "You are reading a kept copy." in shown


def test_a_language_without_a_catalogue_has_no_copies(home: Home) -> None:
    assert home.get("/learn/plain/xx/").status_code == 404
    assert home.get("/learn/plain/xx/13/").status_code == 404
    assert home.get("/learn/plain/en/5/").status_code == 404


def test_the_worker_keeps_plain_copies_and_styles_alone(home: Home) -> None:
    lives.morning(home)
    told = kept(home)

    assert sorted(told) == ["name", "pages", "styles"]
    assert told["pages"]["/learn/13/"] == "/learn/plain/en/13/"
    assert set(told["pages"].values()) == set(PATHS)
    for address in (*told["pages"], *told["pages"].values(), *told["styles"]):
        assert home.get(address).status_code == 200


def test_another_language_is_kept_under_another_name(home: Home) -> None:
    english = kept(home)
    home.say(on.PreferenceSet("language", "he"))
    hebrew = kept(home)

    assert english["name"] != hebrew["name"]
    assert hebrew["pages"]["/learn/13/"] == "/learn/plain/he/13/"


def test_the_worker_is_a_script_that_only_we_may_start(home: Home) -> None:
    answer = home.get("/learn/worker.js")
    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert "worker-src 'self'" in home.get("/learn/").headers["Content-Security-Policy"]


def test_forgetting_everything_empties_what_the_browser_keeps(home: Home) -> None:
    lives.morning(home)
    assert "Clear-Site-Data" not in home.post("/yours/data/forget/").headers
    answer = home.post("/yours/data/forget/", {"sure": "yes"})
    assert '"storage"' in answer.headers["Clear-Site-Data"]
