"""Where what we say comes from: every claim of the app, in both languages, under the same rules."""

from __future__ import annotations

import io
import re
from datetime import date
from html import unescape
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po
from django.urls import reverse

from steadystep.chapters import Chapter, Programme, Prose, bundled, claims
from steadystep.chapters.measure import sentences, words
from steadystep.chapters.rules_of_claims import one_source_is_one, rules_of_claims
from steadystep.chapters.rules_of_words import CLAIM_WORDS_MOST
from steadystep.core import events as on
from steadystep.explain import banned_in
from steadystep.web.learn.said import said_beside
from tests.web.today import lives
from tests.web.today.pressing import Window
from tests.words.catalogues import msgids
from tests.words.gathering import template

if TYPE_CHECKING:
    from tests.web.house import Home

LANGUAGES = ("en", "he")
# A sentence with one of these says that something is so, or how well it is known.
CLAIMING = re.compile(
    r"\b(tested|stud(?:y|ies)|trials?|proof|may (?:help|pass|ease|come on)|are fine)\b"
    r"|sign to stop|sentences stay easy|call for help now"
)
# These speak of a verb of the terminal, or of a grade, and of nobody's body.
NO_CLAIM = re.compile(r"for studies|of your study|graded it|`|--|\{file\}")


def as_a_chapter(language: str) -> Chapter:
    """What is said beside the chapters, in the shape that the chapters' rules look at."""
    found = said_beside(language)
    sources = {one.name: one for said in found for one in said.sources}
    return Chapter(
        day=1,
        language=language,
        title="",
        minutes=1,
        step="",
        opens="",
        tomorrow="",
        claims=tuple(one.claim for one in found),
        sources=tuple(sources.values()),
        reviewed=date(2026, 11, 23),
        read_by="",
        parts=(Prose("", " ".join(f"[^{one.claim.name}]" for one in found)),),
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_beside_the_chapters_keeps_their_rules(language: str) -> None:
    assert [str(one) for one in rules_of_claims(as_a_chapter(language), None)] == []


def test_a_source_is_the_same_wherever_it_is_named() -> None:
    chapters = dict(bundled().chapters)
    chapters |= {(99, language): as_a_chapter(language) for language in LANGUAGES}
    together = Programme("all", {}, LANGUAGES, (), chapters)
    assert [str(one) for one in one_source_is_one(together)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_words_are_plain(language: str) -> None:
    for one in said_beside(language):
        for text in (one.claim.text, one.claim.doubt):
            assert not banned_in(text)
            assert all(len(words(told)) <= CLAIM_WORDS_MOST for told in sentences(text)), text


def test_both_languages_say_the_same_claims_and_each_word_is_there() -> None:
    english, hebrew = said_beside("en"), said_beside("he")
    for one, other in zip(english, hebrew, strict=True):
        assert (one.claim.name, one.said, one.at) == (other.claim.name, other.said, other.at)
        assert one.claim.text != other.claim.text
        assert one.where != other.where
        assert bool(one.claim.doubt) == bool(other.claim.doubt)
    assert [one.claim.text for one in said_beside("xx")] == [one.claim.text for one in english]


@pytest.fixture(scope="module")
def told() -> set[str]:
    """Every sentence that the program can say, gathered from where it is said."""
    texts = [template(domain) for domain in ("django", "steadystep")]
    catalogues = [read_po(io.StringIO(text)) for text in texts]
    return {one for found in catalogues for message in found for one in msgids(message)}


def test_what_is_said_is_said_in_these_very_words(told: set[str]) -> None:
    for one in said_beside("en"):
        assert [sentence for sentence in one.said if sentence not in told] == []
        assert reverse(one.at)


def test_no_sentence_claims_something_without_a_claim_behind_it(told: set[str]) -> None:
    known = {sentence for one in said_beside("en") for sentence in one.said}
    claiming = {one for one in told if CLAIMING.search(one) and not NO_CLAIM.search(one)}
    assert claiming - known == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_holds_every_claim_of_the_app_once(home: Home, language: str) -> None:
    lives.morning(home)
    home.say(on.PreferenceSet("language", language))
    shown = unescape(home.get("/learn/sources/").content.decode())

    everything = [one.claim for one in claims(bundled(), language)]
    everything += [one.claim for one in said_beside(language)]
    for claim in everything:
        assert claim.text in shown
        assert claim.doubt in shown
    assert shown.count("https://doi.org/10.1093/pm/pnab308") >= 2


def test_it_is_one_tap_from_a_chapter_from_more_and_from_the_settings(home: Home) -> None:
    lives.morning(home)
    for path in ("/learn/13/", "/more/", "/yours/about/", "/learn/"):
        assert "/learn/sources/" in [one.href for one in Window(home, path).read.buttons]


def test_a_claim_leads_to_where_it_is_said(home: Home) -> None:
    lives.morning(home)
    hrefs = [one.href for one in Window(home, "/learn/sources/").read.buttons]
    assert {"/move/rule/", "/learn/13/", "/why/"} <= set(hrefs)
