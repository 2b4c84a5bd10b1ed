"""The words of the pages: short sentences, nothing heavy, in English and in every translation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steadystep.explain import banned_in
from tests.words.catalogued import LATIN, PLACEHOLDER, TAG, sentences, word_count
from tests.words.catalogues import forms, languages, msgids, read, template_of, translation_of

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_WORDS = 14
MOST_SENTENCES = 3
# Names stay as they are in every language, and so do the ends of file names and what is typed.
# A longer one stands before what it holds.
NAMES = (
    "Steadystep",
    "JSON",
    "CSV",
    "SVG",
    "Ctrl-C",
    "ME/CFS",
    "DSQ-PEM",
    "Visible",
    "English",
    "Apache",
    "zip",
    "GB",
    "mg/dL",
    "mmol/L",
    # What is tapped in other apps, as it stands there, and where they live.
    "Export All Health Data",
    "Export Your Data",
    "Export entries",
    "Download personal data",
    "Download",
    "Data Management",
    "Data + Security",
    "Manage data",
    "My Data",
    "More",
    "Export",
    "export",
    "data",
    "(table)",
    ".csv",
    "GARMIN",
    "Activity, Monitor, Sleep",
    "HRVStatus",
    "USB",
    "iPhone",
    "takeout.google.com",
    "garmin.com/account",
    "clarity.dexcom.com",
    "Google Fit",
    "Google Health",
    "Samsung Health",
    "Health Connect",
    "Fitbit",
    "Fit",
    "Bearable",
    "Flaredown",
    "Daylio",
    "LibreView",
)


def spoken(language: str | None) -> Iterator[str]:
    """Everything the pages say, in one language; None is the English they are written in."""
    path = template_of("django") if language is None else translation_of("django", language)
    for message in read(path, language):
        if message.id:
            yield from msgids(message) if language is None else forms(message)


each_language = pytest.mark.parametrize("language", [None, *languages()])


@each_language
def test_no_page_says_a_heavy_word(language: str | None) -> None:
    assert [text for text in spoken(language) if banned_in(text)] == []


@each_language
def test_no_sentence_of_a_page_is_long(language: str | None) -> None:
    assert [
        one
        for text in spoken(language)
        for one in sentences(TAG.sub(" ", text))
        if word_count(one) > MOST_WORDS
    ] == []


@each_language
def test_no_text_of_a_page_is_more_than_a_few_sentences(language: str | None) -> None:
    assert [text for text in spoken(language) if len(sentences(text)) > MOST_SENTENCES] == []


def test_no_english_is_left_in_the_hebrew_of_a_page() -> None:
    assert [text for text in spoken("he") if LATIN.search(_without_names(text))] == []


def _without_names(text: str) -> str:
    bare = PLACEHOLDER.sub("", TAG.sub("", text))
    for name in NAMES:
        bare = bare.replace(name, "")
    return bare
