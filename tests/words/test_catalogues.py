"""Templates, translations and compiled catalogues agree with the sources and with each other."""

from __future__ import annotations

import re
from gettext import GNUTranslations
from typing import TYPE_CHECKING

import pytest

from tests.words.catalogued import placeholders
from tests.words.catalogues import (
    brought_up_to_date,
    compiled,
    forms,
    languages,
    msgids,
    read,
    template_of,
    translation_of,
    unfinished,
)
from tests.words.gathering import DOMAINS, template, written

if TYPE_CHECKING:
    from babel.messages.catalog import Message

AGAIN = "The words have changed. Run: python -m tests.words.catalogues"

each_domain = pytest.mark.parametrize("domain", DOMAINS)
each_language = pytest.mark.parametrize("language", languages())


@each_domain
def test_a_template_holds_what_the_sources_say_now(domain: str) -> None:
    assert template_of(domain).read_text(encoding="utf-8") == template(domain), AGAIN


@each_domain
def test_a_template_names_no_machine_and_no_day(domain: str) -> None:
    text = template_of(domain).read_text(encoding="utf-8")

    assert re.search(r"Date:|Generated|(?<!\w)/(?:home|root|work)\b|@", text) is None


def test_hebrew_is_there() -> None:
    assert "he" in languages()


@each_language
@each_domain
def test_a_translation_is_asked_for_whole_and_gives_every_sentence(
    domain: str, language: str
) -> None:
    path = translation_of(domain, language)
    now = brought_up_to_date(domain, language)

    assert [message.id for message in unfinished(now)] == []
    assert path.read_text(encoding="utf-8") == written(now), AGAIN


@each_language
@each_domain
def test_a_compiled_catalogue_is_the_translation(domain: str, language: str) -> None:
    path = translation_of(domain, language)

    assert path.with_suffix(".mo").read_bytes() == compiled(read(path, language)), AGAIN


@each_language
@each_domain
def test_a_translation_fills_in_what_the_english_fills_in(domain: str, language: str) -> None:
    catalogue = read(translation_of(domain, language), language)

    assert [message.id for message in catalogue if message.id and not _fills_alike(message)] == []


@each_language
@each_domain
def test_space_and_line_ends_around_a_sentence_are_those_of_the_english(
    domain: str, language: str
) -> None:
    catalogue = read(translation_of(domain, language), language)
    messages = [message for message in catalogue if message.id]

    assert [
        message.id
        for message in messages
        for told in forms(message)
        if _edges(told) != _edges(msgids(message)[0])
    ] == []


@each_language
@each_domain
def test_python_itself_can_open_a_catalogue_and_knows_its_plurals(
    domain: str, language: str
) -> None:
    path = translation_of(domain, language)
    known = read(path, language).num_plurals
    with path.with_suffix(".mo").open("rb") as file:
        catalogue = GNUTranslations(file)

    form_for = catalogue.plural  # type: ignore[attr-defined]  # set while reading, unknown to typeshed
    assert {form_for(number) for number in range(200)} == set(range(known))


def _fills_alike(message: Message) -> bool:
    """Every form fills in the same; a form for one or two may leave the number out."""
    told = forms(message)
    fewest, wanted = placeholders(msgids(message)[0]), placeholders(msgids(message)[-1])
    if not message.pluralizable:
        return placeholders(told[0]) == wanted
    *few, many = told
    return placeholders(many) == wanted and all(
        set(placeholders(one)) <= set(wanted) and len(fewest) - len(placeholders(one)) <= 1
        for one in few
    )


def _edges(text: str) -> tuple[str, str]:
    stripped = text.strip()
    if not stripped:
        return text, text
    return text[: text.index(stripped[0])], text[len(text.rstrip()) :]
