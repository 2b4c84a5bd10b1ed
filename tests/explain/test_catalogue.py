"""The template that translators start from."""

from __future__ import annotations

import re
from gettext import NullTranslations

from steadystep.core.diary import Assumed, DiaryTerms
from steadystep.core.observations import Unit
from steadystep.explain import assumed, banned_in, expert, said, story
from tests.explain.catalogues import Asked
from tests.explain.golden import GOLDEN
from tests.explain.test_story import an_invented_year
from tests.words.catalogues import read, template_of


def test_whatever_is_asked_for_is_in_the_template() -> None:
    asked = Asked()
    for told in GOLDEN:
        said(told.decision, asked)
        expert(told.decision, asked)
    for load in (False, True):
        terms = DiaryTerms(has_load=load, unit=Unit.STEPS if load else Unit.MINUTES)
        story(an_invented_year(load=load), terms, asked)
    for one in Assumed:
        assumed(one, DiaryTerms(), asked)

    assert len(asked.msgids) > 100
    assert asked.msgids <= msgids()


def test_every_placeholder_has_a_name() -> None:
    braces = {brace for msgid in msgids() for brace in re.findall(r"\{.*?\}", msgid)}

    assert braces
    assert {brace for brace in braces if not re.fullmatch(r"\{[a-z_]+\}", brace)} == set()


def test_no_msgid_holds_a_heavy_word() -> None:
    assert [msgid for msgid in msgids() if banned_in(msgid)] == []


def test_the_standard_librarys_own_translations_may_be_passed_in() -> None:
    assert {said(told.decision, NullTranslations()) for told in GOLDEN} == {
        said(told.decision) for told in GOLDEN
    }


def msgids() -> set[str]:
    """Every msgid of the template; of a plural, its singular."""
    ids = (message.id for message in read(template_of("steadystep")) if message.id)
    return {one if isinstance(one, str) else one[0] for one in ids}
