"""A third language is a catalogue and nothing else: an invented one leaves no English behind."""

from __future__ import annotations

import re
from gettext import translation
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from steadystep.charts import record_page
from steadystep.cli.pictures import record_days
from steadystep.cli.words import words_in
from steadystep.core.diary import Assumed, DiaryTerms
from steadystep.core.observations import Unit
from steadystep.explain import assumed, expert, said, story
from steadystep.explain.pictures import counted_in, language, picture_words
from tests.explain.invented import decisions
from tests.explain.test_story import an_invented_year
from tests.words.catalogued import LATIN
from tests.words.invented import CODE, in_it, invent

if TYPE_CHECKING:
    from pathlib import Path

    from steadystep.core.decision import Decision
    from steadystep.explain import Translations


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return invent(tmp_path_factory.mktemp("locale"))


@pytest.fixture(scope="session")
def words(folder: Path) -> Translations:
    return translation("steadystep", str(folder), [CODE])


def test_gaps_and_tags_are_kept_as_a_translator_keeps_them() -> None:
    assert in_it("Try <b>%(dose)s</b>? {n} &amp; 5 %%") == "жжж <b>%(dose)s</b>? {n} &amp; 5 %%"


@given(decision=decisions())
def test_whatever_is_said_to_a_person_is_said_in_it(
    words: Translations, decision: Decision
) -> None:
    assert not LATIN.search(said(decision, words))


@given(decision=decisions())
def test_what_an_expert_reads_is_in_it_but_for_the_codes(
    words: Translations, decision: Decision
) -> None:
    told = expert(decision, words)
    for code in (*_codes(decision), "rule-of-two 1 gentle"):
        told = told.replace(code, "")

    assert not LATIN.search(told)


@pytest.mark.parametrize("load", [False, True])
def test_a_story_is_told_in_it(words: Translations, load: bool) -> None:  # noqa: FBT001 - one flag
    terms = DiaryTerms(has_load=load, unit=Unit.STEPS if load else Unit.MINUTES)
    told = [
        *(one for part in story(an_invented_year(load=load), terms, words)
          for one in (part.heading, *part.sentences)),
        *(assumed(one, terms, words) for one in Assumed),
    ]  # fmt: skip

    assert [one for one in told if LATIN.search(one)] == []


def test_a_picture_is_drawn_in_it(words: Translations) -> None:
    page = record_page(
        record_days(an_invented_year(load=True)),
        words=picture_words(words),
        unit=counted_in(words, Unit.MINUTES),
        title="",
        description="",
        summary="",
        language=language(words),
    )
    seen = re.sub(r"<style>.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL)

    assert f'lang="{CODE}"' in page
    assert not LATIN.search(seen)


def test_a_terminal_finds_it_by_its_code(folder: Path) -> None:
    assert words_in(f"{CODE}_XX.UTF-8", folder).gettext("Less is fine.") == "жжжж жж жжжж."


def _codes(decision: Decision) -> list[str]:
    reason = decision.reason
    named = [
        code
        for code in (getattr(reason, part, None) for part in ("how_soon", "limit"))
        if isinstance(code, str)
    ]
    found = [reason.rule, reason.kind, *decision.blocked_by, *decision.missing, *named]
    return sorted(found, key=len, reverse=True)
