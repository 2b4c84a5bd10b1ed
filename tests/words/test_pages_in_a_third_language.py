"""The pages in an invented language, added as a third one would be: no English is left."""

from __future__ import annotations

import re
from gettext import translation
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.utils.translation import get_supported_language_variant, override, trans_real

from steadystep.core.events import PreferenceSet
from steadystep.core.reasons import BLOCKER_KINDS
from steadystep.importers.exports import EXPORT_READERS
from steadystep.web.home.life import twelve_weeks
from steadystep.web.record import preferences, words
from tests.explain.invented import KINDS
from tests.web.begin.walking import ALL, SAFETY, tap, walk
from tests.words.catalogued import LATIN
from tests.words.catalogues import languages
from tests.words.invented import CODE, invent
from tests.words.read_aloud import pages, read_aloud

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.web.house import Home

# The same in every language: names, also those of exports, and the codes under which a decision is
# stored, which a clinician reads in one line.
CODES = sorted(
    {
        *("Steadystep", "rule-of-two 1 gentle", "answer", "pain", "fatigue", "load", "usual"),
        *BLOCKER_KINDS,
        *(reader.name for reader in EXPORT_READERS),
        *(kind.kind for kind in KINDS),
    },
    key=len,
    reverse=True,
)
RULE = re.compile(r"\b[A-D][0-9]{0,2} (?=:)")


@pytest.fixture
def abroad(home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Home]:
    """A home whose person reads the invented language."""
    monkeypatch.setattr(settings, "LOCALE_PATHS", [invent(tmp_path / "locale")])
    monkeypatch.setattr(settings, "LANGUAGES", [*settings.LANGUAGES, (CODE, "жж")])
    monkeypatch.setitem(preferences.CHOICES, "language", (*preferences.CHOICES["language"], CODE))
    _forget_catalogues()
    speak_it(home)
    yield home
    monkeypatch.undo()
    _forget_catalogues()


def speak_it(home: Home) -> None:
    """Choose the invented language, whatever was chosen before."""
    home.wall.later(seconds=1)
    home.say(PreferenceSet("language", CODE))


def _forget_catalogues() -> None:
    """Django and the rule's words open each catalogue once, and remember it."""
    words.words_for.cache_clear()
    vars(trans_real)["_translations"].clear()
    for remembering in (
        get_supported_language_variant,
        trans_real.get_supported_language_variant,
        trans_real.get_languages,
        trans_real.check_for_language,
    ):
        if clear := getattr(remembering, "cache_clear", None):
            clear()


def english_on(home: Home) -> dict[str, list[str]]:
    """Whatever can be read in English, page by page."""
    found: dict[str, list[str]] = {}
    for path, page in pages(home):
        assert f'lang="{CODE}"' in page, path
        if left := english_in(page):
            found[path] = left
    return found


def english_in(page: str) -> list[str]:
    """Whatever can be read in English on a page."""
    return [one for one in read_aloud(page)[0] if LATIN.search(_without_codes(one))]


def _without_codes(text: str) -> str:
    for code in CODES:
        text = text.replace(code, "")
    return RULE.sub("", text)


def test_every_catalogue_is_a_language_to_choose() -> None:
    assert [code for code, _ in settings.LANGUAGES] == ["en", *languages()]
    assert dict(settings.LANGUAGES)["he"] == "עברית"


@pytest.mark.slow
def test_before_anything_is_said_no_page_speaks_english(abroad: Home) -> None:
    assert english_on(abroad) == {}


@pytest.mark.slow
def test_no_screen_of_the_first_run_speaks_english(abroad: Home) -> None:
    left = {}
    for path, answer in ALL:
        left[path] = english_in(abroad.get(path).content.decode())
        tap(abroad, path, answer)
        speak_it(abroad)

    assert {path: words for path, words in left.items() if words} == {}


@pytest.mark.slow
@pytest.mark.parametrize("question", [path for path, _ in SAFETY])
def test_no_answer_to_a_safety_question_speaks_english(abroad: Home, question: str) -> None:
    walk(abroad, until=question)
    speak_it(abroad)
    tap(abroad, question, {"answer": "yes"})

    assert english_on(abroad) == {}


@pytest.mark.slow
def test_after_twelve_weeks_no_page_speaks_english(abroad: Home) -> None:
    catalogue = translation("steadystep", str(settings.LOCALE_PATHS[0]), [CODE])
    with override(CODE):
        abroad.log.append(twelve_weeks(abroad.wall(), catalogue, CODE))

    assert english_on(abroad) == {}
