"""Which language a verb speaks: the one that was chosen, else the terminal's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from steadystep.cli.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cli.at_home import Terminal

HEBREW = re.compile(r"[\u05d0-\u05ea]")


@pytest.fixture(autouse=True)
def _nothing_is_remembered() -> Iterator[None]:
    """The terminal's language is looked up once in a program; here it changes."""
    words.cache_clear()
    yield
    words.cache_clear()


def test_the_terminals_language_is_spoken_until_one_is_chosen(at_home: Terminal) -> None:
    at_home.environment = {"LANGUAGE": "he"}

    assert HEBREW.search(at_home.well("today"))


def test_the_language_that_was_chosen_goes_before_the_terminals(at_home: Terminal) -> None:
    at_home.prefers("language", "he")

    assert HEBREW.search(at_home.well("today"))
    assert HEBREW.search(at_home("accept").stderr)
    assert HEBREW.search(at_home("check-in 11 4").stderr)

    at_home.prefers("language", "en")
    at_home.environment = {"LANGUAGE": "he"}

    assert not HEBREW.search(at_home.well("today"))
    assert not HEBREW.search(at_home("accept").stderr)


def test_what_was_told_is_written_in_the_language_it_was_told_in(at_home: Terminal) -> None:
    from steadystep.core import events as on  # noqa: PLC0415 - beside what it is asked of

    at_home.prefers("language", "he")
    at_home.later(days=1)

    at_home.well("today")

    given = at_home.told(on.DecisionGiven)[-1]
    assert given.language == "he"
    assert all(HEBREW.search(one) for one in given.said)


def test_a_language_is_asked_for_by_its_own_name(new: Terminal) -> None:
    new.someone = True

    answer = new("start", typed="2\n")

    assert "  1  English\n  2  עברית\n" in answer.stderr
    assert HEBREW.search(answer.stderr.splitlines()[-1])
