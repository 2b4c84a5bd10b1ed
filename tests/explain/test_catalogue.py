"""The template that translators start from."""

from __future__ import annotations

import io
import re
from gettext import GNUTranslations, NullTranslations

import pytest

from steadystep.core.diary import Assumed, DiaryTerms
from steadystep.core.observations import Unit
from steadystep.core.reasons import TooSoon
from steadystep.explain import assumed, banned_in, expert, said, sentences, story
from tests.explain.catalogues import Asked
from tests.explain.golden import GOLDEN
from tests.explain.invented import decided
from tests.explain.template import TEMPLATE, template
from tests.explain.test_story import an_invented_year

pytest.importorskip("babel", reason="babel gathers the msgids")


def test_the_template_holds_what_the_sources_say_now() -> None:
    assert TEMPLATE.read_text(encoding="utf-8") == template(), (
        "run: python -m tests.explain.template"
    )


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


def test_the_template_names_no_machine_and_no_day() -> None:
    text = TEMPLATE.read_text(encoding="utf-8")

    assert re.search(r"Date:|Generated|/home|/root|/work|@", text) is None


def test_the_standard_librarys_own_translations_may_be_passed_in() -> None:
    assert {said(told.decision, NullTranslations()) for told in GOLDEN} == {
        said(told.decision) for told in GOLDEN
    }


def test_hebrew_is_a_catalogue_away() -> None:
    held = decided(TooSoon(5, 7), dose=15)

    assert sentences(held, hebrew()) == (
        "היום אותו צעד: דקה וחצי.",
        "בין צעד לצעד עוברים לפחות 7 ימים.",
        "נבדוק שוב ביום חמישי.",
    )


def hebrew() -> GNUTranslations:
    """A few words of Hebrew, compiled as a real catalogue is. One and a half has its own form."""
    from babel.messages.catalog import Catalog  # noqa: PLC0415 - skipped where babel is absent
    from babel.messages.mofile import write_mo  # noqa: PLC0415

    catalogue = Catalog(locale="he")
    for msgid, words, context in (
        ("Same step today: {dose}.", "היום אותו צעד: {dose}.", None),
        (
            ("{whole}½ minutes", "{whole}½ minutes"),
            ("דקה וחצי", "{whole} דקות וחצי"),
            None,
        ),
        (
            (
                "Steps come at least {number} day apart.",
                "Steps come at least {number} days apart.",
            ),
            (
                "בין צעד לצעד עובר לפחות יום.",
                "בין צעד לצעד עוברים לפחות {number} ימים.",
            ),
            None,
        ),
        ("We look again on {weekday}.", "נבדוק שוב ב{weekday}.", None),
        ("Thursday", "יום חמישי", "on a weekday"),
    ):
        catalogue.add(msgid, words, context=context)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)


def msgids() -> set[str]:
    """Every msgid of the template; of a plural, its singular."""
    from babel.messages.pofile import read_po  # noqa: PLC0415 - skipped where babel is absent

    catalogue = read_po(io.BytesIO(TEMPLATE.read_bytes()))
    ids = (message.id for message in catalogue if message.id)
    return {one if isinstance(one, str) else one[0] for one in ids}
